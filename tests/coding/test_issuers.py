"""Who speaks in texts that are issued rather than reported."""

from dataclasses import replace

from dragoman.coding import code_parse
from dragoman.coding.actors import Cast, find_actors
from dragoman.coding.parse import parse
from dragoman.model import Actor, Assessment, Document, Position
from dragoman.reading import read_text

RELEASE = """\
Harbour talks

The Ministry of Ports of Lirena met the crews on Monday. We urge the crews to return to work. Pilot fees will be cut only after the strike has ended.
"""
JOINT = """\
Joint statement of Norway and Chile on fish quotas

Norway and Chile met on Monday. We call for a lower quota.
"""
BRIEFING = """\
Briefing on ports

Ministry of Ports

MS. ORR: Good morning. We have read the letter of the crews, and we reject it.

QUESTION: Will you answer?

MS. ORR: We will answer when the crews are back at work.
"""


def _document(text: str, publisher: str | None) -> Document:
    return replace(read_text(text), publisher=publisher)


def _issuer(text: str, publisher: str | None) -> list[str]:
    cast: Cast = find_actors(parse(_document(text, publisher)))
    return [cast.actors[i].name for i in cast.issuer]


def test_a_release_is_its_publishers_where_that_is_no_medium() -> None:
    assert _issuer(RELEASE, "Ministry of Ports of Lirena") == ["Ministry of Ports"]
    assert _issuer(RELEASE, "The Lirena Post") == []
    assert _issuer(RELEASE, None) == []


def test_a_joint_statement_is_that_of_all_in_its_headline() -> None:
    assert set(_issuer(JOINT, None)) == {"Norway", "Chile"}


def test_we_and_what_is_plainly_stated_are_the_issuers() -> None:
    found = code_parse(parse(_document(RELEASE, "Ministry of Ports of Lirena"))).findings
    names = {f.id: f.name for f in found if f.kind == "actor"}
    urged = [f for f in found if f.kind == "position" and f.stance == "demand"]
    waits = [f for f in found if f.kind == "condition"]
    assert [[names[i] for i in f.actor] for f in urged] == [["Ministry of Ports"]]
    assert [[names[i] for i in f.holder] for f in waits] == [["Ministry of Ports"]]


def test_in_a_briefing_the_one_who_answers_acts_for_the_issuer_and_no_question_is_its_own() -> None:
    cast = find_actors(parse(_document(BRIEFING, "Ministry of Ports")))
    orr = next(a for a in cast.actors.values() if a.name.casefold() == "orr")
    assert [cast.actors[i].name for i in orr.acts_for] == ["Ministry of Ports"]
    assert cast.issuer == ()


HEADED = """\
Communiqué on the harbour

MINISTRY OF PORTS OF THE REPUBLIC OF ORLANE
Talvik, 3 May 2031

We call on Lirena to open the quay. Minister Egil Stroud will travel in June.

PORT ELM, May 4 (Wire) - We have seen the text, Lirena's envoy said.
"""


def test_a_line_in_capitals_names_the_issuer_and_its_state_and_a_report_after_it_is_no_part() -> None:
    cast = find_actors(parse(_document(HEADED, None)))
    (ministry,) = (cast.actors[i] for i in cast.issuer)
    assert ministry.name == "Ministry of Ports of the Republic of Orlane"
    assert [cast.actors[i].name for i in ministry.acts_for] == ["Republic of Orlane"]
    minister = next(a for a in cast.actors.values() if a.name == "Egil Stroud")
    assert minister.acts_for == (ministry.id,)
    inside, after = (next(w for w in cast.parse.words if w.start == HEADED.index(t)) for t in ("We call", "We have"))
    assert cast.issuer_at(inside) == cast.issuer
    assert cast.issuer_at(after) == ()


def test_whoever_publishes_a_text_that_says_we_is_its_issuer():
    text = (
        "Dunes before hotels\n\nDune Guard today urged the province to keep its promise. We urge the minister to "
        "publish the map. We welcome the offer of the mill. We reject any sale of the land, and we call for talks."
    )
    report = replace(read_text(text, id="d", date="2031-04-02"), publisher="Dune Guard")
    coded = code_parse(parse(report))
    names = {a.id: a.name for a in coded.of(Actor)}
    assert {names[i] for p in coded.of(Position) for i in p.actor} == {"Dune Guard"}


def test_a_statement_is_theirs_whose_the_headline_says_it_is() -> None:
    text = (
        "G7 Foreign Ministers' Statement on the Strait\n\nOffice of the Spokesperson\n\nThe following was released by the G7 foreign "
        "ministers of Canada, France, Norway and the United States. We urge Lirena to open the strait. We call for talks."
    )
    assert _issuer(text, "U.S. Department of State") == ["G7 foreign ministers"]


def test_a_joint_statement_is_not_theirs_whom_it_is_on() -> None:
    text = (
        "Joint Statement of Norway and Chile on Support for Ukraine and Lasting Peace in Eastern Europe\n\n"
        "Norway and Chile met on Monday. We support Ukraine. We call for a lower quota."
    )
    assert _issuer(text, None) == ["Norway", "Chile"]


def test_what_a_question_or_an_unsettled_speaker_judges_is_not_the_writers() -> None:
    text = (
        "Briefing on ports\n\nMinistry of Ports\n\nMS. ORR: Good morning. We have read the letter, and we reject it.\n\n"
        "QUESTION: You mentioned that a return to the pay deal would be the best outcome. The talks are deadlocked.\n\n"
        "MS. ORR: We will answer when the crews are back at work.\n"
    )
    coded = code_parse(parse(_document(text, "Ministry of Ports")))
    assert not [a for a in coded.of(Assessment) if not a.author]


def test_what_only_a_question_tells_is_vouched_for_by_nobody() -> None:
    text = (
        "Interview on ports\n\nMinistry of Ports\n\nMR ORR: Good morning. We reject the letter of the crews.\n\n"
        "QUESTION: Ostria met the crews on Monday and promised 40 million crowns. Is that enough?\n\n"
        "MR ORR: We will answer when the crews are back at work.\n"
    )
    coded = code_parse(parse(_document(text, "Ministry of Ports")))
    told = [f for f in coded.findings if any("Ostria met" in s.text or "40 million" in s.text for s in f.spans)]
    assert told and all(f.certainty == "possible" for f in told if f.kind in ("event", "commitment"))
