"""Of how many origins a claim is, read from invented coverage of a port and a fishing dispute."""

from dragoman.assembly import assemble, origins
from dragoman.coding import code
from dragoman.model import Moment
from dragoman.reading import read
from dragoman.sources import Fetched


def counted(*reports: str) -> list[tuple[int, tuple[str, ...], str]]:
    """Return count, reports and words of each claim of reports that appeared a day apart."""
    fetched = [Fetched(f"r{n}", text.encode(), "text", f"r{n}.txt") for n, text in enumerate(reports)]
    dossier = assemble([code(read(f, given=Moment(f"2031-03-{n + 1:02}"))) for n, f in enumerate(fetched)])
    return [(o.count, o.documents, o.claim) for o in origins(dossier)]


LEASE = "Port wants a longer lease\n\nMARN - The director of the port of Marn, Tomas Vell, told reporters on the quay that the lease should run for thirty years. The dockers' union rejected the proposal after an hour."
AGAIN = "A cold morning at the cranes\n\nIn an interview with this newspaper, the director of the port, Tomas Vell, said that the lease should run for thirty years, whatever the weather. Talks with the union go on next week, and nobody expects them to be short."
ASKED = "Interview: Lene Harker of the dockers' union\n\nQUESTION: Tomas Vell said that the lease should run for thirty years. Is that too long?\n\nHARKER: We will answer him at the table.\n\nQUESTION: When do the talks go on?\n\nHARKER: On Monday. We have nothing to hide from anybody."
RELAYED = "Mediator tells of a call\n\nMARN - The mediator, Ola Brint, said that Tomas Vell had told him that the port would pay for the cranes. The union and the port meet again on Monday for talks."


def test_what_two_newsrooms_heard_has_two_origins() -> None:
    told = [c for c in counted(LEASE, AGAIN) if "lease should run" in c[2]]
    assert [c[:2] for c in told] == [(2, ("r0", "r1"))] and told[0][2].startswith("Tomas Vell said: ")


def test_a_question_adds_nobody_who_heard_it() -> None:
    assert [c for c in counted(LEASE, ASKED) if "thirty years" in c[2] and c[0] > 1] == []


def test_relayed_words_are_of_him_through_whom_they_came() -> None:
    fetched = Fetched("r", RELAYED.encode(), "text", "r.txt")
    dossier = assemble([code(read(fetched, given=Moment("2031-03-01")))])
    relayed = [o for o in origins(dossier) if "pay for the cranes" in o.claim and o.claim.startswith("Tomas Vell")]
    assert [(o.count, o.why) for o in relayed] == [(1, ("Ola Brint, through whom the words came",))]


PLEDGE = "Norland to buy back licences\n\nSKARN - Norland has promised 40 million crowns for the fishermen of the north, its minister, Per Olsund, said on Monday."
PLEDGED = "Help for fishermen\n\nThe fleet of the north can count on help: 40 million crowns for the fishermen were promised by Norland this week, and Sudmark has asked for the same in the talks on the quota."


def test_a_promise_told_by_two_newsrooms_has_two_origins() -> None:
    assert [c[:2] for c in counted(PLEDGE, PLEDGED) if c[2].startswith("Norland: ")] == [(2, ("r0", "r1"))]
