"""Judging findings in the terminal: what matters most first, words in their sentence, each judgement on disk before the next."""

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin, get_type_hints

import click

from dragoman.faces.dossier import now, on_a_dossier
from dragoman.faces.speaking import sentences
from dragoman.faces.withholding import withheld

if TYPE_CHECKING:
    from dragoman.model import Coded, Finding, Judgement
    from dragoman.store import Store

_KEYS = "a accept, r reject, c correct, s skip, u undo my last, q quit"
_SHOWN = ("actor", "speaker", "holder", "setter", "giver", "author")


@click.command()
@on_a_dossier
@click.option("--by", required=True, metavar="NAME", help="Who judges.")
@click.option("--kind", metavar="KIND", help="Only findings of this kind (position, condition, deadline ...).")
@click.option("--blind", is_flag=True, help="Leave out what other people have judged.")
def review(dossier: str, by: str, kind: str | None, blind: bool) -> None:
    """Judge findings one by one, those that a deadlock rests on first, then the less sure. Each judgement is kept at once."""
    from dragoman.model import KINDS
    from dragoman.store import Store

    if kind and kind not in KINDS:
        raise click.UsageError(f"There is no kind {kind!r}; the kinds are {', '.join(KINDS)}.")
    with withheld(dossier), sentences(), Store(dossier) as store:
        coded = {c.document.id: c for c in store.coded()}
        told = [j for _, j in store.judgements() if not blind or j.by == by]
        queue = list(_queue(list(coded.values()), told, by, kind))
        click.echo(f"{len(queue)} findings to judge. {_KEYS}.")
        done = _judge_each(store, coded, queue, by)
        click.echo(f"{done} judged, {len(queue) - done} left.")


def _queue(coded: list["Coded"], told: list["Judgement"], by: str, kind: str | None) -> Iterator["Finding"]:
    """What this person has not judged: members of deadlocks, then disputed and less sure ones, then the rest; copies once."""
    from dragoman.analysis import analyse
    from dragoman.assembly import assemble, finding_judged, standing_judgements
    from dragoman.model import Actor

    record = assemble(coded, judgements=told)
    stuck = {c.id for d in analyse(record).deadlocks for m in d.members for c in m.conditions}
    copied = {d for group in record.copies for d in group[1:]}
    report = {c.document.id: c for c in coded}
    own = [(report[j.document], j) for j in standing_judgements(told) if j.by == by and j.document in report]
    mine = {judged.id for one, j in own if (judged := finding_judged(one, j)) is not None}
    weight = {"possible": 1, "likely": 1, "sure": 2}
    found = [
        f
        for c in coded
        for f in c.findings
        if not isinstance(f, Actor) and f.document not in copied and (kind is None or f.kind == kind) and f.id not in mine
    ]
    yield from sorted(
        found,
        key=lambda f: (
            0 if f.id in stuck else weight[f.certainty], f.kind == "statement", f.document, f.spans[0].start, f.id
        ),
    )  # fmt: skip


def _judge_each(store: "Store", coded: dict[str, "Coded"], queue: list["Finding"], by: str) -> int:
    from dragoman.model import Judgement, judge, undo

    made: list[Judgement] = []
    place = 0
    while place < len(queue):
        finding = queue[place]
        click.echo(f"\n{place + 1} of {len(queue)}  {_told(coded[finding.document], finding)}")
        key = _asked("[a/r/c/s/u/q] ")
        if key in ("", "q"):
            break
        if key == "u" and made:
            store.judge(undo(made.pop(), by=by, when=now()))
            place = max(place - 1, 0)
            continue
        if key == "a":
            made.append(judge(finding, "accept", by=by, when=now()))
        elif key == "r":
            made.append(judge(finding, "reject", by=by, when=now(), why=_asked("why? ")))
        elif key == "c":
            changes = _corrections(coded[finding.document], finding)
            if not changes:
                click.echo("Nothing is corrected.")
                continue
            made.append(judge(finding, "correct", by=by, when=now(), changes=changes))
        elif key != "s":
            click.echo(_KEYS)
            continue
        if key != "s":
            store.judge(made[-1])
        place += 1
    return len(made)


