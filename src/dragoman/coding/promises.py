"""Promises and deliveries told by verbs: "A pledged 40 buses to B", "the aid was delivered", "agreed to release"."""

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.coding.goods import amount, is_good, is_listed, named, noun_words, thing
from dragoman.coding.handovers import governed, handed, mood
from dragoman.coding.parse import Word
from dragoman.coding.quantities import Quantity
from dragoman.coding.scene import Scene
from dragoman.coding.wordlists import load, words
from dragoman.model import Ids
from dragoman.model.findings import Certainty, CommitmentStatus

_RELATIVES = frozenset(("who", "which", "that", "whom"))
_LONG_SUBJECT = 8


@dataclass(frozen=True)
class Promise:
    """A promise as told: its words, the noun for what is handed over, its state, and who gives and receives."""

    words: tuple[Word, ...]
    item: Word
    status: CommitmentStatus
    giver: Ids = ()
    receiver: Ids = ()
    quantity: Quantity | None = None
    extra: tuple[Word, ...] = ()
    certainty: Certainty = "likely"


def promises_of(scene: Scene, verb: Word) -> Iterator[Promise]:
    """Yield what a verb promises, hands over, stops or has agreed; each coordinated amount apart."""
    table = load("commitments")
    lemma = verb.lemma
    if verb.tag == "VBN" and verb.dep == "acl" and verb.head.pos in ("NOUN", "PROPN", "NUM", "SYM"):
        yield from _participle(scene, verb)
    elif lemma in words("commitments", "acts", "hand") or lemma in words("commitments", "acts", "with"):
        yield from _with_objects(scene, verb, handed(verb, scene.parse.is_title(verb)))
    elif lemma in table["stop"]:
        yield from _with_objects(scene, verb, _stopped(verb))
    elif lemma in table["promise"]:
        yield from _with_objects(scene, verb, _promised(verb))
    if lemma not in words("commitments", "acts", "hand") and lemma not in words("commitments", "acts", "talk"):
        yield from _bound(scene, verb)


def _stopped(verb: Word) -> CommitmentStatus | None:
    status: CommitmentStatus = load("commitments")["stop"][verb.lemma]
    if verb.lemma == "withdraw" and (item := verb.child("dobj", "nsubjpass")) and item.lemma in ("troop", "force", "soldier", "army"):
        return handed(verb)
    how = mood(verb)
    if how in ("done", "now"):
        return status
    main = verb.head
    return status if how == "ing" and verb.dep in ("advcl", "conj") and mood(main) in ("done", "now", "ing") else None


def _promised(verb: Word) -> CommitmentStatus | None:
    status: CommitmentStatus = load("commitments")["promise"][verb.lemma]
    how = mood(verb)
    if how == "ing":
        return status if verb.dep in ("advcl", "conj") and mood(verb.head) in ("done", "now", "ing") else None
    if how == "to":
        return status if governed(verb) == "agreed" else None
    return status if how in ("done", "now") else "proposed" if how == "could" and verb.lemma != "agree" else None


def _with_objects(scene: Scene, verb: Word, status: CommitmentStatus | None) -> Iterator[Promise]:
    if status is None:
        return
    passive = verb.child("nsubjpass")
    if passive is not None or any(c.dep == "auxpass" for c in verb.children):
        item = _referent(verb, passive) if passive else shared_subject(verb, passive=True)
        giver = named(scene, agent(verb)) or (_owner(scene, item) if item and verb.lemma in load("commitments")["stop"] else ())
        subject = item
    else:
        item, subject = handed_over(verb), subject_of(verb)
        giver = named(scene, subject)
    for one in _each(item) if item is not None else ():
        quantity = amount(scene, one)
        if not _is_promised(scene, verb, one, quantity, status, giver):
            continue
        receiver = receiver_of(scene, verb, one)
        told = _told(verb, one, subject if one is not subject else None)
        for who in _apart(scene, verb, giver, subject):
            yield Promise(told, one, status, who, tuple(r for r in receiver if r not in who), quantity)


def _each(item: Word) -> list[Word]:
    """The item, and what is coordinated with it where each has a number or a clause of its own."""
    more = [c for c in item.children if c.dep == "conj" and any(g.dep in ("nummod", "quantmod") or g.tag in ("$", "CD") for g in (c, *c.children))]
    return [item, *more]


