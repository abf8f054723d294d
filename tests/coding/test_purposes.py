"""Conditions told as the purpose of a step that is asked for, and conditions in somebody's view."""

import pytest

from dragoman.coding import code
from dragoman.model import Actor, Coded, Condition, Statement
from dragoman.reading import read_text

REPORT = """\
The Bakers' Union has urged a freeze to pave the way for talks.

Anna Holm, whose crews lose a day's pay with every shift, has called for the moratorium as a way to prepare the ground for bargaining.

The Farmers' League wants a pause so that negotiations can open.

The Harbour Board has proposed a ceasefire as a step towards mediation talks.

Chairwoman Petra Olm told reporters that she was tired. In her view, settling the dispute probably begins with a summit of the owners.

In the opinion of Ivar Bergman, the vote cannot be held until the register is published.
"""

PLAIN = """\
The envoy had tears in her eyes. In view of the storm, the ferries stayed in port.

The mayor wants a bridge so that children can walk to school. The cook prepared the ground for a garden.
"""


@pytest.fixture(scope="module")
def coded() -> Coded:
    return code(read_text(REPORT, id="purposes"))


@pytest.mark.parametrize(
    ("gated", "required", "holder", "strict"),
    [
        ("talks", "a freeze", "Bakers' Union", False),
        ("bargaining", "the moratorium", "Anna Holm", False),
        ("negotiations opening", "a pause", "Farmers' League", False),
        ("mediation talks", "a ceasefire", "Harbour Board", False),
        ("settling the dispute", "a summit of the owners", "Petra Olm", False),
        ("the vote being held", "the register is published", "Ivar Bergman", True),
    ],
)
def test_what_is_asked_for_comes_first(coded: Coded, gated: str, required: str, holder: str, strict: bool) -> None:
    found = next(c for c in coded.of(Condition) if c.gated == gated)
    names = {a.id: a.name for a in coded.of(Actor)}
    told = (found.required, found.relation, [names[i] for i in found.holder], found.strict)
    assert told == (required, "only_after", [holder], strict)


def test_other_purposes_and_views_are_none() -> None:
    plain = code(read_text(PLAIN, id="plain"))
    assert not plain.of(Condition)
    assert not [s for s in plain.of(Statement) if any(c.text in ("view", "In view", "in her eyes") for c in s.cue)]
