"""Whether anything is negotiated in a report at all, by how many of its words are words of bargaining."""

from collections.abc import Iterable

from dragoman.coding.parse import Parse, Word
from dragoman.coding.wordlists import load

SHORT = 120
"""Words of a text that is too short to be judged by its vocabulary."""
NONE = 1.1
"""Words of bargaining in a hundred, below which a report is about something else: of 100 reports without negotiation 96 lie
below, of 46 with a condition 2."""
SAID = 2
"""Words of bargaining in one sentence that make it a matter of negotiation, whatever the report is about."""


def of_bargaining(parsed: Iterable[Word]) -> int:
    """Return how many of the words are words of bargaining."""
    return sum(w.lemma.lower() in _KNOWN for w in parsed)


def is_dealing(parse: Parse) -> bool:
    """Return whether somebody negotiates in the report, or it is too short to say."""
    count = len(parse.words)
    return count < SHORT or 100 * of_bargaining(parse.words) >= NONE * count


_KNOWN = frozenset(word for listed in load("dealings").values() for word in listed)

__all__ = ["SAID", "is_dealing", "of_bargaining"]
