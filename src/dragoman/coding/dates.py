"""Expressions of time and what they mean, resolved only where the words fix them."""

import datetime
import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from dragoman.coding import calendar
from dragoman.coding.calendar import DAY
from dragoman.coding.lengths import Length, read_length
from dragoman.coding.parse import Parse, Word
from dragoman.coding.tense import looks_ahead
from dragoman.coding.wordlists import load, words
from dragoman.model import DragomanError, Span
from dragoman.model.moment import Moment

Sense = Literal["date", "duration", "set"]
_ISO = re.compile(r"\d{4}-(?:\d{2}-\d{2}|\d{2}|W\d{2})")
_YEAR = re.compile(r"(?:19|20)\d\d")
_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?")
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)")


@dataclass(frozen=True)
class TimeExpression:
    """Words of time: the words `first` to `last` of the parse (last included).

    `value` is an ISO 8601 date (`2025-07-23`, `2025-W21`, `2025-05`, `2025`) or None; `duration` an ISO 8601 duration
    (`P50D`) or None; `start` the day from which the words let the duration run, or None; `assumed` where the value hangs
    on a report date that is itself assumed.
    `sense`: `date` names a point or stretch of the calendar, `duration` a length, `set` a recurrence.
    """

    span: Span
    first: int
    last: int
    sense: Sense
    value: str | None = None
    duration: str | None = None
    assumed: bool = False
    start: str | None = None


@dataclass(frozen=True)
class _Reading:
    last: int
    value: str | None = None
    duration: str | None = None
    sense: Sense = "date"
    relative: bool = False
    start: str | None = None


@dataclass(frozen=True)
class _Page:
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


def find_dates(parse: Parse) -> tuple[TimeExpression, ...]:
    """Return the report's expressions of time, in order."""
    moment = parse.document.date.value
    report = moment.first if moment is not None and moment.is_day else None
    pages = (_Page(s.words, report, parse.titled and s.paragraph == 0) for s in parse.sentences)
    return tuple(e for page in pages for e in _expressions(parse, page))


def _expressions(parse: Parse, page: _Page) -> Iterator[TimeExpression]:
    i, before = 0, None
    while i < len(page.tokens):
        word = page.tokens[i]
        reading = None
        if word.lower in _openers() or word.text[0].isdigit() or "-" in word.lower:
            reading = (before and _continued(page, i, before)) or _read(page, i)
        if reading is None:
            i += 1
            continue
        before = reading
        span = parse.span(page.tokens[i : reading.last + 1])
        assumed = reading.relative and reading.value is not None and parse.document.date.assumed
        yield TimeExpression(
            span, word.i, page.tokens[reading.last].i, reading.sense, reading.value, reading.duration, assumed, reading.start
        )
        i = reading.last + 1


@functools.cache
def _openers() -> frozenset[str]:
    """The words with which an expression of time can begin, digits apart."""
    table, numbers = load("dates"), load("quantities")
    listed = [x for k in ("days", "weekdays", "months", "units") for x in table[k]]
    listed += [f"{x}." for x in table["months"]] + [f"{x}s" for x in (*table["units"], *table["weekdays"])]
    listed += [*table["parts"], *table["nearly"], *numbers["values"], *numbers["scales"]]
    pointers = "the this last next past coming earlier later every each once twice a an another half in daylong".split()
    return frozenset([*listed, *pointers, *(f"{x}long" for x in table["units"])])


def _read(page: _Page, i: int) -> _Reading | None:
    for reader in (_iso_written, _recurring, _part, _near_day, _month_date, _weekday, _ordinal, _pointed, _length, _year):
        found = reader(page, i)
        if found is not None:
            return found
    return None


def _iso_written(page: _Page, i: int) -> _Reading | None:
    """ "2031-09-10", "2031-W37"; the tokeniser splits them at their hyphens, so unbroken words are joined again."""
    tokens = page.tokens
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


