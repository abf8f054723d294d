"""Numbered references: each is one cited passage of one report."""

import math
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from dragoman.assembly import Dossier
from dragoman.briefing.days import day_words
from dragoman.briefing.quoting import quoted, shown
from dragoman.briefing.vocabulary import table
from dragoman.model import Citation, Claim, Document, Span

_QUOTED = 40  # words of a passage in print; the page marks the whole
_NEAR = 60  # characters


@dataclass(frozen=True)
class Footnote:
    """Passage `span` of a report, cited as [number]."""

    number: int
    document: Document
    span: Span

    def line(self, first: int | None = None) -> str:
        """The reference as one line: publisher, headline, date, address (or `first`, where these stand) and the exact words."""
        words = quoted(shown(self.span, _QUOTED))
        if first is not None and first != self.number:
            return f"[{self.number}] As [{first}]: {words}"
        parts = [self.document.publisher, shown_headline(self.document), dated(self.document), self.document.url]
        return f"[{self.number}] {', '.join(p for p in parts if p)}: {words}"


@dataclass(frozen=True)
class Footnotes:
    """All footnotes; passages that overlap, or all but touch within a sentence, are one, so that no two share a word."""

    every: tuple[Footnote, ...]
    printed: int

    @property
    def notes(self) -> tuple[Footnote, ...]:
        """The footnotes of the sentences; those of tables and drawings alone come after them in `every`."""
        return self.every[: self.printed]

    @property
    def firsts(self) -> dict[str, int]:
        """The number of each report's first passage, by the report's id."""
        out: dict[str, int] = {}
        for n in self.every:
            out.setdefault(n.document.id, n.number)
        return out

    @property
    def lines(self) -> tuple[str, ...]:
        """The references in print; a report is described in full at its first passage only."""
        return tuple(n.line(self.firsts[n.document.id]) for n in self.notes)

    def numbers(self, claim: Claim) -> tuple[int, ...]:
        """Return the numbers of a claim's passages, rising."""
        return self.numbers_of(claim.citations)

    def numbers_of(self, citations: Iterable[Citation]) -> tuple[int, ...]:
        """Return the numbers of passages, rising."""
        return tuple(sorted({self._of(c) for c in citations}))

    def marks(self, claim: Claim) -> str:
        """Return `[1][4]`."""
        return self.marks_of(claim.citations)

    def marks_of(self, citations: Iterable[Citation]) -> str:
        """Return `[1][4]` for passages, empty for none."""
        return "".join(f"[{n}]" for n in self.numbers_of(citations))

    def _of(self, citation: Citation) -> int:
        starts = self._by_place[citation.document]
        return starts[bisect_right(starts, (citation.start, math.inf)) - 1][1]

    @cached_property
    def _by_place(self) -> dict[str, list[tuple[int, int]]]:
        """Where each footnote starts, and its number, in order of place, by document."""
        out: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for n in sorted(self.every, key=lambda n: n.span.start):
            out[n.document.id].append((n.span.start, n.number))
        return out


def footnotes(dossier: Dossier, claims: Iterable[Claim], others: Iterable[Citation] = ()) -> Footnotes:
    """Return the passages that the claims, then tables and drawings cite, overlapping ones joined, numbered by first use."""
    told = [c for claim in claims for c in claim.citations]
    order = [*told, *others]
    cited = dict.fromkeys(c.document for c in order)
    joined = {d: _joined(dossier.document[d].text, (c for c in order if c.document == d)) for d in cited}
    where = [(c.document, joined[c.document][bisect_right(joined[c.document], (c.start, math.inf)) - 1]) for c in order]
    notes = tuple(
        Footnote(number, dossier.document[d], dossier.document[d].span(start, end))
        for number, (d, (start, end)) in enumerate(dict.fromkeys(where), 1)
    )
    return Footnotes(notes, len(set(where[: len(told)])))


def _run_on(between: str) -> bool:
    """Whether two passages of one sentence stand so near that one reference serves both."""
    return len(between) <= _NEAR and not re.search(r"[.?!][\"”’)]?\s|\n", between)


def _joined(text: str, citations: Iterable[Citation]) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    for start, end in sorted({(c.start, c.end) for c in citations}):
        if out and (start < out[-1][1] or _run_on(text[out[-1][1] : start])):
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out


def shown_headline(document: Document) -> str:
    """Return the report's headline, else its id, on one line."""
    return " ".join((document.headline or document.id).split())


def dated(document: Document) -> str:
    """Return the date with its origin, `25 July 2025 (assumed: from an address in the references)`."""
    date = document.date
    if date.value is None:
        return "date unknown"
    how = table("origins")[date.origin]
    if date.assumed:
        return f"{day_words(str(date.value))} (assumed, {how})"
    return f"{day_words(str(date.value))} ({how})"
