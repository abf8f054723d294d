"""Proposals on record: the command that lists what was put forward and what each party answered."""

import json
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from dragoman.faces.speaking import day_of, require_one, sentences
from dragoman.faces.withholding import withheld

if TYPE_CHECKING:
    from dragoman.analysis import Proposal
    from dragoman.assembly import Dossier


@click.command("proposals")
@click.argument("reports", nargs=-1)
@click.option("--coded", metavar="DIR", help="Take the coded files of this folder in place of reports.")
@click.option("--reports", "texts", metavar="FILE", help="With --coded: the .jsonl file that holds the texts.")
@click.option("--dossier", metavar="FILE", help="Take the reports that this dossier holds.")
@click.option("--as-of", metavar="DAY", help="As of this day [default: the newest report's].")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def proposals(
    reports: tuple[str, ...], coded: str | None, texts: str | None, dossier: str | None, as_of: str | None, form: str
) -> None:
    """List what was proposed, offered or demanded, and what each party answered.

    An answer is: accepted, accepted under a condition, refused, left open, or none. Only words on record count; what would be a
    way out by reckoning stands in the briefing, and never here.
    """
    from dragoman.analysis import proposals as on_record
    from dragoman.faces.intake import record_of

    require_one(reports, coded, dossier)
    with withheld(dossier), sentences():
        record, status = record_of(reports, coded, texts, dossier, day_of(as_of))
        found = on_record(record)
        plain = json.dumps(_plain(record, found), ensure_ascii=False, indent=1) if form == "json" else ""
        told = plain or "\n".join(_told(record, found))
        sys.stdout.buffer.write(f"{told}\n".encode())
    sys.exit(status)


def _told(record: "Dossier", found: "tuple[Proposal, ...]") -> Iterator[str]:
    if not found:
        yield "Nothing that was put forward has an answer on record, or is directed at anybody."
    for p in found:
        yield f"{record.party[p.by].name} {p.how}: {p.what}{f' ({p.day})' if p.day else ''}"
        yield from (f'    "{" ".join(c.quote.split())}" [{c.document}]' for c in p.citations[:1])
        for a in p.answers:
            words = "".join(f': "{" ".join(c.quote.split())}" [{c.document}]' for c in a.citations[:1])
            yield f"  {record.party[a.party].name} - {a.reply}{words}"


def _plain(record: "Dossier", found: "tuple[Proposal, ...]") -> list[object]:
    from dragoman.briefing.plain import proposals

    return proposals(record, found)
