"""How far apart the sides stand over time, in words: who came nearer, who moved apart, what nobody has ruled out."""

from collections.abc import Iterator, Sequence

from dragoman.analysis import Analysis, Apart, Gap, Matter
from dragoman.briefing.days import on_day
from dragoman.briefing.quoting import phrase
from dragoman.briefing.telling import Teller, claim
from dragoman.model import Citation, Claim

_SHOWN = 4
_UNITS = {"%": "percentage points", "$": "dollars", "€": "euros", "£": "pounds"}


def distances(teller: Teller, analysis: Analysis) -> Iterator[Claim]:
    """Yield a sentence for each pair of sides that surely came nearer or moved apart on a matter, named ones only."""
    moved = [(m, p) for m in analysis.matters for p in m.pairs if p.trend in ("nearer", "farther")]
    for matter, pair in moved[:_SHOWN]:
        cited = cited_of(matter, pair)
        a, b = teller.party(pair.a), teller.party(pair.b)
        how = "came nearer to each other" if pair.trend == "nearer" else "moved apart"
        first, last = pair.gaps[0], pair.gaps[-1]
        text = (
            f"It follows that on {phrase(matter.name, cited)} {a} and {b} {how}: {on_day(first.day)} they were "
            f"{width(first)} apart, {on_day(last.day)} {width(last)}"
        )
        yield claim(text, "inferred", cited)


def cited_of(matter: Matter, pair: Apart) -> tuple[Citation, ...]:
    """Return the words on which a distance rests: the first and the last of either side."""
    ends = [s for side in (pair.a, pair.b) for s in (matter.stands[side][0], matter.stands[side][-1])]
    return tuple(dict.fromkeys(c for s in ends for c in s.citations))


def width(gap: Gap) -> str:
    """Return a distance in words: "2.5 percentage points", "3 of 4 steps", "2 to 4 of 4 steps"."""
    low, high = (f"{v:,.10g}" for v in (gap.low, gap.high))
    if gap.unclear:
        return "unclear (they name amounts that cannot be compared)"
    if gap.unit is not None:
        what, _, often = gap.unit.partition(" ")
        return " ".join(filter(None, (high, _counted(_UNITS.get(what, what), high), often)))
    return f"{low if low == high else f'{low} to {high}'} of 4 steps"


def _counted(unit: str, number: str) -> str:
    """A unit in the number that fits: "1 tonne", "400,000 tonnes"."""
    if number == "1":
        return unit.removesuffix("s")
    return f"{unit}s" if unit.isalpha() and len(unit) > 2 and not unit.endswith("s") and unit not in _ALONE else unit


_ALONE = frozenset({"percent", "people", "yen", "yuan", "baht", "rand", "won", "men", "women", "staff"})


def rows(matters: Sequence[Matter]) -> list[tuple[Matter, Apart]]:
    """Return the pairs of sides to be listed: every pair of every matter."""
    return [(m, p) for m in matters for p in m.pairs]


__all__ = ["cited_of", "distances", "rows", "width"]
