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
    ("the end of the process", "the agreement"),
    ("a licence for the compound has been finalised", "the finished contract"),
    ("the chair making time for her rival", "a meeting with her rival"),
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


MEETINGS = [
    ("a meeting of the two leaders", "sitting down with the president of the guild"),
    ("the chairs' talks", "a conversation between the two heads"),
    ("leaders talk face to face", "a summit"),
    ("he and I in one room", "Mr Arden and me meeting in person"),
]
PAPERS = [
    ("a draft accord on his desk", "the accord is final"),
    ("experts had produced a draft text with no blanks in it", "the treaty has been agreed"),
    ("the terms of a new pay framework no longer remain open", "a pay contract is concluded"),
    ("the two have settled how to share the catch", "a fishing pact is signed"),
]
NOT_ONE = [
    ("publishing the treaty", "a fishing treaty is signed"),
    ("talks between the experts", "a meeting of the leaders"),
    ("an exchange of position papers", "a contract"),
    ("a meeting of the leaders on fish", "a meeting of the leaders on grain"),
    ("a fishing pact is signed", "a grain pact is signed"),
]


@pytest.mark.parametrize(("a", "b"), [*MEETINGS, *PAPERS])
def test_a_meeting_and_a_paper_are_known_in_other_words(a: str, b: str) -> None:
    assert same_step(sense(a), sense(b)), (sense(a), sense(b))


@pytest.mark.parametrize(("a", "b"), NOT_ONE)
def test_what_is_done_with_a_paper_or_talked_of_is_another_step(a: str, b: str) -> None:
    assert not same_step(sense(a), sense(b)), (sense(a), sense(b))
