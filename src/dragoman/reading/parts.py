"""Takes a text apart: headline, dateline, paragraphs, reference marks, References, Comments."""

import re
from dataclasses import dataclass, field
from itertools import pairwise

from dragoman.model import Mark, Reference, Span
from dragoman.reading.mastheads import names_paper
from dragoman.reading.planted import without_planted

_REFERENCES = re.compile(r"(?:references|sources|notes|bibliography)\s*:?", re.I)
_COMMENTS = re.compile(r"comments?\s*(?:\(\d+\))?\s*:?", re.I)
_NO_COMMENT = re.compile(r"no comments?( yet)?\.?", re.I)
_MARK = re.compile(r"\[(\d{1,3})\]")
_REFERENCE = re.compile(r"(?:\[(\d{1,3})\]|(\d{1,3})[.)])\s*(?=\S)")
_URL = re.compile(r"https?://[^\s<>\"')\]]+")
_BYLINE = re.compile(r"(?:By|BY) [A-Z][\w.'’-]+(?: (?:and |, )?[A-Z][\w.'’-]+){0,6}(?:[,|] .{0,60})?")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DATELINE = re.compile(
    r"(?P<place>(?:[A-Z][A-Z'’.-]+|St\.|(?<=[A-Z] )(?:DE|LA|OF))(?:[ ,/]+[A-Z][A-Za-z.'’-]*){0,5})?"
    rf"(?P<date>,?\s*(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?)?"
    r"(?P<agency>,?\s*\([^()]{2,50}\))?"
    r"\s*(?:--|[-–—])\s+(?=\S)"
)
_DATE_LINE = re.compile(
    r"(?:(?:published|posted|updated|date)\s*:?\s*)?(?:\w+day,? )?"
    rf"(?P<date>\d{{1,2}} {_MONTH} \d{{4}}|{_MONTH} \d{{1,2}},? \d{{4}}|\d{{4}}-\d\d-\d\d)\b.{{0,30}}",
    re.I,
)
_LABEL = re.compile(r"(?:[A-Z][A-Z.'’ -]{2,40}|QUESTION|Q|A):")
_PAPER = re.compile(
    r"\b(?:Times|Post|News|Register|Herald|Gazette|Tribune|Journal|Ledger|Courier|Chronicle|Observer|Mail|Star|Telegraph|Guardian|Standard|Echo"
    r"|Review|Press|Daily|Weekly|Sunday|Evening|Morning|Wire|Dispatch|Examiner|Globe|Record|Sentinel|Argus|Mercury|Monitor|Examiner|Advertiser|Bulletin)\b"
)
HEADLINE = 220
"""Characters; the longest headline of the 2,272-report corpus has 196."""


@dataclass
class Parts:
    """Where the parts of a report stand. `date_words` is a date that the dateline or a line of its own gives."""

    title: Span | None = None
    dateline: Span | None = None
    agency: str | None = None
    paper: str | None = None
    date_words: str | None = None
    paragraphs: list[Span] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    comments: list[Span] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


def take_apart(text: str, title: str | None, titled: bool) -> Parts:
    """Return the parts of a settled text. `title` is the headline that came beside it; `titled` says whether
    a first line that looks like a headline may be taken for one (in a plain text it may)."""
    parts = Parts()
    blocks = _blocks(text)
    section = "body"
    for block in blocks:
        if section != "comments" and _COMMENTS.fullmatch(block.text) and block is not blocks[0]:
            section = "comments"
        elif section == "body" and _REFERENCES.fullmatch(block.text) and block is not blocks[0]:
            section = "references"
        elif section == "references":
            parts.references.append(_reference(block))
        elif section == "comments":
            if not _NO_COMMENT.fullmatch(block.text):
                parts.comments.append(block)
        else:
            parts.paragraphs.append(block)
    _take_paper(parts)
    _take_title(parts, title, titled)
    _take_front(parts)
    parts.marks = [m for p in parts.paragraphs for m in _marks(text, p)]
    parts.paragraphs, planted = without_planted(text, parts.paragraphs)
    parts.remarks = [*planted, *_unbalanced(text, parts.paragraphs)]
    return parts


