#!/usr/bin/env python3
"""Learn how sure each reading is: python3 gold/train.py [--shared DIR] [--out FILE] 

Takes every set of gold that is there, and as examples of what is no negotiation those reports of the shared corpus that have hardly a word of one (the
list on which false records are counted is left out). Codes them with the rules alone, pairs what they give with gold by score.py, and learns one
logistic model for each kind. Prints by kind, from five folds by report, what the rules score alone and weighed, and how often each certainty is right.
Writes the weights learned from everything, and into `folds/` those of each fold, with which measure.py scores the sets that were learned from.
Needs scikit-learn: pip install '.[train]'.
"""

import argparse
import collections
import hashlib
import json
import math
import pathlib
import sys

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import score
from folds import FOLDS, LEARNED_FROM, PLACE, fold_of
from measure import CODED_FOR, places, rows_of

from dragoman import coded_to_plain, open_source, read
from dragoman.coding import code_parse
from dragoman.coding.parse import parse_all
from dragoman.coding.weighing import Logistic
from dragoman.coding.wordlists import words

KINDS = ("position", "condition", "deadline", "commitment", "threat", "event", "track", "instrument", "assessment")
SPARSE = 4
"""A feature counts where at least so many reports show it."""
PENALTY = 0.1
"""scikit-learn's C: of 0.03, 0.1, 0.3 and 1 the one with the best log loss over five folds."""
QUIET = 200
"""At most so many reports without a negotiation are learned from; the corpus holds fewer."""
BOUNDS = {"sure": 0.85, "likely": 0.55}
"""From which share of right ones these certainties begin."""
LEAST = {"position": 0.2, "condition": 0.3, "deadline": 0.3, "commitment": 0.3, "threat": 0.3}
"""Below this share a finding of these kinds is dropped: a false demand or deadline costs more than a false meeting."""
LEAST_IF_SPARSE = 0.45
"""The same in a report with hardly a word of negotiation: 39 of 100 such reports had a false demand at 0.3."""
ENOUGH, BETTER = 60, 0.97
"""A kind is learned where so many of its candidates are right and its log loss is clearly below that of the rules' own certainty."""


class Recorder:
    """A judge that keeps everything as the rules say, and notes the features."""

    def __init__(self):
        self.seen = {}

    def knows(self, kind):
        return True

    def certainty(self, finding, features):
        self.seen[finding.id] = dict(features)
        return finding.certainty


def examples(documents, gold, texts, kinds=KINDS):
    """Rows (kind, report, features, found, full) of every candidate, and how many records of a kind gold has in a report."""
    rows, wanted = [], collections.Counter()
    for parse in parse_all(documents):
        recorder = Recorder()
        coded = code_parse(parse, recorder)
        plain = coded_to_plain(coded)
        name = plain["doc_id"]
        known = dict(zip((r["id"] for r in plain["records"]), (recorder.seen.get(f.id) for f in coded.findings), strict=True))
        if gold is None:
            rows += [(r["kind"], name, known[r["id"]], 0, 0) for r in plain["records"] if r["kind"] in kinds]
            continue
        golden = json.loads((gold / f"{name}.json").read_text(encoding="utf-8"))
        both = score.Pairing(score.Report(golden, texts[name]), score.Report(plain, texts[name]))
        for kind in kinds:
            pairs = both.pairs(kind)
            found, full = {}, {}
            for g, c in pairs:
                found[c["id"]] = 1
                full[c["id"]] = int(both.full(kind, g, c))
            wanted[kind, name] = both.gold.count[kind]
            for r in {r["id"]: r for r in both.coded.records[kind]}.values():
                rows.append((kind, name, known[r["id"]], found.get(r["id"], 0), full.get(r["id"], 0)))
    return rows, wanted


def quiet_reports(shared, taken):
    """Reports of the corpus with hardly a word of negotiation, by the hash of their ids."""
    table = words("stances", "table", "lemmas")
    chosen = []
    for name in ("wikinews", "voa"):
        for fetched in open_source(shared / f"corpus/{name}.jsonl"):
            chosen.append(fetched)
    chosen = [f for f in chosen if f.id not in taken]
    chosen.sort(key=lambda f: hashlib.sha256(f.id.encode()).hexdigest())
    out = []
    for fetched in chosen:
        document = read(fetched)
        told = [w.strip(".,;:\"'()").lower() for w in document.text.split()]
        hits = sum(w in table or w.rstrip("s") in table for w in told)
        if len(told) > 120 and 1000 * hits < 4 * len(told):
            out.append(document)
        if len(out) == QUIET:
            return out
    return out


def gather(shared):
    """Rows of every candidate there is, and {(set, kind, report): records of gold}."""
    rows, wanted, taken = [], {}, set()
    for name, (corpus, gold) in places(shared).items():
        if name not in LEARNED_FROM:
            continue
        ids = {p.stem for p in gold.glob("*.json")}
        texts = {row["id"]: row["text"] for row in rows_of(corpus)}
        documents = [read(f) for f in open_source(corpus) if f.id in ids]
        found, counts = examples(documents, gold, texts, CODED_FOR.get(name, KINDS))
        rows += [(name, *row) for row in found]
        wanted |= {(name, *key): count for key, count in counts.items()}
        taken |= ids | {row.get("report") for row in rows_of(corpus)}
        print(f"{name}: {len(found)} candidates", file=sys.stderr)
    if (shared / "corpus").is_dir():
        taken |= set((shared / "gold/lists/no-negotiation.txt").read_text(encoding="utf-8").split())
        found, _ = examples(quiet_reports(shared, taken), None, {})
        rows += [("quiet", *row) for row in found]
        print(f"quiet: {len(found)} candidates", file=sys.stderr)
    return rows, wanted


