"""When steps can come: stated lengths and gaps, deadlines that cannot be met, what slips, after each way out."""

import json
from dataclasses import replace

import pytest
from click.testing import CliRunner
from table import report

from dragoman.analysis import Supposed, analyse, planned, suppose, timetables
from dragoman.assembly import Dossier, assemble
from dragoman.assembly.delays import days_taken, least_days
from dragoman.faces.cli import main
from dragoman.model import Actor, Coded, Condition, Deadline, Document, Event, Moment, ReportDate, coded_to_plain


def told(text: str, gated: str, required: str, due: tuple[str, str] | None = None) -> Coded:
    """Return a report of one sentence with one condition, and a deadline (its words, its day)."""
    document = Document("a", text, date=ReportDate(Moment("2031-06-01"), "field"))

    def span(words: str):  # type: ignore[no-untyped-def]
        return document.span(text.index(words), text.index(words) + len(words))

    who = Actor(document="a", spans=(document.span(0, text.index(" ")),), name=text.split()[0], type="organisation")
    asked = Condition(
        document="a", spans=(document.span(0, text.index(".")),), holder=(who.id,), gated=gated, gated_span=(span(gated),),
        required=required, required_span=(span(required),), relation="only_after", strict=True, certainty="sure",
    )  # fmt: skip
    found = [who, asked]
    if due:
        found.append(
            Deadline(document="a", spans=(span(due[0]),), what=gated, when_text=due[0], date=due[1], bound="by", certainty="sure")
        )
    return Coded(document, tuple(found))


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("at least 14 days after the text is published", 14),
        ("no sooner than three weeks after the text is published", 21),
        ("only a fortnight after the text is published", 14),
        ("twenty-one days from the day the text is published", 21),
        ("after the text is published", 0),
        ("within 14 days after the text is published", 0),
        ("no later than ten days after the text is published", 0),
        ("some days after the text is published", 0),
        *((f"only after {most} after the text is published", 0) for most in (
            "at most 14 days", "a maximum of 14 days", "inside 14 days", "at the latest 14 days", "not more than 14 days", "fewer than 14 days",
        )),
        ("by 14 days after the text is published", 0),
        ("14 days after the text is published at the latest", 0),
        ("before 14 days after the text is published", 0),
        ("not before 14 days after the text is published", 14),
        ("14 days after the fire, only after the text is published", 0),
        ("14 days after the fire and after the text is published", 0),
        ("no sooner than 2.5 weeks after the text is published", 18),
        ("two and a half weeks after the text is published", 18),
        ("three to five weeks after the text is published", 21),
        ("between 3 and 5 weeks after the text is published", 21),
        ("only 3-5 weeks after the text is published", 21),
        ("14 calendar days after the text is published", 14),
        ("14 working days after the text is published", 14),
        ("two hundred days after the text is published", 200),
        ("one hundred and twenty days after the text is published", 120),
        ("1,000 days after the text is published", 1000),
        ("a year after the text is published", 365),
        ("half a year after the text is published", 183),
        ("a couple of weeks after the text is published", 14),
        ("14 days or more after the text is published", 14),
        ("over 14 days after the text is published", 14),
        *((f"{w} 14 days after the text is published", 14) for w in (
            "no earlier than", "not earlier than", "no less than", "not less than", "no fewer than", "not sooner than",
        )),
        ("earlier than 14 days after the text is published", 0),
        ("not more than 14 days after the text is published", 0),
        ("one year and a day after the text is published", 366),
        ("two weeks and three days after the text is published", 17),
        ("between a day and a week after the text is published", 1),
        ("a week or two after the text is published", 7),
        ("a day or two after the text is published", 1),
        ("a year and a half after the text is published", 548),
        ("48 hours after the text is published", 2),
        ("36 hours after the text is published", 1),
        ("six hours after the text is published", 0),
        ("over the 14 days after the text is published", 0),
    ],
)
def test_days_between_two_steps_are_read_from_the_words_of_the_condition(words: str, days: int) -> None:
    coded = told(f"Lusan holds the vote {words}. It said no more.", "the vote", "the text is published")
    (asked,) = (f for f in coded.findings if isinstance(f, Condition))
    assert least_days(asked, {"a": coded.document}) == days


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("will not hold the vote earlier than", 14),
        ("will never hold the vote sooner than", 14),
        ("will not hold the vote within", 14),
        ("cannot hold the vote in the first", 14),
        ("will not hold the vote later than", 0),
        ("will not fail to hold the vote within", 0),
        ("does not wait and holds the vote within", 0),
        ("is not content, but holds the vote within", 0),
        ("holds the vote within", 0),
    ],
)
def test_what_is_denied_within_some_days_waits_for_them(words: str, days: int) -> None:
    coded = told(f"Lusan {words} 14 days after the text is published. It said no more.", "the vote", "the text is published")
    (asked,) = (f for f in coded.findings if isinstance(f, Condition))
    assert least_days(asked, {"a": coded.document}) == days


