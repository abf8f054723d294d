"""Who owes what to whom by a time, as its preposition and the verb over it say."""

from dataclasses import dataclass

from dragoman.coding.consequences import is_proviso, is_threat
from dragoman.coding.dates import TimeExpression
from dragoman.coding.parse import Word
from dragoman.coding.scene import Scene
from dragoman.coding.wordlists import words
from dragoman.model import Ids
from dragoman.model.findings import Bound, Certainty, DeadlineStatus
from dragoman.model.moment import Moment

_CLAUSES = ("VERB", "AUX")


@dataclass(frozen=True)
class Owing:
    """Who owes what to whom: the verb `top` over all of it, the `act` that is bounded, and the sides."""

    top: Word
    act: Word
    setter: Ids = ()
    addressee: Ids = ()
    bound: Bound = "by"
    status: DeadlineStatus = "pending"
    certainty: Certainty = "likely"


def _verb_over(word: Word) -> Word | None:
    return next((a for a in word.ancestors() if a.pos in _CLAUSES or a.lemma == "due"), None)


def owing_of(scene: Scene, when: TimeExpression, before: Word | None) -> Owing | None:
    """Return what the time makes of the verb over it, with the word `before` it; None where it bounds nothing."""
    lower = before.lower if before is not None else ""
    if before is not None and lower == "than" and scene.parse.words[before.i - 1].lower == "later":
        lower = "by"
    anchor = before or scene.parse.words[when.last]
    verb = _verb_over(anchor)
    if verb is not None and lower == "by":
        verb = _nearest_owed(verb, anchor)
    given = verb is not None and lower in ("until", "till") and anchor.dep == "mark" and "to" in _helpers(verb)
    if verb is not None and given and verb.head.lemma in words("deadlines", "allotting"):
        verb = verb.head  # "has until May 4 to answer", where "until" is read as a mark of the answer
    ends = next(
        (w for w in scene.parse.words[max(0, anchor.i - 3) : anchor.i] if w.lower in words("deadlines", "ends_now")), None
    )
    if ends is not None and lower in ("on", "at") and ends.sentence is anchor.sentence:
        return Owing(ends, ends, addressee=_doer(scene, ends), bound="exact")
    if verb is None:
        return None
    if (ending := _effective(scene, when)) is not None:
        return ending
    found = _under(scene, when, anchor, lower, verb)
    coordinated = verb.dep == "conj" and verb.head.pos in _CLAUSES and not verb.child("nsubj", "nsubjpass", "aux")
    return _under(scene, when, anchor, lower, verb.head) if found is None and coordinated else found


def _nearest_owed(verb: Word, anchor: Word) -> Word:
    """Of "we must get it done, because the region must come out by May 1" the clause just before the time."""
    below = [
        w for w in verb.sentence.words
        if verb.i < w.i < anchor.i and w.pos == "VERB" and w.child("nsubj", "nsubjpass") and _helpers(w) & {"must", "shall"}
    ]  # fmt: skip
    return below[-1] if below else verb


def _under(scene: Scene, when: TimeExpression, anchor: Word, lower: str, verb: Word) -> Owing | None:
    """What a verb makes of a time, by the preposition `lower` before it ("" for none)."""
    if when.sense == "duration" and when.start is not None and lower != "for":
        return Owing(verb, verb, bound="exact") if verb.lemma in ("leave", "remain", "be", "have", "go") else None
    if when.sense == "duration":
        if _to_act(when, scene.parse.words):
            return _until(scene, verb, when) if verb.lemma in words("deadlines", "allotting") and lower != "than" else None
        if lower in ("for", "by") and verb.lemma in ("extend", "prolong", "renew"):
            return _extended(scene, verb)
        if lower == "for" and _runs_on(verb):
            return Owing(verb, verb, addressee=_doer(scene, verb), bound="exact")
        if lower in ("within", "in") and (lower == "within" or _helpers(verb) & {"must", "shall"}):
            return _owed(scene, verb, when)
        return None
    if lower in ("until", "till", "through"):
        return _until(scene, verb, when)
    if lower in ("by", "within"):
        plan = _planned(anchor, verb)
        if plan is not None:
            owner = plan.child("poss")
            setter = scene.cast.who(owner) if owner is not None else ()
            return Owing(plan, plan, setter)
        return None if anchor.head.pos == "NUM" else _owed(scene, verb, when)
    if lower == "before":
        return _not_before(scene, verb) or _asked_before(scene, verb, when)
    if when.start is not None and (lower in ("for", "within", "over") or verb.lemma in words("deadlines", "lasting")):
        return Owing(verb, verb, addressee=_doer(scene, verb), bound="exact")
    return _on(scene, verb, when) if lower in ("on", "from", "at", "") else None


