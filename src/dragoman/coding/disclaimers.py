"""Conditions that somebody says are none: "denied that it would sign only after", "reports that it will ... are wrong"."""

from dragoman.coding.clauses import own_negation, subject
from dragoman.coding.parse import Word
from dragoman.coding.waits import Wait
from dragoman.coding.wordlists import words

_DENYING = words("conditions", "disclaiming", "verbs")
_MOCKING = words("conditions", "disclaiming", "mocking")
_FALSE = words("conditions", "disclaiming", "false")
_TALES = words("conditions", "disclaiming", "tales")
_SAYING = words("conditions", "mood", "speech") | {"think", "believe", "imagine", "suppose", "mean"}
_INSIDE = frozenset({"ccomp", "xcomp", "acl", "relcl", "pcomp", "csubj", "csubjpass", "advcl"})
_DEEP = 6
"""Words up from a step within which it is said to be none."""


def is_disclaimed(wait: Wait) -> bool:
    """Return whether the words over a condition say that it is not so, or that nobody said it."""
    word = wait.frame
    for _ in range(_DEEP):
        above = word.head
        if above is word:
            return _is_false(word, word) if word.lemma == "be" and word is not wait.frame else False
        if word.dep in _INSIDE and _denies(above, word):
            return True
        if word.dep == "conj" and any(c.dep == "mark" for c in word.children):
            return False  # "it was not true that the strike was over, and that he would sign": told for itself
        word = above
    return False


def _denies(above: Word, inside: Word) -> bool:
    """Whether a word says of the clause inside it that it is not so."""
    if above.pos == "VERB" and above.lemma in _DENYING and inside.dep == "ccomp":
        return True
    if above.lemma in _SAYING and inside.dep == "ccomp" and _is_unsaid(above):
        return True
    if above.lemma in _TALES and inside.dep in ("acl", "ccomp", "relcl"):
        return _is_mocked(above)
    if above.pos == "ADJ" and inside.dep in ("ccomp", "xcomp"):
        return above.lemma in _FALSE and above.head.lemma == "be" and _is_false(above.head, inside)
    return above.lemma == "be" and inside.dep in ("ccomp", "csubj", "xcomp") and _is_false(above, inside)


def _is_unsaid(saying: Word) -> bool:
    """ "We never said that", "nobody should think that", "it is too early to say that"."""
    doer = subject(saying)
    nobody = doer is not None and (doer.lower in ("nobody", "none") or (doer.lower == "one" and _has_no(doer)))
    early = saying.dep in ("xcomp", "advcl", "ccomp") and _is_early(saying.head)
    denial = own_negation(saying)  # not "could imagine no other way"
    return (denial is not None and denial.lower in ("not", "n't", "never")) or nobody or early


def _has_no(word: Word) -> bool:
    return any(c.lower == "no" for c in word.children)


def _is_early(word: Word) -> bool:
    qualities = [word, *(c for c in word.children if c.dep == "acomp" and word.lemma == "be")]
    return any(w.lemma in ("early", "premature") for w in qualities)


def _is_mocked(tale: Word) -> bool:
    """Whether a tale is called false, or denied or laughed at: "reports that ... are wrong", "laughed at the idea that"."""
    verb = tale.head.head if tale.dep == "pobj" else tale.head
    if tale.dep in ("nsubj", "nsubjpass") and verb.lemma == "be":
        return _is_false(verb, tale)
    return verb.pos == "VERB" and verb.lemma in _MOCKING | _DENYING and tale.dep in ("dobj", "pobj", "nsubjpass")


def _is_false(be: Word, inside: Word) -> bool:
    """Whether "to be" calls something false: "is wrong", "is not true", "would be absurd", "was a lie"."""
    qualities = [c for c in be.children if c.dep in ("acomp", "attr") and c is not inside]
    denied = own_negation(be) is not None
    return any((c.lemma in _FALSE and not denied) or (c.lemma in ("true", "right", "correct") and denied) for c in qualities)


__all__ = ["is_disclaimed"]
