"""What is stuck in invented negotiations, and what is not."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from table import report

from dragoman.analysis import Supposed, analyse, is_lenient, step_named, suppose, timetables, unreckoned
from dragoman.assembly import assemble
from dragoman.briefing import brief, render
from dragoman.model import Actor, Coded, Condition, Document, Moment, ReportDate, Span

PEACE = [
    ("Ostia", "only_after", "a summit of the two presidents", "a treaty text is signed"),
    ("Ostia", "only_after", "a leaders' encounter", "the conclusion of a treaty"),
    ("Vellmar", "only_after?", "dialogue on a close to the fighting", "a sit-down of the presidents"),
    ("Vellmar", "only_after?", "peace talks", "ceasefire"),
    ("Ostia", "not_required", "talks", "a truce"),
]
MILL = [
    (
        "Works",
        "only_after",
        "any encounter between chief executive Ada Brill and union leader Tom Cask",
        "the completion of contract terms",
    ),
    ("Works", "only_after", "a meeting of the bosses", "an outline contract was concluded"),
    ("Union", "only_after?", "bargaining over an end to the strike", "a sit-down between the two chiefs"),
    ("Union", "only_after?", "wage talks", "a suspension of the walkout"),
    ("Works", "not_required", "bargaining", "a suspension of the walkout"),
]
FOREST = [
    ("Presidency", "only_after", "any summit of Prime Minister Orla Vance and President Kito Sabe", "the conclusion of the text"),
    ("Presidency", "only_after", "a leaders' meeting", "a draft text has been agreed"),
    ("Islands", "only_after?", "negotiating a way out of the impasse", "a gathering of heads of government"),
    ("Islands", "only_after?", "finance talks", "a moratorium on logging"),
    ("Presidency", "not_required", "talks", "a moratorium"),
]
STRIKE = [
    ("Harrow Mills", "only_after", "the plan is withdrawn", "the strike notice is lifted"),
    ("Weavers' Guild", "only_after", "lifting the notice", "withdrawal of the plan"),
]
TRADE = [
    ("Norland", "only_after", "reinstating the quota", "removal of the steel duty"),
    ("Sudland", "only_after", "the duty goes", "the reinstatement of the quota"),
]
NONE = [
    ("Norland", "only_after", "removal of the steel duty", "a report on the quota"),
    ("Sudland", "only_after", "a vote on the fish tariff", "removal of the wine duty"),
    ("Sudland", "if", "a report on the quota", "removal of the steel duty"),
]


@pytest.mark.parametrize("case", [PEACE, MILL, FOREST])
def test_a_ring_closed_by_an_assumption_and_a_waiver_are_both_soft(case: list[tuple[str, str, str, str]]) -> None:
    found = analyse(assemble([report("a", "2031-02-01", case)])).deadlocks
    assert [(d.kind, d.hard, len(d.members), bool(d.assumes)) for d in found] == [
        ("cycle", False, 2, True),
        ("contradiction", False, 2, False),
    ]
    assert max(len(m.conditions) for m in found[0].members) == 2, "the restatement belongs to its condition"


@pytest.mark.parametrize("case", [STRIKE, TRADE])
def test_a_ring_is_found_through_other_words(case: list[tuple[str, str, str, str]]) -> None:
    found = analyse(assemble([report("a", "2031-02-01", case)]))
    assert [(d.kind, d.hard) for d in found.deadlocks] == [("cycle", True)]
    assert sorted(len(w.drop) for w in found.ways_out) == [1, 1]


def test_one_way_waiting_other_objects_and_if_make_no_deadlock() -> None:
    assert not analyse(assemble([report("a", "2031-02-01", NONE)])).deadlocks


def test_one_holder_alone_makes_no_deadlock() -> None:
    alone = [("Guild", relation, gated, required) for _, relation, gated, required in STRIKE]
    assert not analyse(assemble([report("a", "2031-02-01", alone)])).deadlocks


def test_conditions_of_one_side_that_wait_for_one_another_are_told_as_stuck_but_as_no_deadlock() -> None:
    alone = [("Guild", relation, gated, required) for _, relation, gated, required in STRIKE]
    record = assemble([report("a", "2031-02-01", alone)])
    found = analyse(record)
    (own,) = found.alone
    assert [record.party[p].name for p in own.parties] == ["Guild"] and len(own.members) == 2
    assert all(p.stuck for p in timetables(record).plans)
    text = render(brief(record), "text")
    assert "conditions of Guild wait for one another; it follows that none of these steps can come first" in text
    plain = json.loads(render(brief(record), "json"))
    assert not plain["deadlocks"] and [len(d["members"]) for d in plain["within_one_side"]] == [2]
    assert not analyse(assemble([report("a", "2031-02-01", STRIKE)])).alone


def test_a_waiver_by_the_holder_ends_it() -> None:
    later = report("b", "2031-03-01", [("Harrow Mills", "not_required", "withdrawal of the plan", "lifting of the notice")])
    dossier = assemble([report("a", "2031-02-01", STRIKE), later])
    found = analyse(dossier)
    assert [(d.since, d.until) for d in found.deadlocks] == [("2031-02-01", "2031-03-01")]
    assert not found.ways_out
    assert json.loads(render(brief(dossier), "json"))["deadlocks"] == [], "what ended is published in prose only"


def test_talks_of_another_subject_bring_forth_no_text() -> None:
    lines = [
        ("Works", "only_after", "a meeting of leaders", "a trade agreement is signed"),
        ("Union", "only_after", "talks on fisheries", "a meeting of leaders"),
    ]
    dossier = assemble([report("a", "2031-02-01", lines)])
    assert not dossier.assumptions and not analyse(dossier).deadlocks


SUBJECTS = ("quota", "levy", "permit", "archive", "canal", "harbour")
LINES = st.tuples(
    st.sampled_from(("Norland", "Sudland", "Estmark")),
    st.just("only_after"),
    st.sampled_from(SUBJECTS),
    st.sampled_from(SUBJECTS),
)
TABLE = st.lists(LINES.filter(lambda line: line[2] != line[3]), min_size=1, max_size=7, unique=True)


@settings(max_examples=25, deadline=None)
@given(TABLE, LINES.filter(lambda line: line[2] != line[3]))
def test_a_further_condition_unties_nothing(lines: list[tuple[str, str, str, str]], more: tuple[str, str, str, str]) -> None:
    before = _knots(lines)
    assert before <= _knots([*lines, more])


@settings(max_examples=25, deadline=None)
@given(TABLE)
def test_a_deadlock_is_gone_when_any_one_member_goes(lines: list[tuple[str, str, str, str]]) -> None:
    for knot in _knots(lines):
        for gone in knot:
            assert not _knots([line for line in knot if line != gone])


def _knots(lines: list[tuple[str, str, str, str]]) -> set[frozenset[tuple[str, str, str, str]]]:
    dossier = assemble([report("a", "2031-02-01", lines)])
    return {
        frozenset(
            (dossier.party[m.holders[0]].name, "only_after", c.gated, c.required) for m in d.members for c in m.conditions[:1]
        )
        for d in analyse(dossier).deadlocks
    }


def test_a_general_call_for_talks_denies_no_condition_on_discussing_one_matter() -> None:
    rows = [
        ("Norvast", "only_after", "discussion of the plant", "the opening of the books"),
        ("Brisk Fund", "not_required", "talks", "preconditions"),
    ]
    assert analyse(assemble([report("r", "2031-06-22", rows)])).deadlocks == ()


def test_a_deadlock_of_readings_that_are_not_sure_is_soft():
    rows = [("A", "only_after", "the talks", "the truce"), ("B", "only_after", "the truce", "the talks")]
    hard = {c: analyse(assemble([report("r", "2031-05-04", rows, certainty=c)])).deadlocks[0].hard for c in ("sure", "likely")}
    assert hard == {"sure": True, "likely": False}


def test_what_is_completed_is_assumed_to_have_been_begun():
    rows = [
        ("Museum", "only_after", "returning the bronzes", "an inventory has been completed"),
        ("Council", "only_after", "inventory beginning", "the bronzes have to come home"),
    ]
    (found,) = analyse(assemble([report("r", "2031-05-04", rows)])).deadlocks
    assert found.kind == "cycle" and not found.hard and "is the end of" in found.assumes[0]
    other = [rows[0], ("Council", "only_after", "census beginning", "the bronzes have to come home")]
    assert not analyse(assemble([report("r", "2031-05-04", other)])).deadlocks


def test_a_soft_deadlock_names_the_readings_on_which_it_hangs() -> None:
    analysis = analyse(assemble([report("a", "2031-02-01", PEACE)]))
    ring, clash = analysis.deadlocks
    assert {h.kind for h in analysis.hinges[ring.id]} >= {"hedge", "assumption"}
    assert [h.kind for h in analysis.hinges[clash.id]] == ["hedge"]
    text = render(brief(assemble([report("a", "2031-02-01", PEACE)])), "text")
    assert "It hinges on" in text


def test_a_mutual_order_would_be_untied_by_moving_at_one_moment() -> None:
    (found,) = analyse(assemble([report("a", "2031-02-01", STRIKE)])).at_once
    assert len(found.conditions) == 2 and len(found.by) == 2
    assert not analyse(assemble([report("a", "2031-02-01", PEACE)])).at_once  # what comes out of talks cannot come with them


def test_a_ring_of_eight_sides_is_found() -> None:
    goods = "grain copper timber cotton sugar cement coffee rubber".split()
    ring = [(f"Side {n}", "only_after", f"the release of {g}", f"the release of {goods[n - 7]}") for n, g in enumerate(goods)]
    (found,) = analyse(assemble([report("a", "2031-02-01", ring)])).deadlocks
    assert len(found.members) == 8


EITHER = [
    ("Port", "only_after", "reopen the docks", "either a signed wage table or a ruling of the harbour court"),
    ("Guild", "only_after", "sign the wage table", "the docks are reopened"),
    ("Court", "only_after", "ruling of the harbour court", "the docks are reopened"),
]


def test_a_ring_through_either_of_two_steps_holds_the_conditions_on_both_and_each_alone_unties_it() -> None:
    record = assemble([report("a", "2031-02-01", EITHER)])
    found = analyse(record)
    (ring,) = found.deadlocks
    assert sorted(record.party[m.holders[0]].name for m in ring.members) == ["Court", "Guild", "Port"]
    assert {record.party[p].name for p in ring.parties} == {"Court", "Guild", "Port"}
    assert sorted(record.party[w.by[0]].name for w in found.ways_out if len(w.drop) == 1) == ["Court", "Guild", "Port"]
    assert not any(w.turn for w in found.ways_out if w.drop[0].alternatives)
    wordings = [h.wordings for h in found.hinges[ring.id] if h.kind == "one step"]
    assert len(wordings) == len(set(wordings)) and ("a signed wage table", "sign the wage table") in wordings


def test_either_of_two_steps_that_can_come_makes_no_ring() -> None:
    assert not analyse(assemble([report("a", "2031-02-01", EITHER[:2])])).deadlocks


def test_a_condition_that_its_side_has_softened_makes_its_deadlock_soft_and_hinges_on_the_later_words() -> None:
    hedged = [(holder, f"{relation}?", gated, required) for holder, relation, gated, required in STRIKE[:1]]
    first, later = report("a", "2031-02-01", STRIKE), report("b", "2031-02-20", hedged)
    found = analyse(assemble([first, later]))
    (ring,) = found.deadlocks
    (hinge,) = (h for h in found.hinges[ring.id] if h.kind == "hedge")
    assert not ring.hard and not is_lenient(ring)
    assert {c.document for c in hinge.citations} == {"b"}
    assert "hedged" in found.weights[hinge.requirement.id].reasons[0]  # type: ignore[union-attr]


@pytest.mark.parametrize("again", ["2031-02-20", "2031-03-01"])
def test_a_condition_that_is_told_strictly_as_late_as_it_is_hedged_stays_hard(again: str) -> None:
    hedged = [(holder, f"{relation}?", gated, required) for holder, relation, gated, required in STRIKE[:1]]
    reports = [report("a", "2031-02-01", STRIKE), report("b", "2031-02-20", hedged), report("c", again, STRIKE[:1])]
    (ring,) = analyse(assemble(reports)).deadlocks
    assert ring.hard and is_lenient(ring)


def _at_once(words: str) -> Coded:
    """A report in whose words the League ends its blockade at the moment at which the toll goes."""
    document = Document("b", f"League will end the blockade {words} the toll is scrapped.", date=ReportDate(Moment("2031-02-01"), "field"))

    def span(told: str) -> Span:
        return document.span(document.text.index(told), document.text.index(told) + len(told))

    who = Actor(document="b", spans=(span("League"),), name="League", type="organisation")
    asked = Condition(
        document="b", spans=(document.span(0, len(document.text) - 1),), holder=(who.id,), gated="end the blockade",
        gated_span=(span("end the blockade"),), required="the toll is scrapped", required_span=(span("the toll is scrapped"),),
        relation="together", strict=True, certainty="sure",
    )  # fmt: skip
    return Coded(document, (who, asked))


AFTER = [("Ministry", "only_after", "scrap the toll", "the blockade is ended")]


def test_what_may_come_only_at_one_moment_clashes_with_what_must_come_later() -> None:
    record = assemble([report("a", "2031-02-01", AFTER), _at_once("only at the same time as")])
    found = analyse(record)
    (knot,) = found.deadlocks
    assert {m.relation for m in knot.members} == {"only_after", "together"} and knot.hard
    assert all(p.stuck for p in timetables(record).plans) and not any(w.turn for w in found.ways_out)
    assert [[record.party[p].name for p in a.by] for a in found.at_once] == [["Ministry"]]
    done = suppose(record, Supposed(done=(step_named(record, "the blockade is ended").id,)))
    assert len(done.dissolved) == 1 and not done.standing and not done.new


def test_an_offer_to_move_at_one_moment_makes_nobody_wait_and_is_told_as_left_out() -> None:
    record = assemble([report("a", "2031-02-01", AFTER), _at_once("in the same hour as")])
    assert not analyse(record).deadlocks and len(unreckoned(record)) == 1
    (notice,) = (n for n in brief(record).notices if n.kind == "at_one_moment")
    assert "no deadlock and no day is reckoned from it" in notice.text
    assert not unreckoned(assemble([_at_once("in the same hour as")]))
