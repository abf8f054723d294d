"""Where a report belongs among those in the dossier: new, known, or another version of one that is there."""

import re
from typing import Any

from sqlalchemy import Connection, select

from dragoman.model import Document, PlaceTakenError, bytes_hash
from dragoman.store.entries import Placing
from dragoman.store.tables import coding, report

ALIKE = 0.3
"""Two texts of one id without an address are versions of one report where they share this part of their words."""


def text_hash(text: str) -> str:
    """Return the SHA-256 of a text in UTF-8."""
    return bytes_hash(text.encode("utf-8", "surrogatepass"))


def place(connection: Connection, document: Document, coder: str) -> Placing:
    """Return where the report belongs; raises `PlaceTakenError` where its id is that of another report."""
    versions = _versions(connection, document)
    if not versions:
        return Placing(document.id, 1, "new")
    name = versions[0].document
    digest = text_hash(document.text)
    same = next((v for v in versions if v.text_sha256 == digest), None)
    if same is None:
        return Placing(name, max(v.version for v in versions) + 1, "version")
    coders = connection.execute(select(coding.c.coder).where(coding.c.report == same.number)).scalars()
    return Placing(name, same.version, "known" if coder in set(coders) else "coded anew")


def _versions(connection: Connection, document: Document) -> list[Any]:
    columns = (report.c.number, report.c.document, report.c.version, report.c.text_sha256, report.c.address, report.c.text)
    if document.url:
        at = list(connection.execute(select(*columns).where(report.c.address == document.url).order_by(report.c.number)))
        if at:
            return list(
                connection.execute(select(*columns).where(report.c.document == at[0].document).order_by(report.c.number))
            )
    named = list(connection.execute(select(*columns).where(report.c.document == document.id).order_by(report.c.number)))
    if named and not any(_may_be_one(document, row.address, row.text, row.text_sha256) for row in named):
        raise PlaceTakenError(
            f"{document.source or document.id}: the dossier has another report with the id {document.id!r}; "
            "this one was left out. Rename the file, or give the report another id."
        )
    return named


def _may_be_one(document: Document, address: str | None, text: str | None, digest: str) -> bool:
    if digest == text_hash(document.text) or text is None:
        return True
    if address and document.url:
        return address == document.url
    one, two = _words(document.text), _words(text)
    return len(one & two) >= ALIKE * min(len(one), len(two))


def _words(text: str) -> set[tuple[str, ...]]:
    """The runs of three words of a text, in lower case."""
    found = re.findall(r"\w+", text.lower())
    return {tuple(found[i : i + 3]) for i in range(max(1, len(found) - 2))}
