"""Indirect statements of invented reports: cues of many shapes, and how far what is said reaches."""

from dataclasses import replace

import pytest

from dragoman.coding.actors import find_actors
from dragoman.coding.parse import parse
from dragoman.coding.statements import find_statements
from dragoman.model import Moment, ReportDate, Statement
from dragoman.reading import read_text

REPORT = """\
Ada Olm sees the offer as a trap.

Ada Olm compared the levy to a tax on rain.

Reports that the mine had flooded were wrong.

Ada Olm is confident that the port will open.

Ada Olm has promised to continue the talks.

Ada Olm said the road was open and called for a new bridge.

Ada Olm repeated her call for a truce.

The union published a plan that Ada Olm says would cost jobs.

Four men accused of theft left the town.

The port authority put the damage at nine million crowns.

Ada Olm stressed the need to repair the dam.

Ada Olm announced the sale on Monday at a press conference.

Ada Olm said that the mill would close, putting 200 jobs at risk.

No union has claimed the fund.

Ada Olm no longer insists on a vote.

Both guards asked not to be named.

Ada Olm told the judge to wait. "They say it is late," she said.

Ada Olm spoke on the radio, "We are late and we are sorry for it."

Asked why, Ada Olm said, "Nobody came to the gate."

By accusing the bank of fraud, Ada Olm lost her seat.

The minister denies having signed the lease.

According to the daily, Ada Olm reported what she called a setback.
"""


@pytest.fixture(scope="module")
def statements() -> list[Statement]:
    """The report's statements, in order."""
    parsed = parse(read_text(REPORT))
    return list(find_statements(parsed, find_actors(parsed)))


def words(statement: Statement) -> str:
    return " … ".join(s.text for s in statement.spans)


def cue(statement: Statement) -> str:
    return " ".join(s.text for s in statement.cue)


@pytest.mark.parametrize(
    ("content", "by"),
    [
        ("the offer as a trap", "sees"),
        ("the levy to a tax on rain", "compared"),
        ("the mine had flooded", "Reports"),
        ("the port will open", "confident"),
        ("to continue the talks", "promised"),
        ("the road was open", "said"),
        ("a new bridge", "called"),
        ("a truce", "call"),
        ("a plan … would cost jobs", "says"),
        ("theft", "accused"),
        ("the damage at nine million crowns", "put"),
        ("the need to repair the dam", "stressed"),
        ("the sale", "announced"),
        ("the mill would close, putting 200 jobs at risk", "said"),
        ('"We are late and we are sorry for it."', "spoke"),
        ('"Nobody came to the gate."', "said"),
        ("having signed the lease", "denies"),
    ],
)
def test_what_is_said_by_which_cue(statements: list[Statement], content: str, by: str) -> None:
    assert (content, by) in {(words(s), cue(s)) for s in statements}


def test_nobody_is_named_for_what_is_only_reported(statements: list[Statement]) -> None:
    assert [s.speaker for s in statements if cue(s) in ("Reports", "accused")] == [(), ()]


def test_a_second_verb_keeps_the_first_ones_speaker(statements: list[Statement]) -> None:
    said, called = (next(s for s in statements if words(s) == w) for w in ("the road was open", "a new bridge"))
    assert said.speaker == called.speaker != ()


@pytest.mark.parametrize("never", ["the fund", "a vote", "not to be named", "it is late", "She said no"])
def test_what_nobody_says_is_no_statement(statements: list[Statement], never: str) -> None:
    assert never not in {words(s) for s in statements}


def test_a_clause_with_by_has_the_subject_of_its_sentence(statements: list[Statement]) -> None:
    accusing = next(s for s in statements if cue(s) == "accusing")
    assert [s.text for s in accusing.source_span] == ["Ada Olm"]


def test_what_somebody_calls_something_is_their_own_word(statements: list[Statement]) -> None:
    assert "a setback" in {words(s) for s in statements}


@pytest.mark.parametrize(
    ("headline", "content"),
    [
        ("Harbour Guild Rejects Third Offer", "Third Offer"),
        ("Explainer: Why the harbour is shut", None),
        ("Guild Pleads for Harbour Bridge", "Harbour Bridge"),
    ],
)
def test_verbs_of_headlines(headline: str, content: str | None) -> None:
    parsed = parse(read_text(f"{headline}\n\nNothing moved in the harbour on Monday.\n"))
    assert [words(s) for s in find_statements(parsed, find_actors(parsed))] == ([content] if content else [])


def test_a_quotation_that_runs_on_belongs_to_the_cue_in_the_next_paragraph() -> None:
    text = '"The gates are shut and nobody is working here.\n\n"The cranes stand still," the foreman said.\n'
    parsed = parse(read_text("Harbour stands still\n\nIt rained.\n\n" + text))
    (found,) = find_statements(parsed, find_actors(parsed))
    assert len(found.spans) == 1 and found.spans[0].text.startswith('"The gates') and found.manner == "direct"


