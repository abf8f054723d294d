"""Whose condition a headline tells: after a name and a colon, and in the first of two clauses."""

import pytest

from dragoman import code, read_text
from dragoman.model import Actor, Condition

HEADLINES = [
    ("Velmark: no summit before truce is signed\n\nVelmark has dismissed the idea of a summit with Orland. The envoys left on Monday.", ["Velmark"]),
    ("District: no hearing until contract is signed\n\nThe Harrow County school district refused a hearing on Monday. The teachers left.", ["Harrow County school district"]),
    ("Velmark: no summit before truce is signed\n\nTwo armies fight on in the north. The envoys left on Monday.", []),
    ("Dalben wants lease signed before chairs meet; Orvane wants the reverse\n\nDalben Port refused to meet on Monday. Orvane Lines was angry.", ["Dalben Port"]),
]  # fmt: skip


@pytest.mark.parametrize(("report", "holders"), HEADLINES)
def test_who_holds_the_condition_of_a_headline(report: str, holders: list[str]) -> None:
    found = code(read_text(report))
    names = {a.id: a.name for a in found.of(Actor)}
    title = [c for c in found.of(Condition) if c.spans[0].start < report.index("\n")]
    assert [[names[i] for i in c.holder] for c in title] == [holders]
