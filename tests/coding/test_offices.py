"""For whom those act who are told by their office or as a group, in invented reports."""

import pytest

from dragoman.coding import code
from dragoman.coding.actors import Cast, find_actors
from dragoman.coding.parse import parse
from dragoman.model import Actor
from dragoman.reading import read_text


def read(text: str) -> Cast:
    return find_actors(parse(read_text(f"Talks resume over the quarry\n\n{text}", id="o")))


def principals(cast: Cast, name: str) -> set[str]:
    found: Actor = next(a for a in cast.actors.values() if a.name == name)
    return {cast.actors[i].name for i in found.acts_for}


def meant(cast: Cast, word: str, nth: int = 0) -> set[str]:
    """The names of whom the word stands for at its nth place."""
    places = [w for w in cast.parse.words if w.text == word]
    return {cast.actors[i].name for i in cast.who(places[nth])}


@pytest.mark.parametrize(
    ("text", "name", "body"),
    [
        (
            "A spokesman for the Quarry Guild rejected the plan on Friday. "
            "The spokesman, Piet Aalders, told reporters that the guild would wait.",
            "Piet Aalders",
            "Quarry Guild",
        ),
        (
            "Tarn Cement will not pay more, a director of Tarn Cement said. The director, Lena Roux, spoke after the session.",
            "Lena Roux",
            "Tarn Cement",
        ),
    ],
)
def test_a_name_given_later_is_that_of_whom_the_report_described_before(text: str, name: str, body: str) -> None:
    cast = read(text)
    assert principals(cast, name) == {body}


def test_the_first_description_and_the_name_are_one_actor() -> None:
    cast = read("A spokesman for the Quarry Guild rejected the plan. The spokesman, Piet Aalders, said the guild would wait.")
    assert meant(cast, "spokesman") == {"Piet Aalders"}


def test_a_spokesman_of_another_body_stays_another() -> None:
    cast = read(
        "A spokesman for Tarn Cement rejected the plan. The guild's spokesman, Piet Aalders, of the Quarry Guild, was pleased."
    )
    assert meant(cast, "spokesman") != {"Piet Aalders"}


def test_envoys_of_two_act_for_both() -> None:
    cast = read(
        "The Quarry Guild and Tarn Cement have fallen out. Envoys of the Quarry Guild and the Tarn Company met on Monday. "
        "They agreed on nothing."
    )
    assert principals(cast, "Envoys of the Quarry Guild") >= {"Quarry Guild"}
    assert len(principals(cast, "Envoys of the Quarry Guild")) == 2


def test_a_presidents_ministers_act_for_her_state() -> None:
    cast = read("Mara Velt, the president of Norway, was not moved. Her ministers pleaded for a pause in the fighting.")
    assert principals(cast, "ministers") == {"Norway"}


def test_the_government_alone_is_the_one_named_with_its_land() -> None:
    cast = read("The government of Talvik accepted the plan. The rebels refused it. The government said it would wait.")
    assert meant(cast, "government", 1) == {"Talvik"}


def test_a_presidency_is_an_office_of_the_land_before_it() -> None:
    cast = read(
        "The Vardian presidency, which hosts the summit, set a deadline. The presidency has warned that it will close the hall."
    )
    assert meant(cast, "presidency", 1) == meant(cast, "it") == {"Vardian presidency"}
    assert next(a for a in cast.actors.values() if a.name == "Vardian presidency").type == "office"


@pytest.mark.parametrize(
    "text",
    [
        "The 12-day deadline is adding to the pressure on the Quarry Guild.",
        "Money is what Tarn Cement refuses to spend.",
        "A wage offer threatens to split the Quarry Guild.",
    ],
)
def test_a_lifeless_thing_is_no_actor(text: str) -> None:
    assert {a.name for a in read(text).actors.values()} <= {"Quarry Guild", "Tarn Cement"}


