"""Position records of a report."""

import functools
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.coding.courses import course_of
from dragoman.coding.holders import agent_of, holder, subject_of
from dragoman.coding.parse import Word
from dragoman.coding.scene import Scene
from dragoman.coding.wordlists import load, words
from dragoman.model import Ids, Position
from dragoman.model.findings import Stance

_OBJECTS = frozenset({"dobj", "ccomp", "xcomp", "prep", "pobj", "dative", "acl", "attr"})
_LEADING = frozenset({"that", "to", "for", "on", "of", "the", "a", "an", "any", "its", "their", "his", "her"})
_PEOPLE = frozenset({"he", "she", "they", "we", "i", "his", "her", "their", "our", "my"})
_HYPOTHETICAL = frozenset({"if", "whether", "unless"})


@dataclass(frozen=True)
class _Attitude:
    """A word of attitude with whom it is said of and the words of its object."""

    stance: Stance
    cue: Word
    said_of: Word | None
    object: list[Word]
    voiced: bool = False
    """Whether whoever speaks the words holds it, whatever they are said of."""


def find_positions(scene: Scene) -> tuple[Position, ...]:
    """Return the report's positions, in order."""
    found: list[Position] = []
    first: dict[tuple[object, ...], str] = {}
    for sentence in scene.parse.sentences:
        if sentence.words[-1].lower == "?":
            continue
        for word in sentence.words:
            for attitude in _attitudes(word):
                position = _position(scene, attitude, first)
                if position is not None:
                    found.append(position)
    return tuple(found)


def _attitudes(word: Word) -> Iterator[_Attitude]:
    if word.pos in ("VERB", "AUX") and word.lemma in _heads("verbs", "everyday"):
        yield from _of_verb(word)
    elif word.pos in ("VERB", "AUX"):
        course = course_of(word)
        if course is not None:
            yield _Attitude(course.stance, course.words[0], course.said_of, course.words, voiced=course.said_of is None)
    elif word.pos == "ADJ" and word.lemma in _heads("adjectives"):
        yield from _of_adjective(word)
    elif word.pos == "NOUN" and word.lemma in _heads("nouns"):
        yield from _of_noun(word)


def _of_verb(verb: Word) -> Iterator[_Attitude]:
    stance, particle = _stance_of(verb)
    if stance is None or _hypothetical(verb):
        return
    weak = verb.lemma in _heads("everyday") or verb.lemma in words("stances", "negotiated", "verbs")
    agent = agent_of(verb)
    if verb.child("nsubjpass", "auxpass") is not None:
        theme = subject_of(verb)
        if agent is None or theme is None:
            return
        yield _Attitude(_turned(stance, verb), verb, agent, theme.subtree())
        return
    of = _object(verb, particle) or _antecedent(verb)
    if verb.lemma == "decline" and of and any(w.lemma in ("comment", "say", "answer", "discuss") for w in of[:3]):
        yield _Attitude("noncommittal", verb, subject_of(verb), of)
    elif of and not (weak and not _negotiated(of)):
        yield _Attitude(_turned(stance, verb), verb, subject_of(verb), of)


def _of_adjective(adjective: Word) -> Iterator[_Attitude]:
    of = _object(adjective, None)
    if adjective.dep == "acomp" and of and not _hypothetical(adjective.head):
        stance = _table("adjectives")[adjective.lemma]
        yield _Attitude(_turned(stance, adjective.head), adjective, subject_of(adjective.head), of)


def _of_noun(noun: Word) -> Iterator[_Attitude]:
    owner = noun.child("poss")
    of = _object(noun, None)
    if owner is not None and of and of[0].lower != "with":
        yield _Attitude(_table("nouns")[noun.lemma], noun, owner, of)


def _stance_of(verb: Word) -> tuple[Stance | None, Word | None]:
    """The verb's stance, and the particle or preposition that gave it."""
    verbs = {**_table("everyday"), **_table("verbs")}
    for child in verb.children:
        if child.dep in ("prt", "prep") and child.i <= verb.i + 4 and not _off(verb) and f"{verb.lemma} {child.lower}" in verbs:
            return verbs[f"{verb.lemma} {child.lower}"], child
    return verbs.get(verb.lemma), None


def _off(verb: Word) -> bool:
    """Whether it is something called off, not called for."""
    return any(c.lower == "off" for c in verb.children)


