"""Proposals on record with each party's answer: what a side put forward, and who accepted, refused or left it open."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from dragoman.analysis.distances import by_issue, spoken_amounts
from dragoman.assembly import Dossier
from dragoman.assembly.cues import stems
from dragoman.assembly.siding import behind, namesakes
from dragoman.assembly.things import thing
from dragoman.model import Citation, Position

Reply = Literal["accepted", "accepted under a condition", "refused", "left open", "put forward too", "none"]
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
    """What a side (party id) last answered, on which day, in which words; "none" has neither day nor words.

    A side at whom a proposal is directed and that put the same forward itself has "put forward too", on whatever day.
    """

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

    Whoever takes or refuses a thing no earlier than the day on which it was put forward answers it, by fewer words too ("the
    standstill" of a standstill on share purchases). A side that sets conditions and answers elsewhere, or at whom this one is
    directed, and says nothing on it, has the answer "none".
    """
    groups = list(by_issue(dossier))
    every = [p for g in groups for p in g if p.stance in _REPLIES]
    principal = {h for r in dossier.requirements for h in r.holders}
    answering = {s for p in every for s in _sides(dossier, p)} & principal
    found = [one for group in groups for one in _proposals(dossier, _with_short(group, every), answering)]
    return tuple(sorted(found, key=lambda p: (p.day, p.what, p.by)))


def _with_short(group: Sequence[Position], replies: Iterable[Position]) -> list[Position]:
    """A group with the answers that name its matter by fewer words, and no other part of it."""
    put = [(thing(p), p) for p in group if p.stance in _PUT]
    words = frozenset().union(*(stems(p.issue) for _, p in put)) if put else frozenset()
    told = frozenset().union(words, *(t.more for t, _ in put)) if put else frozenset()
    own, turns = {p.id for p in group}, {t.turns for t, _ in put}

    def names_it(reply: Position) -> bool:
        answered, short = thing(reply), stems(reply.issue)
        return bool(short) and short <= words and answered.turns in turns and answered.more <= told

    return [*group, *(p for p in replies if p.id not in own and put and names_it(p))]


def _proposals(dossier: Dossier, group: Sequence[Position], answering: Iterable[str]) -> Iterable[Proposal]:
    put: dict[str, list[Position]] = {}
    for position in sorted(group, key=lambda p: _day(dossier, p)):
        for side in _sides(dossier, position) if position.stance in _PUT else ():
            put.setdefault(side, []).append(position)
    speaking = sorted({s for p in group for s in _sides(dossier, p) if p.stance in _REPLIES})
    names = namesakes(dossier)
    for side, own in put.items():
        first, day = own[0], _day(dossier, own[0])
        directed = {names.get(s, s) for p in own for a in p.addressee for s in behind(dossier, (a,))} - {side}
        heard = [p for p in group if p.stance in _REPLIES and _day(dossier, p) >= day and not _of_another_amount(p, own)]
        answers = [a for other in speaking if other != side and (a := _answer(dossier, heard, other)) is not None]
        answered = {a.party for a in answers}
        answers += [_too(dossier, s, put[s]) for s in sorted(directed - answered) if s in put]
        answers += [Answer(s, "none", "", ()) for s in sorted(directed - answered - {*put})]
        if answers:
            silent = sorted({*answering} - {*put} - {a.party for a in answers})
            cited = tuple(dict.fromkeys(c for p in own for c in dossier.cite(p)))
            told = (*answers, *(Answer(s, "none", "", ()) for s in silent))
            yield Proposal(side, _PUT[first.stance], first.issue, day, cited, told)


def _of_another_amount(reply: Position, own: Iterable[Position]) -> bool:
    """Whether a reply names an amount that was not put forward: who takes 500,000 tonnes has not taken 900,000."""
    named = spoken_amounts(reply)
    asked: dict[str, set[float]] = defaultdict(set)
    for value, unit in (a for p in own for a in spoken_amounts(p)):
        asked[unit].add(value)
    return any(unit in asked and value not in asked[unit] for value, unit in named)


def _answer(dossier: Dossier, heard: Iterable[Position], side: str) -> Answer | None:
    """The side's last word of what was heard on the matter; None where it has none."""
    told = [p for p in heard if side in _sides(dossier, p)]
    if not told:
        return None
    day = max(_day(dossier, p) for p in told)
    last = [p for p in told if _day(dossier, p) == day]
    cited = tuple(dict.fromkeys(c for p in last for c in dossier.cite(p)))
    return Answer(side, _REPLIES[last[-1].stance], day, cited)


def _too(dossier: Dossier, side: str, own: Sequence[Position]) -> Answer:
    return Answer(side, "put forward too", _day(dossier, own[0]), tuple(dict.fromkeys(c for p in own for c in dossier.cite(p))))


def _sides(dossier: Dossier, position: Position) -> tuple[str, ...]:
    names = namesakes(dossier)
    return tuple(dict.fromkeys(names.get(s, s) for s in behind(dossier, position.actor)))


def _day(dossier: Dossier, position: Position) -> str:
    date = dossier.document[position.document].date.value
    day = date.value if date is not None else ""
    return min(position.on, day) if position.on and day else day


__all__ = ["Answer", "Proposal", "proposals"]
