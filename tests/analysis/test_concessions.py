"""Conditions that their own side gave up in a concession, and concessions of another matter."""

import pytest
from table import report

from dragoman.analysis import analyse
from dragoman.assembly import assemble
from dragoman.model import Actor, Coded, Document, Moment, Position, ReportDate
from dragoman.model.findings import Stance

STUCK = [
    ("Guild", "only_after", "withdrawal of the complaint", "opening of the registers"),
    ("Port", "only_after", "opening of the registers", "withdrawal of the complaint"),
]


def yielding(issue: str, who: str = "Port", stance: Stance = "concede", day: str = "2031-05-09", on: str | None = None) -> Coded:
    document = Document("later", f"{who}. It let go of that.", date=ReportDate(Moment(day), "field"))
    holder = Actor(document="later", spans=(document.span(0, len(who)),), name=who, type="organisation")
    start = len(who) + 2
    let_go = document.span(start, len(document.text))
    position = Position(document="later", spans=(let_go,), actor=(holder.id,), issue=issue, stance=stance, on=on)
    return Coded(document, (holder, position))


def until(later: Coded) -> str | None:
    (found,) = analyse(assemble([report("r", "2031-05-04", STUCK), later])).deadlocks
    return found.until


@pytest.mark.parametrize("issue", ["withdrawal of the complaint first", "the registers waiting for the complaint"])
def test_a_concession_that_names_the_order_ends_the_condition(issue: str) -> None:
    assert until(yielding(issue)) == "2031-05-09"
    assert until(yielding(issue, on="2031-05-07")) == "2031-05-07"


@pytest.mark.parametrize(
    "later",
    [
        yielding("withdrawal of the complaint"),
        yielding("the harbour dues first"),
        yielding("withdrawal of the complaint first", who="Ferry Line"),
        yielding("withdrawal of the complaint first", stance="demand"),
        yielding("withdrawal of the complaint first", day="2031-05-03"),
        yielding("the hearing need not wait for the registers"),
        yielding("a fee after the complaint"),
        yielding("the registers of the first class"),
        yielding("a link between the registers and the fee"),
        yielding("the offer of opening the registers first"),
        yielding("the offer of the registers waiting for the complaint"),
        yielding("a notice of ten days before the registers"),
        yielding("opening of the registers first"),
    ],
)
def test_any_other_concession_leaves_it(later: Coded) -> None:
    assert until(later) is None