def test_in_a_question_you_is_whoever_answers() -> None:
    text = "Briefing\n\nIt rained.\n\nQUESTION: You said the road was safe. Is it?\n\nMS. HOLM: It is.\n\nQUESTION: Thank you. And the bridge?\n\nMS. HOLM: The bridge will open.\n"
    parsed = parse(read_text(text))
    cast = find_actors(parsed)
    told = next(s for s in find_statements(parsed, cast) if words(s) == "the road was safe")
    assert [cast.actors[i].name for i in told.speaker] == ["HOLM"] or "holm" in cast.actors[told.speaker[0]].name.lower()


FIELDS = """\
The envoy Ada Olm said that the mayor Bert Tamm had promised a bridge.

On Monday the guild warned that the port would close.

Ada Olm told the court on Tuesday that she was late.

The council asked Ada Olm to open the gate.

Ada Olm tried to condemn the levy.

Bert Tamm did not mention the levy.

If Ada Olm blames the bank, the talks will fail.

Bert Tamm will call for a vote.

Nobody was hurt, the harbour's director, Bert Tamm, said on Friday.

The dam is safe, as Ada Olm confirmed.
"""


@pytest.fixture(scope="module")
def told() -> tuple[list[Statement], dict[str, str]]:
    """The statements of a report of 14 February 2031, and the names of its actors."""
    document = replace(read_text(FIELDS), date=ReportDate(Moment("2031-02-14"), "field"))
    parsed = parse(document)
    cast = find_actors(parsed)
    return list(find_statements(parsed, cast)), {i: a.name for i, a in cast.actors.items()}


def test_a_statement_inside_another_is_passed_on_by_its_speaker(told: tuple[list[Statement], dict[str, str]]) -> None:
    statements, names = told
    inner = next(s for s in statements if cue(s) == "promised")
    assert [names[i] for i in inner.speaker] == ["Bert Tamm"] and [names[i] for i in inner.via] == ["Ada Olm"]


def test_whom_somebody_asks_is_the_addressee(told: tuple[list[Statement], dict[str, str]]) -> None:
    statements, names = told
    assert [names[i] for i in next(s for s in statements if cue(s) == "asked").addressee] == ["Ada Olm"]


@pytest.mark.parametrize(("by", "day"), [("warned", "2031-02-10"), ("told", "2031-02-11")])
def test_the_day_of_the_saying_lies_before_the_report(told: tuple[list[Statement], dict[str, str]], by: str, day: str) -> None:
    assert next(s for s in told[0] if cue(s) == by).said_on == day


@pytest.mark.parametrize("by", ["condemn", "mention", "blames", "call"])
def test_what_is_tried_denied_or_supposed_is_not_said(told: tuple[list[Statement], dict[str, str]], by: str) -> None:
    assert by not in {cue(s) for s in told[0]}


def test_a_teller_at_the_end_of_a_sentence(told: tuple[list[Statement], dict[str, str]]) -> None:
    assert ("Nobody was hurt", "said") in {(words(s), cue(s)) for s in told[0]}
    assert ("The dam is safe", "confirmed") in {(words(s), cue(s)) for s in told[0]}


def test_what_is_only_passed_on_is_one_statement() -> None:
    parsed = parse(read_text("Mine shut\n\nIt rained.\n\nClerks indicate Ada Olm told the court that the mine was shut.\n"))
    (found,) = find_statements(parsed, cast := find_actors(parsed))
    assert words(found) == "the mine was shut" and cue(found) == "told"
    assert [cast.actors[i].name for i in found.speaker] == ["Ada Olm"]


@pytest.mark.parametrize(
    ("asking", "answering"),
    [("((Weekly))", "((Ada Olm))"), ("Moderator:", "Ada Olm:"), ("QUESTION:", "MS. OLM:")],
)
def test_answers_of_interviews(asking: str, answering: str) -> None:
    turns = [f"{asking} How are you?", f"{answering} The port is open.", f"{asking} Who won?", f"{answering} We have a deal."]
    parsed = parse(read_text("A talk\n\nAda Olm spoke in the hall.\n\n" + "\n\n".join(turns) + "\n"))
    found = [s for s in find_statements(parsed, find_actors(parsed)) if s.manner == "direct"]
    assert [words(s) for s in found] == ["The port is open.", "We have a deal."]
    assert all("olm" in s.source_span[0].text.lower() for s in found)


def test_a_colon_after_a_name_once_is_no_interview() -> None:
    parsed = parse(read_text("A talk\n\nIt rained.\n\nAda Olm: the woman who waited.\n\nShe waited long.\n"))
    assert all(s.manner != "direct" for s in find_statements(parsed, find_actors(parsed)))


def test_what_is_only_asked_about_is_not_said() -> None:
    parsed = parse(read_text("Port shut\n\nIt rained.\n\nHas the guild announced that the port will open?\n"))
    assert find_statements(parsed, find_actors(parsed)) == ()
