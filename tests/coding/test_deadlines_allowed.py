"""Lengths that somebody allows, what follows when they run out, and what may come sooner: invented reports in many fields."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from dragoman.coding import code_parse
from dragoman.coding.parse import parse_all
from dragoman.model import Actor, Coded, Deadline
from dragoman.model.document import ReportDate
from dragoman.model.moment import Moment
from dragoman.reading import read_text

PASSAGES = {
    "court": "The labour court has given the airline and its crews 35 days to agree on a roster. If they do not, it will draw one up "
    "itself. Judge Mette Orlund said the ruling could come sooner if talks broke off.",
    "term": "The Fisheries Commission set a term of 90 days for a quota accord, failing which it will close the bay. "
    "The closure could be ordered earlier than that, its head said.",
    "after that": "Energy regulator Ofcal has allowed the two grid operators six weeks to settle. After that it would fix the tariff "
    "itself, it said, and it might do so before the six weeks were out.",
    "owner": "The league's 21-day limit for a deal leaves little room. Commissioner Ray Dunn said the season might be cancelled "
    "well ahead of that.",
    "unbound": "Unless a treaty is signed within the 75 days set by the Union, Brussels will impose tariffs on power. "
    "The Union does not feel bound to wait for the last of them.",
    "ordered": "President Ada Korr has ordered the two parties to reach a pact in 21 days. If they don't, she said, she will dissolve "
    "the assembly. She told lawmakers that she would not necessarily wait so long.",
    "passive": "The clubs were given 45 days by the Sports Ministry to draw up a contract. Otherwise the ministry will withdraw its "
    "subsidy. It need not wait that long, minister Ivo Tarn said.",
    "clock": "The World Bank has put a clock of 50 days on the talks. Once it runs out, the bank will freeze its loans, its president "
    "said. He was free, he added, to take that step sooner.",
    "window": "The mayor, Inga Roth, has imposed a 14-day window for a rent deal. If there is no deal when it closes, the city will "
    "cap rents by decree. She might not need the whole 14 days, she remarked.",
    "go by": "If 21 days go by with no deal, Commissioner Dana Holt said, the studio stands to lose its tax credit. She hinted that "
    "she may act ahead of schedule.",
    "failure": "Failure to reach an agreement within 30 days would lead to a decree, transport minister Claire Bost said. "
    "The decree might be issued earlier.",
    "any time": "The health secretary, Joan Marsh, has given nurses and hospitals 42 days. Failing that, she will cut their grants, "
    "and she reserved the right to do so at any time before then.",
    "announced": "The Energy Union has set a deadline of 30 days for a price to be agreed. Commissioner Henrik Falk said penalties "
    "would follow, including the suspension of loans.",
    "threatened": "The Lakes Community has given both camps 60 days to come to terms. Its chairwoman, Esther Nalwa, has threatened to "
    "freeze the accounts of any leader who stands in the way. Such sanctions, she said, might not wait for the 60 days to run out.",
    "terms": "Under the terms laid down by the Cultural Commission, the orchestra has 33 days to conclude a contract; the commission "
    "would otherwise withhold half of its grant.",
    "in the case": "The ministry has warned the studios that it will strip them of a tax credit if no contract is concluded in the "
    "next 45 days. The tax credit may go earlier, it said.",
    "by which": "Bus drivers in Carrick have set 1 July as the date by which the council must restore their allowance.",
    "how long": "Forty days: that is how long the mayor has given the two parishes to agree. Otherwise, he said, he would close "
    "the shrine.",
    "with a ban": "The Athletics Board gave the two leagues 25 days to agree, with a ban from the championships to follow.",
    "threatening": "Kenya on Wednesday gave Norway three months to open its market, threatening to raise tariffs if it did not.",
    "named again": "The press council set a 28-day limit for an accord. The editors met in Oslo. Nobody there spoke of it. Molina has "
    "tied the 28-day limit to money. If there is no accord when it runs out, she will cut the subsidy.",
    "by the end": "The Commission wants Peru to lift its ban by June 30. Otherwise it will impose duties on steel, a spokeswoman said.",
    "resolution": "Under a resolution passed by the Security Council, the militia has 15 days in which to leave the port.",
    "ruled": "Kestrel must decide by 28 June whether to match the bid, the Takeover Panel ruled on Tuesday.",
    "end of a period": "The Rail Regulator has told Norrail that it must settle by the end of a 42-day period. Failing a "
    "settlement, it will suspend the franchise, and that suspension could well be brought forward.",
    "freezes": "The generals wrote to the Mediation Council, which has threatened asset freezes unless an accord is signed within "
    "30 days. The freezes may begin before the 30 days have passed.",
    "you have": '"You have 50 days," Finance Minister Petra Lang told the banks. "After that I will legislate." Her ministry said '
    "legislation might come sooner.",
    "possessor": "The Electoral Commission's 25 days for a joint list are running, and parties without one will be struck off the "
    "ballot. The commission may strike them off sooner, it warned.",
    "border": "Norway says that it will seal the border in 30 days if there is no deal. The border might be sealed even before.",
    "gone": '"If there is no contract in 45 days, the licence is gone," said regulator Ines Falk. "And it may be gone before that."',
    "warned": "President Ada Solberg has warned the coalition that she will name a cabinet once 20 days have passed. It is within her "
    "power to do it sooner.",
    "handed": "The Olympic Committee has handed the two federations an 80-day ultimatum: unite or miss the Games. Officials would not "
    "rule out an earlier exclusion.",
    "told to have": "The club owners were told by Commissioner Tony Vance that they had three weeks. He would cancel the season if "
    "they failed to use them, he said, and was prepared to cancel it sooner.",
    "would be given": "The transport ministry said on Tuesday that both unions would be given 40 days, no more. It would withdraw the "
    "licence if they failed. It might not wait until then.",
    "precede": "In a letter to both firms, minister Paul Adu demanded an accord within 35 days and threatened to withdraw the "
    "concession. The withdrawal could precede the deadline, he said.",
    "failing": "Failing a deal in 75 days, the electricity will be cut off, the regulator has told both towns. It did not exclude "
    "cutting it off earlier.",
    "giving": '"We are giving them 21 days," said Trade Commissioner Maria Vella. "If we have no signature by then, quotas will be '
    'cut. They might be cut before."',
    "month": "The Port Authority gave the shipping lines a month to come up with an offer. Unless they do, it will raise fees by a "
    "fifth.",
    "pain": "The tribunal ordered both firms to conclude a pact in no more than 60 days, on pain of a fine of 5 million crowns.",
    "capped": "The Arbitration Panel has capped negotiations at 35 days, after which it will impose terms of its own.",
    "otherwise": "Lawmakers were given a fortnight by the central bank to pass the budget; it said the peg would be dropped otherwise.",
    "right": "President Ada Solberg may dissolve parliament once 90 days have gone by without a government, that is, from July 19.",
    # None of these is a deadline, or none may come sooner.
    "question": '"The list has 900 names. Who is going to read it in 14 days?" he asked.',
    "anyone": "Anyone who gives this team ten days will get a draft, engineer Rolf Stein said.",
    "leave": "The clinic will grant its doctors 40 days of leave. The court gave him 30 days in jail. They were given three days off.",
    "lasted": "The strike lasted 40 days. The committee worked for 20 days on the text. Members serve six-year terms.",
    "meeting": "The ministry gave the mills 45 days to merge or face a closure. The meeting could be held sooner, a banker said.",
    "strike": "The league gave the guild 45 days to sign or face a ban. The guild said the talks could end sooner than that.",
    "no sooner": "The league gave the guild 45 days to sign or face a ban. The ban could come no sooner than that.",
    "the bound": "The ministry gave the two unions 45 days to agree. If the talks fail, the unions will strike.",
    "with or without": "The deadline stands at July 4. The envoy has said that Norway must leave by that date with or without a pact.",
}  # fmt: skip

Found = Callable[[str], tuple[Deadline, ...]]


@pytest.fixture(scope="module")
def coded() -> dict[str, Coded]:
    """Every passage as coded; all are reports of Monday 2033-06-20."""
    day = ReportDate(Moment("2033-06-20"))
    parses = parse_all([replace(read_text(text), date=day) for text in PASSAGES.values()])
    return {name: code_parse(p) for name, p in zip(PASSAGES, parses, strict=True)}


@pytest.fixture(scope="module")
def found(coded: dict[str, Coded]) -> Found:
    return lambda name: coded[name].of(Deadline)


def _setter(coded: Coded, deadline: Deadline) -> str:
    return ", ".join(a.name for a in coded.of(Actor) if a.id in deadline.setter)


@pytest.mark.parametrize(
    ("name", "duration", "setter", "consequence"),
    [("court", "P35D", "labour court", "it will draw one up itself"),
     ("term", "P90D", "Fisheries Commission", "it will close the bay"),
     ("after that", "P6W", "Ofcal", "it would fix the tariff itself"),
     ("owner", "P21D", "league", "the season"),
     ("unbound", "P75D", "Union", "Brussels will impose tariffs on power"),
     ("ordered", "P21D", "Ada Korr", "she will dissolve the assembly"),
     ("passive", "P45D", "Sports Ministry", "the ministry will withdraw its subsidy"),
     ("clock", "P50D", "World Bank", "the bank will freeze its loans"),
     ("window", "P14D", "Inga Roth", "the city will cap rents by decree"),
     ("go by", "P21D", "Dana Holt", "the studio stands to lose its tax credit"),
     ("failure", "P30D", "Claire Bost", "lead to a decree"),
     ("any time", "P42D", "Joan Marsh", "she will cut their grants"),
     ("threatened", "P60D", "Lakes Community", "freeze the accounts of any leader who stands in the way"),
     ("in the case", "P45D", "ministry", "it will strip them of a tax credit"),
     ("end of a period", "P42D", "Rail Regulator", "it will suspend the franchise"),
     ("freezes", "P30D", "Mediation Council", "asset freezes"),
     ("you have", "P50D", "Petra Lang", "I will legislate"),
     ("possessor", "P25D", "Electoral Commission", "parties without one will be struck off the ballot"),
     ("border", "P30D", "Norway", "it will seal the border in 30 days"),
     ("gone", "P45D", "Ines Falk", "the licence is gone"),
     ("warned", "P20D", "Ada Solberg", "she will name a cabinet"),
     ("handed", "P80D", "Olympic Committee", "miss the Games"),
     ("told to have", "P3W", "Tony Vance", "He would cancel the season"),
     ("would be given", "P40D", "transport ministry", "It would withdraw the licence"),
     ("precede", "P35D", "Paul Adu", "withdraw the concession"),
     ("failing", "P75D", "regulator", "the electricity will be cut off"),
     ("giving", "P21D", "Maria Vella", "quotas will be cut")],
)  # fmt: skip
def test_a_length_has_who_allows_it_and_what_follows_and_may_come_sooner(
    coded: dict[str, Coded], found: Found, name: str, duration: str, setter: str, consequence: str
) -> None:
    first, *_, last = found(name)
    assert (last.duration, _setter(coded[name], last), last.consequence) == (duration, setter, consequence)
    assert (last.bound, last.same_as, first.date, last.date) == ("or_sooner", first.id, None, None)


@pytest.mark.parametrize(
    ("name", "duration", "setter", "consequence"),
    [("announced", "P30D", "Energy Union", "penalties would follow, including the suspension of loans"),
     ("terms", "P33D", "Cultural Commission", "the commission would otherwise withhold half of its grant"),
     ("how long", "P40D", "mayor", "he would close the shrine"),
     ("with a ban", "P25D", "Athletics Board", "a ban from the championships to follow"),
     ("threatening", "P3M", "Kenya", "raise tariffs"),
     ("named again", "P28D", "press council", "she will cut the subsidy"),
     ("by the end", None, "Commission", "it will impose duties on steel"),
     ("month", "P1M", "Port Authority", "it will raise fees by a fifth"),
     ("pain", "P60D", "tribunal", "a fine of 5 million crowns"),
     ("capped", "P35D", "Arbitration Panel", "it will impose terms of its own"),
     ("otherwise", "P2W", "central bank", "the peg would be dropped"),
     ("resolution", "P15D", "Security Council", None)],
)  # fmt: skip
def test_what_follows_is_told_in_many_ways(
    coded: dict[str, Coded], found: Found, name: str, duration: str | None, setter: str, consequence: str | None
) -> None:
    (deadline,) = found(name)
    assert (deadline.duration, _setter(coded[name], deadline), deadline.bound) == (duration, setter, "by")
    assert deadline.consequence == consequence


def test_a_date_by_which_and_a_ruling_have_their_setter(coded: dict[str, Coded], found: Found) -> None:
    assert [(d.date, _setter(coded["by which"], d)) for d in found("by which")] == [("2033-07-01", "Bus drivers")]
    assert [(d.date, _setter(coded["ruled"], d)) for d in found("ruled")] == [("2033-06-28", "Takeover Panel")]


@pytest.mark.parametrize("name", ["question", "anyone", "leave", "lasted"])
def test_questions_leave_prison_and_lengths_that_are_over_set_no_deadline(found: Found, name: str) -> None:
    assert found(name) == ()


@pytest.mark.parametrize("name", ["meeting", "strike", "no sooner"])
def test_a_meeting_that_may_be_sooner_or_a_ban_that_may_not_moves_no_deadline(found: Found, name: str) -> None:
    assert [d.bound for d in found(name)] == ["by"]


@pytest.mark.parametrize("name", ["the bound", "with or without"])
def test_what_those_who_are_bound_will_do_is_no_consequence(found: Found, name: str) -> None:
    assert {d.consequence for d in found(name)} == {None}


def test_a_right_that_begins_when_a_length_is_over_is_no_deadline_to_meet(found: Found) -> None:
    (right,) = found("right")
    assert (right.date, right.duration, right.bound, right.setter) == ("2033-07-19", "P90D", "not_before", ())
