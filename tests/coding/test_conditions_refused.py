"""Conditions told by refusing a thing, by calling it impossible, by where things begin, and by talks asked for without a step."""

import pytest

from dragoman.coding import code
from dragoman.model import Actor, Coded, Condition
from dragoman.reading import read_text

REPORT = """\
Impossible for Tolland to receive Bergman before price is fixed – Norlund spokeswoman

Norlund has rejected any encounter between its chairman, Ivar Bergman, who founded the firm, and Veridia chief executive \
Dana Tolland, a former minister, before the offer is funded.

The Upstream Authority has repeatedly declined any session without an agreed table. The Commission turned down any round \
of talks before the register is published.

Haggling over the bid, Tolland told analysts on a call, probably begins with a dinner between herself and Bergman.

The Writers Guild insists on talks without a pause. The Farmers' League wants negotiations held without a freeze on duties.

The Studio Alliance has called for the walkout to be suspended to pave the way for bargaining.

It would be unthinkable for the League to join the cabinet before the budget is passed, Petra Olm said.
"""

PLAIN = """\
The company rejected the offer before the crews left the port. The court declined an appeal without a hearing on Friday.

It is impossible to say who will win before the votes are counted, the analyst said.

It was impossible for the guards to sleep before the guns stopped. Dancing in the hall, the mayor said, begins with a waltz.

After that you can argue until the cows come home, she said. The minister wants a school without a roof.
"""


@pytest.fixture(scope="module")
def coded() -> Coded:
    return code(read_text(REPORT, id="refused"))


@pytest.mark.parametrize(
    ("gated", "required", "relation", "holder"),
    [
        ("receiving Bergman", "price is fixed", "only_after", "Norlund"),
        ("Dana Tolland", "offer is funded", "only_after", "Norlund"),
        ("session", "agreed table", "only_after", "Upstream Authority"),
        ("round of talks", "register is published", "only_after", "Commission"),
        ("Haggling over the bid", "dinner between herself and Bergman", "only_after", "Dana Tolland"),
        ("talks", "a pause", "not_required", "Writers Guild"),
        ("negotiations held", "a freeze on duties", "not_required", "Farmers' League"),
        ("bargaining", "the walkout to be suspended", "only_after", "Studio Alliance"),
        ("joining the cabinet", "budget is passed", "only_after", "Petra Olm"),
    ],
)
def test_who_waits_for_what(coded: Coded, gated: str, required: str, relation: str, holder: str) -> None:
    found = next(c for c in coded.of(Condition) if gated in c.gated and required in c.required)
    names = {a.id: a.name for a in coded.of(Actor)}
    assert (found.relation, [names[i] for i in found.holder]) == (relation, [holder])


def test_a_refused_meeting_keeps_both_sides_and_leaves_relative_clauses_out(coded: Coded) -> None:
    gated = next(c.gated for c in coded.of(Condition) if "encounter" in c.gated)
    assert "Ivar Bergman" in gated and "founded" not in gated and " ," not in gated


def test_only_hedges_and_purposes_are_not_strict(coded: Coded) -> None:
    loose = {c.gated for c in coded.of(Condition) if not c.strict}
    assert loose == {"Haggling over the bid", "bargaining"}


def test_things_told_in_order_and_guesses_are_no_conditions() -> None:
    assert code(read_text(PLAIN, id="plain-refusals")).of(Condition) == ()
