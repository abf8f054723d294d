"""Which date bites next: deadlines, and meetings that are still to come."""

from collections.abc import Iterator

from dragoman.analysis import Analysis, Due
from dragoman.briefing.days import count_words, day_words, length_words
from dragoman.briefing.quoting import named, phrase, quoted
from dragoman.briefing.telling import Teller, claim
from dragoman.model import Claim

_SHOWN, _WORDS = 8, 22


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
    d, cited = due.fullest, due.citations
    setter = teller.who(due.setter)
    clause = f"{setter} set a deadline" if setter else "there is a deadline"
    stretch = _stretch(due)
    thing = "" if stretch else named(teller.dossier.document[d.document], d.what, d.spans)
    clause += f" for {thing}" if thing else ""
    clause += f", worded {quoted(stretch) if stretch else phrase(d.when_text, cited)}" if stretch or d.when_text else ""
    teller.tell(cited)
    parts = [teller.attributed(d, clause, due.mentions)]
    parts += [p for p in (_when(teller, due), _bound(due), _consequence(due), _status(due)) if p]
    return claim("; ".join(parts), "reported", cited)


def _stretch(due: Due) -> str:
    """The report's words from what must happen to when, or the other way round; empty where they stand far apart."""
    d = due.fullest
    for span in d.spans:
        text = span.text
        places = [(text.find(w), text.find(w) + len(w)) for w in (d.what, d.when_text) if w]
        if len(places) == 2 and all(start >= 0 for start, _ in places):
            words = text[min(a for a, _ in places) : max(b for _, b in places)]
            return words if len(words.split()) <= _WORDS and not any(m in words for m in '"“”\n') else ""
    return ""


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
