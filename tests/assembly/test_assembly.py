"""One record out of many reports: parties, steps, the steps file."""

import json
from itertools import permutations
from pathlib import Path

import pytest
from table import report

from dragoman.assembly import Dossier, Wording, assemble, steps_file, unknown_wordings
from dragoman.assembly.sense import same_step, sense
from dragoman.assembly.shelf import Shelf
from dragoman.model import Citation, Document, Moment, StepsError

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


def _steps_of(lines: list[tuple[str, str, str, str]], roles: dict[str, str] | None = None) -> set[frozenset[str]]:
    return _together(assemble([report("a", "2031-02-01", lines, roles=roles)]))


MERGER = [
    ("Ada Hale", "only_after", "any sit-down of Ada Hale and Ben Okoro", "merger terms are settled"),
    ("Ada Hale", "only_after", "a meeting", "lawyers had agreed a draft agreement"),
    ("Ben Okoro", "only_after?", "haggling over an agreement", "a handshake between himself and Hale"),
    ("Ben Okoro", "only_after?", "talks", "a pause in the sackings"),
]
CHIEFS = {"Ada Hale": "chief executive", "Ben Okoro": "chairman of the board"}


def test_the_leaders_meeting_is_one_step_however_the_two_are_named() -> None:
    steps = _steps_of(MERGER, CHIEFS)
    assert frozenset({"any sit-down of Ada Hale and Ben Okoro", "a meeting", "a handshake between himself and Hale"}) in steps


def test_bargaining_over_a_text_is_not_just_any_talks() -> None:
    steps = _steps_of(MERGER, CHIEFS)
    assert frozenset({"haggling over an agreement"}) in steps and frozenset({"talks"}) in steps


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a political solution", "a political solution made impossible"),
        ("Danish steps", "the Danish blockade"),
        ("the owners meet the crew's demands", "the owners meet the crew"),
        ("a letter was received", "a meeting of the two ministers"),
        ("a meeting with the Danish premier", "a meeting with the Kenyan premier"),
        ("the audit", "the audit of which the board of the second fund said that farmers and millers need seed"),
    ],
)
def test_a_shared_word_alone_makes_no_step(one: str, other: str) -> None:
    steps = _steps_of([("Norland", "only_after", "a vote on fish", one), ("Sudland", "only_after", "a duty on wine", other)])
    assert frozenset({one}) in steps and frozenset({other}) in steps


def test_what_may_not_come_first_is_the_step_itself_not_its_denial() -> None:
    lines = [
        ("Guild", "only_after", "sign nothing on rosters", "a vote"),
        ("Works", "only_after", "a bonus", "a roster agreement"),
    ]
    assert frozenset({"sign nothing on rosters", "a roster agreement"}) in _steps_of(lines)


def test_a_step_is_named_by_a_noun_phrase() -> None:
    lines = [
        ("Guild", "only_after", "a vote", "the plan is withdrawn"),
        ("Works", "only_after", "withdrawal of the plan would take place", "a duty"),
    ]
    assert "withdrawal of the plan" in {s.name for s in assemble([report("a", "2031-02-01", lines)]).steps}


def test_a_body_named_by_one_word_is_no_body_of_an_unrelated_report() -> None:
    one = report("a", "2031-02-01", [("Fishers Union", "only_after", "a vote", "a duty")])
    two = report("b", "2031-02-02", [("Union", "only_after", "a bonus", "an audit")])
    assert len(assemble([one, two]).parties) == 2


def test_a_spokesman_of_nobody_named_speaks_for_the_one_side_that_says_the_same() -> None:
    lines = [("Glass", "only_after", "a vote", "a duty"), ("Ivo Lenk", "only_after", "the vote", "the duty")]
    (asked,) = assemble([report("a", "2031-02-01", lines, roles={"Ivo Lenk": "spokesman"})]).requirements
    assert len(asked.conditions) == 2
    assert len(assemble([report("a", "2031-02-01", lines, roles={"Ivo Lenk": "lawyer"})]).requirements) == 2


def test_what_one_named_side_says_its_nameless_parts_say_for_it() -> None:
    order = ("only_after", "a meeting of the chiefs", "a contract is final")
    lines = [("Adler Works", *order), ("leader", *order), ("the owners", *order)]
    (asked,) = assemble([report("a", "2031-02-01", lines)]).requirements
    assert len(asked.conditions) == 3


def test_nobody_joins_the_side_that_asks_for_what_waits() -> None:
    order = ("only_after", "a meeting of the chiefs", "a contract is final")
    lines = [("Adler Works", *order), ("crews", *order), ("crews", "only_after", "talks", "a meeting of the chiefs")]
    assert len(assemble([report("a", "2031-02-01", lines)]).requirements) == 3


def test_mediators_are_on_no_side() -> None:
    order = ("only_after", "a meeting of the chiefs", "a contract is final")
    lines = [("Adler Works", *order), ("mediators", *order)]
    assert len(assemble([report("a", "2031-02-01", lines)]).requirements) == 2


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("summit\n  a meeting\napart: a summit | the meeting\n", "stand under one step, 'summit', and are said to be apart"),
        ("apart: the summit | a summit\n", "apart from itself"),
        ("one\n  a summit\ntwo\n  a summit\n", "stands under 'one' already"),
    ],
)
def test_a_steps_file_that_contradicts_itself_is_refused_with_the_two_wordings(text: str, told: str) -> None:
    with pytest.raises(StepsError, match=told):
        assemble([FIRST], steps=text)


def test_wordings_that_no_condition_has_are_named() -> None:
    steps = assemble([FIRST]).steps
    assert unknown_wordings("summit\n  a summit\n  the regatta\napart: a regatta | an audit\n", steps) == ("regatta", "audit")


def test_steps_found_by_the_shelf_are_those_found_by_going_through_all() -> None:
    """Whatever `same_step` joins is among what the shelf offers, both ways."""
    wordings = [w.text for name in ("D1", "D2") for w in _wordings(name)]
    senses = sorted({sense(w) for w in wordings})
    shelf = Shelf()
    for number, found in enumerate(senses):
        shelf.put(number, found)
    assert len(senses) > 30
    for found in senses:
        assert {n for n, other in enumerate(senses) if same_step(found, other)} <= set(shelf.near(found))


def _wordings(name: str) -> list[Wording]:
    folder = Path(__file__).parents[2] / "gold/scenarios" / name / "coded"
    conditions = [
        r for p in sorted(folder.glob("*.json")) for r in json.loads(p.read_text())["records"] if r["kind"] == "condition"
    ]
    assert conditions
    whole = Document("x", "x")
    return [Wording(r[end], "", Citation(whole, whole.span(0, 1))) for r in conditions for end in ("gated", "required")]
