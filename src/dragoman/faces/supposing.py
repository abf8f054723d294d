"""What if: the command that asks what would differ if a step were done, a condition dropped or a day moved."""

import json
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import click

from dragoman.faces.speaking import day_of, require_one, sentences
from dragoman.faces.withholding import withheld

if TYPE_CHECKING:
    from dragoman.analysis import Deadlock, Planned, Supposed, WhatIf
    from dragoman.assembly import Dossier, Requirement, Step
    from dragoman.model import Citation

LONGEST = 36_525
"""Days that a step may be supposed to take: a calendar ends, and a longer one is a slip of the hand."""


@click.command("what-if")
@click.argument("reports", nargs=-1)
@click.option("--coded", metavar="DIR", help="Take the coded files of this folder in place of reports.")
@click.option("--reports", "texts", metavar="FILE", help="With --coded: the .jsonl file that holds the texts.")
@click.option("--dossier", metavar="FILE", help="Take the reports that this dossier holds.")
@click.option("--done", multiple=True, metavar="STEP", help="Suppose that this step is done.")
@click.option("--never", multiple=True, metavar="STEP", help="Suppose that this step will never come.")
@click.option("--drop", multiple=True, metavar="NUMBER", help="Suppose that this condition is dropped.")
@click.option("--due", multiple=True, metavar="STEP=DAY", help="Suppose that this step is due by this day.")
@click.option("--takes", multiple=True, metavar="STEP=DAYS", help="Suppose that this step takes so many days.")
@click.option("--as-of", metavar="DAY", help="Count days from this day [default: the newest report's].")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def what_if(
    reports: tuple[str, ...], coded: str | None, texts: str | None, dossier: str | None,
    done: tuple[str, ...], never: tuple[str, ...], drop: tuple[str, ...], due: tuple[str, ...], takes: tuple[str, ...],
    as_of: str | None, form: str,
) -> None:  # fmt: skip
    """Ask what would differ. Without anything supposed: list the steps and conditions, by number, with their days.

    A STEP is its number in that list or words that name it. Nothing is written anywhere; what comes out is hypothetical.
    """
    from dragoman.analysis import suppose
    from dragoman.faces.intake import record_of

    require_one(reports, coded, dossier)
    with withheld(dossier), sentences():
        record, status = record_of(reports, coded, texts, dossier, day_of(as_of))
        if not any((done, never, drop, due, takes)):
            lines = json.dumps(_list_plain(record), ensure_ascii=False, indent=1) if form == "json" else "\n".join(_list(record))
        else:
            supposed = _supposed(record, done, never, drop, due, takes)
            found = suppose(record, supposed)
            plain = json.dumps(_plain(record, found), ensure_ascii=False, indent=1)
            lines = plain if form == "json" else "\n".join(_told(record, supposed, found))
        sys.stdout.buffer.write(f"{lines}\n".encode())
    sys.exit(status)


def _supposed(
    record: "Dossier", done: Iterable[str], never: Iterable[str], drop: Iterable[str], due: Iterable[str], takes: Iterable[str]
) -> "Supposed":
    from dragoman.analysis import Supposed, requirement_named, step_named

    return Supposed(
        done=tuple(step_named(record, s).id for s in done),
        never=tuple(step_named(record, s).id for s in never),
        dropped=tuple(requirement_named(record, n).id for n in drop),
        due={step: day for step, d in _by_step(record, due, "--due STEP=DAY").items() if (day := day_of(d)) is not None},
        takes=lengths_told(record, takes),
    )


def lengths_told(record: "Dossier", takes: Iterable[str]) -> dict[str, int]:
    """Return how many days steps (ids) are supposed to take, from words of the form STEP=DAYS."""
    for step, days_taken in (_halves(t, "--takes STEP=DAYS") for t in takes):
        if not days_taken.isdecimal():
            raise click.UsageError(f"--takes {step}={days_taken}: {days_taken!r} is no number of days.")
        if len(days_taken) > len(str(LONGEST)) or int(days_taken) > LONGEST:
            raise click.UsageError(f"--takes {step}={days_taken}: a step may take {LONGEST:,} days (a hundred years) at most.")
    return {step: int(n) for step, n in _by_step(record, takes, "--takes STEP=DAYS").items()}


def _by_step(record: "Dossier", told: Iterable[str], form: str) -> dict[str, str]:
    """What is told of each step (by id), once."""
    from dragoman.analysis import step_named

    found: dict[str, str] = {}
    for name, value in (_halves(t, form) for t in told):
        step = step_named(record, name)
        if found.setdefault(step.id, value) != value:
            both = f"{found[step.id]} and {value}"
            raise click.UsageError(f"{form.split()[0]} is given twice for {step.name!r}, {both}; give one of the two.")
    return found


def _halves(told: str, form: str) -> tuple[str, str]:
    name, mark, value = told.rpartition("=")
    if not mark or not name.strip() or not value.strip():
        raise click.UsageError(f"{told!r} is not of the form {form}.")
    return name.strip(), value.strip()


