"""States by any of their names: country, people, seat of government."""

import functools
import re
from dataclasses import dataclass
from typing import Literal

from dragoman.coding.wordlists import load

LONGEST = 6
"""The most words that a name in the table has."""


@dataclass(frozen=True)
class Place:
    """A state, and whether a word names it by its country, its people or the seat of its government."""

    state: str
    by: Literal["country", "people", "seat"]


def state_named(text: str) -> Place | None:
    """Return the state that the words name, or None; capitals are read too, but "us" is not the US.

    >>> state_named("Danish")
    Place(state='Denmark', by='people')
    """
    table = _table()
    found = table.get(text)
    if found is None and text.isupper() and len(text) > 3:
        found = _in_capitals().get(text)
    return found


def opens_place(word: str) -> bool:
    """Return whether a name of the table begins so.

    >>> opens_place("United"), opens_place("Nora")
    (True, False)
    """
    return word in _first_parts()


def nouns_of(state: str) -> tuple[str, ...]:
    """Return the common nouns, beside "government", that take up a state: "the bloc"."""
    return tuple(load("countries")[state].get("nouns", ()))


@functools.cache
def _table() -> dict[str, Place]:
    out: dict[str, Place] = {}
    for state, row in load("countries").items():
        for name in (state, *row["also"]):
            out.setdefault(name, Place(state, "country"))
        for people in row["people"]:
            out.setdefault(people, Place(state, "people"))
            if not people.endswith(("sh", "ch", "ese", "ss")):
                out.setdefault(people + "s", Place(state, "people"))
        for seat in row["seats"]:
            out.setdefault(seat, Place(state, "seat"))
    return out


@functools.cache
def _in_capitals() -> dict[str, Place]:
    return {name.upper(): place for name, place in _table().items()}


@functools.cache
def _first_parts() -> frozenset[str]:
    parts = {re.split(r"[ '’.-]", name, maxsplit=1)[0] for name in _table()} | {name.split()[0] for name in _table()}
    return frozenset(parts | {p.upper() for p in parts})
