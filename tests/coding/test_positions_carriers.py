"""The many ways in which a report tells an attitude, one invented sentence each: who holds which stance on what."""

import pytest

from dragoman.coding import code_all
from dragoman.model import Actor, Document, Position, Span

LEAD = "Talks between the Harbour Union and the port of Oster on a new pay agreement broke off, and the strike goes on. "
RELEASE = (
    "Norway welcomes the truce between the two sides. We are grateful to the mediators for their work. "
    "Norway remains committed to a lasting settlement. Both parties must keep the truce and open the roads. "
    "We urge them to sign the agreement this month."
)

CARRIERS = (
    # what is said, holder, stance, words of the issue
    ("Denmark was disappointed by the ruling of the arbitrator.", "Denmark", "reject", "ruling"),
    ("Denmark was pleased with the draft agreement.", "Denmark", "support", "draft"),
    ("Denmark voted to extend the levy by a year.", "Denmark", "support", "levy"),
    ("Denmark called the offer an insult.", "Denmark", "reject", "offer"),
    ("Denmark called the ruling fair.", "Denmark", "support", "ruling"),
    ("Denmark no longer insists on a written apology.", "Denmark", "concede", "apology"),
    ("Denmark backed down from its threat of a lockout.", "Denmark", "concede", "threat"),
    ("Denmark wants to keep the old roster.", "Denmark", "support", "roster"),
    ("Denmark wants to be paid for the lost days.", "Denmark", "demand", "paid"),
    ("The vote was put off at the request of Denmark.", "Denmark", "demand", "put off"),
    ("Denmark's proposed roster is on the table.", "Denmark", "propose", "roster"),
    ("Denmark has encouraged the port to open its books.", "Denmark", "demand", "books"),
    ("Denmark has not yet accepted the terms.", "Denmark", "noncommittal", "terms"),
    ("Denmark refused to comment on the offer.", "Denmark", "noncommittal", "comment"),
    ("Denmark is not opposed to talks.", "", "", ""),
    ("Denmark came out against the plan.", "Denmark", "reject", "plan"),
    ("Denmark raised concerns about the price.", "Denmark", "reject", "price"),
    ("Denmark gave its consent to the inspections.", "Denmark", "accept", "inspections"),
    ("Denmark threw its weight behind the plan.", "Denmark", "support", "plan"),
    ("The draft won the backing of Denmark.", "Denmark", "support", "draft"),
    ("Denmark's stance is that the border must be drawn first.", "Denmark", "demand", "border"),
    ("Denmark would rather have a ban than a quota.", "Denmark", "support", "ban"),
    ("Denmark is adamant that the gate stay shut.", "Denmark", "demand", "gate"),
    ("Denmark is keen to resume the talks.", "Denmark", "support", "talks"),
    ("Denmark would accept nothing less than a full refund.", "Denmark", "demand", "full refund"),
    ("Denmark put forward a plan for shared shifts.", "Denmark", "propose", "shared shifts"),
    ("Denmark lays claim to the island.", "Denmark", "demand", "island"),
    ("Denmark ratified the treaty.", "Denmark", "accept", "treaty"),
    ("Denmark had hoped to see the draft signed.", "", "", ""),
    ("Denmark did not say when it would reply to the offer.", "Denmark", "noncommittal", "when"),
    ("Denmark has left the matter open.", "Denmark", "noncommittal", "matter"),
    ("Denmark raised its offer to 5 percent.", "Denmark", "concede", "5 percent"),
    ("The levy was a demand of Denmark.", "Denmark", "demand", "levy"),
    ("Denmark sees no need for a second mediator.", "Denmark", "rule_out", "second mediator"),
    ('Carl Vint said: "A ban is off the table."', "Carl Vint", "rule_out", "ban"),
    ("Norway said the price is high and urged Chile to wait.", "Norway", "demand", "wait"),
    ('"What we want is a fair price," Carl Vint said.', "Carl Vint", "demand", "fair price"),
    ('Carl Vint said: "The offer cannot be accepted."', "Carl Vint", "reject", "offer"),
    ('Carl Vint said: "We must find a mediator."', "Carl Vint", "propose", "mediator"),
    ("Chile asked for a pause. Denmark said no.", "Denmark", "reject", "pause"),
    ("Chile called for a stop to the levy. Denmark's answer was a plain no.", "Denmark", "reject", "stop to the levy"),
    ("It was Denmark who demanded a pause in the strike.", "Denmark", "demand", "pause"),
    ("The union will meet again in May, Denmark agreed.", "Denmark", "accept", "meet"),
    ("Chile repeated its call for a halt to the sales, which Denmark rejected.", "Denmark", "reject", "halt to the sales"),
    ("Chile asked for a pause, a demand that Norway has accepted and Denmark has rejected.", "Denmark", "reject", "pause"),
    ("Denmark regards the target as too low.", "Denmark", "reject", "target"),
    ("Denmark described the draft as a trap.", "Denmark", "reject", "draft"),
    ("Denmark has not taken a view on the draft.", "Denmark", "noncommittal", "view"),
    ("Denmark insists that it stay in Oster.", "Denmark", "demand", "stay"),
    ("Denmark will back any deal provided that the port pays.", "Denmark", "accept_if", "deal"),
    ("Denmark likes the idea.", "Denmark", "support", "idea"),
    ("Chile supports the offer. Denmark does not.", "Denmark", "reject", "offer"),
    ("Six percent is what Denmark will pay.", "Denmark", "offer", "percent"),
    ('Carl Vint said: "The pickets go first."', "Carl Vint", "demand", "pickets"),
    ('Carl Vint said: "The bonus is not up for discussion."', "Carl Vint", "rule_out", "bonus"),
    ('"We expect the port to open its books," Carl Vint said.', "Carl Vint", "demand", "open its books"),
    ("The request was under review, Carl Vint said.", "Carl Vint", "noncommittal", "request"),
    ("Denmark wants to cut wages by 3 percent.", "Denmark", "demand", "wages"),
    ("Denmark has dropped its request for an early vote.", "Denmark", "concede", "early vote"),
    ("Denmark would accept it only with a fund.", "Denmark", "accept_if", "it"),
    ("Denmark countered with 3 percent.", "Denmark", "offer", "3 percent"),
    ("Denmark gave way on the night allowances.", "Denmark", "concede", "night allowances"),
    ("Denmark is not interested in a merger.", "Denmark", "reject", "merger"),
    ("Denmark no longer objects to inspections.", "Denmark", "concede", "inspections"),
    ("Denmark reacted coolly to the plan.", "Denmark", "noncommittal", "plan"),
    ("Denmark greeted the draft with relief.", "Denmark", "support", "draft"),
    ("Denmark will have none of the levy.", "Denmark", "reject", "levy"),
    ("Denmark could not agree to the request.", "Denmark", "reject", "request"),
    ("Denmark keeps the gate shut until the port drops the plan.", "Denmark", "demand", "plan"),
    ("Chile floated an idea Norway has welcomed and Denmark has spurned.", "Denmark", "reject", "idea"),
    ("Denmark dismissed as premature a call for a treaty.", "Denmark", "reject", "treaty"),
    ("Chile asked for a stop to the levy. Denmark gave no answer.", "Denmark", "noncommittal", "answer"),
    ("Chile asked for a pause. Denmark said yes at once.", "Denmark", "accept", "pause"),
    ("Denmark agreed to a pause if the port pays.", "Denmark", "accept_if", "pause"),
    ("Chile signed up to the freeze and Denmark threw it out.", "Denmark", "reject", "freeze"),
    ("Chile put its name to the pause and Denmark tossed it aside.", "Denmark", "reject", "pause"),
    ("Denmark signed on to the timetable.", "Denmark", "accept", "timetable"),
    ("Denmark's demands include an end to the patrols, cheaper fuel and a public inquiry.", "Denmark", "demand", "cheaper fuel"),
    ("Denmark's demands include an end to the patrols, cheaper fuel and a public inquiry.", "Denmark", "demand", "inquiry"),
    ("Among Denmark's demands are a shorter week, a pay rise and a new roster.", "Denmark", "demand", "roster"),
    ("Denmark has three demands: a shorter week, a pay rise and a new roster.", "Denmark", "demand", "pay rise"),
    ("Denmark is demanding a shorter week, a pay rise and a new roster.", "Denmark", "demand", "pay rise"),
    ("Denmark's list of demands includes a pay rise and a new roster.", "Denmark", "demand", "roster"),
    ("Denmark's demands range from a pay rise to a new roster.", "Denmark", "demand", "pay rise"),
    ("Denmark initially wanted a levy but no longer does.", "", "", ""),
    ("Members were asked to vote and instructed to back the plan.", "", "", ""),
    ("Denmark fell in with the timetable.", "Denmark", "accept", "timetable"),
    ("Denmark poured scorn on the offer.", "Denmark", "reject", "offer"),
    ("Sailors were asked to leave the port and told to accept the levy.", "", "", ""),
    ("Denmark has not made up its mind about the levy.", "Denmark", "noncommittal", "mind"),
    ("Denmark is heartened to see the sailors at home.", "", "", ""),
    ("Denmark reaffirmed its commitment to human rights.", "", "", ""),
    ("Denmark welcomed the anniversary of the treaty.", "", "", ""),
    ("Denmark is committed to a lasting friendship.", "", "", ""),
    ("Denmark reaffirmed its commitment to the truce.", "Denmark", "support", "truce"),
    ("Carl Vint is suspected of asking for a share of the levy.", "", "", ""),
    ("Carl Vint is accused of demanding a cut of the levy.", "", "", ""),
    ("Carl Vint is believed to have asked for the release of the ship.", "", "", ""),
    ("Carl Vint is under suspicion of demanding a levy.", "", "", ""),
    ("Denmark had asked for a levy on crab, but this has been dropped.", "", "", ""),
    ("Denmark had demanded a ban; it has since been abandoned.", "", "", ""),
    ("Denmark had demanded a ban, but Chile refused it.", "Denmark", "demand", "ban"),
    ("Teachers said their government proposed a bill on wages.", "government", "propose", "bill"),
    ('"We will not be bullied," Carl Vint said.', "", "", ""),
    ("Denmark is sure that Chile will reject the offer.", "", "", ""),
    ("Denmark and Chile could not agree on a chairman.", "", "", ""),
    ("Denmark rejected suggestions that the sailors are spies.", "", "", ""),
    ("Denmark would turn the order upside down.", "", "", ""),
    ('"I would not bet on it," Carl Vint said.', "", "", ""),
    ('Strikers chanted "open the books" at the gate.', "Strikers", "demand", "books"),
)


