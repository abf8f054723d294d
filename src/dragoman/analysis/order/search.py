"""A search for days that keep a choice of rules: a solver of propositions that learns each ring as it meets it."""

from collections.abc import Iterable, Iterator, Sequence

from pysat.solvers import Solver

from dragoman.analysis.order.network import Edge, Network, components, rings
from dragoman.analysis.order.rules import Order

Clause = list[int]


class Literals:
    """The propositions about some rules of a network: `kept[r]`, and `firm[r]` where keeping may also be softened, are true where
    rule `r` (its place) is kept and kept as strictly as stated; the edges of each option hang on a literal of their own."""

    def __init__(
        self, network: Network, places: Sequence[int], clashes: Iterable[tuple[int, int]], *, soften: bool = False
    ) -> None:
        self.network, self.top = network, 0
        self.kept = {p: self._new() for p in places}
        self.firm = {p: self._new() for p in places if soften and network.options[p] != network.softer[p]}
        self.clauses: list[Clause] = [[-self.kept[a], -self.kept[b]] for a, b in clashes if a in self.kept and b in self.kept]
        self.edges: list[Edge] = list(network.always)
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
        held = [n for n, w in enumerate(self.when) if w == 0 or w in true]
        for ring in rings([self.edges[n] for n in held], len(self.network.steps)):
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
        """Return rules among `places` that cannot all be kept, not always the fewest; None where all can."""
        assumed = [self.literals.kept[p] for p in places]
        while True:
            if not self._solver.solve(assumptions=assumed):
                return {self._place[v] for v in self._solver.get_core() or []}
            true = {v for v in self._solver.get_model() or [] if v > 0}
            learned = list(self.literals.rings(true))
            if not learned:
                self.held = {self._place[v] for v in true if v in self._place}
                return None
            for clause in learned:
                self._solver.add_clause(clause)


def living(network: Network, order: Order) -> list[tuple[int, int]]:
    """Return the clashes of rules (places) of which each could be kept for itself."""
    place = {r.id: n for n, r in enumerate(order.rules)}
    pairs = [(place[a], place[b]) for a, b in order.clashes]
    return [(a, b) for a, b in pairs if network.options[a] and network.options[b]]


def knots(network: Network, clashes: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Return the rules (places) that can have a part in a conflict, those that can meet in one together.

    A rule that can be kept in a way that lies on no ring has no part in any.
    """
    clashing = [set(pair) for pair in clashes]
    live = [p for p, options in enumerate(network.options) if options and all(options)]
    while True:
        edges = [e for p in live for o in network.options[p] for e in o] + list(network.always)
        component = components([(e.tail, e.head) for e in edges], len(network.steps))
        kept = [p for p in live if all(any(component[e.tail] == component[e.head] >= 0 for e in o) for o in network.options[p])]
        if len(kept) == len(live):
            break
        live = kept
    groups: list[tuple[set[int], set[int]]] = []
    for p in sorted({*live, *(p for pair in clashing for p in pair)}):
        rounds = {component[e.tail] for o in network.options[p] for e in o if component[e.tail] == component[e.head] >= 0}
        rounds = rounds if p in set(live) else set()
        near = {p, *(q for pair in clashing if p in pair for q in pair)}
        joined = [g for g in groups if g[0] & near or g[1] & rounds]
        groups = [g for g in groups if g not in joined]
        groups.append((near.union(*(g[0] for g in joined)), rounds.union(*(g[1] for g in joined))))
    return sorted(sorted(members) for members, _ in groups)


__all__ = ["Clause", "Literals", "Search", "knots", "living"]
