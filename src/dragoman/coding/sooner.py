"""What may come before its time: "the fines could follow sooner", "need not wait that long", "before the 40 days are up"."""

import re
from dataclasses import dataclass
from itertools import pairwise

from dragoman.coding.parse import Sentence, Word
from dragoman.coding.patience import unwaited
from dragoman.coding.wordlists import words

_POINTING = frozenset(("that", "this", "then"))
_OWN = frozenset(("the", "that", "this", "those", "these", "its", "his", "her", "their"))
_CLAUSES = ("VERB", "AUX")
_OVER = (*_CLAUSES, "ADJ", "ADP", "NOUN")
_FORESEEN = frozenset({"announced", "planned", "expected", "foreseen", "scheduled", "threatened"})
_REACH = 9  # words


@dataclass(frozen=True)
class Early:
    """What may come before its time: the words that tell it, what or who may come, the verb, and the words of time.

    `points` where these name a time told before ("before then", "sooner than the 40 days"); `waits` where nobody waits for it.
    """

    told: list[Word]
    subject: list[Word]
    act: Word
    when: list[Word]
    points: bool
    waits: bool = False


def find_early(sentence: Sentence) -> Early | None:
    """Return what a sentence leaves open to come before a time that is not its own, or None."""
    tokens = sentence.words
    for at, word in enumerate(tokens):
        early = _phrase(tokens, at)
        found = _left_open(tokens, at, *early) if early is not None else unwaited_early(word)
        if found is not None:
            return found
    return None


def unwaited_early(verb: Word) -> Early | None:
    """ "He did not feel bound to wait for the last of them", "she might not need the whole 40 days"."""
    found = unwaited(verb)
    if found is None:
        return None
    over, last = found
    tokens = verb.sentence.words
    subject = over.child("nsubj", "nsubjpass")
    first = subject.subtree()[0] if subject is not None else over
    told = [w for w in tokens if first.i <= w.i <= last.i]
    named, when = subject.subtree() if subject is not None else [], [w for w in told if w.i >= verb.i]
    return Early(told, named, _purpose(verb), when, points=True, waits=True)


def _purpose(verb: Word) -> Word:
    """ "Might not need the whole 40 days to take it out": what is not waited with."""
    return next((c for c in verb.children if c.dep in ("xcomp", "advcl") and c.tag == "VB" and c.i > verb.i), verb)


def _phrase(tokens: list[Word], at: int) -> tuple[int, int, bool] | None:
    """The first and last word of an expression for "before its time" that begins at a word, and whether it points back."""
    lower, after = tokens[at].lower, [w.lower for w in tokens[at + 1 : at + 3]]
    before = tokens[at - 1].lower if at else ""
    if lower in words("deadlines", "sooner"):
        return _compared(tokens, at, before, after)
    if lower == "before" and tokens[at + 1 : at + 2] and tokens[at + 1].text in (".", ",", ";"):
        return at, at, True
    if tokens[at].lemma in ("precede", "predate") and (noun := tokens[at].child("dobj")) is not None:
        named = noun.lemma in words("deadlines", "itself")
        return (at, noun.i - tokens[0].i, True) if named else None
    if lower == "before" or (lower == "of" and before in ("ahead", "advance")):
        first = at if lower != "of" else at - 1
        last = _named_time(tokens, at + 1)
        return (first, last, after[:1] not in (["time"], ["schedule"])) if last is not None else None
    if lower in words("deadlines", "any") and before == "any":
        return (at - 2, at, False) if tokens[at - 2].lower == "at" else None
    if tokens[at].tag == "VBN" and tokens[at].lemma in words("deadlines", "shortened"):
        return at, at, False
    if lower == "forward" or (lower == "short" and tokens[at].head.lemma == "cut"):
        moved = tokens[at].head.lemma in ("bring", "move", "cut") and tokens[at].head.tag == "VBN"
        return (at, at, False) if moved else None
    if lower == "advance" and before == "in":
        return at - 1, at, False
    return None


def _compared(tokens: list[Word], at: int, before: str, after: list[str]) -> tuple[int, int, bool] | None:
    """ "Sooner", "sooner than that", "earlier than the 40 days", "at an earlier stage"; no "earlier talks", no "no sooner"."""
    if before in ("no", "not", "any", "or", "said"):
        return None
    if after[:1] == ["than"] and after[1:2] and after[1] in _FORESEEN:
        return at, at + 2, True
    if after[:1] == ["than"]:
        last = _named_time(tokens, at + 2)
        if last is not None:
            return at, last, True
        thought = any(w.lower in words("deadlines", "thought") for w in tokens[at + 2 : at + 7])
        return (at, at, False) if thought else None
    if after and after[0] in words("deadlines", "stages"):
        return (at - 2, at + 1, False) if at > 1 and before in ("an", "some") else None
    follower = tokens[at + 1] if at + 1 < len(tokens) else None
    if follower is not None and follower.pos == "NOUN" and before in ("an", "the") and _is_free(tokens, tokens[at].i):
        return at, at + 1, False  # "would not rule out an earlier exclusion"
    ends = follower is None or follower.pos in ("PUNCT", "CCONJ", "SCONJ") or follower.lower in words("deadlines", "sooner_case")
    return (at, at, False) if ends and tokens[at].tag in ("RBR", "JJR", "RB", "JJ") else None


