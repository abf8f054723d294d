"""Which day the words of a date fix, reckoned from the report's date."""

import datetime

DAY = datetime.timedelta(days=1)


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


def year_for(report: datetime.date, month: int, day: int | None, future: bool) -> int:
    """Return the year of a month without one: the next such time where `future`, else the most recent."""
    here = (report.month, report.day if day else 0)
    there = (month, day or 0)
    if future:
        return report.year + (there < here)
    return report.year - (there > here)
