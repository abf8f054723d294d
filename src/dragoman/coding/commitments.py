"""Commitment records of a report."""

from dragoman.coding.parse import Word
from dragoman.coding.scene import Scene
from dragoman.coding.wordlists import load, words
from dragoman.model import Commitment
from dragoman.model.findings import CommitmentStatus


def find_commitments(scene: Scene) -> tuple[Commitment, ...]:
    """Return the report's commitments, in order."""
    found = (_commitment(scene, w) for w in scene.parse.words if w.pos == "VERB")
    return tuple(c for c in found if c is not None)


def _commitment(scene: Scene, verb: Word) -> Commitment | None:
    table = load("commitments")
    if verb.lemma in table["undertaking"] and verb.child("xcomp"):
        return _undertaken(scene, verb)
    return _promised(scene, verb) if verb.lemma in table["status"] else None


def _undertaken(scene: Scene, verb: Word) -> Commitment | None:
    """ "X agreed to release 40 crews": what the infinitive hands over, with the status of the verb above it."""
    act, subject = verb.child("xcomp"), verb.child("nsubj")
    status: CommitmentStatus = load("commitments")["undertaking"][verb.lemma]
    held_back = any(c.dep == "neg" or c.tag in ("MD", "TO") for c in verb.children)
    if act is None or held_back or act.lemma not in words("commitments", "items", "acts"):
        return None
    item = act.child("dobj")
    return None if item is None else _record(scene, verb, act, item, subject, status)


def _promised(scene: Scene, verb: Word) -> Commitment | None:
    """ "X pledged 40 tents to Y", "pausing weapons deliveries"; None where the object is nothing one hands over."""
    item, status = verb.child("dobj"), _status(verb)
    if item is None or status is None or verb.sentence.words[-1].text == "?":
        return None
    if not any(w.lemma in words("commitments", "items", "words") for w in item.subtree()[:8]):
        return None
    return _record(scene, verb, verb, item, verb.child("nsubj"), status)


def _record(
    scene: Scene, first: Word, act: Word, item: Word, subject: Word | None, status: CommitmentStatus
) -> Commitment:
    phrase = item.subtree()
    counted = [q for q in scene.quantities_in(phrase) if q.first <= item.i and not _is_length(q.unit)]
    quantity = counted[0] if len(counted) == 1 else None
    receiver = _receiver(act)
    return Commitment(
        document=scene.document.id, spans=(scene.parse.span([first, *phrase]),), coder=scene.coder,
        giver=scene.cast.who(subject) if subject else (), receiver=scene.cast.who(receiver) if receiver else (),
        item=scene.parse.span(phrase).text, quantity=quantity.value if quantity else None,
        unit=quantity.unit if quantity else None, quantity_text=quantity.text if quantity else None, status=status,
    )  # fmt: skip


def _is_length(unit: str | None) -> bool:
    return unit is not None and unit.removesuffix("s") in load("dates")["units"]


def _status(verb: Word) -> CommitmentStatus | None:
    """The status of the verb as it stands: "will" only announces, other modals, negation and infinitives give none."""
    status: CommitmentStatus = load("commitments")["status"][verb.lemma]
    helpers = [c for c in verb.children if c.dep in ("aux", "neg")]
    if any(c.dep == "neg" for c in helpers) or any(c.tag in ("MD", "TO") and c.lower not in ("will", "'ll") for c in helpers):
        return None
    if any(c.tag == "MD" for c in helpers):
        return "announced" if status in ("delivered", "announced") else None
    if status == "delivered" and verb.tag not in ("VBD", "VBN"):
        return "under_way" if verb.tag == "VBG" and helpers else None
    return status


def _receiver(verb: Word) -> Word | None:
    dative = verb.child("dative")
    if dative is None:
        to = next((c for c in verb.children if c.dep == "prep" and c.lower == "to"), None)
        return to.child("pobj") if to else None
    return dative.child("pobj") if dative.pos == "ADP" else dative
