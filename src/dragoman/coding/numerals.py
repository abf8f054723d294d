"""Numbers written in digits or words, as values."""

import re
from collections.abc import Mapping, Sequence

from dragoman.coding.parse import Word
from dragoman.coding.wordlists import load

_DIGITS = re.compile(r"(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?:-?([a-z]{1,8}))?")


def read_numeral(words: Sequence[Word], i: int, money: bool = False) -> tuple[int, float] | None:
    """Return the number of the last word and the value of the numeral that begins at `i`, or None where none does.

    `money` is for what follows a currency sign: only there is "3m" three million.
    """
    table = load("quantities")
    lower = words[i].lower
    if lower in ("half", "a", "an"):
        if i + 1 < len(words) and words[i + 1].lower == "single":
            return i + 1, 1.0
        return _with_article(words, i, table["scales"])
    if lower[0].isdigit():
        goods = (
            i + 1 < len(words) and words[i + 1].tag == "NNS" and words[i + 1].lower not in ("kilometres", "kilometers", "metres")
        )
        written = _written(lower, table["suffixes"] | table["money"] if money or goods else table["suffixes"])
        if written is None:
            return None
        last, value = _scaled(words, i, written, table["scales"])
        counted = i + 2 < len(words) and words[i + 2].tag == "NNS" and words[i + 1].start == words[i].end  # "1.5m tonnes"
        letter = words[i + 1].lower.rstrip(".") if (money or counted) and last == i and i + 1 < len(words) else ""
        if letter in table["money"]:
            return i + 1, value * table["money"][letter]
        return last, value
    return _in_words(words, i, table)


def _written(lower: str, suffixes: Mapping[str, float]) -> float | None:
    """ "1,200", "2.5", "5bn"; None for "20th", "747s" and the like."""
    shape = _DIGITS.fullmatch(lower)
    if shape is None or (shape[2] and shape[2] not in suffixes):
        return None
    return float(shape[1].replace(",", "")) * (suffixes[shape[2]] if shape[2] else 1)


def _in_words(words: Sequence[Word], i: int, table: Mapping[str, Mapping[str, float]]) -> tuple[int, float] | None:
    """ "twenty-five", "two and a half million", "four hundred and fifty thousand"."""
    first = _small(words, i, table["values"])
    if first is None:
        return None
    last, value = _halved(words, *first)
    last, value = _scaled(words, last, value, table["scales"])
    while value >= 100 and (more := _small(words, _after_and(words, last), table["values"])):
        hundreds = words[last].lower == "hundred"
        added, amount = more if hundreds else _scaled(words, *more, table["scales"])
        if amount >= value or words[last].lower not in table["scales"]:
            break
        last, value = _scaled(words, added, value + amount, table["scales"] if hundreds else {})
    return _scaled(words, last, value, table["scales"])


def _after_and(words: Sequence[Word], last: int) -> int:
    return last + 2 if last + 2 < len(words) and words[last].lower == "hundred" and words[last + 1].lower == "and" else last + 1


def _small(words: Sequence[Word], i: int, values: Mapping[str, float]) -> tuple[int, float] | None:
    """A number below a hundred in words, hyphens within a token or apart."""
    if i >= len(words):
        return None
    lower = words[i].lower
    if "-" in lower and all(p in values for p in lower.split("-")):
        return i, float(sum(values[p] for p in lower.split("-")))
    if lower not in values:
        return None
    value = float(values[lower])
    if i + 2 < len(words) and words[i + 1].lower == "-" and value >= 20 and 0 < values.get(words[i + 2].lower, 0) < 10:
        return i + 2, value + values[words[i + 2].lower]
    return i, value


def _halved(words: Sequence[Word], last: int, value: float) -> tuple[int, float]:
    if [w.lower for w in words[last + 1 : last + 4]] == ["and", "a", "half"]:
        return last + 3, value + 0.5
    return last, value


def _with_article(words: Sequence[Word], i: int, scales: Mapping[str, float]) -> tuple[int, float] | None:
    """ "a dozen", "half a million", "half-dozen", "half million"."""
    lower = [w.lower for w in words[i : i + 3]]
    half = lower[0] == "half"
    at = 2 if half and lower[1:2] in (["a"], ["an"], ["-"]) else 1
    if len(lower) <= at or lower[at] not in scales or len(lower[at]) < 3:
        return None
    return _scaled(words, i + at - 1, 0.5 if half else 1.0, scales)


def _scaled(words: Sequence[Word], i: int, value: float, scales: Mapping[str, float]) -> tuple[int, float]:
    """Multiply by the scale words that follow, a hyphen between them or not ("10-billion")."""
    while i + 1 < len(words):
        at = i + 2 if words[i + 1].lower == "-" and i + 2 < len(words) else i + 1
        if words[at].lower not in scales:
            break
        i, value = at, value * scales[words[at].lower]
    return i, value
