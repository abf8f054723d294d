"""Who is reported to say, write or think what."""

from dragoman.coding.actors import Cast
from dragoman.coding.parse import Parse, Word
from dragoman.model import Statement

_CUES = frozenset("say tell state add insist announce warn indicate emphasize argue claim deny believe".split())


def find_statements(parse: Parse, cast: Cast, coder: str = "") -> tuple[Statement, ...]:
    """Return the report's statements, in order."""
    out = []
    for word in parse.words:
        if word.pos != "VERB" or word.lemma not in _CUES:
            continue
        subject, content = word.child("nsubj"), word.child("ccomp")
        if subject is None or content is None:
            continue
        words = content.subtree()
        if words[0].lower == "that":
            words = words[1:]
        out.append(_statement(parse, cast, coder, word, subject, words))
    return tuple(out)


def _statement(parse: Parse, cast: Cast, coder: str, cue: Word, subject: Word, words: list[Word]) -> Statement:
    quoted = [w.quote >= 0 for w in words]
    speaker = cast.who(subject)
    return Statement(
        document=parse.document.id,
        spans=parse.spans(words),
        speaker=speaker,
        on_behalf_of=cast.principals(speaker),
        manner="direct" if all(quoted) else "mixed" if any(quoted) else "indirect",
        cue=parse.spans([cue]),
        source_span=parse.spans(subject.subtree()),
        coder=coder,
    )
