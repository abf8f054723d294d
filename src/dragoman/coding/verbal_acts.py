"""Acts that a verb tells of ("met", "has suspended", "plans to visit")."""

from functools import cache

from dragoman.coding.act_kinds import Act, kinds_of, verb_type
from dragoman.coding.parse import Sentence, Word
from dragoman.coding.scene import Scene
from dragoman.coding.standing import is_dated, is_nothing, tense
from dragoman.coding.wordlists import load, words

_OPEN_DEPS = frozenset(("xcomp", "ccomp", "acl"))
_NAMELESS = frozenset(("it", "this", "that", "these", "those", "which", "what", "one"))
_OBJECTS = frozenset(("dobj", "nsubj", "nsubjpass", "attr"))


def act_of_verb(scene: Scene, verb: Word) -> Act | None:
    type_ = verb_type(verb)
    if type_ == "agreement":
        return _of_agreeing(scene, verb)
    if type_ is None or _is_bare(verb):
        return None
    if calls_off(verb) and any(c.dep in _OBJECTS and c.lemma in kinds_of("nouns") for c in verb.children):
        return None  # the noun tells the event: "cancelled the meeting" is a meeting that was cancelled
    if type_ in ("signing", "sanction", "suspension") and verb.dep != "acl" and not _has_object(verb):
        return None
    top = _infinitive_top(verb)
    status = status_over(verb, top) if top is not verb else _finite(scene, verb)
    if top is not verb and any(c.dep == "neg" for c in verb.children):
        return None  # "asked them not to meet"
    if status is None or (status == "planned" and _waits(verb)):
        return None
    if status == "held" and calls_off(verb):
        status = "cancelled"
    if type_ == "call" and status == "held" and _is_face_to_face(verb):
        type_ = "meeting"
    if status == "held" and verb.lemma in load("events")["asking"]:
        status = load("events")["asking"][verb.lemma]
    if status in ("requested", "proposed", "failed") and type_ == "visit" and top is not verb:
        type_ = "meeting"  # one party asks the other to come
    vain = words("events", "vain", "words")
    broke = verb.lemma == "break" and any(c.lower == "down" for c in verb.children)
    in_vain = any(w.lower in vain for c in top.children for w in (c, *c.children))
    if broke or in_vain or any(w.lower == "avail" for w in verb.sentence.words if w.i > verb.i):
        status = "failed"
    return Act(verb, top, type_, status, verb if verb.dep == "advcl" and top is not verb else None)


def _has_object(verb: Word) -> bool:
    """Whether something is signed or suspended; the parse may take a noun for a clause ("initialled the protocol")."""
    clause_ = verb.child("ccomp")
    return verb.child("dobj", "nsubjpass") is not None or (clause_ is not None and clause_.pos in ("NOUN", "PROPN"))


def _is_face_to_face(verb: Word) -> bool:
    """ "Spoke with the envoy in Riga": no call where nothing says so and a place stands after the verb."""
    near = {w.lower for c in verb.children for w in (c, *c.children)}
    if near & {"phone", "telephone", "video", "teleconference", "cellphone", "call"} or verb.lemma in (
        "phone",
        "telephone",
        "ring",
    ):
        return False
    places = (c.child("pobj") for c in verb.children if c.dep == "prep" and c.lower in ("in", "at") and c.i > verb.i)
    return any(p is not None and p.ent in ("GPE", "FAC", "LOC") for p in places)


