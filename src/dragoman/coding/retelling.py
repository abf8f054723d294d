"""Which mentions in a report tell of one event."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from dragoman.coding.act_kinds import Act
from dragoman.coding.parse import Word
from dragoman.coding.scene import Scene
from dragoman.coding.standing import invert
from dragoman.coding.wordlists import load, words
from dragoman.model import Event

_POINTING = frozenset(("the", "this", "that", "these", "those", "their", "his", "her", "its"))
_FEW = 3
_TIMES = frozenset(("DATE", "TIME", "CARDINAL", "ORDINAL"))


@dataclass
class Telling:
    """An event as told so far: its record, its first act, and the things, places and actors its words hold."""

    event: Event
    act: Act
    named: frozenset[str]
    places: frozenset[str]
    actors: frozenset[str]


def telling(scene: Scene, event: Event, act: Act, told: Sequence[Word]) -> Telling:
    """Return an event as its words tell it; the act's own word and days are no things."""
    things = [w for w in told if w.pos in ("NOUN", "PROPN") and w is not act.head and w.ent not in _TIMES]
    places = (w.lower for w in things if w.pos == "PROPN" and w.ent in ("GPE", "LOC", "FAC"))
    actors = (i for w in told for i in scene.cast.who(w))
    return Telling(event, act, frozenset(w.lemma for w in things), frozenset(places), frozenset(actors))


def tell(found: list[Telling], new: Telling) -> None:
    """Add an event, or its words to the one that it tells of again."""
    if new.act.again:
        met = next((k for k in reversed(found) if (k.event.type, k.event.status) == (new.event.type, new.event.status)), None)
        if met is not None:
            met.event = replace(met.event, spans=tuple(sorted({*met.event.spans, *new.event.spans}, key=lambda s: s.start)))
        return
    if found and (_goes_on(found[-1], new) or _is_within(found[-1], new)):
        _add(found[-1], new)
        return
    alike = next((k for k in reversed(found) if _may_be_again(k, new) and _is_much_alike(k, new)), None)
    if alike is not None:
        _add(alike, new)
        return
    later: set[str] = set()
    for known in reversed(found):
        if _is_again(known, new, latest=_family(known.act) not in later):
            _add(known, new)
            return
        later.add(_family(known.act))
    if not _is_empty(new):
        found.append(new)


def _is_empty(new: Telling) -> bool:
    """Whether the words say next to nothing: "the attack" or "a deadly raid", which tells again of none that is known.

    Of 30 such events in 79 reports of news 3 were right.
    """
    if new.event.date or len(new.actors) > 1:
        return False
    said = new.named or new.actors or new.act.head is not new.act.top
    if said and new.event.type in words("events", "bearing", "types"):
        return False
    return not said or sum(len(s.text.split()) for s in new.event.spans) <= _FEW


def _add(known: Telling, new: Telling) -> None:
    first, event = known.event, new.event
    dated = event if event.date and (not first.date or _is_finer(event.date, first.date)) else first
    spans = {*first.spans, *event.spans}
    apart = [s for s in spans if not any(o is not s and o.start <= s.start and s.end <= o.end for o in spans)]
    known.event = replace(
        first, spans=tuple(sorted(apart, key=lambda s: (s.start, s.end))),
        date=dated.date, date_text=dated.date_text, place=first.place or event.place,
        participants=max(first.participants, event.participants, key=len), target=first.target or event.target,
    )  # fmt: skip
    known.named |= new.named
    known.places |= new.places
    known.actors |= new.actors


def _goes_on(known: Telling, new: Telling) -> bool:
    """Whether a definite noun tells of the meeting of the sentence before ("They met on Monday. Their session took an hour")."""
    first, event, act = known.event, new.event, new.act
    if act.head.pos != "NOUN" or (first.type, first.status) != (event.type, event.status) or event.status != "held":
        return False
    if not first.date or (event.date and event.date != first.date):
        return False
    back = act.head.sentence.index - known.act.head.sentence.index
    return _points(act.head) and 0 <= back <= 1 and act.head.sentence.paragraph == known.act.head.sentence.paragraph


