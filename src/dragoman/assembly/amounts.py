"""Amounts in the words of a finding: numbers with the unit they count, as far as these tell one amount from another."""

import re
from collections.abc import Iterator
from functools import lru_cache

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty"
).split()
_TENS = {w: 10 * n for n, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
_VALUES: dict[str, float] = {**{w: n for n, w in enumerate(_SMALL)}, **_TENS, "dozen": 12, "half": 0.5}
NUMERALS = frozenset(_VALUES)
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "m": 1e6, "bn": 1e9}
_PERCENT = re.compile(r"per ?cent\b|percent\b|%|percentage points?\b", re.I)
_TOKEN = re.compile(r"\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|[^\W\d_]+(?:-[^\W\d_]+)*|%|[$€£]")
_NOT_UNITS = frozenset(
    "of the a an more in on by to for and or at its their was were is are has have had be from than will would can could".split()
    + "may might must should do does did not now then today this that still only".split()
)
_MONTH = "(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_CALENDAR = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH}|{_MONTH} \d{{1,2}})\b(?:,? \d{{4}})?|\b(?:19|20)\d\d\b", re.I
)
Amount = tuple[float, str]
_AMOUNT = (
    rf"(?:[$€£] ?)?(?:\d[\d,.]*\d|\d|(?:{'|'.join(_VALUES)})\b(?:-\w+)?)(?: (?:hundred|thousand|million|billion))?"
    r"(?: ?%| [a-z]+(?: cents?)?)?"
)
_MOVES = tuple(
    (re.compile(p.replace("A_", rf"(?P<a>{_AMOUNT})").replace("B_", rf"(?P<b>{_AMOUNT})"), re.I), turned)
    for p, turned in (
        (r"\bfrom (?:an? |the |some |about )?(?:\w+ )?A_(?: [\w’']+){0,4},? to (?:an? |some |about )?B_", False),
        (r"\bto (?:an? |some |about )?A_(?: [\w’']+){0,4},? (?:down |up )?from (?:an? |some |about )?B_", True),
        (r"\bB_(?: [\w’']+){0,3},? (?:down|up) from (?:an? |the )?A_", False),
        (r"\bB_(?: [\w’']+){0,3},? (?:instead of|rather than|in place of|no longer) (?:the )?A_", False),
        (r"\b(?:was|were|used to be|had been) A_[^.;!?]*[.;,] [^.;!?]*\b(?:is|are|it['’]s) (?:now )?B_", False),
    )
)


_EACH = frozenset({"a", "an", "per", "each", "every"})
_RATES = {
    **{w: w for w in ("hour", "day", "week", "month", "quarter", "year")},
    **{"hourly": "hour", "daily": "day", "weekly": "week", "monthly": "month", "quarterly": "quarter"},
    **{"yearly": "year", "annual": "year", "annually": "year", "annum": "year"},
}
_RATE_WORDS = frozenset(w for w in _RATES if w.endswith(("ly", "annual")))
_OVER = re.compile(
    rf"\b(?:over|for|across|within|in|during|spread over) (?:the )?(?:next |first |coming )?(\d+|{'|'.join(_VALUES)})[ -]"
    r"(year|month|week)s?\b",
    re.I,
)
_CHANGING = re.compile(
    r"\b(?:rais|lift|lower|cut|mov|reduc|increas|improv|hik|chang|drop|rose|rise|fell|fall|went|gone|slash|halv|doubl|up\b|down\b)",
    re.I,
)

_RANGE = re.compile(
    rf"(?P<a>\b(?:\d[\d,.]*\d|\d|(?:{'|'.join(_VALUES)})\b))(?P<to> ?(?:to|and|or|[-–]) ?)(?=(?P<b>{_AMOUNT}))", re.I
)


@lru_cache(maxsize=20_000)
def amounts(text: str) -> frozenset[Amount]:
    """Return the amounts a text names, each with the first letters of its unit ("%" for a share, "" where none follows).

    Days of the calendar are no amounts.

    >>> sorted(amounts("an offer of 4.5 per cent over two years, made on 4 May 2031"))
    [(2.0, 'year'), (4.5, '%')]
    """
    return frozenset((value, unit) for value, unit, _ in _told(text))


def rates(text: str) -> frozenset[str]:
    """Return how often amounts of a text come: " a day" of "ten trains a day"."""
    return frozenset(rate for _, _, rate in _told(text) if rate)


