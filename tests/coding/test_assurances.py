"""Who assured a receiver of how much, as the receiver tells it: invented sentences of several fields."""

import pytest

from dragoman.coding import code
from dragoman.model import Actor, Coded, Commitment
from dragoman.reading import read_text

BOARD = "Talks on the river went on. Ann Holt, head of the Water Board, spoke on Monday. "


def _told(text: str) -> list[tuple[str, float | None, str]]:
    coded: Coded = code(read_text(text, id="r"))
    names = {a.id: a.name for a in coded.of(Actor)}
    return [("+".join(names[g] for g in c.giver), c.quantity, c.status) for c in coded.of(Commitment)]


@pytest.mark.parametrize(
    "told",
    [
        "She said the board had been assured of two pumps by Denmark and one by Poland.",
        "She said the board had been assured by Denmark of two pumps and by Poland of one.",
        "Denmark has assured the board of two pumps and Poland of one, she said.",
        "She said that Denmark had confirmed to her that it would send two pumps, and that Poland had confirmed one.",
        "She said that Denmark had told the board it would lend two pumps and that Poland had done the same for one.",
        "She had been told by the government of Denmark, she said, that it would send two pumps, and by that of Poland that it would send another one.",
        '"Denmark has promised us two pumps, and Poland one," she said.',
        "She said Denmark had confirmed to her the loan of two pumps, and Poland that of one.",
        "She said she had a firm promise of two pumps from Denmark, and of one from Poland.",
        "According to the board, Denmark has given it confirmation of two pumps, and Poland of one.",
        "The board has word from Denmark of two pumps and from Poland of a third, she said.",
        "She said the board had secured two pumps from Denmark and a single pump from Poland.",
        "The board has received confirmation that Denmark will send two pumps and Poland one, she said.",
        "She said two pumps had been promised to the board by Denmark, while Poland had promised one.",
        "She said that Denmark had assured the board of two pumps. One more, she said, had been confirmed by Poland.",
        "She said that Denmark had assured the board of two pumps. Poland, she added, had promised another.",
        "She said that the board could count on two pumps from Denmark and one from Poland.",
        "By Holt's account the board has a promise of two pumps from Denmark and one from Poland.",
        "She said Denmark had told the board that two pumps were on the way, with one more promised by Poland.",
    ],
)
def test_two_from_one_and_one_from_another_by_the_receivers_word(told: str) -> None:
    confirmed = sorted(t for t in _told(BOARD + told) if t[2] == "confirmed_by_receiver")
    assert confirmed == [("Denmark", 2, "confirmed_by_receiver"), ("Poland", 1, "confirmed_by_receiver")]


@pytest.mark.parametrize(
    "told",
    [
        "She said Denmark had told the board that it would close two pumps, and Poland one.",
        "She said Denmark had not assured the board of two pumps.",
        "She said Denmark had told the board that two pumps were late and Poland that one was.",
        "She asked whether Denmark had promised the board two pumps.",
    ],
)
def test_what_is_no_promise_of_goods_is_not_confirmed(told: str) -> None:
    assert not [t for t in _told(BOARD + told) if t[2] == "confirmed_by_receiver"]


def test_what_an_outsider_tells_is_no_receivers_word() -> None:
    told = _told("Talks went on. The finance minister of Peru said Germany had assured Kenya of two cranes and Spain of one.")
    assert told == [("Germany", 2, "announced"), ("Spain", 1, "announced")]


def test_a_giver_is_named_by_its_place() -> None:
    told = _told(
        "Talks on the paintings went on. Abbot Serafim said a museum in Graz had assured him of two altars, and that a collection in Linz had assured him of one."
    )
    assert [t[:2] for t in told] == [("museum in Graz", 2), ("collection in Linz", 1)]


def test_what_two_pledge_is_each_ones_own() -> None:
    assert _told("Talks on the fund went on. Japan pledged 3 million dollars and Canada 2 million to the fund.") == [
        ("Japan", 3e6, "announced"), ("Canada", 2e6, "announced"),
    ]  # fmt: skip


def test_who_says_that_he_received_promises_nothing() -> None:
    text = (
        "Crews' talks go on\n\nThe transport commissioner, Adela Quest, has promised 2 million crowns for a rest house at the terminal, and the "
        "company confirmed on Friday that it had received half a million of it. The union of crews wants a deal with the company."
    )
    found = [c for c in code(read_text(text, date="2031-06-10")).of(Commitment) if c.quantity == 500000]
    assert [c.status for c in found] == ["confirmed_by_receiver"]
