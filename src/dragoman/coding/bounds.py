"""Times that bound a clause: "must leave by Friday", "has until June 3 to respond", "expires on 10 May"."""

from dataclasses import dataclass
from itertools import pairwise

from dragoman.coding.consequences import consequence_of, is_threat
from dragoman.coding.dates import TimeExpression
from dragoman.coding.parse import Word
from dragoman.coding.scene import Scene
from dragoman.coding.wordlists import words
from dragoman.model import Deadline, Ids
from dragoman.model.findings import Bound, Certainty, DeadlineStatus
from dragoman.model.moment import Moment

_CLAUSES = ("VERB", "AUX")


@dataclass(frozen=True)
class _Owing:
    """Who owes what to whom: the verb `top` over all of it, the `act` that is bounded, and the sides."""

    top: Word
    act: Word
    setter: Ids = ()
    addressee: Ids = ()
    bound: Bound = "by"
    status: DeadlineStatus = "pending"
    certainty: Certainty = "likely"


def find_bound(scene: Scene, when: TimeExpression) -> Deadline | None:
    """Return the deadline that a time makes by its preposition and its verb, or None."""
    if when.sense == "set":
        return None
    before = _preposition(scene.parse.words, when.first)
    owing = _owing(scene, when, before)
    if owing is None:
        return None
    head = before or scene.parse.words[when.last]
    span = _spanned(owing, when, head)
    after = consequence_of(scene.parse, owing.act, when.last)
    spans = scene.parse.spans(span)
    outside = [w for w in after if w.i > span[-1].i or w.i < span[0].i]
    if outside and outside[0].sentence is owing.top.sentence:
        span = [w for w in owing.top.sentence.words if min(span[0].i, outside[0].i) <= w.i <= max(span[-1].i, outside[-1].i)]
        spans = (scene.parse.span(span),)
    elif outside:
        spans = (*spans, scene.parse.span(outside))
    return Deadline(
        document=scene.document.id, spans=spans, coder=scene.coder, certainty=owing.certainty, setter=owing.setter,
        addressee=owing.addressee, what=_what(scene, owing, head), when_text=scene.parse.span(_timed(scene, when, head)).text,
        date=last_day(when), duration=when.duration, start=when.start, bound=_or_sooner(owing, when),
        consequence=scene.parse.span(after).text if after else None, status=owing.status,
    )  # fmt: skip


def _or_sooner(owing: _Owing, when: TimeExpression) -> Bound:
    later = [w.lower for w in owing.top.sentence.words if w.i > when.last]
    sooner = any(p in (("or", "sooner"), ("or", "earlier")) for p in pairwise(later))
    return "or_sooner" if sooner else owing.bound


def last_day(when: TimeExpression) -> str | None:
    """Return the date of a time; the last day of the month or year whose end the words name."""
    if when.value and len(when.value) in (4, 7) and when.span.text.lower().startswith(("the end of", "end of", "the close of")):
        return str(Moment(when.value).last)
    return when.value


def _timed(scene: Scene, when: TimeExpression, head: Word) -> list[Word]:
    first = min(head.i, when.first)
    first -= 2 if head.lower == "than" and first > 2 else 0
    return scene.parse.words[first : when.last + 1]


def _preposition(tokens: list[Word], first: int) -> Word | None:
    """The word that governs the time: "by noon on Friday" has it further back."""
    if first == 0 or tokens[first - 1].sentence is not tokens[first].sentence:
        return None
    near, at = tokens[first - 1], first - 1
    while at > 0 and first - at < 6 and (tokens[at].lower in words("deadlines", "between") or tokens[at].pos == "NUM"):
        at -= 1
    if tokens[at].lower in ("by", "until", "till", "before", "within", "for"):
        return tokens[at]
    return near if near.pos in ("ADP", "SCONJ") and near.dep != "prt" else None


def _verb_over(word: Word) -> Word | None:
    return next((a for a in word.ancestors() if a.pos in _CLAUSES or a.lemma == "due"), None)


