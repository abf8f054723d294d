"""What changed: moves, disowned slips, deadlocks that began or ended, dates put off, reports that cannot both be right."""

from collections.abc import Iterator

from dragoman.analysis import Analysis, Deadlock, Due
from dragoman.assembly import Change, Contradiction
from dragoman.briefing.days import day_words, on_day
from dragoman.briefing.naming import joined
from dragoman.briefing.quoting import quoted, shown
from dragoman.briefing.telling import Teller, claim
from dragoman.model import Citation, Claim, Span

_SHOWN = 8
_FARED = {
    "pending": "is still to come", "extended": "was put off", "met": "was met", "lapsed": "has lapsed",
    "unknown": "has gone by, with no word on what came of it",
}  # fmt: skip


def moves(teller: Teller, since: str = "") -> Iterator[Claim]:
    """Yield a sentence for each shift, disowned slip, softened or hardened condition told after a day, the latest first."""
    found = [c for c in teller.dossier.changes if c.kind != "restated" and _told(teller, c.to) > since]
    for change in sorted(found, key=lambda c: (_told(teller, c.to), c.to[0].start), reverse=True)[:_SHOWN]:
        teller.tell((*change.before, *change.to))
        yield _moved(teller, change)


def _told(teller: Teller, citations: tuple[Citation, ...]) -> str:
    return max(str(teller.dossier.document[c.document].date.value or "") for c in citations)


def _moved(teller: Teller, change: Change) -> Claim:
    who = joined(teller.party(p) for p in change.parties)
    before, after = (" … ".join(_words(c) for c in cited) for cited in (change.before, change.to))
    then, now = on_day(_told(teller, change.before)), on_day(_told(teller, change.to))
    if change.kind == "slip_disowned":
        text = f"It follows that {who} disowned words of its own side: {before} ({then}); of that, {now}: {after}"
    elif change.kind in ("softened", "hardened"):
        text = f"It follows that {who} {change.kind} a condition: {then} it was {before}; {now} it is {after}"
    else:
        text = f"It follows that {who} moved: {then} it was {before}; {now} it is {after}"
    return claim(text, "inferred", (*change.before, *change.to))


def _words(citation: Citation) -> str:
    return quoted(shown(Span(citation.start, citation.end, citation.quote)))


def turns(teller: Teller, analysis: Analysis, since: str) -> Iterator[Claim]:
    """Yield a sentence for each deadlock that began or ended after the day `since`."""
    for deadlock in analysis.deadlocks:
        if deadlock.until and deadlock.until > since:
            yield _turn(teller, deadlock, f"ended {on_day(deadlock.until)}")
        elif deadlock.since and deadlock.since > since and not deadlock.until:
            yield _turn(teller, deadlock, f"has stood since {day_words(deadlock.since)}")


def _turn(teller: Teller, deadlock: Deadlock, how: str) -> Claim:
    parties = joined(teller.party(p) for p in deadlock.parties)
    kind = "contradiction" if deadlock.kind == "contradiction" else "deadlock"
    words = joined(_words(m.citations[0]) for m in deadlock.members)
    cited = [*(c for m in deadlock.members for c in m.citations), *deadlock.ended_by]
    end = f"; what ended it: {joined(_words(c) for c in deadlock.ended_by)}" if deadlock.ended_by else ""
    return claim(f"It follows that a {kind} between {parties} {how}: {words}{end}", "inferred", cited)


def moved_dates(teller: Teller, analysis: Analysis, since: str) -> Iterator[Claim]:
    """Yield a sentence for each deadline that was put off, met or let go by after the day `since`."""
    for due in analysis.deadlines:
        states = [s for s in due.history if _told(teller, s.citations) > since]
        if due.deadline.certainty != "possible" and states and (len(due.history) > 1 or states[-1].status in ("met", "lapsed")):
            yield _history(due)


def _history(due: Due) -> Claim:
    told = [f"{day_words(s.date) if s.date else 'a day that is not named'} {_FARED[s.status]}" for s in due.history]
    cited = [c for s in due.history for c in s.citations]
    return claim(f"The date of {_words(due.citations[0])}: {'; then '.join(told)}", "reported", cited)


def clashes(teller: Teller, since: str = "") -> Iterator[Claim]:
    """Yield a sentence for each contradiction that a correction has not settled, with both sides' words, none taken for right."""
    for found in teller.dossier.contradictions:
        if not found.settled and max(_told(teller, found.a), _told(teller, found.b)) > since:
            teller.tell((*found.a, *found.b))
            yield _clash(teller, found)


def _clash(teller: Teller, found: Contradiction) -> Claim:
    sides = [f"{_source(teller, cited)} has {' … '.join(_words(c) for c in cited)}" for cited in (found.a, found.b)]
    head = "The reports give two numbers for one thing" if found.kind == "number" else "The reports disagree"
    return claim(
        f"{head}: {sides[0]}, {sides[1]}; it follows that both cannot be right, and neither is taken for right here",
        "inferred",
        (*found.a, *found.b),
    )


def _source(teller: Teller, cited: tuple[Citation, ...]) -> str:
    document = teller.dossier.document[cited[0].document]
    day = f" ({day_words(str(document.date.value))})" if document.date.value else ""
    return f"{document.publisher or f'the report {document.id}'}{day}"


__all__ = ["clashes", "moved_dates", "moves", "turns"]
