"""What a careless reader would assert of the two invented negotiations is not asserted in the briefing on them."""

import json
import re

import pytest

from dragoman import assemble, brief, code, coded_from_plain, open_source, read

CORRECTED = {"D1": r"accepted the midpoint", "D2": r"agreed to hand (?:over|them)"}
GIVEN_UP = {
    "D1": r"Six per cent is what this company will sign for",
    "D2": r"wants the filling spread over seven years|six years of filling",
}


@pytest.fixture(params=["D1", "D2"])
def scenario(request):
    return request.param


def briefed(root, scenario, given):
    folder = root / "gold/scenarios" / scenario
    documents = [read(f) for f in open_source(folder / "reports.jsonl")]
    if not given:
        return brief(assemble([code(d) for d in documents]))
    plain = {d.id: json.loads((folder / "coded" / f"{d.id}.json").read_text(encoding="utf-8")) for d in documents}
    return brief(assemble([coded_from_plain(plain[d.id], d) for d in documents]))


@pytest.mark.parametrize("given", [True, False])
def test_what_was_taken_back_is_told_under_the_word_correction_alone(root, scenario, given):
    for paragraph in briefed(root, scenario, given).paragraphs:
        if paragraph.theme != "Corrections":
            assert not any(re.search(CORRECTED[scenario], c.text) for c in paragraph.claims), paragraph


def test_a_stand_that_was_given_up_and_a_slip_are_told_as_changes_alone(root, scenario):
    for paragraph in briefed(root, scenario, True).paragraphs:
        if paragraph.theme != "What changed":
            assert not any(re.search(GIVEN_UP[scenario], c.text) for c in paragraph.claims), paragraph


@pytest.mark.parametrize("given", [True, False])
def test_numbers_that_differ_are_never_averaged_or_confirmed(root, scenario, given):
    text = " ".join(c.text for c in briefed(root, scenario, given).claims)
    assert not re.search(r"\b(?:180 services|8\.5 centimetres|two sources|on average|confirmed by two)\b", text, re.I)


@pytest.mark.parametrize("given", [True, False])
def test_a_number_is_cited_to_those_alone_who_give_it(root, given):
    for paragraph in briefed(root, "D1", given).paragraphs:
        for claim in paragraph.claims if paragraph.theme == "Events" else ():
            if "214 services" in claim.text:
                assert "2 reports" not in claim.text and "3 reports" not in claim.text
                assert not any("146" in c.quote for c in claim.citations)
