"""Whether positions are on one thing, in invented findings of several fields."""

import pytest

from dragoman.analysis import matters
from dragoman.assembly import assemble
from dragoman.assembly.things import on_one_thing
from dragoman.briefing import brief
from dragoman.model import Actor, Coded, Document, Moment, Position, ReportDate

Line = tuple[str, str, str, str]
TWO_THINGS: list[tuple[Line, Line]] = [
    (("Lodge", "demand", "end to the ban on night shifts", "demanded an end to the ban on night shifts"),
     ("Ministry", "support", "ban on night shifts", "backs the ban on night shifts")),
    (("Guild", "demand", "tariff", "demanded a cut in the tariff"), ("Port", "offer", "tariff", "offered a tariff of 10 percent")),
    (("Guild", "demand", "more berths", "demanded more berths"), ("Port", "accept", "berths", "accepted berths in the east")),
    (("Council", "propose", "release of prisoners", "proposed the release of prisoners"),
     ("Front", "reject", "release of war prisoners", "rejected the release of war prisoners")),
    (("Council", "demand", "withdrawal of troops", "demanded a withdrawal of troops from the north"),
     ("Front", "accept", "withdrawal of troops", "accepted a withdrawal of troops from the coast")),
    (("Council", "demand", "withdrawal of troops", "demanded a withdrawal of troops"),
     ("Front", "reject", "withdrawal of troops", "rejected a withdrawal of troops from the coast")),
    (("Mill", "propose", "a merger", "proposed a merger"), ("Guild", "accept", "no merger", "accepted that there is no merger")),
    (("Mill", "reject", "truce", "rejected the truce"), ("Guild", "propose", "tariff truce", "proposed a tariff truce")),
]  # fmt: skip
ONE_THING: list[tuple[Line, Line]] = [
    (("Mill", "propose", "tariff truce", "proposed a tariff truce"), ("Guild", "reject", "truce", "rejected the truce")),
    (("Mill", "offer", "pay rise of 2 percent", "offered a pay rise of 2 percent"),
     ("Guild", "demand", "pay rise of 6 percent", "demanded a pay rise of 6 percent")),
    (("Lodge", "demand", "end to the ban", "demanded an end to the ban"), ("Ministry", "reject", "lifting of the ban", "refused any lifting of the ban")),
    (("Lodge", "demand", "a visit", "demanded a visit on Monday"), ("Ministry", "accept", "a visit", "accepted a visit in the north")),
    (("Council", "demand", "withdrawal of troops", "demanded a withdrawal of troops from the north"),
     ("Front", "reject", "withdrawal of troops", "rejected a withdrawal of troops")),
]  # fmt: skip


def report(*lines: Line) -> Coded:
    text, findings = "", []
    for who, stance, issue, words in lines:
        start = len(text)
        text += f"The {who} {words}. "
        whole = Document("r", text)
        actor = Actor(document="r", spans=(whole.span(start, start + 4 + len(who)),), name=who, type="organisation", certainty="sure")
        spans = (whole.span(start, len(text) - 2),)
        position = Position(document="r", spans=spans, actor=(actor.id,), issue=issue, stance=stance, certainty="sure")
        findings += [actor, position]
    return Coded(Document("r", text, date=ReportDate(Moment("2031-03-01"), "field")), tuple(findings))


@pytest.mark.parametrize(("one", "other"), TWO_THINGS)
def test_a_turn_a_part_or_a_narrower_word_makes_another_thing_and_nobody_is_said_to_speak_of_both(one, other):
    record = assemble([report(one, other)])
    assert len(on_one_thing(record.of(Position))) == 2
    assert not matters(record) and not [c for c in brief(record).claims if c.text.startswith("On ")]


@pytest.mark.parametrize(("one", "other"), ONE_THING)
def test_like_words_and_words_that_point_back_are_one_thing(one, other):
    assert len(on_one_thing(assemble([report(one, other)]).of(Position))) == 1


def test_words_that_may_point_back_to_two_things_point_to_neither():
    lines = [("Mill", "propose", f"{w} truce", f"proposed a {w} truce") for w in ("tariff", "valley")]
    record = assemble([report(*lines, ("Guild", "reject", "truce", "rejected the truce"))])
    assert [len(g) for g in on_one_thing(record.of(Position))] == [1, 1, 1]
