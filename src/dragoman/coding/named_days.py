"""Days and months by their names: "Wednesday", "July 31, 2029", "the 24th", "the day after tomorrow"."""

import datetime
import re
from dataclasses import dataclass, replace
from typing import Literal

from dragoman.coding import calendar
from dragoman.coding.calendar import DAY
from dragoman.coding.parse import Word
from dragoman.coding.tense import looks_ahead
from dragoman.coding.wordlists import load, words

Sense = Literal["date", "duration", "set"]
YEAR = re.compile(r"(?:19|20)\d\d")
_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?")
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)")
_TITLES = frozenset({"Mr.", "Mrs.", "Ms.", "Dr."})


@dataclass(frozen=True)
class Reading:
    """What words of time up to the word `last` of their sentence say; `relative` where the report's day was needed."""

    last: int
    value: str | None = None
    duration: str | None = None
    sense: Sense = "date"
    relative: bool = False
    start: str | None = None


@dataclass(frozen=True)
class Page:
    """The words of a sentence, whether they are a headline, and the day of the report."""

    tokens: list[Word]
    report: datetime.date | None
    title: bool

    def lower(self, i: int) -> str:
        """The word at `i` in lower case, or nothing beyond the sentence."""
        return self.tokens[i].lower if 0 <= i < len(self.tokens) else ""

    def ahead(self, i: int) -> bool | None:
        """Whether the clause around the word at `i` looks ahead."""
        return looks_ahead(self.tokens[i], self.title)


def near_day(page: Page, i: int) -> Reading | None:
    """ "yesterday", "last night", "the day after tomorrow"."""
    table, lower = load("dates"), page.lower(i)
    last, step = i, table["days"].get(lower)
    if lower == "the" and page.lower(i + 1) == "day" and page.lower(i + 3) in table["days"]:
        last, step = i + 3, {"before": -1, "after": 1}.get(page.lower(i + 2), 0) + table["days"][page.lower(i + 3)]
    elif lower in ("this", "last") and page.lower(i + 1) in table["day_parts"]:
        last, step = i + 1, 0 if lower == "this" else -1
    if step is None:
        return None
    return Reading(last, str(page.report + DAY * step) if page.report else None, relative=True)


def month_of(page: Page, i: int) -> int | None:
    """Return the number of the month named at `i`, or None."""
    if i >= len(page.tokens):
        return None
    word = page.tokens[i]
    if not word.text[0].isupper() or word.tag == "MD" or word.ent == "PERSON" or (i and page.tokens[i - 1].text in _TITLES):
        return None
    found: int | None = load("dates")["months"].get(word.lower.rstrip("."))
    return found


def _day(page: Page, i: int) -> int | None:
    shape = _DAY.fullmatch(page.lower(i))
    return int(shape[1]) if shape and 1 <= int(shape[1]) <= 31 else None


def month_date(page: Page, i: int) -> Reading | None:
    """ "31 July 2025", "July 31, 2025", "July 2025", "the 9th of January", "in May", "20 to 27 February" (its first day)."""
    at = i + 1 if page.lower(i) == "the" else i
    day = _day(page, at)
    if day is not None:
        gap = 1 if page.lower(at + 1) == "of" else 0
        month = month_of(page, at + 1 + gap)
        if month is not None:
            return _dated(page, at + 1 + gap, month, day)
        if page.lower(at + 1) in words("dates", "ranges") and _day(page, at + 2) and (month := month_of(page, at + 3)):
            return replace(_dated(page, at + 3, month, day), last=at)
        return None
    month = month_of(page, i)
    if month is None:
        return None
    if (day := _day(page, i + 1)) and page.lower(i + 2) not in ("percent", "%"):
        return _dated(page, i + 1, month, day)
    led = i > 0 and (page.tokens[i - 1].pos in ("ADP", "ADJ", "DET") or page.lower(i - 1) == "-")
    bare = page.lower(i) in ("may", "march") and not led
    found = _dated(page, i, month, None)
    return None if bare and found.relative and page.lower(i - 1) not in ("last", "next", "this") else found


def _dated(page: Page, last: int, month: int, day: int | None) -> Reading:
    """The month and day with the year that follows the word `last`, or the one that the clause lets it have."""
    at = last + 1 + (page.lower(last + 1) == ",")
    if at < len(page.tokens) and YEAR.fullmatch(page.tokens[at].text):
        return Reading(at, calendar.iso(int(page.tokens[at].text), month, day))
    at = last + 1 + (page.lower(last + 1) == "of")
    step = {"last": -1, "this": 0, "next": 1}.get(page.lower(at))
    if step is not None and page.lower(at + 1) == "year":
        year = page.report.year + step if page.report else None
        return Reading(at + 1, calendar.iso(year, month, day) if year else None, relative=True)
    if page.report is None:
        return Reading(last, relative=True)
    ahead = page.ahead(last)
    value = calendar.iso(calendar.year_for(page.report, month, day, ahead), month, day)
    named = day is not None or page.lower(last + 1) in words("dates", "forward")
    if ahead and named and value and calendar.just_past(page.report, value):
        value = calendar.iso(calendar.year_for(page.report, month, day, None), month, day)
    return Reading(last, value, relative=True)


