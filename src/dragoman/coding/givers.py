"""Who promises and who receives: subjects, agents, possessors and those after "to", as the words give them."""

from dragoman.coding.goods import thing
from dragoman.coding.parse import Word
from dragoman.coding.scene import Scene
from dragoman.coding.wordlists import load, words
from dragoman.model import Ids

RELATIVES = frozenset(("who", "which", "that", "whom"))


def named(scene: Scene, noun: Word | None) -> Ids:
    """Return the actors of a noun phrase and of what is coordinated with it; a "we" or "I" is whoever speaks there."""
    found: list[str] = []
    stack = [noun] if noun is not None else []
    while stack:
        word = stack.pop(0)
        if word.lower in ("we", "i", "us", "me", "our", "my"):
            found += scene.cast.who(word) or scene.voice_at(word)
        else:
            found += scene.cast.who(word)
        stack += [c for c in word.children if c.dep == "conj"]
    return tuple(dict.fromkeys(found))


def referent(verb: Word, noun: Word) -> Word:
    """Return what a relative pronoun stands for, else the noun itself."""
    if noun.lower not in RELATIVES or noun.tag not in ("WDT", "WP", "IN", "DT"):
        return noun
    above: Word = verb
    while above.dep in ("conj", "xcomp", "ccomp") and above.head is not above:
        above = above.head
    return above.head if above.dep == "relcl" else noun


def subject_of(verb: Word) -> Word | None:
    """Return who does what a verb says: its subject, the one it shares, or the one who promises an infinitive."""
    own = verb.child("nsubj")
    if own is not None and own.lower in ("they", "it") and verb.dep == "relcl" and (doer := _doer_over(verb)) is not None:
        return doer
    if own is not None:
        return referent(verb, own)
    above = verb.head
    if above is verb:
        return None
    if verb.dep == "ccomp" and (misread := _just_before(verb, above)) is not None:
        return misread
    if verb.dep == "conj" and above.pos in ("VERB", "AUX"):
        return None if above.child("nsubjpass") else subject_of(above)
    if verb.dep == "amod":
        return subject_of(above.head) if above.head.pos in ("VERB", "AUX") else None
    if verb.dep in ("xcomp", "advcl", "pcomp", "prep", "dep"):
        if above.pos == "ADP":
            above = above.head
        if above.pos in ("VERB", "AUX") and not (
            verb.dep == "xcomp" and above.child("dobj") is not None and above.lemma not in words("commitments", "ordering")
        ):
            return None if above.child("nsubjpass") else subject_of(above)
        if above.pos == "ADJ" and above.head is not above:
            return subject_of(above.head) if above.head.pos in ("VERB", "AUX") else None
    if verb.dep == "acl" and above.lemma in ("return", "exchange", "principle") and above.head.lower == "in":
        return subject_of(above.head.head)  # "agreed in return to lift"
    if verb.dep == "acl" and above.pos in ("NOUN", "PROPN"):
        return owner_of(above) or _maker(above)
    return None


def nearest_passive(verb: Word) -> Word | None:
    """Return the subject of a passive verb; the label of a speaker ("MS. A: Forty million has been paid") is read as one, too."""
    return next((c for c in reversed(verb.children) if c.dep == "nsubjpass"), None)


def _just_before(verb: Word, above: Word) -> Word | None:
    """ "A indicated B had helped": B, read as the object of "indicated", stands right before the clause."""
    noun = above.child("dobj")
    first = min([verb.i, *(c.i for c in verb.children if c.dep in ("aux", "auxpass"))])
    return noun if noun is not None and first < above.i + 12 and noun.i == first - 1 and noun.i > above.i else None


def _doer_over(clause: Word) -> Word | None:
    """ "The studios paid the 22 million they had promised": they are who does what the clause's noun is the object of."""
    noun = clause.head
    over = (
        noun.head if noun.dep == "dobj" else noun.head.head if noun.head.dep in ("prep", "prt") and noun.dep == "pobj" else None
    )
    subject = over.child("nsubj") if over is not None and over.pos == "VERB" else None
    pronoun = clause.child("nsubj")
    if subject is None or pronoun is None or (pronoun.lower == "they") != (subject.tag in ("NNS", "NNPS")):
        return None
    return subject


def _maker(noun: Word) -> Word | None:
    """Who made or announced the promise that a noun names."""
    verb = noun.head
    return (
        subject_of(verb)
        if noun.dep == "dobj" and verb.lemma in ("announce", "make", "give", "unveil", "issue", "renew", "repeat", "reaffirm")
        else None
    )


