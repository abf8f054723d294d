"""What a side no longer asks: "no longer makes X wait for Y", "need not be weekly any more", "it was seven, it is five"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from dragoman.coding.attitudes import Attitude
from dragoman.coding.holders import subject_of
from dragoman.coding.leanings import no_longer
from dragoman.coding.parse import Sentence, Word
from dragoman.coding.wordings import clause_from, clause_words, nominal, predicate
from dragoman.coding.wordlists import words

_ANYBODY = frozenset("some many most few others anybody anyone you nobody one somebody someone".split())
_REACH = 2
"""How many sentences lie at most between what was and what is."""


def yieldings_of(verb: Word) -> Iterator[Attitude]:
    """Yield what a verb tells of a demand or a tie that has ended, or of a figure that somebody would settle for."""
    subject = subject_of(verb)
    named = subject is not None and subject.pos in ("NOUN", "PROPN", "PRON") and subject.lower not in _ANYBODY
    if named and (of := _settled_for(verb)) and any(w.pos == "NUM" for w in of):
        yield Attitude("accept", verb, subject, of, clause_words(verb))
    if not _has_ended(verb):
        return
    attr, topic = (verb.child("attr"), verb.child("nsubj")) if verb.lemma == "be" else (None, None)
    if topic is not None and attr is not None and attr.lemma in words("stances", "yielding", "bonds"):
        yield Attitude("concede", verb, None, nominal(topic), clause_from(topic, verb), voiced=True)
        return
    if subject is not None and verb.lemma in words("stances", "yielding", "tying") and _ties(verb):
        said = clause_words(verb)
        yield Attitude(
            "concede", verb, subject, [w for w in said if w.i > verb.i and w.lower not in ("any", "more", "longer")], said
        )
        return
    needed = next((c for c in verb.children if c.dep == "aux" and c.lower in ("need", "must")), None)
    having = verb.head if verb.dep == "xcomp" and verb.head.lemma in ("have", "need") else None
    topic = subject if subject is not None else subject_of(having) if having is not None else None
    if topic is None or topic.lower in ("i", "you", "we", "he", "she", "there") or not (needed or having):
        return
    if needed is not None and needed.lower == "must":
        return  # "must no longer" forbids
    about = [w for w in predicate(verb) if w.lower not in ("any", "more", "longer", "be")]
    meant = _antecedent(topic) if topic.pos == "PRON" else topic
    of = about if meant is None else [*nominal(meant), *(about if meant is topic else ())]
    yield Attitude("concede", needed or having or verb, None, of or about, clause_from(topic, verb), voiced=True)


def _settled_for(verb: Word) -> list[Word]:
    """The figure or thing of "would settle for two years", "is ready to make do with half"."""
    led = {"settle": "for", "do": "with", "content": "with"}.get(verb.lemma)
    made = verb.lemma != "do" or verb.head.lemma == "make"
    modals = {c.lower for c in verb.children if c.dep == "aux" and c.tag == "MD"}
    of = next((c.child("pobj") for c in verb.children if c.dep == "prep" and c.lower == led), None)
    unsure = modals & {"might", "may", "should", "must", "can"} or any(c.dep in ("neg", "mark") for c in verb.children)
    return nominal(of) if of is not None and made and not unsure and (modals or verb.tag in ("VBD", "VBN", "VBZ")) else []


def _antecedent(pronoun: Word) -> Word | None:
    """The nearest thing before "it" or "they" in its sentence that is told of: of one number with it, no person."""
    plural = pronoun.lower in ("they", "these", "those")
    told = [w for w in pronoun.sentence.words if w.i < pronoun.i and w.pos == "NOUN" and w.dep in ("nsubj", "nsubjpass", "dobj")]
    return next((w for w in reversed(told) if (w.tag == "NNS") == plural), None)


def _has_ended(verb: Word) -> bool:
    """Whether a clause denies what held before: "no longer", "not ... any more"."""
    chain = [verb, verb.head] if verb.dep in ("xcomp", "acomp", "ccomp") else [verb]
    after = [w.lower for w in verb.sentence.words if verb.i < w.i <= verb.i + 2]
    if any(no_longer(w) for w in chain) or (verb.lemma == "be" and after == ["no", "longer"]):
        return True
    around = [w.lower for w in verb.sentence.words if verb.i - 4 <= w.i <= verb.i + 12]
    more = (
        any(pair in (("any", "more"), ("any", "longer")) for pair in pairwise(around)) or "anymore" in around
    )
    return more and any(c.dep == "neg" for w in chain for c in w.children)


def _ties(verb: Word) -> bool:
    """Whether the verb's words tie one thing to another: make one wait, tie it to, treat it as a condition."""
    if verb.lemma in words("stances", "yielding", "alone"):
        return True
    after = {w.lemma for w in verb.subtree() if w.i > verb.i}
    return bool(after & words("stances", "yielding", "bonds"))


def figures_moved(before: Sequence[Sentence], sentence: Sentence) -> Iterator[Attitude]:
    """Yield the move that "It was seven. It is five now." tells of whoever speaks; `before` are the sentences before.

    What the figure is of stands in the words themselves ("our offer was 4, it is 5"), else in what was asked for.
    """
    near = [s for s in before[-_REACH:] if s.paragraph == sentence.paragraph]
    for now in sentence.words:
        new = _figure(now) if now.lemma == "be" and now.tag in ("VBZ", "VBP") else None
        if new is None:
            continue
        words_before = [w for s in (*near, sentence) for w in s.words if w.i < now.i]
        then = next((w for w in reversed(words_before) if w.lemma == "be" and w.tag == "VBD" and _figure(w) is not None), None)
        old = _figure(then) if then is not None else None
        if then is None or old is None or old.lower == new.lower:
            continue
        of = _of_what(then, now, [*before])
        if of:
            first = min(w.i for w in (then, *nominal(then.child("nsubj") or then)))
            said = [w for s in (*near, sentence) for w in s.words if first <= w.i <= new.i]
            yield Attitude("concede", now, None, of, said, voiced=True)


def _figure(verb: Word) -> Word | None:
    """The number that something is said to be: "is five", "was thirty years"; None where it is denied or anything else."""
    what = verb.child("attr", "acomp", "nummod")
    if what is None or what.i < verb.i or verb.child("neg") is not None:
        return None
    return what if what.pos == "NUM" else next((c for c in what.children if c.dep == "nummod"), None)


def _of_what(then: Word, now: Word, before: Sequence[Sentence]) -> list[Word]:
    """The words for what is asked or offered in figures; none where it is anything else that was counted."""
    subjects = [s for v in (then, now) if (s := v.child("nsubj")) is not None]
    if len(subjects) != 2:
        return []
    own = next((s for s in subjects if s.pos == "NOUN"), None)
    if own is not None:
        return nominal(own) if own.lemma in words("stances", "yielding", "figures") else []
    if any(s.lower not in ("it", "that", "this") for s in subjects):
        return []
    asking = [s for s in before if s.end <= then.start][-_REACH - 1 :]
    for sentence in reversed(asking):
        if any(w.lemma in words("stances", "yielding", "asking") for w in sentence.words):
            subject = next((w for w in sentence.words if w.dep in ("nsubj", "nsubjpass", "dobj") and w.pos == "NOUN"), None)
            if subject is not None:
                verb = [subject.head] if subject.head.pos == "VERB" and subject.dep != "dobj" else []
                return [*nominal(subject), *verb]
    return []


__all__ = ["figures_moved", "yieldings_of"]
