"""Positions, brought together by what they are about."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from dragoman.assembly import Dossier
from dragoman.briefing.quoting import phrase, quoted, shown
from dragoman.briefing.telling import Teller, claim, joined
from dragoman.briefing.vocabulary import listed, table
from dragoman.model import Claim, Position

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
    for group in fresh[:_ISSUES]:
        yield from _issue(teller, group)
    rest = fresh[_ISSUES:]
    if rest:
        shown_ = rest[:5]
        cited = [c for g in shown_ for c in teller.dossier.cite(g[0])]
        names = joined(phrase(g[0].issue, teller.dossier.cite(g[0])) for g in shown_)
        more = f", and on {len(rest) - 5} more matters" if len(rest) > 5 else ""
        yield claim(f"The reports also give positions on {names}{more}", "reported", cited)


def _issue(teller: Teller, group: list[Position]) -> Iterator[Claim]:
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


def _together(teller: Teller, held: list[list[Position]]) -> Claim:
    """Several stances on one thing in one sentence, which the report states in its own voice."""
    cited = [c for ps in held for p in ps for c in teller.dossier.cite(p)]
    issue = max((p.issue for ps in held for p in ps), key=len)
    parts = [f"{teller.who(ps[0].actor)} {table('stances')[ps[0].stance]} it" for ps in held]
    return claim(f"On {phrase(issue, cited)}, {teller.source(held[0][0])} says that {joined(parts)}", "reported", cited)


def _alone(teller: Teller, held: list[Position]) -> Claim:
    first = held[0]
    cited = tuple(c for p in held for c in teller.dossier.cite(p))
    subject, kind = teller.voice(first, first.actor)
    verb = table("stances")[first.stance]
    words = _key_words(first)
    if kind == "reported":
        text = f"{subject} {verb} {phrase(first.issue, cited)}{_beyond(first, words)}"
        return claim(f"{text}, according to {teller.source(first)}", kind, cited)
    if len(words.split()) <= 3 or words in first.issue:
        return claim(f"{subject} {verb} {phrase(first.issue, cited)}", kind, cited)
    if first.issue in words:
        return claim(f"{subject} {verb} this: {quoted(words)}", kind, cited)
    return claim(f"{subject} {verb} {phrase(first.issue, cited)}: {quoted(words)}", kind, cited)


def _key_words(position: Position) -> str:
    return shown(max(position.spans, key=lambda s: len(s.text)), 30)


def _beyond(position: Position, words: str) -> str:
    """The position's words, where they say clearly more than its issue does."""
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
