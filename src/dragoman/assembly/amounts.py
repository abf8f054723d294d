"""Amounts in the words of a finding: numbers with the unit they count, as far as these tell one amount from another."""

import re
from functools import lru_cache

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty"
).split()
_TENS = {w: 10 * n for n, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
_VALUES: dict[str, float] = {**{w: n for n, w in enumerate(_SMALL)}, **_TENS, "dozen": 12, "half": 0.5}
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "m": 1e6, "bn": 1e9}
_PERCENT = re.compile(r"per ?cent\b|percent\b|%|percentage points?\b", re.I)
_TOKEN = re.compile(r"\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|[^\W\d_]+(?:-[^\W\d_]+)*|%|[$€£]")
_NOT_UNITS = frozenset("of the a an more in on by to for and or at its their were was is are has have had be from than".split())
_MONTH = "(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_CALENDAR = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH}|{_MONTH} \d{{1,2}})\b(?:,? \d{{4}})?|\b(?:19|20)\d\d\b", re.I
)
Amount = tuple[float, str]


@lru_cache(maxsize=20_000)
def amounts(text: str) -> frozenset[Amount]:
    """Return the amounts a text names, each with the first letters of its unit ("%" for a share, "" where none follows).

    Days of the calendar are no amounts.

    >>> sorted(amounts("an offer of 4.5 per cent over two years, made on 4 May 2031"))
    [(2.0, 'year'), (4.5, '%')]
    """
    words = _TOKEN.findall(_PERCENT.sub("%", _CALENDAR.sub(" ", text)).lower())
    found: set[Amount] = set()
    place = 0
    while place < len(words):
        value, after = _number(words, place)
        if value is None:
            place += 1
            continue
        money = place > 0 and words[place - 1] in "$€£"
        found.add((value, words[place - 1] if money else _unit(words, after)))
        place = after
    return frozenset(found)


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


__all__ = ["Amount", "amounts"]
