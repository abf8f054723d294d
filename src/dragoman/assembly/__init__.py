"""One record of the negotiation out of many reports."""

from collections.abc import Iterable
from dataclasses import replace

from dragoman.assembly.agreement import Agreement, agreements, alpha
from dragoman.assembly.contradictions import contradictions
from dragoman.assembly.corrections import Correction, corrections, standing
from dragoman.assembly.dossier import Assumption, Change, Contradiction, Dossier, Party, Requirement, Step, Wording
from dragoman.assembly.joining import joined_names, joined_promises
from dragoman.assembly.judging import finding_judged, judged, standing_judgements
from dragoman.assembly.lives import changes, repeated
from dragoman.assembly.moved_days import with_moved_days
from dragoman.assembly.origins import Sourced, independent, origins, retold
from dragoman.assembly.outlets import Outlet, outlets_file, read_outlets
from dragoman.assembly.parties import parties
from dragoman.assembly.stepping import StepsFile, read_steps, steps_file, unknown_wordings
from dragoman.assembly.waiting import Senses, assumptions, requirements, steps_and_places
from dragoman.model import Actor, Coded, Condition, Finding, Judgement, Moment
from dragoman.reading import copies

__all__ = [
    "Agreement", "Assumption", "Change", "Contradiction", "Correction", "Dossier", "Outlet", "Party", "Requirement", "Sourced",
    "Step", "Wording", "agreements", "alpha", "assemble", "finding_judged", "independent", "origins", "outlets_file", "retold",
    "standing_judgements", "steps_file", "unknown_wordings",
]  # fmt: skip


def assemble(
    coded: Iterable[Coded], *, judgements: Iterable[Judgement] = (), steps: str | None = None, outlets: str | None = None,
    as_of: Moment | None = None,
) -> Dossier:  # fmt: skip
    """Return the dossier of the coded reports as of a day, by default the newest report's date.

    `judgements` are what people said of findings: they win over any machine. `steps` is the text of a steps file, which says
    which wordings are one step and which are two, `outlets` that of an outlets file. Reports that appeared after `as_of` are
    left out; the order in which reports come changes nothing.
    """
    told = read_steps(steps) if steps is not None else StepsFile()
    judgements = tuple(judgements)
    people = judged(coded, judgements)
    reports = _in_order(people.coded, as_of)
    documents = {c.document.id: c.document for c in reports}
    corrected = corrections(reports)
    findings = standing((f for c in reports for f in _by_place(c.findings)), corrected)
    known = parties((f for f in findings if isinstance(f, Actor)), joined_names(judgements))
    party_of, by_id = {a: p for p in known for a in p.actors}, {p.id: p for p in known}
    findings, renamed = with_moved_days(findings, documents, party_of, by_id)
    conditions = [f for f in findings if isinstance(f, Condition)]
    senses = Senses(known)
    found, where = steps_and_places(conditions, documents, senses, told, party_of, by_id)
    asked = requirements(conditions, where, senses, documents, party_of, by_id)
    dossier = Dossier(
        documents=tuple(documents.values()),
        findings=findings,
        parties=known,
        steps=found,
        requirements=asked,
        assumptions=assumptions(found, senses, asked),
        as_of=as_of or _newest(reports),
        copies=copies(documents.values()),
        corrections=corrected,
        outlets=read_outlets(outlets) if outlets is not None else {},
        disputed=tuple(renamed.get(i, i) for i in people.disputed),
        promises=joined_promises(judgements, findings),
        confirmed={renamed.get(i, i): by for i, by in people.confirmed.items()},
    )
    gone = {i for c in corrected for i in c.withdrawn}
    withdrawn = [f for c in reports for f in c.findings if f.id in gone]
    again = repeated(dossier, withdrawn)
    kept = tuple(f for f in findings if f.id not in {r.id for r in again})
    dossier = replace(dossier, findings=kept, withdrawn=(*withdrawn, *again))
    return replace(dossier, changes=changes(dossier), contradictions=contradictions(dossier, withdrawn))


def _in_order(coded: Iterable[Coded], as_of: Moment | None) -> list[Coded]:
    kept = [c for c in coded if as_of is None or (date := c.document.date.value) is None or date.first <= as_of.last]
    return sorted(kept, key=lambda c: (c.document.date.value.value if c.document.date.value else "", c.document.id))


def _by_place(findings: Iterable[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda f: (f.spans[0].start, f.spans[0].end, f.kind, f.id))


def _newest(reports: Iterable[Coded]) -> Moment | None:
    dates = [d for c in reports if (d := c.document.date.value)]
    return max(dates, key=lambda d: (d.last, d.value)) if dates else None
