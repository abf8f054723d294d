"""Which date bites, and what was promised: mentions of one deadline or one promise together."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from dragoman.analysis.results import Due, Promise
from dragoman.assembly import Dossier
from dragoman.assembly.sense import sense
from dragoman.model import Commitment, Deadline, Finding, Ids, Moment

F = TypeVar("F", bound=Finding)


def deadlines(dossier: Dossier) -> tuple[Due, ...]:
    """Return the deadlines of the record, those with a date first; `days_left` counts from the dossier's day to a fixed day."""
    groups = _together(dossier.of(Deadline), lambda a, b: _same_due(dossier, a, b))
    return tuple(sorted((_due(dossier, g) for g in groups), key=lambda d: (d.deadline.date is None, d.deadline.date or "")))


def promises(dossier: Dossier) -> tuple[Promise, ...]:
    """Return each promise with its states in the order of the reports; amounts are never added up."""
    groups = _together(dossier.of(Commitment), lambda a, b: _same_promise(dossier, a, b))
    return tuple(Promise(tuple(g), tuple(dict.fromkeys(c for f in g for c in dossier.cite(f)))) for g in groups)


def _together(found: Sequence[F], same: Callable[[F, F], bool]) -> list[list[F]]:
    """Group findings: a later one joins the first group of which one is linked to it, or whose every member is the same."""
    groups: list[list[F]] = []
    for f in found:
        hit = next(
            (g for g in groups if any(f.same_as == x.id or x.same_as == f.id for x in g) or all(same(f, x) for x in g)), None
        )
        if hit is None:
            groups.append([f])
        else:
            hit.append(f)
    return groups


def _sides(dossier: Dossier, ids: Sequence[str]) -> set[str]:
    found = [dossier.party_of[i] for i in ids if i in dossier.party_of]
    return {x for p in found for x in (p.id, *p.acts_for)}


def _agree(dossier: Dossier, a: Ids, b: Ids) -> bool:
    return not a or not b or bool(_sides(dossier, a) & _sides(dossier, b)) or _named_after(dossier, a, b)


def _named_after(dossier: Dossier, a: Ids, b: Ids) -> bool:
    """Whether a body bears the other's name ("the Smith administration" and Smith): one hand sets both."""
    x, y = ({w for n in dossier.names(ids) for w in n.split() if w[:1].isupper()} for ids in (a, b))
    people = [i for i in (*a, *b) if dossier.party_of[i].type == "person"]
    return len(people) == 1 and any({n.split()[-1]} & (x & y) for n in dossier.names((people[0],)))


def _same_due(dossier: Dossier, a: Deadline, b: Deadline) -> bool:
    if (
        a.date != b.date
        or (a.date is None and (a.duration is None or a.duration != b.duration))
        or a.bound == "not_before" != b.bound
    ):
        return False
    return _agree(dossier, a.setter, b.setter) and (a.date is None or _akin(a.what, b.what) or bool(a.setter and b.setter))


def _akin(a: str, b: str) -> bool:
    return bool(sense(a).said & sense(b).said)


def _same_promise(dossier: Dossier, a: Commitment, b: Commitment) -> bool:
    if a.unit != b.unit or a.quantity != b.quantity:
        return False
    return (
        _agree(dossier, a.giver, b.giver) and _agree(dossier, a.receiver, b.receiver) and sense(a.item).said == sense(b.item).said
    )


def _due(dossier: Dossier, mentions: Sequence[Deadline]) -> Due:
    latest = mentions[-1]
    fixed = Moment(latest.date) if latest.date else None
    left = (
        (fixed.first - dossier.as_of.last).days
        if fixed is not None and fixed.is_day and dossier.as_of is not None and dossier.as_of.is_day
        else None
    )
    assumed = fixed is not None and any(dossier.document[m.document].date.assumed for m in mentions)
    citations = tuple(dict.fromkeys(c for m in mentions for c in dossier.cite(m)))
    return Due(latest, tuple(mentions), left, citations, assumed)


__all__ = ["deadlines", "promises"]