def _effective(scene: Scene, when: TimeExpression) -> Owing | None:
    """ "Announced his resignation effective next Wednesday"."""
    word = scene.parse.words[max(0, when.first - 1)]
    tokens = word.sentence.words
    noun = word.head if word.head.pos == "NOUN" or word.i == tokens[0].i else tokens[word.i - tokens[0].i - 1]
    if word.lower != "effective" or noun.pos != "NOUN" or noun.lemma not in words("deadlines", "measures"):
        return None
    verb = _verb_over(noun)
    doer = _doer(scene, verb) if verb is not None else ()
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


def _helpers(verb: Word) -> set[str]:
    return {c.lower for c in verb.children if c.dep in ("aux", "auxpass")}


def _subject(verb: Word) -> Word | None:
    """The subject of a verb, or of the verb it is coordinated with."""
    own = verb.child("nsubj", "nsubjpass")
    if own is None and verb.dep == "conj" and verb.head.pos in _CLAUSES:
        return verb.head.child("nsubj", "nsubjpass")
    return own


def _doer(scene: Scene, verb: Word) -> Ids:
    subject = _subject(verb)
    return scene.cast.who(subject) if subject is not None else ()


def _raised(verb: Word) -> Word | None:
    """The asking or promising verb over an infinitive or a participle, some steps up: "undertook to have it completed"."""
    binding = words("deadlines", "asking") | words("deadlines", "promising")
    for _ in range(4):
        over = verb.head.head if verb.dep == "pcomp" and verb.head.pos == "ADP" else verb.head
        if over is verb or verb.dep not in ("xcomp", "ccomp", "acl", "advcl", "dobj", "pcomp", "conj"):
            return None
        if verb.tag in ("VBZ", "VBP", "VBD") or _helpers(verb) & words("dates", "modals"):
            return None
        if verb.child("mark") is not None and verb.dep == "advcl":
            return None
        if over.lemma in binding or (over.lemma == "be" and "to" in _helpers(verb)):
            return over
        verb = over
    return None


def _owed(scene: Scene, verb: Word, when: TimeExpression) -> Owing | None:
    """ "must leave by", "wants it shut by", "undertook to have it done by", "unless it is paid by"."""
    asking, promising = words("deadlines", "asking"), words("deadlines", "promising")
    act, top = verb, _raised(verb) or verb
    if top.lemma == "be" and top is not act:
        return Owing(top, act, scene.voice_at(act), _doer(scene, top))
    if top is verb and top.head.lemma == "have" and top.dep == "xcomp" and "to" in _helpers(top):
        return Owing(top.head, act, scene.voice_at(act), _doer(scene, top.head))
    if top is act and top.lemma in words("deadlines", "asking_to"):
        return None
    if top.lemma == "expect" and act is not top and _is_forecast(scene, act, when):
        return None
    if act.head.pos == "NOUN" and any(c.lower in ("no", "any") for c in act.head.children):
        return None  # "has no plan to do so before May"
    if "have" in _helpers(top) and _helpers(top) & {"would", "should", "could"}:
        return None  # "would have liked to see it before May"
    if top.lemma in asking and not _is_active_past_of_nobody(top):
        setter, asked = _doer(scene, top), _asked(top, act)
        passive = top.child("nsubjpass")
        if passive is not None:
            agent = top.child("agent")
            by = agent.child("pobj") if agent is not None else None
            return Owing(top, act, scene.cast.who(by) if by else (), scene.cast.who(passive))
        return Owing(top, act, setter or scene.voice_at(top), scene.cast.who(asked) if asked else ())
    if top.lemma in promising:
        doer = _doer(scene, top)
        return Owing(top, act, doer, doer, status=_now(scene, top, when), certainty="likely")
    if is_threat(act):
        bound, threatening = _doer(scene, act), _doer(scene, _main(act))
        return Owing(_main(act), act, scene.voice_at(act) or (threatening if set(bound).isdisjoint(threatening) else ()), bound)
    if is_proviso(act):
        return Owing(act, act, scene.voice_at(act), _doer(scene, act))
    helpers = _helpers(act)
    if _is_forecast(scene, act, when):
        return None
    if act.lemma in words("deadlines", "forecast") and not helpers & {"must", "shall"} and not _subject_is_pronoun_it(act):
        return None
    if helpers & words("deadlines", "owed"):
        if "would" in helpers and scene.statement_at(act) is None:
            return None
        if "have" in helpers or _subject(act) is None:
            return None
        weak = "should" in helpers or act.lemma == "be"
        return Owing(act, act, scene.voice_at(act), _doer(scene, act), certainty="possible" if weak else "likely")
    return None


