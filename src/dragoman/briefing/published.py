"""A briefing as composed, before it takes a form."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from dragoman.analysis import Analysis
from dragoman.assembly import Dossier
from dragoman.briefing.references import Footnotes, footnotes
from dragoman.model import Citation, Claim, Commitment, Event, Notice, Position

_FOREMOST = 4


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
    headline_claim: Claim | None = None
    weighty: int = 0

    @property
    def foremost(self) -> tuple[Claim, ...]:
        """The few possible readings that matter most, for forms that show no more."""
        return self.possible[: min(self.weighty, _FOREMOST)]

    @property
    def headline_cited(self) -> tuple[Citation, ...]:
        """What a headline of ours rests on; empty where it is the report's own."""
        return self.headline_claim.citations if self.headline_claim else ()

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """Every sentence in printed order, the headline's and the less sure readings left out."""
        return tuple(c for p in self.paragraphs for c in p.claims)

    @cached_property
    def notes(self) -> Footnotes:
        """The cited passages, numbered by first use."""
        return footnotes(self.dossier, (*self._headed(), *self.claims, *self.foremost), self._shown_beside())

    def _headed(self) -> tuple[Claim, ...]:
        return (self.headline_claim,) if self.headline_claim else ()

    def _shown_beside(self) -> Iterator[Citation]:
        """What tables and drawings cite: all positions, conditions, deadlines, commitments and dated events."""
        for reading in self.possible:
            yield from reading.citations
        for r in self.dossier.requirements:
            yield from r.citations
        yield from (w.citation for s in self.dossier.steps for w in s.wordings[:1])
        for found in (*self.dossier.of(Position), *self.dossier.of(Event), *self.dossier.of(Commitment)):
            yield from self.dossier.cite(found)
        for due in self.analysis.deadlines:
            yield from due.citations
        yield from (c for found in self.analysis.hinges.values() for h in found for c in h.citations)
