"""What if a step were done or given up, a condition dropped, a day moved, a time taken; never mixed with the record."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.analysis.deadlocks import knotted
from dragoman.analysis.endings import days_since
from dragoman.analysis.order import Order, Slot, timetable
from dragoman.analysis.ordering import Ordering, as_last_said
from dragoman.analysis.results import Deadlock
from dragoman.analysis.schedule import day_after
from dragoman.analysis.standing import Supposed, as_it_stands
from dragoman.assembly import Dossier, Requirement, Step
from dragoman.assembly.stepping import plain
from dragoman.model import Moment, RuleError

_SMALL = frozenset("a an the this that of to in on at by for from with and or its his her their it is be been".split())
"""Words that name no step by themselves."""


@dataclass(frozen=True)
class Planned:
    """When a step can begin: the first day, and the last that holds every stated day after it; None where nothing fixes one, or
    (`stuck`) where it waits for what is stuck. `takes` is how many days it takes, as told or supposed."""

    step: Step
    first: datetime.date | None
    last: datetime.date | None
    slack: int | None
    stuck: bool
    waits_for: tuple[Requirement, ...]
    takes: int = 0

    @property
    def over(self) -> datetime.date | None:
        """The first day on which it can be over."""
        return None if self.first is None else day_after(Moment(str(self.first)), self.takes)


@dataclass(frozen=True)
class WhatIf:
    """What would differ: deadlocks gone and new, conditions that could never be met any more (`barred`), steps that would wait
    for nothing any more (`opened`), and every step whose days move, before and after."""

    dissolved: tuple[Deadlock, ...]
    standing: tuple[Deadlock, ...]
    new: tuple[Deadlock, ...]
    barred: tuple[Requirement, ...]
    opened: tuple[Step, ...]
    moved: tuple[tuple[Planned, Planned], ...]


def what_if(dossier: Dossier, supposed: Supposed) -> WhatIf:
    """Return what would differ from the record as of its day; the record itself is left as it is.

    Raises `RuleError` with a sentence where what is supposed contradicts itself.
    """
    for step in sorted(set(supposed.done) & set(supposed.never)):
        name = dossier.step[step].name
        raise RuleError(f"The step {name!r} is supposed both to be done and never to come; say one of the two.")
    for step in sorted(set(supposed.never) & days_since(dossier).keys()):
        name = dossier.step[step].name
        raise RuleError(f"The step {name!r} is done by the record, so it cannot be supposed never to come.")
    before, after = as_it_stands(dossier, Supposed()), as_it_stands(dossier, supposed)
    stood = {d.id: d for d in knotted(dossier, before).found}
    stands = {d.id: d for d in knotted(dossier, after).found}
    plan = {p.step.id: p for p in _plan(dossier, before.order, before)}
    later = [p for p in _plan(dossier, after.order, after) if p.step.id in plan]
    excluded = set(supposed.never)
    kept = [r for i, r in after.requirements.items() if i in after.rules]
    return WhatIf(
        dissolved=tuple(d for d in stood.values() if not any(_goes_on(d, then) for then in stands.values())),
        standing=tuple(d for d in stands.values() if any(_goes_on(was, d) for was in stood.values())),
        new=tuple(d for d in stands.values() if not any(_goes_on(was, d) for was in stood.values())),
        barred=tuple(r for r in kept if r.required in excluded and r.gated not in excluded and r.relation != "not_required"),
        opened=_opened(dossier, before.order, after.order),
        moved=tuple((plan[p.step.id], p) for p in later if _days(p) != _days(plan[p.step.id])),
    )


def _goes_on(was: Deadlock, then: Deadlock) -> bool:
    """Whether a deadlock is still there, if only by some of its conditions: fewer are enough to miss an earlier day."""
    about = [d.late.step if d.late else None for d in (was, then)]
    return about[0] == about[1] and {m.id for m in then.members} <= {m.id for m in was.members}


def planned(dossier: Dossier, takes: Mapping[str, int] | None = None, dropped: tuple[str, ...] = ()) -> tuple[Planned, ...]:
    """Return when each step of the record's conditions can come; `takes` says how many days a step takes, `dropped` which
    requirements (ids) are supposed to be gone."""
    found = as_it_stands(dossier, Supposed(takes=takes or {}))
    known = {p.step.id: p for p in _plan(dossier, found.order, found)}
    if not dropped:
        return tuple(known.values())
    then = as_it_stands(dossier, Supposed(takes=takes or {}, dropped=dropped))
    return tuple(p for p in _plan(dossier, then.order, then) if p.step.id in known)


def _days(slot: Planned) -> tuple[object, ...]:
    return slot.first, slot.last, slot.stuck


def _plan(dossier: Dossier, order: Order, reckoned: Ordering) -> tuple[Planned, ...]:
    return tuple(_planned(dossier, slot, reckoned) for slot in timetable(order) if slot.step in dossier.step)


def _planned(dossier: Dossier, slot: Slot, reckoned: Ordering) -> Planned:
    waits = [reckoned.requirements[i] for i in slot.after if i in reckoned.requirements]
    first, last = _day(dossier, slot.earliest), _day(dossier, slot.latest)
    takes = reckoned.order.durations.get(slot.step, 0)
    return Planned(dossier.step[slot.step], first, last, slot.slack, slot.earliest is None, tuple(waits), takes)


def _day(dossier: Dossier, days: int | None) -> datetime.date | None:
    return None if days is None or dossier.as_of is None else day_after(dossier.as_of, days)


def _opened(dossier: Dossier, before: Order, after: Order) -> tuple[Step, ...]:
    waited, waits = _waiting(before), _waiting(after)
    out = sorted(waited - waits - after.done - after.excluded)
    return tuple(dossier.step[s] for s in out if s in dossier.step)


def _waiting(order: Order) -> set[str]:
    return {r.gated for r in order.rules if r.kind == "after" and order.days_left(r) != 0}


def step_named(dossier: Dossier, words: str) -> Step:
    """Return the one step that is called so, by a wording, by words that only its wordings hold, or by its number in the list.

    Raises `RuleError` with a sentence that lists the steps where none or several are.
    """
    if (number := _number(words, len(dossier.steps))) is not None:
        return dossier.steps[number - 1]
    exact = [s for s in dossier.steps if plain(words) in {plain(w.text) for w in s.wordings} | {plain(s.name)}]
    parts = set(plain(words).split())
    named = [s for s in dossier.steps if any(parts <= set(plain(w.text).split()) for w in s.wordings)]
    held = named if parts - _SMALL else []
    for found in (exact, held):
        if len(found) == 1:
            return found[0]
    among = "; ".join(f"{n} {s.name}" for n, s in enumerate(dossier.steps, 1) if s in (exact or held or dossier.steps))
    told = f"{len(exact or held)} steps are called" if exact or held else "No step is called"
    raise RuleError(f"{told} {words!r}. Give the number or the words of one of these: {among or 'there are no steps'}")


def _number(words: str, most: int) -> int | None:
    """The number that words are, None where they are none from 1 to `most`."""
    told = words.strip()
    return int(told) if told.isdecimal() and len(told) <= len(str(most)) and 0 < int(told) <= most else None


def requirement_named(dossier: Dossier, words: str) -> Requirement:
    """Return the requirement with this number in the record's list. Raises `RuleError` with a sentence where there is none."""
    found = listed(dossier)
    if (number := _number(words, len(found))) is not None:
        return found[number - 1]
    raise RuleError(f"There is no condition {words!r}. Give its number: there are {len(found)}.")


def listed(dossier: Dossier) -> list[Requirement]:
    """Return the requirements that a deadlock can rest on, in the record's order."""
    return [as_last_said(dossier, r) for r in dossier.requirements if r.certainty != "possible"]


__all__ = ["Planned", "Supposed", "WhatIf", "listed", "planned", "requirement_named", "step_named", "what_if"]
