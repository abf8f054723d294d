"""How long a meeting took, told in words of its end, in the same sentence or the one after it."""

import pytest

from dragoman.coding import code
from dragoman.model import Coded, Event
from dragoman.reading import read_text

OPENING = "The orchestra and its players are far apart, and negotiators want a settlement.\n\n"
ENDS = [
    "Teams from the two museums met on Monday in Lund. The session was over within half an hour.",
    "The owners and the players met on Monday. They were at the table for barely 25 minutes, a participant said.",
    "Negotiators from both sides sat down on Monday. An hour later they were back on the street.",
    'The two delegations met in Riga on Monday. "We were out in 15 minutes," one delegate said.',
    "Union and company negotiators met on Monday and parted after 40 minutes.",
    "Officials of the two governments met on Monday. The encounter did not last longer than 35 minutes.",
    "When the negotiators met on Monday, they needed only 30 minutes to find that they disagreed.",
    "Talks on Monday were adjourned after 35 minutes.",
    "Representatives of the landlords and the tenants have met once this week, on Monday, for 45 minutes.",
    "Monday brought the two delegations together for 50 minutes.",
    "It took negotiators from both camps 50 minutes on Monday to establish that they could not agree.",
    "Monday's bargaining session in an office tower gave little reason for cheer. It was done in 45 minutes.",
    "The two teams' last encounter was on Monday, in a seminar room. It took 55 minutes.",
]
OTHER = [
    "Delegations met on Monday. The strike lasted 20 minutes.",
    "Delegations met on Monday. They waited 20 minutes for the bus.",
    "The rebels met the mediators on Monday. A minute later the lights went out.",
    "Delegations met on Monday. They had left ten minutes before noon.",
]


def _meetings(text: str) -> tuple[Coded, list[Event]]:
    coded = code(read_text(OPENING + text, id="c", date="2030-06-12"))
    return coded, [e for e in coded.of(Event) if e.type in ("meeting", "talks_round")]


@pytest.mark.parametrize("text", ENDS)
def test_the_length_belongs_to_the_meeting_told_before(text: str) -> None:
    _, (event,) = _meetings(text)
    assert (event.status, event.date) == ("held", "2030-06-10")
    assert any("minutes" in s.text or "hour" in s.text for s in event.spans)


@pytest.mark.parametrize("text", OTHER)
def test_other_times_are_no_length_of_the_meeting(text: str) -> None:
    _, (event,) = _meetings(text)
    assert not any("minute" in s.text for s in event.spans)
