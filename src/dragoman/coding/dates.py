"""Expressions of time and what they mean, resolved only where the words fix them."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from dragoman.coding.calendar import DAY, nearest_weekday, shift_month, week_of, year_for
from dragoman.coding.numerals import read_numeral
from dragoman.coding.parse import Parse, Word
from dragoman.coding.wordlists import load, words
from dragoman.model import DragomanError, Span
from dragoman.model.moment import Moment

Sense = Literal["date", "duration", "set"]
_ISO = re.compile(r"\d{4}-(?:\d{2}-\d{2}|\d{2}|W\d{2})")
_YEAR = re.compile(r"(?:19|20)\d\d")
_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?")


@dataclass(frozen=True)
class TimeExpression:
    """Words of time: the words `first` to `last` of the parse (last included).

    `value` is an ISO 8601 date (`2025-07-23`, `2025-W21`, `2025-05`, `2025`) or None; `duration` an ISO 8601 duration
    (`P50D`) or None; `assumed` where the value hangs on a report date that is itself assumed.
    `sense`: `date` names a point or stretch of the calendar, `duration` a length, `set` a recurrence.
    """

    span: Span
    first: int
    last: int
    sense: Sense
    value: str | None = None
    duration: str | None = None
    assumed: bool = False


@dataclass(frozen=True)
class _Reading:
    last: int
    value: str | None = None
    duration: str | None = None
    sense: Sense = "date"
    relative: bool = False


def find_dates(parse: Parse) -> tuple[TimeExpression, ...]:
    """Return the report's expressions of time, in order."""
    moment = parse.document.date.value
    report = moment.first if moment is not None and moment.is_day else None
    return tuple(e for sentence in parse.sentences for e in _expressions(parse, sentence.words, report))


def _expressions(parse: Parse, tokens: list[Word], report: datetime.date | None) -> Iterator[TimeExpression]:
    i = 0
    while i < len(tokens):
        reading = _read(tokens, i, report)
        if reading is None:
            i += 1
            continue
        span = parse.span(tokens[i : reading.last + 1])
        assumed = reading.relative and reading.value is not None and parse.document.date.assumed
        first, last = tokens[i].i, tokens[reading.last].i
        yield TimeExpression(span, first, last, reading.sense, reading.value, reading.duration, assumed)
        i = reading.last + 1


def _read(tokens: list[Word], i: int, report: datetime.date | None) -> _Reading | None:
    lower, table = tokens[i].lower, load("dates")
    written = _iso_written(tokens, i)
    if written is not None:
        return written
    if lower in ("earlier", "later") and i + 1 < len(tokens) and tokens[i + 1].lower == "this":
        return _pointed(tokens, i + 1, report)
    if lower in table["days"]:
        return _Reading(i, str(report + DAY * table["days"][lower]) if report else None, relative=True)
    if lower in ("every", "each") and i + 1 < len(tokens) and _names_time(tokens[i + 1]):
        return _Reading(i + 1, sense="set")
    return (
        _month_date(tokens, i, report) or _weekday(tokens, i, report) or _pointed(tokens, i, report)
        or _length(tokens, i, report) or _year(tokens, i)
    )  # fmt: skip


def _iso_written(tokens: list[Word], i: int) -> _Reading | None:
    """ "2031-09-10", "2031-W37"; the tokeniser splits them at their hyphens, so unbroken words are joined again."""
    if not _YEAR.match(tokens[i].text):
        return None
    joined, best = "", None
    for at in range(i, min(i + 5, len(tokens))):
        if at > i and tokens[at].start != tokens[at - 1].end:
            break
        joined += tokens[at].text
        if _ISO.fullmatch(joined) and _is_moment(joined):
            best = _Reading(at, joined)
    return best


def _is_moment(value: str) -> bool:
    try:
        Moment(value)
    except DragomanError:
        return False
    return True


def _names_time(word: Word) -> bool:
    return word.lower in load("dates")["weekdays"] or word.lower in load("dates")["units"]


def _month(tokens: list[Word], i: int) -> int | None:
    if i >= len(tokens) or not tokens[i].text[0].isupper() or tokens[i].tag == "MD":
        return None
    found: int | None = load("dates")["months"].get(tokens[i].lower.rstrip("."))
    return found


def _day(tokens: list[Word], i: int) -> int | None:
    shape = _DAY.fullmatch(tokens[i].lower) if i < len(tokens) else None
    return int(shape[1]) if shape and 1 <= int(shape[1]) <= 31 else None


