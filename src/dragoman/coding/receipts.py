"""Promises told from the receiving end: "has confirmation from A for two systems and from B for one", "all of it arrived"."""

from collections.abc import Iterator

from dragoman.coding.goods import amount, is_good, is_listed, named, noun_words, thing
from dragoman.coding.handovers import mood
from dragoman.coding.parse import Word
from dragoman.coding.promises import Promise, subject_of
from dragoman.coding.quantities import Quantity
from dragoman.coding.scene import Scene
from dragoman.coding.wordlists import load, words
from dragoman.model import Ids
from dragoman.model.findings import CommitmentStatus

_CLAUSE_ENDS = frozenset((";", ":", "while", "but", "although", "which", "who", '"', "that"))


def receipts_of(scene: Scene, verb: Word) -> Iterator[Promise]:
    """Yield what a verb of receiving or arriving tells."""
    if verb.lemma in words("commitments", "acts", "have"):
        told = verb.child("dobj")
        if told is not None and told.lemma in load("commitments")["words"]:
            yield from _assured(scene, verb, told)
            return
    if verb.lemma in words("commitments", "acts", "receive"):
        yield from _received(scene, verb)
    elif verb.lemma in words("commitments", "acts", "arrive"):
        yield from _arrived(scene, verb)


def _assured(scene: Scene, verb: Word, told: Word) -> Iterator[Promise]:
    """ "Has received confirmation from A for two systems and from B for one": one promise for each giver, in either order."""
    status: CommitmentStatus = load("commitments")["words"][told.lemma]
    if mood(verb) not in ("done", "now"):
        return
    receiver = named(scene, subject_of(verb))
    first = True
    for giver, quantity, run in _pairs(scene, told):
        item = scene.parse.words[quantity.last]
        lead = scene.parse.words[verb.i : told.i + 1]
        if first:
            lead = [*_short(verb), *lead]
            yield Promise(tuple(scene.parse.words[lead[0].i : run[-1].i + 1]), item, status, giver, receiver, quantity, certainty="sure" if giver else "likely")
        else:
            yield Promise((*lead, *run), item, status, giver, receiver, quantity, certainty="sure" if giver else "likely")
        first = False


def _short(verb: Word) -> list[Word]:
    subject = verb.child("nsubj")
    helpers = [c for c in verb.children if c.dep == "aux" and c.i < verb.i]
    return sorted([*([subject] if subject and verb.i - subject.i < 4 else []), *helpers], key=lambda w: w.i)


def _pairs(scene: Scene, told: Word) -> Iterator[tuple[Ids, Quantity, list[Word]]]:
    """Giver and quantity as they follow one another in the order of the text: the parser often hangs the second pair wrong."""
    tokens = told.sentence.words
    at = told.i - tokens[0].i + 1
    quantities = {q.first: q for q in scene.quantities if told.i < q.first <= tokens[-1].i}
    giver: Word | None = None
    number: Quantity | None = None
    start = at
    while at < len(tokens):
        word = tokens[at]
        if word.lower in _CLAUSE_ENDS or (word.tag in ("VBD", "VBZ", "VBP", "MD") and word.pos in ("VERB", "AUX")):
            return
        if word.lower in ("from", "by", "of", "for") and at + 1 < len(tokens) and tokens[at + 1].i not in quantities or word.lower in ("from", "by"):
            if word.lower in ("from", "by"):
                giver, start = _noun_after(tokens, at), start if number else at
        elif word.i in quantities and tokens[at - 1].lower not in ("from", "by"):
            number, start = quantities[word.i], start if giver else at
            at = number.last - tokens[0].i
        if giver is not None and number is not None:
            end = max(number.last, giver.i)
            yield named(scene, giver), number, tokens[start : end - tokens[0].i + 1]
            at, giver, number = end - tokens[0].i, None, None
            start = at + 1
        at += 1


def _noun_after(tokens: list[Word], at: int) -> Word | None:
    """The head of the noun phrase that begins after a preposition."""
    noun = tokens[at].child("pobj")
    if noun is not None:
        return noun
    for word in tokens[at + 1 : at + 7]:
        if word.pos in ("NOUN", "PROPN") and not (word.dep == "compound" and word.head.i > word.i):
            return word
    return None


def _received(scene: Scene, verb: Word) -> Iterator[Promise]:
    """ "B received two tranches from A"; under "confirmed", or in the receiver's own words, it is confirmed."""
    passive = verb.child("nsubjpass")
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
    if not receiver and quantity is None:
        return
    status: CommitmentStatus = "confirmed_by_receiver" if passive or _confirms(scene, verb, receiver) else "delivered"
    yield Promise(_run(verb, item, subject), item, status, giver, receiver, quantity)


def _from(scene: Scene, head: Word) -> Ids:
    prep = next((c for c in head.children if c.dep == "prep" and c.lower == "from"), None)
    return named(scene, prep.child("pobj")) if prep else ()


def _partial(item: Word) -> bool:
    """ "Six million of it", "85 million of the 120 million"."""
    return any(c.lower == "of" for c in item.children)


def _arrived(scene: Scene, verb: Word) -> Iterator[Promise]:
    """ "Six million of it went out with the August wages", "30 million had reached its border": a number that came."""
    item = verb.child("nsubj")
    if item is None or mood(verb) != "done" or verb.dep in ("xcomp", "advcl"):
        return
    quantity = amount(scene, item)
    noun = thing(item)
    bare = quantity is not None and (quantity.first <= item.i <= quantity.last) and (quantity.unit is None or item.tag == "CD")
    moved = verb.child("prt") is not None or any(c.dep == "prep" and c.lower in ("from", "to") for c in verb.children) or verb.lemma in ("arrive", "reach")
    listed = noun.lemma in words("commitments", "items", "goods")
    if not ((bare or (listed and moved)) and noun.ent not in ("PERSON", "GPE", "ORG")) or (verb.lemma == "reach" and quantity is not None and not verb.child("dobj")):
        return
    if listed and not bare and noun.lemma in ("prisoner", "hostage", "troop", "soldier", "force", "bus", "ship", "vessel", "help", "support"):
        return
    goal = verb.child("dobj") if verb.lemma == "reach" else None
    receiver = named(scene, goal)
    status: CommitmentStatus = "confirmed_by_receiver" if _confirms(scene, verb, receiver) else "delivered"
    yield Promise(_run(verb, goal or item, item), item, status, _from(scene, verb), receiver, quantity)


def _confirms(scene: Scene, verb: Word, receiver: Ids) -> bool:
    """Whether the one who received says so: under "confirmed", or where the receiver speaks."""
    over = verb.head
    if verb.dep == "ccomp" and over.lemma in words("commitments", "acts", "confirm") and mood(over) in ("done", "now"):
        return True
    voice = scene.voice_at(verb)
    return bool(voice) and bool(receiver) and set(scene.cast.party(voice)) == set(scene.cast.party(receiver))


def _run(verb: Word, item: Word, subject: Word | None) -> tuple[Word, ...]:
    told = [verb, *noun_words(item), *(c for c in verb.children if c.dep in ("aux", "auxpass", "prt"))]
    if subject is not None and subject.sentence is verb.sentence and abs(subject.i - verb.i) < 12:
        told += noun_words(subject)
    tokens = verb.sentence.words
    first, last = min(w.i for w in told), max(w.i for w in told)
    return tuple(tokens[first - tokens[0].i : last - tokens[0].i + 1])
