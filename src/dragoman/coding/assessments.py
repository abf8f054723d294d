"""Assessment records of a report."""

from dragoman.coding.scene import Scene
from dragoman.model import Assessment


def find_assessments(scene: Scene) -> tuple[Assessment, ...]:
    """Return the report's assessments, in order."""
    return ()
