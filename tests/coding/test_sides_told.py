"""For whom somebody speaks, where a verb, another person, a description or a meeting tells it; and whom "it" means then."""

import pytest

from dragoman.coding.actors import Cast, find_actors
from dragoman.coding.parse import parse
from dragoman.reading import read_text


def read(text: str) -> Cast:
    return find_actors(parse(read_text(f"Talks over the ferry resume\n\n{text}", id="s")))


def sides(cast: Cast, name: str) -> set[str]:
    found = next(a for a in cast.actors.values() if a.name == name)
    return {cast.actors[i].name for i in found.acts_for}


def meant(cast: Cast, word: str, nth: int = 0) -> set[str]:
    places = [w for w in cast.parse.words if w.lower == word]
    return {cast.actors[i].name for i in cast.who(places[nth])}


@pytest.mark.parametrize(
    ("text", "name", "side"),
    [
        ("Anna Birk, who speaks for the Ferry Crews' Union, said no. ", "Anna Birk", "Ferry Crews' Union"),
        ("Olaf Renn, who presides over the Quarry Guild, said no. ", "Olaf Renn", "Quarry Guild"),
        ("Olaf Renn, who took over the Quarry Guild in May, said no. ", "Olaf Renn", "Quarry Guild"),
        ("Olaf Renn, a farmer who leads the Orchard League, said no. ", "Olaf Renn", "Orchard League"),
        ("Olaf Renn, who leads the 900 members of the Quarry Guild, said no. ", "Olaf Renn", "Quarry Guild"),
        (
            "The Quarry Guild's negotiator, Olaf Renn, said no. Renn's deputy, Dora Maas, left. ",
            "Dora Maas",
            "Quarry Guild",
        ),
        (
            "The Quarry Guild's negotiator, Olaf Renn, said no. Renn's assistant, Tove Maas, said she would stay. ",
            "Tove Maas",
            "Quarry Guild",
        ),
        ("The negotiators Olaf Renn, for the Quarry Guild, and Ida Holt, for Stonecorp, met. ", "Olaf Renn", "Quarry Guild"),
        (
            "The Quarry Guild will not budge, its spokeswoman said on Monday. Spokeswoman Ida Holt told reporters that talks were over. ",
            "Ida Holt",
            "Quarry Guild",
        ),
        ("The Port Women's League said no. Ida Holt, its treasurer, said so. ", "Ida Holt", "Port Women's League"),
        ("The island's biggest union, the Quarry League, said no. Its secretary, Ida Holt, left. ", "Ida Holt", "Quarry League"),
        ("The Quarry Guild refused. Its envoy abroad, Miriam Holt, said it would wait. ", "Miriam Holt", "Quarry Guild"),
    ],
)
def test_a_person_is_tied_to_the_side_that_the_report_tells(text: str, name: str, side: str) -> None:
    assert sides(read(text), name) == {side}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Olaf Renn, who leads talks with the Quarry Guild, said no. ", "Olaf Renn"),
        ("Olaf Renn, who took part in a march of the Quarry Guild, said no. ", "Olaf Renn"),
        ("Olaf Renn, for years a friend of the Quarry Guild, said no. ", "Olaf Renn"),
    ],
)
def test_who_only_deals_with_a_body_is_not_of_it(text: str, name: str) -> None:
    cast = read(text)
    assert not any(a.name == name and a.acts_for for a in cast.actors.values())


@pytest.mark.parametrize(
    ("text", "nth", "who"),
    [
        ("The Quarry Guild had been told by the Tide Fund that it would send one crane. ", 0, {"Tide Fund"}),
        ("The Quarry Guild had received a promise from the Tide Fund that it would send one crane. ", 0, {"Tide Fund"}),
        ("The Quarry Guild declined. It is prepared to talk on Friday. ", 0, {"Quarry Guild"}),
        ("The Quarry Guild declined. It is likely to rain on Friday. ", 0, set()),
    ],
)
def test_it_means_who_promises_or_is_ready(text: str, nth: int, who: set[str]) -> None:
    assert meant(read(text), "it", nth) == who


def test_a_title_leads_back_to_its_bearer() -> None:
    cast = read("Gov. Ruth Hale asked both sides to wait. The strike went on. The governor said she had done enough. ")
    assert meant(cast, "governor") == {"Ruth Hale"}


def test_a_long_quotation_takes_nobody_out_of_reach() -> None:
    cast = read(
        'Mr Lars Holt dismissed that. "The chair is no plumber. First comes a draft. Every line will be read. '
        'Then she will meet President Renn."\n\nOn television he was asked what he wanted. '
    )
    assert meant(cast, "he") == {"Lars Holt"}


def test_a_persons_party_is_the_body_that_he_leads() -> None:
    cast = read(
        "Ida Holt, who leads the Shore Alliance, said no. The Pensioners' Party said yes. Her party has also put forward a plan. "
    )
    assert meant(cast, "her") == {"Ida Holt"}
    assert meant(cast, "party", 1) == {"Shore Alliance"}


def test_a_counterpart_holds_the_same_office() -> None:
    cast = read(
        "Ostrava's president, Olan Reiss, would see his Lirenan counterpart, Piet Arran, on Friday. The Lirenan president said no. "
    )
    assert meant(cast, "president", 1) == {"Piet Arran"}
