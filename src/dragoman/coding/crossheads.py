"""Headings that a copied text has glued to the sentence after them: "Way forward-The talks resume", "Union Splits -The vote"."""

import re
from itertools import pairwise

from dragoman.coding.wordlists import words
from dragoman.model import Document, Span

_LONGEST_TITLE = 110
_LONGEST = 7
# A hyphen before a capital or a quotation mark: after a space, after a bracket, or after a word.
_GLUE = re.compile(r"(?<=[\w)\]'’”\"])(?P<space> ?)-(?=[A-Z“\"])")
_FIRST = re.compile(r"[A-Za-z’'.]+(?=[ ,])")
_LAST = re.compile(r"[A-Za-z]+$")
_STOP = re.compile(r"[.?!:;][\"”’']?\s+(?=\S)")


def paragraphs_of(document: Document) -> tuple[tuple[Span, ...], bool]:
    """Return headline and paragraphs, glued headings apart, and whether the first of them is the headline."""
    given = (*((document.title,) if document.title else ()), *document.paragraphs)
    parts = [_parts(document, span) for span in given]
    titled = document.title is not None
    if parts and not titled and len(parts[0]) > 1:
        heading = parts[0][0].text.rstrip(" -")
        titled = (document.headline or heading).startswith(heading)
    return tuple(span for spans in parts for span in spans), titled


def _parts(document: Document, span: Span) -> list[Span]:
    """The paragraph in one piece, or what stands before its headings, each heading, and the rest."""
    cuts = {0, len(span.text)}
    for glue in _GLUE.finditer(span.text):
        stop = next((m.end() for m in reversed(list(_STOP.finditer(span.text, 0, glue.start())))), 0)
        before, after = span.text[stop : glue.start()], span.text[glue.end() :]
        opening = stop == 0 and glue.start() < _LONGEST_TITLE
        if (opening or len(before.split()) < _LONGEST) and _is_heading(before, after, bool(glue["space"])):
            cuts |= {stop, glue.end()}
    return [document.span(span.start + a, span.start + b) for a, b in pairwise(sorted(cuts))]


def _is_heading(before: str, after: str, spaced: bool) -> bool:
    """Whether the words before a hyphen are a heading of their own, and no first part of "anti-Western", "Al-Nour"."""
    first, last = _FIRST.match(after), _LAST.search(before)
    if not before[:1].isupper() or (last is not None and last.group().lower() in words("cues", "prefixes")):
        return False
    if spaced or after[:1] in '“"' or before[-1:] in ")]":
        return True
    if first is None or last is None:
        return False
    if first.group().lower() in words("cues", "openers"):
        return True
    return last.group().islower() and len(last.group()) > 2 and len(before.split()) < _LONGEST and " " in after
