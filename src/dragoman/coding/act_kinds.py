"""Which type of event a verb or noun names, by itself or with the words around it."""

import functools
from dataclasses import dataclass
from itertools import pairwise

from dragoman.coding.dates import TimeExpression
from dragoman.coding.parse import Word
from dragoman.coding.standing import invert
from dragoman.coding.wordlists import load, words


@dataclass(frozen=True)
class Act:
    """`head` names the act, `top` is the word whose clause tells it (the same, or the verb over a noun).

    `also` is another word whose phrase tells of it, where the parse hung it elsewhere; `again` is set where the words tell
    of the meeting before them and of no new one. `upto` is the last word that tells of it, where the order of the words says so,
    `day` the words for its day, and `failing` the word of another clause by which it came to nothing.
    """

    head: Word
    top: Word
    type: str
    status: str
    also: Word | None = None
    again: bool = False
    upto: Word | None = None
    day: TimeExpression | None = None
    failing: Word | None = None

    def tells(self, word: Word) -> bool:
        """Return whether a word stands in the passage that tells of the act, where the order of the words gives it."""
        return self.upto is not None and self.top.i < word.i <= self.upto.i


@functools.cache
def kinds_of(*keys: str) -> dict[str, str]:
    table = load("events")
    for key in keys:
        table = table[key]
    return invert(table)


def verb_type(verb: Word) -> str | None:
    """Return the type of event that a verb names by itself or with the words of its clause, or None."""
    if verb.lemma not in _telling_verbs():
        return _of_crowd(verb)
    by_subject = verb.lemma in words("events", "by_subject", "verbs")
    near = [w for c in verb.children if by_subject or c.dep != "nsubj" for w in (c, *c.children)]
    other = load("events")["otherwise"].get(verb.lemma, ())
    if other and (any(w.lemma in other for w in near) or any(c.dep in other for c in verb.children)):
        return None
    if by_subject and verb.dep == "xcomp":
        near += [c for c in verb.head.children if c.dep in ("nsubj", "nsubjpass")]
    for type_, *with_ in load("events")["phrases"].get(verb.lemma, ()):
        if type_ == "visit" and not _goes_somewhere(verb, with_):
            continue
        if any(w.lemma in with_ or w.lower in with_ for w in near if w.dep not in ("det", "poss")):
            return str(type_)
    if verb.lemma in words("events", "speaking", "verbs") and _speaks_with(verb):
        return "call"
    if verb.lemma == "ring" and (rung := verb.child("dobj")) is not None and rung.ent == "PERSON":
        return "call"
    if verb.lemma == "put" and _on_hold(verb):
        return "suspension"
    if verb.lemma in words("events", "contact", "verbs") and _in_contact(verb):
        return "meeting"
    return kinds_of("verbs").get(verb.lemma) or _of_crowd(verb)


@functools.cache
def _telling_verbs() -> frozenset[str]:
    """The verbs that may name an event, whoever does it."""
    table = load("events")
    more = (words("events", "speaking", "verbs"), words("events", "contact", "verbs"), ("ring", "put"))
    return frozenset(kinds_of("verbs")).union(table["phrases"], *more)


def _of_crowd(verb: Word) -> str | None:
    """ "Demonstrators waved flags": what a crowd does is its protest, what it says is not."""
    crowd = verb.child("nsubj")
    if crowd is None or crowd.lemma not in words("events", "crowd", "nouns") or verb.lemma in words("cues", "speech"):
        return None
    return "protest" if verb.child("dobj", "prep", "prt") and verb.lemma not in words("events", "states", "verbs") else None


def _in_contact(verb: Word) -> bool:
    """ "Saw each other", "came face to face", "sat down with her", "spent an hour in one room"."""
    after = verb.sentence.words[verb.i - verb.sentence.words[0].i + 1 :]
    said = [w.lower for w in after[:3]]
    if said[:2] in (["each", "other"], ["one", "another"]) or said == ["face", "to", "face"]:
        return verb.lemma in words("events", "contact", "mutual")
    if verb.lemma == "sit" and verb.dep in ("xcomp", "advcl", "ccomp") and verb.tag == "VB":
        return kinds_of("over").get(verb.head.lemma) == "requested"  # "asked the board to sit on Monday"
    several = _is_of_several(verb)
    if verb.lemma in words("events", "contact", "joining") and "together" in said[:1] and several:
        return not any(c.dep in ("xcomp", "advcl") and c.i > verb.i for c in verb.children)  # "came together to protest"
    if verb.lemma == "bring":
        return several and any(c.lower == "together" for c in verb.children) and _is_timed(after)
    if verb.lemma == "take":
        return _took_them(verb) and _is_timed(after)
    if verb.lemma == "sit" and "down" in said[:1]:
        return several or any(c.lower == "with" for c in verb.children)
    return several and verb.lemma in words("events", "contact", "timed") and _is_timed(after)


