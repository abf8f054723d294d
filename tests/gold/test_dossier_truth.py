"""The two invented negotiations from their given codings, against the truth over all their reports: what is built must be all right."""

import json
import sys

import pytest

from dragoman import assemble, brief, coded_from_plain, open_source, read, render
from dragoman.analysis import analyse
from dragoman.assembly.cues import stems
from dragoman.assembly.silence import silences
from dragoman.coding import code_all
from dragoman.model import Moment

LAST = {"D1": "2031-03-28", "D2": "2032-06-22"}
RIGHT = ("deadlocks", "ways_out", "changes", "copies", "corrections", "deadline dates", "deadline histories", "untouched")


DAYS = (("D1", "2031-03-19"), ("D1", "2031-03-28"), ("D2", "2032-06-22"))
"""Every day for which the truth of a scenario tells what holds."""


@pytest.fixture(params=DAYS, ids=lambda p: "-".join((*p[:1], p[1][5:])))
def parts(request, root, monkeypatch):
    monkeypatch.setattr(sys, "path", [str(root / "gold"), *sys.path])
    import score_dossier

    folder, day = root / "gold/scenarios" / request.param[0], request.param[1]
    documents = [read(f) for f in open_source(folder / "reports.jsonl")]
    coded = [coded_from_plain(json.loads((folder / "coded" / f"{d.id}.json").read_text(encoding="utf-8")), d) for d in documents]
    briefing = json.loads(render(brief(assemble(coded, as_of=Moment(day))), "json"))
    return score_dossier.score(score_dossier.Truth(folder), briefing, day)


@pytest.mark.parametrize("part", RIGHT)
def test_what_is_built_is_all_right(parts, part):
    expected, said, right = parts[part]
    assert len(expected) == len(said) == len(right)


def test_contradictions_are_found_and_hardly_one_is_false(parts):
    expected, said, right = parts["contradictions"]
    assert 2 * len(right) / (len(expected) + len(said)) >= 0.8


@pytest.mark.parametrize(("scenario", "given", "fewest"), [("D1", True, 6), ("D2", True, 5), ("D1", False, 4), ("D2", False, 3)])
def test_claims_have_as_many_origins_as_those_who_heard_or_can_know_them(root, scenario, given, fewest):
    folder = root / "gold/scenarios" / scenario
    documents = [read(f) for f in open_source(folder / "reports.jsonl")]
    coded = [coded_from_plain(json.loads((folder / "coded" / f"{d.id}.json").read_text(encoding="utf-8")), d) for d in documents]
    said = json.loads(render(brief(assemble(coded if given else code_all(documents))), "json"))["origins"]
    truth = json.loads((folder / "dossier.json").read_text(encoding="utf-8"))["independent_origins"]
    told = [(t, [o for o in said if o["documents"] == t["doc_ids"] and stems(o["claim"]) & stems(t["claim"])]) for t in truth]
    right = [t for t, found in told if any(o["count"] == t["count"] for o in found)]
    wrong = [o for t, found in told for o in found if o["count"] != t["count"] and _shares(t["claim"], o["claim"])]
    assert not wrong and len(right) >= fewest


def _shares(one, other):
    return len(set(one.lower().split()) & set(other.lower().split())) > 2


FURTHER = {
    ("D4", "2034-09-30"): {"deadlocks": 1.0, "ways_out": 1.0, "untouched": 1.0},
    ("D4", "2034-10-16"): {"deadlocks": 1.0, "ways_out": 1.0, "untouched": 0.8, "deadline dates": 1.0, "deadline histories": 1.0},
    ("D5", "2035-09-29"): {"deadlocks": 1.0, "ways_out": 1.0, "untouched": 1.0},
    ("D5", "2035-10-15"): {"deadlocks": 0.66, "ways_out": 1.0, "untouched": 1.0, "deadline dates": 1.0, "deadline histories": 1.0},
    ("D7", "2037-09-22"): {"deadlocks": 0.5, "ways_out": 0.4, "untouched": 0.66},
    ("D7", "2037-10-05"): {"deadlocks": 0.0, "untouched": 0.75, "deadline dates": 1.0},
    ("D8", "2038-03-26"): {"deadlocks": 0.85, "ways_out": 1.0, "untouched": 0.88},
    ("D8", "2038-04-09"): {"deadlocks": 0.8, "ways_out": 1.0, "untouched": 0.88, "deadline dates": 1.0},
    ("D6", "2036-05-06"): {"deadlocks": 0.8, "ways_out": 0.66},
    ("D6", "2036-05-23"): {"deadlocks": 0.66, "ways_out": 0.5, "untouched": 0.75, "deadline dates": 1.0},
}
"""What five negotiations give from their given codings, F1: their writers had not seen the code, and they were read once they had been
measured. These floors only rise."""


