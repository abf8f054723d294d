"""Proposals on record with each party's answer: what a side put forward, and who accepted, refused or left it open."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from dragoman.analysis.distances import by_issue
from dragoman.assembly import Dossier
from dragoman.assembly.cues import stems
from dragoman.assembly.siding import behind, namesakes
from dragoman.model import Citation, Position

Reply = Literal["accepted", "accepted under a condition", "refused", "left open", "none"]
_PUT = {"propose": "proposed", "offer": "offered", "demand": "demanded"}
_REPLIES: dict[str, Reply] = {
    "accept": "accepted",
    "support": "accepted",
    "concede": "accepted",
    "accept_if": "accepted under a condition",
    "reject": "refused",
    "rule_out": "refused",
    "noncommittal": "left open",
}


@dataclass(frozen=True)
class Answer:
    """What a side (party id) last answered, on which day, in which words; "none" has neither day nor words."""

    party: str
    reply: Reply
    day: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True)
class Proposal:
    """What a side (`by`, a party id) put forward, first on `day`: proposed, offered or demanded; with the others' answers."""

    by: str
    how: str
    what: str
    day: str
    citations: tuple[Citation, ...]
    answers: tuple[Answer, ...]


def proposals(dossier: Dossier) -> tuple[Proposal, ...]:
    """Return what was put forward and has an answer, or is directed at somebody, by day; what is derived has no place here.

    An answer that names the thing by fewer words ("the standstill" of a standstill on share purchases) is one to it. A side
    that sets conditions and answers elsewhere, or at whom this one is directed, and says nothing on it, has the answer "none".
    """
    groups = list(by_issue(dossier))
    every = [p for g in groups for p in g if p.stance in _REPLIES]
    principal = {h for r in dossier.requirements for h in r.holders}
    answering = {s for p in every for s in _sides(dossier, p)} & principal
    found = [one for group in groups for one in _proposals(dossier, _with_short(group, every), answering)]
    return tuple(sorted(found, key=lambda p: (p.day, p.what, p.by)))


def _with_short(group: Sequence[Position], replies: Iterable[Position]) -> list[Position]:
    """A group with the answers that name its matter by fewer words."""
    words = frozenset().union(*(stems(p.issue) for p in group if p.stance in _PUT)) if group else frozenset()
    own = {p.id for p in group}
    return [*group, *(p for p in replies if p.id not in own and stems(p.issue) and stems(p.issue) <= words)]


def _proposals(dossier: Dossier, group: Sequence[Position], answering: Iterable[str]) -> Iterable[Proposal]:
    put: dict[str, list[Position]] = {}
    for position in sorted(group, key=lambda p: _day(dossier, p)):
        for side in _sides(dossier, position) if position.stance in _PUT else ():
            put.setdefault(side, []).append(position)
    for side, own in put.items():
        directed = {s for p in own for a in p.addressee for s in behind(dossier, (a,))} - {side}
        answers = [a for other in sorted({*answering, *directed} - {*put}) if (a := _answer(dossier, group, other))]
        open_to = [Answer(s, "none", "", ()) for s in sorted(directed - {a.party for a in answers} - {*put})]
        if answers or open_to:
            silent = [Answer(s, "none", "", ()) for s in sorted({*answering} - {*put} - {a.party for a in (*answers, *open_to)})]
            cited = tuple(dict.fromkeys(c for p in own for c in dossier.cite(p)))
            first = own[0]
            yield Proposal(side, _PUT[first.stance], first.issue, _day(dossier, first), cited, (*answers, *open_to, *silent))


def _answer(dossier: Dossier, group: Iterable[Position], side: str) -> Answer | None:
    """The side's last word on the matter; None where it has none."""
    told = [p for p in group if p.stance in _REPLIES and side in _sides(dossier, p)]
    if not told:
        return None
    day = max(_day(dossier, p) for p in told)
    last = [p for p in told if _day(dossier, p) == day]
    cited = tuple(dict.fromkeys(c for p in last for c in dossier.cite(p)))
    return Answer(side, _REPLIES[last[-1].stance], day, cited)


def _sides(dossier: Dossier, position: Position) -> tuple[str, ...]:
    names = namesakes(dossier)
    return tuple(dict.fromkeys(names.get(s, s) for s in behind(dossier, position.actor)))


def _day(dossier: Dossier, position: Position) -> str:
    date = dossier.document[position.document].date.value
    day = date.value if date is not None else ""
    return min(position.on, day) if position.on and day else day


__all__ = ["Answer", "Proposal", "proposals"]
