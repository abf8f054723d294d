"""Numbers written in digits or words, as values."""

import re
from collections.abc import Sequence

from dragoman.coding.parse import Word
from dragoman.coding.wordlists import load

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")


def read_numeral(words: Sequence[Word], i: int) -> tuple[int, float] | None:
    """Return the number of the last word and the value of the numeral that begins at `i`, or None where none does."""
    table = load("quantities")
    values, scales = table["values"], table["scales"]
    lower = words[i].lower
    if lower in ("half", "a", "an"):
        return _with_article(words, i, scales)
    if "-" in lower and all(p in values for p in lower.split("-")):
        value: float = sum(values[p] for p in lower.split("-"))
    elif lower in values:
        value = values[lower]
    elif _DIGITS.fullmatch(lower):
        value = float(lower.replace(",", ""))
    else:
        return None
    if i + 2 < len(words) and words[i + 1].lower == "-" and value % 10 == 0 and 0 < values.get(words[i + 2].lower, 0) < 10:
        value, i = value + values[words[i + 2].lower], i + 2
    return _scaled(words, i, float(value), scales)


def _with_article(words: Sequence[Word], i: int, scales: dict[str, float]) -> tuple[int, float] | None:
    """ "a dozen", "half a million", "half million"."""
    lower = [w.lower for w in words[i : i + 3]]
    half = lower[0] == "half"
    at = 2 if half and lower[1:2] in (["a"], ["an"]) else 1
    if len(lower) <= at or lower[at] not in scales or len(lower[at]) < 3:
        return None
    return _scaled(words, i + at - 1, 0.5 if half else 1.0, scales)


def _scaled(words: Sequence[Word], i: int, value: float, scales: dict[str, float]) -> tuple[int, float]:
    while i + 1 < len(words) and words[i + 1].lower in scales:
        i += 1
        value *= scales[words[i].lower]
    return i, value
