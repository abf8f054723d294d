"""Where quotation marks open and close: double and single, straight and curly, over several paragraphs."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dragoman.coding.lost_marks import FEW, SENTENCE_END, reach, unmarked
from dragoman.model import Span

_PAIRS = {"“": '”"', "„": "“”", "«": "»", '"': '"”', "‘": "’", "'": "'"}
_CLOSING = frozenset("\"”»'’")
_SINGLE_CLOSE = re.compile(r"[’'](?!\w)")


@dataclass(frozen=True)
class Quotation:
    """What stands between two quotation marks, marks included. `closed` is False where a mark is missing:
    a quotation that goes on in the next paragraph (`runs_on`), or a slip of the writer's."""

    start: int
    end: int
    paragraph: int
    closed: bool = True
    runs_on: bool = False


def find_quotations(text: str, paragraphs: Iterable[Span]) -> tuple[Quotation, ...]:
    """Return the outermost quotations of each paragraph, in order; those that lost both marks only where the text loses many."""
    spans = list(paragraphs)
    out: list[Quotation] = []
    for number, span in enumerate(spans):
        following = spans[number + 1].start if number + 1 < len(spans) else None
        goes_on = following is not None and text[following] in '“"'
        out += _quotations_in(text, span, number, goes_on)
    lost = sum(not q.closed and not q.runs_on and text[q.end - 1] not in _CLOSING for q in out)
    return tuple(out) if lost < FEW else _with_unmarked(text, spans, out)


def _quotations_in(text: str, span: Span, number: int, goes_on: bool) -> Iterator[Quotation]:
    position = floor = span.start
    while position < span.end:
        found = _quotation_at(text, position, span, number, goes_on, floor)
        if found is not None:
            yield found
            position = floor = max(found.end, position + 1)
        else:
            position += 1


def _with_unmarked(text: str, spans: list[Span], found: list[Quotation]) -> tuple[Quotation, ...]:
    out = list(found)
    for number, span in enumerate(spans):
        places = [(q.start, q.end) for q in found if q.paragraph == number]
        out += (Quotation(a, b, number, closed=False) for a, b in unmarked(text, span, places))
    return tuple(sorted(out, key=lambda q: q.start))


def _quotation_at(text: str, i: int, span: Span, number: int, goes_on: bool, floor: int) -> Quotation | None:
    """The quotation that opens at `i`, or that a mark closes there which nothing opened, or None."""
    if _only_closes(text, i, span) and text[floor:i].strip():
        return Quotation(_sentence_start(text, floor, i), i + 1, number, closed=False)
    opened = _opens(text, i, span)
    if opened is None:
        return None
    close = _closes(text, i, span, opened)
    if close is not None:
        return Quotation(i, close + 1, number)
    if text[i] not in '“„«"':
        return None
    another = any(_opens_again(text, j, span) for j in range(i + 1, span.end))
    end = reach(text, i, span, generous=not another and (goes_on or i == span.start))
    return Quotation(i, end, number, closed=False, runs_on=goes_on and not another and end == span.end)


def _sentence_start(text: str, floor: int, end: int) -> int:
    """Where the words begin which a mark at `end` closes though nothing opened them; `floor` is the earliest place."""
    stops = list(SENTENCE_END.finditer(text, floor, max(end - 1, floor)))
    start = stops[-1].end() if stops and floor and text[floor - 1] in '”"' else floor
    while start < end and (text[start].isspace() or text[start] in ",;"):
        start += 1
    return start


def _opens(text: str, i: int, span: Span) -> str | None:
    """The marks that would close a quotation opening at `i`, or None where none opens."""
    mark = text[i]
    if mark not in _PAIRS:
        return None
    before = text[i - 1] if i > span.start else " "
    after = text[i + 1] if i + 1 < span.end else " "
    if mark in "‘'":
        if text[i : i + 2] == "''" and not before.isalnum() and not after.isspace():
            return "''"
        ok = not before.isalnum() and before not in "’'" and (after.isalnum() or after in "$€£[")
        return _PAIRS[mark] if ok and not re.match(r"['’‘]\d0s", text[i : i + 4]) else None
    return None if mark == '"' and before.isalnum() and after.isspace() else _PAIRS[mark]


def _only_closes(text: str, i: int, span: Span) -> bool:
    """Whether the mark at `i` can only close: it follows a stop or a comma and white space follows it."""
    if text[i] == "”":
        return True
    ends = i + 1 >= span.end or text[i + 1].isspace()
    return text[i] == '"' and i > span.start and ends and text[i - 1] in ",.?!"


def _opens_again(text: str, i: int, span: Span) -> bool:
    """Whether the mark at `i` can only open: a second opening says that the first was never closed."""
    if text[i] == "“":
        return True
    if text[i] != '"' or i + 1 >= span.end:
        return False
    return (text[i - 1].isspace() or text[i - 1] in "(—–") and not text[i + 1].isspace()


def _closes(text: str, i: int, span: Span, marks: str) -> int | None:
    """The place of the closing mark, or None where the paragraph has none before another quotation opens."""
    if marks == "''":
        found_at = text.find("''", i + 2, span.end)
        return found_at + 1 if found_at >= 0 else None
    if marks in "’'":
        return _single_closes(text, i, span)
    for j in range(i + 1, span.end):
        if text[j] in marks and not (text[j] == '"' and _opens_again(text, j, span)):
            return j
        if text[j] in '“"' and text[i] in '“"' and _opens_again(text, j, span):
            return None
    return None


def _single_closes(text: str, i: int, span: Span) -> int | None:
    found = _SINGLE_CLOSE.search(text, i + 1, span.end)
    # A possessive (the workers' demand) closes nothing when a later mark follows punctuation.
    while (
        found
        and text[found.start() - 1] == "s"
        and (later := _SINGLE_CLOSE.search(text, found.end(), span.end))
        and text[later.start() - 1] in ",.?!"
    ):
        found = later
    return found.start() if found else None
