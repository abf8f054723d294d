"""Connectives at work: which two clauses or phrases "until", "if", "without" and the like join, and how the main one looks."""

import functools
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.coding.clauses import governors, mood, negated, refuses, subject, willed
from dragoman.coding.fronting import FINITE, Front, front, led
from dragoman.coding.parse import Sentence, Word
from dragoman.coding.wordlists import load, words

_SPEECH = words("conditions", "mood", "speech")
_WILLING = words("conditions", "mood", "willing")
_GOES_ON = words("conditions", "mood", "goes_on")
_GOES_ON_NOUNS = words("conditions", "mood", "goes_on_nouns")
_FORWARD = frozenset({"future", "would", "modal", "must"})
_READY = words("conditions", "senses", "ready")
_AWAITING = words("conditions", "senses", "awaiting")
_CALLS = words("conditions", "senses", "calls")
_PROMISES = words("conditions", "senses", "promises")
_TALKING = words("conditions", "senses", "talking")
_CLAIMS = words("conditions", "senses", "claims") | words("conditions", "senses", "pleas")
_VERBAL = frozenset({"VERB", "AUX"})
_CLAUSAL = frozenset({"if", "unless", "until", "before", "after", "when", "while", "freely"})

_PHRASAL = frozenset({"pending", "price"})


@dataclass(frozen=True)
class Joint:
    """A connective at work: its words, the head of the clause or phrase it brings in, the head of what that hangs on.

    `front` where the order of the words, not the parse, tells where the main clause begins.
    """

    kind: str
    first: Word
    last: Word
    inner: Word
    outer: Word
    front: Front | None = None

    @property
    def fronted(self) -> bool:
        return self.inner.i < self.outer.i


@functools.cache
def _phrases() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """The connectives by first word, longest first."""
    by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for kind, listed in load("conditions")["connectives"].items():
        for phrase in listed:
            parts = tuple(phrase.split())
            by_first.setdefault(parts[0], []).append((parts, kind))
    return {first: tuple(sorted(found, key=lambda f: -len(f[0]))) for first, found in by_first.items()}


def joints(sentence: Sentence) -> Iterator[Joint]:
    """Yield the connectives at work in a sentence, the longest one at each place."""
    phrases, skip = _phrases(), -1
    before: Joint | None = None
    for word in sentence.words:
        if word.i <= skip or word.lower not in phrases:
            continue
        found = _at(word, phrases[word.lower])
        if found is None:
            continue
        skip = found[1].i
        joint = _joint(found[0], word, found[1])
        if joint is not None and not (before is not None and _goes_on_from(before, joint)):
            yield joint
        before = joint or before


def _goes_on_from(before: Joint, joint: Joint) -> bool:
    """Whether a connective only goes on with the clause in front: "if they sign and if they pay, we will"."""
    words_ = joint.first.sentence.words
    previous = words_[max(joint.first.i - 1 - words_[0].i, 0)].lower
    same = before.kind == joint.kind and before.fronted and previous in ("and", "or", "nor")
    return same and before.outer.i > joint.first.i


def _at(word: Word, phrases: tuple[tuple[tuple[str, ...], str], ...]) -> tuple[str, Word] | None:
    """The kind of the longest connective that starts at the word, and its last word."""
    words_ = word.sentence.words
    at = word.i - words_[0].i
    before = words_[at - 1].lower if at else ""
    if word.lower == "once" and before in ("at", "all", "more"):
        return None  # "would call in the loan at once if"
    if before == "even" and word.lower in ("after", "once", "when", "before", "until", "as", "while"):
        return None  # "will not lift it even after they are freed"
    for parts, kind in phrases:
        if tuple(w.lower for w in words_[at : at + len(parts)]) == parts:
            return kind, words_[at + len(parts) - 1]
    return None


