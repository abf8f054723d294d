"""Promises told from the receiving end: "confirmed receipt of 3 million crowns", "all of it arrived"."""

from collections.abc import Iterator

from dragoman.coding.givers import agent, named, nearest_passive, owners, referent, subject_of
from dragoman.coding.goods import amount, is_bare, is_good, is_listed, noun_words, thing
from dragoman.coding.handovers import mood, under_terms
from dragoman.coding.parse import Word
from dragoman.coding.promises import Promise, arguments, run
from dragoman.coding.scene import Scene
from dragoman.coding.wordlists import load, words
from dragoman.model import Ids
from dragoman.model.findings import CommitmentStatus

_NEAR = 8
_LEFT = frozenset(("rest", "remainder"))


def receipts_of(scene: Scene, verb: Word) -> Iterator[Promise]:
    """Yield what a verb of receiving or arriving tells."""
    if verb.lemma in words("commitments", "acts", "confirm"):
        yield from _acknowledged(scene, verb)
    elif verb.lemma in words("commitments", "acts", "receive"):
        yield from _received(scene, verb)
    elif verb.lemma == "get":
        yield from _to_get(scene, verb)
    elif verb.lemma in words("commitments", "acts", "arrive"):
        yield from _arrived(scene, verb)
    else:
        yield from _partly(scene, verb)


def _received(scene: Scene, verb: Word) -> Iterator[Promise]:
    """ "B received two tranches from A"; under "confirmed", or in the receiver's own words, it is confirmed."""
    passive = nearest_passive(verb)
    item, subject = (passive, None) if passive is not None else (verb.child("dobj"), subject_of(verb))
    if item is None or mood(verb) != "done":
        return
    quantity = amount(scene, item)
    if quantity is None and not is_listed(thing(item)):
        return
    if not is_good(scene, item, quantity) and not (quantity is not None and _partial(item)):
        return
    receiver = named(scene, subject)
    giver = _from(scene, verb) or _from(scene, item)
    if not giver and quantity is None:
        return
    status: CommitmentStatus = "confirmed_by_receiver" if passive or _confirms(scene, verb, receiver) else "delivered"
    near = (
        noun_words(subject)
        if subject is not None and subject.sentence is verb.sentence and 0 < verb.i - subject.i < _NEAR
        else []
    )
    yield Promise(run([verb, *noun_words(item), *arguments(verb), *near]), item, status, giver, receiver, quantity)


def _to_get(scene: Scene, verb: Word) -> Iterator[Promise]:
    """ "In return the growers will get 60 million from a fund"."""
    item, subject = verb.child("dobj"), subject_of(verb)
    quantity = amount(scene, item) if item is not None else None
    if item is None or subject is None or quantity is None or not quantity.is_money or mood(verb) not in ("will", "could"):
        return
    status: CommitmentStatus = "agreed" if under_terms(verb) else "announced"
    status = status if mood(verb) == "will" else "proposed"
    told = run([verb, *noun_words(item), *arguments(verb), *noun_words(subject)])
    yield Promise(told, item, status, _from(scene, verb), named(scene, subject), quantity)


def _from(scene: Scene, head: Word) -> Ids:
    prep = next((c for c in head.children if c.dep == "prep" and c.lower == "from"), None)
    return named(scene, prep.child("pobj")) if prep else ()


def _partial(item: Word) -> bool:
    """ "Six million of it", "85 million of the 120 million"."""
    return any(c.lower == "of" for c in item.children)


def _arrived(scene: Scene, verb: Word) -> Iterator[Promise]:
    """ "Six million of it went out with the August wages", "30 million had reached its border": a number that came."""
    item = verb.child("nsubj")
    if item is not None and item.tag == "WDT":
        item = referent(verb, item)  # "weapons that came from A"
    if item is not None and item.lemma in _LEFT and mood(verb) in ("now", "will"):
        yield from _to_come(scene, verb, item)
    if item is None or mood(verb) != "done" or verb.dep in ("xcomp", "advcl"):
        return
    quantity, goal = amount(scene, item), verb.child("dobj") if verb.lemma == "reach" else None
    came = _is_cargo(item) or (
        quantity is not None and (is_bare(item, quantity) or bool(_from(scene, verb) or _from(scene, item)))
    )
    if not (_moved(verb) and came):
        return
    receiver = named(scene, goal) or _here(scene, verb)
    status: CommitmentStatus = "confirmed_by_receiver" if _confirms(scene, verb, receiver) else "delivered"
    giver = _from(scene, verb) or _from(scene, item) or _of_whom(scene, item)
    told = [verb, *noun_words(item), *arguments(verb), *(noun_words(goal) if goal is not None else []), *_cue(verb, status)]
    yield Promise(run(told), item, status, giver, receiver, quantity)


