"""Conditions over time, in invented findings: what is a move, and what only says the same again."""

from table import report

from dragoman.assembly import assemble

WAITS = ("League", "only_after", "end the blockade", "the toll is scrapped")


def moves(*later):
    reports = [report("a", "2031-05-04", [WAITS]), report("b", "2031-05-09", list(later))]
    return [(c.kind, c.to[0].document) for c in assemble(reports).changes if c.kind != "restated"]


def test_who_asks_for_one_step_without_the_other_and_so_did_before_has_not_moved():
    assert moves(("League", "not_required", "the toll is scrapped", "end the blockade")) == []


def test_who_no_longer_makes_the_step_wait_has_moved_and_so_has_who_lets_both_come_at_once():
    assert moves(("League", "not_required", "end the blockade", "the toll is scrapped")) == [("shift", "b")]
    assert moves(("League", "together", "the toll is scrapped", "end the blockade")) == [("softened", "b")]
