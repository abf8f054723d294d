"""Giving back what the dossier holds: the reports as they were read, their findings, where words stand."""

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, func, select, text

from dragoman.model import Actor, Coded, Document, Finding, document_from_record, finding_from_record
from dragoman.store.carrying import Carried, carry
from dragoman.store.entries import Entry, Hit, Status
from dragoman.store.tables import coding, erasure, finding, report


def recall(connection: Connection, upto: str | None = None, about: str | None = None) -> Iterator[Coded]:
    """Yield every report that is not erased, in its current version, with its findings, in the order of ids.

    `upto` leaves out what was added after that time, `about` every report that does not hold all these words.
    """
    for row in _current(connection, upto, about):
        number = _coding_of(connection, row.number, upto)
        document = document_from_record(json.loads(row.about), row.text)
        findings = _findings(connection, number) if number is not None else ()
        yield Coded(document, _with_earlier(connection, row, document, findings, number, upto))


def _with_earlier(
    connection: Connection, row: Any, document: Document, findings: tuple[Finding, ...], number: int | None, upto: str | None
) -> tuple[Finding, ...]:
    """A program's findings with those in place that a person made of an earlier version and whose words still stand."""
    if number is not None and _is_of_a_person(connection, number):
        return findings
    earlier = carried(connection, row.document, row.number, document, upto)
    if earlier is None:
        return findings
    taken = [(f.kind, s.start, s.end) for f in earlier.findings if not isinstance(f, Actor) for s in f.spans]
    free = [f for f in findings if isinstance(f, Actor) or not any((f.kind, s.start, s.end) in taken for s in f.spans)]
    return (*free, *earlier.findings)


def carried(connection: Connection, name: str, newest: int, document: Document, upto: str | None = None) -> Carried | None:
    """Return what became, in the version `document`, of what a person found in an earlier one; None where none did."""
    rows = connection.execute(
        select(report).where((report.c.document == name) & report.c.text.is_not(None) & (report.c.number != newest))
    )
    for row in sorted(rows, key=lambda r: -r.number):
        number = _coding_of(connection, row.number, upto)
        if number is None:
            continue
        if _is_of_a_person(connection, number):
            old = document_from_record(json.loads(row.about), row.text)
            return carry(_findings(connection, number), old, document)
    return None


def _is_of_a_person(connection: Connection, number: int) -> bool:
    coder: str = connection.execute(select(coding.c.coder).where(coding.c.number == number)).scalar_one()
    return not coder.startswith("dragoman ")


def current(connection: Connection, name: str) -> tuple[int, Document] | None:
    """Return the number and the text of a report's newest version, None where there is none."""
    found = [row for row in _current(connection, None) if row.document == name]
    return (found[0].number, document_from_record(json.loads(found[0].about), found[0].text)) if found else None


def _current(connection: Connection, upto: str | None, about: str | None = None) -> list[Any]:
    """One row a report: of its versions the one of the latest date, then the longest, whatever the order of adding."""
    kept = select(report).where(report.c.text.is_not(None)).order_by(report.c.document, report.c.number)
    if upto is not None:
        kept = kept.where(report.c.added <= upto)
    if about is not None:
        found = connection.execute(text("SELECT rowid FROM words WHERE words MATCH :asked"), {"asked": _asked(about)}).scalars()
        held = select(report.c.document).where(report.c.number.in_(list(found)))
        kept = kept.where(report.c.document.in_(held))
    versions: dict[str, list[Any]] = defaultdict(list)
    for row in connection.execute(kept):
        versions[row.document].append(row)
    return [max(rows, key=lambda r: (r.date or "", len(r.text), r.text_sha256)) for rows in versions.values()]


def _coding_of(connection: Connection, number: int, upto: str | None) -> int | None:
    """The coding that counts: a person's before a program's, else the newest program's by its version."""
    made = select(coding.c.number, coding.c.coder).where(coding.c.report == number)
    if upto is not None:
        made = made.where(coding.c.added <= upto)
    rows = sorted(connection.execute(made), key=lambda row: _rank(row.coder))
    return rows[-1].number if rows else None


def _rank(coder: str) -> tuple[bool, list[tuple[int, str]]]:
    parts = re.findall(r"\d+|\D+", coder)
    return not coder.startswith("dragoman "), [(int(p), "") if p.isdigit() else (-1, p) for p in parts]


def _findings(connection: Connection, number: int) -> tuple[Finding, ...]:
    rows = connection.execute(select(finding.c.content).where(finding.c.coding == number).order_by(finding.c.place))
    return tuple(finding_from_record(json.loads(content)) for content in rows.scalars() if content is not None)


def texts(connection: Connection, document: str) -> list[tuple[Entry, Document | None]]:
    """Return the versions of a report with what was read, oldest first; None for one that was erased."""
    rows = connection.execute(select(report.c.number, report.c.about, report.c.text).where(report.c.document == document))
    read = {r.number: document_from_record(json.loads(r.about), r.text) if r.text is not None else None for r in rows}
    return [(e, read[e.number]) for e in entries(connection, document)]


def entries(connection: Connection, document: str | None = None) -> list[Entry]:
    """Return every version of every report, or of one report, in the order of adding."""
    most = select(func.max(coding.c.findings)).where(coding.c.report == report.c.number).scalar_subquery()
    gone = select(erasure.c.erased).where(erasure.c.report == report.c.number).exists()
    c = report.c
    columns = (c.number, c.document, c.version, c.date, c.publisher, c.headline, c.address, c.added)
    kept = select(*columns, func.coalesce(most, 0), gone).order_by(c.number)
    if document is not None:
        kept = kept.where(c.document == document)
    return [Entry(*row) for row in connection.execute(kept)]


def status(connection: Connection) -> Status:
    """Return how much there is."""
    found = entries(connection)
    days = sorted(e.date for e in found if e.date)
    return Status(
        reports=len({e.document for e in found}),
        versions=len(found),
        findings=sum(e.findings for e in found if not e.erased),
        erased=sum(e.erased for e in found),
        first=days[0] if days else None,
        last=days[-1] if days else None,
    )


def _asked(words: str) -> str:
    """Words as the index is asked for them: as they are, signs and all."""
    return " ".join('"' + w.replace('"', '""') + '"' for w in words.split())


def search(connection: Connection, words: str, most: int = 50) -> list[Hit]:
    """Return the reports that hold all these words, best first; the words are looked for as they are, signs and all."""
    asked = _asked(words)
    if not asked:
        return []
    found = connection.execute(
        text(
            "SELECT r.document, r.version, r.date, r.headline, snippet(words, 1, '', '', '…', 24) "
            "FROM words JOIN report r ON r.number = words.rowid WHERE words MATCH :asked ORDER BY rank, r.number LIMIT :most"
        ),
        {"asked": asked, "most": most},
    )
    return [Hit(*row) for row in found]
