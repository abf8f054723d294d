"""Threats of an invented report."""

from dragoman.coding import code
from dragoman.model import Threat
from dragoman.reading import read_text


def test_a_threatened_harm_is_found_with_its_measure_and_a_threatened_species_is_not() -> None:
    coded = code(read_text("The crews threatened to strike on Friday.\n\nDrought threatened the harvest.", id="invented"))
    assert [t.measure for t in coded.of(Threat)] == ["strike on Friday"]
