"""The yardsticks themselves: the gold codings are sound, and a perfect coder gets full marks."""

import importlib
import json
import sys

import pytest


@pytest.fixture(scope="module")
def gold(root):
    sys.path.insert(0, str(root / "gold"))
    try:
        names = ("check", "score", "naive")
        return {n: importlib.import_module(n) for n in names}
    finally:
        sys.path.remove(str(root / "gold"))


SETS = ("fields", "scenarios/D1", "scenarios/D2")


@pytest.mark.parametrize("name", SETS)
def test_the_codings_have_no_fault_of_form(gold, root, name):
    texts = gold["check"].load_texts(root / "gold" / name / "reports.jsonl")
    for path in (root / "gold" / name / "coded").glob("*.json"):
        assert list(gold["check"].faults(json.loads(path.read_text()), texts)) == []


@pytest.mark.parametrize("name", SETS)
def test_gold_against_itself_is_full_marks(gold, root, name):
    folder = root / "gold" / name / "coded"
    rows = gold["score"].score(gold["check"].load_texts(root / "gold" / name / "reports.jsonl"), folder, folder)
    for kind in ("statement", "condition", "deadline", "commitment"):
        assert rows[kind]["found_f1"] == 1.0 and rows[kind]["full_f1"] == 1.0


def test_the_naive_coder_makes_no_fault_of_form(gold, root):
    corpus = root / "gold" / "fields" / "reports.jsonl"
    texts = gold["check"].load_texts(corpus)
    for line in corpus.read_text().splitlines():
        assert list(gold["check"].faults(gold["naive"].code(json.loads(line)), texts)) == []


def test_what_we_code_has_no_fault_of_form(gold, root):
    from dragoman import code_all, coded_to_plain, open_source, read

    corpus = root / "gold" / "scenarios" / "D1" / "reports.jsonl"
    texts = gold["check"].load_texts(corpus)
    for coded in code_all(read(f) for f in open_source(corpus)):
        assert list(gold["check"].faults(coded_to_plain(coded), texts)) == []
