"""What invented parties of several fields promise, agree and hand over, and what is no commitment."""

import pytest

from dragoman.coding.actors import Cast, find_actors
from dragoman.coding.commitments import find_commitments
from dragoman.coding.parse import parse
from dragoman.coding.scene import Scene
from dragoman.coding.statements import find_statements
from dragoman.model import Commitment, Ids
from dragoman.reading import read_text

REPORT = """\
Talks on the strike and on climate aid are stuck, and the parties negotiate over pledges.

Kenya has received confirmation from France for two ferries and from Japan for one.

Norway pledged $40 million to Fiji. Canada has suspended its contribution. Togo would send 30 trucks if Ghana paid.

There was agreement on Monday for the return of 340 suspended drivers.

Chile announced a series of arms sales to Peru totalling tens of millions of pesos.

Sweden promised to pay 6 million crowns to Malta. Stockholm has paid 2 million of it.

The 90 million euros promised by Denmark are late. Of the 30 cabins promised, 11 have been opened.

Brazil and Mexico each promised 500 tents. Cuba is sending ten doctors to Haiti. Spain did not deliver the 16 boats.

Peru denied that it had sent missiles to Bolivia. Haiti asked Cuba to provide 70 buses. Will Italy send 80 tanks?

Panama will talk only after handing over 20 planes. Egypt refused to release 12 sailors. Ecuador threatened to suspend aid.

If Laos pays, Nepal will release 17 crews. Iran agreed to meet. Austria undertook to suspend litigation in May. Qatar sent 25 generators to Oman; Muscat confirmed their arrival.
"""
AGREED = """\
Talks on the pact and the strike went on. The mills agreed on Monday to the reinstatement of 850 more porters.

Kenya assented to the cancellation of 3 million dollars of debt and on Friday settled on the transfer of 12 ferries.

The studios struck a deal to hire back 300 writers. The ministers agreed on a meeting of 14 envoys and to a pause of 10 days.

Norway has given the two mills 90 days to conclude a pact. The union gave Fiji 40 tents in two days.
"""
QUIET = """\
The museum gave ten paintings to Norway. The museum will send 40 prints.

The hall was full at the opening, and many had come from far away to see the new wing, which an architect from the north had built of brick and glass.
There were songs, and there was cake. Children ran about in the garden, where the old lime trees had been left standing, and a band played until the evening.
The director walked from room to room, shook hands with the guests, and told them of the years in which the roof had leaked and the cellar had stood under water.
In spring the paintings will hang in the long gallery, beside those of the painter's brother, and schools will be let in on Mondays, when the house is closed to others.
"""


def _scene(text: str) -> Scene:
    report = parse(read_text(text, id="r"))
    cast = find_actors(report)
    return Scene(report, cast, statements=find_statements(report, cast))


@pytest.fixture(scope="module")
def scene() -> Scene:
    return _scene(REPORT)


@pytest.fixture(scope="module")
def found(scene: Scene) -> tuple[Commitment, ...]:
    return find_commitments(scene)


def _names(cast: Cast, ids: Ids) -> tuple[str, ...]:
    return tuple(cast.actors[i].name for i in ids)


def _of(scene: Scene, found: tuple[Commitment, ...], giver: str) -> list[Commitment]:
    return [c for c in found if giver in _names(scene.cast, c.giver)]


def test_each_confirmed_giver_has_a_record_of_its_own(scene: Scene, found: tuple[Commitment, ...]) -> None:
    (two,), (one,) = _of(scene, found, "France"), _of(scene, found, "Japan")
    assert [(c.quantity, c.unit, c.status) for c in (two, one)] == [
        (2, "ferries", "confirmed_by_receiver"),
        (1, "ferries", "confirmed_by_receiver"),
    ]
    assert _names(scene.cast, two.receiver) == _names(scene.cast, one.receiver) == ("Kenya",)


@pytest.mark.parametrize(
    ("giver", "quantity", "unit", "status"),
    [
        ("Norway", 40e6, "dollars", "announced"),
        ("Canada", None, None, "paused"),
        ("Togo", 30, "trucks", "proposed"),
        ("Chile", None, "pesos", "announced"),
        ("Denmark", 90e6, "euros", "announced"),
        ("Brazil", 500, "tents", "announced"),
        ("Mexico", 500, "tents", "announced"),
        ("Cuba", 10, "doctors", "under_way"),
        ("Nepal", 17, "crews", "proposed"),
        ("Austria", None, None, "announced"),
    ],
)
def test_giver_quantity_and_status(
    scene: Scene, found: tuple[Commitment, ...], giver: str, quantity: float | None, unit: str | None, status: str
) -> None:
    assert [(c.quantity, c.unit, c.status) for c in _of(scene, found, giver)] == [(quantity, unit, status)]