def _is_forecast(scene: Scene, act: Word, when: TimeExpression) -> bool:
    """ "The stock will collapse by 2036", "the paintwork will be finished by July": nobody is bound to a mere year or month."""
    rough = when.value is not None and len(when.value) < 10 and not when.span.text.lower().startswith("the end")
    return rough and not _doer(scene, act) and not _helpers(act) & {"must", "shall"} and act.child("agent") is None


def _subject_is_pronoun_it(act: Word) -> bool:
    subject = _subject(act)
    return subject is not None and subject.lower in ("it", "they", "that", "this") and act.lemma == "be"


def _is_active_past_of_nobody(top: Word) -> bool:
    """ "set" and "give" as bare participles: "the record set by 1990"."""
    return top.tag == "VBN" and top.dep == "acl" and not _helpers(top) and not _calls(top)


def _calls(top: Word) -> bool:
    """ "The accord called for firing to stop within 24 hours", read as what the accord was called."""
    return top.lemma == "call" and any(c.lower == "for" and c.i == top.i + 1 for c in top.children)


def _asked(top: Word, act: Word) -> Word | None:
    for label in ("dative", "dobj"):
        found = top.child(label)
        if found is not None and found.pos in ("NOUN", "PROPN", "PRON") and found is not act:
            return found
    called = next((c for c in top.children if c.lower in ("on", "upon", "for") and c.dep == "prep"), None)
    return (called.child("pobj") if called is not None else None) or act.child("nsubj", "nsubjpass")


def _main(verb: Word) -> Word:
    main = verb.head
    while main.pos not in _CLAUSES and main.head is not main:
        main = main.head
    return main


def _until(scene: Scene, verb: Word, when: TimeExpression) -> Owing | None:
    """ "has until August 23 to decide", "gave the cabinet until Thursday to withdraw it"."""
    if verb.lemma == "have" and (verb.child("dobj") is None or "to" in _after(verb, when)):
        return Owing(verb, verb, scene.voice_at(verb), _doer(scene, verb))
    if verb.lemma != "have" and verb.lemma in words("deadlines", "allotting") and "to" in _after(verb, when):
        given = verb.child("dative") or verb.child("dobj") or verb.child("nsubjpass")
        agent = verb.child("agent")
        by = agent.child("pobj") if agent is not None else None
        setter = scene.cast.who(by) if by else () if verb.child("nsubjpass") else _doer(scene, verb)
        return Owing(verb, verb, setter, scene.cast.who(given) if given else ())
    if lasts := _ordained(scene, verb, when):
        return lasts
    negated = any(c.dep == "neg" for c in verb.children)
    day = when.value is not None and len(when.value) == 10
    if negated and day and _shared_helpers(verb) & {"will", "wo", "would", "must", "may"} and _ahead(scene, when):
        return Owing(verb, verb, scene.voice_at(verb), _doer(scene, verb), bound="not_before")
    subject = _subject(verb)
    holds = verb.lemma == "be" and any(c.lower in ("valid", "open") for c in verb.children)
    running = (holds or verb.lemma in words("deadlines", "lasting")) and (verb.tag == "VBZ" or _helpers(verb) & {"will"})
    if running and subject is not None and subject.lemma in words("deadlines", "spells") and _ahead(scene, when):
        return Owing(verb, verb, addressee=_doer(scene, verb), bound="exact")
    if verb.lemma in words("deadlines", "suspending") and (top := _raised(verb) or verb) is not None and _ahead(scene, when):
        promised = top.lemma in words("deadlines", "promising") or bool(_helpers(verb) & {"will", "shall", "must", "'ll"})
        return Owing(top, verb, _doer(scene, top) or scene.voice_at(verb), _doer(scene, top)) if promised else None
    return _extended(scene, verb) if verb.lemma in words("deadlines", "extended") else None


