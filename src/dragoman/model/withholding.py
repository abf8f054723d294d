"""Protected people: where their names stand, and reports without them.

A report keeps its length: what is withheld is covered by `█`, sign for sign, so that every other place stays where it was.
"""

import html
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import fields, replace
from functools import cache, cached_property
from typing import Any, get_type_hints

from dragoman.model.coded import Coded
from dragoman.model.document import Document
from dragoman.model.findings import KINDS, Finding, Ids
from dragoman.model.identity import content_hash
from dragoman.model.records import document_from_record, document_to_record
from dragoman.model.span import Span

COVER = "█"
_GAP = r"(?:[\W_]|%20|\+)"
_EDGE, _END = r"(?<![^\W_])", r"(?![^\W_])"
_LINKS = ("statement", "condition", "same_as")
_SAME = {"y": "i", "j": "i", "w": "v", "q": "k", "c": "k", "z": "s", "x": "h", "’": "'", "ø": "o", "ł": "l", "đ": "d", "ı": "i"}
_PAIRS = {"ph": "f", "kh": "h", "ou": "u", "th": "t", "gh": "g", "dh": "d", "iu": "u", "ia": "a", "ie": "e"}
"""Sounds that are written in two ways when a name comes out of another script."""


class Withholding:
    """Covers the names of protected people, each given by all names; another spelling, the surname alone and initials count."""

    def __init__(self, people: Iterable[tuple[str, ...]]) -> None:
        self.names = tuple(sorted({n.strip() for names in people for n in names if n.strip()}))

    def __bool__(self) -> bool:
        return bool(self.names)

    def holds(self, text: str | None) -> bool:
        """Return whether a protected name stands in the text, plainly or as an address or page would write it."""
        if not text or not self:
            return False
        return any(self._found(t) for t in {text, _unquoted(text), html.unescape(text)})

    def cover(self, text: str) -> str:
        """Return the text, of the same length, with every protected name covered.

        >>> Withholding([("Ines Varga",)]).cover("VARGA, Ines and I. Vargha; see /ines-varga.html, but no vargas")
        '███████████ and █████████; see /██████████.html, but no vargas'
        """
        if not self or not text:
            return text
        out = list(text)
        for start, end in self._found(text):
            out[start:end] = COVER * (end - start)
        covered = "".join(out)
        return re.sub(r"\S*[%&]\S*", lambda m: COVER * len(m[0]) if self.holds(m[0]) else m[0], covered)

    def asks_for(self, words: str) -> bool:
        """Return whether words searched for are, or hold, a part of a protected name."""
        return any(_sounds(w)[0] in self._parts for w in re.findall(r"[^\W_]+", words)) or self.holds(words)

    def withhold(self, coded: Coded) -> Coded:
        """Return the report without the names, and without every finding that holds one or leads to one that does."""
        if not self:
            return coded
        document = self.document(coded.document)
        gone: set[str] = set()
        while more := {f.id for f in coded.findings if f.id not in gone and (self._tells(f) or gone & set(_linked(f)))}:
            gone |= more
        kept = [f for f in coded.findings if f.id not in gone]
        if document.id != coded.document.id:
            kept = _moved(kept, document.id)
        if gone or document != coded.document:
            document = replace(document, withheld=len(gone))
        return Coded(document, tuple(kept))

    def document(self, document: Document) -> Document:
        """Return the report with every name covered, in its text and in all that is told beside it."""
        record = document_to_record(document)
        text = self.cover(document.text)
        told = {k: self.cover(v) if isinstance(v, str) and k != "sha256" else v for k, v in record.items()}
        told["id"] = self.name(document.id)
        told["remarks"] = [self.cover(r) for r in record["remarks"]]
        told["references"] = [[*r[:3], self.cover(r[3]) if r[3] else r[3]] for r in record["references"]]
        return document_from_record(told, text)

    def name(self, document: str) -> str:
        """Return the id by which a report is shown: its own, or one that tells nothing where that holds a name."""
        return f"withheld-{content_hash(document, length=8)}" if self.holds(document) else document

    def _tells(self, finding: Finding) -> bool:
        told = (getattr(finding, f.name) for f in fields(finding) if f.name not in ("document", "coder"))
        return any(self.holds(t) for value in told for t in _texts(value))

    def _found(self, text: str) -> list[tuple[int, int]]:
        folded, places = _sounds(text)
        found = []
        for pattern, alone in self._patterns:
            for match in pattern.finditer(folded):
                start, end = places[match.start()][0], places[match.end() - 1][1]
                while end < len(text) and unicodedata.category(text[end]) in ("Mn", "Cf"):
                    end += 1
                if not alone or _is_name(text, start, end):
                    found.append((start, end))
        return found

    @cached_property
    def _parts(self) -> frozenset[str]:
        return frozenset(_sounds(w)[0] for n in self.names for w in re.findall(r"[^\W_]+", n) if len(w) > 1)

    @cached_property
    def _patterns(self) -> tuple[tuple[re.Pattern[str], bool], ...]:
        """How each name may stand, and whether it must be written as a name there."""
        return tuple(p for name in self.names for p in _ways(name))


