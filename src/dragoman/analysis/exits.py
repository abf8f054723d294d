"""The smallest ways out of what stands, and what can go ahead meanwhile."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

from dragoman.analysis.order import cheapest, conflicts
from dragoman.analysis.ordering import Ordering, ordering, orders, with_dues
from dragoman.analysis.results import AtOnce, Deadlock, Free, WayOut, Weight
from dragoman.analysis.standing import with_done
from dragoman.assembly import Dossier, Requirement
from dragoman.assembly.kinship import named_in, naming
from dragoman.assembly.likeness import Neighbours
from dragoman.assembly.parties import sides
from dragoman.assembly.sense import sense
from dragoman.model import Citation, Commitment, Moment, Track

LIVE = ("announced", "agreed", "confirmed_by_receiver", "under_way")
LONGEST_DEED, _BESIDE = 12, 4
FEW = 6
"""Deadlocks of one knot of which each is told with what unties it alone."""
_TO_COME = frozenset(("will", "would", "shall"))


@dataclass(frozen=True)
class Exits:
    """The smallest `ways` out; those that are `lighter` than any of them, and so take more conditions; whether there are more
    than are listed."""

    ways: tuple[WayOut, ...]
    lighter: tuple[WayOut, ...] = ()
    capped: bool = False


def ways_out(dossier: Dossier, found: Sequence[Deadlock], heavy: Mapping[str, Weight]) -> Exits:
    """Return, for each knot of deadlocks that share conditions, the smallest sets of conditions whose dropping unties it, for
    each side that can untie it alone its own smallest sets, and the lightest by what stands behind them (`heavy`); then what
    unties only some deadlocks of a knot."""
    out, lighter = list[WayOut](), list[WayOut]()
    capped = False
    for knot in _knots([d for d in found if d.until is None]):
        members = {m.id: m for d in knot for m in d.members}
        reckoned = _reckoned(dossier, members, knot)
        sets, more = _smallest(reckoned, None)
        for holder in sorted({m.holders for m in members.values()}):
            own, others = _smallest(reckoned, [i for i, m in members.items() if m.holders == holder])
            sets += [s for s in own if s not in sets]
            more |= others
        lightest, others = _smallest(_reckoned(dossier, members, knot, heavy), None)
        capped |= more or others
        ways = [_way(s, members, knot, heavy) for s in sets]
        out += [replace(w, lightest=tuple(r.id for r in w.drop) in lightest, turn=_can_turn(reckoned, w)) for w in ways]
        out += _one_by_one(knot, members, sets, heavy)
        out += _extended(dossier, knot)
        lighter += [replace(_way(s, members, knot, heavy), lightest=True) for s in lightest if s not in sets]
    return Exits(tuple(out), tuple(lighter), capped)


def _one_by_one(
    knot: Sequence[Deadlock], members: Mapping[str, Requirement], whole: Sequence[tuple[str, ...]], heavy: Mapping[str, Weight]
) -> Iterator[WayOut]:
    """Each condition that unties some deadlocks of a knot and leaves the others, where there are few enough to tell."""
    if not 1 < len(knot) <= FEW:
        return
    for i in members:
        gone = [d for d in knot if any(m.id == i for m in d.members)]
        if (i,) not in whole and len(gone) < len(knot):
            yield _way((i,), members, gone, heavy)


def _reckoned(
    dossier: Dossier, members: Mapping[str, Requirement], knot: Sequence[Deadlock], heavy: Mapping[str, Weight] | None = None
) -> Ordering:
    """The conditions of a knot as rules, with the days that some of its deadlocks are about."""
    cost = {i: heavy[i].value for i in members} if heavy else None
    found = with_done(dossier, ordering(dossier, list(members.values()), cost))
    days = {d.late.step: Moment(d.late.due) for d in knot if d.late}
    found = replace(found, dues={f"due {d.late.step}": d.late.deadline for d in knot if d.late and d.late.deadline})
    timed = with_dues(dossier, found, days) if days else found
    rules = tuple(replace(r, given=True) if r.kind == "by" else r for r in timed.order.rules if r.kind != "by" or r.gated in days)
    return replace(timed, order=replace(timed.order, rules=rules))


def _can_turn(reckoned: Ordering, way: WayOut) -> bool:
    """Whether the one condition of a way could be turned round and all others still hold."""
    if len(way.drop) != 1 or way.drop[0].id not in reckoned.rules:
        return False
    turned = way.drop[0]
    if turned.relation == "not_required" or any(turned.id in pair for pair in reckoned.order.clashes):
        return False
    if turned.alternatives or turned.required in reckoned.order.done:
        return False  # what is done cannot wait any more, and of several steps none says which would
    rules = [
        replace(r, gated=turned.required, required=(turned.gated,), days=0) if r.id == turned.id else r
        for r in reckoned.order.rules
    ]
    return not conflicts(replace(reckoned.order, rules=tuple(rules))).least


def _extended(dossier: Dossier, knot: Sequence[Deadlock]) -> Iterator[WayOut]:
    """That a deadline which cannot be met is moved, where a knot is about nothing else."""
    if all(d.late for d in knot) and len({d.late.step for d in knot if d.late}) == 1:
        late = max((d.late for d in knot if d.late), key=lambda x: x.counted)
        setters = late.deadline.setter if late.deadline else ()
        by = tuple(sorted({dossier.party_of[a].id for a in setters}))
        yield WayOut((), by, tuple(d.id for d in knot), extend=late.counted)


def at_once(dossier: Dossier, found: Sequence[Deadlock]) -> tuple[AtOnce, ...]:
    """Return, for each knot that it unties, the fewest conditions that would have to allow both of their steps at one moment."""
    out: list[AtOnce] = []
    for knot in _knots([d for d in found if d.until is None and not d.late]):
        members = {m.id: m for d in knot for m in d.members}
        exits = cheapest(ordering(dossier, list(members.values())).order, "soften")
        for way in exits[0].ways if len(exits) == 1 else ():
            asked = tuple(members[i] for i in way.soften)
            out.append(AtOnce(asked, tuple(sorted({h for r in asked for h in r.holders})), tuple(d.id for d in knot)))
    return tuple(out)


def _smallest(reckoned: Ordering, among: list[str] | None) -> tuple[list[tuple[str, ...]], bool]:
    """Every cheapest choice of conditions, of those `among` where given, without which the others can all hold; none where no
    choice of these will do."""
    free = [i for i in reckoned.requirements if i in reckoned.rules and (among is None or i in among)]
    exits = cheapest(reckoned.order, among=free)
    if not all(e.ways for e in exits):
        return [], any(e.capped for e in exits)
    choices = [tuple(sorted(i for way in chosen for i in way.drop)) for chosen in product(*(e.ways for e in exits))]
    return sorted(choices) if exits else [], any(e.capped for e in exits)


def _knots(found: Sequence[Deadlock]) -> list[list[Deadlock]]:
    knots: list[list[Deadlock]] = []
    for deadlock in found:
        own = {m.id for m in deadlock.members}
        near = [k for k in knots if any(own & {m.id for m in d.members} for d in k)]
        knots = [k for k in knots if k not in near] + [[d for k in near for d in k] + [deadlock]]
    return knots


_WAIT = re.compile(r"\b(?:once|if|after|when|as soon as|unless|until|provided(?: that)?) ([^,;.]+)", re.I)
"""What the words of a promise make it wait for."""


def _way(ids: Iterable[str], members: Mapping[str, Requirement], knot: Sequence[Deadlock], heavy: Mapping[str, Weight]) -> WayOut:
    drop = tuple(members[i] for i in ids)
    by = tuple(sorted({h for r in drop for h in r.holders}))
    return WayOut(drop, by, tuple(d.id for d in knot), sum(heavy[r.id].value for r in drop))


def untouched(dossier: Dossier, found: Sequence[Deadlock]) -> tuple[Free, ...]:
    """Return what waits for nothing that is stuck: steps said to go ahead, promises under way, live tracks."""
    standing = [d for d in found if d.until is None]
    bound = [c for d in standing for m in d.members for c in _all_words(dossier, m)]
    stuck = _stuck(dossier, standing)
    out = [
        *_free_steps(dossier, stuck),
        *_waiting_elsewhere(dossier, stuck),
        *_free_promises(dossier, stuck),
        *_free_tracks(dossier, stuck),
    ]
    kept = [f for f in out if not any(_overlap(a, b) for a in f.citations for b in bound)]
    one: dict[str, Free] = {}
    for f in kept:
        before = one.get(f.what.casefold())
        one[f.what.casefold()] = Free(before.what, tuple(dict.fromkeys(before.citations + f.citations))) if before else f
    return tuple(one.values())


def _all_words(dossier: Dossier, requirement: Requirement) -> list[Citation]:
    return [x for c in requirement.conditions for x in dossier.cite(c, (*c.spans, *c.gated_span, *c.required_span))]


def _overlap(a: Citation, b: Citation) -> bool:
    return a.document == b.document and a.start < b.end and b.start < a.end


def _stuck(dossier: Dossier, standing: Sequence[Deadlock]) -> set[str]:
    """The steps of standing deadlocks, and those that wait for them or will come only if, or when, they do."""
    waiting: dict[str, set[str]] = defaultdict(set)
    for r in dossier.requirements:
        if (orders(r) or r.relation in ("if", "together")) and r.certainty != "possible":
            waiting[r.required].add(r.gated)
        if r.relation == "together" and r.certainty != "possible":
            waiting[r.gated].add(r.required)
    stuck = {s for d in standing for m in d.members for s in (m.gated, m.required)}
    todo = list(stuck)
    while todo:
        more = waiting[todo.pop()] - stuck
        stuck |= more
        todo += more
    return stuck


def _is_stuck(dossier: Dossier, text: str, stuck: set[str], counted: bool = False) -> bool:
    """Whether a thing is what a stuck step is about; of "meeting the drivers' leader" the drivers are not.

    What is `counted` ("260 teachers") is no part of a step that only names such as them beside another thing.
    """
    thing = sense(text)
    steps = [sense(w.text) for s in sorted(stuck) for w in dossier.step[s].wordings]
    named = [known for known in steps if known.said]
    if counted:
        named = [known for known in named if known.said <= thing.said or known.core in thing.said]
        named = [known for known in named if not thing.core or thing.core in known.said]  # "suspended teachers" are no suspension
    return bool(thing.said) and any(
        known.said <= thing.said or (thing.said <= known.said and (thing.head or not known.head)) for known in named
    )


def _free_steps(dossier: Dossier, stuck: set[str]) -> list[Free]:
    free = [
        r for r in dossier.requirements if r.relation == "not_required" and r.certainty != "possible" and r.gated not in stuck
    ]
    bound = {r.gated for r in dossier.requirements if orders(r)}
    held, rivals = Neighbours(dossier.step[s] for s in sorted(stuck | bound)), _Rivals(dossier)
    free = [r for r in free if not held.of(dossier.step[r.gated]) and not rivals.contest(r)]
    return [Free(_told(dossier.step[r.gated].name, r.citations), r.citations) for r in free]


def _told(name: str, citations: Sequence[Citation]) -> str:
    """A step's name, or the report's whole words where the name only points elsewhere ("those", "pay it over")."""
    pointing = {"it", "this", "that", "those", "these", "them", "they"} & set(name.casefold().split())
    return citations[0].quote if pointing or not sense(name).said else name


class _Rivals:
    """Who waives what another side asks for: kept by the step, to be asked for each of many conditions."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._by_step: dict[str, list[Requirement]] = defaultdict(list)
        for r in dossier.requirements:
            if r.certainty != "possible":
                self._by_step[r.required].append(r)
        self._steps = Neighbours(dossier.step[s] for s in self._by_step)

    def contest(self, own: Requirement) -> bool:
        """Return whether one side waives what another side asks for, this requirement being either."""
        needed = self._dossier.step[own.required]
        steps = {own.required, *(s.id for s in self._steps.of(needed))}
        rivals = (r for s in sorted(steps) for r in self._by_step[s] if not set(r.holders) & set(own.holders))
        return any({r.relation == "not_required", own.relation == "not_required"} == {True, False} for r in rivals)