def _of_whom(scene: Scene, item: Word) -> Ids:
    """ "The list of A's gauges arrived": whose it was."""
    of = next((c.child("pobj") for c in item.children if c.dep == "prep" and c.lower == "of"), None)
    return owners(scene, of) if of is not None else ()


def _to_come(scene: Scene, verb: Word, item: Word) -> Iterator[Promise]:
    """ "The rest goes out with the April wages": what is left of a promise told before."""
    if _moved(verb) or verb.lemma == "follow":
        yield Promise(run([verb, *noun_words(item), *arguments(verb)]), item, "announced", (), (), None)


def _here(scene: Scene, verb: Word) -> Ids:
    """What "has come", in somebody's own words, has come to that side."""
    said = scene.statement_at(verb)
    return scene.voice_at(verb) if verb.lemma == "come" and said is not None and said.manner == "direct" else ()


def _acknowledged(scene: Scene, verb: Word) -> Iterator[Promise]:
    """ "B confirmed receipt of 3 million crowns", "B confirmed its arrival"."""
    noun = verb.child("dobj")
    if noun is None or noun.lemma not in ("arrival", "receipt", "delivery") or mood(verb) != "done":
        return
    subject, of = subject_of(verb), next((c for c in noun.children if c.lower == "of"), None)
    item = of.child("pobj") if of is not None else noun
    its = any(c.dep == "poss" and c.tag == "PRP$" for c in noun.children)
    if item is None or not (its or of is not None):
        return
    near = noun_words(subject) if subject is not None and 0 < verb.i - subject.i < _NEAR else []
    told = run([verb, *noun_words(item), noun, *near])
    promised = item.child("acl") or next(
        (a for c in item.children for n in c.children if (a := n.child("acl")) is not None), None
    )
    giver = _from(scene, noun) or _from(scene, item) or _from(scene, verb)
    giver = giver or (named(scene, agent(promised)) if promised is not None else ())
    yield Promise(told, item, "confirmed_by_receiver", giver, named(scene, subject), amount(scene, item), points_back=its)


def _cue(verb: Word, status: CommitmentStatus) -> list[Word]:
    """The verb of confirming over an arrival, with its subject, where they stand near."""
    over = verb.head
    if status != "confirmed_by_receiver" or verb.dep != "ccomp" or verb.i - over.i > _NEAR + 2:
        return []
    subject = over.child("nsubj")
    return [over, *(noun_words(subject) if subject is not None and over.i - subject.i < 4 else [])]


def _is_cargo(item: Word) -> bool:
    return thing(item).lemma in words("commitments", "items", "cargo")


def _moved(verb: Word) -> bool:
    """Whether the verb tells of arriving: "went" and "came" only with a word of direction."""
    if verb.lemma in ("go", "come", "flow"):
        return (
            any(c.dep in ("prt", "advmod") and c.lower in ("out", "down", "in", "through", "over") for c in verb.children)
            or verb.lemma == "come"
        )
    return verb.lemma != "reach" or verb.child("dobj") is not None


def _partly(scene: Scene, verb: Word) -> Iterator[Promise]:
    """ "Of the 30 cabins promised, 11 have been opened", "85 of the 120 promised had been let through": whatever the verb."""
    item = nearest_passive(verb)
    if item is None or mood(verb) != "done":
        return
    quantity = amount(scene, item)
    if quantity is None or quantity.value is None or not is_bare(item, quantity):
        return
    opened = next((c for c in verb.children if c.dep == "prep" and c.lower == "of" and c.i < item.i), None)
    whole = (opened or next((c for c in item.children if c.lower == "of"), item)).child("pobj")
    if whole is None:
        return
    after = scene.parse.words[whole.i + 1 : whole.i + 3]
    promised = any(w.tag == "VBN" and w.lemma in load("commitments")["binding"] for w in after)
    of_all = any(w.lower in ("the", "its", "their") for w in scene.parse.words[max(0, whole.i - 4) : whole.i])
    if not promised and not (of_all and verb.lemma in words("commitments", "concessions", "verbs")):
        return
    yield Promise(
        run([*noun_words(item), verb, *arguments(verb)]) if not opened else run([item, verb]), item, "delivered", (), (), quantity
    )


def _confirms(scene: Scene, verb: Word, receiver: Ids) -> bool:
    """Whether the one who received says so: under "confirmed", or where the receiver speaks."""
    over = verb.head
    if verb.dep == "ccomp" and over.lemma in words("commitments", "acts", "confirm") and mood(over) in ("done", "now"):
        return True
    voice = scene.voice_at(verb)
    return bool(voice) and bool(receiver) and set(scene.cast.party(voice)) == set(scene.cast.party(receiver))
