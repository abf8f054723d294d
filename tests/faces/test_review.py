"""Judging in the terminal, from a pipe: durable, undone for ever, blind, agreed upon."""

import json

import pytest
from click.testing import CliRunner

from dragoman.faces.cli import main


def run(*words, answers=""):
    return CliRunner().invoke(main, list(words), input=answers)


@pytest.fixture
def dossier(root, tmp_path):
    path, folder = str(tmp_path / "rail.db"), root / "gold/scenarios/D1"
    run("init", "--dossier", path)
    added = run("add", "--coded", str(folder / "coded"), "--reports", str(folder / "reports.jsonl"), "--dossier", path)
    assert added.exit_code == 0, added.output
    return path


def briefed(path):
    told = run("brief", "--dossier", path, "--format", "json")
    assert told.exit_code == 0, told.output
    return told.output


def test_what_a_deadlock_rests_on_comes_first_with_its_words_marked(dossier):
    told = run("review", "--dossier", dossier, "--by", "Ada", answers="q\n")
    assert told.exit_code == 0 and "findings to judge" in told.output
    first = told.output.split("1 of ")[1]
    assert "condition (" in first.splitlines()[0] and "[[" in first


def test_a_rejected_condition_unties_its_deadlock_and_the_undo_gives_the_same_bytes_back(dossier):
    before = briefed(dossier)
    judged = run("review", "--dossier", dossier, "--by", "Ada", "--kind", "condition", answers="r\nit is a wish\nq\n")
    assert judged.exit_code == 0 and "1 judged" in judged.output
    assert briefed(dossier) != before
    assert "Ada: reject condition" in run("judgements", "--dossier", dossier).output
    assert run("undo", "1", "--dossier", dossier, "--by", "Ada").exit_code == 0
    assert briefed(dossier) == before
    assert run("undo", "2", "--dossier", dossier, "--by", "Ada").exit_code == 0  # the undo undone: rejected again
    assert briefed(dossier) != before


def test_undo_within_the_review_takes_back_the_last(dossier):
    before = briefed(dossier)
    told = run("review", "--dossier", dossier, "--by", "Ada", "--kind", "condition", answers="r\nno\nu\nq\n")
    assert told.exit_code == 0 and briefed(dossier) == before


def test_a_condition_read_the_wrong_way_round_is_turned(dossier):
    told = run("review", "--dossier", dossier, "--by", "Ada", "--kind", "condition", answers="c\nturn\n\nq\n").output
    ends = [line.split(": ", 1)[1] for line in told.splitlines() if line.startswith(("  gated: ", "  required: "))]
    gated, required = ends[:2]  # of the first that was shown
    assert "turned = True" in run("judgements", "--dossier", dossier).output
    found = json.loads(briefed(dossier))["conditions"]
    assert any((c["gated"], c["required"]) == (required, gated) for c in found)


def test_a_correction_sets_its_field(dossier):
    run("review", "--dossier", dossier, "--by", "Ada", "--kind", "position", answers="c\nstance=noncommittal\nnot a field\n\nq\n")
    assert "stance = noncommittal" in run("judgements", "--dossier", dossier).output
    before = briefed(dossier)
    run("undo", "1", "--dossier", dossier, "--by", "Ada")
    assert before.count('"noncommittal"') == briefed(dossier).count('"noncommittal"') + 1


def test_two_people_blind_then_their_agreement(dossier):
    run("review", "--dossier", dossier, "--by", "Ada", "--kind", "condition", answers="a\na\nr\nno\nq\n")
    blind = run("review", "--dossier", dossier, "--by", "Bo", "--blind", "--kind", "condition", answers="a\nr\nno\nr\nno\nq\n")
    assert "3 judged" in blind.output
    told = run("agreement", "--dossier", dossier).output
    assert told.startswith("condition") and "3 findings judged by two or more" in told
    assert any(n["kind"] == "disputed" for n in json.loads(briefed(dossier))["notices"])


def test_what_is_judged_is_still_whole(dossier):
    run("review", "--dossier", dossier, "--by", "Ada", answers="a\na\nq\n")
    assert run("verify", "--dossier", dossier).exit_code == 0
    assert run("undo", "77", "--dossier", dossier, "--by", "Ada").exit_code == 2


def test_two_names_are_joined_listed_and_parted_again_by_undo(dossier):
    before = briefed(dossier)
    names = sorted({a["name"] for a in json.loads(before)["actors"]})
    told = run("merge", "actor", names[0], names[-1], "--dossier", dossier, "--by", "Ada", "--why", "one body")
    assert told.exit_code == 0, told.output
    assert briefed(dossier) != before
    assert f"Ada: merge actors {names[0]} and {names[-1]}: one body" in run("judgements", "--dossier", dossier).output
    assert run("undo", "1", "--dossier", dossier, "--by", "Ada").exit_code == 0
    assert briefed(dossier) == before


def test_a_name_that_no_report_has_and_words_that_tell_many_promises_are_said(dossier):
    unknown = run("merge", "actor", "Nobody Anywhere", "No one", "--dossier", dossier, "--by", "Ada")
    assert unknown.exit_code == 2 and "No report in the dossier names 'Nobody Anywhere'" in unknown.output
    many = run("split", "promise", "the", "zzz", "--dossier", dossier, "--by", "Ada")
    assert many.exit_code == 2 and "promises are told in words with 'the'" in many.output


@pytest.mark.parametrize(
    ("kind", "wrong", "told"),
    [
        ("deadline", "date=soon", "'soon' is no date"),
        ("deadline", "duration=long", "is no length of time"),
        ("position", "certainty=banana", "'banana' is no certainty; it is one of sure"),
        ("position", "stance=nonsense", "is no stance; it is one of demand"),
        ("position", "actor=99999", "is nobody in the list"),
        ("position", "id=zz", "sets no field of a position"),
        ("commitment", "quantity=half a million", "is no number; write it in digits"),
    ],
)
def test_a_correction_that_its_field_cannot_hold_is_refused_and_changes_nothing(dossier, kind, wrong, told):
    before = briefed(dossier)
    judged = run("review", "--dossier", dossier, "--by", "Ada", "--kind", kind, answers=f"c\n{wrong}\n\nq\n")
    assert judged.exit_code == 0 and told in judged.output and "Nothing is corrected." in judged.output
    assert briefed(dossier) == before


def test_a_number_with_a_comma_is_taken(dossier):
    judged = run("review", "--dossier", dossier, "--by", "Ada", "--kind", "commitment", answers="c\nquantity=400,000\n\nq\n")
    assert judged.exit_code == 0 and "quantity = 400000.0" in run("judgements", "--dossier", dossier).output
    briefed(dossier)
