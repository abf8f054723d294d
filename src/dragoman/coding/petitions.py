"""A session or meeting on a day to come that somebody asks for ("has applied to the tribunal for a hearing on 3 May")."""

from collections.abc import Sequence

from dragoman.coding.act_kinds import Act, verb_type
from dragoman.coding.coming_days import ahead
from dragoman.coding.dates import TimeExpression
from dragoman.coding.parse import Sentence, Word
from dragoman.coding.scene import Scene
from dragoman.coding.standing import governor, tense
from dragoman.coding.wordlists import words

_FINITE = frozenset(("VBD", "VBZ", "MD"))
_ABOUT = frozenset(("about", "whether", "why", "how", "if", "what", "when", "not", "against"))
_LIMITS = frozenset(("by", "before", "until", "till", "since", "after", "from"))
_THERE = frozenset(("at", "in", "during", "for", "into", "to", "with"))


def petition(scene: Scene, sentence: Sentence) -> Act | None:
    """Return the meeting that a sentence says somebody asks for, on a day that it names; None where it tells of none."""
    for asking in sentence.words:
        if _asks(asking) and (found := _asked_for(scene, asking) or _asked(scene, asking)) is not None:
            head, day = found
            over = governor(asking) if asking.pos == "NOUN" else None
            last = max(day.last, head.i)
            return Act(head, over or asking, "meeting", "requested", upto=scene.parse.words[last], day=day)
    return None


def _asks(word: Word) -> bool:
    """Whether a verb tells that somebody asks or has asked, or a noun names a request that somebody has made."""
    if word.pos == "NOUN" and word.lemma in _words("nouns"):
        over = governor(word)
        return word.child("poss") is not None or (over is not None and tense(over) in ("held", "under_way"))
    if word.pos != "VERB" or word.lemma not in _words("verbs"):
        return False
    if word.lemma == "call" and not any(c.lower in ("for", "on", "upon") for c in word.children):
        return False  # "called a meeting", "has been called off"
    if any(c.dep == "neg" or (c.dep == "mark" and c.lower in ("if", "unless", "whether")) for c in word.children):
        return False
    plain = word.tag in ("VBZ", "VBP") and word.child("aux", "neg") is None
    if word.tag == "VBG" and word.dep in ("advcl", "acl") and word.child("aux") is None:
        return tense(word.head) == "held"  # "wrote to the court, asking it to sit on Monday"
    return tense(word) in ("held", "under_way") or plain or _is_slip(word)


def _is_slip(verb: Word) -> bool:
    """ "The union asked for a session", where the tagger takes "asked" for a participle."""
    return verb.tag == "VBN" and verb.child("nsubj") is not None and verb.child("aux", "auxpass", "neg") is None


def _asked_for(scene: Scene, asking: Word) -> tuple[Word, TimeExpression] | None:
    """The word for the meeting and the day after it."""
    after = asking.sentence.words[asking.i + 1 - asking.sentence.words[0].i :]
    for at, word in enumerate(after):
        between = after[:at]
        if any(w.lower in _ABOUT for w in between[:3]) or any(w.tag in _FINITE or w.lower == "not" for w in between):
            return None
        if _is_sitting(word, between) and (day := _day_before(scene, word) or _day(scene, after[at + 1 :])) is not None:
            return word, day
    return None


def _asked(scene: Scene, asking: Word) -> tuple[Word, TimeExpression] | None:
    """The same where it stands first: "a hearing on 24 June has been requested"."""
    sitting = asking.child("nsubjpass") if asking.pos == "VERB" else None
    if sitting is None or sitting.lemma not in _words("sittings"):
        return None
    found = [d for d in scene.dates_in(sitting.subtree()) if d.first > sitting.i and _comes(scene, d)]
    day = found[0] if found else _day(scene, asking.sentence.words[asking.i + 1 - asking.sentence.words[0].i :])
    return (sitting, day) if day is not None else None


def _day_before(scene: Scene, sitting: Word) -> TimeExpression | None:
    """The day right before the noun: "a 2 July hearing"."""
    return next((d for d in scene.dates if d.last == sitting.i - 1 and _comes(scene, d)), None)


def _comes(scene: Scene, day: TimeExpression) -> bool:
    """Whether a day is still to come; one named without its year and long over is next year's."""
    moment = scene.document.date.value
    if moment is None or day.sense != "date" or day.value is None or len(day.value) != 10:
        return False
    return day.value > str(moment.last) or (ahead(scene, day) or "") > str(moment.last)


def _is_sitting(word: Word, between: Sequence[Word]) -> bool:
    """Whether a word names the meeting, as what is asked for or as what those asked are to do."""
    if word.lemma in _words("meeting") and (word.pos == "VERB" or word.dep in ("ccomp", "pobj")) and word.tag not in _FINITE:
        return word.lemma != "meet" or verb_type(word) == "meeting"
    if word.pos not in ("NOUN", "PROPN") or word.lemma not in _words("sittings") or word.dep == "compound":
        return False
    to_do = any(w.lower == "to" and w.tag == "TO" for w in between)
    if word.dep in ("dobj", "nsubj", "nsubjpass", "attr") and word.head.pos in ("VERB", "AUX"):
        return not to_do or word.head.lemma in _words("holding") or word.head.lemma in _words("verbs")
    if word.dep != "pobj":
        return False
    return word.head.lower == "for" or (to_do and word.head.lower in _THERE)


def _day(scene: Scene, after: Sequence[Word]) -> TimeExpression | None:
    """The day that follows, unless another clause begins before it or it is a limit; one that is over is none."""
    here = {w.i for w in after}
    day = next((d for d in scene.dates if d.first in here and d.sense == "date"), None)
    if day is None or scene.parse.words[day.first - 1].lower in _LIMITS:
        return None
    begun = after[0].i if after else day.first
    if any(w.tag in _FINITE or w.text in (";", ":") for w in scene.parse.words[begun : day.first]):
        return None
    return day if _comes(scene, day) else None


def _words(kind: str) -> frozenset[str]:
    return words("events", "petitions", kind)
