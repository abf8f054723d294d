"""Conditions told by a turn of phrase: "Not until X will Y", "the initials, then the visit", "within a week of the day X"."""

from dragoman.coding.clauses import extent, mood, own_negation, subject, trimmed
from dragoman.coding.parse import Word
from dragoman.coding.waits import Wait
from dragoman.coding.wordlists import words

_MEASURES = words("conditions", "senses", "measures")
_STEPS = words("conditions", "steps", "nouns")
_AWAITING = frozenset({"until", "till", "after", "once", "when", "if", "before"})
_NAMING = frozenset({"DT", "PRP", "PRP$", "NN", "NNS", "NNP", "NNPS", "CD", "JJ"})
_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
_STOPS = frozenset({".", ";", ":", "—", "–", "--", "-", '"'})
_OPENERS = frozenset({'"', "'", "and", "but", ":", "that", "—", "–", "--"})
_FORWARD = frozenset({"future", "would", "modal", "must"})
_US = frozenset({"us", "me", "our"})
_FEARING = frozenset({"fear", "believe", "think", "expect", "say", "predict"})
_LONGEST_NAME = 7
"""Words of a step that is only named ("the opening of the lower gate")."""


def turned_about(word: Word) -> Wait | None:
    """ "Not until the books are open will the nurses vote", "Only after the vote can it begin": by the order of the words."""
    words_ = word.sentence.words
    at = word.i - words_[0].i
    if at + 3 >= len(words_) or (at and words_[at - 1].lower not in _OPENERS):
        return None
    if words_[at + 1].lower not in _AWAITING:
        return _only_by(words_[at + 1 :]) if word.lower == "only" else None
    for k in range(at + 3, len(words_) - 2):
        if words_[k].text in _STOPS:
            return None
        if words_[k].tag in _FINITE and words_[k + 1].tag in _NAMING and (verb := _infinite(words_, k)) is not None:
            required = trimmed(words_[at + 2 : k])
            if not required or required[0].ent in ("DATE", "TIME") or words_[k - 1].tag in ("DT", "JJ", "IN", "TO"):
                return None
            stop = next((n for n in range(k + 1, len(words_)) if words_[n].text in (*_STOPS, ",")), len(words_))
            return Wait(trimmed(words_[k + 1 : stop]), required, "only_after", verb)
    return None


def _only_by(after: list[Word]) -> Wait | None:
    """ "Only a written pledge would bring the crews back": what a step alone can do waits for it."""
    lead = next((k for k, w in enumerate(after[: 2 * _LONGEST_NAME]) if w.tag in _FINITE), None)
    lead = lead if lead is not None and after[lead].tag == "MD" else None
    if lead is None or lead < 2 or after[lead].head.i < after[lead].i or after[0].lower not in ("a", "an", "the"):
        return None
    required, verb = after[:lead], after[lead].head
    stop = next((k for k, w in enumerate(after) if k > lead and w.text in (*_STOPS, ",")), len(after))
    gated = trimmed(after[lead + 1 : stop])
    step = any(w.lemma in _STEPS for w in required) and not any(w.pos == "PUNCT" for w in required)
    return Wait(gated, trimmed(required), "only_after", verb) if step and gated and verb.tag == "VB" else None


def cleft(verb: Word) -> Wait | None:
    """ "It will not be until the levy goes that the talks resume", "it is only after the vote that they sign"."""
    words_ = verb.sentence.words
    at = verb.i - words_[0].i
    doer = verb.child("nsubj", "expl")
    if doer is None or doer.lower != "it" or mood(verb) == "past":
        return None
    near = [w.lower for w in words_[max(0, at - 2) : at + 3]]
    mark = next((k for k in range(at + 1, min(at + 4, len(words_))) if words_[k].lower in _AWAITING - {"before", "if"}), None)
    if mark is None or not {"not", "n't", "only"} & set(near):
        return None
    that = next((k for k in range(mark + 2, len(words_)) if words_[k].lower == "that" and words_[k + 1 : k + 2]), None)
    if that is None:
        return None
    stop = next((n for n in range(that, len(words_)) if words_[n].text in (*_STOPS, ",")), len(words_))
    gated, required = trimmed(words_[that + 1 : stop]), trimmed(words_[mark + 1 : that])
    return Wait(gated, required, "only_after", verb) if gated and required else None


