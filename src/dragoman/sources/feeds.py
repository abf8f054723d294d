"""Feeds (RSS and Atom) and addresses to reports; what has been seen is asked for only if it changed."""

import hashlib
import io
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import feedparser

from dragoman.model import SourceError
from dragoman.sources.fetched import Fetched, Form
from dragoman.sources.visiting import Client, Page, Remembered

TYPES: dict[str, Form] = {
    "text/html": "html", "application/xhtml+xml": "html", "text/plain": "text", "application/pdf": "pdf",
}  # fmt: skip
"""The kinds of content that a report can have."""
LONGEST_NAME = 90

Recollect = Callable[[str], Remembered | None]
"""Gives what a server said of an address when it was fetched last."""


@dataclass(frozen=True)
class Item:
    """An entry of a feed: the address of a report and, where told, its day."""

    address: str
    day: str | None = None


def fetch_feed(client: Client, address: str, recollect: Recollect) -> tuple[Page, list[Item]]:
    """Return the answer at a feed's address and its entries, none where nothing is new."""
    page = client.visit(address, recollect(address))
    return page, [] if page.content is None else feed_items(page.content, page.final, address)


def feed_items(content: bytes, base: str, address: str) -> list[Item]:
    """Return a feed's entries, each address once; raises `SourceError` where it is no feed."""
    if b"<!entity" in content.replace(b"\0", b"").lower():
        raise SourceError(f"{address}: the feed defines entities of its own, which no feed needs; it was left out.")
    told = feedparser.parse(io.BytesIO(content), response_headers={"content-location": base}, sanitize_html=True)
    if not told.get("version"):
        raise SourceError(f"{address}: is no feed (RSS or Atom). For a single page leave out --feed.")
    found: dict[str, Item] = {}
    for entry in told.entries:
        if link := str(entry.get("link") or ""):
            found.setdefault(link, Item(link, _day(entry)))
    if told.bozo and not found:
        raise SourceError(f"{address}: the feed is broken and no entry can be read ({told.bozo_exception}).")
    return list(found.values())


def _day(entry: feedparser.FeedParserDict) -> str | None:
    when = entry.get("published_parsed")
    return f"{when.tm_year:04}-{when.tm_mon:02}-{when.tm_mday:02}" if when else None


def fetch_reports(
    client: Client, items: Iterable[Item], recollect: Recollect
) -> Iterator[tuple[Page, Fetched | None] | SourceError]:
    """Yield each address's answer with the report in it, None where nothing is new; a failure is yielded and the rest goes on."""
    for item in items:
        try:
            page = client.visit(item.address, recollect(item.address))
            yield page, _report(page, item)
        except SourceError as error:
            yield error


def _report(page: Page, item: Item) -> Fetched | None:
    if page.content is None:
        return None
    form = TYPES.get(page.content_type)
    if form is None:
        raise SourceError(
            f"{item.address}: is of the kind {page.content_type or '(none told)'!r}, not one that is read: {', '.join(TYPES)}."
        )
    about = {"url": page.final} | ({"date": item.day} if item.day else {})
    return Fetched(name_of(page.final), page.content, form, item.address, about)


def name_of(address: str) -> str:
    """Return an id for the report at an address, the same each time.

    >>> name_of("https://news.example.org/2031/talks-resume.html")
    'news.example.org__2031__talks-resume.html'
    """
    bare = address.split("#")[0].split("://", 1)[-1]
    name = re.sub(r"[^\w.-]+", "__", bare).strip("_")
    plain = name == bare.replace("/", "__").strip("_") and len(name) <= LONGEST_NAME
    return name if plain else f"{name[:LONGEST_NAME]}-{hashlib.sha256(bare.encode()).hexdigest()[:8]}"
