"""`dragoman changes`: what changed after a day, every sentence cited."""

import json

import pytest
from click.testing import CliRunner

from dragoman.faces.cli import main


@pytest.fixture
def given(root):
    folder = root / "gold/scenarios/D1"
    return ["changes", "--coded", str(folder / "coded"), "--reports", str(folder / "reports.jsonl")]


def test_moves_slips_deadlocks_dates_and_corrections_since_a_day(given):
    told = CliRunner().invoke(main, [*given, "--since", "2031-03-19"])
    assert told.exit_code == 0 and told.output.startswith("What changed since 19 March 2031")
    for words in ("Ostrel Railways moved: ", "disowned words of its own side", "ended on 21 March 2031", "was put off", "Correction to the report"):
        assert words in told.output
    found = json.loads(CliRunner().invoke(main, [*given, "--since", "2031-03-19", "--format", "json"]).output)
    assert found["sentences"] and all(s["citations"] for s in found["sentences"])


def test_nothing_new_is_said_plainly(given):
    told = CliRunner().invoke(main, [*given, "--since", "2031-03-28"])
    assert told.exit_code == 0 and told.output.startswith("Nothing on record has changed since 28 March 2031")


def test_as_of_a_past_day_later_reports_are_left_out(given):
    told = CliRunner().invoke(main, [*given, "--since", "2031-03-10", "--as-of", "2031-03-19"])
    assert told.exit_code == 0 and " disowned " not in told.output and " moved: " not in told.output


def test_a_day_that_is_none_is_refused(given):
    told = CliRunner().invoke(main, [*given, "--since", "last week"])
    assert told.exit_code == 2 and "is no date" in told.output
