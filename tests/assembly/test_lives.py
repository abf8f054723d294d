"""How sides move from report to report, in invented findings of several fields."""

import pytest

from dragoman.assembly import assemble
from dragoman.assembly.amounts import amounts
from dragoman.model import Actor, Coded, Document, Finding, Moment, Position, ReportDate, Statement


def told(name: str, day: str, *lines: tuple[str, str, str, str], apart: str = " ") -> Coded:
    """Return a report of positions: who, stance, issue, words; a person is named with his side as "Person of Side"; `apart`
    stands between the lines."""
    text, findings, made = "", [], {}
    for who, stance, issue, words in lines:
        person, _, side = who.partition(" of ")
        for n, above in ((side, ""), (person, side)):
            if n and n not in made:
                start = len(text)
                text += f"{n}. "
                span = Document("x", text).span(start, start + len(n))
                made[n] = Actor(
                    document=name, spans=(span,), name=n, type="person" if above else "organisation", certainty="sure",
                    acts_for=(made[above].id,) if above else (),
                )  # fmt: skip
        start = len(text)
        text += f"{words}.{apart}"
        span = Document("x", text).span(start, start + len(words))
        findings.append((stance, issue, made[person], span))
    found: list[Finding] = list(made.values())
    for stance, issue, actor, span in findings:
        kind = {"actor": (actor.id,), "issue": issue, "stance": stance} if stance != "said" else None
        if kind:
            found.append(Position(document=name, spans=(span,), certainty="sure", **kind))
        else:
            found.append(Statement(document=name, spans=(span,), certainty="sure", speaker=(actor.id,), manner="indirect"))
    return Coded(Document(name, text, date=ReportDate(Moment(day), "field")), tuple(found))


def moves(*reports: Coded) -> list[tuple[str, str, str]]:
    dossier = assemble(reports)
    return [(c.kind, c.before[0].quote, c.to[0].quote) for c in dossier.changes if c.kind != "restated"]


SHIFTS = [
    (("Norland", "demand", "fish quota", "Norland wants a quota of 40,000 tonnes"), ("Norland", "demand", "fish quota", "it asks for 32,000 tonnes")),
    (("Guild", "rule_out", "talks on shifts", "the guild ruled out talks on shifts"), ("Guild", "accept", "talks on shifts", "the guild agreed to talks on shifts")),
    (("Arden", "accept_if", "lifting the blockade", "Arden will lift the blockade only after the vote"), ("Arden", "concede", "order of vote and blockade", "Arden no longer makes the blockade wait for the vote")),
    (("Calder Works", "noncommittal", "merger price", "the board is studying the merger price"), ("Calder Works", "accept", "merger price", "the board has accepted the price")),
    (("Calder Works", "offer", "price a share", "a bid of 31 crowns a share"), ("Calder Works", "offer", "price a share", "raised it to 34 crowns a share")),
]  # fmt: skip
NO_SHIFTS = [
    (("Norland", "demand", "fish quota", "Norland wants a quota of 40,000 tonnes"), ("Norland", "demand", "fish quota", "its demand stays at 40,000 tonnes")),
    (("Norland", "demand", "fish quota", "Norland wants a quota of 40,000 tonnes"), ("Norland", "demand", "car duty", "it wants a duty of 4 per cent")),
    (("Norland", "demand", "fish quota", "Norland wants a quota of 40,000 tonnes"), ("Sudland", "demand", "fish quota", "Sudland wants a quota of 20,000 tonnes")),
    (("Guild", "reject", "the pay offer", "the guild rejected the pay offer"), ("Guild", "accept", "a mediator", "the guild accepted a mediator")),
    (("Guild", "demand", "pay rise", "the guild asks for 6 per cent"), ("Guild", "demand", "holidays", "the guild asks for 3 more days")),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second"), SHIFTS)
def test_a_side_that_moves_has_moved(first, second) -> None:
    assert moves(told("a", "2031-03-01", first), told("b", "2031-03-09", second)) == [("shift", first[3], second[3])]


@pytest.mark.parametrize(("first", "second"), NO_SHIFTS)
def test_what_is_no_move_is_none(first, second) -> None:
    assert moves(told("a", "2031-03-01", first), told("b", "2031-03-09", second)) == []


@pytest.mark.parametrize(("first", "second"), [(a, b) for a, b in SHIFTS])
def test_two_words_of_one_day_are_no_move(first, second) -> None:
    assert moves(told("a", "2031-03-01", first), told("b", "2031-03-01", second)) == []


def test_what_ones_own_side_takes_back_is_a_slip_and_no_move() -> None:
    first = told("a", "2031-03-01", ("Guild", "demand", "pay rise", "the guild asks for 6 per cent"))
    slip = told("b", "2031-03-04", ("Ada Brill of Guild", "accept", "pay rise", "we would take 4 per cent"))
    back = told(
        "c",
        "2031-03-06",
        ("Guild", "reject", "4 per cent", "Brill had spoken for herself"),
        ("Guild", "demand", "pay rise", "it is 6 per cent"),
    )
    assert moves(first, slip, back) == [("slip_disowned", "we would take 4 per cent", "Brill had spoken for herself")]


def test_the_order_of_reports_changes_nothing() -> None:
    a, b = told("a", "2031-03-01", SHIFTS[0][0]), told("b", "2031-03-09", SHIFTS[0][1])
    assert assemble([a, b]).changes == assemble([b, a]).changes


COUNTS = [
    ("some 214 services were cancelled on 27 February, the union counts", "the line says that 146 services were cancelled on February 27", True),
    ("the reservoir has fallen by 9 metres since the pact of May", "the reservoir has fallen by 4 metres since the pact of May", True),
    ("the reservoir has fallen by 4 metres since the pact of May", "the reservoir has fallen by 9 metres since the pact of May", False),
    ("some 214 services were cancelled on 27 February, the union counts", "the line says that 146 services were cancelled on March 5", False),
    ("the bank holds 12 accounts of the fund, opened on 3 May", "the ship carries 30 containers, loaded on 3 May", False),
]  # fmt: skip


@pytest.mark.parametrize(("one", "two", "clash"), COUNTS)
def test_two_counts_of_one_thing_clash_and_later_states_do_not(one, two, clash) -> None:
    reports = told("a", "2031-06-01", ("Union", "said", "", one)), told("b", "2031-06-08", ("Line", "said", "", two))
    assert [(c.kind, c.a[0].quote, c.b[0].quote) for c in assemble(reports).contradictions] == (
        [("number", one, two)] if clash else []
    )


def test_amounts_keep_their_units_apart() -> None:
    assert amounts("two hundred tonnes and $3 million, by 4 May") == {(200.0, "tonne"), (3e6, "$")}


def test_who_refused_a_ban_and_takes_its_end_has_not_moved():
    first = told("a", "2031-05-04", ("Lodge", "reject", "ban on night shifts", "the lodge rejected the ban on night shifts"))
    second = told("b", "2031-05-09", ("Lodge", "accept", "end to the ban on night shifts", "it accepted an end to the ban on night shifts"))
    assert moves(first, second) == []
