"""Statements in sentences that the parser misreads, and in minutes, relative clauses and hearsay."""

import pytest

from dragoman.coding import code
from dragoman.coding.actors import find_actors
from dragoman.coding.parse import parse
from dragoman.coding.statements import find_statements
from dragoman.model import Actor, Statement
from dragoman.reading import read_text

REPORT = """\
We stressed the central role of the river commission in settling disputes.

We welcomed the delegates of the two ports.

The board denies the charge and maintains it paid the crews in full.

The staff were convinced that the yard would close.

Vestria is said to favour openness.

Allegations of fraud were raised at the meeting.

Holm, whom the firm blames for the delay, has left.

The guild did not exclude that the list might be released.

The inner ring stays closed, the city says, and trams will run only after noon.

The road is closed, the city says, and the shops emptied within an hour.

Olm said the port needs to hire more people, while not raising its fees.

The auditors found that the pumps had never been tested.

The harbour office verified that both ships had left.

Her colleague, Ian Holm, has driven trams for sixteen years.

"Nobody asked the drivers what they need."

The tram is old.

"No entry without a ticket at any hour."
"""


@pytest.fixture(scope="module")
def told() -> dict[str, Statement]:
    """The report's statements by their words, parts joined by three dots."""
    parsed = parse(read_text(REPORT))
    return {" … ".join(s.text for s in f.spans): f for f in find_statements(parsed, find_actors(parsed))}


@pytest.mark.parametrize(
    ("content", "who", "cue"),
    [
        ("the central role of the river commission in settling disputes", "We", "stressed"),
        ("it paid the crews in full", "The board", "maintains"),
        ("the yard would close", "The staff", "convinced"),
        ("Vestria … to favour openness", "", "said"),
        ("fraud", "", "Allegations"),
        ("Holm … for the delay", "the firm", "blames"),
        ("the list might be released", "The guild", "exclude"),
        ("The inner ring stays closed … and trams will run only after noon", "the city", "says"),
        ("The road is closed", "the city", "says"),
        ("the port needs to hire more people, while not raising its fees", "Olm", "said"),
        ("the pumps had never been tested", "The auditors", "found"),
        ("both ships had left", "The harbour office", "verified"),
        ('"Nobody asked the drivers what they need."', "Her colleague, Ian Holm", "driven"),
    ],
)
def test_whose_words_they_are(told: dict[str, Statement], content: str, who: str, cue: str) -> None:
    assert content in told, list(told)
    statement = told[content]
    assert " ".join(s.text for s in statement.source_span) == who
    assert " ".join(s.text for s in statement.cue) == cue


def test_a_person_told_of_may_have_said_what_is_quoted_next(told: dict[str, Statement]) -> None:
    assert told['"Nobody asked the drivers what they need."'].certainty == "possible"
    assert not any("ticket" in content for content in told)


def test_a_text_that_welcomes_reports_nothing(told: dict[str, Statement]) -> None:
    assert not any("delegates" in content for content in told)


def test_what_the_writer_sets_beside_is_not_said() -> None:
    from dragoman import code, read_text
    from dragoman.model import Statement

    report = read_text("Boats\n\nMara Holt has stated that she has word of two boats, while Norland has announced a sale of six.", id="b")
    said = [s for s in code(report).of(Statement) if s.cue and s.cue[0].text == "stated"]
    assert [p.text for s in said for p in s.spans] == ["she has word of two boats"]


@pytest.mark.parametrize(
    "body",
    [
        "the Deepwater Owners' Federation (DOF), which speaks for 64 boats, including the only ones rigged to fish,",
        "the Deepwater Owners' Federation, which speaks for 64 boats,",
    ],
)
def test_where_somebody_says_it_does_not_say_it(body: str) -> None:
    coded = code(read_text(f"In Staven, {body} said there would be no survey until its members could land again.", id="place"))
    names = {a.id: a.name for a in coded.of(Actor)}
    assert [names[i] for s in coded.of(Statement) for i in s.speaker] == ["Deepwater Owners' Federation"]
