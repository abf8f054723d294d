"""What sides have struck a bargain on: a swap told by its noun, or by what each side will do, be it over two sentences."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from dragoman.coding.givers import named, nearest_passive, subject_of
from dragoman.coding.goods import amount, between, noun_words, thing
from dragoman.coding.handovers import is_agreed_around, mood, under_terms
from dragoman.coding.numerals import read_numeral
from dragoman.coding.parse import Sentence, Word
from dragoman.coding.promises import Promise, hands_over, run, told_by
from dragoman.coding.quantities import Quantity
from dragoman.coding.scene import Scene
from dragoman.coding.wordlists import words

_SHORT = 16
"""Words of a sentence that only says that something was settled, and leaves it to the next to say what."""
_BESIDE = 3
_MARKS = frozenset((":", "—", "–", "--", "-"))
_ONE = frozenset(("one", "a", "an", "some", "single", "only", "sole", "another", "first", "main", "chief"))
_DENIED = frozenset("not n't no never nothing without neither nor none hardly if whether unless until could would".split())
_CLAUSES = ("VERB", "AUX")


def deeds_of(scene: Scene, verb: Word) -> Iterator[Promise]:
    """Yield what a verb does to so many, where the text says that sides have struck that bargain."""
    if verb.lemma in ("be", "have") or _mood(verb) not in ("will", "now") or not is_struck(scene, verb):
        return
    item, quantity = _counted(scene, verb)
    if item is None or quantity is None or quantity.unit == "percent" or quantity.value is None:
        return
    if quantity.unit is None and _is_elliptic(scene, quantity):
        quantity = replace(quantity, unit=_named_before(verb) or _taken_up(scene, verb.sentence))
    subject = subject_of(verb)
    giver = () if item is subject or nearest_passive(verb) is not None else named(scene, subject)
    told = told_by(verb, item, subject if subject is not item else None)
    if not told[0].i <= quantity.first <= told[-1].i:
        told = run([*told, scene.parse.words[quantity.first]])
    which = item.child("acl")
    if which is not None and which.i == item.i + 1 and (clause := which.subtree())[-1].i < told[-1].i + _SHORT:
        told = run([*told, *clause])  # "164 pilots stranded abroad"
    if (of := next((c for c in told[-1].children if c.lower == "of" and c.i == told[-1].i + 1), None)) is not None:
        told = run([*told, *of.subtree()[:_BESIDE]])  # "by the middle of September"
    extra = (verb,) if item is verb.child("dobj") and not hands_over(verb) else ()  # "hire back 300 writers"
    yield Promise(told, item, "agreed", giver, (), quantity, extra, certainty="sure")


def _is_elliptic(scene: Scene, quantity: Quantity) -> bool:
    """Whether a number leaves out what it counts: "260 of them", "420 more", "another 75"."""
    words_ = scene.parse.words
    before = words_[max(quantity.first - 1, 0)].lower
    after = [w.lower for w in words_[quantity.last + 1 : quantity.last + 3]]
    of_them = after[:1] == ["of"] and after[1:] in (["them"], ["those"], ["these"])
    return before in ("another", "further") or after[:1] == ["more"] or of_them


def _named_before(verb: Word) -> str | None:
    """What the sentence itself named before its colon: "exchanges of prisoners: they agreed to exchange 900 more"."""
    run = verb.sentence.words
    colon = next((k for k, w in enumerate(run) if w.text in _MARKS and w.i < verb.i), 0)
    found = [w for w in run[:colon] if w.tag == "NNS" and w.dep == "pobj" and w.head.lower == "of"]
    return found[-1].text.lower() if found else None


def _taken_up(scene: Scene, sentence: Sentence) -> str | None:
    """What the sentence before named, if one kind of thing alone: "boats" after "the release of seized boats"."""
    before = _before(scene, sentence)
    if before is None:
        return None
    sides = words("quantities", "parties") | words("quantities", "time")
    named_ = [w for w in before.words if w.tag == "NNS" and w.dep == "pobj" and w.lemma not in sides and not w.ent]
    named_ = [w for w in named_ if w.lemma not in words("commitments", "items", "abstract")]
    of = [w for w in named_ if w.head.lower == "of" and w.head.head.pos == "NOUN"] or named_
    return of[0].text.lower() if len({w.lemma for w in of}) == 1 else None


def bargains_of(scene: Scene, noun: Word) -> Iterator[Promise]:
    """Yield the swap that a noun names with its number, where it was struck: "put their names to a swap of 58 branches"."""
    act = noun.lemma in words("commitments", "items", "acts")
    if not (act or noun.lemma in words("bargains", "swaps")) or noun.dep == "compound":
        return
    quantity = amount(scene, noun) or _involved(scene, noun)
    if quantity is None or quantity.unit == "percent" or quantity.is_money:
        return
    verb = next((a for a in noun.ancestors() if a.pos in _CLAUSES), None)
    agreed = any(c.dep == "acl" and c.lemma in words("bargains", "settling") and c.tag == "VBN" for c in noun.children)
    swap = noun.lemma in words("bargains", "swaps")
    agreed = agreed or (verb is not None and _is_what_they_agreed(noun, verb))
    if not agreed and (verb is None or not (_is_striking(noun, verb) if swap else _led(verb))):
        return
    if _denies(_up_to(noun)):
        return
    last = scene.parse.words[quantity.last]
    told = [*noun_words(noun), last, *([verb] if verb is not None and abs(verb.i - noun.i) < _SHORT else [])]
    subject = subject_of(verb) if verb is not None and verb.lemma != "be" else None
    giver = named(scene, subject) if subject is not None and subject is not noun else ()
    yield Promise(run(told), noun, "agreed", giver if len(giver) > 1 else (), (), quantity, certainty="sure")


def is_struck(scene: Scene, verb: Word) -> bool:
    """Return whether the text says that sides have agreed what a verb tells: before a colon, just before, or by its price."""
    if under_terms(verb) or is_agreed_around(verb) or _is_its_content(verb) or _is_agreed_on(verb):
        return True
    tokens, at = verb.sentence.words, verb.i - verb.sentence.words[0].i
    colon = next((k for k in range(1, at) if tokens[k].text in _MARKS and tokens[k].dep == "punct"), None)
    if colon is not None:
        return _strikes(tokens[:colon], after_colon=True)
    if scene.statement_at(verb) is not None or not _is_main(verb):
        return False
    before = _before(scene, verb.sentence)
    return _is_paid_back(verb) or (before is not None and _strikes(before.words))


def _is_agreed_on(verb: Word) -> bool:
    """ "The sides agreed that 260 of them would be rehired", "agreed to exchange 420 more"."""
    over = verb.head
    if over.lemma != "agree" or over.pos != "VERB" or over.i > verb.i or mood(over) != "done" or _denies(_up_to(over)):
        return False
    if verb.dep == "xcomp":
        return verb.lemma in words("bargains", "swaps")
    return verb.dep == "ccomp" and any(c.dep == "mark" and c.lower == "that" for c in verb.children)


def _is_its_content(verb: Word) -> bool:
    """ "Reached an understanding that 18 suits will be dropped", "an agreement to swap 45", "a deal under which 12 leave"."""
    noun = verb.head
    if verb.dep in ("xcomp", "advcl") and verb.tag == "VB" and (reached := noun.child("nsubjpass")) is not None:
        noun = reached  # "agreement was reached to take back 120 dockers"
        if noun.lemma in words("bargains", "accords") and _is_striking(noun, verb.head) and not _denies(_up_to(noun)):
            return True
    if verb.dep not in ("acl", "relcl", "ccomp") or noun.lemma not in words("bargains", "accords") | words("bargains", "swaps"):
        return False
    over = next((a for a in noun.ancestors() if a.pos in _CLAUSES), None)
    framed = any(c.dep == "prep" and (n := c.child("pobj")) is not None and n.tag == "WDT" for c in verb.children)
    content = framed or verb.tag == "VB" or any(c.lower == "that" and c.dep == "mark" for c in verb.children)
    return content and over is not None and _is_striking(noun, over) and not _denies(_up_to(noun))


def _up_to(word: Word) -> Sequence[Word]:
    tokens = word.sentence.words
    return tokens[: word.i - tokens[0].i]


def _denies(tokens: Sequence[Word]) -> bool:
    return any(w.lower in _DENIED or w.text in ("?", '"') for w in tokens)


def _mood(verb: Word) -> str | None:
    """The mood; "are to be swapped" is told of what will be."""
    over = verb.head
    if verb.dep == "xcomp" and over.lemma == "be" and any(c.tag == "TO" for c in verb.children):
        return "will" if mood(over) == "now" else None
    if verb.dep == "acl" and verb.tag == "VB":
        return "will"  # "an agreement to swap"
    how = mood(verb)
    if how in ("could", "to") and (_is_agreed_on(verb) or _is_its_content(verb)):
        return "will"
    return "will" if how == "could" and verb.dep in ("acl", "ccomp", "relcl") and verb.head.pos == "NOUN" else how


def _is_main(verb: Word) -> bool:
    top = verb
    while top.dep in ("conj", "xcomp", "ccomp", "advcl") and top.head.pos in _CLAUSES and top.head is not top:
        mark = next((c.lower for c in top.children if c.dep == "mark"), None)
        if (top.dep == "advcl" and mark != "while") or (top.dep == "ccomp" and (mark is not None or top.i > top.head.i)):
            return False
        top = top.head
    return top.head is top


def _before(scene: Scene, sentence: Sentence) -> Sentence | None:
    """The sentence just before, in the same paragraph."""
    if sentence.index == 0:
        return None
    before = scene.parse.sentences[sentence.index - 1]
    return before if before.paragraph == sentence.paragraph else None


def _strikes(tokens: Sequence[Word], after_colon: bool = False) -> bool:
    """Whether words say that something was settled, and leave open what: "they did settle one matter", "it had one result"."""
    if _denies(tokens):
        return False
    for word in tokens:
        verb = next((a for a in word.ancestors() if a.pos in _CLAUSES), None)
        if verb is None or not tokens[0].i <= verb.i <= tokens[-1].i:
            verb = None
        if verb is None or word.pos not in ("NOUN", "PRON", "PROPN"):
            continue
        if _is_striking(word, verb) and (after_colon or len(tokens) <= _SHORT or word.lemma in words("bargains", "swaps")):
            return True
    return False


def _is_striking(noun: Word, verb: Word) -> bool:
    """Whether a verb says that the thing a noun names was reached: a swap or an accord, or "one matter", "something"."""
    swap = noun.lemma in words("bargains", "swaps")
    settling = any(_is_settled(w) for w in (verb, *noun.children))
    accord = noun.lemma in words("bargains", "accords") and (noun.lemma != "ground" or _has(noun, "common"))
    if not (swap or accord or noun.lemma in words("bargains", "matters")) or mood(verb) not in ("done", "to", "now"):
        return False
    led = _led(verb)
    one = noun.lower == "something" or any(c.lower in _ONE for c in noun.children)
    if noun.lemma in words("bargains", "matters") and not swap:
        return one and (settling or led)
    if settling or led:
        return True
    if verb.lemma in ("be", "have"):
        return noun.dep in ("attr", "dobj", "nsubj") and (one or verb.child("expl") is not None)
    return verb.lemma in words("bargains", "reaching") and noun.dep in ("dobj", "pobj", "nsubjpass", "nsubj")


def _is_settled(word: Word) -> bool:
    """Whether a word tells of settling as done: "settled", "managed to settle", "the one thing settled"."""
    if word.lemma not in words("bargains", "settling") or word.pos not in _CLAUSES:
        return False
    if word.dep == "acl" and word.tag == "VBN":
        return True
    how = mood(word)
    if how == "to":
        return word.head.lemma in ("manage", "able") and mood(word.head) == "done"
    return how in ("done", "now")


def _is_what_they_agreed(noun: Word, be: Word) -> bool:
    """ "What they did agree was the return of 310 soldiers", "all they settled was a swap of 20 crews"."""
    clause = be.child("csubj", "ccomp")
    told = be.lemma == "be" and noun.i > be.i and noun.dep in ("attr", "nsubj")
    return told and clause is not None and clause.i < be.i and clause.lemma in ("agree", "settle", "conclude", "arrange")


def _led(verb: Word) -> bool:
    """ "Shook hands on", "put their names to", "came away with": words that go together for agreeing."""
    nouns = {c.lemma for c in verb.children}
    return any(set(pair.split()) <= {verb.lemma, *nouns} for pair in words("bargains", "phrases"))


def _has(noun: Word, modifier: str) -> bool:
    return any(c.lower == modifier for c in noun.children)


def _is_paid_back(verb: Word) -> bool:
    """ "A will drop 310 complaints, and in exchange B will lift the suspensions": each side's part, told as what will be."""
    for first, second in pairwise(verb.sentence.words):
        if first.lower != "in" or second.lower not in ("exchange", "return"):
            continue
        other = first.head
        if other.pos in _CLAUSES and other.dep == "conj" and other.child("nsubj", "nsubjpass") is not None:
            return verb in (other, other.head) and _mood(other) == "will" and _mood(other.head) in ("will", None)
    return False


