"""Talks that are to go on "without one", "without it", "without any such condition": what was to pave the way for them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.coding.clauses import extent, mood, own_negation, refuses, trimmed
from dragoman.coding.parse import Sentence, Word
from dragoman.coding.waits import Wait
from dragoman.coding.ways_to_talks import is_talks
from dragoman.coding.wordlists import words
from dragoman.model import Relation

_STANDING_FOR = frozenset({"one", "it", "that", "this", "them", "those"})
_NAMED_SO = words("conditions", "steps", "conditions") | frozenset({"measure", "step", "move", "gesture", "concession"})
_INSISTING = words("conditions", "senses", "asking") | words("conditions", "senses", "favouring") | {"say", "hold", "maintain"}
_VERBAL = frozenset({"VERB", "AUX"})
_BACK = 2
"""Sentences back to what "one" stands for, at most."""


def without_it(sentences: Sequence[Sentence], opened: Sequence[Wait]) -> Iterator[Wait]:
    """Yield that talks go on without what an `opened` wait of the same sentence, or one just before, said would serve them."""
    at = {w.i: k for k, s in enumerate(sentences) for w in s.words}
    for k, sentence in enumerate(sentences):
        for word in sentence.words:
            found = _clause(word) or _anyway(word)
            if found is None:
                continue
            gated, frame, last = found
            before = [o for o in opened if o.required[-1].i < word.i and 0 <= k - at[o.gated[0].i] < _BACK]
            if before and not {w.i for w in gated} & {w.i for w in (*before[-1].gated, *before[-1].required)}:
                relation: Relation = "only_after" if own_negation(frame) is not None or refuses(frame) else "not_required"
                told = tuple(w for w in sentence.words if gated[0].i <= w.i <= last.i)
                yield Wait(gated, before[-1].required, relation, frame, told=told)


def answering(beside: Sequence[Wait], opened: Sequence[Wait], sentences: Sequence[Sentence]) -> Iterator[Wait]:
    """Yield the waits `beside`, one that answers what was just said to serve talks with that for what need not come first.

    "A freeze would clear the air for talks. The talks must proceed with the licensing going on": without the freeze.
    """
    at = {w.i: k for k, s in enumerate(sentences) for w in s.words}
    for wait in beside:
        here = min(wait.gated[0].i, wait.required[0].i)
        before = [o for o in opened if max(o.required[-1].i, o.gated[-1].i) < here and at[here] - at[o.gated[0].i] < _BACK]
        if not wait.ended or not before or not _insists(wait):
            yield wait
            continue
        words_ = sentences[at[here]].words
        last = max(w.i for w in (*wait.gated, *wait.required))
        told = tuple(w for w in words_ if here <= w.i <= last)
        yield replace(wait, required=before[-1].required, ended=False, told=told)


def _insists(wait: Wait) -> bool:
    """Whether talks are said to have to go on, and not only that somebody is ready for them."""
    talks = next((w for w in wait.gated if is_talks(w)), None)
    over = (w for w in (talks, *talks.ancestors()) if w.pos in _VERBAL) if talks is not None else ()
    firm = {"must", "should", "ought", "well"}  # "could perfectly well go on"
    arguing = {"insist", "argue", "maintain", "contend"}
    return any(w.lemma in arguing or any(c.lower in firm for c in w.children) for w in over)


def _clause(word: Word) -> tuple[list[Word], Word, Word] | None:
    """The talks, the verb that they hang on and the last word of "without one"."""
    words_, at = word.sentence.words, word.i - word.sentence.words[0].i
    if word.lower != "without" or (last := _stands_for(words_[at + 1 :])) is None:
        return None
    talks = next((w for w in reversed(words_[max(0, at - 8) : at]) if is_talks(w)), None)
    if talks is None:
        return None
    frame = next((w for w in (talks, *talks.ancestors()) if w.pos in _VERBAL), None)
    if frame is None or mood(frame) in ("past", "unreal"):
        return None
    if frame.i < talks.i:
        asked = frame.lemma in _INSISTING or mood(frame) in ("future", "would", "modal", "must", "bare")
        phrase = [w for w in talks.subtree() if w.i < word.i] if talks.pos == "NOUN" else [talks]
        return (trimmed(phrase) or [talks], frame, last) if asked else None
    if mood(frame) not in ("future", "would", "modal", "must", "bare"):
        return None
    return trimmed([w for w in extent(frame) if w.i < word.i]) or [talks], frame, last


def _anyway(word: Word) -> tuple[list[Word], Word, Word] | None:
    """ "The talks go ahead anyway", "negotiations should go on regardless"."""
    if word.lower not in ("anyway", "regardless", "anyhow", "nonetheless", "nevertheless"):
        return None
    words_, at = word.sentence.words, word.i - word.sentence.words[0].i
    if any(w.lower == "of" for w in words_[at + 1 : at + 2]):
        return None
    frame = next((w for w in word.ancestors() if w.pos in _VERBAL), None)
    doer = frame.child("nsubj", "nsubjpass") if frame is not None else None
    if frame is None or doer is None or not is_talks(doer) or mood(frame) in ("past", "unreal") or own_negation(frame):
        return None
    gated = [w for w in extent(frame) if w.i < word.i]
    return trimmed(gated) or [doer], frame, word


def _stands_for(after: list[Word]) -> Word | None:
    """The word that stands for the step: "one" with nothing behind it, "any such condition"."""
    if not after:
        return None
    if after[0].lower in _STANDING_FOR:
        ends = len(after) == 1 or after[1].pos in ("PUNCT", "CCONJ", "SCONJ", "ADP") or after[1].tag in ("VBD", "VBZ")
        return after[0] if ends else None
    such = next((k for k, w in enumerate(after[:3]) if w.lower == "such"), None)
    if such is None:
        return None
    return next((w for w in after[such + 1 : such + 3] if w.lemma in _NAMED_SO or w.lower in _NAMED_SO), None)


__all__ = ["answering", "without_it"]
