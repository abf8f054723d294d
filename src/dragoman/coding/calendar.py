"""Which day the words of a date fix, reckoned from the report's date."""

import datetime
import re

DAY = datetime.timedelta(days=1)
_DURATION = re.compile(r"P(\d+)([DWMY])")


def nearest_weekday(report: datetime.date, weekday: int, future: bool) -> datetime.date:
    """Return the next such weekday where `future`, else the last one; the report's own day counts both ways.

    >>> nearest_weekday(datetime.date(2031, 9, 10), 2, future=False)
    datetime.date(2031, 9, 10)
    """
    if future:
        return report + DAY * ((weekday - report.weekday()) % 7)
    return report - DAY * ((report.weekday() - weekday) % 7)


def week_of(day: datetime.date) -> str:
    """Return the ISO week of a day, as `2031-W37`."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def shift_month(day: datetime.date, months: int) -> str:
    """Return the month that lies so many months after the day's, as `2031-09`."""
    number = day.year * 12 + day.month - 1 + months
    return f"{number // 12:04d}-{number % 12 + 1:02d}"


def year_for(report: datetime.date, month: int, day: int | None, future: bool | None) -> int:
    """Return the year of a month without one: the next such time where `future`, the most recent where not, else the nearest."""
    here = (report.month, report.day if day else 0)
    there = (month, day or 0)
    if future is None:
        months = (month - report.month + (0.03 * (day - report.day) if day else 0)) % 12
        future = months <= 6 and there != here
    if future:
        return report.year + (there < here)
    return report.year - (there > here)


def just_past(report: datetime.date, value: str) -> bool:
    """Return whether the day or month a year before `value` is over by less than two months.

    News gives the year of a day so far ahead: "the notice, which runs from March 3" is printed on March 5 of the same year.
    """
    return (datetime.date.fromisoformat(f"{value}-28"[:10]) - report).days > 305


def day_of_month(report: datetime.date, day: int, future: bool) -> str | None:
    """Return the next such day of a month ("the 24th") where `future`, else the last one; None where that month lacks it."""
    step = 0
    if future and day < report.day:
        step = 1
    elif not future and day > report.day:
        step = -1
    year, month = (int(p) for p in shift_month(report, step).split("-"))
    return iso(year, month, day)


def iso(year: int, month: int, day: int | None) -> str | None:
    """Return the date as ISO 8601, or None for a day that the calendar lacks."""
    if day is None:
        return f"{year:04d}-{month:02d}"
    try:
        return str(datetime.date(year, month, day))
    except ValueError:
        return None


def shifted(report: datetime.date, letter: str, count: int) -> str | None:
    """Return the day, week, month or year (`letter` D, W, M, Y) so many of them after the report's; before it if negative."""
    if letter == "D":
        return str(report + DAY * count)
    if letter == "W":
        return week_of(report + DAY * 7 * count)
    if letter == "M":
        return shift_month(report, count)
    return f"{report.year + count:04d}" if letter == "Y" else None


def after(start: str, duration: str) -> str | None:
    """Return the day on which a duration of days, weeks, months or years from the day `start` ends, or None.

    >>> after("2031-03-03", "P21D")
    '2031-03-24'
    """
    shape = _DURATION.fullmatch(duration)
    if shape is None or len(start) != 10:
        return None
    day, count = datetime.date.fromisoformat(start), int(shape[1])
    if shape[2] in "DW":
        return str(day + DAY * count * (7 if shape[2] == "W" else 1))
    year, month = (int(p) for p in shift_month(day, count * (12 if shape[2] == "Y" else 1)).split("-"))
    return iso(year, month, day.day)