def _told(text: str) -> Iterator[tuple[float, str, str]]:
    """The amounts of a text with their units and how often they come."""
    words = _TOKEN.findall(_PERCENT.sub("%", _CALENDAR.sub(" ", text)).lower())
    place = 0
    while place < len(words):
        at = place
        value, after = _number(words, place)
        if value is None:
            place += 1
            continue
        money = place > 0 and words[place - 1] in "$€£"
        place = after
        if not money and words[after : after + 1] and words[after] in _RATE_WORDS:  # "ten daily trains"
            yield value, _unit(words, after + 1), f" a {_RATES[words[after]]}"
            continue
        unit = words[at - 1] if money else _unit(words, after)
        yield value, unit, _rate(words, after if money or not unit else after + 1)


def _rate(words: list[str], place: int) -> str:
    """What follows a unit and tells that it comes again and again: " a day" of "trains a day", "trains daily"."""
    ahead = words[place : place + 2]
    if ahead and ahead[0] in _RATE_WORDS:
        return f" a {_RATES[ahead[0]]}"
    return f" a {_RATES[ahead[1]]}" if len(ahead) > 1 and ahead[0] in _EACH and ahead[1] in _RATES else ""


@lru_cache(maxsize=20_000)
def standing_amounts(text: str) -> frozenset[Amount]:
    """Return the amounts a text names without those that it gives up; what comes each day, or over years, is of its own unit.

    >>> sorted(standing_amounts("10 trains a day and $4 million yearly"))
    [(10.0, 'train a day'), (4000000.0, '$ a year')]
    >>> sorted(standing_amounts("4 percent, up from 2 percent")), sorted(standing_amounts("$12 million over three years"))
    ([(4.0, '%')], [(12000000.0, '$ over three years')])
    """
    for number, (pattern, turned) in enumerate(_MOVES):
        match = pattern.search(text)
        if match and (number or _CHANGING.search(text[: match.start()])):  # "from 2 to 4 percent" alone is a range: both stand
            gone = "b" if turned else "a"
            text = f"{text[: match.start(gone)]} {text[match.end(gone) :]}"
    text = _RANGE.sub(_with_unit, text)
    over = _OVER.search(text)
    again = re.search(rf"\b(?:{'|'.join(sorted(_RATE_WORDS))})\b", text, re.I)
    long = f" over {over.group(1)} {over.group(2)}s" if over else f" a {_RATES[again.group().casefold()]}" if again else ""
    return frozenset((value, f"{unit}{rate or long}".strip()) for value, unit, rate in _told(_OVER.sub(" ", text)))


def _with_unit(match: re.Match[str]) -> str:
    """The first amount of a range with the unit of the second: "2 % to 4 percent" of "2 to 4 percent"."""
    unit = next((u for _, u in amounts(match.group("b"))), "")
    return f"{match.group('a')} {unit}{match.group('to')}"


def one_unit(a: Amount, b: Amount) -> bool:
    """Return whether two amounts can be of one unit: the same, or not told of one of them."""
    return a[1] == b[1] or not a[1] or not b[1]


def moved(text: str) -> tuple[Amount, Amount] | None:
    """Return the amount that words give up and the one that they put in its place; None where they tell no such move.

    >>> moved("has lowered its demand from 500,000 to 400,000 crowns")
    ((500000.0, 'crown'), (400000.0, 'crown'))
    >>> moved("It was thirty years then. It is twenty now."), moved("from 4 May to 9 June")
    (((30.0, 'year'), (20.0, 'year')), None)
    """
    for pattern, turned in _MOVES:
        if match := pattern.search(text):
            told = [list(amounts(match.group(g))) for g in ("a", "b")]
            if all(len(found) == 1 for found in told):
                (left,), (now,) = reversed(told) if turned else told
                if left[0] != now[0] and one_unit(left, now):
                    unit = left[1] or now[1]
                    return (left[0], unit), (now[0], unit)
    return None


def _number(words: list[str], place: int) -> tuple[float | None, int]:
    word = words[place]
    parts = word.split("-")
    if word[0].isdigit():
        value: float = float(word.replace(",", ""))
    elif all(p in _VALUES for p in parts):
        value = float(sum(_VALUES[p] for p in parts))
    else:
        return None, place
    place += 1
    while place < len(words) and words[place] in _SCALES:
        value *= _SCALES[words[place]]
        place += 1
    return value, place


def _unit(words: list[str], place: int) -> str:
    if place >= len(words) or words[place] in _NOT_UNITS:
        return ""
    return "%" if words[place] == "%" else words[place].rstrip("s")[:6]


__all__ = ["NUMERALS", "Amount", "amounts", "moved", "one_unit", "rates", "standing_amounts"]
