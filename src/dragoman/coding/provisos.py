"""What "if", "as long as", "in exchange for", "whether or not" and the like say of the steps they join."""

from dragoman.coding.clauses import governors, mood, negated, own_negation, refuses, subject, willed
from dragoman.coding.joints import Joint, ahead, denied, only
from dragoman.coding.needs import is_obliged
from dragoman.coding.parse import Word
from dragoman.coding.wordlists import words
from dragoman.model import Relation

_SPEECH = words("conditions", "mood", "speech")
_GOES_ON = words("conditions", "mood", "goes_on")
_COURTESIES = words("conditions", "mood", "courtesies")
_STEPS = words("conditions", "steps", "nouns")
_TALKING = words("conditions", "senses", "talking")
_FORWARD = frozenset({"future", "would", "modal", "must"})
_SPEAKING = frozenset({"we", "i", "they", "he", "she"})
_ANSWERS = words("conditions", "senses", "answers")
_VAGUE = words("conditions", "senses", "vague")
_WISHES = words("conditions", "senses", "wishes")
_PROMISES = words("conditions", "senses", "promises")
_WANTING = words("conditions", "senses", "wanting")
_TELLING = words("conditions", "senses", "telling") | {"warn", "urge", "advise", "require"}
_WEIGHING = words("conditions", "senses", "weighing")
_BEFALLING = frozenset({"happen", "face", "risk", "await", "befall", "follow", "suffer", "do"})
_WARNING = frozenset({"make", "warn", "remind", "spell", "clear", "show"})
_COMING_TO = frozenset({"be", "make", "limit", "mean", "help", "take", "cost"})
_FARING = frozenset({"fare", "do", "perform", "try", "get", "become"})
_HONOURING = frozenset({"respect", "honour", "honor", "observe", "abide", "comply", "pay", "receive", "keep", "get"})
_VERBAL = frozenset({"VERB", "AUX"})
_ASKABLE = frozenset({"dobj", "nsubj", "nsubjpass", "attr", "acomp", "advmod", "prep", "pobj", "npadvmod"})
_PARTICIPIAL = frozenset({"VBN", "JJ", "VBG"})

_STANDS = frozenset(
    "stance stand move decision step position announcement refusal statement line response reply answer ruling".split()
)


def proviso(joint: Joint) -> tuple[Relation | None, bool, bool]:
    outer, inner = joint.outer, joint.inner
    nothing: tuple[Relation | None, bool, bool] = (None, False, False)
    if inner.lemma == "come" and (comer := inner.child("nsubj")) is not None and comer.lower == "it":
        return nothing
    dreamer = inner.child("nsubj") if inner.lemma == "be" and inner.lower == "were" else None
    if _whether(joint) or mood(outer) == "unreal" or (dreamer is not None and dreamer.lower in ("i", "you")):
        return nothing
    if inner.pos in _VERBAL and mood(inner) == "past" and any(c.lower == "had" for c in inner.children):
        return nothing
    if only(joint):
        return "only_after", False, False
    promised = outer.dep == "dobj" and outer.head.lemma in _PROMISES
    if outer.pos not in _VERBAL and not promised and not any(c.lower == "no" for c in outer.children):
        return nothing
    if any(c.lower == "should" and c.dep == "aux" for c in outer.children):
        return nothing
    if outer.lemma == "be" and any(
        c.tag == "JJR" or any(g.lower == "more" for g in c.children) for c in outer.children if c.dep == "acomp"
    ):
        return nothing
    doer = outer.child("nsubj", "expl")
    idle = own_negation(inner) is None and outer.lemma in _COMING_TO and doer is not None and doer.lower in ("it", "that", "this")
    if idle or (doer is not None and doer.dep == "expl" and not _answered_with(outer)):
        return nothing
    if outer.lemma in _COMING_TO and any(
        c.tag in ("JJR", "RBR") for w in outer.children if w.dep in ("dobj", "prep", "attr") for c in _near(w)
    ):
        return nothing
    if _wished(inner) and (is_obliged(outer) or _bidden(outer)):
        return "only_after", True, False
    better = inner.lemma in _FARING and any(c.tag in ("JJR", "RBR") for c in inner.children)  # "if we don't do better"
    if better or _asked_about(outer) or _dreamt(joint):
        return nothing
    if _courtesy(inner) or any(c.dep == "acomp" and c.lemma in _COURTESIES and not c.children for c in inner.children):
        return nothing
    if inner.tag in _PARTICIPIAL and subject(inner) is outer and inner.child("nsubj", "nsubjpass") is None:
        return nothing
    if not ahead(joint) and not _future_noun(joint) and not holds_good(joint):
        return nothing
    if mood(outer) == "modal" and _idle(joint) and willed(outer) is None:
        return nothing
    speaks = outer.child("nsubj")
    if (is_generic(inner) and (speaks is None or speaks.lower not in _SPEAKING)) or is_generic(outer):
        return nothing
    if own_negation(inner) is not None and (inner.pos in _VERBAL or inner.child("aux", "auxpass") is not None):
        return ("only_after" if negated(outer) else "unless"), False, False
    if any(c.dep == "xcomp" for c in inner.children) and inner.lemma == "fail":
        return "unless", False, False
    if negated(outer) and not any(w.lemma in _PROMISES for w in governors(outer)):
        return "unless", False, False
    return "if", False, False


