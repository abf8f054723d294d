"""Which date bites next: deadlines, and meetings that are still to come."""

import re
from collections.abc import Iterator
from dataclasses import replace

from dragoman.analysis import Analysis, Due
from dragoman.briefing.days import count_words, day_words
from dragoman.briefing.naming import joined
from dragoman.briefing.quoting import quoted
from dragoman.briefing.retelling import tale
from dragoman.briefing.running import told
from dragoman.briefing.telling import Teller, claim
from dragoman.briefing.wording import is_clause
from dragoman.model import Claim

_SHOWN = 8


def deadlines(teller: Teller, analysis: Analysis) -> Iterator[Claim]:
    """Yield a sentence or two for each deadline, the next one first."""
    sure = [d for d in analysis.deadlines if d.deadline.certainty != "possible"]
    ordered = sorted(sure, key=lambda d: (d.days_left is None, d.days_left is not None and d.days_left < 0, d.days_left or 0))
    known = [d for d in ordered if teller.is_told(d.fullest)]
    for due in [d for d in ordered if d not in known][:_SHOWN]:
        yield from _deadline(teller, due)
    meant = [m for m in (_meaning(teller, d) for d in known) if m]
    if meant:
        cited = [c for d in known for c in d.citations]
        teller.tell(cited)
        whose = "the report names" if len(teller.dossier.documents) == 1 else "the reports name"
        yield claim(f"Of the times that {whose}, {joined(meant)}", "reported", cited)
    rest = [d for d in ordered if d not in known][_SHOWN:]
    if rest:
        cited = [c for d in rest for c in d.citations]
        yield claim(f"The reports name {count_words(len(rest), 'further deadline')}", "reported", cited)


def _deadline(teller: Teller, due: Due) -> Iterator[Claim]:
    """A deadline in its exact words with the day they mean."""
    d = due.fullest
    if teller.is_told(d):
        return
    day = _day(teller, due)
    said = tale(teller, d, due.setter, "set a deadline", nobody="there is a deadline")
    words = " ".join(said.words)
    ends = "; ".join(p for p in (day, _bound(due), _status(due)) if p)
    tail = (f"; {ends}" if ends else "") + _after(due, words)
    others = tuple(m for m in due.mentions if m.document != d.document and (m.date, m.status) == (d.date, d.status))
    said = replace(said, words=(*said.words[:-1], said.words[-1] + tail), others=others)
    yield from told(teller, [replace(said, cited=(*said.cited, *due.citations))])


def _meaning(teller: Teller, due: Due) -> str:
    """What the words of time of a deadline mean that has been told already."""
    day, when = _day(teller, due), due.fullest.when_text
    if not when or not any(when in c.quote for c in due.citations):
        return ""
    if day:
        return f"{quoted(when)} {day.removeprefix('that ')}"
    if due.deadline.duration is None or not re.search(r"\d|\b(?:day|week|fortnight|month|year|hour)", when):
        return ""
    sooner = ", and may end sooner" if due.bound == "or_sooner" else ""
    return f"{quoted(when)} counts from a day that is not named{sooner}"


def _day(teller: Teller, due: Due) -> str:
    """The day that the words mean, with its distance from the day of the briefing."""
    d, as_of = due.deadline, teller.dossier.as_of
    if not d.date:
        return ""
    day = day_words(d.date)
    if due.days_left is None or as_of is None:
        return f"that is {day}"
    newest = max((str(x.date.value) for x in teller.dossier.documents if x.date.value), default="")
    one = len(teller.dossier.documents) == 1
    today = day_words(str(as_of)) if newest != str(as_of) else "the report" if one else "the newest report"
    if due.days_left == 0:
        return f"that is {day}, the day of {today}" if newest == str(as_of) else f"that is {day}, the day of this briefing"
    when = "was" if due.days_left < 0 else "is"
    side = "before" if due.days_left < 0 else "after"
    return f"that {when} {day}, {count_words(abs(due.days_left), 'day')} {side} {today}"


def _bound(due: Due) -> str:
    return {"or_sooner": "it may come sooner", "not_before": "it is the earliest day, not the latest"}.get(due.bound or "", "")


def _after(due: Due, told_words: str) -> str:
    """What is to follow, in the report's words, where these have not been quoted."""
    words = (due.consequence or "").strip(" ,.;")
    quotable = any(words in c.quote for c in due.citations) and is_clause(words)
    return f"; failing that, {quoted(words)}" if quotable and words not in told_words else ""


def _status(due: Due) -> str:
    status = due.deadline.status
    return {"met": "it was met", "lapsed": "it has lapsed", "extended": "it was extended"}.get(status or "", "")
