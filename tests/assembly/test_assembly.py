"""One record out of many reports: parties, steps, the steps file."""

import sys
from itertools import permutations
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "analysis"))
from table import report

from dragoman.assembly import Dossier, assemble, steps_file
from dragoman.model import Moment, StepsError

FIRST = report(
    "a", "2031-02-01", [("Ines Ravel", "only_after", "a summit", "the accord is signed")], roles={"Ines Ravel": "president"}
)
SECOND = report(
    "b", "2031-02-03", [("Ravel", "only_after", "a meeting of leaders", "signing of the accord")], roles={"Ravel": "president"}
)
THIRD = report("c", "2031-02-05", [("Bo Ravel", "only_after", "a meeting of experts", "the vote")], roles={"Bo Ravel": "envoy"})


def _together(dossier: Dossier) -> set[frozenset[str]]:
    return {frozenset(w.text for w in s.wordings) for s in dossier.steps}


def test_the_order_of_reports_changes_nothing() -> None:
    assert len({repr(assemble(order)) for order in permutations([FIRST, SECOND, THIRD])}) == 1


def test_a_surname_is_its_one_bearer_and_two_bearers_stay_two() -> None:
    assert [p.name for p in assemble([FIRST, SECOND]).parties] == ["Ines Ravel"]
    assert len(assemble([FIRST, SECOND, THIRD]).parties) == 3


def test_one_step_in_other_words_but_not_at_another_level() -> None:
    steps = _together(assemble([FIRST, SECOND, THIRD]))
    assert frozenset({"a summit", "a meeting of leaders"}) in steps
    assert frozenset({"a meeting of experts"}) in steps


def test_every_merge_has_its_reason() -> None:
    assert all(s.why for s in assemble([FIRST, SECOND]).steps if len({w.text for w in s.wordings}) > 1)


def test_later_reports_are_left_out() -> None:
    assert [d.id for d in assemble([FIRST, SECOND, THIRD], as_of=Moment("2031-02-03")).documents] == ["a", "b"]


def test_the_steps_file_wins() -> None:
    parted = _together(assemble([FIRST, SECOND], steps="apart: a summit | a meeting of leaders"))
    assert frozenset({"a summit"}) in parted
    joined = _together(assemble([FIRST, THIRD], steps="meeting\n  a summit\n  a meeting of experts\n"))
    assert frozenset({"a summit", "a meeting of experts"}) in joined


def test_the_printed_file_gives_the_same_steps() -> None:
    dossier = assemble([FIRST, SECOND, THIRD])
    assert _together(assemble([FIRST, SECOND, THIRD], steps=steps_file(dossier.steps))) == _together(dossier)


@pytest.mark.parametrize("text", ["  a summit", "apart: a summit", "one\n  a summit\ntwo\n  a summit"])
def test_a_file_that_cannot_be_followed_names_the_line(text: str) -> None:
    with pytest.raises(StepsError, match=r"line \d"):
        assemble([FIRST], steps=text)
