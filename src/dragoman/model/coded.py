"""A report together with what was found in it."""

from dataclasses import dataclass
from typing import TypeVar

from dragoman.model.document import Document
from dragoman.model.findings import Finding

F = TypeVar("F", bound=Finding)


@dataclass(frozen=True)
class Coded:
    """A report and its findings, in the order of the text."""

    document: Document
    findings: tuple[Finding, ...]

    def of(self, kind: type[F]) -> tuple[F, ...]:
        """Return the findings of one kind."""
        return tuple(f for f in self.findings if isinstance(f, kind))
