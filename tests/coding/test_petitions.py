"""Sessions that somebody asks for on a day to come."""

import pytest

from dragoman.coding import code
from dragoman.model import Event
from dragoman.reading import read_text

OPENING = "The orchestra and its players are in a dispute, and negotiators want a settlement.\n\n"
ASKED = {
    "The bank had applied to the Pension Panel for a hearing on July 17.": "2030-07-17",
    "It had asked the Rivers Board to hold a session on July 23 on the locks.": "2030-07-23",
    "The network is asking the Appeals Tribunal to take up the case at a session on July 4.": "2030-07-04",
    "Telvana, for its part, has applied to the Tariff Council, a body of member states, for a session on Nov. 20.": "2030-11-20",
    "A hearing before the labour court on June 24 has been requested by the drivers.": "2030-06-24",
    "Governor Ray Altman asked the river commission on Monday to sit in special session on July 10.": "2030-07-10",
    "Small island states pressed on Friday for an additional plenary on 3 July.": "2030-07-03",
    "The clubs filed a request for a hearing before the league's tribunal on June 24.": "2030-06-24",
    "The ministry wants parliament to hold an emergency debate on the ferry contract on 1 July.": "2030-07-01",
    "The guild has petitioned the labor board for a July 2 hearing.": "2030-07-02",
    "The pilots wrote to the court on Tuesday, asking it to convene on July 8.": "2030-07-08",
    "The Free Democrats have tabled a motion for a special sitting of the chamber on 25 June.": "2030-06-25",
}
OTHER = [
    "Asked about the session on June 20, he declined to comment.",
    "The owners asked the players not to meet on July 9.",
    "The minister asked for a postponement of the session on June 20.",
    "The court will hold a session on June 20, officials said.",
    "The owners asked the players to meet their quota by June 30.",
    "They asked reporters at a meeting on June 3 to leave.",
]


@pytest.mark.parametrize(("text", "day"), ASKED.items())
def test_a_session_asked_for_has_its_own_day_and_who_is_asked(text: str, day: str) -> None:
    (event,) = code(read_text(OPENING + text, id="p", date="2030-06-12")).of(Event)
    assert (event.type, event.status, event.date) == ("meeting", "requested", day)


@pytest.mark.parametrize("text", OTHER)
def test_what_is_asked_about_or_called_by_others_is_not_asked_for(text: str) -> None:
    assert not [e for e in code(read_text(OPENING + text, id="p", date="2030-06-12")).of(Event) if e.status == "requested"]


@pytest.mark.parametrize(
    "text",
    [
        "Asked about an encounter with the owner, the coach shrugged.",
        "Bargaining probably begins at a summit of the two presidents.",
        "The owner barred any meeting with the players.",
    ],
)
def test_a_meeting_only_spoken_of_was_not_held(text: str) -> None:
    assert not [e for e in code(read_text(OPENING + text, id="p", date="2030-06-12")).of(Event) if e.type == "meeting"]


def test_the_day_of_a_refusal_is_not_that_of_the_meeting_refused() -> None:
    text = OPENING + "The owner on Friday rejected a call by the players for a meeting."
    events = [e for e in code(read_text(text, id="p", date="2030-06-12")).of(Event) if e.status == "requested"]
    assert [e.date for e in events] == [None]
