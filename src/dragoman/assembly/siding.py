"""Whose condition it is where a report tells it of one side under several names: the mine, its spokesman, "the owners"."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from dragoman.assembly.dossier import Party
from dragoman.assembly.parties import is_nameless
from dragoman.model import Condition

Side = frozenset[str]
_VOICES = re.compile(r"\b(?:spokes\w*|press|communications|secretary|officer)\b", re.I)
_OUTSIDERS = re.compile(
    r"\b(?:analyst|observer|diplomat|mediator|expert|official|envoy|investor|resident|commentator|lawmaker|adviser|economist|broker|"
    r"critic|minister|source|participant|people|judge|regulator)s?\b",
    re.I,
)


def joined(
    by_side: Mapping[Side, list[Condition]], rivals: Sequence[Side], by_id: Mapping[str, Party]
) -> dict[Side, list[Condition]]:
    """Return the holders of one order with those together that are one side under several names.

    What exactly one named side says, its nameless parts say for it: "the leader", "his office", a spokeswoman of whom no report
    says whose, "the owners". Nobody joins who is a rival: on a side that asks for what this order makes wait.
    """
    against = {p for side in rivals for p in side}
    loose = [s for s in by_side if not s & against and (not s or _is_loose(s, by_id))]
    firm = [s for s in by_side if s not in loose and not s & against]
    if not firm:
        spoken_for = {a for p in by_id.values() for a in p.acts_for}
        firm = [s for s in loose if s & spoken_for]
        loose = [s for s in loose if s not in firm]
    found: dict[Side, list[Condition]] = defaultdict(list)
    for side, conditions in by_side.items():
        found[firm[0] if len(firm) == 1 and side in loose else side] += conditions
    return found


def _is_loose(side: Side, by_id: Mapping[str, Party]) -> bool:
    """Whether a side has no name of its own, or is a voice or leader of whom no report says whose."""
    found = [by_id[p] for p in side if p in by_id]
    if len(found) != 1 or found[0].acts_for:
        return False
    party = found[0]
    if party.type == "person" and any(c.isupper() for c in party.name):
        return _VOICES.search(party.role or "") is not None
    return _is_described(party.name) and _OUTSIDERS.search(party.name) is None


def _is_described(name: str) -> bool:
    """Whether a name is a word for its bearer ("the Arden rebels", "prime minister of Norland"), not a proper one."""
    words = name.split()
    return is_nameless(name) or words[0][:1].islower() or words[-1][:1].islower()


__all__ = ["joined"]
