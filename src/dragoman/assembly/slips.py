"""Slips: what somebody of a side said and his own side took back."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dragoman.assembly.amounts import amounts
from dragoman.assembly.cues import pattern, stems
from dragoman.assembly.dossier import Change, Dossier, Party
from dragoman.assembly.siding import behind
from dragoman.model import Actor, Citation, Ids, Position, Span, Statement

_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?=\d)[^.!?\n]*)*[.!?]*[\"”’']*")
_BEFORE = 2
"""How many sentences before the one that takes back may tell what is taken back: the question, or what was said."""
_SUPPOSED = re.compile(r"\b(?:if|whether|unless|suppose|not|n['’]t|never|nor|hardly)\b[^,.;]*$", re.I)
_PRONOUNS = frozenset("i me my we us our he him his she her it its itself they them their you your who himself herself".split())
_ENOUGH = 2
"""As many words as two utterances must share to be on one thing; one is enough within the sentence that takes back."""


@dataclass(frozen=True)
class _Disowning:
    """A sentence by which a side takes back: its report, place, side, speakers, and the words that may tell what."""

    document: str
    span: Span
    told: str
    side: frozenset[str]
    speakers: frozenset[str]
    position: Position | None
    context: str


@dataclass(frozen=True)
class _Utterance:
    finding: Position | Statement
    told: str
    words: frozenset[str]
    numbers: frozenset[float]

    @property
    def place(self) -> tuple[str, str, int]:
        return self.told, self.finding.document, self.finding.spans[0].start


def slips(dossier: Dossier) -> Iterator[Change]:
    """Yield each utterance of somebody that his own side took back, with the words by which it did, the first time each."""
    seen: set[str] = set()
    for back in sorted(_disownings(dossier), key=lambda b: (b.told, b.document, b.span.start)):
        found = _slip(dossier, back)
        if found is None or found.finding.id in seen:
            continue
        given_up = [u.finding for u in _same(dossier, found)]
        seen |= {found.finding.id, *(f.id for f in given_up)}
        own = [f for f in (*given_up, found.finding) if isinstance(f, Position)]
        cited = (Citation(dossier.document[back.document], back.span),)
        to = dossier.cite(back.position) if back.position is not None else cited
        issue = own[0].issue if own else " ".join(found.finding.spans[0].text.strip("\"“”',. ").split())
        ids = tuple(dict.fromkeys((*(f.id for f in own), *((back.position.id,) if back.position else ()))))
        yield Change("slip_disowned", tuple(sorted(back.side)), issue, dossier.cite(found.finding), to, back.told, ids)


def _disownings(dossier: Dossier) -> Iterator[_Disowning]:
    """Every sentence that somebody says, or by which a side shows its stand, with words of taking back."""
    taken: set[tuple[str, int]] = set()
    copied = {d for group in dossier.copies for d in group[1:]}
    positions = [p for p in dossier.of(Position) if p.document not in copied]
    told: list[tuple[Position | Statement, Ids]] = [(p, p.actor) for p in positions]
    told += [(s, (*s.speaker, *s.on_behalf_of)) for s in dossier.of(Statement) if s.document not in copied]
    for finding, who in told:
        date = dossier.document[finding.document].date.value
        if not who or date is None or (finding.certainty == "possible" and isinstance(finding, Statement)):
            continue
        for span in _sentences(dossier, finding):
            cue = pattern("disowned").search(span.text)
            at, context = _around(dossier.document[finding.document].text, span)
            whole = finding.document, at
            if cue is None or whole in taken or _SUPPOSED.search(span.text[: cue.start()][-40:]):
                continue
            taken.add(whole)
            position = finding if isinstance(finding, Position) else None
            speakers = frozenset(dossier.party_of[i].id for i in who)
            yield _Disowning(finding.document, span, str(date), behind(dossier, who), speakers, position, context)
    yield from _told(dossier, taken, copied)


def _told(dossier: Dossier, taken: set[tuple[str, int]], copied: set[str]) -> Iterator[_Disowning]:
    """What the writer tells a party to have done: "The federation distanced itself from its treasurer"."""
    actors: dict[str, list[Actor]] = defaultdict(list)
    for actor in dossier.of(Actor):
        actors[actor.document].append(actor)
    for document in dossier.documents:
        date = document.date.value
        if document.id in copied or date is None:
            continue
        for match in _SENTENCE.finditer(document.text):
            cue = pattern("distancing").search(match.group(0))
            if cue is None or (document.id, match.start()) in taken or _SUPPOSED.search(match.group(0)[: cue.start()][-40:]):
                continue
            before = match.group(0)[: cue.start()]
            named = {a.id: at for a in actors[document.id] if (at := _last_named(before, a)) >= 0}
            who = max(named, key=lambda i: (named[i], i), default=None)
            start = match.start() + len(match.group(0)) - len(match.group(0).lstrip())
            if who is not None:
                span = document.span(start, match.start() + len(match.group(0).rstrip()))
                _, context = _around(document.text, span)
                speakers = frozenset({dossier.party_of[who].id})
                yield _Disowning(document.id, span, str(date), behind(dossier, (who,)), speakers, None, context)


def _last_named(words: str, actor: Actor) -> int:
    """Where the words name an actor last, or -1; a pronoun names nobody here."""
    names = [n for n in (actor.name, *actor.aliases) if n.lower() not in _PRONOUNS]
    return max((m.end() for n in names for m in re.finditer(rf"\b{re.escape(n)}\b", words)), default=-1)


def _sentences(dossier: Dossier, finding: Position | Statement) -> Iterator[Span]:
    document = dossier.document[finding.document]
    for span in finding.spans:
        for match in _SENTENCE.finditer(span.text):
            if match.group(0).strip():
                start = span.start + match.start() + len(match.group(0)) - len(match.group(0).lstrip())
                yield document.span(start, span.start + len(match.group(0).rstrip()) + match.start())


def _around(text: str, span: Span) -> tuple[int, str]:
    """The place of the whole sentence that a span stands in, and its words with those of the sentences before it."""
    first = max(0, span.start - 600)
    found = [m for m in _SENTENCE.finditer(text, first, min(len(text), span.end + 300)) if m.group(0).strip()]
    at = next((k for k, m in enumerate(found) if m.end() > span.start), len(found) - 1)
    chosen = found[max(0, at - _BEFORE) : at + 1]
    return found[at].start(), " ".join(m.group(0) for m in chosen)


def _slip(dossier: Dossier, back: _Disowning) -> _Utterance | None:
    """The utterance that is taken back, of an earlier report where there is one."""
    people = list(_meant(dossier, back))
    names = {stem for p in people for n in (p.name, *p.aliases, p.role or "") for stem in stems(n)}
    issue = back.position.issue if back.position is not None else ""
    own, around = stems(f"{back.span.text} {issue}") - names, stems(f"{back.context} {issue}") - names
    numbers, near = _numbers(f"{back.span.text} {issue}"), _numbers(f"{back.context} {issue}")
    found = []
    for said in _utterances(dossier, {p.id for p in people}):
        f = said.finding
        earlier = said.told < back.told
        if not earlier and not (f.document == back.document and _is_before(dossier, f, back)):
            continue
        if numbers and said.numbers and not numbers & said.numbers:
            continue
        shared = len(said.words & around)
        if (said.numbers & near) or shared >= _ENOUGH or (said.words & own):
            found.append(((earlier, bool(said.numbers & near), shared), said))
    best = max((score for score, _ in found), default=None)
    return min((u for score, u in found if score == best), key=lambda u: u.place, default=None)


def _is_before(dossier: Dossier, said: Position | Statement, back: _Disowning) -> bool:
    """Whether words of the same report come before those that take them back, or are told within them as somebody else's."""
    speakers = {dossier.party_of[i].id for i in (said.speaker if isinstance(said, Statement) else said.actor)}
    inside = back.span.start <= said.spans[0].start and said.spans[-1].end <= back.span.end
    return said.spans[-1].end <= back.span.start or (inside and not speakers & back.speakers)


