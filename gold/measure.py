#!/usr/bin/env python3
"""How well it reads: python3 gold/measure.py [--shared DIR] [--sets fields,D1,...] [--pin] [--json FILE] [--errors N --kind K]

Codes every set of gold that is there (the invented `fields`, `D1`, `D2` everywhere; `dev`, `conditions`, `polnear` and the list of reports without
negotiation where the shared folder is), scores it by score.py (or the corpus's own scorer), and prints found and full F1 beside the naive method's.
Exit status 1 where a score lies below its floor in floors.json. `--pin` raises floors to what is measured; it never lowers one while the corpus is the same.
"""

import argparse
import collections
import hashlib
import json
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import naive
import rebuild
import score
from folds import fold_of, weights_for

from dragoman import code_all, coded_to_plain, open_source, read

FLOORS = HERE / "floors.json"
BUILT = HERE / ".built"
"""Where the real reports are built that `real/` holds without their words."""
CODED_FOR = {"conditions": ("condition",), "real": ("statement",), "real-test": ("statement",)}
"""What a set is coded for, where that is not every kind."""
SLACK = 0.005
"""A floor lies this far below what was measured: the parser's sums differ in the last digit between processors."""


def places(shared):
    """The corpus and the gold folder of each set that is there."""
    gold = shared / "gold"
    every = {
        "fields": (HERE / "fields/reports.jsonl", HERE / "fields/coded"),
        "more": (HERE / "more/reports.jsonl", HERE / "more/coded"),
        "test": (HERE / "test/reports.jsonl", HERE / "test/coded"),
        "D1": (HERE / "scenarios/D1/reports.jsonl", HERE / "scenarios/D1/coded"),
        "D2": (HERE / "scenarios/D2/reports.jsonl", HERE / "scenarios/D2/coded"),
        **{d: (HERE / f"scenarios/{d}/reports.jsonl", HERE / f"scenarios/{d}/coded") for d in ("D4", "D5", "D6", "D7", "D8")},
        "dev": (gold / "dev.jsonl", gold / "dev"),
        "conditions": (gold / "conditions/passages.jsonl", gold / "conditions/coded"),
        "polnear": (shared / "polnear/dev.jsonl", None),
        "none": (shared / "corpus/wikinews.jsonl", gold / "lists/no-negotiation.txt"),
    }
    if (shared / "corpus").is_dir():
        rebuild.build(shared, None, BUILT)
        every |= {name: (BUILT / name / "reports.jsonl", BUILT / name / "coded") for name in ("real", "real-test")}
    return {name: place for name, place in every.items() if place[0].exists()}


