"""What the order of the words tells where the parse shows nothing: on invented sentences."""

import pytest

from dragoman import code, read_text
from dragoman.model import Actor, Coded, Commitment, Condition, Deadline, Position

BEGUN = [
    "Orsia takes the view that serious haggling over fish will most likely begin with such a meeting of the two leaders.",
    "The union says bargaining over the rota presumably gets under way when the two chiefs meet.",
    "Negotiations over the frontier, Mrs Tarn said on the radio, would in all likelihood get under way with a meeting at the top.",
    '"As we see it, real bargaining most likely begins on the morning the two leaders sit in one room," Ms Orr told reporters.',
    "Ms Orr's view of the matter is that negotiations in earnest will probably open with that very summit.",
]
BARRED = [
    "A Tarn-Orr summit is out of the question until terms are sealed, the ministry said.",
    "The ministry said that the written outline comes first and the handshake afterwards.",
    '"First a draft that both can live with, then the leaders," the ministry said.',
    "Mr Tarn is willing to face Ms Orr, but not before a draft of the accord has been agreed, the ministry said.",
    "The ministry will not let its chief meet Ms Orr while the terms of an accord are still missing.",
    "A meeting was conceivable only after the lawyers had produced a draft contract, the ministry said.",
    "The ministry has excluded a meeting between its chief and Ms Orr as long as the terms have not been set down, making it "
    "improbable that the two will face each other before June.",
]
WITHOUT = [
    "The Orsia Line would rather hold talks and carry on buying.",
    "The Orsia Line would rather hold the talks with the rigs at work.",
    "The Orsia Line is ready for talks, provided that its guns need not fall silent for them.",
]
FOR_TALKS = [
    "The Orsia Line asked for the halt to give the talks room to breathe.",
    "The Orsia Line has asked for a freeze on licences so that there is calm enough for negotiations.",
    "For Pell & Orsia Line, which has lost two ships, the freeze is meant to give talks a chance.",
]
NONE = [
    "Talks on the border began on Monday with a session of the experts.",
    "Will there be a deal? Marsh thinks so, but not before the soldiers go unpaid.",
    "The summit was off before the storm came.",
    "Such tables could smother the talks while wages stay where they are.",
    "The meeting of the committee ended before a text was printed, and that was all.",
]


def coded(text: str) -> Coded:
    return code(read_text(f"Union and company hold talks on dispute\n\n{text}\n"))


def conditions(text: str) -> tuple[Condition, ...]:
    return tuple(coded(text).of(Condition))


@pytest.mark.parametrize("text", BEGUN)
def test_talks_wait_for_the_meeting_that_they_begin_with_and_are_hedged(text: str) -> None:
    (found,) = conditions(text)
    assert found.relation == "only_after" and not found.strict
    assert any(w in found.gated.lower() for w in ("haggling", "bargaining", "negotiations"))
    assert any(w in found.required for w in ("meet", "summit", "room"))


@pytest.mark.parametrize("text", BARRED)
def test_a_meeting_waits_for_the_paper(text: str) -> None:
    (found,) = conditions(text)
    assert found.relation == "only_after" and found.strict
    assert any(w in found.gated.lower() for w in ("summit", "meet", "handshake", "leaders", "facing"))
    assert any(w in found.required.lower() for w in ("terms", "draft", "outline"))


@pytest.mark.parametrize("text", WITHOUT)
def test_talks_need_not_wait_for_what_goes_on_to_end(text: str) -> None:
    (found,) = conditions(text)
    assert found.relation == "not_required" and "talks" in found.gated


@pytest.mark.parametrize("text", FOR_TALKS)
def test_what_is_asked_for_so_that_talks_get_going_is_a_purpose_and_its_askers(text: str) -> None:
    found = coded(text)
    (asked,) = found.of(Condition)
    names = {a.id: a.name for a in found.of(Actor)}
    assert not asked.strict and [names[h].endswith("Orsia Line") for h in asked.holder] == [True]


@pytest.mark.parametrize("text", NONE)
def test_what_only_looks_like_it_is_no_condition(text: str) -> None:
    assert not conditions(text)


def test_a_bare_yes_and_no_are_answers_of_those_named() -> None:
    text = "The mediator's demand for a truce was met with a yes from Orsia and a flat refusal from Meridia."
    found = coded(text)
    names = {a.id: a.name for a in found.of(Actor)}
    stances = {(names[p.actor[0]], p.stance) for p in found.of(Position) if p.actor and p.stance in ("accept", "reject")}
    assert stances == {("Orsia", "accept"), ("Meridia", "reject")}


def test_what_they_agreed_is_agreed_and_its_number_kept() -> None:
    (found,) = coded("What they did agree was the return of 310 soldiers.").of(Commitment)
    assert (found.status, found.quantity) == ("agreed", 310)


def test_what_somebody_means_to_do_when_time_is_up_is_the_consequence() -> None:
    text = (
        "The ministry set a 35-day deadline. Should there be no accord when the 35 days are over, the minister means to issue a "
        "back-to-work order, and he let it be known that the order might well come sooner."
    )
    found = coded(text).of(Deadline)
    assert {d.duration for d in found} == {"P35D"}
    assert {d.consequence for d in found if d.consequence} == {"issue a back-to-work order"}
    assert "or_sooner" in {d.bound for d in found}


def test_who_stands_behind_a_role_and_whose_it_is_is_a_person() -> None:
    text = "The Orsia school board met the head of the striking teachers' union, Maren Okafor, on Friday. Okafor said no."
    kinds = {a.name: a.type for a in coded(text).of(Actor)}
    assert kinds.get("Maren Okafor") == "person"
