"""The conditions of a dossier as rules to reckon with, each tied to the requirement, assumption or denial it stands for."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from dragoman.analysis.order import Order, Rule
from dragoman.analysis.results import Due
from dragoman.analysis.schedule import deadlines
from dragoman.analysis.waivers import Denial, Waivers
from dragoman.assembly import Assumption, Dossier, Requirement, Step
from dragoman.assembly.sense import same_step, sense
from dragoman.model import Condition, Moment

_BEGINS = re.compile(r"\b(?:beg[iau]n|start|open|commenc|launch)\w*", re.I)
"""What tells that a deadline is for the beginning of a thing, not its end."""
_ONLY_AT_ONCE = re.compile(
    r"\bonly\b[^.;]{0,40}\b(?:(?:at )?the same (?:time|moment|hour|day)|together|simultaneous\w*|at once|"
    r"in (?:step|parallel|tandem))\b",
    re.I,
)
"""What tells that a step may come at no other moment than another, which is more than an offer to move in the same hour."""


@dataclass(frozen=True)
class Ordering:
    """`order` holds the rules; a rule's id is that of its requirement, or names its assumption. `denials` tells, for each pair of
    a requirement and another side's word that nothing need wait, how one denies the other."""

    order: Order
    requirements: Mapping[str, Requirement]
    assumptions: Mapping[str, Assumption]
    denials: Mapping[tuple[str, str], Denial]
    dues: Mapping[str, Due] = field(default_factory=dict)
    """The deadlines by the rules that stand for them."""

    @property
    def rules(self) -> frozenset[str]:
        """The ids of the rules."""
        return frozenset(r.id for r in self.order.rules)


def ordering(dossier: Dossier, asked: Sequence[Requirement], weights: Mapping[str, int] | None = None) -> Ordering:
    """Return the requirements `asked` as rules, with what the dossier assumes about their steps.

    `weights` say what dropping a requirement (by id) costs, each one without them.
    """
    cost = weights or {}
    bound = {r.id: as_last_said(dossier, r) for r in asked if binds(r) and r.gated != r.required}
    denials = _denials(dossier, [r for r in bound.values() if r.holders], [r for r in asked if r.relation == "not_required"])
    assumed = {f"assumed {a.product} {a.process}": a for a in dossier.assumptions if a.product != a.process}
    rules = [
        *(_rule(r, cost.get(r.id, 1)) for r in bound.values()),
        *(Rule(i, "after", a.product, (a.process,), given=True) for i, a in sorted(assumed.items())),
        *(
            Rule(i, "after", f"without {i}", (f"word of {i}",), weight=cost.get(i, 1))
            for i in dict.fromkeys(b for _, b in denials)
        ),
    ]
    loose = {r.id: r for r in asked if r.relation == "not_required"}
    lengths = {s: dossier.step[s].takes for r in bound.values() for s in (r.gated, r.required) if dossier.step[s].takes}
    return Ordering(Order(tuple(rules), durations=lengths, clashes=tuple(denials)), bound | loose, assumed, denials)


def _rule(requirement: Requirement, weight: int) -> Rule:
    if requirement.relation == "together":
        return Rule(requirement.id, "together", requirement.gated, (requirement.required,), weight=weight)
    return Rule(requirement.id, "after", requirement.gated, any_of(requirement), days=requirement.days, weight=weight)


def goes_on(dossier: Dossier, step: Step) -> bool:
    """Return whether a step is called by what goes on until something comes, so that the step itself is the end of that: where
    another condition names the end ("the strike was over"), no more need be said."""
    told = [dossier.finding.get(w.condition) for w in step.wordings if w.text == step.name]
    known = [c for c in told if isinstance(c, Condition)]
    return bool(known) and all(c.relation == "until" and c.gated == step.name for c in known)


