"""The order of a briefing, by the questions its readers ask."""

from collections.abc import Iterable, Iterator
from itertools import chain

from dragoman.analysis import Analysis, analyse
from dragoman.assembly import Dossier
from dragoman.briefing import blocks, corrected, happenings, judgements, promises, stances, timing
from dragoman.briefing.headlines import own_headline, state_of_talks
from dragoman.briefing.notices import notices
from dragoman.briefing.published import Briefing, Paragraph
from dragoman.briefing.telling import Teller
from dragoman.model import Claim


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


def _paragraphs(teller: Teller, analysis: Analysis) -> Iterator[Paragraph]:
    for theme, claims in _themes(teller, analysis):
        teller.new_paragraph()
        found = tuple(claims)
        if found:
            yield Paragraph(theme, found)


def _themes(teller: Teller, analysis: Analysis) -> Iterator[tuple[str, Iterable[Claim]]]:
    yield "Corrections", corrected.corrections(teller)
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
