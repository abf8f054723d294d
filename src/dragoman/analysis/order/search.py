"""A search for days that keep a choice of rules: a solver of propositions that learns each ring as it meets it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from pysat.solvers import Solver

from dragoman.analysis.order.limits import MOST_TRIES, GivenUp, Work
from dragoman.analysis.order.network import Edge, Network, components, rings
from dragoman.analysis.order.rules import Order

Clause = list[int]
Clashes = Mapping[int, frozenset[int]]
"""For each rule (place) those that contradict it."""
_MOST_ROUNDS = 50


class Literals:
    """The propositions about some rules of a network: `kept[r]`, and `firm[r]` where keeping may also be softened, are true where
    rule `r` (its place) is kept and kept as strictly as stated; the edges of each option hang on a literal of their own."""

    def __init__(
        self, network: Network, places: Sequence[int], clashes: Clashes, work: Work, *, soften: bool = False
    ) -> None:
        self.network, self.clashes, self.work, self.top = network, clashes, work, 0
        self.kept = {p: self._new() for p in places}
        self.firm = {p: self._new() for p in places if soften and network.options[p] != network.softer[p]}
        pairs = sorted((a, b) for a in places for b in clashes.get(a, ()) if a < b and b in self.kept)
        self.clauses: list[Clause] = [[-self.kept[a], -self.kept[b]] for a, b in pairs]
        steps = {n for p in places for o in network.options[p] for e in o for n in (e.tail, e.head)}
        self.edges: list[Edge] = [e for e in network.always if e.head in steps]
        self.when: list[int] = [0] * len(self.edges)
        for p in places:
            if p in self.firm:
                self.clauses.append([-self.firm[p], self.kept[p]])
                self._hang(network.options[p], self.firm[p])
                self._hang(network.softer[p], self.kept[p])
            else:
                self._hang(network.options[p], self.kept[p])

    def _new(self) -> int:
        self.top += 1
        return self.top

    def _hang(self, options: Sequence[Sequence[Edge]], on: int) -> None:
        """Let the edges of one option hold where `on` does."""
        if any(not option for option in options):
            return
        chosen = [on] if len(options) == 1 else [self._new() for _ in options]
        if len(options) != 1:
            self.clauses.append([-on, *chosen])
        for literal, option in zip(chosen, options, strict=True):
            for edge in option:
                self.edges.append(edge)
                self.when.append(literal)

    def rings(self, true: set[int]) -> Iterator[Clause]:
        """Yield, for each ring that the true literals close, the clause that forbids it; none where days can be found."""
        self.work.spend(len(self.when))
        held = [n for n, w in enumerate(self.when) if w == 0 or w in true]
        for ring in rings([self.edges[n] for n in held], self.work):
            yield sorted({-self.when[held[e]] for e in ring if self.when[held[e]]})


class Search:
    """Answers whether rules can be kept together, remembering the rings met before."""

    def __init__(self, literals: Literals) -> None:
        self.literals = literals
        self._place = {v: p for p, v in literals.kept.items()}
        self._solver = Solver(name="glucose4", bootstrap_with=literals.clauses)
        self._solver.set_phases([v if v in self._place else -v for v in range(1, literals.top + 1)])
        self.held: set[int] = set()
        """The rules that the last answer kept together, those asked for and others."""

    def __enter__(self) -> "Search":
        return self

    def __exit__(self, *error: object) -> None:
        self._solver.delete()

    def conflict(self, places: Iterable[int]) -> set[int] | None:
        """Return rules among `places` that cannot all be kept, not always the fewest; None where all can.

        Raises `GivenUp` where no work is left.
        """
        assumed = [self.literals.kept[p] for p in places]
        while True:
            if not solved(self._solver, assumed, self.literals.work):
                return {self._place[v] for v in self._solver.get_core() or []}
            true = {v for v in self._solver.get_model() or [] if v > 0}
            learned = list(self.literals.rings(true))
            if not learned:
                self.held = {self._place[v] for v in true if v in self._place}
                return None
            for clause in learned:
                self._solver.add_clause(clause)


def solved(solver: Solver, assumed: Sequence[int], work: Work) -> bool:
    """Return whether what is assumed can be. Raises `GivenUp` where that takes more tries, or work, than is allowed."""
    work.spend(solver.nof_vars())
    solver.conf_budget(MOST_TRIES)
    found = solver.solve_limited(assumptions=list(assumed))
    if found is None:
        raise GivenUp
    return bool(found)


def living(network: Network, order: Order) -> Clashes:
    """Return the clashes of rules (places) of which each could be kept for itself."""
    place = {r.id: n for n, r in enumerate(order.rules)}
    found: dict[int, set[int]] = {}
    for one, other in order.clashes:
        a, b = place[one], place[other]
        if network.options[a] and network.options[b]:
            found.setdefault(a, set()).add(b)
            found.setdefault(b, set()).add(a)
    return {p: frozenset(others) for p, others in found.items()}


def knots(network: Network, clashes: Clashes) -> list[list[int]]:
    """Return the rules (places) that can have a part in a conflict, those that can meet in one together, small knots first.

    A rule that can be kept in a way that lies on no ring has no part in any.
    """
    live, component = _on_rings(network)
    within = set(live)
    knot = _Knots()
    for p in sorted({*live, *clashes}):
        knot.join(p, p)
        for other in clashes.get(p, ()):
            knot.join(p, other)
        for e in (e for o in network.options[p] for e in o) if p in within else ():
            if component[e.tail] == component[e.head] >= 0:
                knot.join(p, -1 - component[e.tail])
    groups: dict[int, list[int]] = {}
    for p in sorted({*live, *clashes}):
        groups.setdefault(knot.of(p), []).append(p)
    return sorted(groups.values(), key=lambda members: (len(members), members))


def _on_rings(network: Network) -> tuple[list[int], list[int]]:
    """The rules each of whose alternatives may lie on a ring, and the rounds (components) of the steps.

    Each round may leave out further rules; after some, what is left may hold rules that have no part in a conflict.
    """
    live = [p for p, options in enumerate(network.options) if options and all(options)]
    component: list[int] = []
    for _ in range(_MOST_ROUNDS):
        edges = [e for p in live for o in network.options[p] for e in o] + list(network.always)
        component = components([(e.tail, e.head) for e in edges], len(network.steps))
        kept = [p for p in live if all(any(component[e.tail] == component[e.head] >= 0 for e in o) for o in network.options[p])]
        if len(kept) == len(live):
            break
        live = kept
    return live, component


class _Knots:
    """Which rules, and rounds of steps (below zero), hang together."""

    def __init__(self) -> None:
        self._up: dict[int, int] = {}

    def of(self, one: int) -> int:
        """Return what stands for the knot of a rule or a round."""
        top = one
        while (up := self._up.setdefault(top, top)) != top:
            top = up
        while self._up[one] != top:
            self._up[one], one = top, self._up[one]
        return top

    def join(self, one: int, other: int) -> None:
        """Let two hang together."""
        self._up[self.of(one)] = self.of(other)


__all__ = ["Clashes", "Clause", "Literals", "Search", "knots", "living", "solved"]
