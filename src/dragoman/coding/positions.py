"""Position records of a report."""

from dragoman.coding.scene import Scene
from dragoman.model import Position


def find_positions(scene: Scene) -> tuple[Position, ...]:
    """Return the report's positions, in order."""
    return ()
