"""Meetings that only crown a paper: "will meet her only to sign", "come for a single purpose, to put his name to it"."""

from itertools import pairwise

from dragoman.coding.clauses import mood, subject, trimmed
from dragoman.coding.parse import Word
from dragoman.coding.waits import Wait, wait
from dragoman.coding.wordlists import words

_STEPS = words("conditions", "steps", "papers")
_MEETING = words("conditions", "openings", "meeting_verbs")
_TALKING = words("conditions", "senses", "talking")
_DONE = words("conditions", "openings", "finished")
_FORWARD = frozenset({"future", "would", "modal", "must"})
_STOPS = frozenset({".", ";", ":", "—", "–", "--", "?", "!", '"'})
_LONGEST = 16
"""Words of what is signed, at most."""


def only_to_sign(verb: Word) -> Wait | None:
    """ "Would face her only to put his name to a completed pact", "will meet to sign a treaty, and for no other purpose"."""
    words_ = verb.sentence.words
    at = verb.i - words_[0].i
    if verb.tag != "VB" or at < 3 or words_[at - 1].lower != "to" or not _is_signing(verb):
        return None
    meeting = _meeting_before(words_[:at])
    paper = _paper(words_[at + 1 :])
    if meeting is None or not paper or not _is_exclusive(words_, at, paper[-1].i - words_[0].i):
        return None
    doer = subject(meeting)
    first = doer.subtree()[0].i if doer is not None and doer.i < meeting.i else meeting.i
    gated = [w for w in words_ if first <= w.i < words_[at - 1].i]
    return wait(trimmed(_without_purpose(gated)), paper, meeting)


def over_a_paper(verb: Word) -> Wait | None:
    """ "The two can shake hands over a finished contract": once there is one."""
    words_ = verb.sentence.words
    at = verb.i - words_[0].i
    over = next((k for k in range(at + 1, len(words_)) if words_[k].lower == "over"), None)
    if verb.lemma != "shake" or over is None or mood(verb) not in (*_FORWARD, "bare"):
        return None
    if any(w.text in _STOPS for w in words_[at:over]):
        return None
    paper = _paper(words_[over + 1 :])
    if not paper or not any(w.lower in _DONE for w in paper):
        return None
    doer = subject(verb)
    first = doer.subtree()[0].i if doer is not None and doer.i < verb.i and verb.dep != "xcomp" else verb.i
    return wait(trimmed([w for w in words_ if first <= w.i < words_[over].i]), paper, verb)


def crowning(verb: Word) -> Wait | None:
    """ "Such a meeting crowns an accord", "comes at the end, to approve what the experts have negotiated": once there is one."""
    words_ = verb.sentence.words
    last = verb.lemma == "crown" or _is_last([w.lower for w in words_])
    doer = _crowner(verb)
    if not last or doer is None or mood(verb) not in (*_FORWARD, "bare", "present") or any(c.dep == "neg" for c in verb.children):
        return None
    rest = words_[verb.i + 1 - words_[0].i :]
    made = _paper(rest) or _made(rest)
    return wait(trimmed(doer.subtree()), made, verb) if made and made[0].i > doer.i else None


def _crowner(verb: Word) -> Word | None:
    """The meeting that does the crowning: the verb's subject, or what "it" stands for in the clause before."""
    over = verb
    while over.dep in ("xcomp", "advcl", "conj") and over.head.pos in ("VERB", "AUX"):
        doer = over.child("nsubj", "nsubjpass")
        if doer is not None and doer.lower not in ("it", "this", "that"):
            break
        over = over.head
    doer = over.child("nsubj", "nsubjpass")
    return doer if doer is not None and doer.lemma in _TALKING and doer.i < verb.i else None


def _is_last(lower: list[str]) -> bool:
    """Whether a sentence puts something at the end: "the last step", "the final page", "comes at the end"."""
    ending = any(a in ("last", "final", "closing") and b in _STAGES for a, b in pairwise(lower))
    at_end = any(lower[k : k + 3] == ["at", "the", "end"] for k in range(len(lower)))
    return ending or at_end or {"come", "last"} <= set(lower)


