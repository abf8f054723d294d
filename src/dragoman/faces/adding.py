"""Reports on their way into a dossier: read, placed, coded by one process or several, kept one by one."""

import os
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice

from dragoman.coding import CODER, code_all
from dragoman.faces.intake import take_in_coded
from dragoman.model import Coded, Document, Moment, PlaceTakenError, SourceError
from dragoman.reading import read
from dragoman.sources import Fetched
from dragoman.store import Placing, Store, named

Progress = Callable[[int, str], None]
Added = tuple[Placing, int]
BATCH = 16
"""Reports that one process codes at a time."""


def add_reports(
    store: Store, sources: Iterable[Fetched | SourceError], date: Moment | None, now: str, workers: int,
    failures: list[str], progress: Progress,
) -> Iterator[Added]:  # fmt: skip
    """Yield each report once it is on disk, with the number of its findings; what fails is listed and the rest goes on."""
    waiting = _Waiting(store, failures)
    documents = waiting.to_code(sources, date)
    coded = code_all(documents) if workers == 1 else _code_together(documents, workers)
    for number, found in enumerate(coded, 1):
        yield from waiting.known
        waiting.known.clear()
        progress(number, found.document.id)
        fetched = waiting.fetched.pop(found.document.id)
        try:
            placing = store.add(found, fetched.raw, form=fetched.form, coder=CODER, added=now)
        except PlaceTakenError as error:
            failures.append(str(error))
            continue
        yield placing, len(found.findings)
    yield from waiting.known


class _Waiting:
    """The reports that are read and not yet kept, with their raw bytes; those that need no coding stand in `known`."""

    def __init__(self, store: Store, failures: list[str]) -> None:
        self.store, self.failures = store, failures
        self.fetched: dict[str, Fetched] = {}
        self.known: list[Added] = []

    def to_code(self, sources: Iterable[Fetched | SourceError], date: Moment | None) -> Iterator[Document]:
        for fetched in sources:
            if isinstance(fetched, SourceError):
                self.failures.append(str(fetched))
                continue
            try:
                document = read(fetched, date)
                placing = self.store.place(document, CODER)
            except (SourceError, PlaceTakenError) as error:
                self.failures.append(str(error))
                continue
            if placing.outcome == "known" or placing.document in self.fetched:
                self.known.append((placing, 0))
                continue
            self.fetched[placing.document] = fetched
            yield named(document, placing)


def _code_together(documents: Iterator[Document], workers: int) -> Iterator[Coded]:
    """Yield the coded reports in order; never more than twice as many batches wait as there are processes."""
    with ProcessPoolExecutor(workers, initializer=_end_with, initargs=(os.getpid(),)) as pool:
        running: deque[Future[list[Coded]]] = deque()
        while batch := tuple(islice(documents, BATCH)):
            running.append(pool.submit(_code_batch, batch))
            if len(running) > 2 * workers:
                yield from running.popleft().result()
        while running:
            yield from running.popleft().result()


def _end_with(parent: int) -> None:
    """Let a process that codes end within a second of the one it codes for, however that ended: a kill tells nobody."""

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(0.5)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _code_batch(documents: tuple[Document, ...]) -> list[Coded]:
    return list(code_all(documents))


def add_coded(
    store: Store, folder: str, texts: str | None, date: Moment | None, now: str, coder: str | None, failures: list[str]
) -> Iterator[Added]:
    """Yield each report whose coding is given once it is on disk; a person's coding counts before a program's."""
    intake = take_in_coded(folder, texts, date, coder)
    failures += intake.failures
    for coded in intake.coded:
        fetched = intake.fetched[coded.document.id]
        by = coder or next((f.coder for f in coded.findings if f.coder), "unknown")
        try:
            yield store.add(coded, fetched.raw, form=fetched.form, coder=by, added=now), len(coded.findings)
        except PlaceTakenError as error:
            failures.append(str(error))
