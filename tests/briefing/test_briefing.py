"""A briefing on an invented dock strike: its words, its citations, its forms."""

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from dragoman.analysis import Deadlock, WayOut, analyse
from dragoman.assembly import assemble
from dragoman.briefing import brief, render
from dragoman.briefing.drawing_waits import _covered, _free_place
from dragoman.briefing.notices import headline_and_body
from dragoman.briefing.quoting import named
from dragoman.model import (
    Actor,
    Coded,
    Document,
    DragomanError,
    Event,
    Moment,
    Position,
    ReportDate,
    Span,
    Statement,
    coded_from_plain,
)
from dragoman.reading import read_text

TITLE = "Harbour pay terms agreed, says port <script>alert(1)</script>"
BODY = (
    "The Dockers' League said it would lift the blockade only after the port had signed the pay terms.\n"
    "Port director Ana Brill said the pay terms could probably be signed only once the blockade was lifted. "
    "The League has rejected a draft of the pay terms. It set a 20-day deadline for a reply. "
    "The port announced 300 new lockers. A meeting took place on 2 May 2031. The talks are going nowhere."
)
TEXT = f"{TITLE}\n{BODY}"


def span(words):
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "text": words}


def record(kind, key, words, **fields):
    return {"id": key, "kind": kind, "spans": [span(w) for w in words], **fields}


def coded():
    first = "it would lift the blockade only after the port had signed the pay terms"
    second = "the pay terms could probably be signed only once the blockade was lifted"
    records = [
        record("actor", "a1", ["Dockers' League"], name="Dockers' League", type="organisation", aliases=[]),
        record("actor", "a2", ["Ana Brill"], name="Ana Brill", type="person", role="Port director", acts_for="a3", aliases=[]),
        record("actor", "a3", ["the port"], name="port", type="organisation", aliases=[]),
        record("statement", "s1", [first], speaker="a1", manner="indirect"),
        record("statement", "s2", [second], speaker="a2", on_behalf_of="a3", manner="indirect"),
        record("condition", "c1", [first], holder="a1", gated="lift the blockade", gated_span=span("lift the blockade"),
               required="the port had signed the pay terms", required_span=span("the port had signed the pay terms"),
               relation="only_after", strict=True, statement="s1"),
        record("condition", "c2", [second], holder="a3", gated="the pay terms could probably be signed",
               gated_span=span("the pay terms could probably be signed"), required="the blockade was lifted",
               required_span=span("the blockade was lifted"), relation="only_after", strict=False, statement="s2"),
        record("position", "p1", ["has rejected a draft of the pay terms"], actor="a1",
               issue="a draft of the pay terms", stance="reject"),
        record("deadline", "d1", ["It set a 20-day deadline for a reply"], setter="a1",
               what="a reply", when_text="20-day", duration="P20D"),
        record("commitment", "m1", ["announced 300 new lockers"], giver="a3", item="new lockers",
               quantity=300, quantity_text="300", status="announced"),
        record("event", "e1", ["A meeting took place on 2 May 2031"], type="meeting", date="2031-05-02", status="held"),
        record("assessment", "j1", ["The talks are going nowhere"], about="the talks"),
    ]  # fmt: skip
    start = len(TITLE) + 1
    document = Document(
        id="dock", text=TEXT, headline=TITLE, title=None, publisher="Quay Post", url="https://example.org/dock",
        date=ReportDate(Moment("2031-05-03"), "reference", True),
    )  # fmt: skip
    document = Document(
        **{**vars(document), "title": document.span(0, len(TITLE)), "paragraphs": (document.span(start, len(TEXT)),)}
    )
    return coded_from_plain({"doc_id": "dock", "records": records}, document)


def stuck():
    """The record with the deadlock that the words make, whatever the analysis finds today."""
    dossier = assemble([coded()])
    first, second = dossier.requirements
    parties = (*first.holders, *second.holders)
    deadlock = Deadlock("deadlock-1", "cycle", False, ("signing comes out of the talks",), parties, (first, second))
    ways = tuple(WayOut((r,), r.holders, ("deadlock-1",)) for r in (first, second))
    found = replace(analyse(dossier), deadlocks=(deadlock,), ways_out=ways, untouched=())
    return brief(dossier, found)


@pytest.fixture(scope="module")
def briefing():
    return stuck()


def test_the_text_form_is_as_agreed(briefing):
    golden = Path(__file__).parent / "dock.txt"
    assert render(briefing, "text") == golden.read_text(encoding="utf-8")