def _of_agreeing(scene: Scene, verb: Word) -> Act | None:
    """Several who agree, or one who agrees with another, make an agreement; one who agrees to do something takes a position."""
    if (failing := _not_agreeing(verb)) is not None:
        return Act(verb, failing, "agreement", "failed")
    if tense(verb, scene.parse.is_title(verb)) != "held" or not verb.child("xcomp", "ccomp", "prep", "dobj"):
        return None
    to_do = verb.child("xcomp")
    if any(c is not None and verb_type(c) in ("meeting", "talks_round", "visit", "call") for c in (to_do, verb.child("ccomp"))):
        return None  # "agreed to reconvene in June": the meeting is planned
    made = to_do.child("dobj") if to_do is not None and to_do.lemma in kinds_of("status") else None
    if made is not None and made.lemma in kinds_of("nouns"):
        return None  # "agreed to hold a meeting": a meeting is planned
    several = (
        (verb.tag == "VBP" and scene.parse.is_title(verb)) or any(c.lower == "have" for c in verb.children) or _are_several(verb)
    )
    return Act(verb, verb, "agreement", "held") if several or is_dated(scene, verb) else None


def _not_agreeing(verb: Word) -> Word | None:
    """The word that says that no agreement came ("failed to agree", "were not able to agree", "could not agree"), or None."""
    if any(c.dep == "neg" for c in verb.children):
        return verb if any(c.lower == "could" for c in verb.children) and verb.child("nsubj") is not None else None
    over = verb.head
    if verb.dep != "xcomp" or over.lemma not in ("fail", "unable", "able"):
        return None
    top = over.head if over.pos == "ADJ" else over
    denied = any(c.dep == "neg" for c in top.children)
    past = top.tag in ("VBD", "VBN") and top.child("nsubj") is not None
    return top if past and denied == (over.lemma == "able") else None


def _are_several(verb: Word) -> bool:
    subject = verb.child("nsubj", "nsubjpass")
    if subject is None:
        return False
    plural = subject.tag in ("NNS", "NNPS") or subject.lower in ("they", "we", "both", "it")
    return plural or subject.child("conj") is not None


def _is_bare(verb: Word) -> bool:
    """Whether nothing is told but a pronoun and the verb ("it is suspended")."""
    told = [c for c in verb.children if c.dep not in ("aux", "auxpass", "punct", "mark", "cc", "conj", "advmod", "neg")]
    if verb.lemma == "meet" or (verb.dep == "conj" and verb.head.pos == "VERB"):
        return False
    return all(c.lower in _NAMELESS and not c.children for c in told)


def _waits(verb: Word) -> bool:
    """Whether the act only follows if, unless or only when something else does."""
    if any(c.lower == "only" and c.i > verb.i for c in verb.children):
        return True
    marks = [m for c in verb.children if c.dep == "advcl" for m in c.children]
    return any(m.lower in ("if", "unless", "should") or any(g.lower == "only" for g in (m, *m.children)) for m in marks)


def _finite(scene: Scene, verb: Word) -> str | None:
    if verb.dep == "acl" and verb.tag == "VBG" and not any(c.dep == "aux" for c in verb.children):
        return "held" if verb.child("dobj", "prep") else None
    if verb.dep == "acl" and verb.tag == "VBN":
        return "held" if verb.child("agent", "npadvmod", "prep", "prt") else None
    if verb.tag == "VBG" and (status := _of_participle(verb)) is not None:
        return status
    if verb.dep in ("advcl", "xcomp") and verb.tag == "VB" and kinds_of("verbs").get(verb.lemma) == "protest":
        return "held" if tense(verb.head) == "held" else None  # "gathered to protest the cuts"
    if _is_first_to(verb):
        return "held"
    now = tense(verb, scene.parse.is_title(verb))
    if now is None and verb.tag == "VBN" and verb.child("nsubj") is not None and not verb.child("aux", "auxpass", "neg"):
        now = "held"  # the tagger takes "suspended" after a long subject for a participle
    if any(c.lower == "longer" and {n.lower for n in c.children} == {"no"} for c in verb.children):
        return "cancelled" if now == "planned" else None  # "will no longer travel"
    return now or present(verb) or foretold(verb)


def _is_first_to(verb: Word) -> bool:
    """ "The latest state to recall its envoy": it did."""
    if verb.tag != "VB" or verb.dep not in ("relcl", "acl") or not any(c.lower == "to" for c in verb.children):
        return False
    return any(c.lower in ("first", "second", "third", "latest", "last", "only") for c in verb.head.children)


