"""Near-copies are one group; two reporters of one event are two, though they quote the same speech."""

import random

import pytest

from dragoman import read_text
from dragoman.reading import copies

WIRE = """Glassworkers at Orlu walk out over night rota

ORLU, March 3 - Some 900 glassworkers left their furnaces on Tuesday after a last meeting with the owners of the Orlu works ended without a deal on the night rota.

The works council wants two nights a week at most, with double pay for each. The owners offered three, and a lump sum of 400 crowns a year for everyone who agrees to them.

"Nobody here is against work at night," said Berit Halvard, who leads the council. "We are against work every night."

The furnaces cannot be let go cold without damage, and both sides have agreed that 40 workers stay on to keep them burning. A mediator from the labour court will see the parties on Friday, and the owners said they would bring a new proposal.

The strike is the first at Orlu for eleven years. The last one ended after six weeks, when the works was sold to a group from the coast."""
BODY = WIRE.split("\n\n")[1:]
OTHER = """Orlu furnaces burn on with forty hands

Only a skeleton crew kept the glass molten in Orlu yesterday. Outside the gate, men and women who had come off the early turn were warming themselves over a brazier and talking about nights.

"Nobody here is against work at night," said Berit Halvard, who leads the council. "We are against work every night."

At issue is how often a shift may be put on after ten in the evening. Management has come down from four nights to three; its opponents will hear of no more than two. Money matters less, several of them said, than seeing their children."""


def grouped(*texts):
    return copies(read_text(t, id=f"r{i}", date="2031-03-03") for i, t in enumerate(texts))


COPIES = {
    "another headline and lead": "\n\n".join(["Owners hopeful as strike begins", "There were pickets in the snow this morning.", *BODY[1:]]),
    "cut": "\n\n".join(["Strike at Orlu", *BODY[:4]]),
    "in another order": "\n\n".join(["Strike at Orlu", BODY[4], BODY[1], BODY[0], BODY[3], BODY[2]]),
    "in another spelling": "\n\n".join(["Strike", *BODY]).replace("labour", "labor").replace("damage", "DAMAGE").replace("agreed", "aggreed"),
    "syndicated": "\n\n".join(["Strike", *(p.rstrip(".") + ", the agency said." for p in BODY)]),
    "with more behind it": "\n\n".join(["Strike", *BODY, "Elsewhere, the tram drivers of Vell voted to accept a rise of two per cent after a short ballot."]),
}


@pytest.mark.parametrize("how", COPIES)
def test_a_copy_is_found(how):
    assert grouped(WIRE, COPIES[how]) == (("r0", "r1"),)


def test_two_reporters_who_quote_one_speech_are_two():
    assert grouped(WIRE, OTHER) == ()


def test_a_report_that_joins_two_does_not_make_them_one():
    joined = "\n\n".join(["Strike", *BODY, *OTHER.split("\n\n")[1:]])
    assert all({"r0", "r1"} - set(group) for group in grouped(WIRE, OTHER, joined))


def test_the_order_of_the_reports_changes_nothing():
    texts = [(f"r{i}", t) for i, t in enumerate([WIRE, OTHER, *COPIES.values()])]
    chance = random.Random(3)
    found = set()
    for _ in range(5):
        chance.shuffle(texts)
        found.add(copies([read_text(t, id=i, date="2031-03-03") for i, t in texts]))
    assert len(found) == 1


def test_a_report_with_hardly_a_word_is_nobodys_copy():
    assert grouped("Strike off.", "Strike off.") == () and grouped() == ()
