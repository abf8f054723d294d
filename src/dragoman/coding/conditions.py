"""Condition records of a report."""

from dragoman.coding.scene import Scene
from dragoman.model import Condition


def find_conditions(scene: Scene) -> tuple[Condition, ...]:
    """Return the report's conditions, in order."""
    return ()
