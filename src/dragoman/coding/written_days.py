"""Days in figures and by their feasts: "13/4/2033", "25.12.2032", "2031-W37", "New Year's Day", "the 1990s", "mid-2037"."""

import functools
import re

from dragoman.coding import calendar
from dragoman.coding.named_days import YEAR, Page, Reading
from dragoman.coding.wordlists import load, words
from dragoman.model import DragomanError
from dragoman.model.moment import Moment

_ISO = re.compile(r"\d{4}-(?:\d{2}-\d{2}|\d{2}|W\d{2})")
_FIGURES = re.compile(r"(\d{1,2})([/.])(\d{1,2})\2((?:19|20)\d\d)")
_DECADE = re.compile(r"(?:1\d|20)\d0s")
_PARTLY = re.compile(r"(?:mid|early|late)-((?:19|20)\d\d)")
_OLD_YEAR = re.compile(r"1[0-8]\d\d")


def iso_written(page: Page, i: int) -> Reading | None:
    """ "2031-09-10", "2031-W37"; the tokeniser splits them at their hyphens, so unbroken words are joined again."""
    tokens = page.tokens
    if not YEAR.match(tokens[i].text):
        return None
    joined, best = "", None
    for at in range(i, min(i + 5, len(tokens))):
        if at > i and tokens[at].start != tokens[at - 1].end:
            break
        joined += tokens[at].text
        if _ISO.fullmatch(joined) and _is_moment(joined):
            best = Reading(at, joined)
    return best


def _is_moment(value: str) -> bool:
    try:
        Moment(value)
    except DragomanError:
        return False
    return True


def in_figures(page: Page, i: int) -> Reading | None:
    """ "13/4/2033" and "4/13/2033" name one day; "3/4/2033" is March here and April there, so it fixes none."""
    text = page.tokens[i].text
    if text.startswith(("mid-", "early-", "late-")) and (partly := _PARTLY.fullmatch(text)):
        return Reading(i, partly[1])
    if _DECADE.fullmatch(text):
        return Reading(i)
    shape = _FIGURES.fullmatch(text)
    if shape is None:
        return None
    first, second, year = int(shape[1]), int(shape[3]), int(shape[4])
    if shape[2] == "." or first > 12 or first == second:
        return Reading(i, calendar.iso(year, second, first) if 1 <= second <= 12 else None)
    if second > 12:
        return Reading(i, calendar.iso(year, first, second))
    return Reading(i) if first and second else None


def feast(page: Page, i: int) -> Reading | None:
    """ "New Year's Day", "Christmas Eve", "May Day"; a feast that moves fixes no day."""
    named = _feasts().get(page.tokens[i].lower)
    if named is None or not page.tokens[i].text[0].isupper():
        return None
    lowers = tuple(page.lower(k) for k in range(i, i + 4))
    for parts, day in named:
        if lowers[: len(parts)] != parts:
            continue
        last = i + len(parts) - 1
        if not day:
            return Reading(last)
        if page.report is None:
            return Reading(last, relative=True)
        month, number = (int(p) for p in day.split("-"))
        if page.lower(last + 1) in ("", ",") and YEAR.fullmatch(page.lower(last + 2)):
            return Reading(last + 2, calendar.iso(int(page.lower(last + 2)), month, number))
        year = calendar.year_for(page.report, month, number, page.ahead(last))
        return Reading(last, calendar.iso(year, month, number), relative=True)
    return None


@functools.cache
def _feasts() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """The words of each feast with its day, by the first of them."""
    out: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, day in load("dates")["feasts"].items():
        parts = tuple(name.split())
        out.setdefault(parts[0], []).append((parts, day))
    return out


def year(page: Page, i: int) -> Reading | None:
    """ "in 2025", "since 2019": a bare year after a preposition, with nothing counted behind it; "the 2015 accord"."""
    text = page.tokens[i].text
    if i == 0 or not (YEAR.fullmatch(text) or _OLD_YEAR.fullmatch(text)):
        return None
    follower = page.tokens[i + 1].tag if i + 1 < len(page.tokens) else ""
    if _OLD_YEAR.fullmatch(text):
        plain = follower not in ("NN", "NNS", "NNP", "JJ", "CD", "HYPH") and page.lower(i + 1) not in ("-", "%", "percent", "of")
        return Reading(i, text) if plain and page.lower(i - 1) in ("in", "since", "of") and _is_dated(page, i) else None
    if page.lower(i - 1) in ("the", "a", "its", "their") and follower in ("NN", "NNP"):
        return Reading(i, text)
    led = page.lower(i - 1) in words("dates", "before_year")
    return Reading(i, text) if led and follower not in ("NNS", "JJ") else None


def _is_dated(page: Page, i: int) -> bool:
    """ "The charter of 1762" is dated, "a total of 1500" is counted."""
    return page.lower(i - 1) != "of" or page.lower(i - 2) in words("dates", "dated")
