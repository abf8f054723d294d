"""People's judgements: they win, survive another coding, and an undo gives back the identical record."""

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from table import report

from dragoman.assembly import alpha, assemble, standing_judgements
from dragoman.assembly.judging import judged
from dragoman.briefing import brief, render
from dragoman.coding import code
from dragoman.model import Coded, Condition, JudgementError, judge, undo
from dragoman.reading import read_text

STRIKE = [
    ("Harrow Mills", "only_after", "the plan is withdrawn", "the strike notice is lifted"),
    ("Weavers' Guild", "only_after", "lifting the notice", "withdrawal of the plan"),
]
ONE = report("a", "2031-02-01", STRIKE)
CONDITIONS = ONE.of(Condition)


def told(judgements) -> str:
    return render(brief(assemble([ONE], judgements=judgements)), "json")


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from([0, 1]), st.sampled_from(["accept", "reject"]), st.sampled_from(["Ada", "Bo"])), max_size=4
    ),
    st.randoms(),
)
def test_judgements_and_their_undos_give_back_the_identical_record_in_any_order(made, chance) -> None:
    judgements = [judge(CONDITIONS[n], v, by=by, when=f"2031-02-02T00:00:{i:02}Z") for i, (n, v, by) in enumerate(made)]
    undos = [undo(j, by="Ada", when="2031-02-03T00:00:00Z") for j in {j.id: j for j in judgements}.values()]
    mixed = [*judgements, *undos]
    chance.shuffle(mixed)
    assert told(mixed) == told([])
    shuffled = list(judgements)
    chance.shuffle(shuffled)
    assert told(shuffled) == told(judgements)


def test_an_undo_of_an_undo_stands_again_without_end() -> None:
    first = judge(CONDITIONS[0], "reject", by="Ada", when="1")
    chain = [first]
    for n in range(6):
        chain.append(undo(chain[-1], by="Ada", when=str(n + 2)))
        assert bool(standing_judgements(chain)) == (n % 2 == 1)


def test_a_judgement_holds_for_another_coding_of_the_same_words() -> None:
    rejected = judge(CONDITIONS[0], "reject", by="Ada", when="1")
    again = Coded(
        ONE.document,
        tuple(
            dataclasses.replace(f, coder="dragoman 9", certainty="likely") if isinstance(f, Condition) else f
            for f in ONE.findings
        ),
    )
    assert len([c for c in judged([again], [rejected]).coded[0].findings if isinstance(c, Condition)]) == 1


def test_two_people_who_disagree_leave_it_possible() -> None:
    both = [judge(CONDITIONS[0], "accept", by="Ada", when="1"), judge(CONDITIONS[0], "reject", by="Bo", when="2")]
    found = judged([ONE], both)
    assert len(found.disputed) == 1
    possible = [r for r in assemble([ONE], judgements=both).requirements if r.certainty == "possible"]
    assert [r.conditions[0].gated for r in possible] == [CONDITIONS[0].gated]


def test_an_accepted_likely_reading_is_sure_and_can_make_a_hard_deadlock() -> None:
    likely = report("a", "2031-02-01", STRIKE, certainty="likely")
    accepted = [judge(c, "accept", by="Ada", when="1") for c in likely.of(Condition)]
    before, after = (assemble([likely], judgements=j) for j in ([], accepted))
    assert {r.certainty for r in before.requirements} == {"likely"} and {r.certainty for r in after.requirements} == {"sure"}


def test_a_field_that_the_kind_has_not_is_refused() -> None:
    with pytest.raises(JudgementError, match="has no field 'colour'"):
        judged([ONE], [judge(CONDITIONS[0], "correct", by="Ada", when="1", changes={"colour": "red"})])


def test_alpha_is_not_defined_where_all_say_the_same() -> None:
    assert alpha([[1, 1], [1, 1]]) is None


FIRST = "Talks stall at the mill\nHarrow Mills will not meet the guild before the notice is withdrawn, it said on Tuesday.\n"


@pytest.mark.parametrize(
    ("second", "follows"),
    [
        (FIRST.replace("Harrow", "An hour was lost to fog. Harrow"), True),
        (FIRST.replace("withdrawn", "lifted"), False),
        (FIRST.replace("Harrow", "It will not meet the guild before the notice is withdrawn, it said on Monday. Harrow"), False),
    ],
)
def test_a_judgement_follows_its_words_into_a_new_version_where_they_stand_once(second: str, follows: bool) -> None:
    old, new = (code(read_text(text, id="mill", date="2031-02-04")) for text in (FIRST, second))
    (condition,) = old.of(Condition)
    rejected = judge(condition, "reject", by="Ada", when="1")
    assert [c for c in judged([old], [rejected]).coded[0].findings if isinstance(c, Condition)] == []
    kept = [c for c in judged([new], [rejected]).coded[0].findings if isinstance(c, Condition)]
    assert (len(kept) < len(new.of(Condition))) is follows
