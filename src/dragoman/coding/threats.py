"""Threat records of a report."""

from dragoman.coding.scene import Scene
from dragoman.model import Threat


def find_threats(scene: Scene) -> tuple[Threat, ...]:
    """Return the report's threats, in order."""
    return ()
