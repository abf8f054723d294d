"""What sides have struck a bargain on: invented sentences of several fields, and look-alikes of which nothing was agreed."""

import pytest

from dragoman.coding import code
from dragoman.model import Commitment
from dragoman.reading import read_text


def _agreed(text: str) -> list[float | None]:
    found = code(read_text(text, id="r")).of(Commitment)
    return [c.quantity for c in found if c.status == "agreed" and c.certainty != "possible"]


@pytest.mark.parametrize(
    ("told", "count"),
    [
        ("The two museums put their names to a swap of 36 drawings.", 36),
        ("The parties reached one understanding, on an exchange of 14 council seats.", 14),
        ("The sides settled only one thing, an exchange of 300 sailors.", 300),
        ("A swap of 40 crew members was agreed late on Tuesday, the Red Cross said.", 40),
        ("Both delegations signed off on the return of 22 fishing boats to their owners.", 22),
        ("They did settle one matter. The mill will lift the suspensions of 31 weavers.", 31),
        ("It had one tangible result. The harbour is to give back 58 suspended licences.", 58),
        ("There was one bright spot. The choir and the hall will share 12 evenings.", None),
        ("The one thing settled in Oslo was a swap. The clubs are to hand each other the files of 96 players.", 96),
        ("The envoys approved an exchange of detained crews. The men, 64 in all, will be taken home by ferry.", 64),
        ("They reached one understanding. Each bloc will let go steel, 860 containers in all, that it has kept in port.", 860),
        ("The only result was a swap: the airline will fly home 164 cooks stranded in Cairo.", 164),
        ("Before leaving they shook hands on one matter: 74 looms are to be swapped.", 74),
        ("They had managed to settle a matter that poisoned relations: 26 guards will get their jobs back.", 26),
        ("Still, they came away with something: 38 cans that stood in farmyards are to be exchanged for deposits.", 38),
        ("What they did agree on was a trade of old footage: 1,150 hours of archived games go to the league.", 1150),
        ("There was agreement on one point only: 60 impounded trucks will be allowed home.", 60),
        ("The parties reached an understanding that 18 lawsuits will be withdrawn.", 18),
        ("The one outcome of the meeting was an agreement to swap 45 pilots.", 45),
        ("The talks produced a deal under which 25 players will change places next season.", 25),
        ("Under an exchange agreed at the table, doctors will take on 180 night shifts.", 180),
        ("The club will release 14 players, and in return the league will drop its complaint.", 14),
    ],
)
def test_a_bargain_struck_is_agreed_with_its_count(told: str, count: float | None) -> None:
    assert count in _agreed(f"The talks between the two sides went on. {told}") or count is None


@pytest.mark.parametrize(
    "told",
    [
        "The sides could not agree on a swap of 40 prisoners.",
        "Negotiators discussed an exchange of 40 prisoners but settled nothing.",
        "The mediator proposed a swap of 40 prisoners.",
        "It had one tangible failure. The board will close 58 clinics.",
        "They reached an agreement on pay. The company will close 12 plants next year, its chairman said.",
        "The ministers agreed on a date for the next round. The airline will fly home 164 pilots on Friday.",
        "The union rejected the deal: 40 workers will be sacked.",
        "They settled nothing. The harbour will give back 58 licences in spring.",
        "The army said it would free 20 rebels if the rebels freed 20 soldiers.",
        "Did they settle one matter? The harbour will give back 58 licences in spring.",
    ],
)
def test_what_was_not_struck_is_not_agreed(told: str) -> None:
    assert _agreed(f"The talks between the two sides went on. {told}") == []


@pytest.mark.parametrize(
    ("told", "number"),
    [
        ("Officials on both sides agreed on Monday that 40 of the drivers would be taken back.", 40),
        ("On Tuesday the delegations agreed that 1,500 more people from the delta would be resettled in the coming months.", 1500),
    ],
)
def test_what_sides_agreed_would_be_done_to_so_many_is_agreed(told: str, number: int) -> None:
    lead = "Talks on the strike go on\n\nNegotiators of the Castra drivers' union and of the tram board met again to discuss an accord. "
    found = code(read_text(lead + told, date="2031-03-20")).of(Commitment)
    assert any(c.quantity == number and c.status == "agreed" for c in found)


def test_what_sides_have_not_agreed_is_no_promise() -> None:
    lead = "Talks on the strike go on\n\nNegotiators of the Castra drivers' union and of the tram board met again to discuss an accord. "
    for told in ("The sides have not agreed that 40 of the drivers would be taken back.", "Officials asked whether 40 drivers would be freed."):
        found = code(read_text(lead + told, date="2031-03-20")).of(Commitment)
        assert not any(c.status == "agreed" and c.certainty != "possible" for c in found)