def bounds_of(kind):
    return {**BOUNDS, "possible": LEAST.get(kind, 0.0), "sparse": LEAST_IF_SPARSE if kind in LEAST else 0.0}


def learn(kind, rows):
    """The model of one kind from (set, kind, report, features, found, full) rows; None where there is nothing to tell apart."""
    reports = collections.defaultdict(set)
    for _, _, report, features, *_ in rows:
        for feature in features:
            reports[feature].add(report)
    known = {f for f, where in reports.items() if len(where) >= SPARSE}
    right = np.array([row[4] for row in rows])
    if len(set(right)) < 2:
        return None
    vectors = DictVectorizer()
    table = vectors.fit_transform([{f: v for f, v in row[3].items() if f in known} for row in rows])
    model = LogisticRegression(C=PENALTY, max_iter=5000, fit_intercept=False).fit(table, right)
    weights = {f: round(float(w), 3) for f, w in zip(vectors.get_feature_names_out(), model.coef_[0], strict=True) if abs(w) >= 0.002}
    return Logistic(dict(sorted(weights.items())), **bounds_of(kind))


def learn_all(rows, kinds=KINDS):
    models = {kind: learn(kind, [r for r in rows if r[1] == kind]) for kind in kinds}
    return {k: m for k, m in models.items() if m is not None}


def by_rule(rows):
    """{(kind, certainty by the rules): share of right ones}."""
    counts = collections.defaultdict(lambda: [1, 2])
    for row in rows:
        cell = counts[row[1], ruled(row)]
        cell[0] += row[4]
        cell[1] += 1
    return {key: right / of for key, (right, of) in counts.items()}


def ruled(row):
    return next(c for c in ("sure", "likely", "possible") if f"rule={c}" in row[3])


def worth_learning(rows):
    """The kinds for which a model foretells unseen folds better than the rules' own certainty does."""
    loss = collections.defaultdict(lambda: [0.0, 0.0])
    for fold in range(FOLDS):
        rest = [r for r in rows if fold_of(r[2]) != fold]
        models, plain = learn_all(rest), by_rule(rest)
        for row in rows:
            if fold_of(row[2]) == fold and row[1] in models:
                for at, share in enumerate((models[row[1]].share(row[3]), plain.get((row[1], ruled(row)), 0.5))):
                    loss[row[1]][at] -= math.log(max(0.01, share if row[4] else 1 - share))
    for kind, (model, rules) in loss.items():
        count = sum(r[1] == kind for r in rows)
        print(f"log loss of {kind}: learned {model / count:.3f}, by the rules' certainty {rules / count:.3f}")
    return [k for k in KINDS if sum(r[4] for r in rows if r[1] == k) >= ENOUGH and k in loss and loss[k][0] < BETTER * loss[k][1]]


def judged(rows, models):
    """(row, certainty) of every row under these models; a kind without one keeps the rules' certainty."""
    for row in rows:
        model = models.get(row[1])
        learned = model.judge(row[3]) if model else ruled(row)
        yield row, "possible" if learned and ruled(row) == "possible" else learned


def report_on(outcome, wanted):
    """Print what the rules score alone and weighed, and how often each certainty is right."""
    sets = list(dict.fromkeys(key[0] for key in wanted))
    for kind in KINDS:
        mine = [pair for pair in outcome if pair[0][1] == kind]
        print(f"\n{kind}: {len(mine)} candidates, {sum(row[4] for row, _ in mine)} found in gold, {sum(row[5] for row, _ in mine)} fully right")
        for name in sets:
            gold = sum(c for key, c in wanted.items() if key[0] == name and key[1] == kind)
            cells = []
            for some in ([r for r, _ in mine if r[0] == name], [r for r, c in mine if r[0] == name and c]):
                cells.append("/".join(f"{score.f1(sum(r[at] for r in some), gold, len(some)) or 0:.2f}" for at in (4, 5)))
            if gold:
                print(f"  {name}: rules alone {cells[0]}, weighed {cells[1]}")
        for certainty in (*BOUNDS, "possible", None):
            some = [row for row, c in mine if c == certainty]
            if some:
                print(f"  {certainty or 'dropped'}: {len(some)}, found {np.mean([r[4] for r in some]):.2f}, fully right {np.mean([r[5] for r in some]):.2f}")


def write(models, path):
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps({k: vars(m) for k, m in models.items()}, ensure_ascii=False, separators=(",", ":"), sort_keys=True).replace('},"', '},\n"') + "\n")


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0], epilog=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--shared", type=pathlib.Path, default=HERE.parent.parent / "shared")
    options.add_argument("--out", type=pathlib.Path, default=HERE.parent / "src/dragoman/coding/codebook/weights.json")
    chosen = options.parse_args()
    rows, wanted = gather(chosen.shared)
    kinds, outcome = worth_learning(rows), []
    for fold in range(FOLDS):
        models = learn_all([r for r in rows if fold_of(r[2]) != fold], kinds)
        write(models, PLACE / f"{fold}.json")
        outcome += judged([r for r in rows if fold_of(r[2]) == fold], models)
    report_on(outcome, wanted)
    write(learn_all(rows, kinds), chosen.out)


if __name__ == "__main__":
    main()
