"""Mentions of one deadline, by whom it is set, and what promised things are called."""

from dragoman.analysis import analyse
from dragoman.analysis.exits import single
from dragoman.assembly import assemble
from dragoman.model import Actor, Coded, Deadline, Document

TEXT = (
    "The Brandt administration set a 40-day deadline for a pact before tariffs rise. "
    "Brandt said his 40-day deadline could come sooner. The Guild named a 40-day deadline too."
)
DOCUMENT = Document(id="d", text=TEXT, paragraphs=())


def span(words):
    start = TEXT.index(words)
    return DOCUMENT.span(start, start + len(words))


def actor(name, kind):
    return Actor(document="d", spans=(span(name),), name=name, type=kind)


OFFICE, LEADER, GUILD = actor("Brandt administration", "government"), actor("Brandt", "person"), actor("Guild", "organisation")


def due(words, setter, **fields):
    return Deadline(
        document="d", spans=(span(words),), setter=(setter.id,), what="", when_text="40-day", duration="P40D", **fields
    )


def found():
    mentions = (
        due("set a 40-day deadline for a pact", OFFICE, bound="by", consequence="tariffs rise"),
        due("his 40-day deadline", LEADER, bound="or_sooner"),
        due("named a 40-day deadline", GUILD),
    )
    return analyse(assemble([Coded(DOCUMENT, (OFFICE, LEADER, GUILD, *mentions))])).deadlines


def test_a_leader_and_the_administration_named_after_him_set_one_deadline_and_others_their_own():
    assert sorted(len(d.mentions) for d in found()) == [1, 2]


def test_a_deadline_keeps_what_any_mention_of_it_says():
    one = next(d for d in found() if len(d.mentions) == 2)
    assert (one.bound, one.consequence) == ("or_sooner", "tariffs rise")


def test_one_of_several_things_is_named_in_the_singular():
    assert single("rescue boats") == "rescue boat" and single("glass") == "glass"
