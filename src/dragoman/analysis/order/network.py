"""Rules as a network of differences between the days of steps, and the rings in it that no days can satisfy.

Each edge says `day(head) >= day(tail) + length`. A set of rules can be kept exactly where some choice among the alternatives
leaves no ring of positive length (Dechter, Meiri and Pearl 1991, "Temporal constraint networks").
"""

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dragoman.analysis.order.limits import Work
from dragoman.analysis.order.rules import Order, Rule

ORIGIN = 0
"""The node of the day on which the question is asked."""


@dataclass(frozen=True)
class Edge:
    """`head` comes at least `length` after `tail`; lengths count days times the network's unit, plus one for "later"."""

    tail: int
    head: int
    length: int


Option = tuple[Edge, ...]
Ring = tuple[int, ...]


@dataclass(frozen=True)
class Network:
    """`options` holds, for each rule by place, the ways in which it can be kept: no option where it never can be, one without
    edges where it asks for nothing. `softer` is the same with "later" taken as "not sooner"; `heads` the step (by number) that
    each rule makes wait."""

    rules: tuple[Rule, ...]
    steps: tuple[str, ...]
    options: tuple[tuple[Option, ...], ...]
    softer: tuple[tuple[Option, ...], ...]
    always: Option
    unit: int
    heads: tuple[int, ...] = ()


def network(order: Order) -> Network:
    """Return the rules of `order` as a network; steps are numbered from 1 in the order of their names."""
    steps = tuple(sorted({s for r in order.rules for s in (r.gated, *r.required)}))
    number = {s: n for n, s in enumerate(steps, 1)}
    unit = len(order.rules) + 1
    options = tuple(tuple(_options(order, r, number, unit, 1)) for r in order.rules)
    softer = tuple(tuple(_options(order, r, number, unit, 0)) for r in order.rules)
    timed = any(r.kind in ("by", "not_before") for r in order.rules)
    always = tuple(Edge(ORIGIN, n, 0) for n in number.values()) if timed else ()
    heads = tuple(next((o[0].head for o in ways if o), number[r.gated]) for r, ways in zip(order.rules, options, strict=True))
    return Network(order.rules, steps, options, softer, always, unit, heads)


def _options(order: Order, rule: Rule, number: dict[str, int], unit: int, later: int) -> Iterable[Option]:
    gated = number[rule.gated]
    if rule.gated in order.done or (rule.gated in order.excluded and rule.kind != "by"):
        yield ()
    elif rule.kind == "by":
        if rule.gated not in order.excluded and rule.day is not None:
            start = rule.day - order.durations.get(rule.gated, 0)
            yield (Edge(gated, ORIGIN, -(start * unit + unit - 1)),)
    elif rule.kind == "not_before":
        yield (Edge(ORIGIN, gated, max(0, rule.day or 0) * unit),)  # nothing comes before the day of the question
    elif rule.kind == "after" and (left := order.days_left(rule)) is not None:
        yield (Edge(ORIGIN, gated, left * unit),) if left else ()
    elif rule.kind == "unless" and (order.done | order.excluded) & set(rule.required):
        yield ()  # what was to avert it has come, or never will: nothing waits any more
    else:
        for step in rule.required:
            if step not in order.excluded and (step not in order.done):
                yield _edges(rule, gated, number[step], order.durations.get(step, 0), unit, later)


def _edges(rule: Rule, gated: int, required: int, takes: int, unit: int, later: int) -> Option:
    if rule.kind == "together":
        return Edge(gated, required, 0), Edge(required, gated, 0)
    if rule.kind == "unless":
        return (Edge(gated, required, later),)
    return (Edge(required, gated, (rule.days + takes) * unit + (later if rule.strict else 0)),)


def rings(edges: Sequence[Edge], work: Work, most: int = 50) -> list[Ring]:
    """Return rings of positive length among the edges (their places), no two with an edge in common, at most `most`.

    Empty exactly where all the edges can be satisfied together. Raises `GivenUp` where no work is left.
    """
    found: list[Ring] = []
    left = list(range(len(edges)))
    while len(found) < most:
        work.spend(len(left))
        number: dict[int, int] = {}
        pairs = [(number.setdefault(edges[p].tail, len(number)), number.setdefault(edges[p].head, len(number))) for p in left]
        component = components(pairs, len(number))
        left = [p for p, (a, b) in zip(left, pairs, strict=True) if component[a] == component[b] >= 0]
        ring = _ring(edges, left, work)
        if ring is None:
            break
        found.append(ring)
        gone = set(ring)
        left = [e for e in left if e not in gone]
    return found


