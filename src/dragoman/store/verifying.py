"""Checking that every byte is the one that was added: hashes, texts, the place of every quoted word."""

import json
from collections.abc import Callable, Iterator
from typing import Any

from sqlalchemy import Connection, select, text

from dragoman.model import DragomanError, Finding, bytes_hash, document_from_record, finding_from_record
from dragoman.model.findings import KINDS
from dragoman.store.entries import Fault
from dragoman.store.judging import judgement_from
from dragoman.store.placing import text_hash
from dragoman.store.tables import coding, erasure, finding, judgement, raw, report

Reread = Callable[[str, bytes, str], str]
"""Gives the text of (form, raw bytes, place) anew, so that a fault can be placed."""


def verify(connection: Connection, reread: Reread) -> Iterator[Fault]:
    """Yield every fault of the file: pages, raw bytes, texts, findings, spans; none where all is as it was added."""
    for (told,) in connection.execute(text("PRAGMA integrity_check")):
        if told != "ok":
            yield Fault(None, f"the file itself is damaged: {told}.")
    for row in connection.execute(text("PRAGMA foreign_key_check")):
        yield Fault(None, f"row {row[1]} of the table {row[0]} belongs to nothing.")
    yield from _judgements(connection)
    erased = set(connection.execute(select(erasure.c.report)).scalars())
    for version in connection.execute(select(report).order_by(report.c.number)):
        if version.number in erased:
            yield from _erased(connection, version)
        else:
            yield from _report(connection, version, reread)


def _judgements(connection: Connection) -> Iterator[Fault]:
    for row in connection.execute(select(judgement).where(judgement.c.content.is_not(None)).order_by(judgement.c.number)):
        try:
            whole = judgement_from(json.loads(row.content)).id == row.id
        except (ValueError, KeyError, TypeError):
            whole = False
        if not whole:
            yield Fault(row.document or None, f"judgement {row.number} says something else than when it was made.")


def _erased(connection: Connection, version: Any) -> Iterator[Fault]:
    if version.text is not None or version.about is not None:
        yield Fault(version.document, f"{_of(version)} was erased, yet words of it are there.")
    left = select(finding.c.id).join(coding, coding.c.number == finding.c.coding)
    left = left.where((coding.c.report == version.number) & finding.c.content.is_not(None))
    if connection.execute(left).first() is not None:
        yield Fault(version.document, f"{_of(version)} was erased, yet findings of it hold words.")


def _report(connection: Connection, version: Any, reread: Reread) -> Iterator[Fault]:
    if version.text is None:
        yield Fault(version.document, f"{_of(version)}: its text is gone, and no erasure says why.")
        return
    content = connection.execute(select(raw.c.content).where(raw.c.sha256 == version.sha256)).scalar()
    whole = text_hash(version.text) == version.text_sha256
    if content is None:
        yield Fault(version.document, f"{_of(version)}: its raw bytes are gone, and no erasure says why.")
    elif bytes_hash(content) != version.sha256:
        told = _place(content, version, reread)
        yield Fault(version.document, f"{_of(version)}: its raw bytes are not those that were added{told}.")
    if not whole:
        told = _place(content, version, reread) if content is not None else ""
        yield Fault(version.document, f"{_of(version)}: its text is not the one that was added{told}.")
    yield from _findings(connection, version)


def _place(content: bytes, version: Any, reread: Reread) -> str:
    """Where the kept text first departs from what the raw bytes give, as far as that can be told."""
    try:
        again = reread(version.form, content, version.document)
    except (DragomanError, ValueError) as error:
        return f" ({error})"
    at = first_difference(again.encode("utf-8", "surrogatepass"), version.text.encode("utf-8", "surrogatepass"))
    return "" if at is None else f"; byte {at} of the text is the first that differs from what the raw bytes give"


def first_difference(one: bytes, two: bytes) -> int | None:
    """Return the place of the first byte in which two texts differ, None where they are equal.

    >>> first_difference(b"no deal", b"no meal"), first_difference(b"yes", b"yes")
    (3, None)
    """
    if one == two:
        return None
    return next((i for i, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))


def _findings(connection: Connection, version: Any) -> Iterator[Fault]:
    try:
        document_from_record(json.loads(version.about), version.text)
    except (DragomanError, ValueError, KeyError, TypeError):
        yield Fault(version.document, f"{_of(version)}: the places of its parts do not fit its text.")
    for made in connection.execute(select(coding).where(coding.c.report == version.number)):
        rows = list(connection.execute(select(finding).where(finding.c.coding == made.number).order_by(finding.c.place)))
        if len(rows) != made.findings:
            yield Fault(version.document, f"{_of(version)}: of {made.findings} findings by {made.coder}, {len(rows)} are there.")
        for row in rows:
            yield from _finding(version, row)


def _finding(version: Any, row: Any) -> Iterator[Fault]:
    try:
        found = finding_from_record(json.loads(row.content))
    except (DragomanError, ValueError, KeyError, TypeError):
        yield Fault(version.document, f"{_of(version)}: the finding {row.id} cannot be read.")
        return
    if found.id != row.id or found.kind not in KINDS:
        yield Fault(version.document, f"{_of(version)}: the finding {row.id} says something else than when it was added.")
    for start, end, words in _quoted(found):
        stands = version.text[start:end]
        if stands != words:
            ahead = len(version.text[:start].encode("utf-8", "surrogatepass"))
            at = first_difference(words.encode("utf-8", "surrogatepass"), stands.encode("utf-8", "surrogatepass")) or 0
            yield Fault(
                version.document,
                f"{_of(version)}: the finding {row.id} quotes {words!r} where {stands!r} stands; byte {ahead + at} of the text "
                "is the first that differs.",
            )


def _quoted(found: Finding) -> Iterator[tuple[int, int, str]]:
    for value in vars(found).values():
        if isinstance(value, tuple):
            for part in value:
                if hasattr(part, "start"):
                    yield part.start, part.end, part.text


def _of(version: Any) -> str:
    return f"{version.document}, version {version.version}"
