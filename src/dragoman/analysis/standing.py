"""The conditions that stand on the day of the record, with what is done, what is due and what is only supposed."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from dragoman.analysis.endings import all_dropped, days_since
from dragoman.analysis.order import Order, Rule
from dragoman.analysis.ordering import Ordering, any_of, binds, ordering, with_dues
from dragoman.assembly import Dossier
from dragoman.model import Moment


@dataclass(frozen=True)
class Supposed:
    """What is supposed: steps (ids) that are `done` or will `never` come, requirements (ids) `dropped`, the day by which a step
    is `due`, how many days a step `takes`."""

    done: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    due: Mapping[str, Moment] = field(default_factory=dict)
    takes: Mapping[str, int] = field(default_factory=dict)


def as_it_stands(dossier: Dossier, supposed: Supposed | None = None) -> Ordering:
    """Return the live conditions of the record as rules, with its days and what is done, and with what is supposed.

    What is supposed to be done is done on the day of the record: days that must lie between are counted from there.
    """
    told = supposed or Supposed()
    live = [r for r in dossier.requirements if r.certainty != "possible"]
    gone = {*told.dropped, *all_dropped(dossier, live, waited=True)}
    gone |= {r.id for r in live if r.relation == "together" and {r.gated, r.required} & set(told.done)}  # that moment is past
    found = with_done(dossier, ordering(dossier, [r for r in live if r.id not in gone]), told.done)
    over = {r.id for r in found.order.rules if {r.gated, *r.required} & set(told.done) or r.gated in told.never}
    denials = {pair: denied for pair, denied in found.denials.items() if not over & set(pair)}  # what is met denies nothing
    lengths = {**found.order.durations, **told.takes}
    named = {s for r in live if binds(r) and r.gated != r.required for s in (r.gated, *any_of(r))}
    rules = (*found.order.rules, *_freed(found.order, named))
    order = replace(
        found.order, rules=rules, excluded=frozenset(told.never), durations=lengths, clashes=tuple(denials)
    )  # fmt: skip
    return with_dues(dossier, replace(found, order=order, denials=denials), told.due)


def _freed(order: Order, named: set[str]) -> list[Rule]:
    """A rule that asks for nothing for each step that no condition keeps any more: it still can come, and may be due."""
    freed = named - {s for r in order.rules for s in (r.gated, *r.required)}
    return [Rule(f"free {s}", "not_before", s, day=0, given=True) for s in sorted(freed)]


def with_done(dossier: Dossier, found: Ordering, supposed: tuple[str, ...] = ()) -> Ordering:
    """Return an ordering with the steps that are done on the record, since when, and those `supposed` to be."""
    ago = days_since(dossier)
    state: Order = replace(found.order, done=frozenset({*ago, *supposed}), ago=ago)
    return replace(found, order=state)


__all__ = ["Supposed", "as_it_stands", "with_done"]
