"""Probes on invented text: other names give the same records."""

import itertools

import pytest
from retold import coded, told

STORIES = [
    "{full}, the spokeswoman for the {union} union, said on Tuesday that drivers would not return to work until the depot keys were handed back. {last} rejected a call by {state} for talks without conditions.",
    "{state} has demanded a freeze on tariffs, which {other} has accepted. {full}, {state}'s trade minister, told reporters that the duties would be lifted only after the survey was published.",
    "“We will sign nothing before the money is on the table,” {full} said in {city}. {last}, who leads the delegation of {other}, pledged 40 million dollars for the coastal fund.",
    "The {union} board turned down the offer on Friday. Chief executive {full} said the bidder had until 14 June to raise its price. {last} warned that the plant would close unless the price rose.",
    "{full}, the president of {state}, ruled out a meeting with the leader of {other} before the prisoners are freed. A truce could follow, {last} said.",
    "Mediator {full} proposed two working groups, on water and on power. {other} agreed to the first; {state} took note of it. {last} said the talks would resume in {city} next week.",
    "According to {full}, the party's negotiator, the budget depends on a deal over rents. {last} said {union} was ready to give up its claim to the ministry if the rents were frozen.",
    "Creditors of {state} refused to extend the loan. {full}, the finance minister, insisted that the bonds would be paid only once the audit was over. The lenders of {other} received confirmation of two tranches, {last} said.",
]
CASTS = [
    {"full": "Nora Ellind", "last": "Ellind", "state": "Varonia", "other": "Kestral", "city": "Almere", "union": "Harbour"},
    {"full": "Ingrid Haskell", "last": "Haskell", "state": "Meridia", "other": "Tolveria", "city": "Brenn", "union": "Pinewood"},
    {"full": "Amina Okoro", "last": "Okoro", "state": "Sandria", "other": "Belmark", "city": "Cordell", "union": "Redstone"},
    {"full": "Maria Quintero", "last": "Quintero", "state": "Ostravia", "other": "Nordland", "city": "Delvin", "union": "Whitmore"},
    {"full": "Anna Petrova", "last": "Petrova", "state": "Galdonia", "other": "Ruritania", "city": "Eastmoor", "union": "Fairholm"},
    {"full": "Yuki Tanaka", "last": "Tanaka", "state": "Lorvania", "other": "Sylvania", "city": "Fenwick", "union": "Kingsway"},
]  # fmt: skip


@pytest.fixture(scope="module")
def swapped():
    return coded([story.format(**cast) for story in STORIES for cast in CASTS])


@pytest.mark.parametrize("story, cast", list(itertools.product(range(len(STORIES)), range(1, len(CASTS)))))
def test_other_names_give_the_same_records(swapped, story, cast):
    here, there = swapped[story * len(CASTS)], swapped[story * len(CASTS) + cast]
    names = [(CASTS[cast][k], CASTS[0][k]) for k in CASTS[0]]
    assert len(here) > 3
    assert told(there, names) == told(here)