def _is_promised(
    scene: Scene, verb: Word, item: Word, quantity: Quantity | None, status: CommitmentStatus, giver: Ids
) -> bool:
    """Whether an object is a thing promised: verbs of promising take any amount or goods, "announce" only what frames them."""
    noun = thing(item)
    if noun.ent in ("DATE", "TIME") or noun.tag in ("PRP", "WP", "DT") or noun.lower in ("it", "them", "this", "that"):
        return False
    if verb.lemma in ("announce", "unveil", "approve", "offer", "guarantee", "agree", "commit"):
        framed = noun.lemma in words("commitments", "items", "frames")
        acts = words("commitments", "items", "acts")
        return (framed and (noun.lemma in acts or is_good(scene, item, quantity))) or (quantity is not None and quantity.is_money) or (
            verb.lemma != "announce" and is_good(scene, item, quantity)
        )
    if verb.lemma in load("commitments")["stop"]:
        return is_listed(noun) or noun.lemma in load("commitments")["nouns"] and noun.lemma in ("pledge", "promise", "offer")
    if verb.lemma in ("promise", "pledge", "vow", "earmark"):
        return is_good(scene, item, quantity) or (noun.pos == "NOUN" and verb.lemma != "vow" and noun.lemma not in words("commitments", "items", "abstract"))
    return is_good(scene, item, quantity) and bool(giver or quantity or verb.child("nsubjpass"))


def _apart(scene: Scene, verb: Word, giver: Ids, subject: Word | None) -> list[Ids]:
    """The givers: together, or one by one where "each" says that every one gives so much."""
    each = any(c.lower == "each" for c in verb.children) or (subject is not None and any(c.lower == "each" for c in subject.children))
    return [(g,) for g in giver] if each and len(giver) > 1 else [giver]


def handed_over(verb: Word) -> Word | None:
    """Return the object that is handed over: in "supply A with B" and "agree to B" what stands after the preposition."""
    preps = {"with"} if verb.lemma in words("commitments", "acts", "with") else set()
    preps |= {"to", "on"} if verb.lemma in ("agree", "commit") else set()
    for prep in verb.children:
        if prep.dep == "prep" and prep.lower in preps and (noun := prep.child("pobj")):
            return noun
    item = verb.child("dobj", "oprd")
    if item is None and verb.dep == "relcl" and verb.child("nsubj") and not any(c.dep in ("ccomp", "xcomp") for c in verb.children):
        return verb.head if verb.child("nsubj").lower not in _RELATIVES else None  # type: ignore[union-attr]
    return _referent(verb, item) if item is not None and item.lower in _RELATIVES else item


def _referent(verb: Word, noun: Word) -> Word:
    """What a relative pronoun stands for, else the noun itself."""
    if noun.lower not in _RELATIVES or noun.tag not in ("WDT", "WP", "IN", "DT"):
        return noun
    above: Word = verb
    while above.dep in ("conj", "xcomp", "ccomp") and above.head is not above:
        above = above.head
    return above.head if above.dep == "relcl" else noun


def subject_of(verb: Word) -> Word | None:
    """Return who does what a verb says: its subject, the one it shares, or the one who promises an infinitive."""
    own = verb.child("nsubj")
    if own is not None:
        return _referent(verb, own)
    above = verb.head
    if above is verb:
        return None
    if verb.dep == "conj" and above.pos in ("VERB", "AUX"):
        return None if above.child("nsubjpass") else subject_of(above)
    if verb.dep in ("xcomp", "advcl", "pcomp", "prep", "dep"):
        if above.pos == "ADP":
            above = above.head
        if above.pos in ("VERB", "AUX") and not (verb.dep == "xcomp" and above.child("dobj") is not None):
            return None if above.child("nsubjpass") else subject_of(above)
        if above.pos == "ADJ" and above.head is not above:
            return subject_of(above.head) if above.head.pos in ("VERB", "AUX") else None
    if verb.dep == "acl" and above.pos in ("NOUN", "PROPN"):
        return owner_of(above) or _maker(above)
    return None


def _maker(noun: Word) -> Word | None:
    """Who made or announced the promise that a noun names."""
    verb = noun.head
    return subject_of(verb) if noun.dep == "dobj" and verb.lemma in ("announce", "make", "give", "unveil", "issue", "renew", "repeat", "reaffirm") else None


def owner_of(noun: Word) -> Word | None:
    """Return whose a noun is: its possessor, or the one after "by" or "from"."""
    own = noun.child("poss")
    if own is not None:
        return own
    by = next((c for c in noun.children if c.dep in ("prep", "agent") and c.lower in ("by", "from")), None)
    return by.child("pobj") if by else None


def _owner(scene: Scene, item: Word) -> Ids:
    return named(scene, owner_of(item))


def shared_subject(verb: Word, passive: bool = False) -> Word | None:
    """Return the subject that a coordinated verb shares with the first one."""
    above = verb.head
    return above.child("nsubjpass" if passive else "nsubj") if verb.dep == "conj" else None


def agent(verb: Word) -> Word | None:
    """Return the noun after "by"."""
    by = next((c for c in verb.children if c.dep in ("agent", "prep") and c.lower == "by"), None)
    return by.child("pobj") if by else None


