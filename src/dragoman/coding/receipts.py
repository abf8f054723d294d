"""Promises told from the receiving end: "has confirmation from A for two systems and from B for one", "all of it arrived"."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from dragoman.coding.givers import agent, named, nearest_passive, owners, referent, subject_of
from dragoman.coding.goods import amount, between, is_bare, is_good, is_listed, noun_words, thing
from dragoman.coding.handovers import mood, under_terms
from dragoman.coding.parse import Word
from dragoman.coding.promises import Promise, arguments, run
from dragoman.coding.quantities import Quantity
from dragoman.coding.scene import Scene
from dragoman.coding.wordlists import load, words
from dragoman.model import Ids
from dragoman.model.findings import CommitmentStatus

_NEAR = 8
_LEFT = frozenset(("rest", "remainder"))
_CLAUSE_ENDS = frozenset((";", ":", "while", "but", "although", "which", "who", '"', "that"))


def receipts_of(scene: Scene, verb: Word) -> Iterator[Promise]:
    """Yield what a verb of receiving or arriving tells."""
    given = verb.lemma == "give" and verb.child("auxpass") is not None
    if given or verb.lemma in words("commitments", "acts", "have"):
        told = verb.child("dobj")
        if told is not None and told.lemma in load("commitments")["words"]:
            yield from _assured(scene, verb, told)
            return
    if (told := _came_in(verb)) is not None:
        yield from _assured(scene, verb, told)
        return
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


def _came_in(verb: Word) -> Word | None:
    """ "Confirmation had come in from A for two boats", "has been received from A": the noun of confirming."""
    told = verb.child("nsubj", "nsubjpass") or (verb.child("attr") if verb.child("expl") is not None else None)
    if told is None or told.lemma not in load("commitments")["words"] or any(c.lower in ("no", "any") for c in told.children):
        return None
    if told.dep == "attr":
        return told  # "there was confirmation from A"
    if any(c.dep == "prep" and told.i < c.i < verb.i for c in told.children):
        return None  # "confirmation for two boats had come from A and for one from B": paired the other way round
    got = words("commitments", "acts", "have") if told.dep == "nsubjpass" else words("commitments", "acts", "arrive")
    return told if verb.lemma in got else None


def _assured(scene: Scene, verb: Word, told: Word) -> Iterator[Promise]:
    """ "Has received confirmation from A for two systems and from B for one": one promise for each giver, in either order."""
    status: CommitmentStatus = load("commitments")["words"][told.lemma]
    if mood(verb) not in ("done", "now"):
        return
    arrived = told.i < verb.i
    voiced = arrived or told.dep == "attr"  # "confirmation has come in", as who got it says
    receiver = scene.voice_at(verb) if voiced else named(scene, subject_of(verb) or verb.child("nsubjpass"))
    first = True
    topic = _topic(told)
    for giver, quantity, pair in _pairs(scene, verb if arrived else told):
        item = scene.parse.words[quantity.last]
        if topic is not None and quantity.unit is None:
            item, quantity = topic, replace(quantity, unit=topic.text)
        lead = scene.parse.words[min(verb.i, told.i) : max(verb.i, told.i) + 1]
        if first:
            lead = lead if arrived else [*_short(verb), *lead]
            yield Promise(
                tuple(scene.parse.words[lead[0].i : pair[-1].i + 1]),
                item,
                status,
                giver,
                receiver,
                quantity,
                certainty="sure" if giver else "likely",
            )
        else:
            yield Promise((*lead, *pair), item, status, giver, receiver, quantity, certainty="sure" if giver else "likely")
        first = False


def _topic(told: Word) -> Word | None:
    """ "As for pumping stations, A has confirmation from B for six": what the numbers count, named at the opening."""
    tokens = told.sentence.words
    opening = [w.lower for w in tokens[:4]]
    led = next(
        (n for lead in load("commitments")["topics"]["leads"] if opening[: (n := len(lead.split()))] == lead.split()), None
    )
    if led is None:
        return None
    phrase = [w for w in tokens[led : led + _NEAR] if w.pos in ("NOUN", "PROPN", "ADJ", "DET")]
    last = next((a for a, b in pairwise([*phrase, told]) if b.i != a.i + 1), None)
    return last if last is not None and last.pos == "NOUN" and last.i < told.i else None


def _short(verb: Word) -> list[Word]:
    subject = verb.child("nsubj", "nsubjpass")
    helpers = [c for c in verb.children if c.dep in ("aux", "auxpass") and c.i < verb.i]
    return sorted([*([subject] if subject and verb.i - subject.i < 4 else []), *helpers], key=lambda w: w.i)


def _pairs(scene: Scene, told: Word) -> Iterator[tuple[Ids, Quantity, list[Word]]]:
    """Giver and quantity as they follow one another in the order of the text: the parser often hangs the second pair wrong."""
    tokens = told.sentence.words
    at = told.i - tokens[0].i + 1
    quantities = {q.first: q for q in between(scene, told.i + 1, tokens[-1].i)}
    giver: Word | None = None
    number: Quantity | None = None
    start = at
    while at < len(tokens):
        word = tokens[at]
        if word.text == "," and (close := _aside(tokens, at)) is not None:
            at = close + 1
            continue
        if word.lower in _CLAUSE_ENDS or (word.tag in ("VBD", "VBZ", "VBP", "MD") and word.pos in ("VERB", "AUX")):
            return
        if (
            word.lower in ("from", "by", "of", "for") and at + 1 < len(tokens) and tokens[at + 1].i not in quantities
        ) or word.lower in ("from", "by"):
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


def _aside(tokens: list[Word], at: int) -> int | None:
    """Where an aside of saying ends: "confirmation, she said, from A"."""
    close = next((k for k in range(at + 1, min(at + _NEAR, len(tokens))) if tokens[k].text == ","), None)
    said = close is not None and any(w.lemma in words("cues", "speech") and w.pos == "VERB" for w in tokens[at + 1 : close])
    return close if said else None


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
