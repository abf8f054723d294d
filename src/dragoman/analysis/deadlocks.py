"""What is stuck: conditions that cannot all hold."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice, product

import networkx as nx

from dragoman.analysis.results import Deadlock
from dragoman.analysis.waivers import Denial, denial
from dragoman.assembly import Assumption, Dossier, Requirement
from dragoman.model import Condition, content_hash

LONGEST = 6
MOST_CYCLES = 500

Link = Requirement | Assumption


def deadlocks(dossier: Dossier) -> tuple[Deadlock, ...]:
    """Return the deadlocks among the dossier's conditions, each once, those that ended with the day they did."""
    asked = [r for r in dossier.requirements if r.certainty != "possible"]
    found = [_cycle(dossier, links) for links in cycles(asked, dossier.assumptions)]
    found += [_deadlock(dossier, "contradiction", members, denied) for members, denied in contradictions(dossier, asked)]
    return tuple(
        sorted(
            found,
            key=lambda d: (
                d.kind != "cycle",
                d.since or "",
                d.members[0].citations[0].document,
                d.members[0].citations[0].start,
                d.id,
            ),
        )
    )


def is_capped(found: Sequence[Deadlock]) -> bool:
    """Return whether so many rings were found that some may have been left out."""
    return sum(d.kind == "cycle" for d in found) >= MOST_CYCLES


def orders(requirement: Requirement) -> bool:
    """Return whether a requirement sets an order: `only_after` always, `until` for the end of what goes on."""
    return requirement.relation in ("only_after", "until")


def cycles(asked: Sequence[Requirement], assumed: Sequence[Assumption]) -> list[tuple[Link, ...]]:
    """Return the smallest sets of requirements, with what must be assumed, that wait for one another in a ring.

    At least two sides hold them. Rings longer than six, and rings past the first 500, are left out.
    """
    links: dict[tuple[str, str], list[Link]] = defaultdict(list)
    for r in asked:
        if orders(r) and r.gated != r.required:
            links[r.gated, r.required].append(r)
    for a in assumed:
        links[a.product, a.process].append(a)
    rings = list(islice(_rings(links), MOST_CYCLES))
    smallest: list[tuple[Link, ...]] = []
    for ring in sorted(
        rings, key=lambda ring: (len(ring), sum(isinstance(x, Assumption) for x in ring), [_key(x) for x in ring])
    ):
        own = _members(ring)
        if not any(_members(other) <= own for other in smallest):
            smallest.append(ring)
    return smallest


def _rings(links: Mapping[tuple[str, str], list[Link]]) -> Iterator[tuple[Link, ...]]:
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_edges_from(sorted(links))
    for nodes in nx.simple_cycles(graph, length_bound=LONGEST):
        first = nodes.index(min(nodes))
        nodes = nodes[first:] + nodes[:first]
        edges = [links[a, b] for a, b in zip(nodes, nodes[1:] + nodes[:1], strict=True)]
        for ring in product(*edges):
            sides = {r.holders for r in ring if isinstance(r, Requirement) and r.holders}
            if len(sides) > 1:
                yield ring


def _members(ring: Iterable[Link]) -> frozenset[str]:
    return frozenset(r.id for r in ring if isinstance(r, Requirement))


def _key(link: Link) -> str:
    return link.id if isinstance(link, Requirement) else f"{link.product} {link.process}"


def contradictions(dossier: Dossier, asked: Sequence[Requirement]) -> list[tuple[tuple[Requirement, ...], tuple[Denial, ...]]]:
    """Return each condition of one side with the words of another that the same step may go ahead without it."""
    found: dict[tuple[str, tuple[str, ...]], list[tuple[Requirement, Denial]]] = defaultdict(list)
    free = [r for r in asked if r.relation == "not_required" and r.holders]
    bound = {a.id: a for a in asked if orders(a) and a.holders}
    for a in bound.values():
        for b in free:
            if not set(a.holders) & set(b.holders) and (denied := denial(dossier, a, b)) is not None:
                found[a.id, b.holders].append((b, denied))
    return [((bound[a], *(b for b, _ in loose)), _plainest([d for _, d in loose])) for (a, _), loose in found.items()]


def _plainest(found: Sequence[Denial]) -> tuple[Denial, ...]:
    """What must be assumed for a contradiction: nothing where one of the words that make it needs no assumption."""
    return tuple(found[:1]) if all(d.why for d in found) else ()


def _cycle(dossier: Dossier, ring: Sequence[Link]) -> Deadlock:
    members = tuple(r for r in ring if isinstance(r, Requirement))
    assumed = [a for a in ring if isinstance(a, Assumption)]
    return _deadlock(dossier, "cycle", members, assumed)


def _deadlock(dossier: Dossier, kind: str, members: tuple[Requirement, ...], assumed: Sequence[Assumption | Denial]) -> Deadlock:
    starts = [first_said(dossier, m) for m in members]
    ends = sorted(e for m in members if (e := dropped_on(dossier, m)) is not None)
    return Deadlock(
        id="deadlock-" + content_hash("deadlock", sorted(m.id for m in members)),
        kind="cycle" if kind == "cycle" else "contradiction",
        hard=not assumed and all(m.strict and m.certainty == "sure" for m in members),
        assumes=tuple(a.why for a in assumed),
        parties=tuple(sorted({h for m in members for h in m.holders})),
        members=members,
        assumed_citations=tuple(c for a in assumed for c in a.citations),
        since=max(s for s in starts if s) if all(starts) else None,
        until=ends[0] if ends else None,
    )


def _dates(dossier: Dossier, conditions: Iterable[Condition]) -> list[str]:
    values = [dossier.document[c.document].date.value for c in conditions]
    return sorted(v.value for v in values if v is not None)


def first_said(dossier: Dossier, requirement: Requirement) -> str | None:
    """Return the date of the first report with the requirement, None where no such report has a date."""
    dates = _dates(dossier, requirement.conditions)
    return dates[0] if dates else None


def dropped_on(dossier: Dossier, requirement: Requirement) -> str | None:
    """Return the date of the report in which its own holder says that the step need not wait any more, or None.

    A restatement in a later report renews it; one in that very report is taken as the old condition told again.
    """
    if not orders(requirement) or not requirement.holders:
        return None
    said = _dates(dossier, requirement.conditions)
    waived = [
        day
        for other in dossier.requirements
        if other.relation == "not_required" and other.holders == requirement.holders and other.certainty != "possible"
        and denial(dossier, requirement, other) is not None
        for day in _dates(dossier, other.conditions)
    ]  # fmt: skip
    later = [day for day in sorted(waived) if said and day >= said[-1] and day > said[0]]
    return later[0] if later else None


__all__ = ["contradictions", "cycles", "deadlocks", "dropped_on", "first_said", "is_capped", "orders"]
