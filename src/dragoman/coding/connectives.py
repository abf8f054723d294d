"""Conditions told by a connective: until, before, unless, without, after, once, when, if, as long as, in exchange for."""

from collections.abc import Iterator

from dragoman.coding.barred import barred
from dragoman.coding.clauses import extent, own_negation, refuses, subject, trimmed
from dragoman.coding.dropping import is_waived
from dragoman.coding.fronting import FINITE, Front, before_cue
from dragoman.coding.joints import Joint, ahead, joints, without_relatives
from dragoman.coding.meanings import asked_for, is_loose, relation_of, talks_asked
from dragoman.coding.needs import is_obliged
from dragoman.coding.parse import Sentence, Word
from dragoman.coding.provisos import holds_good
from dragoman.coding.waits import Wait
from dragoman.coding.wordlists import words
from dragoman.model import Relation

_COURTESIES = words("conditions", "mood", "courtesies")
_COGNITION = words("conditions", "senses", "cognition")
_ASKING = words("conditions", "senses", "asking")
_GUESSING = words("conditions", "senses", "guessing") | _COGNITION
_LAPSING = words("conditions", "senses", "lapsing")
_TERMS = words("conditions", "senses", "terms")
_VERBAL = frozenset({"VERB", "AUX"})
_HELPERS = 4
_STOPS = frozenset({",", ";", ":", ".", "—", "–", "--", '"', "(", "?"})


def connected(sentence: Sentence) -> Iterator[Wait]:
    """Yield the conditions that the connectives of a sentence tell."""
    held: list[Word] = []
    told: set[int] = set()
    for joint in joints(sentence):
        if joint.kind == "unless" and joint.outer in held:
            continue  # "nothing until they pay, unless they swear to": the exception from a condition is no other one
        if (wait := _wait(joint)) is not None:
            held += [joint.outer] if wait.relation == "only_after" else []
            told |= {w.i for w in (*wait.gated, *wait.required)}
            yield wait
    if any(w.lower == "no" for w in sentence.words):
        yield from barred(sentence, told)


