"""Of how many origins a claim is: those who heard it or can know it, not the addresses at which it is printed."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dragoman.assembly.claims import happened_again, promised_again, said_again
from dragoman.assembly.dossier import Change, Dossier, Requirement
from dragoman.assembly.outlets import outlet
from dragoman.model import Citation, Commitment, Condition, Event, Finding, Position, Statement


@dataclass(frozen=True)
class Sourced:
    """A claim with the reports that print it and how many independent origins these come to; `why` tells each origin in words."""

    claim: str
    count: int
    documents: tuple[str, ...]
    why: tuple[str, ...]


_ASKED = re.compile(r"[^.!?\n]*\?|[^\n]*\?[\"”’']?[ \t]*(?:\n|$)")


def origins(dossier: Dossier) -> tuple[Sourced, ...]:
    """Return the origins of each condition of the record, and of each event, promise and saying that several reports tell.

    Reports that tell the same in the same words are one origin. What somebody is said to have said has as many origins as
    newsrooms heard it for themselves: words that came through an agency, another outlet or another person are of whom they came
    through, and what only a question tells is of nobody. A fact that a report gives somebody for is of him, wherever it is
    printed; one without is of the report. What a correction took back has no origin left.
    """
    first = {d: group[0] for group in dossier.copies for d in group}
    found = [_sourced(dossier, r.conditions[0].gated + " only after " + r.conditions[0].required, r.conditions, first)
             for r in dossier.requirements if r.certainty != "possible" and r.relation == "only_after"]  # fmt: skip
    found += [_sourced(dossier, same[0].spans[0].text, same, first) for same in happened_again(dossier)]
    found += [_sourced(dossier, _promised(dossier, same[0]), same, first) for same in promised_again(dossier)]
    slips = [c for c in dossier.changes if c.kind == "slip_disowned"]
    found += _sayings(dossier, slips, first)
    for change in slips:
        found += _disowned(dossier, change, first)
    return (*found, *_withdrawn(dossier))


def _sourced(dossier: Dossier, claim: str, mentions: Iterable[Finding], first: Mapping[str, str]) -> Sourced:
    mentions = list(mentions)
    keys = dict(key for m in mentions if (key := _origin(dossier, m, first)) is not None)
    documents = tuple(dict.fromkeys(m.document for m in mentions))
    return Sourced(" ".join(claim.split()), len(keys), documents, tuple(dict.fromkeys(keys.values())))


def _promised(dossier: Dossier, promise: Commitment) -> str:
    return f"{' and '.join(dossier.names(promise.giver))}: {promise.spans[0].text}"


def _sayings(dossier: Dossier, slips: Sequence[Change], first: Mapping[str, str]) -> Iterator[Sourced]:
    """What somebody is said to have said, but for conditions and slips, which are told as such, and for words in copies alone."""
    stands, tied = _statements_of(dossier, (Position,)), _statements_of(dossier, (Condition,))
    for same in said_again(dossier):
        apart = {first.get(s.document, s.document) for s in same}
        slip = any(_within(s, c.before) for s in same for c in slips)
        if not slip and not tied & {s.id for s in same} and (len(apart) > 1 or any(map(str.isdigit, same[0].spans[0].text))):
            yield _said(dossier, same, first, bool(stands & {s.id for s in same}))
    for statement in dossier.of(Statement):
        relayed = statement.via and statement.speaker and statement.certainty != "possible"
        copied = first.get(statement.document, statement.document) != statement.document
        if relayed and not copied and not _is_asked(dossier, statement):
            yield _said(dossier, (statement,), first, stand=True)


def _statements_of(dossier: Dossier, kinds: tuple[type[Position] | type[Condition], ...]) -> set[str]:
    """The statements in which findings of some kinds are told."""
    return {f.statement for kind in kinds for f in dossier.of(kind) if f.statement is not None}


def _said(dossier: Dossier, same: tuple[Statement, ...], first: Mapping[str, str], stand: bool) -> Sourced:
    """What somebody said: a stand is of those who heard it, a fact of him who vouches for it."""
    name = dossier.party_of[same[0].speaker[0]].name
    claim = f"{name} said: {same[0].spans[0].text}"
    if stand:
        return _sourced(dossier, claim, same, first)
    documents = tuple(dict.fromkeys(s.document for s in same))
    return Sourced(" ".join(claim.split()), 1, documents, (name,))


def _disowned(dossier: Dossier, change: Change, first: Mapping[str, str]) -> Iterator[Sourced]:
    """That somebody said what his side took back: of those who heard it, and of the side, which grants it by taking it back."""
    own = [f for i in change.given_up if (f := dossier.finding.get(i)) is not None and not _within(f, change.to)]
    told = [s for s in dossier.of(Statement) if _within(s, change.before) or any(_over(f, s) for f in own)]
    said = {f.document: f for f in (*told, *own)}
    keys = dict(key for f in said.values() if (key := _origin(dossier, f, first)) is not None)
    side = dossier.party[change.parties[0]]
    keys[f"word of {side.id}"] = f"{side.name}, which grants it"
    documents = tuple(dict.fromkeys((change.before[0].document, *said, change.to[0].document)))
    words = " … ".join(c.quote for c in change.before)
    who = dossier.names(next((f.speaker for f in told if f.speaker), next((f.actor for f in own if isinstance(f, Position)), ())))
    claim = f"{' and '.join(who) or side.name} said: {' '.join(words.split())}"
    yield Sourced(claim, len(keys), documents, tuple(dict.fromkeys(keys.values())))
    back = [p for p in dossier.of(Position) if _answers(dossier, p, change, own)]
    if len({p.document for p in back}) > 1:
        documents = tuple(dict.fromkeys(p.document for p in back))
        yield Sourced(" ".join(change.to[0].quote.split()), 1, documents, (f"{side.name}, of its own words",))


def _answers(dossier: Dossier, position: Position, change: Change, own: Iterable[Finding]) -> bool:
    """Whether a position is the side's refusal of what it took back."""
    issues = {f.issue for f in own if isinstance(f, Position)} | {change.issue}
    side = {dossier.party_of[a].id for a in position.actor} & set(change.parties)
    return _within(position, change.to) or (bool(side) and position.stance == "reject" and position.issue in issues)


