"""Parses put right where the parser was led astray: a clause taken for a noun phrase, a main verb for a participle."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.coding.parse import Word

_SINGULAR = frozenset({"VBZ"})
_GIVING = frozenset({"promise", "pledge", "offer", "give", "send", "lend", "grant", "guarantee", "assure"})
_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
_ASKING = frozenset({"demand", "request", "claim", "propose", "offer", "plan", "call", "reject", "support"})
_OFFICE = 9
_SAYING = frozenset("say add tell write announce state declare explain insist warn argue report".split())


def put_right(sentence: list[Word]) -> None:
    """Mend the heads of a sentence's words in place."""
    for word in sentence:
        if word.tag == "NNS" and word.dep == "relcl":
            _make_verb(word)
        if word.pos == "VERB" and word.dep == "ccomp":
            _part_clauses(word)
            _hang_relative(word)
        if word.pos == "VERB":
            _give_object_back(word)
            _find_subject(word)
        if word.pos == "VERB" and word.dep == "conj":
            _part_objects(word)
        if word.lemma in _GIVING and word.pos == "VERB":
            _give_receiver(word)
    for word in sentence:
        if word.lemma in _SAYING and word.tag in ("VBD", "VBZ"):
            _give_speaker(word)
        if word.lower == "open" and word.pos == "ADJ":
            _find_opening(word)
    _find_main_verb(sentence)
    _part_time_and_again(sentence)
    _part_place(sentence)


def _part_time_and_again(sentence: list[Word]) -> None:
    """ "Time and again Feeney has said", read as time saying it."""
    if [w.lower for w in sentence[:3]] != ["time", "and", "again"] or len(sentence) < 5:
        return
    doer = next((w for w in sentence[3:9] if w.pos in ("PROPN", "NOUN", "PRON") and w.dep not in ("compound", "poss")), None)
    verb = next((w for w in sentence[3:14] if w.pos == "VERB" and w.tag in (*_FINITE, "VBN")), None)
    if doer is None or verb is None or doer.i > verb.i:
        return
    for word in sentence[:3]:
        _hang(word, verb, "npadvmod")
    _hang(doer, verb, "nsubj")


def _part_place(sentence: list[Word]) -> None:
    """ "In Staven, the Owners' Federation, which speaks for them, said", read as Staven saying it, or as nobody saying it."""
    led = sentence[0] if sentence and sentence[0].lower in ("in", "at", "from") else None
    town = next((w for w in sentence[1:4] if w.pos == "PROPN" and w.dep in ("nsubj", "pobj")), None)
    if led is None or town is None or town.i + 2 >= sentence[-1].i or led.head.pos != "VERB":
        return
    verb, comma = led.head, sentence[town.i + 1 - sentence[0].i]
    body = next((c for c in town.children if c.dep == "appos" and c.i > town.i), None)
    if comma.text != "," or body is None or not comma.i < body.i < verb.i:
        return
    if verb.child("nsubj", "nsubjpass", "expl") not in (None, town) or (town.dep == "pobj" and town.head is not led):
        return
    for child in [c for c in town.children if c is not body and c.i > comma.i]:
        _hang(child, body, child.dep)
    _hang(body, verb, "nsubj")
    _hang(town, led, "pobj")


def _make_verb(word: Word) -> None:
    """ "The ceasefire that the chancellor demands", read as a noun in the relative clause."""
    doer = word.child("nsubj") or next((c for c in word.children if c.dep == "compound" and c.pos == "PROPN"), None)
    if doer is None or doer.i > word.i or word.lower != f"{word.lemma}s" or word.lemma not in _ASKING:
        return
    word.pos, word.tag = "VERB", "VBZ"
    _hang(doer, word, "nsubj")


def _part_clauses(later: Word) -> None:
    """ "A has accepted the freeze and B has rejected it", read as accepting that freeze and B "has" rejected it."""
    verb = later.head
    thing = later.child("nsubj")
    if thing is None or verb.pos != "VERB" or not verb.i < thing.i < later.i or later.child("mark") is not None:
        return
    joined = next((c for c in thing.children if c.dep == "cc"), None)
    other = thing.child("conj")
    single = any(c.dep == "aux" and c.tag in _SINGULAR for c in later.children) or later.tag in _SINGULAR
    if joined is None or other is None or not single or not thing.i < joined.i < other.i < later.i or verb.child("dobj"):
        return
    between = thing.subtree()[0].i - verb.i
    if between > 1:
        return
    _hang(thing, verb, "dobj")
    _hang(joined, verb, "cc")
    _hang(other, later, "nsubj")
    _hang(later, verb, "conj")


