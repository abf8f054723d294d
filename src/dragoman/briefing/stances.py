"""Positions, brought together by what they are about."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from dragoman.assembly import Dossier
from dragoman.briefing.days import on_day
from dragoman.briefing.quoting import named, quoted, shown
from dragoman.briefing.telling import Teller, claim, joined
from dragoman.briefing.vocabulary import listed, table
from dragoman.model import Citation, Claim, Position, SentenceKind

_SENTENCES, _PREDICATES, _WORDS, _TELLING = 10, 3, 34, 4


def issues(dossier: Dossier) -> list[list[Position]]:
    """Return the positions of the record grouped by issue: wordings that differ by one word at most are one."""
    groups: list[tuple[set[str], list[Position]]] = []
    for position in dossier.of(Position):
        if position.certainty == "possible" or not position.actor:
            continue
        words = _content(position.issue)
        for known, members in groups:
            near = words and known and (known <= words or words <= known) and abs(len(known) - len(words)) <= 1
            if near and _amounts(members[0].issue) == _amounts(position.issue):
                members.append(position)
                break
        else:
            groups.append((words, [position]))
    return [members for _, members in sorted(groups, key=lambda g: -len({p.actor for p in g[1]}))]


def _amounts(issue: str) -> set[str]:
    """The numbers of an issue: an offer of 2 million and a demand of 3 million are two matters."""
    return set(re.findall(r"\d[\d.,]*", issue))


def _content(issue: str) -> set[str]:
    return {w.rstrip("s") for w in re.findall(r"\w+", issue.lower()) if len(w) > 2 and w not in listed("ignored")}


def positions(teller: Teller) -> Iterator[Claim]:
    """Yield sentences on who wants, accepts or refuses what: matters of several parties first, then party by party."""
    groups = [_joint(p for p in group if not teller.is_told(p)) for group in issues(teller.dossier)]
    shared = [g for g in groups if len({_holders(teller, p) for p in g}) > 1]
    lone = [p for g in groups if g not in shared for p in _once(teller, g)]
    told = 0
    for group in shared:
        for sentence in _on_one_matter(teller, group):
            yield sentence
            told += 1
    found = (_piece(teller, p) for p in _by_party(teller, lone))
    pieces = _run_together(piece for piece in found if piece)
    for piece in pieces[: max(_SENTENCES - told, 3)]:
        yield piece.sentence(teller)
    rest = pieces[max(_SENTENCES - told, 3) :]
    if rest:
        cited = [c for piece in rest for c in piece.cited]
        number = sum(len(piece.predicates) for piece in rest)
        yield claim(f"{_reports(teller)} of {number} further position{'' if number == 1 else 's'}", "reported", cited)


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


@dataclass(frozen=True)
class _Piece:
    """What one subject holds: `predicates` such as (`rejected `, `"the offer"`), which can run on while `voice` is the same.

    A `closed` one quotes whole words, so that a source named after it would read as theirs.
    """

    voice: tuple[object, ...]
    subject: str
    predicates: tuple[tuple[str, str], ...]
    kind: SentenceKind
    position: Position
    cited: tuple[Citation, ...]
    closed: bool

    def sentence(self, teller: Teller) -> Claim:
        """The piece as a sentence with its source."""
        things: dict[str, list[str]] = {}
        for verb, thing in dict.fromkeys(self.predicates):
            things.setdefault(verb, []).append(thing)
        clause = f"{self.subject} {joined(verb + joined(found) for verb, found in things.items())}"
        if self.kind == "reported":
            return claim(teller.attributed(self.position, clause), self.kind, self.cited)
        teller.interrupted(self.position)
        return claim(clause, self.kind, self.cited)


def _piece(teller: Teller, position: Position) -> _Piece | None:
    """One position, its words quoted whole where its object would not make a sentence; None where those say too little."""
    subject, kind = teller.voice(position, position.actor)
    verb, cited = _verb(teller, position), teller.dossier.cite(position)
    words = shown(max(position.spans, key=lambda s: len(s.text)), 30)
    said = teller.statement(position)
    whole = said is not None and said.manner == "direct" and len(words.split()) > 4 and position.issue in words
    thing = "" if whole else named(teller.dossier.document[position.document], position.issue, position.spans, clause=True)
    if not verb:
        thing = ""
    voice = _voice(teller, position)
    teller.tell(cited)
    if not thing and len(words.split()) < _TELLING:
        return None
    if not thing:
        whole_words = ((f"{table('readings')[position.stance]}: ", quoted(words)),)
        return _Piece(voice, subject, whole_words, kind, position, cited, True)
    own = thing not in quoted(words) and thing[:1] not in '"“' and len(words.split()) > 4
    return _Piece(voice, subject, ((f"{verb} ", f"{thing} ({quoted(words)})" if own else thing),), kind, position, cited, False)


def _verb(teller: Teller, position: Position) -> str:
    """The verb that goes with the object: one that takes a "to" before an infinitive; empty where none would be sure.

    Of a demand in the infinitive only the addressee tells whether another is to act.
    """
    if not _is_infinitive(position):
        wants_act = position.stance == "demand" and re.search(r" to [a-z]", position.issue)
        return "called for" if wants_act else table("stances")[position.stance]
    if position.stance != "demand":
        return table("infinitives")[position.stance]
    return f"called on {teller.who(position.addressee)} to" if position.addressee else ""


def _is_infinitive(position: Position) -> bool:
    return any(
        (at := span.text.find(position.issue)) > 0 and span.text[:at].endswith(("to ", "To ")) for span in position.spans
    )  # fmt: skip


def _run_together(pieces: Iterable[_Piece]) -> list[_Piece]:
    """Neighbouring pieces of one voice as one, while the sentence stays short."""
    out: list[_Piece] = []
    for p in pieces:
        last = out[-1] if out else None
        if last and _can_follow(last, p):
            closed = last.closed or p.closed
            out[-1] = replace(last, predicates=last.predicates + p.predicates, cited=last.cited + p.cited, closed=closed)
        else:
            out.append(p)
    return out


def _can_follow(last: _Piece, new: _Piece) -> bool:
    words = sum(len(thing.split()) for _, thing in (*last.predicates, *new.predicates))
    if last.closed or new.closed:
        return last.voice == new.voice and new.kind == "said" and len(last.predicates) == 1 and words <= _WORDS
    return last.voice == new.voice and len(last.predicates) < _PREDICATES and words <= _WORDS


def _on_one_matter(teller: Teller, group: list[Position]) -> Iterator[Claim]:
    """A sentence for what the reports say of all parties on one thing, then those that people say themselves."""
    held = _once(teller, group)
    twice = {h for h in (_holders(teller, p) for p in held) if sum(_holders(teller, p) == h for p in held) > 1}
    reported = [p for p in held if teller.statement(p) is None]
    said = [p for p in held if p not in reported]
    cited = tuple(c for p in group if teller.statement(p) is None for c in teller.dossier.cite(p))
    thing = _matter(teller, reported) if len(reported) > 1 else ""
    if thing:
        teller.tell(cited)
        teller.interrupted(reported[0])
        parts = joined(f"{teller.who(p.actor)} {table('stances')[p.stance]} it{_when(teller, p, twice)}" for p in reported)
        sources = list(dict.fromkeys(teller.source(p) for p in reported))
        say = f"{sources[0]} says" if len(sources) == 1 else "the reports say"
        yield claim(f"On {thing}, {say} that {parts}", "reported", cited)
    else:
        said = held
    for p in said:
        piece = _piece(teller, p)
        if piece:
            yield piece.sentence(teller)


def _when(teller: Teller, position: Position, twice: set[tuple[str, ...]]) -> str:
    """The day of a stance, where its holder took another on the same thing."""
    day = position.on or teller.dossier.document[position.document].date.value
    return f" {on_day(str(day))}" if day and _holders(teller, position) in twice else ""


def _matter(teller: Teller, held: Sequence[Position]) -> str:
    """What the positions are about, by the first wording of two words or more."""
    for p in sorted(held, key=lambda p: (len(p.issue.split()) < 2, len(p.issue))):
        found = named(teller.dossier.document[p.document], p.issue, p.spans)
        if found:
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
