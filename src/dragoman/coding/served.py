"""Which step it is that is asked for so that talks get going: in the words beside the purpose, or in the sentence before."""

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.coding.clauses import mood, own_negation, trimmed
from dragoman.coding.holders import agent_of
from dragoman.coding.parse import Sentence, Word
from dragoman.coding.purposes import is_step
from dragoman.coding.waits import Wait, wait
from dragoman.coding.ways_to_talks import Opening, is_talks, opening_of
from dragoman.coding.wordlists import words

_ASKING = frozenset().union(*(words("conditions", "senses", kind) for kind in ("asking", "favouring", "telling")))
_REQUESTS = words("conditions", "senses", "claims") | words("conditions", "senses", "pleas")
_POINTS = words("conditions", "ties", "points")
_NEEDED = words("conditions", "ties", "needful") | {"mean", "intend", "design"}
_HALTING = words("stances", "halting", "nouns")
_LETTING = words("conditions", "ties", "letting")
_MEETING = words("conditions", "openings", "meeting_verbs")
_SEEING = words("conditions", "ties", "seeing")
_COMING = frozenset({"come", "begin", "start", "happen", "take", "be", "apply", "hold", "last"})
_POINTING = frozenset({"it", "this", "that", "which", "who", "they", "these"})
_ACTING = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_VERBAL = frozenset({"VERB", "AUX"})
_STOPS = frozenset(',;:"()–—')
_TRUSTING = frozenset({"hoping", "trusting", "believing", "saying", "arguing", "reasoning"})
_BACK = 2
"""Sentences back to what "such a pause" or "the point" stands for, at most."""


@dataclass(frozen=True)
class Request:
    """`asking` is the word of asking, `step` the words of what it asks for."""

    asking: Word
    step: list[Word]


def asked_for_talks(sentences: list[Sentence]) -> Iterator[Wait]:
    """Yield the steps that are asked for so that talks get going, each with the talks that it is to open."""
    for at, sentence in enumerate(sentences):
        opening = opening_of(sentence) if sentence.words[-1].text != "?" else None
        found = _served(opening, sentences[max(0, at - _BACK) : at + 1]) if opening is not None else None
        if opening is not None and found is not None and not _revives(opening, found):
            told = wait(opening.gated, found.step, found.asking, purpose=True)
            if told is not None:
                yield told


def _revives(opening: Opening, found: Request) -> bool:
    """Whether it is a meeting that is to revive the talks: that is talks again, and no step before them."""
    words_ = opening.first.sentence.words
    near = words_[opening.first.i - words_[0].i :][:4]
    verb = next((w for w in near if w.lemma in _LETTING), opening.first)
    meets = any(w.lemma in _MEETING for w in found.step if w.pos == "VERB")
    return verb.lemma in _LETTING and (meets or any(is_talks(w) for w in found.step))


def _served(opening: Opening, near: list[Sentence]) -> Request | None:
    """The request that a purpose belongs to: its own doer, what is asked beside it, else what was asked just before."""
    sentence, doer = near[-1], opening.doer
    if doer is not None and doer.lower not in _POINTING:
        own = is_step(doer) or doer.lemma in _HALTING
        return Request(opening.gated[0].head, trimmed(doer.subtree())) if own else None
    end = opening.gated[-1].i
    requests = list(requests_in(sentence, opening.first.i, end))
    before = [r for r in requests if r.step[-1].i < opening.first.i]
    if before:
        return before[-1]
    after = [r for r in requests if r.step[0].i > end]
    if after and doer is None and opening.first.i - sentence.words[0].i < 2:
        return after[0]
    if (seen := _seen_as(opening) or _hoped(opening)) is not None:
        return seen
    if not _points_back(sentence, opening):
        return None
    for earlier in reversed(near[:-1]):
        if earlier.paragraph == sentence.paragraph and (asked := list(requests_in(earlier))):
            return asked[-1]
    return None