def _is_within(known: Telling, new: Telling) -> bool:
    """ "Students chanted at a rally": the rally inside the words of a verb of protest."""
    if {known.event.type, new.event.type} != {"protest"} or known.act.top.pos != "VERB":
        return False
    return all(any(k.start <= s.start and s.end <= k.end for k in known.event.spans) for s in new.event.spans)


def _points(noun: Word) -> bool:
    return noun.pos == "NOUN" and any(c.lower in _POINTING for c in noun.children)


def _refers(noun: Word) -> bool:
    """Whether a noun has nothing but "the" or "this" to say which act it means."""
    own = [c for c in noun.children if c.dep not in ("relcl", "acl", "appos", "punct", "cc", "conj")]
    return noun.pos == "NOUN" and bool(own) and all(c.lower in _POINTING for c in own)


@cache
def _families() -> dict[str, str]:
    return invert(load("events")["families"])


def _family(act: Act) -> str:
    """What an act is for being told again: its type, or the family of its word where the type is any other."""
    return _families().get(act.head.lemma, act.head.lemma) if act.type == "other" else act.type


def _may_be_again(known: Telling, new: Telling) -> bool:
    """Same type, status and family of word, and no other day."""
    first, event = known.event, new.event
    if (first.type, first.status) != (event.type, event.status) or _on_another_day(first.date, event.date):
        return False
    if bool(first.date) != bool(event.date) and (_is_general(known.act.head) or _is_general(new.act.head)):
        return False
    asked = first.status in ("requested", "proposed") and bool(first.date) != bool(event.date)
    if asked and first.participants and event.participants and first.participants[0] != event.participants[0]:
        return False  # one asks to meet, the other for a session on a day
    return first.type != "other" or _family(known.act) == _family(new.act)


def _is_general(noun: Word) -> bool:
    """Whether a bare plural tells of many, none of which is the one on a day: "years of meetings between officials"."""
    return noun.tag == "NNS" and noun.lower != "talks" and not any(c.dep in ("det", "poss", "nummod") for c in noun.children)


def _is_much_alike(known: Telling, new: Telling) -> bool:
    """Whether two things are named in both, or nothing but what the other names ("the arrest of Brook")."""
    shared = known.named & new.named
    elsewhere = known.places and new.places and not known.places & new.places
    return not elsewhere and bool(shared) and (len(shared) > 1 or new.named <= known.named)


def _is_again(known: Telling, new: Telling, latest: bool) -> bool:
    """Whether participants or things are in common, or a definite noun ("the meeting") points to the latest such act."""
    first, event = known.event, new.event
    if not _may_be_again(known, new):
        return False
    other = new.act.head
    if _refers(other) or (event.date and event.date == first.date and not event.participants):
        return latest
    if known.places and new.places and not known.places & new.places:
        return False
    if len(known.actors & new.actors) > 1:
        return True
    strangers = bool(known.actors and new.actors) and not known.actors & new.actors
    return (latest and _points(other) and not strangers) or _same_things(known.named, new.named)


def _on_another_day(one: str | None, other: str | None) -> bool:
    """Whether two days differ; a month or year holds its days."""
    if not one or not other or "W" in one + other:
        return False
    return not (one.startswith(other) or other.startswith(one))


def _is_finer(one: str, other: str) -> bool:
    """Whether the first date is a day and the second a longer time that holds it or may hold it."""
    return len(one) == 10 and len(other) < 10


def _same_things(known: frozenset[str], new: frozenset[str]) -> bool:
    """Whether a third or more of what the shorter account names stands in the other as well."""
    shared = len(known & new)
    return shared > 0 and 3 * shared >= min(len(known), len(new))
