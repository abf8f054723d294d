"""The cheapest ways to make rules fit together: which to drop, or to soften from "later" to "at the same time"."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any, Literal, get_args

from pysat.examples.rc2 import RC2
from pysat.formula import WCNF

from dragoman.analysis.order.limits import MOST_TRIES, MOST_WORK, PER_KNOT, GivenUp, Work
from dragoman.analysis.order.network import network
from dragoman.analysis.order.rules import Order
from dragoman.analysis.order.search import Literals, knots, living
from dragoman.model import RuleError

Means = Literal["drop", "soften", "both"]
_MEANS = get_args(Means)
MOST_WAYS = 50
MOST_ROUNDS = 2_000
"""Rings learned and ways found, together, before the rest of a knot is left out."""


@dataclass(frozen=True)
class Change:
    """What one way out changes: the rules it drops, and those it lets come true at the same time."""

    drop: tuple[str, ...]
    soften: tuple[str, ...]
    cost: int


@dataclass(frozen=True)
class Exit:
    """The cheapest ways out of one knot of rules (`knot`, their ids), all of one cost. No way at all: it cannot be untied by what
    may be changed. `capped`: there are more, or (without a way) the search was given up."""

    knot: tuple[str, ...]
    ways: tuple[Change, ...]
    capped: bool = False


def cheapest(
    order: Order,
    means: Means = "drop",
    among: Collection[str] | None = None,
    most: int = MOST_WAYS,
    work: int = MOST_WORK,
) -> tuple[Exit, ...]:
    """Return for each knot with a conflict the cheapest ways out of it, exactly.

    Dropping a rule costs its weight times two where softening is allowed too, which then costs the weight; `among` are the ids
    of the rules that may be changed, by default all that are not given. Maximum satisfiability with rings learned when a
    proposal closes them (RC2: Ignatiev, Morgado and Marques-Silva 2019). What `work` (edges and propositions looked at) does
    not allow is left out, and marked as capped; small knots come first. Raises `RuleError` with a sentence where `means` or one
    of `among` is unknown.
    """
    found = network(order)
    place = {r.id: n for n, r in enumerate(order.rules)}
    if means not in _MEANS:
        raise RuleError(f"There is no way {means!r} to untie conditions; take one of these: {', '.join(_MEANS)}.")
    unknown = sorted(set(among or ()) - place.keys())
    if unknown:
        raise RuleError(f"{unknown[0]!r} is among what may be changed, but there is no condition of that name.")
    clashes = living(found, order)
    free = {place[i] for i in (place if among is None else among) if not order.rules[place[i]].given}
    out = []
    for dead in (p for p, options in enumerate(found.options) if not options):
        drop = Change((order.rules[dead].id,), (), order.rules[dead].weight * (2 if means == "both" else 1))
        can = dead in free and means != "soften"
        out.append(Exit((order.rules[dead].id,), (drop,) if can else ()))
    left = Work(work)
    for knot in knots(found, clashes):
        if left.left <= 0:
            out.append(Exit(tuple(order.rules[p].id for p in knot), (), True))
            continue
        literals = Literals(found, knot, clashes, left, soften=means != "drop")
        ways, capped = _ways(order, literals, free, means, most)
        if ways is None or ways or capped:
            out.append(Exit(tuple(order.rules[p].id for p in knot), tuple(ways or ()), capped))
    return tuple(out)


class _Bounded(RC2):  # type: ignore[misc]  # python-sat tells no types
    """The solver, giving up where one of its calls takes too many tries or no work is left."""

    def __init__(self, formula: WCNF, work: Work) -> None:
        self._work = work
        super().__init__(formula, adapt=True, exhaust=True, minz=True)

    def _call_oracle(self, assumptions: Iterable[int] = (), expect_interrupt: bool = False) -> Any:
        self._work.spend(self.oracle.nof_vars())
        self.oracle.conf_budget(MOST_TRIES)
        found = self.oracle.solve_limited(assumptions=list(assumptions), expect_interrupt=expect_interrupt)
        if found is None:
            raise GivenUp
        return found


def _ways(order: Order, literals: Literals, free: Collection[int], means: Means, most: int) -> tuple[list[Change] | None, bool]:
    """The cheapest ways; none where nothing needs changing; None where changing cannot help."""
    ways: list[Change] = []
    with _Bounded(_formula(order, literals, free, means), literals.work) as solver:
        try:
            literals.work.spend(PER_KNOT)
            for _ in range(MOST_ROUNDS):
                model = solver.compute()
                if model is None:
                    return (ways or None), False
                true = {v for v in model if v > 0}
                learned = list(literals.rings(true))
                for clause in learned:
                    solver.add_clause(clause)
                if learned:
                    continue
                if solver.cost == 0 or (ways and solver.cost > ways[0].cost):
                    return ways, False
                if len(ways) == most:
                    return ways, True
                way = _change(order, literals, true, solver.cost)
                ways.append(way)
                solver.add_clause(_other(literals, true))
        except GivenUp:
            return ways, True
    return ways, True


def _formula(order: Order, literals: Literals, free: Collection[int], means: Means) -> WCNF:
    formula = WCNF()
    formula.extend(literals.clauses)
    for p, kept in literals.kept.items():
        weight = order.rules[p].weight
        if p not in free:
            formula.append([literals.firm.get(p, kept)])
        elif p not in literals.firm:
            formula.append([kept], weight=None if means == "soften" else weight * (2 if means == "both" else 1))
        elif means == "soften":
            formula.append([kept])
            formula.append([literals.firm[p]], weight=weight)
        else:
            formula.append([kept], weight=weight)
            formula.append([literals.firm[p]], weight=weight)
    return formula


def _change(order: Order, literals: Literals, true: set[int], cost: int) -> Change:
    drop = sorted(order.rules[p].id for p, v in literals.kept.items() if v not in true)
    soften = sorted(order.rules[p].id for p, v in literals.firm.items() if v not in true and literals.kept[p] in true)
    return Change(tuple(drop), tuple(soften), cost)


def _other(literals: Literals, true: set[int]) -> list[int]:
    """That a further way changes not all of what this one does."""
    dropped = [v for v in literals.kept.values() if v not in true]
    return dropped + [v for p, v in literals.firm.items() if v not in true and literals.kept[p] in true]


__all__ = ["Change", "Exit", "Means", "cheapest"]