def _of_participle(verb: Word) -> str | None:
    """ "After closing the plant", "blamed it for closing the plant": done where its verb was."""
    if any(c.dep in ("aux", "neg") for c in verb.children):
        return None
    if verb.dep == "pcomp" and verb.head.lower in ("after", "since", "following"):
        return "held"
    if verb.dep == "pcomp" and verb.head.lower == "of" and verb.head.head.lower == "ahead":
        return "planned"
    over = verb.head.head if verb.dep == "pcomp" and verb.head.lower in ("for", "by") else verb.head
    if over is verb or verb.dep not in ("pcomp", "advcl") or over.pos != "VERB":
        return None
    return "held" if tense(over) == "held" else None


def foretold(verb: Word) -> str | None:
    """ "He said parliament would meet": the future as told afterwards, where it hangs on no condition."""
    first = verb.head if verb.dep == "conj" else verb  # "said that A had met and that B would meet"
    below_speech = first.dep == "ccomp" and first.head.tag in ("VBD", "VBN")
    plain = not any(c.dep == "neg" or (c.dep == "mark" and c.lower in ("if", "unless", "whether")) for c in verb.children)
    plain = plain and not any(is_nothing(c) for c in verb.children)
    return "planned" if below_speech and plain and any(c.lower == "would" for c in verb.children) else None


def present(verb: Word) -> str | None:
    """The plain present of an active clause: what a caption shows, or what goes on."""
    if verb.tag not in ("VBZ", "VBP") or any(c.dep in ("aux", "auxpass", "neg", "mark") for c in verb.children):
        return None
    return "held" if verb.head is verb or verb.dep == "conj" else None


def _infinitive_top(verb: Word) -> Word:
    """The verb over an infinitive that says how it stands ("began hearing", "plans to meet"), else the verb itself."""
    head = verb.head
    known = head.lemma in kinds_of("over") or head.lemma in words("events", "vain", "words")
    infinitive = verb.tag in ("VB", "VBG") and verb.dep in _OPEN_DEPS
    if verb.tag == "VBP" and verb.dep == "ccomp" and kinds_of("over").get(head.lemma) in ("requested", "proposed"):
        infinitive = True  # "demanded that the board meet"
    if verb.tag == "VB" and verb.dep == "advcl" and kinds_of("over").get(head.lemma) == "requested":
        return head  # "pleaded with them to come"
    return head if infinitive and known and head.pos in ("VERB", "ADJ", "AUX") else verb


def status_over(verb: Word, top: Word) -> str | None:
    said = kinds_of("over")[top.lemma]
    now = tense(top)
    if top.lemma in ("try", "attempt") and now != "held":
        return None
    if any(c.dep == "neg" or (c.dep == "mark" and c.lower in ("if", "unless", "whether")) for c in top.children):
        return None
    if now is None and top.tag not in ("VBZ", "VBP", "VBN", "JJ"):
        return None
    return said


def calls_off(verb: Word) -> bool:
    return kinds_of("status").get(verb.lemma) == "cancelled"


def dated_deed(scene: Scene, sentence: Sentence) -> Act | None:
    """Return what somebody did on a day, whatever it was ("the cabinet approved the rest on Thursday"), or None.

    Of 66 such sentences of news without another act, 24 tell of an event that a reader of talks noted: a possible reading.
    """
    verb = sentence.root
    if verb.pos != "VERB" or verb.quote >= 0 or verb.child("nsubj", "nsubjpass") is None or verb.lemma in _no_deeds():
        return None
    if tense(verb) != "held" or not is_dated(scene, verb) or sentence.words[0].lower in ("file", "no", "not"):
        return None
    return Act(verb, verb, "other", "held")


@cache
def _no_deeds() -> frozenset[str]:
    """Verbs of speech and thought, and those that tell of states."""
    cues = [words("cues", kind) for kind in ("speech", "thought", "object", "urging", "infinitive")]
    return words("events", "states", "verbs").union(*cues)