def _shared_helpers(verb: Word) -> set[str]:
    """The helpers of a verb, or of the verb it is coordinated with: "would meet briefly and then not return until"."""
    own = _helpers(verb)
    return _helpers(verb.head) if not own and verb.dep == "conj" and verb.child("nsubj", "nsubjpass") is None else own


def _ordained(scene: Scene, verb: Word, when: TimeExpression) -> Owing | None:
    """ "Parliament is to remain closed through October 14"."""
    stays = verb.lemma in ("remain", "stay", "last", "run") and _ahead(scene, when)
    top = verb.head if verb.dep == "xcomp" and verb.head.lemma == "be" and "to" in _helpers(verb) else verb
    bound = top is not verb or bool(_helpers(verb) & {"will", "shall", "must", "'ll"})
    fixed = stays and bound and top.tag in ("VBZ", "VBP", "VB") and not any(c.dep == "neg" for c in verb.children)
    return Owing(top, verb, scene.voice_at(verb), _doer(scene, top), bound="exact") if fixed else None


def _runs_on(verb: Word) -> bool:
    """ "the standstill will run for another 30 days"."""
    subject = _subject(verb)
    spell = subject is not None and subject.lemma in words("deadlines", "spells")
    return spell and verb.lemma in words("deadlines", "lasting") and bool(_helpers(verb) & {"will", "shall", "'ll"})


def _extended(scene: Scene, verb: Word) -> Owing | None:
    """ "was extended for another 30 days", "has extended the truce until Friday"."""
    agreed = verb.head.lemma in ("agree", "decide") and verb.dep == "xcomp"
    over = agreed or bool(_helpers(verb) & {"was", "were", "has", "have", "had"}) or verb.tag == "VBD"
    if not over or _helpers(verb) & words("dates", "modals"):
        return None
    passive = verb.child("nsubjpass") is not None
    top = verb.head if agreed else verb
    return Owing(top, verb, () if passive else _doer(scene, top), bound="exact", status="extended")


def _after(verb: Word, when: TimeExpression) -> set[str]:
    return {w.lower for w in verb.sentence.words if w.i > when.last}


def _ahead(scene: Scene, when: TimeExpression) -> bool:
    report = scene.document.date.value
    return when.value is not None and (report is None or Moment(when.value).last >= report.first)


def _asked_before(scene: Scene, verb: Word, when: TimeExpression) -> Owing | None:
    """ "wants the sluices opened before July 1", "must leave before Friday"."""
    owing = _owed(scene, verb, when) if not any(c.dep == "neg" for c in verb.children) else None
    return owing if owing is not None and (owing.top is not owing.act or _helpers(verb) & {"must", "shall"}) else None


def _not_before(scene: Scene, verb: Word) -> Owing | None:
    """ "will not start before Monday"."""
    negated = any(c.dep == "neg" for c in verb.children)
    if not negated or not _helpers(verb) & {"will", "would", "wo", "shall", "must", "may", "can"}:
        return None
    doer = _doer(scene, verb)
    return Owing(verb, verb, scene.voice_at(verb) or doer, doer, bound="not_before")


