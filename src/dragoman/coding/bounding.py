"""What a time makes of the verb over it, by the preposition before it."""

from dataclasses import replace

from dragoman.coding.consequences import is_threat
from dragoman.coding.dates import TimeExpression
from dragoman.coding.duties import asked_before, not_before, owed
from dragoman.coding.endings import extended, on_day, runs_on, until
from dragoman.coding.owing import Owing, doer_of, helpers_of, is_to_come, raised, verb_over
from dragoman.coding.parse import Word
from dragoman.coding.scene import Scene
from dragoman.coding.wordlists import words

_CLAUSES = ("VERB", "AUX")


def owing_of(scene: Scene, when: TimeExpression, before: Word | None) -> Owing | None:
    """Return what the time makes of the verb over it, with the word `before` it; None where it bounds nothing."""
    lower = before.lower if before is not None else ""
    if before is not None and lower == "than" and scene.parse.words[before.i - 1].lower == "later":
        lower = "by"
    anchor = before or scene.parse.words[when.last]
    ended = lower == "by" and any(w.lower == "end" for w in scene.parse.words[anchor.i : when.first])
    if when.sense == "duration" and ended and when.start is None:
        lower = "within"  # "by the end of a 42-day period"
    verb = verb_over(anchor)
    if verb is not None and lower == "by":
        verb = _nearest_owed(verb, anchor)
    given = verb is not None and lower in ("until", "till") and anchor.dep == "mark" and "to" in helpers_of(verb)
    if verb is not None and given and verb.head.lemma in words("deadlines", "allotting"):
        verb = verb.head  # "has until May 4 to answer", where "until" is read as a mark of the answer
    ends = next(
        (w for w in scene.parse.words[max(0, anchor.i - 3) : anchor.i] if w.lower in words("deadlines", "ends_now")), None
    )
    if ends is not None and lower in ("on", "at") and ends.sentence is anchor.sentence:
        return Owing(ends, ends, addressee=doer_of(scene, ends), bound="exact")
    if verb is None or _tells_when_said(anchor):
        return None
    if (ending := _effective(scene, when)) is not None:
        return ending
    found = _under(scene, when, anchor, lower, verb)
    coordinated = verb.dep == "conj" and verb.head.pos in _CLAUSES and not verb.child("nsubj", "nsubjpass", "aux")
    return _under(scene, when, anchor, lower, verb.head) if found is None and coordinated else found


def _tells_when_said(anchor: Word) -> bool:
    """ "Said on Monday it would": the day of saying it, which the parser may hang on what was said."""
    tokens = anchor.sentence.words
    at = anchor.i - tokens[0].i
    said = tokens[at - 1] if at and anchor.lower == "on" else anchor
    return said.tag in ("VBD", "VBN") and said.lemma in words("cues", "speech") and said is not anchor


def _nearest_owed(verb: Word, anchor: Word) -> Word:
    """Of "we must get it done, because the region must come out by May 1" the clause just before the time."""
    below = [
        w for w in verb.sentence.words
        if verb.i < w.i < anchor.i and w.pos == "VERB" and w.child("nsubj", "nsubjpass") and helpers_of(w) & {"must", "shall"}
    ]  # fmt: skip
    return below[-1] if below else verb


