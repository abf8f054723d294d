"""What is handed over: the noun phrase, how much of it, and whether it is anything one hands over at all."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace

from dragoman.coding.parse import Word
from dragoman.coding.quantities import Quantity
from dragoman.coding.scene import Scene
from dragoman.coding.wordlists import load, words

_HOMEWARD = frozenset(("back", "home", "free", "to", "on", "out"))
_CUT = frozenset(("relcl", "acl", "appos", "punct", "advcl", "parataxis", "advmod", "npadvmod", "ccomp", "cc", "conj", "nsubj"))
_KEPT = frozenset(("of", "for", "worth"))
_AMOUNT = frozenset(("of", "worth", "totalling", "totaling"))
_PLANS = frozenset({"plan", "package", "programme", "program", "scheme", "fund"})
_RIGHTS = frozenset(("right", "rights", "access", "claim", "title", "licence", "license"))
_LONGEST = 12
_SOME = frozenset(("some", "most", "all", "many", "several", "rest", "remainder"))
_SUMMED = frozenset(
    "totaling totalling worth amounting valued value total costing priced budgeted costed estimated".split()
)


def noun_words(noun: Word) -> list[Word]:
    """Return the words of a noun phrase without clauses, appositions and what is coordinated."""
    out, stack = [], [noun]
    while stack:
        word = stack.pop()
        out.append(word)
        stack += [c for c in word.children if _belongs(c, noun)]
    out.sort(key=lambda w: w.i)
    at = next(k for k, w in enumerate(out) if w is noun)
    while at + 1 < len(out) and out[at + 1].i == out[at].i + 1:
        at += 1
    kept = out[: at + 1]
    while kept[-1] is not noun and (kept[-1].pos in ("ADP", "PUNCT", "DET") or kept[-1].lower in ("worth", "as")):
        kept.pop()
    while len(kept) > 1 and _is_idle_lead(kept[0]):
        kept = kept[1:]
    return kept


def _is_idle_lead(word: Word) -> bool:
    if word.lower == "over":  # "hand over five ferries"
        tokens = word.sentence.words
        return word.i > tokens[0].i and tokens[word.i - tokens[0].i - 1].lemma in words("quantities", "handing")
    return (word.pos == "PUNCT" and word.text not in '$€£"') or word.dep == "cc" or word.lower in ("the", "a", "an", "to", "that")


def _belongs(word: Word, noun: Word) -> bool:
    """Whether a dependant stays in a noun phrase that is cut short."""
    if word.dep in _CUT:
        return word.i < noun.i and word.dep in ("advmod", "punct", "cc", "conj")
    return not _is_verb_before(word, noun) and (word.dep != "prep" or (word.lower in _KEPT and not _dates(word)))


def purpose(noun: Word) -> list[Word]:
    """Return the infinitive of a plan ("a plan to have the region supply minibuses"), or nothing where it is long."""
    act = next((c for c in noun.children if c.dep in ("acl", "relcl") and c.tag == "VB" and c.i > noun.i), None)
    if act is None or noun.lemma not in words("commitments", "items", "plans"):
        return []
    inner = act.child("ccomp", "xcomp") or act
    particle = next((c for c in inner.children if c.tag == "RP"), inner)
    item = inner.child("dobj") or particle.child("pobj") or act.child("dobj")
    last = noun_words(item)[-1].i if item is not None else inner.i
    tokens, base = noun.sentence.words, noun.sentence.words[0].i
    return tokens[noun.i + 1 - base : last + 1 - base] if 0 < last - noun.i <= _LONGEST else []


def _is_verb_before(word: Word, noun: Word) -> bool:
    """ "Freezing subsidy payments": a verb that the parser took for an adjective."""
    return word.dep == "amod" and word.tag == "VBG" and word.head is noun and word.lemma in load("commitments")["stop"]


def _dates(prep: Word) -> bool:
    noun = prep.child("pobj")
    return noun is not None and (noun.ent in ("DATE", "TIME") or (noun.text[:4].isdigit() and noun.tag == "CD"))


def thing(item: Word) -> Word:
    """Return the noun for what is handed over: of "$3 million in aid" and "thousands of tents" it is "aid", "tents"."""
    size = item.lower in words("quantities", "vague") or item.lower in words("quantities", "parts") or item.lower in _SOME
    if size or item.tag in ("CD", "$") or item.lemma in words("quantities", "coins"):
        for prep in item.children:
            noun = prep.child("pobj") if prep.dep == "prep" and prep.i > item.i and prep.lower in ("of", "in", "worth") else None
            if noun is not None and noun.pos in ("NOUN", "PROPN") and noun.ent not in ("DATE", "TIME"):
                return noun
    return item


def amount(scene: Scene, item: Word) -> Quantity | None:
    """Return how much there is of it, or None where the words leave a doubt: its own number, or one after "of", "worth"."""
    summed = next(_summed(scene, item), None)
    if summed is not None:
        return summed
    own = [
        q for q in between(scene, item.i - 12, item.i + 6)
        if q.first <= item.i <= q.last
        or (item.i - 6 < q.last < item.i and (_counts(scene, q, item) or _is_before(q, item)))
    ]  # fmt: skip
    if own:
        return _coined(scene, item, own[0] if len(own) == 1 else next((q for q in own if q.first <= item.i <= q.last), own[-1]))
    return next(_after(scene, item), None) or _of_rights(scene, item) or _of_plan(scene, item)


def _of_plan(scene: Scene, item: Word) -> Quantity | None:
    """ "A plan for 400 million pounds in aid": money right behind what is planned with it."""
    after = item.sentence.words[item.i + 1 - item.sentence.words[0].i :][:1]
    if item.lemma not in _PLANS or not after or after[0].lower not in ("for", "of", "with"):
        return None
    return next((q for q in between(scene, item.i + 2, item.i + 5) if q.is_money), None)


def _of_rights(scene: Scene, item: Word) -> Quantity | None:
    """ "The rights to 18 matches", which the parser hangs on the verb."""
    tokens = item.sentence.words
    after = tokens[item.i + 1 - tokens[0].i :][:1]
    if item.lemma not in _RIGHTS or not after or after[0].lower not in ("to", "for"):
        return None
    return next(iter(between(scene, item.i + 2, item.i + 3)), None)


def _coined(scene: Scene, item: Word, quantity: Quantity) -> Quantity:
    """ "A 6 billion florin plan": the coin, which the parser takes for an adjective, is the number's unit."""
    tokens = item.sentence.words
    at = quantity.last + 1 - tokens[0].i
    coin = tokens[at] if at < len(tokens) else item
    if quantity.unit is not None or coin.head is not item or coin.i >= item.i or coin.lower not in words("quantities", "coins"):
        return quantity
    span = scene.parse.span(scene.parse.words[quantity.first : coin.i + 1])
    return replace(quantity, span=span, last=coin.i, unit=coin.lower, text=span.text)


