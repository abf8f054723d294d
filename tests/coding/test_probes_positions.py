"""Probes on invented text: what is no acceptance never becomes one, and what is only supposed, asked or mocked is nobody's position."""

import pytest

from dragoman.coding import code_all
from dragoman.model import Commitment, Document, Finding, Position, Span

STRIKE = "Talks between the Tram Union and the city of Oster over pay broke off on Monday, and the strike goes on."
TRADE = "Norway and Chile opened a new round of trade negotiations in Bergen on a salmon agreement and its tariffs."
CLIMATE = "Delegations at the climate conference in Lima are negotiating a draft agreement on methane and a fund for its victims."
TAKEOVER = (
    "Halvard Foods made a takeover offer for its rival Brenn Dairies, and talks between the two boards on a deal have begun."
)
PEACE = "Mediators presented a ceasefire proposal to Kenya and to the Lowland Front, and negotiations on a peace agreement go on."

NO_ACCEPTANCE = (
    (STRIKE, "The union said it would look at the offer over the weekend."),
    (STRIKE, "Union secretary Ida Holm took note of the city's proposal and left the room."),
    (STRIKE, "The city did not rule out a rise of 4 percent."),
    (STRIKE, "Holm stopped short of endorsing the mediator's plan."),
    (STRIKE, '"We have received the offer and we will read it carefully," Holm said.'),
    (STRIKE, "The union has yet to accept the terms put to it last week."),
    (STRIKE, "Holm would not say whether the union accepts the offer."),
    (STRIKE, "The city was in no hurry to approve the settlement."),
    (STRIKE, "Drivers are far from accepting the new roster, Holm said."),
    (STRIKE, "The union denied that it had accepted the city's offer."),
    (STRIKE, "Holm neither accepted nor rejected the proposal."),
    (STRIKE, "The mayor, Carl Vint, said he could live without the deal."),
    (TRADE, "Chile has not agreed to the lower tariff."),
    (TRADE, "Norway listened to the proposal and thanked the Chilean delegation for it."),
    (TRADE, "The Chilean minister acknowledged receipt of the draft."),
    (TRADE, 'Norway called the Chilean proposal "interesting" and promised no more than an answer.'),
    (TRADE, "Chile did not exclude a quota on smoked fish."),
    (TRADE, "Norway was reluctant to accept inspections at its ports."),
    (TRADE, "Chile stopped short of saying that it would sign the agreement."),
    (TRADE, "Neither Norway nor Chile has accepted the mediator's text."),
    (TRADE, "Norway left open whether it would agree to a phased cut in tariffs."),
    (TRADE, "Chile pretended to accept the quota, two Norwegian diplomats complained."),
    (TRADE, "The Norwegian envoy refused to be drawn on whether Oslo supports the text."),
    (TRADE, "Chile's parliament has still to approve the agreement."),
    (CLIMATE, "India said the draft deserves further study."),
    (CLIMATE, "Brazil reserved its position on the methane clause."),
    (CLIMATE, "Kenya fell short of backing the fund."),
    (CLIMATE, "India had hoped to accept the text but its cabinet forbade it."),
    (CLIMATE, "Brazil's delegation would take the proposal home to its capital."),
    (CLIMATE, "Peru has not closed the door on a shared fund."),
    (CLIMATE, "India can hardly accept a cap on methane, its envoy said."),
    (CLIMATE, "Brazil abstained when the clause on forests was put to the vote."),
    (CLIMATE, "Kenya failed to endorse the draft agreement."),
    (CLIMATE, "Peru had previously been expected to accept the cap."),
    (CLIMATE, "India rejected suggestions that it had agreed to the levy."),
    (CLIMATE, "Brazil kept silent on the proposal of the island states."),
    (TAKEOVER, "The board of Brenn Dairies said it would consider the offer in due course."),
    (TAKEOVER, "Brenn Dairies took the bid under advisement."),
    (TAKEOVER, "Brenn's chairman was urged to accept the offer by two small shareholders."),
    (TAKEOVER, "Brenn Dairies has no intention of agreeing to the price."),
    (TAKEOVER, "The board advised shareholders not to accept the offer."),
    (TAKEOVER, "Brenn Dairies is unlikely to accept less than nine crowns a share."),
    (TAKEOVER, "Halvard Foods did not deny that it might accept a higher price."),
    (TAKEOVER, "Brenn's owners postponed a decision on the merger agreement."),
    (TAKEOVER, "Halvard Foods wants Brenn Dairies to accept the offer by Friday."),
    (TAKEOVER, "The chairman of Brenn Dairies withheld his support for the bid."),
    (TAKEOVER, "Brenn Dairies was not ready to agree to the merger."),
    (TAKEOVER, "Analysts doubt that Brenn Dairies accepts the bid."),
    (PEACE, "Kenya will study the ceasefire proposal, an official said."),
    (PEACE, "The Lowland Front has given no answer to the proposal."),
    (PEACE, "Kenya resisted pressure to accept the monitors."),
    (PEACE, "The Lowland Front gave a cool reception to the plan."),
    (PEACE, "Kenya refuses to accept that the truce has failed."),
    (PEACE, "It is not yet clear whether the Lowland Front accepts the ceasefire."),
    (PEACE, "The Lowland Front withdrew its acceptance of the ceasefire."),
    (PEACE, "Kenya no longer accepts the truce, its general said."),
    (PEACE, "Kenya said it was aware of the proposal and had no comment."),
    (PEACE, "Never would the Lowland Front agree to disarm, its commander said."),
    (PEACE, "Kenya questioned whether it should accept the corridor."),
    (PEACE, "The Lowland Front asked for time to think the ceasefire over."),
    (STRIKE, "The union's executive will decide next week whether to accept."),
    (STRIKE, "The union could not bring itself to accept the offer."),
    (STRIKE, "The union all but accepted the offer."),
    (TRADE, "Norway put off accepting the quota."),
    (TRADE, "Chile is in no position to accept the quota."),
    (TRADE, "Norway is leaning toward accepting the quota."),
    (CLIMATE, "Instead of accepting the cap, Brazil asked for a vote."),
    (CLIMATE, "Without India's acceptance the draft is dead."),
    (TAKEOVER, "The board of Brenn Dairies was too divided to accept the bid."),
    (TAKEOVER, "Brenn Dairies has until Friday to accept the bid."),
    (PEACE, "Kenya would accept nothing less than a full withdrawal."),
    (PEACE, "Kenya did not immediately accept the truce."),
)