def _waiting_elsewhere(dossier: Dossier, stuck: set[str]) -> list[Free]:
    """Steps expected, not demanded, to wait only for something that itself waits for nothing (an award after the last file)."""
    asked = [r for r in dossier.requirements if orders(r) and r.certainty != "possible"]
    waiting = {r.gated for r in asked} | {a.product for a in dossier.assumptions}
    asking = Counter(r.gated for r in asked)
    near, rivals = Neighbours(dossier.step[s] for s in sorted(stuck)), _Rivals(dossier)
    out = []
    for r in asked:
        gated, required = dossier.step[r.gated], dossier.step[r.required]
        if sense(gated.name).wild or r.strict or r.relation != "only_after" or asking[r.gated] > 1:
            continue
        if {r.gated, r.required} & stuck or r.required in waiting or near.of(gated) or near.of(required) or rivals.contest(r):
            continue
        out.append(Free(f"{gated.name} (waits only for: {required.name})", r.citations))
    return out


def _free_promises(dossier: Dossier, stuck: set[str]) -> list[Free]:
    live = [c for c in dossier.of(Commitment) if c.status in LIVE and c.certainty != "possible"]
    live.sort(key=lambda c: c.status != "agreed")  # what the sides have settled before what others give
    free = [c for c in live if not _is_stuck(dossier, c.item, stuck, c.quantity is not None) and not _is_tied(dossier, c, stuck)]
    return [Free(_promised(c), dossier.cite(c), _left_out(c), c.status == "agreed") for c in free]


