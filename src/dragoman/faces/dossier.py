"""The commands on a dossier file: make one, add reports, look at what is there, check it, erase."""

import datetime
import difflib
import functools
import json
import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import click

from dragoman.faces.speaking import DONE, FAILED, IN_PART, NOTHING, day_of, require_one, sentences, show_progress

if TYPE_CHECKING:
    from dragoman.model import Coded, Document
    from dragoman.store import Carried, Entry, Placing

DEFAULT = "dragoman.db"
_TOLD = {"new": "added", "version": "added as version {0.version}", "coded anew": "coded anew", "known": "known already"}


def on_a_dossier(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the option that names its file."""
    from dragoman.faces.withholding import withheld

    @functools.wraps(command)
    def guarded(*given: object, dossier: str, **named: object) -> None:
        with withheld(dossier):
            command(*given, dossier=dossier, **named)

    option = click.option("--dossier", default=DEFAULT, show_default=True, metavar="FILE", help="The dossier file.")
    return option(guarded)


@click.command()
@on_a_dossier
def init(dossier: str) -> None:
    """Make a new, empty dossier file."""
    from dragoman.store import Store

    with sentences():
        Store(dossier, new=True).close()
    click.echo(f"{dossier}: a new dossier. Put reports in with: dragoman add REPORTS --dossier {dossier}")


@click.command()
@click.argument("reports", nargs=-1)
@on_a_dossier
@click.option("--coded", metavar="DIR", help="Add the coded files of this folder, corrected by hand or not (see: dragoman code).")
@click.option("--reports", "texts", metavar="FILE", help="With --coded: the .jsonl file that holds the texts.")
@click.option("--coder", metavar="NAME", help="With --coded: who coded or corrected them [default: what the files say].")
@click.option("--date", metavar="DAY", help="The reports' date, where they have none.")
@click.option("--workers", type=click.IntRange(1, 64), default=1, show_default=True, help="Code with so many processes.")
def add(
    reports: tuple[str, ...], dossier: str, coded: str | None, texts: str | None, coder: str | None, date: str | None,
    workers: int,
) -> None:  # fmt: skip
    """Read and code REPORTS (files, folders, .jsonl, or -) and keep them; a line for each once it is safely on disk.

    What is there already is not added twice; other words at the same address are a new version.
    """
    from dragoman.faces.adding import add_coded, add_reports
    from dragoman.sources import open_sources
    from dragoman.store import Store

    if not reports and not coded:
        raise click.UsageError("Give reports, or a folder of coded files with --coded.")
    require_one(reports, coded, None)
    failures: list[str] = []
    done = 0
    with sentences(), Store(dossier) as store:
        when = now()
        adding = (
            add_coded(store, coded, texts, day_of(date), when, coder, failures)
            if coded
            else add_reports(store, open_sources(reports), day_of(date), when, workers, failures, show_progress)
        )
        for placing, findings in adding:
            done += 1
            say_added(placing, findings)
    for failure in failures:
        click.echo(f"dragoman: {failure}", err=True)
    if not done:
        click.echo("dragoman: no report yielded anything.", err=True)
    sys.exit(NOTHING if not done else IN_PART if failures else DONE)


def say_added(placing: "Placing", findings: int) -> None:
    """Say in a line that a report is on disk."""
    told = _TOLD[placing.outcome].format(placing)
    click.echo(f"{placing.document}: {told}" + (f", {_count(findings, 'finding')}" if placing.outcome != "known" else ""))


def now() -> str:
    """Return the time of an act of the user, for the record."""
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


@click.command("list")
@on_a_dossier
def list_reports(dossier: str) -> None:
    """List the reports: date, id, version, findings, publisher, headline."""
    from dragoman.store import Store

    with sentences(), Store(dossier) as store:
        for entry in sorted(store.entries(), key=lambda e: (e.date or "", e.document, e.version)):
            click.echo(_line(entry))


def _line(entry: "Entry") -> str:
    version = f" (version {entry.version})" if entry.version > 1 else ""
    about = "erased" if entry.erased else f"{entry.findings} findings, {entry.publisher or 'publisher unknown'}"
    headline = f": {entry.headline}" if entry.headline else ""
    return f"{entry.date or 'no date   '}  {entry.document}{version}  [{about}]{headline}"


@click.command()
@click.argument("report")
@on_a_dossier
@click.option("--diff", is_flag=True, help="Show how the newest version differs, and what became of a person's findings.")
@click.option("--text", "whole", is_flag=True, help="Print the text as it was read, character for character.")
def show(report: str, dossier: str, whole: bool, diff: bool) -> None:
    """Show a report: its versions, and every finding with the words it rests on."""
    from dragoman.store import Store

    with sentences(), Store(dossier) as store:
        versions = store.versions(report)
        if not versions:
            raise click.UsageError(f"There is no report {report!r} in {dossier}; dragoman list shows what there is.")
        current = next((c for c in store.coded() if c.document.id == versions[0][0].document), None)
        became = store.carried(report) if diff else None
    if diff:
        for line in _difference(versions, became):
            click.echo(line)
        return
    if whole:
        sys.stdout.write(current.document.text if current else "")
        return
    for entry, _ in versions:
        click.echo(f"{_line(entry)}\n  added {entry.added}" + (f", {entry.address}" if entry.address else ""))
    for line in _findings(current) if current else ():
        click.echo(line)


def _difference(versions: list[tuple["Entry", "Document | None"]], became: "Carried | None") -> Iterator[str]:
    """The last two versions line by line, then the findings of a person that go to review, with the reason."""
    there = [(e, d) for e, d in versions if d is not None]
    if len(there) < 2:
        yield "There is one version only."
        return
    (one, before), (two, after) = there[-2:]
    names = f"version {one.version}", f"version {two.version}"
    yield from difflib.unified_diff(before.text.splitlines(), after.text.splitlines(), *names, lineterm="")
    if became is not None:
        yield f"{_count(len(became.findings), 'finding')} of a person carried over, {len(became.left)} to review:"
        for finding, state in became.left:
            yield f'  {state}: {finding.kind} "{" ".join(finding.spans[0].text.split())}"'


def _findings(coded: "Coded") -> Iterator[str]:
    from dragoman.model import Actor

    names = {a.id: a.name for a in coded.of(Actor)}
    for finding in sorted(coded.findings, key=lambda f: (f.spans[0].start, f.kind, f.id)):
        if isinstance(finding, Actor):
            continue
        who = next((v for f in ("speaker", "actor", "holder", "setter", "giver", "author") if (v := getattr(finding, f, ()))), ())
        told = next((v for f in ("stance", "relation", "status", "manner") if (v := getattr(finding, f, None))), "")
        words = " … ".join(" ".join(s.text.split()) for s in finding.spans)
        about = ", ".join(filter(None, [finding.kind, str(told), finding.certainty]))
        yield f"{finding.spans[0].start:>6}  {about}: {', '.join(names.get(i, i) for i in who) or 'nobody named'}"
        yield f'        "{words}"'


@click.command()
@on_a_dossier
def status(dossier: str) -> None:
    """Say how much the dossier holds."""
    from dragoman.store import Store

    with sentences(), Store(dossier) as store:
        found = store.status()
    span = f", from {found.first} to {found.last}" if found.first else ""
    kept = f"{_count(found.reports, 'report')} in {_count(found.versions, 'version')}, {_count(found.findings, 'finding')}"
    click.echo(f"{dossier}: {kept}{span}")
    if found.erased:
        click.echo(f"erased: {_count(found.erased, 'version')}")


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


@click.command()
@click.argument("words", nargs=-1, required=True)
@on_a_dossier
def search(words: tuple[str, ...], dossier: str) -> None:
    """Find the reports that hold all these WORDS, best first."""
    from dragoman.store import Store

    with sentences(), Store(dossier) as store:
        found = store.search(" ".join(words))
    for hit in found:
        click.echo(f"{hit.date or 'no date'}  {hit.document}: {' '.join(hit.around.split())}")
    if not found:
        click.echo("dragoman: no report holds all these words.", err=True)
        sys.exit(NOTHING)


def reread(form: str, content: bytes, place: str) -> str:
    """Return the text that raw bytes of a dossier give today."""
    from dragoman.reading import settled_text
    from dragoman.sources import Fetched

    fields = json.loads(content) if form == "row" else {}
    return settled_text(Fetched(place, content, form, place, fields))  # type: ignore[arg-type]  # a form that was kept


@click.command()
@on_a_dossier
def verify(dossier: str) -> None:
    """Check every hash, text, finding and quoted word; name the first byte that differs. Exit status 1 where one does."""
    from dragoman.store import Store

    with sentences(), Store(dossier) as store:
        faults = list(store.verify(reread))
        found = store.status()
    for fault in faults:
        click.echo(f"dragoman: {fault.text}", err=True)
    if faults:
        sys.exit(FAILED)
    click.echo(f"{dossier}: all is as it was added: {_count(found.versions, 'version')} of {_count(found.reports, 'report')}.")


@click.command()
@click.argument("report")
@on_a_dossier
@click.option("--reason", required=True, metavar="WORDS", help="Why; it stays on record, without any word of the report.")
def forget(report: str, dossier: str, reason: str) -> None:
    """Erase the words of REPORT for ever, in every version; its place and hashes stay, and the rest still verifies."""
    from dragoman.store import Store

    with sentences(), Store(dossier) as store:
        gone = store.forget(report, reason=reason, when=now())
    click.echo(f"{report}: erased, {_count(gone, 'version')}" if gone else f"{report}: was erased before")


COMMANDS = (init, add, list_reports, show, status, search, verify, forget)
