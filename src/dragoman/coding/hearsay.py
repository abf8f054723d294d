"""What is said without a speaker: "reportedly", "is said to have left", "men believed to be ready", "accused of theft"."""

from dragoman.coding.attributions import Attribution
from dragoman.coding.contents import POINTERS
from dragoman.coding.parse import Word
from dragoman.coding.wordlists import words


def hearsay(word: Word) -> Attribution | None:
    """Return the attribution to nobody that the word makes, if it makes one."""
    if word.lower in words("cues", "hearsay"):
        return _hearsay(word)
    if word.tag == "VBN" and word.dep == "acl" and not word.child("agent"):
        return _participle(word)
    return _said_of(word) if word.pos in ("VERB", "AUX") else None


def _participle(cue: Word) -> Attribution | None:
    """What a participle after a noun tells of it: "soldiers believed to be mercenaries", "a man accused of theft"."""
    doing = cue.child("xcomp")
    if cue.lemma in words("cues", "said_of") and doing is not None:
        return Attribution([cue], None, doing.subtree(), form="hearsay")
    of = next((c for c in cue.children if c.dep == "prep" and c.lower == "of" and c.i == cue.i + 1), None)
    if cue.lemma in ("accuse", "suspect") and of is not None:
        return Attribution([cue], None, [w for w in of.subtree() if w is not of], form="hearsay")
    return None


def _said_of(cue: Word) -> Attribution | None:
    """Hearsay in the passive: "is said to have left", "are believed to be ready"; nobody is named."""
    about, doing = cue.child("nsubjpass"), cue.child("xcomp")
    of = next((c for c in cue.children if c.dep == "prep" and c.lower == "of"), None)
    if about is not None and cue.lemma == "suspect" and of is not None:
        return Attribution([cue], None, [w for w in of.subtree() if w is not of], form="hearsay")
    if doing is None:  # the parser takes some verbs for nouns or adjectives: "is said to favour openness"
        doing = next((c for c in cue.children if c.dep == "prep" and c.lower == "to" and c.i == cue.i + 1), None)
    if about is None or doing is None or cue.lemma not in words("cues", "said_of") or cue.child("agent"):
        return None
    return Attribution([cue], None, [*about.subtree(), *doing.subtree()], form="hearsay")


def _hearsay(cue: Word) -> Attribution | None:
    """The clause that "reportedly" stands in, where it has a subject of its own."""
    clause = next((w for w in (cue.head, *cue.ancestors()) if w.pos in ("VERB", "AUX")), None)
    subject = clause.child("nsubj", "nsubjpass") if clause is not None else None
    if clause is None or subject is None or subject.lower in POINTERS:
        return None
    return Attribution([cue], None, [w for w in clause.subtree() if w is not cue], form="hearsay")
