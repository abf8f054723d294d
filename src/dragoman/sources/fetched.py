"""A report as it came: raw bytes, and what was said about them."""

from dataclasses import dataclass, field
from typing import Any, Literal

from dragoman.model import bytes_hash

Form = Literal["text", "html", "pdf", "row"]


@dataclass(frozen=True)
class Fetched:
    """One report's raw bytes with where they came from.

    `id` is the one given, else the relative path with `/` as `__` and no ending. `place` is what an error message names:
    a file, or a file and its line. `fields` are those of a JSON Lines object (form `row`, whose bytes are the line's).
    """

    id: str
    raw: bytes
    form: Form
    place: str
    fields: dict[str, Any] = field(default_factory=dict)

    @property
    def sha256(self) -> str:
        """The hash of the raw bytes, 64 hex digits."""
        return bytes_hash(self.raw)
