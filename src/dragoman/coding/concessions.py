"""What a side does for the other, by verbs of making good: "will reinstate 40 drivers", "has dropped its duty on citrus"."""

from collections.abc import Iterator

from dragoman.coding.givers import agent, named, nearest_passive, shared_subject, subject_of
from dragoman.coding.goods import amount, is_change, thing
from dragoman.coding.handovers import governed, handed, is_said_of_self, mood
from dragoman.coding.parse import Word
from dragoman.coding.promises import Promise, run, told_by
from dragoman.coding.quantities import Quantity
from dragoman.coding.scene import Scene
from dragoman.coding.undertakings import clause_of
from dragoman.coding.wordlists import words
from dragoman.model.findings import CommitmentStatus


def concessions_of(scene: Scene, verb: Word) -> Iterator[Promise]:
    """Yield what a verb of making good, of easing a burden or of raising what is given tells."""
    if verb.lemma in ("give", "receive", "get", "have"):
        yield from _assured_that(scene, verb)
        return
    passive = nearest_passive(verb) or (shared_subject(verb, passive=True) if verb.child("auxpass") else None)
    item = passive or verb.child("dobj")
    if item is None or item.pos not in ("NOUN", "PROPN", "NUM"):
        return
    quantity = amount(scene, item)
    tabled = quantity is not None and (quantity.is_money or is_change(thing(item), quantity))
    if _is_tabled(verb) and tabled and mood(verb) in ("done", "now"):
        giver = named(scene, subject_of(verb))
        yield Promise(run([*told_by(verb, item, subject_of(verb)), *clause_of(verb)]), item, "proposed", giver, (), quantity)
        return
    if not (_makes_good(verb, quantity) or _eases(verb, item) or _raises(verb, item)):
        return
    status = _status(verb)
    if _raises(verb, item):
        raised = [q for q in scene.quantities_in(clause_of(verb)) if q.is_money]
        quantity = raised[0] if len(raised) == 1 else quantity
        status = "announced" if status == "delivered" else status
    giver = named(scene, agent(verb)) if passive is not None else named(scene, subject_of(verb))
    if status is None or (status == "delivered" and quantity is None and not _eases(verb, item)):
        return
    if not giver and not (passive is not None and quantity is not None):
        return
    told = run([*told_by(verb, item, subject_of(verb) if passive is None else passive), *clause_of(verb)])
    yield Promise(told, item, status, giver, (), quantity, () if passive is not None else (verb,), "possible")


def _is_tabled(verb: Word) -> bool:
    """ "Have put 3 million euros on the table"."""
    preps = [c for c in verb.children if c.dep == "prep" and c.lower == "on"]
    preps += [c for o in verb.children if o.dep == "dobj" for c in o.children if c.lower == "on"]
    return verb.lemma in ("put", "lay", "place") and any((n := p.child("pobj")) is not None and n.lemma == "table" for p in preps)


def _assured_that(scene: Scene, verb: Word) -> Iterator[Promise]:
    """ "Gave his word that the camps would close", "received assurances that no troops would cross"."""
    word = verb.child("dobj")
    if (
        word is None
        or word.lemma not in ("word", "assurance", "guarantee", "undertaking", "promise", "pledge")
        or mood(verb) != "done"
    ):
        return
    act = next((c for head in (word, verb) for c in head.children if c.dep in ("acl", "ccomp", "relcl") and c.i > word.i), None)
    if act is None or not any(c.lower in ("would", "will") for c in act.children if c.dep == "aux"):
        return
    gives = verb.lemma == "give"
    if word.lemma == "word" and not (gives and word.child("poss") is not None):
        return  # "received word that" tells news
    source = next(
        (c.child("pobj") for head in (verb, word) for c in head.children if c.dep == "prep" and c.lower == "from"), None
    )
    giver = named(scene, subject_of(verb)) if gives else named(scene, source)
    receiver = () if gives else named(scene, subject_of(verb))
    subject = subject_of(verb)
    told = run([*([subject] if subject is not None else []), verb, word, *clause_of(act)])
    yield Promise(told, word, "announced", giver, receiver, certainty="possible")


def _status(verb: Word) -> CommitmentStatus | None:
    how = mood(verb)
    if how in ("will", "could") and governed(verb) == "agreed":
        return "agreed"
    if how == "to" and verb.head.lemma == "be" and mood(verb.head) == "now":
        return handed(verb)
    if how == "could":
        return "announced" if is_said_of_self(verb) else None
    return handed(verb) if how in ("will", "done", "now") else None


def _makes_good(verb: Word, quantity: Quantity | None) -> bool:
    return (
        verb.lemma in words("commitments", "concessions", "verbs")
        and quantity is not None
        and quantity.unit not in ("percent", None)
    )


def _eases(verb: Word, item: Word) -> bool:
    """ "Will cut its duty on steel": a burden of its own, made lighter."""
    own = any(c.dep == "poss" for c in item.children) or verb.lemma in ("lift", "ease", "drop", "scrap", "waive")
    return (
        own
        and verb.lemma in words("commitments", "acts", "ease")
        and thing(item).lemma in words("commitments", "items", "burdens")
    )


def _raises(verb: Word, item: Word) -> bool:
    """ "Doubled its contribution to 80 million crowns"."""
    raised = thing(item).lemma in words("commitments", "concessions", "raised")
    return raised and verb.lemma in words("commitments", "concessions", "raising")
