"""What is stuck: conditions that cannot all hold."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from dragoman.analysis.endings import Dropped, all_dropped, first_said
from dragoman.analysis.order import Order, Rule, conflicts, timetable
from dragoman.analysis.ordering import Ordering, any_of, lead, ordering, with_dues
from dragoman.analysis.results import Deadlock, Late
from dragoman.analysis.schedule import day_after
from dragoman.analysis.standing import as_it_stands
from dragoman.analysis.waivers import Denial
from dragoman.assembly import Assumption, Dossier, Requirement
from dragoman.model import Moment, content_hash

Ring = tuple[tuple[Requirement, ...], list[Assumption]]
"""Conditions that wait for one another, in turn, and what must be assumed for it."""


@dataclass(frozen=True)
class Knots:
    """The deadlocks between sides (`found`), each once; the rings `alone` among conditions of one side, or of nobody who is
    named, which are no deadlock between sides; and whether there are more than are listed (`capped`)."""

    found: tuple[Deadlock, ...]
    alone: tuple[Deadlock, ...] = ()
    capped: bool = False


def deadlocks(dossier: Dossier) -> Knots:
    """Return the deadlocks among the dossier's conditions, those that ended with the day they did."""
    reckoned = ordering(dossier, [r for r in dossier.requirements if r.certainty != "possible"])
    if not (reckoned.order.durations or any(r.days for r in reckoned.order.rules)):
        return knotted(dossier, reckoned)
    whole, now = knotted(dossier, with_dues(dossier, reckoned)), knotted(dossier, as_it_stands(dossier))
    late = [replace(d, until=None, ended_by=()) for d in now.found if d.late]  # what is done may still have to be waited for
    over = [d for d in whole.found if d.late and d.until and d.id not in {x.id for x in late}]
    ended = [then for d in over if (then := _as_it_ended(dossier, d)) is not None]
    found = _sorted([*(d for d in whole.found if not d.late), *late, *ended])
    return Knots(found, whole.alone, whole.capped or now.capped)


def overrun(dossier: Dossier, found: Iterable[Deadlock]) -> tuple[Late, ...]:
    """Return the steps that take longer than the days left until they are due, whatever waits for what, but for those that a
    deadlock over a day has told already: no condition is in their way, so none of them is a deadlock."""
    told = {d.late.step for d in found if d.late and d.until is None}
    reckoned, today = as_it_stands(dossier), dossier.as_of
    out: list[Late] = []
    for rule in reckoned.order.rules:
        takes = reckoned.order.durations.get(rule.gated, 0)
        open_ = rule.kind == "by" and rule.gated not in told | reckoned.order.done
        if today is not None and open_ and rule.day is not None and rule.day < takes:
            counted = max(takes, _over(_undue(reckoned), rule.gated))
            days = [str(day_after(today, n)) for n in (rule.day, takes, counted)]
            out.append(Late(rule.gated, days[0], days[1], reckoned.dues.get(rule.id), days[2], takes=takes))
    return tuple(out)


def _as_it_ended(dossier: Dossier, deadlock: Deadlock) -> Deadlock | None:
    """A deadlock over a day as it was when it ended, since when days have gone by; None where the day could be met then."""
    late, today = deadlock.late, dossier.as_of
    if late is None or deadlock.until is None or today is None:
        return None
    since = (today.last - Moment(deadlock.until).last).days
    soonest, counted = (str(day_after(Moment(day), -since)) for day in (late.soonest, late.counted))
    return replace(deadlock, late=replace(late, soonest=soonest, counted=counted)) if soonest > late.due else None


def knotted(dossier: Dossier, reckoned: Ordering) -> Knots:
    """Return the deadlocks among conditions that are reckoned with already."""
    least = conflicts(_from_today(reckoned.order))
    rings, alone = _rings(reckoned, least.least)
    late = list(_late(dossier, reckoned, least.least))
    clashes = _contradictions(reckoned)
    held = (*(x for x, _ in (*rings, *alone)), *(x for x, _ in clashes), *(x for x, _, _ in late))
    gone = all_dropped(dossier, {m.id: m for members in held for m in members}.values())
    found = [_deadlock(dossier, "cycle", ring, assumed, gone) for ring, assumed in rings]
    found += [_deadlock(dossier, "contradiction", clash, denied, gone) for clash, denied in clashes]
    found += [replace(_deadlock(dossier, "deadline", x, y, gone, (of.step,)), late=of) for x, y, of in late]
    own = (_deadlock(dossier, "cycle", ring, assumed, gone) for ring, assumed in alone)
    return Knots(_sorted(found), _sorted(d for d in own if d.until is None), least.capped)