def _asked(prompt: str) -> str:
    """One line of an answer, without spaces around it; empty at the end of the input."""
    click.echo(prompt, nl=False)
    answer = sys.stdin.readline()
    if not sys.stdin.isatty():
        click.echo()
    return answer.strip() if answer else ""


def _corrections(coded: "Coded", finding: "Finding") -> dict[str, Any]:
    """The fields that the person sets, one `field=value` a line until an empty one; `turn` swaps the ends of a condition."""
    from dragoman.model import Actor, DragomanError

    actors = [f for f in coded.findings if isinstance(f, Actor)]
    turn = "; turn: the other way round" if finding.kind == "condition" else ""
    click.echo(f"field=value, one a line, an empty line to end{turn}")
    click.echo("people: " + ", ".join(f"{n} {a.name}" for n, a in enumerate(actors, 1)))
    changes: dict[str, Any] = {}
    while line := _asked("  "):
        if line == "turn" and finding.kind == "condition":
            changes["turned"] = True
            continue
        name, mark, value = (part.strip() for part in line.partition("="))
        known = sorted({f.name for f in fields(finding)} - _FIXED)
        if not mark or name not in known:
            click.echo(f"  {line!r} sets no field of a {finding.kind}; it has {', '.join(known)}.")
            continue
        try:
            changes[name] = _value(get_type_hints(type(finding))[name], name, value, [a.id for a in actors])
        except (ValueError, DragomanError) as error:
            click.echo(f"  {error}")
    return changes


_FIXED = frozenset(
    "kind id document spans coder same_as statement gated_span required_span cue source_span candidates via".split()
)
"""What a correction cannot set: what the finding is tied to."""


def _value(hint: object, name: str, value: str, actors: list[str]) -> object:
    """A value as its field holds it: people by their number in the list, yes or no, else the words; empty for nothing.

    Raises ValueError, with what to write, where the field can hold no such value.
    """
    from dragoman.model import Moment

    kinds = get_args(hint) or (hint,)
    listed = [v for kind in (hint, *kinds) if get_origin(kind) is Literal for v in get_args(kind)]
    if name in (*_SHOWN, "addressee", "receiver", "target", "participants", "parties", "on_behalf_of"):
        numbers = [int(n) for n in re.findall(r"\d+", value)]
        if (value and not numbers) or not all(0 < n <= len(actors) for n in numbers):
            raise ValueError(f"{value!r} is nobody in the list; give numbers from 1 to {len(actors)}.")
        return [actors[n - 1] for n in numbers]
    if bool in kinds:
        return value.lower() in ("yes", "y", "true", "1")
    if not value:
        return None
    if listed and value not in listed:
        raise ValueError(f"{value!r} is no {name}; it is one of {', '.join(map(str, listed))}.")
    if float in kinds:
        try:
            return float(value.replace(",", ""))
        except ValueError:
            raise ValueError(f"{value!r} is no number; write it in digits, as 400000.") from None
    if name in ("date", "on", "said_on"):
        return Moment(value).value
    if name == "duration" and not re.fullmatch(r"P(?:\d+[YMWD])+|PT\d+[HM]", value):
        raise ValueError(f"{value!r} is no length of time; write it as P50D, P6W or P3M.")
    return value


