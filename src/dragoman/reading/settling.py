"""From bytes to the one text in which all offsets count."""

import io
from dataclasses import dataclass
from typing import Any

from dragoman.model import SourceError
from dragoman.sources import Fetched


@dataclass(frozen=True)
class Settled:
    """A report's final text with what the page or row says about itself."""

    text: str
    title: str | None = None
    date: str | None = None
    publisher: str | None = None
    url: str | None = None
    licence: str | None = None


def settle(fetched: Fetched) -> Settled:
    """Return the text of a fetched report; raises `SourceError` where there is none to be had."""
    settled = {"text": _text, "row": _row, "html": _html, "pdf": _pdf}[fetched.form](fetched)
    if not settled.text.strip():
        raise SourceError(f"{fetched.place}: the report is empty. Is it the right file?")
    return settled


def _text(fetched: Fetched) -> Settled:
    return Settled(_decoded(fetched), date=fetched.fields.get("date"), url=fetched.fields.get("url"))


def _decoded(fetched: Fetched) -> str:
    raw = fetched.raw
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16")
    if b"\x00" in raw[:65536]:
        raise SourceError(f"{fetched.place}: is no text (it holds zero bytes). Give a .txt, .html, .pdf or .jsonl file.")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise SourceError(
            f"{fetched.place}, line {line}: the byte 0x{raw[error.start]:02x} is not UTF-8. Old Windows files often are "
            f"cp1252; convert it with: iconv -f cp1252 -t utf-8"
        ) from None


def _row(fetched: Fetched) -> Settled:
    def field(name: str) -> str | None:
        value: Any = fetched.fields.get(name)
        return str(value).strip() or None if value is not None else None

    return Settled(fetched.fields["text"], field("title"), field("date"), field("publisher"), field("url"), field("licence"))


def _html(fetched: Fetched) -> Settled:
    # Imported here: 0.4 s that a plain text need not wait for.
    from trafilatura import bare_extraction

    # The extensive search guesses a date from any number on the page; only what the page declares counts.
    # Its latest date is fixed: by default it is today's, and the same page must read the same on any day.
    found = bare_extraction(
        fetched.raw,
        with_metadata=True,
        include_comments=False,
        include_tables=False,
        date_extraction_params={"extensive_search": False, "original_date": True, "max_date": "2100-01-01"},
    )
    page: dict[str, Any] = found if isinstance(found, dict) else found.as_dict() if found else {}
    body = "\n\n".join(line for line in (page.get("text") or "").splitlines() if line.strip())
    if not any(mark in body for mark in ".!?"):  # without a sentence it is a menu
        raise SourceError(f"{fetched.place}: no article was found on the page. Save the article's own page, or its text.")
    title = (page["title"] or "").strip() or None
    text = body if title is None or body.startswith(title) else f"{title}\n\n{body}"
    # The address that answered, where the page was fetched: what a page names as its own may be somebody else's.
    date, url = page["date"] or fetched.fields.get("date"), fetched.fields.get("url") or page["url"]
    return Settled(text, title, date, page["sitename"], url, page["license"])


def _pdf(fetched: Fetched) -> Settled:
    try:
        import pypdf
        from pypdf.errors import PyPdfError
    except ImportError:
        raise SourceError(f"{fetched.place}: reading PDF needs one more package: pip install 'dragoman[pdf]'.") from None
    try:
        pages = [page.extract_text() or "" for page in pypdf.PdfReader(io.BytesIO(fetched.raw)).pages]
    except (PyPdfError, ValueError, OSError, KeyError) as error:
        raise SourceError(f"{fetched.place}: the PDF cannot be read: {error}.") from None
    text = "\n".join(pages)
    if not text.strip():
        raise SourceError(f"{fetched.place}: the PDF holds pictures, no text. Run it through character recognition first.")
    return Settled(text, date=fetched.fields.get("date"), url=fetched.fields.get("url"))
