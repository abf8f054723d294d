"""Steps asked for so that talks get going, and talks that somebody would hold without them."""

import pytest

from dragoman.coding import code
from dragoman.model import Actor, Coded, Condition, Position
from dragoman.reading import read_text

ASKED = [
    ("The Harbour Board wants the evictions halted so that talks on rents can begin.", "the evictions halted"),
    ("The Chess Union has demanded that the club observe a freeze on transfers, to clear the path to talks.", "a freeze on transfers"),
    ("The Chess Union asked for the lockout to be lifted, to make room for talks.", "the lockout to be lifted"),
    ("The Health Ministry called on both unions to observe a truce, which it describes as the doorway to talks.", "observe a truce"),
    ("The Health Ministry wants a standstill on new levies, which it says would open the door to talks.", "a standstill on new levies"),
    ("The Milk Council asked for a pause in the deliveries, saying it would make room for talks.", "a pause in the deliveries"),
    ("The Milk Council is seeking a halt to imports, with the aim of giving envoys a quiet time in which to hold talks.", "a halt to imports"),
    ("The Port Authority is pressing for a moratorium on layoffs as a means of bringing the two sides to the table.", "a moratorium on layoffs"),
    ("To allow talks to resume, the Port Authority appealed to the crews to lift their blockade.", "lift their blockade"),
    ("The Rail Office told the crews to observe a truce. The point, it said, is to create the conditions for talks.", "observe a truce"),
    ("Such a halt to the drilling, the Rail Office said, was needed so that talks could get under way.", "Such a halt to the drilling"),
    ("The film board's wish is for a freeze on fees, which is meant to smooth the path to talks.", "a freeze on fees"),
]  # fmt: skip

FREE = [
    ("The Ferry Guild is prepared to hold talks while its members picket the gates.", "its members no longer picket the gates"),
    ("The Ferry Guild would rather hold talks with the boycott in full force.", "the boycott no longer in full force"),
    ("The Ferry Guild said it was ready to talk any day of the week with the cranes idle.", "the cranes no longer idle"),
    ("The Ferry Guild would go on talking with no truce in place.", "truce in place"),
    ("The Ferry Guild was ready for talks at any hour but would go on closing berths in the meantime.", "no longer go on closing berths"),
    ("The Ferry Guild said it could sell shares in the morning and conduct talks in the afternoon.", "no longer sell shares in the morning"),
    ("The Ferry Guild is willing to negotiate but will not lift the blockade in the meantime.", "lift the blockade"),
    ("The Ferry Guild does not need a pause to hold talks.", "a pause"),
    ("A freeze is not necessary for talks to begin, the Ferry Guild said.", "A freeze"),
]  # fmt: skip

NEITHER = [
    "The Ferry Guild will not talk while the gates are shut.",
    "The Ferry Guild talked with reporters while the crews ate their supper, and the strike went on.",
    "The Ferry Guild is ready to talk with the owners of the berths in Arden.",
    "The Ferry Guild held talks with the mediators waiting outside.",
    "The talks paved the way for a truce last year, the Ferry Guild said.",
    "The Ferry Guild raised its dues so that talks on the loan became harder.",
    "The Ferry Guild told the evening paper that it also seems likely to bring both sides to the table.",
]

AROUND = " The strike and the talks go on, and negotiators want a deal. The demand stands."


def _coded(sentence: str) -> Coded:
    return code(read_text(sentence + AROUND, id="pauses"))


@pytest.mark.parametrize(("sentence", "required"), ASKED)
def test_what_is_asked_for_is_to_open_talks(sentence: str, required: str) -> None:
    coded = _coded(sentence)
    (found,) = (c for c in coded.of(Condition) if c.relation == "only_after")
    assert required in found.required or found.required in required
    assert ("talks" in found.gated or "table" in found.gated) and not found.strict and found.holder


@pytest.mark.parametrize(("sentence", "required"), FREE)
def test_talks_may_go_on_while_something_else_does(sentence: str, required: str) -> None:
    coded = _coded(sentence)
    (found,) = (c for c in coded.of(Condition) if c.relation == "not_required")
    names = {a.id: a.name for a in coded.of(Actor)}
    assert found.required == required
    assert [names[i] for i in found.holder] == ["Ferry Guild"]


@pytest.mark.parametrize("sentence", NEITHER)
def test_other_talks_are_neither(sentence: str) -> None:
    found = _coded(sentence).of(Condition)
    assert not [c for c in found if c.relation == "not_required" or not c.strict]


ANSWERS = [
    # What is answered is what the other said yes to, not what it adds to its yes.
    "The Milk Council called for a freeze on fees. Arden accepted the freeze and undertook to pay its arrears. Berle rejected it.",
    "The Milk Council called for a freeze on fees. Arden said yes to the freeze and offered to open its books. Berle said no.",
    "The Milk Council called for a freeze on fees. Arden consented to the freeze and agreed to stop its own sales. Berle declined.",
    "The Milk Council called for a freeze on fees. Arden has accepted the freeze and Berle has rejected it.",
    "The Milk Council called for a freeze on fees. Arden, whose dairies are older, consented to the freeze. Berle refused.",
    "The Milk Council called for a freeze on fees. Arden has agreed to the freeze, under which it would pay its arrears. Berle voted it down.",
    "The Milk Council called for a freeze on fees. Arden went along with the freeze. Berle has thrown it out.",
    "The Milk Council called for a freeze on fees. Arden has endorsed the freeze. Berle has turned it down.",
]  # fmt: skip


@pytest.mark.parametrize("text", ANSWERS)
def test_one_accepts_what_the_other_rejects(text: str) -> None:
    coded = _coded(text)
    names = {a.id: a.name for a in coded.of(Actor)}
    told = [([names[i] for i in p.actor], p.stance) for p in coded.of(Position) if "freeze" in p.issue and p.certainty != "possible"]
    assert (["Arden"], "accept") in told
    assert (["Berle"], "reject") in told
    assert not {(("Berle",), "accept"), (("Arden",), "reject")} & {(tuple(who), stance) for who, stance in told}


def test_a_bare_refusal_of_nothing_asked_is_no_position() -> None:
    coded = _coded("Arden rose. Berle declined. Corla's shares declined 2 percent.")
    assert not [p for p in coded.of(Position) if p.stance == "reject"]
