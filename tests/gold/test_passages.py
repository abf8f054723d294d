"""The invented passages and twins are well formed, and the script that counts them counts right."""

import json
import re
import sys


def rows(root):
    for path in sorted((root / "gold/passages").glob("*/*.jsonl")):
        for line in path.read_text(encoding="utf-8").split("\n"):
            if line:
                yield path, json.loads(line)


def test_every_passage_says_what_must_or_must_not_be_read(root):
    seen = set()
    for path, row in rows(root):
        assert (path.stem, row["id"]) not in seen and row["text"].strip()
        seen.add((path.stem, row["id"]))
        assert row["expect"] or row["kinds"], row["id"]
        for wanted in row["expect"]:
            assert "kind" in wanted
            for value in wanted.values():
                if isinstance(value, str):
                    re.compile(value)
    assert len(seen) > 500


def test_every_twin_has_its_report_and_its_judgements_stand_in_it(root):
    found = sorted((root / "gold/twins").glob("*/*.json"))
    assert len(found) == 80
    for path in found:
        facts, text = json.loads(path.read_text(encoding="utf-8")), path.with_suffix(".txt").read_text(encoding="utf-8")
        assert facts["report"] == f"{path.stem}.txt"
        assert all(words in text for words in facts["assessments"]), path


def test_facts_and_look_alikes_are_counted_apart(root, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(sys, "path", [str(root / "gold"), *sys.path])
    import passages

    text = "The Dorvane dockers' union said on Monday it would return to work only after the port had reinstated 14 crane drivers."
    right = {"kind": "condition", "holder": "union", "gated": "return", "required": "reinstat", "relation": "only_after"}
    told = [
        {"id": "order-1", "text": text, "expect": [right]},
        {"id": "order-2", "text": text, "expect": [{**right, "gated": "reinstat", "required": "return"}]},
        {"id": "look-1", "text": text, "expect": [], "kinds": ["condition"]},
    ]
    (tmp_path / "x.jsonl").write_text("\n".join(json.dumps(r) for r in told), encoding="utf-8")
    passages.run(tmp_path / "x.jsonl", errors=False)
    assert "read 1 of 2, 1 of 1 look-alikes taken for one" in capsys.readouterr().out