def _blocks(text: str) -> list[Span]:
    """The paragraphs as written: a line each, or, where lines are wrapped by hand, what blank lines set apart."""
    lines = [m for m in re.finditer(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+", text) if m.group().strip()]
    if not _wrapped(text, lines):
        return [_stripped(text, m.start(), m.end()) for m in lines]
    out: list[tuple[int, int]] = []
    for line in lines:
        gap = text[out[-1][1] : line.start()] if out else ""
        apart = gap.count("\n") != 1 or _LABEL.match(line.group()) or _section(line.group()) or _section(text[slice(*out[-1])])
        if out and not apart and not _REFERENCE.match(line.group().strip()):
            out[-1] = (out[-1][0], line.end())
        else:
            out.append((line.start(), line.end()))
    return [_stripped(text, start, end) for start, end in out]


def _section(line: str) -> bool:
    return bool(_REFERENCES.fullmatch(line.strip()) or _COMMENTS.fullmatch(line.strip()))


def _wrapped(text: str, lines: list[re.Match[str]]) -> bool:
    """Whether lines break inside sentences: none is long, and many go on in lower case on the next line."""
    if any(len(line.group().strip()) > 100 for line in lines):
        return False
    joined = [(a, b) for a, b in pairwise(lines) if text[a.end() : b.start()].count("\n") == 1]
    running = [b for _, b in joined if b.group().lstrip()[:1].islower()]
    return len(running) > 0.3 * len(joined)


def _stripped(text: str, start: int, end: int) -> Span:
    inner = text[start:end]
    left = len(inner) - len(inner.lstrip("\ufeff \t\r\n\xa0"))
    right = len(inner.rstrip("\ufeff \t\r\n\xa0"))
    return Span.of(text, start + left, start + right)


def _reference(block: Span) -> Reference:
    number, url = _REFERENCE.match(block.text), _URL.search(block.text)
    value = int(number.group(1) or number.group(2)) if number else None
    return Reference(value, block, url.group().rstrip(".,;") if url else None)


def _take_paper(parts: Parts) -> None:
    """A line that names the paper is no headline at the head of a report, and no comment at its foot."""
    addresses = [r.url for r in parts.references if r.url]
    ahead = parts.paragraphs[:2]
    head = names_paper(ahead[0].text, addresses) if len(ahead) == 2 and _like_headline(ahead[1].text) else None
    if head:
        parts.paragraphs.pop(0)
    ends = (parts.comments, parts.references, parts.paragraphs)
    last = next((blocks for blocks in ends if blocks), [])
    block = last[-1] if last else None
    line = block.span if isinstance(block, Reference) else block
    foot = names_paper(line.text, addresses) if line is not None and (last is not parts.paragraphs or len(last) > 2) else None
    if foot:
        last.pop()
    parts.paper = head or foot


def _take_title(parts: Parts, title: str | None, titled: bool) -> None:
    if not parts.paragraphs:
        return
    if titled and title is None and _publisher_first(parts.paragraphs):
        parts.paragraphs.pop(0)
    first = parts.paragraphs[0]
    named = title is not None and _plain(first.text) == _plain(title)
    alone = len(parts.paragraphs) > 1 and _like_headline(first.text)
    if named or (titled and title is None and alone):
        parts.title = parts.paragraphs.pop(0)


def _publisher_first(paragraphs: list[Span]) -> bool:
    """Whether a paper's name stands above the headline: "The Daily Ledger", then a longer line that looks like one."""
    if len(paragraphs) < 3 or not _like_headline(paragraphs[1].text) or len(paragraphs[1].text.split()) < 5:
        return False
    words = re.findall(r"[\w’']+", paragraphs[0].text)
    capitals = all(w[0].isupper() or w.lower() in ("of", "the", "and") for w in words)
    named = bool(_PAPER.search(paragraphs[0].text)) or (words[:1] == ["The"] and len(words) > 2)
    return 0 < len(words) <= 5 and capitals and named and _like_headline(paragraphs[0].text)


def _plain(text: str) -> str:
    return " ".join(text.translate(str.maketrans("‘’“”", "''\"\"")).split()).casefold().rstrip(".")


def _like_headline(line: str) -> bool:
    dateline = _DATELINE.match(line)
    if len(line) > HEADLINE or (dateline and dateline.end() > 3):
        return False
    return not re.search(r"[.;:,][\"'”’)]*$", line) and not _LABEL.match(line)


def _take_front(parts: Parts) -> None:
    """Byline and date lines before the body go; the dateline of the first paragraph is marked."""
    while len(parts.paragraphs) > 1:
        front = parts.paragraphs[0].text
        dated = _DATE_LINE.fullmatch(front)
        if dated is None and not _BYLINE.fullmatch(front):
            break
        parts.date_words = parts.date_words or (dated.group("date") if dated else None)
        parts.paragraphs.pop(0)
    if not parts.paragraphs:
        return
    first = parts.paragraphs[0]
    found = _DATELINE.match(first.text)
    if found and (found.group("place") or found.group("agency")) and found.end() < len(first.text):
        parts.dateline = Span(first.start, first.start + found.end(), found.group())
        parts.agency = (found.group("agency") or "").strip(" ,()") or None
        parts.date_words = parts.date_words or (found.group("date") or "").strip(" ,") or None


def _marks(text: str, paragraph: Span) -> list[Mark]:
    return [
        Mark(int(m.group(1)), Span.of(text, m.start(), m.end())) for m in _MARK.finditer(text, paragraph.start, paragraph.end)
    ]


def _unbalanced(text: str, paragraphs: list[Span]) -> list[str]:
    """A sentence for each double quotation mark without a partner in its own paragraph or the next."""
    out: list[str] = []
    waiting: Span | None = None
    for paragraph in paragraphs:
        if waiting and paragraph.text[0] in '"“':
            waiting = None  # newspapers leave a quotation open that goes on in the next paragraph
        odd = paragraph.text.count('"') % 2 == 1 or paragraph.text.count("“") != paragraph.text.count("”")
        if waiting and not odd:
            out.append(_without_partner(text, waiting))
        waiting = paragraph if odd and waiting is None else None
    return [*out, _without_partner(text, waiting)] if waiting else out


def _without_partner(text: str, paragraph: Span) -> str:
    line = text.count("\n", 0, paragraph.start) + 1
    return f"In line {line} a quotation mark has no partner; where the quoted words end there is uncertain."
