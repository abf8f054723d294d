"""Expressions of time and what they mean, resolved only where the words fix them."""

import datetime
import functools
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dragoman.coding import calendar
from dragoman.coding.calendar import DAY
from dragoman.coding.lengths import Length, read_length
from dragoman.coding.named_days import YEAR, Page, Reading, Sense, continued, month_date, month_of, near_day, ordinal, weekday
from dragoman.coding.numerals import read_numeral
from dragoman.coding.parse import Parse, Word
from dragoman.coding.wordlists import load, words
from dragoman.coding.written_days import feast, in_figures, iso_written, year
from dragoman.model import Span
from dragoman.model.moment import Moment


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


_IDLE = frozenset(("the", "a", "an", "in", "this", "another", "each", "every"))
_MORE = ("weekend", "quarter", "decade", "century", "fortnight", "new", "other", "same")
_REACH = 6


@functools.lru_cache(maxsize=1)  # statements and scene both ask for the same report's
def find_dates(parse: Parse) -> tuple[TimeExpression, ...]:
    """Return the report's expressions of time, in order."""
    moment = parse.document.date.value
    report = moment.first if moment is not None and moment.is_day else None
    pages = (Page(s.words, report, parse.titled and s.paragraph == 0) for s in parse.sentences)
    return tuple(e for page in pages for e in _expressions(parse, page))


def _expressions(parse: Parse, page: Page) -> Iterator[TimeExpression]:
    i, before, openers, telling, idle = 0, None, _openers(), _telling(), _IDLE
    while i < len(page.tokens):
        word = page.tokens[i]
        reading = None
        led = word.lower in openers and (word.lower not in idle or _leads_on(page, i, telling))
        if led or word.text[0].isdigit() or "-" in word.lower:
            reading = (before and continued(page, i, before)) or _read(page, i)
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


def _leads_on(page: Page, i: int, telling: frozenset[str]) -> bool:
    """Whether one of the words behind "the", "a", "in", "this" is one of time: most are not, and need no reader."""
    behind = page.tokens[i + 1 : i + _REACH]
    return any(w.lower in telling or w.text[0].isdigit() or "-" in w.lower for w in behind)


@functools.cache
def _telling() -> frozenset[str]:
    """The words by which an article or a pointer opens an expression of time."""
    table = load("dates")
    more = [*table["seasons"], *table["day_parts"], *table["ordinals"], *(f"{x}s" for x in table["seasons"]), *_MORE]
    feasts = [x for name in table["feasts"] for x in name.split()]
    return (_openers() - _IDLE) | frozenset([*more, *feasts])


@functools.cache
def _openers() -> frozenset[str]:
    """The words with which an expression of time can begin, digits apart."""
    table, numbers = load("dates"), load("quantities")
    listed = [x for k in ("days", "weekdays", "months", "units") for x in table[k]]
    listed += [f"{x}." for x in table["months"]] + [f"{x}s" for x in (*table["units"], *table["weekdays"])]
    listed += [*table["parts"], *table["nearly"], *numbers["values"], *numbers["scales"]]
    listed += [x.split()[0] for x in table["feasts"]]
    pointers = "the this last next past coming earlier later every each once twice a an another half in daylong".split()
    return frozenset([*listed, *pointers, *(f"{x}long" for x in table["units"])])


def _read(page: Page, i: int) -> Reading | None:
    for reader in _READERS:
        found = reader(page, i)
        if found is not None:
            return found
    return None


def _recurring(page: Page, i: int) -> Reading | None:
    """ "every Wednesday", "every two weeks", "once a month", "on Mondays"."""
    lower = page.lower(i)
    if lower in ("every", "each"):
        at = i + 2 if page.lower(i + 1) == "other" else i + 1
        length = read_length(page.tokens, at) if at < len(page.tokens) else None
        if length is not None:
            return Reading(length.last, sense="set")
        return Reading(at, sense="set") if page.lower(at) in _cycles() else None
    if (
        lower in ("once", "twice", "times")
        and page.lower(i + 1) in ("a", "an", "every", "each")
        and page.lower(i + 2) in _cycles()
    ):
        return Reading(i + 2, sense="set")
    plural = lower.endswith("s") and lower[:-1] in load("dates")["weekdays"] and page.tokens[i].text[0].isupper()
    return Reading(i, sense="set") if plural else None


