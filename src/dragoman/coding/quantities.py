"""Numbers with their units, as the words give them."""

import functools
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dragoman.coding.numerals import read_numeral
from dragoman.coding.parse import Parse, Sentence, Word
from dragoman.coding.wordlists import load, words
from dragoman.model import Span

_BEFORE_YEARS = frozenset(("in", "of", "since", "until", "for", "by", "-", "–"))
_ORDER = 1e5  # A bare "one" after "3 million florins" is no florin: units are lent only between numbers of like size.


@dataclass(frozen=True)
class Quantity:
    """A quantity: the words `first` to `last` of the parse (last included), `value` None where only its size is known
    ("hundreds of millions of dollars"), `unit` in the text's words ("dollars", "systems", "percent") or None."""

    span: Span
    first: int
    last: int
    value: float | None
    unit: str | None
    text: str

    @property
    def is_money(self) -> bool:
        """Whether the unit is a currency."""
        return self.unit is not None and self.unit.lower().removesuffix("s") in words("quantities", "coins")


@dataclass(frozen=True)
class _Number:
    """A number before its unit is known; a currency sign gives the unit at once."""

    first: int
    last: int
    value: float | None
    unit: str | None = None


_ONES = frozenset({"half", "a", "an", "one"})


def find_quantities(parse: Parse) -> tuple[Quantity, ...]:
    """Return the report's quantities, in order; dates, durations, ages and labels ("Article 5") are none."""
    return tuple(q for sentence in parse.sentences for q in _with_ellipsis(parse, list(_quantities(parse, sentence))))


def _quantities(parse: Parse, sentence: Sentence) -> Iterator[Quantity]:
    tokens, i = sentence.words, 0
    while i < len(tokens):
        number = _number(tokens, i)
        if number is None:
            i += 1
            continue
        number = _range(tokens, number)
        unit, last = (number.unit, number.last) if number.unit else _unit(tokens, number.last)
        if (
            unit
            and (number.value or 0) >= _ORDER
            and tokens[last].tag == "NN"
            and last > number.last
            and not _is_coin(tokens[last])
        ):
            unit, last = None, number.last  # "a 1.9 billion investment" counts no investments
        i = max(number.last, last if unit else 0) + 1
        if unit != "" and not _is_label(tokens, number, unit):
            first = _with_about(tokens, number.first)
            span = parse.span(tokens[first : last + 1])
            yield Quantity(span, tokens[first].i, tokens[last].i, number.value, unit, span.text)


@functools.cache
def _openers() -> frozenset[str]:
    """The words with which a quantity can begin, figures apart."""
    table = load("quantities")
    return _ONES | words("quantities", "vague") | frozenset(table["currencies"]) | frozenset(table["values"])


def _number(tokens: list[Word], i: int) -> _Number | None:
    """The number that begins at a word, or None; a first look at the word saves reading most of them."""
    word = tokens[i]
    lower = word.lower
    if not (lower[0].isdigit() or word.tag == "CD" or lower in _openers()):
        return None
    table = load("quantities")
    if lower in table["currencies"]:
        found = read_numeral(tokens, i + 1, money=True) if i + 1 < len(tokens) else None
        return _Number(i, found[0], found[1], table["currencies"][lower]) if found else None
    if lower in words("quantities", "vague"):
        return _vague(tokens, i)
    part = _part(tokens, i)
    if part is not None:
        return part
    if _is_rate(tokens, i):
        return _Number(i, i + 2, None)
    if _is_one_more(tokens, i):
        return _Number(i, i + 1, 1.0)
    if not (lower[0].isdigit() or word.tag == "CD" or lower in _ONES):
        return None
    found = read_numeral(tokens, i)
    if found is None or _is_calendar(tokens, i, found[0]) or _is_pronoun(tokens, i, found[0]):
        return None
    return _Number(i, *found)


