"""Events, tracks and instruments of an invented report: what they are and how they stand."""

import pytest

from dragoman.coding.actors import find_actors
from dragoman.coding.events import find_events
from dragoman.coding.instruments import find_instruments
from dragoman.coding.parse import parse
from dragoman.coding.scene import Scene
from dragoman.coding.tracks import find_tracks
from dragoman.model import Event, Instrument, Track
from dragoman.reading import read_text

REPORT = """\
Canada met Denmark in Oslo.

The ministers will visit Chile.

Brazil requested a meeting.

The summit was cancelled.

A tougher embargo could be imposed.

Peru did not sign the fishing treaty.

No accord had been signed by Kenya.

Work starts only after a pact has been signed by Ghana.

Norway proposed two working groups on tariffs and fisheries.

The company signed the contract.
"""


@pytest.fixture(scope="module")
def scene() -> Scene:
    report = parse(read_text(REPORT, id="r"))
    return Scene(report, find_actors(report))


@pytest.fixture(scope="module")
def events(scene: Scene) -> tuple[Event, ...]:
    return find_events(scene)


def _kinds(events: tuple[Event, ...]) -> set[tuple[str, str]]:
    return {(e.type, e.status) for e in events}


def test_tense_and_cue_verbs_settle_the_status(events: tuple[Event, ...]) -> None:
    assert {("meeting", "held"), ("visit", "planned"), ("meeting", "requested"), ("meeting", "cancelled")} <= _kinds(events)


def test_what_only_could_be_or_was_not_is_no_event(events: tuple[Event, ...]) -> None:
    assert {e.type for e in events}.isdisjoint({"sanction"})
    told = " ".join(s.text for e in events for s in e.spans)
    assert not any(name in told for name in ("Peru", "Kenya", "Ghana"))


def test_each_working_group_is_its_own_track(scene: Scene) -> None:
    tracks: tuple[Track, ...] = find_tracks(scene)
    assert [(t.name, t.status) for t in tracks] == [
        ("working groups on tariffs", "proposed"),
        ("working groups on fisheries", "proposed"),
    ]


def test_an_instrument_is_signed_only_where_it_was(scene: Scene) -> None:
    found: tuple[Instrument, ...] = find_instruments(scene)
    assert {i.type: i.status for i in found} == {"treaty": None, "accord": None, "pact": None, "contract": "signed"}
