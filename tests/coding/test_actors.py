"""The cast of invented reports: who is who under which names, what they are, and for whom they act."""

from collections.abc import Callable

import pytest

from dragoman.coding.actors import Cast, find_actors
from dragoman.coding.parse import parse
from dragoman.coding.statements import find_statements
from dragoman.model import Actor
from dragoman.reading import read_text

REPORT = """\
Swedish Foreign Minister Karin Holm met Danish President Anders Brandt on Monday. Stockholm and Copenhagen have talked for weeks. The two leaders shook hands.

Holm said she was content. The minister said Sweden would wait. The Danish side asked for more time.

The Allied Dockers' Union (ADU) called a strike on Friday. Peter Lind, the union's general secretary, said the ADU would not move.

Corvane Steel offered more money. Its chief executive, Mara Dunn, said the company could pay. A spokesman for Corvane, Olaf Reth, agreed.

The head of Norway's delegation at the talks, Nils Brand, said so. "We want peace," he said.

Norwegian officials were calm. Officials from both sides agreed. Maria Velt, who leads Norway's climate team, praised it.

John Kent and Susan Kent were there. Kent laughed. Mr Kent wept. The Trask administration, which has paid before, told the United States to wait.
"""


@pytest.fixture(scope="module")
def cast() -> Cast:
    """The cast of the report."""
    return find_actors(parse(read_text(REPORT)))


@pytest.fixture(scope="module")
def named(cast: Cast) -> dict[str, Actor]:
    """The actors by name."""
    return {a.name: a for a in cast.actors.values()}


@pytest.fixture(scope="module")
def who(cast: Cast) -> Callable[[str, str], set[str]]:
    """Whom a word stands for, found in the sentence that has these words in it."""

    def find(sentence: str, word: str) -> set[str]:
        start = REPORT.index(sentence)
        at = REPORT.index(word, start)
        found = next(w for w in cast.parse.words if w.start == at)
        return {cast.actors[i].name for i in cast.who(found)}

    return find


@pytest.mark.parametrize(
    ("name", "role", "principal"),
    [
        ("Karin Holm", "Foreign Minister", "Sweden"),
        ("Anders Brandt", "President", "Danish side"),
        ("Peter Lind", "general secretary", "Allied Dockers' Union"),
        ("Mara Dunn", "chief executive", "Corvane Steel"),
        ("Olaf Reth", "spokesman for Corvane", "Corvane Steel"),
        ("Nils Brand", "head of Norway's delegation", "Norway"),
    ],
)
def test_role_and_principal_are_read_from_the_text(
    cast: Cast, named: dict[str, Actor], name: str, role: str, principal: str
) -> None:
    person = named[name]
    assert person.type == "person"
    assert person.role == role
    principals = [cast.actors[i] for i in person.acts_for]
    assert len(principals) == 1
    assert principal in (principals[0].name, *principals[0].aliases)


@pytest.mark.parametrize(
    ("sentence", "word", "expected"),
    [
        ("Stockholm and", "Copenhagen", {"Denmark"}),
        ("The two leaders", "leaders", {"Karin Holm", "Anders Brandt"}),
        ("Holm said", "Holm", {"Karin Holm"}),
        ("Holm said", "she", {"Karin Holm"}),
        ("The minister said", "minister", {"Karin Holm"}),
        ("The Danish side", "side", {"Denmark"}),
        ("Peter Lind, the union's", "union", {"Allied Dockers' Union"}),
        ("said the ADU", "ADU", {"Allied Dockers' Union"}),
        ("Its chief executive", "Its", {"Corvane Steel"}),
        ("said the company", "company", {"Corvane Steel"}),
        ("spokesman for Corvane", "Corvane", {"Corvane Steel"}),
        ('We want peace," he', "he", {"Nils Brand"}),
        ("Maria Velt, who", "who", {"Maria Velt"}),
        ("administration, which", "which", {"Trask administration"}),
    ],
)
def test_every_kind_of_mention_leads_to_its_actor(
    who: Callable[[str, str], set[str]], sentence: str, word: str, expected: set[str]
) -> None:
    assert who(sentence, word) == expected


def test_coordinated_names_are_several_actors(who: Callable[[str, str], set[str]]) -> None:
    assert who("Stockholm and", "Stockholm") == {"Sweden", "Denmark"}


def test_a_shared_surname_stays_open_with_its_candidates(cast: Cast, named: dict[str, Actor]) -> None:
    word = next(w for w in cast.parse.words if w.start == REPORT.index("Kent laughed"))
    assert cast.who(word) == ()
    assert set(cast.candidates(word)) == {named["John Kent"].id, named["Susan Kent"].id}


def test_a_title_that_shows_the_sex_decides_between_them(who: Callable[[str, str], set[str]]) -> None:
    assert who("Mr Kent wept", "Kent") == {"John Kent"}


def test_a_state_is_named_by_its_country_not_its_people(named: dict[str, Actor]) -> None:
    assert named["Norway"].type == "state"
    assert "Norwegian" in named["Norway"].aliases


def test_officials_are_a_group_that_acts_for_its_state(cast: Cast, named: dict[str, Actor]) -> None:
    officials = named["Norwegian officials"]
    assert officials.type == "other"
    assert cast.principals((officials.id,)) == (named["Norway"].id,)


def test_party_is_the_principal_where_there_is_one(cast: Cast, named: dict[str, Actor]) -> None:
    assert cast.party((named["Nils Brand"].id,)) == (named["Norway"].id,)
    assert cast.party((named["Norway"].id,)) == (named["Norway"].id,)


