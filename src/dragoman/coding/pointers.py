"""Times that point to one named before: "must leave by that date", "unless it is paid by then"."""

from collections.abc import Iterator, Sequence

from dragoman.coding.dates import TimeExpression
from dragoman.coding.parse import Sentence, Word
from dragoman.coding.scene import Scene
from dragoman.coding.wordlists import words
from dragoman.model import Deadline

_BEFORE = frozenset(("by", "before", "until", "till"))
_FAR, _LONG = 2, 4  # sentences


def pointed_times(scene: Scene, sentence: Sentence, found: Sequence[Deadline]) -> Iterator[TimeExpression]:
    """Yield the times of a sentence that point back to a day named before; where none is near they have no value."""
    for at, word in enumerate(sentence.words[:-1]):
        told = _pointer(sentence.words[at + 1 : at + 3]) if word.lower in _BEFORE else []
        if told and (value := _meant(scene, sentence, word, found)) is not None:
            yield TimeExpression(scene.parse.span(told), told[0].i, told[-1].i, "date", value)


def _pointer(after: list[Word]) -> list[Word]:
    """ "that date", "then"; "by then-president" points to nothing."""
    if after[0].lower == "then" and (len(after) == 1 or after[1].text != "-"):
        return after[:1]
    pointing = len(after) == 2 and after[0].lower in ("that", "this") and after[1].lemma in words("deadlines", "pointed")
    return after if pointing else []


def _meant(scene: Scene, sentence: Sentence, word: Word, found: Sequence[Deadline]) -> str | None:
    """The day of the last time named before the pointer, in its own sentence or one of the two before; a deadline's first."""
    earlier = scene.parse.sentences[max(0, sentence.index - _FAR) : sentence.index + 1]
    first = earlier[0].words[0].start
    near = [d.date for d in found if d.date and d.spans[-1].end > first and d.spans[0].start < word.start]
    if near:
        return near[-1]
    days = [d.value for s in earlier for d in scene.dates_in(s.words) if d.last < word.i and d.value and len(d.value) == 10]
    return days[-1] if days else None


def sentences_since(scene: Scene, sentence: Sentence, deadline: Deadline) -> int:
    """Return how many sentences ago a deadline was told, or its length or a word for it was named once more."""
    first = next((s.index for s in scene.parse.sentences if s.end > deadline.spans[0].start), sentence.index)
    named = words("deadlines", "nouns") | {"limit"}
    for at in range(sentence.index - 1, max(first, sentence.index - _LONG), -1):
        near = scene.parse.sentences[at].words
        lengths = deadline.duration and any(t.duration == deadline.duration for t in scene.dates_in(near))
        if lengths or any(w.lemma in named and w.pos == "NOUN" for w in near):
            return sentence.index - at
    return sentence.index - first
