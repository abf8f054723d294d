"""Tracks of an invented report: each line of talks its own, and how it stands."""

import pytest

from dragoman.coding import code
from dragoman.model import Coded, Track
from dragoman.reading import read_text

REPORT = """\
Norway proposed two working groups on tariffs and fisheries.

A joint panel on pensions, which meets every Tuesday, heard the union. The panel adjourned.

The talks between Chile and Peru remain stalled.

The bloc floated two new expert panels on legal and financial questions.

Any talks with Brazil are unlikely. The minister talks to the press.
"""


@pytest.fixture(scope="module")
def coded() -> Coded:
    return code(read_text(REPORT, id="r"))


def test_each_working_group_is_its_own_track(coded: Coded) -> None:
    groups = [(t.name, t.status, t.level) for t in coded.of(Track) if "working" in t.name]
    assert groups == [
        ("working group on tariffs", "proposed", "experts"),
        ("working group on fisheries", "proposed", "experts"),
    ]


def test_a_later_mention_joins_the_panel_with_its_relative_clause(coded: Coded) -> None:
    (panel,) = [t for t in coded.of(Track) if "pensions" in t.name]
    assert [s.text for s in panel.spans] == ["A joint panel on pensions, which meets every Tuesday", "The panel"]
    assert panel.status == "active"


def test_talks_that_remain_stalled_are_and_talks_with_nobody_are_none(coded: Coded) -> None:
    others = [t for t in coded.of(Track) if "working" not in t.name and "panel" not in t.name]
    assert [t.status for t in others] == ["stalled"]
    assert len(others[0].parties) == 2


def test_groups_on_kinds_of_question_are_named_by_them(coded: Coded) -> None:
    assert [t.name for t in coded.of(Track) if "expert" in t.name] == [
        "expert panel on legal questions",
        "expert panel on financial questions",
    ]


LISTED = """\
The mediator suggested setting up two joint working groups, covering grain and plant hire.

The bank's envoy recommended three expert committees: bonds, swaps and export credits.

The growers want a pair of working groups, one on seed prices and one on water.

Under her plan there would be two commissions, for ports and for rail.

Two working groups on wages and the company said little more.
"""


def test_listed_matters_are_a_track_each() -> None:
    named = [(t.name, t.status) for t in code(read_text(LISTED, id="l")).of(Track) if " on " in t.name]
    assert named[:9] == [
        ("joint working group on grain", "proposed"),
        ("joint working group on plant hire", "proposed"),
        ("expert committee on bonds", "proposed"),
        ("expert committee on swaps", "proposed"),
        ("expert committee on export credits", "proposed"),
        ("working group on seed prices", "proposed"),
        ("working group on water", "proposed"),
        ("commission on ports", "proposed"),
        ("commission on rail", "proposed"),
    ]
    assert not any("company" in name for name, _ in named)


LINES = """\
A new round of wage talks to end the strike opens soon. Chile chose dialogue over war.

The mediator's efforts to settle the dispute impressed nobody. Clerks hope for a peace process.

They set up a commission that will monitor the truce. There will not be a political process.

Trade talks between Norway and Denmark are stalled. The trade talks of Norway with Denmark cost too much.
"""


def test_lines_of_talks_by_aim_sides_and_stage() -> None:
    found = {t.name: t for t in code(read_text(LINES, id="l")).of(Track)}
    assert any(name.startswith("wage talks to end the strike") for name in found)
    assert not any("dialogue" in name or "political" in name for name in found)
    assert next(t.status for name, t in found.items() if "efforts" in name) == "active"
    assert next(t.status for name, t in found.items() if "peace process" in name) == "proposed"
    assert any("commission" in name for name in found)
    assert [len(t.spans) for name, t in found.items() if "rade talks" in name] == [2]


BODIES = """\
A panel of three bakers and three millers is to look at flour prices.

A separate channel on the return of the boats stays open.

Political groups in the city want a vote. The Takeover Panel opened an inquiry.
"""


def test_panels_of_people_and_channels_are_tracks_but_parties_and_authorities_are_none() -> None:
    names = [t.name for t in code(read_text(BODIES, id="b")).of(Track)]
    assert any("panel of three bakers" in name for name in names)
    assert any("channel" in name for name in names)
    assert not any("olitical groups" in name or "Takeover" in name for name in names)


@pytest.mark.parametrize(
    "sentence",
    [
        "Three new working groups, for timber, steel and transit, were proposed by him as the session broke up.",
        "She suggested three working groups after the talks, on timber, steel and transit questions.",
        "It wants three working groups set up, for timber, steel and transit.",
        "The paper proposes working groups on timber, on steel and on transit.",
        "There should be working groups for timber, steel and transit, the delegation argued.",
    ],
)
def test_groups_named_together_are_a_track_each_wherever_their_matters_stand(sentence: str) -> None:
    groups = [(t.name, t.status) for t in code(read_text(sentence, id="r")).of(Track)]
    assert [name.split()[-1 if "question" not in name else -2] for name, _ in groups] == ["timber", "steel", "transit"]
    assert {status for _, status in groups} == {"proposed"}


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("She proposed three new sub-committees, on timber, steel and transit.", "sub-committee"),
        ("She suggested that three task forces be formed, on timber, steel and transit.", "task force"),
        ("She proposed three expert teams, for timber, steel and transit.", "expert team"),
        ("She wants three joint commissions, on timber, steel and transit.", "joint commission"),
        ("She put forward three panels, on timber, steel and transit.", "panel"),
    ],
)
def test_bodies_for_a_matter_each_keep_what_they_are_called(sentence: str, named: str) -> None:
    names = [t.name for t in code(read_text(sentence, id="r")).of(Track)]
    assert names == [f"{named} on {matter}" for matter in ("timber", "steel", "transit")]