def _seen_as(opening: Opening) -> Request | None:
    """What somebody sees or supports as a way to talks: "sees the pause as a bridge to talks"."""
    verb = next((w for w in opening.first.ancestors() if w.pos in _VERBAL), None) if opening.first.lower == "as" else None
    if verb is None or verb.lemma not in _SEEING or own_negation(verb) is not None or mood(verb) in ("past", "unreal"):
        return None
    thing = verb.child("dobj", "nsubjpass")
    if thing is None or thing.i > opening.first.i or thing.pos == "PRON":
        return None
    return Request(verb, trimmed([w for w in thing.subtree() if w.i < opening.first.i]))


def _hoped(opening: Opening) -> Request | None:
    """What somebody who has taken a step hopes of it: "said yes to the freeze, hoping it will clear the air for talks"."""
    verb = next((w for w in opening.first.ancestors() if w.lower in _TRUSTING), None)
    if verb is None or opening.doer is None or opening.doer.lower not in ("it", "this", "that"):
        return None
    before = verb.sentence.words[: verb.i - verb.sentence.words[0].i]
    things = [w for w in before if w.pos == "NOUN" and w.dep in ("pobj", "dobj") and (is_step(w) or w.lemma in _HALTING)]
    return Request(verb, trimmed([w for w in things[-1].subtree() if w.i < verb.i])) if things else None


def _points_back(sentence: Sentence, opening: Opening) -> bool:
    """Whether the sentence tells the point of what was asked before: "The point is to", "It would", "That, he said, would"."""
    if opening.doer is not None:
        return True
    subject = sentence.root.child("nsubj", "nsubjpass")
    over = next((w for w in opening.first.ancestors() if w.pos in _VERBAL and w.child("nsubj", "nsubjpass")), None)
    subjects = [subject, over.child("nsubj", "nsubjpass") if over is not None else None]
    return any(s is not None and (s.lemma in _POINTS or s.lower in ("this", "that")) for s in subjects)


def requests_in(sentence: Sentence, first: int = -1, last: int = -1) -> Iterator[Request]:
    """Yield what a sentence tells somebody to ask for, outside the words from `first` to `last`."""
    for word in sentence.words:
        if first <= word.i <= last:
            continue
        step = [w for w in _asked(word, range(first, last + 1)) if not first <= w.i <= last]
        step = [w for w in step if (w.i < first) == (step[0].i < first)]
        if step := trimmed(_whole(step, first if step and step[0].i < first else sentence.words[-1].i)):
            yield Request(_asker(word), step)


def _asked(word: Word, aside: range) -> list[Word]:
    if word.pos in _VERBAL and word.lemma in _ASKING and _is_asked(word):
        return _asked_by_verb(word, aside)
    if word.lemma == "be" and (noun := word.child("nsubj", "csubj")) is not None and (noun.lemma in _REQUESTS or _asks(noun)):
        by = next((c for c in word.children if c.lower == "for" and c.dep == "prep" and c.i > word.i), None)
        thing = by.child("pobj") if by is not None else word.child("attr")
        return thing.subtree() if thing is not None else []
    if word.pos == "NOUN" and word.lemma in _REQUESTS:
        by = next((c for c in word.children if c.lower == "for" and c.dep == "prep"), None)
        thing = by.child("pobj") if by is not None else None
        return thing.subtree() if thing is not None and (is_step(thing) or thing.lemma in _HALTING) else []
    if (word.lower in _NEEDED or word.lemma in _NEEDED) and (word.tag == "VBN" or word.pos == "ADJ"):
        verb = word if word.child("nsubjpass", "nsubj") is not None else word.head
        thing = verb.child("nsubjpass", "nsubj") if own_negation(verb) is None else None
        return thing.subtree() if thing is not None and (is_step(thing) or thing.lemma in _HALTING) else []
    return []


def _asker(word: Word) -> Word:
    """The word of asking itself: "wish" in "her wish is for a freeze", "asks" in "what she asks for is a pause"."""
    noun = word.child("nsubj", "csubj") if word.lemma == "be" else None
    return noun if noun is not None and (noun.lemma in _REQUESTS or _asks(noun)) else word