def _answered_with(outer: Word) -> bool:
    """Whether what there will be, or will not be, is a step or an answer: "there will be a response", "there will be no deal"."""
    thing = outer.child("attr", "nsubj")
    return own_negation(outer) is not None or (thing is not None and thing.lemma in _STEPS | _ANSWERS)


def _near(word: Word) -> list[Word]:
    """The words that describe an object, or the object of a preposition."""
    return [*word.children, *(g for c in word.children if c.dep == "pobj" for g in c.children)]


def _wished(inner: Word) -> bool:
    """Whether the clause names an aim: "if they want to join", "if the talks are to succeed"."""
    aim = inner.child("xcomp", "ccomp")
    return (
        aim is not None and aim.tag == "VB" and (inner.lemma in _WANTING or (inner.lemma == "be" and inner.tag in ("VBZ", "VBP")))
    )


def _bidden(verb: Word) -> bool:
    """Whether somebody is told to do it: "told the heirs to drop the suit", "drop the suit" as an order."""
    order = verb.tag == "VB" and subject(verb) is None and verb.child("aux") is None and verb.dep in ("ROOT", "ccomp")
    told = verb.tag == "VB" and verb.dep in ("xcomp", "ccomp", "advcl") and verb.head.lemma in _TELLING
    return order or (told and verb.head.pos == "VERB" and verb.head.i < verb.i)


def _idle(joint: Joint) -> bool:
    """Whether "you" or "I" in either clause make it a saying or a habit, where only "can" or the present tense speak for it."""
    inner = joint.inner.child("nsubj", "nsubjpass") if joint.inner.pos in _VERBAL else None
    return any(w is not None and w.lower in ("you", "i") for w in (inner, subject(joint.outer)))


def holds_good(joint: Joint) -> bool:
    """Whether the main clause is in the present, of a doer's acts or of what a step needs: a weaker sign than a future."""
    outer = joint.outer
    doer = subject(outer)
    named = doer is not None and (doer.pos in ("PROPN", "PRON") or any(c.dep in ("det", "poss", "amod") for c in doer.children))
    named = named and doer is not None and doer.lower not in _VAGUE
    return mood(outer) == "present" and outer.pos in _VERBAL and named and not _idle(joint)


def _future_noun(joint: Joint) -> bool:
    """ "Impose sanctions in the event of an invasion" under a noun of readiness."""
    return willed(joint.outer) is not None


def is_generic(verb: Word) -> bool:
    """Whether the clause tells of anybody: "you", "one", "people" as its subject."""
    doer = verb.child("nsubj", "nsubjpass")
    if doer is not None and any(c.lower in ("anyone", "anybody") for c in (doer, *doer.children)):
        return True
    return doer is not None and doer.lower in ("one", "you", "somebody", "someone", "anyone", "anybody")


