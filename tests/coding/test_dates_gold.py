"""The project's own list of expressions of time: how many are read right."""

import json
from dataclasses import replace
from pathlib import Path

from dragoman.coding.dates import find_dates
from dragoman.coding.parse import parse_all
from dragoman.model.document import ReportDate
from dragoman.model.moment import Moment
from dragoman.reading import read_text

LIST = Path(__file__).parents[2] / "gold" / "dates.jsonl"
FLOOR = 0.985


def test_share_read_right_stays_above_the_floor() -> None:
    """A row marked `absent` names words that are no expression of time there."""
    rows = [json.loads(line) for line in LIST.read_text(encoding="utf-8").splitlines()]
    documents = [replace(read_text(r["text"]), date=ReportDate(Moment(r["report_date"]))) for r in rows]
    wrong = []
    for row, parsed in zip(rows, parse_all(documents), strict=True):
        found = {d.span.text: (d.value, d.duration) for d in find_dates(parsed)}
        expected = None if row.get("absent") else (row["value"], row["duration"])
        if found.get(row["expression"]) != expected:
            wrong.append((row["text"], row["expression"], found))
    assert len(rows) >= 380
    assert 1 - len(wrong) / len(rows) >= FLOOR, wrong
