"""Who is reported to say, write or think what."""

from dataclasses import replace

from dragoman.coding.actors import Cast
from dragoman.coding.cues import Attribution, find_attributions, trimmed
from dragoman.coding.parse import Parse, Sentence, Word
from dragoman.coding.transcripts import find_answers
from dragoman.model import Ids, Statement


def find_statements(parse: Parse, cast: Cast, coder: str = "") -> tuple[Statement, ...]:
    """Return the report's statements, in order."""
    inside = _by_quotation(parse)
    found: list[Attribution] = []
    claimed: set[int] = set()
    latest: Attribution | None = None
    for sentence in parse.sentences:
        if latest is not None and latest.content[-1].sentence.paragraph != sentence.paragraph:
            latest = None
        here = list(find_attributions(sentence))
        for attribution in here:
            _fill_quotations(attribution, inside)
        here = _once(here)
        for attribution in here:
            claimed.update(w.quote for w in attribution.content if w.quote >= 0 and attribution.cue[0].quote != w.quote)
        found += here
        outer = [a for a in here if a.cue[0].quote < 0 and a.source is not None]
        if outer:
            latest = next((a for a in outer if any(w.quote >= 0 for w in a.content)), outer[-1])
        loose = _loose(sentence, claimed)
        if loose and latest is not None and not outer:
            claimed.update(w.quote for w in loose)
            more = [w for q in _numbers(loose) for w in inside[q]]
            if latest.content[-1].quote >= 0 and more[0].i - latest.content[-1].i < 12:
                latest.content = latest.content + more
            else:
                found.append(Attribution(latest.cue, latest.source, more))
                latest = found[-1]
    answers = [_answer(parse, cast, coder, a) for a in find_answers(parse)]
    return tuple(sorted((*answers, *(_statement(parse, cast, coder, a) for a in found)), key=lambda s: s.spans[0].start))


def _answer(parse: Parse, cast: Cast, coder: str, found: Attribution) -> Statement:
    return replace(_statement(parse, cast, coder, found), manner="direct", spans=(parse.span(found.content),))


def _once(here: list[Attribution]) -> list[Attribution]:
    """The attributions without those that only nearness gives a quotation which another cue, or a nearer one, has."""
    taken = {w.i for a in here if not a.by_nearness for w in a.content}
    out = [a for a in here if not a.by_nearness]
    for attribution in sorted((a for a in here if a.by_nearness), key=_distance):
        if taken.isdisjoint(w.i for w in attribution.content):
            taken.update(w.i for w in attribution.content)
            out.append(attribution)
    return sorted(out, key=lambda a: a.cue[0].i)


def _distance(attribution: Attribution) -> int:
    return min(abs(w.i - attribution.cue[0].i) for w in attribution.content)


def _by_quotation(parse: Parse) -> dict[int, list[Word]]:
    out: dict[int, list[Word]] = {}
    for word in parse.words:
        if word.quote >= 0:
            out.setdefault(word.quote, []).append(word)
    return out


def _numbers(quoted: list[Word]) -> list[int]:
    return list(dict.fromkeys(w.quote for w in quoted))


def _fill_quotations(attribution: Attribution, inside: dict[int, list[Word]]) -> None:
    """Let the content reach to both marks of each quotation that it enters, unless the cue stands within the marks."""
    cue = attribution.cue[0].quote
    entered = {w.quote for w in attribution.content} - {-1, cue}
    if not entered:
        return
    whole = {w.i: w for w in attribution.content}
    whole.update((w.i, w) for q in entered for w in inside[q])
    attribution.content = trimmed([whole[i] for i in sorted(whole)])


def _loose(sentence: Sentence, claimed: set[int]) -> list[Word]:
    """The sentence's quoted words where it is nothing but a quotation that nobody has been given."""
    quoted = [w for w in sentence.words if w.quote >= 0 and w.quote not in claimed]
    plain = sum(w.quote < 0 and w.pos != "PUNCT" for w in sentence.words)
    return quoted if len(quoted) > 3 and plain == 0 else []


def _statement(parse: Parse, cast: Cast, coder: str, found: Attribution) -> Statement:
    speaker: Ids = cast.who(found.source) if found.source is not None else ()
    named = found.source.subtree() if found.source is not None else []
    aside = {w.i for w in (*found.cue, *named)}
    content = trimmed([w for w in found.content if w.i not in aside]) or found.content
    quoted = [w.quote >= 0 and w.quote != found.cue[0].quote for w in content if w.pos != "PUNCT"]
    return Statement(
        document=parse.document.id,
        spans=parse.spans(content),
        speaker=speaker,
        on_behalf_of=cast.principals(speaker),
        manner="direct" if quoted and all(quoted) else "mixed" if any(quoted) else "indirect",
        cue=parse.spans(found.cue),
        source_span=parse.spans(named),
        addressee=cast.who(found.addressee) if found.addressee is not None else (),
        candidates=cast.candidates(found.source) if found.source is not None and not speaker else (),
        coder=coder,
    )