def _counted(scene: Scene, verb: Word) -> tuple[Word | None, Quantity | None]:
    """What is counted: the passive subject, the object, the subject, or a number set beside them ("860 containers in all")."""
    found = [w for w in (nearest_passive(verb), verb.child("dobj"), _shared(verb)) if w is not None]
    for item in found:
        if (quantity := amount(scene, item)) is not None:
            return item, quantity
    more = next((c.child("nummod") for c in verb.children if c.lower == "more"), None)
    bare = more or next((w for w in found if w.tag == "CD"), None)  # "420 more", "260 of them"
    counted = between(scene, bare.i, bare.i + 1) if bare is not None else ()
    if bare is not None and counted:
        return bare, next(iter(counted))
    in_all = [
        q for q in scene.quantities_in(verb.sentence.words)
        if [w.lower for w in scene.parse.words[q.last + 1 : q.last + 3]] == ["in", "all"]
    ]  # fmt: skip
    if len(in_all) == 1 and in_all[0].unit is not None:
        return scene.parse.words[in_all[0].last], in_all[0]
    if not found and any(c.dep == "auxpass" for c in verb.children):  # its subject is read as set beside what leads to the colon
        colon = next((w.i for w in verb.sentence.words if w.text in _MARKS), verb.i)
        first = next((q for q in between(scene, colon + 1, verb.i) if q.unit is not None), None)
        if first is not None:
            return scene.parse.words[first.last], first
    return next(((item, hours) for item in found if (hours := _hours(scene, item)) is not None), (None, None))


def _hours(scene: Scene, item: Word) -> Quantity | None:
    """ "1,150 hours of recordings": time that is counted as a thing."""
    number = item.child("nummod")
    of = next((c for c in item.children if c.dep == "prep" and c.lower == "of"), None)
    if number is None or of is None or number.i + 1 != item.i or item.lemma not in words("quantities", "time"):
        return None
    value = read_numeral([number], 0)
    span = scene.parse.span([number, item])
    return Quantity(span, number.i, item.i, value[1], item.text, span.text) if value is not None else None


def _shared(verb: Word) -> Word | None:
    subject = verb.child("nsubj") or (verb.head.child("nsubj") if verb.dep == "xcomp" else None)
    if subject is None or subject.lemma in words("quantities", "parties"):
        return None  # "the two sides agreed to exchange 420 more"
    return subject if thing(subject).pos == "NOUN" and subject.tag != "PRP" else None


def _involved(scene: Scene, noun: Word) -> Quantity | None:
    """ "A swap involving 40 prisoners"."""
    for act in noun.children:
        item = act.child("dobj") if act.dep in ("acl", "relcl") and act.lemma in words("bargains", "involving") else None
        if item is not None:
            return amount(scene, item)
    return None


