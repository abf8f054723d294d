"""Words by which the life of a stand is told, and the stems by which two wordings are known to be on one thing."""

import re
import tomllib
from functools import cache
from importlib import resources
from typing import Any

from dragoman.assembly.amounts import NUMERALS

_WORD = re.compile(r"[^\W\d_]{3,}")
EMPTY = NUMERALS.union(
    "the and for its his her their that this with from would will have has had was were are not but any all into over".split(),
    "more than which who what when where only once been being before after until could should must may might can about".split(),
    "they she him our your them these those their there then also very just said says page part other another some such".split(),
    "since during between within without against among under above below while because though although".split(),
)


def stems(text: str) -> frozenset[str]:
    """Return the first letters of the words of a text that tell what it is about; numerals tell how much."""
    return frozenset(w[:4] for w in _WORD.findall(text.casefold()) if w not in EMPTY)


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads((resources.files("dragoman.assembly") / "words" / "lives.toml").read_text(encoding="utf-8"))


@cache
def pattern(name: str) -> re.Pattern[str]:
    """Return what finds the words of one list of `words/lives.toml`."""
    return re.compile("|".join(rf"\b(?:{p})" for p in _table()[name]), re.I)


def listed(name: str) -> tuple[str, ...]:
    """Return one list of plain words of `words/lives.toml`."""
    return tuple(_table()[name])


@cache
def scales() -> tuple[tuple[re.Pattern[str], ...], ...]:
    """Return the scales on which a demand is more or less, each from the hardest words to the softest."""
    return tuple(tuple(re.compile(rf"\b(?:{words})\b", re.I) for words in scale) for scale in _table()["scales"])


__all__ = ["EMPTY", "listed", "pattern", "scales", "stems"]
