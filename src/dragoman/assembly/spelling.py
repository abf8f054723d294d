"""One name in several spellings: as newsrooms write what another script or an accent spells."""

import functools
import re
import unicodedata

_WITHIN = (
    ("tsch", "ch"), ("tch", "ch"), ("dzh", "j"), ("dj", "j"), ("kh", "h"), ("gh", "g"), ("ph", "f"), ("ck", "k"), ("q", "k"),
    ("w", "v"), ("ou", "u"), ("ue", "u"), ("oe", "o"), ("ae", "a"), ("x", "ks"),
)  # fmt: skip
_END = re.compile(r"(?:iy|yi|yy|ij|ii|ey|ei|i|y|j)$")


@functools.lru_cache(maxsize=20_000)
def spelled(name: str) -> str:
    """Return a person's name as all its usual spellings have in common: the surname folded, of the other names the consonants.

    >>> spelled("Volodymyr Zelensky") == spelled("Volodymyr Zelenskyy") == spelled("Volodimir Zelenskiy")
    True
    >>> spelled("Mohammed Karim") == spelled("Muhammad Karim"), spelled("Jörg Müller") == spelled("Joerg Mueller")
    (True, True)
    >>> spelled("Anna Kovač") == spelled("Anna Kovar"), spelled("Ivan Petrov") == spelled("Ivana Petrova")
    (False, False)
    """
    *given, last = name.casefold().split() or [""]
    return " ".join([*(_consonants(_folded(g)) for g in given), _folded(last)])


def _folded(word: str) -> str:
    word = "".join(c for c in unicodedata.normalize("NFKD", word) if c.isalpha())
    for written, sound in _WITHIN:
        word = word.replace(written, sound)
    word = re.sub(r"(.)\1+", r"\1", word)
    return _END.sub("y", word)


def _consonants(word: str) -> str:
    """A given name without its vowels, but for the one that ends it: Ivan is not Ivana, Georg not Georgi."""
    last = word[-1:]
    return re.sub(r"[aeiouy]", "", word[:-1]) + ("y" if last == "i" else "" if last in "eou" else last)


__all__ = ["spelled"]
