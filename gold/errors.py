#!/usr/bin/env python3
"""The error browser: python3 gold/errors.py [--shared DIR] [--sets fields,dev,...] [--kind K] [--out errors.html]

Codes the sets of gold and writes one HTML page with every miss, extra and difference beside the words of the report: by kind, then by cause, the most
frequent cause first. Gold's words are underlined, ours are shaded. The same as `dragoman gold errors`.
"""

import argparse
import collections
import itertools
import json
import pathlib
import sys
from dataclasses import dataclass

import jinja2

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import score
from measure import CODED_FOR, coded_by_fold, places, rows_of

from dragoman import coded_to_plain

AROUND = 160
"""So many characters are shown on each side of the words in question."""
SETS = ("fields", "more", "D1", "D2", "dev", "conditions", "real")
"""The test parts are left out: who reads their errors can no longer test on them."""
LEFT_OUT = {"id", "kind", "spans", "start", "end", "text", "certainty", "same_as"}


@dataclass(frozen=True)
class Error:
    """A miss, an extra or a difference: why it is one, and both records where there are two."""

    name: str
    report: str
    kind: str
    cause: str
    pieces: list
    gold: dict
    ours: dict


def errors_of(name, corpus, gold, only=None):
    """Yield the errors of one set of gold."""
    texts = {row["id"]: row["text"] for row in rows_of(corpus)}
    wanted = {p.stem for p in gold.glob("*.json")}
    for coded in coded_by_fold(name, corpus, wanted):
        ours = coded_to_plain(coded)
        golden = json.loads((gold / f"{ours['doc_id']}.json").read_text(encoding="utf-8"))
        both = score.Pairing(score.Report(golden, texts[ours["doc_id"]]), score.Report(ours, texts[ours["doc_id"]]))
        for kind in score.KINDS:
            if only in (None, kind) and kind in CODED_FOR.get(name, score.KINDS):
                yield from errors_of_kind(name, ours["doc_id"], kind, both)


def errors_of_kind(name, report, kind, both):
    pairs = both.pairs(kind)
    known = {id(r) for pair in pairs for r in pair}
    for g in both.gold.records[kind]:
        if id(g) not in known:
            yield Error(name, report, kind, f"missed: {nearest(both, g, both.coded)}", excerpt(both, g, None), shown(g, both.gold), {})
    for c in both.coded.records[kind]:
        if id(c) not in known:
            yield Error(name, report, kind, f"extra: {nearest(both, c, both.gold)}", excerpt(both, None, c), {}, shown(c, both.coded))
    for g, c in pairs:
        if fields := both.differences(kind, g, c):
            yield Error(name, report, kind, f"differs: {', '.join(fields)}", excerpt(both, g, c), shown(g, both.gold), shown(c, both.coded))


def nearest(both, record, other):
    """What the other side has at a record's words: other limits, other kinds, or nothing."""
    here = both.gold.chars(record["spans"])
    if any(here & both.gold.chars(r["spans"]) for r in other.records[record["kind"]]):
        return "other limits or already paired"
    kinds = [k for k in score.KINDS if k not in ("actor", "statement") and any(score.overlap(here, both.gold.chars(r["spans"])) >= 0.3 for r in other.records[k])]
    return f"{kinds[0]} there" if kinds else "nothing there"


def shown(record, report):
    """The fields worth reading, actors by name."""
    name = lambda v: report.actors[v]["name"] if isinstance(v, str) and v in report.actors else v
    out = {}
    for key, value in record.items():
        if key in LEFT_OUT or value in (None, [], ""):
            continue
        if isinstance(value, dict):
            value = value["text"]
        elif isinstance(value, list):
            value = ", ".join(str(v["text"] if isinstance(v, dict) else name(v)) for v in value)
        out[key] = name(value)
    return out


def excerpt(both, gold, ours):
    """The words around, as (text, class) pieces: `g` where gold has them, `o` where we do."""
    text = both.gold.text
    marks = {k: [(s["start"], s["end"]) for s in score.as_list(r["spans"])] for k, r in (("g", gold), ("o", ours)) if r}
    every = list(itertools.chain(*marks.values()))
    first, last = max(0, min(a for a, _ in every) - AROUND), min(len(text), max(b for _, b in every) + AROUND)
    edges = sorted({first, last, *itertools.chain(*every)})
    return [(text[a:b], " ".join(k for k in marks if any(s <= a and b <= e for s, e in marks[k]))) for a, b in itertools.pairwise(edges)]


