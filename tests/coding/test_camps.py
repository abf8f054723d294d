"""Who is in favour and who is against; firms that are told by what they own; what the words count and leave out."""

import pytest

from dragoman.coding import code
from dragoman.model import Actor, Assessment, Coded, Commitment, Deadline, Event, Position
from dragoman.reading import read_text

ABOUT = "Talks between the Arden dockers' union and Berle Ports stalled on Tuesday. The mediator is Judge Ilse Kaan.\n\n"


def _coded(text: str) -> Coded:
    return code(read_text(ABOUT + text, id="camps", date="2031-05-15"))


def test_who_stands_where_is_an_answer_to_what_was_asked():
    coded = _coded("A pause in the layoffs, sought by Judge Kaan, split the sides, with the union in favour and Berle against.")
    names = {a.id: a.name for a in coded.of(Actor)}
    held = {(names[p.actor[0]], p.stance) for p in coded.of(Position) if p.actor and "pause" in p.issue}
    assert held == {("Ilse Kaan", "demand"), ("union", "accept"), ("Berle Ports", "reject")}


def test_a_battle_against_the_tide_is_no_stance():
    assert not [p for p in _coded("The pilots fought against it. The wind was in favour of the ships.").of(Position) if p.actor]


@pytest.mark.parametrize(
    "text",
    [
        "Calder Terminals said on Thursday its chief executive, Ingrid Haldane, would not come.",
        "Calder Wexford said on Thursday its chief executive, Ingrid Haldane, would not come.",
        "Calder Wexford's shareholders meet on Friday.",
    ],
)
def test_a_firm_is_told_by_its_trade_or_its_people(text: str) -> None:
    (firm,) = [a for a in _coded(text).of(Actor) if a.name.startswith("Calder")]
    assert firm.type == "organisation"


def test_a_person_who_quotes_the_firm_stays_a_person():
    (one,) = [a for a in _coded("Ingrid Calder said its chief executive would not come.").of(Actor) if a.name.endswith("Calder")]
    assert one.type == "person"


@pytest.mark.parametrize(
    ("text", "quantity", "unit"),
    [
        ("There was progress on dockers fired in March. The sides agreed that 260 of them would be rehired.", 260, "dockers"),
        ("The release of boats is a success. The two sides agreed that another 75 would be handed back.", 75, "boats"),
        ("They spoke of the return of prisoners. The two sides agreed to exchange 420 more in June.", 420, "prisoners"),
        ("The two sides met at noon. They agreed that 18 suspended crane drivers would be taken back.", 18, "drivers"),
        ("Agreement was reached on Wednesday to take back 120 suspended dockers.", 120, "dockers"),
        ("Quill said Japan had confirmed to the union that it would supply four early-warning stations.", 4, "stations"),
    ],
)
def test_what_is_counted_is_named_though_the_words_leave_it_out(text: str, quantity: int, unit: str) -> None:
    found = [(c.quantity, c.unit) for c in _coded(text).of(Commitment) if c.quantity]
    assert found == [(quantity, unit)]


def test_sides_lend_their_name_to_no_number():
    text = "The two sides agreed on Wednesday that another 75 would be handed back."
    assert all(c.unit is None for c in _coded(text).of(Commitment))


def test_time_that_was_spent_is_no_deadline():
    told = _coded('Kaan has given the parties 50 days to agree. "The advisers have had four months," Kaan said.').of(Deadline)
    assert {d.duration for d in told} == {"P50D"}


def test_a_last_day_that_is_set_is_a_deadline():
    (told,) = _coded("Kaan has set 30 June as the last day for a decision.").of(Deadline)
    assert told.date == "2031-06-30"


def test_meetings_in_general_are_not_the_one_on_a_day():
    text = 'Officials of both sides met on Tuesday for 50 minutes. "We have had years of meetings between officials," Quill said.'
    dated = [e for e in _coded(text).of(Event) if e.type == "meeting" and e.date]
    assert [len(e.spans) for e in dated] == [1]


def test_a_participle_behind_the_cue_is_the_writers_judgement():
    text = "The leaders will not meet, Berle said, in effect ruling out a meeting this month."
    (judged,) = [a for a in _coded(text).of(Assessment) if "ruling out" in a.spans[0].text]
    assert judged.author == ()


@pytest.mark.parametrize(
    "text",
    [
        "Judge Kaan wants a pause. The union has accepted the demand and Berle Ports has rejected it.",
        "Judge Kaan wants a pause. The union has agreed to it, while Berle has refused.",
        "They differ over a pause. Judge Kaan has demanded that it begin at once. The union has consented, but Berle has declined.",
    ],
)
def test_who_accepts_and_who_rejects_are_not_taken_for_one(text: str) -> None:
    coded = _coded(text)
    names = {a.id: a.name for a in coded.of(Actor)}
    held = {(names[p.actor[0]], p.stance) for p in coded.of(Position) if p.actor and "pause" in p.issue}
    assert held == {("Ilse Kaan", "demand"), ("union", "accept"), ("Berle Ports", "reject")}


def test_a_limit_of_patience_is_a_deadline_and_what_is_to_follow_its_consequence():
    text = "Kaan's patience has a limit of 40 days. Port bans on Berle ships are to follow, and she said that they could come sooner."
    told = _coded(text).of(Deadline)
    assert {d.duration for d in told} == {"P40D"} and any(d.bound == "or_sooner" for d in told)
    assert {d.consequence for d in told} == {"Port bans on Berle ships"}


def test_what_a_bank_promised_her_is_hers():
    (told,) = _coded("Mara Quill said Nordhavn Bank had promised her three credit lines.").of(Commitment)
    assert (told.quantity, told.status) == (3, "confirmed_by_receiver")
