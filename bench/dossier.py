"""How a dossier grows: `python bench/dossier.py [--reports 1000 10000] [--cache FILE]`, with the shared corpus beside the project.

Sixty real reports are read and coded once; each is then put in many times under another id, day and last line, with the same
findings in place. So the texts and findings are real, their variety is not. Printed: seconds and the peak memory of the process.
"""

import argparse
import datetime
import json
import pickle
import resource
import sys
import tempfile
import time
from pathlib import Path

from dragoman.analysis import analyse
from dragoman.assembly import assemble
from dragoman.briefing import brief, brief_changes, render
from dragoman.coding import code_all
from dragoman.model import Coded, Moment, coded_from_plain, coded_to_plain
from dragoman.reading import read, settled_text
from dragoman.sources import Fetched, open_source
from dragoman.store import Store

CORPUS = Path(__file__).resolve().parent.parent.parent / "shared" / "corpus" / "wikinews.jsonl"
ORIGINALS = 60
BOUND = 1.0


def originals(cache: Path) -> list[tuple[str, dict]]:
    """Return the texts of the originals with their codings, from `cache` where it is there."""
    if cache.is_file():
        return pickle.loads(cache.read_bytes())
    fetched = [f for f in open_source(CORPUS) if isinstance(f, Fetched)][: ORIGINALS * 4 : 4]
    made = [(c.document.text, coded_to_plain(c)) for c in code_all(read(f) for f in fetched)]
    cache.write_bytes(pickle.dumps(made))
    return made


def variant(text: str, plain: dict, number: int, cases: int) -> tuple[Fetched, Coded]:
    """Return a report made of an original, one in `ORIGINALS` told anew: another id and day, another last line."""
    day = datetime.date(2031, 1, 1) + datetime.timedelta(days=number % 365)
    mark = f"case{number % cases}"  # the negotiation that it belongs to
    row = {"id": f"r{number}", "text": f"{text}\n{mark} told anew as number {number}.", "date": str(day), "publisher": f"Paper {number % 40}"}
    fetched = Fetched(row["id"], json.dumps(row, ensure_ascii=False).encode(), "row", row["id"], row)
    return fetched, coded_from_plain({**plain, "doc_id": row["id"]}, read(fetched))


def measure(count: int, made: list[tuple[str, dict]], folder: Path) -> bool:
    """Add so many reports, ask what is asked every day, and print; return whether the daily questions keep their bound."""
    path = folder / f"{count}.db"

    def timed(name: str, call, bound: float | None = None) -> bool:
        start = time.perf_counter()
        found = call()
        took = time.perf_counter() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{count:>6} reports  {name:<34} {took:8.2f} s  peak {peak:6.0f} MB  {found if isinstance(found, str) else ''}", flush=True)
        return bound is None or took <= bound

    def adding() -> str:
        with Store(path, new=True) as store:
            for number in range(count):
                fetched, coded = variant(*made[number % len(made)], number, count // 25)
                store.add(coded, fetched.raw, form="row", coder="dragoman 0", added="2031-12-31T00:00:00.000Z")
        return f"{path.stat().st_size / 2**20:.0f} MB on disk"

    def record():
        with Store(path) as store:
            return assemble(store.coded(about="case7"))

    def verified() -> str:
        with Store(path) as store:
            again = lambda form, content, place: settled_text(Fetched(place, content, form, place, json.loads(content)))
            return f"{len(list(store.verify(again)))} faults"

    timed("added", adding)
    with Store(path) as store:
        timed("status", lambda: f"{store.status().findings} findings")
        kept = timed("search", lambda: f"{len(store.search('agreement'))} hits", BOUND)
    kept &= timed("brief of one negotiation", lambda: _told(record()), BOUND)
    kept &= timed("changes of one negotiation", lambda: str(len(render(brief_changes(record(), Moment("2031-06-01")), "text"))), BOUND)
    timed("verify", verified)
    return kept


def _told(record) -> str:
    return f"{len(record.documents)} reports, {len(render(brief(record, analyse(record)), 'text'))} characters"


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--reports", nargs="+", type=int, default=[1000, 10000])
    options.add_argument("--cache", type=Path, default=Path(tempfile.gettempdir()) / "dragoman-originals.pickle")
    chosen = options.parse_args()
    if not CORPUS.is_file():
        print("the shared corpus is not beside the project: nothing measured")
        return 0
    made = originals(chosen.cache)
    with tempfile.TemporaryDirectory() as folder:
        kept = [measure(count, made, Path(folder)) for count in chosen.reports]
    return int(not all(kept))


if __name__ == "__main__":
    sys.exit(main())
