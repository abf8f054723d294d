"""Pure functions of a dossier: what is stuck, what would untie it, what can go ahead, which date bites."""

from dragoman.analysis.deadlocks import deadlocks
from dragoman.analysis.distances import Apart, Gap, Matter, Stand, matters
from dragoman.analysis.exits import at_once, untouched, ways_out
from dragoman.analysis.hinges import hinges, is_lenient
from dragoman.analysis.proposals import Answer, Proposal, proposals
from dragoman.analysis.results import Analysis, AtOnce, Deadlock, Due, Free, Hinge, Promise, WayOut
from dragoman.analysis.schedule import deadlines, promises
from dragoman.analysis.supposing import (
    Planned,
    Supposed,
    WhatIf,
    listed,
    planned,
    requirement_named,
    step_named,
)
from dragoman.analysis.supposing import what_if as suppose
from dragoman.assembly import Dossier

__all__ = [
    "Analysis", "Answer", "Apart", "AtOnce", "Deadlock", "Due", "Free", "Gap", "Hinge", "Matter", "Planned", "Promise",
    "Proposal", "Stand", "Supposed", "WayOut", "WhatIf", "analyse", "is_lenient", "listed", "matters", "planned", "proposals",
    "requirement_named", "step_named", "suppose",
]  # fmt: skip


def analyse(dossier: Dossier) -> Analysis:
    """Return every analysis of the dossier."""
    found, more = deadlocks(dossier)
    ways, others = ways_out(dossier, found)
    return Analysis(
        found, ways, untouched(dossier, found), deadlines(dossier), promises(dossier), more or others,
        at_once(dossier, found), {d.id: hinges(dossier, d) for d in found}, matters(dossier),
        proposals(dossier),
    )  # fmt: skip
