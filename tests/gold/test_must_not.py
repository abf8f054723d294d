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


def never(words, but=()):
    """Words that no claim may hold, but under the themes named."""
    return (words, None, but)


def only(words, beside):
    """Words that a claim may hold only beside others."""
    return (words, beside, ())


CHANGED, CORRECTIONS = ("What changed",), ("Corrections",)
ASSERTED = {
    "D1": {
        "The union has accepted 5.2 per cent.": never(r"accepted (?:the|a) midpoint|accept(?:s|ed) 5\.2", CORRECTIONS),
        "Ostrel offers 6 per cent.": never(r"\b(?:six|6) per ?cent", CHANGED),
        "Ostrel's board has decided on 5.5 per cent.": only(r"\b5\.5\b", r"\bperson who has seen"),
        "Ebbing agreed to sign the summer turns.": never(r"sign it tonight|summer turns"),
        "Dunstell thinks that the union should ask for ten per cent.": never(r"\bask for ten\b|\bten per ?cent"),
        "Two sources confirm 214 cancelled services.": never(r"\b(?:[Tt]wo|2) (?:sources|reports)[^.]*\b214\b"),
        "About 180 services were cancelled.": never(r"\b180\b"),
        "The roster has been withdrawn.": never(r"\broster (?:has been|was) withdrawn(?<!before the roster was withdrawn)"),
        "The strike notice has been lifted.": never(r"\bnotice has been lifted|\blifted the (?:strike )?notice"),
        "The arbitrator's award is due on a given date.": never(r"\baward\b[^.]*\b(?:March|April|May) 2031"),
        "Ostrel or the union accepted the exchange of letters in the same minute.": never(
            r"accept[^.]*\b(?:letters|same minute|idea)\b"
        ),
        "The minister accepts that pay comes before rosters.": never(
            r"\b(?:minister|Harrane|Government)\b[^.\"]* accept", CORRECTIONS
        ),
        "The ministry has paid 42 million marks.": never(
            r"\bpaid (?:the |its )?42 million|(?<!none of its )42 million marks ha[sd] been paid"
        ),
        "Ebbing said publicly that he would put the strike back if the roster came down (the words are third-hand).": only(
            r"put the strike back", r"as told by [^.]*Solbane"
        ),
        "The reports contradict one another on overtime paid.": never(
            r"(?:overtime|3\.1|4\.4)[^;]*it follows that both cannot be right|contradict one another on overtime"
        ),
        "The strike began on 24 March.": never(
            r"\bstrike (?:began|has begun|started)|stoppage took place on 24|stoppage is under way"
        ),
        "Harrane has put the freight lines under the Essential Lines Order.": never(
            r"\b(?:has|have) put the freight|\bwere put under"
        ),
        "The ministry will release part of the money early.": never(r"\b(?:will|would|agreed to) release part\b"),
    },
    "D2": {
        "Merovar has agreed to hand over its hourly readings.": never(r"agreed to hand (?:over|them)", CORRECTIONS),
        "Thole said 'a bridge we can all walk over'.": never(r"a bridge we can all walk", CORRECTIONS),
        "Merovar accepts six years.": never(r"\bsix years\b", CHANGED),
        "Pelhara accepted the envoy's page.": never(r"\b(?:Pelhara|Armisan|Sarvat|Qoray)\b[^.;]*\baccept"),
        "Both sides accepted the same hour.": never(r"[Bb]oth sides (?:have )?(?:accept|agree)[^.]*hour"),
        "Merovar offers to carry water in buckets.": never(r"\bbuckets?\b"),
        "Velt said in public that she would rather have a treaty than a lake.": only(
            r"treaty than a lake", r"as told by [^.]*Feldane"
        ),
        "Two sources confirm 14 centimetres.": never(r"\b(?:[Tt]wo|2) (?:sources|reports)[^.]*\b14 centimetres"),
        "The lake rose by 8.5 centimetres on average.": never(r"\b8\.5\b|on average"),
        "The standstill ended on 19 June.": never(
            r"\bstandstill\b[^.;]* (?:ended|has ended|is over|ran out|has lapsed|expired)\b"
        ),
        "The envoy must report on a given date.": never(r"\breport to the two governments\b[^.]*\b(?:July|August) 2032"),
        "The drones were flying during the standstill.": never(r"drones never stopped", CHANGED),
        "Pelhara would sign at noon tomorrow.": never(r"\bnoon\b"),
        "The readings have begun to flow.": never(r"readings (?:have begun|began|are now)|has begun to (?:give|share|send)"),
        "Pelhara still demands seven years.": never(r"\b[Ss]even years\b", CHANGED),
        "Pelhara has switched off the power line.": never(r"\b(?:has|have) switched off|\bswitched the power line off"),
        "Merovar has given up the order 'schedule first'.": never(r"\bMerovar (?:has |had )?(?:gave|given) up|Merovar dropped"),
        "The presidents have agreed to meet.": never(r"presidents (?:have |had )?agreed|presidents will meet"),
    },
}


WORDED = {
    "The arbitrator's award is due on a given date.": "Her award is due on 12 April 2031.",
    "The envoy must report on a given date.": "The Special Envoy will report to the two governments by 19 July 2032.",
    "The drones were flying during the standstill.": "The drones never stopped flying.",
}
"""The sentences that name no words of their own, in some that would assert them."""


def asserting(briefing, rule):
    """The claims of a briefing, less sure ones too, that break a rule."""
    words, beside, themes = rule
    told = [c.text for p in briefing.paragraphs if p.theme not in themes for c in p.claims]
    told += [briefing.headline, *(c.text for c in briefing.possible)]
    return [text for text in told if re.search(words, text) and not (beside and re.search(beside, text))]


@pytest.mark.parametrize("sentence", [s for rules in ASSERTED.values() for s in rules])
def test_each_rule_catches_its_sentence(sentence):
    words, beside, _ = next(rules[sentence] for rules in ASSERTED.values() if sentence in rules)
    text = WORDED.get(sentence, sentence)
    assert re.search(words, text) and not (beside and re.search(beside, text))


def test_every_sentence_that_must_not_be_asserted_has_its_rule(root, scenario):
    truth = json.loads((root / "gold/scenarios" / scenario / "dossier.json").read_text(encoding="utf-8"))
    assert truth["must_not"] == list(ASSERTED[scenario])


@pytest.mark.parametrize("given", [True, False])
def test_no_sentence_that_must_not_be_asserted_is(root, scenario, given):
    briefing = briefed(root, scenario, given)
    assert {s: found for s, rule in ASSERTED[scenario].items() if (found := asserting(briefing, rule))} == {}
