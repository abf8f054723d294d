"""How a meeting told before came to its end, and after how long ("They parted after 20 minutes", "It took an hour")."""

from dragoman.coding.lengths import read_length
from dragoman.coding.parse import Word
from dragoman.coding.standing import tense
from dragoman.coding.wordlists import words

_THOSE = frozenset(("they", "we", "both", "it", "this", "that", "which", "two", "all"))
_POINTING = frozenset(("the", "their", "both", "this", "that", "these", "those", "its"))
_AHEAD = frozenset(("before", "until", "by", "every", "ago", "from"))


def closing(verb: Word) -> bool:
    """Return whether a clause tells after how many minutes or hours those who met, or their meeting, were done."""
    if verb.pos not in ("VERB", "AUX") or not (_is_past(verb) or _no_longer(verb)) or not _is_of_them(verb):
        return False
    return _is_done(verb) and _has_length(verb)


def _is_past(verb: Word) -> bool:
    """Whether it took place; "met and parted" is past where the tagger takes "parted" for a participle."""
    joined = verb.dep == "conj" and verb.tag == "VBN" and verb.child("aux", "auxpass", "neg") is None
    return tense(verb) == "held" or (joined and tense(verb.head) == "held")


def _no_longer(verb: Word) -> bool:
    """ "Did not last longer than 35 minutes": it lasted so long."""
    denied = any(c.dep == "neg" for c in verb.children) and any(c.lower == "did" for c in verb.children)
    return denied and verb.lemma in words("events", "lasting", "verbs")


def _is_of_them(verb: Word) -> bool:
    """Whether the clause is told of "they", "it", the meeting or those who met; "met and parted" of those who met."""
    subject = verb.child("nsubj", "nsubjpass")
    if subject is None:
        return verb.dep in ("conj", "advcl") and verb.head.pos == "VERB"
    if subject.lower in _THOSE:
        return True
    own = [c for c in subject.children if c.dep != "punct"]
    if subject.lemma in words("events", "attempts", "meetings") | words("events", "lasting", "nouns"):
        return bool(own) and all(c.lower in _POINTING for c in own)  # "the third round" may be another
    pointed = any(c.lower in _POINTING or c.dep in ("poss", "nummod") for c in own) or subject.tag == "NNS"
    return subject.lemma in words("events", "contact", "people") and pointed


def _is_done(verb: Word) -> bool:
    if verb.lemma in words("events", "closings", "verbs") or verb.lemma in words("events", "lasting", "verbs") - {"be"}:
        return True
    near = [w.lower for c in verb.children if c.i > verb.i for w in (c, *c.children)]
    return verb.lemma in ("be", "do", "get", "go") and any(
        w in words("events", "closings", "states") for w in (verb.lower, *near)
    )


def _has_length(verb: Word) -> bool:
    """Whether minutes or hours stand in the clause, and not as a distance to something else ("ten minutes before noon")."""
    tokens = verb.sentence.words
    own = {
        w.i for c in verb.children if c.dep not in ("conj", "relcl") and (c.dep != "advcl" or c.i < verb.i) for w in c.subtree()
    }
    for at, word in enumerate(tokens):
        if word.i not in own:
            continue
        length = read_length(tokens, at)
        after = tokens[length.last + 1].lower if length and length.last + 1 < len(tokens) else ""
        if length is not None and length.clock and after not in _AHEAD:
            return True
    return False