def _sorted(found: Iterable[Deadlock]) -> tuple[Deadlock, ...]:
    """Deadlocks in the order in which they are told: rings first, then by day and place."""

    def place(d: Deadlock) -> tuple[object, ...]:
        first = d.members[0].citations[0]
        return d.kind != "cycle", d.since or "", first.document, first.start, d.id

    return tuple(sorted(found, key=place))


def _rings(reckoned: Ordering, found: Sequence[frozenset[str]]) -> tuple[list[Ring], list[Ring]]:
    """The least sets of requirements, with what must be assumed, that wait for one another: those that at least two sides hold,
    and those of one side alone, or of nobody who is named."""
    rings: list[Ring] = []
    for least in found:
        if not all(i in reckoned.requirements or i in reckoned.assumptions for i in least):
            continue  # a day that cannot be met
        asked = [reckoned.requirements[i] for i in least if i in reckoned.requirements]
        assumed = [reckoned.assumptions[i] for i in sorted(least) if i in reckoned.assumptions]
        if asked and not any({a, b} == least for a, b in reckoned.denials):
            rings.append((tuple(_in_turn(asked, assumed)), assumed))
    rings.sort(key=lambda ring: (len(ring[0]) + len(ring[1]), len(ring[1]), [r.id for r in ring[0]]))
    between = [ring for ring in rings if len({r.holders for r in ring[0] if r.holders}) > 1]
    return _smallest(between), _smallest(ring for ring in rings if ring not in between)


def _smallest(rings: Iterable[Ring]) -> list[Ring]:
    """The rings that hold all of no other, of which each comes before what holds it."""
    smallest: list[Ring] = []
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
        soonest = _over(replace(reckoned.order, rules=kept, clashes=()), due[0].gated)
        counted = max(soonest, _over(_undue(reckoned), due[0].gated))
        begun = lead(reckoned, due[0].gated)
        days = [str(day_after(dossier.as_of, n - begun)) for n in (due[0].day, soonest, counted)]
        assumed = [reckoned.assumptions[i] for i in sorted(least) if i in reckoned.assumptions]
        chain = _before(reckoned, due[0].gated)
        takes = reckoned.order.durations.get(due[0].gated, 0) - begun
        late = Late(due[0].gated, days[0], days[1], reckoned.dues.get(due[0].id), days[2], chain, takes)
        asked.sort(key=lambda r: (r.gated != late.step, r.citations[0].document, r.citations[0].start))
        yield tuple(asked), assumed, late


def _from_today(order: Order) -> Order:
    """The rules with a day by which no step could be over, whatever the conditions, as the first on which it could: else such a
    day alone would be the conflict, and the conditions that would be too late for any day would seem to be fine."""

    def moved(rule: Rule) -> Rule:
        return rule if rule.day is None else replace(rule, day=max(rule.day, order.durations.get(rule.gated, 0)))

    return replace(order, rules=tuple(moved(r) if r.kind == "by" else r for r in order.rules))


def _over(order: Order, step: str) -> int:
    """The first day on which a step can be over, by the rules given; 0 where it is stuck."""
    first = next((s.earliest for s in timetable(order) if s.step == step), None)
    return 0 if first is None else first + order.durations.get(step, 0)


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
    """The members of a ring as each waits for the next, from the step that comes first by its id; where any of several steps
    would do, one after the other, each with what it waits for."""
    waits: dict[str, list[tuple[tuple[str, ...], Requirement | None]]] = defaultdict(list)
    for r in sorted(asked, key=lambda r: r.id):
        waits[r.gated].append((any_of(r), r))
    for a in assumed:
        waits[a.product].append(((a.process,), None))
    turn: list[Requirement] = []
    todo = sorted(waits, reverse=True)
    met: set[str] = set()
    while todo:
        step = todo.pop()
        if step in met:
            continue
        met.add(step)
        for steps, requirement in reversed(waits.get(step, [])):
            turn += [requirement] if requirement is not None else []
            todo += reversed(steps)
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


__all__ = ["Knots", "deadlocks", "knotted", "overrun"]
