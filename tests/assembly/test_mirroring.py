"""Wordings of one step that no table joins, and look-alikes that stay two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from table import report

from dragoman.analysis import analyse
from dragoman.assembly import assemble
from dragoman.assembly.kinship import is_kin, is_near, naming, points_to, shared


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("withdrawal of the suit", "dropping of the lawsuit"),
        ("a survey of the north shaft", "the survey that the shaft needs"),
        ("an export permit", "an export permit in the file"),
        ("release of the money for the pumping station", "payment of the 4 million crowns for a pumping station"),
    ],
)
def test_wordings_that_hardly_differ_name_one_step(one: str, other: str) -> None:
    assert is_near(naming(one), naming(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("an export permit", "an import permit"),
        ("return of 31 bells", "return of 16 bells"),
        ("a vote on the pier in the senate", "a vote on the pier in the assembly"),
        ("completion of the inventory", "beginning of the inventory"),
        ("lifting of the embargo", "signing of the embargo"),
        ("publication of the audit", "failure of the audit"),
        ("pilots on the Arden line", "pilots on the Berle line"),
    ],
)
def test_what_something_keeps_apart_is_not_one_step(one: str, other: str) -> None:
    assert shared(naming(one), naming(other)) == 0


def test_a_bare_thing_is_the_one_of_which_more_is_told() -> None:
    assert points_to(naming("the permit"), naming("an export permit"))
    assert not points_to(naming("a permit"), naming("an export permit"))


@given(st.text("abc of in the permit survey", max_size=40), st.text("abc of in the permit survey", max_size=40))
def test_kinship_goes_both_ways(one: str, other: str) -> None:
    a, b = naming(one), naming(other)
    assert is_kin(a, b) == is_kin(b, a) and is_near(a, b) == is_near(b, a)


MIRRORED = [
    ("Guild", "only_after", "withdrawal of the complaint", "the shipping registers open to our clerks"),
    ("Port", "only_after", "sight of the registers", "dropping of the case"),
]


def test_what_each_side_gives_only_for_what_the_other_gives_is_a_deadlock() -> None:
    (found,) = analyse(assemble([report("r", "2031-05-04", MIRRORED)])).deadlocks
    assert found.kind == "cycle" and len(found.members) == 2
    other = [MIRRORED[0], ("Port", "only_after", "sight of the cranes", "dropping of the case")]
    assert not analyse(assemble([report("r", "2031-05-04", other)])).deadlocks


def test_one_side_asking_both_makes_no_mirror() -> None:
    own = [MIRRORED[0], ("Guild", *MIRRORED[1][1:])]
    assert not analyse(assemble([report("r", "2031-05-04", own)])).deadlocks


def test_why_two_wordings_were_taken_as_one_is_told() -> None:
    steps = assemble([report("r", "2031-05-04", MIRRORED)]).steps
    assert len(steps) == 2 and all("are taken as one step" in s.why[0] for s in steps)


def test_a_persons_word_that_two_are_two_is_kept() -> None:
    told = "apart: withdrawal of the complaint | dropping of the case\n"
    assert not analyse(assemble([report("r", "2031-05-04", MIRRORED)], steps=told)).deadlocks


RING = [
    ("Ministry", "only_after", "lifting of the veto of the golden share", "clearance by the panel"),
    ("Panel", "only_after", "any clearance", "the opinion of the staff"),
    ("Staff Council", "only_after", "handing over the opinion", "a signature under the plant promise"),
    ("Bidder", "only_after", "a covenant sparing every plant", "the golden share being off the table"),
]


def test_a_ring_of_several_sides_is_joined_by_rare_words_at_two_places_at_the_most() -> None:
    (found,) = analyse(assemble([report("r", "2031-05-04", RING)])).deadlocks
    assert len(found.members) == 4


@pytest.mark.parametrize("gone", range(4))
def test_a_ring_that_lacks_a_condition_is_none(gone: int) -> None:
    lines = [line for n, line in enumerate(RING) if n != gone]
    assert not analyse(assemble([report("r", "2031-05-04", lines)])).deadlocks


def test_one_thing_and_many_things_of_a_kind_are_two_steps() -> None:
    assert not is_near(naming("a complete file"), naming("the files"))
    assert is_near(naming("a complete file"), naming("the file"))


def test_whose_a_thing_is_stands_for_it_in_either_order() -> None:
    assert naming("the staff's opinion").slots == naming("the opinion of the staff").slots
    assert naming("Orlen's signature under a covenant sparing the plants").head == "covenant"


def test_two_things_that_one_report_asks_for_stay_two() -> None:
    lines = [
        ("Alba", "only_after", "the lifting of the embargo", "the letter of the pilots"),
        ("Alba", "only_after", "the lifting of the embargo", "the letter of the owners"),
    ]
    assert len(assemble([report("r", "2031-05-04", lines)]).requirements) == 2


def test_both_of_two_steps_are_asked_for() -> None:
    lines = [
        ("Alba", "only_after", "the lifting of the embargo", "both the release of the pilots and the opening of the strait"),
        ("Borea", "only_after", "the release of the pilots", "the lifting of the embargo"),
        ("Borea", "only_after", "the opening of the strait", "the lifting of the embargo"),
    ]
    assert len(analyse(assemble([report("r", "2031-05-04", lines)])).deadlocks) == 2


@pytest.mark.parametrize(
    "asked",
    [
        "a signed wage table or a ruling of the harbour court",
        "either the payment of the fine, a ruling of the harbour court or a signed wage table",
        "a signed wage table or release of the pilots",
        "the release of the pilots, the payment of the fine or the signing of the wage table",
    ],
)
def test_any_of_several_steps_leaves_a_way(asked: str) -> None:
    lines = [("Company", "only_after", "the reopening", asked), ("Guild", "only_after", "a signed wage table", "the reopening")]
    assert not analyse(assemble([report("r", "2031-05-04", lines)])).deadlocks


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the tender for the bridge", "the inspection of the bridge"),
        ("return to the classrooms", "the repair of the classrooms"),
        ("the trial of the fishermen", "the release of the fishermen"),
        ("extend the loan", "the repayment of the loan"),
        ("reopen the pipeline", "the pipeline is insured"),
        ("withdraw its observers from the islands", "withdraws its claim to the islands"),
        ("the audit of the boilers", "the repair of the boilers"),
        ("the publication of the report on the mine", "the reopening of the mine"),
    ],
)
def test_two_deeds_done_to_one_thing_are_two_steps(one: str, other: str) -> None:
    assert not is_kin(naming(one), naming(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("opening the books to the bidder", "examination of the books by its accountants"),
        ("release of the prisoners", "the return of the prisoners"),
        ("handing over the opinion", "the opinion of the staff"),
    ],
)
def test_one_deed_told_by_two_words_may_be_one_step(one: str, other: str) -> None:
    assert is_kin(naming(one), naming(other))


@pytest.mark.parametrize(
    "asked",
    [
        "the signature of the minister or the deputy",
        "either the mayor or the council approves the plan",
        "both the chairman and the secretary resign",
        "a written apology for the raid or the shelling",
    ],
)
def test_parts_of_one_step_are_not_split(asked: str) -> None:
    (only,) = assemble([report("r", "2031-05-04", [("Port", "only_after", "the reopening", asked)])]).requirements
    assert not only.alternatives and only.conditions[0].required == asked


PILOTS = [
    ("Alba", "only_after", "the lifting of the embargo", "the release of the pilots"),
    ("Borea", "only_after", "the release of the pilots", "the lifting of the embargo"),
]
FINE_FIRST = "either the payment of the fine or the release of the pilots"
PILOTS_FIRST = "either the release of the pilots or the payment of the fine"


@pytest.mark.parametrize("either", [FINE_FIRST, PILOTS_FIRST])
def test_the_latest_telling_says_whether_any_of_several_steps_will_do(either: str) -> None:
    loose = [("Alba", "only_after", "the lifting of the embargo", either)]
    softened = assemble([report("a", "2031-03-03", PILOTS), report("b", "2031-03-08", loose)])
    hardened = assemble([report("a", "2031-03-03", loose), report("b", "2031-03-08", PILOTS)])
    assert not analyse(softened).deadlocks and analyse(hardened).deadlocks
