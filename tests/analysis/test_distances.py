"""How far apart sides stand over time, in invented reports of a strike and a trade round."""

import pytest

from dragoman.analysis import matters
from dragoman.assembly import assemble
from dragoman.briefing import brief, render
from dragoman.briefing.apart import width
from dragoman.coding import code_all
from dragoman.model import Actor, Coded, Document, Moment, Position, ReportDate, judge
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


def _gaps(*days: tuple[str, str, str]) -> list[str]:
    """The widths day by day of a pair that speaks of one thing: day, words of the one that offers, words of the other."""
    reports = []
    for day, *both in days:
        text, findings = "", []
        for who, stance, words in zip(("Norland", "Sudmark"), ("offer", "demand"), both, strict=True):
            start = len(text)
            text += f"{who} {words}. "
            whole = Document("x", text)
            actor = Actor(document=day, spans=(whole.span(start, start + 7),), name=who, type="state", certainty="sure")
            spans = (whole.span(start, len(text) - 2),)
            spoken = Position(document=day, spans=spans, actor=(actor.id,), issue="freight", stance=stance, certainty="sure")
            findings += [actor, spoken]
        reports.append(Coded(Document(day, text, date=ReportDate(Moment(day), "field")), tuple(findings)))
    (matter,) = matters(assemble(reports))
    return [width(g) for g in matter.pairs[0].gaps] + [matter.pairs[0].trend]


UNCLEAR = "unclear (they name amounts that cannot be compared)"


@pytest.mark.parametrize(
    ("offered", "demanded", "told"),
    [
        ("offers freight of 4 percent, up from 2 percent", "wants freight of 6 percent", "2 percentage points"),
        ("has moved, for freight, from 2 to 4 percent", "wants freight of 6 percent", "2 percentage points"),
        ("offers freight of from 2 to 4 percent", "wants freight of 6 percent", UNCLEAR),
        ("offers freight of 2 to 4 percent", "wants freight of 6 percent", UNCLEAR),
        ("offers freight of 4 percent, more than 2 percent", "wants freight of 6 percent", UNCLEAR),
        ("offers freight of 10 trains a day", "wants freight of 300 trains a month", UNCLEAR),
        ("offers freight of 10 trains a day", "wants freight of 12 trains daily", "2 trains a day"),
        ("offers freight of $5 million", "wants freight of $4 million a year for three years", UNCLEAR),
        ("offers freight for $12 million over three years", "wants freight for $6 million", UNCLEAR),
        ("offers freight of 4 percent over two years", "wants freight of 6 percent over two years", "2 percentage points over two years"),
    ],
)
def test_amounts_of_two_kinds_are_not_held_against_each_other(offered, demanded, told):
    assert _gaps(("2031-03-01", offered, demanded)) == [told, "one day"]
