"""Common nouns that name persons by their office, groups of people, and bodies by their class."""

import functools
from collections.abc import Iterable

from dragoman.coding.wordlists import load, words

CLASSES: dict[str, frozenset[str]] = {k: frozenset(v) for k, v in load("bodies")["classes"].items()}
BODY = frozenset(w for names in CLASSES.values() for w in names) | words("bodies", "names", "endings")
REPRESENTING = words("titles", "roles", "representing")
ROLES = REPRESENTING | words("titles", "roles", "other")
HONORIFICS = frozenset(w for row in load("titles")["honorifics"].values() for w in row)
ACTING = words("bodies", "groups", "acting")
PEOPLE = words("bodies", "groups", "people") | ACTING
STANDING = words("bodies", "standing", "for_itself")
OWN = words("bodies", "standing", "own")
WITHIN = words("titles", "roles", "within")
ISSUED = words("bodies", "documents", "issued")
PERSONAL = ROLES | PEOPLE
CLASS_NOUNS = frozenset(w for names in CLASSES.values() for w in names) | STANDING | OWN


@functools.cache
def classes_of(noun: str) -> frozenset[str]:
    """Return the classes of body that a noun may name.

    >>> sorted(classes_of("airline"))
    ['company']
    """
    return frozenset(k for k, names in CLASSES.items() if noun in names)


@functools.cache
def one_of(plural: str) -> str | None:
    """Return the role of which the noun is the plural, else None.

    >>> one_of("secretaries"), one_of("ministers"), one_of("minister")
    ('secretary', 'minister', None)
    """
    if not plural.endswith("s"):
        return None
    single = f"{plural[:-3]}y" if plural.endswith("ies") else plural[:-1]
    return single if single in ROLES else None


def first_name_gender(first: str) -> str | None:
    """Return "m" or "f" for one of the few first names listed, else None."""
    if first in words("titles", "first", "male"):
        return "m"
    return "f" if first in words("titles", "first", "female") else None


def offices_of_title(title: Iterable[str]) -> frozenset[str]:
    """Return the nouns by which the bearer of a title is called again: "the governor" after "Gov. X".

    >>> sorted(offices_of_title(["gov."]))
    ['governor']
    """
    spelled: dict[str, str] = load("titles")["called"]
    return frozenset(spelled[w] for w in title if w in spelled)


def title_gender(title: Iterable[str]) -> str | None:
    """Return "m" or "f" where one of the titles or roles shows it, else None."""
    for word in title:
        if word in words("titles", "honorifics", "male") or word in words("titles", "roles", "male"):
            return "m"
        if word in words("titles", "honorifics", "female") or word in words("titles", "roles", "female"):
            return "f"
    return None


@functools.cache
def type_of(name: str) -> str:
    """Return the codebook's type of a body by the nouns in its name.

    >>> type_of("Ministry of Transport"), type_of("Corvane Air")
    ('government', 'organisation')
    """
    parts = name.lower().split()
    for kind, nouns in load("bodies")["types"].items():
        if any(p in nouns for p in parts):
            return str(kind)
    return "organisation"
