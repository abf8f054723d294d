"""The commands on a dossier file, as a person types them."""

import json
import shutil

import pytest
from click.testing import CliRunner

from dragoman.faces.cli import main


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def call(*words, expect=0):
        result = CliRunner().invoke(main, list(words))
        assert result.exit_code == expect, (result.output, result.exception)
        return result.output

    call("init")
    return call


TALKS = (
    "Pay first, say tram crews\n\nThe Tramway Crews' Union said on Monday that it would return to work only after the Lindholm city "
    "council had signed a new pay table. \"Nobody drives before the table is signed,\" its secretary, Ines Varga, told reporters.\n"
)


def test_a_report_is_added_shown_found_checked_and_briefed(run, tmp_path):
    (tmp_path / "trams.txt").write_text(TALKS, encoding="utf-8")
    assert run("add", "trams.txt", "--date", "2031-02-04").startswith("trams: added, ")
    assert run("add", "trams.txt", "--date", "2031-02-04") == "trams: known already\n"
    assert "2031-02-04  trams  [" in run("list")
    assert run("show", "trams", "--text") == TALKS
    assert '"it would return to work only after the Lindholm city council had signed a new pay table"' in run("show", "trams")
    assert run("search", "driving table", expect=4) and "trams" in run("search", "pay table")
    assert "1 reports" not in run("status") and "1 report in 1 version" in run("status")
    assert "all is as it was added" in run("verify")
    told = json.loads(run("brief", "--dossier", "dragoman.db", "--format", "json"))
    assert told["conditions"][0]["relation"] == "only_after"


def test_the_briefing_of_a_dossier_is_that_of_its_reports(run, root):
    place = str(root / "gold/scenarios/D1/reports.jsonl")
    assert run("add", place).count("added,") == 6
    for form in ("text", "json"):
        assert run("brief", "--dossier", "dragoman.db", "--format", form) == run("brief", place, "--format", form)


def test_several_processes_code_the_same(run, root, tmp_path):
    place = str(root / "gold/scenarios/D1/reports.jsonl")
    run("add", place)
    run("init", "--dossier", "other.db")
    run("add", place, "--dossier", "other.db", "--workers", "2")
    assert run("brief", "--dossier", "other.db") == run("brief", "--dossier", "dragoman.db")


def test_one_bad_report_does_not_stop_the_rest(run, tmp_path):
    (tmp_path / "trams.txt").write_text(TALKS, encoding="utf-8")
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    told = run("add", "empty.txt", "trams.txt", expect=3)
    assert "trams: added" in told and "empty.txt: the report is empty" in told
    assert "no report yielded anything" in run("add", "empty.txt", expect=4)


def test_a_correction_by_hand_counts_before_the_machine(run, tmp_path):
    (tmp_path / "trams.txt").write_text(TALKS, encoding="utf-8")
    run("add", "trams.txt", "--date", "2031-02-04")
    run("code", "trams.txt", "--out", "coded", "--date", "2031-02-04")
    file = tmp_path / "coded" / "trams.json"
    coded = json.loads(file.read_text(encoding="utf-8"))
    coded["records"] = [r for r in coded["records"] if r["kind"] != "condition"]
    file.write_text(json.dumps(coded), encoding="utf-8")
    assert "say who: --coder NAME" in run("add", "--coded", "coded", expect=4)
    assert "trams: coded anew" in run("add", "--coded", "coded", "--coder", "Ines")
    assert json.loads(run("brief", "--dossier", "dragoman.db", "--format", "json"))["conditions"] == []
    shutil.rmtree(tmp_path / "coded")
    assert "all is as it was added" in run("verify")


def test_forgetting_needs_a_reason_and_leaves_the_place(run, tmp_path):
    (tmp_path / "trams.txt").write_text(TALKS, encoding="utf-8")
    run("add", "trams.txt", "--date", "2031-02-04")
    assert "--reason" in run("forget", "trams", expect=2)
    assert run("forget", "trams", "--reason", "asked by the desk") == "trams: erased, 1 version\n"
    assert "2031-02-04  trams  [erased]" in run("list")
    assert run("brief", "--dossier", "dragoman.db", expect=4)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("add",), "Give reports"),
        (("list", "--dossier", "nope.db"), "dragoman init --dossier nope.db"),
        (("show", "nothing"), "There is no report 'nothing'"),
        (("init",), "a file of that name already"),
        (("brief", "--dossier", "dragoman.db", "x.txt"), "REPORTS and --dossier exclude each other; give one of them."),
    ],
)
def test_a_wrong_call_is_a_sentence_on_what_to_do(run, words, told):
    assert told in run(*words, expect=2)


def test_verify_says_what_differs_and_fails(run, tmp_path):
    import sqlite3

    (tmp_path / "trams.txt").write_text(TALKS, encoding="utf-8")
    run("add", "trams.txt", "--date", "2031-02-04")
    raw = sqlite3.connect(tmp_path / "dragoman.db")
    raw.execute("DROP TRIGGER report_is_never_changed")
    raw.execute("UPDATE report SET text = replace(text, 'Monday', 'Friday')")
    raw.commit()
    raw.close()
    told = run("verify", expect=1)
    assert f"byte {TALKS.index('Monday')} of the text is the first that differs" in told
