"""Positions, brought together by what they are about."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dragoman.assembly import Dossier
from dragoman.assembly.things import on_one_thing, thing
from dragoman.briefing.days import count_words, on_day
from dragoman.briefing.naming import joined
from dragoman.briefing.quoting import named
from dragoman.briefing.retelling import Tale, tale
from dragoman.briefing.running import told
from dragoman.briefing.telling import Teller, claim
from dragoman.briefing.vocabulary import table
from dragoman.briefing.wording import is_many, is_thing
from dragoman.briefing.worth import enough
from dragoman.model import Claim, Position

_SHOWN, _FEW_MORE = 12, 3  # so few more are told rather than counted


def issues(dossier: Dossier) -> list[list[Position]]:
    """Return the positions of the record grouped by what they are about, and by the amounts that they name of it."""
    told = [p for p in dossier.of(Position) if p.certainty != "possible" and p.actor]
    groups: list[list[Position]] = []
    for members in on_one_thing(told):
        by_amount: dict[frozenset[str], list[Position]] = {}
        for position in members:
            by_amount.setdefault(_amounts(position.issue), []).append(position)
        groups += by_amount.values()
    return sorted(groups, key=lambda g: -len({p.actor for p in g}))


def _amounts(issue: str) -> frozenset[str]:
    """The numbers of an issue: an offer of 2 million and a demand of 3 million are two matters."""
    return frozenset(re.findall(r"\d[\d.,]*", issue))


def positions(teller: Teller) -> Iterator[Claim]:
    """Yield sentences on who wants, accepts or refuses what: matters of several parties first, then party by party."""
    left = {i for c in teller.dossier.changes for i in c.given_up}  # stands that were given up are told as changes, or not at all
    groups = [_joint(p for p in group if p.id not in left and not teller.is_told(p)) for group in issues(teller.dossier)]
    rest: list[Position] = []
    for group in groups:
        matter = _on_one_matter(teller, group)
        rest += [p for p in _once(teller, group) if matter is None or teller.statement(p) is not None]
        if matter is not None:
            yield matter
    # What two findings tell in the same words is told once, and what says too little to be quoted not at all.
    clear = [p for p in _by_party(teller, rest) if enough(teller, p) and not teller.is_told(p)]
    most = _SHOWN if len(clear) > _SHOWN + _FEW_MORE else len(clear)
    shown_, more = clear[:most], clear[most:]
    yield from told(teller, _tales(teller, shown_))
    if more:
        cited = [c for p in more for c in teller.dossier.cite(p)]
        yield claim(f"{_reports(teller)} of {count_words(len(more), 'further position')}", "reported", cited)


def _tales(teller: Teller, found: Iterable[Position]) -> Iterator[Tale]:
    for p in found:
        if not teller.is_told(p):
            said = tale(teller, p, p.actor, table("labels")[p.stance])
            teller.tell(said.cited)
            yield said


def _joint(group: Iterable[Position]) -> list[Position]:
    """Positions that several parties take in the same words as one position of them all."""
    out: dict[tuple[object, ...], Position] = {}
    for p in group:
        key = (p.document, p.spans, p.stance, p.statement)
        known = out.get(key)
        out[key] = replace(known, actor=tuple(dict.fromkeys(known.actor + p.actor))) if known else p
    return list(out.values())


def _reports(teller: Teller) -> str:
    return "The report tells" if len(teller.dossier.documents) == 1 else "The reports tell"


def _holders(teller: Teller, position: Position) -> tuple[str, ...]:
    return tuple(dict.fromkeys(teller.dossier.party_of[a].id for a in position.actor))


def _once(teller: Teller, group: Sequence[Position]) -> list[Position]:
    """The positions of a group, one for each holder, stance and day; those that somebody says first."""
    out: dict[tuple[object, ...], Position] = {}
    for p in sorted(group, key=lambda p: teller.statement(p) is None):
        out.setdefault((_holders(teller, p), p.stance), p)
    return list(out.values())


def _by_party(teller: Teller, found: Sequence[Position]) -> list[Position]:
    """Positions with those of one party, and of one who speaks for it, after one another, in the order of their first."""
    order = list(dict.fromkeys(_holders(teller, p) for p in found))
    voices = list(dict.fromkeys(_voice(teller, p) for p in found))
    return sorted(found, key=lambda p: (order.index(_holders(teller, p)), voices.index(_voice(teller, p))))


def _voice(teller: Teller, position: Position) -> tuple[object, ...]:
    """Whose position it is, who says so, in which report."""
    said = teller.statement(position)
    return _holders(teller, position), teller.dossier.names(said.speaker) if said else (), position.document


def _on_one_matter(teller: Teller, group: list[Position]) -> Claim | None:
    """A sentence for what the reports say of several parties on one thing; None where it cannot be named by its own words."""
    reported = [p for p in _once(teller, group) if teller.statement(p) is None]
    holders = [_holders(teller, p) for p in reported]
    dates = [_day(teller, p) for p in reported]
    again = len(set(holders)) < len(holders)
    if len(set(holders)) < 2 or len({p.stance for p in reported}) < 2 or (again and len(set(dates)) < len(dates)):
        return None
    thing = _matter(teller, reported)
    if not thing:
        return None
    cited = tuple(c for p in group if teller.statement(p) is None for c in teller.dossier.cite(p))
    teller.tell(cited)
    teller.interrupted(reported[0])
    days = [f" {on_day(d)}" if again and d else "" for d in dates]
    it = "them" if is_many(thing) else "it"
    parts = joined(f"{teller.who(p.actor)} {table('stances')[p.stance]} {it}{day}" for p, day in zip(reported, days, strict=True))
    sources = list(dict.fromkeys(teller.source(p) for p in reported))
    if len(sources) > 1:
        say = "the reports say that"
    else:
        say = f"{sources[0]} says that" if "report" in sources[0] else f"according to {sources[0]},"
    return claim(f"On {thing}, {say} {parts}", "reported", cited)


def _day(teller: Teller, position: Position) -> str:
    return str(position.on or teller.dossier.document[position.document].date.value or "")


def _matter(teller: Teller, held: Sequence[Position]) -> str:
    """What the positions are about, by the first wording that names a thing."""
    phrases = [(thing(p).phrase, p) for p in held]
    for words, p in sorted(phrases, key=lambda f: (len(f[0].split()) < 2, len(f[0]))):
        found = named(teller.dossier.document[p.document], words, p.spans)
        if found and is_thing(found):
            return found
    return ""


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
