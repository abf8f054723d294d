"""Which conditions their own side gave up in a concession of their very order: "the figure first", "the list waiting for the
decree"."""

import re
from collections.abc import Iterator

from dragoman.assembly import Dossier, Requirement, Step
from dragoman.assembly.kinship import Naming, named_in, naming, shared
from dragoman.assembly.parties import sides
from dragoman.model import Citation, Position

_FIRST = re.compile(r"^(?P<step>[^,;:]+?)(?: being)?(?: comes?| coming)? (?:first|beforehand)$", re.I)
"""That one step comes first: what the other waits for."""
_WAITS = re.compile(
    r"^(?P<late>[^,;:]+?) (?:(?:waiting|having to wait) for|only after|(?:coming |to come )?after|until"
    r"|(?:being )?(?:tied|linked) to|(?:depending|dependent|conditional) on) (?P<early>[^,;:]+)$",
    re.I,
)
"""That one step waits for the other."""
_OFFERING = re.compile(r"\b(?:offer|pledge|promise|proposal|readiness|willingness)\b", re.I)


def conceded(dossier: Dossier, requirement: Requirement) -> Iterator[tuple[str, str, tuple[Citation, ...]]]:
    """Yield, each time a side of the requirement gave it up, the day of the report, the day on which it did, and the words; where
    the matter given up is its own order: both steps in turn, or the one that was to come first."""
    held = sides(requirement.holders, dossier.party)
    gated, required = dossier.step[requirement.gated], dossier.step[requirement.required]
    for p in dossier.of(Position):
        report = dossier.document[p.document].date.value
        own = sides((dossier.party_of[a].id for a in p.actor if a in dossier.party_of), dossier.party)
        if p.stance != "concede" or p.certainty == "possible" or report is None or not own or not own & held:
            continue
        if _is_its_order(p.issue.strip(), gated, required):
            yield report.value, p.on or report.value, dossier.cite(p)


def _is_its_order(issue: str, gated: Step, required: Step) -> bool:
    if _OFFERING.search(issue):
        return False  # who takes back an offer yields nothing
    if (first := _FIRST.match(issue)) is not None:
        return _is_step(required, naming(first["step"]))
    waits = _WAITS.match(issue)
    return waits is not None and _is_step(gated, naming(waits["late"])) and _is_step(required, naming(waits["early"]))


def _is_step(step: Step, told: Naming) -> bool:
    """Whether words name the step and nothing besides."""
    worded = [naming(w.text) for w in step.wordings]
    few = [n for n in worded if 0 < len(told.things) <= len(n.things)]
    return any(named_in(told, n) and shared(told, n) > 0 for n in few)


__all__ = ["conceded"]
