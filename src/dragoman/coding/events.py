"""Event records of a report."""

from dragoman.coding.scene import Scene
from dragoman.model import Event


def find_events(scene: Scene) -> tuple[Event, ...]:
    """Return the report's events, in order."""
    return ()
