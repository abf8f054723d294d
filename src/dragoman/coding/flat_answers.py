"""Answers told by a bare yes or no: "said yes to it, the board no", "met with a yes from Sorva and a no from Meridia"."""

from collections.abc import Iterator
from itertools import pairwise

from dragoman.coding.attitudes import Attitude
from dragoman.coding.leanings import unreal
from dragoman.coding.parse import Word
from dragoman.coding.wordings import nominal
from dragoman.model.findings import Stance

_ANSWERS: dict[str, Stance] = {
    "yes": "accept", "acceptance": "accept", "agreement": "accept", "consent": "accept", "assent": "accept",
    "approval": "support", "welcome": "support", "support": "support",
    "no": "reject", "refusal": "reject", "rejection": "reject", "rebuff": "reject", "veto": "reject",
    "silence": "noncommittal",
}  # fmt: skip
_MEETING = frozenset({"meet", "answer", "greet", "receive", "draw", "earn", "bring"})
_OPPOSITE: dict[str, Stance] = {"yes": "accept", "no": "reject"}
_ENDS = frozenset({".", ";", ",", "—", "–"})


def flat_answers(verb: Word) -> Iterator[Attitude]:
    """Yield the answers that a verb brings from somebody named, and the yes or no of another that leaves the verb out."""
    if verb.lemma in _MEETING and not unreal(verb):
        yield from _met_with(verb)
    if verb.lemma in ("say", "answer", "reply") and not unreal(verb):
        yield from _gapped(verb)


def _met_with(verb: Word) -> Iterator[Attitude]:
    """ "The demand has been met with a yes from Sorva and a no from Meridia", "drew a flat refusal from the board"."""
    passive = verb.child("auxpass") is not None
    thing = verb.child("nsubjpass") if passive else verb.child("nsubj")
    if thing is None or thing.pos != "NOUN" or (verb.lemma in ("meet", "answer", "greet", "receive")) != passive:
        return
    run = verb.sentence.words
    after = run[verb.i + 1 - run[0].i :]
    for word, of in pairwise(after):
        if word.text in (";", "."):
            return
        stance = _ANSWERS.get(word.lemma) or _ANSWERS.get(word.lower)
        who = of.child("pobj") if of.lower in ("from", "by") else None
        if stance is not None and who is not None and who.i > of.i:
            yield Attitude(stance, verb, who, _asked(thing), [verb, word, of, *nominal(who)])


def _asked(thing: Word) -> list[Word]:
    """What a demand is for; the thing itself where it says none."""
    by = next((c for c in thing.children if c.lower == "for" and c.dep == "prep"), None)
    goal = by.child("pobj") if by is not None else None
    clause = thing.child("acl", "ccomp")
    return nominal(goal) if goal is not None else clause.subtree() if clause is not None else nominal(thing)


def _gapped(verb: Word) -> Iterator[Attitude]:
    """Whose answer follows without its verb: "the federation has said yes to the freeze, the board no"."""
    run = verb.sentence.words
    after = run[verb.i + 1 - run[0].i :]
    first = next((w for w in after[:1] if w.lower in _OPPOSITE), None)
    if first is None:
        return
    about = _answered(after)
    for place in range(3, len(after)):
        word = after[place]
        closed = place + 1 == len(after) or after[place + 1].text in _ENDS
        if word.lower not in _OPPOSITE or not closed or after[place - 1].pos not in ("NOUN", "PROPN"):
            continue
        start = place - 1
        while start > 0 and after[start - 1].pos in ("NOUN", "PROPN", "DET", "ADJ", "PART"):
            start -= 1
        if start and (after[start - 1].text in _ENDS or after[start - 1].lower in ("and", "but", "while")):
            yield Attitude(_OPPOSITE[word.lower], verb, after[place - 1], about or [word], [*after[start:place], word])


def _answered(after: list[Word]) -> list[Word]:
    """What is answered: the phrase behind "to"."""
    to = next((w for w in after[1:4] if w.lower == "to"), None)
    thing = to.child("pobj") if to is not None else None
    return nominal(thing) if thing is not None else []


__all__ = ["flat_answers"]
