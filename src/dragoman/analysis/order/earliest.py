"""The first moment at which each step can come, and which steps never can because they wait in a ring."""

import heapq
from collections.abc import Iterable, Sequence
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
    one; an alternative that may come at the same moment counts only where it can come without the step that waits for it.
    """
    group = _groups(found, places)
    asked = _Asked(found, places, group)
    moment: dict[int, int] = {}
    events: list[tuple[int, int, int]] = []
    chosen: dict[int, int] = {}
    _fix([g for g in {ORIGIN, *group.values()} if not asked.open.get(g)], 0, moment, asked, events)
    while events:
        at, place, option = heapq.heappop(events)
        if place in chosen:
            continue
        chosen[place] = option
        head = asked.head[place]
        asked.open[head] -= 1
        if not asked.open[head]:
            _fix([head], at, moment, asked, events)
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
            for n, (edge,) in enumerate(found.options[p]):
                self.serves.setdefault(group.get(edge.tail, ORIGIN), []).append((p, n, edge.length))


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
