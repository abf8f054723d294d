"""Judgements on the state of talks and whose they are, on an invented report."""

import pytest

from dragoman.coding.actors import find_actors
from dragoman.coding.assessments import find_assessments
from dragoman.coding.parse import parse
from dragoman.coding.positions import find_positions
from dragoman.coding.scene import Scene
from dragoman.coding.statements import find_statements
from dragoman.model import Assessment, Document, Span
from dragoman.reading import read_text

TEXT = (
    "The sides remain far apart. The mayor opened a library. The pay talks are deadlocked. "
    "Denmark has demanded that both delegations file new lists, effectively stalling the process. "
    "The levy could complicate the negotiations if it is kept. The plan is blue. "
    "Analyst Ida Holm said the outlook for a deal is bleak. Is the truce fragile? "
    "Each side must now file a second list, a rule that conveniently delays the vote. "
    "Carl Vint, a professor of labour law, said both camps wait for the summer. "
    "Denmark remains certain that the union will tire. Norway has never seemed surer that the port will pay. The chairman gives every sign of believing in a deal. "
    "The port told each crew to file a list, which in effect brings the talks to a halt. "
    "The plan may well swallow the levy in procedure. The union asked for a paper, in reality a way of gaining time. "
    "Norway asked for a memorandum, a step that amounts to slowing the talks. "
    "Carl Vint wants both camps to list their aims, a rule that as good as blocks the process. "
    "The port asked each crew for a paper on fees, to all intents and purposes parking the talks. "
    "The levy could draw the conference into months of paperwork. "
    "The port said its plan could easily split the union. "
    "Professor Vint said the union must return to the table. The closure has increased tension between the sides."
)


@pytest.fixture(scope="module")
def found() -> dict[str, Assessment]:
    """The assessments by their words."""
    read = parse(Document(id="pay", text=TEXT, paragraphs=(Span(0, len(TEXT), TEXT),)))
    cast = find_actors(read)
    scene = Scene(read, cast, statements=find_statements(read, cast))
    scene.positions = find_positions(scene)
    return {a.spans[0].text: a for a in find_assessments(scene)}


def test_a_judgement_on_how_the_talks_stand_is_the_writers(found: dict[str, Assessment]) -> None:
    assert {"The sides remain far apart", "The pay talks are deadlocked"} <= set(found)
    assert found["The pay talks are deadlocked"].author == ()
    assert found["The pay talks are deadlocked"].about == "The pay talks"


def test_a_clause_of_result_is_the_writers_whatever_it_hangs_on(found: dict[str, Assessment]) -> None:
    (result,) = (a for words, a in found.items() if words.endswith("stalling the process"))
    assert result.spans[0].text == "effectively stalling the process"
    assert result.author == ()


def test_the_if_clause_belongs_to_the_judgement(found: dict[str, Assessment]) -> None:
    assert "The levy could complicate the negotiations if it is kept" in found


def test_what_somebody_says_is_judged_by_the_speaker(found: dict[str, Assessment]) -> None:
    (bleak,) = (a for words, a in found.items() if "bleak" in words)
    assert bleak.author != ()


def test_facts_colours_and_questions_are_no_judgements(found: dict[str, Assessment]) -> None:
    assert not [words for words in found if "library" in words or "blue" in words or "truce" in words]


def test_a_slanting_adverb_shows_the_writers_judgement(found: dict[str, Assessment]) -> None:
    (slanted,) = (a for words, a in found.items() if "conveniently delays" in words)
    assert slanted.author == ()
    assert slanted.certainty == "likely"


def test_an_observers_statement_is_a_judgement_unless_it_asks_for_something(found: dict[str, Assessment]) -> None:
    (waiting,) = (a for words, a in found.items() if "wait for the summer" in words)
    assert waiting.author != ()
    assert not [words for words in found if "return to the table" in words]


def test_a_thing_that_adds_to_tension_is_judged_by_the_writer(found: dict[str, Assessment]) -> None:
    (adding,) = (a for words, a in found.items() if "increased tension" in words)
    assert adding.author == ()


@pytest.mark.parametrize(
    "gloss",
    [
        "Denmark remains certain that the union will tire",
        "has never seemed surer that the port will pay",
        "gives every sign of believing",
        "in effect brings the talks to a halt",
        "may well swallow the levy",
        "in reality a way of gaining time",
        "amounts to slowing the talks",
        "as good as blocks the process",
        "to all intents and purposes parking the talks",
        "could draw the conference into months",
    ],
)
def test_the_light_in_which_the_writer_puts_a_step_is_the_writers(found: dict[str, Assessment], gloss: str) -> None:
    (light,) = (a for words, a in found.items() if gloss in words)
    assert light.author == () and light.certainty == "likely"


def test_what_a_party_says_of_its_own_plan_is_not_the_writers(found: dict[str, Assessment]) -> None:
    (said,) = (a for words, a in found.items() if "could easily split" in words)
    assert said.author != ()


def test_behind_a_quotation_that_no_mark_closes_nothing_is_surely_the_writers() -> None:
    text = "Talks stall\n\nThe talks on pay stalled on Monday, both sides said. Orr said, “The port must listen. The talks are deadlocked.\n"
    parsed = parse(read_text(text))
    cast = find_actors(parsed)
    scene = Scene(parsed, cast, statements=find_statements(parsed, cast))
    assert all(a.certainty == "possible" for a in find_assessments(scene) if not a.author and "deadlocked" in a.spans[0].text)
