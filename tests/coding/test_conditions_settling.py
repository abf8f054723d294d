"""What a settlement begins with, what may be met for once a draft is there, and talks that are to go on without what serves them."""

import pytest

from dragoman.coding import code
from dragoman.model import Actor, Coded, Condition
from dragoman.reading import read_text

ABOUT = (
    "Talks between the Arden dockers' union and Berle Ports stalled on Tuesday, the two sides said. Union leader Mara Quill has "
    "asked to meet Berle chief executive Tom Fenn. Ole Brandt is a spokesman for Berle Ports.\n\n"
)

# A text, who holds it, a word of the step that waits, a word of what it waits for, whether it is told without a hedge.
BEGUN = [
    ("She said forming a government probably begins with a meeting of the party leaders.", "government", "meeting", False),
    ("Quill said the way to a settlement probably leads through a meeting of the two leaders first.", "settlement", "meeting", False),
    ("The path to an agreement most likely runs through a meeting with Fenn, Quill said.", "agreement", "meeting", False),
    ("Quill believes the first step towards ending the strike is probably a meeting with Fenn.", "ending", "meeting", False),
    ("Quill said reaching a contract presumably starts with the two leaders sitting down together.", "contract", "leaders", False),
    ("A deal, Quill said, would probably have to start with the two leaders.", "deal", "leaders", False),
]  # fmt: skip
AFTER = [
    ("Fenn could meet Quill once negotiators had produced a draft contract, Brandt said.", "meeting", "draft", True),
    ("Fenn and Quill could meet after a draft had been prepared, Brandt said, and not earlier.", "meeting", "draft", True),
    ("Brandt said Fenn would meet Quill when a draft was ready.", "meeting", "draft", True),
    ("Fenn would gladly appear with Quill once both teams have initialled a draft, Brandt said.", "appearing", "draft", True),
    ("Brandt said a meeting of the leaders would come after the draft, not before it.", "meeting", "draft", True),
    ("Brandt added that a draft contract was needed before any meeting.", "meeting", "draft", True),
    ("Brandt has said that a meeting without a draft is out of the question.", "meeting", "draft", True),
    ('Brandt said a leaders\' meeting without a draft was "not on the calendar".', "meeting", "draft", True),
    ('"Experts produce a draft text. Then, and only then, Mr. Fenn and Ms. Quill may meet," Brandt said.', "meet", "draft", True),
]  # fmt: skip
# A purpose and what the other side says to it: what the talks need not wait for, whose word that is.
ANSWERED = [
    ("The union says a pause in the strike would pave the way for talks. Berle says the talks must go on without one.", "pause"),
    ("The union wants the freeze in place to clear the way for talks. Berle says talks should go ahead without it.", "freeze"),
    ("The union says an end to the lockout would clear the path for talks. Berle says talks should proceed without any such "
     "condition.", "lockout"),
    ("Quill's members argue that a truce would make it easier to talk. Berle says talks should carry on while the replacement "
     "crews keep arriving.", "truce"),
    ("Quill said the freeze would help clear the air for talks. Berle replied that talks must proceed with the layoffs running "
     "as normal.", "freeze"),
    ("The union argues that suspending the rosters would pave the way for talks. Berle insists that talks be held without a "
     "suspension.", "suspension"),
    ("The union sees the pause as a bridge to talks. Berle refuses to make a pause a condition of talks.", "pause"),
    ("The union says a freeze would help. Berle sees no reason why talks should wait for a freeze.", "freeze"),
]  # fmt: skip
# Nothing waits here.
OTHER = [
    "The decision all but shuts the door on a meeting while the docks stand idle.",
    "Quill called on Monday for a meeting with Fenn to revive the talks.",
    "The road to the port leads through a tunnel, the harbour office said.",
    "The two leaders met after a draft had been prepared in March.",
    "The board will confirm the accord at the end of the week.",
    "The meeting could confirm the deal, Quill said.",
    "The union sees no reason to meet before Monday.",
    "A meeting of the board without the chairman is on the calendar, the firm said.",
]


def _coded(text: str) -> Coded:
    return code(read_text(ABOUT + text, id="settling"))


def _told(coded: Coded) -> list[tuple[tuple[str, ...], Condition]]:
    names = {a.id: a.name for a in coded.of(Actor)}
    found = [c for c in coded.of(Condition) if c.certainty != "possible" and c.spans[0].start >= len(ABOUT) - 2]
    return [(tuple(names[h] for h in c.holder), c) for c in found]


@pytest.mark.parametrize(("text", "gated", "required", "strict"), BEGUN + AFTER)
def test_what_comes_first_is_read_with_its_hedge(text: str, gated: str, required: str, strict: bool) -> None:
    found = [c for _, c in _told(_coded(text)) if gated in c.gated and required in c.required]
    assert [(c.relation, c.strict) for c in found] == [("only_after", strict)]


