"""Which wordings tell that two people meet, whatever the verb: "sit down with her rival", "he and I in one room"."""

import functools
import re
from collections.abc import Iterator, Sequence

from dragoman.assembly.tables import classes, empty, table

Names = frozenset[str]
_NEAR = 6
"""Words behind a word of talking, within which it is told who talks."""


def meets(text: str, words: Sequence[str], names: Names) -> bool:
    """Return whether people meet, by a turn of phrase that says so or because nobody but those who would are named."""
    if _turns().search(text):
        return True
    return _is_pair(words, names)


def turn_of(text: str) -> frozenset[str]:
    """Return the words of the turn of phrase that says that people meet: they tell nothing else of the meeting."""
    found = _turns().search(text)
    return frozenset(re.findall(r"[\w’'-]+", found[0].lower())) if found else frozenset()


def is_peopled(words: Sequence[str], names: Names) -> bool:
    """Return whether a wording names a person, an office or a counterpart, whom somebody can meet."""
    table_ = table()["encounters"]
    if any(a in table_["verbs"] and b in table_["them"] and (not c or c in empty()) for a, b, c in _threes(words)):
        return True
    return any(names & {w, *w.split("-")} or w in classes("levels") or w in table_["whom"] or w in table_["us"] for w in words)


def _threes(words: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """Each word with the two behind it, the last empty at the end."""
    return zip(words, words[1:], [*words[2:], ""], strict=False)


def of_leaders(words: Sequence[str]) -> bool:
    """Return whether it is leaders who speak to each other: talks of theirs are a meeting."""
    levels, speaking = classes("levels"), table()["encounters"]["speaking"]
    for i, word in enumerate(words):
        if word not in speaking:
            continue
        after = words[i + 1 : i + _NEAR]
        to = next((k for k, w in enumerate(after) if w in ("with", "to", "between", "of")), None)
        if any(levels.get(w) == "leaders" for w in (*words[max(0, i - 2) : i], *(after[to:] if to is not None else ()))):
            return True
    return False


def is_avoiding(text: str) -> bool:
    """Return whether a wording tells that somebody keeps away from another ("stay away from the head of the firm")."""
    return _avoiding().search(text.lower()) is not None


def unavoided(text: str) -> str:
    """Return what is avoided as a meeting: "meeting the head of the firm" of "staying away from the head of the firm"."""
    return _avoiding().sub("meeting", text.lower().replace(" from ", " "))


def is_going(words: Sequence[str], names: Names) -> bool:
    """Return whether a wording only tells that somebody comes, and not where to or what for."""
    going = {*table()["encounters"]["going"], "gladly", "happily", "willingly"}
    rest = [w for w in words if w not in going and w not in empty() and w not in classes("levels")]
    return bool(set(words) & going) and all(names & {w, *w.split("-")} for w in rest)


def of_people(words: Sequence[str]) -> bool:
    """Return whether nobody but leaders is named, more than one of them: as a step "the two presidents" are their meeting."""
    levels = classes("levels")
    leading = [w for w in words if levels.get(w) in ("leaders", "prime") and w.endswith(("s", "men", "women"))]
    return bool(leading) and all(w in levels or w in empty() or w in ("two", "both", "mr", "ms") for w in words)


@functools.cache
def _turns() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(table()['encounters']['turns'])})", re.I)


@functools.cache
def _avoiding() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(table()['encounters']['avoiding'])})\b")


def _is_pair(words: Sequence[str], names: Names) -> bool:
    """Whether two people are named and nothing else: "Mr Arden and me"."""
    us = {*table()["encounters"]["us"], "i"}
    if "and" not in words or not us & set(words):
        return False
    rest = [w for w in words if w not in us and w not in empty() and w not in classes("levels")]
    rest = [w for w in rest if not names & {w, *w.split("-")}]
    return all(w in ("mr", "mrs", "ms", "dr", "sir", "dame", "captain", "general", "him", "her") for w in rest)


__all__ = ["is_avoiding", "is_going", "is_peopled", "meets", "of_leaders", "of_people", "turn_of", "unavoided"]