def _asks(noun: Word) -> bool:
    """Whether it is "what the minister asks for"."""
    return noun.dep == "csubj" and noun.lemma in _ASKING


def _is_asked(verb: Word) -> bool:
    told = verb.child("auxpass") is None or agent_of(verb) is not None
    return told and own_negation(verb) is None and mood(verb) != "unreal"


def _asked_by_verb(verb: Word, aside: range) -> list[Word]:
    """The deed or the thing asked for: "the purchases halted", "to lift the ban", "a moratorium on closures"."""
    by = next((c for c in verb.children if c.lower in ("for", "on") and c.dep == "prep" and c.i > verb.i), None)
    objects = [c for v in (verb, by) if v is not None for c in v.children if c.dep in ("dobj", "pobj") and c.i > verb.i]
    over = [verb, *(c for c in verb.children if c.dep in ("dobj", "dative", "prep")), *objects]
    deed = next((c for v in over for c in v.children if c.i > verb.i and c.i not in aside and _is_deed(c)), None)
    objects += [g for o in objects for c in o.children if c.lower == "for" for g in c.children]
    things = [o for o in objects if _fits(o)]
    steps = [o for o in things if is_step(o) or o.lemma in _HALTING]
    told = verb.lemma in words("stances", "addressing", "verbs")  # whom, not what: "told the channel"
    thing = next(iter(steps or ([] if told else things)), None)
    done = deed.child("nsubj", "nsubjpass") if deed is not None else None
    if deed is not None and done is not None and deed.lemma in _COMING and (is_step(done) or done.lemma in _HALTING):
        return [w for w in done.subtree() if w.dep != "relcl"]  # "wants the freeze to come first": the freeze
    if deed is not None and (thing is None or deed.head is not thing or not is_step(thing)):
        return _deed(verb, deed)
    return [w for w in thing.subtree() if w.dep != "relcl"] if thing is not None else []


def _is_deed(verb: Word) -> bool:
    if verb.dep not in ("xcomp", "ccomp", "advcl", "acl") or verb.pos not in _VERBAL:
        return False
    marks = {c.lower for c in verb.children if c.dep in ("mark", "advmod")}
    if marks & {"so", "while", "if", "because", "as", "when", "since", "after", "until", "before"}:
        return False
    if any(c.tag == "MD" for c in verb.children):
        return False
    return verb.tag == "VB" or (verb.tag in ("VBN", "VBP") and verb.dep != "advcl") or "for" in marks


def _deed(asking: Word, verb: Word) -> list[Word]:
    """The words of a deed: with its subject where that is what is done to, not where it is who does it."""
    doer = verb.child("nsubj", "nsubjpass")
    done_to = verb.tag == "VBN" or verb.child("auxpass") is not None
    first = verb.i if not done_to else doer.subtree()[0].i if doer is not None else asking.i + 1
    return [w for w in verb.sentence.words if first <= w.i <= verb.subtree()[-1].i]


def _fits(thing: Word) -> bool:
    """Whether a noun may be what is asked for, and is nobody."""
    spent = any(c.lower in ("without", "of", "free") and c.dep == "prep" for c in thing.children)  # "a week without shelling"
    return thing.pos == "NOUN" and thing.ent not in _ACTING and (thing.ent not in ("DATE", "TIME") or spent)


def _whole(step: list[Word], end: int) -> list[Word]:
    """The words of a step up to a relative clause, a mark or "as a means of", with what the parser hung elsewhere."""
    if not step:
        return step
    words_ = step[0].sentence.words
    out = step[:1]
    for word in words_[step[0].i + 1 - words_[0].i :]:
        hung = word.i <= step[-1].i or "prep" in (word.dep, out[-1].dep) or word.head in out
        leads = word.tag in ("WDT", "WP", "WRB") or word.text in _STOPS or (word.lower in ("as", "so") and word.dep != "advmod")
        if word.i >= end or leads or not hung:
            break
        out.append(word)
    while out and out[-1].pos == "ADP" and out[-1].dep == "prep":
        out.pop()
    return out
