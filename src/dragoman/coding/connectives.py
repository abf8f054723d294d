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
_READY = frozenset({"ready", "willing", "prepared", "determined", "committed"})
_COGNITION = frozenset({"understand", "realize", "realise", "know", "feel", "seem", "mean", "survive", "appear", "believe", "die", "imagine"})
_SPEAKING = frozenset({"we", "i", "they", "he", "she"})
_WISHES = frozenset({"like", "want", "wish", "can", "may", "must"})
_AWAITING = frozenset({"until", "unless", "till", "in", "if"})
_CALLS = frozenset({"promise", "pledge", "vow", "swear", "guarantee", "threaten", "urge", "demand", "seek", "support", "want", "announce"})
_PROMISES = frozenset({"promise", "pledge", "vow", "swear", "guarantee", "threaten"})
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
    if first is last and first.dep in ("mark", "advmod") and first.head.i > first.i and first.head.head is not first.head:
        inner = first.head
    while inner.head is not inner and inner.head.i > last.i and inner.dep not in ("advcl", "relcl"):
        inner = inner.head
    outer = inner
    while first.i <= outer.i <= last.i or outer is inner:
        if outer.head is outer:
            return None
        outer = outer.head
    measured = words_[max(first.i - 1 - words_[0].i, 0)].lemma in ("day", "week", "month", "year", "hour", "minute", "shortly", "just", "long")
    if kind in ("after", "before") and measured:
        return None
    if last.lower == "provided" and (first.child("aux", "auxpass", "dobj", "nsubj") is not None or first.dep in ("conj", "ROOT", "acl")):
        return None
    if kind in ("until", "before") and any(c.lower in ("next", "last", "this") for c in inner.children) and inner.pos == "NOUN":
        return None
    if inner.tag == "PRP" and inner.pos == "PRON":
        return None
    if kind in ("after", "before", "until", "when") and (inner.ent in ("DATE", "TIME", "CARDINAL") or inner.lower in ("then", "now", "that")):
        return None
    return Joint(kind, first, last, inner, _main(outer, first, inner))


def _main(outer: Word, first: Word, inner: Word) -> Word:
    """The step that the clause belongs to: up from a noun to its verb, down from a verb of speech or will to its content."""
    if outer.pos in ("NOUN", "PROPN", "PRON", "ADJ", "ADV", "NUM") and not _stands_alone(outer):
        above = next((w for w in outer.ancestors() if w.pos in _VERBAL), None)
        if outer.dep == "prep" or (above is not None and above is not inner):
            outer = above if above is not None else outer
    if outer.dep == "conj" and outer.i < first.i and outer.pos in _VERBAL and outer.tag == "VB" and outer.child("nsubj", "nsubjpass", "aux") is None:
        joined = next((c.lower for c in outer.head.children if c.dep == "cc"), "")
        if joined == "and" and any(c.lower == "only" for c in outer.head.children) and outer.head.pos in _VERBAL:
            outer = outer.head
    if first.lower in ("until", "till") and outer.pos in _VERBAL:
        outer = _going_on(outer)
    for _ in range(3):
        below = _content(outer, first, inner)
        if below is None:
            return outer
        outer = below
    return outer


def _going_on(verb: Word) -> Word:
    """The verb of going on over a verb: "refrain from commenting", "continue to strike"; else the verb itself."""
    word = verb
    while word.dep in ("xcomp", "pcomp", "prep") or (word.dep == "conj" and word.tag == "VBG"):
        word = word.head
        if word.lemma in _GOES_ON and word.pos in _VERBAL:
            return word
    return verb


def _stands_alone(noun: Word) -> bool:
    """Whether a noun phrase is itself the step: "no talks before", "ruled out a meeting before"."""
    if any(c.lower == "no" for c in noun.children) and noun.dep in ("ROOT", "dobj", "appos", "attr", "conj"):
        return True
    if noun.dep == "dobj" and refuses(noun.head):
        return True
    return noun.lemma in _GOES_ON_NOUNS


def _content(verb: Word, first: Word, inner: Word) -> Word | None:
    """What is said, asked, refused or offered, where a clause that follows it was hung on the verb of saying."""
    if (verb.lemma in _WILLING or refuses(verb)) and verb.lemma not in _SPEECH and mood(verb) in _FORWARD:
        return None
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
        if child.dep == "dobj" and child.i < first.i and (refuses(verb) or _stands_alone(child)):
            return child
        if child.dep == "dobj" and child.i < first.i and verb.lemma in (_PROMISES if first.lower in ("in", "if") else _CALLS) and first.lower in _AWAITING:
            return child
    return None


def _copular(verb: Word) -> bool:
    return verb.lemma == "be" and any(c.dep == "acomp" and c.lemma in _WILLING for c in verb.children)


def _wait(joint: Joint) -> Wait | None:
    inner, outer = joint.inner, joint.outer
    if outer.lemma in _COGNITION and outer.pos in _VERBAL:
        return None
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
    doer = subject(outer)
    if joint.fronted and (doer is None or doer.i > inner.i):
        step = trimmed([w for w in step if w.i > inner.i])
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
            return _when(joint), False, False
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