@pytest.mark.parametrize(("scenario", "day"), FURTHER)
def test_given_codings_of_other_writers_give_no_less_than_they_did(root, scenario, day, monkeypatch):
    monkeypatch.setattr(sys, "path", [str(root / "gold"), *sys.path])
    import score_dossier

    folder = root / "gold/scenarios" / scenario
    documents = [read(f) for f in open_source(folder / "reports.jsonl")]
    coded = [coded_from_plain(json.loads((folder / "coded" / f"{d.id}.json").read_text(encoding="utf-8")), d) for d in documents]
    briefing = json.loads(render(brief(assemble(coded, as_of=Moment(day))), "json"))
    parts = score_dossier.score(score_dossier.Truth(folder), briefing, day)
    for part, floor in FURTHER[scenario, day].items():
        expected, said, right = parts[part]
        assert 2 * len(right) / (len(expected) + len(said)) >= floor, part


RAW = {
    ("D1", "2031-03-19"): {"deadlocks": 0.8, "ways_out": 1.0, "contradictions": 1.0, "copies": 1.0, "untouched": 1.0},
    ("D1", "2031-03-28"): {
        "deadlocks": 1.0,
        "ways_out": 1.0,
        "changes": 1.0,
        "contradictions": 0.4,
        "copies": 1.0,
        "corrections": 1.0,
        "deadline dates": 0.57,
        "deadline histories": 0.33,
    },
    ("D2", "2032-06-22"): {
        "deadlocks": 1.0,
        "ways_out": 1.0,
        "changes": 1.0,
        "contradictions": 0.75,
        "copies": 1.0,
        "corrections": 1.0,
        "deadline dates": 0.85,
        "deadline histories": 0.85,
    },
}
"""What the raw texts of the two give on each day that the truth tells of, F1; both were read while the rules were mended. These floors only rise."""


@pytest.mark.parametrize(("scenario", "day"), RAW)
def test_raw_texts_give_no_less_than_they_did(root, scenario, day, monkeypatch):
    monkeypatch.setattr(sys, "path", [str(root / "gold"), *sys.path])
    import score_dossier

    folder = root / "gold/scenarios" / scenario
    coded = list(code_all(read(f) for f in open_source(folder / "reports.jsonl")))
    briefing = json.loads(render(brief(assemble(coded, as_of=Moment(day))), "json"))
    parts = score_dossier.score(score_dossier.Truth(folder), briefing, day)
    for part, floor in RAW[scenario, day].items():
        expected, said, right = parts[part]
        assert 2 * len(right) / (len(expected) + len(said)) >= floor, part


@pytest.mark.parametrize("scenario", LAST)
def test_deadlocks_stand_from_the_day_to_the_day_that_the_truth_says(root, scenario):
    folder = root / "gold/scenarios" / scenario
    documents = [read(f) for f in open_source(folder / "reports.jsonl")]
    coded = [coded_from_plain(json.loads((folder / "coded" / f"{d.id}.json").read_text(encoding="utf-8")), d) for d in documents]
    truth = json.loads((folder / "dossier.json").read_text(encoding="utf-8"))["deadlocks"]
    found = [(d.kind, len(d.members), d.since, d.until) for d in analyse(assemble(coded)).deadlocks]
    assert sorted(found, key=str) == sorted(((d["kind"], len(d["members"]), d["from"], d["until"]) for d in truth), key=str)


@pytest.mark.parametrize(("scenario", "fewest", "most"), [("D1", 2, 10), ("D2", 3, 6)])
def test_silences_of_the_truth_are_found_and_few_beside_them(root, scenario, fewest, most):
    folder = root / "gold/scenarios" / scenario
    documents = [read(f) for f in open_source(folder / "reports.jsonl")]
    coded = [coded_from_plain(json.loads((folder / "coded" / f"{d.id}.json").read_text(encoding="utf-8")), d) for d in documents]
    truth = json.loads((folder / "dossier.json").read_text(encoding="utf-8"))
    issues = {i["id"]: stems(i["name"]) for i in truth["issues"]}
    people = {p["id"]: stems(" ".join((p["name"], *p["people"]))) for p in truth["parties"]}
    dossier = assemble(coded)
    said = [(stems(dossier.party[s.party].name), stems(s.issue)) for s in silences(dossier)]
    right = [t for t in truth["silence"] if any(who & people[t["party"]] and on & issues[t["issue"]] for who, on in said)]
    assert len(right) >= fewest and len(said) <= most
