"""Where quotations of invented texts begin and end, broken marks included."""

import pytest

from dragoman.coding.quotations import find_quotations
from dragoman.model import Span


def quoted(text: str) -> list[str]:
    """The quotations of a text of paragraphs, line by line."""
    spans, start = [], 0
    for line in text.split("\n"):
        spans.append(Span(start, start + len(line), line))
        start += len(line) + 1
    return [text[q.start : q.end] for q in find_quotations(text, spans)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('The mayor said "we are close" and left.', ['"we are close"']),
        ("The mayor said “we are close” and left.", ["“we are close”"]),
        ("''It is done,'' she said. ''At last.''", ["''It is done,''", "''At last.''"]),
        ("The workers' demand 'is fair,' she said.", ["'is fair,'"]),
        ('“It is done," she said.', ['“It is done,"']),
    ],
)
def test_marks_of_every_kind(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_a_mark_that_is_never_closed_ends_with_its_sentence() -> None:
    assert quoted('She called it "absurd. The rest of the day was calm.') == ['"absurd.']


def test_a_second_opening_mark_ends_the_first_quotation() -> None:
    assert quoted("He spoke of “peace. The hall fell silent. “Now,” he said.") == ["“peace.", "“Now,”"]


def test_a_mark_that_nothing_opened_reaches_back_to_the_start() -> None:
    assert quoted("I was there,” he said. “I saw it.”") == ["I was there,”", "“I saw it.”"]


def test_a_quotation_runs_on_where_the_next_paragraph_opens_with_a_mark() -> None:
    assert quoted("“The first day.\n“The second day,” he said.") == ["“The first day.", "“The second day,”"]


def test_inches_open_nothing() -> None:
    assert quoted('The pipe is 5" wide.') == []


def test_an_open_quotation_goes_on_while_somebody_speaks_of_himself() -> None:
    text = "“It is a bad offer,” Olm said. “They never asked. We will not sign it. The port was quiet."
    assert quoted(text)[-1] == "“They never asked. We will not sign it."


def test_an_open_paragraph_ends_where_the_writer_tells_again() -> None:
    text = "“The gates are shut. Varga said the police were on their way.\n“We saw them,” he said."
    assert quoted(text)[0] == "“The gates are shut."


def test_a_text_that_loses_marks_has_quotations_without_any() -> None:
    text = "He called it “absurd. The day was calm. She called it “mad. The night was calm.\nWe will not sign it."
    assert quoted(text)[-1] == "We will not sign it."


def test_a_text_that_loses_no_marks_has_none_without() -> None:
    assert quoted("He called it “absurd.”\nWe will not sign it.") == ["“absurd.”"]


@pytest.mark.parametrize(
    "writers", ["Earlier he went to Our Lady of the Mills.", "Ada Olm, I-Vt., waited.", "Olm said the war we now have is lost."]
)
def test_a_sentence_of_the_writers_is_no_quotation_without_marks(writers: str) -> None:
    text = "He called it “absurd. The day was calm. She called it “mad. The night was calm.\n"
    assert writers not in quoted(text + writers)