def _wait(joint: Joint) -> Wait | None:
    inner, outer = joint.inner, joint.outer
    comes = outer.lemma == "appear" and outer.child("xcomp", "ccomp", "acomp", "oprd") is None  # "would appear with her"
    if outer.lemma in _COGNITION and outer.pos in _VERBAL and not comes:
        return None
    if joint.kind in ("before", "until") and _guessed(outer):
        return None
    if inner is outer or (joint.kind != "without" and inner.lemma in _COURTESIES and len(inner.children) < 2):
        return None
    if _is_barred_behind(joint) or _is_label(outer) or any(c.lower == "whether" and c.dep == "mark" for c in outer.children):
        return None
    if joint.kind in ("until", "after", "when") and _points_ahead(outer):
        return None
    relation, turned, ended = relation_of(joint)
    if relation is None or (relation in ("only_after", "until") and _runs_out(inner)):
        return None
    lacked = _lacked(inner) if joint.kind == "if" and relation == "if" and _runs_out(inner) else None
    aside = {w.i for w in inner.subtree()} | set(range(joint.first.i, joint.last.i + 1))
    if joint.front is not None:
        return _by_order(joint, joint.front, relation, turned, ended)
    if outer.i in aside:
        return None
    for clause in outer.children:
        if clause.dep == "advcl" and clause.i > joint.first.i > outer.i and clause.child("mark") is not None:
            aside |= {w.i for w in clause.subtree()}
        if clause.dep == "advcl" and joint.first.i < clause.i < outer.i and clause.child("mark") is not None:
            aside |= {w.i for w in clause.subtree()}
    step = _refused_between(joint) or _without_gloss(_without_only(extent(outer, aside, joint.first.i)), outer.i)
    doer = subject(outer)
    if joint.fronted and (doer is None or doer.i > inner.i):
        step = trimmed([w for w in step if w.i > inner.i])
    waited = extent(inner, range(joint.first.i, joint.last.i + 1), None)
    waited = [w for w in waited if w.i > joint.last.i or joint.kind == "freely"]
    waited = _without_gloss(_without_reserve(_with_verb(joint, waited)))
    if joint.kind == "price":
        waited = sorted({w.i: w for w in (*waited, *_whole_price(joint))}.values(), key=lambda w: w.i)
    if not joint.fronted:
        taken = {x.i for x in waited}
        step = (
            _without_rest([w for w in step if w.i not in taken], waited)
            if joint.first.i > outer.i
            else trimmed([w for w in step if w.i not in taken])
        )
    if (turned or joint.kind == "without") and outer.tag == "VBN" and outer.child("aux") is None and (thing := _made_so(outer)):
        step = [*thing, *step]
    if not joint.fronted and step and outer.pos in _VERBAL and step[0].i >= outer.i - _HELPERS and (named := before_cue(outer)):
        step = [*named, *step]
    if outer.lemma == "wait" and doer is not None and doer.lower not in ("we", "i", "they", "he", "she"):
        step = trimmed(doer.subtree())
    if turned and step:
        step = sorted({w.i: w for w in (*_who_has_to(outer), *step) if w.i not in aside}.values(), key=lambda w: w.i)
    if turned and (asked := _asked(outer)) is not None:
        step = trimmed([w for w in asked.subtree() if w.i not in aside])
    if joint.kind == "without" and (asked := talks_asked(joint)) is not None:
        step = trimmed([w for w in asked.subtree() if w.i not in aside])
    if not step or not waited or {w.i for w in step} & {w.i for w in waited}:
        return None
    waited = _elided(joint) or waited
    if lacked is not None:
        waited, relation = trimmed(lacked.subtree()), "unless"  # "if the year ended without a deed": unless there is one
    if joint.last.lower == "nothing" and joint.kind == "without" and inner.tag == "VBN":
        waited = [joint.last, *waited]
    if joint.kind == "without" and inner.lemma in ("wait", "await") and inner.tag == "VBG":
        waited = trimmed([w for w in waited if w.i > inner.i and w.lower != "for"]) or waited
    if joint.first.lower == "if" and lacked is None and not any(w.pos in _VERBAL or w.pos == "ADJ" for w in waited):
        return None
    gated, required = (waited, step) if turned else (step, waited)
    weak = joint.kind == "if" and relation in ("if", "unless") and not ahead(joint) and holds_good(joint)
    weak = weak or is_loose(joint)
    return Wait(gated, required, relation, outer, ended=ended, certainty="possible" if weak else "likely")


def _is_barred_behind(joint: Joint) -> bool:
    """Whether "no" bars a step behind a headline's colon: "Teachers union: no sit-down with the boards until"."""
    words_ = joint.first.sentence.words
    before = [w.text.lower() for w in words_[: joint.first.i - words_[0].i]]
    colon = len(before) - 1 - before[::-1].index(":") if ":" in before else -1
    return colon >= 0 and joint.outer.pos not in _VERBAL and before[colon + 1 : colon + 2] == ["no"]


def _who_has_to(verb: Word) -> list[Word]:
    """The subject and the "has" of "the draft has to be signed"; none where the infinitive hangs on nothing of the kind."""
    over = verb.head
    if verb.dep != "xcomp" or over.lemma not in ("have", "need") or over.pos not in _VERBAL:
        return []
    doer = over.child("nsubj", "nsubjpass")
    return [w for w in doer.subtree() if w.i < over.i] + [over] if doer is not None else []


def _without_gloss(chosen: list[Word], after: int = -1) -> list[Word]:
    """The words up to ", which", ", notice or no notice" or "because", behind a place: what explains a step is no part of it."""
    for k in range(2, len(chosen) - 1):
        if chosen[k].i <= after:
            continue
        glossed = chosen[k + 1].tag in ("WDT", "WP", "WP$") or [w.lower for w in chosen[k + 2 : k + 4]] == ["or", "no"]
        if (chosen[k].text == "," and glossed) or chosen[k].lower == "because":
            return trimmed(chosen[:k])
    return chosen


