"""Events of invented reports: what took place, what is planned, asked for or went wrong, and which mentions are one."""

import pytest

from dragoman.coding import code
from dragoman.model import Actor, Coded, Event
from dragoman.reading import read_text

REPORT = """\
Canada met Denmark in Oslo.

The ministers will visit Chile.

Brazil requested a summit with Peru.

The conference call was held by telephone and the summit was cancelled.

A tougher embargo could be imposed.

Peru did not sign the fishing treaty.

No accord had been signed by Kenya.

Work starts only after a pact has been signed by Ghana.

Norway spoke by telephone with Iceland on 3 March 2031.

Talks between Malta and Cyprus ended without a result.

The union gave notice of a strike at the mill.

Sweden pleaded in vain with Finland to come to Riga.

The court has named Ada Brook as arbitrator.

The pilots have been on strike for nine days.

Kenya said its parliament would meet in May.

The meeting between Togo and Benin was to be held in Accra but was called off.

Mali asked on Monday for a summit with Niger on 9 August 2031.

Ministers of Laos are set to gather in Hanoi, and few expect a deal. Will Laos host a summit?

The envoys will no longer travel to Quito.
"""

AGAIN = """\
Delegates of Kenya and Ghana held a meeting on 4 May 2031 in Accra. The meeting was chaired by Togo.

Students of the academy will march on Saturday unless the fee is withdrawn.
"""


@pytest.fixture(scope="module")
def coded() -> Coded:
    return code(read_text(REPORT, id="r"))


def _told(coded: Coded, text: str) -> set[tuple[str, str]]:
    """Type and status of the events whose words hold `text`."""
    return {(e.type, e.status) for e in coded.of(Event) if any(text in s.text for s in e.spans)}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("met Denmark", ("meeting", "held")),
        ("visit Chile", ("visit", "planned")),
        ("requested a summit", ("meeting", "requested")),
        ("the summit was cancelled", ("meeting", "cancelled")),
        ("spoke by telephone", ("call", "held")),
        ("Talks between", ("talks_round", "failed")),
        ("notice of a strike", ("protest", "planned")),
        ("pleaded in vain", ("meeting", "failed")),
        ("as arbitrator", ("appointment", "held")),
        ("on strike", ("protest", "under_way")),
        ("parliament would meet", ("meeting", "planned")),
        ("Togo and Benin", ("meeting", "cancelled")),
        ("Ministers of Laos", ("meeting", "planned")),
        ("no longer travel", ("visit", "cancelled")),
    ],
)
def test_type_and_status_by_tense_and_cue(coded: Coded, words: str, expected: tuple[str, str]) -> None:
    assert expected in _told(coded, words)


@pytest.mark.parametrize("words", ["embargo", "Peru did", "Kenya.", "Ghana", "deal", "host"])
def test_what_only_could_be_or_was_not_is_no_event(coded: Coded, words: str) -> None:
    assert _told(coded, words) == set()


def test_a_call_has_its_day_and_both_ends(coded: Coded) -> None:
    names = {a.id: a.name for a in coded.of(Actor)}
    call = next(e for e in coded.of(Event) if e.date == "2031-03-03")
    assert (call.type, {names[i] for i in call.participants}) == ("call", {"Norway", "Iceland"})
    assert call.certainty == "likely"


def test_the_day_of_a_meeting_asked_for_is_not_the_day_of_asking(coded: Coded) -> None:
    assert [e.date for e in coded.of(Event) if any("Mali" in s.text for s in e.spans)] == ["2031-08-09"]


def test_a_definite_mention_joins_the_event_and_a_threatened_march_is_none() -> None:
    events = code(read_text(AGAIN, id="r")).of(Event)
    assert [(e.type, e.status, e.date, len(e.spans)) for e in events] == [("meeting", "held", "2031-05-04", 2)]


ATTEMPTS = """\
DUNMORE, 7 May 2032 - The takeover talks between Corvane Foods and Halberd broke down over the bid and its demands.

The two bid teams came face to face on Wednesday. The session of their lawyers was cut short after 35 minutes.

The talks opened badly on Tuesday. A sitting of the pension experts that evening was over within half an hour.

In February, Corvane tried without success to bring Halberd to Dunmore. Halberd failed in March to persuade Corvane to accept.

Efforts by the bank to arrange a meeting of the chairmen in January came to nothing.

Corvane has demanded that the Takeover Board meet on 21 May. A meeting with Halberd was conceivable.
"""


@pytest.fixture(scope="module")
def attempts() -> list[tuple[str, str, str | None, str]]:
    coded = code(read_text(ATTEMPTS, id="a", date="2032-05-07"))
    return [(e.type, e.status, e.date, e.certainty) for e in coded.of(Event)]


def test_how_long_a_meeting_took_says_that_it_was_held_on_the_day_before_it(
    attempts: list[tuple[str, str, str | None, str]],
) -> None:
    assert ("meeting", "held", "2032-05-05", "likely") in attempts
    assert ("meeting", "held", "2032-05-04", "likely") in attempts
    assert sum(e[:2] == ("meeting", "held") for e in attempts) == 2


def test_vain_attempts_at_a_meeting_are_failed_meetings_of_their_month(attempts: list[tuple[str, str, str | None, str]]) -> None:
    assert [e[2] for e in attempts if e[:2] == ("meeting", "failed")] == ["2032-02", "2032-01"]


def test_a_demanded_meeting_has_its_own_day(attempts: list[tuple[str, str, str | None, str]]) -> None:
    assert ("meeting", "requested", "2032-05-21", "likely") in attempts


def test_without_talks_nearby_a_meeting_is_only_possible() -> None:
    coded = code(read_text("The singer met the painter Ada Brook in Riga on 3 March 2031. They visited a museum.", id="m"))
    assert all(e.certainty == "possible" for e in coded.of(Event))


def test_whom_nobody_could_bring_to_the_place_named_before_was_not_met() -> None:
    text = "The bid talks are stuck. Back in June, Ada Brook had hoped to discuss a pact with Lena Moss in Riga and tried to bring her there, "
    coded = code(read_text(f"{text}without success.", id="v", date="2031-09-02"))
    assert [(e.type, e.date) for e in coded.of(Event) if e.status == "failed"] == [("meeting", "2031-06")]


def test_those_who_share_a_table_meet_and_what_follows_tells_of_it_again() -> None:
    text = "The pay talks go on. Envoys of Chile and Norway did share a table on Wednesday at an inn. The meeting lasted half an hour."
    coded = code(read_text(text, id="t", date="2032-05-07"))
    assert [(e.status, e.date) for e in coded.of(Event) if e.type == "meeting"] == [("held", "2032-05-05")]
