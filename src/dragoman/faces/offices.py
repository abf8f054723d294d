"""Offices over time: the command that lists who held which office from when to when."""

import json
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from dragoman.faces.speaking import day_of, require_one, sentences
from dragoman.faces.withholding import withheld

if TYPE_CHECKING:
    from dragoman.assembly import Dossier
    from dragoman.assembly.tenures import Tenure


@click.command("offices")
@click.argument("reports", nargs=-1)
@click.option("--coded", metavar="DIR", help="Take the coded files of this folder in place of reports.")
@click.option("--reports", "texts", metavar="FILE", help="With --coded: the .jsonl file that holds the texts.")
@click.option("--dossier", metavar="FILE", help="Take the reports that this dossier holds.")
@click.option("--as-of", metavar="DAY", help="As of this day [default: the newest report's].")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def offices(
    reports: tuple[str, ...], coded: str | None, texts: str | None, dossier: str | None, as_of: str | None, form: str
) -> None:
    """List who held which office from which day to which, in the words of the reports.

    Where a report names only the office ("the minister said"), whoever held it on that day is listed as its likely holder:
    one name where the reports leave one, several where they do not decide. Nothing in the record is changed by it.
    """
    from dragoman.assembly.tenures import tenures
    from dragoman.briefing.plain import offices as plain
    from dragoman.faces.intake import record_of

    require_one(reports, coded, dossier)
    with withheld(dossier), sentences():
        record, status = record_of(reports, coded, texts, dossier, day_of(as_of))
        known = tenures(record)
        told = json.dumps(plain(record), ensure_ascii=False, indent=1) if form == "json" else "\n".join(_told(record, known))
        sys.stdout.buffer.write(f"{told}\n".encode())
    sys.exit(status)


def _told(record: "Dossier", known: "tuple[Tenure, ...]") -> Iterator[str]:
    from dragoman.assembly.tenures import by_office

    if not known:
        yield "No office of anybody with a name in a dated report."
    for tenure in known:
        of = ", ".join(record.party[p].name for p in tenure.of)
        yield f"{tenure.office}{f' ({of})' if of else ''}: {record.party[tenure.party].name}, {_days(tenure)}"
        yield from (f'    "{" ".join(w.quote.split())}" [{w.document}]' for w in tenure.words[:2])
    for words, candidates in by_office(record, known):
        names = " or ".join(record.party[c].name for c in candidates)
        left_open = "" if len(candidates) == 1 else ", which the reports leave open"
        yield f'"{words.quote}" [{words.document}]: that day {names}{left_open}'


def _days(tenure: "Tenure") -> str:
    """From when to when, by the days that reports tell, else by the reports that show it."""
    began = f"since {tenure.since}" if tenure.since else f"seen from {tenure.seen[0]}" if tenure.seen else "before"
    if tenure.until:
        return f"{began}, until {tenure.until}"
    if tenure.gone:
        return f"{began}, no longer by {tenure.gone}"
    return f"{began}{f', still on {tenure.seen[1]}' if tenure.seen and tenure.seen[1] != tenure.first else ''}"