def rows_of(corpus):
    with open(corpus, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def coded_by_fold(name, corpus, wanted=None):
    """Yield every wanted report of a set, coded with weights that were not learned from it."""
    reports = collections.defaultdict(list)
    for fetched in open_source(corpus):
        if wanted is None or fetched.id in wanted:
            reports[fold_of(fetched.id)].append(read(fetched))
    for fold, documents in sorted(reports.items()):
        yield from code_all(documents, weights_for(name, fold))


def write_coded(name, corpus, folder, wanted=None):
    """Code a corpus into a folder, ours under `ours/`, the naive method's under `naive/`."""
    for method in ("ours", "naive"):
        (folder / method).mkdir(parents=True)
    for coded in coded_by_fold(name, corpus, wanted):
        plain = coded_to_plain(coded)
        (folder / "ours" / f"{plain['doc_id']}.json").write_text(json.dumps(plain), encoding="utf-8")
    for row in rows_of(corpus):
        if wanted is None or row["id"] in wanted:
            (folder / "naive" / f"{row['id']}.json").write_text(json.dumps(naive.code(row)), encoding="utf-8")


def measure_gold(corpus, gold, folder, errors, kind, kinds=score.KINDS):
    """Found and full F1 by kind, and the figures of conditions, ours and naive; and how often each certainty of ours is right."""
    texts = {row["id"]: row["text"] for row in rows_of(corpus)}
    out = {"certainty": by_certainty(texts, gold, folder / "ours", kinds)}
    for method in ("ours", "naive"):
        rows = score.score(texts, gold, folder / method, errors if method == "ours" else 0, kind)
        cells = {f"{k} {f}": rows[k][f"{f}_f1"] for k in kinds for f in ("found", "full") if rows[k]["gold"]}
        cells |= pooled({k: rows[k] for k in kinds})
        if "condition" in kinds:
            cells |= {"condition swapped": rows["conditions"]["swapped"], "condition falsely coded": rows["conditions"]["falsely_coded"]}
        out[method] = {k: v for k, v in cells.items() if v is not None}
    return out


TOGETHER = {"deadlines, commitments, threats": ("deadline", "commitment", "threat"), "tracks, instruments": ("track", "instrument")}
"""Kinds too rare in a set to be judged alone."""


def by_certainty(texts, gold, coded, kinds):
    """{(kind, certainty): [coded, found in gold, fully right]} of what we coded."""
    counts = collections.defaultdict(lambda: [0, 0, 0])
    for path in sorted(gold.glob("*.json")):
        golden, ours = (json.loads((folder / path.name).read_text(encoding="utf-8")) for folder in (gold, coded))
        both = score.Pairing(score.Report(golden, texts[path.stem]), score.Report(ours, texts[path.stem]))
        for kind in kinds:
            pairs = {id(c): g for g, c in both.pairs(kind)}
            for record in both.coded.records[kind]:
                cell = counts[kind, record.get("certainty", "likely")]
                cell[0] += 1
                if id(record) in pairs:
                    cell[1] += 1
                    cell[2] += both.full(kind, pairs[id(record)], record)
    return counts


def certainty_table(counts):
    """Markdown: how often each certainty is right, a row a kind."""
    lines = ["| | sure | likely | possible |", "|---|---|---|---|"]
    for kind in score.KINDS[1:]:
        cells = []
        for certainty in ("sure", "likely", "possible"):
            coded, found, full = counts.get((kind, certainty), (0, 0, 0))
            cells.append(f"{found / coded:.2f} / {full / coded:.2f} of {coded}" if coded else "")
        lines.append(f"| {kind} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def pooled(rows):
    """F1 of rare kinds taken together."""
    out = {}
    for name, kinds in TOGETHER.items():
        some = [rows[k] for k in kinds if k in rows]
        both = sum(r["gold"] + r["coded"] for r in some)
        if any(r["gold"] for r in some):
            out |= {f"{name} {f}": sum((r[f"{f}_f1"] or 0) * (r["gold"] + r["coded"]) for r in some) / both for f in ("found", "full")}
    return out


def measure_polnear(corpus, folder, shared):
    """The corpus's own scorer on statements: relation F (all, direct, mixed, indirect), source given content, end to end."""
    out = {}
    for method in ("ours", "naive"):
        lines = subprocess.run([sys.executable, shared / "polnear/from_coded.py", folder / method], capture_output=True, text=True, check=True)
        predicted, result = folder / f"{method}.jsonl", folder / f"{method}-scores.json"
        predicted.write_text(lines.stdout, encoding="utf-8")
        subprocess.run([sys.executable, shared / "polnear/quote_eval.py", corpus, predicted, "--json", result], capture_output=True, check=True)
        found = json.loads(result.read_text())
        f = {"relation": "rel.iou50.all", "direct": "rel.iou50.direct", "mixed": "rel.iou50.mixed", "indirect": "rel.iou50.indirect", "end to end": "e2e.all"}
        out[method] = {name: found[key]["F"] / 100 for name, key in f.items()}
        out[method]["source given content"] = found["given_content.all"]["src_overlap"] / 100
    return out


def measure_none(folder, wanted):
    """False positions, conditions, deadlines and commitments a report, where hardly a word is about negotiation: all, and those printed as found."""
    kinds = ("position", "condition", "deadline", "commitment")
    out = {}
    for method in ("ours", "naive"):
        records = [r for path in (folder / method).glob("*.json") for r in json.loads(path.read_text())["records"] if r["kind"] in kinds]
        found = [r for r in records if r.get("certainty") != "possible"]
        out[method] = {"false records a report": len(records) / len(wanted), "false records printed as found": len(found) / len(wanted)}
    return out


def measure(name, corpus, gold, shared, errors=0, kind=None):
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch) / name
        if name == "none":
            wanted = set(gold.read_text(encoding="utf-8").split())
            write_coded(name, corpus, folder, wanted)
            return measure_none(folder, wanted)
        write_coded(name, corpus, folder, {p.stem for p in gold.glob("*.json")} if gold else None)
        return measure_polnear(corpus, folder, shared) if name == "polnear" else measure_gold(corpus, gold, folder, errors, kind, CODED_FOR.get(name, score.KINDS))


NOISE = 1e-9
"""A score of .766 that was computed as .7659999999 is not below .766."""
LOWER_IS_BETTER = ("swapped", "falsely coded", "false records")


def below(cell, value, floor):
    return value > floor + NOISE if any(w in cell for w in LOWER_IS_BETTER) else value < floor - NOISE


def fingerprint(corpus, gold):
    """The hash of a set's texts and codings: a floor holds for these alone."""
    files = [corpus, *(sorted(gold.glob("*.json")) if gold and gold.is_dir() else [gold] if gold else [])]
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def pinned(old, corpus_hash, ours):
    """The floors after this run: risen where it did better, as they were where it did worse."""
    floors = dict(old.get("floors", {})) if old.get("corpus") == corpus_hash else {}
    for cell, value in ours.items():
        lower = any(w in cell for w in LOWER_IS_BETTER)
        new = round(value + SLACK, 3) if lower else round(max(0.0, value - SLACK), 3)
        if cell not in floors or not below(cell, new, floors[cell]):
            floors[cell] = new
    return {"corpus": corpus_hash, "floors": floors}


def table(results):
    """Markdown: one row a score, ours / naive for each set."""
    sets = list(results)
    cells = list(dict.fromkeys(c for r in results.values() for c in r["ours"]))
    lines = ["| | " + " | ".join(sets) + " |", "|---" * (len(sets) + 1) + "|"]
    for cell in cells:
        value = lambda r, m, cell=cell: f"{r[m][cell]:.2f}" if r[m].get(cell) is not None else "-"
        lines.append(f"| {cell} | " + " | ".join(f"**{value(r, 'ours')}** / {value(r, 'naive')}" if cell in r["ours"] else "" for r in results.values()) + " |")
    return "\n".join(lines)


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0], epilog=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--shared", type=pathlib.Path, default=HERE.parent.parent / "shared")
    options.add_argument("--sets", help="only these, separated by commas")
    options.add_argument("--pin", action="store_true", help="raise the floors to what is measured")
    options.add_argument("--json", type=pathlib.Path)
    options.add_argument("--errors", type=int, default=0, help="print up to N misses, extras and differences a report and kind")
    options.add_argument("--kind", choices=score.KINDS)
    chosen = options.parse_args()
    there = {n: p for n, p in places(chosen.shared).items() if not chosen.sets or n in chosen.sets.split(",")}
    floors = json.loads(FLOORS.read_text()) if FLOORS.exists() else {}
    results, fallen = {}, []
    for name, (corpus, gold) in there.items():
        print(f"{name} ...", file=sys.stderr)
        results[name] = measure(name, corpus, gold, chosen.shared, chosen.errors, chosen.kind)
        found, known = fingerprint(corpus, gold), floors.get(name, {})
        if known.get("corpus") == found:
            fallen += [f"{name}: {c} is {results[name]['ours'].get(c, 0):.3f}, its floor {f}" for c, f in known["floors"].items()
                       if below(c, results[name]["ours"].get(c, 0.0), f)]  # fmt: skip
        elif known:
            print(f"{name}: the corpus is not the one the floors were pinned on; they are not checked", file=sys.stderr)
        if chosen.pin:
            floors[name] = pinned(known, found, results[name]["ours"])
    print("ours / naive (regular expressions over cue words)\n\n" + table(results))
    counts = collections.defaultdict(lambda: [0, 0, 0])
    for result in results.values():
        for key, cell in result.pop("certainty", {}).items():
            counts[key] = [a + b for a, b in zip(counts[key], cell, strict=True)]
    print("\nright among those coded, found / full, by certainty, over these sets\n\n" + certainty_table(counts))
    if {"fields", "dev"} <= set(results):
        ratio = {k: results["fields"]["ours"][f"{k} full"] / results["dev"]["ours"][f"{k} full"] for k in ("statement", "position", "condition")}
        print("\ninvented fields against news, ratio of full F1: " + ", ".join(f"{k} {r:.2f}" for k, r in ratio.items()))
    if chosen.json:
        chosen.json.write_text(json.dumps(results, indent=1))
    if chosen.pin:
        FLOORS.write_text(json.dumps(floors, indent=1) + "\n")
    for line in fallen:
        print(line, file=sys.stderr)
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
