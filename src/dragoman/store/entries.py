"""What the store says of the reports in it."""

from dataclasses import dataclass
from typing import Literal

Outcome = Literal["new", "version", "coded anew", "known"]


@dataclass(frozen=True)
class Entry:
    """One version of a report: its id, which version it is, when it was added; `erased` where its text was forgotten."""

    number: int
    document: str
    version: int
    date: str | None
    publisher: str | None
    headline: str | None
    address: str | None
    added: str
    findings: int
    erased: bool


@dataclass(frozen=True)
class Placing:
    """Where a report belongs: its id in the dossier, the version it is or would be, and what adding it would do."""

    document: str
    version: int
    outcome: Outcome


@dataclass(frozen=True)
class Hit:
    """A report that holds the words searched for, with the place around the first of them."""

    document: str
    version: int
    date: str | None
    headline: str | None
    around: str


@dataclass(frozen=True)
class Status:
    """How much a dossier holds, from which days."""

    reports: int
    versions: int
    findings: int
    erased: int
    first: str | None
    last: str | None


@dataclass(frozen=True)
class Fault:
    """Something in the file that is not as it should be, in a sentence that names report and place."""

    document: str | None
    text: str