def _is_rate(tokens: list[Word], i: int) -> bool:
    """ "One in three miners": a share, no count."""
    lower = [w.lower for w in tokens[i : i + 4]]
    small = len(lower) > 3 and lower[0] in load("quantities")["values"] and lower[2] in load("quantities")["values"]
    return (
        small
        and lower[1] == "in"
        and tokens[i + 3].tag == "NNS"
        and load("quantities")["values"][lower[0]] < load("quantities")["values"][lower[2]]
    )


def _is_one_more(tokens: list[Word], i: int) -> bool:
    """ "A third from B", after two from A: one more, where nothing is counted behind it."""
    lower = [w.lower for w in tokens[i : i + 3]]
    after = tokens[i + 2] if i + 2 < len(tokens) else None
    bare = after is None or after.lower in ("from", "by") or after.text in (".", ";", ",")
    return lower[0] == "a" and bare and lower[1:2] != [] and lower[1] in words("quantities", "ordinals")


def _vague(tokens: list[Word], i: int) -> _Number:
    """ "hundreds of millions": a size without a value; "of dollars" is left to the unit."""
    last = i
    while last + 2 < len(tokens) and tokens[last + 1].lower == "of" and tokens[last + 2].lower in words("quantities", "vague"):
        last += 2
    return _Number(i, last, None)


def _part(tokens: list[Word], i: int) -> _Number | None:
    """ "two-thirds of", "a quarter of", "half the": a part of something, without a value of its own."""
    lower = [w.lower for w in tokens[i : i + 5]]
    at = 0 if lower[0] == "half" else 2 if lower[1:2] == ["-"] else 1
    counted = at == 0 or lower[0] in ("a", "one") or lower[0] in load("quantities")["values"]
    if not counted or len(lower) <= at + 1 or lower[at] not in words("quantities", "parts"):
        return None
    whole = lower[at + 1] in ("of", "the", "its", "their")
    return _Number(i, i + at, None) if whole else None


def _is_pronoun(tokens: list[Word], i: int, last: int) -> bool:
    """ "one of the leaders", "no one", "one another", "one-day", "one would think": no count."""
    if i != last or tokens[i].lower != "one":
        return False
    after = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    before = tokens[i - 1].lower if i else ""
    modal = i + 1 < len(tokens) and tokens[i + 1].tag in ("MD", "VBZ", "VBP")
    return (
        after in ("of", "another", "-", "day", "side")
        or before in ("no", "every", "any", "each", "this", "that", "which", "the")
        or modal
    )


def _range(tokens: list[Word], number: _Number) -> _Number:
    """ "between 5 and 7 percent", "40 to 50", "5-7": one quantity whose value is not known."""
    at = number.last + 1
    if number.value is None or at + 1 >= len(tokens):
        return number
    between = number.first > 0 and tokens[number.first - 1].lower == "between"
    if tokens[at].lower not in (("and",) if between else ("to", "-", "–", "or")):
        return number
    other = _number(tokens, at + 1)
    if other is None or other.value is None or (other.value <= number.value and other.last == at + 1):
        return number
    return _Number(number.first - between, other.last, None, number.unit or other.unit)


def _is_calendar(tokens: list[Word], i: int, last: int) -> bool:
    """Whether the number is part of a date ("July 31", "31 July", "2025") or a clock time ("4:30")."""
    months = load("dates")["months"]
    before = tokens[i - 1] if i else None
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    beside = (before, after)
    if any(w is not None and w.text[0].isupper() and w.lower.rstrip(".") in months and w.tag != "MD" for w in beside):
        return True
    year = i == last and len(tokens[i].text) == 4 and tokens[i].text[:2] in ("19", "20") and tokens[i].text.isdigit()
    return year and (after is None or after.tag not in ("NNS", "JJ") or (before is not None and before.lower in _BEFORE_YEARS))


