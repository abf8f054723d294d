"""Commitment records of a report."""

from collections.abc import Iterator
from dataclasses import replace

from dragoman.coding.assurances import assurances_of
from dragoman.coding.bargains import bargains_of, deeds_of, is_struck
from dragoman.coding.concessions import concessions_of
from dragoman.coding.dealings import SHORT
from dragoman.coding.goods import between, counted_subject, is_bare, noun_words, purpose, thing
from dragoman.coding.handovers import is_agreement
from dragoman.coding.parse import Word
from dragoman.coding.participles import modified, participle_of
from dragoman.coding.pledges import pledges_of
from dragoman.coding.promises import Promise, hands_over, promises_of
from dragoman.coding.quantities import Quantity
from dragoman.coding.receipts import receipts_of
from dragoman.coding.scene import Scene
from dragoman.coding.supports import supports_of
from dragoman.coding.undertakings import undertakings_of
from dragoman.coding.wordlists import words
from dragoman.model import Commitment, Ids

_DONE = frozenset(("delivered", "under_way", "confirmed_by_receiver"))
_FEW = 2  # on 100 reports of no negotiation this leaves out three commitments in four
_RARE = 250
_FAR = 3  # sentences
_SUM_NEAR = 3
_SUM_FAR = 24  # words of what a plan is for, before what it costs
_TERMS = 6  # sentences
_ABLE = frozenset(("state", "government", "organisation", "armed_group", "office"))
_LARGE = 1e5


def find_commitments(scene: Scene) -> tuple[Commitment, ...]:
    """Return the report's commitments, in order; states of one promise name the earlier one in `same_as`."""
    found: list[tuple[Promise, Commitment]] = []
    negotiated = _is_of_negotiation(scene)
    for promise in _without_twins(list(_promises(scene))):
        if promise.points_back and not found:
            continue
        record = _by_teller(
            scene, _linked(scene, _acknowledged(scene, _record(scene, promise), promise), promise, found), promise
        )
        if record.status == "announced" and (_is_undertaken(scene, promise) or _is_struck(scene, promise)):
            record = replace(record, status="agreed")
        if not negotiated and not record.same_as:
            if not _is_vowed(promise) or not (record.giver or record.status == "agreed"):
                continue
            record = replace(record, certainty="possible")
        if record.same_as or not _is_loose(promise):
            found.append((promise, record))
    return tuple(record for _, record in found)


def _acknowledged(scene: Scene, record: Commitment, promise: Promise) -> Commitment:
    """The record; a delivery that somebody else of the sentence confirms ("as the Federation confirmed") is confirmed."""
    confirming = next((w for w in promise.words if w.lemma == "confirm"), None)
    if record.status == "announced" and promise.quantity is not None and confirming is not None:
        teller = scene.cast.party(scene.voice_at(confirming))
        apart = teller and record.giver and not set(teller) & set(scene.cast.party(record.giver))
        return replace(record, status="confirmed_by_receiver") if apart else record
    if record.status != "delivered":
        return record
    tokens = promise.words[0].sentence.words
    for word in tokens[promise.words[-1].i - tokens[0].i :]:
        subject = word.child("nsubj") if word.lemma == "confirm" and word.tag in ("VBD", "VBZ", "VBN") else None
        if word.child("dobj") is not None or word.dep == "conj":
            continue  # it confirms something else
        if subject is not None and subject.i > promise.words[-1].i and not set(scene.cast.who(subject)) & set(record.giver):
            last = scene.parse.words[promise.words[0].i : word.i + 1]
            return replace(record, status="confirmed_by_receiver", spans=scene.parse.spans(last))
    return record


