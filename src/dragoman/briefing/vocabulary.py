"""The briefing's own words, as data."""

import tomllib
from functools import cache
from importlib import resources


@cache
def table(name: str) -> dict[str, str]:
    """Return a table of `words.toml`, such as the verb for each stance."""
    found = _all()[name]
    return dict(found) if isinstance(found, dict) else {}


@cache
def listed(name: str) -> frozenset[str]:
    """Return a list of `words.toml` as a set of words."""
    return frozenset(str(_all()[name]).split())


@cache
def _all() -> dict[str, object]:
    return tomllib.loads((resources.files("dragoman.briefing") / "words.toml").read_text(encoding="utf-8"))
