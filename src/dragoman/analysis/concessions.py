"""Which conditions their own side gave up in a concession that names the order: "the figure first", "the list waiting for the
decree"."""

import re
from collections.abc import Iterator

from dragoman.assembly import Dossier, Requirement
from dragoman.assembly.kinship import named_in, naming
from dragoman.assembly.parties import sides
from dragoman.model import Citation, Position

_ORDER = re.compile(
    r"\b(?:first|beforehand|wait(?:s|ed|ing)?|before|until|after|only|(?:pre)?conditions?|order|sequence|"
    r"(?:un)?ti(?:es?|ed|ing)|link(?:s|ed|ing|age)?|depend(?:s|ing|ent)?)\b",
    re.I,
)
"""Words by which the matter of a concession is told to be an order of steps."""


def conceded(dossier: Dossier, requirement: Requirement) -> Iterator[tuple[str, str, tuple[Citation, ...]]]:
    """Yield, each time a side of the requirement gave it up, the day of the report, the day on which it did, and the words; where
    the matter given up is the order and names one of its steps."""
    held = sides(requirement.holders, dossier.party)
    for p in dossier.of(Position):
        report = dossier.document[p.document].date.value
        own = sides((dossier.party_of[a].id for a in p.actor if a in dossier.party_of), dossier.party)
        if p.stance != "concede" or p.certainty == "possible" or report is None or not own or not own & held:
            continue
        if _ORDER.search(p.issue) and _names_a_step(dossier, requirement, p.issue):
            yield report.value, p.on or report.value, dossier.cite(p)


def _names_a_step(dossier: Dossier, requirement: Requirement, issue: str) -> bool:
    told = naming(issue)
    worded = (w.text for s in (requirement.gated, requirement.required) for w in dossier.step[s].wordings)
    return any(named_in(naming(text), told) for text in worded)


__all__ = ["conceded"]
