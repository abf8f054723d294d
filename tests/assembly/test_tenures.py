"""Who held which office from which day to which: told days, successors, reports that name only the office."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.assembly import Dossier, assemble
from dragoman.assembly.tenures import Tenure, by_office, changed_hands, holders, tenures
from dragoman.coding import code
from dragoman.model import Coded, Moment
from dragoman.reading import read_text

STRIKE = (
    ("2031-05-05", "Jonas Weld, chief negotiator of the dockers' union, said the union would not sign before the rosters were fixed. "
     "Tom Fenn, chief executive of Berle Ports, said Berle would pay nothing."),
    ("2031-05-14", "Jonas Weld stepped down as chief negotiator of the dockers' union on Tuesday. The union named Petra Hahn chief "
     "negotiator on Wednesday. Hahn said the talks with Berle Ports would go on."),
    ("2031-05-20", "The chief negotiator said the union would meet Berle Ports on Friday. Former chief negotiator Jonas Weld told a rally "
     "it was too late. The new chief executive of Berle Ports, Lena Ruud, who took over from Tom Fenn on 17 May, said Berle would pay."),
)  # fmt: skip
TRADE = (
    ("2032-02-01", "Varonia's trade minister, Ilse Kaan, said Varonia would lift its tariffs only after Lusan had opened its ports."),
    ("2032-02-10", "Ilse Kaan could resign as trade minister, Lusan's premier said. Varonia denied that she would be replaced."),
    ("2032-02-20", "Varonia's former trade minister, Ilse Kaan, said she had been right. Varonia's trade minister, Olan Reiss, said the "
     "tariffs would stay until the ports were open."),
)  # fmt: skip


def _coded(reports: tuple[tuple[str, str], ...]) -> list[Coded]:
    return [code(read_text(f"Talks go on\n\n{text}", id=f"r{n}", date=day)) for n, (day, text) in enumerate(reports)]


@pytest.fixture(scope="module")
def strike() -> list[Coded]:
    return _coded(STRIKE)


def _told(dossier: Dossier) -> dict[str, Tenure]:
    return {dossier.party[t.party].name: t for t in tenures(dossier)}


def test_told_days_begin_and_end_an_office_in_cited_words(strike):
    dossier = assemble(strike)
    told = _told(dossier)
    assert told["Jonas Weld"].until == "2031-05-13" and told["Petra Hahn"].since == "2031-05-14"
    assert told["Tom Fenn"].until == told["Lena Ruud"].since == "2031-05-17"
    for tenure in told.values():
        assert tenure.words
        for words in tenure.words:
            assert dossier.document[words.document].text[words.start : words.end] == words.quote


def test_an_office_is_whose_it_was_on_that_day(strike):
    dossier = assemble(strike)
    known = tenures(dossier)

    def who(day: str) -> list[str]:
        return [dossier.party[p].name for p in holders(known, "the chief negotiator", day)]

    assert who("2031-05-06") == ["Jonas Weld"] and who("2031-05-13") == [] and who("2031-05-20") == ["Petra Hahn"]


def test_a_report_that_names_only_the_office_means_who_holds_it_then_and_never_who_left(strike):
    dossier = assemble(strike)
    (found,) = [f for f in by_office(dossier, tenures(dossier)) if f[0].quote.lower().endswith("chief negotiator")]
    assert found[0].document == "r2" and [dossier.party[p].name for p in found[1]] == ["Petra Hahn"]


def test_two_who_can_hold_an_office_are_both_candidates():
    known = [Tenure(p, "envoy", (), ("2031-01-01", "2031-02-01")) for p in ("party-a", "party-b")]
    assert holders(known, "Envoy", "2031-01-15") == ("party-a", "party-b")


def test_what_only_could_happen_ends_no_office_and_a_later_report_tells_that_it_is_over():
    coded = _coded(TRADE)
    before = _told(assemble(coded, as_of=Moment("2032-02-10")))["Ilse Kaan"]
    after = _told(assemble(coded))["Ilse Kaan"]
    assert (before.until, before.gone) == (None, None)
    assert (after.until, after.gone) == (None, "2032-02-20")


def test_only_offices_that_changed_hands_are_told_as_such(strike):
    dossier = assemble(strike[:1])
    assert tenures(dossier) and not changed_hands(dossier, tenures(dossier))


@settings(max_examples=6, deadline=None)
@given(order=st.permutations(range(3)))
def test_the_order_of_adding_changes_no_office(strike, order):
    assert tenures(assemble([strike[i] for i in order])) == tenures(assemble(strike))


def test_who_left_is_named_with_the_end_of_the_office(strike):
    from dragoman.briefing import brief, render

    text = render(brief(assemble(strike)), "text")
    assert "Jonas Weld was chief negotiator of the union until 13 May 2031" in text
    assert "Tom Fenn (chief executive of Berle Ports until 17 May 2031)" in text


LEFT = (
    ("2031-05-05", "Valdria's trade minister, Karel Domin, said on Monday that Valdria would lift the ban only after Ostmark had cut its duties. "
     "Jan Rusk, leader of the dockers' union, said the union would not return to work before the roster was withdrawn."),
    ("2031-05-24", "Karel Domin resigned as Valdria's trade minister on Thursday. Jan Rusk stepped down as leader of the dockers' union on "
     "20 May. His successor, Joren Faul, said the union would talk."),
    ("2031-05-29", "Valdria's trade minister said the ban would stay. Ostmark refused."),
)  # fmt: skip


def test_who_resigned_is_nobodys_minister_any_more_and_a_successor_holds_the_same_office():
    dossier = assemble(_coded(LEFT))
    told = _told(dossier)
    assert told["Karel Domin"].until == "2031-05-22" and told["Joren Faul"].office == "leader"
    named = {p for _, found in by_office(dossier, tenures(dossier)) for p in found}
    assert "Karel Domin" not in {dossier.party[p].name for p in named}
