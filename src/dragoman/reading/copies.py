"""Near-copies: reports that tell the same in the same words, whoever printed them.

What stands between quotation marks is left out: two reporters who heard one speech quote it alike and are still two.
"""

import functools
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b

from dragoman.model import Document

RUN = 4
"""Words of one run: three are shared by chance, five are broken by every change of a word."""
ALIKE = 0.4
"""Two reports are copies where they share this part of the runs of the shorter one (`gold/copies.py` prints the figures)."""
LEAST = 10
"""Runs that two reports must share at least."""
COMMON = 25
"""A run that more reports have is a phrase of the trade, or the foot of a page."""
_QUOTED = re.compile(r'"[^"]{0,2000}"|“[^”]{0,2000}”|«[^»]{0,2000}»')
_WORD = re.compile(r"[^\W_]+")


def copies(documents: Iterable[Document]) -> tuple[tuple[str, ...], ...]:
    """Return the groups of near-copies, each of at least two report ids; an order of their own, not that of the reports."""
    runs = {d.id: runs_of(_told(d)) for d in documents}
    return tuple(tuple(g) for g in groups(runs) if len(g) > 1)


def _told(document: Document) -> str:
    """The body of a report: headline, references and comments are each publisher's own."""
    return "\n".join(p.text for p in document.paragraphs) or document.text


def runs_of(text: str) -> frozenset[int]:
    """Return the runs of four words that a text has outside quotation marks, as hashes; spelling and case made plain."""
    out: set[int] = set()
    for part in _QUOTED.split(unicodedata.normalize("NFKD", text)):
        words = [_plain(w) for w in _WORD.findall(part.casefold()) if not unicodedata.combining(w[0])]
        out.update(_hash(words[i : i + RUN]) for i in range(len(words) - RUN + 1))
    return frozenset(out)


@functools.lru_cache(maxsize=100_000)
def _plain(word: str) -> str:
    """A word without what British and American spelling, and transliterations, differ in: doubled letters, -our, -ise."""
    word = re.sub(r"(.)\1+", r"\1", word)
    return re.sub(r"(?<=..)our(?=\b|s\b|ed|ing|ab|it|le)", "or", re.sub(r"(?<=...)is(?=e|ing|at)", "iz", word)).replace("y", "i")


def _hash(words: Sequence[str]) -> int:
    """A hash that is the same in every process, unlike Python's own of strings."""
    return int.from_bytes(blake2b(" ".join(words).encode(), digest_size=8).digest())


def groups(runs: Mapping[str, frozenset[int]]) -> list[list[str]]:
    """Return every report in the group of its copies, alone where it has none, in the order of ids."""
    alike = _alike(runs)
    group = {name: [name] for name in runs}
    for (a, b), part in sorted(alike.items(), key=lambda pair: (-pair[1], pair[0])):
        if part < ALIKE:
            break
        one, two = group[a], group[b]
        if one is two or not _belong(one, two, alike):
            continue
        one += two
        for name in two:
            group[name] = one
    return sorted(sorted(g) for g in {id(g): g for g in group.values()}.values())


def _belong(one: Sequence[str], two: Sequence[str], alike: Mapping[tuple[str, str], float]) -> bool:
    """Whether two groups are one: on average their members are copies, and none shares nothing with one of the others.

    So a report merged from two does not make those two copies of each other.
    """
    parts = [alike.get((a, b) if a < b else (b, a), 0.0) for a in one for b in two]
    return min(parts) > 0 and sum(parts) >= ALIKE * len(parts)


def _alike(runs: Mapping[str, frozenset[int]]) -> dict[tuple[str, str], float]:
    """How much of the shorter one each pair shares, where it is more than chance."""
    having: dict[int, list[str]] = defaultdict(list)
    for name in sorted(runs):
        for run in runs[name]:
            having[run].append(name)
    shared: Counter[tuple[str, str]] = Counter()
    telling: Counter[str] = Counter()
    for names in having.values():
        if len(names) > COMMON:
            continue
        telling.update(names)
        shared.update((a, b) for i, a in enumerate(names) for b in names[i + 1 :])
    return {(a, b): n / min(telling[a], telling[b]) for (a, b), n in shared.items() if n >= LEAST}
