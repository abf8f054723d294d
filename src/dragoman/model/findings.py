"""The kinds of the codebook, as frozen values.

Fields carry the codebook's names. Three things differ from its JSON form, and `plain` translates them: a field that holds
actors is always a tuple of actor ids (empty for null), `content` is `spans`, and a field that holds words is a tuple of spans.
"""

from dataclasses import dataclass, fields
from functools import cache, cached_property
from typing import ClassVar, Literal

from dragoman.model.identity import content_hash
from dragoman.model.span import Span

Ids = tuple[str, ...]
Spans = tuple[Span, ...]
Certainty = Literal["sure", "likely", "possible"]
ActorType = Literal["person", "state", "government", "organisation", "armed_group", "office", "coalition", "other"]
Manner = Literal["direct", "mixed", "indirect"]
Stance = Literal["demand", "propose", "support", "accept", "accept_if", "reject", "rule_out", "offer", "concede", "noncommittal"]
Relation = Literal["only_after", "unless", "until", "if", "together", "not_required"]
Bound = Literal["by", "or_sooner", "not_before", "exact"]
DeadlineStatus = Literal["pending", "met", "lapsed", "extended", "unknown"]
CommitmentStatus = Literal[
    "proposed", "announced", "agreed", "confirmed_by_receiver", "under_way", "delivered", "paused", "withdrawn"
]
ThreatStatus = Literal["threatened", "imposed", "lifted"]
EventType = Literal[
    "meeting", "call", "talks_round", "agreement", "signing", "exchange", "visit", "walkout", "suspension", "ceasefire",
    "violation", "attack", "sanction", "aid", "vote", "appointment", "protest", "other",
]  # fmt: skip
EventStatus = Literal["held", "under_way", "planned", "proposed", "requested", "cancelled", "failed"]
Level = Literal["leaders", "ministers", "delegations", "experts", "humanitarian", "international", "other"]
TrackStatus = Literal["proposed", "active", "advancing", "stalled", "suspended", "ended"]
InstrumentStatus = Literal["called_for", "draft", "proposed", "agreed", "signed", "in_force", "breached", "expired"]


@cache
def _names(kind: str) -> tuple[str, ...]:
    """The fields of a kind, in order."""
    return tuple(f.name for f in fields(KINDS[kind]))


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One record of a report: what its `spans` say, how sure the reading is, and who or what read it."""

    kind: ClassVar[str]

    document: str
    spans: Spans
    certainty: Certainty = "likely"
    coder: str = ""
    same_as: str | None = None

    @cached_property
    def id(self) -> str:
        """The content hash of everything the finding says, with the kind before it."""
        values = [(name, getattr(self, name)) for name in _names(self.kind)]
        return f"{self.kind}-{content_hash(self.kind, values)}"


@dataclass(frozen=True, kw_only=True)
class Actor(Finding):
    """Who acts, speaks or is negotiated with. `spans` holds the first full mention; `acts_for` the ids it represents."""

    kind: ClassVar[str] = "actor"

    name: str
    type: ActorType
    role: str | None = None
    acts_for: Ids = ()
    aliases: tuple[str, ...] = ()

    @cached_property
    def id(self) -> str:
        """Actors are named by everything in a report, so their id rests on report, name and coder alone."""
        return f"actor-{content_hash('actor', self.document, self.name, self.coder)}"


@dataclass(frozen=True, kw_only=True)
class Statement(Finding):
    """Somebody is reported to say, write or think something; `spans` is what is attributed (the content).

    `candidates` are the actors it may be, where the speaker is not resolved (then `speaker` is empty).
    """

    kind: ClassVar[str] = "statement"

    speaker: Ids = ()
    on_behalf_of: Ids = ()
    manner: Manner
    cue: Spans = ()
    source_span: Spans = ()
    addressee: Ids = ()
    via: Ids = ()
    said_on: str | None = None
    said_on_text: str | None = None
    candidates: Ids = ()


@dataclass(frozen=True, kw_only=True)
class Position(Finding):
    """An actor's attitude to something that is or could be negotiated."""

    kind: ClassVar[str] = "position"

    actor: Ids = ()
    issue: str
    stance: Stance
    addressee: Ids = ()
    statement: str | None = None
    on: str | None = None


@dataclass(frozen=True, kw_only=True)
class Condition(Finding):
    """One step waits for another: `gated` cannot come before `required` (see the codebook for each relation).

    `holder` is empty where the writer states it. `strict` is False where it is hedged.
    """

    kind: ClassVar[str] = "condition"

    holder: Ids = ()
    gated: str
    gated_span: Spans
    required: str
    required_span: Spans
    relation: Relation
    strict: bool = True
    statement: str | None = None


@dataclass(frozen=True, kw_only=True)
class Deadline(Finding):
    """A time by which something must or will happen."""

    kind: ClassVar[str] = "deadline"

    setter: Ids = ()
    addressee: Ids = ()
    what: str
    when_text: str
    date: str | None = None
    duration: str | None = None
    start: str | None = None
    bound: Bound | None = None
    consequence: str | None = None
    status: DeadlineStatus | None = None


@dataclass(frozen=True, kw_only=True)
class Commitment(Finding):
    """Something promised, agreed or handed over; different states of one promise are linked by `same_as`."""

    kind: ClassVar[str] = "commitment"

    giver: Ids = ()
    receiver: Ids = ()
    item: str
    quantity: float | None = None
    unit: str | None = None
    quantity_text: str | None = None
    status: CommitmentStatus


@dataclass(frozen=True, kw_only=True)
class Threat(Finding):
    """An actor announces a harm, if or when; `condition` is the id of a condition record."""

    kind: ClassVar[str] = "threat"

    actor: Ids = ()
    target: Ids = ()
    measure: str
    condition: str | None = None
    status: ThreatStatus = "threatened"


@dataclass(frozen=True, kw_only=True)
class Event(Finding):
    """Something that happened, is planned or failed, and bears on the negotiation."""

    kind: ClassVar[str] = "event"

    type: EventType
    plover: str | None = None
    participants: Ids = ()
    target: Ids = ()
    date: str | None = None
    date_text: str | None = None
    place: str | None = None
    status: EventStatus


@dataclass(frozen=True, kw_only=True)
class Track(Finding):
    """A line of talks with its own life."""

    kind: ClassVar[str] = "track"

    name: str
    parties: Ids = ()
    level: Level | None = None
    status: TrackStatus | None = None


@dataclass(frozen=True, kw_only=True)
class Instrument(Finding):
    """A text that is negotiated: draft, memorandum, agreement, resolution, list."""

    kind: ClassVar[str] = "instrument"

    name: str
    type: str | None = None
    parties: Ids = ()
    status: InstrumentStatus | None = None


@dataclass(frozen=True, kw_only=True)
class Assessment(Finding):
    """A judgement on state or outlook that is neither a party's position nor an event; no author means the writer."""

    kind: ClassVar[str] = "assessment"

    author: Ids = ()
    about: str


_ALL = (
    Actor,
    Statement,
    Position,
    Condition,
    Deadline,
    Commitment,
    Threat,
    Event,
    Track,
    Instrument,
    Assessment,
)
KINDS: dict[str, type[Finding]] = {c.kind: c for c in _ALL}
