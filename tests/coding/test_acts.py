"""How an act stands: by particle, predicate, journey, participle, infinitive or the day of a deed."""

import pytest

from dragoman.coding import code
from dragoman.model import Coded, Event
from dragoman.reading import read_text

REPORT = """\
The salary talks between the guild and Corvane Mills broke down on Tuesday.

Talks are under way with the harbour board.

A session between Togo and Benin yielded no text.

The envoys flew to Quito for talks with Chile. Their minister will travel to Lima for a summit with Peru.

The judge praised the county for closing the paper plant.

Two clerks were hurt during a rally in Riga.

Crowds gathered to protest the levy.

The cabinet shelved the levy on 3 May 2031. Not one clerk packed a bag on 4 May 2031.

The militia will free the drivers only when the road is clear.

Nobody expects it to come to that.

The party chief has started talks with Ada Brook.

She offered to raise the levy at the meeting.
"""


@pytest.fixture(scope="module")
def coded() -> Coded:
    return code(read_text(REPORT, id="a", date="2031-05-12"))


def _told(coded: Coded, text: str) -> set[tuple[str, str]]:
    return {(e.type, e.status) for e in coded.of(Event) if any(text in s.text for s in e.spans)}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("broke down", ("talks_round", "failed")),
        ("under way", ("talks_round", "under_way")),
        ("yielded no text", ("meeting", "held")),
        ("talks with Chile", ("talks_round", "held")),
        ("summit with Peru", ("meeting", "planned")),
        ("closing the paper plant", ("other", "held")),
        ("protest the levy", ("protest", "held")),
        ("shelved the levy", ("other", "held")),
        ("started talks", ("talks_round", "under_way")),
    ],
)
def test_type_and_status(coded: Coded, words: str, expected: tuple[str, str]) -> None:
    assert expected in _told(coded, words)


@pytest.mark.parametrize("words", ["Not one clerk", "free the drivers", "come to that", "the meeting"])
def test_what_did_not_happen_or_waits_is_no_event(coded: Coded, words: str) -> None:
    assert _told(coded, words) == set()


AGREED = """\
The envoys agreed to reconvene on 20 June 2031.

A planned meeting of the surveyors was cancelled.

The mediator said that the two armies had swapped maps and that an exchange would take place at the bridge.

Corvane suspended two clerks for taking part in a protest outside its office on 20 April 2031.

A panel on rosters, which has met every week since January, reports soon.

Talks on pensions have stalled.
"""


@pytest.fixture(scope="module")
def agreed() -> list[tuple[str, str, str | None, str]]:
    events = code(read_text(AGREED, id="g", date="2031-05-12")).of(Event)
    return [(e.type, e.status, e.date, " ".join(s.text for s in e.spans)) for e in events]


def test_a_meeting_agreed_on_is_a_planned_meeting_and_no_agreement(agreed: list[tuple[str, str, str | None, str]]) -> None:
    assert [e[:3] for e in agreed if "reconvene" in e[3]] == [("meeting", "planned", "2031-06-20")]


def test_what_the_verb_says_outweighs_the_adjective(agreed: list[tuple[str, str, str | None, str]]) -> None:
    assert [e[:2] for e in agreed if "surveyors" in e[3]] == [("meeting", "cancelled")]
    assert ("exchange", "planned") in [e[:2] for e in agreed if "exchange would" in e[3]]


def test_days_of_something_else_and_beginnings_are_not_the_day(agreed: list[tuple[str, str, str | None, str]]) -> None:
    assert [e[2] for e in agreed if "two clerks" in e[3]] == [None]
    assert [e[2] for e in agreed if "every week" in e[3]] == [None]
    assert not any("pensions" in e[3] for e in agreed)


def test_a_relative_clause_tells_of_the_panel_and_not_of_its_matter(agreed: list[tuple[str, str, str | None, str]]) -> None:
    assert any(e[3].startswith("A panel on rosters") for e in agreed)


FAILED = """\
The two mills failed to agree on rosters.

On the weir we were not able to agree.

The baker and the miller could not agree on flour.

The envoys ended four days of talks on Thursday without a paper.

We have eleven votes. The bank froze its loans in May.
"""


def test_what_was_not_agreed_failed_and_days_of_talks_are_talks() -> None:
    events = code(read_text(FAILED, id="f", date="2031-05-12")).of(Event)
    told = [(e.type, e.status, " ".join(s.text for s in e.spans)) for e in events]
    assert [status for kind, status, _ in told if kind == "agreement"] == ["failed"] * 3
    assert ("talks_round", "failed") in [t[:2] for t in told if "four days" in t[2]]
    assert ("suspension", "held") in [t[:2] for t in told]
    assert not any("votes" in t[2] for t in told)
