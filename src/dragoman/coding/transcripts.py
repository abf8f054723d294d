"""Answers of transcripts: paragraphs that open with the speaker's label."""

import functools
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from dragoman.coding.attributions import Attribution
from dragoman.coding.labels import is_answer, label_of, label_text, named_labels
from dragoman.coding.parse import Parse, Word
from dragoman.coding.wordlists import words

_SPOKEN = frozenset({"i", "we", "you", "our", "my", "us", "your", "me"})
_TOLD = frozenset({"VBD", "VBZ"})


def find_answers(parse: Parse) -> tuple[list[Attribution], set[int]]:
    """Return one attribution for each label but the questioner's, with all that is said until the answer ends.

    With them the numbers of all words that somebody speaks after a label, questions included.
    """
    turns = _turns(parse)
    if len(turns) < 2:  # one label alone is a place or a heading
        return [], set()
    questioners = _questioners(turns)
    answers = []
    asker: Word | None = None
    for turn, named in zip(turns, _names(turns), strict=True):
        label, content = turn
        if label_text(label) in questioners:
            asker = named
        elif not _is_courtesy(content):
            answers.append(Attribution(label, named, content, addressee=asker, form="answer"))
    return answers, {w.i for label, content in turns for w in (*label, *content)}


def spoken(parse: Parse) -> frozenset[int]:
    """Return the numbers of all words that somebody speaks in a transcript, whoever asks or answers; none where there is none."""
    return frozenset(find_answers(parse)[1])


def asked(parse: Parse) -> frozenset[int]:
    """Return the numbers of the words that those who ask speak in a transcript; none where there is none."""
    turns = _turns(parse)
    questioners = _questioners(turns) if len(turns) > 1 else set()
    return frozenset(w.i for label, content in turns if label_text(label) in questioners for w in content)


def labelled(parse: Parse) -> list[Word]:
    """Return the words that name those who answer in a transcript, one for each turn; none where there is no transcript."""
    turns = _turns(parse)
    questioners = _questioners(turns)
    named = zip(turns, _names(turns), strict=True)
    return [who for (label, _), who in named if label_text(label) not in questioners] if len(turns) > 1 else []


def _names(turns: Sequence[tuple[list[Word], list[Word]]]) -> Iterator[Word]:
    """The word that names who speaks, for each turn; behind a bare "A." whoever answered before."""
    before: Word | None = None
    for label, _ in turns:
        if is_answer(label):
            yield before or label[0]
        else:
            named = _named(label)
            before = before if label_text(label).rstrip(".") in words("cues", "questioners") else named
            yield named


def _named(label: list[Word]) -> Word:
    names = [w for w in label if w.text.isupper() and "." not in w.text]
    return names[-1] if names else label[-1]


def _is_courtesy(content: list[Word]) -> bool:
    """Whether the turn is a greeting or thanks and nothing more."""
    known = words("cues", "courtesies")
    starts = [content[0], *(w for before, w in pairwise(content) if before.text in ".!")]
    return len(content) <= 12 and all(w.lower in known for w in starts)


@functools.lru_cache(maxsize=1)  # the cast asks for the same report's turns as the statements do
def _turns(parse: Parse) -> tuple[tuple[list[Word], list[Word]], ...]:
    """Each label with the words of its turn."""
    return tuple(_read_turns(parse))


def _read_turns(parse: Parse) -> Iterator[tuple[list[Word], list[Word]]]:
    """Each label with the words of its turn; a paragraph of the writer's ends it."""
    label: list[Word] = []
    content: list[Word] = []
    paragraphs = [p for p in _paragraphs(parse) if not parse.is_title(p[0])]
    named = named_labels(paragraphs)
    for paragraph in paragraphs:
        found = label_of(paragraph, named)
        opens = found is not None and len(found[1]) > 1
        if label and (opens or _is_told(paragraph)):
            yield label, content
            label = []
        if found is not None and opens:
            label, content = found
        elif label:
            content = content + paragraph
    if label:
        yield label, content


def _is_told(paragraph: list[Word]) -> bool:
    """Whether the writer speaks in the paragraph: somebody "said" something, and no "I" or "you" outside quotation marks."""
    plain = [w for w in paragraph if w.quote < 0]
    if any(w.lower in _SPOKEN for w in plain):
        return False
    telling = words("cues", "speech") | words("cues", "urging") | words("cues", "object")
    return any(w.tag in _TOLD and w.lemma in telling for w in plain)


def _questioners(turns: Sequence[tuple[list[Word], list[Word]]]) -> set[str]:
    """The labels of those who ask: by their office, or because most of their turns end with a question mark."""
    asked: Counter[str] = Counter()
    spoken: Counter[str] = Counter()
    for label, content in turns:
        spoken[label_text(label)] += 1
        asked[label_text(label)] += any(w.text == "?" for w in content[-2:])
    known = words("cues", "questioners")
    return {n for n in spoken if 2 * asked[n] > spoken[n] or any(part.rstrip(".") in known for part in n.split())}


def _paragraphs(parse: Parse) -> Iterator[list[Word]]:
    here: list[Word] = []
    number = -1
    for sentence in parse.sentences:
        if sentence.paragraph != number and here:
            yield here
            here = []
        number = sentence.paragraph
        here = here + sentence.words
    if here:
        yield here
