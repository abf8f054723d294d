"""The order of a briefing, by the questions its readers ask."""

from collections.abc import Iterator

from dragoman.analysis import Analysis, analyse
from dragoman.assembly import Dossier
from dragoman.briefing import blocks, happenings, judgements, promises, stances, timing
from dragoman.briefing.days import count_words
from dragoman.briefing.notices import notices
from dragoman.briefing.published import Briefing, Paragraph
from dragoman.briefing.references import shown_headline
from dragoman.briefing.telling import Teller, joined
from dragoman.model import Claim, Position


def brief(dossier: Dossier, analysis: Analysis | None = None) -> Briefing:
    """Return the briefing on a dossier, with every sentence cited."""
    analysis = analysis or analyse(dossier)
    teller = Teller(dossier)
    paragraphs = tuple(Paragraph(theme, claims) for theme, claims in _paragraphs(teller, analysis) if claims)
    return Briefing(
        headline=_headline(teller, analysis),
        notices=tuple(notices(dossier, analysis)),
        paragraphs=paragraphs,
        possible=tuple(judgements.possible(teller)),
        dossier=dossier,
        analysis=analysis,
    )


def _paragraphs(teller: Teller, analysis: Analysis) -> Iterator[tuple[str, tuple[Claim, ...]]]:
    yield from blocks.deadlocks(teller, analysis)
    yield "Ways out", tuple(blocks.ways_out(teller, analysis))
    blocks.deadlocked_positions(teller, teller.dossier.of(Position))
    yield "Other conditions", tuple(blocks.other_conditions(teller))
    blocks.deadlocked_positions(teller, teller.dossier.of(Position))
    yield "Positions", tuple(stances.positions(teller))
    yield "Dates", (*timing.deadlines(teller, analysis), *happenings.coming(teller))
    yield "Promises", tuple(promises.promises(teller, analysis))
    yield "Threats", tuple(judgements.threats(teller))
    yield "Events", tuple(happenings.happened(teller))
    yield "Tracks", tuple(happenings.tracks(teller))
    yield "Assessments", tuple(judgements.assessments(teller))


def _headline(teller: Teller, analysis: Analysis) -> str:
    """The report's own headline; for several reports, who is stuck with whom."""
    documents = teller.dossier.documents
    if not documents:
        return "No report was given"
    if len(documents) == 1:
        return shown_headline(documents[0])
    found = [d for d in analysis.deadlocks if d.hard] or list(analysis.deadlocks)
    parties = joined(teller.dossier.party[p].name for p in dict.fromkeys(p for d in found for p in d.parties))
    if found and parties:
        return f"{parties}: {count_words(len(analysis.deadlocks), 'deadlock')} in {len(documents)} reports"
    newest = max(documents, key=lambda d: (str(d.date.value or ""), d.id))
    return f"{len(documents)} reports, the newest: {shown_headline(newest)}"
