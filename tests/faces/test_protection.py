"""A protected person is in no output, whatever is asked."""

import json
import re

import pytest
from click.testing import CliRunner

from dragoman.faces.cli import main
from dragoman.model import Withholding

STORY = (
    "Varga: pay before work\n\nINES VARGA, LINDHOLM, Feb 4 - Ines Varga, secretary of the Tramway Crews' Union, said on Monday that crews would "
    "return to work only after the Lindholm city council had signed a new pay table.\n\n\"Nobody drives before the table is signed,\" Ms. Varga "
    "told reporters. Inès Vargha gave the council until February 20 to sign.\n\nThe council has rejected the pay table. The council said it would "
    "promise 2 million crowns for a depot if work resumes.\n\nReferences:\n[1] Ines Varga speaks, https://news.example/ines-varga-speaks\n"
)
OTHER = (
    "Council waits\n\nThe Lindholm city council said on Tuesday that it would sign the pay table only after the Tramway Crews' Union had returned "
    "to work. The council rejects any pay rise above 4 percent.\n"
)
NAMED = re.compile(r"v\W*a\W*r\W*g\W*h?\W*a|\bin[eèé]s\b", re.I)


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def call(*words, expect=0):
        result = CliRunner().invoke(main, list(words))
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        assert expect is None or result.exit_code == expect, (result.output, result.exception)
        return result.output

    rows = [
        {"id": "news/ines-varga", "text": STORY, "date": "2031-02-04", "publisher": "Varga Weekly", "url": "https://x.example/In%C3%A8s%20Varga"},
        {"id": "plain", "text": OTHER, "date": "2031-02-05", "publisher": "Lindholm Post"},
    ]
    (tmp_path / "news.jsonl").write_text("".join(json.dumps(r) + "\n" for r in rows))
    (tmp_path / "ines-varga.txt").write_text("")
    call("init")
    call("add", "news.jsonl")
    call("protect", "Ines Varga", "--reason", "asked for by Ines Varga's lawyer")
    return call


def commands(shown):
    yield from (("brief", "--dossier", "dragoman.db", "--format", form) for form in ("text", "markdown", "html", "json"))
    yield from (("list",), ("status",), ("verify",))
    for name in (shown, "plain", "news/ines-varga"):
        yield from (("show", name), ("show", name, "--text"))
    yield from (("search", words) for words in ("pay table", "secretary", "Varga", "ines", "Nobody drives", "speaks"))
    yield from (("add", "news.jsonl"), ("add", "ines-varga.txt"), ("show", "Ines Varga"), ("add", "no-ines-varga.txt"))
    yield ("fetch", "ftp://ines-varga.example/")
    yield ("forget", "Ines Varga", "--reason", "x")


def test_no_command_says_the_name(run):
    shown = next(line.split()[1] for line in run("list").splitlines() if "withheld-" in line)
    for words in commands(shown):
        told = run(*words, expect=None)
        assert not NAMED.search(told), (words, NAMED.search(told), told)
    assert "Council waits" in run("list") and "plain" in run("search", "Council")
    assert run("search", "Ines", expect=4) and run("search", "vargas", expect=4)


def test_a_notice_says_how_much_is_withheld_and_the_rest_is_told(run):
    told = json.loads(run("brief", "--dossier", "dragoman.db", "--format", "json"))
    (notice,) = [n for n in told["notices"] if n["kind"] == "withheld"]
    assert re.fullmatch(r"To protect a person, [1-9]\d* entr(y is|ies are) withheld, and names are covered\.", notice["text"])
    assert any(c["holder"] for c in told["conditions"])


def test_protection_ends_with_a_reason_and_nothing_was_lost(run):
    assert "Nobody of that name" in run("unprotect", "Tomas Reik", "--reason", "x", expect=2)
    run("unprotect", "ines varga", "--reason", "she speaks in public now")
    assert NAMED.search(run("show", "news/ines-varga")) and "Ms. Varga" in run("show", "news/ines-varga", "--text")
    assert "all is as it was added" in run("verify")


def test_a_protected_report_can_be_forgotten_by_the_id_it_is_shown_by(run):
    shown = next(line.split()[1] for line in run("list").splitlines() if "withheld-" in line)
    assert "erased, 1 version" in run("forget", shown, "--reason", "asked for")
    told = run("list")
    assert "[erased]" in told and not NAMED.search(told)
    assert "all is as it was added" in run("verify") and run("search", "reporters", expect=4)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Volodymyr Zelensky", "Zelenskyy"), ("Volodymyr Zelensky", "ZELENSKIY"), ("Volodymyr Zelensky", "V. Zelenskij"),
        ("Yulia Orlova", "Julia Orlova"), ("Yulia Orlova", "Iuliia Orlova"), ("Khalid Nouri", "Halid Nuri"), ("Ines Varga", "In\u00ads Varga"),
        ("Ines Varga", "varga,\nInes"), ("Ines Varga", "@inesvarga"), ("Ines Varga", "https://x.example/a/V%C3%A1rga"),
        ("Ines Varga", "V&aacute;rga"), ("Ines Varga", "Va\u0301rga's"), ("Jan O'Hara", "O’Hara"), ("Ines Varga-Toth", "Ines Varga Toth"),
    ],
)  # fmt: skip
def test_other_spellings_are_covered(name, text):
    assert Withholding([(name,)]).holds(text)
    whole = f"He met {text} on Monday."
    covered = Withholding([(name,)]).cover(whole)
    assert len(covered) == len(whole) and covered.startswith("He met ") and covered.endswith("on Monday.")
    assert not Withholding([(name,)]).holds(covered)


@pytest.mark.parametrize("text", ["brown coal", "the Brownlow report", "Anabel", "It browns"])
def test_other_words_stay(text):
    assert Withholding([("Ana Brown",)]).cover(text) == text
