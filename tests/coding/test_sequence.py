"""Orders told by the place of words: no point in X before Y, first comes X and then Y, what talks open with."""

import pytest

from dragoman import code, read_text
from dragoman.model import Condition

REPORT = """The ferry company and the crews' union hold talks on a pay agreement, and both want a settlement.

"First comes a signed roster, then a meeting of the chairmen," the union said.

There was no point in the two chairmen meeting before the accounts were open, the company said.

It makes no sense for the board to sit down until the figures are agreed, the union said.

Negotiating a settlement, Mara Holt told the crews, must in all likelihood begin with a meeting of the two chairmen.

Talks on a settlement should presumably open with a summit of the owners, Holt said.

The company has appealed for a pause to smooth the way into talks. The union insists on talks without a pause.

The union refused a meeting of the boards in the absence of a draft agreement. Working out a settlement, I suppose, has to begin with a meeting of the owners, Holt said.

"Paperwork first, a summit of the owners afterwards," the company said. The talks should be opened by a meeting of the chairmen, the union said.

Holt said that the boats had to come home before any count could begin. The roster has to be signed before any meeting, she said.

There was no point in the old pier. The play opens with a storm. First came the rain."""

WANTED = [
    ("only_after", "meeting of the chairmen", "signed roster", True),
    ("only_after", "meeting", "accounts were open", True),
    ("only_after", "the board sitting down", "figures are agreed", True),
    ("only_after", "Negotiating a settlement", "meeting of the two chairmen", False),
    ("only_after", "Talks on a settlement", "summit of the owners", False),
    ("only_after", "talks", "pause", False),
    ("not_required", "talks", "pause", True),
    ("only_after", "meeting of the boards", "draft agreement", True),
    ("only_after", "Working out a settlement", "meeting of the owners", False),
    ("only_after", "summit of the owners", "Paperwork", True),
    ("only_after", "talks", "meeting of the chairmen", False),
    ("only_after", "count beginning", "the boats had to come home", True),
    ("only_after", "meeting", "The roster has to be signed", True),
]


@pytest.fixture(scope="module")
def conditions():
    return code(read_text(REPORT, id="ferry")).of(Condition)


def test_each_order_is_read_in_its_direction(conditions):
    found = [(c.relation, c.gated, c.required, c.strict) for c in conditions]
    assert len(found) == len(WANTED), found
    for (relation, gated, required, strict), wanted in zip(found, WANTED, strict=True):
        assert (relation, strict) == (wanted[0], wanted[3]) and wanted[1] in gated and wanted[2] in required
