"""Promises told by nouns: "the pledge of 600 million dollars by A", "agreement for the exchange of 90 sailors"."""

from collections.abc import Iterator

from dragoman.coding.givers import agent, named, owner_of, receiver_of
from dragoman.coding.goods import amount, between, is_act_on, is_good, is_listed, noun_words, thing
from dragoman.coding.handovers import is_taken_back, mood, stands
from dragoman.coding.parse import Word
from dragoman.coding.promises import Promise, arguments, run
from dragoman.coding.scene import Scene
from dragoman.coding.wordlists import load, words
from dragoman.model.findings import CommitmentStatus

_NEAR = 9


def pledges_of(scene: Scene, noun: Word) -> Iterator[Promise]:
    """Yield what a noun promises or says to be stopped."""
    table = load("commitments")
    if noun.lemma in table["nouns"]:
        yield from _pledged(scene, noun, table["nouns"][noun.lemma])
        yield from _totalled(scene, noun)
        if noun.lemma in words("commitments", "items", "grants"):
            yield from _granted(scene, noun)
    elif noun.lemma in words("commitments", "items", "grants"):
        yield from _granted(scene, noun)
    elif noun.lemma in table["stops"]:
        yield from _stopped(scene, noun, table["stops"][noun.lemma])
    elif noun.lemma in words("commitments", "items", "acts"):
        yield from _acted(scene, noun)


def _acted(scene: Scene, noun: Word) -> Iterator[Promise]:
    """ "A welcomed B's release of ten sailors", "the pending transfer of two islands from A to B"."""
    prep = next((c for c in noun.children if c.dep == "prep" and c.lower == "of"), None)
    item = prep.child("pobj") if prep else None
    quantity = amount(scene, item) if item else None
    if item is None or quantity is None or noun.sentence.words[-1].text == "?":
        return
    status = next((s for c in noun.children if c.dep == "amod" and (s := load("commitments")["modifiers"].get(c.lower))), None)
    owner = owner_of(noun)
    if status is None and owner is not None and noun.head.lemma in words("commitments", "acts", "welcome"):
        status = "delivered"
    if status is None:
        return
    told = run([*noun_words(noun), *noun_words(item), *([owner] if owner and owner.i < noun.i else []), *arguments(noun)])
    giver = named(scene, owner) or named(scene, owner_of(item))
    yield Promise(told, item, status, giver, receiver_of(scene, noun, item), quantity)


def _granted(scene: Scene, noun: Word) -> Iterator[Promise]:
    """ "The Fund's current $17 billion package for A", "$19 billion in loan pledges from B": money with its giver."""
    whole = noun.head.head if noun.head.lower == "in" and noun.head.head.ent == "MONEY" else noun
    quantity = amount(scene, whole)
    if quantity is None or not quantity.is_money or not (noun.child("poss") or stands(whole)) or noun.dep == "compound":
        return
    owner = owner_of(noun) or _source(scene, quantity.last, noun)
    giver = named(scene, owner)
    if owner is noun.child("poss") and noun.lemma in words("commitments", "items", "borrowed"):
        return  # "the firm's loan" is what it owes, "the museum's grant" what it is given
    if not giver or owner is None or (owner.i < noun.i and owner.sentence is not noun.sentence):
        return
    told = [*noun_words(noun), *scene.parse.words[quantity.first : quantity.last + 1], *noun_words(owner)]
    receiver = tuple(r for r in receiver_of(scene, noun, noun) if r not in giver)
    came = noun.dep == "nsubj" and noun.head.lemma == "come" and mood(noun.head) == "done"
    told += [c for c in noun.children if c.dep == "prep" and c.lower == "for" and receiver for c in c.subtree()]
    yield Promise(run(told), noun, "delivered" if came else "announced", giver, receiver, quantity, certainty="possible")


def _source(scene: Scene, last: int, noun: Word) -> Word | None:
    """The noun after "from" close behind, however it hangs."""
    after = [w for w in scene.parse.words[max(last, noun.i) + 1 : max(last, noun.i) + 6] if w.sentence is noun.sentence]
    prep = next((w for w in after if w.lower == "from"), None)
    return prep.child("pobj") if prep is not None else None


