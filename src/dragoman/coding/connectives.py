"""Conditions told by a connective: until, before, unless, without, after, once, when, if, as long as, in exchange for."""

from collections.abc import Iterator

from dragoman.coding.clauses import extent, governors, mood, negated, refuses, subject, trimmed, willed
from dragoman.coding.dropping import is_waived
from dragoman.coding.fronting import FINITE, Front, before_cue
from dragoman.coding.joints import Joint, ahead, denied, joints, only, without_relatives
from dragoman.coding.parse import Sentence, Word
from dragoman.coding.provisos import freely, holds_good, is_generic, lasting, pending, price, proviso
from dragoman.coding.waits import Wait
from dragoman.coding.wordlists import words
from dragoman.model import Relation

_GOES_ON = words("conditions", "mood", "goes_on")
_GOES_ON_NOUNS = words("conditions", "mood", "goes_on_nouns")
_COURTESIES = words("conditions", "mood", "courtesies")
_STEPS = words("conditions", "steps", "nouns")
_ASKED = words("conditions", "steps", "conditions")
_READY = words("conditions", "senses", "ready")
_COGNITION = words("conditions", "senses", "cognition")
_ASKING = words("conditions", "senses", "asking")
_GUESSING = words("conditions", "senses", "guessing") | _COGNITION
_FAVOURING = words("conditions", "senses", "favouring")
_MANNERS = words("conditions", "senses", "manners")
_EXACTING = words("conditions", "senses", "exacting")
_TALKING = words("conditions", "senses", "talking")
_VERBAL = frozenset({"VERB", "AUX"})
_HELPERS = 4
"""Words that may stand before a verb as part of it ("would not have been")."""
_ACTS = words("conditions", "senses", "acts")
_STOPS = frozenset({",", ";", ":", ".", "—", "–", "--", '"', "(", "?"})


def connected(sentence: Sentence) -> Iterator[Wait]:
    """Yield the conditions that the connectives of a sentence tell."""
    held: list[Word] = []
    for joint in joints(sentence):
        if joint.kind == "unless" and joint.outer in held:
            continue  # "nothing until they pay, unless they swear to": the exception from a condition is no other one
        if (wait := _wait(joint)) is not None:
            held += [joint.outer] if wait.relation == "only_after" else []
            yield wait


def _wait(joint: Joint) -> Wait | None:
    inner, outer = joint.inner, joint.outer
    if (outer.lemma in _COGNITION and outer.pos in _VERBAL) or (joint.kind in ("before", "until") and _guessed(outer)):
        return None
    if inner is outer or (joint.kind != "without" and inner.lemma in _COURTESIES and len(inner.children) < 2):
        return None
    if _is_label(outer) or any(c.lower == "whether" and c.dep == "mark" for c in outer.children):
        return None
    relation, turned, ended = _relation(joint)
    if relation is None:
        return None
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
    step = _refused_between(joint) or _without_only(extent(outer, aside, joint.first.i))
    doer = subject(outer)
    if joint.fronted and (doer is None or doer.i > inner.i):
        step = trimmed([w for w in step if w.i > inner.i])
    waited = extent(inner, range(joint.first.i, joint.last.i + 1), None)
    waited = [w for w in waited if w.i > joint.last.i or joint.kind == "freely"]
    waited = _without_reserve(_with_verb(joint, waited))
    if joint.kind == "price":
        waited = sorted({w.i: w for w in (*waited, *_whole_price(joint))}.values(), key=lambda w: w.i)
    if not joint.fronted:
        step = trimmed([w for w in step if w.i not in {x.i for x in waited}])
    if (turned or joint.kind == "without") and outer.tag == "VBN" and outer.child("aux") is None and (thing := _made_so(outer)):
        step = [*thing, *step]
    if not joint.fronted and step and outer.pos in _VERBAL and step[0].i >= outer.i - _HELPERS and (named := before_cue(outer)):
        step = [*named, *step]
    if outer.lemma == "wait" and doer is not None and doer.lower not in ("we", "i", "they", "he", "she"):
        step = trimmed(doer.subtree())
    if turned and (asked := _asked(outer)) is not None:
        step = trimmed([w for w in asked.subtree() if w.i not in aside])
    if joint.kind == "without" and (asked := _talks_asked(joint)) is not None:
        step = trimmed([w for w in asked.subtree() if w.i not in aside])
    if not step or not waited or {w.i for w in step} & {w.i for w in waited}:
        return None
    gated, required = (waited, step) if turned else (step, waited)
    weak = joint.kind == "if" and relation in ("if", "unless") and not ahead(joint) and holds_good(joint)
    return Wait(gated, required, relation, outer, ended=ended, certainty="possible" if weak else "likely")


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
    if outer.lemma in _ASKING or outer.lemma == "need":
        return claim or _asked_for(outer)
    return _asked_for(claim) if claim is not None and is_waived(outer) is claim else None


