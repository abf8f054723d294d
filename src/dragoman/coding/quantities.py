"""Numbers with their units, as the words give them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dragoman.coding.numerals import read_numeral
from dragoman.coding.parse import Parse, Sentence, Word
from dragoman.coding.wordlists import load, words
from dragoman.model import Span


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


def find_quantities(parse: Parse) -> tuple[Quantity, ...]:
    """Return the report's quantities, in order."""
    return tuple(q for sentence in parse.sentences for q in _with_ellipsis(list(_quantities(parse, sentence))))


def _quantities(parse: Parse, sentence: Sentence) -> Iterator[Quantity]:
    tokens, i = sentence.words, 0
    currencies, vague = load("quantities")["currencies"], words("quantities", "vague")
    while i < len(tokens):
        first, unit, value = i, currencies.get(tokens[i].lower), None
        if unit is not None and i + 1 < len(tokens):
            i += 1
        found = read_numeral(tokens, i)
        if found is not None and not _is_calendar(tokens, i, found[0]):
            last, value = found
        elif tokens[i].lower in vague:
            last = _end_of_vague(tokens, i)
        else:
            i += 1
            continue
        if unit is None:
            unit, last = _unit(tokens, last)
        span = parse.span(tokens[first : last + 1])
        yield Quantity(span, tokens[first].i, tokens[last].i, value, unit, span.text)
        i = last + 1


def _end_of_vague(tokens: list[Word], i: int) -> int:
    vague = words("quantities", "vague")
    while i + 2 < len(tokens) and tokens[i + 1].lower == "of" and tokens[i + 2].lower in vague:
        i += 2
    return i


def _is_calendar(tokens: list[Word], i: int, last: int) -> bool:
    """Whether the number is part of a date ("July 31", "31 July", "2025")."""
    months = load("dates")["months"]
    before = tokens[i - 1] if i else None
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    beside = (before, after)
    if any(w is not None and w.lower.rstrip(".") in months and w.text[0].isupper() for w in beside):
        return True
    year = i == last and len(tokens[i].text) == 4 and tokens[i].text[:2] in ("19", "20") and tokens[i].text.isdigit()
    return year and (after is None or after.pos not in ("NOUN", "ADJ", "SYM"))


def _unit(tokens: list[Word], last: int) -> tuple[str | None, int]:
    """The noun counted and where it ends; adjectives between stay outside the unit, a percent sign is one."""
    at = last + 1
    if at < len(tokens) and tokens[at].lower in ("%", "percent"):
        return "percent", at
    if at < len(tokens) and tokens[at].lower in ("of", "-"):
        at += 1
    while at < len(tokens) and (tokens[at].lower in words("quantities", "skipped") or tokens[at].tag in ("JJ", "VBN")):
        at += 1
    start = at
    while at < len(tokens) and tokens[at].tag in ("NN", "NNS"):
        at += 1
    if at == start:
        return None, last
    return tokens[at - 1].text, at - 1


def _with_ellipsis(found: list[Quantity]) -> list[Quantity]:
    """Give a bare "one" the unit of the quantity just before it in the sentence: "two systems from A and one from B"."""
    out: list[Quantity] = []
    for quantity in found:
        if quantity.unit is None and quantity.value == 1 and out and quantity.text.lower() == "one":
            quantity = replace(quantity, unit=out[-1].unit)
        out.append(quantity)
    return out