def _meant(dossier: Dossier, back: _Disowning) -> Iterator[Party]:
    """Whose words are taken back: people of the side whom the sentence names, else the one of the office that it names."""
    own = [p for p in dossier.parties if p.type == "person" and p.id not in back.speakers and _is_of(dossier, p, back)]
    spoken = set(re.findall(r"[^\W\d_]+", back.span.text))
    named = [
        p for p in own if spoken & {w for n in (p.name, *p.aliases) for w in re.findall(r"[^\W\d_]{3,}", n) if w[0].isupper()}
    ]
    if named:
        yield from named
        return
    roles = [p for p in own if p.role and stems(p.role) and stems(p.role) <= stems(back.span.text)]
    around = set(re.findall(r"[^\W\d_]+", back.context))
    told = [p for p in own if around & {w for w in re.findall(r"[^\W\d_]{3,}", p.name) if w[0].isupper()}]
    if len(roles) == 1 or len(told) == 1:
        yield (roles if len(roles) == 1 else told)[0]


def _is_of(dossier: Dossier, person: Party, back: _Disowning) -> bool:
    """Whether a person is of the side that takes back: acts for it, or is the deputy or an aide of who speaks for it."""
    if back.side & behind(dossier, person.actors):
        return True
    roles = [dossier.party[s].role or "" for s in back.speakers if s in dossier.party]
    return any(
        r and stems(r) and re.search(rf"\b(?:deputy|vice|assistant|aide to the) {re.escape(r)}", person.role or "", re.I)
        for r in roles
    )


def _utterances(dossier: Dossier, people: set[str]) -> Iterator[_Utterance]:
    """What people said or are said to want, also where the words bind their side."""
    spoken = {s.id for s in dossier.of(Statement) if {dossier.party_of[i].id for i in s.speaker} & people}
    told: Iterable[Position | Statement] = (*dossier.of(Position), *dossier.of(Statement))
    for f in told:
        own = f.id in spoken or (isinstance(f, Position) and (
            f.statement in spoken or bool({dossier.party_of[i].id for i in f.actor} & people)))  # fmt: skip
        date = dossier.document[f.document].date.value
        if own and date is not None and not (isinstance(f, Position) and f.stance in ("reject", "rule_out")):
            text = " ".join(s.text for s in f.spans)
            issue = f.issue if isinstance(f, Position) else ""
            yield _Utterance(f, str(date), stems(f"{text} {issue}"), _numbers(f"{text} {issue}"))


def _same(dossier: Dossier, slip: _Utterance) -> Sequence[_Utterance]:
    """The positions that are the slip's own words, or tell it again elsewhere."""
    finding = slip.finding
    who = finding.speaker if isinstance(finding, Statement) else finding.actor
    people = {dossier.party_of[i].id for i in who}
    found = []
    for said in _utterances(dossier, people):
        over = said.finding.document == finding.document and any(
            a.start < b.end and b.start < a.end for a in said.finding.spans for b in finding.spans
        )
        again = bool(said.numbers & slip.numbers) or (not slip.numbers and len(said.words & slip.words) >= _ENOUGH)
        if isinstance(said.finding, Position) and (over or again):
            found.append(said)
    return found


def _numbers(text: str) -> frozenset[float]:
    return frozenset(value for value, _ in amounts(text))


__all__ = ["slips"]
