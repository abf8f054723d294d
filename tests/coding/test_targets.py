"""Whom threats of invented reports are meant for."""

import pytest

from dragoman.coding import code
from dragoman.model import Actor, Coded, Threat
from dragoman.reading import read_text

PASSAGES = {
    "case": "Kenya said it would close the pass unless Ghana paid.",
    "on": "Japan announced it will impose tariffs on steel from Peru.",
    "for": "Kenya spoke of massive consequences for Togo if it chooses that path.",
    "befall": "Norway spoke of the consequences that will befall Chile if it attacks.",
    "cut off": "Norway said that it would cut off gas to Malta if the bill was not paid.",
    "aim": "Norway threatened sanctions to isolate Malta.",
    "nouns": "Officials spoke of Peruvian threats to break contact over the dam.",
    "told": "The registrar has written to the Reef Guild that fines will go out on Friday if the doors are not open.",
    "union": "The Ferry Crews Union met. The minister said he would put the ferries under guard if a walkout went beyond 48 hours.",
    "aside": "Should the swap not be done by May, Kenya will sue Ghana, its lawyer, Ada Bell, has told the court.",
    "otherwise": "Togo has asked Ghana for an answer. Otherwise Togo will have to take the matter to court.",
    "imposed": "He spoke of the tariffs imposed by Japan on Chile.",
    "happen": "Norway made clear what will happen to Peru if it attacks.",
    "response": "Norway said that if Peru goes on with its raids, there will be a swift, calibrated and united response.",
    "history": "The king left no son. If they could not agree, the council would open a sealed letter.",
    "peace": "Norway said Malta threatened peace in the region with its seizure of a reef.",
}


@pytest.fixture(scope="module")
def coded() -> dict[str, Coded]:
    return {name: code(read_text(text, id="r")) for name, text in PASSAGES.items()}


def _sides(coded: Coded) -> list[tuple[list[str], list[str]]]:
    names = {a.id: a.name for a in coded.of(Actor)}
    return [([names[i] for i in t.actor], [names[i] for i in t.target]) for t in coded.of(Threat)]


@pytest.mark.parametrize(
    ("name", "actor", "target"),
    [
        ("case", ["Kenya"], ["Ghana"]),
        ("on", ["Japan"], ["Peru"]),
        ("for", ["Kenya"], ["Togo"]),
        ("befall", ["Norway"], ["Chile"]),
        ("aim", ["Norway"], ["Malta"]),
        ("cut off", ["Norway"], ["Malta"]),
        ("nouns", ["Peru"], []),
        ("told", ["registrar"], ["Reef Guild"]),
        ("union", ["minister"], ["Ferry Crews Union"]),
        ("otherwise", ["Togo"], []),
        ("imposed", ["Japan"], ["Chile"]),
        ("happen", ["Norway"], ["Peru"]),
        ("response", ["Norway"], ["Peru"]),
    ],
)
def test_who_threatens_whom(coded: dict[str, Coded], name: str, actor: list[str], target: list[str]) -> None:
    assert _sides(coded[name]) == [(actor, target)]


def test_the_aside_of_who_said_it_is_no_part_of_the_threat(coded: dict[str, Coded]) -> None:
    (threat,) = coded["aside"].of(Threat)
    assert (threat.measure, threat.spans[0].text.endswith("Ghana")) == ("sue Ghana", True)


@pytest.mark.parametrize("name", ["peace", "history"])
def test_peace_in_danger_and_what_history_would_bring_are_none(coded: dict[str, Coded], name: str) -> None:
    assert _sides(coded[name]) == []