def _told(coded: "Coded", finding: "Finding") -> str:
    """What was read, in one line, and the words marked in their sentence."""
    from dragoman.model import Actor

    names = {a.id: a.name for a in coded.of(Actor)}
    fields = ("issue", "gated", "required", "what", "date", "item", "quantity", "measure")
    who = next((v for f in _SHOWN if (v := getattr(finding, f, ()))), ())
    what = [str(v) for f in ("stance", "relation", "status", "manner") if (v := getattr(finding, f, None))]
    about = [f"{f}: {v}" for f in fields if (v := getattr(finding, f, None))]
    head = (
        f"{finding.kind} ({', '.join([*what, finding.certainty])}) of {', '.join(names.get(i, i) for i in who) or 'nobody named'}"
    )
    return "\n".join([f"{head}, in {finding.document}", *(f"  {a}" for a in about), f"  {_marked(coded.document.text, finding)}"])


def _marked(text: str, finding: "Finding") -> str:
    start, end = finding.spans[0].start, finding.spans[-1].end
    before = max(text.rfind(mark, 0, start) for mark in (". ", "\n", "? ", "! ")) + 1
    after = min((p for mark in (". ", "\n", "? ", "! ") if (p := text.find(mark, end)) >= 0), default=len(text)) + 1
    words = f"{text[before:start]}[[{text[start:end]}]]{text[end:after]}"
    return " ".join(words.split())


@click.command()
@on_a_dossier
def judgements(dossier: str) -> None:
    """List what people have judged, by number; `dragoman undo NUMBER --by NAME` takes one back."""
    from dragoman.assembly import standing_judgements
    from dragoman.store import Store

    with withheld(dossier), sentences(), Store(dossier) as store:
        made = store.judgements()
        stands = {j.id for j in standing_judgements(j for _, j in made)}
        numbers = {j.id: n for n, j in made}
        for number, j in made:
            what = f"undoes {numbers.get(j.undoes, '?')}" if j.verdict == "undo" else f"{j.kind} in {j.document}"
            fields = "".join(f"; {k} = {v}" for k, v in j.changes.items())
            if j.verdict in ("merge", "split"):
                names = (n if j.kind == "actor" else f"the words at {n[1][0][0]} in {n[0]}" for n in j.changes["told"])
                what, fields = f"{'actors' if j.kind == 'actor' else 'promises'} {' and '.join(names)}", ""
            gone = "" if j.id in stands or j.verdict == "undo" else "  (taken back or replaced)"
            click.echo(f"{number:>4}  {j.when[:16]}  {j.by}: {j.verdict} {what}{fields}" + (f": {j.why}" if j.why else "") + gone)


@click.command("undo")
@click.argument("number", type=int)
@on_a_dossier
@click.option("--by", required=True, metavar="NAME", help="Who takes it back.")
@click.option("--why", default="", metavar="WORDS", help="Why.")
def undo_judgement(number: int, dossier: str, by: str, why: str) -> None:
    """Take back the judgement with this NUMBER, an undo too; nothing is ever deleted."""
    from dragoman.model import undo
    from dragoman.store import Store

    with withheld(dossier), sentences(), Store(dossier) as store:
        found = dict(store.judgements()).get(number)
        if found is None:
            raise click.UsageError(f"There is no judgement {number} in {dossier}; dragoman judgements lists them.")
        store.judge(undo(found, by=by, when=now(), why=why))
    click.echo(f"{number}: taken back")


@click.command()
@on_a_dossier
def agreement(dossier: str) -> None:
    """Print how far people agree on what they both judged: Krippendorff's alpha by kind, with its 95 % interval."""
    from dragoman.assembly import agreements
    from dragoman.store import Store

    with withheld(dossier), sentences(), Store(dossier) as store:
        found = agreements(j for _, j in store.judgements())
    for line in _agreed(found):
        click.echo(line)


def _agreed(found: "Iterable[Any]") -> Iterator[str]:
    none = True
    for a in found:
        none = False
        told = "all said the same" if a.alpha is None else f"alpha {a.alpha:.3f} ({a.low:.3f} to {a.high:.3f})"
        yield f"{a.kind:<12} {told}, {a.units} findings judged by two or more"
    if none:
        yield "No finding has been judged by two people yet."


REVIEWING = (review, judgements, undo_judgement, agreement)