NO_POSITION = (
    (STRIKE, "Will the union accept the offer?"),
    (STRIKE, '"Why should we accept 3 percent?" Holm asked.'),
    (STRIKE, "If the union were to reject the offer, the strike would enter its third week."),
    (STRIKE, "Had the city offered 5 percent, the trams would be running."),
    (STRIKE, "Suppose the city demands longer shifts."),
    (STRIKE, "Whether the union will accept the terms is unknown."),
    (STRIKE, "Nobody knows if the mayor supports the plan."),
    (STRIKE, '"Oh sure, they just love paying us more," a driver said.'),
    (STRIKE, "It remains to be seen whether the city will agree to arbitration."),
    (STRIKE, "Perhaps the union would accept a smaller rise."),
    (STRIKE, "Asked whether the city would offer more, the mayor smiled."),
    (STRIKE, '"As if the city would ever offer us 5 percent," a conductor said.'),
    (TRADE, "Would Norway drop its tariff?"),
    (TRADE, "What if Chile refused the inspections?"),
    (TRADE, "Should Chile reject the quota, the treaty is dead."),
    (TRADE, "Chile might accept the tariff, traders say."),
    (TRADE, "Reporters wondered whether Norway would support the clause."),
    (TRADE, "In theory Chile could demand compensation."),
    (TRADE, "Imagine that Norway offered free access to its ports."),
    (TRADE, "Chile would have rejected a lower quota."),
    (TRADE, "How can Norway agree to such a text?"),
    (TRADE, '"Are you going to oppose the tariff?" a reporter asked the envoy.'),
    (TRADE, "It is unclear whether Chile wants a longer deadline."),
    (TRADE, '"Wonderful, another tariff, just what our fishermen begged for," a Norwegian skipper said.'),
    (CLIMATE, "Will India oppose the draft agreement?"),
    (CLIMATE, "A refusal by Brazil would sink the fund."),
    (CLIMATE, "Kenya may yet call for a second conference."),
    (CLIMATE, "Whatever India demands, the text is unlikely to change."),
    (CLIMATE, "Were Peru to offer its forests as a reserve, the fund would grow."),
    (CLIMATE, "Observers debated whether Brazil should accept the cap."),
    (CLIMATE, "Delegates guessed at what India might propose."),
    (CLIMATE, "Unless Peru rejects the text, it stands."),
    (CLIMATE, "Does Kenya want the levy or does it not?"),
    (CLIMATE, "The paper asks what would happen if Brazil refused to sign the agreement."),
    (CLIMATE, "No doubt the oil firms will beg to pay the levy, one delegate joked."),
    (CLIMATE, "In that event India could insist on a vote."),
    (TAKEOVER, "Can Brenn Dairies refuse the bid?"),
    (TAKEOVER, "If Halvard Foods offers ten crowns, the board will have to think again."),
    (TAKEOVER, "A higher offer from Halvard Foods would be hard to resist."),
    (TAKEOVER, "Halvard Foods might offer more, brokers said."),
    (TAKEOVER, "Speculation that Brenn Dairies would accept the bid drove up its shares."),
    (TAKEOVER, "There were rumours that Halvard Foods would drop the whole matter."),
    (TAKEOVER, "Is the chairman ready to sell?"),
    (TAKEOVER, '"Should I give the company away for free?" the chairman asked.'),
    (TAKEOVER, "Assuming that the board rejects the bid, its shares may fall."),
    (TAKEOVER, "In the play, a board refuses a takeover and regrets it."),
    (TAKEOVER, "Would the owners even want a merger, one broker wondered."),
    (TAKEOVER, "Perhaps Brenn Dairies will demand a higher price."),
    (PEACE, "Does the Lowland Front support the ceasefire?"),
    (PEACE, "If Kenya withdrew its troops, the Lowland Front would lose its pretext."),
    (PEACE, "Why would Kenya agree to a truce now?"),
    (PEACE, '"Yes, and pigs will promise to fly," the commander said of the truce.'),
    (PEACE, "Suppose that Kenya refused the monitors: what then?"),
    (PEACE, "The question is whether the Lowland Front will insist on an amnesty."),
    (PEACE, "Few can say what Kenya would accept."),
    (PEACE, "Kenya could have demanded an apology."),
    (PEACE, "Were the Lowland Front to reject the plan, the mediators would go home."),
    (PEACE, "Who will guarantee the ceasefire, and who will pay for it?"),
    (PEACE, "Even if Kenya accepted the corridor, the convoy would take weeks."),
    (PEACE, "One can imagine the Lowland Front demanding a seat in the cabinet."),
    (STRIKE, "It is likely that the city will demand longer shifts."),
    (STRIKE, "Some fear that the city will demand longer shifts."),
    (TRADE, "Were it up to Chile, the quota would be rejected."),
    (TRADE, "If asked, Norway would support the clause."),
    (CLIMATE, "It would be absurd for India to demand a veto."),
    (CLIMATE, "In the worst case Brazil rejects the draft."),
    (CLIMATE, "Analysts expect Kenya to oppose the levy."),
    (TAKEOVER, "The novel tells of a board that rejects a bid."),
    (TAKEOVER, "If I were the chairman I would ask for eleven crowns."),
    (PEACE, "In a dream, the commander accepted the truce."),
    (PEACE, "Whether Kenya will demand the island is anybody's guess."),
    (PEACE, "Imagine Kenya demanding the island!"),
)
_ACCEPTING = ("accept", "accept_if", "support", "concede")


