"""The words by which steps are told apart, and the plain forms of words."""

import functools
import re
import tomllib
from importlib import resources
from typing import Any

WORD = re.compile(r"[^\W\d_][\w’'-]*|\d[\d.,]*")


@functools.cache
def table() -> dict[str, Any]:
    """Return the file of words."""
    text = (resources.files("dragoman.assembly") / "words" / "steps.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@functools.cache
def classes(name: str) -> dict[str, str]:
    """Return the class of each word of a section ("summit" is a `meeting`)."""
    return {word: kind for kind, words in table()[name].items() for word in words}


@functools.cache
def empty() -> frozenset[str]:
    """Return the words that tell nothing of which step it is."""
    found = table()["empty"]
    return frozenset([*found["words"], *found["numbers"], *found["dates"]])


@functools.cache
def days() -> frozenset[str]:
    """Return the names of days and months."""
    return frozenset(table()["empty"]["dates"])


def stem(word: str) -> str:
    """Return a word without its commonest endings, so that forms of one word meet.

    >>> stem("rosters"), stem("readings"), stem("filling")
    ('roster', 'read', 'fil')
    """
    word = re.sub(r"['’]s?$", "", word)
    for ending, left in (
        ("ies", "y"),
        ("ings", ""),
        ("ing", ""),
        ("ations", ""),
        ("ation", ""),
        ("sses", "ss"),
        ("s", ""),
        ("ed", ""),
    ):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not (ending == "s" and word.endswith("ss")):
            word = word[: len(word) - len(ending)] + left
            break
    return (
        word[:-1]
        if (len(word) > 3 and word[-1] == word[-2] and word[-1] not in "ls") or word.endswith("ll")
        else word.removesuffix("e")
    )


__all__ = ["WORD", "classes", "days", "empty", "stem", "table"]
