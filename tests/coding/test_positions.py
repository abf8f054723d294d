"""Attitudes, who holds them, and how a negation turns them, on invented reports."""

import pytest

from dragoman.coding.actors import find_actors
from dragoman.coding.parse import parse
from dragoman.coding.positions import find_positions
from dragoman.coding.scene import Scene
from dragoman.model import Document, Position, Span

TEXT = (
    "Norway rejected the draft treaty on herring quotas. Japan did not accept the proposal for shared inspections. "
    "Canada called for a ceasefire in the strait. "
    "Germany urged Finland to withdraw its complaint. The plan was rejected by Denmark. "
    "Did Sweden demand a new round of talks?"
)


@pytest.fixture(scope="module")
def positions() -> dict[str, Position]:
    """The positions of the text, by the name of the holder."""
    document = Document(id="herring", text=TEXT, paragraphs=(Span(0, len(TEXT), TEXT),))
    read = parse(document)
    cast = find_actors(read)
    found = find_positions(Scene(read, cast))
    return {cast.actors[p.actor[0]].name: p for p in found if p.actor}


def test_a_verb_of_attitude_gives_holder_stance_and_issue(positions: dict[str, Position]) -> None:
    norway = positions["Norway"]
    assert norway.stance == "reject"
    assert norway.issue == "draft treaty on herring quotas"
    assert norway.spans[0].text == "rejected the draft treaty on herring quotas"


def test_a_negation_turns_the_stance(positions: dict[str, Position]) -> None:
    assert positions["Japan"].stance == "reject"


def test_a_preposition_belongs_to_the_verb(positions: dict[str, Position]) -> None:
    assert positions["Canada"].stance == "demand"
    assert positions["Canada"].issue == "ceasefire in the strait"


def test_the_agent_of_a_passive_holds_the_position(positions: dict[str, Position]) -> None:
    assert positions["Denmark"].stance == "reject"


def test_a_question_is_no_position(positions: dict[str, Position]) -> None:
    assert "Sweden" not in positions


def test_whoever_is_urged_is_the_addressee(positions: dict[str, Position]) -> None:
    germany = positions["Germany"]
    assert germany.stance == "demand"
    assert len(germany.addressee) == 1
    assert germany.addressee != germany.actor
