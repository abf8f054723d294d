"""Findings to and from the codebook's JSON form."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any, get_type_hints

from dragoman.model.coded import Coded
from dragoman.model.document import Document
from dragoman.model.errors import CitationError, CodedError
from dragoman.model.fields import FieldError, check_about, fitting, lacking, shown, what_to_write
from dragoman.model.findings import KINDS, Actor, Condition, Finding, Ids, Spans, Statement
from dragoman.model.span import Span

_LINKS: dict[str, type[Finding]] = {"statement": Statement, "condition": Condition, "same_as": Finding}
"""The fields that name another record, with the kind that it must be."""
_SHORT = {"actor": "a", "statement": "s", "position": "p", "condition": "c", "deadline": "d", "commitment": "m",
          "threat": "t", "event": "e", "track": "k", "instrument": "i", "assessment": "j"}  # fmt: skip
_HINTS: dict[str, dict[str, Any]] = {kind: get_type_hints(cls) for kind, cls in KINDS.items()}


def coded_to_plain(coded: Coded) -> dict[str, Any]:
    """Return the report's coding in the codebook's form: `doc_id`, `title`, `date`, `coder`, `records`.

    Records get short ids in order (a1, s1, p1 ...), which a person can type; references between records use them.
    """
    document, counts, names = coded.document, dict.fromkeys(_SHORT, 0), {}
    for finding in coded.findings:
        counts[finding.kind] += 1
        names[finding.id] = f"{_SHORT[finding.kind]}{counts[finding.kind]}"
    about = {"publisher": document.publisher, "url": document.url, "licence": document.licence}
    return {
        "doc_id": document.id,
        "title": document.headline,
        "date": str(document.date.value) if document.date.value else None,
        "date_origin": document.date.origin,
        "date_assumed": document.date.assumed,
        **{k: v for k, v in about.items() if v},
        "coder": next((f.coder for f in coded.findings if f.coder), None),
        "records": [_record(f, names) for f in coded.findings],
    }


def _record(finding: Finding, names: Mapping[str, str]) -> dict[str, Any]:
    record: dict[str, Any] = {"id": names[finding.id], "kind": finding.kind}
    hints = _HINTS[finding.kind]
    for f in fields(finding):
        if f.name in ("document", "spans", "coder"):
            continue
        value = getattr(finding, f.name)
        if f.name == "aliases":
            record[f.name] = list(value)
        elif hints[f.name] == Ids:
            record[f.name] = _one_or_many([names[v] for v in value])
        elif hints[f.name] == Spans:
            record[f.name] = _one_or_many([span_to_plain(s) for s in value])
        elif f.name in _LINKS:
            record[f.name] = names[value] if value else None
        else:
            record[f.name] = value
    for absent in ("same_as", "candidates"):
        if not record.get(absent):
            record.pop(absent, None)
    if isinstance(finding, Statement):
        record["content"] = _one_or_many([span_to_plain(s) for s in finding.spans])
    record["spans"] = [span_to_plain(s) for s in finding.spans]
    return record


def span_to_plain(span: Span) -> dict[str, Any]:
    """Return `{start, end, text}`."""
    return {"start": span.start, "end": span.end, "text": span.text}


def _one_or_many(values: list[Any]) -> Any:
    return None if not values else values[0] if len(values) == 1 else values


def coded_from_plain(plain: Mapping[str, Any], document: Document) -> Coded:
    """Return the report with the findings of a coded file, made by machine or by hand.

    Raises `CodedError`, naming record and field, where a record does not fit the codebook or a span does not fit the text.
    """
    by_name = _records(plain, document)
    reader = _Reader(document, by_name, plain.get("coder") or "unknown")
    return Coded(document, tuple(reader.finding(name) for name in by_name))


def _records(plain: Mapping[str, Any], document: Document) -> dict[str, Mapping[str, Any]]:
    """The records by their ids."""
    try:
        check_about(plain)
    except FieldError as error:
        raise CodedError(f"{document.id}: the coded file has {error}.") from None
    records = plain.get("records")
    if not isinstance(records, list):
        raise CodedError(f"{document.id}: the coded file has no list 'records'.")
    by_name: dict[str, Mapping[str, Any]] = {}
    for number, record in enumerate(records, 1):
        if not isinstance(record, Mapping) or not isinstance(record.get("id"), str) or not record["id"]:
            raise CodedError(f"{document.id}: record {number} has no 'id' in words; give it one that no other record has.")
        if record["id"] in by_name:
            raise CodedError(f"{document.id}: the id {shown(record['id'])} is used twice; every record needs its own.")
        by_name[record["id"]] = record
    return by_name


class _Reader:
    """Builds findings from records in the order in which they refer to one another."""

    def __init__(self, document: Document, records: Mapping[str, Mapping[str, Any]], coder: str) -> None:
        self.document, self.records, self.coder = document, records, coder
        self.done: dict[str, Finding] = {}
        self.open: set[str] = set()

    def finding(self, name: str) -> Finding:
        if name in self.done:
            return self.done[name]
        if name in self.open:
            raise CodedError(f"{self.document.id}: record {name!r} refers to itself in a circle; remove one of the links.")
        self.open.add(name)
        record = self.records[name]
        kind = record.get("kind")
        if not isinstance(kind, str) or kind not in KINDS:
            raise self.error(name, f"has the unknown kind {shown(kind)}; known: {', '.join(KINDS)}.")
        self.done[name] = KINDS[kind](**self.values(name, kind, record))
        self.open.discard(name)
        return self.done[name]

    def values(self, name: str, kind: str, record: Mapping[str, Any]) -> dict[str, Any]:
        """The fields of a record as its kind holds them."""
        values: dict[str, Any] = {"document": self.document.id, "coder": self.coder, "certainty": "sure"}
        for field, hint in _HINTS[kind].items():
            if field in ("document", "coder", "kind") or field not in record:
                continue
            values[field] = self.value(name, field, hint, record[field])
        if kind == "statement" and "spans" not in values:
            values["spans"] = self.value(name, "content", Spans, record.get("content"))
        if not values.get("spans"):
            raise self.error(name, "has no span; every record rests on words of the text.")
        if kind == "actor" and values.get("name") is None:  # nobody's name is in the text: it is called by its first words
            values["name"] = values["spans"][0].text
        values = {k: v for k, v in values.items() if v is not None}
        if missing := lacking(KINDS[kind], values):
            raise self.error(name, f"lacks {missing}, which a {kind} has; {what_to_write(missing, _HINTS[kind][missing])}.")
        return values

    def error(self, name: str, told: str) -> CodedError:
        return CodedError(f"{self.document.id}: record {shown(name)} {told}")

    def value(self, name: str, field: str, hint: Any, raw: Any) -> Any:
        if field == "aliases":  # plain words, though their type is that of ids
            return tuple(self.plain(name, field, str, a) for a in _as_list(raw) if a is not None)
        if hint == Ids:
            if field == "acts_for" and isinstance(raw, str) and raw == name:
                raise self.error(name, "acts for itself; give acts_for the id of another actor, or null.")
            return tuple(self.link(name, field, v, Actor) for v in _as_list(raw) if v is not None)
        if hint == Spans:
            return tuple(self.span(name, field, s) for s in _as_list(raw) if s is not None)
        if field in _LINKS:
            return None if raw is None else self.link(name, field, raw, _LINKS[field])
        return self.plain(name, field, str | None if field == "name" and self.records[name]["kind"] == "actor" else hint, raw)

    def plain(self, name: str, field: str, hint: Any, raw: Any) -> Any:
        try:
            return fitting(field, hint, raw)
        except FieldError as error:
            raise self.error(name, f"has {error}.") from None

    def link(self, name: str, field: str, target: Any, kind: type[Finding]) -> str:
        wanted = kind.kind if kind is not Finding else self.records[name]["kind"]
        write = f"write the id of {'an' if wanted[0] in 'aei' else 'a'} {wanted}, or null"
        if not isinstance(target, str) or target not in self.records:
            raise self.error(name, f"names {shown(target)} in {field}; there is no such record: {write}.")
        found = self.finding(target)
        if found.kind != wanted:
            raise self.error(name, f"names {shown(target)} in {field}, which is of the kind {found.kind}: {write}.")
        return found.id

    def span(self, name: str, field: str, raw: Any) -> Span:
        try:
            start, end, text = raw["start"], raw["end"], raw["text"]
            if not (type(start) is type(end) is int and isinstance(text, str)):  # a truth value counts as a number otherwise
                raise TypeError
            span = Span(start, end, text)
        except (KeyError, TypeError, CitationError):
            raise self.error(name, f"has {field}={shown(raw)}, no span with start, end and the words between them.") from None
        stands = self.document.text[start:end]
        if stands != text:
            raise self.error(
                name,
                f"has words in {field} that do not stand there: the text at {start}:{end} is {shown(stands)}, not {shown(text)}. "
                "Correct the offsets, or code the report again.",
            )
        return span


def _as_list(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list | tuple) else [value]
