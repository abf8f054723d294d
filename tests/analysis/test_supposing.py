"""What would differ: on invented negotiations, and from the command line."""

import json

import pytest
from click.testing import CliRunner
from table import report

from dragoman.analysis import Supposed, planned, requirement_named, step_named, suppose
from dragoman.assembly import Dossier, assemble
from dragoman.briefing import brief, render
from dragoman.faces.cli import main
from dragoman.faces.supposing import called
from dragoman.model import Moment, RuleError, coded_to_plain

STRIKE = [
    ("Harrow Mills", "only_after", "the plan is withdrawn", "the strike notice is lifted"),
    ("Weavers' Guild", "only_after", "lifting the notice", "withdrawal of the plan"),
    ("Weavers' Guild", "only_after", "a ballot on the pay offer", "lifting the notice"),
]
TRADE = [
    ("Norland", "only_after", "reinstating the quota", "removal of the steel duty"),
    ("Sudland", "only_after", "removal of the steel duty", "a vote in parliament"),
]


@pytest.fixture
def strike() -> Dossier:
    return assemble([report("a", "2031-02-01", STRIKE)])


def test_a_step_done_dissolves_the_deadlock_and_opens_what_waited_for_it(strike: Dossier) -> None:
    found = suppose(strike, Supposed(done=(step_named(strike, "lifting the notice").id,)))
    assert len(found.dissolved) == 1 and not found.standing and not found.new
    assert len(found.opened) == 2 and "a ballot on the pay offer" in {s.name for s in found.opened}


def test_a_condition_dropped_dissolves_the_deadlock_and_moves_no_other(strike: Dossier) -> None:
    (mill,) = (n for n in range(1, 4) if strike.party[requirement_named(strike, str(n)).holders[0]].name == "Harrow Mills")
    found = suppose(strike, Supposed(dropped=(requirement_named(strike, str(mill)).id,)))
    assert len(found.dissolved) == 1 and not found.new and not found.barred


def test_a_step_given_up_bars_what_waits_for_it(strike: Dossier) -> None:
    found = suppose(strike, Supposed(never=(step_named(strike, "lifting the notice").id,)))
    assert {r.conditions[0].gated for r in found.barred} == {"the plan is withdrawn", "a ballot on the pay offer"}


def test_a_condition_that_is_met_contradicts_nobody_any_more() -> None:
    talks = [
        ("Union", "only_after", "talks on pay", "withdrawal of the plan"),
        ("Works", "not_required", "talks on pay", "withdrawal of the plan"),
    ]
    dossier = assemble([report("a", "2031-02-01", talks)])
    found = suppose(dossier, Supposed(done=(step_named(dossier, "withdrawal of the plan").id,)))
    assert [d.kind for d in found.dissolved] == ["contradiction"] and not found.standing


def test_days_run_through_what_waits() -> None:
    trade = assemble([report("a", "2031-02-01", TRADE)])
    vote, quota = step_named(trade, "a vote in parliament").id, step_named(trade, "reinstating the quota").id
    plan = {p.step.id: p for p in planned(trade, {vote: 10})}
    assert str(plan[quota].first) == "2031-02-11" and plan[quota].last is None
    found = suppose(trade, Supposed(due={quota: Moment("2031-02-08")}, takes={vote: 10}))
    after = {a.step.id: a for _, a in found.moved}
    assert after[quota].slack == -3 and str(after[vote].last) == "2031-01-29"


def test_the_record_is_left_as_it_is(strike: Dossier) -> None:
    nothing = suppose(strike, Supposed())
    assert len(nothing.standing) == 1 and not (nothing.dissolved or nothing.new or nothing.opened or nothing.moved)


def test_unknown_and_contradictory_suppositions_are_told(strike: Dossier) -> None:
    with pytest.raises(RuleError, match="No step is called 'armistice'"):
        step_named(strike, "armistice")
    with pytest.raises(RuleError, match="There is no condition '9'"):
        requirement_named(strike, "9")
    step = strike.steps[0].id
    with pytest.raises(RuleError, match="both to be done and never to come"):
        suppose(strike, Supposed(done=(step,), never=(step,)))


