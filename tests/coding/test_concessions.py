"""What sides of invented disputes make good, ease or raise for the other, and assurances told as nouns."""

import pytest

from dragoman.coding import code
from dragoman.model import Actor, Commitment
from dragoman.reading import read_text

TALKS = "Talks on the dispute and the deal went on. "


@pytest.mark.parametrize(
    ("text", "giver", "status", "quantity"),
    [
        ("Kestrel Air will reinstate 40 dismissed drivers.", ["Kestrel Air"], "announced", 40),
        ("Kenya said it would hire 200 more nurses.", ["Kenya"], "announced", 200),
        ("Orland has dropped its duty on citrus.", ["Orland"], "delivered", None),
        ("Peru and Chile are to exchange 50 prisoners.", ["Peru", "Chile"], "announced", 50),
        ("Kenya doubled its contribution to 80 million crowns.", ["Kenya"], "announced", 80e6),
        ("Twelve of the 30 new beds have been opened.", [], "delivered", 12),
        ("Kenya has put 3 million euros on the table.", ["Kenya"], "proposed", 3e6),
        ("Molina gave her word that the camps would be closed.", ["Molina"], "announced", None),
        ("Togo received assurances from Peru that no troops would cross the line.", ["Peru"], "announced", None),
    ],
)
def test_what_is_done_for_the_other_side(text: str, giver: list[str], status: str, quantity: float | None) -> None:
    coded = code(read_text(TALKS + text, id="r"))
    names = {a.id: a.name for a in coded.of(Actor)}
    assert [([names[g] for g in c.giver], c.status, c.quantity) for c in coded.of(Commitment)] == [(giver, status, quantity)]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya could hire 200 nurses.",
        "Kenya opened the fair.",
        "Will Kenya reinstate 40 drivers?",
        "Kenya raised its voice. Togo put the kettle on the table.",
        "Kenya received word that the road would be long.",
    ],
)
def test_possibilities_fairs_questions_and_kettles_are_none(text: str) -> None:
    assert code(read_text(TALKS + text, id="r")).of(Commitment) == ()