def _is_tied(dossier: Dossier, promise: Commitment, stuck: set[str]) -> bool:
    """Whether its words, or its giver's by a word in common, tell that what it promised will come only if a stuck step does."""
    givers = sides((dossier.party_of[a].id for a in promise.giver), dossier.party)
    tied = (r for r in dossier.requirements if r.relation == "if" and r.gated in stuck and r.certainty != "possible")
    own = (r for r in tied if set(r.holders) & givers)
    about = sense(promise.item).said
    own_words = _waits_in_words(dossier, promise, stuck)
    return own_words or any(about & sense(w.text).said for r in own for w in dossier.step[r.gated].wordings)


def _waits_in_words(dossier: Dossier, promise: Commitment, stuck: set[str]) -> bool:
    """Whether the promise's own words make it wait for something of which the record does not tell that it can come."""
    found = _WAIT.search(" ".join(s.text for s in promise.spans))
    told = naming(found[1]) if found else None
    if told is None or not told.things:
        return False
    known = [s.id for s in dossier.steps if any(named_in(naming(w.text), told) for w in s.wordings)]
    return not known or not stuck.isdisjoint(known)


def _left_out(promise: Commitment) -> str:
    """What is counted where the words of the promise leave it out: "75 boats" of "another 75 would be handed back"."""
    told = " ".join(s.text for s in promise.spans).lower()
    bare = (promise.quantity_text or "").replace(" ", "").replace(",", "").isalnum()
    missing = bare and promise.unit is not None and promise.unit.lower() not in told and promise.status == "agreed"
    return f"{promise.quantity_text} {promise.unit}" if missing else ""


