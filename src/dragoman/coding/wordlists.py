"""The codebook's words, read from the TOML files in `codebook/`: a new cue verb is a line there, not code."""

import functools
import tomllib
from importlib import resources
from typing import Any


@functools.cache
def load(name: str) -> dict[str, Any]:
    """Return the tables of `codebook/<name>.toml`."""
    text = (resources.files("dragoman.coding") / "codebook" / f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@functools.cache
def words(name: str, *keys: str) -> frozenset[str]:
    """Return a list of words of `codebook/<name>.toml` as a set; `keys` lead to it, table by table."""
    table: Any = load(name)
    for key in keys:
        table = table[key]
    return frozenset(table)
