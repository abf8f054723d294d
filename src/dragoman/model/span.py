"""A stretch of a text."""

from dataclasses import dataclass

from dragoman.model.errors import CitationError


@dataclass(frozen=True, order=True)
class Span:
    """The words `text` at the Unicode code points `start` to `end` (end excluded) of a report's text."""

    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        if self.start < 0 or self.end - self.start != len(self.text) or not self.text:
            raise CitationError(
                f"The span {self.start}:{self.end} cannot hold {self.text!r}: "
                f"it is {self.end - self.start} characters long, the words are {len(self.text)}."
            )

    @classmethod
    def of(cls, text: str, start: int, end: int) -> "Span":
        """Return the span of `text` from `start` to `end`.

        >>> Span.of("No deal, they said", 0, 7)
        Span(start=0, end=7, text='No deal')
        """
        return cls(start, end, text[start:end])

    def overlaps(self, other: "Span") -> bool:
        """Return whether the two spans share a character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Return whether every character of `other` lies in this span."""
        return self.start <= other.start and other.end <= self.end
