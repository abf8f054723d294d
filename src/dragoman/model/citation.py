"""Words of a report that can be opened, and what may be said on the strength of them."""

from dataclasses import dataclass
from typing import Literal

from dragoman.model.document import Document
from dragoman.model.errors import CitationError
from dragoman.model.span import Span

SentenceKind = Literal["said", "reported", "assessed", "inferred"]


@dataclass(frozen=True)
class Citation:
    """The exact words `quote` of a report, at the code points `start` to `end` of its text.

    It cannot be made of words that do not stand there.
    """

    document: str
    start: int
    end: int
    quote: str

    def __init__(self, document: Document, span: Span) -> None:
        if document.text[span.start : span.end] != span.text:
            raise CitationError(
                f"{document.id}: the words {span.text!r} do not stand at {span.start}:{span.end}; "
                f"there stands {document.text[span.start : span.end]!r}. Was the text changed after it was coded?"
            )
        for name, value in (("document", document.id), ("start", span.start), ("end", span.end), ("quote", span.text)):
            object.__setattr__(self, name, value)


@dataclass(frozen=True)
class Claim:
    """A sentence of a briefing with the words it rests on; there is none without a citation."""

    text: str
    kind: SentenceKind
    citations: tuple[Citation, ...]

    def __post_init__(self) -> None:
        if not self.citations:
            raise CitationError(f"Nothing is said without a citation: {self.text!r} has none.")


@dataclass(frozen=True)
class Notice:
    """An absence or a doubt (one source only, date assumed, nothing found), naming the reports searched."""

    kind: str
    text: str
    documents: tuple[str, ...]
