"""The laws that the values themselves keep."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.model import (
    Actor,
    Citation,
    CitationError,
    Claim,
    Coded,
    CodedError,
    Document,
    DragomanError,
    Moment,
    Position,
    Span,
    coded_from_plain,
    coded_to_plain,
)

TEXT = "The union rejected the offer. The company withdrew it."
REPORT = Document(id="r", text=TEXT, paragraphs=(Span.of(TEXT, 0, len(TEXT)),))


def example() -> Coded:
    union = Actor(document="r", spans=(REPORT.span(0, 9),), name="union", type="organisation", coder="test")
    position = Position(
        document="r", spans=(REPORT.span(10, 28),), actor=(union.id,), issue="offer", stance="reject", coder="test"
    )
    return Coded(REPORT, (union, position))


def test_a_citation_cannot_be_made_of_words_that_do_not_stand_there():
    assert Citation(REPORT, Span(4, 9, "union")).quote == "union"
    with pytest.raises(CitationError, match="do not stand"):
        Citation(REPORT, Span(4, 9, "Union"))


def test_nothing_is_claimed_without_a_citation():
    with pytest.raises(CitationError):
        Claim("The union rejected the offer.", "reported", ())


@given(st.text(min_size=1), st.integers(0, 50), st.integers(0, 50))
def test_a_span_holds_exactly_its_words(text, start, length):
    stands = text[start : start + length]
    if stands and start + length <= len(text):
        assert Citation(Document(id="x", text=text), Span.of(text, start, start + length)).quote == stands
    elif start + length > len(text) or not length:
        with pytest.raises(CitationError):
            Span.of(text, start, start + length)


def test_coding_goes_to_json_and_back_unchanged():
    coded = example()
    plain = json.loads(json.dumps(coded_to_plain(coded)))
    again = coded_from_plain(plain, REPORT)
    assert [f.spans for f in again.findings] == [f.spans for f in coded.findings]
    assert again.of(Position)[0].actor == (again.of(Actor)[0].id,)
    assert again.of(Position)[0].stance == "reject"


def test_ids_follow_from_content():
    assert [f.id for f in example().findings] == [f.id for f in example().findings]
    assert example().findings[1].id != Position(document="r", spans=(REPORT.span(10, 28),), issue="offer", stance="accept").id


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"stance": "rejects"}, "must be one of"),
        ({"actor": "a9"}, "no such record"),
        ({"spans": []}, "no span"),
        ({"spans": [{"start": 0, "end": 3, "text": "the"}]}, "is 'The', not 'the'"),
        ({"kind": "stance"}, "unknown kind"),
        ({"id": "a1"}, "used twice"),
        ({"same_as": "p1"}, "circle"),
    ],
)
def test_an_edit_that_does_not_fit_is_named_with_its_record(change, words):
    plain = coded_to_plain(example())
    plain["records"][1].update(change)
    with pytest.raises(CodedError, match=words):
        coded_from_plain(plain, REPORT)


def of_every_kind() -> dict:
    """A coded file with a record of each kind that holds a word, a date, a number and a truth value."""
    words = {"start": 0, "end": 28, "text": REPORT.text[:28]}
    records = [
        {"id": "a1", "kind": "actor", "name": "union", "type": "organisation"},
        {"id": "p1", "kind": "position", "actor": "a1", "issue": "offer", "stance": "reject", "on": "2031-02-03"},
        {"id": "c1", "kind": "condition", "holder": "a1", "gated": "talks", "gated_span": words, "required": "offer",
         "required_span": words, "relation": "only_after", "strict": True},
        {"id": "d1", "kind": "deadline", "what": "offer", "when_text": "3 May", "date": "2031-05-03", "duration": "P3W"},
        {"id": "m1", "kind": "commitment", "giver": "a1", "item": "berths", "quantity": 40, "status": "announced"},
        {"id": "e1", "kind": "event", "type": "meeting", "participants": ["a1"], "status": "held"},
        {"id": "k1", "kind": "track", "name": "talks", "parties": ["a1"]},
    ]  # fmt: skip
    return {"doc_id": "r", "coder": "test", "records": [{**r, "spans": [words]} for r in records]}


def coded_with(name: str, change: dict) -> Coded:
    plain = of_every_kind()
    next(r for r in plain["records"] if r["id"] == name).update(change)
    return coded_from_plain(plain, REPORT)


@pytest.mark.parametrize(
    ("name", "change", "words"),
    [
        ("c1", {"strict": "false"}, "strict='false'; write true or false"),
        ("c1", {"strict": None}, "strict=None; write true or false"),
        ("c1", {"gated": 5}, "gated=5; write words in quotation marks"),
        ("c1", {"required": ""}, "required=''; write the words that it is about"),
        ("c1", {"gated_span": None}, "lacks gated_span"),
        ("c1", {"statement": "p1"}, "kind position: write the id of a statement, or null"),
        ("p1", {"on": "yesterday"}, "on='yesterday'; write a date such as 2025-05-14"),
        ("p1", {"on": "2031-02-30"}, "on='2031-02-30'; write a date"),
        ("p1", {"issue": "\ud800"}, "issue='.ud800'; write words"),
        ("p1", {"stance": ["reject"]}, "must be one of demand"),
        ("p1", {"stance": None}, "lacks stance, which a position has; write one of demand"),
        ("p1", {"same_as": "c1"}, "kind condition: write the id of a position, or null"),
        ("d1", {"date": 5}, "date=5; write a date such as .* in quotation marks, or null"),
        ("d1", {"duration": "three weeks"}, "duration='three weeks'; write a length of time such as P50D"),
        ("m1", {"quantity": "40"}, "quantity='40'; write a number in digits, without quotation marks"),
        ("m1", {"quantity": 10**400}, "write a number in digits"),
        ("m1", {"quantity": float("nan")}, "write a number in digits"),
        ("e1", {"participants": [["a1"]]}, "names .'a1'. in participants; there is no such record: write the id of an actor"),
        ("e1", {"kind": []}, "unknown kind"),
        ("e1", {"spans": [{"start": 0.0, "end": 3, "text": "The"}]}, "no span with start, end"),
        ("k1", {"name": None}, "name=None; write words in quotation marks"),
        ("a1", {"role": 5}, "role=5; write words in quotation marks, or null"),
        ("a1", {"aliases": [5]}, "aliases=5; write words"),
    ],
)
def test_a_value_that_its_field_cannot_hold_is_refused_with_what_to_write(name, change, words):
    assert len(coded_with(name, {}).findings) == 7
    with pytest.raises(CodedError, match=f"^r: record .*{words}") as refused:
        coded_with(name, change)
    assert refused.value.args[0].isprintable() and refused.value.args[0].endswith(".")


def test_nobody_is_without_a_name():
    assert coded_with("a1", {"name": None}).of(Actor)[0].name == TEXT[:28], "the first words that tell of it"


@pytest.mark.parametrize("about", [{"doc_id": 5}, {"coder": ["me"]}, {"date": 2031}, {"date_assumed": "no"}, {"title": "\udfff"}])
def test_what_a_coded_file_says_of_its_report_is_checked_too(about):
    with pytest.raises(CodedError, match=f"r: the coded file has {next(iter(about))}="):
        coded_from_plain({**of_every_kind(), **about}, REPORT)


def test_moments_are_as_precise_as_the_words():
    assert str(Moment("2031-W10").first) == "2031-03-03" and str(Moment("2031-W10").last) == "2031-03-09"
    assert Moment("2031").last.month == 12 and Moment("2031-02").last.day == 28
    for wrong in ("2031-13", "٢٠٣١", "31 March", "2031-W60", "2031-02-30"):
        with pytest.raises(DragomanError, match="is no date"):
            Moment(wrong)
