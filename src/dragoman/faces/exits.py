"""Ways out and the timetable: the commands that list what would untie the deadlocks, and when each step can come."""

import json
import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import click

from dragoman.faces.speaking import day_of, require_one, sentences
from dragoman.faces.supposing import called, cited, condition_told, lengths_told, planned_plain, when_told
from dragoman.faces.withholding import withheld

if TYPE_CHECKING:
    from dragoman.analysis import Analysis, Deadlock, Timetable, WayOut
    from dragoman.assembly import Dossier


def _common(command: Callable[..., None]) -> Callable[..., None]:
    """The arguments of a command that reads a record."""
    for option in (
        click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True),
        click.option("--as-of", metavar="DAY", help="As of this day [default: the newest report's]."),
        click.option("--steps", metavar="FILE", help="Which wordings are one step and which are two."),
        click.option("--dossier", metavar="FILE", help="Take the reports that this dossier holds."),
        click.option("--reports", "texts", metavar="FILE", help="With --coded: the .jsonl file that holds the texts."),
        click.option("--coded", metavar="DIR", help="Take the coded files of this folder in place of reports."),
        click.argument("reports", nargs=-1),
    ):
        command = option(command)
    return command


@click.command("ways-out")
@_common
def ways_out(
    reports: tuple[str, ...], coded: str | None, texts: str | None, dossier: str | None, steps: str | None, as_of: str | None,
    form: str,
) -> None:  # fmt: skip
    """List each deadlock, the smallest ways out of it, and on which readings it hangs, the strict and the lenient side by side.

    What stands behind a condition (1 to 10) orders conditions by how firmly, by whom, how often and how lately they were said. It
    measures nobody's will and is no advice.
    """
    from dragoman.analysis import analyse

    record, status = _record(reports, coded, texts, dossier, steps, as_of)
    with sentences():
        found = analyse(record)
    if form == "json":
        from dragoman.briefing.plain import exits

        _write(json.dumps(exits(record, found), ensure_ascii=False, indent=1))
    else:
        _write("\n".join(_ways_told(record, found)))
    sys.exit(status)


@click.command("schedule")
@_common
@click.option("--takes", multiple=True, metavar="STEP=DAYS", help="Suppose that this step takes so many days.")
def schedule(
    reports: tuple[str, ...], coded: str | None, texts: str | None, dossier: str | None, steps: str | None, as_of: str | None,
    form: str, takes: tuple[str, ...],
) -> None:  # fmt: skip
    """List when each step can come, the last day that keeps what is due, the slack, and what slips with it; after each way out
    too.

    A STEP is its number in the list of `what-if` or words that name it. Days come from stated days and lengths alone: what the
    conditions allow, not what will be.
    """
    from dragoman.analysis import analyse, timetables

    record, status = _record(reports, coded, texts, dossier, steps, as_of)
    with sentences():
        found = timetables(record, analyse(record).ways_out, lengths_told(record, takes))
    if form == "json":
        _write(json.dumps(_schedule_plain(record, found), ensure_ascii=False, indent=1))
    else:
        _write("\n".join(_schedule_told(record, found)))
    sys.exit(status)


def _record(
    reports: tuple[str, ...], coded: str | None, texts: str | None, dossier: str | None, steps: str | None, as_of: str | None
) -> "tuple[Dossier, int]":
    from dragoman.faces.intake import record_of
    from dragoman.faces.speaking import read_file

    require_one(reports, coded, dossier)
    with withheld(dossier), sentences():
        return record_of(reports, coded, texts, dossier, day_of(as_of), read_file(steps))


def _write(lines: str) -> None:
    sys.stdout.buffer.write(f"{lines}\n".encode())


def _ways_told(record: "Dossier", found: "Analysis") -> Iterator[str]:
    standing = [d for d in found.deadlocks if d.until is None]
    if not standing:
        yield "No deadlock stands: there is nothing to untie." if not found.alone else "No deadlock stands between sides."
    for own in found.alone:
        who = " and ".join(record.party[p].name for p in own.parties) or "nobody who is named"
        yield f"Stuck within conditions of {who}, which wait for one another:"
        yield from (f"  {condition_told(record, m)}  {cited(m.citations)}" for m in own.members)
    for number, deadlock in enumerate(standing, 1):
        yield f"Deadlock {number} ({deadlock.shape}, {'hard' if deadlock.hard else 'soft'})"
        for member in deadlock.members:
            weight = found.weights[member.id]
            yield f"  {condition_told(record, member)}  {cited(member.citations)}"
            yield f"      behind it {weight.value}: {', '.join(weight.reasons)}"
        yield from _readings_told(found, deadlock)
    for way in (*found.ways_out, *found.lighter):
        numbers = " and ".join(str(n) for n, d in enumerate(standing, 1) if d.id in way.unties)
        yield f"Way out of {numbers}: {_way_told(record, way)}"
    for both in found.at_once:
        numbers = " and ".join(str(n) for n, d in enumerate(standing, 1) if d.id in both.unties)
        who = " and ".join(record.party[p].name for p in both.by)
        steps = "both steps" if len(both.conditions) < 3 else "all their steps"
        yield f"Way out of {numbers}: {who} {'let' if len(both.by) > 1 else 'lets'} {steps} come at one moment"
    for late in found.overrun:
        told = f"{called(record, record.step[late.step])}, due by {late.due}, takes {late.takes} days"
        why = cited(late.deadline.citations if late.deadline else ())
        yield f"Too late whatever is given up: {told}: {late.soonest} at the soonest  {why}"
    yield from _unreckoned_told(record)
    if found.capped:
        yield "There are more deadlocks, or ways out, than are listed: what is listed is a part."


