"""On which issues of others a party has no word, in invented findings of a company deal and a fishing dispute."""

import test_lives

from dragoman.assembly import assemble
from dragoman.assembly.silence import silences
from dragoman.briefing import brief, render
from dragoman.model import Coded


def told(name: str, day: str, *lines: tuple[str, str, str, str]) -> Coded:
    """Return a report with a paragraph for each line."""
    return test_lives.told(name, day, *lines, apart="\n\n")


DEAL = [
    told(
        "a",
        "2033-02-01",
        ("Lars Holm of Tessel", "said", "", "the bid is fair"),
        ("Tessel", "offer", "price per share", "it offers 31 crowns a share"),
        ("Tessel", "demand", "the brand names", "it wants the brand names"),
        ("Orrin", "said", "", "it has read the letter"),
        ("Weavers", "said", "", "they wait for news"),
    ),
    told(
        "b",
        "2033-02-04",
        ("Ada Brill of Orrin", "said", "", "the bid is too low"),
        ("Orrin", "reject", "price per share", "it rejected the price"),
        ("Orrin", "demand", "pension fund", "it asks for a guarantee of the pension fund"),
        ("Tessel", "said", "", "it is in no hurry"),
        ("Weavers", "said", "", "they will be heard"),
    ),
    told(
        "c",
        "2033-02-20",
        ("Ola Brint of Weavers", "said", "", "the staff are watching"),
        ("Weavers", "demand", "pension fund", "they want the pension fund kept"),
        ("Weavers", "demand", "jobs in Haven", "they want the jobs in Haven kept"),
        ("Orrin", "said", "", "it is confident"),
        ("Tessel", "said", "", "it can wait"),
    ),
]


def found(reports: list[Coded]) -> set[tuple[str, str, str | None]]:
    dossier = assemble(reports)
    return {(dossier.party[s.party].name, s.issue, str(s.since) if s.since else None) for s in silences(dossier)}


def test_a_party_has_no_word_on_what_two_others_speak_of() -> None:
    assert ("Tessel", "pension fund", None) in found(DEAL)


def test_what_one_side_alone_speaks_of_is_no_silence_of_others() -> None:
    assert not any(issue in ("brand names", "jobs") for _, issue, _ in found(DEAL))


def test_who_answers_a_question_about_it_is_not_silent() -> None:
    question = "Will Tessel keep the pension fund?\n\n"
    answer = told("d", "2033-02-22", ("Lars Holm of Tessel", "said", "", "we will see"))
    text = answer.document.text
    start = text.index("we will see")
    moved = [f for f in answer.findings if f.spans[0].start < start]
    asked = Coded(answer.document.__class__("d", text[:start] + "\n\n" + question + text[start:], date=answer.document.date), ())
    said = next(f for f in answer.findings if f.spans[0].start == start)
    place = asked.document.text.index("we will see")
    kept = said.__class__(
        document="d", spans=(asked.document.span(place, place + 11),), certainty="sure", speaker=said.speaker, manner="indirect"
    )
    assert ("Tessel", "pension fund", None) not in found([*DEAL, Coded(asked.document, (*moved, kept))])


def test_one_who_has_spoken_of_it_is_silent_only_after_a_week_of_others_words() -> None:
    early = told("0", "2033-01-20", ("Lars Holm of Tessel", "said", "", "the pension fund is in good order"))
    assert ("Tessel", "pension fund", "2033-01-20") in found([early, *DEAL])
    recent = told("d", "2033-02-18", ("Lars Holm of Tessel", "said", "", "the pension fund is in good order"))
    assert not any(who == "Tessel" and issue == "pension fund" for who, issue, _ in found([*DEAL, recent]))


def test_whoever_is_named_beside_a_stand_has_a_part_in_it() -> None:
    named = told("d", "2033-02-22", ("Orrin", "demand", "pension fund", "it wants the pension fund that Lars Holm promised"))
    text = named.document.text
    beside = Coded(named.document, named.findings)
    assert "Holm" in text and ("Tessel", "pension fund", None) not in found([*DEAL, beside])


def test_parties_that_never_stand_in_one_report_owe_each_other_no_word() -> None:
    apart = told(
        "z",
        "2033-02-10",
        ("Per Olsund of Norland", "said", "", "the sea is rough"),
        ("Norland", "demand", "herring quota", "it wants the quota"),
        ("Norland", "demand", "cod licences", "it wants licences"),
    )
    assert not any(who == "Norland" for who, _, _ in found([*DEAL, apart]))


def test_the_briefing_says_so_in_a_notice() -> None:
    text = render(brief(assemble(DEAL)), "text")
    assert 'No word of Tessel was found in these 3 reports on "pension fund" (Orrin and Weavers speak of it).' in text
