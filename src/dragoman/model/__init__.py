"""The values every layer speaks in: reports, spans, citations, findings. Frozen; imports nothing of ours."""

from dragoman.model.citation import Citation, Claim, Notice, SentenceKind
from dragoman.model.coded import Coded
from dragoman.model.document import DateOrigin, Document, Mark, Reference, ReportDate
from dragoman.model.errors import (
    CitationError,
    CodedError,
    DragomanError,
    JudgementError,
    LanguageError,
    OutletsError,
    PlaceTakenError,
    RuleError,
    SourceError,
    StepsError,
    StoreError,
)
from dragoman.model.fields import FieldError, check_about
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
from dragoman.model.judgement import Judgement, Verdict, join, judge, places, undo
from dragoman.model.moment import Moment
from dragoman.model.plain import coded_from_plain, coded_to_plain
from dragoman.model.records import document_from_record, document_to_record, finding_from_record, finding_to_record
from dragoman.model.span import Span
from dragoman.model.withholding import COVER, Withholding

__all__ = [
    "COVER", "KINDS", "Actor", "Assessment", "Certainty", "Citation", "CitationError", "Claim", "Coded", "CodedError",
    "Commitment", "Condition", "DateOrigin", "Deadline", "Document", "DragomanError", "Event", "FieldError", "Finding", "Ids",
    "Instrument", "Judgement", "JudgementError", "LanguageError", "Mark", "Moment", "Notice", "OutletsError",
    "PlaceTakenError", "Position", "Reference", "Relation", "ReportDate", "RuleError", "SentenceKind", "SourceError",
    "Span", "Spans", "Statement", "StepsError", "StoreError", "Threat", "Track", "Verdict", "Withholding", "bytes_hash",
    "check_about", "coded_from_plain", "coded_to_plain", "content_hash", "document_from_record", "document_to_record",
    "finding_from_record", "finding_to_record", "join", "judge", "places", "undo",
]  # fmt: skip
