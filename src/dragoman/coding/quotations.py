"""Where quotation marks open and close: double and single, straight and curly, over several paragraphs."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.model import Span

_PAIRS = {"“": "”", "„": "“”", "«": "»", '"': '"', "‘": "’", "'": "'"}
_SINGLE_CLOSE = re.compile(r"[’'](?!\w)")


@dataclass(frozen=True)
class Quotation:
    """What stands between two quotation marks, marks included. `closed` is False where the closing mark is missing:
    a quotation that goes on in the next paragraph (`runs_on`), or a slip of the writer's."""

    start: int
    end: int
    paragraph: int
    closed: bool = True
    runs_on: bool = False


def find_quotations(text: str, paragraphs: Iterable[Span]) -> tuple[Quotation, ...]:
    """Return the outermost quotations of each paragraph, in order."""
    spans = list(paragraphs)
    out: list[Quotation] = []
    for number, span in enumerate(spans):
        position = span.start
        while position < span.end:
            opened = _opens(text, position, span)
            if opened is None:
                position += 1
                continue
            close = _closes(text, position, span, opened)
            if close is None:
                following = number + 1 < len(spans) and text[spans[number + 1].start] in '“"'
                if following and text[position] in '“"':
                    out.append(Quotation(position, span.end, number, closed=False, runs_on=True))
                    break
                if text[position] in '“„«"':
                    out.append(Quotation(position, span.end, number, closed=False))
                break
            out.append(Quotation(position, close + 1, number))
            position = close + 1
    return tuple(out)


def _opens(text: str, i: int, span: Span) -> str | None:
    """The marks that would close a quotation opening at `i`, or None where none opens."""
    mark = text[i]
    if mark not in _PAIRS:
        return None
    before = text[i - 1] if i > span.start else " "
    after = text[i + 1] if i + 1 < span.end else " "
    if mark in "‘'":
        ok = not before.isalnum() and before not in "’'" and (after.isalnum() or after in "$€£[")
        return _PAIRS[mark] if ok and not re.match(r"['’‘]\d0s", text[i : i + 4]) else None
    return _PAIRS[mark]


def _closes(text: str, i: int, span: Span, marks: str) -> int | None:
    if marks in "’'":
        found = _SINGLE_CLOSE.search(text, i + 1, span.end)
        # A possessive (the workers' demand) closes nothing when a later mark follows punctuation.
        while found and text[found.start() - 1] == "s" and (
            later := _SINGLE_CLOSE.search(text, found.end(), span.end)
        ) and text[later.start() - 1] in ",.?!":
            found = later
        return found.start() if found else None
    for j in range(i + 1, span.end):
        if text[j] in marks:
            return j
    return None
