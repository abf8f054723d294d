"""Numbers with their units in invented sentences of several fields."""

import pytest

from dragoman.coding.parse import Parse, parse
from dragoman.coding.quantities import Quantity, find_quantities
from dragoman.reading import read_text

REPORT = """\
It freed 1,200 more prisoners, and a 50-day pause went on for 30 days.

Rates rise between 5 and 7 percent. The fund wants hundreds of millions of dollars. A $10 billion plan was drawn up.

Half a million people left. Two cranes came from Ghana and one from Togo. A dozen ferries sank.

The mine paid US$400 million, then €5bn and £3.5m to miners. It promised 80 million cubic metres of water.

Seven of the 11 political detainees were freed. Havel has paid 11 of its 18 million florins. Two-thirds of the crews agreed.

Article 5 of Resolution 2254 stands. The 45-year-old won 3-2 on July 31, 2025. One of the leaders left.

They sent four hundred and fifty thousand doses, up to 10 coast guard patrol ships, 40 to 50 buses. They handed over 60 tents.
"""


@pytest.fixture(scope="module")
def parsed() -> Parse:
    return parse(read_text(REPORT))


@pytest.fixture(scope="module")
def found(parsed: Parse) -> dict[str, Quantity]:
    return {q.text: q for q in find_quantities(parsed)}


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("1,200 more prisoners", 1200, "prisoners"),
        ("$10 billion", 1e10, "dollars"),
        ("Half a million people", 5e5, "people"),
        ("A dozen ferries", 12, "ferries"),
        ("US$400 million", 4e8, "dollars"),
        ("€5bn", 5e9, "euros"),
        ("£3.5m", 3.5e6, "pounds"),
        ("80 million cubic metres", 8e7, "cubic metres"),
        ("four hundred and fifty thousand doses", 450_000, "doses"),
        ("up to 10 coast guard patrol ships", 10, "ships"),
        ("60 tents", 60, "tents"),
    ],
)
def test_value_and_unit(found: dict[str, Quantity], text: str, value: float, unit: str) -> None:
    assert (found[text].value, found[text].unit) == (value, unit)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("between 5 and 7 percent", "percent"),
        ("hundreds of millions of dollars", "dollars"),
        ("Two-thirds of the crews", "crews"),
        ("40 to 50 buses", "buses"),
    ],
)
def test_sizes_ranges_and_parts_have_no_value(found: dict[str, Quantity], text: str, unit: str) -> None:
    assert (found[text].value, found[text].unit) == (None, unit)


def test_a_bare_number_is_lent_the_unit_before_it(found: dict[str, Quantity]) -> None:
    assert (found["one"].value, found["one"].unit) == (1, "cranes")
    assert (found["Seven"].value, found["Seven"].unit) == (7, "detainees")


def test_a_part_of_millions_counts_in_millions(found: dict[str, Quantity]) -> None:
    assert (found["11"].value, found["11"].unit) == (11e6, "florins")


def test_times_labels_scores_and_pronouns_are_no_quantities(found: dict[str, Quantity]) -> None:
    told = " | ".join(found)
    assert not any(words in told for words in ("50-day", "30 days", "2254", "45", "3-2", "2025", "31", "One"))
    assert {"5", "3", "2"}.isdisjoint(found)


def test_each_quantity_names_its_words(parsed: Parse) -> None:
    for quantity in find_quantities(parsed):
        assert parsed.span(parsed.words[quantity.first : quantity.last + 1]).text == quantity.text
