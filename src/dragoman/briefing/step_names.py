"""What the steps of a condition are called, and the word that hedges it."""

import re

from dragoman.analysis import Deadlock
from dragoman.assembly import Requirement
from dragoman.assembly.stepping import best_name
from dragoman.briefing.quoting import phrase, shown
from dragoman.briefing.vocabulary import listed
from dragoman.briefing.wording import is_outcome, is_thing
from dragoman.model import Condition


def steps(member: Requirement) -> tuple[str, str]:
    """Return what waits and what it waits for, in the shortest of the holder's wordings that reads as a thing."""
    gated = min((c.gated for c in member.conditions), key=lambda w: (not is_thing(w), clumsiness(w)))

    def rank(words: str) -> tuple[object, ...]:
        return speaks_of_itself(words), not is_thing(words), not is_outcome(words), clumsiness(words)

    required = min((c.required for c in member.conditions), key=rank)
    return phrase(gated, member.citations), phrase(required, member.citations)


def awaited(member: Requirement, deadlock: Deadlock) -> str:
    """Return what a member of a deadlock says must come first, or need not, in its holder's words.

    Where these only tell that the opposite goes on ("while the duties stay in force"), "the duties no longer in force" would be
    nobody's words: the step is named as the other side of the contradiction has it, which is what the deadlock assumes.
    """
    own = best_name(c.required for c in member.conditions)
    return own if (other := _other_side(member, deadlock)) is None else best_name(c.required for c in other.conditions)


def terms(member: Requirement, deadlock: Deadlock) -> tuple[str, str]:
    """Return the two steps of a member as they are told in prose, by the same rule as `awaited`."""
    gated, required = steps(member)
    other = _other_side(member, deadlock)
    return gated, required if other is None else steps(other)[1]


def _other_side(member: Requirement, deadlock: Deadlock) -> Requirement | None:
    turned = deadlock.kind == "contradiction" and member.relation == "not_required"
    if not turned or not all("no longer" in c.required for c in member.conditions):
        return None
    return next((m for m in deadlock.members if m.relation != "not_required"), None)


def clumsiness(words: str) -> tuple[bool, bool, bool, int]:
    """Return how ill words name a step: worst with a verb form of a clause or an "us" without its speaker, then by length."""
    found = words.lower().split()
    return bool(set(found) & listed("clausal")), speaks_of_itself(words), len(found) < 2, len(words)


def speaks_of_itself(words: str) -> bool:
    """Return whether words say "me" or "us", which means nobody once the speaker is gone: "the two of us"."""
    return bool(re.search(r"\b(?:I|me|my|myself|we|us|our|ourselves)\b", words))


def hedge_word(condition: Condition) -> str:
    """Return the word by which a condition is hedged, "probably" rather than the "should" before it; empty where none is."""
    words = [w for span in condition.spans for w in re.findall(r"\w+", shown(span)) if w.lower() in listed("hedges")]
    plain = [w for w in words if w.lower() not in _MODALS]
    return "" if condition.strict else next(iter(plain or words), "")


_MODALS = frozenset({"should", "would", "could", "may", "might", "can"})


__all__ = ["awaited", "clumsiness", "hedge_word", "speaks_of_itself", "steps", "terms"]
