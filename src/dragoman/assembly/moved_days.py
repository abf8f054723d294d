"""Deadlines that a later report gives another day: whoever set a day for a thing and then sets another has moved it."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from dragoman.assembly.cues import stems
from dragoman.assembly.dossier import Party
from dragoman.assembly.parties import sides
from dragoman.model import Deadline, Document, Finding, Moment

_MOVING = re.compile(
    r"\b(?:mov(?:e|es|ed|ing)|postpon\w+|exten(?:d|ds|ded|ding|sion)|put (?:off|back)|push(?:ed|es)? back|brought forward"
    r"|bring forward|delay\w*|defer\w*|prolong\w*|reschedul\w*|new (?:deadline|date|day)|instead of|rather than|now)\b",
    re.I,
)
_TOO_GENERAL = stems("deadline date day last final ultimatum term limit due")
_OPEN = (None, "pending", "unknown")


def with_moved_days(
    findings: Sequence[Finding], documents: Mapping[str, Document], party_of: Mapping[str, Party], by_id: Mapping[str, Party]
) -> tuple[tuple[Finding, ...], dict[str, str]]:
    """Return the findings with each deadline that a later report moved linked (`same_as`) to the one that it takes the place of,
    and the new ids by the old ones.

    The link is what the codebook asks of a coder, who sees one report at a time. Setter and thing must agree, and the new day
    must be told before the old one was over, or as a move: what falls due again next month is another deadline. A report that
    tells both days as to come tells of two deadlines.
    """
    found = sorted(
        (f for f in findings if isinstance(f, Deadline) and _can_move(f) and documents[f.document].date.value is not None),
        key=lambda f: (str(documents[f.document].date.value), f.document, f.spans[0].start),
    )
    setters = {f.id: sides((party_of[a].id for a in f.setter), by_id) for f in found}
    by_thing: dict[tuple[frozenset[str], bool], list[Deadline]] = defaultdict(list)
    for f in found:
        by_thing[stems(f.what) - _TOO_GENERAL, f.bound == "not_before"].append(f)
    new: dict[str, Deadline] = {}
    for (thing, _), same in by_thing.items():
        for place, later in enumerate(same if thing else ()):
            alike = [f for f in same if setters[f.id] & setters[later.id]]
            earlier = _replaced(alike, [f for f in same[:place] if f in alike], later, documents, new)
            if earlier is not None and not later.same_as:
                new[later.id] = replace(later, same_as=new.get(earlier.id, earlier).id)
    renamed = {old: f.id for old, f in new.items()}
    return tuple(new.get(f.id, f) for f in findings), renamed


def _replaced(
    alike: Sequence[Deadline], before: Sequence[Deadline], later: Deadline, documents: Mapping[str, Document],
    moved: Mapping[str, Deadline],
) -> Deadline | None:  # fmt: skip
    """The mention that a later one takes the place of, or whose moved day it tells again; None where it tells of neither."""
    again = [f for f in before if f.date == later.date]
    if again:  # a day that was told before has not moved there; that of a move is told again
        return next((f for f in reversed(again) if f.id in moved and f.document != later.document), None)
    earlier = next((f for f in reversed(before) if _takes_its_place(f, later, documents)), None)
    both = earlier is not None and any(f.document == later.document and f.date == earlier.date for f in alike)
    return None if both else earlier


def _can_move(deadline: Deadline) -> bool:
    return bool(deadline.date and deadline.setter and deadline.certainty != "possible" and deadline.status in _OPEN)


def _takes_its_place(earlier: Deadline, later: Deadline, documents: Mapping[str, Document]) -> bool:
    """Whether a later report sets another day before the earlier one is over, or says that it moves it."""
    told, before = (documents[d.document].date.value for d in (later, earlier))
    if told is None or before is None or told.first <= before.last or later.date == earlier.date:
        return False
    in_time = told.first <= Moment(earlier.date or "").last
    return in_time or any(_MOVING.search(s.text) for s in later.spans)


__all__ = ["with_moved_days"]
