"""Where reports come from."""

import io
import json

from dragoman.model import SourceError
from dragoman.sources import LIMIT, Fetched, open_source, open_sources


def ids(places):
    return [f.id if isinstance(f, Fetched) else "failed" for f in open_sources(places)]


def test_a_folder_yields_its_reports_in_order_and_names_them_by_path(tmp_path):
    (tmp_path / "may").mkdir()
    (tmp_path / "may" / "strike.txt").write_text("A")
    (tmp_path / "deal.html").write_text("<p>B")
    (tmp_path / "notes.docx").write_text("not a report")
    assert ids([tmp_path]) == ["deal", "may__strike"]


def test_json_lines_keep_their_ids_and_one_bad_line_does_not_stop_the_rest(tmp_path):
    path = tmp_path / "news.jsonl"
    path.write_text('{"id": "n1", "text": "One."}\n{"id": "n2"}\nnot json\n\n[1]\n{"text": "Last."}\n')
    found = list(open_source(path))
    assert [f.id for f in found if isinstance(f, Fetched)] == ["n1", "news-6"]
    failures = [str(f) for f in found if isinstance(f, SourceError)]
    assert ["line 2" in failures[0], "line 3" in failures[1], "line 5" in failures[2]] == [True] * 3
    assert "no text in its field 'text'" in failures[0]


def test_what_is_missing_or_of_another_kind_is_said_with_its_name(tmp_path):
    (tmp_path / "a.docx").write_text("x")
    for place, words in ((tmp_path / "none.txt", "no such file"), (tmp_path / "a.docx", ".docx")):
        (failure,) = open_source(place)
        assert isinstance(failure, SourceError) and words in str(failure) and str(place) in str(failure)


def test_an_empty_folder_is_an_error_that_names_the_forms(tmp_path):
    (failure,) = open_source(tmp_path)
    assert ".jsonl" in str(failure)


def test_a_file_too_large_for_a_report_is_refused_without_being_read(tmp_path):
    path = tmp_path / "archive.txt"
    with path.open("wb") as file:
        file.truncate(LIMIT + 1)
    (failure,) = open_source(path)
    assert "more than one report can have" in str(failure)


def test_the_same_id_twice_is_one_report_and_a_failure(tmp_path):
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "report.txt").write_text("x")
    assert ids([tmp_path / "a", tmp_path / "b"]) == ["report", "failed"]


def test_standard_input_may_be_text_html_or_json_lines():
    row = json.dumps({"id": "x", "text": "No deal."}).encode()
    for raw, form in ((b"No deal.", "text"), (b"<!DOCTYPE html><p>No deal.", "html"), (row, "row"), (b"%PDF-1.4", "pdf")):
        (fetched,) = open_source("-", io.BytesIO(raw))
        assert isinstance(fetched, Fetched) and fetched.form == form
