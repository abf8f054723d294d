"""Steps that a report tells to be done, and look-alikes that are not."""

from dataclasses import replace

import pytest
from table import report

from dragoman.analysis import Supposed, analyse, step_named, suppose, timetables
from dragoman.analysis.deeds import deeds
from dragoman.assembly import assemble
from dragoman.model import Actor, Certainty, Coded, Document, Event, Moment, ReportDate, RuleError
from dragoman.model.findings import EventStatus

STUCK = [
    ("Guild", "only_after", "withdrawal of the complaint", "opening of the registers"),
    ("Port", "only_after", "opening of the registers", "withdrawal of the complaint"),
]


def told(
    words: str, day: str = "2031-05-09", status: EventStatus = "held", who: str = "Guild", certainty: Certainty = "sure"
) -> Coded:
    document = Document("later", f"{who}. {words}.", date=ReportDate(Moment(day), "field"))
    doer = Actor(document="later", spans=(document.span(0, len(who)),), name=who, type="organisation")
    start = len(who) + 2
    event = Event(
        document="later",
        spans=(document.span(start, start + len(words)),),
        type="other",
        participants=(doer.id,),
        status=status,
        certainty=certainty,
    )
    return Coded(document, (doer, event))


def test_a_deed_ends_the_deadlock_on_its_day_with_its_words() -> None:
    dossier = assemble(
        [report("r", "2031-05-04", STUCK), told("the Guild withdrew its complaint on Monday, with the registers still shut")]
    )
    (done,) = deeds(dossier).values()
    assert dossier.step[done.step].name == "withdrawal of the complaint" and done.on == "2031-05-09"
    (found,) = analyse(dossier).deadlocks
    assert found.until == "2031-05-09" and "withdrew its complaint" in found.ended_by[0].quote
    assert not analyse(dossier).ways_out


@pytest.mark.parametrize(
    "later",
    [
        told("the Guild withdrew its complaint", day="2031-05-02"),
        told("the Guild will withdraw its complaint", status="planned"),
        told("the Guild did not withdraw its complaint"),
        told("the Guild voted to withdraw its complaint"),
        told("the Guild withdrew its complaint for a week"),
        told("the Guild withdrew its complaint of Monday only"),
        told("a court ordered that the Guild withdrew its complaint"),
        told("the Guild withdrew its complaint, according to a rumour"),
        told("the Guild withdrew its complaint of the harbour dues"),
        told("the Guild withdrew half of its complaint"),
        told("the Guild filed its complaint"),
        told("the Guild withdrew its flag"),
        told("the Port withdrew its complaint", who="Port"),
        told("the Guild withdrew its complaint", certainty="possible"),
        told("the Guild struck the flag after the complaint was withdrawn"),
    ],
    ids=lambda c: c.findings[1].spans[0].text + str(c.document.date.value.value),
)
def test_what_is_not_done_ends_nothing(later: Coded) -> None:
    assert not deeds(assemble([report("r", "2031-05-04", STUCK), later]))


def test_a_condition_that_is_told_again_still_stands() -> None:
    again = report("again", "2031-05-12", STUCK)
    again = replace(again, document=again.document)
    assert not deeds(assemble([report("r", "2031-05-04", STUCK), told("the Guild withdrew its complaint"), again]))


def test_what_waits_for_nothing_any_more_stands_in_the_timetable_beside_what_is_done() -> None:
    dossier = assemble([report("r", "2031-05-04", STUCK), told("the Guild withdrew its complaint")])
    found, name = timetables(dossier), {s.id: s.name for s in dossier.steps}
    assert [(p.step.name, p.stuck, p.waits_for) for p in found.plans] == [("opening of the registers", False, ())]
    assert [(name[d.step], d.on) for d in found.done] == [("withdrawal of the complaint", "2031-05-09")]


def test_what_is_done_cannot_be_supposed_never_to_come() -> None:
    dossier = assemble([report("r", "2031-05-04", STUCK), told("the Guild withdrew its complaint")])
    with pytest.raises(RuleError, match="'withdrawal of the complaint' is done by the record"):
        suppose(dossier, Supposed(never=(step_named(dossier, "withdrawal of the complaint").id,)))


PARTLY = [
    "the Guild withdrew its complaint at noon and renewed it the same evening",
    "the Guild withdrew its complaint at the airport",
    "the Guild withdrew its complaint on two points",
    "the Guild withdrew its complaint to win time",
    "the Guild withdrew its complaint overnight",
    "the Guild withdrew its complaint until Monday",
    "the Guild withdrew its complaint and set up another",
    "the Guild amended its complaint and withdrew its flag",
    "the Guild withdrew its flag and widened the complaint",
    "the Guild withdrew the complaint form",
    "the Guild withdrew an addition to its complaint",
    "the Guild withdrew its study of the complaint",
    "the Guild withdrew its complaint, the Port claimed",
    "the Guild has not, in the end, withdrawn its complaint",
    "the Guild voted to strike its flag and withdraw its complaint",
    "the complaint was withdrawn at two courts",
]


@pytest.mark.parametrize("words", PARTLY)
def test_what_is_done_in_part_for_a_time_or_to_another_thing_is_no_deed(words: str) -> None:
    assert not deeds(assemble([report("r", "2031-05-04", STUCK), told(words)]))


WHOLLY = [
    "the Guild withdrew its complaint of all members",
    "the Guild withdrew its three-week complaint of the members",
    "On Friday, the first day of the holidays, the Guild withdrew its complaint",
    "the Guild withdrew its complaint, the harbour police reported",
    "the Guild withdrew its complaint, which had lasted for three weeks",
    "the Guild, which had refused for weeks, withdrew its complaint",
    "the Guild withdrew its complaint as it had promised",
    "the Guild withdrew its complaint by order of the chairman",
    "the Guild voted by a large majority and withdrew its complaint",
    "the Guild withdrew its complaint completely, several members said",
    "the complaint was withdrawn on Monday",
    "the Guild withdrew the flag and the complaint",
    "the Guild withdrew its complaint and resumed work",
]


@pytest.mark.parametrize("words", WHOLLY)
def test_words_of_other_clauses_leave_a_deed_whole(words: str) -> None:
    (done,) = deeds(assemble([report("r", "2031-05-04", STUCK), told(words)])).values()
    assert done.on == "2031-05-09"


def test_a_deed_that_a_later_event_takes_back_is_none() -> None:
    again = told("the Guild renewed its complaint", day="2031-05-12")
    moved = {i.id: replace(i, document="again") for i in again.findings if isinstance(i, Actor)}
    event = next(f for f in again.findings if isinstance(f, Event))
    renewed = Coded(
        replace(again.document, id="again"),
        (*moved.values(), replace(event, document="again", participants=tuple(m.id for m in moved.values()))),
    )
    coverage = [report("r", "2031-05-04", STUCK), told("the Guild withdrew its complaint")]
    assert deeds(assemble(coverage)) and not deeds(assemble([*coverage, renewed]))
