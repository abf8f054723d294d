"""One side asks for a step so that talks can open; another would talk without it, in the words of an invented report."""

import pytest

from dragoman.analysis import analyse
from dragoman.assembly import assemble
from dragoman.coding import code
from dragoman.reading import read_text

ASKS = "The Milk Council wants a halt to the deliveries so that talks on the milk price can begin. "
AROUND = " The strike and the talks go on, and negotiators want a deal. The demand stands."


def _clashes(text: str) -> list[tuple[bool, int, int]]:
    dossier = assemble([code(read_text(text + AROUND, id="waivers"))])
    found = [d for d in analyse(dossier).deadlocks if d.kind == "contradiction"]
    return [(d.hard, len(d.members), len(d.assumes)) for d in found]


@pytest.mark.parametrize(
    "answer",
    [
        "Berle is ready to talk while the deliveries go on.",
        "Berle said it would rather hold talks with its deliveries in full swing.",
        "Berle said talks could be held without a halt to the deliveries.",
    ],
)
def test_the_same_words_make_a_soft_contradiction(answer: str) -> None:
    assert _clashes(ASKS + answer) == [(False, 2, 0)]


def test_a_refusal_told_beside_it_makes_one_under_an_assumption() -> None:
    assert _clashes(ASKS + "Berle has rejected it and is ready to talk while its lorries keep rolling.") == [(False, 2, 1)]


def test_one_contradiction_holds_all_that_one_side_says() -> None:
    text = "Berle is ready to talk while the deliveries go on. Berle does not need a halt to the deliveries to hold talks."
    assert [hard for hard, _, _ in _clashes(ASKS + text)] == [False]


@pytest.mark.parametrize(
    "answer",
    [
        "Berle is ready to talk while its lorries keep rolling.",
        "Berle is ready to hold talks on fishing while the deliveries go on.",
        "The Milk Council is ready to talk while the deliveries go on.",
        "Berle will not talk while the deliveries go on.",
    ],
)
def test_what_is_free_of_something_else_contradicts_nothing(answer: str) -> None:
    assert _clashes(ASKS + answer) == []