def _ways(name: str) -> list[tuple[re.Pattern[str], bool]]:
    """All of a name, however joined; its last word with given names or initials around, or alone."""
    words = [w for w in (_sounds(w)[0] for w in re.findall(r"[^\W_]+", name)) if w]
    if not words:
        return []
    whole = f"{_GAP}*".join(map(re.escape, words))
    if len(words) == 1:
        return [(re.compile(_EDGE + whole + _END), True)]
    ways = [(re.compile(whole), False)]
    if len(words[-1]) > 1:
        given = "|".join(re.escape(w) for w in sorted({*words[:-1], *(w[0] for w in words[:-1])}, key=lambda w: (-len(w), w)))
        last = re.escape(words[-1])
        before = rf"{_EDGE}(?:{given}){_GAP}+(?:[^\W_]+{_GAP}+)?{last}{_END}"
        ways.append((re.compile(rf"{before}|{_EDGE}{last}{_GAP}{{1,2}}(?:{given}){_END}|{_EDGE}{last}{_END}"), True))
    return ways


def _is_name(text: str, start: int, end: int) -> bool:
    """Whether a single word is written as a name: with a capital, or within an address or the name of a file."""
    if any(c.isupper() for c in text[start:end]):
        return True
    return (start > 0 and text[start - 1] in "/-_.%=@+") or (end < len(text) and text[end] in "/-_%=@+")


def _sounds(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The text as names are compared, one letter for each sound and no marks, with the place that each letter came from."""
    signs: list[str] = []
    places: list[tuple[int, int]] = []
    for at, sign in enumerate(text):
        if unicodedata.category(sign) in ("Cf", "Mn"):
            continue
        for part in unicodedata.normalize("NFKD", sign).casefold():
            if unicodedata.combining(part):
                continue
            letter = _SAME.get(part, part)
            sound = _as_one(signs[-1], letter) if signs else None
            if sound:
                signs[-1], places[-1] = sound, (places[-1][0], at + 1)
            else:
                signs.append(letter)
                places.append((at, at + 1))
    return "".join(signs), places


def _as_one(before: str, letter: str) -> str | None:
    """The one letter for two that stand for one sound, a doubled letter among them."""
    return _PAIRS.get(before + letter) or (letter if letter == before and letter.isalpha() else None)


def _unquoted(text: str) -> str:
    """The text with the bytes that an address writes as %C3%A9 read as UTF-8."""
    return re.sub(r"(?:%[0-9A-Fa-f]{2})+", lambda m: bytes.fromhex(m[0].replace("%", "")).decode("utf-8", "replace"), text)


def _texts(value: Any) -> list[str]:
    """Every string in a value of a finding, the words of its spans among them."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [t for v in value for t in _texts(v)]
    return [value.text] if isinstance(value, Span) else []


def _linked(finding: Finding) -> list[str]:
    """The ids of the findings that a finding leads to."""
    many = [i for name in _ids(finding.kind) for i in getattr(finding, name)]
    return many + [i for name in _LINKS if (i := getattr(finding, name, None))]


@cache
def _ids(kind: str) -> tuple[str, ...]:
    hints = get_type_hints(KINDS[kind])
    return tuple(f.name for f in fields(KINDS[kind]) if hints[f.name] == Ids and f.name != "aliases")


def _moved(findings: list[Finding], document: str) -> list[Finding]:
    """The findings under another id of their report; as their ids follow from it, what leads to them is led anew."""
    by_id, done = {f.id: f for f in findings}, dict[str, Finding]()

    def moved(old: str) -> str:
        if old not in by_id:
            return old
        if old not in done:
            f = by_id[old]
            led: dict[str, Any] = {name: tuple(moved(i) for i in getattr(f, name)) for name in _ids(f.kind)}
            led |= {name: moved(i) for name in _LINKS if (i := getattr(f, name, None))}
            done[old] = replace(f, document=document, **led)
        return done[old].id

    for f in findings:
        moved(f.id)
    return [done[f.id] for f in findings]
