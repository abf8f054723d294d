"""Acts of any kind that invented parties bind themselves to, help that they give, and sums with their giver."""

import pytest

from dragoman.coding import code
from dragoman.model import Actor, Coded, Commitment
from dragoman.reading import read_text

PASSAGES = {
    "steps": "Talks on the deal went on. Norway has promised to continue to examine the accounts of the mill.",
    "burden": "Talks on the deal went on. Kenya and Ghana have agreed in return to lift old sanctions against Togo.",
    "plans": "Talks on a pact went on. Chilean firms have announced plans to pull out of the coal fund.",
    "terms": "Talks ended in a deal. Under the deal, Peru will not let the lake rise above 612 metres, and Chile will keep its boats out.",
    "treaty": "Talks went on over the accord. The accord requires Chile to close the mine.",
    "laid down": "Talks ended. The two sides signed a standstill that keeps the lake at 612 metres.",
    "kept": "Talks on the deal went on. Chile has met its obligations under the accord. Peru was urged to meet its obligations.",
    "broken": "Talks went on over the dispute. Chile broke its promise to clean the reef.",
    "not to": "Talks on the dispute went on. Chile agreed not to attack the port.",
    "asked": "Talks on the pact went on. Has Chile committed to leaving the reef?",
    "unready": "Talks on the pact went on. Chile is not prepared to leave the reef. Ghana has offered to forgo the last rise.",
    "nobody": "Talks on the deal went on. They spoke of a commitment to clean the bay.",
    "arming": "Talks on the dispute went on. Chile was arming the Reef Guard. Peru let two lorries of aid into the port.",
    "debt": "Talks on the dispute went on. Japan wrote off the debt of the dead empire.",
    "package": "Talks on a deal went on. It hopes for Japan's current $17 billion assistance package for Peru.",
    "worth": "Talks on a deal went on. Japan offered Peru economic help worth about $24 billion.",
    "get": "Talks ended in a deal. In return, the growers will get 60 million euros from a fund.",
    "confirmed": "Talks on the deal went on. Japan delivered 40 buses on Friday, as Peru confirmed.",
    "habit": "Talks on the deal went on. The town, which pays a third of the bills, met the crews.",
    "once": "Talks on the truce went on. The post will close once the envoy has certified that both sides have withdrawn their troops.",
    "settled": "Talks ended. Under the settlement teachers will get more leave. The county undertook to hire 40 clerks.",
    "self": "Talks on the deal went on. Kenya told the board that it would ship 90 lorries. Togo would ship 20 lorries if Kenya paid.",
    "misread": "Talks on the deal went on. The envoy indicated Peru had helped train Chilean crews in the gulf.",
    "joint": "Talks on the deal went on. The envoy said Peru and Chile would collaborate on training.",
    "leave": "Talks on the truce went on. Norway said its troops will leave the island.",
    "ordered": "Talks on aid went on. Kenya had ordered its staff to delay 40 million dollars in aid.",
    "came": "Talks on aid went on. The weapons that came from Norway were old.",
    "they": "Talks on the strike went on. The studios did pay in the 22 million dollars they had promised the crews.",
}


@pytest.fixture(scope="module")
def coded() -> dict[str, Coded]:
    return {name: code(read_text(text, id="r")) for name, text in PASSAGES.items()}


def _told(coded: Coded) -> list[tuple[list[str], str, float | None]]:
    names = {a.id: a.name for a in coded.of(Actor)}
    return [([names[g] for g in c.giver], c.status, c.quantity) for c in coded.of(Commitment)]


@pytest.mark.parametrize(
    ("name", "giver", "status"),
    [
        ("steps", ["Norway"], "announced"),
        ("burden", ["Kenya", "Ghana"], "agreed"),
        ("plans", ["Chilean firms"], "announced"),
        ("treaty", ["Chile"], "agreed"),
        ("kept", ["Chile"], "delivered"),
        ("broken", ["Chile"], "withdrawn"),
        ("not to", ["Chile"], "agreed"),
        ("unready", ["Ghana"], "proposed"),
    ],
)
def test_who_is_bound_to_an_act_and_how(coded: dict[str, Coded], name: str, giver: list[str], status: str) -> None:
    assert _told(coded[name]) == [(giver, status, None)]


def test_an_agreement_binds_each_side_to_its_clause_even_to_leave_undone(coded: dict[str, Coded]) -> None:
    assert [(g, s) for g, s, _ in _told(coded["terms"])] == [(["Peru"], "agreed"), (["Chile"], "agreed")]
    assert _told(coded["laid down"]) == [([], "agreed", 612)]


@pytest.mark.parametrize("name", ["asked", "nobody", "habit", "once"])
def test_questions_nobodys_commitments_habits_and_steps_to_come_are_none(coded: dict[str, Coded], name: str) -> None:
    assert _told(coded[name]) == []


def test_help_letting_in_and_forgiving_are_given(coded: dict[str, Coded]) -> None:
    assert [(g, s) for g, s, _ in _told(coded["arming"])] == [(["Chile"], "under_way"), (["Peru"], "delivered")]
    assert _told(coded["debt"]) == [(["Japan"], "delivered", None)]


def test_sums_have_their_giver_and_stand_in_the_span(coded: dict[str, Coded]) -> None:
    assert _told(coded["package"]) == [(["Japan"], "announced", 17e9)]
    (help_,) = coded["worth"].of(Commitment)
    assert (help_.quantity, help_.spans[0].text.endswith("worth about $24 billion")) == (24e9, True)
    assert [(s, q) for _, s, q in _told(coded["get"])] == [("agreed", 60e6)]


def test_a_delivery_confirmed_by_another_and_the_doer_of_a_relative_clause(coded: dict[str, Coded]) -> None:
    assert _told(coded["confirmed"]) == [(["Japan"], "confirmed_by_receiver", 40)]
    assert {tuple(g) for g, _, _ in _told(coded["they"])} == {("studios",)}


def test_what_a_side_undertakes_under_a_settlement_is_agreed_and_its_own_would_announced(coded: dict[str, Coded]) -> None:
    assert (["county"], "agreed", 40) in _told(coded["settled"])
    assert [(g, s, q) for g, s, q in _told(coded["self"])] == [(["Kenya"], "announced", 90), (["Togo"], "proposed", 20)]


@pytest.mark.parametrize(
    ("name", "giver", "status"),
    [
        ("misread", ["Peru"], "delivered"),
        ("joint", ["Peru", "Chile"], "agreed"),
        ("leave", ["Norway"], "announced"),
        ("ordered", ["Kenya"], "paused"),
        ("came", ["Norway"], "delivered"),
    ],
)
def test_help_withdrawals_and_orders(coded: dict[str, Coded], name: str, giver: list[str], status: str) -> None:
    assert [(g, s) for g, s, _ in _told(coded[name])] == [(giver, status)]
