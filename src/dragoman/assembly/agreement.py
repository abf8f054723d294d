"""How far people agree: Krippendorff's alpha over what two or more have judged, with a bootstrap interval."""

import random
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import krippendorff

from dragoman.assembly.judging import standing_judgements
from dragoman.model import Judgement

Level = Literal["nominal", "ordinal", "interval", "ratio"]
Table = Sequence[Sequence[float | None]]
RESAMPLED = 1000


@dataclass(frozen=True)
class Agreement:
    """Alpha over `units` findings of a kind, with the bounds between which 95 % of resampled tables fall; None where everybody
    said the same of everything, for which alpha is not defined."""

    kind: str
    units: int
    alpha: float | None
    low: float | None = None
    high: float | None = None


def alpha(table: Table, level: Level = "nominal") -> float | None:
    """Return Krippendorff's alpha of a table of people by units (None: not judged); None where no two values differ.

    Krippendorff 2011, "Computing Krippendorff's alpha-reliability"; his example of four observers and twelve units:

    >>> one = [1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None]
    >>> two = [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3]
    >>> three = [None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None]
    >>> four = [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None]
    >>> [f"{alpha([one, two, three, four], level):.3f}" for level in ("nominal", "ordinal", "interval", "ratio")]
    ['0.743', '0.815', '0.849', '0.797']
    """
    paired = [u for u in zip(*table, strict=True) if sum(v is not None for v in u) > 1]
    if len({v for unit in paired for v in unit if v is not None}) < 2:
        return None
    data = [[float("nan") if v is None else float(v) for v in row] for row in table]
    return float(krippendorff.alpha(reliability_data=data, level_of_measurement=level))


def agreements(judgements: Iterable[Judgement]) -> tuple[Agreement, ...]:
    """Return, for each kind of which two people judged some finding, how far they agree: on accepting, rejecting, correcting."""
    told: dict[str, dict[object, dict[str, str]]] = defaultdict(lambda: defaultdict(dict))
    for j in standing_judgements(judgements):
        if j.verdict in ("merge", "split"):
            continue  # said of two things, not of a finding
        told[j.kind][j.target][j.by] = f"{j.verdict} {sorted(j.changes.items())}"
    found = []
    for kind, units in sorted(told.items()):
        shared = [people for people in units.values() if len(people) > 1]
        if shared:
            found.append(_agreement(kind, shared))
    return tuple(found)


def _agreement(kind: str, units: Sequence[Mapping[str, str]]) -> Agreement:
    values = {v: n for n, v in enumerate(sorted({v for unit in units for v in unit.values()}))}
    people = sorted({p for unit in units for p in unit})

    def table(some: Sequence[Mapping[str, str]]) -> Table:
        return [[float(values[unit[p]]) if p in unit else None for unit in some] for p in people]

    whole = alpha(table(units))
    if whole is None:
        return Agreement(kind, len(units), None)
    chance = random.Random(2031)  # the same tables each time
    drawn = (alpha(table(chance.choices(units, k=len(units)))) for _ in range(RESAMPLED))
    ordered = sorted(1.0 if a is None else a for a in drawn)
    return Agreement(kind, len(units), whole, ordered[round(0.025 * RESAMPLED)], ordered[round(0.975 * RESAMPLED) - 1])


__all__ = ["Agreement", "agreements", "alpha"]
