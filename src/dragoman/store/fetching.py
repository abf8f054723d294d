"""What servers said of their answers, so that the next call asks only for what is new."""

from sqlalchemy import Connection, insert, select

from dragoman.store.tables import fetch


def fetched(connection: Connection, address: str) -> tuple[str | None, str | None] | None:
    """Return ETag and Last-Modified of the last answer from an address."""
    kept = select(fetch.c.etag, fetch.c.modified).where(fetch.c.address == address).order_by(fetch.c.number.desc()).limit(1)
    row = connection.execute(kept).first()
    return None if row is None else (row.etag, row.modified)


def note_fetch(connection: Connection, address: str, etag: str | None, modified: str | None, when: str) -> None:
    """Keep them, where they are others than before."""
    if fetched(connection, address) != (etag, modified):
        connection.execute(insert(fetch).values(address=address, etag=etag, modified=modified, fetched=when))
