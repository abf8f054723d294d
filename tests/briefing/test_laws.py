"""The laws of a briefing on hand-coded invented coverage: every sentence cites, every quotation is exact and in a cited place."""

import json
import re
from pathlib import Path

import pytest

from dragoman import assemble, brief
from dragoman.model import coded_from_plain
from dragoman.reading import read
from dragoman.sources import open_source

GOLD = Path(__file__).parents[2] / "gold"


def coded(folder):
    for fetched in open_source(folder / "reports.jsonl"):
        document = read(fetched)
        yield coded_from_plain(json.loads((folder / "coded" / f"{document.id}.json").read_text(encoding="utf-8")), document)


def briefings():
    for folder in (GOLD / "fields", GOLD / "more"):
        for report in coded(folder):
            yield report.document.id, brief(assemble([report]))
    for folder in sorted(p for p in (GOLD / "scenarios").iterdir() if p.is_dir()):
        yield folder.name, brief(assemble(list(coded(folder))))


@pytest.fixture(scope="module")
def every():
    return list(briefings())


def quotations(text):
    """What stands within quotation marks of ours: curly ones around words that hold straight ones, else straight ones."""
    outer = re.findall(r'“([^“”]*"[^“”]*)”', text)
    for words in outer:
        text = text.replace(f"“{words}”", "")
    return [*outer, *re.findall(r'"([^"]+)"', text)]


def test_every_sentence_cites_and_quotes_exactly_what_it_cites(every):
    checked = 0
    for name, briefing in every:
        for claim in (*briefing.claims, *briefing.possible):
            assert claim.citations, (name, claim.text)
            for words in quotations(claim.text):
                assert any(words in c.quote for c in claim.citations), (name, claim.text, words)
                checked += 1
    assert checked > 300


def test_no_sentence_is_printed_twice_and_none_says_that_a_speaker_said_of_itself_by_name(every):
    for name, briefing in every:
        texts = [c.text for c in briefing.claims]
        assert len(texts) == len(set(texts)), name
        for text in texts:
            found = re.match(r"([A-Z][^\"“:]{2,60}?) said that \1 ", text)
            assert not found, (name, text)


def test_kinds_are_worded_apart(every):
    for name, briefing in every:
        for claim in briefing.claims:
            if claim.kind == "assessed":
                assert re.search(r"\b(?:writers?|judge(?:s|ment)|judgements?)\b", claim.text), (name, claim.text)
            if claim.kind == "reported":
                assert re.search(r"\breports? |according to |same report|^[A-Z][^\"“]* (?:adds|also says) that", claim.text, re.I), (name, claim.text)
            if claim.kind == "inferred":
                assert re.search(r"follows|assumption", claim.text), (name, claim.text)
