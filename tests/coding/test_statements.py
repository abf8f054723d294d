"""Statements of invented reports: whose words, how they are told, and how far they reach."""

import pytest

from dragoman.coding.actors import find_actors
from dragoman.coding.parse import parse
from dragoman.coding.statements import find_statements
from dragoman.model import Statement
from dragoman.reading import read_text

REPORT = """\
The union said that the offer was too low.

"We will not sign," the company said. "The price is wrong. It must fall."

The ferry will sail on Monday, according to the port authority.

Canada called for a new round of talks.

Denmark's demand for a lower tariff surprised the room.

QUESTION: What comes first?

MS. HOLM: The fund must open first. We have said so.

The mediator urged the rail union to come back to the table.
"""


@pytest.fixture(scope="module")
def statements() -> dict[str, Statement]:
    """The report's statements by their words."""
    parsed = parse(read_text(REPORT))
    found = find_statements(parsed, find_actors(parsed))
    return {" … ".join(s.text for s in f.spans): f for f in found}


def test_indirect_content_leaves_out_the_complementizer(statements: dict[str, Statement]) -> None:
    found = statements["the offer was too low"]
    assert found.manner == "indirect"
    assert [s.text for s in found.cue] == ["said"]
    assert [s.text for s in found.source_span] == ["The union"]


def test_quotation_broken_by_its_cue_is_one_statement(statements: dict[str, Statement]) -> None:
    found = statements['"We will not sign," … "The price is wrong. It must fall."']
    assert found.manner == "direct"


def test_according_to(statements: dict[str, Statement]) -> None:
    found = next(s for s in statements.values() if "According" in str(s.cue) or "according" in str(s.cue))
    assert found.spans[0].text.startswith("The ferry will sail")
    assert [s.text for s in found.source_span] == ["the port authority"]


@pytest.mark.parametrize("content", ["a new round of talks", "a lower tariff"])
def test_noun_phrases_are_content(statements: dict[str, Statement], content: str) -> None:
    assert statements[content].manner == "indirect"


def test_whoever_is_urged_belongs_to_the_content(statements: dict[str, Statement]) -> None:
    assert "the rail union to come back to the table" in statements


def test_answer_of_a_transcript_is_one_direct_statement(statements: dict[str, Statement]) -> None:
    found = next(s for s in statements.values() if s.cue and s.cue[0].text == "MS. HOLM")
    assert found.manner == "direct"
    assert found.spans[0].text.startswith("The fund must open first. We have said so.")
