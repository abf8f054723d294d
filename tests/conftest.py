"""Shared by all tests: where the material beside the project lies, if it is there."""

import sys
from pathlib import Path

import pytest

for _folder in ("analysis", "analysis/order", "assembly", "store"):  # `table`, `retold`, `made` and `given`, which several tests share
    sys.path.insert(0, str(Path(__file__).parent / _folder))

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real reports beside the project; a test that needs it is skipped where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("the real reports beside the project are not here")
    return SHARED


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's own folder."""
    return ROOT
