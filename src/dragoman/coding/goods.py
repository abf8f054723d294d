"""What is handed over: the noun phrase, how much of it, and whether it is anything one hands over at all."""

from collections.abc import Iterator

from dragoman.coding.parse import Word
from dragoman.coding.quantities import Quantity
from dragoman.coding.scene import Scene
from dragoman.coding.wordlists import words
from dragoman.model import Ids

_CUT = frozenset(("relcl", "acl", "appos", "punct", "advcl", "parataxis", "advmod", "npadvmod", "ccomp", "cc", "conj"))
_KEPT = frozenset(("of", "for", "in", "worth", "on", "with", "from"))
_AMOUNT = frozenset(("of", "worth", "totalling", "totaling", "in"))


def noun_words(noun: Word) -> list[Word]:
    """Return the words of a noun phrase without relative clauses, appositions and what is coordinated."""
    out, stack = [], [noun]
    while stack:
        word = stack.pop()
        out.append(word)
        stack += [
            c for c in word.children
            if c.dep not in _CUT and (c.dep != "prep" or c.lower in _KEPT and not _dates(c)) or c.i < noun.i and c.dep in ("advmod", "punct", "cc", "conj")
        ]  # fmt: skip
    out.sort(key=lambda w: w.i)
    at = next(k for k, w in enumerate(out) if w is noun)
    while at + 1 < len(out) and out[at + 1].i == out[at].i + 1:
        at += 1
    kept = out[: at + 1]
    while len(kept) > 1 and (kept[0].pos == "PUNCT" and kept[0].text not in "$€£\"" or kept[0].dep == "cc" or kept[0].lower in ("the", "a", "an")):
        kept = kept[1:]
    return kept


def _dates(prep: Word) -> bool:
    noun = prep.child("pobj")
    return noun is not None and (noun.ent in ("DATE", "TIME") or noun.text[:4].isdigit() and noun.tag == "CD")


def thing(item: Word) -> Word:
    """Return the noun for what is handed over: of "$3 million in aid" and "thousands of tents" it is "aid", "tents"."""
    if item.tag in ("CD", "$") or item.lemma in words("quantities", "coins") or item.lower in words("quantities", "vague"):
        for prep in item.children:
            noun = prep.child("pobj") if prep.dep == "prep" and prep.i > item.i and prep.lower in _AMOUNT else None
            if noun is not None and noun.pos in ("NOUN", "PROPN") and noun.ent not in ("DATE", "TIME"):
                return noun
    return item


def amount(scene: Scene, item: Word) -> Quantity | None:
    """Return how much there is of it, or None where the words leave a doubt: its own number, or one after "of", "worth"."""
    own = [q for q in scene.quantities if q.first <= item.i <= q.last or (item.i - 6 < q.last < item.i and _counts(scene, q, item))]
    if own:
        return own[0] if len(own) == 1 else next((q for q in own if q.first <= item.i <= q.last), own[-1])
    return next((q for q in _after(scene, item)), None)


def _counts(scene: Scene, quantity: Quantity, item: Word) -> bool:
    """Whether the number's words hang on the item: "a $10 billion plan", "two used Patriot systems"."""
    for number in range(quantity.first, quantity.last + 1):
        word = scene.parse.words[number]
        if word.head is item and word.dep in ("nummod", "compound", "nmod", "amod", "quantmod", "det", "poss"):
            return True
    return False


def _after(scene: Scene, item: Word) -> Iterator[Quantity]:
    for child in item.children:
        if child.i > item.i and child.lower in _AMOUNT | {"for"}:
            noun = child.child("pobj", "dobj", "npadvmod", "attr")
            number = amount(scene, noun) if noun is not None and child.dep in ("prep", "acl", "amod") else None
            if number is not None and (child.lower != "for" or not number.is_money):
                yield number
    tokens = item.sentence.words
    for word in tokens[item.i - tokens[0].i + 1 : item.i - tokens[0].i + 14]:
        if word.lower in ("totaling", "totalling", "worth"):
            yield from (q for q in scene.quantities if word.i < q.first <= word.i + 2)
            return
        if word.tag in ("VBD", "VBZ", "VBP", "MD") or word.text in (";", ":"):
            return


def is_good(scene: Scene, item: Word, quantity: Quantity | None) -> bool:
    """Return whether a noun phrase is something one hands over: a word of the list, money, or a number of things."""
    noun = thing(item)
    if noun.lemma in words("commitments", "items", "abstract"):
        return quantity is not None and quantity.is_money and noun.lemma in words("commitments", "items", "frames")
    if is_listed(noun) or (quantity is not None and quantity.is_money):
        return True
    return quantity is not None and quantity.unit is not None and quantity.unit != "percent"


def is_listed(noun: Word) -> bool:
    """Return whether the noun, or one before it in a compound, is in the list of goods or of acts of handing over."""
    goods = words("commitments", "items", "goods") | words("commitments", "items", "acts")
    if noun.lemma in goods:
        return True
    return noun.pos == "NOUN" and any(c.lemma in words("commitments", "items", "goods") for c in noun.children if c.dep == "compound")


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