def _month_date(tokens: list[Word], i: int, report: datetime.date | None) -> _Reading | None:
    """ "31 July 2025", "July 31, 2025", "July 2025", "in May"."""
    day, month, last = _day(tokens, i), _month(tokens, i + 1), i + 1
    if day is None or month is None:
        month, day, last = _month(tokens, i), _day(tokens, i + 1), i
        if month is None:
            return None
        last = i + 1 if day else i
    at = last + 2 if last + 1 < len(tokens) and tokens[last + 1].text == "," else last + 1
    if at < len(tokens) and _YEAR.fullmatch(tokens[at].text):
        return _Reading(at, _iso(int(tokens[at].text), month, day))
    bare = day is None and tokens[i].lower in ("may", "march") and (i == 0 or tokens[i - 1].pos != "ADP")
    if bare:
        return None
    year = year_for(report, month, day, _is_future(tokens[i])) if report else None
    return _Reading(last, _iso(year, month, day) if year else None, relative=True)


def _iso(year: int, month: int, day: int | None) -> str | None:
    """The date as ISO 8601, or None for a day that the calendar lacks."""
    if day is None:
        return f"{year:04d}-{month:02d}"
    try:
        return str(datetime.date(year, month, day))
    except ValueError:
        return None


def _is_future(word: Word) -> bool:
    """Whether the clause around the word looks ahead: a modal on its verb, or a preposition of deadlines before it."""
    ahead = words("dates", "future")
    for above in word.ancestors():
        if above.lower in ahead:
            return True
        if above.pos in ("VERB", "AUX"):
            return above.lemma in ahead or any(c.lower in ahead and c.dep in ("aux", "auxpass") for c in above.children)
    return False


def _weekday(tokens: list[Word], i: int, report: datetime.date | None) -> _Reading | None:
    """ "Wednesday", "last Friday", "next Monday", "on Monday, March 3" (the month decides there)."""
    turn = tokens[i].lower if tokens[i].lower in ("last", "next", "this") else None
    at = i + 1 if turn else i
    number = load("dates")["weekdays"].get(tokens[at].lower) if at < len(tokens) else None
    if number is None or not tokens[at].text[0].isupper():
        return None
    after = at + 2 if at + 1 < len(tokens) and tokens[at + 1].text == "," else at + 1
    exact = _month_date(tokens, after, report) if after < len(tokens) else None
    if exact is not None:
        return exact
    if report is None:
        return _Reading(at, relative=True)
    future = turn == "next" or (turn != "last" and _is_future(tokens[at]))
    day = nearest_weekday(report, number, future)
    if turn in ("last", "next") and day == report:
        day += DAY * (7 if turn == "next" else -7)
    return _Reading(at, str(day), relative=True)


def _pointed(tokens: list[Word], i: int, report: datetime.date | None) -> _Reading | None:
    """ "this week", "last month", "next year", "last weekend"."""
    steps = {"last": -1, "this": 0, "next": 1}
    lower = tokens[i].lower
    if lower not in steps or i + 1 >= len(tokens):
        return None
    step, unit = steps[lower], tokens[i + 1].lower
    if unit not in ("week", "weekend", "month", "year"):
        return None
    if report is None or unit == "weekend":
        return _Reading(i + 1, relative=True)
    values = {"week": week_of(report + DAY * 7 * step), "month": shift_month(report, step), "year": f"{report.year + step}"}
    return _Reading(i + 1, values[unit], relative=True)


def _length(tokens: list[Word], i: int, report: datetime.date | None) -> _Reading | None:
    """ "50-day", "six weeks", "40 minutes", "three months ago"."""
    found = read_numeral(tokens, i)
    if found is None and tokens[i].lower in ("a", "an"):
        found = (i, 1.0)
    if found is None or found[1] != int(found[1]):
        return None
    at = found[0] + 1
    if at + 1 < len(tokens) and tokens[at].text == "-":
        at += 1
    name = tokens[at].lower if at < len(tokens) else ""
    unit = load("dates")["units"].get(name.removesuffix("s"))
    if unit is None or (found[0] == i and tokens[i].lower in ("a", "an") and not _ago(tokens, at)):
        return None
    count = int(found[1])
    if _ago(tokens, at):
        return _Reading(at + 1, _before(report, name.removesuffix("s"), count) if report else None, relative=True)
    mark = "PT" if name.startswith(("minute", "hour")) else "P"
    return _Reading(at, duration=f"{mark}{count}{unit}", sense="duration")


def _ago(tokens: list[Word], at: int) -> bool:
    return at + 1 < len(tokens) and tokens[at + 1].lower == "ago"


def _before(report: datetime.date, unit: str, count: int) -> str | None:
    if unit == "day":
        return str(report - DAY * count)
    if unit == "week":
        return week_of(report - DAY * 7 * count)
    if unit == "month":
        return shift_month(report, -count)
    return f"{report.year - count:04d}" if unit == "year" else None


def _year(tokens: list[Word], i: int) -> _Reading | None:
    """ "in 2025", "since 2019": a bare year after a preposition, with nothing counted behind it."""
    if not _YEAR.fullmatch(tokens[i].text) or i == 0 or tokens[i - 1].lower not in ("in", "since", "by", "until", "from", "of"):
        return None
    counted = i + 1 < len(tokens) and tokens[i + 1].tag in ("NNS", "JJ")
    return None if counted else _Reading(i, tokens[i].text)