def _recurring(page: _Page, i: int) -> _Reading | None:
    """ "every Wednesday", "every two weeks", "once a month", "on Mondays"."""
    lower = page.lower(i)
    if lower in ("every", "each"):
        at = i + 2 if page.lower(i + 1) == "other" else i + 1
        length = read_length(page.tokens, at) if at < len(page.tokens) else None
        if length is not None:
            return _Reading(length.last, sense="set")
        return _Reading(at, sense="set") if page.lower(at) in _cycles() else None
    if lower in ("once", "twice", "times") and page.lower(i + 1) in ("a", "an", "every", "each") and page.lower(i + 2) in _cycles():
        return _Reading(i + 2, sense="set")
    plural = lower.endswith("s") and lower[:-1] in load("dates")["weekdays"] and page.tokens[i].text[0].isupper()
    return _Reading(i, sense="set") if plural else None


@functools.cache
def _cycles() -> frozenset[str]:
    table = load("dates")
    return frozenset([*table["weekdays"], *table["units"], *table["day_parts"], "weekend"])


def _part(page: _Page, i: int) -> _Reading | None:
    """ "the end of June", "the second half of 2036", "early March", "mid-October"; as precise as what it is part of."""
    lower = page.lower(i)
    if lower in words("dates", "nearly"):
        at = i + 2 if page.lower(i + 1) == "-" else i + 1
        inner = _stretch(page, at)
        return None if inner is None or inner.last < at else inner
    at = i + 1 if lower == "the" else i
    at += page.lower(at) in words("dates", "ordinals")
    if page.lower(at) not in words("dates", "parts") or page.lower(at + 1) != "of":
        return None
    return _stretch(page, at + 2)


def _stretch(page: _Page, at: int) -> _Reading | None:
    """A month, a year, a week or a weekday of which something is a part; "the month" is the report's own."""
    if at >= len(page.tokens):
        return None
    if _YEAR.fullmatch(page.tokens[at].text):
        return _Reading(at, page.tokens[at].text)
    for reader in (_month_date, _weekday, _pointed):
        found = reader(page, at)
        if found is not None:
            return found
    unit = page.lower(at + 1)
    if page.lower(at) in ("the", "this") and unit in ("week", "month", "year"):
        value = _stepped(page.report, unit, 0) if page.report and page.ahead(at + 1) is not False else None
        return _Reading(at + 1, value, relative=True)
    return None


def _near_day(page: _Page, i: int) -> _Reading | None:
    """ "yesterday", "last night", "the day after tomorrow"."""
    table, lower = load("dates"), page.lower(i)
    last, step = i, table["days"].get(lower)
    if lower == "the" and page.lower(i + 1) == "day" and page.lower(i + 3) in table["days"]:
        last, step = i + 3, {"before": -1, "after": 1}.get(page.lower(i + 2), 0) + table["days"][page.lower(i + 3)]
    elif lower in ("this", "last") and page.lower(i + 1) in table["day_parts"]:
        last, step = i + 1, 0 if lower == "this" else -1
    if step is None:
        return None
    return _Reading(last, str(page.report + DAY * step) if page.report else None, relative=True)


def _month(page: _Page, i: int) -> int | None:
    if i >= len(page.tokens):
        return None
    word = page.tokens[i]
    if not word.text[0].isupper() or word.tag == "MD" or word.ent == "PERSON" or (i and page.tokens[i - 1].text in _TITLES):
        return None
    found: int | None = load("dates")["months"].get(word.lower.rstrip("."))
    return found


_TITLES = frozenset({"Mr.", "Mrs.", "Ms.", "Dr."})


def _day(page: _Page, i: int) -> int | None:
    shape = _DAY.fullmatch(page.lower(i))
    return int(shape[1]) if shape and 1 <= int(shape[1]) <= 31 else None


