"""Names no table knows, told by what the report says they have."""

from dragoman.coding.casting import Casting
from dragoman.coding.drafts import Draft
from dragoman.coding.parse import parse
from dragoman.reading import read_text


def _roll(text: str) -> dict[str, Draft]:
    return {d.name: d for d in Casting(parse(read_text(text, id="s"))).run().roll.drafts}


def test_beside_a_state_with_ministers_another_bare_name_is_a_state() -> None:
    roll = _roll("Varonia has demanded a halt. Kestral has accepted it. Varonia's deputy water minister left for home.")
    assert (roll["Varonia"].type, roll["Kestral"].type) == ("state", "state")


def test_beside_a_firm_with_a_chief_executive_another_bare_name_is_a_firm() -> None:
    roll = _roll("Telmor has demanded a halt. Lumora has accepted it. Telmor's chief executive left for home.")
    assert (roll["Telmor"].type, roll["Lumora"].type) == ("organisation", "organisation")


def test_where_known_states_are_told_of_nothing_is_settled_by_use() -> None:
    before = _roll("Norway has demanded a halt. Kestral has accepted it.")["Kestral"].type
    assert _roll("Norway has demanded a halt. Kestral has accepted it. Norway's trade minister left.")["Kestral"].type == before


def test_a_name_with_a_ministry_of_its_own_is_a_state_where_others_are_known_too() -> None:
    roll = _roll("Lusan: ministers can meet later\nNorway wants a halt. Lusan's trade ministry said no. Lusan has turned it down.")
    assert roll["Lusan"].type == "state"


def test_a_name_that_only_opens_sentences_is_one_all_the_same() -> None:
    roll = _roll("Corvane on Friday brushed aside the plan. Corvane has rejected it. Corvane's delegate left. Corvanian ships sail.")
    assert "Corvane" in roll
