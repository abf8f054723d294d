"""The tests of each kind look at its rules in short texts; what the learned weights make of them is tested apart."""

import pytest

import dragoman.coding
from dragoman.coding.weighing import Weights


@pytest.fixture(scope="session", autouse=True)
def rules_alone():
    """Code with the rules' own certainties while the tests of this folder run."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(dragoman.coding, "load_weights", lambda: Weights({}))
        yield
