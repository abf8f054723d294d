"""Pure functions of a dossier: what is stuck, what would untie it, what can go ahead, which date bites."""

from dragoman.analysis.deadlocks import deadlocks, overrun
from dragoman.analysis.distances import Apart, Gap, Matter, Stand, matters
from dragoman.analysis.exits import at_once, untouched, ways_out
from dragoman.analysis.hinges import hinges, is_lenient
from dragoman.analysis.ordering import goes_on, unreckoned
from dragoman.analysis.proposals import Answer, Proposal, proposals
from dragoman.analysis.results import Analysis, AtOnce, Deadlock, Due, Free, Hinge, Late, Promise, WayOut, Weight
from dragoman.analysis.schedule import deadlines, promises
from dragoman.analysis.standing import Supposed
from dragoman.analysis.supposing import (
    Planned,
    WhatIf,
    listed,
    planned,
    requirement_named,
    step_named,
)
from dragoman.analysis.supposing import what_if as suppose
from dragoman.analysis.timetables import Timetable, done_on_record, owners, timetables
from dragoman.analysis.weights import weights
from dragoman.assembly import Dossier

__all__ = [
    "Analysis", "Answer", "Apart", "AtOnce", "Deadlock", "Due", "Free", "Gap", "Hinge", "Late", "Matter", "Planned", "Promise",
    "Proposal", "Stand", "Supposed", "Timetable", "WayOut", "Weight", "WhatIf", "analyse", "done_on_record", "goes_on",
    "is_lenient", "listed", "matters", "owners", "planned", "proposals", "requirement_named", "step_named", "suppose",
    "timetables", "unreckoned",
]  # fmt: skip


def analyse(dossier: Dossier) -> Analysis:
    """Return every analysis of the dossier."""
    knots = deadlocks(dossier)
    found = knots.found
    heavy = weights(dossier, {m.id: m for d in found if d.until is None for m in d.members}.values())
    exits = ways_out(dossier, found, heavy)
    free = untouched(dossier, (*found, *knots.alone))
    return Analysis(
        found, exits.ways, free, deadlines(dossier), promises(dossier), knots.capped or exits.capped,
        at_once(dossier, found), exits.lighter, heavy, {d.id: hinges(dossier, d) for d in found}, matters(dossier),
        proposals(dossier), knots.alone, overrun(dossier, found),
    )  # fmt: skip
