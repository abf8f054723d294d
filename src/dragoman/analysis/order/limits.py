"""How much is reckoned before an answer is given as a part of the whole.

Work is counted in what is looked at, never by a clock: one question gets one answer, whole or in part, on every machine.
"""

MOST_WORK = 5_000_000
"""Edges and propositions looked at for one question: ten seconds and 400 MB, about, with 100,000 conditions."""
PER_KNOT = 300
"""What it costs to set up a solver for one knot."""
MOST_TRIES = 20_000
"""Wrong turns that a solver takes within one call."""


class GivenUp(Exception):
    """Raised where the work allowed is used up; whoever asked answers with what was found, marked as a part."""


class Work:
    """What is left of the work that one question may cost."""

    def __init__(self, most: int = MOST_WORK) -> None:
        self.left = most

    def spend(self, looked_at: int) -> None:
        """Count what was looked at. Raises `GivenUp` where no work is left."""
        self.left -= looked_at
        if self.left < 0:
            raise GivenUp


__all__ = ["MOST_TRIES", "MOST_WORK", "PER_KNOT", "GivenUp", "Work"]
