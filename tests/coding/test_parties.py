"""Parties by plural, adjective and full name."""

from dragoman.coding.casting import Casting
from dragoman.coding.drafts import Draft
from dragoman.coding.parse import parse
from dragoman.reading import read_text


def _roll(text: str) -> dict[str, Draft]:
    return {d.name: d for d in Casting(parse(read_text(text, id="p"))).run().roll.drafts}


def test_a_partys_adjective_names_the_party() -> None:
    roll = _roll(
        "The Liberals have refused the offer. Liberal spokesman Otto Venn turned it down on Monday. A Liberal said the party was "
        "ready. Green deputies left. Green Party leader Ida Moss was angry."
    )
    assert [d.name for d in roll["Otto Venn"].acts_for] == ["Liberals"]
    assert [d.name for d in roll["Ida Moss"].acts_for] == ["Green Party"]
    assert [d.name for d in roll["Green deputies"].acts_for] == ["Green Party"]
    assert not {"Liberal", "Green", "party"} & roll.keys()
    assert roll["Liberals"].type == "organisation"


def test_a_labour_minister_is_of_no_party_and_a_labour_spokesman_is() -> None:
    roll = _roll("Labour minister Jon Pell signed the order. Labour spokesman Carl Dunn opposed it. Labour wants a vote.")
    assert roll["Jon Pell"].acts_for == []
    assert [d.name for d in roll["Carl Dunn"].acts_for] == ["Labour"]


def test_two_names_joined_by_and_stay_two_where_each_stands_alone() -> None:
    roll = _roll(
        "The Dock Federation refused the offer. Tarnport accepted it. A meeting of Federation and Tarnport negotiators failed. "
        "The Federation and Tarnport have not met since."
    )
    assert "Federation and Tarnport" not in roll
    assert {"Dock Federation", "Tarnport"} <= roll.keys()


def test_workers_told_by_what_they_work_are_people() -> None:
    casting = Casting(
        parse(read_text("The union received confirmation from the Orland steelworkers for three loans.", id="p"))
    ).run()
    word = next(w for w in casting.parse.words if w.lower == "steelworkers")
    assert [d.name for d in casting.mentions[word.i]] == ["Orland steelworkers"]


def test_a_broadcaster_is_not_called_by_its_place() -> None:
    roll = _roll("Radio Orm spoke to the minister. Orm will not lift the ban until Tarn pays, Radio Orm was told. Orm refused to talk.")
    assert "Orm" in roll and roll["Orm"] is not roll["Radio Orm"]
