"""Where quotations begin and end, so that cutting them never turns their sense."""

import pytest

from dragoman.briefing.opening import opened, sentence_around
from dragoman.model import Document


def cut(text, words):
    document = Document(id="d", text=text)
    start = text.index(words)
    return opened(document, (document.span(start, start + len(words)),))[0].text


@pytest.mark.parametrize(
    ("text", "words", "quoted"),
    [
        ("The Guild no longer insists on a vote.", "insists on a vote", "no longer insists on a vote"),
        ("He unsuccessfully pressed the board.", "pressed the board", "unsuccessfully pressed the board"),
        ("Masons voted on Friday to reject the tender.", "reject the tender", "Masons voted on Friday to reject the tender"),
        ('Stone said they "could live with" a cap.', 'could live with" a cap', '"could live with" a cap'),
        ("MS STONE: We sign when it is paid.", "sign when it is paid", "We sign when it is paid"),
        ("As long as the war goes on, people will suffer.", "the war goes on", "As long as the war goes on"),
        (
            "They met, but neither the Union nor the League would endorse it.",
            "would endorse it",
            "neither the Union nor the League would endorse it",
        ),
        ("If we can, we will get back in.", "we will get back in", "If we can, we will get back in"),
        (
            "I don't know why we have to be bound by it.",
            "we have to be bound by it",
            "I don't know why we have to be bound by it",
        ),
        ("They expressed their hope that Orsia will respond.", "Orsia will respond", "their hope that Orsia will respond"),
        ("Unless the levy goes, ships will sail.", "the levy goes, ships will sail", "Unless the levy goes, ships will sail"),
        ("She would look at ‘any offer that came’, she said.", "look at ‘any offer", "She would look at ‘any offer that came’"),
    ],
)
def test_what_governs_the_words_is_quoted_with_them(text, words, quoted):
    assert cut(text, words) == quoted


def test_the_sentence_around_words_ends_at_no_abbreviation_and_leaves_out_label_and_conjunction():
    text = "It rained. But the board meets on Oct. 7 to vote on the tender. Then it rained."
    document = Document(id="d", text=text)
    start = text.index("to vote")
    assert (
        sentence_around(document, document.span(start, start + 7), 30).text == "the board meets on Oct. 7 to vote on the tender."
    )


def test_a_question_and_a_long_sentence_are_not_quoted_whole():
    text = "Is the overtime you owe on its way? Yes."
    document = Document(id="d", text=text)
    assert sentence_around(document, document.span(7, 19), 30) is None
    assert (
        sentence_around(Document(id="e", text="One two three four."), Document(id="e", text="One two three four.").span(4, 7), 3)
        is None
    )


def test_what_takes_the_words_back_is_quoted_with_them():
    text = "In April she invited him to visit the palace, but he declined. She was ready to lend it, but only in May; he was not."
    invited = Document("x", text).span(text.index("invited"), text.index(", but he"))
    assert opened(Document("x", text), (invited,))[0].text == "invited him to visit the palace, but he declined"


def test_if_before_the_subject_of_a_verb_group_is_kept():
    text = "The office has said that if no pact is in place at the end of the 28 days there will be a vote."
    assert cut(text, "at the end of the 28 days").startswith("if no pact")
