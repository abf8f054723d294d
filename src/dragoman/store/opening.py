"""A dossier file and the connection to it: made, opened, brought to the newest tables; its refusals as sentences."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import resources
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import NullPool

from dragoman.model import StoreError

NEWEST = "0005"
"""The last of the migrations."""
WAIT = 5.0
"""Seconds to wait for another program that is writing."""


def create(path: Path) -> Engine:
    """Return the engine of a new, empty dossier file; raises `StoreError` where there is a file already."""
    if path.exists():
        raise StoreError(f"{path}: there is a file of that name already. Add reports to it, or choose another name.")
    if not path.parent.is_dir():
        raise StoreError(f"{path}: there is no folder {path.parent}. Make it first.")
    engine = _engine(path)
    with sentences(path), engine.connect() as connection:
        _migrate(connection)
    return engine


def open_file(path: Path) -> Engine:
    """Return the engine of a dossier file, its tables brought up to date; raises `StoreError` where it is none."""
    if not path.is_file():
        raise StoreError(f"{path}: there is no dossier file of that name. Make one with: dragoman init --dossier {path}")
    engine = _engine(path)
    with sentences(path), engine.connect() as connection:
        known = _revision(connection, path)
        if known > NEWEST:
            raise StoreError(f"{path}: a newer Dragoman made it (tables {known}, this one knows {NEWEST}). Update Dragoman.")
        if known < NEWEST:
            _migrate(connection)
    return engine


def _engine(path: Path) -> Engine:
    engine = create_engine(f"sqlite:///{path}", poolclass=NullPool, connect_args={"timeout": WAIT})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: Any, _: Any) -> None:
    connection.isolation_level = None  # transactions are begun below, not guessed by the driver
    for setting in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON"):
        connection.execute(f"PRAGMA {setting}")


def _begin(connection: Connection) -> None:
    """Take the right to write at once where it will be needed: a reader that turns writer half-way can be refused."""
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def _revision(connection: Connection, path: Path) -> str:
    tables = set(inspect(connection).get_table_names())
    if "alembic_version" not in tables or "report" not in tables:
        raise StoreError(f"{path}: it is a database, but no dossier of Dragoman's. Check the name.")
    return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar() or "")


def _migrate(connection: Connection) -> None:
    from alembic import command  # here: half a second that an up-to-date file need not wait for
    from alembic.config import Config

    connection.commit()
    config = Config()
    with resources.as_file(resources.files("dragoman.store") / "migrations") as scripts:
        config.set_main_option("script_location", str(scripts).replace("%", "%%"))
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
    connection.commit()


@contextmanager
def sentences(path: Path) -> Iterator[None]:
    """Turn what the database refuses into a sentence on the file and what to do."""
    try:
        yield
    except DatabaseError as error:
        raise StoreError(f"{path}: {_explained(str(error.orig))}") from error


def _explained(told: str) -> str:
    lower = told.lower()
    if "locked" in lower or "busy" in lower:
        return f"another program is writing to it (waited {WAIT:.0f} seconds). Try again when it is done; nothing was lost."
    if "full" in lower:
        return "the disk is full. Make room and run the same command again; what was reported as added is safe."
    if "not a database" in lower:
        return "it is no dossier file. Check the name."
    if "readonly" in lower or "unable to open" in lower:
        return "it cannot be written to. Check the rights of the file and of its folder."
    if "malformed" in lower or "disk i/o" in lower:
        return f"it cannot be read or written whole ({told}). Check the disk, then run: dragoman verify"
    if "only ever added to" in lower:
        return f"{told}. Nothing was changed."
    return f"the database refused: {told}."
