"""Of how many origins a claim is: those who heard it or can know it, not the addresses at which it is printed."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dragoman.assembly.dossier import Dossier, Requirement
from dragoman.assembly.outlets import outlet
from dragoman.model import Condition, Event, Finding, Statement


@dataclass(frozen=True)
class Sourced:
    """A claim with the reports that print it and how many independent origins these come to; `why` tells each origin in words."""

    claim: str
    count: int
    documents: tuple[str, ...]
    why: tuple[str, ...]


def origins(dossier: Dossier) -> tuple[Sourced, ...]:
    """Return the origins of each condition of the record, and of each event that several reports tell in the same words.

    Reports that tell the same in the same words are one origin. What somebody is said to have said has as many origins as
    newsrooms heard it for themselves: words that came through an agency, another outlet or another person are of whom they came
    through. A fact that a report gives somebody for is of him, wherever it is printed; one without is of the report.
    """
    first = {d: group[0] for group in dossier.copies for d in group}
    found = [_sourced(dossier, r.conditions[0].gated + " only after " + r.conditions[0].required, r.conditions, first)
             for r in dossier.requirements if r.certainty != "possible" and r.relation == "only_after"]  # fmt: skip
    told: dict[tuple[str, str], list[Event]] = defaultdict(list)
    for event in dossier.of(Event):
        if event.certainty != "possible":
            told[event.type, event.spans[0].text.casefold()].append(event)
    several = [same for same in told.values() if len({e.document for e in same}) > 1]
    return (*found, *(_sourced(dossier, same[0].spans[0].text, same, first) for same in several))


def _sourced(dossier: Dossier, claim: str, mentions: Iterable[Finding], first: Mapping[str, str]) -> Sourced:
    mentions = list(mentions)
    keys = dict(_origin(dossier, m, first) for m in mentions)
    documents = tuple(dict.fromkeys(m.document for m in mentions))
    return Sourced(" ".join(claim.split()), len(keys), documents, tuple(dict.fromkeys(keys.values())))


def _origin(dossier: Dossier, mention: Finding, first: Mapping[str, str]) -> tuple[str, str]:
    """What tells an origin from another, and the origin in words."""
    document = dossier.document[first.get(mention.document, mention.document)]
    own = outlet(document, dossier.outlets)
    if own.is_own_word:
        return f"word of {own.of}", f"{own.of}, in its own {'release' if own.kind == 'official' else 'outlet'}"
    said = dossier.finding.get(getattr(mention, "statement", None) or "")
    paper = document.publisher or document.id
    if isinstance(said, Statement) and said.via:
        through = dossier.party_of[said.via[0]]
        return f"party {through.id}", f"{through.name}, through whom the words came"
    if isinstance(mention, Event) and isinstance(said, Statement) and said.speaker:
        source = dossier.party_of[said.speaker[0]]
        return f"party {source.id}", source.name
    copies = " (with its copies)" if mention.document in first else ""
    return f"report {document.id}", f"{paper}{copies}"


def independent(dossier: Dossier, requirement: Requirement) -> int:
    """Return of how many independent origins a condition is."""
    first = {d: group[0] for group in dossier.copies for d in group}
    return len({_origin(dossier, c, first)[0] for c in requirement.conditions})


def retold(dossier: Dossier, requirement: Requirement) -> Iterator[Condition]:
    """Yield the mentions of a condition that are no copy of another."""
    copied = {d for group in dossier.copies for d in group[1:]}
    kept = [c for c in requirement.conditions if c.document not in copied]
    yield from kept or requirement.conditions[:1]


__all__ = ["Sourced", "independent", "origins", "retold"]
