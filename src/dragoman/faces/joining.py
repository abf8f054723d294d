"""Saying that two names are one actor or that two passages are one promise, and that they are two."""

import difflib
from typing import TYPE_CHECKING, Any, Literal

import click

from dragoman.faces.dossier import now, on_a_dossier
from dragoman.faces.speaking import sentences
from dragoman.faces.withholding import withheld

if TYPE_CHECKING:
    from dragoman.store import Store

_NEAR = 3


def _joining(verdict: Literal["merge", "split"], told: str) -> click.Command:
    @click.argument("kind", type=click.Choice(["actor", "promise"]))
    @click.argument("a")
    @click.argument("b")
    @on_a_dossier
    @click.option("--by", required=True, metavar="NAME", help="Who says so.")
    @click.option("--why", default="", metavar="WORDS", help="Why.")
    def command(kind: str, a: str, b: str, dossier: str, by: str, why: str) -> None:
        from dragoman.model import join
        from dragoman.store import Store

        with withheld(dossier), sentences(), Store(dossier) as store:
            ends: list[Any] = [_known(store, n) for n in (a, b)] if kind == "actor" else [_promised(store, n) for n in (a, b)]
            if ends[0] == ends[1]:
                raise click.UsageError(f"{a!r} and {b!r} are the same {kind}; name two.")
            store.judge(join(verdict, "actor" if kind == "actor" else "commitment", ends, by=by, when=now(), why=why))
        click.echo(f"{a} and {b}: {told} {kind}{'' if verdict == 'merge' else 's'}")

    command.__doc__ = (
        f"Say that A and B are {told} {'actor or promise' if verdict == 'merge' else 'actors or promises'}.\n\n    An actor is "
        "named as a briefing names it; a promise by words of the passage that tells it. It holds whatever a machine reads "
        "later, is listed by `dragoman judgements` and taken back by `dragoman undo`."
    )
    return click.command(verdict)(command)


def _known(store: "Store", name: str) -> str:
    """The name, if some report of the dossier has it."""
    from dragoman.model import Actor

    names = {n for c in store.coded() for a in c.of(Actor) for n in (a.name, *a.aliases)}
    if name.casefold() in {n.casefold() for n in names}:
        return name
    near = difflib.get_close_matches(name, sorted(names), _NEAR)
    hint = f" Did you mean {' or '.join(repr(n) for n in near)}?" if near else " `dragoman show` lists the names of a report."
    raise click.UsageError(f"No report in the dossier names {name!r}.{hint}")


def _promised(store: "Store", words: str) -> list[Any]:
    """The report and the places of the one promise whose passage holds the words."""
    from dragoman.model import Commitment, places

    told = " ".join(words.split()).casefold()
    every = [f for c in store.coded() for f in c.of(Commitment)]
    found = [f for f in every if told in " ".join(s.text for s in f.spans).casefold()]
    if len(found) != 1:
        where = "; ".join(f"{f.document}: {' … '.join(s.text for s in f.spans)!r}" for f in found[:_NEAR])
        many = f": {where}. Give more of the words." if found else "."
        raise click.UsageError(f"{len(found) or 'No'} promises are told in words with {words!r}{many}")
    return [found[0].document, [list(p) for p in places(found[0])]]


merge = _joining("merge", "one")
split = _joining("split", "two")

__all__ = ["merge", "split"]
