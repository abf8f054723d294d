"""Every least set of rules that cannot all be kept."""

from collections.abc import Iterable
from dataclasses import dataclass

from pysat.solvers import Solver

from dragoman.analysis.order.network import Network, network
from dragoman.analysis.order.rules import Order
from dragoman.analysis.order.search import Literals, Search, knots, living

MOST = 200
"""Least sets that are listed of one knot, and how often each is looked for in vain before the rest is left."""


@dataclass(frozen=True)
class Conflicts:
    """`least` are sets of rule ids: no member of one can stay where all the others do, and without any one of them the others
    can. `capped` says that a knot has more than are listed."""

    least: tuple[frozenset[str], ...]
    capped: bool = False


def conflicts(order: Order, most: int = MOST) -> Conflicts:
    """Return the least conflicting sets of the rules, over order, alternatives and days together, smaller ones first.

    The sets are found by a map of what was not yet looked at (Liffiton and others 2016, "Fast, flexible MUS enumeration").
    Rules that are given, and so in every set implied, are told among its members like the others.
    """
    found = network(order)
    clashes = living(found, order)
    least = [frozenset((r.id,)) for r, options in zip(order.rules, found.options, strict=True) if not options]
    capped = False
    for knot in knots(found, clashes):
        sets, more = _of_knot(found, knot, clashes, most)
        least += [frozenset(order.rules[p].id for p in s) for s in sets]
        capped |= more
    return Conflicts(tuple(sorted(least, key=lambda s: (len(s), sorted(s)))), capped)


def _of_knot(found: Network, knot: list[int], clashes: Iterable[tuple[int, int]], most: int) -> tuple[list[frozenset[int]], bool]:
    sets: list[frozenset[int]] = []
    name = {p: n for n, p in enumerate(knot, 1)}
    with Search(Literals(found, knot, clashes)) as search, Solver(name="glucose4") as unseen:
        unseen.set_phases(list(name.values()))
        vain = 0
        while unseen.solve():
            model = set(unseen.get_model() or [])
            seed = [p for p in knot if -name[p] not in model]
            core = search.conflict(seed)
            if core is None:
                grown = _grown(search, knot)
                unseen.add_clause([name[p] for p in knot if p not in grown])
                vain += 1
                if vain > most:
                    return sets, True
                continue
            if len(sets) == most:
                return sets, True
            least = _shrunk(search, core)
            sets.append(frozenset(least))
            unseen.add_clause([-name[p] for p in least])
    return sets, False


def _grown(search: Search, knot: list[int]) -> set[int]:
    """A largest set of rules that can all be kept, around those that the last answer kept."""
    kept = set(search.held)
    for p in knot:
        if p not in kept and search.conflict(sorted(kept | {p})) is None:
            kept = set(search.held)
    return kept


def _shrunk(search: Search, core: set[int]) -> set[int]:
    """A least set within `core` that cannot all be kept."""
    left = set(core)
    for p in sorted(core):
        if p in left and (smaller := search.conflict(sorted(left - {p}))) is not None:
            left = smaller
    return left


__all__ = ["Conflicts", "conflicts"]
