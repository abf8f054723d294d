"""What goes out of Dragoman in forms that other programs read, and a dossier that comes back."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.faces.speaking import DONE, FAILED, IN_PART, NOTHING, day_of, require_one, sentences, show_progress
from dragoman.faces.withholding import withheld

if TYPE_CHECKING:
    from dragoman.assembly import Dossier

_FORMS = click.Choice(["jsonl", "csv", "annotations", "ics"])


@click.command()
@click.argument("reports", nargs=-1)
@click.option("--dossier", metavar="FILE", help="Take the reports that this dossier holds.")
@click.option("--coded", metavar="DIR", help="Take the coded files of this folder in place of reports.")
@click.option("--reports", "texts", metavar="FILE", help="With --coded: the .jsonl file that holds the texts.")
@click.option("--format", "form", type=_FORMS, required=True, help="jsonl: the whole dossier; csv: tables; annotations; ics.")
@click.option("--kind", metavar="KIND", help="With csv: one table alone, such as report or condition.")
@click.option("--as-of", metavar="DAY", help="As it stood on this day [default: the newest report's].")
@click.option("--out", metavar="PATH", help="The file to write, or with csv the folder [default: standard output].")
def export(
    reports: tuple[str, ...], dossier: str | None, coded: str | None, texts: str | None, form: str, kind: str | None,
    as_of: str | None, out: str | None,
) -> None:  # fmt: skip
    """Write what was found in a form for other programs: JSON Lines, CSV, W3C Web Annotations, iCalendar."""
    require_one(reports, coded, dossier)
    if form == "jsonl" and not dossier:
        raise click.UsageError("JSON Lines hold a whole dossier: give one with --dossier. For single reports: dragoman code.")
    if form == "csv" and not kind and not out:
        raise click.UsageError("CSV is a file for each kind: give a folder with --out, or one kind with --kind.")
    with withheld(dossier), sentences():
        if form == "jsonl" and dossier:
            _write_lines(dossier, out)
            sys.exit(DONE)
        failures: list[str] = []
        record = _record(reports, dossier, coded, texts, as_of, failures)
        if record is not None:
            _write(record, form, kind, out)
        for failure in failures:
            click.echo(f"dragoman: {failure}", err=True)
    if record is None:
        click.echo("dragoman: no report yielded anything.", err=True)
        sys.exit(NOTHING)
    sys.exit(IN_PART if failures else DONE)


def _record(
    reports: tuple[str, ...], dossier: str | None, coded: str | None, texts: str | None, as_of: str | None, failures: list[str]
) -> "Dossier | None":
    from dragoman.assembly import assemble
    from dragoman.faces.intake import take

    intake = take(reports, coded, texts, dossier, show_progress)
    failures += intake.failures
    return assemble(intake.coded, judgements=intake.judgements, as_of=day_of(as_of)) if intake.coded else None


def _write(record: "Dossier", form: str, kind: str | None, out: str | None) -> None:
    from dragoman.briefing.annotated import annotations
    from dragoman.briefing.calendar_file import calendar_file
    from dragoman.briefing.sheets import sheets

    if form != "csv":
        _put(annotations(record) if form == "annotations" else calendar_file(record), out)
        return
    tables = sheets(record)
    if kind:
        if kind not in tables:
            raise click.UsageError(f"There is no kind {kind!r}; choose one of {', '.join(tables)}.")
        _put(tables[kind], out)
        return
    folder = Path(out or ".")
    folder.mkdir(parents=True, exist_ok=True)
    for name, table in tables.items():
        _put(table, str(folder / f"{name}.csv"))


def _put(text: str, out: str | None) -> None:
    if out:
        Path(out).write_text(text, encoding="utf-8", newline="")
    else:
        sys.stdout.buffer.write(text.encode("utf-8"))


def _write_lines(dossier: str, out: str | None) -> None:
    from dragoman.store import Store

    with Store(dossier) as store:
        if out is None:
            for line in store.lines():
                sys.stdout.buffer.write(line.encode("utf-8"))
            return
        with Path(out).open("w", encoding="utf-8", newline="") as file:
            file.writelines(store.lines())


@click.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False))
@click.option("--dossier", default="dragoman.db", show_default=True, metavar="FILE", help="The new dossier file.")
def import_lines(file: str, dossier: str) -> None:
    """Make a new dossier of FILE, which `export --format jsonl` wrote, and check it as `verify` does."""
    from dragoman.faces.dossier import reread
    from dragoman.store import Store

    with sentences(), Store(dossier, new=True) as store:
        try:
            with Path(file).open("rb") as lines:
                number = store.take_lines(lines, file)
        except BaseException:
            store.close()
            for end in ("", "-wal", "-shm"):
                Path(f"{dossier}{end}").unlink(missing_ok=True)
            raise
        faults = list(store.verify(reread))
    for fault in faults:
        click.echo(f"dragoman: {fault.text}", err=True)
    click.echo(f"{dossier}: a new dossier of {number} rows" + (", not whole" if faults else ""))
    sys.exit(FAILED if faults else DONE)
