"""Conditions and threats of invented reports: which step waits for which."""

import pytest

from dragoman.coding import code
from dragoman.model import Coded, Condition
from dragoman.reading import read_text

REPORT = """\
The union will not return to the table until the dismissed pilots are reinstated.

The ferry will not sail unless the levy is dropped.

The port would open if the tariff were lifted.

The climate fund depends on a pledge from the donors.

After the meeting, the delegates left the hall.

"""


@pytest.fixture(scope="module")
def coded() -> Coded:
    return code(read_text(REPORT, id="invented"))


def _of(coded: Coded, word: str) -> Condition:
    return next(c for c in coded.of(Condition) if word in c.gated)


@pytest.mark.parametrize(
    ("gated", "required", "relation"),
    [
        ("return", "pilots", "only_after"),
        ("sail", "levy", "only_after"),
        ("open", "tariff", "if"),
        ("fund", "pledge", "only_after"),
    ],
)
def test_the_step_that_waits_is_told_from_the_one_that_comes_first(
    coded: Coded, gated: str, required: str, relation: str
) -> None:
    condition = _of(coded, gated)
    assert required in condition.required
    assert condition.relation == relation


def test_the_order_of_past_events_is_no_condition(coded: Coded) -> None:
    assert len(coded.of(Condition)) == 4
