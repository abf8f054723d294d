"""Conditions reckoned with: the optimum against a second solver and against every choice by hand, least sets, days, bad rules."""

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made import by_hand, cost_by_clingo, first_days_by_hand, made

from dragoman.analysis.order import Order, Rule, cheapest, conflicts, timetable
from dragoman.model import RuleError

MUTUAL = (Rule("plan", "after", "lift", ("withdraw",)), Rule("notice", "after", "withdraw", ("lift",)))


def _cost(order: Order) -> int:
    return sum(e.ways[0].cost for e in cheapest(order))


@pytest.mark.parametrize("seed", range(0, 1000, 20))
def test_two_solvers_agree_on_the_optimum(seed: int) -> None:
    for case in range(seed, seed + 20):
        order = made(case, 2 + case % 11, 2 + case % 29)
        assert _cost(order) == cost_by_clingo(order), case


@pytest.mark.parametrize("seed", range(2000, 2200, 20))
def test_optimum_and_least_sets_are_those_of_every_choice_by_hand(seed: int) -> None:
    for case in range(seed, seed + 20):
        order = made(case, 2 + case % 4, 1 + case % 8)
        cost, least = by_hand(order)
        assert (_cost(order), set(conflicts(order).least)) == (cost, least), case


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6), st.integers(3, 9), st.integers(4, 14))
def test_a_least_set_fits_when_any_one_member_goes(seed: int, steps: int, rules: int) -> None:
    order = made(seed, steps, rules)
    rule = {r.id: r for r in order.rules}
    for least in conflicts(order).least:
        for member in least:
            rest = tuple(rule[i] for i in sorted(least - {member}))
            pairs = tuple(p for p in order.clashes if set(p) <= least - {member})
            assert not conflicts(replace(order, rules=rest, clashes=pairs)).least


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6), st.integers(3, 7), st.integers(4, 10))
def test_one_condition_more_never_removes_a_conflict(seed: int, steps: int, rules: int) -> None:
    whole = made(seed, steps, rules)
    pairs = tuple(p for p in whole.clashes if whole.rules[-1].id not in p)
    fewer = replace(whole, rules=whole.rules[:-1], clashes=pairs)
    assert set(conflicts(fewer).least) <= set(conflicts(whole).least)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**6), st.integers(3, 8), st.integers(4, 14))
def test_every_way_out_leaves_no_conflict(seed: int, steps: int, rules: int) -> None:
    order = made(seed, steps, rules)
    dropped = {i for e in cheapest(order) for i in e.ways[0].drop}
    rest = tuple(r for r in order.rules if r.id not in dropped)
    pairs = tuple(p for p in order.clashes if not dropped & set(p))
    assert not conflicts(replace(order, rules=rest, clashes=pairs)).least


def test_mutual_order_is_untied_by_either_side_or_by_doing_both_at_once() -> None:
    order = Order(MUTUAL)
    assert conflicts(order).least == (frozenset({"plan", "notice"}),)
    assert [w.drop for e in cheapest(order) for w in e.ways] in ([("plan",), ("notice",)], [("notice",), ("plan",)])
    assert {w.soften for e in cheapest(order, "soften") for w in e.ways} == {("notice", "plan")}
    assert {w.drop for e in cheapest(order, "drop", {"plan"}) for w in e.ways} == {("plan",)}


def test_a_side_that_cannot_untie_it_alone_has_no_way() -> None:
    ring = (
        Rule("a", "after", "x", ("y",)),
        Rule("b", "after", "y", ("x",)),
        Rule("c", "after", "x", ("z",)),
        Rule("d", "after", "z", ("x",)),
    )
    assert [e.ways for e in cheapest(Order(ring), among={"a"})] == [()]


def test_an_alternative_that_is_free_leaves_nothing_stuck() -> None:
    assert not conflicts(Order((Rule("plan", "after", "lift", ("withdraw", "award")), MUTUAL[1]))).least
    assert conflicts(
        Order((Rule("plan", "after", "lift", ("withdraw", "award")), MUTUAL[1]), excluded=frozenset({"award"}))
    ).least