def _told(probes: tuple[tuple[str, str], ...]) -> list[tuple[str, list[Finding]]]:
    """Each probe with the positions and promises found in it; the sentence before it only tells what is negotiated."""
    documents = [
        Document(id=f"probe{k}", text=text, paragraphs=(Span(0, len(text), text),))
        for k, text in enumerate(f"{lead} {probe}" for lead, probe in probes)
    ]
    return [
        (probe, [f for f in coded.findings if isinstance(f, Position | Commitment) and f.spans[0].start > len(lead)])
        for (lead, probe), coded in zip(probes, code_all(documents), strict=True)
    ]


@pytest.fixture(scope="module")
def unaccepted() -> list[tuple[str, list[Finding]]]:
    return _told(NO_ACCEPTANCE)


@pytest.fixture(scope="module")
def supposed() -> list[tuple[str, list[Finding]]]:
    return _told(NO_POSITION)


def test_there_are_sixty_and_more_of_each() -> None:
    assert len(set(NO_ACCEPTANCE)) == len(set(NO_POSITION)) == 72


def test_what_is_no_acceptance_never_becomes_one(unaccepted: list[tuple[str, list[Finding]]]) -> None:
    wrong = [
        (probe, f.stance, f.spans[0].text)
        for probe, found in unaccepted
        for f in found
        if isinstance(f, Position) and f.stance in _ACCEPTING
    ]
    assert wrong == []


def test_what_is_supposed_asked_or_mocked_is_nobodys_position_or_promise(supposed: list[tuple[str, list[Finding]]]) -> None:
    assert [(probe, f.spans[0].text) for probe, found in supposed for f in found] == []