def _joint(kind: str, first: Word, last: Word) -> Joint | None:
    words_ = first.sentence.words
    at = last.i + 1 - words_[0].i
    while at < len(words_) and words_[at].pos == "PUNCT":
        at += 1
    if at >= len(words_):
        return None
    inner = words_[at]
    if first.lower == "failing" and (
        inner.lower == "to" or (first.i > words_[0].i and words_[first.i - 1 - words_[0].i].pos == "ADP")
    ):
        return None
    named = kind in _PHRASAL and first.i == words_[0].i
    if named and not _hangs(first) and (found := front(first, last, clausal=False)) is not None:
        return Joint(kind, first, last, inner, found.verb, found)
    if first is last and first.dep in ("mark", "advmod") and first.head.i > first.i and first.head.head is not first.head:
        inner = first.head
    while inner.head is not inner and inner.head.i > last.i and inner.dep not in ("advcl", "relcl"):
        inner = inner.head
    found = front(first, last) if kind in _CLAUSAL else None
    outer = inner
    while first.i <= outer.i <= last.i or outer is inner:
        if outer.head is outer:
            if found is not None:
                return Joint(kind, first, last, _head_of(found, inner), found.verb, found)
            led_to = _clause_before(first) if outer is inner and inner.tag in FINITE else None
            return Joint(kind, first, last, inner, led_to) if led_to is not None else None
        outer = outer.head
    outer = _within_semicolons(outer, first)
    measured = words_[max(first.i - 1 - words_[0].i, 0)].lemma in (
        "day",
        "week",
        "month",
        "year",
        "hour",
        "minute",
        "shortly",
        "just",
        "long",
    )
    if kind in ("after", "before") and measured:
        return None
    if (
        last.lower == "of"
        and first.lower == "ahead"
        and outer.lemma in ("stay", "get", "keep", "be", "come", "move", "pull", "look")
    ):
        return None
    if last.lower == "provided" and (
        first.child("aux", "auxpass", "dobj", "nsubj") is not None or first.dep in ("conj", "ROOT", "acl")
    ):
        return None
    if kind in ("until", "before") and any(c.lower in ("next", "last", "this") for c in inner.children) and inner.pos == "NOUN":
        return None
    if inner.tag == "PRP" and inner.pos == "PRON":
        return None
    if kind in ("after", "before", "until", "when") and (
        inner.ent in ("DATE", "TIME", "CARDINAL") or inner.lower in ("then", "now", "that")
    ):
        return None
    if found is not None and not _sees(found, inner, outer):
        return Joint(kind, first, last, _head_of(found, inner), found.verb, found)
    if kind == "freely":
        outer = _freed(outer)
    refused = _refused_object(first) if kind in ("until", "before", "without", "while") else None
    main = refused or _main(outer, first, inner)
    return Joint(kind, first, last, inner, _called_for(main) if main.dep == "dobj" and refuses(main.head) else main)


def _clause_before(first: Word) -> Word | None:
    """The main verb before a connective whose clause the parser took for the main one: "can meet only once it is final"."""
    words_ = first.sentence.words
    before = words_[: first.i - words_[0].i]
    return next((led(w) for w in reversed(before) if w.tag in FINITE and led(w).i < first.i), None)


def _hangs(first: Word) -> bool:
    """Whether the parser took the connective for one, and not for part of the subject behind it."""
    return first.dep in ("prep", "mark", "advmod", "advcl")


def _sees(found: Front, inner: Word, outer: Word) -> bool:
    """Whether the parser hung the clause in front on the main clause's verb, or on what that says."""
    if not inner.i < found.begins <= outer.i or (outer is not found.verb and outer.lemma in _SPEECH):
        return False
    return not any(found.begins <= w.i < outer.i for w in inner.subtree())


def _head_of(found: Front, inner: Word) -> Word:
    """The verb of the clause in front."""
    if inner in found.clause:
        return inner
    return next((led(w) for w in found.clause if w.tag in FINITE), found.clause[0])


def _freed(outer: Word) -> Word:
    """The verb that goes ahead whatever comes, where the parser hung the clause on a preposition, or on the purpose it serves."""
    if outer.pos == "ADP" and outer.head.pos in _VERBAL:
        return outer.head
    serves = outer.dep == "advcl" and outer.tag == "VB" and mood(outer) == "bare" and mood(outer.head) in _FORWARD
    return outer.head if serves else outer


def _refused_object(first: Word) -> Word | None:
    """The noun of "excluded any meeting between its president, A, and the chair, B, before": far off, the parser loses it."""
    words_ = first.sentence.words
    between: list[Word] = []
    for word in reversed(words_[: first.i - words_[0].i]):
        if word.pos in ("VERB", "ADJ") and refuses(word):
            to = next((c for c in word.children if c.lower == "to" and c.dep == "prep"), None)
            thing = word.child("dobj") or (to.child("pobj") if to is not None else None)
            apart = without_relatives(between)
            told = any(w.pos in _VERBAL and w.tag != "VBN" for w in apart)
            fits = thing is not None and word.i < thing.i < first.i and thing.pos == "NOUN" and not told
            return _called_for(thing) if thing is not None and fits else None
        between.insert(0, word)
    return None


