"""Whether what one side would do without waiting is what another side asks to come first."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dragoman.assembly import Dossier, Requirement, Step
from dragoman.assembly.likeness import covers, is_talking, nearly
from dragoman.assembly.parties import sides
from dragoman.assembly.sense import sense
from dragoman.model import Citation, Position

_TABLE = re.compile(r"\bto the (?:\w+ )?table\b", re.I)
_LASTING = re.compile(r"\bno longer\b", re.I)
_STOPS = frozenset("halt pause stop freeze suspension moratorium standstill stoppage truce ceasefire lull let-up".split())
_BARE = frozenset("a an any such the of kind sort at all in place first beforehand one".split())
_STOPPED = re.compile(
    r"\b(?:halt|paus|stop|fr[eo]ez|froze|suspen|moratori|standstill|ceas|truce|lull|put on hold|lifted|laid aside)\w*", re.I
)
_REFUSING = frozenset({"reject", "rule_out"})
_NEAR = 700
"""Characters between a refusal and the word that talks need not wait, told in one breath: about four sentences."""


@dataclass(frozen=True)
class Denial:
    """`why` is what must be assumed, a sentence; empty where the words of both sides name one step."""

    why: str = ""
    citations: tuple[Citation, ...] = ()


class Waivers:
    """The words by which nothing need wait, kept so that those which can deny a condition are found without going through all."""

    def __init__(self, dossier: Dossier, free: Iterable[Requirement]) -> None:
        self._dossier = dossier
        self._free = tuple(free)
        self._of_gated: dict[str, list[int]] = defaultdict(list)
        self._of_required: dict[str, list[int]] = defaultdict(list)
        for number, word in enumerate(self._free):
            self._of_gated[word.gated].append(number)
            self._of_required[word.required].append(number)
        self._on_talks = [n for n, word in enumerate(self._free) if _is_talks(dossier.step[word.gated])]

    def denying(self, bound: Requirement) -> Iterator[tuple[Requirement, Denial]]:
        """Yield the words that say that what waits in `bound` need not wait, in the order given, each with how."""
        talks = self._on_talks if _is_talks(self._dossier.step[bound.gated]) else []
        for number in sorted({*self._of_gated[bound.gated], *self._of_required[bound.required], *talks}):
            found = denial(self._dossier, bound, self._free[number])
            if found is not None:
                yield self._free[number], found


def denial(dossier: Dossier, bound: Requirement, free: Requirement) -> Denial | None:
    """Return how `free` says that what waits in `bound` need not wait; None where it says nothing of the kind."""
    if _same_wait(dossier, bound, free):
        return Denial()
    gated, loose = dossier.step[bound.gated], dossier.step[free.gated]
    if not (_is_talks(gated) and _is_talks(loose) and _one_matter(gated, loose)):
        return None
    needed, waived = dossier.step[bound.required], dossier.step[free.required]
    if nearly(waived, needed) or _is_any_stop(waived, needed) or (_lasts(waived) and _things(waived) & _things(needed)):
        return Denial()
    return _refused(dossier, bound, free) if _lasts(waived) or _heads(waived) & _heads(needed) else None


def _is_any_stop(waived: Step, needed: Step) -> bool:
    """Whether talks need wait for no stop of any kind ("without any halt"), where the other side wants something stopped."""
    bare = all(set(re.findall(r"[a-z-]+", w.text.lower())) <= _STOPS | _BARE for w in waived.wordings)
    return bare and any(_STOPPED.search(w.text) or _STOPPED.search(w.citation.quote) for w in needed.wordings)


def _same_wait(dossier: Dossier, bound: Requirement, free: Requirement) -> bool:
    same_gated, same_required = bound.gated == free.gated, bound.required == free.required
    gated, loose = dossier.step[bound.gated], dossier.step[free.gated]
    needed, waived = dossier.step[bound.required], dossier.step[free.required]
    if same_gated:
        return same_required or (covers(waived, needed) and (not is_talking(loose) or _share_a_word(bound, free)))
    return same_required and nearly(gated, loose)


def _share_a_word(a: Requirement, b: Requirement) -> bool:
    """Whether two sides name what waits with a word in common: a general "talks without preconditions" denies
    no condition that another puts on discussing one matter."""
    named = [{w[:5] for c in r.conditions for w in re.findall(r"[a-z]{3,}", c.gated.lower())} for r in (a, b)]
    return bool((named[0] & named[1]) - {"the", "and", "for", "with", "would"})


def _is_talks(step: Step) -> bool:
    return all(sense(w.text).head == "talks" or _TABLE.search(w.text) for w in step.wordings)


def _one_matter(a: Step, b: Step) -> bool:
    """Whether two wordings of talks can be the same talks: one names no matter, or both name one."""
    return not _things(a) or not _things(b) or bool(_things(a) & _things(b))


def _things(step: Step) -> set[str]:
    return {t for w in step.wordings if not _TABLE.search(w.text) for t in sense(w.text).things}


def _heads(step: Step) -> set[str]:
    return {h for w in step.wordings if (h := sense(w.text).head)}


def _lasts(step: Step) -> bool:
    """Whether a step is the end of what goes on ("the go-slow no longer in force")."""
    return any(_LASTING.search(w.text) for w in step.wordings)


def _refused(dossier: Dossier, bound: Requirement, free: Requirement) -> Denial | None:
    """The assumption that what goes on is what `bound` would stop, where its doer has just refused that."""
    needed, waived = dossier.step[bound.required], dossier.step[free.required]
    if any(sense(w.text).head in ("meeting", "talks") for w in needed.wordings):
        return None  # a meeting stops nothing that goes on
    asked = [p.issue for p in dossier.of(Position) if p.stance == "demand" and _held_by(dossier, p, bound)]
    for position in dossier.of(Position):
        if position.stance not in _REFUSING or not _held_by(dossier, position, free):
            continue
        if not (_is_about(position, needed) or position.issue in asked):
            continue
        told = dossier.cite(position)
        if any(t.document == c.document and abs(t.start - c.start) < _NEAR for t in told for c in free.citations):
            why = f"It is assumed that “{needed.name}” would mean “{waived.name}”; no report says so."
            return Denial(why, told)
    return None


def _held_by(dossier: Dossier, position: Position, requirement: Requirement) -> bool:
    held = sides((dossier.party_of[a].id for a in position.actor if a in dossier.party_of), dossier.party)
    return bool(held & set(requirement.holders))


def _is_about(position: Position, needed: Step) -> bool:
    about = sense(position.issue)
    told = any(about.said & sense(w.text).said or sense(w.citation.quote).said & about.said for w in needed.wordings)
    return told or bool(_stops_in(position.issue) & {s for w in needed.wordings for s in _stops_in(w.text)})


def _stops_in(text: str) -> set[str]:
    """The words of stopping in a text, each cut so that verb and noun meet ("suspended", "suspension")."""
    return {found[0][:4].lower().replace("froz", "free") for found in _STOPPED.finditer(text)}


__all__ = ["Denial", "Waivers", "denial"]
