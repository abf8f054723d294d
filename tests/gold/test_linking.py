"""The yardstick for whom pronouns and short names stand for."""

import importlib
import sys

import pytest


@pytest.fixture(scope="module")
def linking(root):
    sys.path.insert(0, str(root / "gold"))
    try:
        return importlib.import_module("linking")
    finally:
        sys.path.remove(str(root / "gold"))


@pytest.mark.parametrize(
    ("text", "names", "form"),
    [
        ("She", ["Ida Quist"], "he, she"),
        ("they", ["Dock Union"], "other pronoun"),
        ("Quist's", ["Ida Quist"], "short name"),
        ("Ida Quist", ["Ida Quist"], None),
        ("Norway", ["Norway"], None),
        ("officials", ["Danish officials"], None),
    ],
)
def test_source_words_are_told_apart_by_their_form(linking, text, names, form):
    assert linking.form(text, names) == form


def test_most_pronouns_and_short_names_of_the_invented_reports_are_linked_right(linking, root):
    counts = linking.link(root / "gold/fields/reports.jsonl", root / "gold/fields/coded")
    right, every = (sum(c[k] for c in counts.values()) for k in ("right", "all"))
    assert every >= 10
    assert right >= 0.9 * every