_STAGES = frozenset("step act stage page chapter scene stone point stop station item thing move".split())


def _made(after: list[Word]) -> list[Word]:
    """ "What the experts have negotiated": from "what" to the verb that makes it."""
    if not after or after[0].lower != "what":
        return []
    end = next((k for k, w in enumerate(after[:_LONGEST]) if w.tag == "VBN" and w.lemma in _MAKING), None)
    if end is None:
        return []
    return after[: end + 2] if after[end + 1 : end + 2] and after[end + 1].lower in ("out", "up", "down") else after[: end + 1]


_MAKING = frozenset({"work", "negotiate", "agree", "settle", "draft", "draw", "prepare", "hammer", "achieve", "reach", "write"})


def _is_signing(verb: Word) -> bool:
    """ "Sign", "initial", "put his name to", "set her hand to"."""
    if verb.lemma in ("sign", "initial", "seal", "co-sign"):
        return True
    thing = verb.child("dobj")
    return verb.lemma in ("put", "set", "append", "affix", "lend") and thing is not None and thing.lemma in _HANDS


_HANDS = frozenset({"name", "signature", "pen", "hand", "initial", "seal"})


def _meeting_before(before: list[Word]) -> Word | None:
    """The verb by which two people come together, where it looks ahead."""
    for word in reversed(before):
        if word.text in _STOPS:
            return None
        if word.lemma in _MEETING and word.pos == "VERB" and word.tag in ("VB", "VBP"):
            ahead = mood(word) in _FORWARD or (word.dep == "xcomp" and word.head.lemma in ("intend", "plan", "want", "agree"))
            return word if ahead else None
    return None


def _paper(after: list[Word]) -> list[Word]:
    """The paper's noun phrase, from its article."""
    start = next((k for k, w in enumerate(after[:5]) if w.lower in ("a", "an", "the", "any", "its", "their")), None)
    if start is None:
        return []
    out: list[Word] = []
    for word in after[start : start + _LONGEST]:
        if word.text in _STOPS or word.text == "," or word.lower in ("and", "that", "which", "with", "at", "not", "for"):
            break
        out.append(word)
    return trimmed(out) if any(w.lemma in _STEPS for w in out) else []


def _is_exclusive(words_: list[Word], signing: int, end: int) -> bool:
    """Whether signing is all that the meeting is for: "only", "a single purpose", "and for no other reason", "not to haggle"."""
    before = [w.lower for w in words_[max(0, signing - 9) : signing]]
    if {"only", "solely", "purely", "simply", "exclusively", "merely"} & set(before[-3:]):
        return True
    if "purpose" in before and {"single", "one", "sole", "only"} & set(before):
        return True
    after = [w.lower for w in words_[end + 1 :]]
    return any(tuple(after[k : k + len(p)]) == p for p in _NOTHING_ELSE for k in range(min(len(after), 8)))


_NOTHING_ELSE = (
    ("for", "no", "other"), ("nothing", "else"), ("nothing", "more"), ("no", "earlier"), ("no", "sooner"), ("not", "before"),
    ("not", "sooner"), ("not", "earlier"), ("not", "to"), ("at", "no", "earlier"), ("and", "not"), ("alone",), ("only",),
)  # fmt: skip


def _without_purpose(gated: list[Word]) -> list[Word]:
    """The words without "only", "for a single purpose, which was"."""
    cut = next((k for k, w in enumerate(gated) if w.lower == "for" and any(x.lower == "purpose" for x in gated[k : k + 6])), None)
    kept = gated[:cut]
    while kept and kept[-1].lower in ("only", "solely", "purely", "simply", "exclusively", "merely", ",", "in", "order"):
        kept = kept[:-1]
    return kept


__all__ = ["crowning", "only_to_sign", "over_a_paper"]
