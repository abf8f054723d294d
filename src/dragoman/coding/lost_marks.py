"""Quotation marks that a copied text has lost: where an open quotation ends, and which sentences were somebody's words.

Pages copied by a program often lose the marks that stand at the edge of a line. A quotation that was opened and never closed
then runs to the end of a sentence, but of which one? And "I never saw the paper." stands there as if the writer had said it.
"""

import re
from collections.abc import Iterator, Sequence

from dragoman.coding.wordlists import words
from dragoman.model import Span

# A stop before white space and a capital, or at the end; not the point of a title or an initial.
SENTENCE_END = re.compile(r"(?<!\b[A-Z])(?<!\b[DMS]r)(?<!\bMrs)(?<!\bGen)(?<!\bSt)[.?!…](?=\s+[^\sa-z]|\s*$)")
_MARKS = frozenset('"“”„«»')
# A capital inside a sentence belongs to a name: "Our Lady of the Mills", "United We Stand".
_OWN = re.compile(r"\b(?:I|we|my|our|us|me|myself|ourselves)\b(?![.-])|\A\W*(?:(?:And|But|So|Yes|No|Well),? )?(?:We|My|Our)\b")
_BEGINS = re.compile(r"\W*(?:(?:And|But|So|Yes|No|Well),? )?(?:I|We|My|Our)\b")
_WORD = re.compile(r"[a-z]+")
_CAPTION = re.compile(r"FILE\b")
FEW = 2
"""So many quotations without an end show that a text loses marks."""


def is_telling(sentence: str) -> bool:
    """Return whether the sentence is the writer's: it reports, and nobody speaks of "I" or "we" in it."""
    told = not words("cues", "telling").isdisjoint(_WORD.findall(sentence))
    return (told and not _OWN.search(sentence)) or bool(_CAPTION.match(sentence.lstrip()))


def reach(text: str, start: int, span: Span, generous: bool) -> int:
    """Return the end of a quotation that opens at `start` and that nothing closes in its paragraph.

    Its first sentence is quoted. Further ones are where somebody speaks of "I" or "we", or, with `generous`, where the
    writer tells nothing.
    """
    end = start
    for first, last in _sentences(text, start + 1, span.end):
        sentence = text[first:last]
        if end > start:
            spoken = bool(_OWN.search(sentence)) or (generous and not is_telling(sentence))
            if not spoken or not _MARKS.isdisjoint(sentence):
                break
        end = last
    return end


def unmarked(text: str, span: Span, quoted: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the runs of sentences without marks in which somebody speaks of "I" or "we", outside the places `quoted`."""
    run: tuple[int, int] | None = None
    for first, last in _sentences(text, span.start, span.end):
        sentence = text[first:last]
        free = all(last <= a or first >= b for a, b in quoted) and _MARKS.isdisjoint(sentence)
        told = not words("cues", "telling").isdisjoint(_WORD.findall(sentence)) and not _BEGINS.match(sentence)
        if free and not told and _OWN.search(sentence) and not _CAPTION.match(sentence):
            run = (run[0] if run else first, last)
        elif run:
            yield run
            run = None
    if run:
        yield run


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The places of the sentences from `start` to `end`, white space at their start left out."""
    while start < end:
        stop = SENTENCE_END.search(text, start, end)
        last = stop.end() if stop else end
        while start < last and text[start].isspace():
            start += 1
        if start < last:
            yield start, last
        start = last