def _is_of_several(verb: Word) -> bool:
    """Whether those who do something are negotiators, or two or more sides, or do it with or to such."""
    for who in (c for c in verb.children if c.dep in ("nsubj", "dobj")):
        if who.lemma in words("events", "contact", "people") and (who.tag == "NNS" or who.child("conj") is not None):
            return True
        if who.ent in ("GPE", "ORG", "PERSON") and who.child("conj") is not None:
            return True
        phrase = who.subtree()
        several = sum(w.ent_start and w.ent == "PERSON" for w in phrase) > 1 and any(w.lower == "and" for w in phrase)
        if several and any(w.tag == "NNS" and w.lemma in words("events", "contact", "people") for w in phrase):
            return True  # "foreign ministers Pavel Dorsk of Lethia and Anna Quist of Varland"
    return False


def _took_them(verb: Word) -> bool:
    """ "It took the negotiators 50 minutes to establish that they could not agree"."""
    it = verb.child("nsubj", "expl")
    people = words("events", "contact", "people")
    who = next((c for c in verb.children if c.dep in ("dobj", "dative", "iobj") and c.lemma in people), None)
    several = it is not None and it.lower == "it" and who is not None and who.tag == "NNS"
    return several and verb.child("xcomp", "advcl") is not None


def _is_timed(after: list[Word]) -> bool:
    """Whether it took minutes or hours."""
    at = next((n for n, w in enumerate(after) if w.lemma in words("events", "lasting", "units")), None)
    return at is not None and not any(w.pos == "VERB" and w.dep != "amod" for w in after[:at])


def _on_hold(verb: Word) -> bool:
    """ "Put the talks on hold", wherever the parse hung the words."""
    after = [w.lower for w in verb.sentence.words[verb.i - verb.sentence.words[0].i + 1 :]]
    return any(one == "on" and next_ in ("hold", "ice") for one, next_ in pairwise(after))


def _goes_somewhere(verb: Word, prepositions: list[str]) -> bool:
    places = (c.child("pobj") for c in verb.children if c.dep == "prep" and c.lower in prepositions)
    nowhere = words("events", "nowhere", "nouns")
    return any(p is not None and p.pos != "PRON" and p.ent not in ("DATE", "TIME") and p.lemma not in nowhere for p in places)


def _speaks_with(verb: Word) -> bool:
    """Whether the one spoken with is named or a leader, and no audience."""
    for prep in verb.children:
        if prep.dep == "prep" and prep.lower in ("with", "to") and (other := prep.child("pobj")):
            near = (other, *other.children)
            if any(w.lemma in words("events", "speaking", "audiences") for w in near):
                return False
            return other.ent == "PERSON" or any(w.lemma in words("events", "speaking", "leaders") for w in near)
    return False


def counts(noun: Word) -> bool:
    if noun.lemma == "talk" and noun.tag != "NNS":
        return False
    if noun.lemma == "briefing" and any(c.lower in ("press", "news", "media") for c in noun.children):
        return False
    if noun.lemma in ("discussion", "session", "conversation") and any(c.dep == "npadvmod" for c in noun.children):
        return True  # "discussions there on Tuesday"
    needed = load("events")["needs"].get(noun.lemma)
    if noun.lemma == "encounter" and noun.child("poss") is not None:
        return True  # "the two teams' last encounter"
    if noun.dep == "nsubj" and noun.lemma in ("exchange", "swap") and noun.head.lemma in ("take", "happen", "occur"):
        return True  # "the exchange took place"
    if noun.lemma in ("session", "sitting") and noun.dep == "dobj" and noun.head.lemma in ("hold", "convene", "call"):
        return True
    return needed is None or any(w.lower in needed or w.lemma in needed for c in noun.children for w in (c, *c.children))


def noun_type(noun: Word) -> str:
    other = load("events")["instead"].get(noun.lemma)
    if other and any(c.lower in other[1:] for c in noun.children):
        return str(other[0])
    return kinds_of("nouns")[noun.lemma]
