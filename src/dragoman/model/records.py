"""Reports and findings as they are kept: JSON that gives back the very same values."""

import dataclasses
from collections.abc import Mapping
from functools import cache
from typing import Any, get_type_hints

from dragoman.model.document import Document, Mark, Reference, ReportDate
from dragoman.model.findings import KINDS, Finding, Spans
from dragoman.model.moment import Moment
from dragoman.model.span import Span

Record = dict[str, Any]


def finding_to_record(finding: Finding) -> Record:
    """Return everything a finding says, by field; a span as `[start, end, words]`."""
    record: Record = {"kind": finding.kind}
    for name, hint in _hints(finding.kind).items():
        value = getattr(finding, name)
        if hint == Spans:
            record[name] = [[s.start, s.end, s.text] for s in value]
        else:
            record[name] = list(value) if isinstance(value, tuple) else value
    return record


def finding_from_record(record: Mapping[str, Any]) -> Finding:
    """Return the finding that `finding_to_record` wrote; its id follows from what it says."""
    kind = record["kind"]
    values: dict[str, Any] = {}
    for name, hint in _hints(kind).items():
        if name not in record:  # a field that came later than the record keeps its default
            continue
        value = record[name]
        if hint == Spans:
            values[name] = tuple(Span(*parts) for parts in value)
        else:
            values[name] = tuple(value) if isinstance(value, list) else value
    return KINDS[kind](**values)


@cache
def _hints(kind: str) -> dict[str, Any]:
    hints = get_type_hints(KINDS[kind])
    return {f.name: hints[f.name] for f in dataclasses.fields(KINDS[kind])}


def document_to_record(document: Document) -> Record:
    """Return all of a report but its text, spans as `[start, end]`."""
    return {
        "id": document.id,
        "headline": document.headline,
        "title": _ends(document.title),
        "dateline": _ends(document.dateline),
        "paragraphs": [_ends(s) for s in document.paragraphs],
        "marks": [[m.number, *(_ends(m.span) or ())] for m in document.marks],
        "references": [[r.number, *(_ends(r.span) or ()), r.url] for r in document.references],
        "comments": [_ends(s) for s in document.comments],
        "date": str(document.date.value) if document.date.value else None,
        "date_origin": document.date.origin,
        "date_assumed": document.date.assumed,
        "publisher": document.publisher,
        "url": document.url,
        "licence": document.licence,
        "language": document.language,
        "remarks": list(document.remarks),
        "source": document.source,
        "sha256": document.sha256,
    }


def _ends(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def document_from_record(record: Mapping[str, Any], text: str) -> Document:
    """Return the report whose text is `text` and whose other parts `document_to_record` wrote."""

    def span(ends: list[int] | None) -> Span | None:
        return None if ends is None else Span.of(text, *ends)

    def spans(many: list[list[int]]) -> tuple[Span, ...]:
        return tuple(Span.of(text, *ends) for ends in many)

    return Document(
        id=record["id"],
        text=text,
        headline=record["headline"],
        title=span(record["title"]),
        dateline=span(record["dateline"]),
        paragraphs=spans(record["paragraphs"]),
        marks=tuple(Mark(n, Span.of(text, start, end)) for n, start, end in record["marks"]),
        references=tuple(Reference(n, Span.of(text, start, end), url) for n, start, end, url in record["references"]),
        comments=spans(record["comments"]),
        date=ReportDate(Moment(record["date"]) if record["date"] else None, record["date_origin"], record["date_assumed"]),
        publisher=record["publisher"],
        url=record["url"],
        licence=record["licence"],
        language=record["language"],
        remarks=tuple(record["remarks"]),
        source=record["source"],
        sha256=record["sha256"],
    )


__all__ = ["document_from_record", "document_to_record", "finding_from_record", "finding_to_record"]
