#!/usr/bin/env python3
"""What coding costs: python3 bench/coding.py [CORPUS.jsonl ...] [--reports N] [--rounds N]

Times reading and coding whole reports against the bare parse: the full spaCy pipeline over the same paragraphs, in the same batches, in one
process and run, one after the other in turn; CPU seconds, the best of the rounds. Exit status 1 where coding costs more than 1.5 times the parse.
"""

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")

import argparse
import pathlib
import sys
import time

from dragoman import code_all, open_source, read
from dragoman.coding.parse import BATCH, load_pipeline

HERE = pathlib.Path(__file__).resolve().parent
LIMIT = 1.5


def corpora():
    """The invented reports of gold/, and a part of the real ones where they are."""
    gold = HERE.parent / "gold"
    shared = HERE.parent.parent / "shared/corpus"
    return [gold / "fields/reports.jsonl", *sorted(gold.glob("scenarios/*/reports.jsonl")), *sorted(shared.glob("*.jsonl"))]


def seconds(work):
    start = time.process_time()
    work()
    return time.process_time() - start


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("corpora", nargs="*", type=pathlib.Path)
    options.add_argument("--reports", type=int, default=25, help="at most so many reports of each corpus")
    options.add_argument("--rounds", type=int, default=3)
    chosen = options.parse_args()
    fetched = []
    for corpus in chosen.corpora or corpora():
        rows = list(open_source(corpus))
        fetched += rows[:: max(1, len(rows) // chosen.reports)][: chosen.reports]
    reports = [read(f) for f in fetched]
    paragraphs = [p.text for d in reports for p in ((d.title,) if d.title else ()) + d.paragraphs]
    nlp = load_pipeline()
    bare = lambda: [len(doc) for doc in nlp.pipe(paragraphs, batch_size=BATCH)]
    ours = lambda: [len(coded.findings) for coded in code_all(read(f) for f in fetched)]
    bare(), ours()
    pairs = [(seconds(bare), seconds(ours)) for _ in range(chosen.rounds)]
    parse, coding = (min(column) for column in zip(*pairs, strict=True))
    words = sum(bare())
    print(f"{len(reports)} reports, {words} words; bare parse {parse:.2f} s, reading and coding {coding:.2f} s: {coding / parse:.2f} times")
    return coding > LIMIT * parse


if __name__ == "__main__":
    sys.exit(main())
