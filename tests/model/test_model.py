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


def test_moments_are_as_precise_as_the_words():
    assert str(Moment("2031-W10").first) == "2031-03-03" and str(Moment("2031-W10").last) == "2031-03-09"
    assert Moment("2031").last.month == 12 and Moment("2031-02").last.day == 28
    for wrong in ("2031-13", "31 March", "2031-W60", "2031-02-30"):
        with pytest.raises(DragomanError, match="is no date"):
            Moment(wrong)
