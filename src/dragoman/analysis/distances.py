"""How far apart the sides stand on each matter, day by day: on a scale of attitudes, or in the amounts that they name.

An attitude to a thing is a step of a scale: wants, accepts, offers or backs it (2), under a condition or giving way (1), says
neither (0), refuses it (-2). The distance of two sides is the number of steps between them, 0 to 4. The steps are an order that
this program sets, no measure of how likely a deal is.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from dragoman.assembly import Dossier
from dragoman.assembly.amounts import Amount, standing_amounts
from dragoman.assembly.siding import behind, namesakes
from dragoman.assembly.things import on_one_thing, thing
from dragoman.model import Citation, Position

Trend = Literal["nearer", "farther", "unchanged", "unclear", "one day"]
_STEPS = {"reject": -2, "rule_out": -2, "noncommittal": 0, "accept_if": 1, "concede": 1}
_FAVOURS = 2
_FIGURE = re.compile(r" of (?:[$€£] ?)?\d.*$")
"""What a matter is called leaves out how much: "pay rise" of "pay rise of 2 percent"."""


@dataclass(frozen=True)
class Stand:
    """What a side held on a day: the least and the greatest step that its words of that day give, and the amounts that they name,
    one of a unit; `sure` where no reading of it is less than sure. `units` are what it names amounts of, whether once, a day or a
    year, and however many."""

    day: str
    party: str
    low: int
    high: int
    amounts: Mapping[str, float]
    units: frozenset[str]
    sure: bool
    citations: tuple[Citation, ...]


@dataclass(frozen=True)
class Gap:
    """How far two sides were apart on a day: steps of the scale (0 to 4), or a difference of amounts where `unit` is told.

    It is `unclear` where both name amounts that cannot be held against each other: two of one side, a sum and one for each year.
    """

    day: str
    low: float
    high: float
    unit: str | None = None
    unclear: bool = False


@dataclass(frozen=True)
class Apart:
    """Two sides (party ids) on one matter over time; `trend` compares the last day with the first on which both had spoken."""

    a: str
    b: str
    gaps: tuple[Gap, ...]
    trend: Trend
    sure: bool


@dataclass(frozen=True)
class Matter:
    """One matter with every side's stands in order of days, the distance of each pair, and whether it is common ground: two
    sides or more favour it and none has refused it."""

    name: str
    stands: Mapping[str, tuple[Stand, ...]]
    pairs: tuple[Apart, ...]
    common: bool


def matters(dossier: Dossier) -> tuple[Matter, ...]:
    """Return the matters on which two sides or more have spoken, those on which they are farthest apart first."""
    found = [m for group in by_issue(dossier) if (m := _matter(dossier, group)) is not None]
    return tuple(sorted(found, key=lambda m: (-max(p.gaps[-1].high for p in m.pairs), m.name)))


def by_issue(dossier: Dossier) -> Iterator[list[Position]]:
    """The positions that are no mere possible readings, grouped by what they are about."""
    slips = {i for c in dossier.changes if c.kind == "slip_disowned" for i in c.given_up}
    told = (p for p in dossier.of(Position) if p.certainty != "possible" and p.actor and p.id not in slips)
    yield from (group for group in on_one_thing(told) if thing(group[0]).words)


def _matter(dossier: Dossier, group: Sequence[Position]) -> Matter | None:
    names = namesakes(dossier)
    by_side: dict[str, dict[str, list[Position]]] = defaultdict(lambda: defaultdict(list))
    for p in group:
        date = dossier.document[p.document].date.value
        for side in behind(dossier, p.actor) if date is not None else ():
            day = min(p.on or date.value, date.value) if date is not None else ""
            by_side[names.get(side, side)][day].append(p)
    stands = {s: tuple(_stand(dossier, s, d, told) for d, told in sorted(days.items())) for s, days in sorted(by_side.items())}
    sides = sorted(stands)
    pairs = [two for i, a in enumerate(sides) for b in sides[i + 1 :] if (two := _apart(a, b, stands)).gaps]
    if not pairs:
        return None
    last = [s[-1] for s in stands.values()]
    agreed = not any(p.gaps[-1].unclear or (p.gaps[-1].unit and p.gaps[-1].high) for p in pairs)
    common = agreed and sum(s.low > 0 for s in last) > 1 and all(s.low >= 0 for every in stands.values() for s in every)
    name = min((_FIGURE.sub("", t) or t for t in (thing(p).phrase for p in group)), key=lambda t: (len(t), t))
    return Matter(name, stands, tuple(pairs), common)


def _stand(dossier: Dossier, side: str, day: str, told: Iterable[Position]) -> Stand:
    found = list(told)
    steps = [_STEPS.get(p.stance, _FAVOURS) for p in found]
    spoken = [p for p in found if p.stance not in ("reject", "rule_out")]
    cited = tuple(dict.fromkeys(c for p in found for c in dossier.cite(p)))
    units = frozenset(_base(unit) for p in spoken for _, unit in spoken_amounts(p))
    return Stand(day, side, min(steps), max(steps), _named(spoken), units, all(p.certainty == "sure" for p in found), cited)


def _base(unit: str) -> str:
    """What is counted, without how often or over how long."""
    return re.sub(r"(?:^| )(?:a|over) .*$", "", unit)


def spoken_amounts(position: Position) -> frozenset[Amount]:
    """Return the amounts that a position names, without those that it gives up ("4 percent, up from 2 percent").

    An amount of each day, month or year is of a unit of its own.
    """
    return standing_amounts(f"{position.issue}. {' '.join(s.text for s in position.spans)}")


def _named(spoken: Iterable[Position]) -> dict[str, float]:
    """The amounts that positions name, by unit; of a unit with two amounts, none."""
    told: dict[str, set[float]] = defaultdict(set)
    for value, unit in {a for p in spoken for a in spoken_amounts(p)}:
        told[unit].add(value)
    return {unit: next(iter(values)) for unit, values in sorted(told.items()) if len(values) == 1}


def _apart(a: str, b: str, stands: Mapping[str, tuple[Stand, ...]]) -> Apart:
    """The distance on each day on which either spoke, once both had: by amounts where both name one, else by steps."""
    days = sorted({s.day for s in (*stands[a], *stands[b])})
    both = [(day, x, y) for day in days if (x := _on(stands[a], day)) is not None and (y := _on(stands[b], day)) is not None]
    unit = _disputed(both)
    gaps = [_gap(day, x, y, unit) for day, x, y in both]
    kept = [g for n, g in enumerate(gaps) if not n or _width(g) != _width(gaps[n - 1])]
    used = (*stands[a], *stands[b])
    return Apart(a, b, tuple(kept), _trend(gaps), all(s.sure for s in used))


def _width(gap: Gap) -> tuple[float, float, str | None, bool]:
    return gap.low, gap.high, gap.unit, gap.unclear


def _disputed(both: Iterable[tuple[str, Stand, Stand]]) -> str | None:
    """The unit in which two sides name amounts that differ on some day; None where they name none."""
    found = {u for _, x, y in both for u in x.amounts.keys() & y.amounts.keys() if x.amounts[u] != y.amounts[u]}
    return min(found, key=lambda u: (u not in ("%", "$", "€", "£"), u), default=None)


def _on(stands: Sequence[Stand], day: str) -> Stand | None:
    """What stood on a day: the last word up to it."""
    return next((s for s in reversed(stands) if s.day <= day), None)


def _gap(day: str, a: Stand, b: Stand, unit: str | None) -> Gap:
    if unit is not None and unit in a.amounts and unit in b.amounts:
        far = abs(a.amounts[unit] - b.amounts[unit])
        return Gap(day, far, far, unit)
    if a.units & b.units and not any(u in b.amounts for u in a.amounts):
        return Gap(day, 0.0, 4.0, unclear=True)
    ends = (a.low - b.high, b.low - a.high)
    return Gap(day, float(max(0, *ends)), float(max(a.high - b.low, b.high - a.low)))


def _trend(gaps: Sequence[Gap]) -> Trend:
    """Nearer or farther only where the ranges of the two days do not meet, and both are told on one scale."""
    if len(gaps) < 2:
        return "one day"
    first, last = gaps[0], gaps[-1]
    if first.unit != last.unit or first.unclear or last.unclear:
        return "unclear"
    if last.high < first.low:
        return "nearer"
    if last.low > first.high:
        return "farther"
    return "unchanged" if (first.low, first.high) == (last.low, last.high) else "unclear"


__all__ = ["Apart", "Gap", "Matter", "Stand", "Trend", "matters"]
