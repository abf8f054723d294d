"""Which part of gold a report belongs to, by the hash of its id: the test part, or a fold of the rest."""

import hashlib
import pathlib

from dragoman.coding.weighing import Weights, load_weights, weights_from_json

FOLDS = 5
PLACE = pathlib.Path(__file__).resolve().parent / "folds"
LEARNED_FROM = ("fields", "more", "D1", "D2", "dev", "conditions")
"""The sets whose candidates the weights are learned from."""


def _number(report):
    return int(hashlib.sha256(report.encode()).hexdigest(), 16)


def is_test(report):
    """Whether a report of our own codings belongs to the third that is kept for testing alone."""
    return _number(report) % 3 == 0


def fold_of(report):
    """The fold of a report, 0 to FOLDS - 1: a model is scored only on reports that it was not trained on."""
    return _number(report) % FOLDS


def weights_for(name, fold) -> Weights:
    """The weights to score a report of a set with: those that were not learned from its fold, or the package's."""
    if name not in LEARNED_FROM:
        return load_weights()
    return weights_from_json((PLACE / f"{fold}.json").read_text(encoding="utf-8"))
