"""A later report that gives a thing another day, in invented findings: the deadline has moved where setter and thing agree."""

import pytest

from dragoman.analysis import analyse
from dragoman.assembly import assemble
from dragoman.model import Actor, Coded, Deadline, Document, Moment, ReportDate

FIRST = ("2031-06-01", "Alba", "the vote", "2031-06-10", "set the last day for the vote")


def report(name: str, *told: tuple[str, str, str, str, str], **facts: str) -> Coded:
    """A report of deadlines: the report's day, who set it, the thing, its day, the words."""
    text, findings, made = "", [], {}
    for _, who, what, date, words in told:
        start = len(text)
        text += f"{who} {words}. "
        whole = Document("x", text)
        if who not in made:
            made[who] = Actor(document=name, spans=(whole.span(start, start + len(who)),), name=who, type="state", certainty="sure")
        spans = (whole.span(start, len(text) - 2),)
        plain = {"when_text": "", "bound": "by", "status": "pending"} | facts
        found = Deadline(document=name, spans=spans, setter=(made[who].id,), what=what, date=date, certainty="sure", **plain)
        findings.append(found)
    return Coded(Document(name, text, date=ReportDate(Moment(told[0][0]), "field")), (*made.values(), *findings))


def days(*reports: Coded) -> list[tuple[str, list[tuple[str, str]]]]:
    found = analyse(assemble(reports)).deadlines
    return [(str(d.date), [(str(h.date), h.status) for h in d.history]) for d in found]


def test_the_same_setter_gives_the_same_thing_another_day():
    moved = report("b", ("2031-06-03", "Alba", "vote", "2031-06-30", "moved the last day for the vote to 30 June"))
    told = [("2031-06-30", [("2031-06-10", "extended"), ("2031-06-30", "pending")])]
    assert days(report("a", FIRST), moved) == told == days(moved, report("a", FIRST))
    again = report("c", ("2031-06-05", "Alba", "the vote", "2031-06-30", "wants the vote by 30 June"))
    assert days(report("a", FIRST), moved, again) == told
    sooner = report("d", ("2031-06-04", "Alba", "the vote", "2031-06-20", "set 20 June for the vote"))
    assert [d for d, _ in days(report("a", FIRST), moved, sooner)] == ["2031-06-20"]


def test_a_day_moved_after_it_was_over_is_seen_where_the_words_say_so():
    late = ("2031-06-12", "Alba", "the vote", "2031-06-30", "extended the deadline for the vote to 30 June")
    assert [d for d, _ in days(report("a", FIRST), report("b", late))] == ["2031-06-30"]
    next_one = ("2031-06-12", "Alba", "the vote", "2031-06-30", "set 30 June for the vote")
    assert len(days(report("a", FIRST), report("b", next_one))) == 2


@pytest.mark.parametrize(
    "told",
    [
        [("2031-06-03", "Borea", "the vote", "2031-06-30", "moved the last day for the vote to 30 June")],
        [("2031-06-03", "Alba", "the recount", "2031-06-30", "moved the last day for the recount to 30 June")],
        [("2031-06-03", "Alba", "the second vote", "2031-06-30", "set 30 June for the second vote")],
        [("2031-06-03", "Alba", "the deadline", "2031-06-30", "set 30 June")],
        [FIRST, ("2031-06-01", "Alba", "the vote", "2031-06-30", "set 30 June for the vote as well")],
        [("2031-06-03", "Alba", "the vote", "2031-06-10", "keeps 10 June"), ("", "Alba", "the vote", "2031-06-30", "and 30 June")],
    ],
)
def test_another_setter_or_thing_or_two_days_told_together_are_two_deadlines(told):
    assert len(days(report("a", FIRST), report("b", *told))) == 2


def test_a_day_that_was_put_off_is_not_moved_back_by_who_tells_it_again():
    moved = report("b", ("2031-06-03", "Alba", "the vote", "2031-06-30", "moved the last day for the vote to 30 June"))
    stale = report("c", ("2031-06-05", "Alba", "the vote", "2031-06-10", "had set 10 June"))
    assert ("2031-06-30", [("2031-06-10", "extended"), ("2031-06-30", "pending")]) in days(report("a", FIRST), moved, stale)
