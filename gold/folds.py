"""Which fold a report belongs to: a model is scored only on reports that it was not trained on."""

import hashlib
import pathlib

from dragoman.coding.weighing import weights_from_json

FOLDS = 5
PLACE = pathlib.Path(__file__).resolve().parent / "folds"


def fold_of(report):
    """The fold of a report, by the hash of its id: 0 to FOLDS - 1."""
    return int(hashlib.sha256(report.encode()).hexdigest(), 16) % FOLDS


def weights_without(fold):
    """The weights that were learned from all folds but this one."""
    return weights_from_json((PLACE / f"{fold}.json").read_text(encoding="utf-8"))
