"""Which date bites, and what was promised: mentions of one deadline or one promise together."""

import datetime
import re
from collections.abc import Callable, Sequence
from typing import TypeVar

from dragoman.analysis.results import Due, DueState, Promise
from dragoman.assembly import Dossier
from dragoman.assembly.joining import Pairs
from dragoman.assembly.parties import sides
from dragoman.assembly.sense import sense
from dragoman.model import Commitment, Deadline, Finding, Ids, Moment
from dragoman.model.findings import DeadlineStatus

F = TypeVar("F", bound=Finding)
_OFFICE = re.compile(r"(?<=minist)(?:er|ry|ers|ries)$|(?<=president)(?:cy|ial)$|(?<=commission)er$|(?<=secretar)(?:y|iat)$")


def deadlines(dossier: Dossier) -> tuple[Due, ...]:
    """Return the deadlines of the record, those with a date first; `days_left` counts from the dossier's day to a fixed day."""
    groups = _together(dossier.of(Deadline), lambda a, b: _same_due(dossier, a, b))
    return tuple(sorted((_due(dossier, g) for g in groups), key=lambda d: (d.deadline.date is None, d.deadline.date or "")))


def promises(dossier: Dossier) -> tuple[Promise, ...]:
    """Return each promise with its states in the order of the reports; amounts are never added up."""
    told = dossier.promises
    groups = _together(dossier.of(Commitment), lambda a, b: _same_promise(dossier, a, b), told.together, told.apart)
    return tuple(Promise(tuple(g), tuple(dict.fromkeys(c for f in g for c in dossier.cite(f)))) for g in groups)


def _together(
    found: Sequence[F], same: Callable[[F, F], bool], tied: Pairs = frozenset(), apart: Pairs = frozenset()
) -> list[list[F]]:
    """Group findings: a later one joins, and so joins together, the groups of which one is linked to it by `same_as` and the
    first whose every member is the same. People's word on two of them comes first."""
    groups: list[list[F]] = []
    for f in found:
        free = [g for g in groups if not any((f.id, x.id) in apart or (x.id, f.id) in apart for x in g)]
        linked = [
            g for g in free
            if any(f.same_as == x.id or x.same_as == f.id or (f.id, x.id) in tied or (x.id, f.id) in tied for x in g)
        ]  # fmt: skip
        alike = next((g for g in free if all(same(f, x) for x in g)), None)
        hits = [g for g in groups if g in linked or g is alike]
        if not hits:
            groups.append([f])
            continue
        hits[0].append(f)
        for other in hits[1:]:
            hits[0] += other
            groups.remove(other)
    place = {f.id: n for n, f in enumerate(found)}
    return [sorted(g, key=lambda f: place[f.id]) for g in groups]


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
    if (a.certainty == "possible") != (b.certainty == "possible"):
        return False
    if _goes_on(dossier, a, b) or _goes_on(dossier, b, a):
        return True
    if not _agree(dossier, a.setter, b.setter):
        return False
    same_length = a.duration is not None and a.duration == b.duration
    if a.date and b.date:
        near = same_length or bool(a.setter and b.setter) or _akin(a.what, b.what)
        return a.date == b.date and _can_bind_alike(a, b) and near
    return same_length and (a.bound == "not_before") == (b.bound == "not_before") and _agree(dossier, a.addressee, b.addressee)


def _goes_on(dossier: Dossier, passed: Deadline, now: Deadline) -> bool:
    """Whether a later report tells of the thing whose day went by or was put off, without a day: "when they are complete"."""
    if passed.status not in ("lapsed", "extended") or not passed.date or now.date or now.duration:
        return False
    days = [dossier.document[d.document].date.value for d in (passed, now)]
    if not all(days) or str(days[0]) >= str(days[1]):
        return False
    one, two = sense(passed.what).said, sense(now.what).said
    return len(one & two) > 1 and len(one & two) >= min(len(one), len(two)) - 1


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
    return Due(latest, tuple(mentions), left, citations, assumed, _history(dossier, mentions))


def _history(dossier: Dossier, mentions: Sequence[Deadline]) -> tuple[DueState, ...]:
    """The days a deadline has had, in the order in which they were first told, each as it stands by the last word on it."""
    days: dict[str | None, list[Deadline]] = {}
    for mention in mentions:
        latest = next(reversed(days), None)
        undated = mention.date is None and latest is not None and not _is_over(days[latest])
        days.setdefault(latest if undated else mention.date, []).append(mention)
    if None in days and len(days) > 1 and next(iter(days)) is None:  # an undated first word is of the day that was told next
        first = days.pop(None)
        days = {day: first + found if n == 0 else found for n, (day, found) in enumerate(days.items())}
    days = dict(sorted(days.items(), key=lambda pair: _told_first(dossier, pair[1])))
    last = next(reversed(days), None)
    return tuple(
        DueState(day, _state(dossier, day, found, day != last), tuple(dict.fromkeys(c for m in found for c in dossier.cite(m))))
        for day, found in days.items()
    )


def _told_first(dossier: Dossier, found: Sequence[Deadline]) -> tuple[str, bool]:
    """By the report that told a day first; of two days in one report the one that is over comes before the one to come."""
    first = dossier.document[found[0].document].date.value
    return str(first or ""), not _is_over(found)


def _is_over(found: Sequence[Deadline]) -> bool:
    return found[-1].status in ("lapsed", "extended", "met")


def _state(dossier: Dossier, day: str | None, found: Sequence[Deadline], moved: bool) -> DeadlineStatus:
    """How a day stands: what was said of it last; put off where another day came after; unknown where it is past unsaid."""
    said = next((m.status for m in reversed(found) if m.status in ("met", "lapsed", "extended")), None)
    if said is not None:
        return said
    if moved and day is not None:
        return "extended"
    past = day is not None and dossier.as_of is not None and Moment(day).last < dossier.as_of.first
    return "unknown" if past else "pending"


def day_after(start: Moment, days: int) -> datetime.date:
    """Return the day so many days after a start (its last day, where it is longer than one), or before it; the calendar's last or
    first day where it would lie beyond."""
    last = start.last
    return last + datetime.timedelta(max(min(days, (datetime.date.max - last).days), (datetime.date.min - last).days))


__all__ = ["day_after", "deadlines", "promises"]