def test_every_sentence_cites_and_every_quotation_stands_in_a_cited_place(briefing):
    assert briefing.claims
    for claim in briefing.claims:
        assert claim.citations and briefing.notes.marks(claim)
        for words in re.findall(r'"([^"]+)"', claim.text):
            assert words in TEXT
            assert any(words in c.quote for c in claim.citations), claim.text


def test_said_reported_assessed_inferred_are_told_apart(briefing):
    kinds = {c.kind: c.text for c in briefing.claims}
    assert set(kinds) == {"said", "reported", "assessed", "inferred"}
    assert kinds["assessed"].startswith("In the writer's judgement")
    assert all(c.kind == "inferred" for c in briefing.claims if "it follows" in c.text.lower())


def test_a_spokesperson_speaks_for_the_holder(briefing):
    said = [c.text for c in briefing.claims if c.kind == "said" and "Brill" in c.text]
    assert said and any("for the port, said" in s and 'hedged with "probably"' in s for s in said)


def test_notices_tell_single_source_date_and_headline(briefing):
    kinds = {n.kind for n in briefing.notices}
    assert {"single_source", "date_assumed", "deadline_undated", "headline_differs"} <= kinds
    assert all(n.documents == ("dock",) for n in briefing.notices)


def test_a_headline_that_claims_no_more_than_the_body_is_not_doubted():
    title, body = "Canal levy agreed", "The levy was agreed on Monday. A draft timetable for ferries follows."
    text = f"{title}\n{body}"
    document = Document(id="d", text=text, headline=title)
    document = Document(**{**vars(document), "paragraphs": (document.span(len(title) + 1, len(text)),)})
    assert not list(headline_and_body(document))


@pytest.mark.parametrize(
    "text",
    ["Miners say 'no meeting until wage accord is final'\n\nThe miners want to read a draft accord first.\n\nThey met.",
     "Miners want finalised accord before leaders meet\n\nThey will wait until there is a draft that both can accept.\n\nThey met."],
)  # fmt: skip
def test_a_headline_in_quotes_and_a_draft_by_that_name_alone_differ_from_each_other(text: str) -> None:
    (notice,) = headline_and_body(read_text(text, date="2031-03-04"))
    assert "final" in notice.text and "draft" in notice.text


def test_nothing_found_is_a_notice_not_a_claim():
    document = Document(id="recipe", text="Boil the beets.", headline=None, references=(), date=ReportDate())
    empty = brief(assemble([coded_from_plain({"doc_id": "recipe", "records": []}, document)]))
    assert not empty.claims
    assert any(n.kind == "none_found" and "recipe" in n.text for n in empty.notices)
    for form in ("text", "markdown", "json", "html"):
        assert "No negotiation was found" in render(empty, form)


