"""Commitment records of a report."""

from dragoman.coding.scene import Scene
from dragoman.model import Commitment


def find_commitments(scene: Scene) -> tuple[Commitment, ...]:
    """Return the report's commitments, in order."""
    return ()
