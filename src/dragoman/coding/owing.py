"""Who owes what to whom: the verb over a time, who does it, and who is asked or has promised to do it."""

from dataclasses import dataclass

from dragoman.coding.dates import TimeExpression
from dragoman.coding.parse import Word
from dragoman.coding.scene import Scene
from dragoman.coding.wordlists import words
from dragoman.model import Ids
from dragoman.model.findings import Bound, Certainty, DeadlineStatus
from dragoman.model.moment import Moment

_CLAUSES = ("VERB", "AUX")


@dataclass(frozen=True)
class Owing:
    """Who owes what to whom: the verb `top` over all of it, the `act` that is bounded, and the sides."""

    top: Word
    act: Word
    setter: Ids = ()
    addressee: Ids = ()
    bound: Bound = "by"
    status: DeadlineStatus = "pending"
    certainty: Certainty = "likely"


def verb_over(word: Word) -> Word | None:
    """Return the nearest verb over a word, or "due"."""
    return next((a for a in word.ancestors() if a.pos in _CLAUSES or a.lemma == "due"), None)


def helpers_of(verb: Word) -> set[str]:
    """Return the helpers of a verb, in lower case."""
    return {c.lower for c in verb.children if c.dep in ("aux", "auxpass")}


def subject_over(verb: Word) -> Word | None:
    """Return the subject of a verb, or of the verb it is coordinated with."""
    own = verb.child("nsubj", "nsubjpass")
    if own is None and verb.dep == "conj" and verb.head.pos in _CLAUSES:
        return verb.head.child("nsubj", "nsubjpass")
    return own


def doer_of(scene: Scene, verb: Word) -> Ids:
    """Return the actors who do what a verb says."""
    subject = subject_over(verb)
    return scene.cast.who(subject) if subject is not None else ()


def raised(verb: Word) -> Word | None:
    """Return the asking or promising verb over an infinitive or a participle, some steps up: "undertook to have it completed"."""
    binding, named = words("deadlines", "asking") | words("deadlines", "promising"), None
    for _ in range(4):
        over = verb.head.head if verb.dep == "pcomp" and verb.head.pos == "ADP" else verb.head
        if over is verb or verb.dep not in ("xcomp", "ccomp", "acl", "advcl", "dobj", "pcomp", "conj"):
            return named
        if verb.tag in ("VBZ", "VBP", "VBD") or helpers_of(verb) & words("dates", "modals"):
            return named
        if verb.child("mark") is not None and verb.dep == "advcl":
            return named
        if over.lemma in binding and over.pos == "NOUN" and over.child("poss") is None:
            named = named or over  # "asked it to present a plan for cutting them by": who asks may stand above
        elif over.lemma in binding or (over.lemma == "be" and "to" in helpers_of(verb)):
            return over
        verb = over
    return named


def is_to_come(scene: Scene, when: TimeExpression) -> bool:
    """Return whether a time is not over on the day of the report."""
    report = scene.document.date.value
    return when.value is not None and (report is None or Moment(when.value).last >= report.first)
