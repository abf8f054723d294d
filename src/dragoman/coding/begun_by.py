"""What talks begin with, by the order of the words alone: where the parser loses "will most likely begin with such a meeting".

It asks for three things in a row within one clause: a word for talks, a verb of beginning, and a meeting behind "with", "when",
"only once" or "on the day". Who says so, and how firmly, is found as for every other condition.
"""

from collections.abc import Iterator, Sequence

from dragoman.coding.clauses import own_negation, trimmed
from dragoman.coding.parse import Sentence, Word
from dragoman.coding.waits import Wait, wait
from dragoman.coding.wordlists import words

_PROCESS = words("conditions", "openings", "process")
_AIMS = words("conditions", "openings", "aims") - {"progress", "way", "path", "road", "route"}
_ENCOUNTERS = words("conditions", "openings", "encounters")
_MEETING = words("conditions", "openings", "meeting_verbs") | {"gather", "convene"}
_HEDGES = words("conditions", "mood", "hedges")
_BEGINS = frozenset({"begin", "start", "commence", "open"})
_UNDER_WAY = frozenset({"get", "go", "be", "come"})
_WAYS = frozenset({"way", "going", "motion", "underway", "started", "off", "moving"})
_TIMES = frozenset({"day", "morning", "evening", "afternoon", "night", "moment", "minute", "hour", "date", "week"})
_HARD = frozenset({".", ";", ":", "?", "!", '"', "“", "”", "—", "–", "--", "("})
_CLAUSE = frozenset({"and", "but", "which", "who", "because", "if", "unless", "while", "although", "though", "so"})
_TALKS_TO_VERB, _AFTER_VERB = 22, 4


def begun_by(sentence: Sentence, known: Sequence[Wait]) -> Iterator[Wait]:
    """Yield at most one wait of talks for the meeting that they are said to begin with, where no reading of the parse has the
    talks already."""
    if sentence.words[-1].text == "?" or any(w.relation == "only_after" and _names_talks(w.gated) for w in known):
        return
    run = sentence.words
    for at, verb in enumerate(run):
        after = _behind(run, at)
        talks = _talks_before(run, at) if after else None
        if not after or talks is None or own_negation(verb) is not None:
            continue
        found = wait(talks, after, verb)
        if found is not None:
            yield found
            return


def _names_talks(chosen: Sequence[Word]) -> bool:
    return any(w.lemma in _PROCESS for w in chosen)


def _behind(run: Sequence[Word], at: int) -> list[Word]:
    """The meeting behind a verb of beginning, empty where none is told."""
    verb = run[at]
    if verb.pos not in ("VERB", "AUX") or verb.tag in ("VBD", "VBN"):
        return []
    rest = run[at + 1 :]
    if verb.lemma in _UNDER_WAY:
        way = next((k for k, w in enumerate(rest[:3]) if w.lower in _WAYS), None)
        if way is None:
            return []
        rest = rest[way + 1 :]
    elif verb.lemma not in _BEGINS:
        return []
    rest = rest[_skipped(rest) :]
    opened = _opened(rest)
    if opened is None:
        return []
    told = trimmed(_to_end(rest[opened:]))
    clause = rest[opened - 1].lower != "with"
    return told if _tells_meeting(told, clause) else []


def _skipped(rest: Sequence[Word]) -> int:
    """How many adverbs, hedges and asides stand before what it begins with."""
    likely = next((k for k, w in enumerate(rest[:_AFTER_VERB]) if w.lower in _HEDGES), -1)  # "in all likelihood"
    idle = [k <= likely or (w.pos == "ADV" and w.tag != "WRB") for k, w in enumerate(rest[:_AFTER_VERB])]
    return next((k for k, skipped in enumerate(idle) if not skipped), 0)


def _opened(rest: Sequence[Word]) -> int | None:
    """The place behind "with", "when", "once", "on the day (that)", "the moment"."""
    lower = [w.lower for w in rest[:5]]
    if lower[:1] and lower[0] in ("with", "when", "once"):
        return 1
    for lead in ((("on", "from", "at"), ("the",)), (("the",),)):
        n = len(lead)
        if len(lower) > n and all(a in b for a, b in zip(lower, lead, strict=False)) and lower[n] in _TIMES:
            return n + 2 if lower[n + 1 : n + 2] in (["that"], ["when"], ["on"]) else n + 1
    return None


def _to_end(rest: Sequence[Word]) -> list[Word]:
    """The words to the end of the clause."""
    out: list[Word] = []
    for k, word in enumerate(rest):
        nearest = rest[k + 1].lower if k + 1 < len(rest) else ""
        if word.text in _HARD or word.lower in ("because", "since", "so") or (word.text == "," and k):
            break
        if word.lower in ("and", "but") and nearest in ("that", "not", "nothing", "no"):
            break
        out.append(word)
    return out


def _tells_meeting(told: Sequence[Word], clause: bool) -> bool:
    if not told or told[0].ent in ("DATE", "TIME"):
        return False
    if clause:
        finite = any(w.tag in ("VBZ", "VBP", "VB", "MD") for w in told)
        return finite and any(w.lemma in _ENCOUNTERS or w.lemma in _MEETING for w in told)
    return any(w.lemma in _ENCOUNTERS and w.pos == "NOUN" and not _of_others(w) for w in told)


def _of_others(meeting: Word) -> bool:
    """Whether it is a meeting of those who prepare: "a session of the experts"."""
    return any(g.lemma in ("expert", "technician", "official", "committee") for c in meeting.children for g in (c, *c.children))


def _talks_before(run: Sequence[Word], at: int) -> list[Word] | None:
    """The noun phrase of the talks before a verb, asides left out."""
    for place in range(at - 1, max(-1, at - _TALKS_TO_VERB), -1):
        word = run[place]
        if word.text in _HARD or word.lower in _CLAUSE or (word.tag in ("VBZ", "VBD", "VBP") and not _aside(run, place)):
            return None
        if word.lemma in _PROCESS | _AIMS and word.pos in ("NOUN", "VERB", "PROPN") and word.dep != "compound":
            return trimmed(_phrase(run, place, at))
    return None


def _aside(run: Sequence[Word], place: int) -> bool:
    """Whether a verb stands between two commas, or says how the words are meant: ", Mrs Storrow said on the radio, "."""
    around = [w.text for w in run[max(0, place - 6) : place]], [w.text for w in run[place : place + 8]]
    return "," in around[0] and "," in around[1]


def _phrase(run: Sequence[Word], place: int, end: int) -> list[Word]:
    first = place
    while first and run[first - 1].pos in ("DET", "ADJ", "NOUN", "PROPN", "NUM") and run[first - 1].text not in _HARD:
        first -= 1
        if run[first].pos == "DET" or run[first].tag == "PRP$":
            break
    last = place + 1
    if last < end and run[last].lower in ("over", "on", "about", "between", "for", "of"):
        last += 1
        while last < end and run[last].pos in ("DET", "ADJ", "NOUN", "PROPN", "NUM", "PART", "PRON"):
            last += 1
    return list(run[first:last])


__all__ = ["begun_by"]
