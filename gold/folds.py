"""Which part of gold a report belongs to, by the hash of its id: the test part, or a fold of the rest."""

import hashlib

FOLDS = 5


def _number(report):
    return int(hashlib.sha256(report.encode()).hexdigest(), 16)


def is_test(report):
    """Whether a report of our own codings belongs to the third that is kept for testing alone."""
    return _number(report) % 3 == 0


def fold_of(report):
    """The fold of a report, 0 to FOLDS - 1: a model is scored only on reports that it was not trained on."""
    return _number(report) % FOLDS
