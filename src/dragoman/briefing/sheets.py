"""Reports and findings as tables for a spreadsheet (CSV by RFC 4180), one a kind."""

import csv
import io
import re
from dataclasses import fields
from typing import Any, get_type_hints

from dragoman.assembly import Dossier
from dragoman.model import KINDS, Finding, Ids, Spans

_APART = ("document", "spans", "coder", "certainty", "same_as")
_RUN = re.compile(r"'*(?:\s*[=+\-@＝＋－＠]|[\t\r\n])")
"""What a spreadsheet would take for a formula."""


def sheets(dossier: Dossier) -> dict[str, str]:
    """Return the tables by name: `report`, and one for each kind of finding, with a line of column names."""
    found = {"report": _written(("id", "date", "publisher", "headline", "address"), _reports(dossier))}
    for kind, cls in KINDS.items():
        columns = ("id", "report", "date", "certainty", "coder", "start", "end", "quote", *_own(cls))
        rows = [_row(dossier, f) for f in dossier.findings if f.kind == kind]
        found[kind] = _written(columns, [[row[c] for c in columns] for row in rows])
    return found


def _reports(dossier: Dossier) -> list[list[Any]]:
    return [[d.id, str(d.date.value or ""), d.publisher, d.headline, d.url] for d in dossier.documents]


def _row(dossier: Dossier, finding: Finding) -> dict[str, Any]:
    return {
        "id": finding.id,
        "report": finding.document,
        "date": str(dossier.document[finding.document].date.value or ""),
        "certainty": finding.certainty,
        "coder": finding.coder,
        "start": finding.spans[0].start,
        "end": finding.spans[-1].end,
        "quote": " […] ".join(s.text for s in finding.spans),
        **{f"its {k}" if k == "date" else k: v for k, v in told(dossier, finding).items()},
    }


def _own(cls: type[Finding]) -> tuple[str, ...]:
    return tuple("its date" if f.name == "date" else f.name for f in fields(cls) if f.name not in _APART)


def told(dossier: Dossier, finding: Finding) -> dict[str, Any]:
    """Return what a finding says by field, actors by their names, words as they stand."""
    hints = get_type_hints(type(finding))
    out: dict[str, Any] = {}
    for f in fields(finding):
        if f.name in _APART:
            continue
        value = getattr(finding, f.name)
        if hints[f.name] == Ids and f.name != "aliases":
            value = "; ".join(dossier.party_of[i].name if i in dossier.party_of else i for i in value)
        elif hints[f.name] == Spans:
            value = " […] ".join(s.text for s in value)
        elif isinstance(value, tuple):
            value = "; ".join(value)
        out[f.name] = value
    return out


def _written(columns: tuple[str, ...], rows: list[list[Any]]) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows([[defused(v) for v in row] for row in rows])
    return out.getvalue()


def defused(value: Any) -> Any:
    """Return a cell that no spreadsheet runs: an apostrophe before what would be a formula, numbers as they are.

    Whoever needs the words exactly takes one apostrophe off a cell that `defused` would change without it.

    >>> defused("=HYPERLINK(1)"), defused("'=1"), defused("'tis a deal"), defused(-3.5)
    ("'=HYPERLINK(1)", "''=1", "'tis a deal", -3.5)
    """
    return f"'{value}" if isinstance(value, str) and _RUN.match(value) else value
