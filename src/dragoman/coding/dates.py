"""Expressions of time and what they mean, resolved only where the words fix them."""

from dataclasses import dataclass
from typing import Literal

from dragoman.coding.parse import Parse
from dragoman.model import Span


@dataclass(frozen=True)
class TimeExpression:
    """Words of time: the words `first` to `last` of the parse (last included).

    `value` is an ISO 8601 date (`2025-07-23`, `2025-W21`, `2025-05`, `2025`) or None; `duration` an ISO 8601 duration
    (`P50D`) or None; `assumed` where the value hangs on a report date that is itself assumed.
    `sense`: `date` names a point or stretch of the calendar, `duration` a length, `set` a recurrence.
    """

    span: Span
    first: int
    last: int
    sense: Literal["date", "duration", "set"]
    value: str | None = None
    duration: str | None = None
    assumed: bool = False


def find_dates(parse: Parse) -> tuple[TimeExpression, ...]:
    """Return the report's expressions of time, in order."""
    return ()