def _owing(scene: Scene, when: TimeExpression, before: Word | None) -> _Owing | None:
    lower = before.lower if before is not None else ""
    if before is not None and lower == "than" and scene.parse.words[before.i - 1].lower == "later":
        lower = "by"
    anchor = before or scene.parse.words[when.last]
    verb = _verb_over(anchor)
    if verb is None:
        return None
    found = _under(scene, when, anchor, lower, verb)
    coordinated = verb.dep == "conj" and verb.head.pos in _CLAUSES and not verb.child("nsubj", "nsubjpass", "aux")
    return _under(scene, when, anchor, lower, verb.head) if found is None and coordinated else found


def _under(scene: Scene, when: TimeExpression, anchor: Word, lower: str, verb: Word) -> _Owing | None:
    """What a verb makes of a time, by the preposition `lower` before it ("" for none)."""
    if when.sense == "duration":
        if scene.parse.words[when.last].sentence.words[-1].i > when.last and scene.parse.words[when.last + 1].lower == "to":
            return _until(scene, verb, when) if verb.lemma in ("give", "have") and lower != "than" else None
        if lower in ("for", "by") and verb.lemma in ("extend", "prolong", "renew"):
            return _extended(scene, verb)
        if lower == "for" and _runs_on(verb):
            return _Owing(verb, verb, addressee=_doer(scene, verb), bound="exact")
        if lower in ("within", "in") and (lower == "within" or _helpers(verb) & {"must", "shall"}):
            return _owed(scene, verb, when)
        return None
    if lower in ("until", "till"):
        return _until(scene, verb, when)
    if lower in ("by", "within"):
        plan = _planned(anchor, verb)
        if plan is not None:
            owner = plan.child("poss")
            setter = scene.cast.who(owner) if owner is not None else ()
            return _Owing(plan, plan, setter)
        return None if anchor.head.pos == "NUM" else _owed(scene, verb, when)
    if lower == "before":
        return _not_before(scene, verb)
    if when.start is not None and (lower in ("for", "within", "over") or verb.lemma in words("deadlines", "lasting")):
        return _Owing(verb, verb, addressee=_doer(scene, verb), bound="exact")
    return _on(scene, verb) if lower in ("on", "from", "at", "") else None


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
    for _ in range(3):
        over = verb.head
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


def _owed(scene: Scene, verb: Word, when: TimeExpression) -> _Owing | None:
    """ "must leave by", "wants it shut by", "undertook to have it done by", "unless it is paid by"."""
    asking, promising = words("deadlines", "asking"), words("deadlines", "promising")
    act, top = verb, _raised(verb) or verb
    if top.lemma == "be" and top is not act:
        return _Owing(top, act, scene.voice_at(act), _doer(scene, top))
    if top is verb and top.head.lemma == "have" and top.dep == "xcomp" and "to" in _helpers(top):
        return _Owing(top.head, act, scene.voice_at(act), _doer(scene, top.head))
    if top is act and top.lemma in words("deadlines", "asking_to"):
        return None
    if top.lemma in asking and not _is_active_past_of_nobody(top):
        setter, asked = _doer(scene, top), _asked(top, act)
        passive = top.child("nsubjpass")
        if passive is not None:
            agent = top.child("agent")
            by = agent.child("pobj") if agent is not None else None
            return _Owing(top, act, scene.cast.who(by) if by else (), scene.cast.who(passive))
        return _Owing(top, act, setter or scene.voice_at(top), scene.cast.who(asked) if asked else ())
    if top.lemma in promising:
        doer = _doer(scene, top)
        return _Owing(top, act, doer, doer, status=_now(scene, top, when), certainty="likely")
    if is_threat(act):
        bound, threatening = _doer(scene, act), _doer(scene, _main(act))
        return _Owing(_main(act), act, scene.voice_at(act) or (threatening if set(bound).isdisjoint(threatening) else ()), bound)
    helpers = _helpers(act)
    if act.lemma in words("deadlines", "forecast") and not helpers & {"must", "shall"} and not _subject_is_pronoun_it(act):
        return None
    if helpers & words("deadlines", "owed"):
        if "would" in helpers and scene.statement_at(act) is None:
            return None
        if "have" in helpers or _subject(act) is None:
            return None
        weak = "should" in helpers or act.lemma == "be"
        return _Owing(act, act, scene.voice_at(act), _doer(scene, act), certainty="possible" if weak else "likely")
    return None


def _subject_is_pronoun_it(act: Word) -> bool:
    subject = _subject(act)
    return subject is not None and subject.lower in ("it", "they", "that", "this") and act.lemma == "be"


