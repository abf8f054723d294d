"""When a report was published, and how that is known."""

import datetime
import re
from collections.abc import Iterable
from pathlib import PurePath
from typing import Literal

from dragoman.model import Moment, ReportDate, SourceError

_MONTHS = {m: n for n, m in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d\d)-(\d\d)(?!\d)")
_YEAR, _NAME = r"(?<!\d)((?:19|20|21)\d\d)", r"([a-z]{3})[a-z]{0,6}"
_COMPACT = re.compile(rf"{_YEAR}[/_-]?(\d\d)-?(\d\d)(?!\d)")
_YEAR_FIRST = re.compile(rf"{_YEAR}[/_.-](\d{{1,2}}|{_NAME})[/_.-](\d{{1,2}})(?!\d)", re.I)
_YEAR_LAST = re.compile(rf"(?<![\da-z])(\d{{1,2}})[/_.-]{_NAME}[/_.-]{_YEAR}(?!\d)", re.I)
_MONTH_FIRST = re.compile(rf"(?<![a-z]){_NAME}[/_.-](\d{{1,2}})[/_.-]{_YEAR}(?!\d)", re.I)
_YEAR_MONTH = re.compile(rf"{_YEAR}[/-](0[1-9]|1[0-2]|{_NAME})(?=/|$)", re.I)
_DAY_MONTH = re.compile(r"(\d{1,2}) ([A-Za-z]{3})[a-z]*\.?,? (\d{4})")
_MONTH_DAY = re.compile(r"([A-Za-z]{3})[a-z]*\.? (\d{1,2}),? (\d{4})")


def date_report(
    *,
    given: Moment | None,
    field: str | None,
    field_origin: Literal["field", "metadata"],
    dateline: str | None,
    address: str | None,
    references: Iterable[str],
    file: str,
    place: str,
) -> ReportDate:
    """Return the date from the best origin there is, in HOUSE's order; `unknown` where there is none.

    A date in the report's own address is the publisher's; one in the address of what it refers to is assumed,
    and so is one in a file's name. A file's time stamp says when it was copied and is never used.
    """
    if field:
        written = _from_field(field, place)
    if given:
        return ReportDate(given, "given")
    if field:
        return ReportDate(written, field_origin)
    if dateline and (moment := from_words(dateline)):
        return ReportDate(moment, "dateline")
    if address and (moment := _from_address(address)):
        return ReportDate(moment, "address")
    cited = sorted({str(m) for url in references if (m := _from_address(url))})
    if cited:
        return ReportDate(Moment(cited[-1]), "reference", assumed=True)
    if moment := _from_name(file):
        return ReportDate(moment, "file", assumed=True)
    return ReportDate()


def from_words(words: str) -> Moment | None:
    """Return the day that words such as "25 July 2025" fix; None where the year is missing.

    >>> from_words("Sept 18, 2031")
    Moment(value='2031-09-18')
    """
    if found := _ISO.search(words):
        return _moment(*found.groups())
    if found := _DAY_MONTH.search(words):
        return _moment(found.group(3), found.group(2), found.group(1))
    if found := _MONTH_DAY.search(words):
        return _moment(found.group(3), found.group(1), found.group(2))
    return None


def _from_field(value: str, place: str) -> Moment:
    shape = re.match(r"\d{4}(?:-\d\d(?:-\d\d)?|-W\d\d)?(?=$|T| )", value)
    moment = Moment(shape.group()) if shape and _valid(shape.group()) else from_words(value)
    if moment is None:
        raise SourceError(f"{place}: the date {value!r} cannot be read. Write it as 2025-07-25.")
    return moment


def _valid(value: str) -> bool:
    from dragoman.model import DragomanError

    try:
        Moment(value)
    except DragomanError:
        return False
    return True


def _from_address(url: str) -> Moment | None:
    """The day in an address, in any of the common forms; the month where no day is there.

    >>> [str(_from_address(f"https://example.org/{d}/talks")) for d in ("2035/aug/24", "20320508", "24-may-2033", "2032/05")]
    ['2035-08-24', '2032-05-08', '2033-05-24', '2032-05']
    """
    path = re.sub(r"^\w+://[^/]*", "", url)
    for found in _YEAR_FIRST.finditer(path):
        if moment := _moment(found.group(1), found.group(2), found.group(4)):
            return moment
    for found in _COMPACT.finditer(path):
        if moment := _moment(*found.groups()):
            return moment
    for found in _YEAR_LAST.finditer(path):
        if moment := _moment(found.group(3), found.group(2), found.group(1)):
            return moment
    for found in _MONTH_FIRST.finditer(path):
        if moment := _moment(found.group(3), found.group(1), found.group(2)):
            return moment
    month = _YEAR_MONTH.search(path)
    number = _month(month.group(2)) if month else 0
    return Moment(f"{month.group(1)}-{number:02}") if month and number else None


def _from_name(file: str) -> Moment | None:
    found = _COMPACT.search(PurePath(file).name)
    return _moment(*found.groups()) if found else None


def _moment(year: str, month: str, day: str) -> Moment | None:
    try:
        return Moment(datetime.date(int(year), _month(month), int(day)).isoformat())
    except ValueError:
        return None


def _month(name: str) -> int:
    return int(name) if name.isdigit() else _MONTHS.get(name[:3].lower(), 0)
