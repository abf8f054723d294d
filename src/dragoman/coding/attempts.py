"""Attempts to bring somebody to a meeting, or to arrange one, that came to nothing."""

from itertools import pairwise

from dragoman.coding.failures import came_to_nothing, failure, failure_next
from dragoman.coding.overtures import overture
from dragoman.coding.parse import Parse, Word
from dragoman.coding.standing import governor, tense
from dragoman.coding.unmet import unmet_after, unmet_within
from dragoman.coding.wordlists import words

_REACH = 14  # words after the verb in which the place or the coming has to stand
_CLAIMS = ("xcomp", "advcl", "ccomp", "acl", "pcomp", "prep")


_NO_PLACES = words("events", "overtures", "no_places")
_BIDDING = words("events", "attempts", "bringing").union(
    words("events", "attempts", "arranging"), words("events", "attempts", "coming"), ("see", "meet")
)


def failed_attempt(parse: Parse, verb: Word) -> tuple[Word, Word] | None:
    """Return the word that tells of an attempt at a meeting and the one that says that it failed; None where it did not.

    They are one word in "tried in vain to bring her to the table", two in "He invited her to Riga. She did not come".
    """
    if verb.lemma in _BIDDING and _is_bid(verb):
        failing = _failing(verb)
        top = failing if failing is not None else _failed_later(parse, verb)
        if top is not None:
            return top, top
        top = _bid(verb)
        return _not_met(parse, verb, top) if _was_tried(top) else None
    return _not_met(parse, verb, verb) if overture(verb) else None


def _not_met(parse: Parse, verb: Word, top: Word) -> tuple[Word, Word] | None:
    """An overture with the clause, in its sentence or the one after, by which the two did not meet."""
    if (failing := failure(verb.sentence, verb) or unmet_within(verb)) is not None:
        return top, failing
    following = parse.sentences[verb.sentence.index + 1 : verb.sentence.index + 2]
    if not following or following[0].paragraph != verb.sentence.paragraph:
        return None
    failing = unmet_after(following[0]) or failure_next(following[0])
    return (top, failing) if failing is not None and not _is_of_another(verb, failing) else None


def _is_of_another(verb: Word, failing: Word) -> bool:
    """ "They asked members to come. He did not attend": one person is none of the many who were asked by many."""
    who, asked, asking = failing.child("nsubj", "nsubjpass"), verb.child("dobj"), verb.child("nsubj")
    if who is None or who.lower not in ("he", "she") or asked is None or asked.tag != "NNS":
        return False
    return asking is None or not (asking.lower in ("he", "she") or asking.ent == "PERSON")


def _is_bid(verb: Word) -> bool:
    """Whether the verb tells of bringing somebody to a meeting, arranging one, or wanting to see somebody."""
    if verb.lemma in _words("bringing") and _has_goal(verb):
        return True
    if verb.lemma in _words("arranging") and _meets(verb):
        return True
    if verb.lemma in _words("coming") and verb.dep in ("acl", "advcl", "xcomp") and verb.head.lemma in _words("tries"):
        return True  # "her invitation to join her in Riga"
    if verb.lemma not in ("see", "meet") or verb.dep not in _CLAIMS or verb.head.lemma not in _words("wishing"):
        return False
    whom = verb.child("dobj")
    return whom is not None and (
        whom.pos in ("PROPN", "PRON") or whom.lemma in words("events", "pairs", "people") | _words("whom")
    )


def _failed_later(parse: Parse, verb: Word) -> Word | None:
    """What was tried, where its own sentence or a short one after it says that it came to nothing."""
    top = _bid(verb)
    if top.pos in ("VERB", "AUX") and _could_not(top):
        return top
    if not _was_tried(top):
        return None
    sentence = verb.sentence
    failing = failure(sentence, verb)
    if failing is not None:
        return failing if top.dep == "advcl" and top.head is failing else top
    following = parse.sentences[sentence.index + 1 : sentence.index + 2]
    near = bool(following) and following[0].paragraph == sentence.paragraph
    failed = failure_next(following[0]) if near else None
    return top if failed is not None and not _is_of_another(verb, failed) else None


def _bid(verb: Word) -> Word:
    """The verb or noun of the attempt over a word ("sought to persuade", "an attempt to lure")."""
    word = verb
    for _ in range(4):
        if word.dep == "conj" and word.head.pos == "VERB" and word.tag == "VB":
            word = word.head
        elif word.dep in _CLAIMS and (word.head.pos in ("VERB", "AUX") or word.head.lemma in _words("tries")):
            if word.tag in ("VBD", "VBN") and word.child("nsubj") is not None:
                return word
            word = word.head
        else:
            break
    return word


