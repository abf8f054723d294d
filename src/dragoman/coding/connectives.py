"""Conditions told by a connective: until, before, unless, without, after, once, when, if, as long as, in exchange for."""

import functools
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.coding.clauses import extent, governors, mood, negated, own_negation, refuses, subject, trimmed, willed
from dragoman.coding.parse import Sentence, Word
from dragoman.coding.waits import Wait
from dragoman.coding.wordlists import load, words
from dragoman.model import Relation

_SPEECH = words("conditions", "mood", "speech")
_WILLING = words("conditions", "mood", "willing")
_GOES_ON = words("conditions", "mood", "goes_on")
_GOES_ON_NOUNS = words("conditions", "mood", "goes_on_nouns")
_COURTESIES = words("conditions", "mood", "courtesies")
_STEPS = words("conditions", "steps", "nouns")
_ASKED = words("conditions", "steps", "conditions")
_FORWARD = frozenset({"future", "would", "modal", "must"})
_VERBAL = frozenset({"VERB", "AUX"})
_PARTICIPIAL = frozenset({"VBN", "JJ", "VBG"})


@dataclass(frozen=True)
class Joint:
    """A connective at work: its words, the head of the clause or phrase it brings in, the head of what that hangs on."""

    kind: str
    first: Word
    last: Word
    inner: Word
    outer: Word

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


def connected(sentence: Sentence) -> Iterator[Wait]:
    """Yield the conditions that the connectives of a sentence tell."""
    phrases, skip = _phrases(), -1
    for word in sentence.words:
        if word.i <= skip or word.lower not in phrases:
            continue
        found = _at(word, phrases[word.lower])
        if found is None:
            continue
        skip = found[1].i
        joint = _joint(found[0], word, found[1])
        if joint is not None and (wait := _wait(joint)) is not None:
            yield wait


def _at(word: Word, phrases: tuple[tuple[tuple[str, ...], str], ...]) -> tuple[str, Word] | None:
    """The kind of the longest connective that starts at the word, and its last word."""
    words_ = word.sentence.words
    at = word.i - words_[0].i
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
    while inner.head is not inner and inner.head.i > last.i and inner.dep not in ("advcl", "relcl"):
        inner = inner.head
    outer = inner
    while first.i <= outer.i <= last.i or outer is inner:
        if outer.head is outer:
            return None
        outer = outer.head
    if kind in ("after", "before", "until", "when") and (inner.ent in ("DATE", "TIME", "CARDINAL") or inner.lower in ("then", "now", "that")):
        return None
    return Joint(kind, first, last, inner, _main(outer, first, inner))


def _main(outer: Word, first: Word, inner: Word) -> Word:
    """The step that the clause belongs to: up from a noun to its verb, down from a verb of speech or will to its content."""
    if outer.pos in ("NOUN", "PROPN", "PRON", "ADJ", "ADV", "NUM") and not _stands_alone(outer):
        above = next((w for w in outer.ancestors() if w.pos in _VERBAL), None)
        if outer.dep == "prep" or (above is not None and above is not inner):
            outer = above if above is not None else outer
    for _ in range(3):
        below = _content(outer, first, inner)
        if below is None:
            return outer
        outer = below
    return outer


def _stands_alone(noun: Word) -> bool:
    """Whether a noun phrase is itself the step: "no talks before", "ruled out a meeting before"."""
    if any(c.lower == "no" for c in noun.children) and noun.dep in ("ROOT", "dobj", "appos", "attr", "conj"):
        return True
    if noun.dep == "dobj" and refuses(noun.head):
        return True
    return noun.lemma in _GOES_ON_NOUNS


def _content(verb: Word, first: Word, inner: Word) -> Word | None:
    """What is said, asked, refused or offered, where a clause that follows it was hung on the verb of saying."""
    if verb.lemma not in _SPEECH and verb.lemma not in _WILLING and not refuses(verb) and not _copular(verb):
        return None
    for child in verb.children:
        if child is inner or child.i == first.i:
            continue
        speech_only = child.dep == "ccomp" or (child.dep == "xcomp" and child.pos in _VERBAL)
        if speech_only and child.pos in _VERBAL and (child.i < first.i or first.i < verb.i or first.lower in ("once", "if", "unless", "until")):
            return child
        if child.dep == "acomp" and child.lemma in _WILLING and child.i < first.i:
            return child.child("xcomp")
        if child.dep == "dobj" and refuses(verb) and child.i < first.i:
            return child
    return None


def _copular(verb: Word) -> bool:
    return verb.lemma == "be" and any(c.dep == "acomp" and c.lemma in _WILLING for c in verb.children)


