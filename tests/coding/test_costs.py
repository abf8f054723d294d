"""What a plan is to cost, wherever the sum stands, and who receives: invented sentences."""

import pytest

from dragoman.coding import code
from dragoman.model import Actor, Commitment
from dragoman.reading import read_text


def _told(text: str) -> list[tuple[str, str, float | None, str]]:
    coded = code(read_text(text, id="r"))
    names = {a.id: a.name for a in coded.of(Actor)}
    return [
        ("+".join(names[g] for g in c.giver), "+".join(names[r] for r in c.receiver), c.quantity, c.status)
        for c in coded.of(Commitment)
    ]


@pytest.mark.parametrize(
    ("told", "sum_"),
    [
        ("announced a plan costing 1.2 billion crowns to line the canals.", 1.2e9),
        ("introduced a plan for a hardship fund of 9 million euros, to be fed by dues.", 9e6),
        ("followed this with a £600m plan to rebuild the halls.", 6e8),
        ("announced a plan for new tanks in the hills, in which the board means to put 32 million euros.", 32e6),
        ("presented a plan, priced at $3 billion, to harden the dams.", 3e9),
        ("has drawn up a 30 million franc scheme to insulate schools.", 30e6),
        ("outlined a programme with a budget of £12m for members who lose pay.", 12e6),
        ("set out plans to spend 85 million euros on new wells.", 85e6),
    ],
)
def test_what_a_plan_is_to_cost(told: str, sum_: float) -> None:
    (plan,) = _told(f"The talks on water went on. The president of Kordavia, Ann Sorel, {told}")
    assert plan[2:] == (sum_, "announced") and "Sorel" in plan[0]


@pytest.mark.parametrize(
    "told", ["set out support for a settlement.", "announced a plan to close two halls after losing 40 million euros."]
)
def test_what_is_not_spent_is_no_cost(told: str) -> None:
    assert 40e6 not in [t[2] for t in _told(f"The talks went on. The president of Kordavia, Ann Sorel, {told}")]
    assert "announced" not in [t[3] for t in _told("The talks went on. The minister set out support for a settlement.")]


@pytest.mark.parametrize(
    ("told", "receiver"),
    [
        ("Eighteen boats were delivered to the coastguard of Chile by Peru.", "Chile"),
        ("Peru has so far paid 3 of the 10 million dollars it pledged to the World Food Fund.", "World Food Fund"),
    ],
)
def test_who_receives_by_the_body_or_by_what_was_promised(told: str, receiver: str) -> None:
    assert receiver in [t[1] for t in _told(f"The talks on the aid went on. {told}") if t[0] == "Peru"]
