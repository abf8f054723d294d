"""What the reports leave out: weeks without any, sides that nobody quotes, kinds of outlet that are missing."""

import datetime
from collections.abc import Iterable
from itertools import pairwise

from dragoman.assembly.dossier import Dossier
from dragoman.assembly.outlets import outlet
from dragoman.assembly.parties import sides
from dragoman.model import Statement

WEEK = datetime.timedelta(days=7)


def gaps(dossier: Dossier) -> tuple[tuple[datetime.date, datetime.date], ...]:
    """Return the pairs of days, over a week apart, between which no report appeared, the last pair up to the dossier's day."""
    days = sorted({d.date.value.first for d in dossier.documents if d.date.value is not None and d.date.value.is_day})
    if dossier.as_of is not None and dossier.as_of.is_day and len(days) > 1:
        days = sorted({*days, dossier.as_of.first})
    return tuple((a, b) for a, b in pairwise(days) if b - a > WEEK)


def unheard(dossier: Dossier, parties: Iterable[str]) -> tuple[str, ...]:
    """Return those of the parties (ids) in whose name nobody is quoted or reported to speak."""
    heard: set[str] = set()
    for statement in dossier.of(Statement):
        if statement.certainty != "possible":
            spoken = (dossier.party_of[i].id for i in (*statement.speaker, *statement.on_behalf_of) if i in dossier.party_of)
            ids = list(spoken)
            heard |= {*ids, *sides(ids, dossier.party)}
    return tuple(p for p in dict.fromkeys(parties) if p not in heard)


def lacks_independent(dossier: Dossier) -> bool:
    """Return whether the user has said of all outlets what they are and none is independent."""
    kinds = {outlet(d, dossier.outlets).kind for d in dossier.documents}
    return bool(dossier.outlets) and "unknown" not in kinds and "independent" not in kinds


__all__ = ["gaps", "lacks_independent", "unheard"]
