"""Conditions over time: what a side first made hard and then hedged, widened or gave up, or the other way round."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from dragoman.assembly.amounts import amounts
from dragoman.assembly.cues import scales, stems
from dragoman.assembly.dossier import Change, Dossier, Requirement
from dragoman.assembly.parties import sides
from dragoman.model import Citation, Condition, Position

_ORDER = {"only_after": 3, "until": 3, "together": 1, "not_required": 0}
"""How much a relation asks: that the other comes first, that both come at once, nothing."""
_TIME = re.compile(r"(?:day|week|month|year|hour|minute)")
_PAPER = frozenset(
    "page paper plan proposal idea text offer draft formula suggestion scheme compromise package note sheet it".split()
)
_NEAR = 400
"""Characters between what a paper says and the word that it is accepted: about three sentences."""
Kind = Literal["shift", "softened", "hardened"]


@dataclass(frozen=True)
class _Told:
    """A mention of a condition with its requirement, the day of its report and how much it asks."""

    requirement: Requirement
    condition: Condition
    told: str
    hard: int


def softenings(dossier: Dossier) -> Iterator[Change]:
    """Yield how a side's conditions eased or grew harder from one report to a later one, with both wordings.

    The order that is asked, a hedge, a scale in the words ("full", then "partial") or a number tells it; a form that is told
    again as late as the other has not changed.
    """
    copied = {d for group in dossier.copies for d in group[1:]}
    by_holder: dict[tuple[str, ...], list[_Told]] = defaultdict(list)
    for requirement in dossier.requirements:
        if requirement.certainty != "possible" and requirement.holders and requirement.relation in _ORDER:
            by_holder[requirement.holders] += _mentions(dossier, requirement, copied)
    for holders, told in by_holder.items():
        pairs: dict[frozenset[str], list[_Told]] = defaultdict(list)
        for t in told:
            pairs[frozenset((t.requirement.gated, t.requirement.required))].append(t)
        for same in pairs.values():
            for one_way in _one_way(same):
                yield from _of_order(dossier, holders, one_way)
        gated: dict[str, list[_Told]] = defaultdict(list)
        for t in told:
            gated[t.requirement.gated].append(t)
        for waiting in gated.values():
            yield from _of_scale(dossier, holders, waiting)
    yield from _by_paper(dossier)


def _mentions(dossier: Dossier, requirement: Requirement, copied: set[str]) -> Iterator[_Told]:
    for c in requirement.conditions:
        date = dossier.document[c.document].date.value
        if c.certainty != "possible" and date is not None and c.document not in copied:
            hard = _ORDER.get(c.relation, 3)
            yield _Told(requirement, c, str(date), hard - (1 if hard == 3 and not c.strict else 0))


def _one_way(told: Sequence[_Told]) -> Iterator[list[_Told]]:
    """The mentions by which step waits for which; that both come at once has no direction.

    Who wants the toll scrapped before the blockade ends, and then says that it can be scrapped without that, asks the same twice.
    """
    for gated in dict.fromkeys(t.requirement.gated for t in told if t.requirement.relation != "together"):
        yield [t for t in told if t.requirement.relation == "together" or t.requirement.gated == gated]


def _of_order(dossier: Dossier, holders: tuple[str, ...], told: Sequence[_Told]) -> Iterator[Change]:
    """The change between the first form of one condition and the last, where the last is told alone on its day."""
    days = sorted({t.told for t in told})
    if len(days) < 2:
        return
    last = {t.hard for t in told if t.told == days[-1]}
    turned = next((d for d in reversed(days[:-1]) if {t.hard for t in told if t.told == d} != last), None)
    first = {t.hard for t in told if t.told == turned}
    if turned is None or len(last) != 1 or len(first) != 1:
        return
    (now,), (then,) = last, first
    later = min((t for t in told if t.told > turned and t.hard == now), key=_place)
    earlier = min((t for t in told if t.hard == then), key=_place)
    kind: Kind = "shift" if now == 0 else "softened" if now < then else "hardened"
    yield _change(dossier, kind, holders, earlier, later)


def _of_scale(dossier: Dossier, holders: tuple[str, ...], told: Sequence[_Told]) -> Iterator[Change]:
    """Changes in what must come first: "full" and then "partial", 500 of something and then 300, in otherwise like words."""
    asked = sorted((t for t in told if t.hard == 3), key=_place)
    done: set[str] = set()
    for earlier, later in combinations(asked, 2):
        if later.told <= earlier.told or later.condition.id in done:
            continue
        step = _less(earlier.condition.required, later.condition.required)
        if step and not any(_less(t.condition.required, later.condition.required) == 0 for t in asked if t.told < later.told):
            done.add(later.condition.id)
            yield _change(dossier, "softened" if step > 0 else "hardened", holders, earlier, later)


def _less(earlier: str, later: str) -> int | None:
    """How far a wording asks less than an earlier one (1), more (-1) or the same (0); None where they name two things."""
    for scale in scales():
        one, two = (_level(scale, text) for text in (earlier, later))
        if one is not None and two is not None and one != two and _like(earlier, later, scale):
            return 1 if two > one else -1
    one_amount, two_amount = amounts(earlier), amounts(later)
    if len(one_amount) == len(two_amount) == 1 and _like(earlier, later, ()):
        ((a, unit),), ((b, other),) = one_amount, two_amount
        if a != b:
            return None if unit != other or not unit or _TIME.match(unit) else 1 if b < a else -1
    return 0 if stems(earlier) == stems(later) and one_amount == two_amount else None


def _level(scale: Sequence[re.Pattern[str]], text: str) -> int | None:
    found = [k for k, words in enumerate(scale) if words.search(text)]
    return found[0] if len(found) == 1 else None


def _like(earlier: str, later: str, scale: Sequence[re.Pattern[str]]) -> bool:
    """Whether two wordings name one thing apart from the scale on which they differ."""
    one, two = (stems(_without(scale, text)) for text in (earlier, later))
    return bool(one & two) and (one <= two or two <= one)


def _without(scale: Sequence[re.Pattern[str]], text: str) -> str:
    for words in scale:
        text = words.sub(" ", text)
    return text


def _by_paper(dossier: Dossier) -> Iterator[Change]:
    """A side that made one step wait for another and accepts a paper by which both come at once."""
    together = [r for r in dossier.requirements if r.relation == "together" and r.certainty != "possible"]
    for accepted in dossier.of(Position):
        date = dossier.document[accepted.document].date.value
        if accepted.stance != "accept" or accepted.certainty == "possible" or date is None:
            continue
        if not {w.casefold() for w in re.findall(r"\w+", accepted.issue)} & _PAPER:
            continue
        side = sides((dossier.party_of[a].id for a in accepted.actor), dossier.party)
        start = accepted.spans[0].start
        for paper in together:
            told = [c for c in paper.conditions if c.document == accepted.document and 0 < start - c.spans[-1].end < _NEAR]
            bound = (
                [r for r in dossier.requirements if _is_bound(r, side, paper)] if told and not side & set(paper.holders) else []
            )
            earlier = [t for r in bound for t in _mentions(dossier, r, set()) if t.told < str(date)]
            if earlier:
                first = min(earlier, key=_place)
                cited = dossier.cite(first.condition), dossier.cite(accepted)
                yield Change("softened", tuple(sorted(side)), first.condition.gated, *cited, accepted.on or str(date))


def _is_bound(requirement: Requirement, side: frozenset[str], paper: Requirement) -> bool:
    same = {requirement.gated, requirement.required} == {paper.gated, paper.required}
    return (
        same and requirement.relation == "only_after" and set(requirement.holders) == side and requirement.certainty != "possible"
    )


def _change(dossier: Dossier, kind: Kind, holders: tuple[str, ...], earlier: _Told, later: _Told) -> Change:
    cited: tuple[tuple[Citation, ...], tuple[Citation, ...]] = dossier.cite(earlier.condition), dossier.cite(later.condition)
    return Change(kind, tuple(sorted(holders)), later.condition.gated, *cited, later.told)


def _place(told: _Told) -> tuple[str, str, int]:
    return told.told, told.condition.document, told.condition.spans[0].start


__all__ = ["softenings"]
