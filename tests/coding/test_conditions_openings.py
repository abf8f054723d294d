"""What talks begin with, what a meeting waits for, what comes at the end; and what only looks like it."""

import pytest

from dragoman.coding import code_all
from dragoman.model import Condition
from dragoman.reading import read_text

ABOUT = "Negotiators for the two sides held talks on a settlement last week.\n\n"

# A text, a word of the step that waits, a word of what it waits for, whether it is told without a hedge.
TOLD = [
    ('"Most likely the bargaining only starts when Karl and I are in the same room," Ms Reyes said.', "bargaining", "room", False),
    ('"The negotiation probably doesn\'t start until Karl and I meet," Ms Reyes said.', "negotiation", "Karl and I meet", False),
    ('"I think real bargaining begins the day Karl Stein and I meet," Reyes told members.', "bargaining", "Stein and I", True),
    ('"My guess is that bargaining begins the moment we two meet, and not before," she said.', "bargaining", "meet", False),
    ('"Perhaps the process can begin only with General Stein and me, face to face," she told the press.', "process", "me", False),
    ("The talks on the river should open at a summit of the two presidents, the minister said.", "talks", "summit", False),
    ('"It takes the two of us to get the talks started," the mayor said.', "talks", "two of us", True),
    ("The dialogue must take a meeting of the bishops as its starting point, he wrote.", "dialogue", "meeting", True),
    ("A summit must follow the accord, the envoy said.", "summit", "accord", True),
    ("A handshake belongs at the conclusion of the talks, the press officer said.", "handshake", "conclusion", True),
    ("A meeting of the owners cannot precede a settlement, the club said.", "meeting", "settlement", True),
    ("The premier would face the general only to put his name to a completed pact.", "face", "pact", True),
    ("Their leaders will come together to sign a treaty on the border, and for no other purpose.", "together", "treaty", True),
    ('"The two of them can shake hands over a finished contract," the spokesman said.', "shake hands", "contract", True),
    ("The chair saw no use in an encounter while the lawyers were still at odds, she said.", "encounter", "odds", True),
    ("The owners see no place for a summit before the deal is final, he said.", "summit", "deal", True),
    ("The presidents would have nothing to discuss until the terms were settled, she said.", "discuss", "terms", True),
    ("The two chiefs can meet when the text has been agreed, the spokeswoman said.", "meet", "text", True),
    ("The mayor would see her after experts had produced a draft accord, his office said.", "see", "draft accord", True),
    ('"A draft has to exist, and after that the two chairs can meet," he said.', "chairs", "draft", True),
    ("Harlow-Brandt summit off until rights deal is signed\nThe sides negotiate.", "summit", "rights deal", True),
    ("Experts must first write a draft, he said. Only afterwards could the presidents meet.", "presidents", "draft", True),
    ('"There has to be a draft," she said. "When that has been approved, a meeting makes sense."', "meeting", "draft", True),
    ("She has asked for a meeting with the chair. A contract must be agreed first, the firm said.", "meeting", "contract", True),
    ("The firm rejected a call for a meeting, saying a contract had to be completed first.", "meeting", "contract", True),
]  # fmt: skip
OTHER = [
    "The concert in Adler began with a speech by the mayor, the orchestra said.",
    "The meeting follows a request by the union last week, the spokesman said.",
    "The ministers will meet on Friday to sign the accord and to dine with the king, he said.",
    "The talks began the day the mill closed, the historian said.",
    "The two leaders shook hands over a contract on Monday.",
    "It takes two hours to get to the port, the captain said.",
    "The shop opens with a sale on Saturday, the owner said.",
    "The negotiations start on Monday with a session of the experts, the office said.",
    "The accord came before the summit last year, the historian said.",
    "There is no reason to doubt the figures, the auditor said.",
]


def _conditions(text: str) -> list[Condition]:
    (coded,) = code_all([read_text(text + "\n\n" + ABOUT, id="order")])
    return [c for c in coded.of(Condition) if c.certainty != "possible"]


@pytest.mark.parametrize(("text", "gated", "required", "strict"), TOLD)
def test_an_order_of_meeting_paper_and_talks_is_read(text: str, gated: str, required: str, strict: bool) -> None:
    found = [
        c
        for c in _conditions(text)
        if c.relation == "only_after"
        and any(gated in s.text for s in c.gated_span)
        and any(required in s.text for s in c.required_span)
    ]
    assert found and found[0].strict is strict


@pytest.mark.parametrize("text", OTHER)
def test_what_only_looks_like_an_order_is_left(text: str) -> None:
    assert not _conditions(text)


def test_the_hedge_is_cited_with_the_condition() -> None:
    (found,) = _conditions('"Most likely the bargaining starts with a meeting between him and me," Ms Reyes said.')
    assert not found.strict and found.spans[0].text.startswith("Most likely the bargaining")
