"""When each step can come as things stand, after each way out, and what would slip if a step took a day longer."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dragoman.analysis.deeds import Deed, deeds
from dragoman.analysis.order import Order, timetable
from dragoman.analysis.ordering import any_of, binds
from dragoman.analysis.results import WayOut
from dragoman.analysis.standing import Supposed, as_it_stands
from dragoman.analysis.supposing import Planned, planned
from dragoman.assembly import Dossier, Step

MOST_WAYS, MOST_STEPS = 8, 200
"""Ways out after which the steps are planned anew, and steps up to which it is asked what slips with each."""


@dataclass(frozen=True)
class Timetable:
    """`plans` of the record; `after` each way out the plans of the steps that it moves; `slips` tells for a step (by id) which
    others would come later if it took a day longer, and is empty in all where there are too many steps to ask (`capped`); `done`
    are the steps that the record tells to be done."""

    plans: tuple[Planned, ...]
    after: tuple[tuple[WayOut, tuple[Planned, ...]], ...] = ()
    slips: Mapping[str, tuple[str, ...]] | None = None
    capped: bool = False
    done: tuple[Deed, ...] = ()


def timetables(dossier: Dossier, ways: Sequence[WayOut] = (), takes: Mapping[str, int] | None = None) -> Timetable:
    """Return the timetable of the steps that the record's conditions name; `takes` says how many days a step (by id) takes where
    no report does."""
    lengths = takes or {}
    plans = planned(dossier, lengths)
    stood = {p.step.id: p for p in plans}
    after = []
    for way in [w for w in ways if w.drop][:MOST_WAYS]:
        then = planned(dossier, lengths, tuple(r.id for r in way.drop))
        after.append((way, tuple(p for p in then if p != stood.get(p.step.id))))
    capped = len(plans) > MOST_STEPS or len([w for w in ways if w.drop]) > MOST_WAYS
    order = as_it_stands(dossier, Supposed(takes=lengths)).order
    return Timetable(plans, tuple(after), _slips(order) if len(plans) <= MOST_STEPS else {}, capped, done_on_record(dossier))


def done_on_record(dossier: Dossier) -> tuple[Deed, ...]:
    """Return how the record tells that steps are done which one of its conditions makes wait, or asks for."""
    named = {s for r in dossier.requirements if binds(r) and r.certainty != "possible" for s in (r.gated, *any_of(r))}
    return tuple(deed for step, deed in deeds(dossier).items() if step in named)


def owners(dossier: Dossier, step: Step) -> tuple[str, ...]:
    """Return the parties (ids) that a step's own words name, whose it is as far as they say: "Lusan has opened its ports"."""
    told = " ".join(w.text for w in step.wordings)
    found = []
    for party in dossier.parties:
        names = [n for n in (party.name, *party.aliases) if n[:1].isupper() and len(n) > 2]
        if any(re.search(rf"\b{re.escape(n)}\b", told) for n in names):
            found.append(party.id)
    return tuple(found)


def _slips(order: Order) -> dict[str, tuple[str, ...]]:
    """For each step the others whose first day comes later if it takes a day longer."""
    stood = {s.step: s.earliest for s in timetable(order)}
    out = {}
    for step in stood:
        longer = replace(order, durations={**order.durations, step: order.durations.get(step, 0) + 1})
        later = [s.step for s in timetable(longer) if s.earliest != stood[s.step]]
        if later:
            out[step] = tuple(later)
    return out


__all__ = ["Timetable", "done_on_record", "owners", "timetables"]
