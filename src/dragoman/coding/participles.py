"""Promises told by a participle on the thing promised: "the 90 million crowns promised to B", "aid provided by A"."""

from collections.abc import Iterator

from dragoman.coding.givers import agent, named, owners, read_as_participle, receiver_of
from dragoman.coding.goods import amount, is_good, is_listed, noun_words, thing
from dragoman.coding.parse import Word
from dragoman.coding.promises import Promise, arguments, run
from dragoman.coding.scene import Scene
from dragoman.coding.wordlists import load, words
from dragoman.model.findings import CommitmentStatus


def modified(verb: Word) -> Word | None:
    """Return the noun that a participle stands on; between commas the parser takes it for the verb."""
    if read_as_participle(verb):
        return None
    if verb.tag == "VBN" and verb.dep == "acl" and verb.head.pos in ("NOUN", "PROPN", "NUM", "SYM"):
        return verb.head
    before = verb.sentence.words[verb.i - verb.sentence.words[0].i - 1]
    if verb.tag == "VBN" and verb.dep == "dep" and before.pos == "NOUN" and before.head is verb.head:
        return before  # "of the 30 cabins promised, 11 were opened"
    subject = verb.child("nsubj")
    if verb.tag != "VBD" or subject is None or before.i >= verb.i or verb.lemma not in load("commitments")["binding"]:
        return None
    coined = subject.lemma in words("quantities", "coins") and before is subject  # "the 90 million crowns promised to B": no doer
    return subject if coined or (before.text == "," and is_listed(thing(subject))) else None


def participle_of(scene: Scene, verb: Word, item: Word) -> Iterator[Promise]:
    """Yield what a participle tells of its noun: "the 90 million crowns promised to hill farmers"."""
    table = load("commitments")
    if verb.lemma in table["binding"] or verb.lemma in ("earmark", "approve"):
        status: CommitmentStatus = "agreed" if _in_agreement(verb) else table["promise"].get(verb.lemma, "announced")
    elif verb.lemma in words("commitments", "acts", "hand") and agent(verb) is not None:
        status = "delivered"
    else:
        return
    quantity = amount(scene, item)
    denied = any(c.dep in ("neg", "mark") for c in verb.children) or any(c.lower in ("no", "any") for c in item.children)
    if denied or item.lemma in words("commitments", "items", "abstract") or not is_good(scene, item, quantity):
        return
    giver = named(scene, agent(verb)) or owners(scene, item)
    to = verb.child("dobj") if any(c.tag == "TO" for c in verb.children) else None
    receiver = named(scene, to) or receiver_of(scene, verb, item)
    told = run([*noun_words(item), verb, *arguments(verb), *([to] if to else [])])
    yield Promise(told, item, status, giver, receiver, quantity)


def _in_agreement(verb: Word) -> bool:
    """ "Promised in the accord of 2029" is agreed."""
    preps = (c.child("pobj") for c in verb.children if c.dep == "prep" and c.lower in ("in", "under", "by"))
    return any(n is not None and load("commitments")["nouns"].get(n.lemma) == "agreed" for n in preps)