def _could_not(verb: Word) -> bool:
    """ "Could not persuade them to meet"."""
    return (
        verb.lemma in _words("bringing")
        and any(c.dep == "neg" for c in verb.children)
        and any(c.lower == "could" for c in verb.children)
    )


def _was_tried(top: Word) -> bool:
    if top.pos in ("NOUN", "PROPN"):
        over = governor(top)
        return over is None or tense(over) == "held"
    if top.tag == "VBN" and not any(c.dep in ("aux", "auxpass", "neg") for c in top.children):
        return top.child("nsubj") is not None  # the tagger's slip: "Rask offered in March to meet her"
    return tense(top) == "held"


def _words(kind: str) -> frozenset[str]:
    return words("events", "attempts", kind)


def _has_goal(verb: Word) -> bool:
    """Whether somebody is to come, or to be brought to a place, a table or talks."""
    after = verb.sentence.words[verb.i - verb.sentence.words[0].i + 1 :][:_REACH]
    if verb.lemma == "win":
        return any(c.lower in ("over", "round", "around") for c in verb.children)
    if not any(w.dep in ("dobj", "nsubj") or w.pos in ("PROPN", "PRON") for w in after):
        return False
    if any(w.lower == "together" for w in after):
        return verb.child("dobj") is not None  # "did get together" is a meeting  # "to bring the parties together"
    for here, following in pairwise(after):
        if here.lower == "to" and following.lemma in _words("coming"):
            return True
    for word in after:
        goal = word.child("pobj") if word.lower in ("to", "into", "for", "back", "around", "round", "at") else None
        if goal is not None and (goal.lemma in _words("goals") or goal.ent in ("GPE", "LOC", "FAC")):
            return True
        if goal is not None and word.lower == "to" and word.head is verb and _is_somebody(verb) and goal.lemma not in _NO_PLACES:
            return True
        if goal is not None and goal.pos == "PROPN" and word.lower == "to" and goal.ent not in ("DATE", "TIME"):
            return True
    return _brought_there(verb)


def _is_somebody(verb: Word) -> bool:
    """Whether it is a person or persons that somebody asks or brings."""
    who = verb.child("dobj")
    return who is not None and (who.lower in ("him", "her", "them", "both") or who.pos == "PROPN" or who.ent == "PERSON")


def _brought_there(verb: Word) -> bool:
    """ "Hoped to discuss a pact in Riga and tried to bring her there": a person, and a talk told before."""
    who = verb.child("dobj")
    if who is None or not (who.lower in ("him", "her") or who.ent == "PERSON"):
        return False
    if not any(c.lower == "there" and c.i > who.i for c in verb.children):
        return False
    talks = _words("talking") | _words("goals")
    return any(w.lemma in talks for w in verb.sentence.words if w.i < verb.i)


def _meets(verb: Word) -> bool:
    thing = verb.child("dobj")
    return thing is not None and thing.lemma in _words("meetings")


def _failing(verb: Word) -> Word | None:
    """The verb of the failure over a word, at most four steps up."""
    word = verb
    for _ in range(4):
        above = word.head
        if word.dep not in _CLAIMS or (word.dep == "ccomp" and word.i < above.i and word.child("nsubj") is not None):
            return None  # "had hoped to see her; the attempt failed" is two clauses side by side
        if above.pos in ("NOUN", "PROPN") and above.lemma in _words("tries"):
            if any(c.lower in words("events", "vain", "adjectives") for c in above.children):
                return above  # "made a fruitless attempt to bring them together"
            over = governor(above)
            return over if over is not None and _came_to_nothing(over) else None
        if above.pos in ("VERB", "AUX", "ADJ") and (_fails(above) or _fails_below(above, verb)):
            return above.head if above.pos == "ADJ" and above.head.pos in ("VERB", "AUX") else above
        word = above
    return None


def _fails_below(top: Word, verb: Word) -> bool:
    """ "Tried to bring her there, without success": the failure hangs on the second verb."""
    trying = top.lemma in _words("trying") and tense(top) == "held"
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
    return top.lemma in _words("trying") and _in_vain(top)


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
    if verb.lemma in ("fail", "collapse", "founder", "falter") or came_to_nothing(verb):
        return True
    near = {w.lower for c in verb.children for w in (c, *c.children)}
    if verb.lemma in ("come", "lead", "amount"):
        return bool(near & {"nothing", "naught", "nowhere"})
    return verb.lemma in ("be", "prove", "remain") and bool(near & {"unsuccessful", "fruitless", "vain", "futile"})