def _by_teller(scene: Scene, record: Commitment, promise: Promise) -> Commitment:
    """The record; where money or a part of what was promised "has been paid" by nobody named, who says so answers for it."""
    passive = any(w.dep == "auxpass" for w in promise.words) or promise.words[-1].dep == "prt" or record.same_as is not None
    quantity = promise.quantity
    due = quantity is not None and (quantity.is_money or record.same_as is not None or is_bare(promise.item, quantity))
    statement = scene.statement_at(promise.words[0])
    if statement is not None and statement.manner == "direct" and not _is_told_to_owe(scene, promise):
        return record  # a spokesman tells of anybody's payments
    if record.giver or not due or not passive or statement is None or record.status not in ("delivered", "under_way", "proposed"):
        return record
    teller = scene.cast.party(scene.voice_at(promise.words[0]))
    own = tuple(t for t in teller if t not in record.receiver and scene.cast.actors[t].type in _ABLE)
    return replace(record, giver=own, certainty="possible") if own else record


def _is_undertaken(scene: Scene, promise: Promise) -> bool:
    """ "The county also undertook to hire 40": what a side undertakes where the terms of a settlement have just been told."""
    if not any(w.lemma == "undertake" for w in promise.words):
        return False
    at = promise.words[0].sentence.index
    before = (w for s in scene.parse.sentences[max(0, at - _TERMS) : at] for w in s.words)
    return any(w.lower == "under" and any(is_agreement(n) for n in scene.parse.words[w.i + 1 : w.i + 4]) for w in before)


def _is_struck(scene: Scene, promise: Promise) -> bool:
    """Whether the text says that sides have agreed on what one will do."""
    verb = next((a for a in (promise.item, *promise.item.ancestors()) if a.pos == "VERB"), None)
    will = verb is not None and any(w.lower in ("will", "'ll") or w.tag == "TO" for w in verb.children)
    return verb is not None and will and not promise.assured and is_struck(scene, verb)


def _is_told_to_owe(scene: Scene, promise: Promise) -> bool:
    """Whether the one who answers was just asked of what "you owe"."""
    at = promise.words[0].sentence.index
    before = (w for s in scene.parse.sentences[max(0, at - _FAR - 1) : at] for w in s.words)
    return any(
        w.lemma in ("owe", "promise", "pledge") and any(c.lower == "you" and c.dep == "nsubj" for c in w.children) for w in before
    )


def _is_vowed(promise: Promise) -> bool:
    vows = words("commitments", "setting", "vows")
    return promise.status != "delivered" and any(w.lemma in vows for w in promise.words)


def _is_loose(promise: Promise) -> bool:
    """A small bare number that is part of nothing promised before: votes received, points given."""
    quantity = promise.quantity
    return quantity is not None and quantity.unit is None and (quantity.value or 0) < _LARGE and is_bare(promise.item, quantity)


def _is_of_negotiation(scene: Scene) -> bool:
    """Whether a report has the words of a negotiation, often enough: elsewhere what people give one another is no commitment.

    A short notice cannot be judged by its words.
    """
    if len(scene.parse.words) < SHORT:
        return True
    setting = words("commitments", "setting", "words")
    count = sum(1 for w in scene.parse.words if w.lemma in setting)
    return count >= _FEW and count * _RARE >= len(scene.parse.words)


def _promises(scene: Scene) -> Iterator[Promise]:
    for word in scene.parse.words:
        if word.pos == "VERB" and (struck := list(deeds_of(scene, word))):
            yield from struck
        elif word.pos == "VERB" or word.tag in ("VBN", "VBG", "VBD"):
            item = modified(word)
            yield from participle_of(scene, word, item) if item is not None else promises_of(scene, word)
            if item is None:
                handing = hands_over(word) and counted_subject(word) is None
                if not handing:
                    yield from undertakings_of(scene, word)
                if not handing or word.lemma == "give":
                    yield from concessions_of(scene, word)
                yield from supports_of(scene, word)
            assured = list(assurances_of(scene, word))
            yield from assured or receipts_of(scene, word)
        elif word.pos == "NOUN":
            yield from list(bargains_of(scene, word)) or pledges_of(scene, word)