def test_a_stated_day_that_cannot_be_met_is_a_conflict_with_all_that_it_takes() -> None:
    order = Order(
        (
            Rule("vote", "after", "vote", ("text",), days=10),
            Rule("text", "not_before", "text", day=5),
            Rule("due", "by", "vote", day=12),
        )
    )
    assert conflicts(order).least == (frozenset({"vote", "text", "due"}),)
    assert [(s.step, s.earliest, s.latest, s.slack) for s in timetable(order)] == [("text", 5, 2, -3), ("vote", 15, 12, -3)]


def test_a_step_is_over_by_its_day_with_the_days_that_it_takes_and_comes_on_none_that_is_past() -> None:
    order = Order((Rule("due", "by", "audit", day=12), Rule("wait", "after", "audit", ("count",), days=3)), durations={"audit": 10})
    assert conflicts(order).least == (frozenset({"due", "wait"}),)
    assert [(s.step, s.earliest, s.latest) for s in timetable(order)] == [("audit", 3, 2), ("count", 0, -1)]
    assert timetable(Order((Rule("a", "not_before", "vote", day=-5),)))[0].earliest == 0


def test_days_after_a_step_that_is_done_must_still_pass() -> None:
    rules = (Rule("vote", "after", "vote", ("text",), days=10), Rule("due", "by", "vote", day=7))
    found = {ago: Order(rules, done=frozenset({"text"}), ago={"text": ago}) for ago in (0, 2, 3, 12)}
    assert {ago: len(conflicts(order).least) for ago, order in found.items()} == {0: 1, 2: 1, 3: 0, 12: 0}
    assert {ago: timetable(order)[0].earliest for ago, order in found.items()} == {0: 10, 2: 8, 3: 7, 12: 0}
    with pytest.raises(RuleError, match="name only what is done"):
        Order(rules, ago={"text": 1})


def test_steps_come_as_early_as_they_can_and_tell_the_last_day_to_start() -> None:
    order = Order(
        (
            Rule("a", "after", "vote", ("text",), days=3),
            Rule("b", "after", "signing", ("vote",)),
            Rule("c", "by", "signing", day=20),
            Rule("d", "after", "lift", ("withdraw",)),
            Rule("e", "after", "withdraw", ("lift",)),
            Rule("f", "after", "pay", ("lift",)),
        ),
        durations={"text": 7},
    )
    slots = {s.step: s for s in timetable(order)}
    assert [(slots[s].earliest, slots[s].latest) for s in ("text", "vote", "signing")] == [(0, 10), (10, 20), (10, 20)]
    assert [slots[s].earliest for s in ("lift", "withdraw", "pay")] == [None, None, None]


@pytest.mark.parametrize(
    ("rules", "told"),
    [
        ((Rule("a", "after", "x", ("x",)),), "wait for itself"),
        ((Rule("a", "after", "x", ("y",)), Rule("a", "after", "y", ("x",))), "stands there twice"),
        ((Rule("a", "after", "x"),), "names no step"),
        ((Rule("a", "together", "x", ("y", "z")),), "several steps"),
        ((Rule("a", "by", "x"),), "needs a day"),
        ((Rule("a", "foo", "x", ("y",)),), "unknown kind 'foo'"),  # type: ignore[arg-type]  # what a library's user may write
        ((Rule("a", "after", "x", "yz"),), "one by one"),  # type: ignore[arg-type]
        ((Rule("a", "by", "x", day=2.5),), "no whole number"),  # type: ignore[arg-type]
    ],
)
def test_unsound_rules_are_refused_with_a_sentence(rules: tuple[Rule, ...], told: str) -> None:
    with pytest.raises(RuleError, match=told):
        Order(rules)


def test_unknown_names_and_a_clash_of_a_condition_with_itself_are_refused_with_a_sentence() -> None:
    with pytest.raises(RuleError, match="'nope' is among what may be changed"):
        cheapest(Order(MUTUAL), among=["nope"])
    with pytest.raises(RuleError, match="no way 'zap'"):
        cheapest(Order(MUTUAL), means="zap")  # type: ignore[arg-type]
    with pytest.raises(RuleError, match="contradict itself"):
        Order(MUTUAL, clashes=(("plan", "plan"),))


