"""The day that is meant where one to come is named without its year."""

import datetime

from dragoman.coding.dates import TimeExpression
from dragoman.coding.scene import Scene

_HALF_A_YEAR = 183


def ahead(scene: Scene, date: TimeExpression) -> str | None:
    """Return the day of something to come: where it would lie half a year back, the next such day is meant."""
    moment, value = scene.document.date.value, date.value
    if moment is None or not moment.is_day or value is None or len(value) != 10 or value[:4] in date.span.text:
        return value
    if (moment.first - datetime.date.fromisoformat(value)).days < _HALF_A_YEAR:
        return value
    later = f"{int(value[:4]) + 1}{value[4:]}"
    return later if later[5:] != "02-29" else None
