"""Experts and leaders at a table of their own: what they did there, or did not."""

from dragoman.coding import code
from dragoman.model import Track
from dragoman.reading import read_text


def _tracks(text: str) -> list[tuple[str, str | None, str | None]]:
    return [(t.name, t.level, t.status) for t in code(read_text(text, id="t")).of(Track)]


def test_what_experts_finished_advances_their_table() -> None:
    assert _tracks("The surveyors have mapped nine of the twelve wells.") == [("surveyors", "experts", "advancing")]


def test_a_table_where_nothing_is_done_is_stalled() -> None:
    assert _tracks("The premiers have not met. The lawyers have agreed nothing.") == [
        ("premiers", "leaders", "stalled"),
        ("lawyers", "experts", "stalled"),
    ]


def test_that_leaders_agree_or_meet_is_an_event_and_no_table() -> None:
    assert _tracks("The presidents met in Riga. The presidents agreed to a recess.") == []
