"""Proposals on record and the answers to them, apart from what is derived."""

from dragoman import assemble, brief, code, render
from dragoman.analysis import Proposal, proposals
from dragoman.assembly import Dossier
from dragoman.model import Actor, Coded, Document, Moment, Position, ReportDate
from dragoman.reading import read_text

REPORTS = (
    ("2031-06-03", "Talks at the quarry stalled on Monday. Minister Ilse Kaan has proposed a pause in the strike of ten days. The Stonecutters' Union "
     "has accepted the pause. Berle Quarries has rejected the pause. Berle Quarries will talk only after the strike has ended. "
     "The Stonecutters' Union will talk only after the dismissals have been lifted. The Stonecutters' Union demanded a pay rise of 6 per cent."),
    ("2031-06-10", "Berle Quarries has now accepted a pause in the strike, its spokeswoman said."),
)  # fmt: skip


def _dossier(reports=REPORTS) -> Dossier:
    return assemble([code(read_text(f"Quarry talks\n\n{t}", id=f"r{n}", date=d)) for n, (d, t) in enumerate(reports)])


def _pause(dossier: Dossier) -> Proposal:
    (found,) = [p for p in proposals(dossier) if "pause" in p.what]
    return found


def test_each_partys_answer_is_listed_with_its_words():
    dossier = _dossier(REPORTS[:1])
    pause = _pause(dossier)
    told = {dossier.party[a.party].name: a for a in pause.answers}
    assert dossier.party[pause.by].name == "Ilse Kaan" and pause.how == "proposed"
    assert told["Stonecutters' Union"].reply == "accepted" and told["Berle Quarries"].reply == "refused"
    assert all("pause" in c.quote for a in told.values() for c in a.citations)


def test_the_last_answer_of_a_side_stands():
    dossier = _dossier()
    told = {dossier.party[a.party].name: a.reply for a in _pause(dossier).answers}
    assert told["Berle Quarries"] == "accepted"


def test_what_nobody_answered_and_nobody_is_asked_is_no_proposal_and_nothing_derived_is_listed():
    found = proposals(_dossier(REPORTS[:1]))
    assert all(p.citations for p in found)
    assert not [p for p in found if "strike has ended" in p.what]


def test_the_page_and_the_plain_form_hold_them():
    briefing = brief(_dossier(REPORTS[:1]))
    assert "Proposals and answers" in render(briefing, "html")
    assert '"answer": "refused"' in render(briefing, "json")


def _answers(*reports: tuple[str, tuple[tuple[str, str, str, str], ...]], to: str = "") -> list[tuple[str, str, str]]:
    """Who put what forward and how it was answered, in reports of a day and positions: who, stance, issue, words."""
    record = assemble([_positions(f"r{n}", day, lines, to) for n, (day, lines) in enumerate(reports)])
    return [(record.party[p.by].name, record.party[a.party].name, a.reply) for p in proposals(record) for a in p.answers]


def _positions(name: str, day: str, lines: tuple[tuple[str, str, str, str], ...], to: str) -> Coded:
    text, findings = "", []
    for who, stance, issue, words in lines:
        start = len(text)
        text += f"{who} {words}. "
        whole = Document("x", text)
        actor = Actor(document=name, spans=(whole.span(start, start + len(who)),), name=who, type="organisation", certainty="sure")
        findings += [actor, (whole.span(start, len(text) - 2), actor, issue, stance)]
    made = {f.name: f for f in findings if isinstance(f, Actor)}
    found = [
        f if isinstance(f, Actor) else Position(
            document=name, spans=(f[0],), actor=(made[f[1].name].id,), issue=f[2], stance=f[3], certainty="sure",
            addressee=(made[to].id,) if to in made and f[1].name != to else (),
        )
        for f in findings
    ]  # fmt: skip
    return Coded(Document(name, text, date=ReportDate(Moment(day), "field")), tuple(found))


OFFER = ("Norland", "offer", "pay rise", "offered a pay rise of 2 percent")


def test_who_sets_no_condition_answers_all_the_same_and_the_last_word_stands():
    refused = ("Guild", "reject", "pay rise", "rejected a pay rise of 2 percent")
    taken = ("Guild", "accept", "pay rise", "accepted a pay rise of 2 percent")
    assert _answers(("2031-03-01", (OFFER, taken))) == [("Norland", "Guild", "accepted")]
    assert _answers(("2031-03-01", (OFFER, refused)), ("2031-03-05", (taken,))) == [("Norland", "Guild", "accepted")]


def test_no_answer_is_earlier_than_what_it_answers():
    refused = ("Norland", "reject", "ceasefire in the valley", "rejected a ceasefire in the valley")
    put = ("Guild", "propose", "ceasefire in the valley", "proposed a ceasefire in the valley")
    seen = ("Norland", "noncommittal", "a map", "will look at a map")
    assert _answers(("2031-03-01", (refused,)), ("2031-03-10", (put, seen)), to="Norland") == [("Guild", "Norland", "none")]
    assert _answers(("2031-03-10", (put,)), ("2031-03-12", (refused,))) == [("Guild", "Norland", "refused")]


def test_who_takes_another_amount_or_another_part_has_not_answered():
    taken = ("Guild", "accept", "pay rise", "accepted a pay rise of 6 percent")
    assert not _answers(("2031-03-01", (OFFER, taken)))
    asked = ("Norland", "demand", "end to the ban on night shifts", "demanded an end to the ban on night shifts")
    assert not _answers(("2031-03-01", (asked, ("Guild", "accept", "ban", "accepted the ban"))))


def test_who_is_asked_for_what_he_puts_forward_himself_is_told_so():
    both = (OFFER, ("Guild", "demand", "pay rise", "demanded a pay rise of 6 percent"))
    assert _answers(("2031-03-01", both), to="Guild") == [("Norland", "Guild", "put forward too")]
