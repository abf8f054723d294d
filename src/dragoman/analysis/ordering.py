"""The conditions of a dossier as rules to reckon with, each tied to the requirement, assumption or denial it stands for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dragoman.analysis.order import Order, Rule
from dragoman.analysis.waivers import Denial, Waivers
from dragoman.assembly import Assumption, Dossier, Requirement


@dataclass(frozen=True)
class Ordering:
    """`order` holds the rules; a rule's id is that of its requirement, or names its assumption. `denials` tells, for each pair of
    a requirement and another side's word that nothing need wait, how one denies the other."""

    order: Order
    requirements: Mapping[str, Requirement]
    assumptions: Mapping[str, Assumption]
    denials: Mapping[tuple[str, str], Denial]

    @property
    def rules(self) -> frozenset[str]:
        """The ids of the rules."""
        return frozenset(r.id for r in self.order.rules)


def ordering(dossier: Dossier, asked: Sequence[Requirement]) -> Ordering:
    """Return the requirements `asked` as rules, with what the dossier assumes about their steps."""
    bound = {r.id: r for r in asked if orders(r) and r.gated != r.required}
    denials = _denials(dossier, [r for r in bound.values() if r.holders], [r for r in asked if r.relation == "not_required"])
    assumed = {f"assumed {a.product} {a.process}": a for a in dossier.assumptions if a.product != a.process}
    rules = [
        *(Rule(r.id, "after", r.gated, (r.required,)) for r in bound.values()),
        *(Rule(i, "after", a.product, (a.process,), given=True) for i, a in sorted(assumed.items())),
        *(Rule(i, "after", f"without {i}", (f"word of {i}",)) for i in dict.fromkeys(b for _, b in denials)),
    ]
    loose = {r.id: r for r in asked if r.relation == "not_required"}
    return Ordering(Order(tuple(rules), clashes=tuple(denials)), bound | loose, assumed, denials)


def orders(requirement: Requirement) -> bool:
    """Return whether a requirement sets an order: `only_after` always, `until` for the end of what goes on.

    `together` sets none: who would move in the same hour offers to, and asks nobody to wait; nor does `unless`, which tells what
    will follow otherwise.
    """
    return requirement.relation in ("only_after", "until")


def _denials(dossier: Dossier, bound: Sequence[Requirement], free: Sequence[Requirement]) -> dict[tuple[str, str], Denial]:
    waivers = Waivers(dossier, [b for b in free if b.holders])
    return {(a.id, b.id): how for a in bound for b, how in waivers.denying(a) if not set(a.holders) & set(b.holders)}


__all__ = ["Ordering", "ordering", "orders"]
