"""Groups with a matter each, however the matters are told: listed, marked one by one, or in the sentences after."""

import pytest

from dragoman.coding import code
from dragoman.model import Track
from dragoman.reading import read_text

PROPOSED = {
    "The coach offered up another idea, namely three working groups to handle transfers, fees and streaming.": ["transfers", "fees", "streaming"],
    "He had suggested setting up two working groups, one for policing at sea and one for access by foreign boats.": [
        "policing at sea", "access by foreign boats",
    ],
    "His side had offered to create four panels, on tariffs, metering, past debts and pipeline repairs.": [
        "tariffs", "metering", "past debts", "pipeline repairs",
    ],
    "She would like three working groups, the first on loans, the second on visas, the third on storage.": ["loans", "visas", "storage"],
    "Two working groups have been put forward by the tenants, one to deal with heating costs, the other with repairs.": [
        "heating costs", "repairs",
    ],
    "He proposed that the talks be divided among two working groups: one for sampling and one for the protection of data.": [
        "sampling", "protection of data",
    ],
    "The bank had brought a proposal of its own, for three working groups: on bonds, swaps and guarantees.": ["bonds", "swaps", "guarantees"],
    "The ministry proposed three panels. One would look at fares, another at pensions and the third at rosters.": [
        "fares", "pensions", "rosters",
    ],
    "The envoy suggested two committees. The first would deal with the border. The second would take up the question of seats.": [
        "border", "question of seats",
    ],
    "The federation wants three working groups. They would cover safety, prizes and doping.": ["safety", "prizes", "doping"],
    "Varland wants the talks split into two tables, one for the border and one for trade, its delegation said.": ["border", "trade"],
    "Norland suggested dividing the work among three groups of experts, who would study soil, seeds and storage respectively.": [
        "soil", "seeds", "storage",
    ],
    "The clinic described three working groups on dosage, pricing and supply. None of them has been set up.": [
        "dosage", "pricing", "supply",
    ],
}  # fmt: skip
OTHER = [
    "The guild proposed two working groups and accused the opera of delaying talks on pay and pensions.",
    "The guild proposed two working groups at meetings on Monday and Tuesday.",
    "Two armed groups, one from the north and one from the south, attacked the town.",
    "Three political groups in parliament back the bill.",
]


def _tracks(text: str) -> list[Track]:
    return [*code(read_text(text, id="r", date="2030-06-12")).of(Track)]


@pytest.mark.parametrize(("text", "matters"), PROPOSED.items())
def test_each_matter_is_a_track_that_is_only_proposed(text: str, matters: list[str]) -> None:
    found = [t for t in _tracks(text) if " on " in t.name]
    assert [t.name.split(" on ", 1)[1] for t in found] == matters
    assert {t.status for t in found} == {"proposed"}


@pytest.mark.parametrize("text", OTHER)
def test_what_else_stands_after_groups_is_no_matter_of_theirs(text: str) -> None:
    assert not [t for t in _tracks(text) if " on " in t.name and t.name.split()[-3] in ("group", "groups")]


def test_groups_at_work_are_active() -> None:
    found = _tracks("Two panels, one on prices and one on quality, met for the first time on Monday.")
    assert [(t.name, t.status) for t in found] == [("panel on prices", "active"), ("panel on quality", "active")]
