"""Numbers with their units, as the words give them."""

from dataclasses import dataclass

from dragoman.coding.parse import Parse
from dragoman.model import Span


@dataclass(frozen=True)
class Quantity:
    """A quantity: the words `first` to `last` of the parse (last included), `value` None where only its size is known
    ("hundreds of millions of dollars"), `unit` in the text's words ("dollars", "systems", "percent") or None."""

    span: Span
    first: int
    last: int
    value: float | None
    unit: str | None
    text: str


def find_quantities(parse: Parse) -> tuple[Quantity, ...]:
    """Return the report's quantities, in order."""
    return ()
