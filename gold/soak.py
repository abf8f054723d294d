#!/usr/bin/env python3
"""Does it hold on reports nobody chose? python3 gold/soak.py [--shared DIR] [--reports N] [--show DIR]

Takes N real reports evenly by date, briefs each one through every layer in all four forms, and checks: no crash, every citation's words stand at
their place, every sentence cites, every quotation in straight marks stands in a cited passage. `--show` writes the text briefings, to be read by eye.
Exit status 1 on any fault, 0 where the real reports are not here.
"""

import argparse
import json
import pathlib
import re
import sys

from dragoman import assemble, brief, code_all, open_source, read, render
from dragoman.model import LanguageError

HERE = pathlib.Path(__file__).resolve().parent
FORMS = ("text", "markdown", "json", "html")


def by_date(shared, number):
    """The corpus by date and id, every so many-th report."""
    rows = [f for corpus in sorted((shared / "corpus").glob("*.jsonl")) for f in open_source(corpus)]
    rows.sort(key=lambda f: (f.fields.get("date") or "", f.id))
    return rows[:: max(1, len(rows) // number)][:number]


def documents(fetched):
    for one in fetched:
        try:
            yield read(one)
        except LanguageError as error:
            print(error, file=sys.stderr)


def citations(value):
    if isinstance(value, dict):
        if {"document", "start", "end", "quote"} <= value.keys():
            yield value
        for inner in value.values():
            yield from citations(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from citations(inner)


def spaced(text):
    """A line break or a hard space inside quoted words is printed as a space."""
    return " ".join(text.split())


def faults(coded, forms):
    text, plain = coded.document.text, json.loads(forms["json"])
    for c in citations(plain):
        if text[c["start"] : c["end"]] != c["quote"]:
            yield f"the words at {c['start']}:{c['end']} are not {c['quote']!r}"
    for sentence in plain["sentences"]:
        if not sentence["citations"]:
            yield f"no citation: {sentence['text']!r}"
        cited = " ".join(c["quote"] for c in sentence["citations"])
        for quoted in re.findall(r'"([^"]+)"', sentence["text"]):
            if spaced(quoted) not in spaced(cited) and spaced(quoted) not in spaced(text):
                yield f"not the report's words: {quoted!r}"


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--shared", type=pathlib.Path, default=HERE.parent.parent / "shared")
    options.add_argument("--reports", type=int, default=200)
    options.add_argument("--show", type=pathlib.Path)
    chosen = options.parse_args()
    if not (chosen.shared / "corpus").is_dir():
        print("the real reports are not here; nothing was run")
        return 0
    bad = sentences = reports = 0
    for coded in code_all(documents(by_date(chosen.shared, chosen.reports))):
        briefing = brief(assemble([coded]))
        forms = {form: render(briefing, form) for form in FORMS}
        for fault in faults(coded, forms):
            print(f"{coded.document.id}: {fault}")
            bad += 1
        reports += 1
        sentences += len(json.loads(forms["json"])["sentences"])
        if chosen.show:
            chosen.show.mkdir(parents=True, exist_ok=True)
            (chosen.show / f"{coded.document.id}.txt").write_text(forms["text"], encoding="utf-8")
    print(f"{reports} reports briefed in {len(FORMS)} forms, {sentences} sentences, {bad} faults")
    return bad > 0


if __name__ == "__main__":
    sys.exit(main())
