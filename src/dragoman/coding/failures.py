"""Words that say that what somebody tried came to nothing ("to no avail", "fell flat", "was turned down")."""

from collections.abc import Mapping, Sequence
from functools import cache

from dragoman.coding.parse import Sentence, Word
from dragoman.coding.standing import tense
from dragoman.coding.unmet import did_not, refused
from dragoman.coding.wordlists import load, words

_HE = frozenset(("he", "she", "they", "who", "it", "both", "neither"))
_MAIN = frozenset(("ROOT", "conj", "parataxis", "ccomp"))
_SHORT = 16  # words of a sentence that says no more than that the attempt before it failed


def failure(sentence: Sentence, verb: Word) -> Word | None:
    """Return the word of a sentence that says that the attempt told by `verb` failed, or None."""
    above = {verb.i, *(w.i for w in verb.ancestors())}
    for at, word in enumerate(sentence.words):
        if _has_phrase(sentence.words, at, _phrases("adverbials")):
            return word
        if word.i in above and word.i != verb.i and _says_so(sentence.words, at, anybody=True):
            return word
        if word.i > verb.i and word.dep in _MAIN and _says_so(sentence.words, at):
            return word
        if word.lower == "only" and word.i > verb.i and _only_to_fail(sentence.words[at + 1 : at + 5]):
            return word
    return None


def failure_next(sentence: Sentence) -> Word | None:
    """Return the word of a short sentence that says that the attempt told before it failed ("He refused"), or None."""
    if len(sentence.words) > _SHORT:
        return None
    subject = sentence.root.child("nsubj", "nsubjpass")
    if subject is None or not (subject.lower in _HE or subject.lower in ("this", "nothing") or _is_that_try(subject)):
        return None
    if subject.lower == "nothing":
        return sentence.root if sentence.root.lemma == "come" and any(c.lower == "of" for c in sentence.root.children) else None
    here = sentence.root.i - sentence.words[0].i
    return sentence.root if _says_so(sentence.words, here) else None


def came_to_nothing(verb: Word) -> bool:
    """Return whether a verb and the words after it say so of its subject ("fell flat", "went unanswered")."""
    return _says_so(verb.sentence.words, verb.i - verb.sentence.words[0].i)


def _is_that_try(noun: Word) -> bool:
    """ "The attempt", "her invitation": the one told before, and no "guild's call for a truce"."""
    pointing = all(c.pos in ("DET", "PRON", "ADJ") for c in noun.children) and bool(noun.children)
    return _is_try(noun) and pointing


def _is_try(noun: Word) -> bool:
    return noun.lemma in words("events", "attempts", "tries") | words("events", "unmet", "offered")


def _says_so(sentence: Sequence[Word], at: int, anybody: bool = False) -> bool:
    """Whether a verb says so of its subject: the attempt, somebody named before, or `anybody`."""
    verb = sentence[at]
    if verb.pos not in ("VERB", "AUX"):
        return False
    denied = any(c.dep == "neg" for c in verb.children)
    if denied:
        return did_not(verb)
    if tense(verb) != "held":
        return False
    subject = verb.child("nsubj", "nsubjpass")
    if _has_phrase(sentence, at, _phrases("courses")):
        return anybody or subject is None or subject.lower in _HE or subject.lower in ("this", "that") or _is_try(subject)
    passive = verb.child("auxpass") is not None
    declined = refused(verb) or _has_phrase(sentence, at, _phrases("turning"))
    return declined and (passive or (subject is not None and subject.lower in _HE))


def _only_to_fail(after: Sequence[Word]) -> bool:
    """ "Only to be turned away"."""
    refusals = words("events", "failing", "refusals")
    return bool(after) and after[0].lower == "to" and any(w.lemma in refusals or w.lemma == "turn" for w in after)


@cache
def _phrases(kind: str) -> Mapping[str, list[list[str]]]:
    """The phrases of a kind by their first word."""
    out: dict[str, list[list[str]]] = {}
    for phrase in load("events")["failing"][kind]:
        first, *rest = phrase.split()
        out.setdefault(first, []).append(rest)
    return out


def _has_phrase(sentence: Sequence[Word], at: int, phrases: Mapping[str, list[list[str]]]) -> bool:
    word = sentence[at]
    for rest in (*phrases.get(word.lemma, ()), *(phrases.get(word.lower, ()) if word.lower != word.lemma else ())):
        after = [w.lower for w in sentence[at + 1 : at + 1 + len(rest)]]
        if after == rest:
            return True
    return False
