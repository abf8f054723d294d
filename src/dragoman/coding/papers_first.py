"""That a text comes before a meeting, by the order of the words alone, where the parse shows no clause for it.

"A summit is out of the question until terms are sealed", "first a draft, then the leaders", "the outline comes first and the
handshake afterwards". Both steps must be told by a noun of their kind: a meeting (or those who would meet) and a paper.
"""

from collections.abc import Iterator, Sequence

from dragoman.coding.clauses import trimmed
from dragoman.coding.parse import Sentence, Word
from dragoman.coding.waits import Wait, wait
from dragoman.coding.wordlists import words

_MEETINGS = words("conditions", "openings", "encounters") - {"talk", "speak", "visit", "call", "sit", "conference"}
_LEADING = words("conditions", "openings", "leading")
_PAPERS = words("conditions", "steps", "papers") | {"outline", "terms"}
_MARKS = frozenset({"before", "until", "till", "unless", "without"})
_BARS = frozenset(
    "question impossible unthinkable inconceivable off premature excluded precluded barred shut ruled excludes bars".split()
)
_DENIED = frozenset({"no", "not", "n't", "never", "nothing"})
_HARD = frozenset({".", ";", "?", "!", '"', "“", "”"})
_CLOSERS = frozenset({",", "—", "–", "--", ":"})
_LATER = frozenset({"afterwards", "afterward", "later", "second", "last", "after", "next"})
_FIRST = frozenset({"first", "foremost"})
_NOMINAL = ("ADJ", "NOUN", "PROPN", "DET", "PUNCT", "NUM")
_SHORT, _WIDE = 9, 26


def papers_first(sentence: Sentence, known: Sequence[Wait]) -> Iterator[Wait]:
    """Yield at most one wait of a meeting for a paper, where no reading of the parse has one for the sentence."""
    if sentence.words[-1].text == "?" or any(w.relation in ("only_after", "until") for w in known):
        return
    run = sentence.words
    found = _would_follow(run) or _out_until(run) or _first_then(run) or _comes_first(run)
    if found is not None:
        yield found


def _out_until(run: Sequence[Word]) -> Wait | None:
    """ "A summit is out of the question until the terms are sealed", "no handshake of the two ahead of a draft"."""
    for at, mark in enumerate(run):
        pair = [w.lower for w in run[at : at + 2]] in (["ahead", "of"], ["prior", "to"])
        width = 2 if pair else int(mark.lower in _MARKS)
        if not width or at < 2:
            continue
        start = next((k + 1 for k in range(at - 1, -1, -1) if run[k].text in _HARD or run[k].text == ":"), 0)
        before = run[max(start, at - _WIDE) : at]
        meeting = next((w for w in before if _is_meeting(w)), None)
        required = _to_close(run[at + width :])
        barred = any(w.lower in _BARS for w in before) or any(w.lower in _DENIED and w.i < meeting.i for w in before if meeting)
        if meeting is None or not barred or not _tells_paper(required) or _finite(before, meeting):
            continue
        return wait(_phrase(before, meeting), required, meeting)
    return None


def _is_meeting(word: Word) -> bool:
    """A noun of meeting, or "meeting" as what somebody does: "the possibility of its president meeting the chair"."""
    return (word.lemma in _MEETINGS and word.pos == "NOUN") or word.lower == "meeting"


def _would_follow(run: Sequence[Word]) -> Wait | None:
    """ "Any encounter between the two would have to follow a draft treaty"."""
    for at, verb in enumerate(run):
        if verb.lemma not in ("follow", "await") or verb.tag != "VB" or at < 2:
            continue
        before = run[max(0, at - _WIDE) : at]
        bound = any(w.lower in ("would", "must", "should", "can", "could", "will") for w in before[-4:])
        meeting = next((w for w in before if w.lemma in _MEETINGS and w.pos == "NOUN"), None)
        required = _to_close(run[at + 1 :])
        if meeting is not None and bound and _tells_paper(required) and not any(w.lower in _DENIED for w in before[-4:]):
            return wait(_phrase(before, meeting), required, verb)
    return None


def _finite(before: Sequence[Word], meeting: Word) -> bool:
    """Whether another clause begins between the meeting and the mark: then the mark may be its own."""
    behind = [w for w in before if w.i > meeting.i]
    several = sum(w.tag in ("VBZ", "VBP", "VBD", "MD") for w in behind) > 1
    return several or any(w.lower in ("that", "which", "who") for w in behind)


def _first_then(run: Sequence[Word]) -> Wait | None:
    """ "First a draft that both can live with, then the leaders"."""
    for at, word in enumerate(run):
        opened = word.lower == "first" and (at == 0 or run[at - 1].text in (*_HARD, *_CLOSERS))
        then = next((k for k in range(at + 2, min(at + _WIDE, len(run))) if run[k].lower == "then"), None) if opened else None
        if then is None:
            continue
        required, gated = trimmed(list(run[at + 1 : then])), _to_close(run[then + 1 :])
        plain = not any(w.tag in ("VBZ", "VBP", "VBD", "MD") and w.dep != "relcl" for w in (*gated,))
        if plain and _tells_paper(required[:_SHORT]) and _tells_meeting(gated):
            return wait(gated, required, word)
    return None


def _comes_first(run: Sequence[Word]) -> Wait | None:
    """ "The written outline comes first and the handshake afterwards"."""
    for at, word in enumerate(run):
        if word.lower not in _FIRST or not at or run[at - 1].lemma not in ("come", "be", "go"):
            continue
        start = next((k + 1 for k in range(at - 2, -1, -1) if run[k].text in (*_HARD, *_CLOSERS) or run[k].lower == "that"), 0)
        required = trimmed(list(run[max(start, at - 1 - _SHORT) : at - 1]))
        behind = run[at + 1 : at + 1 + _SHORT]
        later = next((k for k, w in enumerate(behind) if w.lower in _LATER), None)
        gated = trimmed([w for w in behind[:later] if w.lower not in ("and", "then", "comes", "come")]) if later else []
        if gated and _tells_paper(required) and _tells_meeting(gated):
            return wait(gated, required, word)
    return None


def _to_close(rest: Sequence[Word]) -> list[Word]:
    end = next((k for k, w in enumerate(rest) if w.text in _HARD or w.text in _CLOSERS), len(rest))
    return trimmed(list(rest[:end]))


def _tells_paper(told: Sequence[Word]) -> bool:
    dated = bool(told) and told[0].ent in ("DATE", "TIME")
    return not dated and any(w.lemma in _PAPERS and w.pos in ("NOUN", "PROPN") for w in told)


def _tells_meeting(told: Sequence[Word]) -> bool:
    return any((w.lemma in _MEETINGS or w.lemma in _LEADING) and w.pos == "NOUN" for w in told)


def _phrase(before: Sequence[Word], meeting: Word) -> list[Word]:
    """The noun phrase of the meeting with whose it is."""
    at = next(k for k, w in enumerate(before) if w is meeting)
    first = at
    while first and before[first - 1].pos in _NOMINAL and before[first - 1].text not in _CLOSERS:
        first -= 1
        if before[first].pos == "DET":
            break
    last = at + 1
    if last < len(before) and before[last].lower in ("between", "of", "with"):
        last += 1
        while last < len(before) and before[last].pos in (*_NOMINAL, "CCONJ", "PRON"):
            last += 1
    return trimmed([w for w in before[first:last] if w.lower != "no"])


__all__ = ["papers_first"]