def between(scene: Scene, first: int, last: int) -> tuple[Quantity, ...]:
    """Return the quantities that begin among the words `first` to `last` of the parse."""
    found = scene.quantities
    return found[bisect_left(found, first, key=lambda q: q.first) : bisect_right(found, last, key=lambda q: q.first)]


def _summed(scene: Scene, item: Word) -> Iterator[Quantity]:
    """ "Sales totalling 3 million crowns", "two tranches worth $4.6 billion": the sum, however it hangs in the parse."""
    tokens = item.sentence.words
    for word in tokens[item.i - tokens[0].i + 1 : item.i - tokens[0].i + 14]:
        if word.lower in _SUMMED:
            yield from between(scene, word.i + 1, word.i + 3)
            return
        if word.tag in ("VBD", "VBZ", "VBP", "MD") or word.text in (";", ":"):
            return


def _is_before(quantity: Quantity, item: Word) -> bool:
    """ "A £600m plan", of which the letter is read as a verb: a sum of money right before a plan."""
    return quantity.is_money and quantity.last == item.i - 1 and item.lemma in words("commitments", "items", "plans")


def _counts(scene: Scene, quantity: Quantity, item: Word) -> bool:
    """Whether the number's words hang on the item: "a $3 million plan", "two used Northgate ferries"."""
    for number in range(quantity.first, quantity.last + 1):
        word = scene.parse.words[number]
        if word.head is item and word.dep in ("nummod", "compound", "nmod", "amod", "quantmod", "det", "poss"):
            return True
    return False


