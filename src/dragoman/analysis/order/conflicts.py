"""Every least set of rules that cannot all be kept."""

from dataclasses import dataclass

from pysat.solvers import Solver

from dragoman.analysis.order.limits import MOST_WORK, PER_KNOT, GivenUp, Work
from dragoman.analysis.order.network import Network, network
from dragoman.analysis.order.rules import Order
from dragoman.analysis.order.search import Clashes, Literals, Search, knots, living, solved

MOST = 200
"""Least sets that are listed of one knot, and how often each is looked for in vain before the rest is left."""
MOST_IN_ALL = 1_000
"""Least sets that are listed of all knots together, and conditions that can never be kept besides."""


@dataclass(frozen=True)
class Conflicts:
    """`least` are sets of rule ids: no member of one can stay where all the others do, and without any one of them the others
    can. `capped` says that a knot has more than are listed."""

    least: tuple[frozenset[str], ...]
    capped: bool = False


def conflicts(order: Order, most: int = MOST, work: int = MOST_WORK) -> Conflicts:
    """Return the least conflicting sets of the rules, over order, alternatives and days together, smaller ones first.

    The sets are found by a map of what was not yet looked at (Liffiton and others 2016, "Fast, flexible MUS enumeration").
    Rules that are given, and so in every set implied, are told among its members like the others. At most `most` sets of one
    knot are listed, and what `work` (edges and propositions looked at) allows; small knots come first.
    """
    found = network(order)
    clashes = living(found, order)
    never = [frozenset((r.id,)) for r, options in zip(order.rules, found.options, strict=True) if not options]
    least: list[frozenset[str]] = []
    capped, left = len(never) > MOST_IN_ALL, Work(work)
    for knot in knots(found, clashes):
        if len(least) >= MOST_IN_ALL or left.left <= 0:
            capped = True
            break
        sets, more = _of_knot(found, knot, clashes, min(most, MOST_IN_ALL - len(least)), left)
        least += [frozenset(order.rules[p].id for p in s) for s in sets]
        capped |= more
    return Conflicts(tuple(sorted([*never[:MOST_IN_ALL], *least], key=lambda s: (len(s), sorted(s)))), capped)


def _of_knot(found: Network, knot: list[int], clashes: Clashes, most: int, work: Work) -> tuple[list[frozenset[int]], bool]:
    sets: list[frozenset[int]] = []
    with Search(Literals(found, knot, clashes, work)) as search, Solver(name="glucose4") as unseen:
        try:
            search.literals.work.spend(PER_KNOT)
            return sets, _map(found, search, unseen, sets, most)
        except GivenUp:
            return sets, True


def _map(found: Network, search: Search, unseen: Solver, sets: list[frozenset[int]], most: int) -> bool:
    """Look at one choice of rules after another, adding the least sets met to `sets`; return whether there may be more."""
    knot = list(search.literals.kept)
    name = {p: n for n, p in enumerate(knot, 1)}
    unseen.set_phases(list(name.values()))
    vain = 0
    while solved(unseen, (), search.literals.work):
        model = set(unseen.get_model() or [])
        core = search.conflict([p for p in knot if -name[p] not in model])
        if core is None:
            grown = _grown(search, knot)
            unseen.add_clause([name[p] for p in knot if p not in grown])
            vain += 1
            if vain > most:
                return True
            continue
        if len(sets) == most:
            return True
        least = _least(found, search, core)
        sets.append(frozenset(least))
        unseen.add_clause([-name[p] for p in least])
    return False


def _grown(search: Search, knot: list[int]) -> set[int]:
    """A largest set of rules that can all be kept, around those that the last answer kept."""
    kept = set(search.held)
    for p in knot:
        if p not in kept and search.conflict(sorted(kept | {p})) is None:
            kept = set(search.held)
    return kept


def _least(found: Network, search: Search, core: set[int]) -> set[int]:
    """A least set within `core` that cannot all be kept."""
    clashes = search.literals.clashes
    with Search(Literals(found, sorted(core), clashes, search.literals.work)) as within:
        left = set(core)
        for p in sorted(core):
            if p in left and (smaller := within.conflict(sorted(left - {p}))) is not None:
                left = smaller
        return left


__all__ = ["MOST", "MOST_IN_ALL", "Conflicts", "conflicts"]
