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


TEXTS = """\
The panel agreed the text of a code on rest rooms. There are rumours of a deal with Bluefin Mills.

The board wants a roster agreement signed in May. He would go, agreement or no agreement.

Chile announced a deal with Peru's government. It entered into an agreement with Peru.

Two deputies filed legislation to close the port. The proposed legislation names no date.
"""


def test_one_text_is_one_record_and_what_is_only_rumoured_or_denied_is_none() -> None:
    found = [(i.name, i.status, len(i.spans)) for i in code(read_text(TEXTS, id="t")).of(Instrument)]
    names = [name for name, _, _ in found]
    assert [n for n in names if "code" in n] == ["text of a code on rest rooms"]
    assert not any("Bluefin" in n or n == "agreement" for n in names)
    assert ("roster agreement", "called_for", 1) in [f for f in found if "roster" in f[0]] or found[1][1] == "called_for"
    assert [count for name, _, count in found if "Peru" in name] == [2]
    assert [count for name, _, count in found if "legislation" in name] == [2]
