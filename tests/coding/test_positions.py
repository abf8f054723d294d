"""Attitudes, who holds them, and how a negation turns them, on invented reports."""

import pytest

from dragoman.coding.actors import Cast, find_actors
from dragoman.coding.conditions import find_conditions
from dragoman.coding.parse import parse
from dragoman.coding.positions import find_positions, negotiating
from dragoman.coding.scene import Scene
from dragoman.coding.statements import find_statements
from dragoman.model import Document, Position, Span

TEXT = (
    "Norway rejected the draft treaty on herring quotas. Japan did not accept the proposal for shared inspections. "
    "Canada called for a ceasefire in the strait. "
    "Germany urged Finland to withdraw its complaint. The plan was rejected by Denmark. "
    "Did Sweden demand a new round of talks?"
)

STRIKE = (
    "The Dockers' Federation has refused to resume talks until the port authority withdraws its shift plan. "
    "The Federation's demand for a rise of 8 percent, which Portugal has accepted and Spain has turned down, is on the table. "
    "Harbour Minister Lena Ostrow's call for the arbitrator to step in has gone unanswered.\n"
    "Carl Vint had no plan to meet Mara Quill and ruled out higher pay. Vint did not rule out a second mediator. "
    "Quill wants a moratorium on layoffs, an inquiry into safety and a rise in the fuel levy. "
    "Vint called on France to release the reserve fund and suspend the tender. "
    "Spain will not sign the agreement unless the pickets are lifted. Spain will fight until Italy gives in, insisting on new talks. "
    "Italy would restore the bonus if the dockers suspended the strike. Italy does not want a strike. "
    "Ostrow asked what had happened to the talks. Ostrow had nothing to add. Quill said Portugal must reinstate the drivers.\n"
    '"We are willing to drop the claim," Quill said.'
)

GARDEN = "Anna Berg wants a greener garden. Her neighbour offered her a cat. She would not say why the gate should be red."


def _coded(text: str, name: str) -> tuple[Cast, tuple[Position, ...]]:
    spans, start = [], 0
    for line in text.split("\n"):
        spans.append(Span(start, start + len(line), line))
        start += len(line) + 1
    read = parse(Document(id=name, text=text, paragraphs=tuple(spans)))
    cast = find_actors(read)
    scene = Scene(read, cast, statements=find_statements(read, cast))
    scene.conditions = find_conditions(scene)
    return cast, find_positions(scene)


@pytest.fixture(scope="module")
def positions() -> dict[str, Position]:
    """The positions of the text, by the name of the holder."""
    cast, found = _coded(TEXT, "herring")
    return {cast.actors[p.actor[0]].name: p for p in found if p.actor}


@pytest.fixture(scope="module")
def strike() -> list[tuple[str, str, str, str]]:
    """The positions on the strike: holder, stance, issue, words."""
    cast, found = _coded(STRIKE, "strike")
    return [
        ("/".join(cast.actors[a].name for a in p.actor), p.stance, p.issue, " ... ".join(s.text for s in p.spans)) for p in found
    ]


def _stance(found: list[tuple[str, str, str, str]], words: str) -> list[tuple[str, str]]:
    """Holder and stance of the positions whose words hold these."""
    return [(holder, stance) for holder, stance, _, told in found if words in told]


def test_a_verb_of_attitude_gives_holder_stance_and_issue(positions: dict[str, Position]) -> None:
    norway = positions["Norway"]
    assert norway.stance == "reject"
    assert norway.issue == "draft treaty on herring quotas"
    assert norway.spans[0].text.endswith("rejected the draft treaty on herring quotas")


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


def test_a_noun_of_attitude_and_its_two_relative_clauses_are_three_positions(strike: list[tuple[str, str, str, str]]) -> None:
    assert _stance(strike, "demand for a rise of 8 percent")[0][1] == "demand"
    assert _stance(strike, "which Portugal has accepted") == [("Portugal", "accept")]
    assert _stance(strike, "Spain has turned down") == [("Spain", "reject")]


def test_a_call_left_hanging_is_a_demand_of_one_and_noncommittal_of_the_other(strike: list[tuple[str, str, str, str]]) -> None:
    assert "demand" in [stance for _, stance in _stance(strike, "call for the arbitrator to step in")]
    assert [stance for _, stance in _stance(strike, "has gone unanswered")] == ["noncommittal"]


def test_ruling_out_and_not_ruling_out(strike: list[tuple[str, str, str, str]]) -> None:
    assert [stance for _, stance in _stance(strike, "no plan to meet")] == ["rule_out"]
    assert [stance for _, stance in _stance(strike, "ruled out higher pay")] == ["rule_out"]
    assert [stance for _, stance in _stance(strike, "not rule out a second mediator")] == ["noncommittal"]


def test_each_demand_of_a_list_stands_for_itself(strike: list[tuple[str, str, str, str]]) -> None:
    issues = [issue for _, stance, issue, _ in strike if stance == "demand"]
    assert {"moratorium on layoffs", "inquiry into safety", "rise in the fuel levy"} <= set(issues)
    assert any(issue.endswith("release the reserve fund") for issue in issues)
    assert any(issue.endswith("suspend the tender") and "release" not in issue for issue in issues)


def test_a_course_of_ones_own_is_tied_offered_or_not_wanted(strike: list[tuple[str, str, str, str]]) -> None:
    assert _stance(strike, "not sign the agreement unless") == [("Spain", "accept_if")]
    assert _stance(strike, "restore the bonus if") == [("Italy", "offer")]
    assert _stance(strike, "not want a strike") == [("Italy", "reject")]
    assert _stance(strike, "refused to resume talks")[0][1] == "reject"


def test_a_participle_goes_back_to_the_main_clause(strike: list[tuple[str, str, str, str]]) -> None:
    assert _stance(strike, "insisting on new talks") == [("Spain", "demand")]


def test_a_question_asked_is_no_demand_and_nothing_to_add_is_no_answer(strike: list[tuple[str, str, str, str]]) -> None:
    assert _stance(strike, "asked what had happened") == []
    assert [stance for _, stance in _stance(strike, "nothing to add")] == ["noncommittal"]


def test_whoever_says_must_asks_for_it_and_we_is_the_speaker(strike: list[tuple[str, str, str, str]]) -> None:
    (asked,) = _stance(strike, "must reinstate the drivers")
    (offered,) = _stance(strike, "willing to drop the claim")
    assert asked[1] == "demand" and "Portugal" not in asked[0]
    assert offered[1] == "offer" and offered[0] == asked[0] != ""


def test_everyday_wishes_outside_a_negotiation_are_no_positions() -> None:
    assert _coded(GARDEN, "garden")[1] == ()


def test_a_report_is_on_a_negotiation_by_its_words() -> None:
    def on(text: str) -> bool:
        return negotiating(parse(Document(id="n", text=text, paragraphs=(Span(0, len(text), text),))).words)

    assert on("The union rejected the offer and the strike goes on.")
    assert not on("The union of two rivers makes a lake.")
