"""When a condition ended: its own side dropped it, or one of its steps was done."""

from collections.abc import Iterable, Mapping

from dragoman.analysis.concessions import conceded
from dragoman.analysis.deeds import Deed, deeds
from dragoman.analysis.ordering import any_of, binds
from dragoman.analysis.schedule import day_after
from dragoman.analysis.waivers import Waivers
from dragoman.assembly import Dossier, Requirement
from dragoman.model import Citation, Condition, Moment, Statement

Dropped = tuple[str, tuple[Citation, ...]]
"""The day on which a requirement was dropped, and the words that do it."""


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


def all_dropped(dossier: Dossier, asked: Iterable[Requirement], waited: bool = False) -> dict[str, Dropped]:
    """Return, for each of the requirements (by id) that its own holder dropped, or one of whose steps is done, the day and the
    words that say so; with `waited` one that makes its step wait some days more ends only once these have passed.

    A restatement in a later report renews it; one in that very report is taken as the old condition told again.
    """
    free = [r for r in dossier.requirements if r.relation == "not_required" and r.certainty != "possible"]
    waivers, done = Waivers(dossier, free), deeds(dossier)
    today = dossier.as_of if waited else None
    own = ((r, _dropped(dossier, r, waivers) if r.holders else None) for r in asked if binds(r))
    found = ((r.id, how or _done(r, done, today)) for r, how in own)
    return {i: how for i, how in found if how is not None}


def _done(requirement: Requirement, done: Mapping[str, Deed], today: Moment | None) -> Dropped | None:
    """The earliest of the days on which what waits was done all the same and on which what it waits for was done."""
    found = [(done[s].on, done[s].citations) for s in (requirement.gated, *any_of(requirement)) if s in done]
    if today is not None and requirement.days and requirement.gated not in done:
        over = [(str(day_after(Moment(on), requirement.days)), cited) for on, cited in found]
        found = [(on, cited) for on, cited in over if on <= str(today.last)]
    return min(found) if found else None


def _dropped(dossier: Dossier, requirement: Requirement, waivers: Waivers) -> Dropped | None:
    said = _dates(dossier, requirement.conditions)
    waived = sorted(
        ((day, c) for other, _ in waivers.denying(requirement) if other.holders == requirement.holders for c in other.conditions
         for day in _dates(dossier, (c,))),
        key=lambda found: (found[0], found[1].document, found[1].spans[0].start),
    )  # fmt: skip
    given_up = [(day, day, dossier.cite(c)) for day, c in waived] + list(conceded(dossier, requirement))
    later = [(day, cited) for told, day, cited in given_up if said and told >= said[-1] and told > said[0]]
    return min(later, key=lambda found: found[0]) if later else None


def days_since(dossier: Dossier) -> dict[str, int]:
    """Return how many days ago each step (by id) was done that the record tells to be done; empty where it has no day."""
    if dossier.as_of is None:
        return {}
    told = ((step, Moment(deed.on).last) for step, deed in deeds(dossier).items())
    return {step: max(0, (dossier.as_of.last - on).days) for step, on in told}


__all__ = ["Dropped", "all_dropped", "days_since", "first_said"]
