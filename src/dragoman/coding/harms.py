"""What makes a threat: the harm, the case it hangs on, its words, and the record they make."""

from dragoman.coding.parse import Word
from dragoman.coding.scene import Scene
from dragoman.coding.standing import is_nothing, subjects
from dragoman.coding.targets import target_of, teller
from dragoman.coding.wordlists import words
from dragoman.model import Certainty, Ids, Threat
from dragoman.model.findings import ThreatStatus

HARMS = words("threats", "harms")
_AHEAD = frozenset(("will", "'ll", "would", "shall", "'d"))


def does_harm(verb: Word) -> bool:
    """Return whether the verb is a harm, or its subject, object or the object of its preposition."""
    if _is_relief(verb):
        return False
    if verb.lemma in HARMS or (verb.lemma in words("threats", "putting") and any(c.lower == "under" for c in verb.children)):
        return True
    behind = [w.lower for w in verb.sentence.words if verb.i < w.i < verb.i + 4]
    if any(f"{verb.lemma} {w}" in words("threats", "phrases") for w in behind):
        return True
    nouns = [c for c in verb.children if c.dep in ("dobj", "nsubj", "nsubjpass", "attr", "xcomp")]
    nouns += [p for c in verb.children if c.dep in ("prep", "agent") and (p := c.child("pobj")) is not None]
    return any(w.lemma in HARMS for n in nouns for w in (n, *n.children) if w is n or w.dep in ("amod", "compound"))


def _is_relief(verb: Word) -> bool:
    """ "Prices will be cut if the harvest is good": a burden that is made less."""
    sides = [c for c in verb.children if c.dep in ("dobj", "nsubjpass")]
    return verb.lemma in ("cut", "lower", "halve") and any(c.lemma in words("threats", "burdens") for c in sides)


def is_ahead(verb: Word) -> bool:
    """Return whether a helper makes the verb one to come."""
    return any(c.dep == "aux" and c.lower in _AHEAD for c in verb.children)


def is_denied(verb: Word) -> bool:
    """Return whether the verb is negated, or its subject or object by "no" ("there will be no strike")."""
    return any(c.dep == "neg" or is_nothing(c) or (c.dep == "attr" and _is_no(c)) for c in verb.children)


def _is_no(noun: Word) -> bool:
    return any(c.lower == "no" for c in noun.children)


def is_case(clause: Word) -> bool:
    """Return whether a clause is a case: "if ...", "unless ...", and the inverted "should he ..."."""
    for child in clause.children:
        if child.lower in ("if", "unless"):
            return True
        if child.lower == "should" and child.dep == "aux":
            subject = clause.child("nsubj", "nsubjpass")
            return subject is not None and child.i < subject.i
    return False


def trimmed(found: list[Word]) -> list[Word]:
    """Return the words without marks and conjunctions at the ends, and without what follows a semicolon."""
    while found and (found[0].pos in ("PUNCT", "CCONJ") or found[0].lower == "that"):
        found = found[1:]
    while found and found[-1].pos == "PUNCT":
        found = found[:-1]
    return found


def without_aside(found: list[Word], harm: Word) -> list[Word]:
    """Return the words without an aside at the end: "resume its claims, its counsel has told the court"."""
    spoken = [w for w in found if w.i > harm.i and w.lemma in words("cues", "speech") and w.tag in ("VBD", "VBN", "VBZ")]
    mark = next((w for w in found if w.text == "," and w.i > harm.i), None)
    if spoken and mark is not None and mark.i < spoken[0].i:
        return [w for w in found if w.i < mark.i]
    inside = {w.i for w in found}
    for mark in found[1:]:
        after = [w for w in found if w.i > mark.i]
        tops = [w for w in after if w.head.i <= mark.i or w.head.i not in inside]
        if mark.text == "," and after and tops and all(w.dep in ("appos", "parataxis") for w in tops if w.pos != "PUNCT"):
            return [w for w in found if w.i < mark.i]
    return found


def build(
    scene: Scene, whole: list[Word], harm: Word, actor: Ids, target: Ids, certainty: Certainty,
    status: ThreatStatus = "threatened", gone: Word | None = None,
) -> tuple[Threat, list[Word]] | None:  # fmt: skip
    if not whole:
        return None
    left_out = {w.i for w in gone.subtree()} if gone else set()
    subject = harm.child("nsubj", "nsubjpass")
    left_out |= {w.i for w in subject.subtree()} if subject and harm.pos == "VERB" else set()
    if subject is not None and subject.lemma in words("threats", "measures"):
        harm, left_out = subject, set()
    for child in harm.children:
        if child.dep in ("parataxis", "advcl") or (child.dep == "conj" and child.child("nsubj")):
            left_out |= {w.i for w in child.subtree()}
    inside = {w.i for w in whole}
    measure = [
        w
        for w in harm.subtree()
        if w.i not in left_out and w.i in inside and (w.head is not harm or w.dep not in ("aux", "mark", "punct"))
    ]
    stretch = scene.parse.span(whole)
    waiting = (
        c for c in scene.conditions
        if any(s.overlaps(stretch) for s in c.gated_span) and any(s.overlaps(stretch) for s in c.required_span)
    )  # fmt: skip
    condition = next(waiting, None)
    over = teller(harm)
    actor = actor or scene.voice_at(harm) or (scene.cast.party(subjects(scene, over)) if over is not None else ())
    target = target or target_of(
        scene, actor, harm, whole, gone or next((w for w in whole if w.dep == "advcl" and is_case(w)), None)
    )
    found = Threat(
        document=scene.document.id, spans=(stretch,), actor=actor, target=target, certainty=certainty, status=status,
        measure=" ".join(s.text for s in scene.parse.spans(measure or [harm])),
        condition=condition.id if condition is not None else None, coder=scene.coder,
    )  # fmt: skip
    return found, whole
