"""Offices that changed hands: who held which until when, and who holds it since."""

from collections.abc import Iterator

from dragoman.assembly.tenures import Tenure, changed_hands, tenures
from dragoman.briefing.days import day_words
from dragoman.briefing.naming import joined
from dragoman.briefing.telling import Teller, claim
from dragoman.model import Claim

_SHOWN = 6


def offices(teller: Teller) -> Iterator[Claim]:
    """Yield a sentence for each office of which the reports tell that it changed hands, with its holders by day."""
    for group in changed_hands(teller.dossier, tenures(teller.dossier))[:_SHOWN]:
        told = [t for t in group if t.since or t.until or t.gone]
        cited = [w for t in told for w in t.words]
        yield claim(f"According to the reports, {'; '.join(standing(teller, t) for t in told)}", "reported", cited)


def standing(teller: Teller, tenure: Tenure) -> str:
    """Return how one person stands to an office, as a clause; what no report dates is told by the day of the report."""
    name = teller.dossier.party[tenure.party].name
    of = joined(teller.party(p) for p in tenure.of)
    office = f"{tenure.office} of {of}" if of else tenure.office
    if tenure.until or tenure.gone:
        began = f" from {day_words(tenure.since)}" if tenure.since else ""
        over = f"until {day_words(tenure.until)}" if tenure.until else f"until some day before {day_words(tenure.gone or '')}"
        return f"{name} was {office}{began} {over}"
    return f"{name} has been {office} since {day_words(tenure.since or '')}"


__all__ = ["offices", "standing"]
