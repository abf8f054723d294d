#!/usr/bin/env python3
"""Whom pronouns and short names are linked to: python3 gold/linking.py [--shared DIR] [--errors N]

Over all gold statements whose source words are one pronoun, or one word of a longer name, the share where the speaker that the cast gives these words is
the gold's speaker; whether the statement itself was found plays no part. An unresolved one is a miss and counted apart. A gold speaker of null is left out.
"""

import argparse
import collections
import json
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import score
from measure import places

from dragoman import open_source, read
from dragoman.coding.actors import find_actors
from dragoman.coding.parse import parse_all
from dragoman.coding.statements import find_statements

PERSONAL = set("he she him her his hers".split())
PRONOUNS = PERSONAL | set("i we it they them their its our my who whom whose me us".split())


def form(text, names):
    """What the source words are: "he, she", "other pronoun", "short name", or None where they are anything longer."""
    plain = text.strip(" ,").removesuffix("'s").removesuffix("’s")
    if plain.lower() in PRONOUNS:
        return "he, she" if plain.lower() in PERSONAL else "other pronoun"
    longer = any(len(name.split()) > 1 and plain.casefold() in name.casefold().split() for name in names)
    return "short name" if len(plain.split()) == 1 and plain[:1].isupper() and longer else None


def cast_report(parsed):
    """The cast of a parse, first persons resolved, and its actors as score.py reads them."""
    cast = find_actors(parsed)
    cast.resolve_first_person(find_statements(parsed, cast))
    spans = lambda actor: [{"start": s.start, "end": s.end, "text": s.text} for s in actor.spans]
    records = [{"id": i, "kind": "actor", "name": a.name, "type": a.type, "aliases": list(a.aliases), "acts_for": None, "role": a.role, "spans": spans(a)}
               for i, a in cast.actors.items()]  # fmt: skip
    return cast, score.Report({"doc_id": parsed.document.id, "records": records}, parsed.document.text)


def link(corpus, gold, errors=0):
    """Counts by form: right, unresolved, all."""
    wanted = {p.stem for p in gold.glob("*.json")}
    reports = [read(fetched) for fetched in open_source(corpus) if fetched.id in wanted]
    out = collections.defaultdict(collections.Counter)
    for parsed in parse_all(reports):
        text = parsed.document.text
        told = score.Report(json.loads((gold / f"{parsed.document.id}.json").read_text(encoding="utf-8")), text)
        cast, ours = cast_report(parsed)
        both = score.Pairing(told, ours)
        for record in told.records["statement"]:
            source, speakers = score.as_list(record.get("source_span")), score.as_list(record.get("speaker"))
            names = [n for s in speakers if s in told.actors for n in (told.actors[s]["name"], *(told.actors[s].get("aliases") or []))]
            kind = form(source[0]["text"], names) if len(source) == 1 and names else None
            if kind is None:
                continue
            found = next((ids for w in parsed.between(source[0]["start"], source[0]["end"]) if (ids := cast.who(w))), ())
            right = bool(found) and all(any(both.is_actor(a, b) for a in speakers) for b in found)
            out[kind].update(all=1, right=right, unresolved=not found)
            if not right and errors:
                errors -= 1
                print(f"{parsed.document.id}  {source[0]['text']!r} at {source[0]['start']}: gold {names[:1]}, ours {[cast.actors[i].name for i in found]}")
    return out


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0], epilog=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--shared", type=pathlib.Path, default=HERE.parent.parent / "shared")
    options.add_argument("--sets", default="fields,D1,D2,dev")
    options.add_argument("--errors", type=int, default=0, help="print up to N links that are wrong or missing")
    chosen = options.parse_args()
    total = collections.defaultdict(collections.Counter)
    for name, (corpus, gold) in places(chosen.shared).items():
        if name in chosen.sets.split(","):
            for kind, counts in link(corpus, gold, chosen.errors).items():
                total[kind].update(counts)
    for kind, counts in sorted(total.items()):
        print(f"{kind:<14} {counts['right']:>4} of {counts['all']:>4} right ({counts['right'] / counts['all']:.2f}), unresolved {counts['unresolved']}")
    whole = sum(total.values(), collections.Counter())
    print(f"{'all':<14} {whole['right']:>4} of {whole['all']:>4} right ({whole['right'] / max(whole['all'], 1):.2f}), unresolved {whole['unresolved']}")


if __name__ == "__main__":
    main()
