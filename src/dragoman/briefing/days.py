"""Dates and durations in words."""

import re

_MONTHS = "January February March April May June July August September October November December".split()
_UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year", "H": "hour"}


def day_words(value: str) -> str:
    """Return an ISO date in words, as precise as it is.

    >>> day_words("2031-03-24"), day_words("2031-03"), day_words("2031-W09")
    ('24 March 2031', 'March 2031', 'week 9 of 2031')
    """
    if "W" in value:
        year, week = value.split("-W")
        return f"week {int(week)} of {year}"
    parts = value.split("-")
    words = [str(int(p)) for p in parts[2:]] + [_MONTHS[int(p) - 1] for p in parts[1:2]] + parts[:1]
    return " ".join(words)


def on_day(value: str) -> str:
    """Return the date with its preposition.

    >>> on_day("2031-03")
    'in March 2031'
    """
    return ("on " if len(value) == 10 else "in ") + day_words(value)


def length_words(duration: str) -> str:
    """Return an ISO duration in words.

    >>> length_words("P50D"), length_words("P1W"), length_words("PT36H")
    ('50 days', '1 week', '36 hours')
    """
    found = re.fullmatch(r"PT?(\d+)([DWMYH])", duration)
    if found is None:
        return duration
    number, unit = found.groups()
    name = "minute" if duration.startswith("PT") and unit == "M" else _UNITS[unit]
    return f"{number} {name}{'' if number == '1' else 's'}"


def count_words(number: int, noun: str) -> str:
    """Return `1 day` or `20 days`."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
