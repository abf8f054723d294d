"""Deadlines as an iCalendar file (RFC 5545): one entry a deadline, the same one when its day moves."""

from collections.abc import Iterator

from dragoman.analysis import Due
from dragoman.analysis.schedule import deadlines
from dragoman.assembly import Dossier
from dragoman.briefing.annotated import source_of
from dragoman.model import Moment, content_hash

_OVER = ("met", "lapsed", "extended")
_WIDTH = 75


def calendar_file(dossier: Dossier) -> str:
    """Return the deadlines that are at least likely: an all-day event where the texts fix a day, else a task without a day."""
    stamp = f"{dossier.as_of.last:%Y%m%d}T000000Z" if dossier.as_of else "19700101T000000Z"
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Dragoman//Deadlines//EN"]
    for due in deadlines(dossier):
        if due.deadline.certainty != "possible":
            lines += _entry(dossier, due, stamp)
    return "".join(f"{part}\r\n" for line in [*lines, "END:VCALENDAR"] for part in _folded(line))


def _entry(dossier: Dossier, due: Due, stamp: str) -> list[str]:
    day = Moment(due.date).first if due.date and Moment(due.date).is_day else None
    kind = "VEVENT" if day else "VTODO"
    return [
        f"BEGIN:{kind}",
        f"UID:{_identity(due)}@dragoman",
        f"DTSTAMP:{stamp}",
        f"SEQUENCE:{changes(due)}",
        *([f"DTSTART;VALUE=DATE:{day:%Y%m%d}", "TRANSP:TRANSPARENT"] if day else []),
        f"STATUS:{_status(due, day is not None)}",
        f"SUMMARY:{_escaped(_summary(dossier, due))}",
        f"DESCRIPTION:{_escaped(chr(10).join(_description(dossier, due)))}",
        f"END:{kind}",
    ]


def _identity(due: Due) -> str:
    """A hash of where the deadline was told first: its day, which may move, is no part of it."""
    first = due.mentions[0]
    return content_hash("deadline", first.document, first.spans[0].start, first.spans[0].end, length=20)


def changes(due: Due) -> int:
    """Return how often the deadline has changed: it goes up with each new day and each end that is told, never down."""
    states = due.history or ()
    ended = sum(1 for s in states[-1:] if s.status in _OVER)
    return 2 * max(0, len(states) - 1) + ended


def _status(due: Due, dated: bool) -> str:
    if not dated:
        return "COMPLETED" if due.status == "met" else "NEEDS-ACTION"
    return "TENTATIVE" if due.assumed else "CONFIRMED"


def _summary(dossier: Dossier, due: Due) -> str:
    who = ", ".join(dossier.names(due.setter))
    what = " ".join((due.fullest.what or due.deadline.when_text or "Deadline").split())
    return f"{who}: {what}" if who else what


def _description(dossier: Dossier, due: Due) -> Iterator[str]:
    if due.date:
        yield f"Day: {due.date}" + (" (assumed: it rests on the date of a report that is only inferred)" if due.assumed else "")
    if due.status:
        yield f"Status: {due.status}"
    if due.consequence:
        yield f"If not: {due.consequence}"
    for state in due.history[:-1]:
        yield f"Before: {state.date or 'no day'}, {state.status}"
    for citation in due.citations:
        document = dossier.document[citation.document]
        about = ", ".join(filter(None, [document.publisher, str(document.date.value or "")]))
        yield f"“{citation.quote}” ({about or document.id}) {source_of(document)}"


def _escaped(text: str) -> str:
    plain = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    plain = plain.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")
    return "".join(c for c in plain if c == "\t" or (ord(c) >= 32 and ord(c) != 127))


def _folded(line: str) -> list[str]:
    """The line in pieces of at most 75 bytes, none of which cuts a character."""
    out, piece, size = [], "", 0
    for sign in line:
        width = len(sign.encode("utf-8", "surrogatepass"))
        if size + width > _WIDTH:
            out.append(piece)
            piece, size = " ", 1
        piece, size = piece + sign, size + width
    return [*out, piece]
