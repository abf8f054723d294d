"""Dated events and deadlines along a line."""

import textwrap
from dataclasses import dataclass

from markupsafe import Markup

from dragoman.analysis import Analysis
from dragoman.assembly import Dossier
from dragoman.briefing.days import day_words
from dragoman.briefing.happenings import together, verb
from dragoman.briefing.quoting import first_capital, quoted, shown
from dragoman.briefing.vocabulary import table
from dragoman.model import Citation, Event, Moment

_WIDTH, _ROW, _MOST = 760, 30, 18
_DAY = 16  # room for the name of the day


@dataclass(frozen=True)
class Dated:
    """Something on a day: its date, what it is, `done`, `coming` or `deadline`, and its words."""

    date: str
    what: str
    state: str
    words: str
    citations: tuple[Citation, ...]


def dated(dossier: Dossier, analysis: Analysis) -> list[Dated]:
    """Return what has a date, earliest first."""
    events = [e for e in dossier.of(Event) if e.date and e.certainty != "possible" and e.same_as is None]
    out = [_event(dossier, same) for same in together(dossier, events)]
    out += [
        Dated(d.deadline.date, f"Deadline: {d.deadline.what or d.deadline.when_text}", "deadline",
              shown(d.deadline.spans[0], 22), d.citations)
        for d in analysis.deadlines if d.deadline.date and d.deadline.certainty != "possible"
    ]  # fmt: skip
    return sorted(out, key=lambda d: (Moment(d.date).first, d.what, d.words))


def _event(dossier: Dossier, same: list[Event]) -> Dated:
    event = max(same, key=lambda e: max(len(s.text) for s in e.spans))
    state = "coming" if event.status in ("planned", "proposed", "requested") else "done"
    words = shown(max(event.spans, key=lambda s: len(s.text)), 22)
    what = f"{first_capital(table('events')[event.type])} {verb(event)}"
    return Dated(event.date or "", what, state, words, tuple(c for e in same for c in dossier.cite(e)))


def drawing(entries: list[Dated], as_of: Moment | None) -> Markup:
    """Return the line as an SVG element, empty where nothing has a date."""
    if not entries:
        return Markup("")
    entries = entries[-_MOST:]
    before = _before(entries, as_of)
    height = len(entries) * _ROW + 56 + _DAY
    rows = Markup("").join(_row(e, 34 + n * _ROW + (_DAY if n >= before else 0)) for n, e in enumerate(entries))
    return Markup(
        '<svg class="timeline" role="img" aria-labelledby="time-title time-desc" viewBox="0 0 {} {}" width="{}">'
        '<title id="time-title">Timeline</title><desc id="time-desc">{} dated entries, earliest on top; the list says the same.'
        '</desc><line class="axis" x1="150" y1="12" x2="150" y2="{}"/>{}{}</svg>'
    ).format(_WIDTH, height, _WIDTH, len(entries), height - 12, _today(entries, as_of), rows)


def _row(entry: Dated, y: int) -> Markup:
    label = textwrap.shorten(f"{entry.what}: {quoted(entry.words)}", 80, placeholder=" …")
    return Markup(
        '<g class="{}"><text class="day" x="132" y="{}" text-anchor="end">{}</text><circle cx="150" cy="{}" r="6"/>'
        '<text x="170" y="{}">{}</text></g>'
    ).format(entry.state, y + 5, day_words(entry.date), y, y + 5, label)


def _before(entries: list[Dated], as_of: Moment | None) -> int:
    """How many entries come before the line of the day."""
    return len(entries) if as_of is None else sum(Moment(e.date).last <= as_of.last for e in entries)


def _today(entries: list[Dated], as_of: Moment | None) -> Markup:
    if as_of is None:
        return Markup("")
    y = 34 + _before(entries, as_of) * _ROW - _ROW // 2 + _DAY // 2 + 4
    return Markup(
        '<g class="today"><line x1="20" y1="{}" x2="740" y2="{}"/><text x="740" y="{}" text-anchor="end">as of {}</text></g>'
    ).format(y, y, y - 3, day_words(str(as_of)))
