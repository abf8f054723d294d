#!/usr/bin/env python3
"""How well near-copies are told from independent reports: python3 gold/copies.py [--shared DIR] [--reports 2000] [--seed 7]

Makes reports out of those of the shared corpus: copies with another headline and lead, cut, with paragraphs in another order, merged with another
report, in another spelling, with words exchanged, syndicated ("told the agency"); and as hard negatives independent reports of one event: other
reports into which the same quotations, names and figures have been put. Prints the adjusted Rand index of the groups found beside that of the plain
method (word 5-grams, Jaccard of at least one half, everything linked is one group). Nothing of the corpus is written anywhere.
"""

import argparse
import collections
import json
import math
import pathlib
import random
import re
import sys
import time

from dragoman.reading.copies import groups, runs_of

HERE = pathlib.Path(__file__).resolve().parent
SPELLINGS = [("ise", "ize"), ("our ", "or "), ("centre", "center"), ("defence", "defense"), ("programme", "program"), ("elensky", "elenskyy"), ("per cent", "percent"), ("towards", "toward")]
SYNONYMS = {"said": "stated", "also": "too", "about": "around", "began": "started", "but": "yet", "large": "big", "after": "following", "many": "numerous", "people": "persons", "more": "further",
            "killed": "slain", "however": "though", "told": "informed", "called": "named", "million": "m"}
SYNDICATION = ["officials told the agency", "the news agency reported", "according to the wire", "the agency said", "in a dispatch on Monday"]


def paragraphs(text):
    return [p.strip() for p in re.split(r"\n\s*\n|\n", text) if p.strip()]


def other_lead(chance, parts, pool):
    """Another headline and lead: the first paragraphs give way to words of another report; a short one keeps its second."""
    kept = 2 if len(parts) > 5 else 1
    words = chance.choice(pool).split()
    start = chance.randrange(max(1, len(words) - 60))
    return [" ".join(words[start : start + 12]), " ".join(words[start + 12 : start + 50]), *parts[kept:]]


def cut(chance, parts, _):
    return parts[: max(3, math.ceil(len(parts) * chance.uniform(0.5, 0.8)))]


def reordered(chance, parts, _):
    body = parts[1:]
    chance.shuffle(body)
    return [parts[0], *body]


def respelled(chance, parts, _):
    pairs = [(a, b) if chance.random() < 0.5 else (b, a) for a, b in SPELLINGS]
    return [_exchange(p, pairs) for p in parts]


def _exchange(text, pairs):
    for a, b in pairs:
        text = text.replace(a, b)
    return text


def reworded(chance, parts, _):
    swap = lambda m: SYNONYMS[m[0]] if chance.random() < 0.6 else m[0]
    return [re.sub(r"\b(" + "|".join(SYNONYMS) + r")\b", swap, p) for p in parts]


def syndicated(chance, parts, _):
    return [parts[0], *(p if chance.random() < 0.6 else f"{p.rstrip('.')}, {chance.choice(SYNDICATION)}." for p in parts[1:])]


def merged(chance, parts, pool):
    """The report with a shorter piece of another behind it."""
    other = paragraphs(chance.choice(pool))
    return parts + other[: max(1, len(parts) // 3)]


CHANGES = [other_lead, cut, reordered, respelled, reworded, syndicated, merged]


def independent(chance, parts, other):
    """Another report told of the same event: its own words with the quotations of the first."""
    quotes = re.findall(r'"[^"]{20,400}"|“[^”]{20,400}”', "\n".join(parts))
    body = list(other)
    for quote in quotes[:4]:
        body.insert(chance.randrange(len(body) + 1), f"{quote}, it was said.")
    return body


def make(shared, wanted, seed):
    """(texts by id, group by id): about a third originals alone, the rest in groups of two to six, hard negatives among them."""
    chance = random.Random(seed)
    files = [shared / f"corpus/{name}.jsonl" for name in ("voa", "wikinews", "state")]
    pool = [json.loads(line)["text"] for file in files for line in file.read_text(encoding="utf-8").split("\n") if line]
    pool = [t for t in pool if 120 < len(t.split()) < 1500 and len(paragraphs(t)) > 3]
    chance.shuffle(pool)
    texts, group = {}, {}

    def put(parts, of):
        name = f"r{len(texts):05d}"
        texts[name], group[name] = "\n\n".join(parts), of

    at = 0
    while len(texts) < wanted:
        base = paragraphs(pool[at % len(pool)])
        if at >= len(pool):  # the corpus is used up: the same words would be copies of what stands already
            break
        of, at = at, at + 1
        put(base, of)
        if chance.random() < 0.6:
            for _ in range(chance.choice([1, 1, 2, 3, 5])):
                parts = base
                for change in chance.sample(CHANGES, chance.choice([1, 2, 2, 3])):
                    parts = change(chance, parts, pool)
                put(parts, of)
        if chance.random() < 0.3 and at < len(pool):
            put(independent(chance, base, paragraphs(pool[at])), at)
            at += 1
    return texts, group


def adjusted_rand(truth, found):
    """The adjusted Rand index of two groupings {name: group}."""
    pairs = lambda counts: sum(n * (n - 1) // 2 for n in counts.values())
    both = pairs(collections.Counter((truth[n], found[n]) for n in truth))
    a, b = pairs(collections.Counter(truth.values())), pairs(collections.Counter(found.values()))
    every = len(truth) * (len(truth) - 1) // 2
    expected, most = a * b / every, (a + b) / 2
    return (both - expected) / (most - expected)


def plain(texts):
    """The plain method: word 5-grams, Jaccard of at least one half, everything linked is one group."""
    grams = {n: {tuple(w[i : i + 5]) for i in range(len(w) - 4)} for n, t in texts.items() for w in [t.lower().split()]}
    having = collections.defaultdict(list)
    for name, own in grams.items():
        for gram in own:
            having[gram].append(name)
    shared = collections.Counter()
    for names in having.values():
        shared.update((a, b) for i, a in enumerate(names) for b in names[i + 1 :])
    root = {n: n for n in texts}

    def find(n):
        while root[n] != n:
            n = root[n]
        return n

    for (a, b), n in shared.items():
        if n / (len(grams[a]) + len(grams[b]) - n) >= 0.5:
            root[find(a)] = find(b)
    return {n: find(n) for n in texts}


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0], epilog=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--shared", type=pathlib.Path, default=HERE.parent.parent / "shared")
    options.add_argument("--reports", type=int, default=2000)
    options.add_argument("--seed", type=int, default=7)
    options.add_argument("--least", type=float, default=0.93, help="exit status 1 below this index")
    chosen = options.parse_args()
    if not (chosen.shared / "corpus").is_dir():
        print("the corpus beside the project is not here; nothing was measured", file=sys.stderr)
        return 0
    texts, group = make(chosen.shared, chosen.reports, chosen.seed)
    begun = time.perf_counter()
    found = {name: i for i, g in enumerate(groups({n: runs_of(t) for n, t in texts.items()})) for name in g}
    took = time.perf_counter() - begun
    index, base = adjusted_rand(group, found), adjusted_rand(group, plain(texts))
    sizes = collections.Counter(group.values())
    print(f"{len(texts)} reports in {len(sizes)} groups, {sum(n > 1 for n in sizes.values())} of them with copies, seed {chosen.seed}: adjusted Rand index {index:.3f}, plain 5-grams {base:.3f} ({took:.1f} s)")
    return 0 if index >= chosen.least else 1


if __name__ == "__main__":
    sys.exit(main())
