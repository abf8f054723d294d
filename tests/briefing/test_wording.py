"""How words of a report can stand in a sentence of a briefing."""

import pytest

from dragoman.briefing.wording import is_clause, is_outcome, is_thing, worded


@pytest.mark.parametrize(
    ("words", "names", "shape", "printed"),
    [
        ("it would reopen the quarry", (), "predicate", "would reopen the quarry"),
        ("The Masons have rejected the tender", ("Masons",), "predicate", "have rejected the tender"),
        ("no longer insists on a vote", (), "predicate", "no longer insists on a vote"),
        ("has offered to pay for the bridge", (), "predicate", "has offered to pay for the bridge"),
        ("rejected by the council on Monday", (), "fragment", "rejected by the council on Monday"),
        ("proposed merger", (), "fragment", "proposed merger"),
        ("claims for shares", (), "fragment", "claims for shares"),
        ("their refusal to sit down", ("Masons",), "fragment", "their refusal to sit down"),
        ("the quarry could reopen in May", ("Masons",), "clause", "the quarry could reopen in May"),
        ("which the Masons have rejected", ("Masons",), "fragment", "which the Masons have rejected"),
        ("if the levy is paid by June", (), "fragment", "if the levy is paid by June"),
        ("if the levy is paid, the gates will open", (), "clause", "if the levy is paid, the gates will open"),
        ("a truce signed in May", (), "fragment", "a truce signed in May"),
        ("the truce ended in May", (), "clause", "the truce ended in May"),
        ("the sum it pledged in May", (), "fragment", "the sum it pledged in May"),
        ("a plan to have Europe pay", (), "fragment", "a plan to have Europe pay"),
        ("Should the crew stay away, we shall sue", (), "clause", "Should the crew stay away, we shall sue"),
    ],
)
def test_words_are_told_apart_by_what_can_stand_before_them(words, names, shape, printed):
    found = worded(words, names)
    assert (found.shape, found.words) == (shape, printed)


def test_a_pronoun_that_cannot_mean_the_holder_is_no_subject():
    assert worded("they would be freed", ("Renn",), ("[Hh]e", "[Ss]he")).shape == "clause"
    assert worded("she would pay", ("Renn",), ("[Hh]e", "[Ss]he")).subject == "she"


@pytest.mark.parametrize("words", ["a longer truce", "300 lockers", "peace talks", '"its claim"', "negotiating a lease"])
def test_things_are_told_by_article_number_or_plural(words):
    assert is_thing(words)


@pytest.mark.parametrize(
    "words", ["by 412 votes", "signs", "anything", "it", "keep its drones", "the roster is withdrawn", "of the"]
)
def test_what_names_no_thing_is_kept_out_of_sentences_that_need_one(words):
    assert not is_thing(words)


def test_what_can_follow_only_after():
    assert is_outcome("the levy was lifted") and is_outcome("pay terms settled") and is_outcome("a vote")
    assert not is_outcome("pays") and not is_clause("to pay the levy")
