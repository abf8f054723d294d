"""What a side no longer asks, and who speaks behind a clause: invented sentences of several fields."""

import pytest

from dragoman.coding import code
from dragoman.model import Actor, Position, Statement
from dragoman.reading import read
from dragoman.sources import Fetched

HEAD = (
    "Talks on the harbour lease\n\nThe port and the union have negotiated since May. The port rejected a proposal of the union. "
)
ENDED = [
    ("The union no longer makes the lease wait for the cranes.", "lease"),
    ("The port said the safety audits need not be weekly any more.", "audits"),
    ('"The guards do not have to be armed any longer," the port said.', "guards"),
    ('"Our offer was 4 per cent, and it is 5 per cent now," the port said.', "offer"),
    ("An audit is no longer a condition for the lease, the port said.", "audit"),
    ("The port no longer treats the audit as a condition for the lease.", "audit"),
]
HOLDS = [
    "The union must no longer block the gate, the port said.",
    'The port said: "The number of dead was seven, and it is nine now."',
    "The port makes the lease wait for the cranes.",
    "The union said the gate was seven metres wide.",
]
SPEAKERS = [
    ("The union has cut its claim for holidays, its chair, Ada Corr, said on Tuesday.", "Ada Corr", "holidays"),
    ("The port will open the gate and the yard, its director, Tom Vell, said on Friday.", "Tom Vell", "yard"),
    ("In a talk with this newspaper, the director of the port, Tom Vell, said that the gate would open.", "Tom Vell", "open"),
]  # fmt: skip


def coded(sentence: str):
    return code(read(Fetched("r", (HEAD + sentence + " The talks go on.").encode(), "text", "r.txt"))).findings


@pytest.mark.parametrize(("sentence", "matter"), ENDED)
def test_what_is_no_longer_asked_is_given_up(sentence: str, matter: str) -> None:
    given_up = [f for f in coded(sentence) if isinstance(f, Position) and f.stance == "concede"]
    assert any(matter in p.issue for p in given_up)


@pytest.mark.parametrize("sentence", HOLDS)
def test_what_is_forbidden_counted_or_still_asked_is_not_given_up(sentence: str) -> None:
    assert not [f for f in coded(sentence) if isinstance(f, Position) and f.stance == "concede"]


@pytest.mark.parametrize(("sentence", "speaker", "last"), SPEAKERS)
def test_who_speaks_behind_a_clause_is_no_part_of_it(sentence: str, speaker: str, last: str) -> None:
    findings = coded(sentence)
    names = {f.id: f.name for f in findings if isinstance(f, Actor)}
    said = [f for f in findings if isinstance(f, Statement) and speaker in [names[i] for i in f.speaker]]
    assert [s.spans[-1].text.split()[-1].rstrip(",.") for s in said] == [last]
