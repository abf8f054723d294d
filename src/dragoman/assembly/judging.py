"""What people said of findings, applied: it wins over any machine, survives another coding, and can be undone for ever."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Any

from dragoman.model import Actor, Coded, Condition, Finding, Ids, Judgement, JudgementError, places

Target = tuple[str, str, tuple[tuple[int, int, str], ...]]


@dataclass(frozen=True)
class Judged:
    """The coded reports as people judged them; `disputed` are the findings (ids) on which two people disagree: they count as
    possible until they agree. `confirmed` tells who accepted or corrected a finding."""

    coded: tuple[Coded, ...]
    disputed: Ids = ()
    confirmed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def judged(coded: Iterable[Coded], judgements: Iterable[Judgement]) -> Judged:
    """Return the reports with each judgement that stands applied, whatever the order in which the judgements come.

    Raises `JudgementError` with a sentence where a correction sets a field that the kind has not.
    """
    by_report: dict[str, dict[Target, dict[str, Judgement]]] = defaultdict(lambda: defaultdict(dict))
    for judgement in standing_judgements(judgements):  # a person's later word on a thing replaces the earlier one
        by_report[judgement.document][judgement.target][judgement.by] = judgement
    out: list[Coded] = []
    disputed: list[str] = []
    confirmed: dict[str, tuple[str, ...]] = {}
    for one in coded:
        told = by_report.get(one.document.id)
        out.append(_report(one, told, disputed, confirmed) if told else one)
    return Judged(tuple(out), tuple(disputed), confirmed)


def standing_judgements(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Return the judgements that no standing undo takes back, the oldest first."""
    told = {j.id: j for j in judgements}
    undone: dict[str, list[str]] = defaultdict(list)
    for j in told.values():
        if j.verdict == "undo":
            undone[j.undoes].append(j.id)

    def stands(judgement: str) -> bool:  # an undo names an earlier judgement by its hash, so this ends
        return not any(stands(u) for u in undone.get(judgement, ()))

    kept = [j for j in told.values() if j.verdict != "undo" and stands(j.id)]
    return sorted(kept, key=lambda j: (j.when, j.id))


def finding_judged(one: Coded, judgement: Judgement) -> Finding | None:
    """Return the finding of a report that a judgement is on, wherever its words stand by now; None where there is none."""
    return _judged(one, judgement.target, [judgement])


def _report(
    one: Coded, told: Mapping[Target, Mapping[str, Judgement]], disputed: list[str], confirmed: dict[str, tuple[str, ...]]
) -> Coded:
    new: dict[str, Finding | None] = {}
    for target, people in told.items():
        found = _judged(one, target, people.values())
        if found is None or isinstance(found, Actor):
            continue
        verdicts = {(j.verdict, repr(sorted(j.changes.items()))) for j in people.values()}
        if len(verdicts) > 1:
            new[found.id] = replace(found, certainty="possible")
            disputed.append(replace(found, certainty="possible").id)
            continue
        last = max(people.values(), key=lambda j: (j.when, j.id))
        new[found.id] = _applied(found, last)
        if (kept := new[found.id]) is not None:
            confirmed[kept.id] = tuple(sorted(people))
    return replace(one, findings=_relinked(one.findings, new))


def _judged(one: Coded, target: Target, told: Iterable[Judgement]) -> Finding | None:
    """The finding that was judged: the very one, else the one of the kind whose words stand at those places; of several, none.

    In a new version of the report it is the one whose words stand somewhere else now, each of them once in the whole text.
    """
    ids = {j.finding for j in told}
    very = [f for f in one.findings if f.id in ids]
    of_kind = [f for f in one.findings if f.kind == target[1]]
    alike = very or [f for f in of_kind if places(f) == target[2]] or [f for f in of_kind if _has_moved(one, f, target)]
    return alike[0] if len(alike) == 1 else None


def _has_moved(one: Coded, finding: Finding, target: Target) -> bool:
    """Whether a finding's words are those that were judged, and stand nowhere else: an ambiguous place is not anchored anew."""
    same = [words for _, _, words in places(finding)] == [words for _, _, words in target[2]]
    return same and all(one.document.text.count(s.text) == 1 for s in finding.spans)


def _applied(finding: Finding, judgement: Judgement) -> Finding | None:
    if judgement.verdict == "reject":
        return None
    told = dict(judgement.changes)
    if told.pop("turned", False) and isinstance(finding, Condition):  # the other way round: what waits and what is waited for
        turned = replace(finding, gated=finding.required, required=finding.gated)
        finding = replace(turned, gated_span=finding.required_span, required_span=finding.gated_span)
        finding = replace(finding, coder=judgement.by)
    known = {f.name for f in fields(finding)} - {"document", "spans", "coder"}
    unknown = sorted(set(told) - known)
    if unknown:
        raise JudgementError(
            f"{finding.document}: a {finding.kind} has no field {unknown[0]!r} to correct; it has {', '.join(sorted(known))}."
        )
    changes: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in told.items()}
    return replace(finding, certainty="sure", **({"coder": judgement.by, **changes} if changes else {}))


def _relinked(findings: Sequence[Finding], new: Mapping[str, Finding | None]) -> tuple[Finding, ...]:
    """The findings with the judged ones in place, and what pointed to them pointing to what they have become."""
    ids = {old: found.id if found is not None else None for old, found in new.items()}
    kept = [found for f in findings if (found := new.get(f.id, f)) is not None]
    for _ in range(2):  # a condition points to a statement, a threat to a condition
        renamed: dict[str, str | None] = {}
        out = []
        for f in kept:
            changes: dict[str, Any] = {n.name: ids[v] for n in fields(f) if isinstance(v := getattr(f, n.name), str) and v in ids}
            again = replace(f, **changes) if changes else f
            if again.id != f.id:
                renamed[f.id] = again.id
            out.append(again)
        kept, ids = out, dict(renamed)
        if not ids:
            break
    return tuple(kept)


__all__ = ["Judged", "finding_judged", "judged", "standing_judgements"]
