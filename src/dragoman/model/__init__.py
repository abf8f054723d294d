"""The values every layer speaks in: reports, spans, citations, findings. Frozen; imports nothing of ours."""

from dragoman.model.citation import Citation, Claim, Notice, SentenceKind
from dragoman.model.coded import Coded
from dragoman.model.document import DateOrigin, Document, Mark, Reference, ReportDate
from dragoman.model.errors import (
    CitationError,
    CodedError,
    DragomanError,
    LanguageError,
    SourceError,
    StepsError,
)
from dragoman.model.findings import (
    KINDS,
    Actor,
    Assessment,
    Certainty,
    Commitment,
    Condition,
    Deadline,
    Event,
    Finding,
    Ids,
    Instrument,
    Position,
    Relation,
    Spans,
    Statement,
    Threat,
    Track,
)
from dragoman.model.identity import bytes_hash, content_hash
from dragoman.model.moment import Moment
from dragoman.model.plain import coded_from_plain, coded_to_plain
from dragoman.model.span import Span

__all__ = [
    "KINDS", "Actor", "Assessment", "Certainty", "Citation", "CitationError", "Claim", "Coded", "CodedError",
    "Commitment", "Condition", "DateOrigin", "Deadline", "Document", "DragomanError", "Event", "Finding", "Ids",
    "Instrument", "LanguageError", "Mark", "Moment", "Notice", "Position", "Reference", "Relation", "ReportDate", "SentenceKind",
    "SourceError", "Span", "Spans", "Statement", "StepsError", "Threat", "Track", "bytes_hash", "coded_from_plain",
    "coded_to_plain", "content_hash",
]  # fmt: skip
