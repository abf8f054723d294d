"""Where the sides stand, over time: the command that lists how far apart they are on each matter."""

import json
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from dragoman.faces.speaking import day_of, require_one, sentences
from dragoman.faces.withholding import withheld

if TYPE_CHECKING:
    from dragoman.analysis import Matter
    from dragoman.assembly import Dossier


@click.command("positions")
@click.argument("reports", nargs=-1)
@click.option("--coded", metavar="DIR", help="Take the coded files of this folder in place of reports.")
@click.option("--reports", "texts", metavar="FILE", help="With --coded: the .jsonl file that holds the texts.")
@click.option("--dossier", metavar="FILE", help="Take the reports that this dossier holds.")
@click.option("--as-of", metavar="DAY", help="As of this day [default: the newest report's].")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def positions(
    reports: tuple[str, ...], coded: str | None, texts: str | None, dossier: str | None, as_of: str | None, form: str
) -> None:
    """List how far apart the sides stand on each matter, day by day, and what none of them has ruled out.

    The scale has four steps from wanting or accepting a thing to refusing it; where both sides name amounts of one unit that
    differ, the distance is that of the amounts. It says nothing of how likely a deal is.
    """
    from dragoman.analysis import matters
    from dragoman.faces.intake import record_of

    require_one(reports, coded, dossier)
    with withheld(dossier), sentences():
        record, status = record_of(reports, coded, texts, dossier, day_of(as_of))
        found = matters(record)
        plain = json.dumps(_plain(record, found), ensure_ascii=False, indent=1) if form == "json" else ""
        told = plain or "\n".join(_told(record, found))
        sys.stdout.buffer.write(f"{told}\n".encode())
    sys.exit(status)


def _told(record: "Dossier", found: "tuple[Matter, ...]") -> Iterator[str]:
    from dragoman.briefing.apart import width

    if not found:
        yield "No matter on which two sides have spoken."
    for matter in found:
        yield matter.name + (" (no side has ruled it out)" if matter.common else "")
        for pair in matter.pairs:
            days = "; ".join(f"{g.day}: {width(g)}" for g in pair.gaps)
            unsure = "" if pair.sure else ", on readings less than sure"
            yield f"  {record.party[pair.a].name} and {record.party[pair.b].name}: {days} ({pair.trend}{unsure})"
            for side in (pair.a, pair.b):
                last = matter.stands[side][-1].citations[0]
                yield f'    {record.party[side].name}: "{" ".join(last.quote.split())}" [{last.document}]'


def _plain(record: "Dossier", found: "tuple[Matter, ...]") -> list[object]:
    from dragoman.briefing.plain import distances

    return distances(record, found)
