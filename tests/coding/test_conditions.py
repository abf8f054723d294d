"""Conditions of invented reports: which step waits for which, who says so, and what is no condition."""

import pytest

from dragoman.coding import code
from dragoman.model import Actor, Coded, Condition
from dragoman.reading import read_text

REPORT = """\
The Dockers' Federation has ruled out any ceremony before the completion of the audit, dimming hopes of a return to service.

Federation spokeswoman Greta Holm said that the ceremony could be held only once a draft audit had been handed over.

Mayor Tomas Brandl has stressed that settling the dispute probably starts with a meeting of the two chiefs.

The port operator has urged a pause in the strike to pave the way for negotiations.

Ilse Marrant is determined to keep up the blockade until Pereth withdraws its roster, insisting that talks go ahead without a pause.

Arvenia will not sit down unless the levy is dropped. Pereth would walk away unless the board opened its books.

There will be no meeting as long as the coal tariffs remain in place, Brandl warned.

The takeover is subject to approval by regulators. Lesmark would double its contribution if Arvenia joined the fund.

"The pill goes first. Then the offer goes," Brandl said. The grants do not depend on the summit.

Should the bid fail, Kestrel will sell the mill. The donors offered 2 billion dollars in exchange for a seat on the board.
"""

PLAIN = """\
After the meeting, the delegates left the hall. The envoy asked if the offer was fair.

The firm grew until 2019, when it lost its biggest client. They worked for hours before the lights went out.

Would you sign if the tariff were gone? If promises were ships, we would be afloat. He came without a coat.

If you heat the metal, it becomes soft. If convicted, the trader could spend two years in jail.
"""


@pytest.fixture(scope="module")
def coded() -> Coded:
    return code(read_text(REPORT, id="invented"))


def _of(coded: Coded, gated: str, required: str) -> Condition:
    return next(c for c in coded.of(Condition) if gated in c.gated and required in c.required)


@pytest.mark.parametrize(
    ("gated", "required", "relation"),
    [
        ("ceremony", "completion of the audit", "only_after"),
        ("ceremony", "draft audit", "only_after"),
        ("settling the dispute", "meeting of the two chiefs", "only_after"),
        ("negotiations", "pause in the strike", "only_after"),
        ("keeping up the blockade", "withdraws", "until"),
        ("talks", "pause", "not_required"),
        ("sitting down", "levy", "only_after"),
        ("walking away", "books", "unless"),
        ("meeting", "no longer remain", "only_after"),
        ("takeover", "approval", "only_after"),
        ("doubling its contribution", "joined the fund", "if"),
        ("offer goes", "pill goes first", "only_after"),
        ("grants", "summit", "not_required"),
        ("selling the mill", "bid fail", "if"),
        ("2 billion dollars", "seat", "if"),
    ],
)
def test_the_step_that_waits_is_told_from_the_one_that_comes_first(
    coded: Coded, gated: str, required: str, relation: str
) -> None:
    assert _of(coded, gated, required).relation == relation


def test_nothing_else_is_found(coded: Coded) -> None:
    assert len(coded.of(Condition)) == 15


@pytest.mark.parametrize(
    ("gated", "required", "holder"),
    [
        ("settling the dispute", "meeting", "Tomas Brandl"),
        ("keeping up the blockade", "roster", "Ilse Marrant"),
        ("talks", "pause", "Ilse Marrant"),
        ("sitting down", "levy", "Arvenia"),
        ("takeover", "approval", ""),
    ],
)
def test_the_holder_is_the_one_whose_will_it_is(coded: Coded, gated: str, required: str, holder: str) -> None:
    names = {a.id: a.name for a in coded.of(Actor)}
    assert " ".join(names[i] for i in _of(coded, gated, required).holder) == holder


def test_a_hedge_and_a_stated_purpose_are_not_strict(coded: Coded) -> None:
    assert not _of(coded, "settling", "meeting").strict
    assert not _of(coded, "negotiations", "pause").strict
    assert _of(coded, "ceremony", "draft audit").strict


def test_order_of_past_events_questions_and_sayings_are_no_conditions() -> None:
    assert code(read_text(PLAIN, id="plain")).of(Condition) == ()


def test_what_had_been_done_before_somebody_spoke_is_no_condition_of_what_he_announced():
    text = (
        "On Sunday, after the orchard owners had torn up the picking rates, the pickers' union announced that its strike, due to begin on "
        "Monday 4 June, would not start before Monday 18 June. The owners want talks; the union rejects a pay cut."
    )
    found = code(read_text(text, date="2031-06-03")).of(Condition)
    assert not any("torn up" in c.required for c in found)