def continued(page: Page, i: int, before: Reading) -> Reading | None:
    """ "December 3-5", "between June 4 and 8", "2030 to 2034": the later end of a range."""
    joined = i - before.last == 2 and page.lower(i - 1) in words("dates", "ranges")
    if before.value is None or before.sense != "date" or not joined:
        return None
    if YEAR.fullmatch(before.value) and YEAR.fullmatch(page.tokens[i].text):
        return Reading(i, page.tokens[i].text)
    day, follower = _day(page, i), page.tokens[i + 1] if i + 1 < len(page.tokens) else None
    counted = follower is not None and (follower.pos in ("NOUN", "PROPN", "ADJ", "NUM") or follower.lower in ("-", "%", "of"))
    if len(before.value) != 10 or day is None or counted or not _DAY.fullmatch(page.lower(before.last)):
        return None
    value = calendar.iso(int(before.value[:4]), int(before.value[5:7]), day)
    return Reading(i, value, relative=before.relative) if value and value > before.value else None


def weekday(page: Page, i: int) -> Reading | None:
    """ "Wednesday", "last Friday", "next Monday", "on Monday, March 3" (the month decides there)."""
    turn = page.lower(i) if page.lower(i) in ("last", "next", "this") else None
    at = i + 1 if turn else i
    at += turn == "this" and page.lower(at) == "coming"
    number = load("dates")["weekdays"].get(page.lower(at))
    if number is None or not page.tokens[at].text[0].isupper() or page.tokens[at].ent == "PERSON":
        return None
    if page.lower(i - 1) in words("dates", "no_weekday"):
        return None
    exact = month_date(page, at + 1 + (page.lower(at + 1) in (",", "the"))) if at + 1 < len(page.tokens) else None
    if exact is not None and any(_day(page, k) for k in range(at + 1, exact.last + 1)):
        return _on_weekday(exact, number, page.report)
    if page.report is None:
        return Reading(at, relative=True)
    if turn is None and (week := _of_week(page, at + 1)) is not None:
        last, step = week
        monday = page.report - DAY * page.report.weekday() + DAY * 7 * step
        return Reading(last, str(monday + DAY * number), relative=True)
    return Reading(at, _which_weekday(page, at, turn, number, page.report), relative=True)


def _of_week(page: Page, at: int) -> tuple[int, int] | None:
    """ "Friday next week", "Tuesday of last week": where it ends, and how many weeks from the report's."""
    at += page.lower(at) == "of"
    step = {"last": -1, "this": 0, "next": 1}.get(page.lower(at))
    return (at + 1, step) if step is not None and page.lower(at + 1) == "week" else None


def _on_weekday(reading: Reading, number: int, report: datetime.date | None) -> Reading:
    """The reading in the year, the report's or one beside it, in which the day falls on that weekday; the nearest first."""
    if not reading.relative or reading.value is None or report is None:
        return reading
    years = sorted((report.year + step for step in (-1, 0, 1)), key=lambda y: abs(y - report.year))
    days = [d for y in years if (d := calendar.iso(y, int(reading.value[5:7]), int(reading.value[8:])))]
    fitting = [d for d in days if datetime.date.fromisoformat(d).weekday() == number]
    return replace(reading, value=fitting[0]) if fitting else reading


def _which_weekday(page: Page, at: int, turn: str | None, number: int, report: datetime.date) -> str | None:
    """The day meant; None for "next Friday" in a week whose own Friday is still to come, which people take both ways."""
    if turn == "next":
        return None if number > report.weekday() else str(calendar.nearest_weekday(report + DAY, number, future=True))
    if turn == "last":
        return str(calendar.nearest_weekday(report - DAY, number, future=False))
    ahead = page.ahead(at)
    future = ahead is not False if turn == "this" else ahead is True
    return str(calendar.nearest_weekday(report, number, future))


def ordinal(page: Page, i: int) -> Reading | None:
    """ "on the 24th"."""
    if page.lower(i) != "the" or page.lower(i - 1) not in words("dates", "before_ordinal"):
        return None
    shape = _ORDINAL.fullmatch(page.lower(i + 1))
    follower = page.tokens[i + 2] if i + 2 < len(page.tokens) else None
    if shape is None or int(shape[1]) > 31 or (follower and follower.pos in ("NOUN", "PROPN", "ADJ", "NUM")):
        return None
    value = calendar.day_of_month(page.report, int(shape[1]), page.ahead(i + 1) is True) if page.report else None
    return Reading(i + 1, value, relative=True)
