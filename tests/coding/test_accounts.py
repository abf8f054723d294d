"""The words of an event: verb and arguments, without what came before, after or beside."""

import pytest

from dragoman.coding import code
from dragoman.model import Coded, Event
from dragoman.reading import read_text

REPORT = """\
On Monday, after weeks of silence, envoys of Togo met envoys of Benin in Accra, the mill owners said.

The two mills signed a supply contract on 10 May 2031, which keeps prices flat.

Guards who stormed the depot were sent home.

Ada Brook, who has run the port since 2029, visited Quito on 3 May 2031.

The unions agreed that the night shift would end.

Police arrested two drivers, according to the port.
"""


@pytest.fixture(scope="module")
def told() -> list[str]:
    coded: Coded = code(read_text(REPORT, id="a", date="2031-05-12"))
    return [" … ".join(s.text for s in e.spans) for e in coded.of(Event)]


@pytest.mark.parametrize(
    "words",
    [
        "envoys of Togo met envoys of Benin in Accra",  # neither the day before nor the speaker after
        "The two mills signed a supply contract on 10 May 2031",  # no remark after a comma
        "Guards who stormed the depot",
        "The unions agreed that the night shift would end",  # what is agreed is part of it
        "Police arrested two drivers",
    ],
)
def test_an_event_is_told_by_its_verb_and_arguments(told: list[str], words: str) -> None:
    assert words in told


def test_a_remark_between_subject_and_verb_is_left_out(told: list[str]) -> None:
    visit = next(t for t in told if "visited Quito" in t)
    assert "2029" not in visit and visit.endswith("visited Quito on 3 May 2031")
