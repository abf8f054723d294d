#!/usr/bin/env python3
"""How far two readings agree: python3 gold/agreement.py [--shared DIR]

Eight invented reports (all kinds) and eight real ones (statements) were coded twice, separately, by language models reading by the codebook, neither
seeing the other's coding. Prints found and full F1 of the second coding against the first, by kind. Like models agree more than people would.
"""

import argparse
import json
import pathlib
import shutil
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import rebuild
import score

TWICE = HERE / "twice"


def first_codings(parts, names, folder):
    """Copy the first codings of these reports into a folder; their texts by id."""
    texts = {}
    for part in parts:
        for row in rebuild.rows_of(part / "reports.jsonl"):
            if row["id"] in names:
                texts[row["id"]] = row["text"]
                shutil.copy(part / "coded" / f"{row['id']}.json", folder)
    return texts


def second_of_real(built, folder):
    """Write the second codings of real reports with their words again."""
    rows = {row["id"]: row for part in ("real", "real-test") for row in rebuild.rows_of(built / part / "reports.jsonl")}
    for path in sorted((TWICE / "real").glob("*.json")):
        coded = rebuild.with_words(json.loads(path.read_text(encoding="utf-8")), rows[path.stem])
        (folder / path.name).write_text(json.dumps(coded), encoding="utf-8")


def agreement(parts, second):
    """Found and full F1 by kind of the codings in the folder `second` against the first codings of the same reports."""
    with tempfile.TemporaryDirectory() as scratch:
        first = pathlib.Path(scratch)
        texts = first_codings(parts, {p.stem for p in second.glob("*.json")}, first)
        return score.score(texts, first, second)


def show(title, rows):
    print(f"{title}: {rows['reports']['gold']} reports")
    for kind in score.KINDS:
        if rows[kind]["gold"]:
            print(f"  {kind}: {rows[kind]['gold']} and {rows[kind]['coded']} records, found {rows[kind]['found_f1']:.2f}, full {rows[kind]['full_f1']:.2f}")


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0], epilog=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--shared", type=pathlib.Path, default=HERE.parent.parent / "shared")
    shared = options.parse_args().shared
    show("invented", agreement((HERE / "more", HERE / "test"), TWICE / "invented"))
    if (shared / "corpus").is_dir():
        with tempfile.TemporaryDirectory() as scratch:
            built, second = pathlib.Path(scratch) / "built", pathlib.Path(scratch) / "second"
            second.mkdir()
            rebuild.build(shared, None, built)
            second_of_real(built, second)
            show("real, statements and who speaks", agreement((built / "real", built / "real-test"), second))


if __name__ == "__main__":
    main()