def test_a_rule_that_can_never_be_kept_costs_twice_its_weight_where_softening_is_allowed_too() -> None:
    order = Order((Rule("a", "after", "x", ("y",), weight=3),), excluded=frozenset({"y"}))
    assert {means: cheapest(order, means)[0].ways[0].cost for means in ("drop", "both")} == {"drop": 3, "both": 6}


def test_what_is_averted_asks_for_nothing_more() -> None:
    assert not conflicts(Order((Rule("a", "unless", "x", ("y",)),), done=frozenset({"y"}))).least


def test_steps_that_may_come_at_one_moment_carry_one_another() -> None:
    rules = (
        Rule("a", "after", "A", ("B", "C"), strict=False),
        Rule("b", "after", "B", ("A",), strict=False),
        Rule("c", "not_before", "C", day=5),
    )
    assert {s.step: s.earliest for s in timetable(Order(rules))} == {"A": 0, "B": 0, "C": 5}
    later = Order((*rules, Rule("d", "not_before", "B", day=3), Rule("e", "after", "D", ("A",), days=2)))
    assert {s.step: s.earliest for s in timetable(later)} == {"A": 3, "B": 3, "C": 5, "D": 5}


def test_a_hundred_thousand_conditions_end_in_an_answer() -> None:
    many = tuple(Rule(f"r{n}", "after", f"s{n}", (f"s{n - 1}",)) for n in range(1, 100_000))
    assert not conflicts(Order(many)).least


def _big(kind: str, count: int = 20_000) -> Order:
    """Many conditions: each pair of steps a knot of its own, one ring of all, or all on 300 steps."""
    rnd = random.Random(5)
    if kind == "pairs":
        ends = [(n, n ^ 1) for n in range(count)]
    elif kind == "one ring":
        ends = [(n, (n + 1) % count) for n in range(count)]
    else:
        ends = [(a, b) for a, b in (rnd.sample(range(300), 2) for _ in range(count))]
    return Order(tuple(Rule(f"r{n}", "after", f"s{a}", (f"s{b}",)) for n, (a, b) in enumerate(ends)))


@pytest.mark.parametrize("kind", ["pairs", "one ring", "dense"])
def test_many_conditions_that_are_stuck_end_in_a_part_that_says_so(kind: str) -> None:
    order = _big(kind)
    found, exits = conflicts(order, work=60_000), cheapest(order, work=60_000)
    assert found.capped and any(e.capped for e in exits)
    rule = {r.id: r for r in order.rules}
    for least in found.least[:20]:
        assert conflicts(Order(tuple(rule[i] for i in sorted(least)))).least == (least,), "what is listed is whole"
    assert all(slot.earliest is None for slot in timetable(order))


def test_a_part_is_the_same_each_time_and_within_the_whole() -> None:
    order = made(7, 6, 16)
    whole = conflicts(order)
    assert not whole.capped
    parts = [conflicts(order, work=w) for w in (1, 300, 3_000)]
    assert parts == [conflicts(order, work=w) for w in (1, 300, 3_000)]
    assert parts[0].capped and all(set(p.least) <= set(whole.least) for p in parts)


def test_an_alternative_that_is_itself_stuck_opens_nothing() -> None:
    order = Order(
        (
            Rule("plan", "after", "lift", ("withdraw", "award")),
            Rule("notice", "after", "withdraw", ("lift",)),
            Rule("court", "after", "award", ("hearing",)),
            Rule("union", "after", "hearing", ("award",)),
        )
    )
    assert {s.step: s.earliest for s in timetable(order)} == dict.fromkeys(("award", "hearing", "lift", "withdraw"))
    free = Order((*order.rules[:2], Rule("day", "not_before", "award", day=1_000_000)))
    assert {s.step: s.earliest for s in timetable(free)} == {"award": 10**6, "lift": 10**6, "withdraw": 10**6}


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6), st.integers(3, 6), st.integers(2, 9))
def test_first_days_are_those_of_the_best_of_all_choices(seed: int, steps: int, rules: int) -> None:
    whole = made(seed, steps, rules)
    order = replace(whole, clashes=())
    assert {s.step: s.earliest for s in timetable(order)} == first_days_by_hand(order)
