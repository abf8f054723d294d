"""Lengths of time: "50-day", "two and a half hours", "half an hour", "week-long"."""

from dataclasses import dataclass

from dragoman.coding.numerals import read_numeral
from dragoman.coding.parse import Word
from dragoman.coding.wordlists import load, words


@dataclass(frozen=True)
class Length:
    """A length of time that ends with the word `last`: `count` times the unit `letter` of ISO 8601; `clock` below a day."""

    last: int
    letter: str
    clock: bool
    count: float

    @property
    def duration(self) -> str | None:
        """The length in ISO 8601, or None for a fraction that it cannot say."""
        whole, half = int(self.count), self.count != int(self.count)
        mark = "PT" if self.clock else "P"
        if not half:
            return f"{mark}{whole}{self.letter}"
        if self.count % 1 != 0.5:
            return None
        smaller = {"H": "30M", "M": "30S"} if self.clock else {"Y": "6M"}
        if self.letter not in smaller:
            return f"PT{int(self.count * 24)}H" if self.letter == "D" else None
        return f"{mark}{f'{whole}{self.letter}' if whole else ''}{smaller[self.letter]}"


def read_length(tokens: list[Word], i: int) -> Length | None:
    """Return the length of time that begins at the word `i` of the tokens, or None where none does."""
    named = _long(tokens, i)
    if named is not None:
        return named
    found = _count(tokens, i)
    if found is None:
        return None
    at = found[0] + 1
    while at < len(tokens) and at < found[0] + 3 and tokens[at].lower in words("dates", "between"):
        at += 1
    length = _unit(tokens, at, found[1])
    if length is None:
        return None
    after = [w.lower for w in tokens[at + 1 : at + 3]]
    if "old" in after[:1] or after == ["-", "old"]:
        return None
    return Length(at + 2, length.letter, length.clock, length.count) if after == ["-", "long"] else length


def _unit(tokens: list[Word], at: int, count: float) -> Length | None:
    name = tokens[at].lower if at < len(tokens) else ""
    name = name if name in load("dates")["units"] else name.removesuffix("s")
    letter = load("dates")["units"].get(name)
    if letter is None or (name == "second" and tokens[at].tag == "JJ"):
        return None
    return Length(at, letter, name in ("second", "minute", "hour"), count * load("dates")["multiples"].get(name, 1))


def _long(tokens: list[Word], i: int) -> Length | None:
    """ "week-long", "monthlong"."""
    lower = tokens[i].lower
    if lower.endswith("long") and lower.removesuffix("long") in load("dates")["units"]:
        unit = lower.removesuffix("long")
        multiple = load("dates")["multiples"].get(unit, 1)
        return Length(i, load("dates")["units"][unit], unit in ("second", "minute", "hour"), multiple)
    if lower in load("dates")["units"] and [w.lower for w in tokens[i + 1 : i + 3]] == ["-", "long"]:
        unit_length = _unit(tokens, i, 1)
        return Length(i + 2, unit_length.letter, unit_length.clock, unit_length.count) if unit_length else None
    return None


def _count(tokens: list[Word], i: int) -> tuple[int, float] | None:
    lower = [w.lower for w in tokens[i : i + 3]]
    if lower[0] == "half" and lower[1:2] in (["a"], ["an"]):
        return (i + 1, 0.5) if lower[2:3] and lower[2] in load("dates")["units"] else None
    if lower[0] in ("a", "an", "another"):
        return _article(tokens, i)
    found = read_numeral(tokens, i)
    if found is None:
        return None
    rest = [w.lower for w in tokens[found[0] + 1 : found[0] + 8] if w.lower != "-"]
    if rest[:3] == ["and", "a", "half"]:
        half = next(k for k in range(found[0] + 1, len(tokens)) if tokens[k].lower == "half")
        return half, found[1] + 0.5
    return found


def _article(tokens: list[Word], i: int) -> tuple[int, float] | None:
    """ "for a week", "a month ago"; "a" before other words makes a rate."""
    numeral = read_numeral(tokens, i)
    if numeral is not None:
        return numeral
    after = tokens[i + 2].lower if i + 2 < len(tokens) else ""
    before = tokens[i - 1].lower if i else ""
    over = tokens[i].head.head.lemma
    allowed = over in words("deadlines", "allotting") and after in ("to", "by", ".", ",", "for", "in", ";")
    taken = over in ("take", "last", "spend") or allowed
    length = taken or before in words("dates", "before_article") or after in ("ago", "from", "later")
    return (i, 1.0) if length or tokens[i].lower == "another" else None
