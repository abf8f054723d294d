"""Help told by its own verb: "is arming the militia", "let two lorries of aid into the town", "wrote off the debt"."""

from collections.abc import Iterator

from dragoman.coding.givers import named, receiver_of, subject_of
from dragoman.coding.goods import amount, is_listed, noun_words, thing
from dragoman.coding.handovers import handed, mood
from dragoman.coding.parse import Word
from dragoman.coding.promises import Promise, run, told_by
from dragoman.coding.scene import Scene
from dragoman.coding.undertakings import clause_of
from dragoman.coding.wordlists import words
from dragoman.model.findings import CommitmentStatus

_INTO = frozenset(("into", "in", "through", "across", "to", "over"))
_DEBTS = frozenset(("debt", "loan", "arrears", "liability"))


def supports_of(scene: Scene, verb: Word) -> Iterator[Promise]:
    """Yield what a verb of helping, letting through or forgiving gives."""
    if verb.lemma in words("commitments", "acts", "help") or verb.lemma == "help":
        yield from _helped(scene, verb)
    elif verb.lemma in words("commitments", "acts", "back"):
        yield from _backed(scene, verb)
    elif verb.lemma in words("commitments", "acts", "leave"):
        yield from _pulled_out(scene, verb)
    elif verb.lemma in words("commitments", "acts", "let"):
        yield from _let_in(scene, verb)
    elif verb.lemma in words("commitments", "acts", "forgive"):
        yield from _forgiven(scene, verb)


def _helped(scene: Scene, verb: Word) -> Iterator[Promise]:
    """ "Is arming the militia", "had helped train the coast guard": an actor helps another."""
    deed = verb.child("xcomp", "ccomp") if verb.lemma == "help" else verb
    if deed is None or deed.pos != "VERB" or any(c.lower == "with" for c in verb.children):
        return
    helped = verb.child("dobj") or deed.child("nsubj") or deed.child("dobj")
    passive = verb.child("nsubjpass") is not None or verb.child("auxpass") is not None
    giver, status = named(scene, subject_of(verb)), handed(verb)
    receiver = named(scene, helped)
    told_by_deed = deed.lemma in words("commitments", "acts", "help")
    if passive or helped is None or status is None or not giver or not (receiver or told_by_deed) or set(giver) & set(receiver):
        return
    clause = clause_of(verb)
    told = run([*told_by(verb, helped, subject_of(verb)), *clause])
    yield Promise(told, verb, status, giver, receiver, None, tuple(clause), "possible")


def _backed(scene: Scene, verb: Word) -> Iterator[Promise]:
    """ "Will go on supporting the republic": a backing that is promised to go on; a bare "supports" is an attitude."""
    over = verb.head if verb.dep == "xcomp" and verb.head.lemma in ("continue", "keep", "go") else verb
    how, backed = mood(over), verb.child("dobj")
    if backed is None or how not in ("will", "could", "now") or (how != "will" and over is verb):
        return
    giver, receiver = named(scene, subject_of(verb)), named(scene, backed)
    on = over is not verb and backed.pos in ("NOUN", "PROPN")  # "would continue supporting the country"
    if not giver or not (receiver or on) or set(giver) & set(receiver):
        return
    clause = clause_of(verb)
    told = run([*told_by(verb, backed, subject_of(verb)), *clause])
    status: CommitmentStatus = "under_way" if how == "now" else "announced"
    yield Promise(told, verb, status, giver, receiver, None, tuple(clause), "possible")


def _pulled_out(scene: Scene, verb: Word) -> Iterator[Promise]:
    """ "Announced that its troops would leave the island": a withdrawal told of those who go."""
    item, how = verb.child("nsubj"), mood(verb)
    if item is None or item.lemma not in words("commitments", "items", "forces") or how is None or how in ("to", "ing"):
        return
    owners_ = [c for c in item.children if c.dep in ("poss", "amod", "compound", "nmod")]
    giver = next((found for c in owners_ if (found := named(scene, c))), ()) or named(scene, item)
    status: CommitmentStatus = "delivered" if how == "done" else "under_way" if how == "now" else "announced"
    told = run([*noun_words(item), *told_by(verb, item, None), *clause_of(verb)])
    yield Promise(told, item, status, giver, (), amount(scene, item), certainty="possible")


def _let_in(scene: Scene, verb: Word) -> Iterator[Promise]:
    """ "Allowed two lorries of aid into the town": what is let through must be goods."""
    item, status = verb.child("dobj", "nsubjpass"), handed(verb)
    led = any(c.dep == "prep" and c.lower in _INTO for head in (verb, item) if head is not None for c in head.children)
    if item is None or status is None or mood(verb) not in ("done", "now", "will") or not led or not _is_of_goods(item):
        return
    giver = named(scene, subject_of(verb)) if item.dep == "dobj" else ()
    told = run([*told_by(verb, item, subject_of(verb)), *clause_of(verb)])
    yield Promise(told, item, status, giver, receiver_of(scene, verb, item), amount(scene, item))


def _is_of_goods(item: Word) -> bool:
    inner = next((c.child("pobj") for c in item.children if c.lower == "of"), None)
    return is_listed(thing(item)) or (inner is not None and is_listed(inner))


def _forgiven(scene: Scene, verb: Word) -> Iterator[Promise]:
    item, status = verb.child("dobj", "nsubjpass"), handed(verb)
    if item is None or status is None or not {thing(item).lemma, *(w.lemma for w in noun_words(item))} & _DEBTS:
        return
    if verb.lemma == "write" and not any(c.lower in ("off", "down") for c in verb.children):
        return
    giver = named(scene, subject_of(verb)) if item.dep == "dobj" else ()
    told = run([*told_by(verb, item, subject_of(verb)), *clause_of(verb)])
    yield Promise(told, item, status, giver, receiver_of(scene, verb, item), amount(scene, item))
