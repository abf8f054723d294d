"""What is barred by "no", refused in several words, lacking in a text, or free of what others ask: on invented sentences."""

import pytest

from dragoman import code, read_text
from dragoman.model import Actor, Condition

CASES = [
    ("No ferry talks as long as the pier stays shut, the union said.", "only_after", "ferry talks", "pier"),
    ("Without a signed list, no release, the fund's director said.", "only_after", "release", "signed list"),
    ("The chair brushed aside any meeting before the bid is withdrawn.", "only_after", "meeting", "bid is withdrawn"),
    ("The bank said no to a summit as long as no draft accord exists.", "only_after", "summit", "draft accord exists"),
    ("The governor said she would not sign a budget that does not fund the dam.", "only_after", "signing a budget", "fund the dam"),
    ("Only a written guarantee would bring the crews back to work, the union said.", "only_after", "crews back", "guarantee"),
    ("The council made lifting the blockade a condition for any talks.", "only_after", "talks", "lifting the blockade"),
    ("They will join the cabinet, but not before the emergency laws are repealed.", "only_after", "joining", "repealed"),
    ("The teachers no longer asked that a cap be agreed before they returned.", "not_required", "returned", "cap"),
    ("The union insists on talks without a closure; it is set on staying out.", "not_required", "talks", "closure"),
    ("Talks could open on Monday, notice or no notice, the company said.", "not_required", "Talks", "notice"),
    ("The firm promised to pay a dividend whether or not the bid succeeds.", "not_required", "dividend", "bid succeeds"),
]  # fmt: skip


def conditions(sentence: str) -> tuple[Condition, ...]:
    return tuple(code(read_text(f"Union and company hold talks on dispute\n\n{sentence}\n")).of(Condition))


@pytest.mark.parametrize(("sentence", "relation", "gated", "required"), CASES, ids=[c[0][:40] for c in CASES])
def test_two_steps_and_which_waits(sentence: str, relation: str, gated: str, required: str) -> None:
    (found,) = conditions(sentence)
    assert (found.relation, gated in found.gated, required in found.required) == (relation, True, True)


@pytest.mark.parametrize(
    "sentence",
    [
        "The planting season does not wait for diplomats.",
        "The talks failed, the envoy told reporters, before adding that the council would meet again.",
        "Once the deadline has passed, the council would suspend the licence.",
        "The union insists on talks without mediators.",
    ],
)
def test_what_only_looks_like_a_condition(sentence: str) -> None:
    assert not [c for c in conditions(sentence) if c.certainty != "possible"]


def test_who_is_named_as_doer_does_not_speak_of_himself_by_name() -> None:
    text = "Ilse Moran, the mayor, spoke. Moran and Olaf Tarr could meet only after a draft had been agreed, she said."
    coded = code(read_text(f"Union and company hold talks on dispute\n\n{text}\n"))
    names = {a.id: a.name for a in coded.of(Actor)}
    assert [[names[i] for i in c.holder] for c in coded.of(Condition)] in ([], [[]])