def or_else(word: Word) -> Wait | None:
    """ "The truce must hold, or the convoys will stop"; "release the crew and we will open the strait"."""
    first = word.head
    second = next((c for c in first.children if c.dep == "conj" and c.i > word.i and c.lower != "else"), None)
    feared = second.child("ccomp") if second is not None and second.lemma in _FEARING else None
    second = feared or second
    if word.dep != "cc" or second is None or first.pos not in ("VERB", "AUX") or mood(second) not in _FORWARD | {"present"}:
        return None
    told = second.child("nsubj", "nsubjpass", "expl")
    if told is None or own_negation(first) is not None:
        return None
    order = first.tag == "VB" and first.child("nsubj", "nsubjpass", "aux") is None and first.dep in ("ROOT", "ccomp")
    step = [w for w in extent(first, {w.i for w in second.subtree()} | {word.i}) if w.i < word.i]
    gated = [w for w in extent(second) if w.i > word.i and w.quote == second.quote]
    if not step or not gated:
        return None
    own = told.lower in ("we", "i")
    if mood(second) == "present" and not (order and own and word.lower == "or"):
        return None  # "share the readings or we take our wells off the network"
    if word.lower == "or" and (order or mood(first) == "must"):
        return Wait(gated, step, "unless", second)
    granted = told.lower == "you" and mood(second) in ("future", "modal") and any(c.lower in _US for c in first.children)
    asked = word.lower == "and" and order and first.child("dobj", "dative") is not None and (own or granted)
    return Wait(gated, step, "if", second) if asked else None


def _infinite(words_: list[Word], at: int) -> Word | None:
    """The bare verb that an auxiliary in front of its subject leads."""
    led_by = words_[at]
    if led_by.tag != "MD" and led_by.lemma != "do":
        return None
    near = words_[at + 2 : at + 2 + _LONGEST_NAME]
    return next((w for w in near if w.tag == "VB" or (w.tag == "VBP" and w.pos == "VERB")), None)


def named_in_turn(word: Word) -> Wait | None:
    """ "The order stands: the initials, then the visit", "first the roster, then the talks"."""
    words_ = word.sentence.words
    at = word.i - words_[0].i
    if at < 2 or words_[at - 1].text != ",":
        return None
    start = next((n + 1 for n in range(at - 2, -1, -1) if words_[n].text in _STOPS), 0)
    early, told_first = words_[start : at - 1], False
    if early and early[0].lower == "first":
        early, told_first = early[1:], True
    stop = next((n for n in range(at + 1, len(words_)) if words_[n].text in (*_STOPS, ",")), len(words_))
    late = words_[at + 1 : stop]
    colon = start > 0 and words_[start - 1].text == ":"
    return Wait(late, early, "only_after", late[-1]) if (told_first or colon) and _is_name(early) and _is_name(late) else None


def _is_name(phrase: list[Word]) -> bool:
    """Whether the words name one step with an article or owner before it."""
    if not 1 < len(phrase) <= _LONGEST_NAME or phrase[0].lower not in ("the", "an", "a", "its", "their", "his", "her", "our"):
        return False
    return any(w.pos == "NOUN" for w in phrase) and not any(w.tag in _FINITE or w.pos == "PROPN" for w in phrase)


def counted_from(word: Word) -> Wait | None:
    """ "Will report within a month of the day on which both have signed": a date that waits, no demand."""
    measure = word.child("pobj")
    by = next((c for c in measure.children if c.lower in ("of", "from", "after")), None) if measure is not None else None
    day = by.child("pobj") if by is not None else None
    clause = day.child("relcl", "acl") if day is not None else None
    verb = word.head
    if clause is None or day is None or day.lemma not in ("day", "date", "moment", "time") or mood(verb) not in _FORWARD:
        return None
    gated = extent(verb, {w.i for w in word.subtree()})
    required = trimmed([w for w in extent(clause) if w.tag != "WDT" and not (w.dep == "prep" and w.child("pobj") in _asking(w))])
    return Wait(gated, required, "only_after", verb, purpose=True) if gated and required else None


def _asking(preposition: Word) -> list[Word]:
    return [c for c in preposition.children if c.tag in ("WDT", "WP")]


def in_the_same(word: Word) -> Wait | None:
    """ "The lights go on in the same hour in which, at the same time as the schedule is signed": both steps together."""
    moment = word.head
    verb = next((w for w in moment.ancestors() if w.pos in ("VERB", "AUX")), None)
    if moment.lemma not in _MEASURES or moment.head.lower not in ("in", "at", "on") or verb is None:
        return None
    clause = moment.child("relcl") or _as_clause(moment, verb)
    if clause is None or subject(verb) is None or mood(verb) in ("past", "unreal"):
        return None
    gated = trimmed([w for w in extent(verb) if w.i < moment.head.i])
    required = trimmed([w for w in extent(clause) if w.tag not in ("WDT", "WP") and w.i > moment.i + 1])
    required = required[1:] if required and required[0].lower in ("as", "when", "that") else required
    return Wait(gated, required, "together", verb) if gated and required else None


def _as_clause(moment: Word, verb: Word) -> Word | None:
    """The clause after "at the same time as": hung on the verb, or on the time itself."""
    for head in (moment, verb):
        for clause in head.children:
            mark = next((c for c in clause.children if c.dep == "mark" and c.lower in ("as", "when")), None)
            if clause.dep in ("advcl", "acl") and mark is not None and mark.i == moment.i + 1:
                return clause
    return None


__all__ = ["cleft", "counted_from", "in_the_same", "named_in_turn", "or_else", "turned_about"]
