"""Attempts at a meeting that came to nothing, however a report says so, and short meetings told without the word."""

import pytest

from dragoman.coding import code
from dragoman.model import Coded, Event
from dragoman.reading import read_text

FAILED = """\
In February Castor sought to persuade the premier to come to Kelm and discuss a pause, and went home empty-handed.

An attempt by Adun in January to lure Tesk to Nadur for a conversation about a halt fell flat.

In March she invited him to Fenwick for a conversation on a closure, without success.

Last October, Tarn had hoped to persuade Brenner to come to Sarn and talk about a halt; the attempt failed.

Marlow wanted to see the chief executive in Bergen last May, but was turned away.

In August, the bishop could not persuade the two men to meet in Lund.

In November Holt begged the chairman to come to Leeds for a talk about the sale. He never replied.

In December, the mediator drew a blank when she tried to bring both leaders to Malmo.

In September the union asked the owner to come to Vell for talks, and he came.
"""

HELD = """\
The talks between Adania and Bersia drag on.

Deputies of the two sides faced each other on Tuesday for 18 minutes, no longer than a song.

When officials of the two ministries sat down in the town of Orrel on Monday, they were finished in 22 minutes.

Envoys of Adania and Bersia came together on Wednesday for all of twelve minutes.

The two delegations spent 40 minutes in one room on Thursday.

The company petitioned the Arbitration Board to sit on June 17.

Marchers came together to protest the levy.
"""


@pytest.fixture(scope="module")
def failed() -> Coded:
    return code(read_text(FAILED, id="f", date="2031-04-15"))


@pytest.fixture(scope="module")
def held() -> Coded:
    return code(read_text(HELD, id="h", date="2031-05-16"))


@pytest.mark.parametrize(
    ("month", "who"),
    [
        ("2031-02", "Castor"), ("2031-01", "lure Tesk"), ("2031-03", "Fenwick"), ("2030-10", "Tarn"), ("2030-05", "Marlow"),
        ("2030-08", "bishop"), ("2030-11", "Holt"), ("2030-12", "Malmo"),
    ],
)  # fmt: skip
def test_an_attempt_that_came_to_nothing_is_a_failed_meeting_of_its_month(failed: Coded, month: str, who: str) -> None:
    (event,) = [e for e in failed.of(Event) if e.status == "failed" and any(who in s.text for s in e.spans)]
    assert (event.type, event.date) == ("meeting", month)


def test_an_invitation_that_was_taken_up_is_no_failure(failed: Coded) -> None:
    assert not [e for e in failed.of(Event) if e.status == "failed" and any("Vell" in s.text for s in e.spans)]


@pytest.mark.parametrize(
    ("words", "status", "day"),
    [
        ("faced each other", "held", "2031-05-13"), ("sat down", "held", "2031-05-12"), ("came together on", "held", "2031-05-14"),
        ("in one room", "held", "2031-05-15"), ("sit on June 17", "requested", "2031-06-17"),
    ],
)  # fmt: skip
def test_a_meeting_told_without_the_word_has_its_day(held: Coded, words: str, status: str, day: str) -> None:
    (event,) = [e for e in held.of(Event) if any(words in s.text for s in e.spans)]
    assert (event.type, event.status, event.date) == ("meeting", status, day)


def test_who_comes_together_for_something_else_holds_no_meeting(held: Coded) -> None:
    assert not [e for e in held.of(Event) if e.type == "meeting" and any("Marchers" in s.text for s in e.spans)]
