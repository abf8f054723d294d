"""Positions over time: stated, restated, shifted, disowned."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from dragoman.assembly.amounts import Amount, amounts, moved, one_unit, rates
from dragoman.assembly.cues import listed, stems
from dragoman.assembly.dossier import Change, Dossier
from dragoman.assembly.parties import sides
from dragoman.assembly.siding import behind, namesakes
from dragoman.assembly.slips import slips
from dragoman.assembly.softening import softenings
from dragoman.assembly.things import thing
from dragoman.model import Citation, Commitment, Finding, Ids, Position

_GROUPS: dict[str, Literal["refuse", "wait", "open", "yield", "ask"]] = {
    "reject": "refuse", "rule_out": "refuse", "oppose": "refuse", "accept_if": "wait", "noncommittal": "open",
    "accept": "yield", "concede": "yield", "support": "yield",
}  # fmt: skip
_UNREAL = re.compile(r"\b(?:would|could|might|may|should|if|unless|to be)\b", re.I)
"""What makes a giving up a thing only supposed."""
Kind = Literal["shift", "restated"]


@dataclass(frozen=True)
class _Stated:
    """A position with what it is compared by: its side, its day, the stems of its issue and of all its words, its amounts.

    `left` is the amount that its own words give up ("from 500 to 400 tonnes"); of a `weak` one the reading is only possible.
    """

    position: Position
    side: frozenset[str]
    day: str
    told: str
    issue: frozenset[str]
    words: frozenset[str]
    amounts: frozenset[Amount]
    left: Amount | None
    copied: bool
    weak: bool

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
    """Return how each side moved from report to report: shifts, slips that their own side disowned, restatements, and conditions
    that were softened or hardened.

    A change needs two reports of different days; what a report retells of an earlier day is no later word.
    """
    taken_back = list(slips(dossier))
    gone = {i for c in taken_back for i in c.given_up}
    by_side: dict[frozenset[str], list[_Stated]] = defaultdict(list)
    for stated in _stated(dossier, dossier.of(Position), namesakes(dossier)):
        if stated.position.id not in gone:
            by_side[stated.side].append(stated)
    found = [*taken_back, *(c for told in by_side.values() for c in _once(_of_side(dossier, told)))]
    moves = [c for c in found if c.kind == "shift"]
    found += [c for c in softenings(dossier) if not any(_one_move(c, m) for m in moves)]
    return tuple(sorted(found, key=lambda c: (c.on or "", c.to[0].document, c.to[0].start, c.kind)))


def _one_move(eased: Change, shift: Change) -> bool:
    """Whether a condition eased with the move that a position of the same side tells already, of the same stand."""
    if eased.parties != shift.parties or eased.to[0].document != shift.to[0].document:
        return False
    return any(a.document == b.document and a.start < b.end and b.start < a.end for a in eased.before for b in shift.before)


def _stated(dossier: Dossier, found: Iterable[Position], names: Mapping[str, str] | None = None) -> Iterator[_Stated]:
    copied = {d for group in dossier.copies for d in group[1:]}
    for p in found:
        date = dossier.document[p.document].date.value
        if not p.actor or date is None or (p.certainty == "possible" and names is None):
            continue
        held = behind(dossier, p.actor)
        spoken = " ".join(s.text for s in p.spans)
        issue, day = stems(p.issue), min(p.on or date.value, date.value)
        supposed = p.stance == "concede" and _UNREAL.search(spoken)
        move = moved(spoken) if p.stance != "accept" and not supposed else None
        if supposed:
            continue
        yield _Stated(
            p,
            frozenset((names or {}).get(s, s) for s in held),
            day,
            date.value,
            issue,
            issue | stems(spoken),
            frozenset(move[1:]) if move else amounts(spoken) | amounts(p.issue),
            move[0] if move else None,
            p.document in copied,
            p.certainty == "possible",
        )


def _of_side(dossier: Dossier, told: Sequence[_Stated]) -> Iterator[Change]:
    ordered = sorted(told, key=lambda s: (s.told, s.position.document, s.position.spans[0].start))
    yield from _moves(dossier, [s for s in ordered if not s.copied], [s for s in ordered if s.copied])


def _once(found: Iterable[Change]) -> Iterator[Change]:
    """The changes of one side, a shift that a report tells twice once: in its figures, else where it leaves more behind."""
    shifts: dict[tuple[str, frozenset[str]], list[Change]] = defaultdict(list)
    for change in found:
        if change.kind == "shift":
            shifts[change.to[0].document, frozenset(change.given_up)].append(change)
        else:
            yield change
    told: list[Change] = []
    for same in shifts.values():
        told.append(max(same, key=lambda c: (bool(_told_amounts(c)), len(c.given_up), -c.to[0].start)))
    for change in told:
        general = not _told_amounts(change) and stems(_quotes(change.to))
        if not (general and any(c is not change and c.to[0].document == change.to[0].document and _told_amounts(c)
                                and len(general & stems(_quotes(c.to))) > 1 for c in told)):  # fmt: skip
            yield change


def _quotes(cited: Iterable[Citation]) -> str:
    return " ".join(c.quote for c in cited)


def _told_amounts(change: Change) -> frozenset[Amount]:
    return amounts(_quotes(change.to))


def _moves(dossier: Dossier, kept: Sequence[_Stated], copies: Sequence[_Stated]) -> Iterator[Change]:
    """The shifts and restatements of one side, each position against the earlier ones that share a word of its issue."""
    holding: dict[str, list[_Stated]] = defaultdict(list)
    for later in kept:
        words = later.words if later.left or later.position.stance == "concede" else later.issue
        near = {id(s): s for word in sorted(words) for s in holding[word]}
        before = [s for s in near.values() if s.told < later.told and s.day <= later.day]
        if later.day < later.told and any(s.told >= later.day for s in before):
            before = [s for s in before if s.told <= later.day]
        before.sort(key=lambda s: (s.told, s.position.document, s.position.spans[0].start))
        shifted = [s for s in before if _shifts(s, later) and _speaks_for_it(dossier, s, later)]
        if shifted:
            left = max(shifted, key=lambda s: _closeness(s, later))
            retold = [s for s in kept if s is not later and s.position.document == later.position.document]
            run = [*_run([*before, *retold], left), *_run([c for c in copies if c.told < later.told], left)]
            yield _change(dossier, "shift", min([*run, left], key=lambda s: (s.told, s.copied)), later, run)
        elif again := [s for s in before if _restates(s, later) and not (s.weak or later.weak)]:
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
    if later.left is not None:
        return _leaves(earlier, later)
    alike = _alike(earlier, later)
    conceded = later.position.stance == "concede" and later.issue <= earlier.words
    if (earlier.weak or later.weak) and not ((alike or conceded) and _bears_out(earlier, later)):
        return False
    if later.position.stance == "concede":
        return earlier.group not in ("yield", "open") and (alike or (bool(later.issue) and later.issue <= earlier.words))
    if not alike or thing(earlier.position).turns != thing(later.position).turns:  # the end of a ban is not the ban
        return False
    pair = earlier.group, later.group
    same_amount = not earlier.amounts or not later.amounts or bool(earlier.amounts & later.amounts)
    if later.position.stance == "accept" and earlier.group in ("refuse", "wait", "open"):
        return same_amount
    if pair == ("refuse", "wait") and earlier.position.stance == "reject" and earlier.issue <= later.issue:
        return same_amount
    if pair in (("yield", "refuse"), ("wait", "refuse"), ("refuse", "wait")):
        return earlier.issue == later.issue and same_amount
    settles = earlier.group == "ask" and later.position.stance in ("accept", "accept_if")
    same = earlier.position.stance == later.position.stance and earlier.group != "refuse"
    return (same or settles) and _other_amount(earlier, later)


def _speaks_for_it(dossier: Dossier, earlier: _Stated, later: _Stated) -> bool:
    """Whether the later word binds the side: not another amount in the mouth of one of its people alone."""
    alone = all(dossier.party_of[a].type == "person" for a in later.position.actor)
    own = set(earlier.position.actor) | {a for p in earlier.position.actor for a in dossier.party_of[p].actors}
    return not alone or not _other_amount(earlier, later) or bool(own & set(later.position.actor))


def _leaves(earlier: _Stated, later: _Stated) -> bool:
    """Whether the amount that a later position tells as given up is the one that was stated, on a like thing."""
    same = any(later.left is not None and a[0] == later.left[0] and one_unit(a, later.left) for a in earlier.amounts)
    return same and earlier.group in ("ask", "wait") and bool((earlier.words & later.words) or (later.left or (0, ""))[1])


def _bears_out(earlier: _Stated, later: _Stated) -> bool:
    """Whether two readings, one of them only possible, bear each other out: on one thing by its words, not by one of them."""
    both = earlier.weak and later.weak
    shared = len(earlier.issue & later.issue)
    if earlier.position.stance == later.position.stance and _other_amount(earlier, later):
        return shared > (1 if both else 0) and earlier.issue - {u[:4] for _, u in earlier.amounts} != frozenset()
    if later.position.stance == "concede":
        shared = len(earlier.words & later.words)
    small, large = sorted((earlier.issue - _common(), later.issue - _common()), key=len)
    return not both and (shared > 1 or earlier.issue == later.issue or (bool(small) and small <= large))


@cache
def _common() -> frozenset[str]:
    return stems(" ".join(listed("general")))


def _other_amount(earlier: _Stated, later: _Stated) -> bool:
    """Whether both name one amount of one unit each, and not the same."""
    if later.left is not None:
        return _leaves(earlier, later)
    often = [rates(" ".join(x.text for x in s.position.spans)) for s in (earlier, later)]
    if all(often) and often[0] != often[1]:  # ten a day are three hundred a month
        return False
    one, two = ({u: v for v, u in s.amounts if u} for s in (earlier, later))
    shared = set(one) & set(two)
    single = len(one) == len(earlier.amounts) and len(two) == len(later.amounts)
    if single and len(shared) == 1 and all(one[u] != two[u] for u in shared):
        return True
    lone = len(earlier.amounts) == len(later.amounts) == 1 and not (one and two)
    return lone and {v for v, _ in earlier.amounts} != {v for v, _ in later.amounts} and len(earlier.words & later.words) > 1


def _restates(earlier: _Stated, later: _Stated) -> bool:
    return earlier.group == later.group and _alike(earlier, later) and not _other_amount(earlier, later)


__all__ = ["changes", "repeated"]