def _list(record: "Dossier") -> Iterator[str]:
    from dragoman.analysis import done_on_record, listed, planned

    days = {p.step.id: f"  ({when_told(p)})" for p in planned(record)}
    days |= {d.step: f"  (done on {d.on})" for d in done_on_record(record)}
    yield f"Steps, as of {record.as_of or 'no known day'}:"
    for number, step in enumerate(record.steps, 1):
        yield f"{number:>4}  {called(record, step)}{days.get(step.id, '')}"
    yield "Conditions:"
    for number, asked in enumerate(listed(record), 1):
        yield f"{number:>4}  {condition_told(record, asked)}  {cited(asked.citations)}"


def _list_plain(record: "Dossier") -> dict[str, Any]:
    from dragoman.analysis import done_on_record, listed, planned

    days = {p.step.id: planned_plain(p) for p in planned(record)}
    days |= {d.step: {"done": d.on} for d in done_on_record(record)}
    return {
        "hypothetical": False,
        "as_of": str(record.as_of) if record.as_of else None,
        "steps": [{"number": n, "id": s.id, "name": s.name, **days.get(s.id, {})} for n, s in enumerate(record.steps, 1)],
        "conditions": [
            {"number": n, "id": r.id, "told": condition_told(record, r), "strict": r.strict, "rests_on": cited(r.citations)}
            for n, r in enumerate(listed(record), 1)
        ],
    }


def when_told(plan: "Planned") -> str:
    """Return in words when a step can come."""
    if plan.stuck:
        return "stuck"
    parts = ["waits" if plan.waits_for else "can begin"]
    if plan.first and plan.slack is not None and plan.last:
        fine, due = ("begun by", "would have to begin by") if plan.takes else ("by", "due by")
        fits = plan.slack >= 0
        parts.append(f"{fine} {plan.last} at the latest" if fits else f"late: {due} {plan.last}, not before {plan.first}")
    return ", ".join(parts)


def _told(record: "Dossier", supposed: "Supposed", found: "WhatIf") -> Iterator[str]:
    yield f"Hypothetical, as of {record.as_of or 'no known day'}; nothing of this is on the record. Supposing that"
    for clause in _clauses(record, supposed):
        yield f"  {clause}"
    for head, deadlocks in (("Gone:", found.dissolved), ("New:", found.new), ("Still there:", found.standing)):
        for deadlock in deadlocks:
            yield head
            yield from (f"  {condition_told(record, m)}  {cited(m.citations)}" for m in deadlock.members)
    for asked in found.barred:
        yield f"Never to be met any more: {condition_told(record, asked)}  {cited(asked.citations)}"
    for step in found.opened:
        yield f"Would wait for nothing any more: {called(record, step)}  {cited(w.citation for w in step.wordings[:1])}"
    for before, after in found.moved:
        yield f"Days of {called(record, after.step)}: {when_told(before)}; then {when_told(after)}"
    if not any((found.dissolved, found.new, found.barred, found.opened, found.moved)):
        yield "Nothing would differ."


def _clauses(record: "Dossier", supposed: "Supposed") -> Iterator[str]:
    name = {s.id: called(record, s) for s in record.steps}
    asked = {r.id: r for r in record.requirements}
    yield from (f"done: {name[s]}" for s in supposed.done)
    yield from (f"never to come: {name[s]}" for s in supposed.never)
    yield from (f"dropped: {condition_told(record, asked[r])}" for r in supposed.dropped)
    yield from (f"due by {day}: {name[s]}" for s, day in supposed.due.items())
    yield from (f"takes {n} days: {name[s]}" for s, n in supposed.takes.items())


def called(record: "Dossier", step: "Step") -> str:
    """Return a step's name; of what is called by what goes on until then it is the end."""
    from dragoman.analysis import goes_on

    return f'the end of "{step.name}"' if goes_on(record, step) else f'"{step.name}"'


def condition_told(record: "Dossier", asked: "Requirement") -> str:
    """Return whose condition it is and what waits for what."""
    who = " and ".join(record.party[p].name for p in asked.holders) or "the report"
    gated, required = asked.conditions[0].gated, asked.conditions[0].required
    return f"{who}: {gated} [{asked.relation.replace('_', ' ')}] {required}" + ("" if asked.strict else " (hedged)")


def cited(citations: "Iterable[Citation]") -> str:
    """Return the report and the words of the first citation."""
    first = next(iter(citations), None)
    return f'[{first.document}: "{" ".join(first.quote.split())}"]' if first else ""


def _plain(record: "Dossier", found: "WhatIf") -> dict[str, Any]:
    def knots(deadlocks: "Iterable[Deadlock]") -> list[dict[str, Any]]:
        return [{"id": d.id, "kind": d.kind, "conditions": [m.id for m in d.members]} for d in deadlocks]

    return {
        "hypothetical": True,
        "as_of": str(record.as_of) if record.as_of else None,
        "dissolved": knots(found.dissolved),
        "standing": knots(found.standing),
        "new": knots(found.new),
        "barred": [r.id for r in found.barred],
        "opened": [{"id": s.id, "name": s.name} for s in found.opened],
        "moved": [
            {"step": then.step.id, "name": then.step.name, "before": planned_plain(now), "after": planned_plain(then)}
            for now, then in found.moved
        ],
    }


def planned_plain(plan: "Planned") -> dict[str, Any]:
    """Return when a step can come as plain values."""
    days = {k: str(v) if v else None for k, v in (("first", plan.first), ("last", plan.last))}
    return {**days, "slack": plan.slack, "stuck": plan.stuck, "waits_for": [r.id for r in plan.waits_for]}
