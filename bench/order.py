"""How fast conditions are reckoned with: `python bench/order.py`. Fails where a bound is passed; the second solver is the yardstick.

Made tables, the same each time: conditions of which few close a ring, a knot of 200 conditions in one component, what-if on
1,000, and the growth to 10,000. With `--large`: 100,000 conditions that are stuck end in a part of the answer, and say so.
"""

import random
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests/analysis/order"))

from made import cost_by_clingo

from dragoman.analysis.order import Order, Rule, cheapest, conflicts, timetable


def sparse(count: int, seed: int = 1) -> Order:
    """Return conditions over as many steps, nearly all in one direction, with some rings of two and three."""
    rnd = random.Random(seed)
    rules = []
    for n in range(count):
        a, b = sorted(rnd.sample(range(count), 2), reverse=True)
        rules.append(Rule(f"r{n}", "after", f"s{a}", (f"s{b}",)))
    rules += [Rule(f"back{n}", "after", rules[n].required[0], (rules[n].gated,)) for n in range(0, count, 50)]
    return Order(tuple(rules))


def dense(count: int, knot: int = 200, steps: int = 60, seed: int = 2) -> Order:
    """Return conditions of which `knot` hang together at random on few steps."""
    rnd = random.Random(seed)
    pairs = [rnd.sample(range(steps), 2) for _ in range(knot)]
    pairs += [sorted(rnd.sample(range(steps, steps + count), 2), reverse=True) for _ in range(knot, count)]
    return Order(tuple(Rule(f"r{n}", "after", f"s{a}", (f"s{b}",)) for n, (a, b) in enumerate(pairs)))


def stuck(count: int, kind: str) -> Order:
    """Return conditions that are all stuck: pairs of steps, one ring of all, or all on few steps."""
    rnd = random.Random(3)
    ends = {
        "in pairs": ((n, n ^ 1) for n in range(count)),
        "in one ring": ((n, (n + 1) % count) for n in range(count)),
        "on 300 steps": (rnd.sample(range(300), 2) for _ in range(count)),
    }
    return Order(tuple(Rule(f"r{n}", "after", f"s{a}", (f"s{b}",)) for n, (a, b) in enumerate(ends[kind])))


def what_if(order: Order) -> object:
    """Answer once more with the first step done."""
    again = Order(order.rules, done=frozenset({order.rules[0].required[0]}))
    return conflicts(again), timetable(again)


def seconds(call: Callable[[], object]) -> float:
    """Return the best of three."""
    best = float("inf")
    for _ in range(3):
        start = time.perf_counter()
        call()
        best = min(best, time.perf_counter() - start)
    return best


def main() -> int:
    bounds = [
        ("1,000 conditions: deadlocks and ways out", 0.5, sparse(1000), lambda o: (conflicts(o), cheapest(o))),
        ("1,000 conditions, 200 in one knot: the same", 2.0, dense(1000), lambda o: (conflicts(o), cheapest(o))),
        ("what-if on 1,000 conditions", 0.1, sparse(1000), what_if),
    ]
    failed = False
    for name, most, order, call in bounds:
        took = seconds(lambda o=order, c=call: c(o))
        failed |= took > most
        print(f"{name:<46} {took:.3f} s (bound {most} s)")
    small = sparse(200)
    took, other = seconds(lambda: cheapest(small)), seconds(lambda: cost_by_clingo(small))
    print(f"ways out of 200 conditions {took:.3f} s; the second solver {other:.3f} s, {other / took:.0f} times as long")
    for count in (1000, 2000, 5000, 10000):
        order = sparse(count)
        print(f"growth: {count:>6} conditions {seconds(lambda o=order: (conflicts(o), cheapest(o))):.3f} s")
    if "--large" in sys.argv:
        failed |= sum(_ends(kind) for kind in ("in pairs", "in one ring", "on 300 steps")) < 3
    return int(failed)


def _ends(kind: str) -> bool:
    """Print how long 100,000 conditions take, and whether the answer says that it is a part."""
    order, start = stuck(100_000, kind), time.perf_counter()
    found, ways, slots = conflicts(order), cheapest(order), timetable(order)
    took, memory = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    told = found.capped and any(w.capped for w in ways) and all(s.earliest is None for s in slots)
    print(f"100,000 stuck {kind:<13} {took:.1f} s (bound 60 s), {memory} MB; {len(found.least)} listed, {'told' if told else 'NOT told'} as a part")
    return told and took < 60


if __name__ == "__main__":
    sys.exit(main())
