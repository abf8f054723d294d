"""Verdicts on what is negotiated, in everyday words; and look-alikes that are none."""

import pytest

from dragoman.coding import code_all
from dragoman.model import Document, Position, Span

STRIKE = "Talks between the Tram Union and Norrail on a new pay agreement resumed on Monday after the strike. "
WATER = "Negotiations between Kenya and Uganda on a water treaty and a draft agreement resumed on Monday. "

TOLD = (
    (STRIKE, "The union will not hear of a wage freeze.", "reject", "freeze"),
    (STRIKE, "The union had sought 9 percent.", "demand", "9 percent"),
    (STRIKE, "The union is after 8 percent.", "demand", "8 percent"),
    (STRIKE, "A seat on the board is what the union wants.", "demand", "seat"),
    (STRIKE, "The proposal met with a flat no from Norrail.", "reject", "proposal"),
    (STRIKE, "The union has long opposed night work.", "reject", "night work"),
    (STRIKE, "The offer was final, the company said.", "rule_out", "offer"),
    (STRIKE, '"That is not something we can accept," the union said.', "reject", "accept"),
    (STRIKE, '"We are not going to sign a bad deal," the union said.', "rule_out", "deal"),
    (STRIKE, "The plan was approved by Norrail and turned down by the union.", "reject", "union"),
    (STRIKE, "Members of the union voted by a wide margin to reject the offer.", "reject", "offer"),
    (STRIKE, "Norrail said yes on Friday to a freeze in fares.", "accept", "freeze"),
    (STRIKE, "The union and Norrail agreed on a freeze in fares, on a new line and on the age of retirement.", "accept", "line"),
    (WATER, "Kenya said it would read the text with interest.", "noncommittal", "interest"),
    (WATER, "Uganda has thanked Kenya for its letter.", "noncommittal", "letter"),
    (WATER, "Uganda is said to favour a longer treaty.", "support", "treaty"),
    (WATER, "Kenya has made its consent contingent on a new gauge.", "accept_if", "gauge"),
    (WATER, "Kenya is ready to slow the filling if Uganda closes the canal.", "offer", "canal"),
)
UNTOLD = (
    (STRIKE, "The company is after a new image.", "demand"),
    (STRIKE, "The decision of the referee was final.", "rule_out"),
    (STRIKE, '"We are not going to discuss that here," the union said.', "rule_out"),
    (STRIKE, '"They would need 900 drivers," the union said.', "demand"),
    (STRIKE, "Norrail had never refused a meeting.", "noncommittal"),
    (WATER, "Kenya had hoped to sign in May.", "demand"),
    (WATER, "Kenya called the outcome a truce, not a victory.", "support"),
    (WATER, "Kenya has not heard of the accident.", "reject"),
)


Probe = tuple[str, str, str, str]


def _read(probes: list[tuple[str, str]]) -> list[list[Position]]:
    documents = [
        Document(id=f"v{k}", text=lead + told, paragraphs=(Span(0, len(lead + told), lead + told),))
        for k, (lead, told) in enumerate(probes)
    ]
    return [
        [f for f in coded.findings if isinstance(f, Position) and f.spans[0].start >= len(lead)]
        for (lead, _), coded in zip(probes, code_all(documents), strict=True)
    ]


@pytest.fixture(scope="module")
def told() -> list[tuple[Probe, list[Position]]]:
    return list(zip(TOLD, _read([(lead, said) for lead, said, *_ in TOLD]), strict=True))


def test_a_verdict_in_everyday_words_is_read(told: list[tuple[Probe, list[Position]]]) -> None:
    missed = [
        (said, [(p.stance, p.spans) for p in read])
        for (_, said, stance, words), read in told
        if not any(p.stance == stance and p.actor and words in " ".join(s.text for s in p.spans) for p in read)
    ]
    assert not missed


def test_a_look_alike_is_none() -> None:
    read = _read([(lead, said) for lead, said, _ in UNTOLD])
    wrong = [said for (_, said, stance), found in zip(UNTOLD, read, strict=True) if any(p.stance == stance for p in found)]
    assert not wrong
