"""A report is taken apart once."""

import pytest

from dragoman.model import LanguageError, Moment, SourceError
from dragoman.reading import read, read_text
from dragoman.sources import Fetched

ARTICLE = """Miners turn down third offer — union
LORNDAL, May 14, 2031 (North Wire) - Miners at Lorndal turned down a third offer on Wednesday [1], their union said.

"We will not go down for less than eight percent," its president said. "Not in May, and not in June."
References:
[1] https://example.org/2031/05/15/lorndal-miners
[2] A leaflet without an address
Comments
No comments yet"""


def test_an_article_is_taken_apart():
    report = read_text(ARTICLE)
    assert report.headline == "Miners turn down third offer — union"
    assert report.dateline and report.dateline.text == "LORNDAL, May 14, 2031 (North Wire) - "
    assert [p.text[:6] for p in report.paragraphs] == ["LORNDA", '"We wi']
    assert [m.number for m in report.marks] == [1]
    assert [(r.number, r.url) for r in report.references] == [(1, "https://example.org/2031/05/15/lorndal-miners"), (2, None)]
    assert report.comments == ()
    assert report.publisher == "North Wire"
    assert report.text == ARTICLE


def test_offsets_count_in_the_users_own_file():
    text = "Head line here\r\n\r\nFirst “paragraph” — with café.\r\nSecond one.\r\n"
    report = read(Fetched("x", text.encode(), "text", "x.txt"))
    assert report.text == text
    for span in report.paragraphs:
        assert text[span.start : span.end] == span.text
    assert [p.text for p in report.paragraphs] == ["First “paragraph” — with café.", "Second one."]


def test_lines_wrapped_by_hand_are_joined_to_paragraphs():
    text = (
        "Talks resume\n\nThe two companies went back to the table on Monday after a\nbreak of nine days, both of them said, and will\n"
        "meet again.\n\nNobody would say what had been agreed about the\nplant at Orrin, which employs two hundred people and\nmakes tyres.\n"
    )
    assert [len(p.text.splitlines()) for p in read_text(text).paragraphs] == [3, 3]


@pytest.mark.parametrize(
    ("given", "row", "text", "value", "origin", "assumed"),
    [
        (Moment("2030-01-02"), {"date": "2031-05-14"}, ARTICLE, "2030-01-02", "given", False),
        (None, {"date": "2031-05-13T10:00:00Z"}, ARTICLE, "2031-05-13", "field", False),
        (None, {}, ARTICLE, "2031-05-14", "dateline", False),
        (None, {"url": "https://example.org/news/2031/05/12/x"}, ARTICLE.replace(", 2031", ""), "2031-05-12", "address", False),
        (None, {}, ARTICLE.replace(", 2031", ""), "2031-05-15", "reference", True),
        (None, {}, "The union said no on Wednesday.", None, "unknown", False),
    ],
)
def test_the_date_comes_from_the_best_origin_there_is(given, row, text, value, origin, assumed):
    report = read(Fetched("x", b"", "row", "x.jsonl, line 1", {"text": text, **row}), given)
    found = report.date
    assert (found.value and str(found.value), found.origin, found.assumed) == (value, origin, assumed)


def test_a_date_in_a_files_name_is_assumed():
    report = read(Fetched("x", b"The union said no.", "text", "news/2031-05-14-union.txt"))
    assert (str(report.date.value), report.date.origin, report.date.assumed) == ("2031-05-14", "file", True)


def test_a_headline_beside_the_text_is_not_sought_in_it():
    row = {"title": "Union says no", "text": "The union said no on Friday, for the third time."}
    report = read(Fetched("x", b"", "row", "x", row))
    assert report.headline == "Union says no" and report.title is None and len(report.paragraphs) == 1


def test_a_page_is_read_without_its_furniture():
    body = "".join(
        f"<p>The dockers' union said on day {n} that it would not sign before the roster was gone.</p>" for n in range(4)
    )
    page = (
        f"<html><head><title>Dockers hold out</title><meta property='article:published_time' content='2031-03-02'></head>"
        f"<body><nav><a href='/'>Home</a></nav><article><h1>Dockers hold out</h1>{body}</article><footer>Imprint</footer></body></html>"
    )
    report = read(Fetched("page", page.encode(), "html", "page.html"))
    assert report.headline == "Dockers hold out" and len(report.paragraphs) == 4
    assert (str(report.date.value), report.date.origin) == ("2031-03-02", "metadata")
    assert "Imprint" not in report.text