def _when(joint: Joint) -> Relation | None:
    if _only(joint) and _ahead(joint):
        return "only_after"
    promised = mood(joint.outer) == "future" and joint.inner.pos in _VERBAL and mood(joint.inner) == "present"
    return "only_after" if promised and joint.outer.lemma != "be" and not joint.fronted else None


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
    if willed(outer) is not None or any(c.dep in ("acomp", "attr") and c.lemma in _READY for c in outer.children):
        return True
    if outer.lower in _READY and form == "present":
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
    doer = subject(outer)
    if doer is not None and doer.lower == "you" and mood(outer) == "present":
        return None
    if _denied(joint):
        return "only_after"
    if outer.lemma in ("be", "take") and any(c.dep in ("attr", "dobj") and c.lemma in ("time", "year", "month", "week", "day") for c in outer.children):
        return None
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
    if _allowed_early(joint):
        return "not_required", False, False
    if _is_time(joint.inner):
        return None, False, False
    if _denied(joint) and (mood(outer) != "present" or outer.pos not in _VERBAL or willed(outer) is not None or _is_we(outer)):
        return "only_after", False, False
    first = any(c.lower == "first" for c in outer.children)
    must = mood(outer) == "must" or (mood(outer) in ("modal", "would") and any(c.lower == "should" for c in outer.children))
    asked = next((w for w in governors(outer) if w.lemma in ("require", "want", "demand", "insist", "need", "oblige", "ask", "tell", "force")), None)
    if joint.inner.pos in _VERBAL and mood(joint.inner) == "past" and not must:
        return None, False, False
    if (must or asked is not None or (first and _ahead(joint))) and _is_step(joint.inner):
        return "only_after", True, False
    return None, False, False


def _same_state(outer: Word, inner: Word) -> bool:
    """ "No one is safe until everyone is safe" is a saying."""
    states = [c.lemma for w in (outer, inner) for c in w.children if c.dep == "acomp"]
    return len(states) == 2 and states[0] == states[1]


def _is_we(verb: Word) -> bool:
    doer = subject(verb)
    return doer is not None and doer.lower in ("we", "i")


def _allowed_early(joint: Joint) -> bool:
    """ "May be paid out before the reform is adopted"."""
    free = any(c.lower in ("may", "can") for c in joint.outer.children if c.dep == "aux") and not negated(joint.outer)
    doer = joint.inner.child("nsubj", "nsubjpass") if joint.inner.pos in _VERBAL else joint.inner
    return free and doer is not None and doer.lemma in _STEPS


def _unless(joint: Joint) -> Relation | None:
    if _generic(joint.inner):
        return None
    form, outer = mood(joint.outer), joint.outer
    told = form == "past" and not negated(outer) and willed(outer) is None and outer.lower not in _READY
    if form == "unreal" or (told and not any(c.dep == "acomp" and c.lemma in _READY for c in outer.children)):
        return None
    return "only_after" if negated(joint.outer) else "unless"


def _without(joint: Joint) -> Relation | None:
    inner, outer = joint.inner, joint.outer
    if inner.lemma in _ASKED or inner.lower in _ASKED:
        return "not_required" if mood(outer) not in ("past", "unreal") or _talks(outer) else None
    if mood(outer) in ("past", "unreal"):
        return None
    if any(w.lower in ("or", "and") for w in joint.first.sentence.words if w.i == joint.first.i - 1):
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
    if inner.lemma in ("permit", "allow", "can") and inner.child("dobj") is None:
        return None
    clausal = inner.pos in _VERBAL and inner.dep != "pcomp"
    if not clausal or _is_time(inner):
        return None
    if joint.first.lower in ("following", "upon"):
        return None
    form = mood(outer)
    if form == "future" and mood(inner) in ("present", "bare"):
        return "only_after"
    if form == "would" and joint.first.lower in ("once", "as", "on") and mood(inner) in ("past", "present"):
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
    promised = outer.dep == "dobj" and outer.head.lemma in _PROMISES
    if outer.pos not in _VERBAL and not promised and not any(c.lower == "no" for c in outer.children):
        return nothing
    if any(c.lower == "should" and c.dep == "aux" for c in outer.children):
        return nothing
    if outer.lemma == "be" and any(c.tag == "JJR" or any(g.lower == "more" for g in c.children) for c in outer.children if c.dep == "acomp"):
        return nothing
    if outer.lemma == "be" and (doer := outer.child("nsubj")) is not None and doer.lower in ("it", "that", "this"):
        return nothing
    if _asked_about(outer) or _dreamt(joint):
        return nothing
    if _courtesy(inner) or any(c.dep == "acomp" and c.lemma in _COURTESIES and not c.children for c in inner.children):
        return nothing
    if inner.tag in _PARTICIPIAL and subject(inner) is outer and inner.child("nsubj", "nsubjpass") is None:
        return nothing
    if not _ahead(joint) and not _future_noun(joint):
        return nothing
    speaks = outer.child("nsubj")
    if (_generic(inner) and (speaks is None or speaks.lower not in _SPEAKING)) or _generic(outer):
        return nothing
    if joint.inner.pos in _VERBAL and own_negation(inner) is not None:
        return ("only_after" if negated(outer) else "unless"), False, False
    if any(c.dep == "xcomp" for c in inner.children) and inner.lemma == "fail":
        return "unless", False, False
    if negated(outer) and not any(w.lemma in _PROMISES for w in governors(outer)):
        return "unless", False, False
    return "if", False, False


