"""Deadline records of a report."""

from dragoman.coding.scene import Scene
from dragoman.model import Deadline


def find_deadlines(scene: Scene) -> tuple[Deadline, ...]:
    """Return the report's deadlines, in order."""
    return ()