def _withdrawn(dossier: Dossier) -> Iterator[Sourced]:
    """What a report said that was corrected, with those that only repeat it: of no origin any more."""
    gone = {f.id: f for f in dossier.withdrawn}
    notices = {c.notice for c in dossier.corrections}
    for correction in dossier.corrections:
        taken = [gone[i] for i in correction.withdrawn if i in gone and gone[i].document == correction.corrects]
        stands = [f for f in taken if not isinstance(f, Statement)]
        again = [f for f in gone.values() if f.document not in notices and not isinstance(f, Statement)]
        if stands:
            claim = max((f.spans[0].text for f in stands), key=len)
            documents = tuple(dict.fromkeys(f.document for f in again)) or (correction.corrects,)
            yield Sourced(" ".join(claim.split()), 0, documents, ("taken back by the outlet",))


def _within(finding: Finding, cited: Iterable[Citation]) -> bool:
    return any(c.document == finding.document and s.start < c.end and c.start < s.end for c in cited for s in finding.spans)


def _over(a: Finding, b: Finding) -> bool:
    return a.document == b.document and any(s.start < t.end and t.start < s.end for s in a.spans for t in b.spans)


def _origin(dossier: Dossier, mention: Finding, first: Mapping[str, str]) -> tuple[str, str] | None:
    """What tells an origin from another, and the origin in words; None for what only a question tells."""
    document = dossier.document[first.get(mention.document, mention.document)]
    if _is_asked(dossier, mention):
        return None
    own = outlet(document, dossier.outlets)
    if own.is_own_word:
        return f"word of {own.of}", f"{own.of}, in its own {'release' if own.kind == 'official' else 'outlet'}"
    said = mention if isinstance(mention, Statement) else dossier.finding.get(getattr(mention, "statement", None) or "")
    paper = document.publisher or document.id
    if isinstance(said, Statement) and said.via:
        through = dossier.party_of[said.via[0]]
        return f"party {through.id}", f"{through.name}, through whom the words came"
    if isinstance(mention, Event) and isinstance(said, Statement) and said.speaker:
        source = dossier.party_of[said.speaker[0]]
        return f"party {source.id}", source.name
    copies = " (with its copies)" if mention.document in first else ""
    return f"report {document.id}", f"{paper}{copies}"


def _is_asked(dossier: Dossier, mention: Finding) -> bool:
    """Whether the words stand in a question that somebody is asked: their paragraph, or the sentence they end, ends with one."""
    text = dossier.document[mention.document].text
    return _ASKED.match(text, mention.spans[-1].end) is not None


def independent(dossier: Dossier, requirement: Requirement) -> int:
    """Return of how many independent origins a condition is."""
    first = {d: group[0] for group in dossier.copies for d in group}
    return len({key[0] for c in requirement.conditions if (key := _origin(dossier, c, first)) is not None})


def retold(dossier: Dossier, requirement: Requirement) -> Iterator[Condition]:
    """Yield the mentions of a condition that are no copy of another."""
    copied = {d for group in dossier.copies for d in group[1:]}
    kept = [c for c in requirement.conditions if c.document not in copied]
    yield from kept or requirement.conditions[:1]


__all__ = ["Sourced", "independent", "origins", "retold"]