def _without_twins(promises: list[Promise]) -> list[Promise]:
    """Without those that tell the same item in the same state once more: "announced its pledge of 40 buses" is one."""
    out: list[Promise] = []
    told = {p.item for p in promises if p.certainty != "possible"}
    assured = {p.quantity.first for p in promises if p.quantity is not None and p.assured}
    for promise in promises:
        if promise.certainty == "possible" and promise.item in told:
            continue
        if not promise.assured and promise.quantity is not None and promise.quantity.first in assured:
            continue  # what A "will send", as the receiver says
        twin = next((p for p in out if p.item is promise.item and _same_state(p, promise)), None)
        if twin is None:
            out.append(promise)
        elif len(promise.giver) + len(promise.receiver) > len(twin.giver) + len(twin.receiver):
            out[out.index(twin)] = promise
    return out


def _same_state(a: Promise, b: Promise) -> bool:
    return a.status == b.status and (a.giver == b.giver or not a.giver or not b.giver)


def _record(scene: Scene, promise: Promise) -> Commitment:
    quantity = promise.quantity
    return Commitment(
        document=scene.document.id, spans=scene.parse.spans([*promise.words, *_summed(scene, promise)]),
        coder=scene.coder, certainty=promise.certainty,
        giver=promise.giver, receiver=promise.receiver, item=_item(scene, promise),
        quantity=quantity.value if quantity else None, unit=quantity.unit if quantity else None,
        quantity_text=quantity.text if quantity else None, status=promise.status,
    )  # fmt: skip


def _summed(scene: Scene, promise: Promise) -> list[Word]:
    """The words of a sum that follows: "offered relief" goes on with "worth about 24 million"."""
    last, quantity = promise.words[-1], promise.quantity
    far = _SUM_FAR if thing(promise.item).lemma in words("commitments", "items", "plans") else _SUM_NEAR
    if quantity is None or not 0 < quantity.first - last.i <= far:
        return []
    return scene.parse.words[last.i : quantity.last + 1]


def _item(scene: Scene, promise: Promise) -> str:
    """The noun phrase for what is promised; a number that stands alone is named by the unit it is lent."""
    noun, quantity = thing(promise.item), promise.quantity
    worded = quantity is not None and not any(sign in quantity.text for sign in "$€£¥₹₩")
    if worded and quantity is not None and quantity.unit and quantity.unit not in quantity.text:
        again = quantity.first <= noun.i <= quantity.last and noun.lower in words("commitments", "assuring", "again")
        if again or is_bare(noun, quantity):
            return quantity.unit
    phrase = [] if noun.pos == "VERB" and promise.extra else noun_words(noun)
    while quantity is not None and len(phrase) > 1 and phrase[0].tag == "CD" and phrase[0].i > quantity.last:
        phrase = phrase[1:]  # of "12 of the 40 tugs" it is tugs that were promised
    return scene.parse.span([*promise.extra, *phrase, *purpose(noun)]).text


def _linked(scene: Scene, record: Commitment, promise: Promise, found: list[tuple[Promise, Commitment]]) -> Commitment:
    """The record with the earlier one of the same promise: the same amount, or a part of it ("of it", "one arrived")."""
    if promise.points_back:
        _, earlier = found[-1]
        givers = tuple(g for g in earlier.giver if g not in record.receiver)
        amount = {name: getattr(earlier, name) for name in ("item", "quantity", "unit", "quantity_text")}
        return replace(record, same_as=earlier.id, giver=givers, **amount)
    if not record.giver and found and thing(promise.item).lemma in words("commitments", "items", "parts"):
        record = replace(record, giver=_before(promise, record, found[-1]))
    if promise.quantity is None or record.quantity is None:
        return record
    for told, earlier in reversed(found):
        if earlier.quantity is None or earlier.status == record.status or not _agree(earlier, record):
            continue
        if _is_part(scene, promise, told, record, earlier):
            giver, receiver = record.giver or earlier.giver, record.receiver or earlier.receiver
            item = _counted(scene, told, earlier) if is_bare(promise.item, promise.quantity) else record.item
            return replace(
                record, same_as=earlier.id, giver=giver, receiver=receiver, item=item, unit=record.unit or earlier.unit
            )
        if (record.quantity, record.unit) == (earlier.quantity, earlier.unit) and record.unit:
            return replace(record, same_as=earlier.id)
    return record