def by_kind_and_cause(errors):
    """{kind: [(cause, errors), ...]}, the most frequent cause first."""
    table = collections.defaultdict(lambda: collections.defaultdict(list))
    for error in errors:
        table[error.kind][error.cause].append(error)
    return {k: sorted(table[k].items(), key=lambda item: (-len(item[1]), item[0])) for k in score.KINDS if k in table}


PAGE = """<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Errors of reading</title>
<style>
:root{color-scheme:light dark}
body{font:16px/1.5 system-ui,sans-serif;max-width:76rem;margin:auto;padding:1rem}
table{border-collapse:collapse}td,th{padding:.2rem .7rem;text-align:left;vertical-align:top}
.n{text-align:right;font-variant-numeric:tabular-nums}
details{border-top:1px solid #8886;padding:.4rem 0}summary{cursor:pointer;font-weight:600}
article{display:grid;grid-template-columns:minmax(0,3fr) minmax(0,2fr) minmax(0,2fr);gap:1rem;padding:.6rem 0;border-top:1px dotted #8886}
.g{text-decoration:underline 2px #c60}.o{background:#39f4}
dl{margin:0;font-size:.85rem;display:grid;grid-template-columns:auto 1fr;gap:0 .5rem}dt{opacity:.65}dd{margin:0;overflow-wrap:anywhere}
p{margin:0;white-space:pre-line}h3{margin:0;font-size:.8rem;opacity:.65}
@media(max-width:50rem){article{grid-template-columns:1fr}}
</style>
<h1>Errors of reading</h1>
<p>{{ sets|join(", ") }}: {{ total }} misses, extras and differences. <span class="g">Gold's words</span>, <span class="o">ours</span>.</p>
<table><tr><th>Kind<th>Cause<th class="n">Number</tr>
{% for kind, causes in table.items() %}{% for cause, errors in causes %}<tr><td>{{ kind }}<td><a href="#{{ kind }}-{{ loop.index }}">{{ cause }}</a><td class="n">{{ errors|length }}</tr>
{% endfor %}{% endfor %}</table>
{% for kind, causes in table.items() %}<h2>{{ kind }}</h2>
{% for cause, errors in causes %}<details id="{{ kind }}-{{ loop.index }}"><summary>{{ cause }} ({{ errors|length }})</summary>
{% for e in errors %}<article><div><h3>{{ e.name }} · {{ e.report }}</h3><p>{% for text, mark in e.pieces %}{% if mark %}<span class="{{ mark }}">{{ text }}</span>{% else %}{{ text }}{% endif %}{% endfor %}</p></div>
<div><h3>gold</h3><dl>{% for k, v in e.gold.items() %}<dt>{{ k }}<dd>{{ v }}{% endfor %}</dl></div>
<div><h3>ours</h3><dl>{% for k, v in e.ours.items() %}<dt>{{ k }}<dd>{{ v }}{% endfor %}</dl></div></article>
{% endfor %}</details>
{% endfor %}{% endfor %}</html>
"""


def page(errors, sets):
    """The HTML page."""
    template = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined).from_string(PAGE)
    return template.render(table=by_kind_and_cause(errors), total=len(errors), sets=sets)


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0], epilog=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--shared", type=pathlib.Path, default=HERE.parent.parent / "shared")
    options.add_argument("--sets", default=",".join(SETS), help="only these, separated by commas")
    options.add_argument("--kind", choices=score.KINDS)
    options.add_argument("--out", type=pathlib.Path, default=pathlib.Path("errors.html"))
    chosen = options.parse_args()
    there = {n: p for n, p in places(chosen.shared).items() if n in chosen.sets.split(",")}
    if not there:
        options.error(f"no set of gold named {chosen.sets} is here; there are {', '.join(places(chosen.shared))}")
    errors = [e for name, (corpus, gold) in there.items() for e in errors_of(name, corpus, gold, chosen.kind)]
    chosen.out.write_text(page(errors, list(there)), encoding="utf-8")
    print(f"{len(errors)} errors in {', '.join(there)}: {chosen.out}", file=sys.stderr)


if __name__ == "__main__":
    main()
