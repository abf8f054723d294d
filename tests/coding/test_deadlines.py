"""Deadlines of invented reports on a strike, a trade round, a company deal and a truce."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from dragoman.coding import code_parse
from dragoman.coding.parse import parse_all
from dragoman.model import Coded, Deadline
from dragoman.model.document import ReportDate
from dragoman.model.moment import Moment
from dragoman.reading import read_text

PASSAGES = {
    "restated": (
        "Talks on the port must end within the 40-day deadline set by the Ross administration.\n\n"
        "Fines on the dockers could come sooner than his 40-day deadline, Ross said.\n\n"
        "The Ross administration's 40-day deadline for a deal to be reached before Norland imposes new fees is near."
    ),
    "until": "The board has given the two unions until June 30 to reach a deal. If they fail, it will charter tugs.",
    "unless": "The nurses said they would walk out unless the ministry raised pay by Friday.",
    "or else": "The mill must hand over the files by noon on Thursday, or else the inspector will close it.",
    "notice": "The notice, which runs for 21 days from Monday, June 13, was served by the pilots.",
    "extended": "The deadline for bids was extended to July 15.",
    "lapsed": "The growers gave the mayor until Thursday to open the sluices. The deadline passed without a word.",
    "effect": "The surcharge takes effect on 1 July unless the growers yield.",
    "six weeks": "The award will come within six weeks of the day the hearing closes.",
    "ultimatum": "The league gave the ministry an ultimatum: lift the levy within 72 hours or lose the harvest.",
    "month": "The ministry wants the yards cleaned by the end of the month.",
    "not before": "The strike will not begin before Monday.",
    "runs": "The ten-day deadline runs from Wednesday, June 15.",
    "left": "Only four days are left.",
    "over": "The lenders asked the mill to file its accounts by June 10.",
    "goes on": "The pause, which was to end on Saturday, will run on.",
    "granted": "The labour ministry has granted the two mills 45 days in which to sign a merger.",
    "granted by": "The two mills had been handed six weeks by the labour ministry to sign a merger.",
    "than it suggests": "The dam tax might be raised earlier than the arbiter's 45-day deadline suggests, a banker said.",
    "is up": "A lockout could be called before the arbiter's 45-day deadline is up, a banker said.",
    "than that": "The guild must answer within ten days. A lockout may come sooner than that, the arbiter said.",
    "too late": "The guild met the owners. A ferry may come sooner than that, the pilot said.",
    "if not sooner": "The guild must answer within ten days, if not sooner.",
    "inside the case": "If no merger is signed before the 45-day deadline runs out, the arbiter will fix the price.",
    "after the case": "The mills could be barred from bidding if no merger is signed within the 45-day deadline.",
    "aside": "If no merger is signed within the 45-day deadline, the arbiter will fix the price, an outcome feared by all.",
    "semicolon": "The arbiter has given the mills 45 days to merge; should they fail, the loans will be called in.",
    "otherwise": "The ministry wants a merger within 45 days; otherwise it will call in the loans.",
    "before then": "The ministry gave the mills 45 days to merge. A ruling might well fall before then.",
    "are up": "The ministry gave the mills 45 days to merge. Once the 45 days are up, it will call in the loans.",
    "whom": "The ministry has set a 45-day deadline for the two companies.",
    "face": "The lenders gave the mill until 30 July to sign the accord or face default.",
    "that date": "The deadline now stands at June 30. Molina said the mill must leave by that date.",
    "case alone": "The nurses would walk out unless the ministry raised pay by Friday, Molina said.",
    "inverted": "Should the crew not be home by June 25, the owners will sue.",
    "provided": "The mill would add a shift provided that the guild reopened the yard by Friday.",
    "still": "If the pickets are still there on Friday, the mill will sue.",
    "ordered": "Molina had instructed the board to report to the council on Friday.",
    "past order": "A court ordered the mayor to step down earlier this month.",
    "through": "The yard is to remain closed through July 14.",
    "effective": "Molina announced his resignation effective June 29.",
    "averted": "The standstill would have expired on Friday.",
    "of today": "We instructed the board to report within six months of today.",
    "plan": "Critics spoke of her plans for an exit by July 31.",
    "because": "Molina said we must get it done, because the region must come out by July 31.",
    "has until": "The guild has until July 4 to answer the court's questions.",
    "forecast": "The stock will collapse by 2036. The paintwork will be finished by July. She has no plan to do so before July 4.",
    "strike date": "The guild has set a strike date of July 3.",
    "put back": "The deadline for bids was put back to July 15.",
    "once passed": (
        "The league has set both ports a 75-day deadline for a treaty, and once it has passed, the league would close the canal. "
        "Nobody should count on the full 75 days: the canal could be closed sooner."
    ),
    "days go by": "The league set a 40-day deadline for a pact. If the 40 days go by, the league will close the canal. "
    "It might do so ahead of time.",
    "allowed": "The 40 days that the league has allowed for a treaty are no guarantee.",
    "under": "Under an ultimatum issued by the league, the ports must sign within 20 days.",
    "let slip": "The guild let the deadline of June 17 slip by.",
    "named day": "The guild set July 8 as the deadline for an offer.",
    "said on": "The guild said on Monday it would leave the port unless the ships turned back.",
    "would have": "The guild would have liked to see it before Friday.",
    "told again": "The mayor set a 40-day deadline. If no pact is signed within her 40-day deadline, the mayor will close the yard, "
    "and she said the yard could be closed sooner.",
    "by name": "Talks are under the 30-day deadline set by the league. The guilds met on Friday. The league will close the canal "
    "if the deadline passes without a pact. The closing could come before the 30 days are up, Molina said.",
    "far": "Talks are under the 30-day deadline set by the league. The league will close the canal if the deadline is missed. "
    "The guilds met on Friday. The canal might be closed earlier, Molina said.",
    "still to pass": "Talks are under the 30-day deadline set by the league. No ships sailed. Will it close the canal "
    "if the deadline is missed?",
    "noun for name": "The broadcaster gave the ports a 40-day deadline to merge. No ships sailed. Norvista's 40-day deadline is near.",
    "left open": "The league set a 30-day deadline for a pact. Failing that, it will close the canal. "
    "The league did not rule out closing it sooner.",
    "brought forward": "The league gave the ports 30 days to sign a pact or face a closure. The closure could be brought forward.",
    "another act": "The league set a 30-day deadline for a pact. Failing that, it will close the canal. "
    "The league did not rule out meeting the guilds sooner.",
    "another moved": "The league gave the ports 30 days to sign a pact or face a closure. The party could be brought forward.",
    "absence": "The league set a 30-day deadline for a pact, in the absence of which it will close the canal.",
    "failing": "The league has given both a 30-day deadline to agree on a pact, failing which it will close the canal.",
    "without": "The league set a 30-day deadline for a pact. Without a pact by then, it will close the canal.",
    "question": "Is it possible to rebuild such a port in 30 days? The envoys will meet on Friday.",
    "appointment": "The mayor will open the fair on Friday. The book will be published by Norton. The board met on June 3.",
}


@pytest.fixture(scope="module")
def found() -> Callable[[str], tuple[Deadline, ...]]:
    """The deadlines of a passage, by its name; all are reports of Monday 2033-06-20."""
    day = ReportDate(Moment("2033-06-20"))
    parses = parse_all([replace(read_text(text), date=day) for text in PASSAGES.values()])
    coded: dict[str, Coded] = {name: code_parse(p) for name, p in zip(PASSAGES, parses, strict=True)}
    return lambda name: coded[name].of(Deadline)


Found = Callable[[str], tuple[Deadline, ...]]


def test_restatements_share_the_length_and_name_the_first(found: Found) -> None:
    first, sooner, last = found("restated")
    assert [d.duration for d in (first, sooner, last)] == ["P40D"] * 3
    assert [d.date for d in (first, sooner, last)] == [None] * 3
    assert sooner.same_as == last.same_as == first.id
    assert first.setter


def test_a_consequence_that_may_come_sooner_is_kept_with_its_mention(found: Found) -> None:
    first, sooner, last = found("restated")
    assert (sooner.bound, sooner.consequence) == ("or_sooner", "Fines on the dockers")
    assert (first.bound, last.bound, last.consequence) == ("by", "by", "Norland imposes new fees")
    assert last.what == "a deal to be reached"


def test_the_next_sentence_says_what_follows_a_failure(found: Found) -> None:
    (deadline,) = found("until")
    assert (deadline.date, deadline.what, deadline.consequence) == ("2033-06-30", "reach a deal", "it will charter tugs")
    assert len(deadline.spans) == 1  # the codebook: the deadline stands in its own clause, what follows in `consequence`


@pytest.mark.parametrize(
    ("name", "date", "duration", "bound", "status"),
    [("unless", "2033-06-24", None, "by", "pending"), ("or else", "2033-06-23", None, "by", "pending"),
     ("notice", "2033-07-04", "P21D", "not_before", "pending"), ("extended", "2033-07-15", None, "by", "extended"),
     ("lapsed", "2033-06-23", None, "by", "lapsed"), ("effect", "2033-07-01", None, "by", "pending"),
     ("six weeks", None, "P6W", "by", "pending"), ("ultimatum", None, "PT72H", "by", "pending"),
     ("runs", "2033-06-25", "P10D", "by", "pending"), ("left", "2033-06-24", "P4D", "exact", "pending"),
     ("over", "2033-06-10", None, "by", "unknown"), ("goes on", "2033-06-18", None, "exact", "extended"),
     ("month", "2033-06-30", None, "by", "pending"), ("not before", "2033-06-20", None, "not_before", "pending")],
)  # fmt: skip
def test_dates_bounds_and_states(
    found: Found, name: str, date: str | None, duration: str | None, bound: str, status: str
) -> None:
    (deadline,) = found(name)
    assert (deadline.date, deadline.duration, deadline.bound, deadline.status) == (date, duration, bound, status)


@pytest.mark.parametrize(
    ("name", "consequence"),
    [("unless", "they would walk out"), ("or else", "the inspector will close it"), ("ultimatum", "lose the harvest"),
     ("inside the case", "the arbiter will fix the price"), ("aside", "the arbiter will fix the price"),
     ("after the case", "The mills could be barred from bidding"), ("semicolon", "the loans will be called in"),
     ("face", "face default"), ("otherwise", "it will call in the loans"), ("than it suggests", "The dam tax"), ("is up", "A lockout")],
)  # fmt: skip
def test_consequences_in_the_same_sentence(found: Found, name: str, consequence: str) -> None:
    assert found(name)[0].consequence == consequence


@pytest.mark.parametrize(("name", "duration"), [("granted", "P45D"), ("granted by", "P6W")])
def test_time_that_is_allowed_is_a_deadline_of_whoever_allows_it(found: Found, name: str, duration: str) -> None:
    (deadline,) = found(name)
    assert (deadline.duration, deadline.what, len(deadline.setter)) == (duration, "sign a merger", 1)


@pytest.mark.parametrize("name", ["than it suggests", "is up", "if not sooner"])
def test_what_may_come_sooner_is_bound_so(found: Found, name: str) -> None:
    assert [d.bound for d in found(name)] == ["or_sooner"]


def test_sooner_than_that_restates_the_time_just_named(found: Found) -> None:
    first, sooner = found("than that")
    assert (first.bound, sooner.bound, sooner.same_as) == ("by", "or_sooner", first.id)
    assert (sooner.duration, sooner.when_text, sooner.consequence) == ("P10D", "sooner than that", "A lockout")
    assert found("too late") == ()


def test_before_then_and_the_end_of_the_length_restate_it(found: Found) -> None:
    first, sooner = found("before then")
    assert (sooner.bound, sooner.same_as, sooner.consequence) == ("or_sooner", first.id, "A ruling")
    first, over = found("are up")
    assert (over.duration, over.same_as, over.consequence) == ("P45D", first.id, "it will call in the loans")


def test_whom_a_deadline_binds_is_not_what_is_due(found: Found) -> None:
    assert found("whom")[0].what == "a 45-day deadline for the two companies"


def test_a_notice_runs_from_the_day_it_names(found: Found) -> None:
    assert found("notice")[0].start == "2033-06-13"


@pytest.mark.parametrize("name", ["question", "appointment"])
def test_questions_and_appointments_are_no_deadlines(found: Found, name: str) -> None:
    assert found(name) == ()


@pytest.mark.parametrize(
    ("text", "consequence"),
    [
        (
            "She has given the two unions until 14 March, after which, her office said on Monday, she will ask the court to rule.",
            "she will ask the court to rule",
        ),
        (
            "The port will ask a judge to end the blockade unless it is lifted by 4 March.",
            "The port will ask a judge to end the blockade",
        ),
    ],
)
def test_what_follows_is_no_speech_and_no_bare_request(text: str, consequence: str) -> None:
    report = read_text(f"Ada Brook is the president of Norway. {text}", id="s", date="2031-02-02")
    (parsed,) = parse_all([report])
    assert [d.consequence for d in code_parse(parsed).of(Deadline)] == [consequence]


@pytest.mark.parametrize(
    ("name", "date", "told"),
    [
        ("case alone", "2033-06-24", "unless the ministry raised pay by Friday"),
        ("inverted", "2033-06-25", "Should the crew not be home by June 25"),
        ("still", "2033-06-24", "If the pickets are still there on Friday"),
        ("through", "2033-07-14", "The yard is to remain closed through July 14"),
        ("because", "2033-07-31", "the region must come out by July 31"),
        ("has until", "2033-07-04", "The guild has until July 4 to answer the court's questions"),
        ("ordered", "2033-06-24", "Molina had instructed the board to report to the council on Friday"),
        ("plan", "2033-07-31", "her plans for an exit by July 31"),
    ],
)
def test_a_deadline_stands_in_its_own_clause(found: Found, name: str, date: str, told: str) -> None:
    (deadline,) = found(name)
    assert (deadline.date, deadline.spans[0].text) == (date, told)


def test_that_date_is_the_one_named_before(found: Found) -> None:
    first, pointing = found("that date")
    assert (first.date, pointing.date, pointing.when_text) == ("2033-06-30", "2033-06-30", "by that date")


def test_a_proviso_a_resignation_and_an_end_put_off(found: Found) -> None:
    assert [d.date for d in found("provided")] == ["2033-06-24"]
    assert [(d.date, d.bound) for d in found("effective")] == [("2033-06-29", "exact")]
    assert [(d.date, d.status) for d in found("averted")] == [("2033-06-24", "extended")]


def test_a_length_counts_from_the_reports_day_where_the_words_say_so(found: Found) -> None:
    assert [(d.start, d.duration, d.date) for d in found("of today")] == [("2033-06-20", "P6M", "2033-12-20")]


@pytest.mark.parametrize("name", ["forecast", "past order"])
def test_forecasts_and_orders_long_obeyed_bind_nobody(found: Found, name: str) -> None:
    assert found(name) == ()


def test_a_strike_date_is_a_deadline_and_one_put_back_is_extended(found: Found) -> None:
    assert [d.date for d in found("strike date")] == ["2033-07-03"]
    assert [(d.date, d.status) for d in found("put back")] == [("2033-07-15", "extended")]


def test_what_follows_a_time_that_is_over_and_what_may_come_sooner(found: Found) -> None:
    first, sooner = found("once passed")
    assert first.consequence == "the league would close the canal"
    assert (sooner.bound, sooner.duration, sooner.consequence, sooner.same_as) == ("or_sooner", "P75D", "the league would close the canal", first.id)
    _, over, early = found("days go by")
    assert over.consequence == early.consequence == "the league will close the canal"
    assert (over.bound, early.bound) == ("by", "or_sooner")


def test_a_length_that_is_allowed_or_bound_by_an_ultimatum_has_its_setter(found: Found) -> None:
    for name, duration in (("allowed", "P40D"), ("under", "P20D")):
        (deadline,) = found(name)
        assert deadline.duration == duration and deadline.setter


def test_a_deadline_let_slip_and_one_named_by_its_day(found: Found) -> None:
    assert [(d.date, d.status) for d in found("let slip")] == [("2033-06-17", "lapsed")]
    assert [d.date for d in found("named day")] == ["2033-07-08"]


@pytest.mark.parametrize("name", ["said on", "would have"])
def test_the_day_of_saying_and_a_wish_that_is_past_bind_nobody(found: Found, name: str) -> None:
    assert found(name) == ()


def test_a_consequence_told_again_later_in_its_sentence_may_come_sooner(found: Found) -> None:
    first, case, sooner = found("told again")
    assert case.consequence == "the mayor will close the yard"
    assert (sooner.bound, sooner.consequence, sooner.same_as, sooner.duration) == ("or_sooner", "the mayor will close the yard", first.id, "P40D")


def test_what_follows_if_a_deadline_named_before_passes_and_may_come_before_it_is_up(found: Found) -> None:
    first, case, sooner = found("by name")
    assert (case.consequence, case.duration, case.same_as) == ("The league will close the canal", "P30D", first.id)
    assert (sooner.bound, sooner.consequence, sooner.same_as) == ("or_sooner", "The league will close the canal", first.id)
    assert first.setter == case.setter == sooner.setter != ()


def test_a_consequence_may_be_told_again_far_from_its_deadline(found: Found) -> None:
    first, case, sooner = found("far")
    assert (case.status, case.bound, case.consequence) == ("pending", "by", "The league will close the canal")
    assert (sooner.bound, sooner.when_text, sooner.same_as) == ("or_sooner", "earlier", first.id)


def test_a_deadline_that_may_be_missed_has_not_lapsed(found: Found) -> None:
    assert {d.status for d in found("still to pass")} == {"pending"}


def test_one_length_set_by_a_noun_and_by_a_name_is_one_deadline(found: Found) -> None:
    first, again = found("noun for name")
    assert again.same_as == first.id


@pytest.mark.parametrize(("name", "outcome"), [("left open", "it will close the canal"), ("brought forward", "face a closure")])
def test_what_is_left_open_or_brought_forward_may_come_sooner(found: Found, name: str, outcome: str) -> None:
    first, sooner = found(name)
    assert (sooner.bound, sooner.consequence, sooner.same_as) == ("or_sooner", outcome, first.id)


@pytest.mark.parametrize("name", ["another act", "another moved"])
def test_something_else_that_may_come_sooner_is_no_word_of_the_deadline(found: Found, name: str) -> None:
    assert [d.bound for d in found(name)] == ["by"]


@pytest.mark.parametrize("name", ["absence", "failing", "without"])
def test_what_follows_without_it_is_the_consequence(found: Found, name: str) -> None:
    assert [d.consequence for d in found(name)] == ["it will close the canal"]