def test_the_command_lists_what_can_be_supposed_then_tells_what_would_differ(root, tmp_path) -> None:
    folder = root / "gold/scenarios/D1"
    given = ["what-if", "--coded", str(folder / "coded"), "--reports", str(folder / "reports.jsonl")]
    listed = CliRunner().invoke(main, given)
    assert listed.exit_code == 0 and "Steps, as of 2031-03-28" in listed.output and "Conditions:" in listed.output
    told = CliRunner().invoke(main, [*given, "--drop", "1", "--format", "json"])
    assert told.exit_code == 0 and json.loads(told.output)["hypothetical"] is True
    bad = CliRunner().invoke(main, [*given, "--takes", "1=ten"])
    assert bad.exit_code == 2 and "is no number of days" in bad.output
    long = CliRunner().invoke(main, [*given, "--takes", "1=99999999"])
    assert long.exit_code == 2 and "36,525 days (a hundred years) at most" in long.output
    plain = json.loads(CliRunner().invoke(main, [*given, "--format", "json"]).output)
    assert plain["hypothetical"] is False and plain["steps"][0]["number"] == 1 and plain["conditions"][0]["rests_on"]


@pytest.mark.parametrize("words", ["the", "of the", "²", "0", "9" * 5000])
def test_small_words_and_odd_numbers_name_no_step_and_no_condition(strike: Dossier, words: str) -> None:
    with pytest.raises(RuleError, match="No step is called"):
        step_named(strike, words)
    with pytest.raises(RuleError, match="There is no condition"):
        requirement_named(strike, words)


def test_an_option_that_is_given_twice_for_one_step_is_refused(root) -> None:
    folder = root / "gold/scenarios/D1"
    given = ["what-if", "--coded", str(folder / "coded"), "--reports", str(folder / "reports.jsonl")]
    for option, one, other in (("--due", "3=2031-06-20", "3=2031-08-20"), ("--takes", "3=4", "3=5")):
        twice = CliRunner().invoke(main, [*given, option, one, option, other])
        assert twice.exit_code == 2 and f"{option} is given twice" in " ".join(twice.output.split())
        assert CliRunner().invoke(main, [*given, option, one, option, one]).exit_code == 0


def test_a_condition_whose_places_are_one_step_is_told_as_left_out(tmp_path) -> None:
    coded = report("a", "2031-02-01", STRIKE[:1])
    (tmp_path / "a.json").write_text(json.dumps(coded_to_plain(coded)), encoding="utf-8")
    (tmp_path / "a.txt").write_text(coded.document.text, encoding="utf-8")
    steps = tmp_path / "steps.txt"
    steps.write_text("the peace\n  the plan is withdrawn\n  the strike notice is lifted\n", encoding="utf-8")
    for command in ("ways-out", "schedule"):
        told = CliRunner().invoke(main, [command, "--coded", str(tmp_path), "--steps", str(steps)])
        assert told.exit_code == 0 and "both its places were taken as one step" in told.output


def test_what_lies_beyond_the_calendar_is_told_as_its_last_day(strike) -> None:
    lengths = {s.id: 2_000_000 for s in strike.steps}
    assert all(p.first is None or p.first.year <= 9999 for p in planned(strike, takes=lengths))


UNTIL = [
    ("League", "until", "its strike would go on", "the roster was withdrawn"),
    ("Ministry", "until", "the roster would stay", "the strike was over"),
]


def test_what_goes_on_until_something_comes_is_a_step_by_its_end() -> None:
    record = assemble([report("a", "2031-02-01", UNTIL)])
    assert {called(record, s) for s in record.steps} == {'"the strike was over"', '"the roster was withdrawn"'}
    one = assemble([report("a", "2031-02-01", UNTIL[:1])])
    assert 'the end of "its strike would go on"' in {called(one, s) for s in one.steps}
    text = render(brief(record), "text")
    assert 'let "the strike was over" and "the roster was withdrawn" come at one moment' in text or (
        'let "the roster was withdrawn" and "the strike was over" come at one moment' in text
    )
    headline = text.splitlines()[0]
    assert "the roster would stay" not in headline and "its strike would go on" not in headline
