"""A clause in front, by the order of the words: where the main clause of "If they sign, he warned, the firm would pay" begins."""

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.coding.parse import Word
from dragoman.coding.wordlists import words

_SPEECH = words("conditions", "mood", "speech") | words("cues", "speech")
_SUPPOSING = words("conditions", "mood", "supposing")
FINITE = frozenset({"MD", "VBZ", "VBP", "VBD"})
_BEFORE = frozenset({'"', "'", ",", ":", ";", "—", "–", "-", "--", "and", "but", "that", "because", "so", "...", "("})
_OPENING = frozenset({"VBG", "NN", "NNS", "NNP", "DT", "JJ", "PRP$"})
_LONGEST_CUE = 9
"""Words between commas that name a speaker ("the mayor of the port told the council on Friday")."""


@dataclass(frozen=True)
class Front:
    """The words of the clause in front, where the main clause begins, and its verb."""

    clause: tuple[Word, ...]
    begins: int
    verb: Word


def front(first: Word, last: Word, clausal: bool = True) -> Front | None:
    """Return how a sentence parts whose clause in front the connective opens, or phrase; None where it opens none."""
    words_ = first.sentence.words
    if not _opens(words_[: first.i - words_[0].i]):
        return None
    clause: list[Word] = []
    done, begins = False, -1
    for segment in _segments(words_[last.i + 1 - words_[0].i :]):
        if clause and is_cue(segment):
            done = done or not clausal or _told(clause)
            continue
        whole = bool(clause) and (not clausal or _told(clause)) and segment[0].tag != "VBG"  # ", making it hard to meet"
        if whole and (verb := _main_verb(segment, begins >= 0)) is not None:
            return Front(tuple(clause), begins if begins >= 0 else segment[0].i, verb)
        if done:
            begins = begins if begins >= 0 else segment[0].i
        else:
            loose = not _told(clause) and _told(segment) and segment[0].tag not in FINITE
            clause = segment if loose and clausal else clause + segment
    return None


def _opens(before: list[Word]) -> bool:
    """Whether a clause can open after these words: at the start, after a mark or conjunction, after a comma that ends a cue."""
    if not before or (before[-1].lower in _BEFORE and before[-1].text != ","):
        return True
    if before[-1].text != ",":
        return False
    *earlier, _ = segments = list(_segments(before)) or [[]]
    named = bool(segments[-1]) and all(w.pos == "PROPN" for w in segments[-1])
    if named and any(_told(s) and not is_cue(s) for s in earlier):
        return False  # "will not receive the premier, Ann Holm, unless": what the comma sets off is only a name
    segment = segments[-1:]
    return not segment or is_cue(segment[0]) or not _told(segment[0]) or segment[0][-1].lower == "that"


def led(finite: Word) -> Word:
    """Return the verb that an auxiliary leads; any other verb itself."""
    leads = finite.tag == "MD" or finite.dep in ("aux", "auxpass")
    return finite.head if leads and finite.head.i > finite.i and finite.head.pos in ("VERB", "AUX") else finite


def _segments(rest: list[Word]) -> Iterator[list[Word]]:
    """The stretches between commas, dashes and semicolons."""
    segment: list[Word] = []
    for word in rest:
        if word.text in (",", ";", "—", "–", "--"):
            if segment:
                yield segment
            segment = []
        elif segment or word.pos != "PUNCT":
            segment.append(word)
    if segment:
        yield segment


def _told(clause: list[Word]) -> bool:
    return any(w.tag in FINITE for w in clause)


def is_cue(segment: list[Word]) -> bool:
    """Whether the words only name who speaks: "he warned", "the mayor told the council on Friday"."""
    finite = [w for w in segment if w.tag in FINITE]
    return len(segment) <= _LONGEST_CUE and len(finite) == 1 and finite[0].lemma in _SPEECH and finite[0].quote < 0


def _main_verb(segment: list[Word], begun: bool) -> Word | None:
    """The verb of a main clause: finite, with a subject before it, in a stretch that no conjunction or relative opens.

    The subject may stand in a stretch before, where the clause has `begun`.
    """
    opening = next((w for w in segment if w.pos != "PUNCT"), segment[0])
    if opening.tag in ("WDT", "WP", "WP$", "WRB", "CC") or opening.lower in ("if", "that", "unless", "until", "as", "because"):
        return None
    if begun and segment[0].tag in FINITE:
        return led(segment[0])
    for word, before in zip(segment[1:], segment, strict=False):
        if word.tag in FINITE and before.tag not in ("WDT", "WP", "TO"):
            return led(word)
    return None


def _helping(before: list[Word]) -> int:
    """How many of the last words only help the verb that follows: a modal, an adverb, "in all likelihood"."""
    if [w.lower for w in before[-3:]] in _LIKELIHOODS:
        return 3
    return int(before[-1].tag in ("MD", "RB", "RBS", "TO") or before[-1].lemma in ("have", "need"))


_LIKELIHOODS = (["in", "all", "likelihood"], ["in", "all", "probability"])


def before_cue(verb: Word) -> list[Word] | None:
    """Return what a verb is said of, where the cue stands between: "Sharing the water, she told the press, begins with"."""
    words_ = verb.sentence.words
    at = verb.i - words_[0].i
    while at > 0 and (step := _helping(words_[:at])):
        at -= step
    if at > 0 and words_[at - 1].text == '"':
        at -= 1
        at -= at > 0 and words_[at - 1].tag == "MD"  # would "most likely have to start with a summit"
    commas = [k for k, w in enumerate(words_[:at]) if w.text == ","]
    if len(commas) < 2 or commas[-1] != at - 1:
        return None
    opening, cue = words_[: commas[0]], words_[commas[0] + 1 : at]
    opening = [w for w in opening if w.pos != "PUNCT"]
    if not opening or opening[0].tag not in _OPENING or any(w.tag in ("VBZ", "VBP", "VBD", "MD") for w in opening):
        return None
    return opening if any(w.lemma in _SPEECH | _SUPPOSING and w.pos == "VERB" for w in cue) else None
