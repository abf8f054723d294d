"""Conditions told as a need: for X to pass, Y must vote; Y is necessary for X; Y would be a first step toward X."""

from dataclasses import replace

from dragoman.coding.clauses import extent, mood, own_negation, trimmed
from dragoman.coding.parse import Word
from dragoman.coding.purposes import is_step
from dragoman.coding.waits import Wait, wait
from dragoman.coding.wordlists import words

_TALKING = words("conditions", "senses", "talking")
_ASKING = words("conditions", "senses", "asking")
_DECISIVE = words("conditions", "senses", "decisive")
_FORWARD = frozenset({"future", "would", "modal", "must"})
_VERBAL = frozenset({"VERB", "AUX"})
_NAMELESS = frozenset({"it", "this", "that", "there", "what", "which", "they", "he", "she"})


def for_it_to(word: Word) -> Wait | None:
    """ "For the plan to become law, both chambers must pass it", "for an expulsion to pass, a majority is needed"."""
    thing = word.child("pobj")
    aim = thing.child("acl") if thing is not None else None
    if aim is None or thing is None or not any(c.lower == "to" for c in aim.children) or aim.child("nsubj") is not None:
        return None
    ahead = word.i == word.sentence.words[0].i or any(w.lower == "order" and word.i - w.i == 1 for w in word.ancestors())
    main = next((w for w in word.ancestors() if w.pos in _VERBAL), None)
    if main is None or not ahead:
        return None
    gated = trimmed(thing.subtree())
    own = {w.i for w in word.subtree()} | {w.i for a in word.ancestors() if a.lower in ("in", "order") for w in a.subtree()}
    if main.tag == "VBN" and main.lemma in ("need", "require") and (doer := main.child("nsubjpass")) is not None:
        return wait(gated, trimmed(doer.subtree()), main, own_negation(main) is not None)
    return wait(gated, extent(main, own), main) if is_obliged(main) else None


def is_obliged(verb: Word) -> bool:
    """Return whether somebody must do it, has to or needs to."""
    bound = verb.lemma in ("have", "need") and (step := verb.child("xcomp")) is not None and step.pos in _VERBAL
    return mood(verb) == "must" or bound or (verb.head.lemma in ("have", "need") and verb.dep == "xcomp")


def aimed_at(purpose: Word, main: Word) -> Wait | None:
    """ "Wants a guarantee in order to keep the pact": the pact's keeping, once there is one."""
    thing = main.child("dobj")
    if main.lemma not in _ASKING or thing is None or own_negation(main) is not None or mood(main) == "past":
        return None
    own = {w.i for w in purpose.head.head.subtree()} | {w.i for w in purpose.subtree()}
    return wait(extent(purpose), trimmed([w for w in thing.subtree() if w.i not in own]), main, purpose=True)


def necessary(adjective: Word) -> Wait | None:
    """ "The audit is necessary for the loan", "trust is key to any agreement"; "is not necessary" sets it free."""
    verb = adjective.head
    first = verb.child("nsubj", "nsubjpass") if verb.pos in _VERBAL else None
    if adjective.dep not in ("acomp", "attr") or first is None or first.lower in _NAMELESS or mood(verb) in ("past", "unreal"):
        return None
    by = next((c for w in (adjective, verb) for c in w.children if c.lower in ("for", "to") and c.i > adjective.i), None)
    later = by.child("pobj", "pcomp") if by is not None else None
    firm = adjective.lemma not in _DECISIVE
    told = later is not None and firm and any(c.dep in ("det", "poss") for c in later.children)
    if not firm and not is_step(first):
        return None
    if later is None or not (is_step(later) or later.lemma in _TALKING or told):
        return None
    denied = own_negation(verb) is not None
    found = wait(trimmed(later.subtree()), trimmed(first.subtree()), verb, denied, purpose=not firm)
    return found if found is None or firm else replace(found, certainty="possible")


def first_step(noun: Word) -> Wait | None:
    """ "The release would be a first step toward talks"."""
    verb = noun.head
    first = verb.child("nsubj") if noun.dep == "attr" and verb.lemma == "be" else None
    by = next((c for c in noun.children if c.lower in ("to", "toward", "towards") and c.dep == "prep"), None)
    later = by.child("pobj") if by is not None else None
    if first is None or later is None or first.lower in _NAMELESS or own_negation(verb) is not None:
        return None
    if mood(verb) not in _FORWARD or not (is_step(later) or later.lemma in _TALKING):
        return None
    return wait(trimmed(later.subtree()), trimmed(first.subtree()), verb, purpose=True)
