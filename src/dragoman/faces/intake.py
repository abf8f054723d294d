"""From what was named on the command line to coded reports, with what failed kept apart."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import click

from dragoman.coding import code_all
from dragoman.faces.speaking import DONE, IN_PART, NOTHING, show_progress
from dragoman.model import (
    Coded,
    CodedError,
    DateOrigin,
    Document,
    DragomanError,
    FieldError,
    Judgement,
    Moment,
    ReportDate,
    SourceError,
    check_about,
    coded_from_plain,
)
from dragoman.reading import read, settled_text
from dragoman.sources import Fetched, open_sources

if TYPE_CHECKING:
    from dragoman.assembly import Dossier

Progress = Callable[[int, str], None]


@dataclass
class Intake:
    """The coded reports and, in a sentence each, what could not be taken in."""

    coded: list[Coded] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    judgements: list[Judgement] = field(default_factory=list)
    """What people said of the findings."""
    fetched: dict[str, Fetched] = field(default_factory=dict)
    """The texts that came with given codings, by report."""


def take_in(places: Iterable[str], date: Moment | None, progress: Progress) -> Intake:
    """Return the reports of these places, read and coded; a report that fails is listed and the rest goes on."""
    intake = Intake()
    for number, coded in enumerate(code_all(_read_each(places, date, intake.failures)), 1):
        intake.coded.append(coded)
        progress(number, coded.document.id)
    return intake


def _read_each(places: Iterable[str], date: Moment | None, failures: list[str]) -> Iterator[Document]:
    for fetched in open_sources(places):
        if isinstance(fetched, SourceError):
            failures.append(str(fetched))
            continue
        try:
            yield read(fetched, date)
        except SourceError as error:
            failures.append(str(error))


def take_in_coded(folder: str, reports: str | None, date: Moment | None, coder: str | None = None) -> Intake:
    """Return reports whose coding is given: `<id>.json` files, their texts in `<id>.txt` beside them or in `reports`.

    `coder` says who coded them, in place of what the files say.
    """
    intake = Intake()
    files = sorted(Path(folder).glob("*.json"))
    if not files:
        intake.failures.append(
            f"{folder}: there is no folder of that name with coded reports (*.json). "
            f"Make some with: dragoman code REPORT --out {folder}"
        )
    texts = intake.fetched = _texts(folder, reports, intake.failures)
    for path in files:
        try:
            intake.coded.append(_coded_file(path, texts, date, coder))
        except (DragomanError, OSError) as error:
            intake.failures.append(f"{path}: {error}" if str(path) not in str(error) else str(error))
    return intake


def take_from_dossier(path: str, added_by: Moment | None, about: str | None = None) -> Intake:
    """Return what a dossier holds; `added_by` leaves out what was added after that day, `about` reports without these words."""
    from dragoman.store import Store  # here: a database layer that a single report need not wait for

    upto = f"{added_by.last}T23:59:59.999Z" if added_by else None
    with Store(path) as store:
        return Intake(coded=store.coded(upto, about), judgements=[j for _, j in store.judgements(upto)])


def take(
    reports: Iterable[str], coded: str | None, texts: str | None, dossier: str | None, progress: Progress,
    date: Moment | None = None, added_by: Moment | None = None, about: str | None = None,
) -> Intake:  # fmt: skip
    """Return what a command was given: reports, or a folder of coded files, or a dossier."""
    if dossier:
        return take_from_dossier(dossier, added_by, about)
    return take_in_coded(coded, texts, date) if coded else take_in(reports, date, progress)


def _texts(folder: str, reports: str | None, failures: list[str]) -> dict[str, Fetched]:
    """The reports' texts by id, from `reports` where given, else from the text files of the folder."""
    out: dict[str, Fetched] = {}
    for fetched in open_sources([reports] if reports else sorted(map(str, Path(folder).glob("*.txt")))):
        if isinstance(fetched, SourceError):
            failures.append(str(fetched))
        else:
            out[fetched.id] = fetched
    return out


def _coded_file(path: Path, texts: dict[str, Fetched], date: Moment | None, coder: str | None) -> Coded:
    try:
        plain = json.loads(path.read_text(encoding="utf-8"))
    except (ValueError, RecursionError) as error:
        raise CodedError(f"{path}: is no JSON: {error}.") from None
    if not isinstance(plain, dict):
        raise CodedError(f"{path}: holds no JSON object with doc_id and records.")
    try:
        check_about(plain)
    except FieldError as error:
        raise CodedError(f"{path}: the coded file has {error}.") from None
    name = plain.get("doc_id") or path.stem
    if name not in texts:
        raise CodedError(
            f"{path}: the text of report {name!r} is missing. Put {name}.txt beside it, or name the reports with --reports."
        )
    told = {**plain, "coder": coder} if coder else plain
    return coded_from_plain(told, _document(texts[name], plain, date))


def _document(fetched: Fetched, plain: dict[str, Any], date: Moment | None) -> Document:
    """The report, with what its coded file says about it where the text alone does not."""
    if fetched.form != "row":
        text = settled_text(fetched)
        about = {k: plain.get(k) for k in ("title", "date", "publisher", "url", "licence")}
        fetched = replace(fetched, form="row", fields={"text": text, **about})
    document = read(fetched, date)
    value = plain.get("date")
    origin = next((o for o in get_args(DateOrigin) if o == plain.get("date_origin")), None)
    if date or not value or origin is None:
        return document
    return replace(document, date=ReportDate(Moment(value), origin, plain.get("date_assumed") is True))


def record_of(
    reports: tuple[str, ...], coded: str | None, texts: str | None, dossier: str | None, as_of: Moment | None,
    steps: str | None = None,
) -> "tuple[Dossier, int]":  # fmt: skip
    """Return the record of what a command was given, and the exit status to leave with: 3 where a part could not be read.

    Says on standard error what failed and which wordings of a steps file no report has. Leaves with status 4 where nothing could
    be read, or where every report is of a day after `as_of`.
    """
    from dragoman.assembly import assemble, unknown_wordings

    intake = take(reports, coded, texts, dossier, show_progress)
    for failure in intake.failures:
        click.echo(f"dragoman: {failure}", err=True)
    record = assemble(intake.coded, judgements=intake.judgements, steps=steps, as_of=as_of)
    for wording in unknown_wordings(steps, record.steps) if steps else ():
        click.echo(f"dragoman: steps file: no condition of these reports has the wording {wording!r}.", err=True)
    if not record.documents:
        late = f"every report is of a day after {as_of}; give a later --as-of." if intake.coded else "no report yielded anything."
        click.echo(f"dragoman: {late}", err=True)
        sys.exit(NOTHING)
    return record, IN_PART if intake.failures else DONE
