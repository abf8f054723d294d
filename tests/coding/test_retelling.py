"""Which mentions of a report tell of one event, and which of two."""

import pytest

from dragoman.coding import code
from dragoman.model import Event
from dragoman.reading import read_text


def _events(text: str) -> list[tuple[str, str | None, int]]:
    """Type, date and number of mentions of each event of a report of 12 May 2031."""
    return [(e.type, e.date, len(e.spans)) for e in code(read_text(text, id="r", date="2031-05-12")).of(Event)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police detained the captain of the ferry. The arrest of the ferry captain angered the crew.", [("other", None, 2)]),
        ("Kenya's envoys met the mediator in Accra on 4 May 2031. The meeting took an hour.", [("meeting", "2031-05-04", 2)]),
        ("Dockers rallied in Riga in May. On 4 May 2031 the dockers rallied in Riga.", [("protest", "2031-05-04", 2)]),
    ],
)
def test_mentions_with_the_same_things_places_or_sides_are_one_event(
    text: str, expected: list[tuple[str, str | None, int]]
) -> None:
    assert _events(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen attacked a mill in Riga. Gunmen attacked a mill in Oslo.",  # another place
        "Police arrested the captain. Police evacuated the ferry.",  # another deed
        "Togo's envoy met Benin's envoy on 3 May 2031. Togo's envoy met Benin's envoy on 7 May 2031.",  # another day
    ],
)
def test_another_place_deed_or_day_is_another_event(text: str) -> None:
    assert len(_events(text)) == 2


def test_a_bare_noun_that_tells_again_of_nothing_known_is_no_event() -> None:
    assert _events("Nobody in the office would speak of the attack.") == []


def test_a_rally_inside_the_words_of_a_protest_is_the_same() -> None:
    assert _events("Demonstrators waved banners during a rally in Riga.") == [("protest", None, 1)]
