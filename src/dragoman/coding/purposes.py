"""Steps that are asked for so that another may follow: to pave the way for talks, as a step towards talks, so that talks open."""

from itertools import pairwise

from dragoman.coding.clauses import extent, mood, own_negation, trimmed
from dragoman.coding.parse import Word
from dragoman.coding.waits import Wait, wait
from dragoman.coding.wordlists import words

_STEPS = words("conditions", "steps", "nouns")
_TALKING = words("conditions", "senses", "talking")
_ASKING = words("conditions", "senses", "asking") | words("conditions", "senses", "favouring") | {"ask"}
_WAYS = words("conditions", "ties", "ways")
_STAGES = words("conditions", "ties", "stages")
_VERBAL = frozenset({"VERB", "AUX"})


def paving(verb: Word) -> Wait | None:
    """One step that is to pave the way for another: a stated purpose."""
    way = verb.child("dobj")
    if verb.pos != "VERB" or way is None or way.lemma not in _WAYS:
        return None
    by = next((c for w in (verb, way) for c in w.children if c.lower in ("for", "to", "into") and c.dep == "prep"), None)
    opened = by.child("pobj", "pcomp") if by is not None else way.child("acl", "relcl") or verb.child("xcomp", "advcl")
    if opened is None or mood(verb) == "past" or own_negation(verb) is not None:
        return None
    first, asking = _first(verb)
    if first is None or first.tag == "PRP" or not _serves(verb, first, opened):
        return None
    aside = {w.i for w in verb.subtree()}
    opening = first.subtree() if first.head is verb else [w for w in first.subtree() if w.i not in aside]
    opening = _without_role([w for w in opening if w.i < verb.i and w.dep != "mark"], first)
    led = (k for k, (w, after) in enumerate(pairwise(opening)) if k and w.text == "," and after.tag == "WDT")
    opening = opening[: next(led, None)]
    return wait(_after_marks(opened), opening, asking or verb, purpose=True)


def staged(noun: Word) -> Wait | None:
    """ "Proposed a truce as a step towards talks"."""
    by = next((c for c in noun.children if c.lower in ("to", "toward", "towards") and c.dep == "prep"), None)
    opened = by.child("pobj") if by is not None else None
    first, asking = _served(noun)
    if opened is None or first is None or asking is None or not (is_step(opened) or opened.lemma in _TALKING):
        return None
    return wait(trimmed(opened.subtree()), _without_role(first.subtree(), first), asking, purpose=True)


def so_that(mark: Word) -> Wait | None:
    """ "Wants a pause so that talks can open"."""
    clause, asking = mark.head, mark.head.head
    if mark.dep not in ("mark", "advmod") or clause.pos not in _VERBAL or mark.i < asking.i or asking.lemma not in _ASKING:
        return None
    doer, first = clause.child("nsubj", "nsubjpass"), _asked(asking, mark.i)
    enabled = any(c.lower in ("can", "could", "may", "might") for c in clause.children)
    if doer is None or first is None or not enabled or own_negation(clause) is not None or own_negation(asking) is not None:
        return None
    if not is_step(first) or not (is_step(doer) or doer.lemma in _TALKING):
        return None
    own = {w.i for w in clause.subtree()}
    return wait(extent(clause), trimmed([w for w in first.subtree() if w.i not in own]), asking, purpose=True)


def is_step(word: Word | None) -> bool:
    """Whether a noun phrase names a step, or a clause tells one."""
    return word is not None and (word.lemma in _STEPS or (word.tag == "VBG" and word.pos == "VERB"))


def _serves(verb: Word, first: Word, opened: Word) -> bool:
    """Whether one is a step to the other; who prepares the ground or lays it is mostly a person."""
    if verb.lemma in ("prepare", "lay"):
        return is_step(first) and (is_step(opened) or opened.lemma in _TALKING)
    return verb.lemma == "pave" or is_step(opened) or is_step(first)


def _first(verb: Word) -> tuple[Word | None, Word | None]:
    """The step that paves the way, and the verb that asks for it where one does."""
    served = _served(verb.head)
    if verb.dep in ("relcl", "acl") and served[0] is not None:
        return served
    doer = verb.child("nsubj", "csubj")
    if verb.dep == "relcl" and (doer is None or doer.tag in ("WDT", "WP")):
        return verb.head, None
    return doer or _purposed(verb), None


def _served(noun: Word) -> tuple[Word | None, Word | None]:
    """What is asked for "as a way", "as a step", and the verb that asks for it."""
    if noun.dep != "pobj" or noun.head.lower != "as" or noun.lemma not in _STAGES:
        return None, None
    above = noun.head.head
    asking = next((w for w in (above, *above.ancestors()) if w.pos in _VERBAL), None)
    if asking is None or asking.lemma not in _ASKING or own_negation(asking) is not None:
        return None, None
    return _asked(asking, noun.i), asking


def _asked(asking: Word, end: int) -> Word | None:
    """The object of a verb of asking, its own or after a preposition, before a place."""
    objects = [c for c in asking.children if c.dep == "dobj"]
    objects += [g for c in asking.children if c.dep == "prep" and c.lower in ("for", "on") for g in c.children if g.dep == "pobj"]
    return max((w for w in objects if asking.i < w.i < end and w.tag != "PRP"), key=lambda w: w.i, default=None)


def _purposed(verb: Word) -> Word | None:
    """The step that an infinitive of purpose belongs to: its noun, or the nearest object before it."""
    above = verb.head
    if above is verb:
        return None
    if above.lemma == "order" and above.head.lower == "in":
        above = above.head.head
    if above.pos == "NOUN":
        return above
    objects = [c for c in above.children if c.dep == "dobj"]
    objects += [g for c in above.children if c.dep == "prep" for g in c.children if g.dep == "pobj"]
    before = [w for w in objects if w.i < verb.i and w.lemma != "order" and w.ent not in ("DATE", "TIME")]
    asked = above.lemma in _ASKING and above.child("nsubjpass") is None
    passive = above.child("nsubjpass", "auxpass") is not None or any(c.lemma == "be" for c in above.children)
    if above.tag == "VBN" and passive and above.child("nsubjpass", "nsubj") is not None and not (asked and before):
        which = above.child("nsubjpass", "nsubj")
        led = which is not None and which.tag in ("WDT", "WP") and above.dep == "relcl"
        return above.head if led else above  # "the freeze, which is intended to open the way"
    return max(before, key=lambda w: w.i) if before else None


def _without_role(phrase: list[Word], first: Word) -> list[Word]:
    """The phrase without "as a way to ..." where the parser hangs that on it."""
    role = {w.i for c in first.children if c.lower == "as" and c.dep == "prep" for w in c.subtree()}
    return trimmed([w for w in phrase if w.i not in role])


def _after_marks(head: Word) -> list[Word]:
    return trimmed(head.subtree()) if head.pos not in _VERBAL else extent(head)