def _month_date(page: _Page, i: int) -> _Reading | None:
    """ "31 July 2025", "July 31, 2025", "July 2025", "the 9th of January", "in May", "20 to 27 February" (its first day)."""
    at = i + 1 if page.lower(i) == "the" else i
    day = _day(page, at)
    if day is not None:
        gap = 1 if page.lower(at + 1) == "of" else 0
        month = _month(page, at + 1 + gap)
        if month is not None:
            return _dated(page, at + 1 + gap, month, day)
        if page.lower(at + 1) in words("dates", "ranges") and _day(page, at + 2) and (month := _month(page, at + 3)):
            return replace(_dated(page, at + 3, month, day), last=at)
        return None
    month = _month(page, i)
    if month is None:
        return None
    if (day := _day(page, i + 1)) and page.lower(i + 2) not in ("percent", "%"):
        return _dated(page, i + 1, month, day)
    bare = page.lower(i) in ("may", "march") and (i == 0 or page.tokens[i - 1].pos not in ("ADP", "ADJ"))
    found = _dated(page, i, month, None)
    return None if bare and found.relative and page.lower(i - 1) not in ("last", "next", "this") else found


def _dated(page: _Page, last: int, month: int, day: int | None) -> _Reading:
    """The month and day with the year that follows the word `last`, or the one that the clause lets it have."""
    at = last + 1 + (page.lower(last + 1) == ",")
    if at < len(page.tokens) and _YEAR.fullmatch(page.tokens[at].text):
        return _Reading(at, calendar.iso(int(page.tokens[at].text), month, day))
    at = last + 1 + (page.lower(last + 1) == "of")
    step = {"last": -1, "this": 0, "next": 1}.get(page.lower(at))
    if step is not None and page.lower(at + 1) == "year":
        year = page.report.year + step if page.report else None
        return _Reading(at + 1, calendar.iso(year, month, day) if year else None, relative=True)
    if page.report is None:
        return _Reading(last, relative=True)
    ahead = page.ahead(last)
    value = calendar.iso(calendar.year_for(page.report, month, day, ahead), month, day)
    if ahead and day and value and calendar.just_past(page.report, value):
        value = calendar.iso(calendar.year_for(page.report, month, day, None), month, day)
    return _Reading(last, value, relative=True)


def _continued(page: _Page, i: int, before: _Reading) -> _Reading | None:
    """ "December 3-5", "between June 4 and 8", "2030 to 2034": the later end of a range."""
    joined = i - before.last == 2 and page.lower(i - 1) in words("dates", "ranges")
    if before.value is None or before.sense != "date" or not joined:
        return None
    if _YEAR.fullmatch(before.value) and _YEAR.fullmatch(page.tokens[i].text):
        return _Reading(i, page.tokens[i].text)
    day, follower = _day(page, i), page.tokens[i + 1] if i + 1 < len(page.tokens) else None
    counted = follower is not None and (follower.pos in ("NOUN", "PROPN", "ADJ", "NUM") or follower.lower in ("-", "%", "of"))
    if len(before.value) != 10 or day is None or counted or not _DAY.fullmatch(page.lower(before.last)):
        return None
    value = calendar.iso(int(before.value[:4]), int(before.value[5:7]), day)
    return _Reading(i, value, relative=before.relative) if value and value > before.value else None


def _weekday(page: _Page, i: int) -> _Reading | None:
    """ "Wednesday", "last Friday", "next Monday", "on Monday, March 3" (the month decides there)."""
    turn = page.lower(i) if page.lower(i) in ("last", "next", "this") else None
    at = i + 1 if turn else i
    at += turn == "this" and page.lower(at) == "coming"
    number = load("dates")["weekdays"].get(page.lower(at))
    if number is None or not page.tokens[at].text[0].isupper() or page.tokens[at].ent == "PERSON":
        return None
    if page.lower(i - 1) in words("dates", "no_weekday"):
        return None
    exact = _month_date(page, at + 1 + (page.lower(at + 1) in (",", "the"))) if at + 1 < len(page.tokens) else None
    if exact is not None and any(_day(page, k) for k in range(at + 1, exact.last + 1)):
        return _on_weekday(exact, number, page.report)
    if page.report is None:
        return _Reading(at, relative=True)
    return _Reading(at, _which_weekday(page, at, turn, number, page.report), relative=True)


