"""Conditions in the words of fields that seldom make the news, and look-alikes of each."""

import pytest

from dragoman import code, read_text
from dragoman.model import Actor, Condition, Statement

TERMS = [
    ("The insurer, Harbour Mutual, will write no policy for the journey without an export permit.", "policy", "permit"),
    ("An export permit required a signed deed, the culture ministry said in a letter.", "permit", "deed"),
    ("The heirs could look into the ledgers as soon as they had dropped their suit, director Ines Brand said.", "ledgers", "suit"),
    ('"They drop the case, we unlock the cabinet. It has to be in that sequence," Brand said.', "unlock", "drop"),
    ("The restorers are waiting for that money before they sign, their foreman said.", "sign", "money"),
    ("The shop would be shut if the year ended without a deed, the city council warned.", "shut", "deed"),
    ("The trustees told the family to drop the lawsuit if they want to see the books.", "see the books", "drop the lawsuit"),
    ("The union wants the roster torn up. Until then there will be no rehearsal, its secretary said.", "rehearsal", "torn up"),
    ('"Our players travel the day the insurance papers arrive," said club president Rui Sato.', "travel", "papers"),
    ("The vestry has tied the sale of the organ to a promise that the tower would be mended.", "sale", "promise"),
    ("The brothers have made the sale of the mill dependent on a seat on the board.", "sale", "seat"),
    ("A second reading would be scheduled not before the committee had seen the bill, he said.", "reading", "seen the bill"),
    ('"We pay when they deliver," the owner of the mill said.', "pay", "deliver"),
    ('"Names before marble," said the mayor, Odile Carras.', "marble", "Names"),
    ('"Licence, then rehearsal," said Marguerite Osei.', "rehearsal", "Licence"),
    ("In the absence of a lifeguard, the cooperative is not reopening the lido, its secretary said.", "lido", "lifeguard"),
    ("A single uniform is out of the question while the fields are still up for sale, the council said.", "uniform", "up for sale"),
    ("Should the instalment fail to arrive, the registration reverts to the club, its lawyer said.", "reverts", "instalment"),
    ("STATEMENT by the Inventors' League. We say that a pool presupposes an honest count of the patents.", "pool", "count"),
    (
        "COMMUNIQUÉ of the Civic group. We are prepared to enter into talks. A prerequisite is the departure of Mr Kranz.",
        "talks",
        "departure",
    ),
]


@pytest.mark.parametrize(("text", "gated", "required"), TERMS)
def test_terms_are_read_the_right_way_round(text: str, gated: str, required: str) -> None:
    found = code(read_text(text, id="terms")).of(Condition)
    assert any(gated in _words(c.gated_span) and required in _words(c.required_span) for c in found)
    assert not any(required in _words(c.gated_span) for c in found)


def _words(spans: tuple[object, ...]) -> str:
    return " ".join(s.text for s in spans)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "text",
    [
        "The price of the licence was 40,000 crowns in those days.",
        '"They make threats, we make music," said the conductor.',
        "The curator had to speak for an hour before anybody asked where the panels were.",
        '"Lunch before noon," said the porter.',
        "The quartet rehearsed until the janitor switched off the lights.",
        "The union wants more pay. Until then it had been silent.",
        "He smiles the moment she enters the hall.",
    ],
)
def test_what_only_sounds_like_terms_is_none(text: str) -> None:
    assert not [c for c in code(read_text(text, id="terms")).of(Condition) if c.certainty != "possible"]


TRANSCRIPT = """\
Players and board before the season

Q. Will there be a season opening?

A. (HELGA STROM, bassoonist and delegate of the Ardmore Sinfonia) We have the parts on the stands.

Q. Would you play for half pay?

A. Yes, provided that the other half goes to the apprentices.

Q. And the tour?

A. No tour before the buses are paid.
"""


def test_answers_headed_by_a_letter_are_those_of_whoever_was_named_last() -> None:
    coded = code(read_text(TRANSCRIPT, id="terms"))
    names = {a.id: a.name for a in coded.of(Actor)}
    assert [names[i] for s in coded.of(Statement) for i in s.speaker] == ["Helga Strom"] * 3
    found = {(_words(c.gated_span), _words(c.required_span), *(names[h] for h in c.holder)) for c in coded.of(Condition)}
    assert ("play for half pay", "the other half goes to the apprentices", "Ardmore Sinfonia") in found
    assert ("No tour", "the buses are paid", "Ardmore Sinfonia") in found


def test_a_label_tells_in_brackets_for_whom_somebody_speaks() -> None:
    text = "Arts committee\n\nCHAIR: And the roster?\n\nMS. ILVES (Harbour Chamber Players): We will sign it.\n\nCHAIR: When?\n\nMS. ILVES: Soon."
    coded = code(read_text(text, id="terms"))
    said = [s for s in coded.of(Statement) if s.manner == "direct"]
    names = {a.id: a.name for a in coded.of(Actor)}
    assert [[names[i] for i in s.speaker] for s in said] == [["ILVES"], ["ILVES"]]


def test_a_chain_of_waiting_is_as_many_orders_as_it_has_links() -> None:
    text = "The fund is waiting for the commission, the commission for the council's advice, the council for a plant promise."
    found = [(_words(c.gated_span), _words(c.required_span)) for c in code(read_text(text, id="terms")).of(Condition)]
    assert found == [
        ("The fund", "the commission"),
        ("the commission", "the council's advice"),
        ("the council", "a plant promise"),
    ]


FURTHER = [
    ("The chain comes off when the surcharge does, Venn said.", "chain", "surcharge"),
    ("The survey sails the day Brimmouth takes its members' fish again, the federation said.", "survey", "fish"),
    ("The pole is to be lifted for nobody until the ceasefire has been signed, Ohm said.", "lifted", "signed"),
    ('"No list without the decree," he said.', "list", "decree"),
    ('The camps would fill, she wrote, "when the valley has emptied, in that order and in no other".', "fill", "emptied"),
    ('The cruise "does not leave before we can tie up at Brimmouth", said the federation.', "leave", "tie up"),
    ("A corridor to Orrin is to follow the signature of the ceasefire, the Government said.", "corridor", "signature"),
    ("Their deployment is contingent on the cost, 18 million, having been paid by the Fund.", "deployment", "paid by the Fund"),
]


@pytest.mark.parametrize(("text", "gated", "required"), FURTHER)
def test_further_terms_are_read_the_right_way_round(text: str, gated: str, required: str) -> None:
    test_terms_are_read_the_right_way_round(text, gated, required)


def test_a_loan_called_in_at_once_if_is_not_called_in_once() -> None:
    text = "The fund would call in the loan at once if the debts were loaded onto the firm, its chair said."
    assert [c.relation for c in code(read_text(text, id="terms")).of(Condition)] == ["if"]
