"""What ends or begins with a time: "has until Friday", "expires on", "takes effect on", "was extended to"."""

from dragoman.coding.consequences import is_threat
from dragoman.coding.dates import TimeExpression
from dragoman.coding.duties import owed, whom_asked
from dragoman.coding.owing import Owing, doer_of, helpers_of, is_to_come, raised, subject_over
from dragoman.coding.parse import Word
from dragoman.coding.scene import Scene
from dragoman.coding.wordlists import words
from dragoman.model.findings import DeadlineStatus


def until(scene: Scene, verb: Word, when: TimeExpression) -> Owing | None:
    """Return what goes on, or may be done, until a time: "has until August 23 to decide", "gave it until Thursday to"."""
    if verb.lemma == "have" and (verb.child("dobj") is None or "to" in _after(verb, when)):
        return Owing(verb, verb, scene.voice_at(verb), doer_of(scene, verb))
    if verb.lemma != "have" and verb.lemma in words("deadlines", "allotting") and "to" in _after(verb, when):
        given = verb.child("dative") or verb.child("dobj") or verb.child("nsubjpass")
        agent = verb.child("agent")
        by = agent.child("pobj") if agent is not None else None
        setter = scene.cast.who(by) if by else () if verb.child("nsubjpass") else doer_of(scene, verb)
        return Owing(verb, verb, setter, scene.cast.who(given) if given else ())
    if lasts := _ordained(scene, verb, when):
        return lasts
    negated = any(c.dep == "neg" for c in verb.children)
    day = when.value is not None and len(when.value) == 10
    if negated and day and _shared_helpers(verb) & {"will", "wo", "would", "must", "may"} and is_to_come(scene, when):
        return Owing(verb, verb, scene.voice_at(verb), doer_of(scene, verb), bound="not_before")
    subject = subject_over(verb)
    holds = verb.lemma == "be" and any(c.lower in ("valid", "open") for c in verb.children)
    running = (holds or verb.lemma in words("deadlines", "lasting")) and (verb.tag == "VBZ" or helpers_of(verb) & {"will"})
    if running and subject is not None and _runs(subject) and is_to_come(scene, when):
        return Owing(verb, verb, addressee=doer_of(scene, verb), bound="exact")
    if verb.lemma in words("deadlines", "suspending") and (top := raised(verb) or verb) is not None and is_to_come(scene, when):
        promised = top.lemma in words("deadlines", "promising") or bool(helpers_of(verb) & {"will", "shall", "must", "'ll"})
        return Owing(top, verb, doer_of(scene, top) or scene.voice_at(verb), doer_of(scene, top)) if promised else None
    return extended(scene, verb) if verb.lemma in words("deadlines", "extended") else None


def _runs(subject: Word) -> bool:
    """Whether what goes on is something with an end: a truce, a contract, an accord."""
    return subject.lemma in words("deadlines", "spells") or subject.lemma in words("deadlines", "papers")


def _shared_helpers(verb: Word) -> set[str]:
    """The helpers of a verb, or of the verb it is coordinated with: "would meet briefly and then not return until"."""
    own = helpers_of(verb)
    return helpers_of(verb.head) if not own and verb.dep == "conj" and verb.child("nsubj", "nsubjpass") is None else own


def _ordained(scene: Scene, verb: Word, when: TimeExpression) -> Owing | None:
    """ "Parliament is to remain closed through October 14"."""
    stays = verb.lemma in ("remain", "stay", "last", "run") and is_to_come(scene, when)
    top = verb.head if verb.dep == "xcomp" and verb.head.lemma == "be" and "to" in helpers_of(verb) else verb
    bound = top is not verb or bool(helpers_of(verb) & {"will", "shall", "must", "'ll"})
    fixed = stays and bound and top.tag in ("VBZ", "VBP", "VB") and not any(c.dep == "neg" for c in verb.children)
    return Owing(top, verb, scene.voice_at(verb), doer_of(scene, top), bound="exact") if fixed else None