def _is_active_past_of_nobody(top: Word) -> bool:
    """ "set" and "give" as bare participles: "the record set by 1990"."""
    return top.tag == "VBN" and top.dep == "acl" and not _helpers(top)


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


def _until(scene: Scene, verb: Word, when: TimeExpression) -> _Owing | None:
    """ "has until August 23 to decide", "gave the cabinet until Thursday to withdraw it"."""
    if verb.lemma == "have" and (verb.child("dobj") is None or "to" in _after(verb, when)):
        return _Owing(verb, verb, scene.voice_at(verb), _doer(scene, verb))
    if verb.lemma == "give":
        given = verb.child("dative") or verb.child("dobj") or verb.child("nsubjpass")
        agent = verb.child("agent")
        by = agent.child("pobj") if agent is not None else None
        setter = scene.cast.who(by) if by else () if verb.child("nsubjpass") else _doer(scene, verb)
        return _Owing(verb, verb, setter, scene.cast.who(given) if given else ())
    negated = any(c.dep == "neg" for c in verb.children)
    day = when.value is not None and len(when.value) == 10
    if negated and day and _helpers(verb) & {"will", "wo", "would", "must", "may"} and _ahead(scene, when):
        return _Owing(verb, verb, scene.voice_at(verb), _doer(scene, verb), bound="not_before")
    subject = _subject(verb)
    holds = verb.lemma == "be" and any(c.lower in ("valid", "open") for c in verb.children)
    running = (holds or verb.lemma in words("deadlines", "lasting")) and (verb.tag == "VBZ" or _helpers(verb) & {"will"})
    if running and subject is not None and subject.lemma in words("deadlines", "spells") and _ahead(scene, when):
        return _Owing(verb, verb, addressee=_doer(scene, verb), bound="exact")
    if verb.lemma in words("deadlines", "suspending") and (top := _raised(verb) or verb) is not None and _ahead(scene, when):
        promised = top.lemma in words("deadlines", "promising") or bool(_helpers(verb) & {"will", "shall", "must", "'ll"})
        return _Owing(top, verb, _doer(scene, top) or scene.voice_at(verb), _doer(scene, top)) if promised else None
    return _extended(scene, verb) if verb.lemma in words("deadlines", "extended") else None


def _runs_on(verb: Word) -> bool:
    """ "the standstill will run for another 30 days"."""
    subject = _subject(verb)
    spell = subject is not None and subject.lemma in words("deadlines", "spells")
    return spell and verb.lemma in words("deadlines", "lasting") and bool(_helpers(verb) & {"will", "shall", "'ll"})


def _extended(scene: Scene, verb: Word) -> _Owing | None:
    """ "was extended for another 30 days", "has extended the truce until Friday"."""
    over = bool(_helpers(verb) & {"was", "were", "has", "have", "had"}) or verb.tag == "VBD"
    if not over or _helpers(verb) & words("dates", "modals"):
        return None
    passive = verb.child("nsubjpass") is not None
    return _Owing(verb, verb, () if passive else _doer(scene, verb), bound="exact", status="extended")


def _after(verb: Word, when: TimeExpression) -> set[str]:
    return {w.lower for w in verb.sentence.words if w.i > when.last}


def _ahead(scene: Scene, when: TimeExpression) -> bool:
    report = scene.document.date.value
    return when.value is not None and (report is None or Moment(when.value).last >= report.first)


def _not_before(scene: Scene, verb: Word) -> _Owing | None:
    """ "will not start before Monday"."""
    negated = any(c.dep == "neg" for c in verb.children)
    if not negated or not _helpers(verb) & {"will", "would", "wo", "shall", "must", "may", "can"}:
        return None
    doer = _doer(scene, verb)
    return _Owing(verb, verb, scene.voice_at(verb) or doer, doer, bound="not_before")


