"""Positions, brought together by what they are about."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dragoman.assembly import Dossier
from dragoman.briefing.quoting import phrase, quoted, shown
from dragoman.briefing.telling import Teller, claim, joined
from dragoman.briefing.vocabulary import listed, table
from dragoman.model import Citation, Claim, Position, SentenceKind

_ISSUES = 12


def issues(dossier: Dossier) -> list[list[Position]]:
    """Return the positions of the record grouped by issue: wordings that differ by one word at most are one."""
    groups: list[tuple[set[str], list[Position]]] = []
    for position in dossier.of(Position):
        if position.certainty == "possible" or not position.actor:
            continue
        words = _content(position.issue)
        for known, members in groups:
            if words and (known <= words or words <= known) and abs(len(known) - len(words)) <= 1 and known:
                members.append(position)
                break
        else:
            groups.append((words, [position]))
    return [members for _, members in sorted(groups, key=lambda g: -len({p.actor for p in g[1]}))]


def _content(issue: str) -> set[str]:
    return {w.rstrip("s") for w in re.findall(r"\w+", issue.lower()) if len(w) > 2 and w not in listed("ignored")}


def positions(teller: Teller) -> Iterator[Claim]:
    """Yield sentences on who wants, accepts or refuses what, those on one issue after one another."""
    fresh = [[p for p in group if p.id not in teller.told] for group in issues(teller.dossier)]
    fresh = [g for g in fresh if g]
    pieces = [piece for group in fresh[:_ISSUES] for piece in _issue(teller, group)]
    for same in _run_together(pieces):
        yield claim(same.opening + joined(same.objects) + same.closing, same.kind, same.cited)
    rest = fresh[_ISSUES:]
    if rest:
        named = rest[:5]
        cited = [c for g in named for c in teller.dossier.cite(g[0])]
        names = [phrase(g[0].issue, teller.dossier.cite(g[0])) for g in named]
        more = [f"{len(rest) - 5} more matters"] if len(rest) > 5 else []
        yield claim(f"Positions are also reported on {joined([*names, *more])}", "reported", cited)


@dataclass(frozen=True)
class _Piece:
    """A sentence on one position, open to further objects where subject, verb and source are the same."""

    opening: str
    objects: tuple[str, ...]
    closing: str
    kind: SentenceKind
    cited: tuple[Citation, ...]


def _run_together(pieces: Iterable[_Piece]) -> list[_Piece]:
    """Sentences that differ in their object alone, as one; those that close on a quotation stay alone."""
    out: dict[tuple[str, ...], _Piece] = {}
    for n, p in enumerate(pieces):
        alone = not p.opening or '"' in p.closing or "“" in p.closing or " this: " in p.opening
        key = (str(n),) if alone else (p.opening, p.closing, p.kind)
        known = out.get(key)
        if known:
            objects = tuple(dict.fromkeys((*known.objects, *p.objects)))
            out[key] = _Piece(p.opening, objects, p.closing, p.kind, known.cited + p.cited)
        else:
            out[key] = p
    return list(out.values())


def _issue(teller: Teller, group: list[Position]) -> Iterator[_Piece]:
    by_stance: dict[tuple[tuple[str, ...], str], list[Position]] = defaultdict(list)
    for p in group:
        teller.told.add(p.id)
        by_stance[tuple(teller.dossier.party_of[a].id for a in p.actor), p.stance].append(p)
    firsts = [sorted(ps, key=lambda p: teller.statement(p) is None) for ps in by_stance.values()]
    reported = [ps for ps in firsts if teller.statement(ps[0]) is None]
    if len(reported) > 1:
        yield _together(teller, reported)
    elif reported:
        yield _alone(teller, reported[0])
    for ps in firsts:
        if ps not in reported:
            yield _alone(teller, ps)


def _together(teller: Teller, held: list[list[Position]]) -> _Piece:
    """Several stances on one thing in one sentence, which the report states in its own voice."""
    cited = tuple(c for ps in held for p in ps for c in teller.dossier.cite(p))
    issue = min((p.issue for ps in held for p in ps), key=len)
    parts = [f"{teller.who(ps[0].actor)} {table('stances')[ps[0].stance]} it" for ps in held]
    text = f"On {phrase(issue, cited)}, {teller.source(held[0][0])} says that {joined(parts)}"
    return _Piece("", (text,), "", "reported", cited)


def _alone(teller: Teller, held: list[Position]) -> _Piece:
    first = held[0]
    cited = tuple(c for p in held for c in teller.dossier.cite(p))
    subject, kind = teller.voice(first, first.actor)
    opening = f"{subject} {table('stances')[first.stance]} "
    words, issue = _key_words(first), phrase(first.issue, cited)
    if kind == "reported":
        return _Piece(opening, (issue,), f"{_beyond(first, words)}, according to {teller.source(first)}", kind, cited)
    said = teller.statement(first)
    direct = said is not None and said.manner == "direct" and len(words.split()) > 4
    if first.issue in words and direct:
        return _Piece(f"{opening}this: ", (quoted(words),), "", kind, cited)
    short = len(words.split()) <= 3 or words in first.issue or first.issue in words
    return _Piece(opening, (issue,), "" if short else f": {quoted(words)}", kind, cited)


def _key_words(position: Position) -> str:
    return shown(max(position.spans, key=lambda s: len(s.text)), 30)


def _beyond(position: Position, words: str) -> str:
    """The position's words, where they say clearly more than its issue does."""
    if position.issue in words:
        return ""
    extra = len(words.split()) - len(position.issue.split())
    return f" ({quoted(words)})" if extra > 4 else ""


Row = tuple[str, dict[str, list[Position]]]


def table_rows(dossier: Dossier, groups: Iterable[list[Position]]) -> tuple[list[str], list[Row]]:
    """Return the party ids that hold positions, and for each issue its wording and the positions of each party."""
    parties: dict[str, None] = {}
    rows = []
    for group in groups:
        cells: dict[str, list[Position]] = defaultdict(list)
        for p in group:
            for a in dict.fromkeys(dossier.party_of[a].id for a in p.actor):
                parties[a] = None
                if all(q.stance != p.stance for q in cells[a]):
                    cells[a].append(p)
        rows.append((group[0].issue, dict(cells)))
    return list(parties), rows