def _promised(promise: Commitment) -> str:
    """The promised thing with its amount, in the report's words where they stand close together ("30 cabins" of "cabins")."""
    item, amount = promise.item.split(), (promise.quantity_text or "").split()
    if amount and (deed := _deed(promise)):
        return deed
    if set(amount) <= set(item):
        return promise.item
    near = [
        s.text[i : j + len(promise.item)]
        for s in promise.spans
        if 0 <= (i := s.text.find(" ".join(amount))) < (j := s.text.find(promise.item))
    ]
    if amount and near:
        return " ".join(min(near, key=len).split())
    if amount[0].lower() == "one":
        return f"one {single(promise.item)}"
    if len(amount) > 2:
        return f"{promise.item} ({' '.join(amount)})"
    shared = next((n for n in range(len(item), 0, -1) if amount[-n:] == item[:n]), 0)
    return " ".join(amount + item[shared:])


def _deed(promise: Commitment) -> str:
    """What those who are counted will do ("60 more crews would return"), where the words of the promise end with it."""
    for span in promise.spans:
        told = " ".join(span.text.split())
        starts = [told.find(w) for w in (promise.item, promise.quantity_text or promise.item) if w in told]  # "260 of them"
        first = told[min(starts, default=0) :]
        item = next((w for w in (promise.item, promise.quantity_text) if w and first.startswith(w)), "")
        after = first.removeprefix(item) if item else ""
        words = after.split()
        led = next((n for n, w in enumerate(words) if w in _TO_COME), len(words))
        if led <= _BESIDE and led < len(words) <= LONGEST_DEED and not set(after) & set('",;:'):
            return f"{item}{after}"
    return ""


def single(thing: str) -> str:
    """Return what one of several things is called ("two boats", then "one").

    >>> single("rescue boats"), single("glass"), single("cargoes"), single("ferries")
    ('rescue boat', 'glass', 'cargo', 'ferry')
    """
    if thing.endswith(("oes", "ches", "shes", "sses", "xes")) and not thing.endswith("shoes"):
        return thing[:-2]
    if thing.endswith("ies") and len(thing) > 5:
        return f"{thing[:-3]}y"
    return thing[:-1] if thing.endswith("s") and not thing.endswith("ss") else thing


def _free_tracks(dossier: Dossier, stuck: set[str]) -> list[Free]:
    live = [t for t in dossier.of(Track) if t.status in ("active", "advancing") and t.certainty != "possible"]
    return [Free(t.name, dossier.cite(t)) for t in live if not _is_stuck(dossier, t.name, stuck)]


__all__ = ["at_once", "untouched", "ways_out"]
