"""Sixty turns of phrase that must keep their direction: denied or not, active or passive, the clause before or behind."""

from collections.abc import Sequence

import pytest

from dragoman.coding import code_all
from dragoman.model import Condition
from dragoman.reading import read_text

# A sentence, a word of the step that waits, a word of the step it waits for, the relation.
PROBES = [
    # only after, once, when: active and passive, the clause at the end and in front
    ("The bakers will return to the ovens only after the owners have paid the night shift.", "ovens", "paid", "only_after"),
    ("Only after the owners have paid the night shift will the bakers return to the ovens.", "ovens", "paid", "only_after"),
    ("The ovens will be lit only after the night shift has been paid.", "ovens", "paid", "only_after"),
    ("Only once the survey is published can the quota be set, the minister said.", "quota", "survey", "only_after"),
    ("The quota can be set only once the survey is published, the minister said.", "quota", "survey", "only_after"),
    ("Lesmark said it would lift the embargo only when the last convoy had left the valley.", "embargo", "convoy", "only_after"),
    ("Once the last convoy has left the valley, Lesmark will lift the embargo.", "embargo", "convoy", "only_after"),
    ("The embargo will be lifted once the last convoy has left the valley.", "embargo", "convoy", "only_after"),
    ("As soon as the regulator approves the merger, Kestrel will pay its creditors.", "creditors", "regulator", "only_after"),
    ("The creditors will be paid as soon as the merger is approved by the regulator.", "creditors", "merger", "only_after"),
    ("Arvenia will open the border only if Lesmark withdraws its guards.", "border", "guards", "only_after"),
    ("Only if Lesmark withdraws its guards will Arvenia open the border.", "border", "guards", "only_after"),
    # not before, not until
    ("The nurses will not vote before the hospital publishes its accounts.", "vote", "accounts", "only_after"),
    ("Before the hospital publishes its accounts, the nurses will not vote.", "vote", "accounts", "only_after"),
    ("No vote will be held before the accounts are published.", "vote", "accounts", "only_after"),
    ("Until the accounts are published, no vote will be held.", "vote", "accounts", "only_after"),
    ("The nurses refuse to vote until the accounts have been published.", "vote", "accounts", "only_after"),
    ("Not until the accounts have been published will the nurses vote.", "vote", "accounts", "only_after"),
    ("Pereth cannot sign the fisheries text while the patrol boats are in the bay.", "sign", "boats", "only_after"),
    ("While the patrol boats are in the bay, Pereth will not sign the fisheries text.", "sign", "boats", "only_after"),
    ("The fisheries text cannot be signed as long as the patrol boats stay in the bay.", "fisheries text", "boats", "only_after"),
    ("The union ruled out any talks before the lockout is lifted.", "talks", "lockout", "only_after"),
    ("Any talks before the lockout is lifted were ruled out by the union.", "talks", "lockout", "only_after"),
    ("There can be no ceremony without an apology from the board.", "ceremony", "apology", "only_after"),
    ("Without an apology from the board there will be no ceremony.", "ceremony", "apology", "only_after"),
    ("No apology, no ceremony, the families said.", "ceremony", "apology", "only_after"),
    # must come first
    ("The mine must be closed before the villagers drop their lawsuit, their lawyer said.", "lawsuit", "mine", "only_after"),
    ("Before the villagers drop their lawsuit, the mine must be closed.", "lawsuit", "mine", "only_after"),
    ("The closure of the mine must precede the end of the lawsuit.", "lawsuit", "mine", "only_after"),
    ("The end of the lawsuit must be preceded by the closure of the mine.", "lawsuit", "mine", "only_after"),
    ("First the mine must close, then the villagers will drop their lawsuit.", "lawsuit", "mine", "only_after"),
    ("The ministry wants the mine closed before it pays the villagers.", "pays", "mine", "only_after"),
    ("The closure of the mine is a precondition for any settlement.", "settlement", "mine", "only_after"),
    ("A precondition for any settlement is the closure of the mine.", "settlement", "mine", "only_after"),
    ("The settlement depends on the closure of the mine.", "settlement", "mine", "only_after"),
    ("The settlement is contingent on the closure of the mine.", "settlement", "mine", "only_after"),
    ("The settlement hinges on whether the mine is closed.", "settlement", "mine", "only_after"),
    ("The loan requires the consent of the creditors.", "loan", "consent", "only_after"),
    ("The consent of the creditors is required to release the loan.", "loan", "consent", "only_after"),
    ("Arvenia made the release of the loan conditional on an audit.", "release of the loan", "audit", "only_after"),
    # unless
    ("The pilots will walk out on Monday unless the airline restores their leave.", "walk out", "leave", "unless"),
    ("Unless the airline restores their leave, the pilots will walk out on Monday.", "walk out", "leave", "unless"),
    ("Flights will be cancelled unless the leave is restored.", "Flights", "leave", "unless"),
    ("The pilots will not fly unless their leave is restored.", "fly", "leave", "only_after"),
    ("Unless their leave is restored, the pilots will not fly.", "fly", "leave", "only_after"),
    ("If the airline does not restore their leave, the pilots will walk out on Monday.", "walk out", "leave", "unless"),
    ("Should the airline refuse to restore their leave, the pilots will walk out.", "walk out", "leave", "if"),
    # until, as long as
    ("The blockade will continue until the dam is opened.", "blockade", "dam", "until"),
    ("Until the dam is opened, the blockade will continue.", "blockade", "dam", "until"),
    ("The farmers vowed to keep up the blockade until the dam is opened.", "blockade", "dam", "until"),
    ("Tariffs will stay in place until Lesmark opens its market to timber.", "Tariffs", "timber", "until"),
    # if, provided, in exchange
    ("Lesmark will cut its emissions by half if the richer states pay for the grid.", "emissions", "grid", "if"),
    ("If the richer states pay for the grid, Lesmark will cut its emissions by half.", "emissions", "grid", "if"),
    ("Emissions will be cut by half provided that the grid is paid for.", "Emissions", "grid", "if"),
    ("In exchange for money for the grid, Lesmark would cut its emissions by half.", "emissions", "grid", "if"),
    ("Lesmark offered to cut its emissions by half in return for money for the grid.", "emissions", "grid", "if"),
    # free of it
    ("The talks can begin without a ceasefire, the envoy said.", "talks", "ceasefire", "not_required"),
    ("The talks do not depend on a ceasefire.", "talks", "ceasefire", "not_required"),
    ("A ceasefire is not a precondition for talks, the envoy said.", "talks", "ceasefire", "not_required"),
    ("Pereth is ready to meet the rebels without preconditions.", "meet", "preconditions", "not_required"),
]  # fmt: skip


@pytest.fixture(scope="module")
def read_probes() -> Sequence[tuple[Condition, ...]]:
    """The conditions of each probe, all parsed in one batch."""
    reports = (read_text(text, id=f"probe-{n}") for n, (text, *_) in enumerate(PROBES))
    return [coded.of(Condition) for coded in code_all(reports)]


def test_there_are_sixty() -> None:
    assert len(PROBES) >= 60
    assert len({text for text, *_ in PROBES}) == len(PROBES)


@pytest.mark.parametrize("number", range(len(PROBES)))
def test_direction_holds(read_probes: Sequence[tuple[Condition, ...]], number: int) -> None:
    text, waiting, awaited, relation = PROBES[number]
    told = [
        (c.relation, waiting in _words(c.gated_span), awaited in _words(c.required_span))
        for c in read_probes[number]
        if not (awaited in _words(c.gated_span) and waiting not in _words(c.gated_span))
    ]
    assert (relation, True, True) in told, f"{text} -> {told}"
    assert len(read_probes[number]) == 1, f"{text} is told once, not {len(read_probes[number])} times"


def _words(spans: Sequence[object]) -> str:
    return " ".join(getattr(s, "text", "") for s in spans)
