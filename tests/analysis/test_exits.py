"""What stands behind conditions, the lightest ways out, and conditions that could be turned round."""

import pytest
from table import report

from dragoman.analysis import analyse
from dragoman.assembly import assemble
from dragoman.model import Actor, Coded, Commitment, Document, Moment, ReportDate

KNOT = [
    ("Harrow Mills", "only_after", "the plan is withdrawn", "the strike notice is lifted"),
    ("Weavers' Guild", "only_after?", "lifting the notice", "withdrawal of the plan"),
]


def test_what_is_hedged_old_and_said_once_weighs_less_than_what_is_strict_late_and_repeated() -> None:
    reports = [report("a", "2031-02-01", KNOT), report("b", "2031-06-01", KNOT[:1]), report("c", "2031-06-03", KNOT[:1])]
    record = assemble(reports)
    found = analyse(record)
    (strict,) = (w for i, w in found.weights.items() if _holder(record, i) == "Harrow Mills")
    (hedged,) = (w for i, w in found.weights.items() if _holder(record, i) != "Harrow Mills")
    assert strict.value == 1 + 2 + 0 + 2 + 2 and hedged.value == 1 + 1 + 0 + 0 + 0
    assert "said 3 times" in strict.reasons and "last said 122 days before" in hedged.reasons
    lightest = [w for w in found.ways_out if w.lightest]
    assert [[_holder(record, r.id) for r in w.drop] for w in lightest] == [["Weavers' Guild"]]


def test_two_light_conditions_are_a_lighter_way_than_a_heavy_one_and_stand_apart() -> None:
    """Three rings share one condition that was said again and again; each of the others was hedged, once, long ago."""
    old = [
        ("Guild", "only_after?", "the ballot", "a pay offer"),
        ("Council", "only_after?", "the pay offer", "an audit"),
        ("Council", "only_after?", "a pay offer", "a ballot"),
    ]
    first = report("a", "2030-01-01", [("Works", "only_after", "the audit", "the ballot"), *old[1:2], *old[:1]])
    later = [report(f"r{n}", f"2031-06-0{n}", [("Works", "only_after", "the audit", "the ballot")]) for n in range(1, 5)]
    found = analyse(assemble([first, *later]))
    assert found.deadlocks and all(len(w.drop) == 1 for w in found.ways_out)
    assert {w.lightest for w in found.ways_out} == {True, False}
    assert min(w.weight for w in found.ways_out) == min(w.weight for w in found.ways_out if w.lightest)


def test_a_condition_of_a_ring_can_be_turned_round_and_one_of_two_rings_need_not() -> None:
    one = analyse(assemble([report("a", "2031-02-01", KNOT)]))
    assert all(w.turn for w in one.ways_out)
    waived = [
        ("Union", "only_after", "talks on pay", "withdrawal of the plan"),
        ("Works", "not_required", "talks on pay", "withdrawal of the plan"),
    ]
    two = analyse(assemble([report("a", "2031-02-01", waived)]))
    assert two.ways_out and not any(w.turn for w in two.ways_out)


def test_where_either_of_two_steps_will_do_one_that_is_free_unties_the_ring() -> None:
    ring = [
        ("Guild", "only_after", "the ballot", "a pay offer"),
        ("Works", "only_after", "the pay offer", "either a ballot or an audit of the books"),
    ]
    assert not analyse(assemble([report("a", "2031-02-01", ring)])).deadlocks
    both = [*ring, ("Works", "only_after", "the audit of the books", "the pay offer")]
    found = analyse(assemble([report("a", "2031-02-01", both)]))
    (knot,) = found.deadlocks
    assert len(knot.members) == 3 and knot.shape == "longer cycle"


def test_two_steps_that_wait_for_each_other_are_a_mutual_order() -> None:
    (knot,) = analyse(assemble([report("a", "2031-02-01", KNOT)])).deadlocks
    assert knot.shape == "mutual order"


def test_a_condition_whose_steps_are_one_is_told_and_left_out() -> None:
    from dragoman.briefing import brief

    own = [("Guild", "only_after", "the ballot on pay", "the pay ballot")]
    steps = "the vote\n  the ballot on pay\n  the pay ballot\n"
    dossier = assemble([report("a", "2031-02-01", own)], steps=steps)
    (notice,) = (n for n in brief(dossier).notices if n.kind == "waits_for_itself")
    assert "left out of the reckoning" in notice.text and not analyse(dossier).deadlocks