def test_how_long_a_step_takes_is_read_where_its_words_are_followed_by_it() -> None:
    record = assemble([told("Lusan holds the vote only after the count, which takes nine days. Good.", "the vote", "the count")])
    lengths = {s.name: s.takes for s in record.steps}
    assert lengths == {"the vote": 0, "the count": 9}
    assert all(days_taken(s, record.document) == s.takes for s in record.steps)


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("which takes three to five weeks", 21),
        ("which needs 12 weeks", 84),
        ("which needs 12 weeks to complete", 84),
        ("which requires 12 weeks' notice", 0),
        ("which requires 12 weeks of notice", 0),
        ("which takes nine days at most", 0),
        ("which takes at most nine days", 0),
        ("which takes up to nine days", 0),
        ("which may take nine days", 0),
        ("which lasts 1.5 weeks", 11),
    ],
)
def test_a_length_is_read_only_where_the_words_say_how_long_a_step_takes(words: str, days: int) -> None:
    record = assemble([told(f"Lusan holds the vote only after the count, {words}. Good.", "the vote", "the count")])
    assert {s.name: s.takes for s in record.steps} == {"the vote": 0, "the count": days}


LATE = "Lusan holds the vote at least 14 days after the text is published. The vote is due by 10 June."


def test_a_deadline_that_cannot_be_met_is_a_deadlock_of_its_own_with_the_day_to_which_it_would_have_to_move() -> None:
    coded = told(LATE, "the vote", "the text is published", ("by 10 June", "2031-06-10"))
    found = analyse(assemble([coded]))
    (late,) = found.deadlocks
    assert late.kind == "deadline" and late.late is not None
    assert (late.late.due, late.late.soonest) == ("2031-06-10", "2031-06-15")
    assert [w.extend for w in found.ways_out if not w.drop] == ["2031-06-15"]
    assert [len(w.drop) for w in found.ways_out if w.drop] == [1]


def _after_the_audit(first: Coded) -> Coded:
    """Another report, by which the text of the first waits 20 days for an audit."""
    earlier = told("Lusan has the text is published at least 20 days after the audit. So.", "the text is published", "the audit")
    document = Document("b", earlier.document.text, date=first.document.date)
    findings = tuple(replace(f, document="b") for f in earlier.findings if isinstance(f, Actor))
    asked = next(f for f in earlier.findings if isinstance(f, Condition))
    return Coded(document, (*findings, replace(asked, document="b", holder=(findings[0].id,))))


def test_the_day_to_which_a_deadline_would_have_to_move_counts_all_that_must_come_first() -> None:
    coded = told(LATE, "the vote", "the text is published", ("by 10 June", "2031-06-10"))
    found = analyse(assemble([coded, _after_the_audit(coded)]))
    (late,) = (d.late for d in found.deadlocks if d.late)
    assert late is not None and (late.soonest, late.counted) == ("2031-06-15", "2031-07-05")
    assert [w.extend for w in found.ways_out if not w.drop] == ["2031-07-05"]


@pytest.mark.parametrize("day", ["2031-06-15", "2031-06-20", "2031-05-20"])
def test_a_deadline_that_can_be_met_or_is_past_makes_no_deadlock(day: str) -> None:
    coded = told(LATE, "the vote", "the text is published", ("by 10 June", day))
    assert not analyse(assemble([coded])).deadlocks


@pytest.mark.parametrize("day", ["2031-06-12", "2031-06-01", "2031-05-01"])
def test_an_earlier_day_be_it_past_unties_no_deadlock(day: str) -> None:
    record = assemble([told(LATE, "the vote", "the text is published", ("by 10 June", "2031-06-10"))])
    vote = next(s.id for s in record.steps if s.name == "the vote")
    found = suppose(record, Supposed(due={vote: Moment(day)}))
    assert len(found.standing) == 1 and not found.dissolved and not found.new
    assert found.standing[0].late is not None and found.standing[0].late.due == day


