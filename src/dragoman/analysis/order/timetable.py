"""The first and the last day on which each step can come, as far as the conditions and the stated days fix them."""

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
    last = _latest(found, order, live, stuck, day)
    return tuple(
        Slot(
            step,
            None if number[step] in stuck else day.get(number[step], 0) // found.unit,
            last[number[step]] // found.unit if number[step] in last else None,
            tuple(sorted(order.rules[p].id for p in live if _binds(found, p, stuck, day, number[step]))),
        )
        for step in found.steps
        if step not in order.done and step not in order.excluded
    )


def _waiting(found: Network, live: Sequence[int], stuck: set[int]) -> set[int]:
    """The steps that are stuck, and those that wait for them whatever is chosen."""
    grown = True
    while grown:
        grown = False
        for p in live:
            if all(any(e.tail in stuck for e in o) for o in found.options[p]):
                more = {e.head for o in found.options[p] for e in o} - stuck
                grown |= bool(more)
                stuck |= more
    return stuck


def _soonest(found: Network, place: int, stuck: set[int], day: dict[int, int]) -> Sequence[Edge]:
    """The way of keeping a rule that lets its step come first."""
    ways = [o for o in found.options[place] if not any(e.tail in stuck for e in o)] or list(found.options[place])
    return min(ways, key=lambda o: max((day.get(e.tail, 0) + e.length for e in o), default=0))


def _earliest(found: Network, live: Sequence[int], stuck: set[int]) -> dict[int, int]:
    """The least days that keep the rules; they exist, since none of the rules is in a ring."""
    day: dict[int, int] = {ORIGIN: 0}
    grown = True
    while grown:
        grown = False
        for p in live:
            for e in _soonest(found, p, stuck, day):
                if day.get(e.tail, 0) + e.length > day.get(e.head, 0):
                    day[e.head] = day.get(e.tail, 0) + e.length
                    grown = True
    return day


def _latest(found: Network, order: Order, live: Sequence[int], stuck: set[int], day: dict[int, int]) -> dict[int, int]:
    """The last days that still hold what is due, along the ways chosen for the earliest."""
    due = [o[0] for p, r in enumerate(order.rules) if r.kind == "by" for o in found.options[p][:1] if o]
    last: dict[int, int] = {}
    for e in due:
        last[e.tail] = min(last.get(e.tail, -e.length), -e.length)
    edges = [e for p in live for e in _soonest(found, p, stuck, day) if e.tail != ORIGIN]
    for _ in range(len(found.steps) + 1):
        before = dict(last)
        for e in edges:
            if e.head in last:
                last[e.tail] = min(last.get(e.tail, last[e.head] - e.length), last[e.head] - e.length)
        if last == before:
            break
    return last


def _binds(found: Network, place: int, stuck: set[int], day: dict[int, int], step: int) -> bool:
    edges = [e for e in _soonest(found, place, stuck, day) if e.head == step]
    return any(day.get(e.tail, 0) + e.length == day.get(step, 0) > 0 for e in edges)


__all__ = ["Slot", "timetable"]
