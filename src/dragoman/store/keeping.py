"""Putting a report and its findings into the dossier, all of it or nothing."""

import json
from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import Connection, insert, select, text

from dragoman.model import Coded, Document, Finding, PlaceTakenError, bytes_hash, document_to_record, finding_to_record
from dragoman.store.entries import Placing
from dragoman.store.placing import place, text_hash
from dragoman.store.tables import coding, finding, raw, report

_CANONICAL = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def keep(connection: Connection, coded: Coded, content: bytes, form: str, coder: str, added: str) -> Placing:
    """Write what is new of a coded report and its raw bytes; return where it was put."""
    document = coded.document
    if bytes_hash(content) != document.sha256:
        raise PlaceTakenError(f"{document.id}: the bytes are not those that the report was read from; it was left out.")
    placing = place(connection, document, coder)
    if placing.document != document.id:
        raise PlaceTakenError(f"{document.id}: the dossier knows its address as {placing.document!r}; code it under that id.")
    if placing.outcome in ("new", "version"):
        _keep_report(connection, document, placing, content, form, added)
    if placing.outcome == "known":
        _require_same(connection, document, _number(connection, placing), coded.findings, coder)
    else:
        _keep_findings(connection, _number(connection, placing), coded.findings, coder, added)
    return placing


def named(document: Document, placing: Placing) -> Document:
    """Return the report under the id by which the dossier knows it."""
    return document if document.id == placing.document else replace(document, id=placing.document)


def _require_same(connection: Connection, document: Document, number: int, findings: Iterable[Finding], coder: str) -> None:
    """Refuse a coding that says something else than the one on record by the same coder."""
    made = select(coding.c.number).where((coding.c.report == number) & (coding.c.coder == coder))
    known = connection.execute(select(finding.c.id).where(finding.c.coding == made.scalar_subquery())).scalars()
    if set(known) != {f.id for f in findings}:
        raise PlaceTakenError(
            f"{document.id}: this coding is not the one that the dossier has from {coder!r}; it was left out. "
            "Where a person corrected it, say who: --coder NAME"
        )


def _number(connection: Connection, placing: Placing) -> int:
    at = (report.c.document == placing.document) & (report.c.version == placing.version)
    number: int = connection.execute(select(report.c.number).where(at)).scalar_one()
    return number


def _keep_report(
    connection: Connection, document: Document, placing: Placing, content: bytes, form: str, added: str
) -> None:
    if connection.execute(select(raw.c.sha256).where(raw.c.sha256 == document.sha256)).first() is None:
        connection.execute(insert(raw).values(sha256=document.sha256, size=len(content), content=content))
    row = connection.execute(
        insert(report).values(
            document=document.id,
            version=placing.version,
            sha256=document.sha256,
            form=form,
            text_sha256=text_hash(document.text),
            address=document.url,
            date=str(document.date.value) if document.date.value else None,
            publisher=document.publisher,
            headline=document.headline,
            text=document.text,
            about=_CANONICAL.encode(document_to_record(document)),
            added=added,
        )
    )
    words = {"number": row.lastrowid, "headline": document.headline or "", "text": document.text}
    connection.execute(text("INSERT INTO words(rowid, headline, text) VALUES (:number, :headline, :text)"), words)


def _keep_findings(connection: Connection, number: int, findings: Iterable[Finding], coder: str, added: str) -> None:
    rows = [
        {"place": i, "id": f.id, "kind": f.kind, "certainty": f.certainty, "content": _CANONICAL.encode(finding_to_record(f))}
        for i, f in enumerate(findings)
    ]
    made = connection.execute(insert(coding).values(report=number, coder=coder, findings=len(rows), added=added))
    if rows:
        connection.execute(insert(finding), [{"coding": made.lastrowid, **row} for row in rows])