def test_a_deadlock_that_fewer_conditions_make_is_still_the_same() -> None:
    first = told(LATE, "the vote", "the text is published", ("by 10 June", "2031-07-01"))
    record = assemble([first, _after_the_audit(first)])
    vote = next(s.id for s in record.steps if s.name == "the vote")
    found = suppose(record, Supposed(due={vote: Moment("2031-06-05")}))
    assert found.standing and not found.dissolved and not found.new
    assert max(len(d.members) for d in found.standing) == 1


def test_a_day_before_the_calendar_is_told_as_its_first_day() -> None:
    record = assemble([told(LATE, "the vote", "the text is published", ("by 10 June", "2031-06-10"))])
    lengths = {s.id: 2_000_000 for s in record.steps}
    assert {p.last.year for p in planned(record, lengths) if p.last} <= {1, 2031}


def test_the_briefing_says_why_a_deadline_cannot_be_met_and_cites_it() -> None:
    from dragoman.briefing import brief

    coded = told(LATE, "the vote", "the text is published", ("by 10 June", "2031-06-10"))
    (said,) = (c for c in brief(assemble([coded])).claims if "too little time" in c.text)
    assert "due by 10 June 2031, could come on 15 June 2031 at the soonest" in said.text
    assert "14 days later at the soonest" in said.text and len(said.citations) > 1


AUDIT = "Lusan holds the audit, which takes ten days, only after the count. It is due by 8 June."


def test_the_days_that_a_step_takes_itself_count_toward_its_deadline() -> None:
    found = timetables(assemble([told(AUDIT, "the audit", "the count", ("by 8 June", "2031-06-08"))]))
    (audit,) = (p for p in found.plans if p.step.name == "the audit")
    assert (audit.takes, str(audit.over), str(audit.last), audit.slack) == (10, "2031-06-11", "2031-05-29", -3)
    (fits,) = (
        p for p in timetables(assemble([told(AUDIT, "the audit", "the count", ("by 8 June", "2031-06-12"))])).plans if p.takes
    )
    assert (str(fits.last), fits.slack) == ("2031-06-02", 1)


def test_a_step_that_takes_longer_than_is_left_is_told_to_be_late_and_is_no_deadlock() -> None:
    from dragoman.briefing import brief

    record = assemble([told(AUDIT, "the audit", "the count", ("by 8 June", "2031-06-08"))])
    found = analyse(record)
    assert not found.deadlocks and [(x.due, x.soonest, x.takes) for x in found.overrun] == [("2031-06-08", "2031-06-11", 10)]
    (said,) = (c for c in brief(record).claims if "cannot be over by 8 June 2031" in c.text)
    assert '"the audit" takes 10 days, so it could be over on 11 June 2031 at the soonest' in said.text
    assert any(c.quote == "the audit, which takes ten days" for c in said.citations)
    assert not analyse(assemble([told(AUDIT, "the audit", "the count", ("by 8 June", "2031-06-12"))])).overrun


def test_a_wait_and_a_length_together_miss_a_day_that_each_alone_would_keep() -> None:
    text = AUDIT.replace("only after", "at least 5 days after")
    record = assemble([told(text, "the audit", "the count", ("by 8 June", "2031-06-13"))])
    found = analyse(record)
    (late,) = (d.late for d in found.deadlocks)
    assert late is not None and (late.due, late.soonest) == ("2031-06-13", "2031-06-16")
    assert {w.extend for w in found.ways_out} == {None, "2031-06-16"}


def test_what_must_only_have_begun_by_a_day_may_go_on_after_it() -> None:
    coded = told(AUDIT, "the audit", "the count", ("by 8 June", "2031-06-08"))
    begin = Coded(coded.document, tuple(replace(f, what="begin the audit") if isinstance(f, Deadline) else f for f in coded.findings))
    (audit,) = (p for p in timetables(assemble([begin])).plans if p.takes)
    assert audit.slack in (7, None)