def _on_weekday(reading: _Reading, number: int, report: datetime.date | None) -> _Reading:
    """The reading in the year, the report's or one beside it, in which the day falls on that weekday; the nearest first."""
    if not reading.relative or reading.value is None or report is None:
        return reading
    years = sorted((report.year + step for step in (-1, 0, 1)), key=lambda y: abs(y - report.year))
    days = [d for y in years if (d := calendar.iso(y, int(reading.value[5:7]), int(reading.value[8:])))]
    fitting = [d for d in days if datetime.date.fromisoformat(d).weekday() == number]
    return replace(reading, value=fitting[0]) if fitting else reading


def _which_weekday(page: _Page, at: int, turn: str | None, number: int, report: datetime.date) -> str | None:
    """The day meant; None for "next Friday" in a week whose own Friday is still to come, which people take both ways."""
    if turn == "next":
        return None if number > report.weekday() else str(calendar.nearest_weekday(report + DAY, number, future=True))
    if turn == "last":
        return str(calendar.nearest_weekday(report - DAY, number, future=False))
    ahead = page.ahead(at)
    future = ahead is not False if turn == "this" else ahead is True
    return str(calendar.nearest_weekday(report, number, future))


def _ordinal(page: _Page, i: int) -> _Reading | None:
    """ "on the 24th"."""
    if page.lower(i) != "the" or page.lower(i - 1) not in words("dates", "before_ordinal"):
        return None
    shape = _ORDINAL.fullmatch(page.lower(i + 1))
    follower = page.tokens[i + 2] if i + 2 < len(page.tokens) else None
    if shape is None or int(shape[1]) > 31 or (follower and follower.pos in ("NOUN", "PROPN", "ADJ", "NUM")):
        return None
    value = calendar.day_of_month(page.report, int(shape[1]), page.ahead(i + 1) is True) if page.report else None
    return _Reading(i + 1, value, relative=True)


def _pointed(page: _Page, i: int) -> _Reading | None:
    """ "this week", "later this month", "last weekend", "next May", "the weekend", "this spring", "next quarter"."""
    at = i + 1 if page.lower(i) in ("earlier", "later") and page.lower(i + 1) == "this" else i
    steps = {"last": -1, "this": 0, "next": 1}
    lower, name = page.lower(at), page.lower(at + 1)
    if lower == "the":
        return _vague(page, i)
    if lower not in steps or not name:
        return None
    if name in ("week", "month", "year"):
        return _Reading(at + 1, _stepped(page.report, name, steps[lower]) if page.report else None, relative=True)
    if name == "weekend":
        value = calendar.week_of(page.report + DAY * 7 * steps[lower]) if page.report else None
        return _Reading(at + 1, value, relative=True)
    if name in ("quarter", "decade", "century") or name in load("dates")["seasons"]:
        fixed = lower == "this" and name in load("dates")["seasons"] and name != "winter"
        return _Reading(at + 1, str(page.report.year) if page.report and fixed else None, relative=True)
    month = _month(page, at + 1)
    if month is None or page.report is None:
        return None
    turn = None if lower == "this" else lower == "next"
    return _Reading(at + 1, calendar.iso(calendar.year_for(page.report, month, None, turn), month, None), relative=True)


def _stepped(report: datetime.date, unit: str, step: int) -> str | None:
    return calendar.shifted(report, unit[0].upper(), step)


def _vague(page: _Page, i: int) -> _Reading | None:
    """ "the weekend" goes with its clause; "the new year", "the coming week" fix nothing."""
    if page.lower(i + 1) == "weekend":
        ahead = page.ahead(i + 1)
        if page.report is None or ahead is None:
            return _Reading(i + 1, relative=True)
        over = ahead or page.report.weekday() >= 5
        return _Reading(i + 1, calendar.week_of(page.report - DAY * (0 if over else 7)), relative=True)
    vague = page.lower(i + 1) in ("new", "coming") and page.lower(i + 2) in ("week", "weekend", "month", "year")
    return _Reading(i + 2, relative=True) if vague else None