def _unreckoned_told(record: "Dossier") -> Iterator[str]:
    """What is left out of the reckoning and bears on what is in it."""
    from dragoman.analysis import unreckoned

    for asked in unreckoned(record):
        yield f"Not reckoned with, since it makes no step wait: {condition_told(record, asked)}  {cited(asked.citations)}"
    for asked in (r for r in record.requirements if r.gated == r.required and r.certainty != "possible"):
        told = f"{condition_told(record, asked)}  {cited(asked.citations)}"
        yield f"Not reckoned with, since both its places were taken as one step: {told}"


def _way_told(record: "Dossier", way: "WayOut") -> str:
    who = " and ".join(record.party[p].name for p in way.by) or "whoever set it"
    if way.extend:
        return f"{who} moves the deadline to {way.extend} or later"
    goes = "; ".join(condition_told(record, r) for r in way.drop)
    besides = [f"behind it {way.weight}", *(["lightest"] if way.lightest else []), *(["or turned round"] if way.turn else [])]
    return f"{who} {'gives' if len(way.by) < 2 else 'give'} up [{goes}] ({', '.join(besides)})"


def _readings_told(found: "Analysis", deadlock: "Deadlock") -> Iterator[str]:
    """The two readings side by side, and each hinge."""
    from dragoman.analysis import is_lenient

    lenient = "it stands" if is_lenient(deadlock) else "it is gone"
    yield f"  strict reading (hedged words and assumptions count): it stands; lenient (they do not): {lenient}"
    for hinge in found.hinges.get(deadlock.id, ()):
        words = " and ".join(f'"{w}"' for w in hinge.wordings)
        yield f"      hinges on {hinge.kind}: {hinge.why or words or 'the words as read'}  {cited(hinge.citations)}"


def _schedule_told(record: "Dossier", found: "Timetable") -> Iterator[str]:
    from dragoman.analysis import owners

    name = {s.id: called(record, s) for s in record.steps}
    yield f"As of {record.as_of or 'no known day'}; days are what the conditions allow, not what will be."
    for deed in found.done:
        yield f"  {name[deed.step]}: done on {deed.on}  {cited(deed.citations)}"
    for plan in found.plans:
        first = f", first {plan.first}" if plan.first and not plan.stuck and plan.last else ""
        slack = f", slack {plan.slack}" if plan.slack is not None and plan.last else ""
        slack += f", takes {plan.takes} days, over on {plan.over} at the soonest" if plan.takes and plan.over else ""
        whose = " and ".join(record.party[p].name for p in owners(record, plan.step))
        of = f" (of {whose})" if whose else ""
        yield f"  {name[plan.step.id]}{of}: {when_told(plan)}{first}{slack}  {cited(w.citation for w in plan.step.wordings[:1])}"
        if slips := (found.slips or {}).get(plan.step.id):
            yield f"      a day longer, and later come: {', '.join(name[s] for s in slips if s in name)}"
    for way, plans in found.after:
        yield f"Hypothetical, after this: {_way_told(record, way)}"
        yield from (f"  {name[p.step.id]}: {when_told(p)}" for p in plans)
    yield from _unreckoned_told(record)
    if found.capped:
        yield "Too many steps or ways out to ask what slips after each: what is listed is a part."


def _schedule_plain(record: "Dossier", found: "Timetable") -> dict[str, Any]:
    from dragoman.analysis import owners

    def plain(plans: Any) -> list[dict[str, Any]]:
        whose = {p.step.id: [record.party[i].name for i in owners(record, p.step)] for p in plans}
        return [
            {"step": p.step.id, "name": p.step.name, "owners": whose[p.step.id], **planned_plain(p), "takes": p.takes}
            for p in plans
        ]

    return {
        "steps": [{**p, "slips": list((found.slips or {}).get(p["step"], ()))} for p in plain(found.plans)],
        "after": [{"hypothetical": True, "drop": [r.id for r in w.drop], "moved": plain(plans)} for w, plans in found.after],
        "done": [{"step": d.step, "name": record.step[d.step].name, "on": d.on} for d in found.done],
        "capped": found.capped,
    }
