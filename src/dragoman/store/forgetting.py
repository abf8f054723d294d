"""Erasing a report's words while its place in the record, and all hashes, stay."""

from sqlalchemy import Connection, insert, select, text, update

from dragoman.model import StoreError
from dragoman.store.tables import coding, erasure, finding, judgement, raw, report


def forget(connection: Connection, document: str, reason: str, when: str) -> int:
    """Empty the raw bytes, text and findings of every version of a report; return how many versions that were."""
    versions = list(connection.execute(select(report).where(report.c.document == document)))
    if not versions:
        raise StoreError(f"There is no report {document!r} in the dossier; dragoman list shows what there is.")
    kept = [v for v in versions if v.text is not None]
    for version in kept:
        words = {"number": version.number, "headline": version.headline or "", "text": version.text}
        connection.execute(
            text("INSERT INTO words(words, rowid, headline, text) VALUES ('delete', :number, :headline, :text)"), words
        )
        connection.execute(update(report).where(report.c.number == version.number).values(headline=None, text=None, about=None))
        own = select(coding.c.number).where(coding.c.report == version.number)
        connection.execute(update(finding).where(finding.c.coding.in_(own)).values(content=None))
        connection.execute(update(judgement).where(judgement.c.document == document).values(content=None))
        connection.execute(insert(erasure).values(report=version.number, reason=reason, erased=when))
    for digest in {v.sha256 for v in kept}:
        others = select(report.c.number).where((report.c.sha256 == digest) & report.c.text.is_not(None))
        if connection.execute(others).first() is None:
            connection.execute(update(raw).where(raw.c.sha256 == digest).values(content=None))
    return len(kept)