def _named_time(tokens: list[Word], at: int) -> int | None:
    """Where the words that name a time end: "that", "that date", "the end of the period", "the 21 days were out", "time"."""
    if at >= len(tokens):
        return None
    lower, follower = tokens[at].lower, tokens[at + 1] if at + 1 < len(tokens) else None
    if lower in ("time", "schedule"):
        return at
    if tokens[at].tag == "CD" and follower is not None and follower.lemma in words("quantities", "time"):
        return at + 1  # "sooner than 40 days"
    if lower in ("it", "they") and (last := _past_its_end(tokens, at)) > at:
        return last
    if lower in _POINTING or lower == "it":
        alone = follower is None or follower.pos in ("PUNCT", "CCONJ", "ADP", "SCONJ", "ADV")
        if follower is not None and follower.lemma in words("deadlines", "pointed") and lower != "it":
            return at + 1
        return at if alone or (follower is not None and follower.lower in words("deadlines", "sooner_case")) else None
    if lower == "day" and follower is not None and follower.text.isdigit():
        return at + 1
    if lower not in _OWN and lower != "all":
        return None
    for k in range(at + 1, min(at + _REACH, len(tokens))):
        word = tokens[k]
        if word.pos in _CLAUSES or word.text in (",", ";", "."):
            return None
        ended = word.lemma in words("deadlines", "itself") or word.lemma in words("deadlines", "nouns")
        if ended and word.pos != "PRON" and (k + 1 == len(tokens) or tokens[k + 1].pos not in ("NOUN", "PROPN")):
            return _past_its_end(tokens, k)
    return None


def _past_its_end(tokens: list[Word], at: int) -> int:
    """The last word of "are up", "had run out", "is over" behind a time, else the time itself."""
    for k in range(at + 1, min(at + 6, len(tokens))):
        if is_over(tokens[k]):
            ended = [c.i - tokens[0].i for c in tokens[k].children if c.lower in ("up", "over", "out", "by")]
            return max([k, *ended])
        if tokens[k].pos not in ("AUX", "PART", "ADV", "ADP", "DET"):
            break
    return at


def _left_open(tokens: list[Word], at: int, first: int, last: int, points: bool) -> Early | None:
    """The clause that a modal, or words like "free to", make a possibility."""
    act = tokens[first] if tokens[first].tag == "VBN" or tokens[first].lemma in ("precede", "predate") else None
    act = act or next((a for a in tokens[first].ancestors() if a.pos in _CLAUSES and a.i < tokens[first].i), None)
    near = next((w for w in reversed(tokens[:first]) if w.pos == "VERB" or w.tag == "VB"), None)
    act = near if act is None or (near is not None and near.dep in ("xcomp", "acl", "pcomp") and act in near.ancestors()) else act
    if act is not None and act.dep == "parataxis" and act.lemma in words("cues", "speech"):
        act = act.head  # "they could be announced, an envoy said, well before day 45"
    if act is None:
        return None
    over = act
    while over.child("nsubj", "nsubjpass", "expl") is None and over.head is not over and over.head.pos in _OVER:
        over = over.head
    subject = over.child("nsubj", "nsubjpass")
    start = subject.subtree()[0].i if subject is not None and subject.i < act.i else act.i
    told = [w for w in tokens[: last + 1] if w.i >= start]
    before = [w for w in told if w.i < tokens[first].i]
    helpers = {c.lower for v in (act, over) for c in v.children if c.dep == "aux"} | {w.lower for w in before if w.tag == "MD"}
    denied = any(c.dep == "neg" for v in (act, over) for c in v.children)
    free = _is_free(tokens, tokens[first].i)
    if not free and (denied or not helpers & words("deadlines", "may")):
        return None
    named = [w for w in subject.subtree() if w.i < act.i] if subject is not None else []
    return Early(told, named, act, tokens[first : last + 1], points)


def _is_free(tokens: list[Word], until: int) -> bool:
    """ "Did not rule out closing it", "reserved the right to", "was free to"."""
    text = re.sub(r" , (?:\w+ ){1,4}, ", " ", " ".join(w.lower for w in tokens if w.i < until))  # "was free, he added, to"
    return any(f" {phrase} " in f" {text} " for phrase in words("deadlines", "leaving_open"))


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
        return any(c.lower in ("up", "over", "out", "past", "gone") for c in verb.children)
    phrase = words("deadlines", "running_out")
    ends = verb.lemma in words("deadlines", "over") or any(f"{verb.lemma} {c.lower}" in phrase for c in verb.children)
    return ends and not any(c.dep == "neg" for c in verb.children)
