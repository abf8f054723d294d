"""The record of the table, out of one report or many."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from dragoman.assembly.corrections import Correction
from dragoman.assembly.joining import Joining
from dragoman.assembly.outlets import Outlet
from dragoman.model import (
    Citation,
    Condition,
    Document,
    Finding,
    Ids,
    Moment,
    Relation,
    Span,
)
from dragoman.model.coded import F


@dataclass(frozen=True)
class Party:
    """One actor across the reports: the actor records that are it, its display name, whom it acts for (party ids).

    `why` says, in a sentence each, why records under different names were taken as one.
    """

    id: str
    name: str
    type: str
    role: str | None
    acts_for: tuple[str, ...]
    aliases: tuple[str, ...]
    actors: Ids
    why: tuple[str, ...] = ()


@dataclass(frozen=True)
class Wording:
    """Words by which a step is named, and the condition that names it so."""

    text: str
    condition: str
    citation: Citation


@dataclass(frozen=True)
class Step:
    """Something that can come first or wait. `why` says, in a sentence each, why its wordings were taken as one step."""

    id: str
    name: str
    wordings: tuple[Wording, ...]
    why: tuple[str, ...] = ()
    takes: int = 0
    """How many days it takes, where the words say so."""


@dataclass(frozen=True)
class Requirement:
    """A condition of the record, with all its restatements: of `holders` (party ids), `gated` waits for `required` (step ids)."""

    id: str
    conditions: tuple[Condition, ...]
    holders: tuple[str, ...]
    gated: str
    required: str
    relation: Relation
    strict: bool
    certainty: str
    citations: tuple[Citation, ...]
    days: int = 0
    """At least so many days lie between, where the words say so."""
    alternatives: tuple[str, ...] = ()
    """Other steps (ids) of which any will do in place of `required`: "either a signed text or a vote"."""


@dataclass(frozen=True)
class Assumption:
    """That step `product` comes out of step `process`, so cannot precede it: inferred from the words, never said."""

    product: str
    process: str
    why: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True)
class Change:
    """How a side (`parties`, ids) moved on an issue between two reports: a shift, a restatement, a slip that its own side
    disowned, a condition that it softened or hardened; `on` is the day of the later word."""

    kind: Literal["shift", "restated", "slip_disowned", "softened", "hardened"]
    parties: tuple[str, ...]
    issue: str
    before: tuple[Citation, ...]
    to: tuple[Citation, ...]
    on: str
    given_up: Ids = ()
    """The positions (ids) that no longer hold: the stand that was left, its restatements and copies; or the slip."""


@dataclass(frozen=True)
class Contradiction:
    """Two reports, or two sides, that cannot both be right about one thing; the numbers are listed and never averaged.

    `settled` says that a correction has decided it for `b`.
    """

    about: str
    a: tuple[Citation, ...]
    b: tuple[Citation, ...]
    kind: Literal["number", "fact", "corrected"]
    settled: bool = False


@dataclass(frozen=True)
class Dossier:
    """Everything known of a negotiation as of a day. A pure function of reports, findings and judgements."""

    documents: tuple[Document, ...]
    findings: tuple[Finding, ...]
    parties: tuple[Party, ...]
    steps: tuple[Step, ...]
    requirements: tuple[Requirement, ...]
    assumptions: tuple[Assumption, ...]
    as_of: Moment | None
    copies: tuple[tuple[str, ...], ...] = ()
    """Groups of reports (ids) that tell the same in the same words: one origin each."""
    corrections: tuple[Correction, ...] = ()
    """Notices that correct a report; what they withdraw is not among the findings."""
    withdrawn: tuple[Finding, ...] = ()
    """What corrections have taken back, and what only repeats it."""
    changes: tuple[Change, ...] = ()
    """How the sides' positions moved, by day."""
    contradictions: tuple[Contradiction, ...] = ()
    outlets: Mapping[str, Outlet] = field(default_factory=dict)
    """What the user says of outlets, by publisher."""
    disputed: Ids = ()
    """The findings on which two people disagree; they count as possible."""
    promises: Joining = field(default_factory=Joining)
    """Which promises (ids of their findings) people said are one, and which two."""
    confirmed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Who accepted or corrected a finding, by its id."""

    @cached_property
    def document(self) -> dict[str, Document]:
        return {d.id: d for d in self.documents}

    @cached_property
    def finding(self) -> dict[str, Finding]:
        return {f.id: f for f in self.findings}

    @cached_property
    def step(self) -> dict[str, Step]:
        return {s.id: s for s in self.steps}

    @cached_property
    def party(self) -> dict[str, Party]:
        return {p.id: p for p in self.parties}

    @cached_property
    def party_of(self) -> dict[str, Party]:
        """The party of each actor record, by actor id."""
        return {a: p for p in self.parties for a in p.actors}

    def of(self, kind: type[F]) -> tuple[F, ...]:
        """Return the findings of one kind, by report date and place."""
        return tuple(f for f in self.findings if isinstance(f, kind))

    def cite(self, finding: Finding, spans: Iterable[Span] = ()) -> tuple[Citation, ...]:
        """Return citations of a finding's words, or of the given spans of its report."""
        return tuple(Citation(self.document[finding.document], s) for s in (tuple(spans) or finding.spans))

    def names(self, ids: Ids) -> tuple[str, ...]:
        """Return the display names of actor ids, each once."""
        return tuple(dict.fromkeys(self.party_of[i].name for i in ids))


__all__ = ["Assumption", "Change", "Contradiction", "Dossier", "Party", "Requirement", "Step", "Wording"]
