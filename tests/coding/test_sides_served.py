"""Whom somebody acts for, in the wordings that reports use beside the plain "X's spokesman": invented coverage of several fields."""

import pytest

from dragoman.coding.actors import find_actors
from dragoman.coding.parse import parse
from dragoman.reading import read_text

SERVED = [
    ("Norhavn: no pay talks yet\n\nThe port of Norhavn would not meet the head of the dockers' association, Maria Brandt, on Monday. Brandt complained.", "Maria Brandt", "association"),
    ("Stoppage goes on\n\nThe leader of the nurses' federation, Paula Venn, spoke on Monday. The clinics refused to answer. Venn said the federation would wait.", "Paula Venn", "federation"),
    ("Border talks stall\n\nThe secretary-general of the Straits Union, Karl Meissner, said he would welcome a summit. The union is worried.", "Karl Meissner", "Straits Union"),
    ("Catch talks stall\n\nThe director-general of the Ports Authority, Ines Tavi, said the ports were calm. The authority will wait.", "Ines Tavi", "Ports Authority"),
    ("Grain row goes on\n\nThe deadline was set by the World Grain Forum. The forum's director, Ada Lindt, called on both countries to act. The forum can impose fines.", "Ada Lindt", "World Grain Forum"),
    ("Transfer row goes on\n\nThe limit was set by the Continental Football Congress. The congress's president, Ivo Marr, called on both clubs to act.", "Ivo Marr", "Continental Football Congress"),
    ("Harrow Mills: chairmen will not meet yet\n\nHarrow Mills and Larch Foods are at odds over their merger. Harrow's stand was set out by its spokesman, Simon Pell. Harrow chairman Philip Grant could meet Larch chairwoman Tessa Okoro later, he said. Harrow's finance director, Anna Cole, said nothing.", "Philip Grant", "Harrow Mills"),
    ("Harrow Mills: chairmen will not meet yet\n\nHarrow Mills and Larch Foods are at odds over their merger. Harrow's stand was set out by its spokesman, Simon Pell. Harrow chairman Philip Grant could meet Larch chairwoman Tessa Okoro later, he said. Harrow's finance director, Anna Cole, said nothing.", "Simon Pell", "Harrow Mills"),
    ("Harrow Mills: chairmen will not meet yet\n\nHarrow Mills and Larch Foods are at odds over their merger. Harrow's stand was set out by its spokesman, Simon Pell. Harrow chairman Philip Grant could meet Larch chairwoman Tessa Okoro later, he said. Harrow's finance director, Anna Cole, said nothing.", "Anna Cole", "Harrow Mills"),
    ("District: no meeting until contract is signed\n\nSuperintendent Otto Webb will not sit down with the teachers until a contract has been worked out, the Marlow County school district said. District spokesman Hans Lind turned down the request. The district's chief negotiator, Clara Temple, said so on Tuesday.", "Hans Lind", "Marlow County school district"),
    ("District: no meeting until contract is signed\n\nSuperintendent Otto Webb will not sit down with the teachers until a contract has been worked out, the Marlow County school district said. District spokesman Hans Lind turned down the request. The district's chief negotiator, Clara Temple, said so on Tuesday.", "Clara Temple", "Marlow County school district"),
    ("Truce talks\n\nVostria and Tamria are at war. Vostria has suggested another form of talks. The head of its delegation, Pavel Runk, said Vostria had proposed two working groups.", "Pavel Runk", "Vostria"),
    ("Steel bid\n\nKorvik Metals wants to buy Brennan Steel. The chief executive of the Danish group, Anders Holt, would not meet the chairman of Brennan, Margaret Oaks, Korvik said.", "Anders Holt", "Korvik Metals"),
    ("Steel bid\n\nKorvik Metals wants to buy Brennan Steel. Business secretary Colm Tiern warned Brennan Steel and Korvik to agree. His department will decide.", "Colm Tiern", None),
    ("Lockout\n\nThe Bakers' Guild will not meet the mill owners. Its president, Dora Finn, said so. Commissioner Hal Dreyer told both sides to stop. The Energy Board set a deadline.", "Hal Dreyer", None),
    ("Rail strike\n\nMinister Ada Roe met train drivers' union president Tom Vale on Monday. The union refused her offer.", "Tom Vale", "union"),
    ("Bank merger\n\nHolm-Dahl would meet no one, according to Petra Lund, Korvik's head of communications. Korvik Steel is buying a rival.", "Petra Lund", "Korvik Steel"),
    ("Depot dispute\n\nPeter Abel, who runs industrial relations at Ostel Railways, spoke on Monday. Ostel Railways did not comment.", "Peter Abel", "Ostel Railways"),
    ("Depot dispute\n\nPeter Abel, who runs the picket at Ostel Railways, spoke on Monday. Ostel Railways did not comment.", "Peter Abel", None),
    ("Exam boycott\n\nProfessor Ida Strom, who leads the country's lecturers, will not talk. Her union said so. The College Teachers' League has refused since April.", "Ida Strom", "College Teachers' League"),
    ("Exam boycott\n\nIda Strom, a lecturer, will not talk. Her union said so. The College Teachers' League has refused since April.", "Ida Strom", None),
    ("Steel bid\n\nBrennan Steel wants a talk. Margaret Oaks, who chairs the 90-year-old Harrow company, said so on Monday.", "Margaret Oaks", "Brennan Steel"),
    ("Village war\n\nThe rebels refused. The government accepted at once. President Lucia Maran said she was ready.", "Lucia Maran", "government"),
    ("Church lands\n\nThe government of Karlia will not meet Metropolitan Serapion for now. Metropolitan Serapion leads the Old Church. Serapion said he was sad.", "Serapion", None),
]


@pytest.mark.parametrize(("report", "person", "principal"), SERVED)
def test_who_acts_for_whom(report: str, person: str, principal: str | None) -> None:
    cast = find_actors(parse(read_text(report)))
    found = [a for a in cast.actors.values() if a.name == person]
    assert [a.type for a in found] == ["person"]
    assert [cast.actors[i].name for i in found[0].acts_for] == ([principal] if principal else [])


def _names(report: str) -> dict[str, set[str]]:
    """The actors of a report by name, with their other names."""
    return {a.name: set(a.aliases) for a in find_actors(parse(read_text(report))).actors.values()}


def test_a_union_told_by_its_place_is_the_body_of_that_place() -> None:
    found = _names(
        "Classes off\n\nThe president of the Marn Valley teachers union will wait, a union spokesman said. "
        "The fight is long, said Dana Oke, spokesman for Marn Valley Educators."
    )
    assert "Marn Valley teachers union" in found["Marn Valley Educators"]
    apart = _names("Wards shut\n\nThe Marn Valley nurses union will wait. The Marn Valley Hospitals Authority closed two wards.")
    assert not any("union" in a for a in apart["Marn Valley Hospitals Authority"])


def test_rebels_are_the_one_armed_group_with_a_name() -> None:
    found = _names("War\n\nKasara rebels would not talk, said Joel Amin, spokesman for the Northern People's Front.")
    assert "Kasara rebels" in found["Northern People's Front"]
    two = _names("War\n\nKasara rebels would not talk. The Northern People's Front and the Harbour Militia fought each other.")
    assert "Kasara rebels" not in two["Northern People's Front"]


def test_a_town_beside_its_noun_is_nobody() -> None:
    assert "Dorel" not in _names("War\n\nIn the capital, Dorel, the president argued for talks. She was tired.")