def runs_on(verb: Word) -> bool:
    """Return whether something runs for a length: "the standstill will run for another 30 days"."""
    subject = subject_over(verb)
    spell = subject is not None and subject.lemma in words("deadlines", "spells")
    return spell and verb.lemma in words("deadlines", "lasting") and bool(helpers_of(verb) & {"will", "shall", "'ll"})


def extended(scene: Scene, verb: Word) -> Owing | None:
    """Return what has been put off: "was extended for another 30 days", "has extended the truce until Friday"."""
    agreed = verb.head.lemma in ("agree", "decide") and verb.dep == "xcomp"
    over = agreed or bool(helpers_of(verb) & {"was", "were", "has", "have", "had"}) or verb.tag == "VBD"
    if not over or helpers_of(verb) & words("dates", "modals"):
        return None
    passive = verb.child("nsubjpass") is not None
    top = verb.head if agreed else verb
    return Owing(top, verb, () if passive else doer_of(scene, top), bound="exact", status="extended")


def _after(verb: Word, when: TimeExpression) -> set[str]:
    return {w.lower for w in verb.sentence.words if w.i > when.last}


def on_day(scene: Scene, verb: Word, when: TimeExpression) -> Owing | None:
    """Return what a day ends, or the measure it begins ("expires on", "takes effect on"); a mere appointment is none."""
    if (
        is_threat(verb)
        and scene.parse.words[when.first - 1].lower == "on"
        and is_to_come(scene, when)
        and when.value is not None
        and len(when.value) == 10
    ):  # "if it is still shut on Monday"
        return owed(scene, verb, when)
    ordered = raised(verb) if verb.tag == "VB" else None
    if (
        ordered is not None
        and is_to_come(scene, when)
        and len(when.value or "") == 10
        and ordered.lemma in words("deadlines", "ordering")
        and ordered.tag in ("VBD", "VBN", "VBZ")
    ):
        asked, setter = whom_asked(ordered, verb), doer_of(scene, ordered) or scene.voice_at(ordered)
        return Owing(ordered, verb, setter, scene.cast.who(asked) if asked else (), "exact", certainty="possible")
    due = bool(helpers_of(verb) & words("deadlines", "owed")) or verb.tag in ("VBZ", "VBP")
    if due and any(is_threat(c) for c in verb.children):
        threatened = next(c for c in verb.children if is_threat(c))
        return Owing(verb, threatened, scene.voice_at(verb) or doer_of(scene, verb), doer_of(scene, threatened))
    top = verb.head if verb.head.lemma in ("due", "be", "suppose", "schedule", "set") and verb.dep in ("xcomp", "advcl") else verb
    pending = bool(helpers_of(verb) & {"will", "would", "shall", "to", "'ll", "may"}) or verb.tag in ("VBZ", "VBP")
    if verb.tag == "VBD" or not pending or any(c.dep == "neg" for c in verb.children):
        return None
    if verb.lemma in words("deadlines", "expiring") or (verb.lemma in words("deadlines", "ending") and _ends(verb, top)):
        averted = {"would", "have"} <= helpers_of(verb)  # "would have expired on Wednesday"
        status: DeadlineStatus = "extended" if averted or _goes_on(verb, top) else "pending"
        return Owing(top, verb, addressee=doer_of(scene, top), bound="exact", status=status)
    taking = any(w.lower in words("deadlines", "force") for c in verb.children for w in (c, *c.children))
    subject = subject_over(top) or (top.head if top.lemma == "due" else None)
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
        and bool(helpers_of(root) & {"will", "has"})
    )


def _ends(verb: Word, top: Word) -> bool:
    """ "end" only of what has been said to run: "was to end", "ends", "runs out"."""
    if verb.lemma == "run":
        return any(c.lower == "out" for c in verb.children)
    subject = subject_over(verb)
    if subject is not None and subject.lower in ("that", "this", "it", "which"):
        return False
    return "to" in helpers_of(verb) or (verb.tag in ("VBZ", "VBP") and top is verb) or bool(helpers_of(verb) & {"will", "would"})