def _asked_for(verb: Word) -> Word | None:
    by = next((c for c in verb.children if c.lower in ("on", "for")), None)
    return by.child("pobj") if by is not None else None


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
    between = between[1:] if between and between[0].lower in ("out", "off", "down", "to") else between
    between = without_relatives(_without_day(between))
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
            return proviso(joint)
        case "price":
            return price(joint), False, False
        case "while":
            return lasting(joint)
        case "with":
            agreed = only(joint) and joint.inner.lemma in _STEPS and mood(joint.outer) in ("modal", "future")
            return ("only_after" if agreed else None), False, False
        case "pending":
            return pending(joint), False, False
        case _:
            return freely(joint), False, False


def _when(joint: Joint) -> Relation | None:
    comer = joint.inner.child("nsubj") if joint.inner.lemma == "come" else None
    if comer is not None and comer.lower == "it":
        return None
    if (only(joint) and (ahead(joint) or _held_off(joint))) or _and_not_before(joint):
        return "only_after"
    before = joint.first.sentence.words[max(joint.first.i - 1 - joint.first.sentence.words[0].i, 0)]
    if before.text == "," and not joint.fronted:
        return None
    if _own_terms(joint):
        return "only_after"
    promised = mood(joint.outer) == "future" and joint.inner.pos in _VERBAL and mood(joint.inner) == "present"
    return "only_after" if promised and joint.outer.lemma != "be" and not joint.fronted else None


def _own_terms(joint: Joint) -> bool:
    """ "We sign when the crews have been paid": a present in which the speakers name their terms."""
    outer, inner = joint.outer, joint.inner
    doer = outer.child("nsubj")
    done = inner.pos in _VERBAL and inner.child("aux", "auxpass") is not None and mood(inner) == "present"
    return doer is not None and doer.lower == "we" and outer.lemma in _ACTS and mood(outer) == "present" and done


def _held_off(joint: Joint) -> bool:
    """Whether a present tells what somebody will do ("reopens only when the toll has been scrapped"), not a habit."""
    done = joint.inner.pos in _VERBAL and joint.inner.child("aux", "auxpass") is not None
    return joint.outer.pos == "VERB" and mood(joint.outer) == "present" and done and mood(joint.inner) == "present"


def _and_not_before(joint: Joint) -> bool:
    """ "When the chiefs have met and not before", "not sooner"."""
    tail = [w.lower for w in joint.first.sentence.words if w.i > joint.inner.i]
    return any(tail[k] == "not" and tail[k + 1] in ("before", "sooner", "earlier") for k in range(len(tail) - 1)) and (
        mood(joint.outer) in ("future", "would", "modal", "must")
    )


def _without_reserve(waited: list[Word]) -> list[Word]:
    """The words without "and not before" behind them."""
    for k in range(1, len(waited) - 2):
        if [waited[k].lower, waited[k + 1].lower] == ["and", "not"] and waited[k + 2].lower in ("before", "sooner", "earlier"):
            return trimmed(waited[:k])
    return waited


def _until(joint: Joint) -> Relation | None:
    outer, inner = joint.outer, joint.inner
    if _is_time(inner):
        return None
    doer = subject(outer)
    if doer is not None and doer.lower == "you" and mood(outer) in ("present", "modal"):
        return None
    before = joint.first.i - joint.first.sentence.words[0].i - 1
    fronted_not = joint.fronted and before >= 0 and joint.first.sentence.words[before].lower == "not"
    if outer.lemma == "wait" or fronted_not:
        return "only_after"
    if denied(joint):
        return None if _same_state(outer, inner) else "only_after"
    if outer.lemma in ("be", "take") and any(
        c.dep in ("attr", "dobj") and c.lemma in ("time", "year", "month", "week", "day") for c in outer.children
    ):
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
    if ahead(joint) or outer.lemma in _GOES_ON:
        return "until"
    return None


def _before(joint: Joint) -> tuple[Relation | None, bool, bool]:
    outer = joint.outer
    if is_waived(outer) is not None and _is_step(joint.inner):
        return "not_required", True, False
    if _allowed_early(joint):
        return "not_required", False, False
    if _is_time(joint.inner):
        return None, False, False
    if _told_refusal(joint):
        return None, False, False
    if denied(joint) and (mood(outer) != "present" or outer.pos not in _VERBAL or willed(outer) is not None or _is_we(outer)):
        return "only_after", False, False
    first = any(c.lower == "first" for c in outer.children)
    must = mood(outer) == "must" or (mood(outer) in ("modal", "would") and any(c.lower == "should" for c in outer.children))
    asked = next(
        (
            w
            for w in governors(outer)
            if w.lemma in ("require", "want", "demand", "insist", "need", "oblige", "ask", "tell", "force")
        ),
        None,
    )
    if joint.inner.pos in _VERBAL and mood(joint.inner) == "past" and not must:
        return None, False, False
    wisher = subject(asked) if asked is not None and asked.lemma == "want" and joint.fronted else None
    if wisher is not None and wisher.lower == "i":
        return None, False, False
    if (
        outer.lemma in _ASKING
        and (outer.child("dobj") or _asked_for(outer)) is not None
        and (mood(outer) != "past" or outer.lemma in _EXACTING)
    ):
        return ("only_after", True, False) if _is_step(joint.inner) else (None, False, False)
    if outer.lemma in ("need", "require") and outer.tag == "VBN" and mood(outer) == "present":
        return "only_after", True, False
    if (must or asked is not None or (first and ahead(joint))) and _is_step(joint.inner):
        return "only_after", True, False
    return None, False, False


