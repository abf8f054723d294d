"""Attempts to bring somebody to a meeting, or to arrange one, that came to nothing."""

from itertools import pairwise

from dragoman.coding.parse import Word
from dragoman.coding.standing import governor, tense
from dragoman.coding.wordlists import words

_REACH = 14  # words after the verb in which the place or the coming has to stand
_CLAIMS = ("xcomp", "advcl", "ccomp", "acl", "pcomp", "prep")


def failed_attempt(verb: Word) -> Word | None:
    """Return the word that says that an attempt at a meeting failed ("tried in vain to bring her to the table"), or None."""
    bringing = verb.lemma in words("events", "attempts", "bringing")
    arranging = verb.lemma in words("events", "attempts", "arranging")
    return _failing(verb) if (bringing and _has_goal(verb)) or (arranging and _meets(verb)) else None


def _has_goal(verb: Word) -> bool:
    """Whether somebody is to come, or to be brought to a place, a table or talks."""
    after = verb.sentence.words[verb.i - verb.sentence.words[0].i + 1 :][:_REACH]
    if not any(w.dep in ("dobj", "nsubj") or w.pos in ("PROPN", "PRON") for w in after):
        return False
    if any(w.lower == "together" for w in after):
        return True  # "to bring the parties together"
    for here, following in pairwise(after):
        if here.lower == "to" and following.lemma in words("events", "attempts", "coming"):
            return True
    for word in after:
        goal = word.child("pobj") if word.lower in ("to", "into", "for", "back") else None
        if goal is not None and (goal.lemma in words("events", "attempts", "goals") or goal.ent in ("GPE", "LOC", "FAC")):
            return True
        if goal is not None and goal.pos == "PROPN" and word.lower == "to" and goal.ent not in ("DATE", "TIME"):
            return True
    return _brought_there(verb)


def _brought_there(verb: Word) -> bool:
    """ "Hoped to discuss a pact in Riga and tried to bring her there": a person, and a talk told before."""
    who = verb.child("dobj")
    if who is None or not (who.lower in ("him", "her") or who.ent == "PERSON"):
        return False
    if not any(c.lower == "there" and c.i > who.i for c in verb.children):
        return False
    talks = words("events", "attempts", "talking") | words("events", "attempts", "goals")
    return any(w.lemma in talks for w in verb.sentence.words if w.i < verb.i)


def _meets(verb: Word) -> bool:
    thing = verb.child("dobj")
    return thing is not None and thing.lemma in words("events", "attempts", "meetings")


def _failing(verb: Word) -> Word | None:
    """The verb of the failure over a word, at most four steps up."""
    word = verb
    for _ in range(4):
        if word.dep not in _CLAIMS:
            return None
        above = word.head
        if above.pos in ("NOUN", "PROPN") and above.lemma in words("events", "attempts", "tries"):
            over = governor(above)
            return over if over is not None and _came_to_nothing(over) else None
        if above.pos in ("VERB", "AUX", "ADJ") and (_fails(above) or _fails_below(above, verb)):
            return above.head if above.pos == "ADJ" and above.head.pos in ("VERB", "AUX") else above
        word = above
    return None


def _fails_below(top: Word, verb: Word) -> bool:
    """ "Tried to bring her there, without success": the failure hangs on the second verb."""
    trying = top.lemma in words("events", "attempts", "trying") and tense(top) == "held"
    return trying and not any(c.dep == "neg" for c in top.children) and _in_vain(verb)


def _fails(top: Word) -> bool:
    if any(c.dep == "neg" for c in top.children):
        return False
    if top.lemma == "unable":
        return tense(top.head) == "held"
    if tense(top) != "held":
        return False
    if top.lemma == "fail":
        return True
    if top.lemma == "have":
        had = top.child("dobj")
        return had is not None and had.lemma in ("luck", "success") and any(c.lower in ("no", "little") for c in had.children)
    return top.lemma in words("events", "attempts", "trying") and _in_vain(top)


def _in_vain(top: Word) -> bool:
    vain = words("events", "vain", "words")
    for child in top.children:
        if any(w.lower in vain for w in (child, *child.children)):
            return True
        without = child.child("pobj") if child.lower == "without" else None
        if without is not None and without.lemma in ("success", "result", "luck", "effect"):
            return True
        if child.dep == "conj" and child.lemma == "fail":
            return True
    return False


def _came_to_nothing(verb: Word) -> bool:
    if tense(verb) != "held":
        return False
    if verb.lemma in ("fail", "collapse", "founder", "falter"):
        return True
    near = {w.lower for c in verb.children for w in (c, *c.children)}
    if verb.lemma in ("come", "lead", "amount"):
        return bool(near & {"nothing", "naught", "nowhere"})
    return verb.lemma in ("be", "prove", "remain") and bool(near & {"unsuccessful", "fruitless", "vain", "futile"})