def _under(scene: Scene, when: TimeExpression, anchor: Word, lower: str, verb: Word) -> Owing | None:
    """What a verb makes of a time, by the preposition `lower` before it ("" for none)."""
    if when.sense == "duration" and when.start is not None and lower != "for":
        return Owing(verb, verb, bound="exact") if verb.lemma in ("leave", "remain", "be", "have", "go") else None
    if when.sense == "duration":
        if _to_act(when, scene.parse.words):
            return until(scene, verb, when) if verb.lemma in words("deadlines", "allotting") and lower != "than" else None
        if lower in ("for", "by") and verb.lemma in ("extend", "prolong", "renew"):
            return extended(scene, verb)
        if lower == "for" and runs_on(verb):
            return Owing(verb, verb, addressee=doer_of(scene, verb), bound="exact")
        if lower in ("within", "inside", "in") and (threatened := _unless_done(scene, verb)) is not None:
            return threatened
        if lower in ("within", "inside") or (lower == "in" and _binds(verb)):
            return owed(scene, verb, when)
        return None
    if lower in ("until", "till", "through"):
        return until(scene, verb, when)
    if lower == "to" and verb.lemma in words("deadlines", "put_off") and len(when.value or "") == 10 and is_to_come(scene, when):
        moved = extended(scene, verb)  # "was put off from 20 May to 3 June": the day that holds now
        return replace(moved, status="pending") if moved is not None else None
    if lower in ("by", "within"):
        plan = _planned(anchor, verb)
        if plan is not None:
            owner = plan.child("poss")
            setter = scene.cast.who(owner) if owner is not None else ()
            return Owing(plan, plan, setter)
        return None if anchor.head.pos == "NUM" else owed(scene, verb, when)
    if lower == "before":
        return not_before(scene, verb) or asked_before(scene, verb, when)
    if when.start is not None and (lower in ("for", "within", "over") or verb.lemma in words("deadlines", "lasting")):
        return Owing(verb, verb, addressee=doer_of(scene, verb), bound="exact")
    return on_day(scene, verb, when) if lower in ("on", "from", "at", "") else None


def _unless_done(scene: Scene, verb: Word) -> Owing | None:
    """ "It will seal the border in 30 days if there is no deal": the case is what is owed by then."""
    case = next((c for c in verb.children if is_threat(c)), None)
    if case is None or not helpers_of(verb) & {"will", "would", "'ll", "shall"}:
        return None
    return Owing(verb, case, scene.voice_at(verb) or doer_of(scene, verb), doer_of(scene, case))


def _binds(verb: Word) -> bool:
    """Whether "in 28 days" is a limit: under "must", in a case of "unless", or for what somebody is told to do."""
    over = raised(verb)
    ordered = over is not None and over.lemma in words("deadlines", "ordering") | {"tell", "demand", "urge", "ask"}
    wanted = verb.child("dobj") if verb.lemma in words("deadlines", "asking") else None
    text = wanted is not None and wanted.lemma in words("deadlines", "benign")  # "wants an agreement in 30 days"
    return bool(helpers_of(verb) & {"must", "shall"}) or is_threat(verb) or ordered or text


def _effective(scene: Scene, when: TimeExpression) -> Owing | None:
    """ "Announced his resignation effective next Wednesday"."""
    word = scene.parse.words[max(0, when.first - 1)]
    tokens = word.sentence.words
    noun = word.head if word.head.pos == "NOUN" or word.i == tokens[0].i else tokens[word.i - tokens[0].i - 1]
    if word.lower != "effective" or noun.pos != "NOUN" or noun.lemma not in words("deadlines", "measures"):
        return None
    verb = verb_over(noun)
    doer = doer_of(scene, verb) if verb is not None else ()
    return Owing(noun, noun, doer, doer, bound="exact")


def _to_act(when: TimeExpression, tokens: list[Word]) -> bool:
    """ "60 days to merge", "45 days in which to sign", "granted two weeks by the court to settle"."""
    rest = [w.lower for w in tokens[when.last + 1 : when.last + 4] if w.sentence is tokens[when.last].sentence]
    if rest[:1] == ["by"]:
        agent = tokens[when.last + 1].subtree()[-1].i
        return agent + 1 < len(tokens) and agent - when.last < 8 and tokens[agent + 1].lower == "to"
    return rest[:1] == ["to"] or rest in (["in", "which", "to"], ["within", "which", "to"])


def _planned(preposition: Word, verb: Word) -> Word | None:
    """The noun of asking or promising between the time and its verb: "his plan for an exit by October 31"."""
    for above in preposition.ancestors():
        if above is verb:
            return None
        if above.lemma in words("deadlines", "aims") and above.pos == "NOUN" and above.child("poss") is not None:
            return above
    return None
