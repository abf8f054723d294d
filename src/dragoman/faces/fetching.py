"""The command that fetches: feeds and addresses into a dossier."""

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from dragoman.faces.dossier import now, on_a_dossier, say_added
from dragoman.faces.speaking import DONE, IN_PART, NOTHING, sentences, show_progress

if TYPE_CHECKING:
    from dragoman.model import SourceError
    from dragoman.sources import Fetched
    from dragoman.sources.feeds import Item
    from dragoman.sources.visiting import Client, Page, Remembered
    from dragoman.store import Store


@click.command()
@click.argument("addresses", nargs=-1)
@on_a_dossier
@click.option("--feed", "feeds", multiple=True, metavar="URL", help="A feed (RSS, Atom): every report that it lists. Repeatable.")
@click.option("--allow-private", is_flag=True, help="Allow addresses inside this machine or network.")
@click.option("--pause", type=click.FloatRange(0, 600), default=1.0, show_default=True, help="Seconds between calls to a host.")
def fetch(addresses: tuple[str, ...], dossier: str, feeds: tuple[str, ...], allow_private: bool, pause: float) -> None:
    """Fetch, read and code the reports at ADDRESSES and in feeds; what has not changed since is not fetched again.

    robots.txt is obeyed. What fails is listed on standard error and the rest goes on.
    """
    from dragoman.sources.visiting import Client, Manners
    from dragoman.store import Store

    if not addresses and not feeds:
        raise click.UsageError("Give addresses, or a feed with --feed URL.")
    with sentences(), Store(dossier) as store, Client(Manners(pause=pause, allow_private=allow_private)) as client:
        visit = _Visit(store, client)
        visit.add(addresses)
        for feed in feeds:
            visit.add_feed(feed)
    for failure in visit.failures:
        click.echo(f"dragoman: {failure}", err=True)
    if visit.failures and not visit.answered:
        click.echo("dragoman: no report yielded anything.", err=True)
        sys.exit(NOTHING)
    if not visit.kept and not visit.failures:
        click.echo("nothing new")
    sys.exit(IN_PART if visit.failures else DONE)


class _Visit:
    """One round of fetching. What a server said is remembered only once all that came from it is kept."""

    def __init__(self, store: "Store", client: "Client") -> None:
        self.store, self.client = store, client
        self.failures: list[str] = []
        self.kept = self.answered = 0

    def add(self, addresses: tuple[str, ...]) -> None:
        from dragoman.sources.feeds import Item

        self._add_items([Item(a) for a in dict.fromkeys(addresses)])

    def add_feed(self, address: str) -> None:
        from dragoman.model import SourceError
        from dragoman.sources.feeds import fetch_feed

        try:
            page, items = fetch_feed(self.client, address, self._recollect)
        except SourceError as error:
            self.failures.append(str(error))
            return
        self.answered += 1
        before = len(self.failures)
        self._add_items(items)
        if page.content is not None and len(self.failures) == before:
            self._note(page)

    def _add_items(self, items: "list[Item]") -> None:
        from dragoman.faces.adding import add_reports
        from dragoman.sources.feeds import fetch_reports

        for answer in fetch_reports(self.client, items, self._recollect):
            before = len(self.failures)
            fetched = self._report(answer)
            for placing, findings in add_reports(self.store, fetched, None, now(), 1, self.failures, show_progress):
                self.kept += 1
                say_added(placing, findings)
            if isinstance(answer, tuple):
                self.answered += 1
                if answer[0].content is not None and len(self.failures) == before:
                    self._note(answer[0])

    @staticmethod
    def _report(answer: "tuple[Page, Fetched | None] | SourceError") -> "Iterator[Fetched | SourceError]":
        found = answer[1] if isinstance(answer, tuple) else answer
        if found is not None:
            yield found

    def _recollect(self, address: str) -> "Remembered | None":
        from dragoman.sources.visiting import Remembered

        kept = self.store.fetched(address)
        return Remembered(*kept) if kept else None

    def _note(self, page: "Page") -> None:
        self.store.note_fetch(page.address, page.remembered.etag, page.remembered.modified, now())