def _whether(joint: Joint) -> bool:
    """Whether "if" means "whether": after a verb of asking or knowing."""
    weighed = joint.inner.dep == "ccomp" and joint.inner.head.lemma in _WEIGHING and joint.inner.head.child("auxpass") is None
    if weighed and joint.first.lower == "if" and not joint.fronted:
        return True
    before = joint.first.sentence.words[max(joint.first.i - joint.first.sentence.words[0].i - 1, 0)]
    asking = before.lemma in (
        "ask",
        "wonder",
        "see",
        "know",
        "question",
        "unclear",
        "check",
        "determine",
        "as",
        "than",
        "sure",
        "what",
        "say",
        "tell",
        "find",
    )
    return asking and not joint.fronted and before.i < joint.first.i


def _courtesy(inner: Word) -> bool:
    """ "If possible", "if they like", "if convicted": a way of speaking, without an object or a doer of its own."""
    if inner.lemma not in _COURTESIES and inner.lower not in _COURTESIES:
        return False
    if inner.child("dobj", "xcomp", "ccomp", "attr") is not None:
        return False
    return inner.lemma in _WISHES or inner.child("nsubj", "nsubjpass") is None


def _asked_about(outer: Word) -> bool:
    """Whether the main clause is an indirect question: "what they would do if"."""
    if outer.dep not in ("ccomp", "pcomp", "relcl", "csubj") or (outer.lemma in _BEFALLING and outer.head.lemma in _WARNING):
        return False
    return any(
        w.tag in ("WP", "WRB") or (w.tag == "WDT" and outer.dep != "relcl")
        for c in outer.children
        for w in (c, *(c.children if c.dep in _ASKABLE else ()))
        if w.i < outer.i
    )


def _dreamt(joint: Joint) -> bool:
    """Whether both clauses are put as unreal, in somebody's own words: "if promises were ships, we would be afloat"."""
    inner, outer = joint.inner, joint.outer
    could = mood(inner) == "modal" and outer.lemma == "be"
    idle = outer.lemma == "be" or outer.child("auxpass") is not None or outer.quote >= 0
    if not idle and (doer := inner.child("nsubj")) is not None and doer.lower != "i":
        return False
    unreal = mood(outer) == "would" and (could or (mood(inner) == "past" and inner.tag == "VBD"))
    if not unreal:
        return False
    said = outer.quote < 0 and any(
        w.lemma in _SPEECH and w.pos == "VERB" and w.quote < 0 and w not in (inner, outer) for w in outer.sentence.words
    )
    return not said


def price(joint: Joint) -> Relation | None:
    past = mood(joint.outer) in ("past", "bare") and not ahead(joint)
    if past and willed(joint.outer) is None and joint.outer.lemma not in ("offer", "agree", "promise", "propose"):
        return None
    return "if"


def lasting(joint: Joint) -> tuple[Relation | None, bool, bool]:
    outer = joint.outer
    if joint.inner.lemma in ("possible", "necessary", "be", "take") and len(joint.inner.children) < 2:
        return None, False, False
    if joint.inner.lemma == "take" and (taker := joint.inner.child("nsubj")) is not None and taker.lower == "it":
        return None, False, False  # "as long as it takes"
    told_beside = joint.inner.tag == "VBG" and joint.inner.child("nsubj", "nsubjpass", "aux", "auxpass") is None
    if joint.first.lower == "while" and _is_glossed(outer):
        return None, False, False
    if joint.first.lower == "while" and ((joint.fronted and not _under_way(joint.inner)) or told_beside):
        return None, False, False
    if denied(joint) or is_out_of_place(outer):
        return "only_after", False, True
    if outer.lemma in ("stay", "keep") and any(c.lower == "away" for c in outer.children) and mood(outer) in _FORWARD:
        return "until", False, True  # "would stay away from any summit as long as the terms were open"
    if joint.first.lower == "while":
        return None, False, False
    if _stays(outer):
        return "until", False, True  # "deliveries stay frozen for as long as the names are missing"
    allowed = mood(outer) == "modal" and any(c.lower == "may" for c in outer.children)  # "may go on as long as they pay"
    if outer.pos not in _VERBAL or (mood(outer) not in ("future", "would", "must", "bare") and not allowed):
        return None, False, False
    lasting = (
        joint.inner.lemma in _GOES_ON | {"refuse", "wage", "occupy", "stand", "last", "exist", "deny", "reject"}
        or own_negation(joint.inner) is not None
    )
    kept = joint.inner.lemma in _HONOURING or [w.lower for w in joint.inner.children if w.lower == "alone"] != []
    if kept and own_negation(joint.inner) is None and outer.lemma in ("stay", "remain", "keep", "hold", "observe", "respect"):
        return "if", False, False  # "will stay quiet as long as they leave the mast alone"
    if joint.first.lower == "for" or lasting:
        return "until", False, True
    return ("if", False, False) if mood(outer) != "bare" or willed(outer) is not None else (None, False, False)


