"""From bytes to a report that is taken apart once and never changes."""

from dragoman.model import Document, Moment
from dragoman.reading.copies import copies
from dragoman.reading.dating import date_report
from dragoman.reading.language import require_english
from dragoman.reading.parts import take_apart
from dragoman.reading.settling import settle
from dragoman.sources import Fetched

__all__ = ["copies", "read", "read_text", "settled_text"]


def read(fetched: Fetched, given: Moment | None = None) -> Document:
    """Return the report that was fetched; `given` is its date where the user gives one.

    Raises `SourceError` (a `LanguageError` for a report that is not in English) with a sentence on what to do.
    """
    settled = settle(fetched)
    language = require_english(settled.text, fetched.place)
    parts = take_apart(settled.text, settled.title, titled="title" not in fetched.fields)
    date = date_report(
        given=given,
        field=settled.date,
        field_origin="field" if fetched.form == "row" else "metadata",
        dateline=parts.date_words,
        address=settled.url,
        references=[r.url for r in parts.references if r.url],
        file=fetched.place if fetched.form != "row" else "",
        place=fetched.place,
    )
    return Document(
        id=fetched.id,
        text=settled.text,
        headline=settled.title or (parts.title.text if parts.title else None),
        title=parts.title,
        dateline=parts.dateline,
        paragraphs=tuple(parts.paragraphs),
        marks=tuple(parts.marks),
        references=tuple(parts.references),
        comments=tuple(parts.comments),
        date=date,
        publisher=settled.publisher or parts.paper or parts.agency,
        url=settled.url,
        licence=settled.licence,
        language=language,
        remarks=tuple(parts.remarks),
        source=fetched.place,
        sha256=fetched.sha256,
    )


def read_text(text: str, *, id: str = "report", date: str | None = None) -> Document:
    """Return the report that a string holds, as if it had been a .txt file.

    >>> read_text("Union says no\\n\\nThe union said no on Friday.", date="2031-03-04").headline
    'Union says no'
    """
    return read(Fetched(id, text.encode(), "text", id), Moment(date) if date else None)


def settled_text(fetched: Fetched) -> str:
    """Return the one text of a fetched report, in which all offsets count; raises `SourceError` where there is none."""
    return settle(fetched).text
