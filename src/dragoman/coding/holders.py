"""Whose attitude a word of attitude tells: its subject, looked for up the tree, or the voice in which it is said."""

from dragoman.coding.parse import Word
from dragoman.coding.scene import Scene
from dragoman.model import Ids

_SUBJECTS = ("nsubj", "nsubjpass")
_SHARING = frozenset({"conj", "xcomp", "advcl", "acl"})
_OWN = frozenset({"we", "i", "our", "my"})


def subject_of(verb: Word) -> Word | None:
    """Return the noun phrase head that the verb is said of, through coordination, relative clause and participle."""
    word = verb
    for _ in range(4):
        subject = word.child(*_SUBJECTS)
        if subject is not None:
            relative = subject.lower in ("who", "which", "that") and subject.tag in ("WP", "WDT")
            return word.head if relative and word.dep == "relcl" else subject
        if word.dep == "acl" and word.head.pos in ("NOUN", "PROPN", "PRON"):
            return word.head
        if word.dep not in _SHARING or word.head is word:
            return None
        if word.dep == "advcl" and word.tag != "VBG":
            return None
        word = word.head
    return None


def agent_of(verb: Word) -> Word | None:
    """Return the head of the "by" phrase of a passive, or None."""
    agent = verb.child("agent")
    return None if agent is None else agent.child("pobj")


def holder(scene: Scene, word: Word | None) -> Ids:
    """Return who holds what is said of `word`; the voice of the statement where it is "we" or "I"."""
    if word is None:
        return ()
    if word.lower in _OWN:
        return scene.voice_at(word)
    return scene.cast.party(scene.cast.who(word))
