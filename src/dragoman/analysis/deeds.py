"""Which steps the record tells to be done: an event that was held, or a promise that was kept, in words that name the step."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.analysis.doing import is_taken_back, says_done
from dragoman.assembly import Dossier, Requirement, Step
from dragoman.assembly.kinship import Naming, naming
from dragoman.assembly.parties import sides
from dragoman.assembly.tables import WORD, classes
from dragoman.model import Citation, Commitment, Event, Ids


@dataclass(frozen=True)
class Deed:
    """That a step was done: on which day (`on`; of its report, where the words tell none), and the words that say so."""

    step: str
    on: str
    citations: tuple[Citation, ...]


def deeds(dossier: Dossier) -> dict[str, Deed]:
    """Return the steps (by id) that are done, as far as a report says so in words that name the step: its things and what is
    done with it, by whom it waits on, later than the condition was told, and no later condition treats it as still to come.

    Meetings, talks and texts are left out: there are many of each, and words alone do not tell which was held.
    """
    told = _told(dossier)
    waits: dict[str, list[Requirement]] = defaultdict(list)
    for r in dossier.requirements:
        waits[r.gated].append(r)
        waits[r.required].append(r)
    found: dict[str, Deed] = {}
    for step in dossier.steps:
        deed = _standing(dossier, step, waits[step.id], told)
        if deed is not None:
            found[step.id] = deed
    return found


@dataclass(frozen=True)
class _Told:
    finding: Event | Commitment
    doers: Ids
    text: str
    day: str
    report: str


def _told(dossier: Dossier) -> list[_Told]:
    """What was done, by day, without what may only be read so."""
    held = [(f, f.participants, f.date) for f in dossier.of(Event) if f.status == "held"]
    kept = [(f, f.giver, None) for f in dossier.of(Commitment) if f.status in ("delivered", "confirmed_by_receiver")]
    out: list[_Told] = []
    both: list[tuple[Event | Commitment, Ids, str | None]] = [*held, *kept]
    for f, doers, date in both:
        text = " ".join(s.text for s in f.spans)
        report = dossier.document[f.document].date.value
        if f.certainty != "possible" and report is not None:
            out.append(_Told(f, doers, text, date if date and len(date) == 10 else report.value, report.value))
    return sorted(out, key=lambda t: (t.day, t.finding.document, t.finding.spans[0].start, t.finding.id))


def _standing(dossier: Dossier, step: Step, waiting: Sequence[Requirement], told: Sequence[_Told]) -> Deed | None:
    """The first deed that no later event takes back."""
    named = [n for w in step.wordings if (n := _plain(w.text)) is not None]
    holders = sides((h for r in waiting if r.gated == step.id for h in r.holders), dossier.party)
    own = [t for t in told if _may_do(dossier, holders, t)] if named else []
    for place, t in enumerate(own, 1):
        if (deed := _done(dossier, step, named, t)) is not None and not any(_takes_back(named, x) for x in own[place:]):
            return deed
    return None


def _may_do(dossier: Dossier, holders: frozenset[str], told: _Told) -> bool:
    """Whether those who did a thing may be those by whom the step waits."""
    doers = sides((dossier.party_of[a].id for a in told.doers if a in dossier.party_of), dossier.party)
    return not holders or not doers or bool(doers & holders)


def _takes_back(named: Sequence[Naming], told: _Told) -> bool:
    return isinstance(told.finding, Event) and any(is_taken_back(n, told.text) for n in named if n.act)


def _done(dossier: Dossier, step: Step, named: Sequence[Naming], told: _Told) -> Deed | None:
    days = [v.value for w in step.wordings if (v := dossier.document[w.citation.document].date.value) is not None]
    if not days or told.report <= min(days) or told.day < min(days) or told.report < max(days):
        return None
    known = frozenset(t for n in named for t in (*n.things, *n.names))
    kept = isinstance(told.finding, Commitment)
    if not any(says_done(n, told.text, known, kept) for n in named):
        return None
    return Deed(step.id, told.day, dossier.cite(told.finding))


def _plain(text: str) -> Naming | None:
    """What a wording names; None where it is a meeting, talks, a truce or a text."""
    ruled = any(classes("heads").get(w.lower()) in ("meeting", "talks", "truce", "deal") for w in WORD.findall(text))
    return None if ruled else naming(text)


__all__ = ["Deed", "deeds"]
