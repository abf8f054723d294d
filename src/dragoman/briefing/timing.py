"""Which date bites next: deadlines, and meetings that are still to come."""

from collections.abc import Iterator

from dragoman.analysis import Analysis, Due
from dragoman.briefing.days import count_words, day_words, length_words
from dragoman.briefing.quoting import phrase
from dragoman.briefing.telling import Teller, claim
from dragoman.model import Claim

_SHOWN = 8


def deadlines(teller: Teller, analysis: Analysis) -> Iterator[Claim]:
    """Yield a sentence or two for each deadline, the next one first."""
    sure = [d for d in analysis.deadlines if d.deadline.certainty != "possible"]
    ordered = sorted(sure, key=lambda d: (d.days_left is None, d.days_left is not None and d.days_left < 0, d.days_left or 0))
    for due in ordered[:_SHOWN]:
        yield _deadline(teller, due)
    if len(ordered) > _SHOWN:
        cited = [c for d in ordered[_SHOWN:] for c in d.citations]
        yield claim(f"The reports name {count_words(len(ordered) - _SHOWN, 'further deadline')}", "reported", cited)


def _deadline(teller: Teller, due: Due) -> Claim:
    d, cited = due.deadline, due.citations
    setter = teller.who(due.setter)
    clause = f"{setter} set a deadline" if setter else "there is a deadline"
    clause += f" for {phrase(d.what, cited)}" if d.what and d.when_text not in d.what else ""
    clause += f", worded {phrase(d.what if d.when_text in d.what else d.when_text, cited)}" if d.when_text else ""
    teller.tell(cited)
    parts = [teller.attributed(d, clause)]
    parts += [p for p in (_when(teller, due), _bound(due), _consequence(due), _status(due)) if p]
    return claim("; ".join(parts), "reported", cited)


def _when(teller: Teller, due: Due) -> str:
    d, as_of = due.deadline, teller.dossier.as_of
    if d.date and due.days_left is not None and as_of:
        left = due.days_left
        if left < 0:
            return f"it fell on {day_words(d.date)}, {count_words(-left, 'day')} before {day_words(str(as_of))}"
        return f"it falls on {day_words(d.date)}, with {count_words(left, 'day')} left on {day_words(str(as_of))}"
    if d.date:
        return f"it falls {'on' if len(d.date) == 10 else 'in'} {day_words(d.date)}"
    return f"it runs for {length_words(d.duration)}" if d.duration else ""


def _bound(due: Due) -> str:
    return {"or_sooner": "it may come sooner", "not_before": "not before then"}.get(due.bound or "", "")


def _consequence(due: Due) -> str:
    return f"what follows if it passes: {phrase(due.consequence, due.citations)}" if due.consequence else ""


def _status(due: Due) -> str:
    status = due.deadline.status
    return {"met": "it was met", "lapsed": "it has lapsed", "extended": "it was extended"}.get(status or "", "")
