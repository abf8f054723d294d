"""Cues that tell of no statement: wished for, tried, supposed, denied or still to come ("if it refuses", "seemed to confirm")."""

from dragoman.coding.parse import Word
from dragoman.coding.wordlists import words

_MODAL = frozenset({"will", "would", "could", "may", "might", "can", "should", "must", "'ll", "'d"})
_SUPPOSING = frozenset({"if", "unless", "whether"})


def is_unsaid(cue: Word) -> bool:
    """Return whether the words about the cue say that nothing was said, or only somebody's habit, plan or chance of saying it.

    Measured on the gold for cues with an object or infinitive: right one time in four, against three in four elsewhere.
    """
    marks = {c.lower for c in cue.children if c.i < cue.i and c.dep in ("aux", "mark", "neg")}
    if marks & _SUPPOSING or marks & _MODAL:
        return True
    if "to" in marks and cue.dep == "xcomp" and cue.head.lemma not in words("cues", "going_on"):
        return True
    if cue.child("neg") is not None and cue.lemma not in words("cues", "denied") and cue.lemma not in words("cues", "thought"):
        return True
    subject = cue.child("nsubj")
    told = subject is not None and subject.tag in ("WP", "WDT")
    return cue.dep == "relcl" and cue.tag == "VBN" and cue.child("aux") is not None and told


def is_asked(cue: Word) -> bool:
    """Return whether the cue is only asked about: "Has the union told you that ...?"."""
    subject = cue.child("nsubj", "nsubjpass")
    inverted = subject is not None and any(c.dep in ("aux", "auxpass") and c.i < subject.i for c in cue.children)
    return inverted and any(w.text == "?" for w in cue.sentence.words[-2:])