def _totalled(scene: Scene, noun: Word) -> Iterator[Promise]:
    """ "Pledges stand at 7.8 billion dollars": what several promised together."""
    verb = noun.head
    if (
        noun.dep != "nsubj"
        or verb.lemma not in ("stand", "total", "amount", "reach", "come")
        or mood(verb) not in ("now", "done")
    ):
        return
    sums = [q for q in between(scene, verb.i + 1, verb.i + 4) if q.is_money]
    if len(sums) == 1:
        last = scene.parse.words[sums[0].last]
        yield Promise(run([*noun_words(noun), verb, last]), noun, "announced", named(scene, owner_of(noun)), (), sums[0])


def _pledged(scene: Scene, noun: Word, status: CommitmentStatus) -> Iterator[Promise]:
    if noun.lemma in ("plan", "decision", "proposal") or noun.dep == "compound" or not stands(noun) or _is_undone(noun):
        return
    item = _object(scene, noun)
    if item is None:
        yield from _bare(scene, noun, status)
        return
    acted = thing(item).lemma in words("commitments", "items", "acts") or is_act_on(scene, item)
    quantity = amount(scene, item)
    if not (acted or is_good(scene, item, quantity)) or thing(item).ent in ("DATE", "TIME"):
        return
    if status == "agreed" and not acted:
        return
    status = "withdrawn" if is_taken_back(noun) else status
    announced, owner = _announced(noun), owner_of(noun)
    giver = () if status == "agreed" else named(scene, owner) or named(scene, agent(announced) if announced else None)
    told = [noun, *noun_words(item), *(noun_words(owner) if owner and owner.i < noun.i else [])]
    told += [announced, *arguments(announced)] if announced else []
    yield Promise(run(told), item, status, giver, receiver_of(scene, noun, item), quantity)


def _bare(scene: Scene, noun: Word, status: CommitmentStatus) -> Iterator[Promise]:
    """ "A similar pledge by A to the assembly": a promise of which only giver and receiver are told."""
    to = next((c for c in noun.children if c.dep == "prep" and c.lower == "to"), None)
    owner, receiver = owner_of(noun), named(scene, to.child("pobj")) if to is not None else ()
    if noun.lemma not in ("pledge", "promise") or owner is None or to is None or not named(scene, owner):
        return
    told = run([*noun_words(noun), *noun_words(owner), *to.subtree()])
    yield Promise(told, noun, status, named(scene, owner), receiver, certainty="possible")


def _is_undone(noun: Word) -> bool:
    """Whether a verb that stops promises has it as object, and tells it."""
    return noun.dep in ("dobj", "nsubjpass") and noun.head.lemma in load("commitments")["stop"]


def _object(scene: Scene, noun: Word) -> Word | None:
    """What is promised: the noun after "of", "for" or "on"; a date may stand between, and the parser then hangs it there."""
    tokens = noun.sentence.words
    at = noun.i - tokens[0].i
    made = noun.head if noun.dep == "nsubjpass" and mood(noun.head) == "done" else None
    for word in tokens[at + 1 : at + 1 + _NEAR]:
        if made is not None and (word is made or (word.head is made and word.dep in ("aux", "auxpass"))):
            continue  # "a deal was struck on Friday on the release of ten crews"
        if word.tag in ("VB", "VBD", "VBZ", "VBP", "MD", "CC") or word.text in (",", ";", ".", ":"):
            return None
        if (
            word.dep == "prep"
            and word.lower in ("of", "for", "on")
            and (item := word.child("pobj"))
            and item.ent not in ("DATE", "TIME")
        ):
            return item if item.tag not in ("PRP", "NNP") else None
    return None


def _announced(noun: Word) -> Word | None:
    """ "The pledge of 600 million dollars announced by A": the participle, which the parser may hang on a noun within."""
    stack = list(noun.children)
    while stack:
        child = stack.pop()
        if child.dep == "acl" and child.tag == "VBN" and child.lemma in ("announce", "make", "give"):
            return child
        if 0 < child.i - noun.i < _NEAR:
            stack += child.children
    return None


def _stopped(scene: Scene, noun: Word, status: CommitmentStatus) -> Iterator[Promise]:
    """ "The withholding of aid to A": what is stopped must be goods."""
    prep = next((c for c in noun.children if c.dep == "prep" and c.lower in ("of", "on", "in")), None)
    item = prep.child("pobj") if prep else None
    if item is None or not is_listed(thing(item)) or not stands(noun):
        return
    owner = owner_of(noun)
    told = run([*noun_words(noun), *noun_words(item), *([owner] if owner and owner.i < noun.i else [])])
    yield Promise(told, item, status, named(scene, owner), receiver_of(scene, noun, item), amount(scene, item))
