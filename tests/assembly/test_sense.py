"""Which wordings name one step, and which name two."""

import pytest

from dragoman.assembly.sense import clipped, same_step, sense

ONE = [
    ("withdraw the troops", "the withdrawal of the troops"),
    ("troop withdrawal", "the troops have left the valley"),
    ("a better offer is in front of them in writing", "the improved offer leaves the building"),
    ("the night roster comes off the boards for 21 days", "the roster was withdrawn"),
    ("filling of the lake", "rise of the water"),
    ("filling would start again the day it ran out", "the water must rise by a centimetre"),
    ("the delegates have initialled a text", "the initials"),
    ("the lists would be switched on", "the lists flow"),
    ("freeing the sailors", "the release of the sailors"),
]
TWO = [
    ("the pay rise", "the water must rise"),
    ("withdraw the troops", "withdraw the roster"),
    ("the release of the sailors", "the release of the loan"),
    ("talks on pay", "talks on rosters"),
    ("a meeting of the presidents", "a meeting of the experts"),
    ("the roster is signed", "the roster is withdrawn"),
]


@pytest.mark.parametrize(("a", "b"), ONE)
def test_one_step(a: str, b: str) -> None:
    assert same_step(sense(a), sense(b)), (sense(a), sense(b))


@pytest.mark.parametrize(("a", "b"), TWO)
def test_two_steps(a: str, b: str) -> None:
    assert not same_step(sense(a), sense(b)), (sense(a), sense(b))


def test_a_step_is_named_without_its_denial() -> None:
    assert clipped("agreement or no agreement") == "agreement"