@pytest.mark.parametrize(
    ("form", "raw", "words"),
    [
        ("text", b"", "empty"),
        ("text", b" \n\n", "empty"),
        ("text", b"fine\nbut \x93quoted\x94 here", "line 2"),
        ("text", b"a\x00b", "no text"),
        ("html", b"<html><body><nav>Home</nav></body></html>", "no article"),
        ("pdf", b"%PDF-1.4 broken", "PDF cannot be read"),
    ],
)
def test_bad_input_gets_a_sentence_that_names_the_place(form, raw, words):
    with pytest.raises(SourceError, match=words) as caught:
        read(Fetched("x", raw, form, "some/file"))
    assert "some/file" in str(caught.value)


def test_other_languages_are_refused_by_name():
    german = "Die Gewerkschaft hat das Angebot am Freitag abgelehnt und will erst nach einer neuen Vorlage wieder verhandeln."
    arabic = "رفضت النقابة العرض يوم الجمعة وقالت إنها لن تعود إلى طاولة المفاوضات قبل سحب الجدول الجديد"
    for text, language in ((german, "'de'"), (arabic, "'ar'")):
        with pytest.raises(LanguageError, match=language):
            read_text(text)


def test_a_bilingual_interview_is_english_where_most_of_it_is():
    russian = "Профсоюз отклонил предложение."
    english = "The union turned down the offer and said that it would not come back before the roster was withdrawn. "
    assert read_text(english * 3 + russian).language == "en"


def test_a_quotation_mark_without_partner_is_remarked_and_one_that_runs_on_is_not():
    lone = read_text('Head\n\nThe chair said "we are done.\n\nNobody answered.')
    runs_on = read_text('Head\n\nThe chair said "we are done.\n\n"And we mean it," he added.')
    assert "line 3" in lone.remarks[0] and runs_on.remarks == ()


def test_a_pdf_is_read_where_the_extra_is_installed():
    pytest.importorskip("pypdf")
    report = read(Fetched("x", _pdf("The union said no on Friday and the company said yes."), "pdf", "x.pdf"))
    assert "The union said no" in report.text


def _pdf(line: str) -> bytes:
    """A one-page PDF made by hand: no writer of ours, none in the locked packages."""
    stream = f"BT /F1 12 Tf 72 700 Td ({line}) Tj ET"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]  # fmt: skip
    out, offsets = "%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{o:010d} 00000 n \n" for o in offsets)
    out += f"xref\n0 6\n0000000000 65535 f \n{table}trailer << /Size 6 /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF"
    return out.encode()


def _with_address(place: str) -> str:
    return f"Miners agree to meet\n\nThe miners agreed to meet.\n\nReferences:\n[1] https://wire.example/{place}\n"


@pytest.mark.parametrize(
    ("place", "day"),
    [("world/2031/05/15/miners", "2031-05-15"), ("society/2035/aug/24/miners", "2035-08-24"), ("en/20320508-miners", "2032-05-08"),
     ("a/miners-2031-12-09", "2031-12-09"), ("7-february-2031/miners", "2031-02-07"), ("2032/05/miners", "2032-05"),
     ("story?date=2034-01-25", "2034-01-25"), ("news/article12345678.html", None), ("plan-2030-12-months", None),
     ("2034/13/25/miners", None), ("budget-2025-2026", None)],
)  # fmt: skip
def test_an_address_may_write_its_day_in_any_common_form(place, day):
    date = read_text(_with_address(place)).date
    assert (str(date.value) if date.value else None) == day
    assert date.assumed is (day is not None)


@pytest.mark.parametrize("paper", ["The Elm Street Gazette | World", "Nordlys"])
def test_a_line_that_names_the_paper_is_no_headline_and_no_comment(paper):
    body = (
        "Miners agree to meet at last\n\nThe miners agreed to meet.\n\nThey will do so on Friday.\n\n"
        "References:\n[1] https://nordlys.example/a\n"
    )
    head, foot = read_text(f"{paper}\n{body}"), read_text(f"{body}Comments\nNo comments yet\n{paper}\n")
    assert head.headline == foot.headline == "Miners agree to meet at last"
    assert head.publisher == foot.publisher == paper.split(" |")[0]
    assert foot.comments == () and len(head.paragraphs) == len(foot.paragraphs) == 2


def test_a_headline_that_ends_with_a_papers_word_stays_one():
    report = read_text("Guild Talks Close Today\n\nThe guild met the owners.\n\nNothing came of it.")
    assert report.headline == "Guild Talks Close Today" and report.publisher is None
