"""A point of time as precise as the words allow."""

import calendar
import datetime
import re
from dataclasses import dataclass

from dragoman.model.errors import DragomanError

_SHAPES = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?|-W(\d{2}))?", re.ASCII)


@dataclass(frozen=True)
class Moment:
    """An ISO 8601 date in the precision the words allow: `2025`, `2025-05`, `2025-05-14` or `2025-W21`.

    >>> Moment("2025-05").last
    datetime.date(2025, 5, 31)
    """

    value: str

    def __post_init__(self) -> None:
        try:
            _ = self.first, self.last
        except ValueError:
            raise DragomanError(f"{self.value!r} is no date; write it as 2025-05-14, 2025-05, 2025-W21 or 2025.") from None

    def _parts(self) -> tuple[int, int | None, int | None, int | None]:
        shape = _SHAPES.fullmatch(self.value)
        if shape is None:
            raise ValueError(self.value)
        year, month, day, week = (int(g) if g else None for g in shape.groups())
        return year or 0, month, day, week

    @property
    def first(self) -> datetime.date:
        """The first day it may mean."""
        year, month, day, week = self._parts()
        if week is not None:
            return datetime.date.fromisocalendar(year, week, 1)
        return datetime.date(year, month or 1, day or 1)

    @property
    def last(self) -> datetime.date:
        """The last day it may mean."""
        year, month, day, week = self._parts()
        if week is not None:
            return datetime.date.fromisocalendar(year, week, 7)
        month = month or 12
        return datetime.date(year, month, day or calendar.monthrange(year, month)[1])

    @property
    def is_day(self) -> bool:
        """Whether the words fix one day."""
        return len(self.value) == 10

    def __str__(self) -> str:
        return self.value
