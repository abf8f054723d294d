"""Where names begin and end, and who is meant by nationals, shared surnames and statements spoken of again."""

import pytest

from dragoman.coding.actors import Cast, find_actors
from dragoman.coding.parse import parse
from dragoman.reading import read_text


def _cast(text: str) -> Cast:
    return find_actors(parse(read_text(text)))


def _meant(cast: Cast, after: str, text: str) -> list[str]:
    """Whom the first word `text` from the words `after` on stands for."""
    start = cast.parse.document.text.index(after)
    word = next(w for w in cast.parse.words if w.start >= start and w.text == text)
    return [cast.actors[i].name for i in cast.who(word)]


NAMES = """\
Ferry line reopens

KELM HARBOUR, Norway (Tide Wire) - Senate Majority Leader Ida Quist spoke. US Ambassador to Norway Jane Holm agreed, and so did Jamil al-Sayed. The Office of the Envoy closed.

Norwegian Prime Minister Theresa May met Minister of Foreign Affairs Olav Dahl near Skarn Bridge. The talks in Upper Lund ended. Lower Lund said no.
"""


@pytest.fixture(scope="module")
def names() -> set[str]:
    """The names of the cast of a report with many titles."""
    return {a.name for a in _cast(NAMES).actors.values()}


def test_titles_and_particles_are_cut_where_the_name_begins(names: set[str]) -> None:
    assert {"Ida Quist", "Jane Holm", "Jamil al-Sayed", "Theresa May", "Olav Dahl", "Office of the Envoy", "Lower Lund"} <= names


def test_neither_a_dateline_nor_a_bridge_is_anybody(names: set[str]) -> None:
    assert not {n for n in names if "KELM" in n or "Tide" in n or "Bridge" in n or "Leader" in n or n.startswith("Affairs")}


PEOPLE = """\
Island life

Another Cuban, who gave no name, said life was hard. Thousands of Danes marched. The Danes said no. A Danish official left.
"""


@pytest.mark.parametrize(
    ("after", "word", "who"),
    [
        ("Another Cuban", "Cuban", "Cuban"),
        ("Thousands of", "Danes", "Danes"),
        ("The Danes", "Danes", "Denmark"),
    ],
)
def test_people_of_a_state_are_not_the_state(after: str, word: str, who: str) -> None:
    cast = _cast(PEOPLE)
    assert _meant(cast, after, word) == [who]


def test_a_shared_surname_is_whom_it_meant_before_the_other_came() -> None:
    text = "Pilots\n\nOle Brandt left. Brandt was tired. His wife, Nora Brandt, stayed. Brandt wrote to the firm.\n"
    assert _meant(_cast(text), "Brandt wrote", "Brandt") == ["Ole Brandt"]


def test_a_shared_surname_is_that_of_the_one_never_called_by_first_name() -> None:
    text = "Pilots\n\nOle Brandt and Nora Brandt came. Ole sang. Brandt wrote to the firm.\n"
    assert _meant(_cast(text), "Brandt wrote", "Brandt") == ["Nora Brandt"]


STATEMENTS = """\
Quay closed

The Harbour Union said in a statement that it would wait. The statement added that pay was poor.

A tweet on Monday by US envoy Peter Falk was short. A letter released by Falk's office was long. The pay is poor, according to Lena Marsh. "It is late," she said.
"""


@pytest.mark.parametrize(
    ("after", "word", "who"),
    [
        ("The statement added", "statement", "Harbour Union"),
        ("A tweet", "tweet", "Peter Falk"),
        ("A letter", "letter", "office"),
        ('late," she', "she", "Lena Marsh"),
    ],
)
def test_a_text_speaks_for_whoever_issued_it(after: str, word: str, who: str) -> None:
    assert _meant(_cast(STATEMENTS), after, word) == [who]


def test_officials_and_whoever_acts_are_printed_and_a_mere_name_is_not() -> None:
    text = "Talks\n\nTrade Minister Dora Venn of Norway left for Chile. The road to Peru is long.\n"
    cast = _cast(text + "It rained. It was cold. Nobody came. The door was shut. The day was lost.\n")
    printed = {cast.actors[i].name for i in cast.taking_part()}
    assert "Dora Venn" in printed
    assert not {"Chile", "Peru"} & printed
    assert not _cast(text).taking_part()  # a passage names only whom it is about


GROUPS = """\
Grain prices

Some relief organizations asked for help. The high-ranking Danish official said no. U.S. and Harbour Fund officials met. Growers in Upper Lund refused.

One of Orr's lawyers, Lena Falk, said so. Anna Orr left. The army and the rebels of the Northern Front met. The army said no.
"""


@pytest.mark.parametrize(
    ("after", "word", "form"),
    [
        ("Some relief", "organizations", "Some relief organizations"),
        ("The high", "official", "high-ranking Danish official"),
        ("Growers", "Growers", "Growers in Upper Lund"),
    ],
)
def test_a_group_goes_under_its_longer_forms_too(after: str, word: str, form: str) -> None:
    cast = _cast(GROUPS)
    found = next(w for w in cast.parse.words if w.start >= GROUPS.index(after) and w.text == word)
    (one,) = (cast.actors[i] for i in cast.who(found))
    assert form in (one.name, *one.aliases)


def test_officials_of_two_act_for_both_and_one_of_many_is_who_is_named() -> None:
    cast = _cast(GROUPS)
    found = {a.name: {cast.actors[i].name for i in a.acts_for} for a in cast.actors.values()}
    assert {"U.S.", "Harbour Fund"} in found.values()
    assert found["Lena Falk"] == {"Anna Orr"}


def test_an_army_is_no_rebel_front() -> None:
    assert _meant(_cast(GROUPS), "The army said", "army") == ["army"]


def test_a_middle_initial_and_a_short_first_name_make_no_second_person() -> None:
    text = (
        "Secretary Antony J. Blinken and Norwegian President Mara Holm Statements to the Press\n\n"
        "Antony J. Blinken, Secretary of State\n\nWe have with us the Secretary of State Tony Blinken. Blinken said talks would go on.\n"
    )
    people = [a.name for a in _cast(text).actors.values() if a.type == "person"]
    assert [n for n in people if "Blinken" in n] == ["Antony J. Blinken"]


def test_a_role_is_not_cut_at_a_hyphen() -> None:
    text = "Talks\n\nSalem Idris, the former chief of staff of the Western-backed Free Army, said the talks had failed.\n"
    roles = [a.role for a in _cast(text).actors.values() if a.name == "Salem Idris"]
    assert roles and not roles[0].endswith("Western")
