"""What a person says of a finding."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal

from dragoman.model.findings import Finding
from dragoman.model.identity import content_hash

Verdict = Literal["accept", "reject", "correct", "merge", "split", "undo"]
Place = tuple[int, int, str]
"""Where words stand, and their hash: the words themselves are the report's to keep, or to forget."""


@dataclass(frozen=True)
class Judgement:
    """A person (`by`) accepts, rejects or corrects a finding, says that two names or promises are one (`merge`) or two (`split`;
    `changes["told"]` names the two), or undoes a judgement (`undoes`, its id); appended, never edited.

    It is tied to what was judged, not to a coding: the report, the kind and the places of the words. `changes` holds the fields
    that a correction sets.
    """

    verdict: Verdict
    by: str
    when: str
    why: str = ""
    document: str = ""
    kind: str = ""
    finding: str = ""
    places: tuple[Place, ...] = ()
    changes: Mapping[str, Any] = field(default_factory=dict)
    undoes: str = ""

    @cached_property
    def id(self) -> str:
        """The content hash of all that it says."""
        told = [(k, _plain(getattr(self, k))) for k in self.__dataclass_fields__]
        return f"judgement-{content_hash('judgement', told)}"

    @property
    def target(self) -> tuple[str, str, tuple[Place, ...]]:
        """What is judged: report, kind, places of the words."""
        return self.document, self.kind, self.places


def _plain(value: Any) -> Any:
    return sorted(value.items()) if isinstance(value, Mapping) else value


def places(finding: Finding) -> tuple[Place, ...]:
    """Return where a finding's words stand, with the hash of each."""
    return tuple((s.start, s.end, content_hash("words", s.text)) for s in finding.spans)


def judge(
    finding: Finding, verdict: Verdict, *, by: str, when: str, why: str = "", changes: Mapping[str, Any] | None = None
) -> Judgement:
    """Return a judgement on a finding."""
    return Judgement(verdict, by, when, why, finding.document, finding.kind, finding.id, places(finding), dict(changes or {}))


def join(
    verdict: Literal["merge", "split"],
    kind: Literal["actor", "commitment"],
    told: Sequence[Any],
    *,
    by: str,
    when: str,
    why: str = "",
) -> Judgement:
    """Return the judgement that two things are one, or two: names of actors, or promises as `[report, places]`."""
    return Judgement(verdict, by, when, why, kind=kind, changes={"told": sorted(told)})


def undo(judgement: Judgement, *, by: str, when: str, why: str = "") -> Judgement:
    """Return the judgement that undoes another, which may itself be an undo."""
    return Judgement("undo", by, when, why, undoes=judgement.id)


__all__ = ["Judgement", "Place", "Verdict", "join", "judge", "places", "undo"]