def receiver_of(scene: Scene, verb: Word, item: Word) -> Ids:
    """Return who receives: the dative, the object of "supply A with B", or the actor after "to" or "for"."""
    dative = verb.child("dative")
    if dative is not None:
        return named(scene, dative.child("pobj") if dative.pos == "ADP" else dative)
    if verb.lemma in words("commitments", "acts", "with") and (other := verb.child("dobj")) and other is not item:
        return named(scene, other)
    for head in (verb, item, thing(item)):
        for prep in head.children:
            if prep.dep in ("prep", "dative") and prep.lower in ("to", "for") and (found := named(scene, prep.child("pobj"))):
                return found
    return ()


def _told(verb: Word, item: Word, subject: Word | None) -> tuple[Word, ...]:
    """The words of the promise: a short subject, the verbs down to the one that hands over, the item and the receiver."""
    out = [verb, *(c for c in verb.children if c.dep in ("aux", "auxpass", "prt")), *noun_words(item)]
    if item is not thing(item):
        out += noun_words(thing(item))
    for child in verb.children:
        if child.dep in ("dative", "agent") or (child.dep == "prep" and child.lower in ("to", "for", "from", "with")):
            out += _phrase(child)
    if subject is not None and subject.i < verb.i:
        spoken = noun_words(subject)
        over = [a for a in verb.ancestors() if subject.i < a.i < verb.i and a.pos in ("VERB", "AUX", "ADJ")]
        out += over
        if len(spoken) <= _LONG_SUBJECT and subject.sentence is verb.sentence and min(w.i for w in out) - subject.i < _LONG_SUBJECT:
            out += spoken
    first, last = min(w.i for w in out), max(w.i for w in out)
    base = verb.sentence.words[0].i
    return tuple(verb.sentence.words[max(0, first - base) : last - base + 1])


def _phrase(prep: Word) -> list[Word]:
    noun = prep if prep.pos not in ("ADP", "SCONJ", "PART") else prep.child("pobj")
    if noun is None or noun.ent in ("DATE", "TIME"):
        return []
    return [prep, *noun_words(noun)]


def _participle(scene: Scene, verb: Word) -> Iterator[Promise]:
    """ "The 90 million crowns promised to hill farmers", "a back payment of 14 million florins, agreed in April"."""
    item, table = verb.head, load("commitments")
    if verb.lemma in table["promise"] and verb.lemma != "offer":
        status: CommitmentStatus = table["promise"][verb.lemma]
    elif verb.lemma in words("commitments", "acts", "hand"):
        status = "delivered"
    else:
        return
    quantity = amount(scene, item)
    listed = is_listed(thing(item)) or (quantity is not None and (quantity.is_money or quantity.unit is not None))
    if not listed or mood(verb) is None or (status == "delivered" and agent(verb) is None) or item.lemma in words("commitments", "items", "abstract"):
        return
    told = [*noun_words(item), verb, *(w for c in verb.children if c.dep in ("agent", "prep", "dative") for w in _phrase(c))]
    run = _run(told)
    giver = named(scene, agent(verb)) or _owner(scene, item)
    yield Promise(run, item, status, giver, receiver_of(scene, verb, item), quantity)


def _run(told: list[Word]) -> tuple[Word, ...]:
    sentence = told[0].sentence.words
    first, last = min(w.i for w in told), max(w.i for w in told)
    return tuple(sentence[first - sentence[0].i : last - sentence[0].i + 1])


def _bound(scene: Scene, verb: Word) -> Iterator[Promise]:
    """ "X agreed to suspend litigation", "pledged to keep 2,100 jobs": any act that somebody binds himself to."""
    first = verb
    while first.dep == "conj" and first.head.pos == "VERB":
        first = first.head
    over = first.head
    if over.pos == "ADP":
        over = over.head
    table = load("commitments")
    noun = over.pos == "NOUN" and over.lemma in ("pledge", "promise", "commitment", "undertaking") and first.dep == "acl"
    if not noun and (over.lemma not in table["binding"] or first.dep not in ("xcomp", "pcomp", "ccomp")):
        return
    if first.dep == "ccomp" and mood(verb) not in ("will", "could"):
        return
    status, item = governed(verb), handed_over(verb)
    if status is None or item is None or item.lower in ("it", "them") or verb.lemma in table["binding"]:
        return
    if _is_promised_already(verb):
        return
    subject = subject_of(verb)
    giver = named(scene, subject)
    told = [verb, over, *noun_words(item)]
    told += noun_words(subject) if subject is not None and subject.sentence is verb.sentence and 0 < over.i - subject.i < _LONG_SUBJECT else []
    yield Promise(_run(told), item, status, giver, receiver_of(scene, verb, item), amount(scene, item), (verb,))


def _is_promised_already(verb: Word) -> bool:
    """Whether the verb hands its object over or promises it and so is told by that."""
    table = load("commitments")
    return verb.lemma in table["promise"] or verb.lemma in words("commitments", "acts", "with")