@functools.cache
def _cycles() -> frozenset[str]:
    table = load("dates")
    return frozenset([*table["weekdays"], *table["units"], *table["day_parts"], "weekend"])


def _part(page: Page, i: int) -> Reading | None:
    """ "the end of June", "the second half of 2036", "early March", "mid-October"; as precise as what it is part of."""
    lower = page.lower(i)
    if lower in words("dates", "nearly"):
        at = i + 2 if page.lower(i + 1) == "-" else i + 1
        inner = _stretch(page, at)
        return None if inner is None or inner.last < at else inner
    at = i + 1 if lower == "the" else i
    which = page.lower(at) if page.lower(at) in words("dates", "ordinals") else ""
    at += which != ""
    if which in ("first", "last") and page.lower(at) == "day" and page.lower(at + 1) == "of":
        return _edge(_stretch(page, at + 2), which)
    part = page.lower(at) in words("dates", "parts") or (which != "" and page.lower(at) == "week")
    return _stretch(page, at + 2) if part and page.lower(at + 1) == "of" else None


def _edge(whole: Reading | None, which: str) -> Reading | None:
    """The first or last day of a month or year."""
    if whole is None or whole.value is None or len(whole.value) not in (4, 7):
        return whole
    moment = Moment(whole.value)
    return replace(whole, value=str(moment.first if which == "first" else moment.last))


def _stretch(page: Page, at: int) -> Reading | None:
    """A month, a year, a week or a weekday of which something is a part; "the month" is the report's own."""
    if at >= len(page.tokens):
        return None
    if YEAR.fullmatch(page.tokens[at].text):
        return Reading(at, page.tokens[at].text)
    for reader in (month_date, weekday, _pointed):
        found = reader(page, at)
        if found is not None:
            return found
    unit = page.lower(at + 1)
    if page.lower(at) in ("the", "this") and unit in ("week", "month", "year"):
        value = _stepped(page.report, unit, 0) if page.report and page.ahead(at + 1) is not False else None
        return Reading(at + 1, value, relative=True)
    return None


def _pointed(page: Page, i: int) -> Reading | None:
    """ "this week", "later this month", "last weekend", "next May", "the weekend", "this spring", "next quarter"."""
    at = i + 1 if page.lower(i) in ("earlier", "later") and page.lower(i + 1) == "this" else i
    steps = {"last": -1, "this": 0, "next": 1}
    lower, name = page.lower(at), page.lower(at + 1)
    if lower == "the":
        return _vague(page, i)
    if lower not in steps or not name:
        return None
    if name in ("week", "month", "year"):
        return Reading(at + 1, _stepped(page.report, name, steps[lower]) if page.report else None, relative=True)
    if name == "weekend":
        value = calendar.week_of(page.report + DAY * 7 * steps[lower]) if page.report else None
        return Reading(at + 1, value, relative=True)
    if name in ("quarter", "decade", "century") or name in load("dates")["seasons"]:
        fixed = lower == "this" and name in load("dates")["seasons"] and name != "winter"
        return Reading(at + 1, str(page.report.year) if page.report and fixed else None, relative=True)
    month = month_of(page, at + 1)
    if month is None or page.report is None:
        return None
    turn = None if lower == "this" else lower == "next"
    return Reading(at + 1, calendar.iso(calendar.year_for(page.report, month, None, turn), month, None), relative=True)


def _stepped(report: datetime.date, unit: str, step: int) -> str | None:
    return calendar.shifted(report, unit[0].upper(), step)


def _vague(page: Page, i: int) -> Reading | None:
    """ "the weekend" goes with its clause; "the new year", "the coming week" fix nothing."""
    if page.lower(i + 1) == "weekend":
        ahead = page.ahead(i + 1)
        if page.report is None or ahead is None:
            return Reading(i + 1, relative=True)
        over = ahead or page.report.weekday() >= 5
        return Reading(i + 1, calendar.week_of(page.report - DAY * (0 if over else 7)), relative=True)
    vague = page.lower(i + 1) in ("new", "coming") and page.lower(i + 2) in ("week", "weekend", "month", "year")
    return Reading(i + 2, relative=True) if vague else None


