"""The briefing as one self-contained page that works without scripts."""

from collections.abc import Callable, Iterable
from functools import cache
from importlib import resources

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from dragoman.analysis import Hinge, goes_on, is_lenient, timetables
from dragoman.assembly import Dossier, Requirement
from dragoman.briefing import drawing_distances, drawing_exits, drawing_schedule, drawing_timeline, drawing_waits
from dragoman.briefing.apart import cited_of, width
from dragoman.briefing.apart import rows as distance_rows
from dragoman.briefing.days import count_words, day_words
from dragoman.briefing.published import Briefing
from dragoman.briefing.quoting import first_capital, parted, quoted, shown
from dragoman.briefing.references import Footnote, dated, shown_headline
from dragoman.briefing.stances import issues, table_rows
from dragoman.briefing.step_names import hedge_word
from dragoman.briefing.vocabulary import listed, table
from dragoman.model import Citation, Document

_ROWS, _READINGS = 16, 8  # what a reader takes in; the JSON form has them all


def page(briefing: Briefing) -> str:
    """Return the briefing as HTML; whatever comes from a report is escaped, and nothing is fetched."""
    dossier, analysis = briefing.dossier, briefing.analysis
    entries = drawing_timeline.dated(dossier, analysis)
    graph = drawing_waits.waits(dossier, analysis)
    found = [group for group in issues(dossier) if not set(group[0].issue.lower().split()) <= listed("pronouns")]
    parties, rows = table_rows(dossier, found[:_ROWS])
    apart = distance_rows(analysis.matters) if any(p.trend != "one day" for m in analysis.matters for p in m.pairs) else []
    names = {p.id: p.name for p in dossier.parties}
    ways, told = drawing_exits.Ways(analysis), _relation(briefing)
    today = dossier.as_of.last if dossier.as_of else None
    plan = drawing_schedule.Schedule(timetables(dossier, analysis.ways_out), today, _ended(dossier))
    return _environment().get_template("briefing.html").render(
        b=briefing, css=Markup(_style()), parties=[dossier.party[p].name for p in parties],
        further=count_words(len(found) - _ROWS, "further issue") if len(found) > _ROWS else "",
        readings=briefing.possible[:_READINGS], unread=max(len(briefing.possible) - _READINGS, 0),
        rows=[(issue, [cells.get(p, []) for p in parties]) for issue, cells in rows],
        stances=table("stances"), entries=entries, timeline=drawing_timeline.drawing(entries, dossier.as_of),
        graph=graph, waits=drawing_waits.drawing(graph), relation=told, sources=_sources(briefing),
        day_words=day_words, dated=dated, headline=shown_headline, shown=shown, links=_links(briefing), quoted=quoted,
        parted=parted, firsts=briefing.notes.firsts,
        ways=ways, exits=drawing_exits.drawing(ways, told), letter=drawing_exits.letter, plan=plan,
        schedule=drawing_schedule.drawing(plan), lenient=is_lenient, hinge_told=_hinge,
        hinged=[d for d in analysis.deadlocks if d.until is None and analysis.hinges.get(d.id)],
        apart=apart[:_ROWS], names=names, distances=drawing_distances.drawing(apart, names), width=width, cited_of=cited_of,
    ) + "\n"  # fmt: skip


def _ended(dossier: Dossier) -> frozenset[str]:
    """The steps that are called by what goes on until something comes."""
    return frozenset(s.id for s in dossier.steps if goes_on(dossier, s))


def _hinge(hinge: Hinge) -> str:
    """What a reading hangs on, in words."""
    hedges = [w for c in (hinge.requirement.conditions if hinge.requirement else ()) if (w := hedge_word(c))]
    if hinge.kind == "hedge":
        return f"the word {quoted(hedges[0])}" if hedges else "a stated purpose taken for a condition"
    return f"{hinge.kind}: {hinge.why or ' = '.join(hinge.wordings) or 'the words as they are read'}"


def _style() -> str:
    return (resources.files("dragoman.briefing") / "templates" / "briefing.css").read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    loader = PackageLoader("dragoman.briefing", "templates")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


def _links(briefing: Briefing) -> Callable[[Iterable[Citation]], Markup]:
    """A function from citations to links to the passages in the sources."""

    def links(citations: Iterable[Citation]) -> Markup:
        link = Markup('<a class="n" href="#p{}" aria-label="source passage {}">[{}]</a>')
        return Markup("").join(link.format(n, n, n) for n in briefing.notes.numbers_of(citations))

    return links


def _relation(briefing: Briefing) -> Callable[[Requirement], str]:
    """A function from a condition to what waits for what, in words."""

    def relation(requirement: Requirement) -> str:
        step = briefing.dossier.step
        holder = " and ".join(briefing.dossier.party[p].name for p in requirement.holders) or "the report"
        frame = table("waits")[requirement.relation]
        gated, required = (f"“{step[s].name}”" for s in (requirement.gated, requirement.required))
        return first_capital(frame.format(holder=holder, gated=gated, required=required))

    return relation


def _sources(briefing: Briefing) -> list[tuple[Document, Markup]]:
    """Each cited report with its text, the cited passages marked."""
    notes = briefing.notes.every
    return [
        (d, _marked(d, [n for n in notes if n.document.id == d.id]))
        for d in briefing.dossier.documents
        if any(n.document.id == d.id for n in notes)
    ]


def _marked(document: Document, notes: Iterable[Footnote]) -> Markup:
    out, at = Markup(""), 0
    for note in sorted(notes, key=lambda n: n.span.start):
        out += escape(document.text[at : note.span.start])
        out += Markup('<mark id="p{}" tabindex="-1">{}<sup>{}</sup></mark>').format(note.number, note.span.text, note.number)
        at = note.span.end
    return out + escape(document.text[at:])
