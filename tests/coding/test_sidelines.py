"""Words of attitude that take no side in what is negotiated, on invented sentences."""

import pytest

from dragoman.coding import code
from dragoman.model import Position
from dragoman.reading import read_text

AROUND = " The strike and the talks go on, and negotiators met again. The envoy left."

NONE = [
    "Both breweries refused to comment.",
    "The harbour ministry would not disclose the date of its letter.",
    "Arden's office did not respond to questions about the order.",
    "The premier's office declined to say from which day it was counting.",
    "Arden has asked the Rivers Tribunal to sit on 2 June to examine the dredging.",
    "Levies of 30 percent would be imposed sooner if Arden walked away.",
    "Arden would not necessarily wait that long before acting.",
    "Arden cannot survive the autumn without its Friday fares.",
    "A cow needs nine months for a calf, the Arden union said.",
    "Arden spoke of what it called interference with its ships.",
    "Arden presented a proposal that the treasury has not yet costed.",
]

SOME = [
    ("Arden has refused to lower the fee.", "reject", "lower the fee"),
    ("Arden has no intention of receiving the president of the Berle Guild.", "rule_out", "receiving the president"),
    ("Arden invited the crews to a mediation session in Corla.", "propose", "mediation session"),
    ("A draft accord has to exist, the Arden Guild said.", "demand", "draft accord"),
    ("Arden has asked the Berle Bank to lower the fee.", "demand", "lower the fee"),
]


def _positions(sentence: str) -> list[Position]:
    found = code(read_text(sentence + AROUND, id="sidelines")).of(Position)
    return [p for p in found if p.certainty != "possible"]


@pytest.mark.parametrize("sentence", NONE)
def test_no_side_is_taken(sentence: str) -> None:
    assert _positions(sentence) == []


@pytest.mark.parametrize(("sentence", "stance", "issue"), SOME)
def test_a_side_is_taken(sentence: str, stance: str, issue: str) -> None:
    assert any(p.stance == stance and issue in p.issue for p in _positions(sentence))
