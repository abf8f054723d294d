"""Codings without words: packed and built again they are what they were."""

import json
import sys

import pytest


@pytest.fixture(scope="module")
def rebuild(root):
    sys.path.insert(0, str(root / "gold"))
    import rebuild

    return rebuild


def test_packing_leaves_no_words_and_building_brings_them_back(rebuild, root):
    row = json.loads((root / "gold/fields/reports.jsonl").read_text(encoding="utf-8").splitlines()[0])
    coded = json.loads((root / "gold/fields/coded" / f"{row['id']}.json").read_text(encoding="utf-8"))
    packed = rebuild.without_words(coded, row)
    contents = [r["content"] for r in coded["records"] if r["kind"] == "statement" and isinstance(r["content"], dict)]
    assert contents and not any(c["text"] in json.dumps(packed, ensure_ascii=False) for c in contents if len(c["text"]) > 40)
    assert rebuild.with_words(packed, row)["records"] == coded["records"]


def test_another_text_is_refused(rebuild, root):
    row = json.loads((root / "gold/fields/reports.jsonl").read_text(encoding="utf-8").splitlines()[0])
    coded = json.loads((root / "gold/fields/coded" / f"{row['id']}.json").read_text(encoding="utf-8"))
    with pytest.raises(ValueError, match="not the one that was coded"):
        rebuild.with_words(rebuild.without_words(coded, row), {**row, "text": row["text"] + " "})
