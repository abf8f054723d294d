"""Weeks without a report, sides that nobody hears, outlets that are missing."""

from table import report
from test_lives import told

from dragoman.assembly import assemble
from dragoman.assembly.coverage import gaps, lacks_independent, unheard
from dragoman.briefing import brief, render
from dragoman.model import Moment

STRIKE = [
    ("Harrow Mills", "only_after", "the plan is withdrawn", "the strike notice is lifted"),
    ("Weavers", "only_after", "lifting the notice", "withdrawal of the plan"),
]


def test_more_than_a_week_without_a_report_is_a_gap_to_the_day_of_the_question_too() -> None:
    made = [report(n, day, STRIKE) for n, day in (("a", "2031-02-01"), ("b", "2031-02-08"), ("c", "2031-02-20"))]
    assert [(str(a), str(b)) for a, b in gaps(assemble(made))] == [("2031-02-08", "2031-02-20")]
    assert str(gaps(assemble(made, as_of=Moment("2031-03-05")))[-1][1]) == "2031-03-05"


def test_a_side_in_whose_name_nobody_speaks_is_unheard() -> None:
    dossier = assemble(
        [
            told(
                "a",
                "2031-02-01",
                ("Ada Brill of Weavers", "said", "", "the notice stands"),
                ("Harrow Mills", "demand", "the notice", "it wants the notice lifted"),
            )
        ]
    )
    names = {p.name: p.id for p in dossier.parties}
    assert unheard(dossier, [names["Weavers"], names["Harrow Mills"]]) == (names["Harrow Mills"],)


def test_the_briefing_says_so_before_the_rest() -> None:
    made = [report(n, day, STRIKE) for n, day in (("a", "2031-02-01"), ("b", "2031-02-03"), ("c", "2031-02-20"))]
    text = render(brief(assemble(made)), "text")
    assert "There is no report here between 3 February 2031 and 20 February 2031." in text
    assert "No words of Harrow Mills were found in these 3 reports" in text
    assert not lacks_independent(assemble(made))
