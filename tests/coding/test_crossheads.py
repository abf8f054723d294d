"""Headings that a copied text has glued to the sentence after them, in invented reports."""

import pytest

from dragoman.coding.crossheads import paragraphs_of
from dragoman.model import Document, Span


def split(text: str, headline: str | None = None) -> tuple[list[str], bool]:
    """The paragraphs of a one-paragraph report, and whether the first is its headline."""
    document = Document(id="r", text=text, headline=headline, paragraphs=(Span(0, len(text), text),))
    spans, titled = paragraphs_of(document)
    return [s.text for s in spans], titled


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("Way forward-The talks resume on Monday.", "Way forward-"),
        ("Pay offer-“We are close,” the union says.", "Pay offer-"),
        ("Next steps-Mayor Olm Varga will call a vote.", "Next steps-"),
    ],
)
def test_a_heading_stands_apart(text: str, heading: str) -> None:
    assert split(text)[0] == [heading, text[len(heading) :]]


def test_a_heading_after_a_caption_stands_apart() -> None:
    text = "Dockers wait at the gate, May 3, 2031. No way back-In the hall nobody spoke."
    assert split(text)[0] == ["Dockers wait at the gate, May 3, 2031. ", "No way back-", "In the hall nobody spoke."]


@pytest.mark.parametrize(
    "text",
    ["Anti-Varga marches went on.", "The Al-Nour line stopped.", "A Varga-Olm deal is near.", "It was a then-Minister who left."],
)
def test_a_compound_is_no_heading(text: str) -> None:
    assert split(text)[0] == [text]


def test_a_glued_headline_is_the_headline() -> None:
    assert split("Dockers Walk Out -The port stood still.", "Dockers Walk Out -The port") == (
        ["Dockers Walk Out -", "The port stood still."],
        True,
    )