def test_an_agreement_is_told_by_its_noun(found: tuple[Commitment, ...]) -> None:
    (agreed,) = (c for c in found if c.status == "agreed")
    assert (agreed.item, agreed.quantity, agreed.unit) == ("return of 340 suspended drivers", 340, "drivers")


def test_what_was_done_of_a_promise_names_it(scene: Scene, found: tuple[Commitment, ...]) -> None:
    promised, paid = _of(scene, found, "Sweden")
    assert (promised.status, paid.status, paid.quantity, paid.unit) == ("announced", "delivered", 2e6, "crowns")
    assert paid.same_as == promised.id
    whole, part = (c for c in found if c.unit == "cabins")
    assert (whole.quantity, part.quantity, part.status, part.same_as) == (30, 11, "delivered", whole.id)


def test_a_confirmed_arrival_points_back(scene: Scene, found: tuple[Commitment, ...]) -> None:
    sent, confirmed = _of(scene, found, "Qatar")
    assert (sent.status, confirmed.status, confirmed.quantity) == ("delivered", "confirmed_by_receiver", 25)
    assert confirmed.same_as == sent.id


def test_what_is_denied_asked_refused_awaited_or_threatened_is_no_commitment(found: tuple[Commitment, ...]) -> None:
    told = " ".join(s.text for c in found for s in c.spans)
    assert not any(word in told for word in ("boats", "missiles", "buses", "tanks", "planes", "sailors", "Ecuador", "meet"))


def test_what_is_agreed_stands_after_its_preposition_or_its_noun() -> None:
    found = find_commitments(_scene(AGREED))
    agreed = [(c.item, c.quantity, c.unit) for c in found if c.status == "agreed"]
    assert agreed == [
        ("reinstatement of 850 more porters", 850, "porters"),
        ("cancellation of 3 million dollars of debt", 3e6, "dollars"),
        ("transfer of 12 ferries", 12, "ferries"),
        ("hire back 300 writers", 300, "writers"),
    ]


def test_time_that_is_given_is_handed_over_by_nobody() -> None:
    delivered = [(c.quantity, c.unit) for c in find_commitments(_scene(AGREED)) if c.status == "delivered"]
    assert delivered == [(40, "tents")]


def test_a_report_of_no_negotiation_has_none() -> None:
    assert find_commitments(_scene(QUIET)) == ()


DID_AGREE = """\
The talks on the pact and the strike went on. The two ministries met. Kenya and Norway did agree on Friday to release 1,300 more lorries.

Chile later unveiled a 5 billion crown plan to build ferries. Sweden announced a $2 billion plan under which Denmark would lend to Malta.
"""


def test_an_agreed_infinitive_past_a_day_and_a_plan_of_its_announcer_alone() -> None:
    scene = _scene(DID_AGREE)
    found = find_commitments(scene)
    assert [(_names(scene.cast, c.giver), c.quantity, c.unit, c.status) for c in found] == [
        (("Kenya", "Norway"), 1300, "lorries", "agreed"),
        (("Chile",), 5e9, "crown", "announced"),
        (("Sweden",), 2e9, "dollars", "announced"),
    ]


AGREED_ELSEWHERE = """\
The talks on the pact and the strike went on. On one point they came to terms: another 640 detained boatmen will be swapped.

It was agreed that 90 more welders will go back on the payroll, as the sides agreed. The ministers agreed to swap 36 more seats.

The mills and the guild managed one thing: 84 more looms are to be returned, the delegates agreed. Thirty more tugs will be released, as agreed on Friday.

The two ministers did not agree on anything: 12 of the barges will be sold.
"""
RECEIVED = """\
The talks on the pact and the strike went on. Norway has had confirmation, Oslo said, from France for three floating cranes and from Japan for one.

As for pumping stations, Kenya has received confirmation from Chile for six and from Peru for four.
"""
CHANGES = """\
The talks on the pact and the strike went on. Norway has put its aid to Fiji on hold. Sweden went back on its promise to send 40 tents.

Peru agreed to a pay rise of 7 percent. Chile stopped paying the pensions of Fiji. Canada committed 120 million euros to the clean-up.

It froze the grants, only to announce, in March, a 14 million crown plan. Japan announced a plan, worth 4.2 billion thalers, under which banks lend.
"""


