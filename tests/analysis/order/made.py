"""Random tables of conditions, and two other ways of reckoning with them: a second solver, and every choice by hand."""

import itertools
import random
from collections.abc import Iterator

import clingo
from clingo.ast import ProgramBuilder, parse_string
from clingodl import ClingoDLTheory

from dragoman.analysis.order import Order, Rule
from dragoman.analysis.order.network import Network, network

KINDS = ("after", "after", "after", "after", "after", "together", "unless", "by", "not_before")


def made(seed: int, steps: int, rules: int) -> Order:
    """Return a table with alternatives, days, states and sometimes a clash."""
    rnd = random.Random(seed)
    names = [f"s{n}" for n in range(steps)]
    found = tuple(_rule(rnd, f"r{n}", names) for n in range(rules))
    done = frozenset(rnd.sample(names, 1) if rnd.random() < 0.2 else ())
    excluded = frozenset(rnd.sample(sorted(set(names) - done), 1) if rnd.random() < 0.2 else ())
    clash = (
        ((f"r{rnd.randrange(rules // 2)}", f"r{rnd.randrange(rules // 2, rules)}"),) if rules > 3 and rnd.random() < 0.3 else ()
    )
    ago = {s: random.Random(seed).randrange(3) for s in sorted(done)}
    return Order(found, done, excluded, {s: rnd.choice((0, 0, 1, 2)) for s in names}, clash, ago)


def _rule(rnd: random.Random, name: str, steps: list[str]) -> Rule:
    kind, gated = rnd.choice(KINDS), rnd.choice(steps)
    others = [s for s in steps if s != gated]
    if kind in ("by", "not_before"):
        return Rule(name, kind, gated, day=rnd.randint(0, 8))
    if kind != "after":
        return Rule(name, kind, gated, (rnd.choice(others),), weight=rnd.choice((1, 1, 2)))
    some = tuple(rnd.sample(others, min(len(others), rnd.choice((1, 1, 1, 2, 3)))))
    return Rule(name, kind, gated, some, rnd.choice((0, 0, 0, 1, 3)), strict=rnd.random() < 0.8, weight=rnd.choice((1, 1, 2)))


def cost_by_clingo(order: Order) -> int:
    """Return the least weight that must be dropped, by an answer-set solver with difference constraints and an encoding of its own."""
    theory, control = ClingoDLTheory(), clingo.Control(["-W", "none"])
    theory.register(control)
    with ProgramBuilder(control) as builder:
        parse_string("\n".join(_program(order)), lambda statement: theory.rewrite_ast(statement, builder.add))
    control.ground([("base", [])])
    theory.prepare(control)
    with control.solve(yield_=True) as models:
        return [m.cost[0] if m.cost else 0 for m in models][-1]


def _program(order: Order) -> Iterator[str]:
    unit = len(order.rules) + 1  # so many rules at most come one after another within a day
    if any(r.kind in ("by", "not_before") for r in order.rules):
        for step in sorted({s for r in order.rules for s in (r.gated, *r.required)}):
            yield f"&diff{{n(now)-n({step})}} <= 0."
    for rule in order.rules:
        yield f"{{keep({rule.id})}}. :~ not keep({rule.id}). [{rule.weight},{rule.id}]"
        yield from _kept(order, rule, unit)
    for a, b in order.clashes:
        yield f":- keep({a}), keep({b})."


def _kept(order: Order, rule: Rule, unit: int) -> Iterator[str]:
    gated, open_ = rule.gated, [s for s in rule.required if s not in order.excluded | order.done]
    if gated in order.done or (gated in order.excluded and rule.kind != "by"):
        return
    if rule.kind == "by":
        due = f"&diff{{n({gated})-n(now)}} <= {(rule.day - order.durations.get(gated, 0)) * unit + unit - 1}"
        yield f":- keep({rule.id})." if gated in order.excluded else f"{due} :- keep({rule.id})."
    elif rule.kind == "not_before":
        yield f"&diff{{n(now)-n({gated})}} <= {-rule.day * unit} :- keep({rule.id})."
    elif rule.kind == "after" and order.done & set(rule.required):
        left = min(rule.days - order.ago.get(s, 0) for s in order.done & set(rule.required))
        if left > 0:
            yield f"&diff{{n(now)-n({gated})}} <= {-left * unit} :- keep({rule.id})."
    elif rule.kind == "unless" and (order.done | order.excluded) & set(rule.required):
        return
    elif not open_:
        yield f":- keep({rule.id})."
    else:
        yield f"1 {{choose({rule.id},({';'.join(open_)}))}} :- keep({rule.id})."
        for step in open_:
            on = f" :- choose({rule.id},{step})."
            if rule.kind == "unless":
                yield f"&diff{{n({gated})-n({step})}} <= -1{on}"
            elif rule.kind == "together":
                yield f"&diff{{n({gated})-n({step})}} <= 0{on} &diff{{n({step})-n({gated})}} <= 0{on}"
            else:
                least = (rule.days + order.durations.get(step, 0)) * unit + int(rule.strict)
                yield f"&diff{{n({step})-n({gated})}} <= {-least}{on}"


def by_hand(order: Order) -> tuple[int, set[frozenset[str]]]:
    """Return the least weight to drop and every least conflicting set, by trying every choice."""
    found, places = network(order), range(len(order.rules))
    fits = {}
    for mask in itertools.product((False, True), repeat=len(order.rules)):
        kept = [p for p in places if mask[p]]
        ids = {order.rules[p].id for p in kept}
        fits[mask] = not any(a in ids and b in ids for a, b in order.clashes) and _has_days(found, kept)
    cost = min(sum(order.rules[p].weight for p in places if not mask[p]) for mask, fit in fits.items() if fit)
    least = {
        frozenset(order.rules[p].id for p in places if mask[p])
        for mask, fit in fits.items()
        if not fit and all(fits[(*mask[:p], False, *mask[p + 1 :])] for p in places if mask[p])
    }
    return cost, least


def _has_days(found: Network, kept: list[int]) -> bool:
    for chosen in itertools.product(*(found.options[p] for p in kept)):
        edges, day = [e for option in (*chosen, found.always) for e in option], [0] * (len(found.steps) + 1)
        for _ in range(len(day) + 1):
            before = list(day)
            for e in edges:
                day[e.head] = max(day[e.head], day[e.tail] + e.length)
            if day == before:
                return True
    return False


def first_days_by_hand(order: Order) -> dict[str, int | None]:
    """Return the first day of each open step by trying every choice of alternatives; None where no choice gives it a day."""
    found = network(order)
    rules = [p for p, r in enumerate(order.rules) if r.kind != "by"]
    best: dict[int, int] = {}
    for chosen in itertools.product(*(found.options[p] or (None,) for p in rules)):
        edges = [e for option in chosen for e in option or ()]
        never = {found.heads[p] for p, option in zip(rules, chosen, strict=True) if option is None}
        day: dict[int, float] = {n: float("inf") if n in never else 0 for n in range(len(found.steps) + 1)}
        for round_ in range(2 * len(day) + 2):
            for e in edges:
                if day[e.tail] + e.length > day[e.head]:
                    day[e.head] = day[e.tail] + e.length if round_ <= len(day) else float("inf")
        for n, at in day.items():
            if at != float("inf"):
                best[n] = min(best.get(n, int(at)), int(at))
    steps = [(n, s) for n, s in enumerate(found.steps, 1) if s not in order.done | order.excluded]
    return {s: best[n] // found.unit if n in best else None for n, s in steps}


__all__ = ["by_hand", "cost_by_clingo", "first_days_by_hand", "made"]