def _hang_relative(verb: Word) -> None:
    """ "Agreed to the freeze, under which it would pay", read as agreeing that it would pay."""
    own = verb.subtree()
    led = len(own) > 2 and own[0].pos == "ADP" and own[1].lower == "which" and verb.i > verb.head.i
    words_ = verb.sentence.words
    at = own[0].i - words_[0].i
    noun = words_[at - 2] if at > 1 and words_[at - 1].text == "," else None
    if led and noun is not None and noun.pos in ("NOUN", "PROPN") and verb.head.i < noun.i:
        _hang(verb, noun, "relcl")


def _give_receiver(verb: Word) -> None:
    """ "Had promised her three credit lines", read as promising lines of hers."""
    thing = verb.child("dobj")
    her = thing.child("poss") if thing is not None else None
    if thing is None or her is None or her.lower != "her" or her.i != verb.i + 1:
        return
    if any(c.dep == "nummod" and c.i == her.i + 1 for c in thing.children):
        her.tag = "PRP"
        _hang(her, verb, "dative")


def _part_objects(later: Word) -> None:
    """ "A has accepted the demand and the B Group has rejected it", read as A's accepting that demand and the B Group."""
    verb = later.head
    if verb.pos != "VERB" or later.child("nsubj", "nsubjpass", "csubj", "expl") is not None or not verb.i < later.i:
        return
    finite = next((c for c in later.children if c.dep in ("aux", "auxpass") and c.tag in _FINITE and c.i < later.i), None)
    begun = finite if finite is not None else later if later.tag in _FINITE else None
    if begun is None:
        return
    objects = [c for v in (verb, *(p for p in verb.children if p.dep == "prep")) for c in v.children if c.dep in ("dobj", "pobj")]
    for thing in objects:
        joined, other = next((c for c in thing.children if c.dep == "cc"), None), thing.child("conj")
        if joined is None or other is None or not thing.i < joined.i < other.i < begun.i:
            continue
        whole = other.subtree()
        beside = any(w.text == "," for w in whole)  # "the gate and the yard, its director said"
        if whole[-1].i + 1 == begun.i and joined.lower in ("and", "but", "while") and not beside:
            _hang(joined, verb, "cc")
            _hang(other, later, "nsubj")
            return


def _give_object_back(verb: Word) -> None:
    """ "Said forming a government begins with a meeting", read as a government that begins."""
    deed, thing = verb.child("csubj"), verb.child("nsubj")
    if deed is None or thing is None or deed.tag != "VBG" or deed.child("dobj", "prep") is not None:
        return
    if not deed.i < thing.i < verb.i:
        return
    if thing.subtree()[0].i == deed.i + 1 and thing.pos == "NOUN":
        _hang(thing, deed, "dobj")


def _find_subject(verb: Word) -> None:
    """ "That a way out of the strike would begin with a meeting", read as beginning a way out."""
    mark, thing = verb.child("mark"), verb.child("npadvmod")
    if mark is None or mark.lower != "that" or thing is None or verb.child("nsubj", "nsubjpass", "csubj", "expl") is not None:
        return
    if thing.pos != "NOUN" or thing.ent or thing.subtree()[0].i != mark.i + 1 or thing.child("det") is None:
        return
    helper = min([verb.i, *(c.i for c in verb.children if c.dep in ("aux", "auxpass"))])
    for phrase in [c for c in verb.children if c.dep == "prep" and thing.i < c.i < helper]:
        _hang(phrase, thing, "prep")
    _hang(thing, verb, "nsubj")