def _is_label(tokens: list[Word], number: _Number, unit: str | None) -> bool:
    """ "Resolution 2254", "(2)", "G7", "1.": a number that only names something."""
    if number.unit or number.value is None or unit == "percent":
        return False
    before = tokens[number.first - 1] if number.first else None
    after = tokens[number.last + 1] if number.last + 1 < len(tokens) else None
    if unit is None and after is not None and after.text in ("-", "/", "–") and after.start == tokens[number.last].end:
        return True
    if before is None:
        return unit is None and number.last + 1 < len(tokens) and tokens[number.last + 1].text in (".", ")")
    if before.text in ("-", "/", "#") and before.start > 0 and tokens[number.first].start == before.end:
        return True
    named = before.lower in words("quantities", "labels") or before.lower.removesuffix("s") in words("quantities", "labels")
    alone = number.first == number.last and not tokens[number.first].text.islower()
    beside = before.pos == "PROPN" and alone  # but "two boats from A and B one", "A pledged 3 million and B 2 million"
    return unit is None and (named or beside)


def _with_about(tokens: list[Word], first: int) -> int:
    """Where the number begins together with "up to", "more than", "an average of" before it."""
    for length in (3, 2, 1):
        said = " ".join(w.lower for w in tokens[max(0, first - length) : first])
        verb = first > length and tokens[first - length - 1].lemma in words("quantities", "handing")
        if first >= length and said in words("quantities", "about") and not (verb and said == "over"):
            return first - length
    return first


def _unit(tokens: list[Word], last: int) -> tuple[str | None, int]:
    """The noun counted and where it ends; adjectives between stay outside. None where there is none, "" where it is a time."""
    at, table = last + 1, load("quantities")
    if at < len(tokens) and tokens[at].lower in ("%", "percent", "per", "pct"):
        if tokens[at].lower != "per":
            return "percent", at
        return ("percent", at + 1) if at + 1 < len(tokens) and tokens[at + 1].lower == "cent" else (None, last)
    hyphen = at < len(tokens) and tokens[at].text == "-"
    if at < len(tokens) and (tokens[at].lower == "out" or tokens[at].lower in table["determiners"]):
        at += 1
    if at < len(tokens) and (hyphen or tokens[at].lower == "of"):
        at += 1
        at += at < len(tokens) and tokens[at].lower in table["determiners"]
        whole = read_numeral(tokens, at) if at < len(tokens) else None
        if whole is not None:  # "seven of the 11 detainees": the whole is a quantity of its own and lends its unit
            return _unit(tokens, whole[0])[0], last
    start = at
    while at < len(tokens) and (_describes(tokens, at) or tokens[at].lower in table["skipped"]):
        if tokens[at].tag == "," and not (at > start and at + 1 < len(tokens) and tokens[at + 1].tag == "JJ"):
            return None, last
        at += 2 if _leads_hyphen(tokens, at) else 1
    return _noun(tokens, start, at, last, hyphen)


def _describes(tokens: list[Word], at: int) -> bool:
    """Whether a word may stand between a number and what it counts: adjectives, and "floating" of "three floating cranes"."""
    tag = tokens[at].tag
    participle = tag == "VBG" and at + 1 < len(tokens) and tokens[at + 1].tag in ("NN", "NNS", "JJ") and tokens[at].dep == "amod"
    return tag in ("JJ", "JJR", "VBN", "JJS", ",") or participle or _leads_hyphen(tokens, at)


def _leads_hyphen(tokens: list[Word], at: int) -> bool:
    """ "Four early-warning stations", which the parser takes for an adverb, a hyphen and a noun."""
    rest = tokens[at : at + 4]
    return len(rest) == 4 and rest[0].tag in ("RB", "RBR") and rest[1].text == "-" and rest[3].tag in ("NN", "NNS")


