"""Dates and deadlines of an invented report."""

from dataclasses import replace

import pytest

from dragoman.coding import code_parse
from dragoman.coding.dates import find_dates
from dragoman.coding.parse import Parse, parse
from dragoman.model import Coded, Deadline
from dragoman.model.document import ReportDate
from dragoman.model.moment import Moment
from dragoman.reading import read_text

REPORT = """\
The port board met on Wednesday. The crews will return next Monday, and talks opened on May 3.

The call lasted 40 minutes. It received two cranes from Ghana and one from Togo. The fund wants hundreds of millions of dollars.

The union must answer by Friday. A 50-day deadline was set. Is it possible in 30 days?
"""


@pytest.fixture(scope="module")
def parsed() -> Parse:
    return parse(replace(read_text(REPORT), date=ReportDate(Moment("2031-09-10"))))


@pytest.fixture(scope="module")
def coded(parsed: Parse) -> Coded:
    return code_parse(parsed)


@pytest.mark.parametrize(
    ("words", "value", "duration"),
    [("Wednesday", "2031-09-10", None), ("next Monday", "2031-09-15", None), ("May 3", "2031-05-03", None),
     ("40 minutes", None, "PT40M"), ("Friday", "2031-09-12", None)],
)  # fmt: skip
def test_dates(parsed: Parse, words: str, value: str | None, duration: str | None) -> None:
    found = {d.span.text: d for d in find_dates(parsed)}
    assert (found[words].value, found[words].duration) == (value, duration)


def test_deadlines_leave_questions_out(coded: Coded) -> None:
    assert [(d.date, d.duration) for d in coded.of(Deadline)] == [("2031-09-12", None), (None, "P50D")]
