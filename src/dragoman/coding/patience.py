"""Who does not wait for a time to run out: "need not wait that long", "did not feel bound to wait", "without waiting for"."""

from dragoman.coding.parse import Word
from dragoman.coding.wordlists import words

_NOT = frozenset(("not", "n't", "never", "neither", "nor"))
_LONG = (("their", "course"), ("its", "course"), ("that", "long"), ("so", "long"), ("this", "long"), ("as", "long"))
_LINKS = frozenset(("xcomp", "acl", "advcl", "pcomp", "conj", "prep", "ccomp"))


def unwaited(verb: Word) -> tuple[Word, Word] | None:
    """Return the verb over the denial and the last word of what is not waited for, or None."""
    if verb.lemma not in words("deadlines", "waiting") or verb.pos not in ("VERB", "AUX", "NOUN"):
        return None
    last = _waited_for(verb)
    over = _denied(verb) if last is not None else None
    return (over, last) if over is not None and last is not None else None


def _waited_for(verb: Word) -> Word | None:
    """The last word of "that long", "until then", "for the 60 days to run out", "the whole 40 days"; "wait" may stand alone."""
    tokens = verb.sentence.words
    at = verb.i - tokens[0].i
    lowers = [w.lower for w in tokens[at + 1 : at + 3]]
    if tuple(lowers) in _LONG:
        return tokens[at + 2]
    whole = next((k for k in range(at + 1, min(at + 7, len(tokens))) if tokens[k].lower in words("deadlines", "whole")), None)
    led = verb.lemma == "await" or (lowers[:1] and lowers[0] in ("for", "until", "till"))
    if not led and whole is None:
        return verb if verb.lemma == "wait" and (at + 1 == len(tokens) or tokens[at + 1].pos in ("PUNCT", "SCONJ")) else None
    start = at + 1 if led else whole or at + 1
    for k in range(start, min(start + 8, len(tokens))):
        word = tokens[k]
        named = word.lemma in words("deadlines", "itself") | words("deadlines", "nouns") or word.lower in ("then", "last")
        if k > start and word.text in (",", ";", "."):
            return None
        if named and k > start:
            return _to_its_end(tokens, k)
    return None


def _to_its_end(tokens: list[Word], at: int) -> Word:
    """ "the 60 days to run out", "the deadline to expire", "the last of them"."""
    for k in range(at + 1, min(at + 6, len(tokens))):
        if tokens[k].lemma in words("deadlines", "over") or tokens[k].lower in ("up", "out", "over", "by", "them"):
            at = k
        elif tokens[k].pos not in ("PART", "AUX", "ADP", "VERB"):
            break
    return tokens[at]


def _denied(verb: Word) -> Word | None:
    """The verb with the subject, where it or one between it and the waiting is denied."""
    tokens, word = verb.sentence.words, verb
    near = [w.lower for w in tokens[max(0, verb.i - tokens[0].i - 4) : verb.i - tokens[0].i]]
    denied = "without" in near[-1:] or ("rather" in near and near[-1:] == ["than"])
    for _ in range(5):
        denied = denied or any(c.dep == "neg" or c.lower in _NOT or c.lower == "no" for c in word.children)
        denied = denied or word.lemma in ("refuse", "decline", "unwilling")
        subject = word.child("nsubj", "nsubjpass")
        if subject is not None:
            return word if denied or any(c.lower == "no" for c in subject.children) else None
        if word.head is word or (word.dep not in _LINKS and word.dep not in ("dobj", "attr", "acomp", "pobj")):
            return word if denied else None
        word = word.head
    return None