def _wait(joint: Joint) -> Wait | None:
    inner, outer = joint.inner, joint.outer
    if inner is outer or (joint.kind != "without" and inner.lemma in _COURTESIES and len(inner.children) < 2):
        return None
    relation, turned, ended = _relation(joint)
    if relation is None:
        return None
    aside = {w.i for w in inner.subtree()} | set(range(joint.first.i, joint.last.i + 1))
    if outer.i in aside:
        return None
    hung = joint.first
    while hung.head.i not in aside and hung.head is not outer and hung.head is not hung:
        hung = hung.head
    step = _without_only(extent(outer, aside, joint.first.i))
    waited = extent(inner, range(joint.first.i, joint.last.i + 1), None)
    waited = [w for w in waited if w.i > joint.last.i or joint.kind == "freely"]
    if not step or not waited or {w.i for w in step} & {w.i for w in waited}:
        return None
    gated, required = (waited, step) if turned else (step, waited)
    return Wait(gated, required, relation, outer, ended=ended)


def _without_only(chosen: list[Word]) -> list[Word]:
    while chosen and chosen[-1].lower in ("only", "except", "at", "least"):
        chosen = chosen[:-1]
    return trimmed(chosen)


def _relation(joint: Joint) -> tuple[Relation | None, bool, bool]:
    """What a connective says of its two steps, whether they stand the other way round, and whether an end is awaited."""
    match joint.kind:
        case "until":
            return _until(joint), False, False
        case "before":
            return _before(joint)
        case "unless":
            return _unless(joint), False, False
        case "without":
            return _without(joint), False, False
        case "after":
            return _after(joint), False, False
        case "when":
            return ("only_after" if _only(joint) and _ahead(joint) else None), False, False
        case "if":
            return _if(joint)
        case "price":
            return _price(joint), False, False
        case "while":
            return _while(joint)
        case "pending":
            return _pending(joint), False, False
        case _:
            return _freely(joint), False, False


def _ahead(joint: Joint) -> bool:
    """Whether the main step looks ahead: a modal, somebody's will, an order, a headline's verbless step."""
    outer = joint.outer
    form = mood(outer)
    if form in _FORWARD:
        return not _told_past(joint)
    if form == "unreal":
        return False
    if form == "past":
        return False
    will = willed(outer)
    if will is not None:
        return True
    return form == "bare" and outer.pos in _VERBAL and outer.tag == "VB" and subject(outer) is None


def _told_past(joint: Joint) -> bool:
    """ "Would" and "could" of what used to be or could have been."""
    return any(c.lower == "have" and c.dep == "aux" for c in joint.outer.children) and mood(joint.outer) != "future"


def _denied(joint: Joint) -> bool:
    """Whether the main step is denied or refused and looks ahead or holds good."""
    if not negated(joint.outer):
        return False
    return mood(joint.outer) not in ("past", "unreal") or any(refuses(w) for w in governors(joint.outer))


def _until(joint: Joint) -> Relation | None:
    outer, inner = joint.outer, joint.inner
    if _is_time(inner):
        return None
    if _denied(joint):
        return "only_after"
    past_inner = inner.pos in _VERBAL and mood(inner) == "past"
    if outer.pos == "NOUN":
        return "until"
    form = mood(outer)
    if form == "past":
        noun = outer.child("dobj")
        going = noun is not None and noun.lemma in _GOES_ON_NOUNS
        return "until" if going and not past_inner else None
    if past_inner and form not in ("would", "modal", "must") and willed(outer) is None:
        return None
    if _ahead(joint) or outer.lemma in _GOES_ON:
        return "until"
    return None


def _before(joint: Joint) -> tuple[Relation | None, bool, bool]:
    outer = joint.outer
    if _is_time(joint.inner):
        return None, False, False
    if _denied(joint):
        return "only_after", False, False
    first = any(c.lower == "first" for c in outer.children)
    must = mood(outer) == "must" or (mood(outer) in ("modal", "would") and any(c.lower == "should" for c in outer.children))
    asked = next((w for w in governors(outer) if w.lemma in ("require", "want", "demand", "insist", "need", "oblige", "ask", "tell", "force")), None)
    if (must or asked is not None or (first and _ahead(joint))) and _is_step(joint.inner):
        return "only_after", True, False
    return None, False, False


def _unless(joint: Joint) -> Relation | None:
    if mood(joint.outer) == "unreal":
        return None
    return "only_after" if negated(joint.outer) else "unless"


def _without(joint: Joint) -> Relation | None:
    inner, outer = joint.inner, joint.outer
    if inner.lemma in _ASKED or inner.lower in _ASKED:
        return "not_required" if mood(outer) not in ("past", "unreal") or _talks(outer) else None
    if mood(outer) in ("past", "unreal"):
        return None
    step = inner.lemma in _STEPS or (inner.tag == "VBG" and inner.dep == "pcomp")
    if _denied(joint):
        possessed = inner.pos == "NOUN" and not step
        return None if possessed or outer.lemma == "be" and inner.tag == "VBG" else "only_after"
    if inner.lemma in _STEPS and _ahead(joint):
        return "not_required"
    return None


def _talks(verb: Word) -> bool:
    return verb.lemma in ("meet", "talk", "negotiate", "return")


