"""A report as read: one settled text, taken apart once."""

from dataclasses import dataclass, field
from typing import Literal

from dragoman.model.moment import Moment
from dragoman.model.span import Span

DateOrigin = Literal["given", "field", "metadata", "dateline", "address", "reference", "file", "unknown"]


@dataclass(frozen=True)
class ReportDate:
    """When a report was published, and how that is known; `assumed` where it is only inferred."""

    value: Moment | None = None
    origin: DateOrigin = "unknown"
    assumed: bool = False


@dataclass(frozen=True)
class Reference:
    """A numbered line under References; `number` is None where the line has none."""

    number: int | None
    span: Span
    url: str | None = None


@dataclass(frozen=True)
class Mark:
    """An inline reference mark of the report's own, such as [1]."""

    number: int
    span: Span


@dataclass(frozen=True)
class Document:
    """One report: its text, which never changes, and where its parts stand in it.

    `text` is what every offset counts in. `title` is the headline where it stands in the text, else None
    (`headline` then holds the one that came beside it). `paragraphs` are the body's, headline, references and comments apart;
    `dateline` lies within the first of them. `remarks` are sentences on what looked wrong while it was taken apart;
    `source` is the place it came from, `sha256` the hash of its raw bytes.
    `withheld` is how many findings are left out to protect a person, None where nothing in the report is.
    """

    id: str
    text: str
    headline: str | None = None
    title: Span | None = None
    dateline: Span | None = None
    paragraphs: tuple[Span, ...] = ()
    marks: tuple[Mark, ...] = ()
    references: tuple[Reference, ...] = ()
    comments: tuple[Span, ...] = ()
    date: ReportDate = field(default_factory=ReportDate)
    publisher: str | None = None
    url: str | None = None
    licence: str | None = None
    language: str = "en"
    remarks: tuple[str, ...] = ()
    source: str = ""
    sha256: str = ""
    withheld: int | None = None

    def span(self, start: int, end: int) -> Span:
        """Return the span of this report's text from `start` to `end`."""
        return Span.of(self.text, start, end)
