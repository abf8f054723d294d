"""Forms of attribution in invented reports: around, before and after the words, relayed, dated, nested, in headlines."""

import pytest

from dragoman.coding.actors import find_actors
from dragoman.coding.parse import parse
from dragoman.coding.statements import find_statements
from dragoman.model import Statement
from dragoman.reading import read_text

REPORT = """\
The levy, the farm union said, would ruin the valley.

"Is it over?" the mayor asked.

The chairman said:

"The vote stands."

According to the daily, the minister said that the bridge would close.

The envoy called the offer a costly joke.

The terms were condemned by the fishermen.

Holm told reporters on 4 March 2031 that a deal was near.

"I think they know that we want peace," the bishop said. "We will wait."

The council has called for the dam to be opened.

The paper quoted the driver as saying the brakes had failed.

The bank said it was "ready" and urged the owners to sell.

The plan, as the judge put it, is a bridge.

The firm reportedly lost the contract.

The guild promised talks, adding that the strike would last a week.

The union wants better pay.
"""


@pytest.fixture(scope="module")
def statements() -> list[Statement]:
    """The report's statements, in order."""
    parsed = parse(read_text(REPORT))
    return list(find_statements(parsed, find_actors(parsed)))


def of(statements: list[Statement], words: str) -> Statement:
    """The statement whose content is these words, its parts joined by three dots."""
    known = {" … ".join(s.text for s in f.spans): f for f in statements}
    assert words in known, known.keys()
    return known[words]


def source(statement: Statement) -> str:
    return " ".join(s.text for s in statement.source_span)


@pytest.mark.parametrize(
    ("content", "who", "cue"),
    [
        ("The levy … would ruin the valley", "the farm union", "said"),
        ('"Is it over?"', "the mayor", "asked"),
        ('"The vote stands."', "The chairman", "said"),
        ("the bridge would close", "the minister", "said"),
        ("the offer a costly joke", "The envoy", "called"),
        ("The terms", "the fishermen", "condemned"),
        ("the dam to be opened", "The council", "called"),
        ("the brakes had failed", "the driver", "saying"),
        ("the owners to sell", "The bank", "urged"),
        ("The plan … is a bridge", "the judge", "put"),
    ],
)
def test_content_source_and_cue(statements: list[Statement], content: str, who: str, cue: str) -> None:
    found = of(statements, content)
    assert source(found) == who
    assert [s.text for s in found.cue] == [cue]


def test_relayed_words_are_one_statement(statements: list[Statement]) -> None:
    assert not [s for s in statements if s.cue and s.cue[0].text == "According to"]


def test_the_day_on_the_cue_is_the_day_it_was_said(statements: list[Statement]) -> None:
    found = of(statements, "a deal was near")
    assert (found.said_on, found.said_on_text) == ("2031-03-04", "4 March 2031")


def test_a_quotation_broken_by_its_cue_is_one_and_holds_no_echo_of_itself(statements: list[Statement]) -> None:
    found = of(statements, '"I think they know that we want peace," … "We will wait."')
    assert found.manner == "direct"
    assert not [s for s in statements if s.cue and s.cue[0].text in ("think", "know", "want")]


def test_a_second_cue_ends_the_content_of_the_first(statements: list[Statement]) -> None:
    assert of(statements, 'it was "ready"').manner == "mixed"


def test_hearsay_has_no_speaker(statements: list[Statement]) -> None:
    found = of(statements, "The firm … lost the contract")
    assert not found.speaker
    assert not found.source_span


def test_a_wish_is_a_position_and_no_statement(statements: list[Statement]) -> None:
    assert not [s for s in statements if any("better pay" in span.text for span in s.spans)]


def test_certainty_follows_the_form(statements: list[Statement]) -> None:
    assert of(statements, "The levy … would ruin the valley").certainty == "sure"
    assert of(statements, "the offer a costly joke").certainty == "likely"


INTERVIEW = """\
Three questions to the harbour master

HARBOUR RADIO: Will the port open?

LUND: Not before the pilots are paid. The owners told us that the money had left.

HARBOUR RADIO: When?

LUND: Ask them.

Lund later denied that the port was bankrupt.
"""


def test_answers_are_statements_questions_are_not_and_the_writer_ends_them() -> None:
    parsed = parse(read_text(INTERVIEW))
    found = find_statements(parsed, find_actors(parsed))
    told = {s.spans[0].text: s for s in found}
    assert "Ask them." in told
    assert told["Not before the pilots are paid. The owners told us that the money had left."].certainty == "sure"
    assert told["the money had left"].manner == "indirect"
    assert told["the port was bankrupt"].cue[0].text == "denied"
    assert not [s for s in found if s.cue and s.cue[0].text == "HARBOUR RADIO"]


@pytest.mark.parametrize(
    ("headline", "who"),
    [
        ("No fund before rules — island bloc's envoy", "island bloc's envoy"),
        ("No deal before June, says union chief", "union chief"),
    ],
)
def test_headlines_name_their_speaker_last(headline: str, who: str) -> None:
    parsed = parse(read_text(headline + "\n\nThe talks went on in the capital until late in the night without a result.\n"))
    (found,) = find_statements(parsed, find_actors(parsed))
    assert source(found) == who
    assert found.spans[0].text.startswith("No ")


def test_a_participle_belongs_to_the_teller_not_to_the_clause_before_it() -> None:
    parsed = parse(read_text("Holm is determined to strike until the port accepts his terms, insisting that talks go on.\n"))
    found = [s for s in find_statements(parsed, find_actors(parsed)) if s.cue[0].text == "insisting"]
    assert [source(s) for s in found] == ["Holm"]


def test_what_somebody_else_does_after_a_comma_is_not_said() -> None:
    parsed = parse(read_text("Officials said the talks had failed, and the mediator left for home.\n"))
    (found,) = find_statements(parsed, find_actors(parsed))
    assert [s.text for s in found.spans] == ["the talks had failed"]


def test_a_headline_gives_words_to_the_crews_not_to_the_company_they_work_at() -> None:
    parsed = parse(read_text("Crews at Brell Lines say no talks this week\n\nThe quay was empty on Monday."))
    (found,) = [s for s in find_statements(parsed, find_actors(parsed)) if s.spans[0].start < 40]
    assert source(found) == "Crews at Brell Lines"
