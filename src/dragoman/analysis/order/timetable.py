"""The first and the last day on which each step can come, as far as the conditions and the stated days fix them."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.analysis.order.conflicts import conflicts
from dragoman.analysis.order.network import ORIGIN, Edge, Network, network
from dragoman.analysis.order.rules import Order


@dataclass(frozen=True)
class Slot:
    """When a step can come, in days from the day of the question (0).

    `earliest` is None where it waits for what is stuck, `latest` (the last day that holds every stated day after it) where no
    stated day bears on it. `after` are the ids of the rules that keep it from coming sooner.
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
    open_ended = replace(order, rules=tuple(r for r in order.rules if r.kind != "by"), clashes=())
    jammed = frozenset().union(*conflicts(open_ended).least)
    found = network(order)
    live = [p for p, r in enumerate(order.rules) if r.kind != "by" and r.id not in jammed and found.options[p]]
    number = {s: n for n, s in enumerate(found.steps, 1)}
    stuck = _waiting(found, live, {number[r.gated] for r in order.rules if r.id in jammed})
    live = [p for p in live if not any(e.head in stuck or e.tail in stuck for e in _soonest(found, p, stuck, {}))]
    day = _earliest(found, live, stuck)
    ways = {p: _soonest(found, p, stuck, day) for p in live}
    last = _latest(found, order, [e for p in live for e in ways[p]])
    binding: dict[int, set[str]] = {}
    for p in live:
        for e in ways[p]:
            if day.get(e.tail, 0) + e.length == day.get(e.head, 0) > 0:
                binding.setdefault(e.head, set()).add(order.rules[p].id)
    return tuple(
        Slot(
            step,
            None if number[step] in stuck else day.get(number[step], 0) // found.unit,
            last[number[step]] // found.unit if number[step] in last else None,
            tuple(sorted(binding.get(number[step], ()))),
        )
        for step in found.steps
        if step not in order.done and step not in order.excluded
    )


def _waiting(found: Network, live: Sequence[int], stuck: set[int]) -> set[int]:
    """The steps that are stuck, and those that wait for them whatever is chosen."""
    after: dict[int, list[int]] = {}
    for p in live:
        for tail in sorted({e.tail for o in found.options[p] for e in o}):
            after.setdefault(tail, []).append(p)
    queue = deque(sorted(stuck))
    while queue:
        for p in after.get(queue.popleft(), ()):
            if all(any(e.tail in stuck for e in o) for o in found.options[p]):
                more = {e.head for o in found.options[p] for e in o} - stuck
                stuck |= more
                queue.extend(sorted(more))
    return stuck


def _soonest(found: Network, place: int, stuck: set[int], day: dict[int, int]) -> Sequence[Edge]:
    """The way of keeping a rule that lets its step come first."""
    ways = [o for o in found.options[place] if not any(e.tail in stuck for e in o)] or list(found.options[place])
    return min(ways, key=lambda o: max((day.get(e.tail, 0) + e.length for e in o), default=0))


def _earliest(found: Network, live: Sequence[int], stuck: set[int]) -> dict[int, int]:
    """The least days that keep the rules; they exist, since none of the rules is in a ring."""
    day: dict[int, int] = {ORIGIN: 0}
    waiting: dict[int, list[int]] = {}
    for p in live:
        for tail in sorted({e.tail for o in found.options[p] for e in o}):
            waiting.setdefault(tail, []).append(p)
    queue, queued = deque(live), set(live)
    while queue:
        p = queue.popleft()
        queued.discard(p)
        for e in _soonest(found, p, stuck, day):
            if day.get(e.tail, 0) + e.length > day.get(e.head, 0):
                day[e.head] = day.get(e.tail, 0) + e.length
                more = [q for q in waiting.get(e.head, ()) if q not in queued]
                queue.extend(more)
                queued.update(more)
    return day


def _latest(found: Network, order: Order, edges: Sequence[Edge]) -> dict[int, int]:
    """The last days that still hold what is due, along the ways chosen for the earliest."""
    due = [o[0] for p, r in enumerate(order.rules) if r.kind == "by" for o in found.options[p][:1] if o]
    last: dict[int, int] = {}
    for e in due:
        last[e.tail] = min(last.get(e.tail, -e.length), -e.length)
    into: dict[int, list[Edge]] = {}
    for e in edges:
        if e.tail != ORIGIN:
            into.setdefault(e.head, []).append(e)
    queue = deque(last)
    while queue:
        head = queue.popleft()
        for e in into.get(head, ()):
            if e.tail not in last or last[head] - e.length < last[e.tail]:
                last[e.tail] = last[head] - e.length
                queue.append(e.tail)
    return last


__all__ = ["Slot", "timetable"]
