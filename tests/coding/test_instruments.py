"""Instruments of an invented report: which texts are on the table, and how they stand."""

import pytest

from dragoman.coding import code
from dragoman.model import Coded, Instrument
from dragoman.reading import read_text

REPORT = """\
The company signed the contract on haulage.

Peru did not sign the fishing treaty.

Chile submitted a draft memorandum on grain. The memorandum runs to nine pages.

The owners called for a single document.

A deal would be welcome, and any agreement is better than no agreement.

Kenya is in breach of the border accord.

The crews want a peaceful resolution of the dispute.
"""


@pytest.fixture(scope="module")
def coded() -> Coded:
    return code(read_text(REPORT, id="r"))


def test_a_status_is_given_only_where_it_is_worded(coded: Coded) -> None:
    assert {i.type: i.status for i in coded.of(Instrument)} == {
        "contract": "signed", "treaty": None, "memorandum": "draft", "document": "called_for", "accord": "breached",
    }  # fmt: skip


def test_a_bare_mention_joins_the_text_it_means(coded: Coded) -> None:
    (memorandum,) = [i for i in coded.of(Instrument) if i.type == "memorandum"]
    assert [s.text for s in memorandum.spans] == ["a draft memorandum on grain", "The memorandum"]
