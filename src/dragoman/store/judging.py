"""Keeping what people said of findings, and giving it back in the order in which it was said."""

import dataclasses
import json
from collections.abc import Iterator

from sqlalchemy import Connection, insert, select

from dragoman.model import Judgement
from dragoman.store.tables import judgement as table

_CANONICAL = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def keep_judgement(connection: Connection, judgement: Judgement) -> bool:
    """Write a judgement; return whether it was new."""
    if connection.execute(select(table.c.number).where(table.c.id == judgement.id)).first() is not None:
        return False
    content = _CANONICAL.encode(dataclasses.asdict(judgement))
    connection.execute(insert(table).values(id=judgement.id, document=judgement.document, content=content))
    return True


def judgements(connection: Connection, upto: str | None = None) -> Iterator[tuple[int, Judgement]]:
    """Yield the judgements that are not erased with their numbers; `upto` leaves out what was said after that time."""
    rows = connection.execute(select(table).where(table.c.content.is_not(None)).order_by(table.c.number))
    for row in rows:
        told = judgement_from(json.loads(row.content))
        if upto is None or told.when <= upto:
            yield row.number, told


def judgement_from(record: dict[str, object]) -> Judgement:
    """Return the judgement that was written."""
    record = {**record, "places": tuple((s, e, w) for s, e, w in record["places"])}  # type: ignore[attr-defined]  # as written
    return Judgement(**record)  # type: ignore[arg-type]  # as written


__all__ = ["judgement_from", "judgements", "keep_judgement"]
