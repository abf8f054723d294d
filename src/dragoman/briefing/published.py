"""A briefing as composed, before it takes a form."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from dragoman.analysis import Analysis
from dragoman.assembly import Dossier
from dragoman.briefing.references import Footnotes, footnotes
from dragoman.model import Citation, Claim, Commitment, Event, Notice, Position


@dataclass(frozen=True)
class Paragraph:
    """Sentences on one theme; `theme` is its short heading."""

    theme: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True)
class Briefing:
    """Headline, notices, paragraphs in the order of a reader's questions, and less sure readings apart."""

    headline: str
    notices: tuple[Notice, ...]
    paragraphs: tuple[Paragraph, ...]
    possible: tuple[Claim, ...]
    dossier: Dossier
    analysis: Analysis

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """Every sentence in printed order, the headline's and the less sure readings left out."""
        return tuple(c for p in self.paragraphs for c in p.claims)

    @cached_property
    def notes(self) -> Footnotes:
        """The cited passages, numbered by first use."""
        return footnotes(self.dossier, (*self.claims, *self.possible), self._shown_beside())

    def _shown_beside(self) -> Iterator[Citation]:
        """What tables and drawings cite: all positions, conditions, deadlines, commitments and dated events."""
        for r in self.dossier.requirements:
            yield from r.citations
        for found in (*self.dossier.of(Position), *self.dossier.of(Event), *self.dossier.of(Commitment)):
            yield from self.dossier.cite(found)
        for due in self.analysis.deadlines:
            yield from due.citations
