"""Reports with given codings, so that the store is tested without a parser."""

import json
from functools import cache
from pathlib import Path

from dragoman import coded_from_plain, read
from dragoman.model import Coded
from dragoman.reading import settled_text
from dragoman.sources import Fetched, open_source

GOLD = Path(__file__).resolve().parents[2] / "gold"
WHEN = "2031-04-01T08:00:00.000Z"
CODER = "a coder"


@cache
def reports() -> tuple[tuple[Fetched, Coded], ...]:
    """The invented reports of two negotiations with their codings."""
    out = []
    for folder in (GOLD / "scenarios" / "D1", GOLD / "scenarios" / "D2"):
        for fetched in open_source(folder / "reports.jsonl"):
            assert isinstance(fetched, Fetched)
            plain = json.loads((folder / "coded" / f"{fetched.id}.json").read_text(encoding="utf-8"))
            out.append((fetched, coded_from_plain(plain, read(fetched))))
    return tuple(out)


def put(store, fetched, coded, when=WHEN, coder=CODER):
    return store.add(coded, fetched.raw, form=fetched.form, coder=coder, added=when)


def fetched_text(name, text, **about):
    """A report that a line of JSON holds, and its text read, with nothing found in it."""
    raw = json.dumps({"id": name, "text": text, **about}, ensure_ascii=False).encode()
    fetched = Fetched(name, raw, "row", name, {"id": name, "text": text, **about})
    return fetched, Coded(read(fetched), ())


def reread(form, content, place):
    return settled_text(Fetched(place, content, form, place, json.loads(content) if form == "row" else {}))
