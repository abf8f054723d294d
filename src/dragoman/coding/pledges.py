"""Promises told by nouns: "the pledge of 600 million dollars by A", "agreement for the exchange of 1,200 prisoners"."""

from collections.abc import Iterator

from dragoman.coding.goods import amount, is_good, is_listed, named, noun_words, thing
from dragoman.coding.handovers import stands
from dragoman.coding.parse import Word
from dragoman.coding.promises import Promise, agent, owner_of, receiver_of
from dragoman.coding.scene import Scene
from dragoman.coding.wordlists import load, words
from dragoman.model import Ids
from dragoman.model.findings import CommitmentStatus

_NEAR = 9


def pledges_of(scene: Scene, noun: Word) -> Iterator[Promise]:
    """Yield what a noun promises or says to be stopped."""
    table = load("commitments")
    if noun.lemma in table["nouns"]:
        yield from _pledged(scene, noun, table["nouns"][noun.lemma])
    elif noun.lemma in table["stops"]:
        yield from _stopped(scene, noun, table["stops"][noun.lemma])


def _pledged(scene: Scene, noun: Word, status: CommitmentStatus) -> Iterator[Promise]:
    if noun.lemma in ("plan", "decision", "proposal") or noun.dep == "compound" or not stands(noun):
        return
    item = _object(scene, noun)
    if item is None:
        return
    acted = thing(item).lemma in words("commitments", "items", "acts")
    quantity = amount(scene, item)
    if not (acted or is_good(scene, item, quantity)) or thing(item).ent in ("DATE", "TIME"):
        return
    if status == "agreed" and not (acted or quantity is not None and quantity.is_money and noun.lemma != "deal"):
        return
    giver = named(scene, owner_of(noun)) or _announcer(scene, noun) if status != "agreed" else ()
    tokens = noun.sentence.words
    last = max(w.i for w in noun_words(item))
    told = tokens[noun.i - tokens[0].i : last - tokens[0].i + 1]
    yield Promise(tuple(told), item, status, giver, receiver_of(scene, noun, item), quantity)


def _object(scene: Scene, noun: Word) -> Word | None:
    """What is promised: the noun after "of", "for" or "on"; a date may stand between, and the parser then hangs it there."""
    tokens = noun.sentence.words
    at = noun.i - tokens[0].i
    for word in tokens[at + 1 : at + 1 + _NEAR]:
        if word.tag in ("VBD", "VBZ", "VBP", "MD") or word.text in (",", ";", ".", ":"):
            return None
        if word.dep == "prep" and word.lower in ("of", "for", "on") and (item := word.child("pobj")) and item.ent not in ("DATE", "TIME"):
            return item if item.tag not in ("PRP", "NNP") else None
    return None


def _announcer(scene: Scene, noun: Word) -> Ids:
    """ "The pledge of 600 million dollars announced by A": whoever announced a pledge gives it."""
    stack = list(noun.children)
    while stack:
        child = stack.pop()
        if child.dep == "acl" and child.tag == "VBN" and child.lemma in ("announce", "make", "give"):
            return named(scene, agent(child))
        if child.i > noun.i and child.i - noun.i < _NEAR:
            stack += child.children
    return ()


def _stopped(scene: Scene, noun: Word, status: CommitmentStatus) -> Iterator[Promise]:
    """ "The withholding of aid to A": what is stopped must be goods."""
    prep = next((c for c in noun.children if c.dep == "prep" and c.lower in ("of", "on", "in")), None)
    item = prep.child("pobj") if prep else None
    if item is None or not is_listed(thing(item)) or not stands(noun):
        return
    tokens = noun.sentence.words
    owner = owner_of(noun)
    first = min(w.i for w in (*noun_words(noun), *([owner] if owner and owner.i < noun.i else [])))
    last = max(w.i for w in noun_words(item))
    told = tuple(tokens[first - tokens[0].i : last - tokens[0].i + 1])
    yield Promise(told, item, status, named(scene, owner), receiver_of(scene, noun, item), amount(scene, item))
