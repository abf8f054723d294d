#!/usr/bin/env python3
"""Codings of real reports without their words: python3 gold/rebuild.py pack CORPUS.jsonl CODED_DIR | build [--shared DIR] --out DIR

The project holds no sentence of a real report. `real/` keeps, for each report that we coded by reading, its id, address and text hash, and the records with
offsets alone. `build` looks the texts up in the shared corpus (or, with --texts, in any JSON Lines file that has them), checks the hash and writes
OUT/real/reports.jsonl and OUT/real/coded/<id>.json in the codebook's form, and those drawn for testing alone into OUT/real-test. `pack` is the way back.
"""

import argparse
import hashlib
import json
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from folds import is_test

PLACE = HERE / "real"
WORDS = ("spans", "cue", "source_span", "content", "gated_span", "required_span")
LONGEST = 8
"""Words of a name or a role."""
CORPORA = ("state", "voa", "wikinews")


def digest(text):
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def rows_of(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def mapped(value, change):
    """A field of spans with each span changed."""
    return [change(v) for v in value] if isinstance(value, list) else change(value)


def short(value):
    """A name or role as it is, nothing where it is as long as a sentence."""
    if isinstance(value, list):
        return [v for v in value if short(v) is not None]
    return None if isinstance(value, str) and len(value.split()) > LONGEST else value


def without_words(coded, row):
    """A coded report with offsets in place of words."""
    records = []
    for record in coded["records"]:
        kept = {k: mapped(v, lambda s: [s["start"], s["end"]]) if k in WORDS and v else short(v) for k, v in record.items()}
        records.append(kept)
    about = {"doc_id": coded["doc_id"], "url": row.get("url"), "licence": row.get("licence"), "text_hash": digest(row["text"])}
    return {**about, "coder": coded["coder"], "kinds": coded.get("kinds"), "records": records}


def with_words(packed, row):
    """The coded report in the codebook's form; raises ValueError where the text is another."""
    text = row["text"]
    if digest(text) != packed["text_hash"]:
        raise ValueError(f"{packed['doc_id']}: the text is not the one that was coded (hash {digest(text)}, coded {packed['text_hash']})")
    span = lambda ends: {"start": ends[0], "end": ends[1], "text": text[ends[0] : ends[1]]}
    records = []
    for record in packed["records"]:
        one = lambda v: [span(e) for e in v] if isinstance(v[0], list) else span(v)
        records.append({k: one(v) if k in WORDS and v else v for k, v in record.items()})
    return {"doc_id": packed["doc_id"], "title": row.get("title"), "date": row.get("date"), "coder": packed["coder"], "kinds": packed["kinds"], "records": records}


def pack(corpus, coded, place=PLACE):
    texts = {row["id"]: row for row in rows_of(corpus)}
    place.mkdir(exist_ok=True)
    for path in sorted(coded.glob("*.json")):
        found = json.loads(path.read_text(encoding="utf-8"))
        packed = without_words(found, texts[found["doc_id"]])
        (place / path.name).write_text(json.dumps(packed, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")


def build(shared, texts, out):
    """Write the reports and codings whose texts are there; how many, and which are missing."""
    files = [texts] if texts else [p for n in CORPORA if (p := shared / f"corpus/{n}.jsonl").exists()]
    wanted = {p.stem: json.loads(p.read_text(encoding="utf-8")) for p in sorted(PLACE.glob("*.json"))}
    rows = {row["id"]: row for file in files for row in rows_of(file) if row["id"] in wanted}
    for part in ("real", "real-test"):
        (out / part / "coded").mkdir(parents=True, exist_ok=True)
        (out / part / "reports.jsonl").write_text("", encoding="utf-8")
    for name in sorted(rows):
        place = out / ("real-test" if is_test(name) else "real")
        with open(place / "reports.jsonl", "a", encoding="utf-8") as lines:
            lines.write(json.dumps(rows[name], ensure_ascii=False) + "\n")
        coded = with_words(wanted[name], rows[name])
        (place / "coded" / f"{name}.json").write_text(json.dumps(coded, ensure_ascii=False), encoding="utf-8")
    return len(rows), sorted(set(wanted) - set(rows))


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0], epilog=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ways = options.add_subparsers(dest="way", required=True)
    packing = ways.add_parser("pack")
    packing.add_argument("corpus", type=pathlib.Path)
    packing.add_argument("coded", type=pathlib.Path)
    building = ways.add_parser("build")
    building.add_argument("--shared", type=pathlib.Path, default=HERE.parent.parent / "shared")
    building.add_argument("--texts", type=pathlib.Path)
    building.add_argument("--out", type=pathlib.Path, required=True)
    chosen = options.parse_args()
    if chosen.way == "pack":
        return pack(chosen.corpus, chosen.coded)
    count, missing = build(chosen.shared, chosen.texts, chosen.out)
    print(f"{count} reports rebuilt in {chosen.out}", file=sys.stderr)
    if missing:
        sys.exit(f"no text for {len(missing)}: {', '.join(missing[:5])}{' ...' if len(missing) > 5 else ''}; get them from the addresses in {PLACE}")


if __name__ == "__main__":
    main()
