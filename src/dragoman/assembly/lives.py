"""Positions over time: stated, restated, shifted, disowned."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal

from dragoman.assembly.amounts import Amount, amounts
from dragoman.assembly.dossier import Change, Dossier
from dragoman.assembly.parties import sides
from dragoman.model import Commitment, Finding, Ids, Position

_WORD = re.compile(r"[^\W\d_]{3,}")
EMPTY = frozenset(
    "the and for its his her their that this with from would will have has had was were are not but any all into over more than "
    "which who what when where only once been being before after until could should must may might can about they she him our "
    "your them these those their there then also very just said says page part other another some such".split()
)
_GROUPS: dict[str, Literal["refuse", "wait", "open", "yield", "ask"]] = {
    "reject": "refuse", "rule_out": "refuse", "oppose": "refuse", "accept_if": "wait", "noncommittal": "open",
    "accept": "yield", "concede": "yield", "support": "yield",
}  # fmt: skip
Kind = Literal["shift", "restated", "slip_disowned"]


@dataclass(frozen=True)
class _Stated:
    """A position with what it is compared by: its side, its day, the stems of its issue and of all its words, its amounts."""

    position: Position
    side: frozenset[str]
    day: str
    told: str
    issue: frozenset[str]
    words: frozenset[str]
    amounts: frozenset[Amount]
    copied: bool

    @property
    def group(self) -> str:
        return _GROUPS.get(self.position.stance, "ask")


def repeated(dossier: Dossier, withdrawn: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the positions and promises of other reports that only repeat what a correction has withdrawn."""
    withdrawn = list(withdrawn)
    gone = list(_stated(dossier, (f for f in withdrawn if isinstance(f, Position))))
    words = [(_side(dossier, f), _spoken(f)) for f in withdrawn if isinstance(f, Position | Commitment)]
    again: list[Finding] = [s.position for s in _stated(dossier, dossier.of(Position)) if any(_repeats(s, g) for g in gone)]
    told: tuple[Position | Commitment, ...] = (*dossier.of(Position), *dossier.of(Commitment)) if words else ()
    for f in told:
        side, own = _side(dossier, f), _spoken(f)
        if len(own) > 1 and any(own <= w and (len(own) > 2 or (side and side == s)) for s, w in words):
            again.append(f)
    return tuple({f.id: f for f in again}.values())


def _side(dossier: Dossier, finding: Position | Commitment) -> frozenset[str]:
    return sides((dossier.party_of[a].id for a in _doers(finding)), dossier.party)


def _doers(finding: Position | Commitment) -> Ids:
    return finding.actor if isinstance(finding, Position) else finding.giver


def _spoken(finding: Finding) -> frozenset[str]:
    return stems(" ".join(s.text for s in finding.spans))


def changes(dossier: Dossier) -> tuple[Change, ...]:
    """Return how each side's positions moved from report to report: shifts, slips that their own side disowned, restatements.

    A change needs two reports of different days; what a report retells of an earlier day is no later word.
    """
    by_side: dict[frozenset[str], list[_Stated]] = defaultdict(list)
    for stated in _stated(dossier, dossier.of(Position)):
        by_side[stated.side].append(stated)
    found = [c for told in by_side.values() for c in _of_side(dossier, told)]
    return tuple(sorted(found, key=lambda c: (c.on or "", c.to[0].document, c.to[0].start, c.kind)))


def _stated(dossier: Dossier, found: Iterable[Position]) -> Iterator[_Stated]:
    copied = {d for group in dossier.copies for d in group[1:]}
    for p in found:
        date = dossier.document[p.document].date.value
        if p.certainty == "possible" or not p.actor or date is None:
            continue
        side = sides((dossier.party_of[a].id for a in p.actor), dossier.party)
        spoken = " ".join(s.text for s in p.spans)
        issue, day = stems(p.issue), min(p.on or date.value, date.value)
        yield _Stated(
            p,
            side,
            day,
            date.value,
            issue,
            issue | stems(spoken),
            amounts(spoken) | amounts(p.issue),
            p.document in copied,
        )


