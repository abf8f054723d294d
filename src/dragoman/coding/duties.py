"""What must or will be done by a time: "must leave by", "wants it shut by", "has undertaken to pay by"."""

from dragoman.coding.consequences import is_proviso, is_threat, threatening
from dragoman.coding.dates import TimeExpression
from dragoman.coding.owing import Owing, doer_of, helpers_of, is_to_come, raised, subject_over
from dragoman.coding.parse import Word
from dragoman.coding.scene import Scene
from dragoman.coding.standing import subjects
from dragoman.coding.wordlists import words
from dragoman.model.findings import DeadlineStatus

_CLAUSES = ("VERB", "AUX")


def owed(scene: Scene, verb: Word, when: TimeExpression) -> Owing | None:
    """Return who owes what by a time: "must leave by", "wants it shut by", "undertook to have it done by"."""
    asking, promising = words("deadlines", "asking"), words("deadlines", "promising")
    act, top = verb, raised(verb) or verb
    if top.lemma == "be" and top is not act:
        return Owing(top, act, scene.voice_at(act), doer_of(scene, top))
    if top is verb and top.head.lemma == "have" and top.dep == "xcomp" and "to" in helpers_of(top):
        return Owing(top.head, act, scene.voice_at(act), doer_of(scene, top.head))
    if top is act and top.lemma in words("deadlines", "asking_to"):
        return None
    if top.lemma == "expect" and act is not top and _is_forecast(scene, act, when):
        return None
    if act.head.pos == "NOUN" and any(c.lower in ("no", "any") for c in act.head.children):
        return None  # "has no plan to do so before May"
    if "have" in helpers_of(top) and helpers_of(top) & {"would", "should", "could"}:
        return None  # "would have liked to see it before May"
    if top.lemma in asking and not _is_active_past_of_nobody(top):
        setter, asked = doer_of(scene, top), whom_asked(top, act)
        passive = top.child("nsubjpass")
        if passive is not None:
            agent = top.child("agent")
            by = agent.child("pobj") if agent is not None else None
            return Owing(top, act, scene.cast.who(by) if by else (), scene.cast.who(passive))
        return Owing(top, act, setter or scene.voice_at(top), scene.cast.who(asked) if asked else ())
    if top.lemma in promising:
        doer = doer_of(scene, top)
        return Owing(top, act, doer, doer, status=_now(scene, top, when), certainty="likely")
    if is_threat(act):
        over, bound = threatening(act), doer_of(scene, act)
        who = subjects(scene, over) if over is not None else doer_of(scene, _main(act))
        return Owing(_main(act), act, scene.voice_at(act) or (who if set(bound).isdisjoint(who) else ()), bound)
    if is_proviso(act):
        return Owing(act, act, scene.voice_at(act), doer_of(scene, act))
    helpers = helpers_of(act)
    if _is_forecast(scene, act, when):
        return None
    if act.lemma in words("deadlines", "forecast") and not helpers & {"must", "shall"} and not _subject_is_pronoun_it(act):
        return None
    if helpers & words("deadlines", "owed"):
        if "would" in helpers and scene.statement_at(act) is None:
            return None
        if "have" in helpers or subject_over(act) is None:
            return None
        weak = "should" in helpers or act.lemma == "be"
        return Owing(act, act, scene.voice_at(act), doer_of(scene, act), certainty="possible" if weak else "likely")
    return None


def asked_before(scene: Scene, verb: Word, when: TimeExpression) -> Owing | None:
    """Return what is asked for before a time: "wants the sluices opened before July 1", "must leave before Friday"."""
    owing = owed(scene, verb, when) if not any(c.dep == "neg" for c in verb.children) else None
    return owing if owing is not None and (owing.top is not owing.act or helpers_of(verb) & {"must", "shall"}) else None


def not_before(scene: Scene, verb: Word) -> Owing | None:
    """Return what is held back until a time: "will not start before Monday"."""
    negated = any(c.dep == "neg" for c in verb.children)
    if not negated or not helpers_of(verb) & {"will", "would", "wo", "shall", "must", "may", "can"}:
        return None
    doer = doer_of(scene, verb)
    return Owing(verb, verb, scene.voice_at(verb) or doer, doer, bound="not_before")


def whom_asked(top: Word, act: Word) -> Word | None:
    """Return who is asked to do it."""
    for label in ("dative", "dobj"):
        found = top.child(label)
        if found is not None and found.pos in ("NOUN", "PROPN", "PRON") and found is not act:
            return found
    called = next((c for c in top.children if c.lower in ("on", "upon", "for") and c.dep == "prep"), None)
    return (called.child("pobj") if called is not None else None) or act.child("nsubj", "nsubjpass")


def _is_forecast(scene: Scene, act: Word, when: TimeExpression) -> bool:
    """ "The stock will collapse by 2036", "the paintwork will be finished by July": nobody is bound to a mere year or month."""
    rough = when.value is not None and len(when.value) < 10 and not when.span.text.lower().startswith("the end")
    return rough and not doer_of(scene, act) and not helpers_of(act) & {"must", "shall"} and act.child("agent") is None


def _subject_is_pronoun_it(act: Word) -> bool:
    subject = subject_over(act)
    return subject is not None and subject.lower in ("it", "they", "that", "this") and act.lemma == "be"


def _is_active_past_of_nobody(top: Word) -> bool:
    """ "set" and "give" as bare participles: "the record set by 1990"."""
    return top.tag == "VBN" and top.dep == "acl" and not helpers_of(top) and not _calls(top)


def _calls(top: Word) -> bool:
    """ "The accord called for firing to stop within 24 hours", read as what the accord was called."""
    return top.lemma == "call" and any(c.lower == "for" and c.i == top.i + 1 for c in top.children)


def _main(verb: Word) -> Word:
    main = verb.head
    while main.pos not in _CLAUSES and main.head is not main:
        main = main.head
    return main


def _now(scene: Scene, top: Word, when: TimeExpression) -> DeadlineStatus:
    """How a promise with a time stands: one that "has not arrived" when its day is over has lapsed."""
    if is_to_come(scene, when) or when.value is None:
        return "pending"
    over = next((a for a in top.ancestors() if a.pos in _CLAUSES), None)
    missing = over is not None and any(c.dep == "neg" for c in over.children) and over.lemma in words("deadlines", "came")
    return "lapsed" if missing else "unknown"
