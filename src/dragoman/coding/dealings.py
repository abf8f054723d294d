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
REFUSAL = 2
"""As many words of bargaining as one refusal until something is done counts for: of 100 reports without negotiation, interviews
of 10,000 words among them, none has one in 400 words; who bargains in the words of museums or orchestras refuses in every
paragraph."""


def of_bargaining(parsed: Iterable[Word]) -> int:
    """Return how many of the words are words of bargaining."""
    return sum(w.lemma.lower() in _KNOWN for w in parsed)


def is_dealing(parse: Parse, refusals: int = 0) -> bool:
    """Return whether somebody negotiates in the report, or it is too short to say.

    `refusals` is how many of its sentences tell that somebody will not take a step until, unless or before another is taken.
    """
    count = len(parse.words)
    return count < SHORT or 100 * (of_bargaining(parse.words) + REFUSAL * refusals) >= NONE * count


_KNOWN = frozenset(word for listed in load("dealings").values() for word in listed)

__all__ = ["SAID", "is_dealing", "of_bargaining"]
