"""What a person found in an earlier version of a report, in the next: carried over where the words stand, else for review."""

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace

from dragoman.model import Actor, Document, Finding, Span
from dragoman.reading.anchoring import State, Text, anchored


@dataclass(frozen=True)
class Carried:
    """`findings` are those whose every word stands, at their places in the new version; `left` the others, with the reason."""

    findings: tuple[Finding, ...]
    left: tuple[tuple[Finding, State], ...]


def carry(findings: Iterable[Finding], old: Document, new: Document) -> Carried:
    """Return the findings of the version `old` as they stand in `new`. Nothing is put where its words may mean something else."""
    before, after = Text(old.text), Text(new.text)
    moved: dict[str, Finding] = {}
    left: list[tuple[Finding, State]] = []
    for finding in findings:
        found = _moved(finding, before, after)
        if isinstance(found, Finding):
            moved[finding.id] = found
        else:
            left.append((finding, found))
    kept = {old_id: f.id for old_id, f in moved.items()}
    gone = {f.id for f, _ in left if isinstance(f, Actor)}
    out = []
    for old_id, found in moved.items():
        if _names(found) & gone:
            left.append((moved[old_id], "touched"))
        else:
            out.append(_repointed(found, kept))
    return Carried(tuple(out), tuple(left))


def _moved(finding: Finding, before: Text, after: Text) -> Finding | State:
    places: dict[str, tuple[Span, ...]] = {}
    for f in fields(finding):
        value = getattr(finding, f.name)
        if isinstance(value, tuple) and value and all(isinstance(v, Span) for v in value):
            found = anchored(before, value, after)
            if isinstance(found, str):
                return found
            places[f.name] = found
    return replace(finding, **places)  # type: ignore[arg-type]  # spans for spans


def _names(finding: Finding) -> set[str]:
    """The ids of the actors that a finding names."""
    held = (getattr(finding, f.name) for f in fields(finding))
    return {v for value in held if isinstance(value, tuple) for v in value if isinstance(v, str)}


def _repointed(finding: Finding, kept: dict[str, str]) -> Finding:
    """A finding whose links to other findings follow them; a link to one that was left is cut."""
    links = {n: getattr(finding, n) for n in ("statement", "same_as", "condition") if hasattr(finding, n)}
    return replace(finding, **{n: kept.get(v) if v else None for n, v in links.items()})  # type: ignore[arg-type]  # ids for ids


__all__ = ["Carried", "carry"]
