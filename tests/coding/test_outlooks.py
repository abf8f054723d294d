"""Judgements in the writer's voice, worded in many ways, and plain facts that look like them, on invented sentences."""

import pytest

from dragoman import code
from dragoman.model import Assessment, Document, Span

LEAD = "The ferry crews and the harbour board have held talks on a new rota agreement since April. A mediator leads the negotiations. "


def judged(sentence: str) -> list[Assessment]:
    """The likely judgements in a sentence that stands in a report on talks."""
    text = LEAD + sentence
    coded = code(Document(id="rota", text=text, paragraphs=(Span(0, len(text), text),)))
    found = [f for f in coded.findings if isinstance(f, Assessment) and f.certainty != "possible"]
    return [a for a in found if a.spans[-1].end > len(LEAD)]


@pytest.mark.parametrize(
    "sentence",
    [
        # what a party shows of its mind
        "The harbour master gives every indication of believing that the crews will tire.",
        "The board shows little sign of budging.",
        "Neither delegation appears to be in any hurry.",
        "Mr Tolland, who faces a vote in May, is in no mood to give way.",
        "The crews do not seem unduly troubled by the threat.",
        "The chairwoman, for her part, is plainly convinced that the summer will decide it.",
        "The shipowners, it would seem, believe that time is on their side.",
        "To judge by his manner, Mr Tolland thinks he has already won.",
        "The board is counting on the holidays.",
        "The minister evidently hopes that the crews will split.",
        # what a step does to the outlook
        "The demand makes a settlement before the regatta look improbable.",
        "The notice makes it unlikely that the ferries will sail at Easter.",
        "The refusal pushes any meeting between the two into the distance.",
        "The clause has the effect of putting off the agreement.",
        "The rule is little short of a veto.",
        "The demand has more or less brought the bargaining to a stop.",
        "The reply has thrown the timetable into disarray.",
        "The refusal leaves scant prospect of an agreement before the deadline.",
        "The notice dashes any hope of an early summit.",
        # what may come of it
        "Such an arrangement may end up burying the main question under procedure.",
        "Dividing the talks in this way might only give both sides more to quarrel about.",
        "It is a scheme with a real capacity for turning one quarrel into four.",
        "Such a format risks scattering a single dispute over three rooms.",
        "The working groups would in all probability add months to the talks.",
        # where the talks have got to
        "The dispute seems to be going round in circles.",
        "For the time being, the whole affair is treading water.",
        "The talks are getting nowhere.",
        "The two sides are talking past each other.",
        "The outcome is anyone's guess.",
    ],
)
def test_the_writers_own_judgement_is_read_however_it_is_worded(sentence: str) -> None:
    assert [a for a in judged(sentence) if a.author == ()]


@pytest.mark.parametrize(
    "sentence",
    [
        "The chairwoman signed the letter on Monday.",
        "The quay shows signs of damage from the storm.",
        "The board is banking the cheque on Monday.",
        "Officials appeared before the port committee on Tuesday.",
        "The new pier appears on the list of projects.",
        "The by-law makes it illegal to moor at the pier.",
        "The chairwoman pushed the session to Friday.",
        "The crews threatened to walk out on Monday.",
        "The panel could meet in Brenning in May.",
        "The fine may be paid in two parts.",
        "The children went round in circles on their bicycles.",
        "Mr Tolland would only vote on the rota.",
        "The board has yet to answer.",
        "The board asked that the session be divided into two parts.",
        "The session lasted 40 minutes.",
    ],
)
def test_plain_facts_are_no_judgements(sentence: str) -> None:
    assert not judged(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The chairwoman said the board was in no hurry.",
        "The talks should in all likelihood begin with a meeting of the two leaders, Mr Tolland said.",
        'Mr Tolland said: "The plan may end up burying the talks."',
    ],
)
def test_what_somebody_says_is_not_the_writers(sentence: str) -> None:
    assert not [a for a in judged(sentence) if a.author == ()]


def test_a_gloss_beside_somebodys_words_is_the_writers() -> None:
    told = "The board will not meet the crews before June, its office said, a stance that makes a quick accord look improbable."
    (gloss,) = (a for a in judged(told) if "improbable" in a.spans[0].text)
    assert gloss.author == ()
