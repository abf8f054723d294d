"""What a report has taken back, before anything else is told."""

from collections.abc import Iterator

from dragoman.briefing.days import day_words
from dragoman.briefing.quoting import quoted
from dragoman.briefing.references import shown_headline
from dragoman.briefing.telling import Teller, claim
from dragoman.model import Claim, Document


def corrections(teller: Teller, since: str = "") -> Iterator[Claim]:
    """Yield a sentence for each correction told after the day `since`, under that word, in the exact words of the notice."""
    before: tuple[str, str] | None = None
    for correction in teller.dossier.corrections:
        if str(teller.dossier.document[correction.notice].date.value or "") <= since and since:
            continue
        words = " ".join(quoted(" ".join(c.quote.split())) for c in correction.citations)
        again = before == (correction.notice, correction.corrects)
        report = teller.dossier.document[correction.corrects]
        head = "The same notice corrects that report further" if again else f"Correction to the report {_named(report)}"
        yield claim(f"{head}: {words}", "reported", correction.citations)
        before = correction.notice, correction.corrects


def _named(report: Document) -> str:
    name = quoted(shown_headline(report)) if report.headline else report.id
    about = [p for p in (report.publisher, day_words(str(report.date.value)) if report.date.value else "") if p]
    return f"{name} ({', '.join(about)})" if about else name