def _without_rest(step: list[Word], waited: list[Word]) -> list[Word]:
    """The words of the step without what a mark adds once both steps are told: ", the two being far apart"."""
    words_ = step[0].sentence.words if step else []
    last = waited[-1].i if waited else -1
    mark = next((w.i for w in words_ if w.i > last and (w.text in _STOPS or w.text == "-")), None)
    return trimmed([w for w in step if mark is None or last < 0 or w.i < mark])


def _elided(joint: Joint) -> list[Word]:
    """What "if we don't" leaves out: what the sentence has said that they must do."""
    inner = joint.inner
    if joint.kind != "if" or inner.lemma != "do" or inner.child("dobj") is not None or own_negation(inner) is None:
        return []
    earlier = joint.first.sentence.words[: joint.first.i - joint.first.sentence.words[0].i]
    bound = next((w for w in reversed(earlier) if w.pos in _VERBAL and is_obliged(w)), None)
    step = bound.child("xcomp") if bound is not None and bound.lemma in ("have", "need") else bound
    return [w for w in extent(step) if step.i <= w.i < joint.first.i] if step is not None else []


def _runs_out(inner: Word) -> bool:
    """Whether what is awaited is that time runs out: "once the deadline has passed", "until the month expires"."""
    if inner.lemma not in _LAPSING or inner.pos != "VERB" or inner.child("dobj", "auxpass") is not None:
        return False
    doer = inner.child("nsubj")
    if inner.lemma == "go" and not any(c.lower == "by" for c in inner.children):
        return False
    return doer is not None and (doer.lemma in _TERMS or doer.lower == "it" or doer.ent in ("DATE", "TIME"))


def _lacked(inner: Word) -> Word | None:
    """What there is not when time has run out: "if the year ended without a deed"."""
    without = next((c for c in inner.children if c.lower == "without"), None)
    return without.child("pobj", "pcomp") if without is not None else None


def _points_ahead(outer: Word) -> bool:
    """Whether "it is" only points to the clause behind: "it is only after the vote that they sign"."""
    doer = outer.child("nsubj")
    return outer.lemma == "be" and doer is not None and doer.lower == "it" and outer.child("acomp", "attr") is None


def _is_label(outer: Word) -> bool:
    """Whether the word only says who speaks, in a transcript: "BARLO: Not until"."""
    words_ = outer.sentence.words
    after = words_[min(outer.i + 1 - words_[0].i, len(words_) - 1)]
    return outer.text.isupper() and len(outer.text) > 2 and after.text == ":"


def _by_order(joint: Joint, found: Front, relation: Relation, turned: bool, ended: bool) -> Wait | None:
    """The wait of a clause in front that the parser hung elsewhere."""
    step = trimmed([w for w in extent(found.verb, (), joint.first.i) if w.i >= found.begins])
    waited = trimmed(list(found.clause))
    if not step or not waited:
        return None
    gated, required = (waited, step) if turned else (step, waited)
    return Wait(gated, required, relation, joint.outer, ended=ended)


def _whole_price(joint: Joint) -> list[Word]:
    """What is given in exchange, to the end of the phrase, wherever the parser hangs its tail."""
    words_ = joint.first.sentence.words
    rest = words_[joint.last.i + 1 - words_[0].i :]
    stop = next((k for k, w in enumerate(rest) if k and (w.text in _STOPS or w.tag in FINITE or _opens_clause(w))), len(rest))
    cut = stop if stop == len(rest) or rest[stop].tag not in FINITE else _noun_before(rest, stop)
    return trimmed(rest[:cut] or rest[:stop])


def _opens_clause(word: Word) -> bool:
    return (
        word.tag == "WRB" or (word.dep == "mark" and word.lower != "to") or word.lower in ("after", "before", "during", "unless")
    )


def _noun_before(rest: list[Word], stop: int) -> int:
    """Where the subject of the finite verb at a place begins."""
    doer = subject(rest[stop])
    first = doer.subtree()[0].i if doer is not None and doer.i < rest[stop].i else rest[stop].i
    return max(0, first - rest[0].i)


