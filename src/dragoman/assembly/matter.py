"""Which words of a wording tell what a paper, talks or a meeting are about: its own words, not who brings it or where it lies."""

import functools
import re
from collections.abc import Sequence

from dragoman.assembly.tables import classes, empty, table

_BEING = frozenset({"is", "are", "was", "were", "be", "been", "being", "get", "gets", "got"})
_NAMING = frozenset({"pay", "free", "release", "withdrawal", "return", "exit", "arrival", "supply", "payment"})
"""Words of doing that also stand before a noun and say what it is about ("pay talks", "a free trade deal")."""
_NOUNS = ("deal", "talks", "meeting")


def telling(words: Sequence[str], head: str, heads: dict[str, str]) -> frozenset[int] | None:
    """Return the places of the words that tell which paper, talks or meeting it is; None where no noun names it.

    Those are what stands right before the noun ("quota talks"), what it is about ("a settlement on night duty"), the verb that
    it is the object of ("publish the treaty") and what is done with it ("the treaty is published").
    """
    places = [i for i, w in enumerate(words) if heads.get(w) == head]
    if head not in _NOUNS or not places:
        return None
    if head == "meeting" and _is_meeting_verb(words[places[0]]):
        on = next((i for i, w in enumerate(words) if i > places[0] and w in ("on", "over", "about")), None)
        return frozenset(_about(words, on - 1)) if on is not None else frozenset()
    first = last = places[0]
    while last + 1 < len(words) and heads.get(words[last + 1]) == head:
        last += 1
    before = _before(words, first)
    return frozenset((*before, *_governing(words, min(before, default=first), heads), *_about(words, last), *_done(words, last)))


def _is_meeting_verb(word: str) -> bool:
    encounters = table()["encounters"]
    return word in encounters["verbs"] or word in ("meet", "meets", "met")


def _before(words: Sequence[str], noun: int) -> list[int]:
    """What describes the noun, up to its article, a verb or the end of a phrase."""
    found: list[int] = []
    degree, ends, acts = table()["matter"]["degree"], table()["matter"]["ends"], classes("acts")
    for i in range(noun - 1, -1, -1):
        word = words[i]
        if word in degree:
            continue
        if word in empty() or word in ends or word in table()["matter"]["making"] or (word in acts and word not in _NAMING):
            break
        found.append(i)
    return found


def _governing(words: Sequence[str], start: int, heads: dict[str, str]) -> list[int]:
    """The verb whose object the noun is, before its article: not one that only brings it about."""
    at = start - 1
    articles = 0
    while at >= 0 and words[at] in ("a", "an", "the", "its", "his", "her", "their", "our", "any", "this", "that", "new", "draft"):
        at, articles = at - 1, articles + 1
    if at < 0 or not articles:
        return []
    word = words[at]
    idle = word in empty() or word in classes("acts") or word in table()["matter"]["making"] or word in heads
    return [] if idle else [at]


def _about(words: Sequence[str], noun: int) -> list[int]:
    matter = table()["matter"]
    if noun + 1 >= len(words) or words[noun + 1] not in matter["about"]:
        return []
    found: list[int] = []
    for i in range(noun + 2, len(words)):
        if words[i] in matter["ends"]:
            break
        if words[i] not in matter["degree"]:
            found.append(i)
    return found


def _done(words: Sequence[str], noun: int) -> list[int]:
    """What is done with it, told behind it: "published" of "the treaty has been published"."""
    states = table()["matter"]["open"]
    for i in range(noun + 1, len(words) - 1):
        if words[i] in _BEING and words[i + 1] not in _BEING:
            done = words[i + 1].endswith("ed") and words[i + 1] not in (*states, *table()["matter"]["making"])
            return [i + 1] if done else []
    return []


def made(text: str) -> str:
    """Return a wording that tells a text as open no longer as one that tells it made, and without what is not in it.

    >>> made("the terms no longer remain open"), made("a draft with no blanks in it"), made("a text with nothing left open")
    ('the terms made', 'a draft', 'a text')
    """
    return _lacking().sub("", _open_no_longer().sub("made", text))


def is_settling(text: str) -> bool:
    """Return whether a wording tells an agreement by what is settled: "the two have settled how to share the catch"."""
    return _settling().search(text) is not None


@functools.cache
def _settling() -> re.Pattern[str]:
    asked = r"(?:on )?(?:how|what|who|which|where|when)"
    return re.compile(rf"\b(?:settl(?:e|es|ed|ing)|agree(?:s|d|ing)?|decid(?:e|es|ed|ing)) {asked}\b", re.I)


@functools.cache
def _open_no_longer() -> re.Pattern[str]:
    states = "|".join(table()["matter"]["open"])
    return re.compile(rf"\b(?:(?:is|are|was|were) )?no longer(?: [\w’'-]+){{0,4}}? (?:{states})\b(?: over| about)?")


@functools.cache
def _lacking() -> re.Pattern[str]:
    return re.compile(r",? with (?:no|nothing|not a|every|each|all) [^,]*$")


__all__ = ["is_settling", "made", "telling"]