def _length(page: Page, i: int) -> Reading | None:
    """ "50-day", "six weeks", "three months ago", "in three weeks", "21 days from Monday, March 3"."""
    lower = page.lower(i)
    if lower == "in":
        return _hence(page, i)
    if lower.removesuffix("s") in load("dates")["units"] and lower.endswith("s") and page.lower(i + 1) == "ago":
        return Reading(i + 1, relative=True)
    length = read_length(page.tokens, i)
    if length is None:
        return None
    follower, at = page.lower(length.last + 1), length.last + 1
    if follower == "ago":
        return Reading(at, _reckoned(page, i, length, -1), relative=True)
    if follower == "from" and page.lower(at + 1) == "now":
        return Reading(at + 1, _reckoned(page, i, length, 1), relative=True)
    if follower in ("later", "earlier") or (follower == "before" and page.lower(at + 1) in ("", ".", ",")):
        return Reading(at, relative=True)
    return _running(page, length) or Reading(length.last, duration=length.duration, sense="duration")


def _reckoned(page: Page, i: int, length: Length, sign: int) -> str | None:
    """So long before or after the report's day, in the unit that the words name; None where they leave it open."""
    rough = {page.lower(i - 1), page.lower(i - 2)} & words("dates", "rough")
    if page.report is None or length.clock or length.count != int(length.count) or rough:
        return None
    return calendar.shifted(page.report, length.letter, sign * int(length.count))


def _hence(page: Page, i: int) -> Reading | None:
    """ "will resume in three weeks" names a day or week, "will rebuild it in three weeks" a length."""
    length = read_length(page.tokens, i + 1) if i + 1 < len(page.tokens) else None
    if length is None or page.tokens[-1].text == "?" or page.lower(length.last + 1) in ("of", "from"):
        return None
    verb = next((a for a in page.tokens[i].ancestors() if a.pos in ("VERB", "AUX") or a.lemma == "due"), None)
    if verb is None or verb.lemma not in words("dates", "punctual") or page.ahead(i) is not True:
        return None
    if any(c.lower in words("dates", "bounding") for c in verb.children) or _is_ordered(verb):
        return None
    if any(c.lower in ("if", "unless") and c.dep == "mark" for c in verb.children):
        return None  # "if there is no contract in 45 days"
    value = _reckoned(page, i + 1, length, 1)
    return Reading(length.last, value, relative=True) if value else None


def _is_ordered(verb: Word) -> bool:
    """ "Told to strike an accord in 56 days": the time that is given for it."""
    ordering = verb.head.lemma in words("deadlines", "ordering") or verb.head.lemma == "tell"
    return verb.dep in ("xcomp", "ccomp") and ordering and any(c.tag == "TO" for c in verb.children)


def _running(page: Page, length: Length) -> Reading | None:
    """A length with the day from which it runs, and so with the day on which it ends."""
    at = length.last + 1
    while at < length.last + 4 and page.lower(at) in words("dates", "running"):
        at += 1
    if at == length.last + 1 or at >= len(page.tokens) or length.duration is None or page.lower(at - 1) in ("after", "of"):
        return None
    start = near_day(page, at) or month_date(page, at) or weekday(page, at)
    direct = page.lower(length.last + 1) in ("from", "starting", "beginning", "counting", "counted", "running")
    if start is None or start.value is None or len(start.value) != 10 or not direct:
        return None
    ends = calendar.after(start.value, length.duration)
    return Reading(start.last, ends, length.duration, relative=start.relative, start=start.value)


def _range(page: Page, i: int) -> Reading | None:
    """ "two to three weeks", "2-3 days", "between four and six months": a length that is not fixed."""
    first = read_numeral(page.tokens, i)
    at = first[0] + 1 if first is not None else 0
    if first is None or page.lower(at) not in ("to", "-", "–", "or", "and"):
        return None
    if page.lower(at) == "and" and page.lower(i - 1) != "between":
        return None
    length = read_length(page.tokens, at + 1) if at + 1 < len(page.tokens) else None
    return Reading(length.last, sense="duration") if length is not None and length.count > first[1] else None


def _later(page: Page, i: int) -> Reading | None:
    """ "A decade later": so long after something told before."""
    unit = page.lower(i + 1) in load("dates")["units"] and page.lower(i) in ("a", "an")
    return Reading(i + 2, relative=True) if unit and page.lower(i + 2) in ("later", "earlier") else None


_READERS = (
    iso_written, in_figures, feast, _recurring, _part, near_day, month_date, weekday, ordinal, _pointed, _range, _later,
    _length, year,
)  # fmt: skip