@pytest.mark.parametrize(("text", "step"), ANSWERED)
def test_who_would_talk_without_a_step_is_not_read_as_waiting_for_it(text: str, step: str) -> None:
    (answer,) = [(holder, c) for holder, c in _told(_coded(text)) if c.relation == "not_required"]
    assert answer[0] in (("Berle Ports",), ()) and step in answer[1].required and "talk" in answer[1].gated
    assert not [c for holder, c in _told(_coded(text)) if c.relation == "only_after" and holder == ("Berle Ports",)]


@pytest.mark.parametrize("text", OTHER)
def test_what_only_looks_like_an_order_is_none(text: str) -> None:
    assert not _told(_coded(text))


@pytest.mark.parametrize(
    ("text", "gated", "required", "strict"),
    [
        ("A meeting of the leaders is probably where the talks have to start, Quill said.", "talks", "meeting", False),
        ("Quill said a meeting with Fenn was probably the only way to get negotiations started.", "negotiations", "meeting", False),
        ("Quill said a contract would probably have to be built up, starting with a meeting with Fenn.", "contract", "meeting", False),
        ("Brandt said any meeting would have to be preceded by an agreed draft.", "meeting", "draft", True),
        ("There was nothing to be gained from a meeting before negotiators had a text, Brandt said.", "meeting", "text", True),
        ('"A meeting with Fenn would be the last step, to confirm what negotiators have worked out," Brandt said.', "meeting",
         "worked out", True),
        ('Brandt said such a meeting "crowns an accord; it does not replace one."', "meeting", "accord", True),
        ("Brandt put it more plainly: the draft had to be ready before the leaders could meet.", "meeting", "draft", True),
        ("Fenn's message was plain: no meeting of the leaders until the draft is done.", "meeting", "draft", True),
        ("Berle wishes to see an accord on pay written out before Fenn receives Quill.", "receives", "written", True),
        ('"Negotiations most likely begin on the day Fenn and I meet," Quill said.', "Negotiations", "meet", False),
        ("Negotiations would most likely begin the moment the two leaders met, Quill said.", "Negotiations", "met", False),
        ('Talks on pay "should in all likelihood open with a leaders\' gathering", Quill said.', "Talks", "gathering", False),
        ("A meeting would be possible when a draft existed that both had initialled, Brandt said.", "meeting", "draft", True),
        ("Berle said no such meeting was possible until a deal on pay had been struck.", "meeting", "deal", True),
        ('"A meeting between Fenn and Quill comes once the draft deal is complete," Brandt said.', "meeting", "draft", True),
        ("Fenn would meet Quill when the two sides had a settled pact to put before them, Brandt said.", "meeting", "pact", True),
        ('"When the experts have a treaty, the leaders will be invited to sign it," Brandt said.', "leaders", "treaty", True),
        ("Brandt reiterated that a meeting of leaders was impossible without an agreed draft.", "meeting", "draft", True),
        ("The union accepted the halt, saying it would open the door to talks.", "talks", "halt", False),
        ("Berle sees no summit with Quill before a treaty is completed.", "summit", "treaty", True),
        ("Berle brushed aside calls for a summit until a treaty is completed, Brandt said.", "summit", "treaty", True),
        ("Berle has closed off a summit between Fenn and Quill until the text is settled, Brandt said.", "summit", "text", True),
    ],
)
def test_further_ways_to_tell_what_comes_first(text: str, gated: str, required: str, strict: bool) -> None:
    found = [c for _, c in _told(_coded(text)) if gated in c.gated and required in c.required]
    assert [(c.relation, c.strict) for c in found] == [("only_after", strict)]


def test_talks_that_go_on_anyway_need_not_wait():
    told = _told(_coded("The union backs the freeze to smooth the way for talks. Berle demands that the talks go ahead anyway."))
    assert [(h, c.relation, c.required) for h, c in told] == [
        (("union",), "only_after", "the freeze"),
        (("Berle Ports",), "not_required", "the freeze"),
    ]


def test_who_hopes_that_a_step_will_serve_talks_is_not_taken_for_who_asked_for_it():
    text = (
        "Judge Ilse Kaan has called for a freeze on layoffs. The union has said yes to the freeze, hoping it will clear the air for "
        "negotiations. Berle has said no, and argues that the talks can carry on while it hires."
    )
    assert [(h, c.relation, c.required) for h, c in _told(_coded(text))] == [
        (("union",), "only_after", "the freeze"),
        (("Berle Ports",), "not_required", "the freeze"),
    ]


@pytest.mark.parametrize(
    ("text", "gated", "required"),
    [
        ("Berle said the two leaders had nothing to talk about until their lawyers had completed a draft.", "two leaders", "draft"),
        ("Fenn would stay away from any summit with Quill as long as the terms were open, Berle said.", "summit", "no longer open"),
    ],
)
def test_who_stays_away_or_has_nothing_to_say_waits_for_the_text(text: str, gated: str, required: str) -> None:
    found = [c for _, c in _told(_coded(text)) if gated in c.gated and required in c.required]
    assert [c.relation in ("only_after", "until") for c in found] == [True]
