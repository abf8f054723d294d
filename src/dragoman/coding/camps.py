"""Attitudes told by who stands where: "a freeze split the talks, with the islands in favour and the exporters against"."""

from collections.abc import Iterator

from dragoman.coding.attitudes import Attitude
from dragoman.coding.parse import Word
from dragoman.coding.wordings import nominal
from dragoman.coding.wordlists import words

_STEPS = words("conditions", "steps", "nouns") | words("stances", "halting", "nouns")
_NAMES = frozenset({"NOUN", "PROPN"})
_IT = frozenset({"it", "that", "this"})


def camps_of(word: Word) -> Iterator[Attitude]:
    """Yield that somebody named just before is in favour of what the sentence is about, or against it."""
    words_, at = word.sentence.words, word.i - word.sentence.words[0].i
    after = words_[at + 1] if at + 1 < len(words_) else None
    ends = after is None or after.pos in ("PUNCT", "CCONJ") or (after.lower in _IT and after.dep == "pobj")
    for_it = word.lower in ("favour", "favor") and at > 1 and words_[at - 1].lower == "in"
    if not ends or not (for_it or word.lower == "against"):
        return
    camp = words_[at - (2 if for_it else 1)]
    if camp.lower in ("is", "are", "was", "were", "came", "out", "firmly", "strongly") or camp.pos not in _NAMES:
        camp = next((c for c in camp.children if c.dep == "nsubj"), camp) if camp.pos in ("AUX", "VERB") else camp
    thing = _thing(words_, at)
    if camp.pos not in _NAMES or thing is None or thing is camp:
        return
    told = [w for w in words_ if camp.subtree()[0].i <= w.i <= word.i and w.i > thing.i] or [camp, word]
    yield Attitude("support" if for_it else "reject", word, camp, nominal(thing), told)


def _thing(words_: list[Word], at: int) -> Word | None:
    """The step that the sentence is about: its subject, else what is named last before."""
    root = next((w for w in words_ if w.head is w), None)
    subject = root.child("nsubj", "nsubjpass") if root is not None else None
    if subject is not None and subject.lemma in _STEPS and subject.i < words_[at].i:
        return subject
    return next((w for w in reversed(words_[:at]) if w.lemma in _STEPS and w.dep in ("dobj", "pobj", "nsubj", "nsubjpass")), None)


__all__ = ["camps_of"]
