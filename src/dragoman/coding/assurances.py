"""What a side says that it was assured of: "A has assured us of two boats and B of one", "has confirmation from A for two"."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from dragoman.coding.givers import agent, named, nearest_passive, subject_of
from dragoman.coding.handovers import mood
from dragoman.coding.parse import Word
from dragoman.coding.promises import Promise, arguments, run
from dragoman.coding.quantities import Quantity
from dragoman.coding.scene import Scene
from dragoman.coding.sharing import Share, shares
from dragoman.coding.wordlists import load, words
from dragoman.model import Ids
from dragoman.model.findings import CommitmentStatus

_NEAR = 8
_BESIDE = 3
_BACK = 2
_CONFIRMED: CommitmentStatus = "confirmed_by_receiver"


@dataclass(frozen=True)
class _Assurance:
    """Words that assure somebody: the `verb`, the word from which on it is told of what, who assures, and who is assured."""

    verb: Word
    first: Word
    giver: Word | None
    assured: Word | None
    status: CommitmentStatus | None
    """How it stands where nobody says so who was assured; None where it is then no promise."""


def assurances_of(scene: Scene, verb: Word) -> Iterator[Promise]:
    """Yield each giver's part of what a verb, or a noun that is its object, assures somebody of."""
    found = _by_noun(verb) or _by_verb(verb) or _by_taking(verb) or _by_counting(verb)
    if found is None or (mood(verb) not in ("done", "now") and verb.lemma not in _COUNTING):
        return
    if (again := _again(verb)) is not None:
        yield from _one_more(scene, verb, again)
        return
    receiver, own = _receiver(scene, found)
    status = _CONFIRMED if own else found.status
    if status is None:
        return
    topic = _topic(found.verb)
    lead = _lead(scene, found)
    for number, share in enumerate(shares(scene, found.first, found.giver)):
        giver = _who(scene, share)
        if not _is_given(scene, share, found) or (giver and set(giver) & set(receiver)):
            return
        item, quantity = scene.parse.words[share.quantity.last], share.quantity
        if topic is not None and quantity.unit is None:
            item, quantity = topic, replace(quantity, unit=topic.text)
        told = (*lead, *share.words)
        if number == 0:
            told = tuple(scene.parse.words[min(w.i for w in told) : share.words[-1].i + 1])
        yield Promise(
            told, item, status, giver, tuple(r for r in receiver if r not in giver), quantity,
            certainty="sure" if giver else "likely", assured=True,
        )  # fmt: skip


def _by_noun(verb: Word) -> _Assurance | None:
    """ "Has confirmation from A for two", "A has given it confirmation of two", "confirmation came in from A for two"."""
    table = load("commitments")["words"]
    noun = verb.child("dobj")
    passive = verb.child("auxpass") is not None
    if noun is not None and noun.lemma in table and not _is_none(noun):
        status: CommitmentStatus = table[noun.lemma]
        if verb.lemma in words("commitments", "acts", "have") or (verb.lemma == "give" and passive):
            return _Assurance(verb, _next(noun), None, verb.child("nsubjpass") if passive else subject_of(verb), status)
        if verb.lemma in words("commitments", "assuring", "giving_word") and (told := _told(verb, noun)) is not None:
            return _Assurance(verb, _next(noun), subject_of(verb), told, status)
        return None
    if (noun := _came_in(verb)) is not None:
        return _Assurance(verb, _next(max(noun, verb, key=lambda w: w.i)), None, None, table[noun.lemma])
    if verb.lemma in words("commitments", "acts", "have") and (written := _in_writing(verb)) is not None:
        return _Assurance(verb, _next(written), None, subject_of(verb), "announced")
    return None


def _next(word: Word) -> Word:
    tokens = word.sentence.words
    return tokens[min(word.i + 1 - tokens[0].i, len(tokens) - 1)]


def _in_writing(verb: Word) -> Word | None:
    """ "Has in writing from A that two boats will come"."""
    prep = next((c for c in verb.children if c.dep == "prep" and c.lower == "in" and c.i == verb.i + 1), None)
    noun = prep.child("pobj") if prep is not None else None
    return noun if noun is not None and noun.lower == "writing" else None


