"""Tables too large to be reckoned whole end in a part of the answer that says so, and the same part each time."""

import random

import pytest

from dragoman.analysis.order import Order, Rule, cheapest, conflicts, timetable
from dragoman.model.errors import RuleError


def tangled(count: int, steps: int, seed: int = 5) -> Order:
    rnd = random.Random(seed)
    pairs = [rnd.sample(range(steps), 2) for _ in range(count)]
    return Order(tuple(Rule(f"r{n}", "after", f"s{a}", (f"s{b}",)) for n, (a, b) in enumerate(pairs)))


def test_a_part_is_marked_and_what_is_in_it_is_right():
    order = tangled(400, 40)
    part = conflicts(order, work=60_000)
    assert part.capped
    by_id = {r.id: r for r in order.rules}
    for least in part.least:
        rules = [by_id[i] for i in sorted(least)]
        assert conflicts(Order(tuple(rules))).least
        for left_out in rules:
            assert not conflicts(Order(tuple(r for r in rules if r is not left_out))).least


def test_the_same_question_gets_the_same_part():
    order = tangled(400, 40)
    assert conflicts(order, work=60_000) == conflicts(order, work=60_000)
    assert cheapest(order, work=60_000) == cheapest(order, work=60_000)


def test_ways_out_that_were_not_looked_for_to_the_end_say_so():
    assert any(knot.capped for knot in cheapest(tangled(400, 40), work=20_000))


@pytest.mark.parametrize("count", [20_000])
def test_many_conditions_are_answered_without_end_of_time_or_memory(count):
    order = tangled(count, count // 10)
    assert conflicts(order, work=300_000).capped
    assert any(knot.capped for knot in cheapest(order, work=300_000))
    assert timetable(order)


def test_a_condition_that_mentions_itself_is_refused_by_name():
    with pytest.raises(RuleError, match=r"'own' lets 'a' wait for itself; name two different steps"):
        conflicts(Order((Rule("own", "after", "a", ("a",)),)))
