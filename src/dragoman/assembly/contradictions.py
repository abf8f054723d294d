"""What cannot both be right: two counts of one thing on one day, a claim and its denial, a mistake and its correction."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.assembly.amounts import Amount, amounts
from dragoman.assembly.corrections import Correction
from dragoman.assembly.cues import EMPTY, pattern, stems
from dragoman.assembly.dossier import Contradiction, Dossier
from dragoman.assembly.parties import sides
from dragoman.model import Citation, Event, Finding, Ids, Statement

_MONTHS = "january february march april may june july august september october november december".split()
_DAY = re.compile(rf"\b(?:(\d{{1,2}})(?:st|nd|rd|th)? (?:of )?({'|'.join(_MONTHS)})|({'|'.join(_MONTHS)}) (\d{{1,2}}))\b", re.I)
_SINCE = re.compile(r"\b(?:since|from) (?:the |its |their |his |her )?([\w’'-]+(?: [\w’'-]+){0,3})", re.I)
_RARE = 6
"""A word in more findings than this does not tell which thing they are about."""


@dataclass(frozen=True)
class _Count:
    """A number of something that happened, with the day of the report, the day it was counted on and what it is counted since."""

    finding: Finding
    amount: Amount
    told: str
    day: str
    since: frozenset[str]
    words: frozenset[str]


def contradictions(dossier: Dossier, withdrawn: Sequence[Finding]) -> tuple[Contradiction, ...]:
    """Return the contradictions between reports; `withdrawn` are the findings that corrections have taken back.

    Later states are none: what grew since a day may well be more in a later report, but never less.
    """
    found = [*_numbers(dossier), *_denials(dossier), *_corrected(dossier, withdrawn)]
    return tuple(sorted(found, key=lambda c: (c.a[0].document, c.a[0].start, c.b[0].document, c.b[0].start)))


def _numbers(dossier: Dossier) -> Iterator[Contradiction]:
    by_unit: dict[str, list[_Count]] = defaultdict(list)
    for count in _counts(dossier):
        by_unit[count.amount[1]].append(count)
    seen: set[tuple[str, float, float]] = set()
    for told in by_unit.values():
        by_anchor: dict[str, list[_Count]] = defaultdict(list)
        for count in told:
            for anchor in (count.day, *count.since):
                by_anchor[anchor].append(count)
        for near in by_anchor.values():
            for place, b in enumerate(near):
                for a in near[:place]:
                    key = (a.amount[1], min(a.amount[0], b.amount[0]), max(a.amount[0], b.amount[0]))
                    if key not in seen and _clash(a, b):
                        seen.add(key)
                        yield Contradiction(b.amount[1], dossier.cite(a.finding), dossier.cite(b.finding), "number")


def _counts(dossier: Dossier) -> Iterator[_Count]:
    copied = {d for group in dossier.copies for d in group[1:]}
    for f in (*dossier.of(Event), *dossier.of(Statement)):
        date = dossier.document[f.document].date.value
        if f.certainty == "possible" or f.document in copied or date is None or getattr(f, "status", "held") != "held":
            continue
        text = " ".join(s.text for s in f.spans)
        named = amounts(text)
        units = Counter(u for _, u in named)
        since = frozenset().union(*(stems(m.group(1)) for m in _SINCE.finditer(text)))
        day = _day(text) or (f.date if isinstance(f, Event) and f.date and len(f.date) == 10 else "")
        for value, unit in named:
            if len(unit) > 2 and units[unit] == 1 and (day or since):
                yield _Count(f, (value, unit), date.value, day[-5:], since, stems(text) - {unit[:4]})


def _day(text: str) -> str:
    """The one day of the calendar that a text names, as month and day."""
    found = {(m.group(1) or m.group(4), (m.group(2) or m.group(3)).lower()) for m in _DAY.finditer(text)}
    return "".join(f"{_MONTHS.index(month) + 1:02}-{int(day):02}" for day, month in found) if len(found) == 1 else ""


def _clash(a: _Count, b: _Count) -> bool:
    if a.finding.document == b.finding.document or a.amount[0] == b.amount[0] or len(a.words & b.words) < 2:
        return False
    if a.day and b.day:
        return a.day == b.day
    first, last = sorted((a, b), key=lambda c: c.told)
    return bool(a.since & b.since) and (first.told == last.told or last.amount[0] < first.amount[0])


def _denials(dossier: Dossier) -> Iterator[Contradiction]:
    """A statement that denies what was said before, with the earlier words of another side on the same thing."""
    said = [s for s in dossier.of(Statement) if s.certainty != "possible"]
    words = {s.id: _things(_text(s)) for s in said}
    often = Counter(w for found in words.values() for w in found)
    names = {w for p in dossier.parties for n in (p.name, *p.aliases) for w in _things(n)}
    for place, b in enumerate(said):
        cue = pattern("denied").search(_text(b))
        if cue is None:
            continue
        rare = {w for w in words[b.id] - names - _things(cue.group(0)) if often[w] <= _RARE}
        earlier = [a for a in said[:place] if a.document != b.document and words[a.id] & rare]
        earlier = [a for a in earlier if not _sides(dossier, a.speaker) & _sides(dossier, b.speaker)]
        if earlier:
            a = max(earlier, key=lambda a: (len(words[a.id] & rare), -len(words[a.id])))
            yield Contradiction(" ".join(sorted(words[a.id] & rare)), dossier.cite(a), dossier.cite(b), "fact")


def _things(text: str) -> frozenset[str]:
    return frozenset(w[:5] for w in re.findall(r"[^\W\d_]{5,}", text.casefold()) if w not in EMPTY)


def _sides(dossier: Dossier, ids: Ids) -> frozenset[str]:
    return sides((dossier.party_of[i].id for i in ids), dossier.party)


def _corrected(dossier: Dossier, withdrawn: Sequence[Finding]) -> Iterator[Contradiction]:
    gone = {f.id: f for f in withdrawn}
    for correction in dossier.corrections:
        taken = [gone[i] for i in correction.withdrawn if i in gone and gone[i].document == correction.corrects]
        for spoken in (False, True):  # what is said to be so, and who is said to have said it, are two mistakes
            mistakes = [f for f in taken if isinstance(f, Statement) is spoken]
            if mistakes:
                a = max(mistakes, key=lambda f: sum(len(s.text) for s in f.spans))
                cited = tuple(Citation(dossier.document[a.document], s) for s in a.spans)
                yield Contradiction(cited[0].quote, cited, _right(dossier, correction, a), "corrected", settled=True)


def _right(dossier: Dossier, correction: Correction, wrong: Finding) -> tuple[Citation, ...]:
    """What the notice says in the place of the mistake: its finding that is nearest in words, else its whole words."""
    inside = [
        f
        for f in dossier.findings
        if f.document == correction.notice
        and f.kind not in ("actor", "deadline")
        and any(c.start <= f.spans[0].start and f.spans[-1].end <= c.end for c in correction.citations)
    ]
    words = stems(" ".join(s.text for s in wrong.spans))
    near = [f for f in inside if stems(_text(f)) & words or f.kind == "position"]
    best = max(near, key=lambda f: (f.kind == wrong.kind, f.kind == "position", len(stems(_text(f)) & words)), default=None)
    return dossier.cite(best) if best is not None else correction.citations


def _text(finding: Finding) -> str:
    return " ".join(s.text for s in finding.spans)


__all__ = ["contradictions"]
