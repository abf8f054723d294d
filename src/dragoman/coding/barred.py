"""What is barred by the order of words alone, where the parser loses it: "no visit as long as the text is not settled"."""

from collections.abc import Iterator

from dragoman.coding.clauses import trimmed
from dragoman.coding.parse import Sentence, Word
from dragoman.coding.waits import Wait
from dragoman.coding.wordlists import words

_STEPS = words("conditions", "steps", "nouns") | words("conditions", "senses", "talking")
_FINITE = frozenset({"MD", "VBZ", "VBP", "VBD"})
_STOPS = frozenset({".", ";", ":", "—", "–", "--", "?", "!", '"', "|"})
_OPENING = frozenset({":", ",", ";", "—", "–", "--", '"', "'", "that", "and", "but", "of", "be", "is"})
_CONNECTIVES = frozenset({"before", "until", "till", "without", "unless", "while"})
_LASTING = (("as", "long", "as"), ("so", "long", "as"))
_NOBODY = frozenset(
    {"one", "doubt", "wonder", "matter", "longer", "more", "other", "less", "way", "sign", "trace", "comment", "word"}
)
_SHORT = 4
"""Words of either step in a motto, at most."""
_LONGEST = 18
"""Words of what is barred, at most."""


def barred(sentence: Sentence, told: set[int]) -> Iterator[Wait]:
    """Yield what "no" bars before, until or without something; not where words that are `told` have said it."""
    words_ = sentence.words
    for at, word in enumerate(words_):
        if word.lower != "no" or word.i in told or not _opens(words_[:at]):
            continue
        if (lost := _for_want_of(words_, at)) is not None and not any(w.i in told for w in lost.required):
            yield lost
            continue
        found = _parted(words_[at + 1 : at + 2 + _LONGEST + 3])
        if found is None:
            continue
        gated, length, lasting = found
        required = _clause(words_[at + 1 + len(gated) + length :], nominal=word is not None and length == 1)
        step = trimmed(gated)
        clausal = any(w.tag in _FINITE for w in required) and words_[at + 1 + len(gated)].lower not in ("before", "without")
        clausal = clausal or _is_motto(words_, at, gated, required)
        if not step or not required or any(w.i in told for w in (*step, *required)) or not (clausal or _is_barred(step)):
            continue
        if step[0].lower in _NOBODY:
            continue
        yield Wait(step, required, "only_after", step[-1] if len(step) == 1 else _head(step), ended=lasting)


def _is_motto(words_: list[Word], at: int, gated: list[Word], required: list[Word]) -> bool:
    """Whether a quotation, or what a label brings, is no more than "no list without the decree"."""
    end = required[-1].i + 1 - words_[0].i if required else len(words_)
    closed = end >= len(words_) or words_[end].text in _STOPS or words_[end].text == ","
    opened = not at or words_[at - 1].text in ('"', "'", ":", "—", "–", ",")
    short = len(gated) <= _SHORT and 0 < len(required) <= _SHORT and words_[at].quote == (required[-1].quote if required else -1)
    return closed and opened and short and words_[at].quote >= 0 and words_[at + 1 + len(gated)].lower == "without"


def _for_want_of(words_: list[Word], at: int) -> Wait | None:
    """ "Without a list, no release": what opens the sentence is what the other waits for."""
    if at < 3 or words_[at - 1].text != ",":
        return None
    start = next((k for k in range(at - 2, -1, -1) if words_[k].lower == "without"), None)
    required = words_[start + 1 : at - 1] if start is not None else []
    stop = next((k for k in range(at, len(words_)) if words_[k].text in (*_STOPS, ",")), len(words_))
    gated = words_[at + 1 : stop]
    odd = any(w.pos == "PUNCT" or w.tag in _FINITE for w in (*required, *gated))
    if start is None or not _opens(words_[:start]) or not required or not gated or odd or required[0].pos == "PRON":
        return None
    return Wait(trimmed(gated), trimmed(required), "only_after", gated[-1])


def _opens(before: list[Word]) -> bool:
    """Whether "no" opens a clause or stands alone after a mark."""
    return not before or before[-1].lower in _OPENING or before[-1].tag == "_SP"


def _parted(after: list[Word]) -> tuple[list[Word], int, bool] | None:
    """The words up to the connective, how many words that has, and whether it awaits an end."""
    for k, word in enumerate(after):
        if word.tag in _FINITE or word.text in _STOPS or word.lower in ("if", "that", "who", "which"):
            return None
        if k and word.lower in _CONNECTIVES:
            return after[:k], 1, word.lower == "while"
        if k and tuple(w.lower for w in after[k : k + 3]) in _LASTING:
            return after[:k], 3, True
    return None


def _clause(after: list[Word], nominal: bool) -> list[Word]:
    """The words up to the end of their clause: a mark, or a comma behind which somebody says so."""
    out: list[Word] = []
    for word in after:
        if word.text in _STOPS or (word.text == "," and len(out) > 1):
            break
        out.append(word)
    told = any(w.tag in _FINITE for w in out)
    short = nominal and 0 < len(out) <= _SHORT and out[-1].quote >= 0
    return trimmed(out) if told or short or (nominal and any(w.lemma in _STEPS for w in out)) else []


def _is_barred(step: list[Word]) -> bool:
    return any(w.lemma in _STEPS for w in step)


def _head(step: list[Word]) -> Word:
    """The step named: the first of its words that is one."""
    return next((w for w in step if w.lemma in _STEPS), step[-1])