def _courtesy(inner: Word) -> bool:
    """ "If possible", "if they like", "if convicted": a way of speaking, without an object or a doer of its own."""
    if inner.lemma not in _COURTESIES and inner.lower not in _COURTESIES:
        return False
    if inner.child("dobj", "xcomp", "ccomp", "attr") is not None:
        return False
    return inner.lemma in _WISHES or inner.child("nsubj", "nsubjpass") is None


def _asked_about(outer: Word) -> bool:
    """Whether the main clause is an indirect question: "what they would do if"."""
    if outer.dep not in ("ccomp", "pcomp", "relcl", "csubj"):
        return False
    return any(w.tag in ("WP", "WRB") or (w.tag == "WDT" and outer.dep != "relcl") for c in outer.children for w in (c, *c.children) if w.i < outer.i)


def _dreamt(joint: Joint) -> bool:
    """Whether both clauses are put as unreal, in somebody's own words: "if promises were ships, we would be afloat"."""
    inner, outer = joint.inner, joint.outer
    could = mood(inner) == "modal" and outer.lemma == "be"
    unreal = mood(outer) == "would" and (could or (mood(inner) == "past" and inner.tag == "VBD"))
    if not unreal:
        return False
    said = outer.quote < 0 and any(w.lemma in _SPEECH and w.pos == "VERB" and w.quote < 0 and w not in (inner, outer) for w in outer.sentence.words)
    return not said


def _future_noun(joint: Joint) -> bool:
    """ "Impose sanctions in the event of an invasion" under a noun of readiness."""
    return willed(joint.outer) is not None


def _generic(verb: Word) -> bool:
    """Whether the clause tells of anybody: "you", "one", "people" as its subject."""
    doer = verb.child("nsubj", "nsubjpass")
    if doer is not None and any(c.lower in ("anyone", "anybody") for c in (doer, *doer.children)):
        return True
    return doer is not None and doer.lower in ("one", "you", "somebody", "someone", "anyone", "anybody")


def _whether(joint: Joint) -> bool:
    """Whether "if" means "whether": after a verb of asking or knowing."""
    before = joint.first.sentence.words[max(joint.first.i - joint.first.sentence.words[0].i - 1, 0)]
    asking = before.lemma in ("ask", "wonder", "see", "know", "question", "unclear", "check", "determine", "as", "than", "sure", "what", "say", "tell", "find")
    return asking and not joint.fronted and before.i < joint.first.i


def _price(joint: Joint) -> Relation | None:
    past = mood(joint.outer) in ("past", "bare") and not _ahead(joint)
    if past and willed(joint.outer) is None and joint.outer.lemma not in ("offer", "agree", "promise", "propose"):
        return None
    return "if"


def _while(joint: Joint) -> tuple[Relation | None, bool, bool]:
    outer = joint.outer
    if joint.inner.lemma in ("possible", "necessary", "be", "take") and len(joint.inner.children) < 2:
        return None, False, False
    if joint.first.lower == "while" and joint.fronted:
        return None, False, False
    if _denied(joint):
        return "only_after", False, True
    if joint.first.lower == "while":
        return None, False, False
    if outer.pos not in _VERBAL or mood(outer) not in ("future", "would", "must", "bare"):
        return None, False, False
    lasting = joint.inner.lemma in _GOES_ON | {"refuse", "wage", "occupy"} or own_negation(joint.inner) is not None
    if joint.first.lower == "for" or lasting:
        return "until", False, True
    return ("if", False, False) if mood(outer) != "bare" or willed(outer) is not None else (None, False, False)


def _pending(joint: Joint) -> Relation | None:
    if joint.first.dep not in ("prep", "mark") and joint.first.tag != "IN" and joint.first.pos not in ("ADP", "VERB"):
        return None
    before = joint.first.sentence.words[max(joint.first.i - joint.first.sentence.words[0].i - 1, 0)]
    if before.pos in ("DET", "PRON", "ADJ") and before is not joint.first:
        return None
    if joint.outer.lemma in _GOES_ON:
        return "until"
    return "only_after" if _ahead(joint) and joint.fronted else None


def _freely(joint: Joint) -> Relation | None:
    before = joint.first.sentence.words[max(joint.first.i - joint.first.sentence.words[0].i - 1, 0)]
    if joint.first.lower in ("whether", "whatever") and before.pos in _VERBAL:
        return None
    if joint.first.lower == "even" and joint.last.lower == "if" and mood(joint.outer) == "unreal":
        return None
    if joint.inner.pos not in _VERBAL and joint.inner.lemma not in _STEPS and mood(joint.outer) == "modal":
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