def test_the_timetable_says_when_a_step_with_a_length_must_begin_and_is_over(tmp_path) -> None:  # type: ignore[no-untyped-def]
    coded = told(AUDIT, "the audit", "the count", ("by 8 June", "2031-06-08"))
    (tmp_path / "a.json").write_text(json.dumps(coded_to_plain(coded)), encoding="utf-8")
    (tmp_path / "a.txt").write_text(coded.document.text, encoding="utf-8")
    plan = CliRunner().invoke(main, ["schedule", "--coded", str(tmp_path)])
    assert "late: would have to begin by 2031-05-29, not before 2031-06-01" in plan.output
    assert "slack -3, takes 10 days, over on 2031-06-11 at the soonest" in plan.output


PAUSE = "Lusan lifts the levy at least 20 days after the fleet withdraws its complaint. The levy is lifted by 15 June."


def _waiting(day: str, as_of: str = "2031-06-09", due: str = "2031-06-15") -> Dossier:
    """The record of a wait of twenty days after a step that a later report tells to be done on a day."""
    coded = told(PAUSE, "lifts the levy", "the fleet withdraws its complaint", ("by 15 June", due))
    document = Document("b", "The fleet withdrew its complaint.", date=ReportDate(Moment(day), "field"))
    held = Event(document="b", spans=(document.span(0, len(document.text) - 1),), type="other", status="held")
    return assemble([coded, Coded(document, (held,))], as_of=Moment(as_of))


def test_the_days_that_must_pass_after_a_step_that_was_done_are_counted_from_its_day() -> None:
    record = _waiting("2031-06-05")
    (late,) = (d.late for d in analyse(record).deadlocks if d.late and not d.until)
    assert late is not None and (late.due, late.soonest) == ("2031-06-15", "2031-06-25")
    assert {w.extend for w in analyse(record).ways_out} == {None, "2031-06-25"}
    plan = {p.step.name: (str(p.first), p.slack, len(p.waits_for)) for p in timetables(record).plans}
    assert plan == {"lifts the levy": ("2031-06-25", -10, 1)}
    assert [d.on for d in timetables(record).done] == ["2031-06-05"]


def test_a_wait_that_is_over_keeps_nothing_back() -> None:
    record = _waiting("2031-06-05", as_of="2031-06-26", due="2031-06-30")
    assert not analyse(record).deadlocks
    (plan,) = timetables(record).plans
    assert (str(plan.first), str(plan.last), plan.waits_for) == ("2031-06-26", "2031-06-30", ())


def test_a_day_that_can_be_met_since_a_step_was_done_makes_no_deadlock() -> None:
    assert not analyse(_waiting("2031-06-02", due="2031-06-23")).deadlocks


def test_a_deadlock_over_a_day_that_has_ended_is_told_as_it_was_on_the_day_it_ended() -> None:
    from dragoman.briefing import brief

    coded = told(PAUSE, "lifts the levy", "the fleet withdraws its complaint", ("by 15 June", "2031-06-15"))
    document = Document("b", "Lusan lifted the levy.", date=ReportDate(Moment("2031-06-09"), "field"))
    held = Event(document="b", spans=(document.span(0, len(document.text) - 1),), type="other", status="held")
    record = assemble([coded, Coded(document, (held,))], as_of=Moment("2031-06-11"))
    (found,) = analyse(record).deadlocks
    assert found.until == "2031-06-09" and found.late is not None and found.late.soonest == "2031-06-29"
    (said,) = (c for c in brief(record).claims if "too little time" in c.text)
    assert "left too little time" in said.text and "until 9 June 2031" in said.text
    assert "could have come on 29 June 2031 at the soonest" in said.text and "which they did" not in said.text


def test_a_step_that_is_supposed_to_be_done_still_lets_the_days_after_it_pass() -> None:
    coded = told(PAUSE, "lifts the levy", "the fleet withdraws its complaint", ("by 15 June", "2031-06-15"))
    record = assemble([coded])
    needed = next(s.id for s in record.steps if s.name == "the fleet withdraws its complaint")
    found = suppose(record, Supposed(done=(needed,)))
    assert len(found.standing) == 1 and not found.dissolved and not found.opened
    late = suppose(record, Supposed(done=(needed,), due={found.standing[0].members[0].gated: Moment("2031-06-30")}))
    assert len(late.dissolved) == 1 and not late.standing


