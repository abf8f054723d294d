"""Pure functions of a dossier: what is stuck, what would untie it, what can go ahead, which date bites."""

from dragoman.analysis.deadlocks import deadlocks, is_capped
from dragoman.analysis.exits import untouched, ways_out
from dragoman.analysis.results import Analysis, Deadlock, Due, Free, Promise, WayOut
from dragoman.analysis.schedule import deadlines, promises
from dragoman.assembly import Dossier

__all__ = ["Analysis", "Deadlock", "Due", "Free", "Promise", "WayOut", "analyse"]


def analyse(dossier: Dossier) -> Analysis:
    """Return every analysis of the dossier."""
    found = deadlocks(dossier)
    return Analysis(found, ways_out(found), untouched(dossier, found), deadlines(dossier), promises(dossier), is_capped(found))