def test_a_saints_name_is_the_trust_that_is_called_by_it() -> None:
    cast = read("The St Odran Trust rejected the plan. A director said that talks at St Odran would go on.")
    assert {a.name for a in cast.actors.values()} == {"St Odran Trust", "director"}


@pytest.mark.parametrize("noun", ["broadcaster", "carrier", "retailer"])
def test_a_firm_of_one_word_is_told_by_what_the_next_sentence_calls_it(noun: str) -> None:
    cast = read(f"Velora refuses to wait. The {noun}, which owns the hall, has set a deadline. Ida Lund, its chief, agreed.")
    assert meant(cast, noun) == {"Velora"}
    assert principals(cast, "Ida Lund") == {"Velora"}


def test_a_person_stays_a_person_before_a_sentence_about_a_firm() -> None:
    cast = read("Karin Velora refuses to wait. The carrier, which owns the hall, has set a deadline. Velora was angry.")
    assert next(a for a in cast.actors.values() if "Velora" in a.name).type == "person"


@pytest.mark.parametrize(
    ("told", "later", "name"),
    [("smaller", "bigger", "Harbour Bank"), ("weaker", "stronger", "Harbour Bank"), ("smaller", "smaller", "Tarn Bank")],
)
def test_the_one_of_two_is_told_by_its_size(told: str, later: str, name: str) -> None:
    cast = read(
        f"Tarn Bank, the {told} of two banks in the valley, asked for a merger. Harbour Bank was slow. "
        f"The {later} bank said on Friday that it would not hurry."
    )
    assert meant(cast, "bank") == {name}


def test_a_bigger_one_that_nobody_compared_is_not_guessed() -> None:
    cast = read("Tarn Bank asked for a merger. A director shrugged. The bigger bank said on Friday that it would not hurry.")
    assert meant(cast, "bank") != {"Tarn Bank"}


COUNTERPARTS = """\
Pavel Ruda would like to see Anna Brandt. He is still waiting.

The president of the Hill Club, a poor one, said that a settlement has to begin with a meeting between him and the Valley \
League's chief executive. A meeting of Brandt and Ruda will come later, said Ove Lind, a spokesman for the Valley League.

Her league is rich. Its lawyer, Tessa Moor, said so.
"""


def test_whoever_leads_the_report_is_told_by_his_office_in_the_next_paragraph() -> None:
    cast = read(COUNTERPARTS)
    assert principals(cast, "Pavel Ruda") == {"Hill Club"}
    assert meant(cast, "president") == {"Pavel Ruda"}
    assert meant(cast, "him") >= {"Pavel Ruda"}


def test_the_office_named_with_him_is_that_of_his_one_counterpart() -> None:
    cast = read(COUNTERPARTS)
    assert principals(cast, "Anna Brandt") == {"Valley League"}
    assert meant(cast, "executive") == {"Anna Brandt"}


def test_her_league_is_the_one_league_of_the_report() -> None:
    cast = read(COUNTERPARTS)
    assert principals(cast, "Tessa Moor") == {"Valley League"}


def test_two_counterparts_leave_the_office_open() -> None:
    cast = read(COUNTERPARTS.replace("Her league", "A meeting of Ruda and Ida Holm is unlikely. Her league"))
    assert principals(cast, "Anna Brandt") == set()


def test_the_president_of_a_conference_acts_for_its_presidency() -> None:
    cast = read(
        "The Vardian presidency, which hosts the summit, set a deadline. Conference president Jana Moll said that it would hold."
    )
    assert principals(cast, "Jana Moll") == {"Vardian presidency"}


def test_what_a_speaker_is_put_into_the_middle_of_is_no_office_of_his():
    text = (
        'An improved offer, Aurel Lomm, the finance director of Castra Lines, told analysts on Tuesday, "cannot leave this building until '
        "the money is in our account\"."
    )
    (lomm,) = [a for a in code(read_text(text, date="2031-03-20")).of(Actor) if a.name == "Aurel Lomm"]
    assert "offer" not in (lomm.role or "") and "director" in (lomm.role or "")
