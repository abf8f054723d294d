"""What is met with what: an act with its answer, a text that lacks something with a refusal, a failure with harm."""

from dragoman.coding.clauses import extent, mood, negated, own_negation, refuses, subject, trimmed
from dragoman.coding.parse import Word
from dragoman.coding.waits import Wait, wait
from dragoman.coding.wordlists import words

_LACKING = words("conditions", "senses", "lacking")
_ANSWERS = words("conditions", "senses", "answers")
_FORWARD = frozenset({"future", "would", "modal", "must"})
_VERBAL = frozenset({"VERB", "AUX"})


def failing(noun: Word) -> Wait | None:
    """ "Failure to do it will lead to harm": the harm, unless it is done."""
    step = noun.child("acl")
    verb = noun.head
    if step is None or noun.dep != "nsubj" or verb.pos not in _VERBAL or mood(verb) not in _FORWARD:
        return None
    own = {w.i for w in noun.subtree()}
    return Wait(extent(verb, own), extent(step), "unless", verb)


def to_be_approved(verb: Word) -> Wait | None:
    """ "The force would have to be agreed by the council": the step waits for the approval."""
    doer = subject(verb)
    if (
        doer is None
        or verb.child("auxpass") is None
        or mood(verb) != "must"
        or verb.child("agent") is None
        or own_negation(verb) is not None
    ):
        return None
    if doer.tag == "PRP":
        return None
    return wait(trimmed(doer.subtree()), [w for w in extent(verb) if w.i >= verb.i], verb)


def accepting(verb: Word) -> Wait | None:
    """ "Will not sign a budget that does not fund the dam", "would reject any text that leaves out the mines"."""
    refused = refuses(verb)
    if verb.pos != "VERB" or not (refused or negated(verb)) or mood(verb) in ("past", "unreal"):
        return None
    to = next((c for c in verb.children if c.dep == "prep" and c.lower in ("to", "for", "on")), None)
    thing = verb.child("dobj") or (to.child("pobj") if to is not None else None)
    lacking = thing.child("relcl") if thing is not None else None
    if thing is None or lacking is None or not (own_negation(lacking) or lacking.lemma in _LACKING):
        return None
    own = {w.i for w in lacking.subtree()}
    gated = [w for w in thing.subtree() if w.i not in own]
    gated = gated if refused else [w for w in verb.sentence.words if verb.i <= w.i <= gated[-1].i and w.i not in own]
    required = [w for w in extent(lacking) if w.i > (own_negation(lacking) or lacking).i]
    return wait(trimmed(gated), trimmed(required), verb)


def answered(verb: Word) -> Wait | None:
    """ "An invasion would be met with sanctions", "any attack will have consequences": the answer, if it comes to that."""
    doer = verb.child("nsubjpass") if verb.lemma == "meet" else verb.child("nsubj")
    by = (
        next((c for c in verb.children if c.lower in ("with", "by") and c.dep in ("prep", "agent")), None)
        if verb.lemma == "meet"
        else None
    )
    answer = verb.child("dobj") if verb.lemma != "meet" else by.child("pobj") if by is not None else None
    if doer is None or answer is None or answer.lemma not in _ANSWERS or mood(verb) not in ("future", "would"):
        return None
    if doer.pos != "NOUN" or own_negation(verb) is not None:
        return None
    return Wait(trimmed(answer.subtree()), trimmed(doer.subtree()), "if", verb)