def as_last_said(dossier: Dossier, requirement: Requirement) -> Requirement:
    """Return a requirement as strict as its last words are: who first made a thing wait and then "probably" has softened it.

    What is told strictly as late as it is hedged has not changed; words without a day are as late as any.
    """
    days = [str(dossier.document[c.document].date.value or "9999") for c in requirement.conditions if c.certainty != "possible"]
    told = zip(days, (c for c in requirement.conditions if c.certainty != "possible"), strict=True)
    last = [c.strict for day, c in told if day == max(days) or day == "9999"]
    return replace(requirement, strict=requirement.strict and (any(last) or not last))


def any_of(requirement: Requirement) -> tuple[str, ...]:
    """Return the steps of which any will do."""
    others = tuple(s for s in requirement.alternatives if s not in (requirement.gated, requirement.required))
    return requirement.required, *others


def with_dues(dossier: Dossier, found: Ordering, supposed: Mapping[str, Moment] | None = None) -> Ordering:
    """Return an ordering with the days by which its steps are due: those `supposed` (by step), else those on record that are
    still to come."""
    if dossier.as_of is None:
        return found
    today = dossier.as_of.last
    known = sorted({s for r in found.order.rules for s in (r.gated, *r.required)} & dossier.step.keys())
    days, on_record = dict(supposed or {}), dict[str, Due]()
    for due in deadlines(dossier) if known else ():
        day = Moment(due.date) if due.date else None
        if day is None or day.last < today or due.status in ("met", "lapsed") or due.bound == "not_before":
            continue
        what = sense(due.fullest.what)
        for step in known:
            if step not in days and any(same_step(what, sense(w.text)) for w in dossier.step[step].wordings):
                days[step] = day
                on_record[f"due {step}"] = due
    timed = replace(found, dues={**found.dues, **on_record})
    left = {s: (day.last - today).days + lead(timed, s) for s, day in sorted(days.items()) if s in known}
    rules = [Rule(f"due {s}", "by", s, day=n) for s, n in left.items()]
    return replace(timed, order=replace(found.order, rules=(*found.order.rules, *rules)))


def lead(found: Ordering, step: str) -> int:
    """Return how many days a step may go on after the day on which it is due: all that it takes where it must only have begun by
    then, else none."""
    due = found.dues.get(f"due {step}")
    return found.order.durations.get(step, 0) if due is not None and _BEGINS.search(due.fullest.what) else 0


def orders(requirement: Requirement) -> bool:
    """Return whether a requirement sets an order: `only_after` always, `until` for the end of what goes on.

    `together` sets none: who would move in the same hour offers to, and asks nobody to wait (but see `binds`); nor does
    `unless`, which tells what will follow otherwise.
    """
    return requirement.relation in ("only_after", "until")


def binds(requirement: Requirement) -> bool:
    """Return whether a requirement is reckoned with: it sets an order, or says that two steps may come only at one moment, which
    nobody can keep where another would have one of them later."""
    return orders(requirement) or _only_together(requirement)


def _only_together(requirement: Requirement) -> bool:
    told = (s.text for c in requirement.conditions for s in c.spans)
    return requirement.relation == "together" and requirement.strict and any(_ONLY_AT_ONCE.search(words) for words in told)


def unreckoned(dossier: Dossier) -> tuple[Requirement, ...]:
    """Return the requirements by which two steps come at one moment and that are not reckoned with, as far as another makes one
    of the same two steps wait for the other."""
    sure = [r for r in dossier.requirements if r.certainty != "possible"]
    ordered = {frozenset((r.gated, step)) for r in sure if orders(r) for step in any_of(r)}
    return tuple(
        r for r in sure if r.relation == "together" and not binds(r) and frozenset((r.gated, r.required)) in ordered
    )  # fmt: skip


def _denials(dossier: Dossier, bound: Sequence[Requirement], free: Sequence[Requirement]) -> dict[tuple[str, str], Denial]:
    waivers = Waivers(dossier, [b for b in free if b.holders])
    return {(a.id, b.id): how for a in bound for b, how in waivers.denying(a) if not set(a.holders) & set(b.holders)}


__all__ = ["Ordering", "any_of", "as_last_said", "binds", "goes_on", "lead", "ordering", "orders", "unreckoned", "with_dues"]
