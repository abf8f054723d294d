#!/usr/bin/env python3
"""How many facts are read in invented passages, a sentence to four each: python3 gold/passages.py [read|unread] [--errors]

Each row says what must be read in it: one record a fact, names and words as regular expressions, other fields as they are in the codebook; a look-alike
expects nothing of its `kinds`. Written by people who had not seen the code, one file a class of facts. `read` were read while the rules were made,
`unread` never: whoever prints their errors spoils them. It sets no floor.
"""

import collections
import json
import pathlib
import re
import sys

from dragoman import code_all, coded_to_plain, read
from dragoman.sources import Fetched

HERE = pathlib.Path(__file__).resolve().parent
WHO = ("holder", "actor", "setter", "giver", "receiver", "speaker")
DAY = "2030-06-12"


def texts_of(spans):
    return " … ".join(s["text"] for s in (spans if isinstance(spans, list) else [spans] if spans else []))


class Passage:
    """The records read in a passage, with the names by which their actors go."""

    def __init__(self, plain):
        self.records = plain["records"]
        actors = [r for r in self.records if r["kind"] == "actor"]
        self.names = {a["id"]: " | ".join([a["name"], *(a.get("aliases") or [])]) for a in actors}
        self.above = {a["id"]: a.get("acts_for") for a in actors}

    def who(self, value):
        ids = value if isinstance(value, list) else [value] if value else []
        over = [j for i in ids for a in [self.above.get(i)] for j in (a if isinstance(a, list) else [a] if a else [])]
        return " | ".join(self.names.get(i, "") for i in [*ids, *over])

    def fits(self, wanted, record):
        return record["kind"] == wanted["kind"] and all(self.field_fits(k, v, record) for k, v in wanted.items() if k != "kind")

    def field_fits(self, name, wanted, record):
        has = lambda words: re.search(wanted, words or "", re.I) is not None
        if name in WHO:
            return has(self.who(record.get(name)))
        if name in ("gated", "required"):
            return has(texts_of(record.get(f"{name}_span")))
        if name == "words":
            return has(" … ".join(texts_of(record.get(k)) for k in ("spans", "gated_span", "required_span")))
        if name == "sooner":
            return (record.get("bound") == "or_sooner") == wanted
        if name == "consequence":
            return has(record.get(name))
        if name in ("stance", "status", "type", "relation"):
            return re.fullmatch(wanted, record.get(name) or "") is not None
        return record.get(name) == wanted


def run(path, errors):
    """Print, by class, how many facts are read and how many look-alikes are taken for one."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]
    fetched = [Fetched(r["id"], b"", "row", r["id"], {"text": r["text"], "date": r.get("date", DAY)}) for r in rows]
    facts, looks = collections.defaultdict(lambda: [0, 0]), collections.defaultdict(lambda: [0, 0])
    for row, coded in zip(rows, code_all(read(f) for f in fetched), strict=True):
        passage, name = Passage(coded_to_plain(coded)), row["id"].rsplit("-", 1)[0]
        for wanted in row["expect"]:
            hit = any(passage.fits(wanted, r) for r in passage.records)
            facts[name][0] += hit
            facts[name][1] += 1
            if errors and not hit:
                print(f"missed {row['id']}: {row['text']}\n   {wanted}")
        if not row["expect"]:
            false = [r for r in passage.records if r["kind"] in row.get("kinds", ()) and r["certainty"] != "possible" and r.get("stance") != row.get("stance_allowed", "-")]
            looks[name][0] += bool(false)
            looks[name][1] += 1
            if errors and false:
                print(f"false {row['id']}: {row['text']}\n   {false[0]}")
    for name in sorted({*facts, *looks}):
        told = [f"read {facts[name][0]} of {facts[name][1]}"] if name in facts else []
        told += [f"{looks[name][0]} of {looks[name][1]} look-alikes taken for one"] if name in looks else []
        print(f"  {name}: {', '.join(told)}")
    every = [[sum(c[i] for c in counts.values()) for i in (0, 1)] for counts in (facts, looks)]
    print(f"{path.parent.name}/{path.stem}: read {every[0][0]} of {every[0][1]}, {every[1][0]} of {every[1][1]} look-alikes taken for one\n")


def main():
    errors = "--errors" in sys.argv
    for part in [a for a in sys.argv[1:] if not a.startswith("-")] or ("read", "unread"):
        for path in sorted((HERE / "passages" / part).glob("*.jsonl")):
            run(path, errors)


if __name__ == "__main__":
    main()