def _after(scene: Scene, item: Word) -> Iterator[Quantity]:
    for child in item.children:
        if child.i > item.i and child.lower in _AMOUNT:
            noun = child.child("pobj", "dobj", "npadvmod", "attr")
            number = amount(scene, noun) if noun is not None and child.dep in ("prep", "acl", "amod") else None
            if number is not None:
                yield number
        elif child.dep == "appos" and child.i > item.i and child.i - item.i < 8:
            yield from (q for q in between(scene, item.i + 1, child.i) if q.first <= child.i <= q.last)


def is_good(scene: Scene, item: Word, quantity: Quantity | None) -> bool:
    """Return whether a noun phrase is something one hands over: a word of the list, money, or a number of things."""
    noun = thing(item)
    if noun.lemma in words("commitments", "items", "abstract"):
        return quantity is not None and quantity.is_money and noun.lemma in words("commitments", "items", "frames")
    if is_listed(noun) or (quantity is not None and quantity.is_money):
        return True
    return quantity is not None and (quantity.unit is not None or is_bare(item, quantity)) and quantity.unit != "percent"


def is_act_on(scene: Scene, item: Word) -> bool:
    """Return whether a noun is an act on a number of things or a sum: "the reinstatement of 40 porters"."""
    of = next((c for c in item.children if c.dep == "prep" and c.lower == "of"), None)
    told = of.child("pobj") if of is not None else None
    number = amount(scene, told) if told is not None else None
    if told is None or number is None or number.unit in (None, "percent") or told.ent in ("DATE", "TIME"):
        return False
    table = load("commitments")["nominal"]
    if item.lemma in table["none"] or (not number.is_money and thing(told).lemma in words("commitments", "items", "abstract")):
        return False
    acts = item.lemma in table["acts"] or item.lemma in words("commitments", "items", "acts")
    return acts or item.lemma.endswith(tuple(table["endings"]))


def is_change(noun: Word, quantity: Quantity | None) -> bool:
    """Return whether a noun is a change of pay, prices or duties by so much: "a pay rise of 7 percent"."""
    of_pay = noun.lemma in words("commitments", "nominal", "changes")
    return of_pay and quantity is not None and (quantity.unit == "percent" or quantity.is_money)


def is_bare(item: Word, quantity: Quantity) -> bool:
    """Return whether a number stands for what it counts: "forty million has been paid", "one arrived"."""
    alone = item.tag in ("CD", "PRP", "$") or item.lemma in words("quantities", "coins")
    return quantity.first <= item.i <= quantity.last and alone and (item.lower != "one" or quantity.unit is not None)


def is_listed(noun: Word) -> bool:
    """Return whether the noun, or one before it in a compound, is in the list of goods or of acts of handing over."""
    goods = words("commitments", "items", "goods") | words("commitments", "items", "acts")
    if noun.lemma in goods:
        return True
    return noun.pos == "NOUN" and any(
        c.lemma in words("commitments", "items", "goods") for c in noun.children if c.dep == "compound"
    )


def counted_subject(verb: Word) -> Word | None:
    """ "1,900 more clerks will go back on the payroll": the subject with its number, which is what is given back."""
    subject = verb.child("nsubj")
    if subject is None or verb.lemma not in words("commitments", "acts", "back_again") or verb.child("dobj") is not None:
        return None
    back = any(c.dep in ("advmod", "prt", "prep", "advcl") and c.lower in _HOMEWARD for c in verb.children)
    counted = any(c.dep == "nummod" or c.tag == "CD" for c in subject.children)
    return subject if counted and subject.pos == "NOUN" and (back or verb.lemma in ("return", "reopen", "rejoin")) else None
