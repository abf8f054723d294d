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


TURNED_AWAY = [
    "In May Ms Quist flew to the lake of Sorn in the expectation that Mr Dravic would join her there. He stayed in his capital.",
    "In May Holt travelled to the owner's house in the hills to plead for a pause. She was not let in.",
    "In May he invited Professor Lind to his college in Marlow to discuss the ballot, and dined without her.",
    "In May she flew to the border post of Kimbe hoping to see him there, and left after two days when he failed to appear.",
    "In May, Lavelle proposed dinner with Aune on the margins of a gathering in Bergen; she left before it was served.",
    "In May she asked Ms Solheim to come to Savali and see the shoreline for herself; the visit never took place.",
    "In May she offered to fly to Oslo. Holm let the offer lapse without a reply.",
    "In May she drove to the hall in Millbrook to see Brandt. She was told he was out and left after an hour.",
    "In May he invited Velin to the abbey of Drenova to speak of the sales, but the premier sent a bouquet and his regrets.",
    "In May, Brandl proposed a dinner with Aalto in Geneva. Aalto's office turned down the invitation.",
    "In May the bishop offered both leaders his residence for a private talk. Only one of them came.",
    "In May the club's president called at the players' hotel unannounced. He was kept waiting for an hour and then sent away.",
    "Ms Ferro's invitation to the chief executive to tour the wards in May was declined.",
    "In May the chairman made the journey to Oslo to see her and was shown the door.",
    "In May the king asked both men to the palace. The general sent his brother.",
    "Last month the mayor went to the depot to speak to the drivers. She was not allowed past the gate.",
]
NO_FAILURES = [
    "In May he asked her to Lund for talks and she came at once.",
    "In May the minister flew to Oslo to see the chancellor. They talked for two hours.",
    "In May he invited the players to talks in Lund. He did not answer questions from reporters.",
    "In May she invited the owners to Lund. The talks did not go well.",
    "In May she invited the owners to Lund. He declined to comment.",
    "The mediator has invited them to her office next Wednesday. The guild's call for a pause has gone unanswered.",
    "The owners and the players did get together on Friday. They were out again after 20 minutes.",
    "The guild asked members to come to the rally. He did not attend.",
]


def _failed(text: str) -> list[Event]:
    coded = code(read_text("The owners and the players are in a dispute over pay.\n\n" + text, id="t", date="2031-06-15"))
    return [e for e in coded.of(Event) if e.status == "failed"]


@pytest.mark.parametrize("text", TURNED_AWAY)
def test_an_overture_after_which_the_two_did_not_meet_is_a_failed_meeting(text: str) -> None:
    (event,) = _failed(text)
    assert (event.type, event.date) == ("meeting", "2031-05")


@pytest.mark.parametrize("text", NO_FAILURES)
def test_what_else_somebody_did_not_do_is_no_failed_meeting(text: str) -> None:
    assert not _failed(text)
