"""A report as it came: raw bytes, and what was said about them."""

from dataclasses import dataclass, field
from typing import Any, Literal

from dragoman.model import bytes_hash

Form = Literal["text", "html", "pdf", "row"]


@dataclass(frozen=True)
class Fetched:
    """One report's raw bytes (`row`: one JSON Lines object, its bytes those of the line) with where it came from.

    `id` follows HOUSE.md: the `id` given, else the relative path with `/` as `__` and no ending. `place` is what an error
    message names: a file, or file and line. `fields` are those of a JSON Lines row.
    """

    id: str
    raw: bytes
    form: Form
    place: str
    modified: str | None = None
    fields: dict[str, Any] = field(default_factory=dict)

    @property
    def sha256(self) -> str:
        return bytes_hash(self.raw)
