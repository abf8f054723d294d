"""The command line: `dragoman brief`, `dragoman code`, `dragoman demo`, `dragoman gold errors`."""

import json
import sys
from collections.abc import Callable
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman import __version__
from dragoman.faces.distances import positions
from dragoman.faces.dossier import COMMANDS
from dragoman.faces.exits import schedule, ways_out
from dragoman.faces.exporting import export, import_lines
from dragoman.faces.fetching import fetch
from dragoman.faces.joining import merge, split
from dragoman.faces.offices import offices
from dragoman.faces.proposals import proposals
from dragoman.faces.reviewing import REVIEWING
from dragoman.faces.speaking import DONE, IN_PART, NOTHING, day_of, read_file, require_one, sentences, show_progress
from dragoman.faces.supposing import what_if
from dragoman.faces.withholding import protect, unprotect, withheld
from dragoman.model import Moment, coded_to_plain

if TYPE_CHECKING:
    from dragoman.faces.intake import Intake

_FORMATS = click.Choice(["text", "markdown", "html", "json"])

_EPILOG = """\b
Examples:
  dragoman brief report.txt
  dragoman brief folder/ more.jsonl --format html --out briefing.html
  dragoman code report.txt --out coded/     then correct coded/report.json by hand, and
  dragoman brief --coded coded/
  dragoman demo rail
  dragoman init, then dragoman add folder/, then dragoman brief --dossier dragoman.db --as-of 2031-03-28
  dragoman changes --dossier dragoman.db --since 2031-03-19
  dragoman what-if report.txt --done "a signed text"

Exit status: 0 done; 1 a check failed; 2 wrong usage; 3 done in part, what failed is listed on standard error;
4 no report yielded anything.
"""


@click.group(epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="dragoman")
def main() -> None:
    """Read the coverage of a negotiation (in English) and publish a cited briefing: what blocks, in whose exact words,
    what would untie it, which date bites next."""


_ASKING = (ways_out, schedule, what_if, positions, proposals, offices)
_ONES = (merge, split, export, import_lines, fetch, protect, unprotect)
for _command in (*COMMANDS, *REVIEWING, *_ASKING, *_ONES):
    main.add_command(_command)


def _common(command: Callable[..., None]) -> Callable[..., None]:
    for option in (
        click.option("--format", "form", type=_FORMATS, default="text", show_default=True, help="Form of the briefing."),
        click.option("--as-of", metavar="DAY", help="Count days from this day [default: the newest report's]."),
        click.option("--out", type=click.Path(dir_okay=False), help="Write to this file instead of standard output."),
    ):
        command = option(command)
    return command


@main.command()
@click.argument("reports", nargs=-1)
@click.option("--coded", metavar="DIR", help="Take the coded files of this folder in place of reports (see: dragoman code).")
@click.option("--dossier", metavar="FILE", help="Take the reports that this dossier holds (see: dragoman add).")
@click.option("--added-by", metavar="DAY", help="With --dossier: leave out what was added after this day.")
@click.option("--about", metavar="WORDS", help="With --dossier: only the reports that hold all these words.")
@click.option("--reports", "texts", metavar="FILE", help="With --coded: the .jsonl file that holds the texts.")
@click.option("--date", metavar="DAY", help="The reports' date, where they have none.")
@click.option("--steps", metavar="FILE", help="Which wordings are one step and which are two; wins over Dragoman's merging.")
@click.option("--write-steps", metavar="FILE", help="Write the merged steps to this file, to be corrected and given back.")
@click.option("--outlets", metavar="FILE", help="Whose outlets are whose (TOML): a party's own confirms nothing.")
@click.option("--write-outlets", metavar="FILE", help="Write the publishers to this file, to be filled in and given back.")
@_common
def brief(
    reports: tuple[str, ...], coded: str | None, dossier: str | None, added_by: str | None, about: str | None,
    texts: str | None, date: str | None, steps: str | None,
    write_steps: str | None, outlets: str | None, write_outlets: str | None, form: str, as_of: str | None, out: str | None,
) -> None:  # fmt: skip
    """Publish a cited briefing on REPORTS: files (.txt, .html, .pdf, .jsonl), folders of these, or - for standard input."""
    from dragoman.faces.intake import take

    require_one(reports, coded, dossier)
    with withheld(dossier), sentences():
        intake = take(reports, coded, texts, dossier, show_progress, day_of(date), day_of(added_by), about)
        if write_outlets:
            from dragoman.assembly import outlets_file

            listed = outlets_file(c.document for c in intake.coded)
            Path(write_outlets).write_text(listed, encoding="utf-8", newline="")
        _publish(intake, form, day_of(as_of), out, read_file(steps), write_steps, outlets=read_file(outlets))
    _finish(intake)


