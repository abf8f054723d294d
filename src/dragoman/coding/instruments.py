"""Instrument records of a report."""

from dragoman.coding.scene import Scene
from dragoman.model import Instrument


def find_instruments(scene: Scene) -> tuple[Instrument, ...]:
    """Return the report's instruments, in order."""
    return ()
