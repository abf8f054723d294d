"""Conditions told by turns of phrase, aims, needs and terms; those that are dropped; what only looks like one."""

from dataclasses import replace

import pytest

from dragoman.coding import code_all
from dragoman.model import Condition
from dragoman.reading import read_text

# A text, a word of the step that waits, a word of what it waits for, the relation.
TOLD = [
    ("The order has not changed: the initials, then the visit.", "visit", "initials", "only_after"),
    ("The guides may leave when the chiefs have met and not before.", "leave", "met", "only_after"),
    ("Her award will come within six weeks of the day the last file reaches her.", "award", "file", "only_after"),
    ("The lights would be switched on in the same hour in which the schedule is signed.", "lights", "schedule", "together"),
    ("The bridge could be handed over at the same time as the prisoners are released.", "bridge", "prisoners", "together"),
    ("The mill would reopen on the same day on which the debt is paid.", "mill", "debt", "together"),
    ("If Lesmark wants to join the fund, the government needs to open its books.", "join", "open its books", "only_after"),
    ("If the talks are to succeed, both sides must stop shelling.", "succeed", "stop shelling", "only_after"),
    ("The delegate wants a written guarantee in order to keep the pact alive.", "pact", "guarantee", "only_after"),
    ("In order for the plan to become law, both chambers would have to pass it.", "become law", "chambers", "only_after"),
    ("For a motion to result in expulsion a large majority is needed.", "expulsion", "majority", "only_after"),
    ("The survey is necessary for any further loan.", "loan", "survey", "only_after"),
    ("The release of the crew would be a first step toward talks.", "talks", "release", "only_after"),
    ("Pending completion of the review, another 10 million crowns will go to the schools.", "schools", "review", "only_after"),
    ("We sign when the lists have been handed over.", "sign", "lists", "only_after"),
    ("The cuts would be set aside before any agreement is reached.", "agreement", "cuts", "only_after"),
    ("The minister will stress progress is contingent on an audit of the port.", "progress", "audit", "only_after"),
    ("If Norvik failed to comply, he warned, the borough would do the work.", "work", "comply", "unless"),
    ("If the crews, he said, come back by noon, the yard will open.", "yard", "come back", "if"),
    ("The firm would cut off the cable that it shares with its rival if the price passed nine crowns.", "cut off", "price", "if"),
    ("The ministers agreed to lift the ban as soon as inspectors confirm the dock is clean.", "ban", "inspectors", "only_after"),
    ("It will not be until the levy goes that the talks resume.", "talks", "levy", "only_after"),
    ("It is only after the vote that the crews will return.", "crews", "vote", "only_after"),
    ("The rebels set three conditions for talks: a truce, a release and an amnesty.", "talks", "amnesty", "only_after"),
    ("Among his conditions for a meeting was an apology.", "meeting", "apology", "only_after"),
    ("The firm insists on an end to the strike as a condition for talks.", "talks", "strike", "only_after"),
    ("The envoy said the truce must hold for a week, or the convoys will stop.", "convoys", "truce", "unless"),
    ("Release the crew and we will open the strait, the general said.", "strait", "Release the crew", "if"),
    ("The strike goes on until the board resigns.", "strike", "resigns", "until"),
]  # fmt: skip
FREE = [
    ("The ministry no longer insists on an apology before talks.", "talks", "apology"),
    ("The union does not demand an apology before talks can begin.", "talks", "apology"),
    ("The union is not demanding that the notice be withdrawn before it returns to the table.", "returns", "notice"),
    ("Pereth has dropped its demand for an apology before any talks.", "talks", "apology"),
    ("There is no need for a ceasefire before talks begin, the envoy said.", "talks", "ceasefire"),
    ("The crews return on Monday, and we are not asking for the letter to be withdrawn first.", "return", "letter"),
    ("The firm no longer makes the sale conditional on a vote.", "sale", "vote"),
    ("The survey is not necessary for the loan.", "loan", "survey"),
]  # fmt: skip
NONE = [
    "They need to stay ahead of the storm.",
    "By failing to affirm the rules, the mayor harms the city.",
    "The raid was a prelude to the offensive.",
    "There is doubt about whether Lesmark will keep the pact once it has its money.",
    "While Pereth welcomes the offer, it will not sign the text.",
    "The fleet will make its tour when Peru plays host.",
]


