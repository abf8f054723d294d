"""What may come before its time: "arbitration could come sooner than that", "within 45 days, if not sooner"."""

from itertools import pairwise

from dragoman.coding.parse import Sentence, Word
from dragoman.coding.wordlists import words

_POINTING = frozenset(("that", "this", "then"))
_CLAUSES = ("VERB", "AUX")


def sooner_than_that(sentence: Sentence) -> list[Word]:
    """Return the words that say of something that it may come sooner than, or before, a time named before, or none."""
    tokens = sentence.words
    for at in range(len(tokens) - 2):
        pointing = [w.lower for w in tokens[at + 1 : at + 3]]
        if tokens[at].lower in words("deadlines", "sooner") and pointing[0] == "than" and pointing[1] in _POINTING:
            return _clause(tokens, at, at + 2) if _stands_alone(tokens, at + 2) else []
        if tokens[at].lower == "before" and pointing[0] in _POINTING and tokens[at + 2].pos == "PUNCT":
            return _clause(tokens, at, at + 1)
    return []


def sooner_at_all(sentence: Sentence) -> list[Word]:
    """Return the words that leave it open that something comes sooner than what has just been named, or none.

    "Privileges could be suspended sooner", "it might do so ahead of time".
    """
    tokens = sentence.words
    for at, word in enumerate(tokens):
        ahead = word.lower == "ahead" and [w.lower for w in tokens[at + 1 : at + 3]] == ["of", "time"]
        last = at + 2 if ahead else at
        ahead = ahead or (word.lower == "forward" and word.head.lemma in ("bring", "move") and word.head.tag == "VBN")
        bare = word.lower in words("deadlines", "sooner") and word.tag in ("RBR", "JJR", "RB")
        if (ahead or bare) and (last + 1 == len(tokens) or tokens[last + 1].pos in ("PUNCT", "CCONJ", "SCONJ")):
            return _clause(tokens, at, last) or _left_open(tokens, at, last)
    return []


def _left_open(tokens: list[Word], at: int, last: int) -> list[Word]:
    """ "Did not rule out closing it sooner", "reserved the right to close it earlier"."""
    text = " ".join(w.lower for w in tokens[: at + 1])
    if not any(f" {phrase} " in f" {text} " for phrase in words("deadlines", "leaving_open")):
        return []
    over = next((a for a in reversed(tokens[:at]) if a.child("nsubj", "expl") is not None), None)
    subject = over.child("nsubj", "expl") if over is not None else None
    return [w for w in tokens[: last + 1] if w.i >= subject.subtree()[0].i] if subject is not None else []


def sooner_than_end(over: Word) -> list[Word]:
    """Return the words that say that something may come "before the 40 days are up" (over is "are"), or none."""
    main = over.head
    subject = main.child("nsubj", "nsubjpass")
    modal = any(c.lower in words("deadlines", "may") and c.dep == "aux" for c in main.children)
    denied = any(c.dep == "neg" for c in main.children)
    if over.dep != "advcl" or subject is None or not modal or denied or subject.i > main.i:
        return []
    first, last = subject.subtree()[0].i, over.subtree()[-1]
    while last.pos == "PUNCT" or last.i > max(c.i for c in (over, *over.children)):
        last = over.sentence.words[last.i - over.sentence.words[0].i - 1]
    return [w for w in over.sentence.words if first <= w.i <= last.i]


def subject_in(clause: list[Word]) -> list[Word]:
    """Return the words of what may come sooner: all before the modal; none where it is only left open."""
    modal = next((k for k, w in enumerate(clause) if w.lower in words("deadlines", "may")), 0)
    return clause[:modal]


def _clause(tokens: list[Word], at: int, last: int) -> list[Word]:
    """The clause from its subject to "than that" at `last`, where a modal makes it a possibility."""
    verb = next((a for a in tokens[at].ancestors() if a.pos in _CLAUSES), None)
    subject = verb.child("nsubj", "nsubjpass") if verb is not None else None
    if verb is None or subject is None or any(c.dep == "neg" for c in verb.children):
        return []
    first = subject.subtree()[0]
    told = [w for w in tokens[: last + 1] if w.i >= first.i]
    modal = next((w for w in told if w.lower in words("deadlines", "may")), None)
    return told if modal is not None and first.i < modal.i < tokens[at].i else []


def _stands_alone(tokens: list[Word], at: int) -> bool:
    """Whether "that" points back by itself: "sooner than that date" does too, "than that side expects" does not."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return after is None or after.pos in ("PUNCT", "CCONJ", "ADP", "SCONJ") or after.lemma in ("date", "day", "time", "deadline")


def is_or_sooner(lowers: list[str]) -> bool:
    """Return whether words leave it open that it is sooner.

    >>> is_or_sooner("within 45 days , if not sooner".split())
    True
    """
    early, tokens = words("deadlines", "sooner"), pairwise(lowers)
    return any(second in early and first in ("or", "not", "possibly", "perhaps") for first, second in tokens)


def is_over(verb: Word) -> bool:
    """Return whether a verb says that a time runs out: "are up", "have elapsed"."""
    if verb.lemma == "be":
        return any(c.lower in ("up", "over") for c in verb.children)
    phrase = words("deadlines", "running_out")
    ends = verb.lemma in words("deadlines", "over") or any(f"{verb.lemma} {c.lower}" in phrase for c in verb.children)
    return ends and not any(c.dep == "neg" for c in verb.children)