def without_relatives(chosen: list[Word]) -> list[Word]:
    """The words without relative clauses that commas set apart."""
    out: list[Word] = []
    inside = False
    for word, after in zip(chosen, [*chosen[1:], None], strict=False):
        if word.text == ",":
            inside = after is not None and after.tag in ("WP", "WDT", "WP$")
        if not inside:
            out.append(word)
    return out


def _main(outer: Word, first: Word, inner: Word) -> Word:
    """The step that the clause belongs to: up from a noun to its verb, down from a verb of speech or will to its content."""
    if outer.pos in ("NOUN", "PROPN", "PRON", "ADJ", "ADV", "NUM") and not _stands_alone(outer, first):
        above = next((w for w in outer.ancestors() if w.pos in _VERBAL), None)
        if outer.dep == "prep" or (above is not None and above is not inner):
            outer = above if above is not None else outer
    if (
        outer.dep == "conj"
        and outer.i < first.i
        and outer.pos in _VERBAL
        and outer.tag == "VB"
        and outer.child("nsubj", "nsubjpass", "aux") is None
    ):
        joined = next((c.lower for c in outer.head.children if c.dep == "cc"), "")
        if joined == "and" and any(c.lower == "only" for c in outer.head.children) and outer.head.pos in _VERBAL:
            outer = outer.head
    if first.lower in ("until", "till") and outer.pos in _VERBAL:
        outer = _going_on(outer)
    outer = _out_of_relative(outer, first, inner)
    for _ in range(3):
        below = _content(outer, first, inner)
        if below is None:
            return outer
        outer = below
    return outer


def _within_semicolons(outer: Word, first: Word) -> Word:
    """The verb of the stretch between semicolons that the connective stands in, where the parser reached past one."""
    words_ = first.sentence.words
    mark = next((w for w in reversed(words_[: first.i - words_[0].i]) if w.text == ";"), None)
    if mark is None or outer.i > mark.i:
        return outer
    between = words_[mark.i + 1 - words_[0].i : first.i - words_[0].i]
    return next((led(w) for w in between if w.tag in FINITE), outer)


def _out_of_relative(outer: Word, first: Word, inner: Word) -> Word:
    """The main verb over a relative clause in the present: "would cut the line that it shares with them if the price rose"."""
    if outer.dep != "relcl" or outer.i > first.i or first.lower not in ("if", "unless", "until") or mood(outer) in _FORWARD:
        return outer
    above = next((w for w in outer.head.ancestors() if w.pos in _VERBAL), None)
    fits = above is not None and above.i < outer.i and above is not inner and mood(above) in _FORWARD
    return above if above is not None and fits else outer


def _going_on(verb: Word) -> Word:
    """The verb of going on over a verb: "refrain from commenting", "continue to strike"; else the verb itself."""
    word = verb
    while word.dep in ("xcomp", "pcomp", "prep") or (word.dep == "conj" and word.tag == "VBG"):
        word = word.head
        if word.lemma in _GOES_ON and word.pos in _VERBAL:
            return word
    return verb


def _stands_alone(noun: Word, first: Word) -> bool:
    """Whether a noun phrase is itself the step: "no talks before", "ruled out a meeting before"."""
    done = noun.dep == "dobj" and noun.head.pos == "VERB" and mood(noun.head) in _FORWARD  # "will write no policy without"
    if any(c.lower == "no" for c in noun.children) and noun.dep in ("ROOT", "dobj", "appos", "attr", "conj", "dep") and not done:
        return True
    if noun.dep in ("dobj", "nsubjpass") and refuses(noun.head):
        return True
    return noun.lemma in _GOES_ON_NOUNS and first.lower in ("until", "till", "pending")


