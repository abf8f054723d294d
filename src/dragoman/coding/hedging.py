"""How sure a condition is told: "probably", "I suppose", "my guess is"; a refusal and "could only" are firm."""

from itertools import pairwise

from dragoman.coding.clauses import negated
from dragoman.coding.parse import Word
from dragoman.coding.waits import Wait
from dragoman.coding.wordlists import words

_HEDGES = words("conditions", "mood", "hedges")
_SUPPOSING = words("conditions", "mood", "supposing")
_GUESSES = words("conditions", "mood", "guesses")
_NEAR = 5
"""Words between a step and the verb that makes it wait, among which a hedge may stand."""
_FAR = 8
_TIMES = frozenset({"once", "after", "when", "as"})
_PERSONS = frozenset({"i", "we", "he", "she", "they"})
_SOFT = frozenset({"could", "may", "might"})


def hedges(wait: Wait) -> list[Word]:
    """Return the words that hedge the main clause, in order; none where it is firm."""
    frame = wait.frame
    led = frame.dep == "advcl" and frame.tag == "VBG"  # "would probably have to be built, starting with a meeting"
    over = frame.head if frame.dep in ("xcomp", "ccomp") or led else frame
    beside = [*frame.children, *(over.children if frame.dep == "xcomp" or led else ())]
    beside += over.head.children if led and over.dep == "xcomp" else ()
    near = [*beside, *(g for c in beside if c.lower == "in" for g in c.children), *_between(wait)]
    subjects = [c for c in beside if c.dep in ("nsubj", "nsubjpass")]
    near += [g for c in subjects for g in c.children if g.lower in ("probably", "likely", "perhaps")]
    if over is not frame and over.lower in _HEDGES:
        near.append(over)
    found = [w for w in near if w.lower in _HEDGES]
    if _is_firm(wait) and all(w.lower in _SOFT for w in found):
        found = []
    found += [m for w in found for m in _degree(w)]
    found += _supposed(frame)
    return sorted({w.i: w for w in found}.values(), key=lambda w: w.i)


def _degree(hedge: Word) -> list[Word]:
    """ "Most" of "most likely", "in all" of "in all likelihood"."""
    words_, at = hedge.sentence.words, hedge.i - hedge.sentence.words[0].i
    before = words_[max(0, at - 2) : at]
    if hedge.lower in ("likelihood", "probability"):
        return before
    return [w for w in before[-1:] if w.lower in ("most", "very", "quite", "more")]


def _between(wait: Wait) -> list[Word]:
    """The words between the step and its verb, and those that open the sentence before it ("Perhaps the talks can ...")."""
    frame, words_ = wait.frame, wait.frame.sentence.words
    last = wait.gated[-1].i - words_[0].i + 1
    between = words_[last : frame.i - words_[0].i][-_NEAR:]
    first = wait.gated[0].i - words_[0].i
    return between + [w for w in words_[max(0, first - 2) : max(0, first)] if w.pos == "ADV"]


def _is_firm(wait: Wait) -> bool:
    return wait.relation == "not_required" or (
        wait.relation == "only_after" and (negated(wait.frame) or _says_only(wait.frame) or _is_retold(wait))
    )


def _is_retold(wait: Wait) -> bool:
    """Whether "could" is the "can" of what was said: "the two could meet once a draft had been produced"."""
    words_, at = wait.frame.sentence.words, wait.required[0].i - wait.frame.sentence.words[0].i
    timed = at > 0 and words_[at - 1].lower in _TIMES and wait.gated[0].i < wait.required[0].i
    return timed and any(c.lower == "could" for c in wait.frame.children)


def _supposed(frame: Word) -> list[Word]:
    """How the speakers put it as what they suppose: "has, I suppose, to begin with", "my guess is", "it seems to me"."""
    words_ = frame.sentence.words
    at = frame.i - words_[0].i
    near = words_[max(0, at - 2 * _FAR) : at + _FAR]
    for a, b in pairwise(near):
        close = b.i >= frame.i - _FAR
        if close and a.lower in ("i", "we") and b.lemma in _SUPPOSING and b.tag in ("VBP", "VBD"):
            return [b]
        if a.lower in ("my", "our") and b.lemma in _GUESSES:
            return [b]
        if a.lower == "it" and b.lemma in ("seem", "look", "appear") and b.tag in ("VBZ", "VBD") and b.i < frame.i:
            return [b]
    return _as_seen(near)


def _as_seen(near: list[Word]) -> list[Word]:
    """How somebody marks his words as no more than his view: "can, as she sees it, begin only with", "as we see it"."""
    for k, (a, b, c) in enumerate(zip(near, near[1:], near[2:], strict=False)):
        told = a.lower == "as" and b.lower in _PERSONS and c.lemma in ("see", "view", "understand", "read")
        if told and near[k + 3 : k + 4] and near[k + 3].lower in ("it", "things", "matters"):
            return near[k : k + 4]
    return []


def _says_only(frame: Word) -> bool:
    words_ = frame.sentence.words
    return any(w.lower == "only" or (w.lower == "not" and n.lower == "before") for w, n in pairwise(words_))


__all__ = ["hedges"]
