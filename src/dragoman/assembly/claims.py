"""Which findings of several reports are one claim: the same words of one mouth, one promise, one happening."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from dragoman.assembly.amounts import amounts
from dragoman.assembly.cues import stems
from dragoman.assembly.dossier import Dossier
from dragoman.assembly.parties import sides
from dragoman.model import Commitment, Event, Finding, Statement

_COMMON = 12
"""A word in more findings of one key than this does not tell which claim they are."""


@dataclass(frozen=True)
class _Said:
    finding: Finding
    words: frozenset[str]
    numbers: frozenset[float]


def said_again(dossier: Dossier) -> Iterator[tuple[Statement, ...]]:
    """Yield what one person or body is said to have said in several reports, in words that are alike."""
    for group in _alike(dossier, [s for s in dossier.of(Statement) if s.speaker], _speaker):
        yield tuple(f for f in group if isinstance(f, Statement))


def promised_again(dossier: Dossier) -> Iterator[tuple[Commitment, ...]]:
    """Yield each promise that several reports tell in one state and amount."""
    for group in _alike(dossier, [c for c in dossier.of(Commitment) if c.giver], _promise):
        yield tuple(f for f in group if isinstance(f, Commitment))


def happened_again(dossier: Dossier) -> Iterator[tuple[Event, ...]]:
    """Yield each event that several reports tell of one day, or in the same words."""
    events = list(dossier.of(Event))
    yielded: set[str] = set()
    for key in (_day, _wording):
        for group in _alike(dossier, [e for e in events if e.id not in yielded], key):
            yielded |= {f.id for f in group}
            yield tuple(f for f in group if isinstance(f, Event))


def _speaker(dossier: Dossier, finding: Finding) -> object:
    return dossier.party_of[finding.speaker[0]].id if isinstance(finding, Statement) else None


def _promise(dossier: Dossier, finding: Finding) -> object:
    if not isinstance(finding, Commitment):
        return None
    side = sides((dossier.party_of[g].id for g in finding.giver), dossier.party)
    return side, finding.status, finding.quantity


def _day(dossier: Dossier, finding: Finding) -> object:
    known = isinstance(finding, Event) and finding.date is not None and len(finding.date) == len("2031-03-04")
    return (finding.type, finding.status, finding.date) if known and isinstance(finding, Event) else None


def _wording(dossier: Dossier, finding: Finding) -> object:
    return (finding.type, finding.spans[0].text.casefold()) if isinstance(finding, Event) else None


def _alike(
    dossier: Dossier, found: Sequence[Finding], key: Callable[[Dossier, Finding], object]
) -> Iterator[tuple[Finding, ...]]:
    """Groups of findings of one key and in like words that stand in two reports or more; of a group all are like its first."""
    by_key: dict[object, list[_Said]] = defaultdict(list)
    for f in found:
        if f.certainty != "possible" and (own := key(dossier, f)) is not None:
            text = " ".join(s.text for s in f.spans)
            by_key[own].append(_Said(f, stems(text), frozenset(v for v, _ in amounts(text))))
    for told in by_key.values():
        places: dict[str, list[int]] = defaultdict(list)
        groups: list[list[_Said]] = []
        for said in told:
            near = sorted({g for w in sorted(said.words) if len(places[w]) <= _COMMON for g in places[w]})
            at = next((g for g in near if _one_claim(groups[g][0], said)), None)
            if at is None:
                at = len(groups)
                groups.append([])
                for word in said.words:
                    places[word].append(at)
            groups[at].append(said)
        for group in groups:
            if len({s.finding.document for s in group}) > 1:
                yield tuple(s.finding for s in group)


def _one_claim(a: _Said, b: _Said) -> bool:
    """Whether two wordings tell one thing: the same numbers, and most words of the shorter in the longer."""
    shared = len(a.words & b.words)
    return a.numbers == b.numbers and shared > 1 and shared >= 0.6 * min(len(a.words), len(b.words))


__all__ = ["happened_again", "promised_again", "said_again"]
