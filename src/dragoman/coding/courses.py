"""What somebody says of courses of action: "we will not sign", "they must withdraw first"."""

from dataclasses import dataclass

from dragoman.coding.holders import subject_of
from dragoman.coding.parse import Word
from dragoman.coding.wordlists import words
from dragoman.model.findings import Stance

_AWAITING = frozenset({"until", "unless", "before", "without"})


@dataclass(frozen=True)
class Course:
    """A course ruled out by `said_of`, or, where `said_of` is None, asked for by whoever speaks the words."""

    stance: Stance
    said_of: Word | None
    words: list[Word]


def course_of(verb: Word) -> Course | None:
    """Return the course that a verb with a modal tells of, or None."""
    subject = subject_of(verb)
    modal = next((c for c in verb.children if c.dep == "aux" and c.lower in words("stances", "courses", "modals")), None)
    if subject is None or modal is None or any(c.dep == "mark" and c.lower == "if" for c in verb.children):
        return None
    negated = any(c.dep == "neg" for c in verb.children)
    if modal.lower in words("stances", "courses", "own"):
        return _own(verb, subject, modal) if negated else None
    return Course("demand", None, _from(subject.subtree()[0], verb))


def _own(verb: Word, subject: Word, modal: Word) -> Course | None:
    if verb.lemma in words("stances", "courses", "involuntary") or verb.child("nsubjpass") is not None:
        return None
    of = _from(modal, verb)
    awaiting = any(w.lower in _AWAITING for w in of)
    return Course("accept_if" if awaiting else "rule_out", subject, of)


def _from(first: Word, verb: Word) -> list[Word]:
    """The words from `first` to the end of what hangs on the verb, coordinated predicates left out."""
    later = [w for c in verb.children if c.dep not in ("conj", "cc", "punct", "parataxis") for w in c.subtree()]
    chosen = sorted((w for w in (*later, verb) if w.i >= first.i), key=lambda w: w.i)
    while len(chosen) > 1 and chosen[-1].pos == "PUNCT":
        chosen.pop()
    return chosen
