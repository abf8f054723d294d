"""How far apart sides stand over time, in invented reports of a strike and a trade round."""

from dragoman.analysis import matters
from dragoman.assembly import assemble
from dragoman.briefing import brief, render
from dragoman.coding import code_all
from dragoman.model import Position, judge
from dragoman.reading import read_text

STRIKE = [
    ("a", "2031-03-04", "Pay talks at the docks stall\nThe Dockers' Union demanded a pay rise of 6 percent. Varnholm Ports offered a pay rise "
     "of 2 percent, and the talks on the strike go on."),
    ("b", "2031-03-11", "Pay talks at the docks resume\nThe Dockers' Union demanded a pay rise of 5 percent. Varnholm Ports offered a pay rise "
     "of 4 percent, and the talks on the strike go on."),
]  # fmt: skip
TRADE = [
    ("a", "2032-05-02", "Tariff talks begin\nNorland rejected a tariff truce. Sudmark accepted a tariff truce, and negotiators went on "
     "with the trade talks."),
    ("b", "2032-05-09", "Tariff talks go on\nNorland accepted a tariff truce. Sudmark accepted a tariff truce, and negotiators went "
     "on with the trade talks."),
]  # fmt: skip


def _found(reports):
    """The record, with every position accepted by a person: the reports are too short for the program to be sure of them."""
    coded = list(code_all([read_text(text, id=name, date=day) for name, day, text in reports]))
    accepted = [judge(p, "accept", by="Ada", when="1") for c in coded for p in c.of(Position)]
    return assemble(coded, judgements=accepted)


def _pairs(reports, word):
    record = _found(reports)
    (matter,) = [m for m in matters(record) if word in m.name]
    (pair,) = matter.pairs
    return matter, pair


def test_two_figures_that_close_in_are_a_distance_in_their_unit():
    _, pair = _pairs(STRIKE, "pay rise")
    assert [(g.day, g.low, g.high, g.unit) for g in pair.gaps] == [("2031-03-04", 4, 4, "%"), ("2031-03-11", 1, 1, "%")]
    assert pair.trend == "nearer"


def test_who_takes_what_he_refused_comes_nearer_and_a_matter_once_refused_is_no_common_ground():
    matter, pair = _pairs(TRADE, "truce")
    assert [(g.low, g.high) for g in pair.gaps] == [(4, 4), (0, 0)] and pair.trend == "nearer"
    assert not matter.common


def test_the_order_of_the_reports_changes_nothing_and_one_day_tells_no_trend():
    assert [(m.name, m.pairs) for m in matters(_found(TRADE))] == [(m.name, m.pairs) for m in matters(_found(TRADE[::-1]))]
    assert _pairs(TRADE[:1], "truce")[1].trend == "one day"


def test_the_briefing_tells_it_with_its_words_and_draws_it_beside_a_table():
    briefing = brief(_found(STRIKE))
    (told,) = [c for c in briefing.claims if "came nearer" in c.text]
    assert "4 percentage points apart" in told.text and told.text.endswith("1 percentage point.") and len(told.citations) == 4
    page = render(briefing, "html")
    assert '<svg class="distances"' in page and "How far apart" in page
    assert "probab" not in page.split('id="apart"')[1].split("</section>")[0]
