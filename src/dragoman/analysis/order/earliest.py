"""The first moment at which each step can come, and which steps never can because they wait in a ring."""

import heapq
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dragoman.analysis.order.network import ORIGIN, Network, Option, components


@dataclass(frozen=True)
class Firsts:
    """`moment` holds the first moment of each step (by number) that can come, in the network's units; the others wait for what is
    stuck. `way` is how each rule (by place) that bears on one of them is kept, by the alternative that comes first."""

    moment: dict[int, int]
    way: dict[int, Option]


def earliest(found: Network, places: Sequence[int]) -> Firsts:
    """Return the least moments that keep the rules at `places`, exactly, with any of the alternatives of each.

    Moments are fixed in rising order (Knuth 1977, "A generalization of Dijkstra's algorithm"). Steps that must come together are
    one; steps that may come at the same moment as one another, by an alternative of each, come then where nothing else is left.
    """
    group = _groups(found, places)
    asked = _Asked(found, places, group)
    moment: dict[int, int] = {}
    events: list[tuple[int, int, int]] = []
    chosen: dict[int, int] = {}
    at = 0
    _fix([g for g in {ORIGIN, *group.values()} if not asked.open.get(g)], at, moment, asked, events)
    while True:
        while events and events[0][0] <= at:
            _, place, option = heapq.heappop(events)
            if place not in chosen:
                _choose(place, option, at, moment, asked, events, chosen)
        carried = asked.carried(chosen)
        for place, option in carried.items():
            _choose(place, option, at, moment, asked, events, chosen)
        if carried:
            continue
        if not events:
            break
        at = events[0][0]
    days = {ORIGIN: 0} | {n: moment[g] for n, g in group.items() if g in moment}
    ways = {p: found.options[p][o] for p, o in chosen.items() if asked.head[p] in moment}
    ways |= {p: way for p, way in asked.tied.items() if all(e.head in days for e in way)}
    return Firsts(days, ways)


class _Asked:
    """The rules over groups of steps: how many are `open` before a group can come, the `head` of each, whom a `tail` serves."""

    def __init__(self, found: Network, places: Iterable[int], group: dict[int, int]) -> None:
        self.open: dict[int, int] = {}
        self.head: dict[int, int] = {}
        self.serves: dict[int, list[tuple[int, int, int]]] = {}
        self.level: dict[int, list[tuple[int, int]]] = {}
        """For a rule that one step at the same moment would keep, such alternatives, each with its group."""
        self.of: dict[int, list[int]] = {}
        """The rules that a group waits for."""
        self.several = False
        """Whether one of them has other alternatives, so that steps may carry one another."""
        self.tied: dict[int, Option] = {}
        """How the rules are kept that ask for nothing more than what the groups are made of."""
        for p in places:
            head = group[found.heads[p]]
            within = next((o for o in found.options[p] if all(group.get(e.tail) == head and not e.length for e in o)), None)
            if within is not None:
                self.tied[p] = within
                continue
            self.head[p] = head
            self.open[head] = self.open.get(head, 0) + 1
            self.of.setdefault(head, []).append(p)
            for n, (edge,) in enumerate(found.options[p]):
                self.serves.setdefault(group.get(edge.tail, ORIGIN), []).append((p, n, edge.length))
                if not edge.length and edge.tail != ORIGIN:
                    self.level.setdefault(p, []).append((n, group[edge.tail]))
                    self.several |= len(found.options[p]) > 1

    def carried(self, chosen: Mapping[int, int]) -> dict[int, int]:
        """Return the alternatives (by rule) by which as many groups as can be come at one moment, each only with others of them.

        Whoever cannot is left out, and with it whoever needs it, until none is.
        """
        if not self.several:
            return {}
        left = {g: [p for p in places if p not in chosen] for g, places in self.of.items() if self.open[g]}
        held = {g for g, places in left.items() if all(p in self.level for p in places)}
        while True:
            alone = {g for g in held if not all(any(t in held for _, t in self.level[p]) for p in left[g])}
            if not alone:
                return {p: next(n for n, t in self.level[p] if t in held) for g in sorted(held) for p in left[g]}
            held -= alone


def _choose(
    place: int, option: int, at: int, moment: dict[int, int], asked: _Asked, events: list[tuple[int, int, int]],
    chosen: dict[int, int],
) -> None:  # fmt: skip
    """Let a rule be kept by one of its alternatives, and what waits for no other rule any more come."""
    chosen[place] = option
    head = asked.head[place]
    asked.open[head] -= 1
    if not asked.open[head]:
        _fix([head], at, moment, asked, events)


def _fix(
    groups: Iterable[int], at: int, moment: dict[int, int], asked: _Asked, events: list[tuple[int, int, int]]
) -> None:
    """Let groups of steps come at a moment, and what waits for them once they have."""
    for g in sorted(groups):
        moment[g] = at
        for place, option, length in asked.serves.get(g, ()):
            heapq.heappush(events, (at + length, place, option))


def _groups(found: Network, places: Iterable[int]) -> dict[int, int]:
    """Each step (by number) with one step that stands for all that must come at the same moment."""
    steps = range(1, len(found.steps) + 1)
    pairs = [(e.tail, e.head) for p in places if len(found.options[p]) == 1 for e in found.options[p][0] if e.length == 0]
    joined = components(pairs, len(found.steps))
    first: dict[int, int] = {}
    for n in steps:
        if joined[n] >= 0:
            first.setdefault(joined[n], n)
    return {n: first[joined[n]] if joined[n] >= 0 else n for n in steps}


__all__ = ["Firsts", "earliest"]
