"""The headline: the state of the talks where the findings are sure of it, else the report's own."""

import re

from dragoman.analysis import Analysis, Deadlock
from dragoman.assembly import Dossier, Requirement
from dragoman.briefing.days import day_words
from dragoman.briefing.naming import joined
from dragoman.briefing.references import shown_headline
from dragoman.briefing.step_names import clumsiness, speaks_of_itself, steps
from dragoman.briefing.telling import Teller, claim
from dragoman.briefing.vocabulary import listed
from dragoman.briefing.wording import is_outcome
from dragoman.model import Claim

_WORDS, _CLAUSE = 9, 13  # steps worded at greater length make no headline


def state_of_talks(teller: Teller, analysis: Analysis) -> Claim | None:
    """Return who is stuck with whom over which steps, or the refusal repeated most, cited; None where neither is sure."""
    standing = [d for d in analysis.deadlocks if d.until is None and d.parties]
    for deadlock in sorted(standing, key=lambda d: (d.kind != "cycle", not d.hard)):
        text = _stuck(teller, deadlock)
        if text:
            return claim(text, "inferred", [c for m in deadlock.members for c in m.citations])
    refusals = [r for r in teller.dossier.requirements if _is_main(r)]
    for refusal in sorted(refusals, key=lambda r: -len(r.conditions)):
        gated, required = steps(refusal)
        if _fit(gated, required):
            who = joined(teller.brief_name(p) for p in refusal.holders)
            return claim(f"{who}: {gated} only after {required}", "reported", refusal.citations)
    return None


def _stuck(teller: Teller, deadlock: Deadlock) -> str:
    parties = dict.fromkeys(p for m in deadlock.members for p in m.holders) or dict.fromkeys(deadlock.parties)
    who = joined(teller.brief_name(p) for p in parties)
    pairs = [steps(m) for m in deadlock.members]
    several = len(deadlock.parties) > 1
    if deadlock.late:
        return f"{who} with too little time before {day_words(deadlock.late.due)}" if who else ""
    if any(m.relation == "together" for m in deadlock.members):
        return f"{who} at odds over whether steps must come at one moment" if several else ""
    if not all(_fit(*pair) for pair in pairs):
        return _plainly(teller, deadlock, who) if several else ""
    if deadlock.kind == "contradiction":
        asked = next((m for m in deadlock.members if m.relation != "not_required"), deadlock.members[0])
        gated, required = steps(asked)
        return f"{who} at odds over whether {gated} must wait for {required}" if several else ""
    if len(pairs) == 2 and several:
        first, second = (_best(a, b) for a, b in (deadlock.members, deadlock.members[::-1]))
        return f"{who} deadlocked over which comes first, {first} or {second}"
    return f"{who} deadlocked, each step waiting for another" if several else ""


def _plainly(teller: Teller, deadlock: Deadlock, who: str) -> str:
    """Who moves only after what, where not every step is worded as a thing; else that they are stuck."""
    if deadlock.kind == "contradiction":
        needed = next((steps(m)[1] for m in deadlock.members if m.relation != "not_required"), "")
        return f"{who} at odds over {f'whether to wait for {needed}' if _fit(needed) else 'what must wait for what'}"
    sides = [(joined(teller.brief_name(p) for p in m.holders), steps(m)[1], m.relation) for m in deadlock.members]
    if all(holder and relation == "only_after" and _fit(required, most=_CLAUSE) for holder, required, relation in sides):
        (holder, required, _), *rest = sides
        return ", ".join([f"{holder} would move only after {required}", *(f"{h} only after {r}" for h, r, _ in rest)])
    return f"{who} deadlocked, each step waiting for another"


def _best(own: Requirement, other: Requirement) -> str:
    """The step that one side would have first, in the better of both sides' words where it is the step the other holds back."""
    mine, theirs = steps(own)[1], steps(other)[0]
    same = own.required == other.gated and other.relation != "until"  # the end of "the strike would go on" is meant
    return min((mine, theirs), key=clumsiness) if same else mine


def _fit(*wordings: str, most: int = _WORDS) -> bool:
    """Whether steps are worded briefly enough for a headline, and name the step rather than its refusal."""
    short = all(len(w.split()) <= most and not set(re.findall(r"\w+", w.lower())) & listed("negations") for w in wordings)
    return short and all(is_outcome(w) and not speaks_of_itself(w) for w in wordings)


def _is_main(requirement: Requirement) -> bool:
    """Whether a condition is a plain refusal to go first that its holder has stated more than once."""
    plain = requirement.relation == "only_after" and requirement.strict and requirement.holders
    return bool(plain) and requirement.certainty != "possible" and len(requirement.conditions) > 1


def own_headline(dossier: Dossier) -> str:
    """Return the report's own headline, for several reports the newest's."""
    documents = dossier.documents
    if not documents:
        return "No report was given"
    if len(documents) == 1:
        return shown_headline(documents[0])
    newest = max(documents, key=lambda d: (str(d.date.value or ""), d.id))
    return f"{len(documents)} reports, the newest: {shown_headline(newest)}"


__all__ = ["own_headline", "state_of_talks"]
