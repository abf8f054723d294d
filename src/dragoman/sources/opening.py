"""Files, folders, JSON Lines and standard input, one report at a time."""

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from dragoman.model import SourceError
from dragoman.sources.fetched import Fetched, Form

LIMIT = 20_000_000
"""Bytes of one report. The longest press briefing of a 2,272-report corpus has 0.1 MB; beyond this it is no report."""

FORMS: dict[str, Form] = {".txt": "text", ".html": "html", ".htm": "html", ".pdf": "pdf", ".jsonl": "row"}


def open_source(place: str | Path, stdin: BinaryIO | None = None) -> Iterator[Fetched | SourceError]:
    """Yield the reports of a file, a folder or standard input (`-`), in a fixed order.

    What cannot be fetched is yielded as the `SourceError` that says so, and the rest goes on.
    """
    if str(place) == "-":
        yield from _stdin(stdin or sys.stdin.buffer)
        return
    path = Path(place)
    if path.is_dir():
        yield from _folder(path)
    elif not path.exists():
        yield SourceError(f"{path}: there is no such file or folder. Check the name, or give '-' for standard input.")
    else:
        yield from _file(path, path.stem)


def open_sources(places: Iterable[str | Path], stdin: BinaryIO | None = None) -> Iterator[Fetched | SourceError]:
    """Yield the reports of several places in turn; an id that has been used already is an error, not a second report."""
    seen: dict[str, str] = {}
    for place in places:
        for fetched in open_source(place, stdin):
            if isinstance(fetched, Fetched) and fetched.id in seen:
                first = seen[fetched.id]
                yield SourceError(
                    f"{fetched.place}: a report with the id {fetched.id!r} was read already from {first}; this one was left out. "
                    "Rename the file, or give it another id."
                )
                continue
            if isinstance(fetched, Fetched):
                seen[fetched.id] = fetched.place
            yield fetched


def _folder(folder: Path) -> Iterator[Fetched | SourceError]:
    files = sorted(p for p in folder.rglob("*") if p.suffix.lower() in FORMS and p.is_file())
    if not files:
        yield SourceError(f"{folder}: the folder holds no report (looked for {', '.join(FORMS)}).")
    for path in files:
        relative = path.relative_to(folder).with_suffix("")
        yield from _file(path, "__".join(relative.parts))


def _file(path: Path, name: str) -> Iterator[Fetched | SourceError]:
    form = FORMS.get(path.suffix.lower())
    if form is None:
        yield SourceError(f"{path}: the ending {path.suffix or '(none)'} is not one that is read: {', '.join(FORMS)}.")
        return
    try:
        if form == "row":
            with path.open("rb") as lines:
                yield from _rows(lines, path, name)
            return
        size = path.stat().st_size
        if size > LIMIT:
            yield SourceError(
                f"{path}: {size / 1e6:.0f} MB is more than one report can have ({LIMIT // 1_000_000} MB). "
                "Is it an archive? Split it into one report a file, or a line each in a .jsonl file."
            )
            return
        yield Fetched(name, path.read_bytes(), form, str(path))
    except OSError as error:
        yield SourceError(f"{path}: cannot be read: {error.strerror or error}.")


def _rows(lines: BinaryIO, path: Path, name: str) -> Iterator[Fetched | SourceError]:
    number = 0
    while raw := lines.readline(LIMIT + 1):
        number += 1
        place = f"{path}, line {number}"
        if len(raw) > LIMIT:
            yield SourceError(f"{place}: the line is longer than {LIMIT // 1_000_000} MB; the rest of the file was left out.")
            return
        if raw.strip():
            yield _row(raw, place, f"{name}-{number}")
    if number == 0:
        yield SourceError(f"{path}: the file is empty.")


def _row(raw: bytes, place: str, fallback: str) -> Fetched | SourceError:
    try:
        row = json.loads(raw)
    except UnicodeDecodeError:
        return SourceError(f"{place}: is not UTF-8. Save the file as UTF-8.")
    except (ValueError, RecursionError) as error:
        return SourceError(f"{place}: is no JSON: {error}.")
    if not isinstance(row, dict):
        return SourceError(f"{place}: is no JSON object with a field 'text'.")
    if not isinstance(row.get("text"), str) or not row["text"].strip():
        return SourceError(f"{place}: has no text in its field 'text'. Every line needs one; all other fields may be left out.")
    given = row.get("id")
    return Fetched(str(given) if given not in (None, "") else fallback, raw, "row", place, row)


def _stdin(stream: BinaryIO) -> Iterator[Fetched | SourceError]:
    raw = stream.read(LIMIT + 1)
    if len(raw) > LIMIT:
        yield SourceError(f"standard input: more than {LIMIT // 1_000_000} MB is no single report. Give it as files.")
        return
    head = raw.lstrip(b"\xef\xbb\xbf \t\r\n")[:4096].lower()
    if head.startswith(b"{") and b'"text"' in raw:
        for number, line in enumerate(raw.splitlines(), 1):
            if line.strip():
                yield _row(line, f"standard input, line {number}", f"stdin-{number}")
        return
    html = head.startswith((b"<!doctype html", b"<html")) or b"<body" in head
    form: Form = "html" if html else "pdf" if head.startswith(b"%pdf") else "text"
    yield Fetched("stdin", raw, form, "standard input")