class Page(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags, self.ids, self.targets = [], [], []

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        self.tags.append((tag, found))
        self.ids += [found["id"]] if "id" in found else []
        if (found.get("href") or "").startswith("#"):
            self.targets.append(found["href"][1:])


def test_the_page_runs_nothing_loads_nothing_and_every_number_opens_a_passage(briefing):
    html = render(briefing, "html")
    page = Page()
    page.feed(html)
    names = {t for t, _ in page.tags}
    assert not names & {"script", "link", "img", "iframe", "object"}
    assert "&lt;script&gt;" in html and "<script" not in html
    assert not any("src" in a for _, a in page.tags) and "@import" not in html and "url(http" not in html
    assert len(page.ids) == len(set(page.ids)) and set(page.targets) <= set(page.ids)
    assert {"svg", "table", "mark"} <= names
    assert all(a.get("scope") for t, a in page.tags if t == "th")


def test_the_json_form_keeps_its_contract(briefing):
    found = json.loads(render(briefing, "json"))
    for key in (
        "headline as_of date notices sentences references actors statements positions conditions steps deadlocks ways_out "
        "untouched deadlines commitments events tracks possible_readings comments"
    ).split():
        assert key in found
    assert found["changes"] == found["contradictions"] == found["copies"] == found["corrections"] == []
    assert set(found["sentences"][0]) == {"text", "kind", "citations"}
    assert all(TEXT[c["start"] : c["end"]] == c["quote"] for s in found["sentences"] for c in s["citations"])
    assert found["date"] == {"value": "2031-05-03", "origin": "reference", "assumed": True}
    assert found["positions"][0]["actor"] == "Dockers' League" and found["commitments"][0]["status"] == "announced"


@pytest.mark.parametrize("form", ["text", "markdown", "json", "html"])
def test_the_same_record_gives_the_same_bytes(briefing, form):
    assert render(stuck(), form) == render(briefing, form)


def test_the_headline_tells_who_is_stuck_over_what_and_cites_it(briefing):
    assert briefing.headline.startswith('Dockers\' League would move only after "the port had signed the pay terms", port only')
    assert briefing.headline_claim.kind == "inferred" and len(briefing.headline_cited) == 2
    assert f"{briefing.headline} [1][2]" in render(briefing, "text")
    assert len(json.loads(render(briefing, "json"))["headline_citations"]) == 2


def test_without_deadlock_or_repeated_refusal_the_headline_is_the_reports_own():
    alone = brief(assemble([coded()]), replace(analyse(assemble([coded()])), deadlocks=(), ways_out=()))
    assert alone.headline == TITLE and alone.headline_cited == ()


def test_a_deadlock_that_has_ended_is_told_as_past_and_makes_no_headline():
    dossier = assemble([coded()])
    first, second = dossier.requirements
    ended = Deadlock("deadlock-1", "cycle", True, (), (*first.holders, *second.holders), (first, second), until="2031-05-02")
    told = brief(dossier, replace(analyse(dossier), deadlocks=(ended,), ways_out=()))
    assert told.paragraphs[0].theme == "What blocked" and "until 2 May 2031" in told.paragraphs[0].claims[0].text
    assert told.headline == TITLE


def test_remarks_and_lost_speakers_make_one_notice_each():
    report = coded()
    remarks = ("In line 3 a mark has no partner.", "In line 9 a mark has no partner.")
    lost = [Statement(document="dock", spans=(report.document.span(*at),), manner="indirect") for at in ((0, 7), (8, 11))]
    odd = replace(report, document=replace(report.document, remarks=remarks), findings=(*report.findings, *lost))
    found = {n.kind: n.text for n in brief(assemble([odd])).notices}
    assert "In lines 3 and 9 a mark has no partner." in found["reading"]
    assert "2 statements" in found["speaker_unresolved"]


def test_only_few_possible_readings_are_printed_and_the_rest_stays_in_json_and_page():
    report = coded()
    league = next(a.id for a in report.of(Actor) if a.name == "Dockers' League")
    words = [(m.start(), m.end()) for m in re.finditer(r"\w{6,}", TEXT)][:9]
    weak = [
        Position(
            document="dock",
            spans=(report.document.span(*at),),
            actor=(league,),
            issue="it",
            stance="reject",
            certainty="possible",
        )
        for at in words
    ]
    found = brief(assemble([replace(report, findings=(*report.findings, *weak))]))
    assert len(found.foremost) == 4 < len(found.possible)
    assert render(found, "text").count(" may mean that ") == 4
    assert len(json.loads(render(found, "json"))["possible_readings"]) == len(found.possible)


def test_words_that_two_paragraphs_could_tell_are_told_once():
    report = coded()
    words = "announced 300 new lockers"
    start = TEXT.index(words)
    again = Event(document="dock", spans=(report.document.span(start, start + len(words)),), type="other", status="held")
    told = render(brief(assemble([replace(report, findings=(*report.findings, again))])), "text").split("References:")[0]
    assert told.count("announced 300 new lockers") == 1


def test_a_thing_is_named_with_its_article_and_never_by_a_pronoun():
    document = Document(id="d", text="They want a longer truce. They reject it.")
    whole = (document.span(0, len(document.text)),)
    assert named(document, "longer truce", whole) == '"a longer truce"'
    assert named(document, "it", whole) == ""
    verb = Document(id="v", text="The crews would prefer to talk.")
    assert named(verb, "talk", (verb.span(0, 30),), clause=True) == ""


def test_a_quotation_keeps_its_spaces_as_they_stand_in_the_report():
    text = "The crews reject  the new\u00a0roster outright, they say."
    document = Document(id="d", text=text, paragraphs=(Span.of(text, 0, len(text)),))
    crews = Actor(document="d", spans=(document.span(4, 9),), name="crews", type="organisation")
    view = Position(document="d", spans=(document.span(10, 46),), actor=(crews.id,), issue="it", stance="reject")
    told = brief(assemble([Coded(document, (crews, view))])).claims[0].text
    (words,) = re.findall(r'"([^"]+)"', told)
    assert words in text and "\u00a0" in words


def test_labels_of_the_drawing_stand_apart():
    taken = []
    places = [_free_place("Dockers' League", [(100.0, 50.0), (140.0, 60.0)], taken) for _ in range(3)]
    assert len(set(places)) == 3
    assert not any(_covered(a, [b]) for n, a in enumerate(taken) for b in taken[:n])


def test_an_unknown_form_is_refused_with_the_choice(briefing):
    with pytest.raises(DragomanError, match="text, markdown, json, html"):
        render(briefing, "pdf")
