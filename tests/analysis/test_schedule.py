"""Mentions of one deadline, each with some of its facts, come out as one."""

import json

import pytest

from dragoman.analysis import Due, analyse
from dragoman.assembly import assemble
from dragoman.briefing import brief, render
from dragoman.model import Actor, Coded, Deadline, Document, Finding, Moment, ReportDate

TEXT = "The labour ministry gave 20 days. Minister Ana Roth said it may be sooner. The Norland fleet has 20 days or else a levy."


def mention(words: str, setter: Actor | None = None, **facts: str | None) -> Deadline:
    place = TEXT.index(words)
    plain = {"what": "", "when_text": "20 days"} | facts
    return Deadline(
        document="r", spans=(Document("r", TEXT).span(place, place + len(words)),), setter=(setter.id,) if setter else (), **plain
    )  # type: ignore[arg-type]  # plain words stand for the literals


def actor(name: str, kind: str, role: str | None = None) -> Actor:
    place = TEXT.index(name)
    span = Document("r", TEXT).span(place, place + len(name))
    return Actor(document="r", spans=(span,), name=name, type=kind, role=role)  # type: ignore[arg-type]  # plain words stand for the literals


MINISTRY = actor("labour ministry", "government")
MINISTER = actor("Ana Roth", "person", "labour minister")
FLEET = actor("Norland fleet", "organisation")


def coded(*found: Deadline) -> Coded:
    every: list[Finding] = [MINISTRY, MINISTER, FLEET, *found]
    return Coded(Document("r", TEXT, date=ReportDate(Moment("2031-02-01"), "field")), tuple(every))


def dues(*found: Deadline) -> tuple[Due, ...]:
    return analyse(assemble([coded(*found)])).deadlines


SHORT = mention("gave 20 days", MINISTRY, what="the 20 days", duration="P20D", bound="by")
SOONER = mention("may be sooner", MINISTER, duration="P20D", bound="or_sooner")
LEVY = mention("20 days or else a levy", what="sign the list", duration="P20D", consequence="a levy", bound="by")


def test_facts_come_from_whichever_mention_has_them() -> None:
    (due,) = dues(SHORT, SOONER, LEVY)
    assert (due.duration, due.bound, due.consequence, due.date) == ("P20D", "or_sooner", "a levy", None)
    assert due.setter and due.fullest.what == "sign the list"


def test_the_published_deadline_has_them_together() -> None:
    plain = json.loads(render(brief(assemble([coded(SHORT, SOONER, LEVY)])), "json"))
    (due,) = plain["deadlines"]
    assert due["setter"] in ("labour ministry", "Ana Roth")
    assert (due["duration"], due["bound"], due["consequence"], due["date"]) == ("P20D", "or_sooner", "a levy", None)


def test_a_date_said_once_dates_the_deadline() -> None:
    (due,) = dues(mention("gave 20 days", MINISTRY, duration="P20D", date="2031-02-21"), LEVY)
    assert (due.date, due.days_left) == ("2031-02-21", 20)


@pytest.mark.parametrize(
    "other",
    [
        mention("20 days or else a levy", FLEET, duration="P20D"),
        mention("20 days or else a levy", duration="P30D"),
        mention("20 days or else a levy", duration="P20D", bound="not_before"),
    ],
)
def test_another_setter_length_or_bound_is_another_deadline(other: Deadline) -> None:
    assert len(dues(SHORT, other)) == 2