@main.command()
@click.argument("reports", nargs=-1)
@click.option("--since", required=True, metavar="DAY", help="Tell what changed after this day.")
@click.option("--coded", metavar="DIR", help="Take the coded files of this folder in place of reports (see: dragoman code).")
@click.option("--dossier", metavar="FILE", help="Take the reports that this dossier holds (see: dragoman add).")
@click.option("--added-by", metavar="DAY", help="With --dossier: leave out what was added after this day.")
@click.option("--about", metavar="WORDS", help="With --dossier: only the reports that hold all these words.")
@click.option("--reports", "texts", metavar="FILE", help="With --coded: the .jsonl file that holds the texts.")
@_common
def changes(
    reports: tuple[str, ...], since: str, coded: str | None, dossier: str | None, added_by: str | None, about: str | None,
    texts: str | None, form: str, as_of: str | None, out: str | None,
) -> None:  # fmt: skip
    """Tell what changed after a day, every sentence cited: corrections, moves and disowned slips, deadlocks that began or ended,
    dates put off, contradictions, new conditions, threats and promises."""
    from dragoman.faces.intake import take

    require_one(reports, coded, dossier)
    with withheld(dossier), sentences():
        intake = take(reports, coded, texts, dossier, show_progress, None, day_of(added_by), about)
        _publish(intake, form, day_of(as_of), out, None, None, day_of(since))
    _finish(intake)


@main.command()
@click.argument("reports", nargs=-1, required=True)
@click.option("--out", required=True, type=click.Path(file_okay=False), help="The folder to write to; made if missing.")
@click.option("--date", metavar="DAY", help="The reports' date, where they have none.")
def code(reports: tuple[str, ...], out: str, date: str | None) -> None:
    """Code REPORTS and write DIR/<id>.json (the codebook's form) and DIR/<id>.txt (the text its offsets count in).

    Correct the .json by hand and go on from it with: dragoman brief --coded DIR
    """
    from dragoman.faces.intake import take_in

    folder = Path(out)
    with sentences():
        intake = take_in(reports, day_of(date), show_progress)
        folder.mkdir(parents=True, exist_ok=True)
        for coded in intake.coded:
            name = coded.document.id.replace("/", "__")
            plain = json.dumps(coded_to_plain(coded), ensure_ascii=False, indent=1)
            (folder / f"{name}.json").write_text(plain + "\n", encoding="utf-8", newline="")
            (folder / f"{name}.txt").write_text(coded.document.text, encoding="utf-8", newline="")
            click.echo(f"{folder / name}.json: {len(coded.findings)} findings", err=True)
    _finish(intake)


@main.command()
@click.argument("negotiation", type=click.Choice(["rail", "dam"]), default="rail")
@_common
def demo(negotiation: str, form: str, as_of: str | None, out: str | None) -> None:
    """Brief an invented negotiation that comes with Dragoman: a rail dispute, or a dam and a moratorium, six reports each."""
    from dragoman.faces.intake import take_in

    with sentences(), resources.as_file(resources.files("dragoman.faces") / "demo" / f"{negotiation}.jsonl") as path:
        intake = take_in([str(path)], None, show_progress)
        _publish(intake, form, day_of(as_of), out, None, None)
    _finish(intake)


@main.group()
def gold() -> None:
    """How well it reads, in a clone of the project (the folder gold/ is not installed with the package)."""


@gold.command(context_settings={"ignore_unknown_options": True}, add_help_option=False)
@click.argument("options", nargs=-1, type=click.UNPROCESSED)
@click.option("--gold", "folder", default="gold", show_default=True, metavar="DIR", help="The project's folder gold/.")
def errors(options: tuple[str, ...], folder: str) -> None:
    """Write an HTML page of every miss, extra and difference beside the text, by kind and cause: see gold errors --help."""
    import runpy

    script = Path(folder) / "errors.py"
    if not script.is_file():
        raise click.UsageError(f"{script} is not here: run this in a clone of the project, or give --gold DIR.")
    sys.argv = [str(script), *options]
    runpy.run_path(str(script), run_name="__main__")


def _publish(
    intake: "Intake", form: str, as_of: Moment | None, out: str | None, steps: str | None, write_steps: str | None,
    since: Moment | None = None, outlets: str | None = None,
) -> None:  # fmt: skip
    from dragoman.assembly import assemble, steps_file, unknown_wordings
    from dragoman.briefing import brief as brief_on
    from dragoman.briefing import brief_changes, render

    if not intake.coded:
        return
    dossier = assemble(intake.coded, judgements=intake.judgements, steps=steps, outlets=outlets, as_of=as_of)
    for wording in unknown_wordings(steps, dossier.steps) if steps else ():
        click.echo(f"dragoman: steps file: no condition of these reports has the wording {wording!r}.", err=True)
    text = render(brief_changes(dossier, since) if since else brief_on(dossier), form)
    if write_steps:
        Path(write_steps).write_text(steps_file(dossier.steps), encoding="utf-8", newline="")
    if out:
        Path(out).write_text(text, encoding="utf-8", newline="")
    else:
        sys.stdout.buffer.write(text.encode("utf-8"))


def _finish(intake: "Intake") -> None:
    """Say what failed and leave with the exit status that says so."""
    for failure in intake.failures:
        click.echo(f"dragoman: {failure}", err=True)
    if not intake.coded:
        click.echo("dragoman: no report yielded anything.", err=True)
        sys.exit(NOTHING)
    sys.exit(IN_PART if intake.failures else DONE)
