"""How a record of very many conditions is answered: `python bench/many_conditions.py [COUNT]` (default 4,000; 100,000 takes minutes).

One made report with as many conditions of four sides over as many steps, the same each time; every fifth says that a step need not wait.
Prints seconds to assemble, analyse and brief it, and whether the answer says that it is a part.
"""

import random
import resource
import sys
import time

from dragoman import assemble, brief
from dragoman.model import Actor, Coded, Condition, Document, Moment, ReportDate

SIDES = ("Avaria", "Belmark", "Corland", "Dunmere")
FIRST = "quay dock mill mine rail road farm fund seat vote levy loan port ship well pipe fish coal wine salt".split()
LAST = "ro ta li mo ne su ka vi do pe".split()
WORDS = [a + b for a in FIRST for b in LAST]


def made(count: int) -> Coded:
    """Return a coded report of so many conditions."""
    rnd, lines, places, at = random.Random(1), [], [], 0
    for n in range(count):
        a, b = rnd.sample(range(count), 2)
        gated, required = (f"the {WORDS[k % 200]} {WORDS[k // 200 % 200]} accord" for k in (a, b))
        line = f"{SIDES[n % 4]} wants {gated} only after {required}.\n\n"
        start = at + line.index(gated)
        second = at + line.index(required, line.index("only after"))
        places.append((at, line, (start, start + len(gated)), (second, second + len(required))))
        lines.append(line)
        at += len(line)
    document = Document("made", "".join(lines), date=ReportDate(Moment("2033-01-10"), "field"))
    actors = [
        Actor(document="made", spans=(document.span(places[n][0], places[n][0] + len(s)),), name=s, type="state")
        for n, s in enumerate(SIDES)
    ]
    asked = [
        Condition(
            document="made", spans=(document.span(at, at + len(line) - 3),), holder=(actors[n % 4].id,), strict=True, certainty="sure",
            gated=document.text[slice(*g)], gated_span=(document.span(*g),), required=document.text[slice(*r)],
            required_span=(document.span(*r),), relation="only_after" if n % 5 else "not_required",
        )
        for n, (at, line, g, r) in enumerate(places)
    ]  # fmt: skip
    return Coded(document, (*actors, *asked))


def main() -> None:
    """Answer once and print what it took."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 4_000
    coded, start = made(count), time.perf_counter()
    record = assemble([coded])
    assembled = time.perf_counter() - start
    told = brief(record)
    took, memory = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    part = "said to be a part" if told.analysis.capped else "whole"
    print(f"{count:,} conditions: assembled {assembled:.1f} s, briefed {took:.1f} s in all, {memory} MB; {len(told.analysis.deadlocks)} deadlocks, {part}")


if __name__ == "__main__":
    main()