def _told_refusal(joint: Joint) -> bool:
    """Whether "rejected the offer before the crews left" tells what came first and no more."""
    outer, inner, verb = joint.outer, joint.inner, joint.outer.head
    later = inner.pos not in _VERBAL or (mood(inner) == "past" and not any(c.lower == "had" for c in inner.children))
    if outer.pos in _VERBAL:
        return outer.tag == "VBD" and outer.child("nsubj") is not None and inner.pos in _VERBAL and later
    if outer.dep != "dobj" or verb.tag != "VBD":
        return False
    return verb.lemma == "prevent" or (later and not any(c.lower in ("any", "a", "all") for c in outer.children))


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
    if is_generic(joint.inner):
        return None
    form, outer = mood(joint.outer), joint.outer
    told = form == "past" and not negated(outer) and willed(outer) is None and outer.lower not in _READY
    if form == "unreal" or (told and not any(c.dep == "acomp" and c.lemma in _READY for c in outer.children)):
        return None
    return "only_after" if negated(joint.outer) else "unless"


def _without(joint: Joint) -> Relation | None:
    inner, outer = joint.inner, joint.outer
    if _talks_asked(joint) is not None:
        return "not_required"
    if outer.pos == "NOUN" and outer.lemma in _STEPS | _TALKING and inner.lemma not in _MANNERS | _ASKED and denied(joint):
        return "only_after"
    if inner.lemma in _ASKED or inner.lower in _ASKED:
        return "not_required" if mood(outer) not in ("past", "unreal") or _talks(outer) else None
    if mood(outer) in ("past", "unreal"):
        return None
    if any(w.lower in ("or", "and") for w in joint.first.sentence.words if w.i == joint.first.i - 1):
        return None
    step = inner.lemma in _STEPS or (inner.tag == "VBG" and inner.dep == "pcomp")
    if denied(joint):
        firm = mood(outer) == "future" and inner.lemma not in _MANNERS
        possessed = inner.pos == "NOUN" and not step and not firm
        return None if possessed or (outer.lemma == "be" and inner.tag == "VBG") else "only_after"
    if joint.fronted and inner.lemma in _STEPS and mood(outer) in ("future", "would"):
        return "unless"
    doer = subject(outer)
    of_talks = doer is not None and doer.lemma in _TALKING
    if (inner.lemma in _STEPS or (of_talks and inner.pos == "NOUN")) and ahead(joint):
        return "not_required"
    return None


def _talks_asked(joint: Joint) -> Word | None:
    """The talks in "insists on talks without a freeze", "wants talks without one"."""
    outer = joint.outer
    if outer.pos != "VERB" or outer.lemma not in _ASKING | _FAVOURING or mood(outer) == "past" or negated(outer):
        return None
    asked = outer.child("dobj") or _asked_for(outer)
    fit = asked is not None and asked.lemma in _TALKING and outer.i < asked.i < joint.first.i
    return asked if fit and joint.inner.lemma in _STEPS else None


def _talks(verb: Word) -> bool:
    return verb.lemma in ("meet", "talk", "negotiate", "return")


def _after(joint: Joint) -> Relation | None:
    outer, inner = joint.outer, joint.inner
    if only(joint):
        return "only_after" if not (mood(outer) == "past" and not ahead(joint)) else None
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
    if form == "would" and joint.first.lower == "after" and mood(inner) == "present":
        return "only_after"
    if form == "would" and joint.first.lower in ("once", "as", "on") and mood(inner) in ("past", "present"):
        return "only_after"
    if form in ("modal", "must") and joint.first.lower in ("once", "as", "the") and mood(inner) == "present":
        return "only_after"
    return None


def _is_step(inner: Word) -> bool:
    return inner.pos in _VERBAL or inner.lemma in _STEPS or any(c.lower in ("any", "anything") for c in (inner, *inner.children))


def _is_time(inner: Word) -> bool:
    return inner.ent in ("DATE", "TIME") or inner.lower in (
        "then",
        "now",
        "recently",
        "yesterday",
        "tomorrow",
        "today",
        "notice",
        "late",
    )
