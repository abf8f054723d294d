"""Commitment records of a report."""

from collections.abc import Iterator
from dataclasses import replace

from dragoman.coding.goods import noun_words, thing
from dragoman.coding.pledges import pledges_of
from dragoman.coding.promises import Promise, promises_of
from dragoman.coding.receipts import receipts_of
from dragoman.coding.scene import Scene
from dragoman.coding.wordlists import words
from dragoman.model import Commitment


def find_commitments(scene: Scene) -> tuple[Commitment, ...]:
    """Return the report's commitments, in order; states of one promise name the earlier one in `same_as`."""
    found: list[Commitment] = []
    for promise in _without_twins(list(_promises(scene))):
        found.append(_linked(scene, _record(scene, promise), promise, found))
    return tuple(found)


def _promises(scene: Scene) -> Iterator[Promise]:
    for word in scene.parse.words:
        if word.pos == "VERB" or word.tag in ("VBN", "VBG", "VBD"):
            yield from promises_of(scene, word)
            yield from receipts_of(scene, word)
        elif word.pos == "NOUN":
            yield from pledges_of(scene, word)


def _without_twins(promises: list[Promise]) -> list[Promise]:
    """Without those that tell the same item in the same state once more: "announced its pledge of 40 buses" is one."""
    out: list[Promise] = []
    for promise in promises:
        twin = next((p for p in out if p.item is promise.item and _same_state(p, promise)), None)
        if twin is None:
            out.append(promise)
        elif len(promise.giver) + len(promise.receiver) > len(twin.giver) + len(twin.receiver):
            out[out.index(twin)] = promise
    return out


def _same_state(a: Promise, b: Promise) -> bool:
    return a.status == b.status and (a.giver == b.giver or not a.giver or not b.giver)


def _record(scene: Scene, promise: Promise) -> Commitment:
    quantity, item = promise.quantity, noun_words(thing(promise.item))
    if promise.extra:
        item = [*promise.extra, *item]
    return Commitment(
        document=scene.document.id, spans=scene.parse.spans(promise.words), coder=scene.coder, certainty=promise.certainty,
        giver=promise.giver, receiver=promise.receiver, item=scene.parse.span(item).text,
        quantity=quantity.value if quantity else None, unit=quantity.unit if quantity else None,
        quantity_text=quantity.text if quantity else None, status=promise.status,
    )  # fmt: skip


def _linked(scene: Scene, record: Commitment, promise: Promise, found: list[Commitment]) -> Commitment:
    """The record with the earlier one of the same promise: the same amount, or "of it", "of the 14 million"."""
    if promise.quantity is None:
        return record
    whole = _whole(scene, promise)
    for earlier in reversed(found):
        if earlier.quantity is None or earlier.status == record.status and earlier.quantity == record.quantity:
            continue
        if whole in ("it", earlier.quantity):
            giver, receiver = record.giver or earlier.giver, record.receiver or earlier.receiver
            item = record.item if _says_more(promise) else earlier.item
            return replace(record, same_as=earlier.id, giver=giver, receiver=receiver, item=item, unit=record.unit or earlier.unit)
        same = (record.quantity, record.unit) == (earlier.quantity, earlier.unit)
        if same and (record.giver == earlier.giver or not record.giver or not earlier.giver):
            return replace(record, same_as=earlier.id)
    return record


def _says_more(promise: Promise) -> bool:
    return promise.item.pos == "NOUN" and promise.item.lemma not in words("quantities", "coins")


def _whole(scene: Scene, promise: Promise) -> float | str | None:
    """Of what a number is a part: "it", or the amount of the whole where the sentence names it ("of the 9.6 million")."""
    quantity = promise.quantity
    if quantity is None:
        return None
    tokens = scene.parse.words
    after = tokens[quantity.last + 1 : quantity.last + 5]
    if [w.lower for w in after[:2]] in (["of", "it"], ["of", "this"], ["of", "that"], ["of", "them"]):
        return "it"
    if after and after[0].lower == "of":
        return next((q.value for q in scene.quantities if quantity.last < q.first <= quantity.last + 4), None)
    sentence = tokens[quantity.first].sentence.words
    if sentence[0].lower == "of":
        return next((q.value for q in scene.quantities if sentence[0].i < q.first <= sentence[0].i + 3 and q is not quantity), None)
    return None
