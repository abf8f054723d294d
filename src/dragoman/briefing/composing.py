"""The order of a briefing, by the questions its readers ask."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from dragoman.analysis import Analysis, analyse
from dragoman.assembly import Dossier
from dragoman.briefing import apart, blocks, changed, corrected, happenings, judgements, promises, stances, timing
from dragoman.briefing.days import day_words
from dragoman.briefing.headlines import own_headline, state_of_talks
from dragoman.briefing.notices import notices
from dragoman.briefing.offices import offices
from dragoman.briefing.published import Briefing, Paragraph
from dragoman.briefing.telling import Teller
from dragoman.model import Actor, Claim, Moment, Statement


def brief(dossier: Dossier, analysis: Analysis | None = None) -> Briefing:
    """Return the briefing on a dossier, with every sentence cited."""
    analysis = analysis or analyse(dossier)
    found = state_of_talks(Teller(dossier), analysis)
    teller = Teller(dossier, headed=found is None)
    paragraphs = tuple(_paragraphs(teller, analysis))
    readings = list(judgements.possible(teller))
    return Briefing(
        headline=found.text[:-1] if found else own_headline(dossier),
        headline_claim=found,
        notices=tuple(notices(dossier, analysis)),
        paragraphs=paragraphs,
        possible=tuple(reading for _, reading in readings),
        weighty=sum(weight <= judgements.WEIGHTY for weight, _ in readings),
        dossier=dossier,
        analysis=analysis,
    )


def brief_changes(dossier: Dossier, since: Moment, analysis: Analysis | None = None) -> Briefing:
    """Return a briefing on what changed after the day `since`: each sentence cited, in the order in which an analyst asks."""
    analysis = analysis or analyse(dossier)
    teller, day = Teller(dossier), str(since.last)
    themes: list[tuple[str, Iterable[Claim]]] = [
        ("Corrections", corrected.corrections(teller, day)),
        ("Moves", changed.moves(teller, day)),
        ("Deadlocks", changed.turns(teller, analysis, day)),
        ("Dates", changed.moved_dates(teller, analysis, day)),
        ("Contradictions", changed.clashes(teller, day)),
        *_newly(dossier, day),
    ]
    found = ((theme, _kept(dossier, theme, claims)) for theme, claims in themes)
    paragraphs = tuple(Paragraph(theme, claims) for theme, claims in found if claims)
    head = f"What changed since {day_words(day)}" if paragraphs else f"Nothing on record has changed since {day_words(day)}"
    return Briefing(head, tuple(notices(dossier, analysis)), paragraphs, (), dossier, analysis)


def _newly(dossier: Dossier, since: str) -> Iterator[tuple[str, Iterable[Claim]]]:
    """The conditions, threats and promises that only reports after that day tell."""
    later = {d.id for d in dossier.documents if d.date.value is not None and d.date.value.value > since}
    kept = tuple(f for f in dossier.findings if f.document in later or isinstance(f, Actor | Statement))
    asked = tuple(r for r in dossier.requirements if all(c.document in later for c in r.conditions))
    fresh = replace(dossier, findings=kept, requirements=asked)
    teller = Teller(fresh)
    yield "New conditions", blocks.other_conditions(teller)
    yield "Threats", judgements.threats(teller)
    yield "Promises", promises.promises(teller, analyse(fresh))


def _paragraphs(teller: Teller, analysis: Analysis) -> Iterator[Paragraph]:
    for theme, claims in _themes(teller, analysis):
        teller.new_paragraph()
        found = _kept(teller.dossier, theme, claims)
        if found:
            yield Paragraph(theme, found)


def _kept(dossier: Dossier, theme: str, claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The sentences that tell nothing which was taken back since, but under the word Correction."""
    return tuple(c for c in claims if theme == "Corrections" or not _retells(dossier, c))


def _retells(dossier: Dossier, claim: Claim) -> bool:
    """Whether a sentence quotes what its report has since taken back."""
    return any(
        " ".join(span.text.split()) in claim.text and any(c.document == f.document for c in claim.citations)
        for f in dossier.withdrawn for span in f.spans if len(span.text.split()) > 2
    )  # fmt: skip


def _themes(teller: Teller, analysis: Analysis) -> Iterator[tuple[str, Iterable[Claim]]]:
    yield "Corrections", corrected.corrections(teller)
    moved = changed.moves(teller), apart.distances(teller, analysis), changed.clashes(teller), offices(teller)
    yield "What changed", chain.from_iterable(moved)
    yield from blocks.deadlocks(teller, analysis)
    yield "Ways out", blocks.ways_out(teller, analysis)
    yield "Other conditions", blocks.other_conditions(teller)
    yield "Positions", stances.positions(teller)
    yield "Dates", chain(timing.deadlines(teller, analysis), happenings.coming(teller))
    yield "Threats", judgements.threats(teller)
    yield "Promises", promises.promises(teller, analysis)
    yield "Events", happenings.happened(teller)
    yield "Tracks", happenings.tracks(teller)
    yield "Assessments", judgements.assessments(teller)