def _guessed(verb: Word) -> bool:
    """Whether the clause is what cannot be known yet: "impossible to say who will win before"."""
    asked = any(c.tag in ("WP", "WRB", "WDT") and c.i < verb.i for c in verb.children)
    return asked and verb.dep == "ccomp" and verb.head.lemma in _GUESSING


def _made_so(verb: Word) -> list[Word]:
    """The thing in "wants the barricades removed", where the parser gave it to "wants"."""
    if verb.dep == "acl":
        if verb.child("nsubj", "nsubjpass", "auxpass") is not None:
            return []
        return trimmed([w for w in verb.head.subtree() if w.i < verb.i])
    thing = verb.child("nsubj", "nsubjpass") or verb.head.child("dobj")
    return trimmed(thing.subtree()) if thing is not None and thing.head is not verb and thing.i < verb.i else []


def _asked(outer: Word) -> Word | None:
    """What a word of asking asks for: its object, or the object of a demand that is given up."""
    claim = outer.child("dobj")
    if outer.lemma in _ASKING or outer.lemma in ("need", "wait"):
        return claim or asked_for(outer)
    return asked_for(claim) if claim is not None and is_waived(outer) is claim else None


def _with_verb(joint: Joint, waited: list[Word]) -> list[Word]:
    """The words with the verb that follows them, where the parser took "the text" in "before the text is agreed" for a phrase."""
    if not waited or joint.inner.pos not in ("NOUN", "PROPN") or joint.inner.dep != "pobj":
        return waited
    words_ = joint.first.sentence.words
    at = waited[-1].i + 1 - words_[0].i
    if at >= len(words_) or words_[at].tag not in ("VBZ", "VBP", "VBD", "MD"):
        return waited
    if words_[at].head is joint.outer and joint.outer.i > joint.first.i:
        return waited
    end = next((k for k in range(at, len(words_)) if words_[k].pos == "PUNCT"), len(words_))
    return [*waited, *words_[at:end]]


def _refused_between(joint: Joint) -> list[Word]:
    """What a verb of refusal has before the connective, where a noun phrase is what is refused: "excluded any meeting before"."""
    verb = next((w for w in (joint.outer, *joint.outer.ancestors()) if w.pos in ("VERB", "ADJ") and refuses(w)), None)
    if verb is None or verb.i > joint.first.i:
        return []
    outer = joint.outer
    misread = outer.dep == "conj" and outer.head is verb and outer.tag == "VB" != verb.tag
    if outer.pos in _VERBAL and outer is not verb and outer.tag != "VBG" and not misread:
        return []
    base = verb.sentence.words[0].i
    between = verb.sentence.words[verb.i + 1 - base : joint.first.i - base]
    while between and (between[0].lower in ("out", "off", "down", "aside", "away", "to", "no")):
        between = between[1:]
    between = without_relatives(_without_day(between))
    if any(w.lower == "door" for w in between[:2]):  # "shuts the door on a meeting"
        between = between[next((k + 1 for k, w in enumerate(between) if w.lower in ("on", "to")), 0) :]
    if not between or between[0].pos in ("PUNCT", "SCONJ") or any(w.tag in ("VBZ", "VBP", "VBD", "MD") for w in between):
        return []
    return trimmed(between)


def _without_day(chosen: list[Word]) -> list[Word]:
    """The words without the day that stands between a verb and its object: "excluded on Friday any contact"."""
    first = chosen[0] if chosen else None
    if first is None or first.dep != "prep" or first.lower != "on":
        return chosen
    return [w for w in chosen if w.i > max(c.i for c in first.subtree())]


def _without_only(chosen: list[Word]) -> list[Word]:
    while chosen and chosen[-1].lower in ("only", "except", "at", "least"):
        chosen = chosen[:-1]
    return trimmed(chosen)


def _without_reserve(waited: list[Word]) -> list[Word]:
    """The words without "and not before" behind them."""
    for k in range(1, len(waited) - 2):
        if [waited[k].lower, waited[k + 1].lower] == ["and", "not"] and waited[k + 2].lower in ("before", "sooner", "earlier"):
            return trimmed(waited[:k])
    return waited