def _holder(record, requirement: str) -> str:  # type: ignore[no-untyped-def]
    asked = next(r for r in record.requirements if r.id == requirement)
    return record.party[asked.holders[0]].name


def test_each_deadlock_of_a_knot_is_told_with_what_unties_it_alone() -> None:
    rows = [
        ("Bank", "only_after", "payment of the loan", "signature of the lease"),
        ("Owner", "only_after", "signature of the lease", "payment of the loan"),
        ("Bank", "only_after", "payment of the loan", "a survey of the quay"),
        ("Town", "only_after", "a survey of the quay", "signature of the lease"),
    ]
    found = analyse(assemble([report("r", "2031-05-04", rows)]))
    assert len(found.deadlocks) == 2
    alone = [(w.drop[0].conditions[0].required, len(w.unties)) for w in found.ways_out if len(w.drop) == 1]
    assert sorted(alone) == [
        ("a survey of the quay", 1),
        ("payment of the loan", 2),
        ("signature of the lease", 1),
        ("signature of the lease", 1),
    ]
    assert any(len(w.drop) == 2 and len(w.by) == 1 and len(w.unties) == 2 for w in found.ways_out)


def test_a_promise_that_is_to_be_kept_only_if_a_stuck_step_comes_is_not_told_as_free() -> None:
    said = [*KNOT, ("Lenders", "if", "payment for the new looms", "the strike notice is lifted")]
    promise = "Lenders promised 5 million crowns for the new looms"
    document = Document("b", f"{promise}.", date=ReportDate(Moment("2031-02-01"), "field"))
    given = Actor(document="b", spans=(document.span(0, 7),), name="Lenders", type="organisation")
    kept = Commitment(
        document="b", spans=(document.span(0, len(promise)),), giver=(given.id,), item="crowns for the new looms",
        quantity=5_000_000.0, unit="crowns", quantity_text="5 million", status="announced",
    )  # fmt: skip
    later = Coded(document, (given, kept))
    free = {tied: [f.what for f in analyse(assemble([report("a", "2031-02-01", rows), later])).untouched] for tied, rows in
            ((True, said), (False, KNOT))}  # fmt: skip
    assert free == {True: [], False: ["5 million crowns for the new looms"]}


@pytest.mark.parametrize(
    ("wait", "free"),
    [
        ("once the strike notice is lifted", False),
        ("once lorries can pass the gate again", False),
        ("after the audit of the books", True),
        ("after Monday", True),
    ],
)
def test_a_promise_whose_own_words_make_it_wait_is_free_only_if_that_can_come(wait: str, free: bool) -> None:
    rows = [*KNOT, ("Lenders", "only_after", "the fair", "an audit of the books")]
    promise = f"Lenders promised 5 million crowns for the new looms {wait}"
    document = Document("b", f"{promise}.", date=ReportDate(Moment("2031-02-01"), "field"))
    given = Actor(document="b", spans=(document.span(0, 7),), name="Lenders", type="organisation")
    kept = Commitment(
        document="b", spans=(document.span(0, len(promise)),), giver=(given.id,), item="crowns for the new looms",
        quantity=5_000_000.0, unit="crowns", quantity_text="5 million", status="announced",
    )  # fmt: skip
    found = analyse(assemble([report("a", "2031-02-01", rows), Coded(document, (given, kept))])).untouched
    assert ("5 million crowns for the new looms" in [f.what for f in found]) is free


def test_what_is_stuck_within_one_side_is_not_told_as_free() -> None:
    own = [
        ("Lenders", "only_after", "the loan for new looms", "an audit of the books"),
        ("Lenders", "only_after", "an audit of the books", "the loan for new looms"),
    ]
    document = Document("b", "Lenders promised the loan for new looms.", date=ReportDate(Moment("2031-02-01"), "field"))
    given = Actor(document="b", spans=(document.span(0, 7),), name="Lenders", type="organisation")
    words = (document.span(0, len(document.text) - 1),)
    kept = Commitment(document="b", spans=words, giver=(given.id,), item="loan for new looms", status="under_way")
    later = Coded(document, (given, kept))
    assert [f.what for f in analyse(assemble([report("a", "2031-02-01", KNOT), later])).untouched] == ["loan for new looms"]
    assert not analyse(assemble([report("a", "2031-02-01", [*KNOT, *own]), later])).untouched
