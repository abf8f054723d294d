"""The one part that writes: a dossier file with reports, their raw bytes and versions, and what was found in them."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from sqlalchemy import Connection

from dragoman.model import Coded, Document, Judgement, Withholding
from dragoman.store.carrying import Carried
from dragoman.store.entries import Entry, Fault, Hit, Placing, Status
from dragoman.store.fetching import fetched, note_fetch
from dragoman.store.forgetting import forget
from dragoman.store.judging import judgements, keep_judgement
from dragoman.store.keeping import keep, named
from dragoman.store.lines import read_lines, write_lines
from dragoman.store.opening import create, open_file, sentences
from dragoman.store.placing import place
from dragoman.store.protecting import own_name, protect, protected, shown, shown_hit, unprotect
from dragoman.store.recalling import carried, current, entries, recall, search, status, texts
from dragoman.store.verifying import Reread, verify

__all__ = ["Carried", "Entry", "Fault", "Hit", "Placing", "Status", "Store", "named"]


class Store:
    """A dossier on disk. What has been reported as added is durable; what is there is never changed, only added to.

    What it gives back of the reports is without the names of protected people; only `verify` reads what is there, word for word.
    Every method raises `StoreError` with a sentence where the file is locked, full, damaged or no dossier.
    """

    def __init__(self, path: str | Path, *, new: bool = False) -> None:
        self.path = Path(path)
        self._engine = create(self.path) if new else open_file(self.path)

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def place(self, document: Document, coder: str) -> Placing:
        """Return where a report belongs and what adding it, coded by `coder`, would do."""
        with self._reading() as connection:
            return place(connection, document, coder)

    def add(self, coded: Coded, content: bytes, *, form: str, coder: str, added: str) -> Placing:
        """Put in a report with its raw bytes and findings; when this returns, it is on disk.

        `form` is that of the bytes, `added` the time in ISO 8601 (UTC). What is there already is not added twice.
        """
        with self._writing() as connection:
            return keep(connection, coded, content, form, coder, added)

    def coded(self, upto: str | None = None, about: str | None = None) -> list[Coded]:
        """Return every report in its current version with its findings, by id.

        `upto` leaves out what was added later, `about` every report that does not hold all these words.
        """
        with self._reading() as connection:
            hidden = Withholding(protected(connection))
            if about is not None and (not about.split() or hidden.asks_for(about)):
                return []
            return sorted((hidden.withhold(c) for c in recall(connection, upto, about)), key=lambda c: c.document.id)

    def judge(self, judgement: Judgement) -> bool:
        """Add a person's judgement; when this returns, it is on disk. Returns whether it was new."""
        with self._writing() as connection:
            return keep_judgement(connection, judgement)

    def judgements(self, upto: str | None = None) -> list[tuple[int, Judgement]]:
        """Return the judgements in the order in which they were made, with their numbers; `upto` leaves out later ones."""
        with self._reading() as connection:
            return list(judgements(connection, upto))

    def entries(self) -> list[Entry]:
        """Return every version of every report, in the order of adding."""
        with self._reading() as connection:
            hidden = Withholding(protected(connection))
            return [shown(hidden, e) for e in entries(connection)]

    def versions(self, document: str) -> list[tuple[Entry, Document | None]]:
        """Return the versions of one report, oldest first, with what was read; None where it was erased."""
        with self._reading() as connection:
            hidden = Withholding(protected(connection))
            found = texts(connection, own_name(connection, hidden, document))
            return [(shown(hidden, e), hidden.document(d) if d else None) for e, d in found]

    def carried(self, document: str) -> Carried | None:
        """Return what became, in a report's newest version, of what a person found in an earlier one; None where none did."""
        with self._reading() as connection:
            hidden = Withholding(protected(connection))
            name = own_name(connection, hidden, document)
            found = current(connection, name)
            return carried(connection, name, *found) if found else None

    def search(self, words: str) -> list[Hit]:
        """Return the reports that hold all these words, best first, at most 50."""
        with self._reading() as connection:
            hidden = Withholding(protected(connection))
            return [] if hidden.asks_for(words) else [shown_hit(hidden, h) for h in search(connection, words)]

    def status(self) -> Status:
        """Return how much the dossier holds."""
        with self._reading() as connection:
            return status(connection)

    def verify(self, reread: Reread) -> Iterator[Fault]:
        """Yield every fault of the file; `reread` gives the text of raw bytes anew."""
        with self._reading() as connection:
            yield from verify(connection, reread)

    def forget(self, document: str, *, reason: str, when: str) -> int:
        """Erase the words of a report in every version, in the file's free pages too; return how many versions that were."""
        with self._writing() as connection:
            gone = forget(connection, own_name(connection, Withholding(protected(connection)), document), reason, when)
        with sentences(self.path), self._engine.connect() as connection:
            connection.commit()
            driver = connection.connection.driver_connection
            assert driver is not None
            driver.execute("INSERT INTO words(words) VALUES ('optimize')")
            driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            driver.execute("VACUUM")
        return gone

    def lines(self) -> Iterator[str]:
        """Yield the whole dossier as JSON Lines, without the reports that hold a protected name."""
        with self._reading() as connection:
            yield from write_lines(connection, Withholding(protected(connection)))

    def take_lines(self, lines: Iterable[bytes], place: str) -> int:
        """Put in what `lines` gave, into this empty dossier, all of it or nothing; return how many rows."""
        with self._writing() as connection:
            return read_lines(connection, lines, place)

    def fetched(self, address: str) -> tuple[str | None, str | None] | None:
        """Return ETag and Last-Modified of an address as it was fetched last, None where it never was."""
        with self._reading() as connection:
            return fetched(connection, address)

    def note_fetch(self, address: str, etag: str | None, modified: str | None, when: str) -> None:
        """Remember what the server said of an address, once all that came from it is kept."""
        with self._writing() as connection:
            note_fetch(connection, address, etag, modified, when)

    def protect(self, names: tuple[str, ...], *, reason: str, when: str) -> None:
        """Mark a person, by all these names, as one to be withheld; the mark is on record for good."""
        with self._writing() as connection:
            protect(connection, names, True, reason, when)

    def unprotect(self, name: str, *, reason: str, when: str) -> bool:
        """End the protection of who bears this name; return whether there was one."""
        with self._writing() as connection:
            return unprotect(connection, name, reason, when)

    def protected(self) -> tuple[tuple[str, ...], ...]:
        """Return the names of each person who is protected."""
        with self._reading() as connection:
            return protected(connection)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with sentences(self.path), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with sentences(self.path), self._engine.connect().execution_options(writing=True) as connection, connection.begin():
            yield connection
