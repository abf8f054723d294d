"""Conditions that somebody says are none, and those that stand beside a denial of something else."""

import pytest

from dragoman import code, read_text
from dragoman.model import Actor, Condition

NONE = [
    "Alba denied that it would lift the embargo only after the pilots are freed.",
    '"We never said that the docks would reopen only after the roster is withdrawn," the secretary said.',
    "It is too early to say that Alba will lift the embargo only after the pilots are freed, the mediator said.",
    "Alba will not lift the embargo even after the pilots are freed, the minister said.",
    "Reports that Borea will free the pilots only after the embargo is lifted are wrong, the minister said.",
    "It is not true that Alba will sign only after the pilots are freed, he said.",
    "Nobody should think that Alba will sign only after the vote, he said.",
    "The minister laughed at the idea that Alba would sign only after the vote.",
    "The union refused to wait until the roster is withdrawn.",
    "Alba does not intend to wait until the pilots are freed, its minister said.",
    "Alba will keep the embargo after the pilots are freed, the minister said.",
    "The day that the embargo is lifted will be a holiday, the mayor said.",
    "As soon as the embargo is lifted, prices will fall, traders said.",
]
STANDING = [
    "Alba denied the charge but said it would sign only after the vote.",
    "The minister said it was not true that the strike was over, and that he would sign only after the vote.",
    "Alba refused to sign until the pilots are freed.",
    "It is wrong to talk of a truce, he said; Alba will sign only after the vote.",
    "Alba dismissed the report. It will sign only after the vote.",
    "We have always said that we will sign only after the vote, the minister said.",
]


@pytest.mark.parametrize("text", NONE)
def test_what_is_disclaimed_is_no_condition(text: str) -> None:
    assert not [c for c in code(read_text(text, id="r")).of(Condition) if c.relation != "not_required"]


@pytest.mark.parametrize("text", STANDING)
def test_a_condition_beside_a_denial_stands(text: str) -> None:
    (found,) = code(read_text(text, id="r")).of(Condition)
    assert found.relation == "only_after"


def test_who_is_accused_of_a_condition_holds_it() -> None:
    coded = code(read_text("The company accused the union of refusing to end the strike until the roster goes.", id="r"))
    names = {a.id: a.name for a in coded.of(Actor)}
    (found,) = coded.of(Condition)
    assert [names[i] for i in found.holder] == ["union"]
