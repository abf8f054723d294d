"""Which date bites, and what was promised: mentions of one deadline or one promise together."""

import re
from collections.abc import Callable, Sequence
from typing import TypeVar

from dragoman.analysis.results import Due, Promise
from dragoman.assembly import Dossier
from dragoman.assembly.parties import sides
from dragoman.assembly.sense import sense
from dragoman.model import Commitment, Deadline, Finding, Ids, Moment

F = TypeVar("F", bound=Finding)
_OFFICE = re.compile(r"(?<=minist)(?:er|ry|ers|ries)$|(?<=president)(?:cy|ial)$|(?<=commission)er$|(?<=secretar)(?:y|iat)$")


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


def _agree(dossier: Dossier, a: Ids, b: Ids) -> bool:
    """Whether two fields can name one hand: one side, or an office and the person in it; nobody named agrees with all."""
    if not a or not b or _hands(dossier, a) & _hands(dossier, b):
        return True
    return any(_holds_office(dossier, x, y) or _holds_office(dossier, y, x) for x in a for y in b)


def _hands(dossier: Dossier, ids: Ids) -> frozenset[str]:
    found = [dossier.party_of[i].id for i in ids]
    return sides(found, dossier.party) | frozenset(found)


def _holds_office(dossier: Dossier, person: str, body: str) -> bool:
    """Whether a body bears a person's name ("the Smith administration"), or is the office of the person's title.

    A title and an office go together where no word of the office is foreign to the person: the labour ministry and the
    labour minister, the ministry and the minister.
    """
    who, office = dossier.party_of[person], dossier.party_of[body]
    if who.type != "person" or office.type == "person":
        return False
    words = _stems(office.name)
    if _stems(who.name.split()[-1]) <= words:
        return True
    above = [dossier.party[p].name for p in who.acts_for if p in dossier.party]
    return len(words) > 0 and words <= _stems(" ".join([who.role or "", *who.aliases, *above]))


def _stems(name: str) -> set[str]:
    """The words of a name, each cut so that an office and its holder meet ("minister", "ministry")."""
    words = re.findall(r"\w+", name.casefold())
    return {_OFFICE.sub("", w) for w in words if w not in ("the", "of", "for", "and", "a", "an", "his", "her", "its", "their")}


def _same_due(dossier: Dossier, a: Deadline, b: Deadline) -> bool:
    """Whether two mentions are of one deadline: no fact of one contradicts the other's, and they share a day or a length."""
    if (a.certainty == "possible") != (b.certainty == "possible") or not _agree(dossier, a.setter, b.setter):
        return False
    same_length = a.duration is not None and a.duration == b.duration
    if a.date and b.date:
        near = same_length or bool(a.setter and b.setter) or _akin(a.what, b.what)
        return a.date == b.date and _can_bind_alike(a, b) and near
    return same_length and (a.bound == "not_before") == (b.bound == "not_before") and _agree(dossier, a.addressee, b.addressee)


def _can_bind_alike(a: Deadline, b: Deadline) -> bool:
    return {a.bound, b.bound} not in ({"not_before", "by"}, {"not_before", "or_sooner"})


def _akin(a: str, b: str) -> bool:
    return bool(sense(a).said & sense(b).said)


def _same_promise(dossier: Dossier, a: Commitment, b: Commitment) -> bool:
    if a.unit != b.unit or a.quantity != b.quantity:
        return False
    return (
        _agree(dossier, a.giver, b.giver) and _agree(dossier, a.receiver, b.receiver) and sense(a.item).said == sense(b.item).said
    )


def _due(dossier: Dossier, mentions: Sequence[Deadline]) -> Due:
    dated = [m for m in reversed(mentions) if m.date]
    latest = next((m for m in (*(m for m in dated if m.status != "extended"), *dated)), mentions[-1])
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
