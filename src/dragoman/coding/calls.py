"""Attitudes told by a noun: "A's demand for talks", "B's refusal", "a proposal by C"."""

from collections.abc import Iterator

from dragoman.coding.attitudes import Attitude, clause_words, nominal, table
from dragoman.coding.holders import owner_of, subject_of
from dragoman.coding.parse import Word
from dragoman.coding.wordlists import load, words

_LEADING = frozenset({"for", "to", "of", "on", "over", "that", "in", "about"})


def attitudes_of_noun(noun: Word) -> Iterator[Attitude]:
    """Yield what a noun of attitude tells, where it is somebody's."""
    stance = table("nouns")[noun.lemma]
    about = _about(noun)
    owner = owner_of(noun) or _maker(noun)
    if owner is None or (not about and not _alone(noun)):
        return
    if not about and noun.dep in ("nsubj", "attr") and noun.head.lemma in ("be", "remain", "stand") and noun.dep == "nsubj":
        about = clause_words(noun.head)
        yield Attitude(stance, noun, owner, [w for w in about if w.i > noun.head.i] or [noun], [*nominal(noun), *about])
    else:
        yield Attitude(stance, noun, owner, about or [noun], _said(noun, owner, about))


def _about(noun: Word) -> list[Word]:
    """The words after the noun that say what it is about."""
    led: dict[str, list[str]] = load("stances")["led"]
    allowed = frozenset(led.get(noun.lemma, ())) or _LEADING
    for child in sorted(noun.children, key=lambda c: c.i):
        if child.i <= noun.i or child.dep not in ("prep", "acl", "ccomp", "relcl", "xcomp", "advcl"):
            continue
        lead = child.lower if child.dep == "prep" else next((c.lower for c in child.children if c.i < child.i and c.dep in ("aux", "mark")), "")
        if lead in allowed and not (child.dep == "relcl" and lead != "to"):
            return [w for c in noun.children if c.i >= child.i and c.dep in ("prep", "acl", "ccomp", "relcl", "xcomp") and not _by(c) for w in c.subtree()]
    return []


def _by(child: Word) -> bool:
    return child.lower in ("by", "from") or (child.dep == "relcl" and not any(c.lower == "to" for c in child.children))


def _alone(noun: Word) -> bool:
    """Whether the noun tells an attitude with nothing after it."""
    return noun.lemma in ("refusal", "rejection", "objection", "demand", "offer") and noun.child("poss") is not None


def _maker(noun: Word) -> Word | None:
    """Who makes the call in "issued a call for": the subject of the light verb."""
    light = noun.dep == "dobj" and noun.head.lemma in words("stances", "light", "verbs")
    return subject_of(noun.head) if light else None


def _said(noun: Word, owner: Word, about: list[Word]) -> list[Word]:
    first = [w for w in noun.subtree() if w.i < noun.i]
    if owner.i > noun.i:
        first += [w for c in noun.children if _by(c) for w in c.subtree()]
    return [*(first if len(first) < 10 else ()), noun, *about]
