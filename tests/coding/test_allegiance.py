"""For whom officials act where only the rest of the report tells it."""

import pytest

from dragoman.coding.actors import Cast, find_actors
from dragoman.coding.parse import parse
from dragoman.reading import read_text

REPORT = """\
Ostrava and Lirena dig in over grain permits

TALVIK, Ostrava (Coast Wire) - Ostrava's army has closed the grain road. Farm Minister Egil Stroud said on Monday that Ostrava would reopen it only after the permits were issued.

Trade Minister Dora Venn told the Lirenan parliament on Sunday that her government would issue none. Lirena exports barley. His ministry said that Ostrava was patient. "They are patient with other people's bread," Venn said.

Her counterpart, Piet Arran, laughed. President Olan Reiss asked for calm.
"""
FIRM = """\
Bid for Quarrel lapses

Quarrel's largest shareholder, the Bright Fund, rejected the bid. The Quarrel chairman, Una Bree, said the firm was content. A Quarrel spokesman added nothing.

Lena Marsh, director of governance at the Harbour Commission, disagreed. Peder Lund, vice president for new projects at the Oslo-based Alder Center, agreed. Iris Dahl, the chief of staff of Marsh, said so.

Party leader and Prime Minister Boris Lind was silent. Her general secretary, Tom Orr, spoke for the RMU union. The RMU union said no. Ambassador to Norway Jane Holm left.
"""


def _cast(text: str) -> Cast:
    return find_actors(parse(read_text(text)))


@pytest.fixture(scope="module")
def talks() -> dict[str, list[str]]:
    """Whom each actor of the report on two states acts for."""
    return _principals(_cast(REPORT))


@pytest.fixture(scope="module")
def firm() -> dict[str, list[str]]:
    """Whom each actor of the report on a firm acts for."""
    return _principals(_cast(FIRM))


def _principals(cast: Cast) -> dict[str, list[str]]:
    return {a.name: [cast.actors[i].name for i in a.acts_for] for a in cast.actors.values()}


@pytest.mark.parametrize(
    ("person", "state"),
    [
        ("Egil Stroud", "Ostrava"),  # says what Ostrava will do
        ("Dora Venn", "Lirena"),  # speaks to its parliament
        ("Piet Arran", "Ostrava"),  # her counterpart, and two states are party
        ("Olan Reiss", "Ostrava"),  # unqualified, in a report from there
    ],
)
def test_an_official_acts_for_the_state_that_the_report_leaves(talks: dict[str, list[str]], person: str, state: str) -> None:
    assert talks[person] == [state]


def test_a_minister_who_says_what_another_state_will_suffer_is_not_its_own() -> None:
    found = _principals(
        _cast("Talks fail\n\nOstrava and Lirena met. Trade Minister Dora Venn said Ostrava would face tariffs.\n")
    )
    assert found["Dora Venn"] == []


def test_an_official_with_two_states_to_choose_from_stays_open() -> None:
    text = "Talks fail\n\nTrade Minister Dora Venn said Ostrava would sign. Venn said Lirena would sign too.\n"
    assert _principals(_cast(text))["Dora Venn"] == []


@pytest.mark.parametrize(
    ("person", "body"),
    [
        ("Una Bree", "Quarrel"),
        ("Quarrel spokesman", "Quarrel"),
        ("Lena Marsh", "Harbour Commission"),
        ("Peder Lund", "Alder Center"),
        ("Iris Dahl", "Lena Marsh"),
    ],
)
def test_a_bare_name_or_a_longer_office_tells_the_body(firm: dict[str, list[str]], person: str, body: str) -> None:
    assert firm[person] == [body]


def test_a_description_before_a_body_is_that_body(firm: dict[str, list[str]]) -> None:
    cast = _cast(FIRM)
    word = next(w for w in cast.parse.words if w.text == "shareholder")
    assert [cast.actors[i].name for i in cast.who(word)] == ["Bright Fund"]


def test_two_titles_before_a_name_and_a_class_after_one_are_no_actors_of_their_own(firm: dict[str, list[str]]) -> None:
    assert not {"Party leader", "RMU union", "Norway Jane Holm"} & set(firm)
    assert "Jane Holm" in firm


def test_a_premier_named_with_the_other_states_premier_is_of_the_remaining_state() -> None:
    text = (
        "Pellan and Corva cannot agree.\n\nPellan refused the offer. Corva accepted it. Pellan said no. Corva said yes. "
        "Prime Minister Ada Rusk wants a meeting. Hugo Lind, prime minister of Corva, has asked for one. Rusk and Lind could meet "
        "in May.\n"
    )
    found = _principals(_cast(text))
    assert found["Hugo Lind"] == ["Corva"]
    assert found["Ada Rusk"] == ["Pellan"]


def test_ministers_in_capitals_are_those_named() -> None:
    text = (
        "Foreign Minister Bo Lind of Sweden and Foreign Minister Cy Moen of Norway met in Turku on Monday.\n\n"
        "The Foreign Ministers welcomed the plan. The two ministers will meet again."
    )
    cast = _cast(text)
    heads = [w for w in cast.parse.words if w.lower == "ministers"]
    assert [sorted(cast.actors[i].name for i in cast.who(w)) for w in heads] == [["Bo Lind", "Cy Moen"]] * 2


def _for(text: str, name: str) -> list[str]:
    cast = _cast(text)
    (who,) = [a for a in cast.actors.values() if a.name == name]
    return [cast.actors[i].name for i in who.acts_for]


@pytest.mark.parametrize(
    ("text", "name", "whose"),
    [
        ("Oskin Pharma sued. Ravi Menon wrote to Helen Brandt of Oskin Pharma last week.", "Helen Brandt", "Oskin Pharma"),
        (
            "Norway on Friday brushed aside the plan, days before a 90-day US deadline expires.\n\n"
            "It was the last page, government spokesman Luca Branwell told journalists.",
            "Luca Branwell",
            "Norway",
        ),
        (
            "The First League dismissed a request by the Players Union for a meeting between its president, Ana Dufresne, and others.",
            "Ana Dufresne",
            "Players Union",
        ),
        ("Karvonia's prime minister will not see the bishop, the government said on Friday.", "government", "Karvonia"),
    ],
)
def test_by_house_by_who_acts_by_who_asks_and_by_the_head(text: str, name: str, whose: str) -> None:
    assert _for(text, name) == [whose]


def test_a_named_persons_government_is_not_anothers() -> None:
    assert not _for("Karvonia's prime minister is ill. Pieter Tarn's government wants a vote.", "government")
