"""The first and the last day on which each step can come, as far as the conditions and the stated days fix them."""

import heapq
from dataclasses import dataclass

from dragoman.analysis.order.earliest import Firsts, earliest
from dragoman.analysis.order.network import ORIGIN, Edge, Network, network
from dragoman.analysis.order.rules import Order


@dataclass(frozen=True)
class Slot:
    """When a step can come, in days from the day of the question (0).

    `earliest` is None where it waits for what is stuck, `latest` (the last day to begin that holds every stated day after it)
    where no stated day bears on it. `after` are the ids of the rules that keep it from coming sooner.
    """

    step: str
    earliest: int | None
    latest: int | None
    after: tuple[str, ...] = ()

    @property
    def slack(self) -> int | None:
        """Days by which it can slip; negative where a stated day cannot be met; None where nothing fixes it."""
        return None if self.earliest is None or self.latest is None else self.latest - self.earliest


def timetable(order: Order) -> tuple[Slot, ...]:
    """Return the slot of every step that is neither done nor excluded, in the order of their names.

    Steps come as early as they can; where one of several steps will do, the one that comes first. Days by which a step is due do
    not make it stuck: one that is late has negative slack.
    """
    found = network(order)
    places = [p for p, r in enumerate(order.rules) if r.kind != "by"]
    firsts = earliest(found, places)
    day = firsts.moment
    last = _latest(found, order, firsts)
    binding: dict[int, set[str]] = {}
    for p, way in firsts.way.items():
        for e in way:
            if day[e.tail] + e.length == day[e.head] > 0:
                binding.setdefault(e.head, set()).add(order.rules[p].id)
    return tuple(
        Slot(
            step,
            day[n] // found.unit if n in day else None,
            last[n] // found.unit if n in last else None,
            tuple(sorted(binding.get(n, ()))),
        )
        for n, step in enumerate(found.steps, 1)
        if step not in order.done and step not in order.excluded
    )


def _latest(found: Network, order: Order, firsts: Firsts) -> dict[int, int]:
    """The last moments that still hold what is due, along the ways chosen for the first, from the latest step back."""
    due = [o[0] for p, r in enumerate(order.rules) if r.kind == "by" for o in found.options[p][:1] if o]
    last: dict[int, int] = {}
    for e in due:
        last[e.tail] = min(last.get(e.tail, -e.length), -e.length)
    into: dict[int, list[Edge]] = {}
    for e in (e for way in firsts.way.values() for e in way):
        if e.tail != ORIGIN:
            into.setdefault(e.head, []).append(e)
    queue = [(-firsts.moment.get(n, 0), n) for n in sorted(last)]
    heapq.heapify(queue)
    while queue:
        _, head = heapq.heappop(queue)
        for e in into.get(head, ()):
            if e.tail not in last or last[head] - e.length < last[e.tail]:
                last[e.tail] = last[head] - e.length
                heapq.heappush(queue, (-firsts.moment[e.tail], e.tail))
    return last


__all__ = ["Slot", "timetable"]
