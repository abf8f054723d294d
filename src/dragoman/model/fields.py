"""What each field of a coded file may hold, and what to write where it holds something else."""

import math
import re
from dataclasses import MISSING, fields
from typing import Any, get_args, get_origin

from dragoman.model.errors import DragomanError
from dragoman.model.findings import Finding, Ids, Spans
from dragoman.model.moment import Moment

_DAYS = frozenset({"date", "on", "said_on", "start"})
_ABOUT = ("doc_id", "title", "date", "coder", "publisher", "url", "licence", "date_origin")
_DURATION = re.compile(r"P(?=.)(?:\d+Y)?(?:\d+M)?(?:\d+W)?(?:\d+D)?(?:T(?=.)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?", re.ASCII)
_A_DATE = "a date such as 2025-05-14, 2025-05, 2025-W21 or 2025"
_LONGEST = 60
"""Characters of a wrong value that a sentence shows."""


class FieldError(ValueError):
    """A value that its field cannot hold; the message is the part of a sentence that says so and what to write.

    It is caught where record and report are known, which make the sentence whole.
    """


def fitting(field: str, hint: Any, raw: Any) -> Any:
    """Return a plain value (no link, no span) as its field holds it; raises `FieldError` where it cannot.

    >>> fitting("strict", bool, "false")
    Traceback (most recent call last):
    dragoman.model.fields.FieldError: strict='false'; write true or false
    """
    kinds = get_args(hint) if get_origin(hint) is not None and type(None) in get_args(hint) else (hint,)
    optional = type(None) in kinds
    if raw is None and (optional or allowed(hint)):  # a required word of a list is missed as a field that is not there
        return None
    if listed := allowed(hint):
        if not isinstance(raw, str) or raw not in listed:
            raise FieldError(_wrong(field, raw, f"it must be one of {', '.join(listed)}", optional))
        return raw
    if bool in kinds:
        if not isinstance(raw, bool):
            raise FieldError(_wrong(field, raw, "write true or false", optional))
        return raw
    if float in kinds:
        return _number(field, raw)
    return _words(field, raw, optional)


def _number(field: str, raw: Any) -> Any:
    try:
        if isinstance(raw, int | float) and not isinstance(raw, bool) and math.isfinite(raw):
            return raw
    except OverflowError:  # an integer that no computer number can hold
        pass
    raise FieldError(_wrong(field, raw, "write a number in digits, without quotation marks, such as 400000", True))


def _words(field: str, raw: Any, optional: bool) -> str | None:
    if not isinstance(raw, str) or not _can_be_written(raw):
        what = _A_DATE if field in _DAYS else "a length of time such as P50D, P6W or P3M" if field == "duration" else "words"
        raise FieldError(_wrong(field, raw, f"write {what} in quotation marks", optional))
    if field in _DAYS:
        try:
            return Moment(raw).value
        except DragomanError:
            raise FieldError(_wrong(field, raw, f"write {_A_DATE}", optional)) from None
    if field == "duration" and not _DURATION.fullmatch(raw):
        raise FieldError(_wrong(field, raw, "write a length of time such as P50D, P6W or P3M", optional))
    if raw.strip():
        return raw
    if optional:
        return None
    raise FieldError(_wrong(field, raw, "write the words that it is about", optional))


def _can_be_written(raw: str) -> bool:
    """Whether words have a form in UTF-8: half a surrogate pair, which JSON can hold, has none."""
    return not any("\ud800" <= c <= "\udfff" for c in raw)


def _wrong(field: str, raw: Any, write: str, optional: bool) -> str:
    return f"{field}={shown(raw)}; {write}{', or null' if optional else ''}"


def shown(raw: Any) -> str:
    """Return a value as a sentence can show it: in one line, not too long, and in characters that can be printed."""
    told = ascii(raw) if isinstance(raw, str) and not _can_be_written(raw) else repr(raw)
    told = told.encode("utf-8", "backslashreplace").decode("utf-8")
    return told if len(told) <= _LONGEST else f"{told[:_LONGEST]}..."


def allowed(hint: Any) -> tuple[str, ...]:
    """Return the words a Literal (or an optional one) allows; empty for other types."""
    out: list[str] = []
    for part in (hint, *getattr(hint, "__args__", ())):
        if getattr(part, "__origin__", None) is not None and "Literal" in str(part.__origin__):
            out += [a for a in part.__args__ if isinstance(a, str)]
    return tuple(dict.fromkeys(out))


def lacking(kind: type[Finding], values: dict[str, Any]) -> str | None:
    """Return the first field that a record of this kind must have and these values have not."""
    for field in fields(kind):
        if field.default is MISSING and field.default_factory is MISSING and values.get(field.name, ()) == ():
            return field.name
    return None


def what_to_write(field: str, hint: Any) -> str:
    """Return what a field that is missing should hold."""
    if hint == Spans:
        return "write the span of its words, with start, end and text"
    if hint == Ids:
        return "write the id of an actor"
    return f"write one of {', '.join(allowed(hint))}" if allowed(hint) else "write the words that it is about"


def check_about(plain: Any) -> None:
    """Refuse with a `FieldError` what a coded file says of its report as a whole in a form that it cannot have."""
    for field in _ABOUT:
        raw = plain.get(field)
        if raw is not None and (not isinstance(raw, str) or not _can_be_written(raw)):
            raise FieldError(_wrong(field, raw, f"write {_A_DATE if field == 'date' else 'words'} in quotation marks", True))
    if not isinstance(plain.get("date_assumed", False), bool):
        raise FieldError(_wrong("date_assumed", plain["date_assumed"], "write true or false", False))


__all__ = ["FieldError", "allowed", "check_about", "fitting", "lacking", "shown", "what_to_write"]
