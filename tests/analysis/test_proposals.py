"""Proposals on record and the answers to them, apart from what is derived."""

from dragoman import assemble, brief, code, render
from dragoman.analysis import Proposal, proposals
from dragoman.assembly import Dossier
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
