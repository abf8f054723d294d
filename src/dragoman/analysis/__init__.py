"""Pure functions of a dossier: what is stuck, what would untie it, what can go ahead, which date bites."""

from dragoman.analysis.deadlocks import deadlocks
from dragoman.analysis.exits import untouched, ways_out
from dragoman.analysis.results import Analysis, Deadlock, Due, Free, Promise, WayOut
from dragoman.analysis.schedule import deadlines, promises
from dragoman.assembly import Dossier

__all__ = ["Analysis", "Deadlock", "Due", "Free", "Promise", "WayOut", "analyse"]


def analyse(dossier: Dossier) -> Analysis:
    """Return every analysis of the dossier."""
    found, more = deadlocks(dossier)
    ways, others = ways_out(dossier, found)
    return Analysis(found, ways, untouched(dossier, found), deadlines(dossier), promises(dossier), more or others)
