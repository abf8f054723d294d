"""Orders told without a verb: "Names before marble", "Licence, then rehearsal", "First the pay, second the rehearsals"."""

from collections.abc import Iterator

from dragoman.coding.clauses import trimmed
from dragoman.coding.parse import Sentence, Word
from dragoman.coding.waits import Wait
from dragoman.coding.wordlists import words

_ACTS = words("conditions", "senses", "acts")
_STEPS = words("conditions", "steps", "nouns") | words("conditions", "senses", "talking")
_ENDS = frozenset({".", ";", ":", "—", "–", "--", "?", "!", '"', "(", ")"})
_LATER = frozenset({"second", "then", "next", "afterwards", "later"})
_OTHERS = frozenset({"they", "you", "he", "she", "it"})
_LONGEST = 14
"""Words of a motto."""
_NAME = 6
"""Words of a step that is only named."""


def mottoes(sentence: Sentence, after: Sentence | None) -> Iterator[Wait]:
    """Yield the orders of steps that a short verbless stretch of a sentence tells, or two bare clauses side by side.

    `after` is the sentence behind, which may say that the order counts.
    """
    for stretch in _stretches(sentence.words):
        found = _first_second(stretch) or _set_before(stretch) or _then(stretch, after) or _for_our_part(stretch, after)
        if found is not None:
            yield found


def _stretches(words_: list[Word]) -> Iterator[list[Word]]:
    """The runs of words between marks other than commas."""
    run: list[Word] = []
    for word in [*words_, None]:
        if word is not None and word.text not in _ENDS:
            run.append(word)
            continue
        if 2 < len(kept := trimmed(run)) <= _LONGEST:
            yield kept
        run = []


def _first_second(stretch: list[Word]) -> Wait | None:
    """ "First the back pay, second the rehearsals"."""
    if stretch[0].lower not in ("first", "firstly"):
        return None
    later = next((k for k, w in enumerate(stretch) if k > 1 and w.lower in _LATER), None)
    return _pair(stretch[later + 1 :], stretch[1:later]) if later is not None else None


def _set_before(stretch: list[Word]) -> Wait | None:
    """ "Names before marble", as somebody's own words."""
    at = next((k for k, w in enumerate(stretch) if w.lower == "before"), None)
    if at is None or not _is_whole_quotation(stretch) or stretch[-1].ent in ("DATE", "TIME") or len(stretch) - at > _NAME:
        return None
    return _pair(stretch[at + 1 :], stretch[:at])


def _then(stretch: list[Word], after: Sentence | None) -> Wait | None:
    """ "Licence, then rehearsal", as somebody's own words or with a word that the order counts."""
    at = next((k for k, w in enumerate(stretch) if k and w.lower == "then"), None)
    if at is None or not (_is_whole_quotation(stretch) or _orders(after)):
        return None
    return _pair(stretch[at + 1 :], stretch[:at])


def _for_our_part(stretch: list[Word], after: Sentence | None) -> Wait | None:
    """ "They drop the case, we unlock the cabinet": a bargain, where both are deeds of parties or the order is said to count."""
    at = next((k for k, w in enumerate(stretch) if w.text == ","), None)
    if at is None or at + 2 >= len(stretch) or stretch[0].quote < 0:
        return None
    theirs, ours = stretch[:at], stretch[at + 1 :]
    ours = ours[1:] if ours[0].lower == "and" else ours
    sides = theirs[0].lower in _OTHERS and ours[0].lower in ("we", "i")
    deeds = [next((w for w in side[1:] if w.tag in ("VBP", "VB", "VBZ")), None) for side in (theirs, ours)]
    if not sides or any(w is None or w.i > side[0].i + 2 for w, side in zip(deeds, (theirs, ours), strict=True)):
        return None
    bargained = all(w is not None and w.lemma in _ACTS for w in deeds)
    frame = deeds[1]
    if frame is None or not (bargained or _orders(after)):
        return None
    return Wait(trimmed(ours), trimmed(theirs), "only_after" if _orders(after) else "if", frame)


def _orders(after: Sentence | None) -> bool:
    """Whether a sentence says that the order counts: "It has to be in that order", "Never the other way about"."""
    if after is None:
        return False
    told = [w.lower for w in after.words]
    return bool({"order", "sequence"} & set(told[:12])) or any(
        told[k : k + 3] == ["the", "other", "way"] for k in range(min(6, len(told)))
    )


def _is_whole_quotation(stretch: list[Word]) -> bool:
    """Whether the words are all of a quotation's sentence: a mark before them, and the same quotation around them."""
    words_ = stretch[0].sentence.words
    at = stretch[0].i - words_[0].i
    opened = at == 0 or words_[at - 1].text in _ENDS or words_[at - 1].text in ("“", "'", "‘")
    return opened and all(w.quote >= 0 and w.quote == stretch[0].quote for w in stretch)


def _pair(late: list[Word], early: list[Word]) -> Wait | None:
    """The two steps, where both are only named: short, and without a finite verb."""
    late, early = (trimmed([w for w in side if w.lower != "and"]) for side in (late, early))
    late = late[: next((k for k, w in enumerate(late) if w.text == ","), len(late))]
    if not late or not early or max(len(late), len(early)) > _NAME:
        return None
    if any(w.tag in ("VBD", "MD") or w.pos in ("AUX", "PRON") or w.text == "," for w in (*late, *early)):
        return None
    if not all(any(w.pos in ("NOUN", "PROPN", "VERB") for w in side) for side in (late, early)):
        return None
    if not any(w.pos == "NOUN" or w.lemma in _STEPS for w in (*late, *early)):
        return None
    return Wait(late, early, "only_after", late[-1])


__all__ = ["mottoes"]