def _object(word: Word, particle: Word | None) -> list[Word]:
    """The words of the object after `word`, in order: complements only, coordinated predicates left out."""
    out: list[Word] = []
    for child in word.children:
        if child.i < word.i or child.dep not in _OBJECTS:
            continue
        if child.dep == "prep" and child is not particle and (out or child.lower not in ("for", "to", "of", "on", "with")):
            continue
        out += child.subtree()
    while out and out[-1].pos == "PUNCT":
        out.pop()
    return out


def _antecedent(verb: Word) -> list[Word]:
    """The noun phrase that a relative clause takes as its object: "a plan that they rejected"."""
    relative = verb.child("dobj")
    if verb.dep != "relcl" or relative is None or relative.tag not in ("WDT", "WP"):
        return []
    own = {w.i for w in verb.subtree()}
    return [w for w in verb.head.subtree() if w.i not in own and w.i < verb.i and w.pos != "PUNCT"]


def _turned(stance: Stance, verb: Word) -> Stance:
    """The stance, turned by a negation on the verb or on the verb it completes."""
    chain = [verb, verb.head] if verb.dep == "xcomp" else [verb]
    if not any(c.dep == "neg" for w in chain for c in w.children):
        return stance
    turned: dict[str, Stance] = load("stances")["negated"]
    return turned.get(stance, stance)


def _hypothetical(verb: Word) -> bool:
    return any(c.dep == "mark" and c.lower in _HYPOTHETICAL for w in (verb, verb.head) for c in w.children)


def _negotiated(of: list[Word]) -> bool:
    return any(w.lemma in words("stances", "negotiated", "nouns") for w in of)


def _position(scene: Scene, attitude: _Attitude, first: dict[tuple[object, ...], str]) -> Position | None:
    actor = scene.voice_at(attitude.cue) if attitude.voiced else holder(scene, attitude.said_of)
    if not actor and not _unresolved(attitude):
        return None
    if all(w.pos in ("ADP", "PART", "PUNCT") for w in attitude.object):
        return None
    issue = _issue(scene, attitude.object)
    statement = scene.statement_at(attitude.cue)
    key = (actor, attitude.stance, issue.lower())
    position = Position(
        document=scene.document.id,
        spans=(scene.parse.span([attitude.cue, *attitude.object]),),
        actor=actor,
        issue=issue,
        stance=attitude.stance,
        addressee=tuple(a for a in _addressee(scene, attitude.cue) if a not in actor),
        statement=statement.id if statement else None,
        same_as=first.get(key) if actor else None,
        certainty="likely" if actor else "possible",
        coder=scene.coder,
    )
    first.setdefault(key, position.id)
    return position


def _addressee(scene: Scene, cue: Word) -> Ids:
    """Whom an urging is directed to: "urge A to", "call on A", "demand that A"."""
    if cue.lemma not in words("stances", "urging", "words"):
        return ()
    for child in cue.children:
        if child.dep == "prep" and child.lower in ("on", "upon", "to", "from"):
            child = child.child("pobj") or child
        elif child.dep in ("ccomp", "xcomp", "acl"):
            child = child.child("nsubj") or child
        elif child.dep not in ("dobj", "dative"):
            continue
        if who := scene.cast.party(scene.cast.who(child)):
            return who
    return ()


def _unresolved(attitude: _Attitude) -> bool:
    """Whether somebody is named as the holder whom the cast does not know: a reading to print apart."""
    said_of = attitude.said_of
    if said_of is None or attitude.stance in ("rule_out", "accept_if") or not _negotiated(attitude.object):
        return False
    return said_of.pos in ("NOUN", "PROPN") or said_of.lower in _PEOPLE


def _issue(scene: Scene, of: list[Word]) -> str:
    """The object's words without what leads it in."""
    start = next((k for k, w in enumerate(of) if w.lower not in _LEADING), 0)
    return " ".join(scene.parse.span(of[start:]).text.split())


@functools.cache
def _table(name: str) -> dict[str, Stance]:
    """The stance of each entry of a table."""
    return {entry: stance for stance, entries in load("stances")[name].items() for entry in entries}


@functools.cache
def _heads(*names: str) -> frozenset[str]:
    """The first words of the entries of these tables."""
    return frozenset(entry.split()[0] for name in names for entry in _table(name))
