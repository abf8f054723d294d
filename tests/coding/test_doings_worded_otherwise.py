"""Events, tracks and texts in the words other fields use for them."""

import pytest

from dragoman.coding import code
from dragoman.model import Actor, Coded, Event, Instrument, Track
from dragoman.reading import read_text

EVENTS = {
    "Norland initialled the fisheries protocol with Vesk on Monday.": ("signing", "held", "2031-05-12"),
    "The two foreign ministers talked by video link on Wednesday.": ("call", "held", "2031-05-14"),
    "The company put the merger talks on hold on Monday.": ("suspension", "held", "2031-05-12"),
    "Parliament approved the rescue package by 80 votes to 61 on Wednesday.": ("vote", "held", "2031-05-14"),
    "Norland slapped duties of 25 percent on Vesk's timber on Monday.": ("sanction", "held", "2031-05-12"),
    "Shells fell on the market of Oum Tal on Sunday, killing seven.": ("attack", "held", "2031-05-11"),
    "The troops broke the truce on Monday by shelling the bridge.": ("violation", "held", "2031-05-12"),
    "The bank replaced its chief executive with Tom Orr on Monday.": ("appointment", "held", "2031-05-12"),
    "The summit planned for June in Oslo was called off.": ("meeting", "cancelled", "2031-06"),
    "Talks are due to resume on Saturday.": ("talks_round", "planned", "2031-05-17"),
    "The union and the port have been in talks for weeks.": ("talks_round", "under_way", None),
    "Norland spoke of the sanctions against Vesk.": ("sanction", "under_way", None),
}
TRACKS = {
    "Pay talks between the clinic and its doctors are deadlocked.": "stalled",
    "The coalition talks are making progress.": "advancing",
    "The coalition talks are making no progress.": "stalled",
    "The peace process has ground to a halt.": "stalled",
    "The drafting group has finished its chapter on fish.": "advancing",
    "A contact group of five states was set up.": "active",
    "A contact group of five states will be set up.": "proposed",
}
TEXTS = {
    "Negotiators have agreed a term sheet for the loan.": "agreed",
    "The council adopted a resolution.": "agreed",
    "The union calls for a written guarantee on jobs.": "called_for",
    "A joint communique is being drafted.": "draft",
    "The lenders put forward a restructuring plan.": "proposed",
    "The shareholders' pact remains in force.": "in_force",
    "The framework deal on tariffs remains unsigned.": "draft",
}


@pytest.fixture(scope="module")
def coded() -> Coded:
    return code(read_text("\n\n".join([*EVENTS, *TRACKS, *TEXTS]), id="w", date="2031-05-15"))


def _within(coded: Coded, sentence: str, kind: type) -> list:
    at = coded.document.text.index(sentence)
    return [f for f in coded.of(kind) if any(at <= s.start < at + len(sentence) for s in f.spans)]


@pytest.mark.parametrize(("sentence", "expected"), EVENTS.items())
def test_event(coded: Coded, sentence: str, expected: tuple[str, str, str | None]) -> None:
    assert expected in [(e.type, e.status, e.date) for e in _within(coded, sentence, Event)]


@pytest.mark.parametrize(("sentence", "status"), TRACKS.items())
def test_track(sentence: str, status: str) -> None:
    assert [t.status for t in code(read_text(sentence, id="t")).of(Track)] == [status]


@pytest.mark.parametrize(("sentence", "status"), TEXTS.items())
def test_text(sentence: str, status: str) -> None:
    assert [i.status for i in code(read_text(sentence, id="i")).of(Instrument)] == [status]


def test_a_round_of_negotiations_is_one_event() -> None:
    told = code(read_text("The third round of trade negotiations between Norland and Vesk ended without result.", id="n"))
    assert [(e.type, e.status) for e in told.of(Event)] == [("talks_round", "failed")]


def test_the_sides_are_the_two_who_hold_positions() -> None:
    text = (
        "The Pilots' Guild demands a pay rise of 6 percent. Airline Norvia rejects the demand.\n\n"
        "The Pilots' Guild insists that rosters be published. Airline Norvia refuses to publish rosters.\n\n"
        "The sides meet again on Thursday."
    )
    told = code(read_text(text, id="s", date="2031-05-13"))
    (meeting,) = [e for e in told.of(Event) if e.type == "meeting"]
    names = {a.id: a.name for a in told.of(Actor)}
    assert {names[i] for i in meeting.participants} == {"Pilots' Guild", "Airline Norvia"}


def test_rallies_nobody_is_told_to_hold_and_needs_met_halfway_are_no_events() -> None:
    text = "Two clerks were hurt during a rally in Riga.\n\nThe plan was met with anger.\n\nExperts agree, however."
    assert not code(read_text(text, id="n", date="2031-05-15")).of(Event)