def _content(verb: Word, first: Word, inner: Word) -> Word | None:
    """What is said, asked, refused or offered, where a clause that follows it was hung on the verb of saying."""
    if (verb.lemma in _WILLING or refuses(verb)) and verb.lemma not in _SPEECH and mood(verb) in _FORWARD:
        return None
    if verb.lemma not in _SPEECH and verb.lemma not in _WILLING and not refuses(verb) and not _copular(verb):
        return None
    for child in verb.children:
        if child is inner or child.i == first.i or _parted_by_semicolon(child, verb):
            continue
        if child.i < verb.i and verb.lemma not in _SPEECH:
            continue
        speech_only = child.dep == "ccomp" or (child.dep == "xcomp" and child.pos in _VERBAL)
        if (
            speech_only
            and child.pos in _VERBAL
            and (child.i < first.i or first.i < verb.i or first.lower in ("once", "if", "unless", "until"))
        ):
            return child
        if child.dep == "acomp" and child.lemma in _WILLING and child.i < first.i:
            return child.child("xcomp")
        if child.dep == "dobj" and child.i < first.i and (refuses(verb) or _stands_alone(child, first)):
            return _refused_thing(verb, child)
        if child.lower == "to" and child.i < first.i and verb.lemma == "say" and refuses(verb):
            return child.child("pobj")
        if (
            child.dep == "dobj"
            and child.i < first.i
            and verb.lemma in (_PROMISES if first.lower in ("in", "if", "on", "provided", "providing") else _CALLS)
            and first.lower in _AWAITING
        ):
            return child
    return None


def _called_for(thing: Word) -> Word:
    """What a refused call is for: "brushed aside calls for a summit until"."""
    call = next((c.child("pobj") for c in thing.children if c.lower in ("for", "to", "of") and c.dep == "prep"), None)
    return call if thing.lemma in _CLAIMS and call is not None and call.lemma in _TALKING else thing


def _refused_thing(verb: Word, thing: Word) -> Word:
    """What is refused: the object, or what the door in "shut the door on a visit" is shut on."""
    if (call := _called_for(thing)) is not thing:
        return call
    on = next((c for w in (thing, verb) for c in w.children if c.lower in ("on", "to") and c.dep == "prep"), None)
    return (on.child("pobj") or thing) if on is not None and thing.lower in ("door", "no") else thing


def _parted_by_semicolon(child: Word, verb: Word) -> bool:
    return child.i < verb.i and any(w.text == ";" for w in verb.sentence.words if child.i < w.i < verb.i)


def _copular(verb: Word) -> bool:
    return verb.lemma == "be" and any(c.dep == "acomp" and c.lemma in _WILLING for c in verb.children)


def ahead(joint: Joint) -> bool:
    """Whether the main step looks ahead: a modal, somebody's will, an order, a headline's verbless step."""
    outer = joint.outer
    form = mood(outer)
    if form in _FORWARD:
        return not _told_past(joint)
    if form == "unreal":
        return False
    if form == "past":
        return False
    if willed(outer) is not None or any(c.dep in ("acomp", "attr") and c.lemma in _READY for c in outer.children):
        return True
    if outer.lower in _READY and form == "present":
        return True
    return form == "bare" and outer.pos in _VERBAL and outer.tag == "VB" and subject(outer) is None


def _told_past(joint: Joint) -> bool:
    """ "Would" and "could" of what used to be or could have been."""
    return any(c.lower == "have" and c.dep == "aux" for c in joint.outer.children) and mood(joint.outer) != "future"


def denied(joint: Joint) -> bool:
    """Whether the main step is denied or refused and looks ahead or holds good."""
    outer = joint.outer
    if not negated(outer) and not _there_is_none(outer):
        return False
    retold = mood(outer) == "past" and outer.lemma == "be" and outer.dep == "ccomp" and outer.head.lemma in _SPEECH
    return mood(outer) not in ("past", "unreal") or any(refuses(w) for w in governors(outer)) or retold


def _there_is_none(outer: Word) -> bool:
    """ "There would be no meeting"."""
    thing = outer.child("attr", "nsubj") if outer.lemma == "be" else None
    there = any(c.dep == "expl" and c.lower == "there" for c in outer.children)
    return thing is not None and there and thing.subtree()[0].lower == "no"  # "no leaders' meeting"


def only(joint: Joint) -> bool:
    """Whether "only" stands just before the connective, or before the main verb."""
    if any(w.lower == "only" for w in joint.first.sentence.words if 0 < joint.first.i - w.i <= 1):
        return True
    if joint.first.lower == "only" or (joint.kind == "if" and joint.first is not joint.last and _if_and_only_if(joint)):
        return True
    helper = next((c for c in joint.outer.children if c.lower == "only" and c.dep == "advmod"), None)
    form = mood(joint.outer)
    return (helper is not None and form in _FORWARD) or (form == "modal" and _could_only(joint))


def _if_and_only_if(joint: Joint) -> bool:
    return any(w.lower == "only" and joint.first.i < w.i <= joint.last.i for w in joint.first.sentence.words)


def _could_only(joint: Joint) -> bool:
    return any(
        w.lower == "only" and w.head in (joint.outer, joint.first, joint.inner, joint.last) for w in joint.first.sentence.words
    )
