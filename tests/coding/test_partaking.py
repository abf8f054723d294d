"""Who took part in an event: by its subject, its noun phrase, its setting, and "the two"."""

import pytest

from dragoman.coding import code
from dragoman.model import Actor, Event
from dragoman.reading import read_text

REPORT = """\
Chile and Peru have quarrelled over the pass for years. The two countries signed a customs treaty on 4 May 2031.

Fishermen praised the herring accord reached last year between Norway and Denmark.

President Ada Brook of Ghana thanked Premier Ole Dahl of Iceland during a phone call on Friday.

Kenya spoke well of the plan after talks with Uganda in Nairobi.
"""

STRIKE = """\
The Tramway Guild gave no figures. A strike on 3 March 2031 shut the depot.
"""

TWO_UNIONS = STRIKE + "\nThe Bakers' Union gave none either.\n"


def _sides(text: str) -> dict[str, set[str]]:
    coded = code(read_text(text, id="p", date="2031-05-12"))
    names = {a.id: a.name for a in coded.of(Actor)}
    return {" ".join(s.text for s in e.spans): {names[i] for i in e.participants} for e in coded.of(Event)}


@pytest.fixture(scope="module")
def sides() -> dict[str, set[str]]:
    return _sides(REPORT)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("signed a customs treaty", {"Chile", "Peru"}),
        ("accord reached", {"Norway", "Denmark"}),
        ("a phone call", {"Ada Brook", "Ole Dahl"}),
        ("talks with Uganda", {"Kenya", "Uganda"}),
    ],
)
def test_sides_are_found_by_phrase_setting_and_pair(sides: dict[str, set[str]], words: str, expected: set[str]) -> None:
    assert expected <= next(who for told, who in sides.items() if words in told)


def test_only_the_one_union_of_a_report_is_taken_to_strike() -> None:
    assert [who for told, who in _sides(STRIKE).items() if "strike" in told] == [{"Tramway Guild"}]
    assert [who for told, who in _sides(TWO_UNIONS).items() if "strike" in told] == [set()]