def _came_in(verb: Word) -> Word | None:
    """ "Confirmation had come in from A for two boats", "has been received from A": the noun of confirming."""
    told = verb.child("nsubj", "nsubjpass") or (verb.child("attr") if verb.child("expl") is not None else None)
    if told is None or told.lemma not in load("commitments")["words"] or _is_none(told):
        return None
    if told.dep == "attr":
        return told  # "there was confirmation from A"
    if any(c.dep == "prep" and told.i < c.i < verb.i for c in told.children):
        return None  # "confirmation for two boats had come from A and for one from B": paired the other way round
    got = words("commitments", "acts", "have") if told.dep == "nsubjpass" else words("commitments", "acts", "arrive")
    return told if verb.lemma in got else None


def _is_none(noun: Word) -> bool:
    return any(c.lower in ("no", "any", "neither") for c in noun.children)


def _by_verb(verb: Word) -> _Assurance | None:
    """ "A has assured us of two", "we have been told by A that it will send two", "A has confirmed that it will send two"."""
    if verb.lemma not in words("commitments", "assuring", "verbs"):
        return None
    status: CommitmentStatus | None = load("commitments")["assuring"]["status"].get(verb.lemma)
    told = _told(verb, None)
    if verb.child("auxpass") is not None:
        subject = nearest_passive(verb)
        if subject is None:
            return None
        if told is not None and any(c.dep == "nummod" for c in subject.children):
            return _Assurance(verb, min(subject.subtree(), key=lambda w: w.i), None, told, status)  # "two were promised to us"
        return _Assurance(verb, _next(verb), None, subject, status)
    giver = verb.child("nsubj")
    if giver is None or giver.tag in ("PRP", "WDT", "WP"):
        return None
    if told is None and verb.lemma not in words("commitments", "assuring", "to_nobody"):
        return None
    return _Assurance(verb, _next(verb), giver, told, status)


def _by_taking(verb: Word) -> _Assurance | None:
    """ "We have secured two boats from A and one from B": a promise only where the receiver says so."""
    taken = verb.child("dobj")
    counted = taken is not None and any(c.dep == "nummod" for c in taken.children)
    if not counted or verb.lemma not in words("commitments", "assuring", "taking") - words("commitments", "acts", "receive"):
        return None
    return _Assurance(verb, _next(verb), None, subject_of(verb), None)


def _by_counting(verb: Word) -> _Assurance | None:
    """ "We can count on two boats from A and one from B": what whoever receives them says."""
    on = next((c for c in verb.children if c.lower in ("on", "upon") and c.dep == "prep" and c.i == verb.i + 1), None)
    able = any(c.lower in ("can", "could") for c in verb.children)
    if verb.lemma not in _COUNTING or on is None or not able or any(c.dep == "neg" for c in verb.children):
        return None
    thing = on.child("pobj")
    counted = thing is not None and any(c.dep == "nummod" for c in thing.children)
    return _Assurance(verb, _next(on), None, subject_of(verb), None) if counted else None


_COUNTING = frozenset({"count", "rely", "bank"})


def _again(verb: Word) -> Word | None:
    """ "One more had been pledged by B", "B has promised another": the word that counts on from the sentence before."""
    if verb.lemma not in words("commitments", "assuring", "verbs"):
        return None
    noun = nearest_passive(verb) or verb.child("dobj")
    if noun is None or noun.lower not in words("commitments", "assuring", "again"):
        return None
    return noun if verb.sentence.words[0] in noun.subtree() or noun.dep == "dobj" else None


def _one_more(scene: Scene, verb: Word, noun: Word) -> Iterator[Promise]:
    """What is promised by one more giver, of the kind that a sentence before told of."""
    at = verb.sentence.index
    before = [s for s in scene.parse.sentences[max(0, at - _BACK) : at] if s.paragraph == verb.sentence.paragraph]
    told = [p for s in before for w in s.words if w.pos == "VERB" for p in assurances_of(scene, w)]
    giver = named(scene, agent(verb) or verb.child("nsubj"))
    if not told or told[-1].quantity is None or not giver:
        return
    phrase = [w for w in noun.subtree() if abs(w.i - noun.i) <= 1]
    unit, span = told[-1].quantity.unit, scene.parse.span(phrase)
    quantity = Quantity(span, phrase[0].i, phrase[-1].i, 1.0, unit, span.text)
    yield Promise(run([*phrase, verb, *arguments(verb)]), noun, told[-1].status, giver, told[-1].receiver, quantity, assured=True)