def _length(page: _Page, i: int) -> _Reading | None:
    """ "50-day", "six weeks", "three months ago", "in three weeks", "21 days from Monday, March 3"."""
    lower = page.lower(i)
    if lower == "in":
        return _hence(page, i)
    if lower.removesuffix("s") in load("dates")["units"] and lower.endswith("s") and page.lower(i + 1) == "ago":
        return _Reading(i + 1, relative=True)
    length = read_length(page.tokens, i)
    if length is None:
        return None
    follower, at = page.lower(length.last + 1), length.last + 1
    if follower == "ago":
        return _Reading(at, _reckoned(page, i, length, -1), relative=True)
    if follower == "from" and page.lower(at + 1) == "now":
        return _Reading(at + 1, _reckoned(page, i, length, 1), relative=True)
    if follower in ("later", "earlier") or (follower == "before" and page.lower(at + 1) in ("", ".", ",")):
        return _Reading(at, relative=True)
    return _running(page, length) or _Reading(length.last, duration=length.duration, sense="duration")


def _reckoned(page: _Page, i: int, length: Length, sign: int) -> str | None:
    """So long before or after the report's day, in the unit that the words name; None where they leave it open."""
    rough = {page.lower(i - 1), page.lower(i - 2)} & words("dates", "rough")
    if page.report is None or length.clock or length.count != int(length.count) or rough:
        return None
    return calendar.shifted(page.report, length.letter, sign * int(length.count))


def _hence(page: _Page, i: int) -> _Reading | None:
    """ "will resume in three weeks" names a day or week, "will rebuild it in three weeks" a length."""
    length = read_length(page.tokens, i + 1) if i + 1 < len(page.tokens) else None
    if length is None or page.tokens[-1].text == "?" or page.lower(length.last + 1) in ("of", "from"):
        return None
    verb = next((a for a in page.tokens[i].ancestors() if a.pos in ("VERB", "AUX") or a.lemma == "due"), None)
    if verb is None or verb.lemma not in words("dates", "punctual") or page.ahead(i) is not True:
        return None
    if any(c.lower in words("dates", "bounding") for c in verb.children):
        return None
    value = _reckoned(page, i + 1, length, 1)
    return _Reading(length.last, value, relative=True) if value else None


def _running(page: _Page, length: Length) -> _Reading | None:
    """A length with the day from which it runs, and so with the day on which it ends."""
    at = length.last + 1
    while at < length.last + 4 and page.lower(at) in words("dates", "running"):
        at += 1
    if at == length.last + 1 or at >= len(page.tokens) or length.duration is None or page.lower(at - 1) in ("after", "of"):
        return None
    start = _near_day(page, at) or _month_date(page, at) or _weekday(page, at)
    direct = page.lower(length.last + 1) in ("from", "starting", "beginning", "counting", "counted", "running")
    if start is None or start.value is None or len(start.value) != 10 or not direct:
        return None
    ends = calendar.after(start.value, length.duration)
    return _Reading(start.last, ends, length.duration, relative=start.relative, start=start.value)


def _year(page: _Page, i: int) -> _Reading | None:
    """ "in 2025", "since 2019": a bare year after a preposition, with nothing counted behind it; "the 2015 accord"."""
    if not _YEAR.fullmatch(page.tokens[i].text) or i == 0:
        return None
    follower = page.tokens[i + 1].tag if i + 1 < len(page.tokens) else ""
    if page.lower(i - 1) in ("the", "a", "its", "their") and follower in ("NN", "NNP"):
        return _Reading(i, page.tokens[i].text)
    led = page.lower(i - 1) in words("dates", "before_year")
    return _Reading(i, page.tokens[i].text) if led and follower not in ("NNS", "JJ") else None