def _after(joint: Joint) -> Relation | None:
    outer, inner = joint.outer, joint.inner
    if _only(joint):
        return "only_after" if not (mood(outer) == "past" and not _ahead(joint)) else None
    clausal = inner.pos in _VERBAL and inner.dep != "pcomp"
    if not clausal or _is_time(inner):
        return None
    if joint.first.lower in ("following", "upon"):
        return None
    form = mood(outer)
    if form == "future" and mood(inner) in ("present", "bare"):
        return "only_after"
    if form == "would" and joint.first.lower in ("once", "as") and mood(inner) in ("past", "present"):
        return "only_after"
    if form in ("modal", "must") and joint.first.lower in ("once", "as") and mood(inner) == "present":
        return "only_after"
    return None


def _if(joint: Joint) -> tuple[Relation | None, bool, bool]:
    outer, inner = joint.outer, joint.inner
    nothing: tuple[Relation | None, bool, bool] = (None, False, False)
    if inner.dep == "ccomp" or _whether(joint) or mood(outer) == "unreal":
        return nothing
    if inner.pos in _VERBAL and mood(inner) == "past" and any(c.lower == "had" for c in inner.children):
        return nothing
    if _only(joint):
        return "only_after", False, False
    if inner.lemma in _COURTESIES or any(c.dep == "acomp" and c.lemma in _COURTESIES and not c.children for c in inner.children):
        return nothing
    if inner.tag in _PARTICIPIAL and subject(inner) is outer and inner.child("nsubj", "nsubjpass") is None:
        return nothing
    if not _ahead(joint) and not _future_noun(joint):
        return nothing
    if _generic(inner) or _generic(outer):
        return nothing
    if joint.inner.pos in _VERBAL and own_negation(inner) is not None:
        return ("only_after" if negated(outer) else "unless"), False, False
    if negated(outer):
        return "unless", False, False
    return "if", False, False


def _future_noun(joint: Joint) -> bool:
    """ "Impose sanctions in the event of an invasion" under a noun of readiness."""
    return joint.outer.pos in _VERBAL and willed(joint.outer) is not None


def _generic(verb: Word) -> bool:
    """Whether the clause tells of anybody: "you", "one", "people" as its subject."""
    doer = verb.child("nsubj", "nsubjpass")
    return doer is not None and doer.lower in ("one", "somebody", "someone", "anyone", "anybody", "this", "that")


def _whether(joint: Joint) -> bool:
    """Whether "if" means "whether": after a verb of asking or knowing."""
    before = joint.first.sentence.words[max(joint.first.i - joint.first.sentence.words[0].i - 1, 0)]
    asking = before.lemma in ("ask", "wonder", "see", "know", "question", "unclear", "check", "determine", "as", "than", "sure", "what", "say", "tell", "find")
    return asking and not joint.fronted and before.i < joint.first.i


def _price(joint: Joint) -> Relation | None:
    if mood(joint.outer) == "past" and willed(joint.outer) is None and joint.outer.lemma not in ("offer", "agree", "promise", "propose"):
        return None
    return "if"


def _while(joint: Joint) -> tuple[Relation | None, bool, bool]:
    outer = joint.outer
    if joint.inner.lemma in ("possible", "necessary", "be", "take") and len(joint.inner.children) < 2:
        return None, False, False
    if _denied(joint):
        return "only_after", False, True
    if joint.first.lower == "while":
        return None, False, False
    if outer.pos not in _VERBAL or mood(outer) not in _FORWARD | {"bare"}:
        return None, False, False
    return ("until", False, True) if joint.first.lower == "for" or outer.lemma in _GOES_ON else ("if", False, False)


def _pending(joint: Joint) -> Relation | None:
    if joint.first.dep not in ("prep", "mark") and joint.first.tag != "IN" and joint.first.pos not in ("ADP", "VERB"):
        return None
    if joint.first.i + 1 < joint.inner.i + 1 and joint.outer.lemma in _GOES_ON:
        return "until"
    return "only_after" if _ahead(joint) and joint.fronted else None


def _freely(joint: Joint) -> Relation | None:
    if joint.first.lower == "even" and joint.last.lower == "if" and mood(joint.outer) == "unreal":
        return None
    return "not_required" if mood(joint.outer) in _FORWARD | {"present"} and _ahead(joint) else None


def _only(joint: Joint) -> bool:
    """Whether "only" stands just before the connective, or before the main verb."""
    if any(w.lower == "only" for w in joint.first.sentence.words if 0 < joint.first.i - w.i <= 1):
        return True
    if joint.first.lower == "only":
        return True
    helper = next((c for c in joint.outer.children if c.lower == "only" and c.dep == "advmod"), None)
    form = mood(joint.outer)
    return (helper is not None and form in _FORWARD) or (form == "modal" and _could_only(joint))


def _could_only(joint: Joint) -> bool:
    return any(w.lower == "only" and w.head in (joint.outer, joint.first, joint.inner, joint.last) for w in joint.first.sentence.words)


def _is_step(inner: Word) -> bool:
    return inner.pos in _VERBAL or inner.lemma in _STEPS or any(c.lower in ("any", "anything") for c in (inner, *inner.children))


def _is_time(inner: Word) -> bool:
    return inner.ent in ("DATE", "TIME") or inner.lower in ("then", "now", "recently", "yesterday", "tomorrow", "today", "notice", "late")
