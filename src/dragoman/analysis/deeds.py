"""Which steps the record tells to be done: an event that was held, or a promise that was kept, in words that name the step."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dragoman.assembly import Dossier, Requirement, Step
from dragoman.assembly.kinship import Naming, named_in, naming
from dragoman.assembly.parties import sides
from dragoman.assembly.tables import WORD, classes
from dragoman.model import Citation, Commitment, Event, Ids

_ASIDE = re.compile(
    r",? (?:with|without|after|before|since|when|while|whereas|although|though|despite|until|unless|if)\b.*|[;:—].*", re.S
)
"""What an event's words add about something else: "withdrew its suit, with the ledgers still shut"."""
_PART = re.compile(
    r"\b(?:half|part|partly|partial(?:ly)?|some|first|several|most|almost|nearly|(?:one|two|three|four|five|six|\d[\d,.]*)"
    r"(?: \w+)? (?:out )?of (?:the|its|his|her|their|all)|only|alone|brief(?:ly)?|temporar(?:y|ily)|symbolic(?:ally)?|"
    r"for (?:an?|one|two|three|four|five|six|\d+|several|a few) (?:\w+ )?(?:minute|hour|day|night|week|weekend|month)s?)\b",
    re.I,
)
"""What tells that no more than a part was done, or for a time."""
_DENIED = re.compile(
    r"\b(?:not|never|no|nobody|nothing|fail(?:s|ed|ing)?|refus(?:e[sd]?|ing|al)|would|will|could|may|might|should|must|to be|yet|"
    r"ready|plan(?:s|ned)?|demand(?:s|ed)?|ask(?:s|ed)?|propos(?:e[sd]?|al)|promis(?:e[sd]?|ing)|agreed? to|offer(?:s|ed)?|"
    r"vot(?:e[sd]?|ing)|order(?:s|ed|ing)?|rul(?:es|ed|ing)|told to|call(?:s|ed)? (?:for|on)|urg(?:e[sd]?|ing)|rumou?rs?|"
    r"reported(?:ly)?|alleg\w+|apparent(?:ly)?|claim(?:s|ed|ing)?|said to|according to|dismissed)\b",
    re.I,
)
"""What tells that a thing is not, or not yet, done, or that somebody only says so."""


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
        deed = next((d for t in told if (d := _done(dossier, step, waits[step.id], t)) is not None), None)
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
    """What was done, by day, without what may only be read so or is told as not done."""
    held = [(f, f.participants, f.date) for f in dossier.of(Event) if f.status == "held"]
    kept = [(f, f.giver, None) for f in dossier.of(Commitment) if f.status in ("delivered", "confirmed_by_receiver")]
    out: list[_Told] = []
    both: list[tuple[Event | Commitment, Ids, str | None]] = [*held, *kept]
    for f, doers, date in both:
        text = _ASIDE.sub("", " ".join(s.text for s in f.spans))
        report = dossier.document[f.document].date.value
        if f.certainty != "possible" and report is not None and not _DENIED.search(text) and not _PART.search(text):
            out.append(_Told(f, doers, text, date if date and len(date) == 10 else report.value, report.value))
    return sorted(out, key=lambda t: (t.day, t.finding.document, t.finding.spans[0].start, t.finding.id))


def _done(dossier: Dossier, step: Step, waiting: Iterable[Requirement], told: _Told) -> Deed | None:
    days = [v.value for w in step.wordings if (v := dossier.document[w.citation.document].date.value) is not None]
    if not days or told.report <= min(days) or told.day < min(days) or told.report < max(days):
        return None
    holders = {h for r in waiting if r.gated == step.id for h in r.holders}
    doers = sides((dossier.party_of[a].id for a in told.doers if a in dossier.party_of), dossier.party)
    if holders and doers and not doers & sides(holders, dossier.party):
        return None
    named = [n for w in step.wordings if (n := _plain(w.text)) is not None]
    if not any(_names(n, told.text) for n in named) or _of_another(named, naming(told.text)):
        return None
    return Deed(step.id, told.day, dossier.cite(told.finding))


def _plain(text: str) -> Naming | None:
    """What a wording names; None where it is a meeting, talks, a truce or a text."""
    ruled = any(classes("heads").get(w.lower()) in ("meeting", "talks", "truce", "deal") for w in WORD.findall(text))
    return None if ruled else naming(text)


def _names(step: Naming, text: str) -> bool:
    """Whether an event's words name the step and say that it was done."""
    return bool(step.act) and not step.fails and step.act in _acts(text) and named_in(step, naming(text))


def _of_another(step: Sequence[Naming], told: Naming) -> bool:
    """Whether the words tell of what, and no wording of the step does so: "ended its blockade of the airport"."""
    of = next((things for p, things in told.slots if p == "of"), frozenset[str]())
    known = frozenset(t for n in step for t in (*n.things, *n.names))
    return bool(of) and not of & known and not any("of" in dict(n.slots) for n in step)


def _acts(text: str) -> set[str]:
    """What is done by the words, and the undoing alone where anything is undone."""
    found = {classes("acts").get(w.lower(), "") for w in WORD.findall(text)} - {""}
    return {"undo"} if "undo" in found else found


__all__ = ["Deed", "deeds"]
