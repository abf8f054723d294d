"""What every kind looks at: the parse, who is who, what is said by whom, dates and quantities."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from dragoman.coding.actors import Cast
from dragoman.coding.dates import TimeExpression, find_dates
from dragoman.coding.parse import Parse, Word
from dragoman.coding.quantities import Quantity, find_quantities
from dragoman.coding.wordlists import words
from dragoman.model import Condition, Document, Ids, Position, Span, Statement


@dataclass
class Scene:
    """A report on its way to being coded; the kinds that others lean on are filled in order."""

    parse: Parse
    cast: Cast
    statements: tuple[Statement, ...] = ()
    conditions: tuple[Condition, ...] = ()
    positions: tuple[Position, ...] = ()
    purposes: set[tuple[Span, ...]] = field(default_factory=set)
    """Where conditions that are only stated purposes are told."""
    coder: str = field(default="")

    @property
    def document(self) -> Document:
        return self.parse.document

    @cached_property
    def _innermost(self) -> dict[int, Statement]:
        """The innermost statement over each word, by the word's number."""
        out: dict[int, Statement] = {}
        by_size = sorted(self.statements, key=lambda s: -sum(p.end - p.start for p in s.spans))
        for statement in by_size:
            for span in statement.spans:
                for word in self.parse.between(span.start, span.end):
                    out[word.i] = statement
        return out

    def statement_at(self, word: Word) -> Statement | None:
        """Return the innermost statement whose content holds the word, or None where the writer speaks."""
        return self._innermost.get(word.i)

    def voice_at(self, word: Word) -> Ids:
        """Return who answers for the words there: the principal a speaker speaks for, else the speaker; outside statements
        who issued the text, and () for the writer of a news report.

        The codebook: positions and conditions are held by the party for which a spokesperson speaks.
        """
        statement = self.statement_at(word)
        return self.cast.issuer_at(word) if statement is None else statement.on_behalf_of or statement.speaker

    @cached_property
    def told_of_the_table(self) -> tuple[str, ...]:
        """The words of negotiation in the report, as lemmas, in order."""
        return tuple(w.lemma for w in self.parse.words if w.lemma in words("stances", "table", "lemmas"))

    @cached_property
    def dates(self) -> tuple[TimeExpression, ...]:
        """All expressions of time, in order."""
        return find_dates(self.parse)

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """All quantities, in order."""
        return find_quantities(self.parse)

    def dates_in(self, within: Iterable[Word]) -> tuple[TimeExpression, ...]:
        """Return the expressions of time that lie wholly among the words."""
        numbers = {w.i for w in within}
        return tuple(d for d in self.dates if numbers.issuperset(range(d.first, d.last + 1)))

    def quantities_in(self, within: Iterable[Word]) -> tuple[Quantity, ...]:
        """Return the quantities that lie wholly among the words."""
        numbers = {w.i for w in within}
        return tuple(q for q in self.quantities if numbers.issuperset(range(q.first, q.last + 1)))
