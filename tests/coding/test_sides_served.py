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
    ("Church lands\n\nThe government of Karlia will not meet Metropolitan Serapion for now. Metropolitan Serapion leads the Old Church. Serapion said he was sad.", "Serapion", None),
]


@pytest.mark.parametrize(("report", "person", "principal"), SERVED)
def test_who_acts_for_whom(report: str, person: str, principal: str | None) -> None:
    cast = find_actors(parse(read_text(report)))
    found = [a for a in cast.actors.values() if a.name == person]
    assert [a.type for a in found] == ["person"]
    assert [cast.actors[i].name for i in found[0].acts_for] == ([principal] if principal else [])
