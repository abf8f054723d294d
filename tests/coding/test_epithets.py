"""Descriptions that mean the person of the sentence before."""

import pytest

from dragoman.coding.casting import Casting
from dragoman.coding.parse import parse
from dragoman.reading import read_text


@pytest.mark.parametrize(
    ("text", "described"),
    [
        ("Maria Olm hears it another way. The pianist told a crowd that the hall was shut.", "pianist"),
        ("Maria Olm has tried before. The head of the Crew Guild asked for a talk in March.", "head"),
        ("Maria Olm sees no hurry. In May the economist wrote that rents would fall.", "economist"),
    ],
)
def test_a_new_description_is_the_person_of_the_sentence_before(text: str, described: str) -> None:
    casting = Casting(parse(read_text(text, id="e"))).run()
    word = next(w for w in casting.parse.words if w.lower == described)
    assert [d.name for d in casting.mentions[word.i]] == ["Maria Olm"]


@pytest.mark.parametrize(
    ("text", "described"),
    [
        ("Maria Olm met Hugo Tarn. The pianist told a crowd that the hall was shut.", "pianist"),
        ("Maria Olm was there.\n\nThe pianist told a crowd that the hall was shut.", "pianist"),
        ("Maria Olm, chair of the Mill Board, was there. The head of the Crew Guild asked for a talk.", "head"),
        ("Maria Olm was hit by a van. A pianist told a crowd that the hall was shut.", "pianist"),
    ],
)
def test_somebody_else_is_somebody_else(text: str, described: str) -> None:
    casting = Casting(parse(read_text(text, id="e"))).run()
    word = next(w for w in casting.parse.words if w.lower == described)
    assert [d.name for d in casting.mentions[word.i]] != ["Maria Olm"]
