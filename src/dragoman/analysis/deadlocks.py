"""What is stuck: conditions that cannot all hold."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from dragoman.analysis.deeds import Deed, deeds
from dragoman.analysis.order import Order, conflicts, timetable
from dragoman.analysis.ordering import Ordering, ordering, orders, with_dues
from dragoman.analysis.results import Deadlock, Late
from dragoman.analysis.schedule import day_after
from dragoman.analysis.waivers import Denial, Waivers
from dragoman.assembly import Assumption, Dossier, Requirement
from dragoman.model import Citation, Condition, Statement, content_hash

Dropped = tuple[str, tuple[Citation, ...]]
"""The day on which a requirement was dropped, and the words that do it."""


def deadlocks(dossier: Dossier) -> tuple[tuple[Deadlock, ...], bool]:
    """Return the deadlocks among the dossier's conditions, each once, those that ended with the day they did; and whether there
    are more than are listed."""
    reckoned = ordering(dossier, [r for r in dossier.requirements if r.certainty != "possible"])
    lasting = reckoned.order.durations or any(r.days for r in reckoned.order.rules)
    return knotted(dossier, with_dues(dossier, reckoned) if lasting else reckoned)


def knotted(dossier: Dossier, reckoned: Ordering) -> tuple[tuple[Deadlock, ...], bool]:
    """Return the deadlocks among conditions that are reckoned with already."""
    least = conflicts(_from_today(reckoned.order))
    rings = _rings(reckoned, least.least)
    late = list(_late(dossier, reckoned, least.least))
    clashes = _contradictions(reckoned)
    members = [m for held in (*(x for x, _ in rings), *(x for x, _ in clashes), *(x for x, _, _ in late)) for m in held]
    gone = all_dropped(dossier, {m.id: m for m in members}.values())
    found = [_deadlock(dossier, "cycle", ring, assumed, gone) for ring, assumed in rings]
    found += [_deadlock(dossier, "contradiction", clash, denied, gone) for clash, denied in clashes]
    found += [replace(_deadlock(dossier, "deadline", x, y, gone, (of.step,)), late=of) for x, y, of in late]
    return tuple(
        sorted(
            found,
            key=lambda d: (
                d.kind != "cycle",
                d.since or "",
                d.members[0].citations[0].document,
                d.members[0].citations[0].start,
                d.id,
            ),
        )
    ), least.capped


def _rings(reckoned: Ordering, found: Sequence[frozenset[str]]) -> list[tuple[tuple[Requirement, ...], list[Assumption]]]:
    """The least sets of requirements, with what must be assumed, that wait for one another; at least two sides hold them."""
    rings: list[tuple[tuple[Requirement, ...], list[Assumption]]] = []
    for least in found:
        if not all(i in reckoned.requirements or i in reckoned.assumptions for i in least):
            continue  # a day that cannot be met
        asked = [reckoned.requirements[i] for i in least if i in reckoned.requirements]
        assumed = [reckoned.assumptions[i] for i in sorted(least) if i in reckoned.assumptions]
        clash = any({a, b} == least for a, b in reckoned.denials)
        if not clash and len({r.holders for r in asked if r.holders}) > 1:
            rings.append((tuple(_in_turn(asked, assumed)), assumed))
    rings.sort(key=lambda ring: (len(ring[0]) + len(ring[1]), len(ring[1]), [r.id for r in ring[0]]))
    smallest: list[tuple[tuple[Requirement, ...], list[Assumption]]] = []
    for ring in rings:
        own = {r.id for r in ring[0]}
        if not any({r.id for r in other} <= own for other, _ in smallest):
            smallest.append(ring)
    return smallest


def _late(
    dossier: Dossier, reckoned: Ordering, found: Sequence[frozenset[str]]
) -> Iterator[tuple[tuple[Requirement, ...], list[Assumption], Late]]:
    """The least sets of requirements that keep a step from coming by the day on which it is due, and when it could come."""
    rules = {r.id: r for r in reckoned.order.rules}
    for least in found:
        due = [rules[i] for i in least if rules[i].kind == "by"]
        asked = [reckoned.requirements[i] for i in sorted(least) if i in reckoned.requirements]
        if len(due) != 1 or not asked or due[0].day is None or dossier.as_of is None:
            continue
        kept = tuple(r for r in reckoned.order.rules if r.id in least and r.kind != "by")
        soonest = next(s.earliest for s in timetable(replace(reckoned.order, rules=kept, clashes=())) if s.step == due[0].gated)
        days = [day_after(dossier.as_of, n) for n in (due[0].day, soonest or 0)]
        assumed = [reckoned.assumptions[i] for i in sorted(least) if i in reckoned.assumptions]
        chain = _before(reckoned, due[0].gated)
        whole = next((s.earliest for s in timetable(_undue(reckoned)) if s.step == due[0].gated), None)
        counted = day_after(dossier.as_of, max(whole or 0, soonest or 0))
        late = Late(due[0].gated, str(days[0]), str(days[1]), reckoned.dues.get(due[0].id), str(counted), chain)
        asked.sort(key=lambda r: (r.gated != late.step, r.citations[0].document, r.citations[0].start))
        yield tuple(asked), assumed, late


def _from_today(order: Order) -> Order:
    """The rules with a day by which no step could come, whatever the conditions, as the first on which it could: else such a day
    alone would be the conflict, and the conditions that would be too late for any day would seem to be fine."""
    rules = (replace(r, day=max(r.day, 0)) if r.kind == "by" and r.day is not None else r for r in order.rules)
    return replace(order, rules=tuple(rules))


def _undue(reckoned: Ordering) -> Order:
    """The rules without the days by which steps are due."""
    return replace(reckoned.order, rules=tuple(r for r in reckoned.order.rules if r.kind != "by"))


def _before(reckoned: Ordering, step: str) -> tuple[Requirement, ...]:
    """The requirements that a step waits for, and those that these wait for."""
    found: dict[str, Requirement] = {}
    todo = [step]
    while todo:
        gated = todo.pop()
        for r in reckoned.requirements.values():
            if r.gated == gated and r.id in reckoned.rules and r.id not in found:
                found[r.id] = r
                todo.append(r.required)
    return tuple(found.values())


def _in_turn(asked: Iterable[Requirement], assumed: Iterable[Assumption]) -> list[Requirement]:
    """The members of a ring as each waits for the next, from the step that comes first by its id."""
    waits: dict[str, tuple[str, Requirement | None]] = {r.gated: (r.required, r) for r in asked}
    waits |= {a.product: (a.process, None) for a in assumed}
    turn: list[Requirement] = []
    step = min(waits)
    for _ in range(len(waits)):
        step, requirement = waits.get(step, (step, None))
        turn += [requirement] if requirement is not None else []
    return turn


def _contradictions(reckoned: Ordering) -> list[tuple[tuple[Requirement, ...], tuple[Denial, ...]]]:
    """Each condition of one side with the words of another that the same step may go ahead without it."""
    found: dict[tuple[str, tuple[str, ...]], list[tuple[Requirement, Denial]]] = defaultdict(list)
    for (a, b), denied in reckoned.denials.items():
        loose = reckoned.requirements[b]
        found[a, loose.holders].append((loose, denied))
    return [
        ((reckoned.requirements[a], *(b for b, _ in loose)), _plainest([d for _, d in loose])) for (a, _), loose in found.items()
    ]


def _plainest(found: Sequence[Denial]) -> tuple[Denial, ...]:
    """What must be assumed for a contradiction: nothing where one of the words that make it needs no assumption."""
    return tuple(found[:1]) if all(d.why for d in found) else ()


def _deadlock(
    dossier: Dossier,
    kind: Literal["cycle", "contradiction", "deadline"],
    members: tuple[Requirement, ...],
    assumed: Sequence[Assumption | Denial],
    gone: Mapping[str, Dropped],
    about: tuple[str, ...] = (),
) -> Deadlock:
    starts = [first_said(dossier, m) for m in members]
    ends = sorted((gone[m.id] for m in members if m.id in gone), key=lambda e: e[0])
    return Deadlock(
        id="deadlock-" + content_hash("deadlock", sorted((*(m.id for m in members), *about))),
        kind=kind,
        hard=not assumed and all(m.strict and m.certainty == "sure" for m in members),
        assumes=tuple(a.why for a in assumed),
        parties=tuple(sorted({h for m in members for h in m.holders})),
        members=members,
        assumed_citations=tuple(c for a in assumed for c in a.citations),
        since=max(s for s in starts if s) if all(starts) else None,
        until=ends[0][0] if ends else None,
        ended_by=ends[0][1] if ends else (),
    )


def _dates(dossier: Dossier, conditions: Iterable[Condition]) -> list[str]:
    values = [dossier.document[c.document].date.value for c in conditions]
    return sorted(v.value for v in values if v is not None)


def _said(dossier: Dossier, condition: Condition) -> list[str]:
    """The day on which a condition was stated, where its report tells it, else the day of the report."""
    told = _dates(dossier, (condition,))
    statement = dossier.finding.get(condition.statement or "")
    said = statement.said_on if isinstance(statement, Statement) else None
    return [said] if told and said and len(said) == 10 and said < told[0] else told


def first_said(dossier: Dossier, requirement: Requirement) -> str | None:
    """Return the day on which the requirement was first stated, as far as a report tells, None where none has a date."""
    dates = sorted(day for c in requirement.conditions for day in _said(dossier, c))
    return dates[0] if dates else None


def all_dropped(dossier: Dossier, asked: Iterable[Requirement]) -> dict[str, Dropped]:
    """Return, for each of the requirements (by id) that its own holder dropped, or one of whose steps is done, the day and the
    words that say so.

    A restatement in a later report renews it; one in that very report is taken as the old condition told again.
    """
    free = [r for r in dossier.requirements if r.relation == "not_required" and r.certainty != "possible"]
    waivers = Waivers(dossier, free)
    done = deeds(dossier)
    found = ((r.id, _dropped(dossier, r, waivers) or _done(r, done)) for r in asked if orders(r) and r.holders)
    return {i: how for i, how in found if how is not None}


def _done(requirement: Requirement, done: Mapping[str, Deed]) -> Dropped | None:
    """The earlier of the days on which what waits was done all the same and on which what it waits for was done."""
    found = [done[s] for s in (requirement.gated, requirement.required) if s in done]
    return min((d.on, d.citations) for d in found) if found else None


def _dropped(dossier: Dossier, requirement: Requirement, waivers: Waivers) -> Dropped | None:
    said = _dates(dossier, requirement.conditions)
    waived = sorted(
        ((day, c) for other, _ in waivers.denying(requirement) if other.holders == requirement.holders for c in other.conditions
         for day in _dates(dossier, (c,))),
        key=lambda found: (found[0], found[1].document, found[1].spans[0].start),
    )  # fmt: skip
    later = [(day, dossier.cite(c)) for day, c in waived if said and day >= said[-1] and day > said[0]]
    return later[0] if later else None


__all__ = ["all_dropped", "deadlocks", "first_said", "knotted"]
