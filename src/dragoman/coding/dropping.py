"""Conditions that are dropped or denied: "no longer insists on an apology before talks", "is not asking for a truce first"."""

from dragoman.coding.clauses import extent, governors, mood, own_negation, trimmed
from dragoman.coding.parse import Word
from dragoman.coding.waits import Wait
from dragoman.coding.wordlists import words

_ASKING = words("conditions", "senses", "asking") | words("conditions", "senses", "favouring") | {"ask", "need", "make"}
_ASKED = words("conditions", "senses", "claims") | words("conditions", "ties", "nouns")
_GIVING_UP = words("conditions", "senses", "giving_up")
_VERBAL = frozenset({"VERB", "AUX"})


def is_waived(step: Word) -> Word | None:
    """Return the word of asking that a step stands under, where it is denied or given up; None where it is not."""
    for asking in (step, *governors(step), *_nouns_over(step)):
        if asking.pos == "NOUN" and asking.lemma in _ASKED and _given_up(asking):
            return asking
        if asking.pos == "NOUN" and asking.lemma == "need" and any(c.lower == "no" for c in asking.children):
            return asking
        asks = asking.pos in _VERBAL and asking.lemma in _ASKING and asking.lemma != "make"
        if asks and (denial := own_negation(asking)) is not None and (mood(asking) == "present" or denial.lower == "longer"):
            return asking
    claim = step.child("dobj")
    return claim if claim is not None and claim.lemma in _ASKED and _given_up(claim) else None


def waived_first(first: Word) -> Wait | None:
    """ "The crews return, and we are not asking for the notice to be withdrawn first": free of it."""
    step = first.head
    asking = is_waived(step) if step.pos in _VERBAL and first.dep == "advmod" else None
    if asking is None or asking is step:
        asking = _for_to(step)
    if asking is None or asking.dep != "conj" or asking.head.pos not in _VERBAL or mood(asking.head) in ("past", "unreal"):
        return None
    gated = [w for w in extent(asking.head, {w.i for w in asking.subtree()}) if w.i < asking.i]
    required = trimmed([w for w in extent(step) if w is not first])
    return Wait(gated, required, "not_required", asking) if gated and required else None


def _for_to(step: Word) -> Word | None:
    """The denied verb of asking over "for the notice to be lifted", where the parser took that for a purpose."""
    asking = step.head
    fits = step.dep in ("advcl", "ccomp") and asking.lemma in _ASKING and any(c.lower == "for" for c in step.children)
    return asking if fits and own_negation(asking) is not None else None


def _nouns_over(step: Word) -> list[Word]:
    """The noun whose clause a step is: "its demand that they leave"."""
    return [step.head] if step.dep in ("acl", "relcl") and step.head.pos == "NOUN" else []


def _given_up(noun: Word) -> bool:
    verb = noun.head if noun.dep == "dobj" else noun.head.head if noun.dep == "pobj" else noun
    return verb.pos == "VERB" and verb.lemma in _GIVING_UP and own_negation(verb) is None