@pytest.fixture(scope="module")
def read() -> dict[str, tuple[Condition, ...]]:
    """The conditions of every text, parsed in one batch."""
    texts = [text for text, *_ in (*TOLD, *FREE)] + NONE
    coded = code_all(read_text(text, id=f"turn-{n}") for n, text in enumerate(texts))
    return {text: found.of(Condition) for text, found in zip(texts, coded, strict=True)}


@pytest.mark.parametrize(("text", "waiting", "awaited", "relation"), TOLD)
def test_told(read: dict[str, tuple[Condition, ...]], text: str, waiting: str, awaited: str, relation: str) -> None:
    assert any(_is(c, relation, waiting, awaited) for c in read[text]), read[text]


@pytest.mark.parametrize(("text", "waiting", "awaited"), FREE)
def test_dropped_or_denied(read: dict[str, tuple[Condition, ...]], text: str, waiting: str, awaited: str) -> None:
    assert [c.relation for c in read[text]] == ["not_required"]
    assert _is(read[text][0], "not_required", waiting, awaited)


@pytest.mark.parametrize("text", NONE)
def test_no_condition(read: dict[str, tuple[Condition, ...]], text: str) -> None:
    assert [c for c in read[text] if c.certainty != "possible"] == []


def _is(condition: Condition, relation: str, waiting: str, awaited: str) -> bool:
    gated, required = (" ".join(s.text for s in spans) for spans in (condition.gated_span, condition.required_span))
    return condition.relation == relation and waiting in gated and awaited in required


def test_that_and_before_then_take_up_the_sentence_before() -> None:
    texts = (
        "Packing the council would help. That would only be possible if the Greens won the mayoralty.",
        "The harbour reopens only when the toll is scrapped. Nor, she said, would her members load ships before then.",
    )
    packing, harbour = (c.of(Condition) for c in code_all(read_text(t, id=t[:7]) for t in texts))
    assert "Packing the council" in packing[0].gated and packing[0].relation == "only_after"
    assert "loading ships" in harbour[1].gated and "toll is scrapped" in harbour[1].required
    assert harbour[1].spans[0].text.startswith("would her members")


def test_a_report_without_bargaining_holds_rules_but_no_conditions() -> None:
    stars = "The star will grow until it swallows its neighbour. If the gas cools, the disc becomes thin. You will not see it unless you wait. "
    strike = "The union will not return until the company withdraws the roster, the mediator told the government. "
    quiet, loud = code_all((read_text(stars * 24, id="stars"), read_text(stars * 24 + strike, id="mixed")))
    assert quiet.of(Condition) == ()
    assert [c.relation for c in loud.of(Condition)] == ["only_after"]


def test_forecasts_are_no_more_than_possible() -> None:
    texts = (
        "If the quay floods, the ships will gain a day, an analyst said.",
        "If the quay floods, the region will be destabilised.",
        "Lesmark will lift the ban if Arvenia opens the port.",
    )
    forecast, suffered, act = (c.of(Condition) for c in code_all(read_text(t, id=t[-9:]) for t in texts))
    assert all(c.certainty == "possible" for c in (*forecast, *suffered))
    assert [c.certainty != "possible" for c in act] == [True]


def test_a_release_holds_what_it_says_in_its_own_voice() -> None:
    text = "The Ministry of Ports has met the crews. The grant will be paid only after an agreement on shifts has been signed."
    document = read_text(text, id="release")
    (condition,) = next(iter(code_all([replace(document, publisher="Ministry of Ports of Sarnmark")]))).of(Condition)
    (paper,) = next(iter(code_all([replace(document, publisher="The Port Gazette")]))).of(Condition)
    assert condition.holder and not paper.holder


def test_steps_that_wait_are_named_as_things_done() -> None:
    texts = (
        "The leaders will not meet before a draft is agreed, she said.",
        "The ovens will be lit only after the night shift has been paid.",
        "The crews refuse to return to work until the roster is withdrawn.",
        "No vote will be held before the accounts are published.",
        "The release of the loan is contingent on an audit.",
        "Once the list is out, they will be paid.",
    )
    named = [c.of(Condition)[0].gated for c in code_all(read_text(t, id=f"name-{n}") for n, t in enumerate(texts))]
    assert named == [
        "The leaders meeting",
        "The ovens being lit",
        "returning to work",
        "vote being held",
        "The release of the loan",
        "their being paid",
    ]
