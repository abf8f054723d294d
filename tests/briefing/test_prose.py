"""What an editor would strike out of a briefing, on invented reports read from first to last."""

import re

import pytest

from dragoman import assemble, brief, code, read
from dragoman.briefing.naming import indefinite
from dragoman.briefing.step_names import clumsiness, speaks_of_itself
from dragoman.briefing.wording import is_clause
from dragoman.sources import Fetched, open_source

LEAD = "Crews want rota settled before chiefs meet\n\nThe ferry crews and the harbour board have held talks on a new rota agreement since April. "


@pytest.fixture
def told(tmp_path):
    """The sentences of a briefing on a report of these words, with their kinds."""

    def tell(words, lead=LEAD):
        path = tmp_path / "report.txt"
        path.write_text(lead + words + "\n", encoding="utf-8")
        (fetched,) = open_source(path)
        assert isinstance(fetched, Fetched)
        return brief(assemble([code(read(fetched))]))

    return tell


def test_who_they_are_stands_in_the_sentence_quoted_before(told):
    text = told(
        "The harbour board has given the crews 30 days to sign the agreement. "
        "If they do not, the board will cancel the summer timetable and hire crews from abroad."
    )
    quoted = [c.text for c in text.claims if "If they do not" in c.text]
    assert all("given the crews 30 days" in q for q in quoted)


def test_a_gloss_is_told_within_its_sentence_and_with_its_own_lead(told):
    found = told("The crews read out a list of nine aims on Monday, effectively stalling the talks.")
    (gloss,) = [c for c in found.claims if c.kind == "assessed"]
    assert "The crews read out a list of nine aims" in gloss.text
    assert not re.search(r"In the writer's judgement, \"effectively", gloss.text)


def test_what_is_refused_to_reporters_is_no_position(told):
    found = told("The crews have rejected the board's offer of a lump sum. The harbour board refused to comment on the offer.")
    assert any("rejected" in c.text for c in found.claims)
    assert not any("comment" in c.text for c in found.claims)


def test_the_headline_is_not_told_again_as_a_fragment(told):
    found = told("The crews said their chief would meet the board only after the rota had been settled.")
    assert not any('"rota settled before chiefs meet"' in c.text for c in found.claims)


def test_what_is_to_be_done_is_told_before_what_was_done(told):
    found = told(
        "The harbour board has rejected a truce. The board set a deadline of 20 days for a reply. "
        "The board also announced a 3 million crown plan to repair the pier. Both sides met on Monday for 40 minutes."
    )
    themes = [p.theme for p in found.paragraphs]
    order = ["Positions", "Dates", "Promises", "Events", "Tracks", "Assessments"]
    assert [t for t in order if t in themes] == [t for t in themes if t in order]


def test_a_papers_name_above_the_headline_is_not_the_headline(told):
    text = "The Firth Gazette\n\nCrews want rota settled before harbour chiefs meet\n\n" + LEAD.split("\n\n")[1]
    assert told("The talks are deadlocked.", lead=text).headline == "Crews want rota settled before harbour chiefs meet"


def test_a_short_headline_stays_the_headline(told):
    text = "Ferry Talks Stall\n\nThe ferry crews and the harbour board broke off talks on a rota agreement on Monday.\n\n"
    assert told("The talks are deadlocked.", lead=text).headline == "Ferry Talks Stall"


@pytest.mark.parametrize(
    ("noun", "article"), [("union", "a"), ("official", "an"), ("university", "a"), ("European body", "a"), ("unnamed aide", "an")]
)
def test_the_article_follows_the_sound(noun, article):
    assert indefinite(noun) == article


@pytest.mark.parametrize(
    ("words", "clause"),
    [
        ("be left without a crew and that talks could go on", False),
        ("propose a truce, but the effort failed", False),
        ("the board could be left without a crew", True),
    ],
)
def test_the_torn_end_of_a_clause_is_no_clause(words, clause):
    assert is_clause(words) is clause


def test_a_step_that_says_us_makes_no_headline():
    assert speaks_of_itself("a meeting between the minister and me") and speaks_of_itself("the two of us")
    assert not speaks_of_itself("a meeting between the minister and the US envoy")
    assert clumsiness("the two of us") > clumsiness("a meeting of the two leaders")


def test_a_judgement_that_hangs_on_a_clause_keeps_it(told):
    found = told("The board will see nobody before June, its office said, leaving little hope of a settlement this spring.")
    (judged,) = [c for c in found.claims if c.kind == "assessed"]
    assert judged.text.startswith(("The writer adds", "In passing", "One of the passages"))


def test_what_a_headline_bars_did_not_take_place(told):
    text = "Board bars summit with crews until rota accord is concluded\n\n" + LEAD.split("\n\n")[1]
    found = told("The talks are deadlocked.", lead=text)
    assert not any("summit" in c.text for c in found.claims)