def _noun(tokens: list[Word], start: int, at: int, last: int, hyphen: bool) -> tuple[str | None, int]:
    """The last of the nouns from `at` on, with "cubic" before it; names may stand before it ("two Northgate ferries")."""
    end = at
    while end < len(tokens) and tokens[end].tag in ("NN", "NNS", "NNP") and (end == at or tokens[end - 1].tag != "NNS"):
        if tokens[end].lemma in words("quantities", "time") and end == at and not _names_things(tokens, end, hyphen):
            return "", end
        end += 3 if _is_hyphened(tokens, end) else 1
        if hyphen or (tokens[end - 1].lemma in words("quantities", "coins")):
            break
    while (
        end > at and tokens[end - 1].tag == "NNP" and tokens[end - 1].lower.removesuffix("s") not in words("quantities", "coins")
    ):
        end -= 1
    if end == at:
        return ("" if _times_out(tokens, start) else None), last
    measure = end - at == 1 and at > start and tokens[at - 1].lower in words("quantities", "measures")
    return (f"{tokens[at - 1].text} {tokens[at].text}" if measure else tokens[end - 1].text), end - 1


def _names_things(tokens: list[Word], at: int, hyphen: bool) -> bool:
    """ "180 night shifts" are shifts."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return not hyphen and tokens[at].lemma in ("night", "weekday", "day") and after is not None and after.tag == "NNS"


def _is_hyphened(tokens: list[Word], at: int) -> bool:
    """ "164 flight-deck tablets"."""
    return (
        at + 3 < len(tokens)
        and tokens[at + 1].text == "-"
        and tokens[at + 1].start == tokens[at].end
        and tokens[at + 2].tag == "NN"
        and tokens[at + 3].tag in ("NN", "NNS")
    )


def _is_coin(word: Word) -> bool:
    return word.lemma in words("quantities", "coins")


def _times_out(tokens: list[Word], at: int) -> bool:
    return at < len(tokens) and tokens[at].lower.removesuffix("s") in words("quantities", "time")


def _with_ellipsis(parse: Parse, found: list[Quantity]) -> list[Quantity]:
    """Give a number without a unit that of the one before it in the sentence: "two systems from A and one from B".

    Lent only to a count in front of a preposition, a verb or a stop; a bare "one" that is lent nothing is a pronoun.
    """
    out: list[Quantity] = []
    for quantity in found:
        if quantity.unit is None and quantity.value is not None:
            lender = next((q for q in reversed(out) if q.unit is not None), None)
            if lender is not None and _may_lend(parse, lender, quantity):
                quantity = replace(quantity, unit=lender.unit)
            elif quantity.value == 1 and quantity.text.lower().split()[-1] in {"one", *words("quantities", "ordinals")}:
                continue
        out.append(quantity)
        if len(out) > 1 and quantity.is_money:
            out[-2] = _part_of(parse, out[-2], quantity)
    return out


def _part_of(parse: Parse, part: Quantity, whole: Quantity) -> Quantity:
    """ "11 of its 18 million florins" are 11 million: a small number in front of a large whole of money shares its scale."""
    between = [w.lower for w in parse.words[part.last + 1 : whole.first]]
    if between[:1] != ["of"] or len(between) > 2 or part.value is None or whole.value is None or part.value >= 1000:
        return part
    scale = next((s for s in (1e12, 1e9, 1e6, 1e3) if whole.value >= s), 1.0)
    return replace(part, value=part.value * scale) if part.value * scale <= whole.value else replace(part, value=None)


def _may_lend(parse: Parse, lender: Quantity, to: Quantity) -> bool:
    if lender.unit == "percent" or to.value is None or (lender.unit or "").lower() in words("quantities", "parties"):
        return False
    if (to.value >= _ORDER) != (lender.value is None or lender.value >= _ORDER):
        return False
    after = parse.words[to.last + 1] if to.last + 1 < len(parse.words) else None
    if after is not None and after.lower in words("quantities", "skipped") and to.last + 2 < len(parse.words):
        after = parse.words[to.last + 2]  # "and one more from B"
    return after is None or after.pos in ("ADP", "VERB", "AUX", "PUNCT", "CCONJ", "SCONJ", "ADV", "PART")