@pytest.fixture(scope="module")
def told() -> dict[str, list[tuple[str, str, str]]]:
    """Holder, stance and issue of each position, by the sentence that tells it."""
    texts = [LEAD + said for said, _, _, _ in CARRIERS]
    documents = [Document(id=str(k), text=t, paragraphs=(Span(0, len(t), t),)) for k, t in enumerate(texts)]
    out = {}
    for (said, _, _, _), coded in zip(CARRIERS, code_all(documents), strict=True):
        names = {a.id: a.name for a in coded.of(Actor)}
        found = [p for p in coded.of(Position) if p.spans[0].start >= len(LEAD)]
        out[said] = [("/".join(names[a] for a in p.actor), p.stance, p.issue) for p in found]
    return out


@pytest.mark.parametrize(("said", "who", "stance", "words"), CARRIERS)
def test_a_carrier_gives_holder_stance_and_issue(
    told: dict[str, list[tuple[str, str, str]]], said: str, who: str, stance: str, words: str
) -> None:
    if not stance:
        assert not [t for t in told[said] if t[1] in ("reject", "accept", "support")], told[said]
    else:
        assert [t for t in told[said] if who in t[0] and t[1] == stance and words in t[2]], told[said]


def test_whoever_issues_a_release_holds_what_it_says_with_we_and_must() -> None:
    (coded,) = code_all([Document(id="release", text=RELEASE, paragraphs=(Span(0, len(RELEASE), RELEASE),))])
    names = {a.id: a.name for a in coded.of(Actor)}
    found = [("/".join(names[a] for a in p.actor), p.stance, p.spans[0].text) for p in coded.of(Position)]
    assert all(who == "Norway" for who, _, _ in found)
    for stance, words in (
        ("support", "welcomes"),
        ("support", "committed"),
        ("demand", "keep the truce"),
        ("demand", "open the roads"),
        ("demand", "urge them"),
    ):
        assert [f for f in found if f[1] == stance and words in f[2]], (stance, words)


def test_one_thing_told_twice_is_linked() -> None:
    text = LEAD + "Denmark rejected the offer. The mediator left. Denmark again rejected the new offer."
    (coded,) = code_all([Document(id="twice", text=text, paragraphs=(Span(0, len(text), text),))])
    first, second = [p for p in coded.of(Position) if p.stance == "reject"]
    assert second.same_as == first.id


def test_a_thing_named_by_its_own_noun_is_not_what_was_asked_before() -> None:
    text = LEAD + "Denmark asked for talks on Friday. The union rejected the plan. Chile asked for a pause. Denmark refused it."
    (coded,) = code_all([Document(id="named", text=text, paragraphs=(Span(0, len(text), text),))])
    assert [p.issue for p in coded.of(Position) if p.stance == "reject"] == ["plan", "pause"]
