"""Promises and deliveries told by verbs: "A pledged 40 buses to B", "the aid was delivered", "agreed to release"."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dragoman.coding.costs import cost_of
from dragoman.coding.givers import (
    RELATIVES,
    agent,
    named,
    nearest_passive,
    owners,
    read_as_participle,
    receiver_of,
    referent,
    shared_subject,
    subject_of,
)
from dragoman.coding.goods import amount, is_act_on, is_change, is_good, is_listed, noun_words, purpose, thing
from dragoman.coding.handovers import governed, handed, is_bound, mood
from dragoman.coding.parse import Word
from dragoman.coding.quantities import Quantity
from dragoman.coding.scene import Scene
from dragoman.coding.sharing import shares
from dragoman.coding.wordlists import load, words
from dragoman.model import Ids
from dragoman.model.findings import Certainty, CommitmentStatus

_LONG_SUBJECT = 8
_NEAR = 6


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
    assured: bool = False
    """Whether somebody says that he was assured of it."""
    points_back: bool = False
    """Whether it only points to the promise told before it ("confirmed its arrival")."""


def promises_of(scene: Scene, verb: Word) -> Iterator[Promise]:
    """Yield what a verb promises, hands over, stops or has agreed; each coordinated amount apart."""
    table = load("commitments")
    lemma = verb.lemma
    if hands_over(verb) and lemma == "set" and any(c.lower == "aside" for c in verb.children):
        yield from _with_objects(scene, verb, "announced" if handed(verb) in ("delivered", "under_way") else handed(verb))
    elif hands_over(verb) or _is_put_into(verb):
        yield from _with_objects(scene, verb, handed(verb, scene.parse.is_title(verb)))
    elif lemma in table["stop"] or _is_phrase(verb, table["stopped"]) or _is_put_on_hold(verb):
        yield from _with_objects(scene, verb, _stopped(verb))
    elif lemma in table["promise"] or _is_phrase(verb, table["phrased"]):
        yield from _with_objects(scene, verb, _promised(verb))


def hands_over(verb: Word) -> bool:
    """Return whether a verb is one of handing over, "make available" and "set aside" among them."""
    acts = load("commitments")["acts"]
    if verb.lemma in words("commitments", "acts", "hand") or verb.lemma in words("commitments", "acts", "with"):
        return True
    return _is_phrase(verb, acts["phrases"])


def _is_put_into(verb: Word) -> bool:
    """ "Would put 18 million euros into a hardship fund"."""
    item = verb.child("dobj", "nsubjpass")
    money = item is not None and (item.ent == "MONEY" or item.lemma in words("quantities", "coins"))
    into = any(c.dep == "prep" and c.lower in ("into", "towards", "toward") for c in verb.children)
    return money and into and verb.lemma in words("commitments", "costs", "spending")


def _is_phrase(verb: Word, phrases: Mapping[str, str]) -> bool:
    """Whether a verb stands with the word that goes with it: "roll out", "make available"."""
    wanted = phrases.get(verb.lemma)
    if wanted is None:
        return False
    item = verb.child("dobj")
    choices = wanted.split("|")
    return any(
        c.lower in choices for c in (*verb.children, *(item.children if item is not None and wanted == "available" else ()))
    )


def _is_put_on_hold(verb: Word) -> bool:
    """ "Put its aid on hold", "the aid has been put on ice"."""
    if verb.lemma not in words("commitments", "shelved", "verbs"):
        return False
    item = verb.child("dobj")
    preps = [c for c in (*verb.children, *(item.children if item is not None else ())) if c.dep == "prep" and c.lower == "on"]
    return any((n := p.child("pobj")) is not None and n.lemma in words("commitments", "shelved", "nouns") for p in preps)


def _particle(verb: Word) -> Word | None:
    wanted = load("commitments")["acts"]["phrases"][verb.lemma].split("|")
    return next((c for c in verb.children if c.lower in wanted), None)


def _stopped(verb: Word) -> CommitmentStatus | None:
    status: CommitmentStatus = load("commitments")["stop"].get(verb.lemma, "paused")
    if (
        verb.lemma == "withdraw"
        and (item := verb.child("dobj", "nsubjpass"))
        and item.lemma in ("troop", "force", "soldier", "army")
    ):
        return handed(verb)
    how = mood(verb)
    if how in ("done", "now"):
        return status
    if how == "to" and verb.dep in ("xcomp", "ccomp") and verb.head.lemma in words("commitments", "ordering"):
        return status if mood(verb.head) == "done" else None  # "ordered his staff to delay the aid"
    return status if how == "ing" and _goes_with_fact(verb) else None


def _goes_with_fact(verb: Word) -> bool:
    """Whether a participle goes with a verb that tells of a fact ("A wavered, pausing aid and then announcing a loan").

    The second is often read as coordinated with an infinitive between them.
    """
    if verb.dep not in ("advcl", "conj", "amod"):
        return False
    for above in verb.ancestors():
        if above.pos in ("VERB", "AUX") and above.tag != "VBG" and not (above.tag == "VB" and mood(above) == "to"):
            return mood(above) in ("done", "now")
    return False


def _promised(verb: Word) -> CommitmentStatus | None:
    status: CommitmentStatus = load("commitments")["promise"].get(verb.lemma, "announced")
    how = "done" if read_as_participle(verb) else mood(verb)
    if how == "ing":
        return status if _goes_with_fact(verb) else None
    if how == "to":
        return status if governed(verb) == "agreed" else None
    return status if how in ("done", "now") else "proposed" if how == "could" and verb.lemma != "agree" else None


def _with_objects(scene: Scene, verb: Word, status: CommitmentStatus | None) -> Iterator[Promise]:
    if status is None:
        return
    passive = nearest_passive(verb)
    item: Word | None
    subject: Word | None
    paid: Ids = ()
    if passive is not None and verb.child("dobj") is not None and "with" not in {c.lower for c in verb.children}:
        item, subject = verb.child("dobj"), passive  # "the crews were promised 40 buses by A"
        giver, paid = named(scene, agent(verb)), named(scene, referent(verb, passive))
    elif passive is not None or any(c.dep == "auxpass" for c in verb.children):
        item = referent(verb, passive) if passive else shared_subject(verb, passive=True)
        stopped = verb.lemma in load("commitments")["stop"] or _is_put_on_hold(verb)
        owned = item is not None and (stopped or status == "delivered")
        giver = named(scene, agent(verb)) or (owners(scene, item) if item is not None and owned else ())
        subject = item
    else:
        misread = read_as_participle(verb)
        item, subject = handed_over(verb), misread[0] if misread is not None else subject_of(verb)
        giver = named(scene, subject)
    for one in (*_each(item), *_joined(verb)) if item is not None else ():
        quantity = amount(scene, one) or cost_of(scene, one)
        if _is_idle(verb) or not _is_promised(scene, verb, one, quantity, status, giver):
            continue
        receiver = paid or receiver_of(scene, verb, one)
        told = told_by(verb, one, subject if one is not subject else None) if one is item else (*_helped(verb), *noun_words(one))
        for who in _apart(scene, verb, giver, subject):
            yield Promise(told, one, status, who, tuple(r for r in receiver if r not in who), quantity)
        if quantity is not None and quantity.unit is not None:
            yield from _gapped(scene, verb, quantity, status)


def _gapped(scene: Scene, verb: Word, before: Quantity, status: CommitmentStatus) -> Iterator[Promise]:
    """ "Two loans were confirmed by A and one by B", "A pledged 3 million and B 2 million": a number with a giver of its own."""
    passive = nearest_passive(verb)
    first = verb if passive is None else scene.parse.words[before.first]
    for share in shares(scene, first, verb.child("nsubj")):
        number = share.quantity
        if number.first > before.last and number.unit == before.unit and (giver := scene.cast.who(share.giver)):
            yield Promise((*_helped(verb), *share.words), scene.parse.words[number.last], status, giver, (), number)


def _helped(verb: Word) -> list[Word]:
    return sorted([verb, *(c for c in verb.children if c.dep in ("aux", "auxpass"))], key=lambda w: w.i)


def _is_idle(verb: Word) -> bool:
    """ "Give up", "give in", "send off": no handing over."""
    if verb.lemma in words("commitments", "acts", "allot") and any(
        _is_time_to_act(c) or c.lower in ("until", "till") for c in verb.children
    ):
        return True
    if _is_phrase(verb, load("commitments")["phrased"]):
        return False  # "drew up a plan"
    return any(c.dep == "prt" and c.lower in ("up", "off", "away") for c in verb.children) and verb.lemma not in ("pay", "call")


def _is_time_to_act(word: Word) -> bool:
    """ "Gave the mills 60 days to close the deal": time is allowed, nothing is handed over."""
    tokens = word.sentence.words
    after = tokens[word.i - tokens[0].i + 1 :][:1]
    return word.lemma in load("dates")["units"] and bool(after) and after[0].lower in ("to", "in", "within", "for")


def _each(item: Word) -> list[Word]:
    """The item, and what is coordinated with it where each has a number or a clause of its own."""
    more = [
        c
        for c in item.children
        if c.dep == "conj" and any(g.dep in ("nummod", "quantmod") or g.tag in ("$", "CD") for g in (c, *c.children))
    ]
    return [item, *more]


def _is_promised(scene: Scene, verb: Word, item: Word, quantity: Quantity | None, status: CommitmentStatus, giver: Ids) -> bool:
    """Whether an object is a thing promised: verbs of promising take any amount or goods, "announce" only what frames them."""
    noun = thing(item)
    if noun.ent in ("DATE", "TIME") or noun.tag in ("PRP", "WP", "DT") or noun.lower in ("it", "them", "this", "that"):
        return False
    table = load("commitments")
    if verb.lemma == "owe":
        return verb.dep == "relcl" and noun.lemma not in words("commitments", "items", "abstract")
    if verb.lemma == "confirm":
        return (
            quantity is not None
            and (quantity.is_money or is_listed(noun) or (bool(giver) and quantity.unit not in (None, "percent")))
            and noun.lemma not in words("commitments", "items", "abstract")
        )
    if verb.lemma in table["agreeing"] and is_act_on(scene, item):
        return True
    if is_change(noun, quantity) and verb.lemma in words("commitments", "nominal", "changing"):
        return True
    if verb.lemma in table["framed"]["verbs"] and not any(c.lower == "free" for c in verb.children):
        if verb.lemma in table["framed"]["sums"] or (verb.lemma == "set" and any(c.lower == "out" for c in verb.children)):
            return quantity is not None and quantity.is_money and noun.lemma in words("commitments", "items", "frames")
        framed = noun.lemma in words("commitments", "items", "frames")
        acts = words("commitments", "items", "acts")
        if (framed and (noun.lemma in acts or is_good(scene, item, quantity))) or (quantity is not None and quantity.is_money):
            return True
        if framed and quantity is not None and scene.parse.words[quantity.first - 1].lower in ("worth", "totalling", "totaling"):
            return True
        return verb.lemma in table["framed"]["goods"] and is_good(scene, item, quantity)
    counted = quantity is not None and quantity.unit is not None and noun.lemma in words("commitments", "items", "countable")
    if noun.pos == "NOUN" and (counted or noun.lemma not in words("commitments", "items", "abstract")) and is_bound(verb):
        return True
    if verb.lemma in table["stop"] or verb.lemma in table["stopped"] or _is_put_on_hold(verb):
        return (
            is_listed(noun)
            or (quantity is not None and quantity.is_money)
            or (noun.lemma in load("commitments")["nouns"] and noun.lemma in ("pledge", "promise", "offer"))
        )
    if verb.lemma in ("promise", "pledge", "vow", "earmark"):
        return is_good(scene, item, quantity) or (
            noun.pos == "NOUN" and verb.lemma != "vow" and noun.lemma not in words("commitments", "items", "abstract")
        )
    if verb.lemma == "grant" and verb.child("dative") is not None and noun.lemma not in words("commitments", "items", "abstract"):
        return True
    some = giver or quantity or verb.child("nsubjpass") or ((doer := verb.child("nsubj")) is not None and doer.tag == "PRP")
    return bool(some) and is_good(scene, item, quantity)


def _apart(scene: Scene, verb: Word, giver: Ids, subject: Word | None) -> list[Ids]:
    """The givers: together, or one by one where "each" says that every one gives so much."""
    before = scene.parse.words[max(0, verb.i - 2) : verb.i]
    each = any(w.lower == "each" for w in (*before, *verb.children)) or (
        subject is not None and any(c.lower == "each" for c in subject.children)
    )
    return [(g,) for g in giver] if each and len(giver) > 1 else [giver]


def handed_over(verb: Word) -> Word | None:
    """Return the object that is handed over: in "supply A with B" and "agree to B" what stands after the preposition."""
    preps = {"with"} if verb.lemma in words("commitments", "acts", "with") or _is_with(verb) else set()
    own = verb.child("dobj")
    if own is None or own.tag in ("PRP", "NNP", "NNPS"):  # "committed 120 million euros to the clean-up" has its object
        preps |= set(load("commitments")["agreeing"].get(verb.lemma, ()))
    for prep in verb.children:
        nouns = [c for c in prep.children if c.dep == "pobj"] if prep.dep == "prep" and prep.lower in preps else []
        noun = nouns[-1] if nouns else None  # "with a £600m plan" is read as with two
        if noun is not None and noun.ent not in ("DATE", "TIME"):  # "agreed on Monday to the return of 40 boats"
            return noun
    if verb.lemma == "owe" and verb.dep == "relcl":
        return verb.head
    if verb.lemma == "have" and (made := verb.child("ccomp")):
        return made.child("nsubj", "nsubjpass")
    if verb.lemma in words("commitments", "acts", "let") and (made := verb.child("ccomp", "xcomp")):
        return made.child("nsubj") or verb.child("dobj")
    if verb.lemma in load("commitments")["acts"]["phrases"] and (particle := _particle(verb)):
        return verb.child("dobj") or particle.child("nsubj")
    if verb.lemma == "make":
        return verb.child("dobj")
    item = verb.child("dobj", "oprd") or _misread_object(verb)
    if item is not None and verb.lemma in ("promise", "assure") and verb.child("ccomp") is not None:
        return None  # "promised her granddaughter that she would stop"
    subject = verb.child("nsubj")
    if (
        item is None
        and verb.dep == "relcl"
        and subject is not None
        and not any(c.dep in ("ccomp", "xcomp") for c in verb.children)
        and not _is_framed(verb)
    ):
        return verb.head if subject.lower not in RELATIVES else None
    return referent(verb, item) if item is not None and item.lower in RELATIVES else item


def _is_with(verb: Word) -> bool:
    """ "Came out with a plan", "followed this with a plan"."""
    return verb.lemma == "come" or load("commitments")["phrased"].get(verb.lemma) == "with"


def _is_framed(verb: Word) -> bool:
    """ "A plan under which the funds would lend": the noun before is no object of the clause."""
    return any(c.dep == "prep" and (n := c.child("pobj")) is not None and n.tag in ("WDT", "WP") for c in verb.children)


def _joined(verb: Word) -> list[Word]:
    """ "Agreed to an exchange of 40 envoys and on the return of 90 crews": the nouns of the prepositions joined to the first."""
    preps = [c for c in verb.children if c.dep == "prep"] if verb.lemma in load("commitments")["agreeing"] else []
    more = (j.child("pobj") for p in preps for j in p.children if j.dep == "conj" and j.pos == "ADP")
    return [noun for noun in more if noun is not None]


def _misread_object(verb: Word) -> Word | None:
    """ "Freezing subsidy payments" after a comma, read as an adjective; "pay in the 22 million", read with a preposition."""
    tokens = verb.sentence.words
    at = verb.i - tokens[0].i
    if (
        verb.dep == "amod"
        and verb.tag == "VBG"
        and verb.lemma in load("commitments")["stop"]
        and at
        and tokens[at - 1].text in (",", "and")
    ):
        return verb.head
    if (misread := read_as_participle(verb)) is not None:
        return misread[1]
    if verb.lemma in load("commitments")["promise"] and verb.dep in ("advcl", "xcomp", "conj"):
        return next((c for c in verb.head.children if c.dep == "dobj" and c.i > verb.i), None)  # "to announce, in March, a plan"
    if verb.lemma == "pay":
        prep = next((c for c in verb.children if c.dep == "prep" and c.lower in ("in", "out", "over")), None)
        noun = prep.child("pobj") if prep else None
        return noun if noun is not None and any(c.tag == "CD" for c in noun.children) else None
    return None


def told_by(verb: Word, item: Word, subject: Word | None) -> tuple[Word, ...]:
    """Return the words of the promise: a near subject, the verbs down to the one that hands over, the item and what follows."""
    out = [
        verb,
        *(c for c in verb.children if c.dep in ("aux", "auxpass", "prt")),
        *noun_words(item),
        *purpose(item),
        *arguments(verb),
    ]
    if item is not thing(item):
        out += noun_words(thing(item))
    if verb.dep == "acl" and verb.tag == "VB" and 0 < verb.i - verb.head.i < 2 * _NEAR:
        out.append(verb.head)  # "the pledge by A to provide"
        if subject is not None and 0 < verb.head.i - subject.i < _NEAR:
            out += noun_words(subject)
    below = verb
    for above in verb.ancestors():
        bound = below.dep in ("xcomp", "pcomp", "prep") or (
            below.dep == "ccomp" and above.lemma in load("commitments")["binding"]
        )
        ordered = above.lemma in words("commitments", "ordering")
        if not bound or ordered or not 0 < min(w.i for w in out) - above.i < _NEAR:
            break
        below = above
        out += [above, *(c for c in above.children if c.dep in ("aux", "auxpass") and c.i < above.i)]
    if subject is not None and subject.sentence is verb.sentence and verb.dep != "relcl":
        spoken = noun_words(subject)
        if len(spoken) <= _LONG_SUBJECT and 0 < min(w.i for w in out) - subject.i < _NEAR:
            out += spoken
    return run(out)


def arguments(verb: Word) -> list[Word]:
    """Return what follows a verb within its clause: receivers, places and times, no further clause."""
    out: list[Word] = []
    for child in verb.children:
        if child.i > verb.i and child.dep in ("dative", "agent", "prep", "npadvmod", "prt"):
            noun = child.child("pobj")
            out += [child, *noun_words(noun)] if noun is not None else [child] if child.dep != "prep" else []
    return out


def run(told: list[Word]) -> tuple[Word, ...]:
    """Return all words of the sentence from the first to the last of those told, a mark at the end left out."""
    tokens = told[0].sentence.words
    first, last = min(w.i for w in told) - tokens[0].i, max(w.i for w in told) - tokens[0].i
    while tokens[last].pos == "PUNCT" and last > first:
        last -= 1
    return tuple(tokens[first : last + 1])
