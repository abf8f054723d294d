"""The worked cases in docs/analyses.md: every command is run, and every line shown stands in what it prints."""

import re
import shlex

import pytest
from click.testing import CliRunner

import dragoman.coding
from dragoman.coding.weighing import load_weights
from dragoman.faces.cli import main


@pytest.fixture(autouse=True)
def learned_weights(monkeypatch):
    """What a user has: the weights that the tests of the coding rules take away for their whole run."""
    monkeypatch.setattr(dragoman.coding, "load_weights", load_weights)


SEEN: dict[str, str] = {}


def blocks(root):
    page = (root / "docs/analyses.md").read_text(encoding="utf-8")
    return [b.strip().split("\n") for b in re.findall(r"^```\n(\$ .*?)^```", page, re.M | re.S)]


def printed(root, command):
    if command not in SEEN:
        words = [str(root / w) if w.startswith("docs/") else w for w in shlex.split(command)[1:]]
        result = CliRunner().invoke(main, words)
        assert result.exit_code == 0, result.output
        SEEN[command] = " ".join(re.sub(r" ?\[\d+\](?:\[\d+\])*", "", result.output).split())
    return SEEN[command]


def test_each_analysis_has_two_cases(root):
    sections = (root / "docs/analyses.md").read_text(encoding="utf-8").split("\n## ")[1:]
    assert len(sections) >= 6
    for section in sections:
        assert section.count("\n$ dragoman") >= 2 and all(w in section for w in ("**What it tells.**", "**Definition.**", "**Not for.**"))


def test_what_the_page_shows_is_what_the_commands_print(root):
    found = blocks(root)
    assert len(found) >= 12
    for command, *lines in found:
        for line in lines:
            assert " ".join(line.split()) in printed(root, command.removeprefix("$ ")), (command, line)


@pytest.mark.parametrize("case", ["quarry.txt", "grain.jsonl"])
def test_the_cases_are_there(root, case):
    assert (root / "docs/cases" / case).read_text(encoding="utf-8")