def _on(scene: Scene, verb: Word, when: TimeExpression) -> Owing | None:
    """ "expires on", "was to end on", "takes effect on": an end, or a measure that begins; no mere appointment."""
    if (
        is_threat(verb)
        and scene.parse.words[when.first - 1].lower == "on"
        and _ahead(scene, when)
        and when.value is not None
        and len(when.value) == 10
    ):  # "if it is still shut on Monday"
        return _owed(scene, verb, when)
    ordered = _raised(verb) if verb.tag == "VB" else None
    if (
        ordered is not None
        and _ahead(scene, when)
        and len(when.value or "") == 10
        and ordered.lemma in words("deadlines", "ordering")
        and ordered.tag in ("VBD", "VBN", "VBZ")
    ):
        asked, setter = _asked(ordered, verb), _doer(scene, ordered) or scene.voice_at(ordered)
        return Owing(ordered, verb, setter, scene.cast.who(asked) if asked else (), "exact", certainty="possible")
    due = bool(_helpers(verb) & words("deadlines", "owed")) or verb.tag in ("VBZ", "VBP")
    if due and any(is_threat(c) for c in verb.children):
        threatened = next(c for c in verb.children if is_threat(c))
        return Owing(verb, threatened, scene.voice_at(verb) or _doer(scene, verb), _doer(scene, threatened))
    top = verb.head if verb.head.lemma in ("due", "be", "suppose", "schedule", "set") and verb.dep in ("xcomp", "advcl") else verb
    pending = bool(_helpers(verb) & {"will", "would", "shall", "to", "'ll", "may"}) or verb.tag in ("VBZ", "VBP")
    if verb.tag == "VBD" or not pending or any(c.dep == "neg" for c in verb.children):
        return None
    if verb.lemma in words("deadlines", "expiring") or (verb.lemma in words("deadlines", "ending") and _ends(verb, top)):
        averted = {"would", "have"} <= _helpers(verb)  # "would have expired on Wednesday"
        status: DeadlineStatus = "extended" if averted or _goes_on(verb, top) else "pending"
        return Owing(top, verb, addressee=_doer(scene, top), bound="exact", status=status)
    taking = any(w.lower in words("deadlines", "force") for c in verb.children for w in (c, *c.children))
    subject = _subject(top) or (top.head if top.lemma == "due" else None)
    measure = subject is not None and subject.lemma in words("deadlines", "measures")
    stated = verb.lemma in ("be", "become") and any(c.lower in words("deadlines", "binding") for c in verb.children)
    if (
        stated
        or (verb.lemma in ("take", "come", "go", "enter") and taking)
        or (verb.lemma in words("deadlines", "effective") and measure)
    ):
        setter = scene.voice_at(verb)
        return Owing(top, verb, setter, bound="by" if any(is_threat(c) for c in verb.children) else "exact")
    return None


def _goes_on(verb: Word, top: Word) -> bool:
    """ "the pause, which was to end on Saturday, will run on"."""
    root = verb.sentence.root
    return (
        top.tag == "VBD"
        and root is not top
        and root.lemma in words("deadlines", "lasting")
        and bool(_helpers(root) & {"will", "has"})
    )


def _ends(verb: Word, top: Word) -> bool:
    """ "end" only of what has been said to run: "was to end", "ends", "runs out"."""
    if verb.lemma == "run":
        return any(c.lower == "out" for c in verb.children)
    subject = _subject(verb)
    if subject is not None and subject.lower in ("that", "this", "it", "which"):
        return False
    return "to" in _helpers(verb) or (verb.tag in ("VBZ", "VBP") and top is verb) or bool(_helpers(verb) & {"will", "would"})


def _now(scene: Scene, top: Word, when: TimeExpression) -> DeadlineStatus:
    """How a promise with a time stands: one that "has not arrived" when its day is over has lapsed."""
    if _ahead(scene, when) or when.value is None:
        return "pending"
    over = next((a for a in top.ancestors() if a.pos in _CLAUSES), None)
    missing = over is not None and any(c.dep == "neg" for c in over.children) and over.lemma in words("deadlines", "came")
    return "lapsed" if missing else "unknown"
