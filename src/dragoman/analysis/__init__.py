"""Pure functions of a dossier: what is stuck, what would untie it, what can go ahead, which date bites."""

from dragoman.analysis.results import Analysis, Deadlock, Due, Free, Promise, WayOut
from dragoman.assembly import Dossier

__all__ = ["Analysis", "Deadlock", "Due", "Free", "Promise", "WayOut", "analyse"]


def analyse(dossier: Dossier) -> Analysis:
    """Return every analysis of the dossier."""
    raise NotImplementedError
