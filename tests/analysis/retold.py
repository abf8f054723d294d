"""Invented texts as the records that are coded from them, in a form that two codings can be compared in."""

import json

from dragoman import code_all, coded_to_plain, read
from dragoman.sources import Fetched


def coded(texts):
    rows = [{"id": f"r{n}", "text": text, "date": "2031-04-21"} for n, text in enumerate(texts)]
    reports = [read(Fetched(id=r["id"], raw=json.dumps(r).encode(), form="row", place=r["id"], fields=r)) for r in rows]
    return [coded_to_plain(c)["records"] for c in code_all(reports)]


def told(records, names=()):
    """What the records say, free of ids and places, actors by name, with one cast's names put back into another's."""
    called = {r["id"]: r["name"] for r in records if r["kind"] == "actor"}

    def plain(value):
        if isinstance(value, str):
            value = called.get(value, value)
        if isinstance(value, dict):
            return plain(value["text"]) if "text" in value else {k: plain(v) for k, v in value.items()}
        if isinstance(value, list):
            return [plain(v) for v in value]
        if isinstance(value, str):
            for old, new in names:
                value = value.replace(old, new)
        return value

    return [
        {k: plain(v) for k, v in r.items() if k not in ("id", "same_as", "statement")} for r in records if r["kind"] != "actor"
    ]