def _before(promise: Promise, record: Commitment, last: tuple[Promise, Commitment]) -> Ids:
    """Who gives the whole of which "a first instalment", "the rest" is a part: who was named just before."""
    told, earlier = last
    near = promise.words[0].sentence.index - told.words[0].sentence.index <= _FAR
    same = not record.receiver or not earlier.receiver or bool(set(record.receiver) & set(earlier.receiver))
    return tuple(g for g in earlier.giver if g not in record.receiver) if near and same else ()


def _counted(scene: Scene, told: Promise, earlier: Commitment) -> str:
    """What the earlier promise counts, without its number: the "rest cabins" of "30 rest cabins"."""
    phrase = noun_words(thing(told.item))
    if told.quantity is None or not told.quantity.first <= phrase[0].i <= told.quantity.last:
        return earlier.item
    numbers = [k for k, w in enumerate(phrase) if w.i <= told.quantity.last and (w.pos in ("NUM", "SYM") or w.tag in ("CD", "$"))]
    rest = phrase[numbers[-1] + 1 :] if numbers else phrase
    return scene.parse.span(rest).text if rest else earlier.unit or earlier.item


def _agree(a: Commitment, b: Commitment) -> bool:
    """Whether two records may be of one promise: nobody and no unit in one that speaks against the other."""
    givers = not a.giver or not b.giver or bool(set(a.giver) & set(b.giver))
    receivers = not a.receiver or not b.receiver or bool(set(a.receiver) & set(b.receiver))
    return givers and receivers and (a.unit is None or b.unit is None or a.unit.rstrip("s") == b.unit.rstrip("s"))


def _is_part(scene: Scene, promise: Promise, told: Promise, record: Commitment, earlier: Commitment) -> bool:
    """Whether a number is part of the amount promised before: "6 million of it", "of the 9.6 million, 4.4 million".

    A bare number is one only right after it, and where it is of like size (a few buses are no part of millions).
    """
    part, whole = record.quantity or 0, earlier.quantity or 0
    gap = promise.words[0].sentence.index - told.words[0].sentence.index
    if promise.quantity is None or part > whole or gap > _FAR or record.status not in _DONE:
        return False
    named = _whole(scene, promise.quantity)
    if isinstance(named, float):
        return named == whole
    money = earlier.unit is not None and earlier.unit.rstrip("s") in words("quantities", "coins")
    if record.unit is None and (part >= _LARGE) != (whole >= _LARGE) and not money:
        return False
    if record.unit is None and part < _LARGE and whole >= _LARGE:
        return False
    return named == "it" or (gap <= 1 and is_bare(promise.item, promise.quantity))


def _whole(scene: Scene, quantity: Quantity) -> float | str | None:
    """Of what a number is a part: "it", or the amount of the whole where the sentence names it ("of the 9.6 million")."""
    tokens = scene.parse.words
    after = [w.lower for w in tokens[quantity.last + 1 : quantity.last + 3]]
    if after[:1] == ["of"] and after[1:] and after[1] in ("it", "this", "that", "them", "these", "those"):
        return "it"
    if after[:1] == ["of"]:
        return next((q.value for q in between(scene, quantity.last + 1, quantity.last + 4)), None)
    first = tokens[quantity.first].sentence.words[0]
    if first.lower == "of":
        return next((q.value for q in between(scene, first.i + 1, first.i + 3) if q is not quantity), None)
    return None
