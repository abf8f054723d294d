"""Why a day cannot be met: how long steps take, when one was done and what must lie between, with the words that say so."""

import re
from collections.abc import Iterator
from dataclasses import replace

from dragoman.analysis import Deadlock, Late, done_on_record
from dragoman.assembly import Dossier, Step
from dragoman.assembly.delays import days_taken
from dragoman.briefing.days import count_words, day_words
from dragoman.briefing.quoting import phrase
from dragoman.briefing.step_names import steps
from dragoman.model import Citation

_UNIT = re.compile(r"\b(?:days?|weeks?|fortnights?|months?)\b", re.I)

Reason = tuple[str, tuple[Citation, ...]]
"""A clause, and the words that it rests on."""


def reasons(dossier: Dossier, deadlock: Deadlock) -> Iterator[Reason]:
    """Yield, as a clause each, the lengths and days from which it was counted that a step cannot come by its day."""
    late = deadlock.late
    if late is None:
        return
    done = {d.step: d for d in done_on_record(dossier)}
    named = {s: _name(dossier.step[s]) for m in deadlock.members for s in m.alternatives}
    named |= {m.required: steps(m)[1] for m in deadlock.members}
    for step, name in named.items():
        if step in done:
            yield f"{name} came on {day_words(done[step].on)}", done[step].citations
        elif dossier.step[step].takes:
            yield _length(dossier, dossier.step[step], name)
    if late.takes:
        yield _length(dossier, dossier.step[late.step], _name(dossier.step[late.step]))


def overrun(dossier: Dossier, late: Late) -> Reason:
    """Return that a step takes longer than the days left until it is due, a sentence."""
    step = dossier.step[late.step]
    clause, told = _length(dossier, step, _name(step))
    due = late.deadline.citations if late.deadline else ()
    text = f"It follows that {_name(step)} cannot be over by {day_words(late.due)}, whatever waits for what: {clause}"
    return f"{text}, so it could be over on {day_words(late.soonest)} at the soonest", (*told, *due)


def _length(dossier: Dossier, step: Step, name: str) -> Reason:
    return f"{name} takes {count_words(step.takes, 'day')}", tuple(_told(dossier, step))


def _told(dossier: Dossier, step: Step) -> Iterator[Citation]:
    """The words that tell how long a step takes, from its own to the unit of time that follows them."""
    for w in step.wordings:
        if days_taken(replace(step, wordings=(w,)), dossier.document) != step.takes:
            continue
        document = dossier.document[w.citation.document]
        unit = _UNIT.search(document.text, w.citation.end)
        yield Citation(document, document.span(w.citation.start, unit.end())) if unit else w.citation


def _name(step: Step) -> str:
    return phrase(step.name, [w.citation for w in step.wordings])


__all__ = ["Reason", "overrun", "reasons"]