def _give_speaker(said: Word) -> None:
    """ "It has cut its claim, its chair, Ada Corr, said", read as if the chair were one more thing that was cut.

    Whatever the parser made of them, an office and a name between commas before a bare verb of saying are who says it.
    """
    words_ = said.sentence.words
    at = said.i - words_[0].i
    start = _office_start(words_, at)
    clause = said.head
    settled = said.dep == "ROOT" or (said.dep in ("conj", "dep", "parataxis") and clause.head is clause)
    if start is None or not settled:
        return
    name_start = next(k for k in range(at - 2, 0, -1) if words_[k - 1].text == ",")
    office, name = words_[start : name_start - 1], words_[name_start : at - 1]
    inside = {w.i for w in (*office, *name)}
    subject = said.child("nsubj")
    head = next((w for w in office if w.pos in ("NOUN", "PROPN") and w.head.i not in {o.i for o in office}), None)
    if head is None or (subject is not None and subject.i not in inside):
        return
    if head.head is not said or head.dep != "nsubj":
        _hang(head, said, "nsubj")
    called = next((w for w in reversed(name) if w.head.i not in {n.i for n in name}), name[-1])
    if called.head is not head and called is not head:
        _hang(called, head, "appos")
    if clause is not said and said.dep != "ROOT":
        clause.children.remove(said)
        said.head, said.dep = said, "ROOT"
        clause.head, clause.dep = said, "ccomp"
        said.children.append(clause)
        said.children.sort(key=lambda w: w.i)


def _office_start(words_: list[Word], at: int) -> int | None:
    """Where an office begins that stands, with the name of who holds it, between commas right before a word; None elsewhere."""
    commas = [k for k in range(at - 1, -1, -1) if words_[k].text == ","][:3]
    if len(commas) < 3 or commas[0] != at - 1:
        return None
    name, office = words_[commas[1] + 1 : commas[0]], words_[commas[2] + 1 : commas[1]]
    named = name and all(w.pos == "PROPN" for w in name)
    told = office and len(office) <= _OFFICE and any(w.pos == "NOUN" for w in office)
    fits = (
        told
        and office[0].tag in ("DT", "PRP$", "JJ", "NN", "NNP")
        and not any(w.pos in ("VERB", "AUX", "PRON") and w.tag != "PRP$" for w in office)
    )
    return commas[2] + 1 if named and fits else None


def _find_opening(word: Word) -> None:
    """ "Talks should in all likelihood open with a meeting, she said", read as a likelihood that is open."""
    words_ = word.sentence.words
    at = word.i - words_[0].i
    modal = next((w for w in reversed(words_[max(0, at - 5) : at]) if w.tag == "MD"), None)
    if modal is None or at + 1 >= len(words_) or words_[at + 1].lower != "with" or modal.head is word:
        return
    between = words_[modal.i + 1 - words_[0].i : at]
    over = modal.head
    doer = next((c for c in over.children if c.dep == "nsubj" and c.i < modal.i), None)
    if doer is None or not all(w.pos == "ADV" or w.lower in ("in", "all", "likelihood", "probability") for w in between):
        return
    word.pos, word.tag = "VERB", "VB"
    _hang(word, over, "ccomp")
    _hang(doer, word, "nsubj")
    _hang(modal, word, "aux")


def _find_main_verb(sentence: list[Word]) -> None:
    """ "Ostrel, whose mills are older, consented to the halt", read as a noun phrase with a participle."""
    root = next((w for w in sentence if w.head is w), None)
    if root is None or root.pos not in ("NOUN", "PROPN") or sentence[-1].text != ".":
        return
    verb = next((c for c in root.children if c.dep == "acl" and c.tag == "VBN" and c.i > root.i), None)
    if verb is None or verb.child("agent", "nsubj") is not None or not verb.lower.endswith("ed"):
        return
    before = sentence[verb.i - 1 - sentence[0].i]
    glossed = any(c.dep in ("relcl", "appos") and root.i < c.i < verb.i for c in root.children)
    if before.text != "," or not glossed or any(w.tag in _FINITE and w.i > verb.i for w in root.children):
        return
    verb.tag = "VBD"
    root.children.remove(verb)
    verb.head, verb.dep = verb, "ROOT"
    for child in [c for c in root.children if c.i > verb.i or (c.dep == "punct" and c.i > root.i)]:
        _hang(child, verb, child.dep)
    root.head, root.dep = verb, "nsubj"
    verb.children.append(root)
    verb.children.sort(key=lambda w: w.i)


def _hang(word: Word, head: Word, dep: str) -> None:
    word.head.children.remove(word)
    word.head, word.dep = head, dep
    head.children.append(word)
    head.children.sort(key=lambda w: w.i)
