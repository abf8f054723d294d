"""Whose condition it is where a report tells it of one side under several names: the mine, its spokesman, "the owners"."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from dragoman.assembly.cues import stems
from dragoman.assembly.dossier import Dossier, Party
from dragoman.assembly.parties import is_nameless, sides
from dragoman.model import Condition

Side = frozenset[str]
_BODIES = frozenset({"state", "government", "organisation", "armed_group", "coalition"})
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


def behind(dossier: Dossier, ids: Iterable[str]) -> frozenset[str]:
    """Return the sides (party ids) for which actors stand: also the body without a name of its own whose chair somebody is."""
    found: set[str] = set()
    for side in sides((dossier.party_of[i].id for i in ids if i in dossier.party_of), dossier.party):
        party = dossier.party[side]
        bodies = {a for a in party.acts_for if a in dossier.party and dossier.party[a].type in _BODIES}
        found |= bodies if party.type == "person" and bodies else {side}
    return frozenset(found)


def namesakes(dossier: Dossier) -> dict[str, str]:
    """Return, for parties without a name of their own ("the dockers' union"), the one of the same words in another report.

    Words that tell whose or which it is ("dockers'") are enough; "the union" alone takes a named party that both reports
    tell of. Where a report has two of the words, nobody is joined.
    """
    called: dict[str, list[Party]] = defaultdict(list)
    for party in dossier.parties:
        if party.type != "person" and is_nameless(party.name):
            called[_word(party.name)].append(party)
    reports = {p.id: {dossier.finding[a].document for a in p.actors if a in dossier.finding} for p in dossier.parties}
    named: dict[str, set[str]] = defaultdict(set)
    for p in dossier.parties:
        for document in reports[p.id] if not is_nameless(p.name) else ():
            named[document].add(p.id)
    found: dict[str, str] = {}
    for same in called.values():
        firsts: list[Party] = []
        for party in same if len({d for p in same for d in reports[p.id]}) == sum(len(reports[p.id]) for p in same) else ():
            own = _described(dossier, party)
            near = [
                p
                for p in firsts
                if p.type == party.type
                and (own == (other := _described(dossier, p)) or not (own and other))
                and (own or any(named[a] & named[b] for a in reports[p.id] for b in reports[party.id]))
            ]
            if len(near) == 1:
                found[party.id] = near[0].id
            else:
                firsts.append(party)
    return found


def _word(name: str) -> str:
    return re.sub(r"^(?:the|a|an|its|their|his|her) ", "", name.casefold())


def _described(dossier: Dossier, party: Party) -> frozenset[str]:
    """What stands before a nameless party's first mention and tells whose or which it is: "the dock workers' union"."""
    actor = dossier.finding.get(party.actors[0])
    if actor is None:
        return frozenset()
    before = dossier.document[actor.document].text[max(0, actor.spans[0].start - 40) : actor.spans[0].start]
    found = re.search(r"(?:^|\W)(?:the|a|an) ((?:[^\W\d_][\w-]*['’]?s?['’]? ){1,3})$", before, re.I)
    return stems(found.group(1)) if found else frozenset()


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
    words = re.sub(r"^(?:the|The) ", "", name).split()
    return is_nameless(name) or words[0][:1].islower() or words[-1][:1].islower()


__all__ = ["behind", "joined", "namesakes"]