def test_the_briefing_says_and_cites_the_lengths_and_the_day_from_which_it_counts() -> None:
    from dragoman.briefing import brief

    text = AUDIT.replace("only after the count.", "at least 5 days after the count, which takes two weeks.")
    record = assemble([told(text, "the audit", "the count", ("by 8 June", "2031-06-08"))])
    (said,) = (c for c in brief(record).claims if "too little time" in c.text)
    assert '"the count" takes 14 days; "the audit" takes 10 days' in said.text
    assert "could be over on 30 June 2031 at the soonest" in said.text
    quotes = {c.quote for c in said.citations}
    assert {"the audit, which takes ten days", "the count, which takes two weeks"} <= quotes
    (since,) = (c for c in brief(_waiting("2031-06-05")).claims if "too little time" in c.text)
    assert "came on 5 June 2031" in since.text and {"a", "b"} == {c.document for c in since.citations}


TRADE = [
    ("Norland", "only_after", "reinstating the quota", "removal of the steel duty"),
    ("Sudland", "only_after", "removal of the steel duty", "a vote in parliament"),
]


def test_what_slips_with_a_step_is_all_that_waits_for_it() -> None:
    record = assemble([report("a", "2031-02-01", TRADE)])
    found, name = timetables(record), {s.id: s.name for s in record.steps}
    slips = {name[s]: {name[x] for x in later} for s, later in (found.slips or {}).items()}
    assert slips["a vote in parliament"] == {"removal of the steel duty", "reinstating the quota"}
    assert slips["removal of the steel duty"] == {"reinstating the quota"}


def test_after_a_way_out_what_was_stuck_has_days_again() -> None:
    knot = [*TRADE, ("Union", "only_after", "a vote in parliament", "reinstating the quota")]
    record = assemble([report("a", "2031-02-01", knot)])
    found = timetables(record, analyse(record).ways_out)
    assert all(p.stuck for p in found.plans) and len(found.after) == 3
    assert all(not p.stuck for _, plans in found.after for p in plans)


def test_a_timetable_of_very_many_steps_says_that_it_is_a_part() -> None:
    goods, places = (
        "barley copper timber salmon cotton cement sugar wool coal glass".split(),
        "Arl Bry Cod Dun Erm Fal Gor Hul Ipp Jor".split(),
    )
    many = [("Norland", "only_after", f"a {g} quota for {p}ton", f"a {g} audit in {p}ham") for g in goods for p in places]
    many += [("Norland", "only_after", f"a {g} ferry to {p}wick", f"a {g} ballot in {p}by") for g in goods for p in places]
    record = assemble([report("a", "2031-02-01", many)])
    found = timetables(record)
    assert found.capped and not found.slips and len(found.plans) == len(record.steps)


def test_the_commands_tell_ways_out_and_days(tmp_path) -> None:  # type: ignore[no-untyped-def]
    text = (
        "Guild halts talks\n\nThe Weavers' Guild said it will lift the strike notice only after the roster plan is withdrawn. "
        "Harrow Mills said it will withdraw the roster plan only after the strike notice is lifted.\n"
    )
    path = tmp_path / "report.txt"
    path.write_text(text, encoding="utf-8")
    ways = CliRunner().invoke(main, ["ways-out", str(path)])
    assert ways.exit_code == 0 and ways.output.count("Way out of 1") >= 2 and "strict reading" in ways.output
    plan = CliRunner().invoke(main, ["schedule", str(path)])
    assert plan.exit_code == 0 and "stuck" in plan.output and "Hypothetical, after this" in plan.output
    wrong = CliRunner().invoke(main, ["schedule", str(path), "--takes", "the regatta=3"])
    assert wrong.exit_code == 2 and "No step is called 'the regatta'" in wrong.output


@pytest.mark.parametrize("command", ["ways-out", "schedule", "what-if", "proposals", "positions", "offices"])
def test_nothing_to_read_is_said_and_leaves_with_a_status_of_its_own(command: str, tmp_path) -> None:  # type: ignore[no-untyped-def]
    missing = CliRunner().invoke(main, [command, str(tmp_path / "none.txt")])
    assert missing.exit_code == 4 and "no report yielded anything" in missing.output
    path = tmp_path / "report.txt"
    path.write_text("Guild talks\n\nThe Guild said talks go on only after a vote.\n", encoding="utf-8")
    early = CliRunner().invoke(main, [command, str(path), "--as-of", "1901-01-01"])
    assert early.exit_code in (0, 4) and "Traceback" not in early.output
    part = CliRunner().invoke(main, [command, str(path), str(tmp_path / "none.txt")])
    assert part.exit_code == 3
