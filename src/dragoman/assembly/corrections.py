"""Correction notices: which report they correct, in which words, and what falls with it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dragoman.model import Actor, Citation, Coded, Document, Finding, Ids, Span, Statement

_HEADED = re.compile(r"\s*(?:corrections?|clarifications?|corrigend(?:um|a)|errat(?:um|a)|editor[’']s note)\b", re.I)
_PIECE = r"(?:article|report|story|item|piece|interview|column|feature)"
_REFERS = re.compile(rf"\b{_PIECE}\b[^.]{{0,80}}\b(?:published|printed|headline|headed)\b", re.I)
_GOES_ON = re.compile(rf"\s*(?:the|that) {_PIECE}\b", re.I)
_QUOTED = re.compile(r"[\"“‘']([^\"“”]{6,200}?)[\"”’'](?=[\s,.;:)]|$)")
_WRONG = re.compile(
    r"\b(?:said|stated|reported|wrote|gave|suggested|misstated|claimed)\b(?: (?:incorrectly|wrongly|in error))?,? (?:that )?"
    r"(?P<said>(?:[^.]|\.(?=\S))+)\.",
    re.I,
)
_NOT_BY = re.compile(
    r"\b(?:spoken|said|made|written|uttered)\b[^.]{0,20}\bnot by\b|\bwrongly (?:attributed|ascribed)\b", re.I
)
_TELLER = re.compile(rf"\b{_PIECE}\b|[\"”’']\s*(?:\([^)]*\)\s*)?$|\b(?:we|this newspaper)\b", re.I)
_SENTENCE = re.compile(r"[^.?!]+(?:[.?!](?=\S)[^.?!]+)*[.?!][\"”’]*|[^.?!]+$")
_DEED = re.compile(r"\b(?:had|has|have|would|will|was|were)\s+(?:been\s+)?(\w+)")
_SMALL = frozenset(
    "a an the of in on at to for by with from and or but that which who its his her their it he she they was were is are be "
    "been had has have said would will as into over under than not no this these those".split()
)
ALIKE = 0.6
"""A finding falls where this part of its weighty words stands in what the notice calls wrong."""


@dataclass(frozen=True)
class Correction:
    """That a notice in the report `notice` corrects the report `corrects`, in the words cited.

    `withdrawn` are the ids of the findings that fall with it.
    """

    notice: str
    corrects: str
    citations: tuple[Citation, ...]
    withdrawn: Ids


def corrections(reports: Sequence[Coded]) -> tuple[Correction, ...]:
    """Return every correction that names, by headline or by day and publisher, an earlier report that is there."""
    found = []
    for coded in reports:
        document = coded.document
        corrected: Document | None = None
        for paragraph in _notices(document):
            corrected = _meant(document, paragraph.text, reports) or corrected
            if corrected is None:
                continue
            target = next(c for c in reports if c.document is corrected)
            gone = (*_falling(target, paragraph.text), *_told_again(coded, paragraph))
            found.append(Correction(document.id, corrected.id, (Citation(document, paragraph),), gone))
    return tuple(found)


def _notices(document: Document) -> Iterator[Span]:
    """The paragraphs that correct: those that say so at their head; in a column of corrections all that tell of an article."""
    column = bool(document.headline and _HEADED.match(document.headline))
    telling = False
    for paragraph in document.paragraphs:
        own = bool(_HEADED.match(paragraph.text))
        refers = _REFERS.search(paragraph.text) or (telling and _GOES_ON.match(paragraph.text))
        telling = bool(own or (column and refers))
        if telling and len(paragraph.text.split()) > 4:
            yield paragraph


def _meant(notice: Document, words: str, reports: Sequence[Coded]) -> Document | None:
    """The earlier report that the words name: by its headline, else the one of its day and publisher."""
    earlier = [c.document for c in reports if c.document is not notice and _day(c.document) <= _day(notice)]
    for quoted in _QUOTED.findall(words):
        named = [d for d in earlier if d.headline and _plain(d.headline) == _plain(quoted)]
        if len(named) == 1:
            return named[0]
    own = [d for d in earlier if d.publisher and d.publisher == notice.publisher and _says_day(words, d)]
    return own[0] if len(own) == 1 else None


def _day(document: Document) -> str:
    return str(document.date.value or "")


def _plain(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.casefold()))


def _says_day(words: str, document: Document) -> bool:
    """Whether the words name the day on which the report appeared: "on 19 March", "March 19"."""
    value = document.date.value
    if value is None or not value.is_day:
        return False
    day, month = value.first.day, value.first.strftime("%B")
    return re.search(rf"\b(?:{day}(?:st|nd|rd|th)? (?:of )?{month}|{month} {day}\b)", words) is not None


def _falling(corrected: Coded, words: str) -> Iterator[str]:
    """The ids of what the report says that the notice calls wrong: of like words, or words given to the wrong speaker."""
    sentences = [s.group(0).strip() for s in _SENTENCE.finditer(words)]
    wrong = [m.group("said") for m in _wrong(words)]
    given = [_plain(q) for s in sentences if _NOT_BY.search(s) for q in _QUOTED.findall(s) if len(q.split()) > 3]
    for finding in corrected.findings:
        if isinstance(finding, Actor):
            continue
        said = " ".join(s.text for s in finding.spans)
        if isinstance(finding, Statement):
            if any(q in _plain(said) for q in given):
                yield finding.id
        elif any(_is_of(_weighty(said), w) for w in wrong):
            yield finding.id


def _wrong(words: str) -> Iterator[re.Match[str]]:
    """What a notice says that its article said, in the group `said`; what a party said is no mistake of the article's."""
    for sentence in _SENTENCE.finditer(words):
        match = _WRONG.search(words, sentence.start(), sentence.end())
        if match and _TELLER.search(words[sentence.start() : match.start()]):
            yield match


def _told_again(notice: Coded, paragraph: Span) -> Iterator[str]:
    """The ids of what the notice itself seems to say where it tells the mistake again."""
    for match in _wrong(paragraph.text):
        start, end = (paragraph.start + at for at in match.span("said"))
        for finding in notice.findings:
            inside = all(start <= s.start and s.end <= end for s in finding.spans)
            if inside and not isinstance(finding, Actor):
                yield finding.id


def _weighty(words: str) -> frozenset[str]:
    return frozenset(w[:6] for w in re.findall(r"[\w.]*\w", words.casefold()) if w not in _SMALL)


def _is_of(said: frozenset[str], wrong: str) -> bool:
    """Whether a finding says what is called wrong, deed and all: that a figure was accepted, not that it was put forward."""
    deeds, shared = {d[:6] for d in _DEED.findall(wrong.casefold())}, said & _weighty(wrong)
    return len(shared) > 2 and len(shared) >= ALIKE * min(len(said), len(_weighty(wrong))) and (not deeds or bool(deeds & said))


def standing(findings: Iterable[Finding], found: Iterable[Correction]) -> tuple[Finding, ...]:
    """Return the findings that no correction has withdrawn."""
    gone = {i for c in found for i in c.withdrawn}
    return tuple(f for f in findings if f.id not in gone)
