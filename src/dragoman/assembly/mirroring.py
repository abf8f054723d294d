"""Which groups of wordings name one step by how the conditions stand to one another, where their words only make it likely."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dragoman.assembly.kinship import Naming, is_kin, is_near, points_to, shared

LONGEST = 5
"""Conditions in a ring that wordings are joined for, at most."""
MANY = 3
"""Sides at least whose conditions make such a ring: of two, their conditions mirror one another."""
RARE = 4
"""A word that no more groups of wordings have is rare."""
COMMON = 60
"""A word that more steps have than this joins none of them."""
Groups = Mapping[int, Sequence[Naming]]


@dataclass(frozen=True)
class Link:
    """A condition of a side (`holders`, party ids), told in a `report`: the numbers of the groups of wordings of its steps."""

    holders: frozenset[str]
    gated: int
    required: int
    report: str = ""


def by_words(groups: Groups, _: Sequence[Link] = ()) -> Iterator[tuple[int, int, str]]:
    """Yield pairs of groups that hardly differ in their words, with the reason; the others do so for reasons of their own."""
    for i, j in _neighbours(groups, lambda n: [n.head]):
        if any(is_near(a, b) for a in groups[i] for b in groups[j]):
            yield i, j, "hardly a word is in one of them only"


def by_pointing(groups: Groups, _: Sequence[Link] = ()) -> Iterator[tuple[int, int, str]]:
    """A bare "the permit" is the one permit of which the record tells more."""
    fuller: dict[int, set[int]] = defaultdict(set)
    for i, j in _neighbours(groups, lambda n: [n.head]):
        for short, full in ((i, j), (j, i)):
            if all(n.bare for n in groups[short]) and any(points_to(a, b) for a in groups[short] for b in groups[full]):
                fuller[short].add(full)
    yield from ((short, min(full), "the record tells of one only") for short, full in fuller.items() if len(full) == 1)


def by_one_side(groups: Groups, links: Sequence[Link]) -> Iterator[tuple[int, int, str]]:
    """One side makes one step wait for two that may be one, or two that may be one for one."""
    rare = _rare(groups)
    for own, other in (("gated", "required"), ("required", "gated")):
        at: dict[tuple[int, str], list[Link]] = defaultdict(list)
        for link in links:
            for holder in link.holders:
                at[getattr(link, own), holder].append(link)
        for beside in at.values():
            told: dict[int, set[str]] = defaultdict(set)
            for link in beside:
                told[getattr(link, other)].add(link.report)
            ends = sorted(told.keys() & groups.keys())
            for n, i in enumerate(ends[:COMMON]):
                for j in ends[n + 1 : COMMON]:
                    if told[i] & told[j]:
                        continue  # "both the pilots' and the owners' letter": a report that tells both means two
                    if _kin(groups, i, j) or (j in rare[i] and any(shared(a, b) for a in groups[i] for b in groups[j])):
                        yield i, j, "one side ties both to one other step"


def by_mirrors(groups: Groups, links: Sequence[Link]) -> Iterator[tuple[int, int, str]]:
    """What one side gives only for a thing that the other gives only for it: both pairs are one step each, or neither is."""
    near: dict[int, set[int]] = defaultdict(set)
    for i, j in _neighbours(groups, lambda n: n.things):
        if _kin(groups, i, j):
            near[i].add(j)
            near[j].add(i)
    gated: dict[int, list[Link]] = defaultdict(list)
    for link in links:
        gated[link.gated].append(link)
    for one in links:
        for given in sorted({one.required, *near[one.required]}):
            for other in gated[given]:
                asked = other.required
                if one.holders & other.holders or (asked != one.gated and asked not in near[one.gated]):
                    continue
                for i, j in ((one.required, given), (one.gated, asked)):
                    if i != j:
                        yield min(i, j), max(i, j), "each side asks first for what the other gives only then"


def by_rings(groups: Groups, links: Sequence[Link]) -> Iterator[tuple[int, int, str]]:
    """A ring of several sides that closes only where wordings with a rare word in common are one step; two such at the most."""
    near = _rare_kin(groups)
    gated: dict[int, list[Link]] = defaultdict(list)
    for link in links:
        gated[link.gated].append(link)
    for one in links:
        for start in sorted(near[one.required]):
            for joints in _closing(one, start, gated, near):
                for i, j in joints:
                    yield min(i, j), max(i, j), "only so the conditions of several sides, one after the other, close a ring"


def _closing(
    one: Link, start: int, gated: Mapping[int, Sequence[Link]], near: Mapping[int, set[int]]
) -> Iterator[list[tuple[int, int]]]:
    """The joints by which a way leads back to where a condition starts: over conditions of others, at the most LONGEST in all."""
    first = (one.required, start)
    ways = [(start, [first], one.holders, 1)]
    while ways:
        at, joints, holders, length = ways.pop()
        for link in gated[at]:
            told = holders | link.holders
            if length < 2 or link.required == one.required or len(told) < MANY:
                pass
            elif link.required == one.gated:
                yield joints
            elif link.required in near[one.gated] and len(joints) < 2:
                yield [*joints, (link.required, one.gated)]
            if length < LONGEST - 1 and link.required != one.required:
                ways.append((link.required, joints, told, length + 1))
                if len(joints) < 2:
                    ways += [(n, [*joints, (link.required, n)], told, length + 1) for n in sorted(near[link.required])]


def _rare_kin(groups: Groups) -> dict[int, set[int]]:
    """The groups that may be one with each group: kin, and with a word in common that hardly any other has."""
    rare = _rare(groups)
    return defaultdict(set, {i: {j for j in found if _kin(groups, i, j)} for i, found in rare.items()})


def _rare(groups: Groups) -> dict[int, set[int]]:
    """The groups that have a word in common with each group which hardly any other has."""
    having: dict[str, set[int]] = defaultdict(set)
    for number, namings in groups.items():
        for naming in namings:
            for thing in naming.things:
                having[thing].add(number)
    near: dict[int, set[int]] = defaultdict(set)
    for found in having.values():
        if 1 < len(found) <= RARE:
            for i in found:
                near[i] |= found - {i}
    return near


def _kin(groups: Groups, i: int, j: int) -> bool:
    return any(is_kin(a, b) for a in groups[i] for b in groups[j])


def _neighbours(groups: Groups, words: Callable[[Naming], Iterable[str]]) -> Iterator[tuple[int, int]]:
    """Pairs of groups that have a word, or the beginning of one, in common."""
    having: dict[str, set[int]] = defaultdict(set)
    for number, namings in groups.items():
        for naming in namings:
            for word in words(naming):
                if word:
                    having[word[:4]].add(number)
    pairs = {(i, j) for found in having.values() if len(found) <= COMMON for i in found for j in found if i < j}
    yield from sorted(pairs)


READERS = (by_words, by_pointing, by_one_side, by_mirrors, by_rings)
"""The reasons, the surest first."""

__all__ = ["READERS", "Link"]
