"""A whole dossier as JSON Lines and back: every row of every table in a fixed order, so that both are the same byte for byte."""

import base64
import json
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, LargeBinary, Table, insert, select, text

from dragoman.model import StoreError, Withholding
from dragoman.store.tables import finding, metadata, protection, raw, report

_CANONICAL = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
HEAD = {"dragoman": "dossier", "form": 1}
Row = dict[str, Any]


def write_lines(connection: Connection, hidden: Withholding) -> Iterator[str]:
    """Yield the lines: a head, then the rows. Whole reports that hold a protected name are left out, with all that leads to them.

    The names that are protected are never among them.
    """
    gone = _withheld(connection, hidden)
    reports = sum(1 for table, _ in gone if table == report.name)
    yield _CANONICAL.encode({**HEAD, "withheld": reports} if reports else HEAD) + "\n"
    for table in _tables():
        for row in _rows(connection, table):
            if (table.name, _key(table, row)) in gone:
                continue
            if any((f.column.table.name, (row[f.parent.name],)) in gone for f in table.foreign_keys) or _tells(row, hidden):
                gone.add((table.name, _key(table, row)))
                continue
            told = {k: base64.b64encode(v).decode() if isinstance(v, bytes) else v for k, v in row.items()}
            yield _CANONICAL.encode({"table": table.name, **told}) + "\n"


def read_lines(connection: Connection, lines: Iterable[bytes], place: str) -> int:
    """Put the rows of such a file into an empty dossier; return how many. Raises `StoreError` naming a line that does not fit."""
    tables = {t.name: t for t in _tables()}
    number = 0
    for number, line in enumerate(lines, 1):
        row = _row(line, f"{place}, line {number}")
        if number == 1:
            if {k: row.get(k) for k in HEAD} != HEAD:
                raise StoreError(f"{place}: is no export of a dossier. Reports are put in with: dragoman add {place}")
            continue
        table = tables.get(str(row.pop("table", None)))
        if table is None or set(row) != {c.name for c in table.columns}:
            told = "is no row of a dossier as this Dragoman knows it. Was it made by another one?"
            raise StoreError(f"{place}, line {number}: {told}")
        _put(connection, table, row, f"{place}, line {number}")
    if not number:
        raise StoreError(f"{place}: the file is empty.")
    return number - 1


def _row(line: bytes, place: str) -> Row:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise StoreError(f"{place}: is no JSON: {error}.") from None
    if not isinstance(row, dict):
        raise StoreError(f"{place}: is no JSON object.")
    return row


def _put(connection: Connection, table: Table, row: Row, place: str) -> None:
    for column in table.columns:
        if isinstance(column.type, LargeBinary) and row[column.name] is not None:
            try:
                row[column.name] = base64.b64decode(row[column.name], validate=True)
            except (ValueError, TypeError) as error:
                raise StoreError(f"{place}: {column.name} is no base64: {error}.") from None
    connection.execute(insert(table).values(**row))
    if table is report and row["text"] is not None:
        words = {"number": row["number"], "headline": row["headline"] or "", "text": row["text"]}
        connection.execute(text("INSERT INTO words(rowid, headline, text) VALUES (:number, :headline, :text)"), words)


def _tables() -> list[Table]:
    return [t for t in metadata.sorted_tables if t is not protection]


def _rows(connection: Connection, table: Table) -> Iterator[Row]:
    for row in connection.execute(select(table).order_by(*table.primary_key.columns)):
        yield dict(row._mapping)


def _key(table: Table, row: Row) -> tuple[Any, ...]:
    return tuple(row[c.name] for c in table.primary_key.columns)


def _withheld(connection: Connection, hidden: Withholding) -> set[tuple[str, tuple[Any, ...]]]:
    """The reports that hold a protected name anywhere, in words or in raw bytes, and their raw bytes."""
    if not hidden:
        return set()
    gone: set[tuple[str, tuple[Any, ...]]] = set()
    telling = {row["sha256"] for row in _rows(connection, raw) if _tells(row, hidden)}
    coded = {row["coding"] for row in _rows(connection, finding) if _tells(row, hidden)}
    codings = metadata.tables["coding"]
    read = set(connection.execute(select(codings.c.report).where(codings.c.number.in_(coded))).scalars())
    for row in _rows(connection, report):
        if row["number"] in read or row["sha256"] in telling or _tells(row, hidden):
            gone |= {(report.name, (row["number"],)), (raw.name, (row["sha256"],))}
    return gone


def _tells(row: Row, hidden: Withholding) -> bool:
    return bool(hidden) and any(hidden.holds(_words(v)) for v in row.values() if isinstance(v, str | bytes))


def _words(value: str | bytes) -> str:
    """The words of a value; what is JSON without the escapes in which a name could hide."""
    told = value.decode("utf-8", "replace") if isinstance(value, bytes) else value
    if not told.lstrip().startswith(("{", "[")):
        return told
    try:
        return json.dumps(json.loads(told), ensure_ascii=False)
    except (ValueError, RecursionError):
        return told
