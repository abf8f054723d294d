"""Whose outlets are whose: told by the user, never guessed, and no party confirms itself."""

import json

import pytest
from click.testing import CliRunner

from dragoman.faces.cli import main


def run(*words):
    return CliRunner().invoke(main, list(words))


@pytest.fixture
def given(root):
    folder = root / "gold/scenarios/D1"
    return ["brief", "--coded", str(folder / "coded"), "--reports", str(folder / "reports.jsonl"), "--format", "json"]


def test_a_partys_own_outlets_are_one_origin(given, tmp_path):
    start, own = tmp_path / "start.toml", tmp_path / "own.toml"
    before = run(*given, "--write-outlets", str(start))
    assert before.exit_code == 0 and '"The Brennick Register" = { kind = "unknown" }' in start.read_text(encoding="utf-8")
    names = ("Sarn Press Agency", "The Brennick Register")
    own.write_text("[outlets]\n" + "".join(f'"{n}" = {{ kind = "party", of = "the union" }}\n' for n in names), encoding="utf-8")
    after = run(*given, "--outlets", str(own))

    def count(told):
        return {o["claim"]: o["count"] for o in json.loads(told.output)["origins"]}

    claim = "discussing pay only after withdrawal of the roster"
    assert count(before)[claim] == 2 and count(after)[claim] == 1
    assert {r["outlet"] for r in json.loads(after.output)["references"]} == {"party", "unknown"}
    assert {r["outlet"] for r in json.loads(before.output)["references"]} == {"unknown"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[outlets", "is no TOML"),
        ("x = 1", "has no table"),
        ('[outlets]\nA = "friend"', "one of independent"),
        ('[outlets]\nA = { kind = "party" }', "of nobody"),
    ],
)
def test_a_file_that_cannot_be_followed_is_told(given, tmp_path, text, said):
    bad = tmp_path / "bad.toml"
    bad.write_text(text, encoding="utf-8")
    told = run(*given, "--outlets", str(bad))
    assert told.exit_code == 2 and said in told.output