def test_an_administration_is_an_actor_of_its_own(cast: Cast, named: dict[str, Actor]) -> None:
    assert named["Trask administration"].acts_for == (named["United States"].id,)


def test_only_actors_in_use_and_their_principals_are_coded(cast: Cast, named: dict[str, Actor]) -> None:
    coded = cast.coded([named["Mara Dunn"].id])
    assert [a.name for a in coded] == ["Corvane Steel", "Mara Dunn"]


def test_we_in_a_quotation_is_whom_the_speaker_speaks_for() -> None:
    parsed = parse(read_text('Denmark\'s envoy, Olga Brandt, said, "We want peace and I know it."'))
    cast = find_actors(parsed)
    cast.resolve_first_person(find_statements(parsed, cast))
    meant = {w.text: [cast.actors[i].name for i in cast.who(w)] for w in parsed.words if w.text in ("We", "I")}
    assert meant == {"We": ["Denmark"], "I": ["Olga Brandt"]}


HEADLINE = """\
Pay terms first, says airline's spokeswoman

Harbour Transit has ruled out talks. Harbour Transit spokeswoman Lia Orme said the carrier would wait. Its chief executive, Edwin Marlow, agreed.
"""


def test_a_company_without_a_class_in_its_name_is_known_by_who_speaks_for_it() -> None:
    cast = find_actors(parse(read_text(HEADLINE)))
    company = next(a for a in cast.actors.values() if a.name == "Harbour Transit")
    assert company.type == "organisation"
    assert "the carrier" in company.aliases
    speakers = {a.name: a.acts_for for a in cast.actors.values() if a.type == "person"}
    assert speakers == {"Lia Orme": (company.id,), "Edwin Marlow": (company.id,)}


def test_a_bare_noun_of_the_headline_is_looked_for_in_the_body() -> None:
    cast = find_actors(parse(read_text(HEADLINE)))
    word = next(w for w in cast.parse.words if w.text == "spokeswoman")
    assert [cast.actors[i].name for i in cast.who(word)] == ["Lia Orme"]


PARAGRAPHS = """\
Ferry crews and owners trade blame

Vera Solt, chief executive of Tarn Piers, will not see the deckhands' leader Ilka Moran, the company said. Her staff call the quarrel silly.

For Moran, president of the Guild of Ferry Crews, it is plain. Talks, she told reporters at the Velm gate, begin with a meeting of herself and Solt. "I am ready," she said.

It fell to Anton Brey, the spokesman for Tarn Piers, to answer. No meeting of the two leaders would come, he said, before a deal.

"Terms are for experts," said Petra Oslo, the firm's lawyer. "We have clauses to weigh." A meeting of Solt and Moran, she added, could follow. Transport minister Olav Grue thanked the transport ministry. Tarn Piers said it would wait.

Jon Ferrand, the Guild's safety commissioner, wrote to Dina Reve, secretary-general of the Harbour League. Chief negotiator Rolf Tane of the Coast Group stayed away.
"""


@pytest.fixture(scope="module")
def quarrel() -> Cast:
    """The cast of a report whose pronouns are easily given to the wrong person."""
    return find_actors(parse(read_text(PARAGRAPHS)))


def _meant(cast: Cast, after: str, text: str) -> list[str]:
    """The names of those whom the first word `text` behind the words `after` stands for."""
    start = PARAGRAPHS.index(after)
    word = next(w for w in cast.parse.words if w.start >= start and w.text == text)
    return [cast.actors[i].name for i in cast.who(word)]


@pytest.mark.parametrize(
    ("after", "pronoun", "who"),
    [
        ("Talks, she told", "she", "Ilka Moran"),
        ('" she said', "she", "Ilka Moran"),
        ("he said, before", "he", "Anton Brey"),
        ("she added", "she", "Petra Oslo"),
        ("said it would", "it", "Tarn Piers"),
    ],
)
def test_a_pronoun_beside_a_word_of_speaking_is_who_was_speaking(quarrel: Cast, after: str, pronoun: str, who: str) -> None:
    assert _meant(quarrel, after, pronoun) == [who]


def test_herself_is_the_subject_of_her_sentence(quarrel: Cast) -> None:
    assert "Ilka Moran" in _meant(quarrel, "of herself", "herself")


@pytest.mark.parametrize(
    ("person", "principal"),
    [
        ("Ilka Moran", "Guild of Ferry Crews"),
        ("Olav Grue", "transport ministry"),
        ("Jon Ferrand", "Guild of Ferry Crews"),
        ("Dina Reve", "Harbour League"),
        ("Rolf Tane", "Coast Group"),
    ],
)
def test_a_person_acts_for_the_body_that_any_of_the_roles_tells(quarrel: Cast, person: str, principal: str) -> None:
    found = next(a for a in quarrel.actors.values() if a.name == person)
    assert [quarrel.actors[i].name for i in found.acts_for] == [principal]


def test_neither_a_title_nor_a_gate_is_an_actor(quarrel: Cast) -> None:
    assert not {"Transport", "transport"} & {a.name for a in quarrel.actors.values()}
    assert _meant(quarrel, "Velm", "Velm") == []


def test_nobody_quoted_calls_himself_he() -> None:
    parsed = parse(read_text('Lena Orr was unimpressed. "Perhaps he would like to row," she said.'))
    cast = find_actors(parsed)
    cast.resolve_first_person(find_statements(parsed, cast))
    meant = {w.text: [cast.actors[i].name for i in cast.who(w)] for w in parsed.words if w.text in ("he", "she")}
    assert meant == {"he": [], "she": ["Lena Orr"]}