def _told(text: str) -> list[tuple[tuple[str, ...], float | None, str | None, str]]:
    scene = _scene(text)
    return [(_names(scene.cast, c.giver), c.quantity, c.unit, c.status) for c in find_commitments(scene)]


def test_an_agreement_is_told_before_a_colon_behind_or_with_as() -> None:
    agreed = [(quantity, unit) for _, quantity, unit, status in _told(AGREED_ELSEWHERE) if status == "agreed"]
    assert agreed == [(640, "boatmen"), (90, "welders"), (36, "seats"), (84, "looms"), (30, "tugs")]


def test_receipts_run_past_an_aside_and_count_what_the_sentence_opens_with() -> None:
    assert [t[:3] for t in _told(RECEIVED)] == [
        (("France",), 3, "cranes"), (("Japan",), 1, "cranes"), (("Chile",), 6, "stations"), (("Peru",), 4, "stations"),
    ]  # fmt: skip


def test_aid_on_hold_a_promise_gone_back_on_and_a_rise_of_pay() -> None:
    told = _told(CHANGES)
    assert {status for givers, _, _, status in told if givers == ("Norway",)} == {"paused"}
    assert {status for _, quantity, unit, status in told if unit == "tents"} == {"withdrawn"}
    assert (("Peru",), 7, "percent", "agreed") in told and (("Canada",), 120e6, "euros", "announced") in told
    assert {status for givers, _, _, status in told if givers == ("Chile",)} == {"paused"}
    assert {quantity for _, quantity, _, status in told if status == "announced"} == {120e6, 14e6, 4.2e9}


@pytest.mark.parametrize(
    "told",
    [
        "It was agreed on Monday that 60 more pilots would return in the coming weeks.",
        "It has been settled that 60 more pilots will come back this week.",
        "It was decided on Friday that 60 further pilots would go back to work.",
        "The agreement on Monday was that 60 more pilots would return soon.",
        "Agreement was reached on Monday that 60 more pilots would return soon.",
        "Under what was agreed on Monday, 60 more pilots will return.",
    ],
)
def test_so_many_who_are_to_return_are_agreed(told: str) -> None:
    (one,) = _told(f"The negotiations at the port dragged on over an agreement on pay.\n\n{told}\n")
    assert one[1:] == (60, "pilots", "agreed")


@pytest.mark.parametrize(
    "told", ["It was not agreed that 60 more pilots would return.", "No agreement was reached that 60 more pilots would return."]
)
def test_so_many_of_whom_nothing_was_agreed_are_no_commitment(told: str) -> None:
    assert not _told(f"The negotiations at the port dragged on over an agreement on pay.\n\n{told}\n")


@pytest.mark.parametrize("verb", ["had come in", "had arrived", "has been received", "had reached it"])
def test_confirmation_that_comes_in_names_each_giver(verb: str) -> None:
    told = _told(
        f"Talks on the pact and the strike went on.\n\nKenya said that confirmation {verb} from Chile for six cranes and from Peru for four.\n"
    )
    assert told == [(("Chile",), 6, "cranes", "confirmed_by_receiver"), (("Peru",), 4, "cranes", "confirmed_by_receiver")]


@pytest.mark.parametrize("who", ["Norvista", "Kenya"])
def test_a_plan_announced_past_an_aside_is_its_announcers(who: str) -> None:
    told = _told(
        f"The talks on the merger and the strike went on.\n\n{who}, having halted production payments in May to check the books, "
        "announced in June a £40m plan to have lenders repair its halls.\n"
    )
    assert ((who,), 40e6, "pounds", "announced") in told


def test_confirmation_that_is_there_is_confirmed_and_what_is_not_there_is_not() -> None:
    told = "Talks on the pact and the strike went on.\n\nKenya said that there was {} from Chile for six cranes and from Peru for four.\n"
    assert [(t[0], t[1]) for t in _told(told.format("confirmation"))] == [(("Chile",), 6), (("Peru",), 4)]
    assert not _told(told.format("no confirmation"))


def test_numbers_before_their_givers_are_not_given_to_the_wrong_one() -> None:
    told = _told(
        "Talks on the pact and the strike went on.\n\nConfirmation for six cranes had come from Chile and for four from Peru, Kenya said.\n"
    )
    assert (("Chile",), 4) not in [(t[0], t[1]) for t in told]