def _on(scene: Scene, verb: Word) -> _Owing | None:
    """ "expires on", "was to end on", "takes effect on": an end, or a measure that begins; no mere appointment."""
    due = bool(_helpers(verb) & words("deadlines", "owed")) or verb.tag in ("VBZ", "VBP")
    if due and any(is_threat(c) for c in verb.children):
        threatened = next(c for c in verb.children if is_threat(c))
        return _Owing(verb, threatened, scene.voice_at(verb) or _doer(scene, verb), _doer(scene, threatened))
    top = verb.head if verb.head.lemma in ("due", "be", "suppose", "schedule", "set") and verb.dep in ("xcomp", "advcl") else verb
    pending = bool(_helpers(verb) & {"will", "would", "shall", "to", "'ll", "may"}) or verb.tag in ("VBZ", "VBP")
    if verb.tag == "VBD" or not pending or any(c.dep == "neg" for c in verb.children):
        return None
    if verb.lemma in words("deadlines", "expiring") or (verb.lemma in words("deadlines", "ending") and _ends(verb, top)):
        status: DeadlineStatus = "extended" if _goes_on(verb, top) else "pending"
        return _Owing(top, verb, addressee=_doer(scene, top), bound="exact", status=status)
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
        return _Owing(top, verb, setter, bound="by" if any(is_threat(c) for c in verb.children) else "exact")
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
    return "to" in _helpers(verb) or (verb.tag in ("VBZ", "VBP") and top is verb) or bool(_helpers(verb) & {"will", "would"})


def _now(scene: Scene, top: Word, when: TimeExpression) -> DeadlineStatus:
    """How a promise with a time stands: one that "has not arrived" when its day is over has lapsed."""
    if _ahead(scene, when) or when.value is None:
        return "pending"
    over = next((a for a in top.ancestors() if a.pos in _CLAUSES), None)
    missing = over is not None and any(c.dep == "neg" for c in over.children) and over.lemma in words("deadlines", "came")
    return "lapsed" if missing else "unknown"


def _spanned(owing: _Owing, when: TimeExpression, head: Word) -> list[Word]:
    """The words from the subject of the top verb to the time; with "until", to the end of what is to be done."""
    sentence = owing.top.sentence
    subject = owing.top.child("nsubj", "nsubjpass")
    relative = (owing.top.dep in ("relcl", "acl") or owing.top.lemma == "due") and owing.top.head.pos in ("NOUN", "PROPN", "PRON")
    firsts = [owing.top.i, owing.act.i, head.i, *(c.i for c in owing.top.children if c.dep in ("aux", "auxpass", "neg"))]
    if subject is not None:
        named = subject.subtree()
        firsts += [w.i for w in named] if len(named) < 9 or subject.child("relcl") is None else []
    if relative:
        firsts += [w.i for w in owing.top.head.subtree() if w.i < owing.top.head.i] + [owing.top.head.i]
    last = max(when.last, owing.act.i, owing.top.i)
    if is_threat(owing.act) and owing.act.i > when.last:
        last = owing.act.subtree()[-1].i
    if head.lower in ("until", "till", "within") or _allotted(owing, when):
        last = max([last, *(w.i for c in owing.top.children if c.dep in ("xcomp", "advcl", "acl") for w in c.subtree())])
        last = max([last, *(w.i for w in head.subtree())])
    chosen = [w for w in sentence.words if min(firsts) <= w.i <= last]
    while len(chosen) > 1 and chosen[-1].pos == "PUNCT":
        chosen.pop()
    return chosen


def _allotted(owing: _Owing, when: TimeExpression) -> bool:
    """ "gave the cabinet 60 days to withdraw"."""
    return when.sense == "duration" and owing.top.lemma in ("give", "have")


def _what(scene: Scene, owing: _Owing, head: Word) -> str:
    """What is to be done, without the words of time: "reach a deal"."""
    aim = next((c for c in owing.act.children if c.dep in ("xcomp", "advcl", "acl") and c.i > head.i), None)
    allotted = owing.act.lemma in ("give", "have")
    act = aim if (allotted or head.lower in ("until", "till")) and aim is not None else owing.act
    timed = {w.i for w in head.subtree()} | {head.i}
    skip = {w.i for c in act.children if c.dep in ("advcl", "mark", "punct", "cc", "conj", "aux", "neg") for w in c.subtree()}
    skip |= {w.i for c in act.children if c.dep == "prep" and c.i < act.i for w in c.subtree()}
    kept = [w for w in act.subtree() if w.i not in timed and w.i not in skip]
    run = [kept[0]] if kept else [act]
    for word in kept[1:]:
        if word.i - run[-1].i > 2 and run[-1].i >= act.i:
            break
        run.append(word)
    return scene.parse.span(run).text