def _ring(edges: Sequence[Edge], inside: Sequence[int], work: Work) -> Ring | None:
    """A ring of positive length among edges that all lie on rings, or None."""
    if not inside:
        return None
    out: dict[int, list[int]] = {}
    for p in inside:
        out.setdefault(edges[p].tail, []).append(p)
    if all(edges[p].length >= 0 for p in inside):
        longer = [p for p in inside if edges[p].length > 0]
        work.spend(len(inside))
        return min((_closing(edges, out, p) for p in longer[:8]), key=len) if longer else None
    return _longest(edges, inside, out, work)


def _closing(edges: Sequence[Edge], out: dict[int, list[int]], first: int) -> Ring:
    """The ring with the fewest edges through one edge; it exists, since both its ends are in one component."""
    start, goal = edges[first].head, edges[first].tail
    if start == goal:
        return (first,)
    came: dict[int, int] = {start: -1}
    queue = deque([start])
    while queue:
        node = queue.popleft()
        for p in out.get(node, ()):
            head = edges[p].head
            if head not in came:
                came[head] = p
                if head == goal:
                    return (first, *_back(edges, came, goal))
                queue.append(head)
    raise AssertionError("both ends are in one component")


def _back(edges: Sequence[Edge], came: dict[int, int], goal: int) -> Ring:
    path: list[int] = []
    while came[goal] >= 0:
        path.append(came[goal])
        goal = edges[came[goal]].tail
    return tuple(reversed(path))


def _longest(edges: Sequence[Edge], inside: Sequence[int], out: dict[int, list[int]], work: Work) -> Ring | None:
    """A ring of positive length by growing the days until they stand still (Bellman-Ford with a queue), or None."""
    nodes = sorted({n for p in inside for n in (edges[p].tail, edges[p].head)})
    day, came, grown = dict.fromkeys(nodes, 0), dict.fromkeys(nodes, -1), dict.fromkeys(nodes, 0)
    queue, waiting = deque(nodes), set(nodes)
    while queue:
        node = queue.popleft()
        waiting.discard(node)
        work.spend(len(out.get(node, ())))
        for p in out.get(node, ()):
            edge = edges[p]
            if day[node] + edge.length <= day[edge.head]:
                continue
            day[edge.head], came[edge.head] = day[node] + edge.length, p
            grown[edge.head] += 1
            if grown[edge.head] >= len(nodes) and (ring := _followed(edges, came, edge.head, len(nodes))):
                return ring
            if edge.head not in waiting:
                waiting.add(edge.head)
                queue.append(edge.head)
    return None


def _followed(edges: Sequence[Edge], came: dict[int, int], node: int, steps: int) -> Ring | None:
    """The ring into which the way back from a node runs; None where it ends at a start."""
    for _ in range(steps):
        if came[node] < 0:
            return None
        node = edges[came[node]].tail
    ring, first = [came[node]], node
    node = edges[came[node]].tail
    while node != first:
        ring.append(came[node])
        node = edges[came[node]].tail
    return tuple(reversed(ring)) if sum(edges[p].length for p in ring) > 0 else None


def components(pairs: Sequence[tuple[int, int]], nodes: int) -> list[int]:
    """Return for each node 0..nodes the number of its strongly connected component, -1 where it is alone in it (Tarjan 1972)."""
    out: list[list[int]] = [[] for _ in range(nodes + 1)]
    loops = set()
    for tail, head in pairs:
        out[tail].append(head)
        if tail == head:
            loops.add(tail)
    found, low, on, stack = [-1] * (nodes + 1), [0] * (nodes + 1), [False] * (nodes + 1), []
    label, count, seen = [-1] * (nodes + 1), 0, 0
    for root in range(nodes + 1):
        if found[root] >= 0 or not out[root]:
            continue
        work = [(root, 0)]
        while work:
            node, at = work.pop()
            if at == 0:
                found[node] = low[node] = seen
                seen += 1
                stack.append(node)
                on[node] = True
            elif on[out[node][at - 1]]:
                low[node] = min(low[node], low[out[node][at - 1]])
            for n in range(at, len(out[node])):
                head = out[node][n]
                if found[head] < 0:
                    work += [(node, n + 1), (head, 0)]
                    break
                if on[head]:
                    low[node] = min(low[node], found[head])
            else:
                if low[node] == found[node]:
                    members = []
                    while True:
                        top = stack.pop()
                        on[top] = False
                        members.append(top)
                        if top == node:
                            break
                    if len(members) > 1 or node in loops:
                        for m in members:
                            label[m] = count
                        count += 1
    return label


__all__ = ["ORIGIN", "Edge", "Network", "Option", "Ring", "components", "network", "rings"]