def _stays(outer: Word) -> bool:
    """Whether a thing is kept as it is: "stays shut", "remains frozen", not how a person feels."""
    doer, state = subject(outer), outer.child("acomp", "oprd", "advcl", "xcomp")
    kept = outer.lemma in ("stay", "remain") and mood(outer) == "present" and state is not None
    return kept and state is not None and doer is not None and doer.pos == "NOUN" and (
        state.tag == "VBN" or state.lemma in ("shut", "closed", "open", "idle", "dark", "empty", "silent")
    )  # fmt: skip


def _is_glossed(outer: Word) -> bool:
    """ "A stance that all but shuts the door on a meeting while the docks stand idle": what the writer says a stand comes to."""
    over = next((w for w in (outer, *outer.ancestors()) if w.dep == "relcl"), None)
    glossed = over is not None and over.head.lemma in _STANDS
    verb = next((w for w in (outer, *outer.ancestors()) if w.pos in _VERBAL), None)
    doer = verb.child("nsubj") if verb is not None else None
    return glossed or (doer is not None and doer.lemma in _STANDS)


def is_out_of_place(outer: Word) -> bool:
    """ "A conversation is out of place", "a summit would be premature": what is called so must wait."""
    doer = outer.child("nsubj")
    if outer.lemma != "be" or doer is None or mood(outer) == "unreal":
        return False
    if doer.lemma not in _TALKING:
        tail = [w.lower for w in outer.sentence.words if outer.i < w.i <= outer.i + 4]
        ahead_ = mood(outer) in ("present", "future", "would")
        return doer.pos in ("NOUN", "VERB") and tail == ["out", "of", "the", "question"] and ahead_
    out = next((c for c in outer.children if c.lower == "out"), None)
    told = [w.lower for w in out.subtree()] if out is not None else []
    return told[-1:] in (["place"], ["question"]) or any(c.dep == "acomp" and refuses(c) for c in outer.children)


def _under_way(inner: Word) -> bool:
    """Whether a clause with "while" tells what goes on, not what is granted: "while the ships are in the bay"."""
    if refuses(inner):
        return False
    if inner.lemma in _GOES_ON or (inner.tag == "VBG" and inner.child("aux") is not None):
        return True
    return inner.lemma == "be" and any(c.lower in ("in", "on", "under", "at") and c.dep == "prep" for c in inner.children)


def freely(joint: Joint) -> Relation | None:
    before = joint.first.sentence.words[max(joint.first.i - joint.first.sentence.words[0].i - 1, 0)]
    if joint.first.lower in ("whether", "whatever") and before.pos in _VERBAL:
        return None
    if joint.first.lower == "even" and joint.last.lower == "if" and mood(joint.outer) == "unreal":
        return None
    if joint.inner.pos not in _VERBAL and joint.inner.lemma not in _STEPS and mood(joint.outer) == "modal":
        return None
    if joint.inner.pos in _VERBAL and mood(joint.outer) in ("present", "modal") and _idle(joint):
        return None
    return "not_required" if mood(joint.outer) in _FORWARD | {"present", "bare"} and ahead(joint) else None


def pending(joint: Joint) -> Relation | None:
    if joint.first.dep not in ("prep", "mark") and joint.first.tag != "IN" and joint.first.pos not in ("ADP", "VERB"):
        return None
    before = joint.first.sentence.words[max(joint.first.i - joint.first.sentence.words[0].i - 1, 0)]
    if before.pos in ("DET", "PRON", "ADJ") and before is not joint.first:
        return None
    if joint.outer.lemma in _GOES_ON:
        return "until"
    return "only_after" if ahead(joint) and joint.fronted else None
