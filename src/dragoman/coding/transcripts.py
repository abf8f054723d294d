"""Answers of transcripts: paragraphs that open with the speaker's label and a colon."""

from collections.abc import Iterator

from dragoman.coding.cues import Attribution
from dragoman.coding.parse import Parse, Word

_LONGEST_LABEL = 8


def find_answers(parse: Parse) -> Iterator[Attribution]:
    """Yield one attribution for each label in capitals, with all that is said until the next label."""
    paragraphs = [p for p in _paragraphs(parse) if not parse.is_title(p[0])]
    if sum(bool(_label(p)) for p in paragraphs) < 2:  # one label alone is a place or a heading
        return
    answer: Attribution | None = None
    for paragraph in paragraphs:
        label = _label(paragraph)
        if label and label[-1].i < paragraph[-1].i - 1:
            if answer is not None:
                yield answer
            names = [w for w in label if w.text.isupper() and "." not in w.text]
            answer = Attribution(label, names[-1] if names else label[-1], paragraph[len(label) + 1 :])
        elif answer is not None:
            answer.content = answer.content + paragraph
    if answer is not None:
        yield answer


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


def _label(paragraph: list[Word]) -> list[Word]:
    """The words before the colon where they are all in capitals; empty where the paragraph has no label."""
    for n, word in enumerate(paragraph[: _LONGEST_LABEL + 1]):
        if word.text == ":":
            return paragraph[:n] if n and any(len(w.text) > 1 or n == 1 for w in paragraph[:n]) else []
        if word.text != word.text.upper():
            return []
    return []
