"""What goes out is read back by programs that are not ours."""

import csv
import io
import json
import sqlite3

import icalendar
import pytest
import rdflib
from click.testing import CliRunner

from dragoman.faces.cli import main

OA = "http://www.w3.org/ns/oa#"
CONTEXT = {  # the few terms of the Web Annotation vocabulary that are used, so that no network is needed
    "oa": OA, "id": "@id", "type": "@type", "items": {"@id": "https://www.w3.org/ns/activitystreams#items"}, "source": {"@id": "oa:hasSource", "@type": "@id"},
    "target": "oa:hasTarget", "body": "oa:hasBody", "selector": "oa:hasSelector", "exact": "oa:exact", "prefix": "oa:prefix", "suffix": "oa:suffix",
    "start": "oa:start", "end": "oa:end", "value": "http://www.w3.org/1999/02/22-rdf-syntax-ns#value", "Annotation": "oa:Annotation",
    "TextQuoteSelector": "oa:TextQuoteSelector", "TextPositionSelector": "oa:TextPositionSelector", "TextualBody": "oa:TextualBody",
    "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"}, "purpose": {"@id": "oa:hasPurpose", "@type": "@vocab"}, "format": "http://purl.org/dc/elements/1.1/format",
    "AnnotationPage": "https://www.w3.org/ns/activitystreams#OrderedCollectionPage", "classifying": "oa:classifying", "describing": "oa:describing",
}  # fmt: skip


def run(*words):
    told = CliRunner().invoke(main, list(words))
    assert told.exit_code == 0, told.output
    return told.stdout_bytes.decode()


@pytest.fixture
def dossier(root, tmp_path):
    path, folder = str(tmp_path / "rail.db"), root / "gold/scenarios/D1"
    run("init", "--dossier", path)
    run("add", "--coded", str(folder / "coded"), "--reports", str(folder / "reports.jsonl"), "--dossier", path)
    return path


def test_json_lines_go_out_and_back_byte_for_byte(dossier, tmp_path):
    CliRunner().invoke(main, ["review", "--dossier", dossier, "--by", "Ada"], input="a\nr\nno\nq\n")
    out, again = tmp_path / "out.jsonl", str(tmp_path / "again.db")
    run("export", "--dossier", dossier, "--format", "jsonl", "--out", str(out))
    run("import", str(out), "--dossier", again)
    assert run("export", "--dossier", again, "--format", "jsonl").encode() == out.read_bytes()
    assert run("brief", "--dossier", again, "--format", "json") == run("brief", "--dossier", dossier, "--format", "json")
    assert run("search", "roster", "--dossier", again)


def test_a_file_that_is_no_export_leaves_nothing_behind(tmp_path):
    bad = tmp_path / "bad.jsonl"
    bad.write_text('{"text": "a report"}\n', encoding="utf-8")
    told = CliRunner().invoke(main, ["import", str(bad), "--dossier", str(tmp_path / "x.db")])
    assert told.exit_code == 2 and "is no export of a dossier" in told.output and not (tmp_path / "x.db").exists()


def test_tables_are_read_by_a_spreadsheet_reader_and_run_nothing(dossier, tmp_path):
    folder = tmp_path / "tables"
    run("export", "--dossier", dossier, "--format", "csv", "--out", str(folder))
    rows = list(csv.DictReader(io.StringIO((folder / "condition.csv").read_bytes().decode())))
    assert rows and all(r["quote"] and r["gated"] and r["required"] for r in rows)
    every = [c for f in folder.glob("*.csv") for row in csv.reader(io.StringIO(f.read_bytes().decode())) for c in row]
    assert not any(c[:1] in ("=", "@") for c in every)


def test_annotations_are_linked_data_and_anchor_by_quote_and_position(dossier, root):
    page = json.loads(run("export", "--dossier", dossier, "--format", "annotations"))
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    graph = rdflib.Graph().parse(data=json.dumps({**page, "@context": CONTEXT}), format="json-ld")
    made = set(graph.subjects(rdflib.RDF.type, rdflib.URIRef(OA + "Annotation")))
    assert len(made) == len(page["items"]) > 100
    texts = {
        json.loads(line)["id"]: json.loads(line)["text"]
        for line in (root / "gold/scenarios/D1/reports.jsonl").open(encoding="utf-8")
    }
    for target in (t for item in page["items"] for t in item["target"]):
        quote, place = target["selector"]
        (text,) = [
            t
            for t in texts.values()
            if t[place["start"] : place["end"]] == quote["exact"] and quote["prefix"] + quote["exact"] + quote["suffix"] in t
        ]
        assert text.index(quote["prefix"] + quote["exact"] + quote["suffix"]) + len(quote["prefix"]) == place["start"]


def test_deadlines_keep_their_identity_in_a_calendar_and_count_their_changes(dossier):
    def entries(day):
        calendar = icalendar.Calendar.from_ical(run("export", "--dossier", dossier, "--format", "ics", "--as-of", day))
        return {str(e["UID"]): e for e in calendar.walk() if e.name in ("VEVENT", "VTODO")}

    before, after = entries("2031-03-19"), entries("2031-03-28")
    same = set(before) & set(after)
    assert len(same) >= 2
    assert all(int(after[u]["SEQUENCE"]) >= int(before[u]["SEQUENCE"]) for u in same)
    moved = [
        u
        for u in same
        if before[u].get("DTSTART") and after[u].get("DTSTART") and before[u]["DTSTART"].dt != after[u]["DTSTART"].dt
    ]
    assert moved and all(int(after[u]["SEQUENCE"]) > int(before[u]["SEQUENCE"]) for u in moved)
    assert run("export", "--dossier", dossier, "--format", "ics") == run("export", "--dossier", dossier, "--format", "ics")


def test_wrong_uses_are_told(dossier):
    for words, said in (
        (("--format", "csv"), "give a folder with --out"),
        (("--format", "csv", "--kind", "mood"), "There is no kind 'mood'"),
    ):
        told = CliRunner().invoke(main, ["export", "--dossier", dossier, *words])
        assert told.exit_code == 2 and said in told.output


def test_a_protected_name_is_in_no_export(dossier, tmp_path):
    run("protect", "Conrad Ebbing", "--dossier", dossier, "--reason", "asked for it")
    for form in ("jsonl", "annotations", "ics"):
        assert "Ebbing" not in run("export", "--dossier", dossier, "--format", form)
    run("export", "--dossier", dossier, "--format", "csv", "--out", str(tmp_path / "t"))
    assert not any("Ebbing" in f.read_text(encoding="utf-8") for f in (tmp_path / "t").glob("*.csv"))
    assert sqlite3.connect(dossier).execute("SELECT count(*) FROM protection").fetchone() == (1,)
