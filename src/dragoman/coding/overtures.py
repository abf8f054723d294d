"""Overtures: somebody goes to see another, asks him in, or offers to meet; what became of it is told elsewhere."""

from itertools import pairwise

from dragoman.coding.failures import came_to_nothing
from dragoman.coding.parse import Word
from dragoman.coding.standing import tense
from dragoman.coding.unmet import refused, says_unmet
from dragoman.coding.wordlists import words

_NEAR = 16  # words after a journey's verb in which its aim has to stand


def overture(verb: Word) -> bool:
    """Return whether a verb tells that somebody went to see another, asked another to come, or offered or sought to meet."""
    if not _is_past(verb) or any(c.dep == "neg" for c in verb.children):
        return False
    first = verb.dep == "conj" and verb.head.lemma in _words("journeys")  # "flew to Mere and waited for him": one overture
    return _invites(verb) or _goes_to_see(verb) or _proposes(verb) or (_waits(verb) and not first)


def _is_past(verb: Word) -> bool:
    if verb.tag == "VBG" and verb.dep in ("advcl", "acl") and verb.child("aux") is None:
        return tense(verb.head) == "held"  # "wrote to him in July, proposing a meeting"
    slip = verb.tag == "VBN" and verb.child("nsubj") is not None and verb.child("aux", "auxpass") is None
    return tense(verb) == "held" or slip


def _invites(verb: Word) -> bool:
    """ "Invited the executive to Santa Fe", "asked him to the show", "invited her for coffee"."""
    if verb.lemma not in _words("inviting") or verb.child("dobj", "nsubjpass") is None:
        return False
    if any(c.dep == "xcomp" and c.lemma in words("events", "attempts", "coming") for c in verb.children):
        return True
    to = [c for c in verb.children if c.dep == "prep" and c.i > verb.i]
    if any(c.lower in ("to", "aboard", "onto", "over") and _is_place_or_meal(c) for c in to):
        return True
    return any(c.lower == "for" and (p := c.child("pobj")) is not None and p.lemma in _words("meals") for c in to)


def _is_place_or_meal(preposition: Word) -> bool:
    goal = preposition.child("pobj")
    return goal is not None and goal.lemma not in _words("no_places")


def _goes_to_see(verb: Word) -> bool:
    """ "Flew to Sorn to see the general", "drove to his village in the hope of a private word"."""
    journey = verb.lemma in _words("journeys")
    made = (
        verb.lemma == "make"
        and (trip := verb.child("dobj")) is not None
        and trip.lemma in ("journey", "trip", "pilgrimage", "way")
    )
    if not journey and not made:
        return False
    if verb.lemma == "call":
        return any(c.lower in ("at", "on") and (p := c.child("pobj")) is not None and p.ent != "DATE" for c in verb.children)
    if any(c.dep == "conj" and _waits(c) for c in verb.children):
        return True
    after = verb.sentence.words[verb.i + 1 - verb.sentence.words[0].i :][:_NEAR]
    finite = next((at for at, w in enumerate(after) if w.tag in ("VBD", "VBZ", "MD")), len(after))
    if any(one.tag == "TO" and two.tag == "VB" and two.lemma in _words("aims") for one, two in pairwise(after[:finite])):
        return True
    hoping = next((at for at, w in enumerate(after) if w.lower in _words("hoping")), None)
    if hoping is not None:
        told = _words("aims") | _words("meals") | {"him", "her", "them", "handshake"}
        return any(w.lemma in told or w.lower in told for w in after[hoping:])
    return any(w.lower == "for" and (p := w.child("pobj")) is not None and p.lemma in _words("meals") for w in after)


def _proposes(verb: Word) -> bool:
    """ "Proposed dinner with the chairman", "sought a meeting", "offered to fly to Oslo"."""
    if verb.lemma == "seek" and any(c.lower == "out" for c in verb.children):
        return verb.child("dobj") is not None
    if verb.lemma not in _words("proposing"):
        return False
    things = [c for c in verb.children if c.dep == "dobj"] + [
        p for c in verb.children if c.lower == "for" and (p := c.child("pobj"))
    ]
    if any(thing.lemma in _words("meals") for thing in things):
        return True
    to = verb.child("xcomp")
    return to is not None and to.lemma in words("events", "attempts", "coming") | _words("journeys")


def _waits(verb: Word) -> bool:
    """ "Waited for the minister at the border"."""
    who = next((p for c in verb.children if c.lower == "for" and (p := c.child("pobj"))), None)
    return (
        verb.lemma == "wait"
        and who is not None
        and (who.pos in ("PROPN", "PRON") or who.lemma in words("events", "contact", "people"))
    )


def declined_overture(noun: Word) -> Word | None:
    """Return the verb that says that an invitation or approach was turned down ("her invitation was declined"), or None."""
    if noun.lemma not in _words("nouns") or noun.dep not in ("nsubj", "nsubjpass", "dobj"):
        return None
    above = noun.head
    if noun.dep != "dobj":
        return above if says_unmet(above) or came_to_nothing(above) else None
    below = (w for w in above.subtree() if w.i > noun.i and w.dep == "relcl" and w.child("nsubjpass") is not None)
    return above if tense(above) == "held" and any(refused(w) for w in below) else None


def _words(kind: str) -> frozenset[str]:
    return words("events", "overtures", kind)