def stems(text: str) -> frozenset[str]:
    """Return the first letters of the words of a text that tell what it is about."""
    return frozenset(w[:4] for w in _WORD.findall(text.casefold()) if w not in EMPTY)


def _of_side(dossier: Dossier, told: Sequence[_Stated]) -> Iterator[Change]:
    ordered = sorted(told, key=lambda s: (s.told, s.position.document, s.position.spans[0].start))
    copies = [s for s in ordered if s.copied]
    ordered = [s for s in ordered if not s.copied]
    slips = list(_slips(dossier, ordered))
    gone = {id(s) for slip, by in slips for s in (*_same_slip(ordered, slip), by)}
    for slip, by in slips:
        run = [*_same_slip(ordered, slip), *_same_slip(copies, slip)]
        yield _change(dossier, "slip_disowned", slip, by, run)
    yield from _moves(dossier, [s for s in ordered if id(s) not in gone], copies)


def _moves(dossier: Dossier, kept: Sequence[_Stated], copies: Sequence[_Stated]) -> Iterator[Change]:
    """The shifts and restatements of one side, each position against the earlier ones that share a word of its issue."""
    holding: dict[str, list[_Stated]] = defaultdict(list)
    for later in kept:
        near = {id(s): s for word in sorted(later.issue) for s in holding[word]}
        before = [s for s in near.values() if s.told < later.told and s.day <= later.day]
        if later.day < later.told and any(s.told >= later.day for s in before):
            before = [s for s in before if s.told <= later.day]
        before.sort(key=lambda s: (s.told, s.position.document, s.position.spans[0].start))
        shifted = [s for s in before if _shifts(s, later) and _speaks_for_it(dossier, s, later)]
        if shifted:
            left = max(shifted, key=lambda s: _closeness(s, later))
            run = [*_run(before, left), *_run([c for c in copies if c.told < later.told], left)]
            yield _change(dossier, "shift", min([*run, left], key=lambda s: (s.told, s.copied)), later, run)
        elif again := [s for s in before if _restates(s, later)]:
            yield _change(dossier, "restated", again[-1], later)
        for word in later.words:
            holding[word].append(later)


def _change(dossier: Dossier, kind: Kind, earlier: _Stated, later: _Stated, run: Sequence[_Stated] = ()) -> Change:
    parties = tuple(sorted(later.side))
    cited = dossier.cite(earlier.position), dossier.cite(later.position)
    given_up = tuple(s.position.id for s in run if s.position.id != later.position.id)
    return Change(kind, parties, later.position.issue, cited[0], cited[1], later.position.on or later.told, given_up)


def _closeness(earlier: _Stated, later: _Stated) -> tuple[bool, int, str]:
    return later.issue <= earlier.words, len(earlier.words & later.words), earlier.told


def _run(before: Sequence[_Stated], left: _Stated) -> list[_Stated]:
    """The statements of the stand that was left, in the same terms."""
    return [s for s in before if s is left or (s.group == left.group and s.amounts == left.amounts and _alike(s, left))]


def _repeats(stated: _Stated, gone: _Stated) -> bool:
    """Whether a position is one that was withdrawn, told again."""
    same = stated.side == gone.side and stated.position.stance == gone.position.stance and _alike(stated, gone)
    one, two = (stems(" ".join(x.text for x in s.position.spans)) for s in (stated, gone))
    return same and len(one & two) > 1


def _alike(a: _Stated, b: _Stated) -> bool:
    """Whether two positions are on one issue: the words of one issue among the other's, or shared with more beside."""
    small, large = sorted((a.issue, b.issue), key=len)
    if small and small <= large:
        return True
    return bool(a.issue & b.issue) and len(a.words & b.words) > 1