def _told(verb: Word, noun: Word | None) -> Word | None:
    """Who is told: "him" of "assured him of", "confirmed to him", "promised his government two boats"."""
    for child in verb.children:
        if child.i <= verb.i or child is noun:
            continue
        if child.dep == "dative":
            return child.child("pobj") if child.pos == "ADP" else child
        if child.dep == "dobj" and child.tag != "CD" and not any(c.dep == "nummod" for c in child.children):
            return child
        if child.dep == "prep" and child.lower == "to" and (to := child.child("pobj")) is not None:
            own = next((c for c in to.children if c.tag == "PRP$" and c.i == child.i + 1), None)
            counted = any(c.dep == "nummod" for c in to.children)
            return own if own is not None and counted else to  # "confirmed to her two new lines": read as hers
    return None


def _receiver(scene: Scene, found: _Assurance) -> tuple[Ids, bool]:
    """Who is assured, and whether it is the receiver who says so."""
    voice = scene.voice_at(found.verb)
    assured = found.assured
    if assured is None:
        apart = found.giver is None or not set(scene.cast.party(scene.cast.who(found.giver))) & set(scene.cast.party(voice))
        return voice, bool(voice) and apart
    owner = assured.child("poss")
    unnamed = assured.pos == "NOUN" and any(c.lower == "the" for c in assured.children) and not scene.cast.who(assured)
    if (owner is not None and owner.tag == "PRP$") or unnamed:
        who = voice  # "promised her government", "the city": of whoever says so
    else:
        who = scene.cast.who(assured) or (voice if assured.tag in ("PRP", "PRP$") else ())
    return who, bool(voice) and bool(set(scene.cast.party(who)) & set(scene.cast.party(voice)))


def _is_given(scene: Scene, share: Share, found: _Assurance) -> bool:
    """Whether what is counted is to be given, not done something else with or given already: "told us that two were late"."""
    noun = scene.parse.words[share.quantity.last]
    abstract = words("commitments", "items", "abstract") - words("commitments", "items", "countable")
    if share.quantity.unit == "percent" or noun.lemma in abstract:
        return False
    verb = noun.head
    if verb.lower in words("commitments", "assuring", "coming"):
        return True  # "would make two boats available"
    if verb is found.verb or verb.i < found.first.i or verb.pos not in ("VERB", "AUX"):
        return True
    if verb.lemma == "be" and noun.dep == "nsubj":
        return any(w.lower in words("commitments", "assuring", "coming") for w in verb.subtree() if w.i > verb.i)
    if mood(verb) == "done":
        return verb.lemma in words("commitments", "assuring", "verbs")
    if noun.dep not in ("nsubj", "nsubjpass"):
        return True
    acts = "arrive" if noun.dep == "nsubj" else "hand"
    return verb.lemma in words("commitments", "acts", acts) | words("commitments", "assuring", "giving") | {"make"}


def _who(scene: Scene, share: Share) -> Ids:
    """The actors of a giver's noun phrase: the noun, what it is joined to nearby, the name set beside it, or whose it is."""
    head = share.giver
    beside = [i for w in head.children if w.dep == "appos" and w.pos == "PROPN" for i in scene.cast.who(w)]
    found = beside or [i for w in (head, *head.children) if w is head or _is_beside(w, head) for i in scene.cast.who(w)]
    if not found:
        inner = [w for c in head.children if c.dep == "prep" and c.lower == "of" for w in c.children if w.dep == "pobj"]
        found = [i for w in inner for i in scene.cast.who(w)]
    if not found or all(scene.cast.actors[i].name.lower() == head.lower for i in found):
        found = [*scene.cast.meet(head)] or found  # "a museum in Graz" is more than "museum"
    return tuple(dict.fromkeys(found))


def _is_beside(word: Word, head: Word) -> bool:
    return word.dep == "conj" and 0 < word.i - head.i <= _BESIDE


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


def _lead(scene: Scene, found: _Assurance) -> tuple[Word, ...]:
    """The words of assuring that stand before the first share: a near subject, its helpers, and the verb with its noun."""
    verb = found.verb
    if found.first.i < verb.i:
        return ()
    subject = found.giver or verb.child("nsubj", "nsubjpass")
    first = min([verb.i, *(c.i for c in verb.children if c.dep in ("aux", "auxpass") and c.i < verb.i)])
    if subject is not None and 0 < first - subject.i <= _NEAR:
        first = min(w.i for w in subject.subtree() if first - w.i <= 2 * _NEAR and w.i <= subject.i)
    told = found.assured.i if found.assured is not None else verb.i
    return tuple(scene.parse.words[first : max(found.first.i, told + 1 if told < found.first.i + _BESIDE else 0)])