def owner_of(noun: Word) -> Word | None:
    """Return whose a noun is: its possessor, or the one after "by" or "from"."""
    own = noun.child("poss")
    if own is not None:
        return own
    by = next((c for c in noun.children if c.dep in ("prep", "agent") and c.lower in ("by", "from")), None)
    return by.child("pobj") if by else None


def owners(scene: Scene, item: Word) -> Ids:
    """Return the actors whose a thing is."""
    return named(scene, owner_of(item))


def shared_subject(verb: Word, passive: bool = False) -> Word | None:
    """Return the subject that a coordinated verb shares with the first one; of "40 crews are to be freed" the crews."""
    above = verb.head
    if passive and verb.dep == "xcomp" and above.lemma == "be":
        return above.child("nsubj")
    return above.child("nsubjpass" if passive else "nsubj") if verb.dep == "conj" else None


def agent(verb: Word) -> Word | None:
    """Return the noun after "by"."""
    by = next((c for c in verb.children if c.dep in ("agent", "prep") and c.lower == "by"), None)
    return by.child("pobj") if by else None


def receiver_of(scene: Scene, verb: Word, item: Word) -> Ids:
    """Return who receives: the dative, the object of "supply A with B", or the actor after "to" or "for"."""
    dative = verb.child("dative")
    if dative is not None and not _for_it(dative):
        return named(scene, dative.child("pobj") if dative.pos == "ADP" else dative)
    if verb.lemma == "owe" and (other := verb.child("dobj", "dative")) and other is not item:
        return named(scene, other)
    if verb.lemma in words("commitments", "acts", "with") and (other := verb.child("dobj")) and other is not item:
        return named(scene, other)
    for head in (verb, item, thing(item)):
        for prep in head.children:
            noun = prep.child("pobj") if prep.dep in ("prep", "dative") and prep.lower in ("to", "for") else None
            if noun is None or _for_it(prep):
                continue
            if found := named(scene, noun) or _whose(scene, noun):
                return found
    return _helped(scene, verb, item) or _promised_to(scene, item)


def _whose(scene: Scene, noun: Word) -> Ids:
    """ "To the coastguard of A", "for A's schools": whose it is that receives."""
    of = next((c.child("pobj") for c in noun.children if c.dep == "prep" and c.lower == "of"), None)
    found = named(scene, noun.child("poss") or of)
    return tuple(i for i in found if scene.cast.actors[i].type in ("state", "government", "organisation", "armed_group"))


def _helped(scene: Scene, verb: Word, item: Word) -> Ids:
    """ "A package to help A rebuild its grid": who is helped."""
    for head in (verb, item):
        for act in head.children:
            if act.lemma in ("help", "assist", "support", "aid") and act.tag == "VB" and act.i > item.i:
                inner = act.child("ccomp", "xcomp")
                return named(scene, act.child("dobj") or (inner.child("nsubj") if inner is not None else None))
    return ()


def _promised_to(scene: Scene, item: Word) -> Ids:
    """ "Has paid 3 of the 10 million it promised to the fund": to whom the whole was promised."""
    below = [w for w in item.subtree() if w.dep == "relcl" and w.lemma in load("commitments")["binding"]]
    to = next((c for w in below for c in w.children if c.dep in ("prep", "dative") and c.lower == "to"), None)
    return named(scene, to.child("pobj")) if to is not None else ()


def _for_it(prep: Word) -> bool:
    """Whether a preposition points to who knows what: "18 million florins for them" may be for things."""
    noun = prep.child("pobj") if prep.lower == "for" else None
    return noun is not None and noun.lower in ("it", "them", "this", "that")


def read_as_participle(verb: Word) -> tuple[Word, Word] | None:
    """Return who announces and what, where the small parser takes the main verb for a participle, or None.

    "The bank, having cut its grants, announced in June a plan": with the plan read as the top of the sentence.
    """
    if verb.tag != "VBN" or verb.dep not in ("acl", "advcl") or verb.lemma not in load("commitments")["promise"]:
        return None
    if any(c.dep in ("aux", "auxpass", "agent", "mark") for c in verb.children):
        return None
    own = verb.child("dobj")
    if verb.dep == "acl" and own is not None:
        comma = verb.sentence.words[verb.i - 1 - verb.sentence.words[0].i].text == ","
        return (verb.head, own) if comma and verb.head.i < verb.i < own.i else None
    top = verb.head.head if verb.dep == "acl" else verb.head
    subject = top.child("nsubj")
    split = top.pos == "NOUN" and top.dep == "ROOT" and subject is not None and subject.i < verb.i < top.i
    return (subject, top) if split and subject is not None and (verb.dep == "advcl" or verb.head is subject) else None