def _shifts(earlier: _Stated, later: _Stated) -> bool:
    """Whether a later position gives up an earlier one, or turns against it."""
    alike = _alike(earlier, later)
    if later.position.stance == "concede":
        return earlier.group not in ("yield", "open") and (alike or (bool(later.issue) and later.issue <= earlier.words))
    if not alike:
        return False
    pair = earlier.group, later.group
    same_amount = not earlier.amounts or not later.amounts or bool(earlier.amounts & later.amounts)
    if later.position.stance == "accept" and earlier.group in ("refuse", "wait", "open"):
        return same_amount
    if pair in (("yield", "refuse"), ("wait", "refuse"), ("refuse", "wait")):
        return earlier.issue == later.issue and same_amount
    return earlier.position.stance == later.position.stance and _other_amount(earlier, later)


def _speaks_for_it(dossier: Dossier, earlier: _Stated, later: _Stated) -> bool:
    """Whether the later word binds the side: not another amount in the mouth of one of its people alone."""
    alone = all(dossier.party_of[a].type == "person" for a in later.position.actor)
    own = set(earlier.position.actor) | {a for p in earlier.position.actor for a in dossier.party_of[p].actors}
    return not alone or not _other_amount(earlier, later) or bool(own & set(later.position.actor))


def _other_amount(earlier: _Stated, later: _Stated) -> bool:
    """Whether both name one amount of one unit each, and not the same."""
    one, two = ({u: v for v, u in s.amounts if u} for s in (earlier, later))
    shared = set(one) & set(two)
    single = len(one) == len(earlier.amounts) and len(two) == len(later.amounts)
    return single and len(shared) == 1 and all(one[u] != two[u] for u in shared)


def _restates(earlier: _Stated, later: _Stated) -> bool:
    return earlier.group == later.group and _alike(earlier, later) and not _other_amount(earlier, later)


def _slips(dossier: Dossier, ordered: Sequence[_Stated]) -> Iterator[tuple[_Stated, _Stated]]:
    """The first statement of what somebody of the side said, and the word by which his own side took it back."""
    for by in ordered:
        if not pattern("disowned").search(" ".join(s.text for s in by.position.spans)):
            continue
        slips = [s for s in ordered if s is not by and s.day <= by.day and s.group != "refuse" and _is_slip(dossier, s, by)]
        if slips:
            yield min(slips, key=lambda s: (s.told, s.position.document, s.position.spans[0].start)), by


def _is_slip(dossier: Dossier, slip: _Stated, by: _Stated) -> bool:
    """Whether a position is what was taken back: by a person who is named there, or of its amount and issue."""
    names = {n.casefold() for a in slip.position.actor for n in _names(dossier, a)}
    spoken = {w.casefold() for w in re.findall(r"\w+", " ".join(s.text for s in by.position.spans))}
    named = bool(names & spoken) or not set(slip.position.actor) & set(by.position.actor)
    shared = slip.amounts & by.amounts
    if slip.amounts and by.amounts and not shared:
        return False
    return named and (bool(shared) or (_alike(slip, by) and bool(names & spoken or slip.issue == by.issue)))


def _names(dossier: Dossier, actor: str) -> Iterator[str]:
    party = dossier.party_of[actor]
    if party.type == "person":
        for name in (party.name, *party.aliases):
            yield from (w for w in re.findall(r"\w+", name) if len(w) > 2)


def _same_slip(ordered: Sequence[_Stated], slip: _Stated) -> Iterator[_Stated]:
    for s in ordered:
        same = bool(set(s.position.actor) & set(slip.position.actor) or s.amounts & slip.amounts)
        if s is slip or (same and s.amounts == slip.amounts and _alike(s, slip)):
            yield s


@cache
def pattern(name: str) -> re.Pattern[str]:
    """Return what finds the words of one list of `words/lives.toml`."""
    table = tomllib.loads((resources.files("dragoman.assembly") / "words" / "lives.toml").read_text(encoding="utf-8"))
    return re.compile("|".join(rf"\b(?:{p})" for p in table[name]), re.I)


__all__ = ["EMPTY", "changes", "pattern", "repeated", "stems"]
