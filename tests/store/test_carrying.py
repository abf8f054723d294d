"""What a person found in one version of a report, in the next."""

import json

import pytest
from click.testing import CliRunner

from dragoman.faces.cli import main

FIRST = """Ferry crews vote on Friday

HALMAR, 3 June 2031 — The union said it would return to work only after the pay table is signed. Talks went on at the harbour.
The company offered 3 percent. The commissioner will report on 20 June.
"""
SECOND = FIRST.replace("The company offered 3 percent.", "The company offered 4 percent.").replace("Talks", "Slow talks")


def run(*words):
    told = CliRunner().invoke(main, list(words))
    assert told.exit_code == 0, told.output
    return told.output


@pytest.fixture
def dossier(tmp_path):
    path = str(tmp_path / "d.db")
    run("init", "--dossier", path)
    for number, text in enumerate((FIRST, SECOND)):
        rows = tmp_path / f"{number}.jsonl"
        rows.write_text(
            json.dumps({"id": "ferry", "text": text, "date": "2031-06-03", "url": "https://x.example/ferry"}) + "\n",
            encoding="utf-8",
        )
        if number == 0:
            folder = tmp_path / "coded"
            run("code", str(rows), "--out", str(folder))
            coded = json.loads((folder / "ferry.json").read_text(encoding="utf-8"))
            coded["records"] = [r for r in coded["records"] if r["kind"] == "actor"]
            for kind, words in (("instrument", "the pay table"), ("instrument", "The company offered 3 percent")):
                start = FIRST.index(words)
                span = {"start": start, "end": start + len(words), "text": words}
                coded["records"].append(
                    {"id": f"x{start}", "kind": kind, "name": words, "type": None, "parties": [], "status": None, "spans": [span]}
                )
            (folder / "ferry.json").write_text(json.dumps(coded), encoding="utf-8")
            run("add", "--coded", str(folder), "--coder", "Ada", "--dossier", path)
        else:
            run("add", str(rows), "--dossier", path)
    return path


def test_what_stands_is_carried_and_what_was_touched_goes_to_review(dossier):
    told = run("show", "ferry", "--dossier", dossier, "--diff")
    assert "-The company offered 3 percent." in told and "+The company offered 4 percent." in told
    assert 'touched: instrument "The company offered 3 percent"' in told
    shown = run("show", "ferry", "--dossier", dossier)
    assert '"the pay table"' in shown and "3 percent" not in shown
    assert run("verify", "--dossier", dossier)
