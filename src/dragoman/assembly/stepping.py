"""The steps of the record: which wordings name one step, by the program's rules or by a person's file of steps."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dragoman.assembly.dossier import Step, Wording
from dragoman.assembly.kinship import Naming, naming, parted_by_number
from dragoman.assembly.mirroring import READERS, Link
from dragoman.assembly.sense import IN_WRITING, Sense, awkward, clipped, same_step, why_same
from dragoman.assembly.shelf import Shelf
from dragoman.assembly.tables import WORD, classes
from dragoman.model import StepsError, content_hash

Place = tuple[str, str]
Pairs = Sequence[tuple[Place, Place]]


_NOUN = re.compile(
    r"\b(?:meetings?|summit|encounter|audience|conversation|sit-down|talks|negotiations?|bargaining|agreement|accord|treaty|pact|"
    r"contract|settlement|deal|terms|draft|text)\b(?! (?:the|her|his|its|their|him|them|a|an|[A-Z]))"
)
"""A noun that names a step by itself."""
_TALKS = re.compile(r"\b(?:talks?|talking|negotiations?|negotiating|bargaining)\b", re.I)


@dataclass(frozen=True)
class Named:
    """A wording with its sense, and the place (condition id, `gated` or `required`) where it stands."""

    place: tuple[str, str]
    wording: Wording
    sense: Sense


@dataclass
class StepsFile:
    """What a person said: names with their wordings, and pairs of wordings that are two steps."""

    names: dict[str, str] = field(default_factory=dict)
    apart: list[tuple[str, str]] = field(default_factory=list)

    def keeps_apart(self, a: str, b: str) -> bool:
        """Return whether the file says that two wordings are two steps."""
        a, b = plain(a), plain(b)
        told = self.names.get(a), self.names.get(b)
        return (a, b) in self.apart or (b, a) in self.apart or (None not in told and told[0] != told[1])


def plain(text: str) -> str:
    """Return a wording as it is compared: lower case, single spaces, no article, no quotation marks."""
    text = re.sub(r"\s+", " ", text.casefold().strip(" .,;\"'“”‘’"))
    return re.sub(r"^(?:the|a|an) ", "", text)


def read_steps(text: str) -> StepsFile:
    """Return what a steps file says.

    A line at the margin is the name of a step; the indented lines under it are wordings of it. A line `apart: A | B` says
    that two wordings are two steps. Lines that start with # and empty lines are skipped.

    >>> read_steps("leaders' meeting\\n  a summit\\napart: a summit | a call").apart
    [('summit', 'call')]
    """
    told, name = StepsFile(), ""
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if line.lower().startswith("apart:"):
            told.apart.append(_apart(line, number))
        elif line[0].isspace():
            if not name:
                raise StepsError(
                    f"Steps file, line {number}: the wording {line.strip()!r} stands under no step; "
                    "put the step's name, not indented, above it."
                )
            _enter(told, line.strip(), name, number)
        else:
            name = line.strip().rstrip(":")
            _enter(told, name, name, number)
    for a, b in told.apart:
        if a == b:
            raise StepsError(f"Steps file: {a!r} is said to be apart from itself; name two wordings.")
        if told.names.get(a) is not None and told.names.get(a) == told.names.get(b):
            raise StepsError(
                f"Steps file: {a!r} and {b!r} stand under one step, {told.names[a]!r}, and are said to be apart; "
                "say one of the two."
            )
    return told


def unknown_wordings(text: str, steps: Iterable[Step]) -> tuple[str, ...]:
    """Return the wordings of a steps file that no condition of the record has."""
    found = read_steps(text)
    said = dict.fromkeys([*found.names, *(w for pair in found.apart for w in pair)])
    known = {plain(w.text) for s in steps for w in s.wordings} | {plain(name) for name in found.names.values()}
    return tuple(w for w in said if w not in known)


def _apart(line: str, number: int) -> tuple[str, str]:
    halves = [plain(p) for p in line.split(":", 1)[1].split("|")]
    if len(halves) != 2 or not all(halves):
        raise StepsError(
            f"Steps file, line {number}: {line.strip()!r} does not name two wordings; "
            "write it as 'apart: one wording | the other'."
        )
    return halves[0], halves[1]


def _enter(told: StepsFile, wording: str, name: str, number: int) -> None:
    before = told.names.setdefault(plain(wording), name)
    if before != name:
        raise StepsError(
            f"Steps file, line {number}: the wording {wording!r} stands under {before!r} already; leave it under one step only."
        )


def steps_file(steps: Iterable[Step]) -> str:
    """Return the text of a file of steps to start from: what the program took as one, to be corrected."""
    lines = [
        "# A step's name stands at the margin, the wordings that mean it are indented below it.",
        "# To part two wordings: apart: one wording | the other",
        "",
    ]
    for step in steps:
        lines += [
            step.name,
            *(f"  {text}" for text in dict.fromkeys(w.text for w in step.wordings) if plain(text) != plain(step.name)),
            "",
        ]
    return "\n".join(lines)


def steps_of(
    named: Sequence[Named], ties: Pairs, parted: Pairs, told: StepsFile, holding: Mapping[str, frozenset[str]]
) -> tuple[tuple[Step, ...], Mapping[Place, str]]:
    """Return the steps, and the step id of every place.

    `ties` are places that a coder linked as restatements; `parted` the two places of one condition, which are never one step;
    `holding` whose side each condition that makes an order is.
    """
    clusters = _Clusters(named, parted, told)
    clusters.by_person()
    clusters.by_words(_is_firm)
    clusters.by_ties(ties)
    clusters.by_words(same_step)
    clusters.by_standing(holding)
    return clusters.steps()


def _is_ruled(n: Named) -> bool:
    """Whether a wording names a meeting, talks, a truce or a text by a word for it: these have rules of their own."""
    words = {w.lower() for w in WORD.findall(IN_WRITING.sub("", n.wording.text))}
    return n.sense.wild or any(classes("heads").get(w) in ("meeting", "talks", "truce", "deal") for w in words)


def _is_firm(a: Sense, b: Sense) -> bool:
    """Whether two wordings agree in more than one word: a lone one ("the files", "a complete file") may name two things, and what
    their reports say again of either counts first."""
    lone = not a.head and len(a.said & b.said) == 1 and a != b
    return same_step(a, b) and not (lone and (a.act != b.act or not a.act))


def _one_and_many(a: Named, b: Named) -> bool:
    """Whether two wordings have one word in common, and it is one thing in the one and many in the other."""
    lone = not a.sense.head and not b.sense.head and len(a.sense.said & b.sense.said) == 1
    return lone and parted_by_number(naming(a.wording.text), naming(b.wording.text))


def best_name(wordings: Iterable[str]) -> str:
    """Return the wording that names a step best: a noun phrase of some four words."""
    return min((clipped(w) for w in wordings), key=_awkwardness)


def _own_words(members: Sequence[Named]) -> list[str]:
    """The wordings by which a step may be named: a meeting's by those that call it one, and not "talks", where there are such."""
    texts = [n.wording.text for n in members]
    if members[0].sense.head != "meeting":
        return texts
    return [t for t in texts if not _TALKS.search(t)] or texts


def _awkwardness(text: str) -> tuple[int, int, str]:
    """How ill a wording serves as a name: noun phrases of some four words do best, clauses and denials worst."""
    odd = set(re.findall(r"\w+", text.casefold())) & awkward()
    heavy = odd - {"is", "are", "was", "were", "be"}
    marked = any(m in text for m in '"“”,') + 2 * (" " not in plain(text)) + 2 * (not _NOUN.search(text))
    return len(odd) + 2 * len(heavy) + marked, abs(len(text) - 28), text


class _Clusters:
    """Groups of wordings, joined in a fixed order: alike to the letter, then the most specific first."""

    def __init__(self, named: Sequence[Named], parted: Pairs, told: StepsFile) -> None:
        self.told = told
        self.report = {n.place[0]: n.wording.citation.document for n in named}
        self.other: dict[Place, set[Place]] = defaultdict(set)
        for a, b in parted:
            self.other[a].add(b)
            self.other[b].add(a)
        alike: dict[object, list[Named]] = defaultdict(list)
        for n in named:
            key: object = (plain(n.wording.text), n.sense)
            if (
                n.sense.said
                and not n.sense.wild
                and plain(n.wording.text) not in told.names
                and not any(plain(n.wording.text) in p for p in told.apart)
            ):
                key = n.sense
            alike[key].append(n)
        self.groups: list[list[Named]] = sorted(
            alike.values(), key=lambda g: (-len(g[0].sense.said) - bool(g[0].sense.act), g[0].sense, plain(g[0].wording.text))
        )
        self.why: dict[int, list[str]] = defaultdict(list)
        for i, group in enumerate(self.groups):
            texts = sorted({plain(n.wording.text): n.wording.text for n in group}.values())
            self.why[i] += [why_same(texts[0], t, group[0].sense, group[0].sense) for t in texts[1:]]

    def by_person(self) -> None:
        """Join what the steps file puts under one name."""
        if not self.told.names:
            return
        out: list[list[Named]] = []
        why: dict[int, list[str]] = defaultdict(list)
        place: dict[str, int] = {}
        for number, group in enumerate(self.groups):
            name = self._name(group[0])
            if name is None or name not in place:
                if name is not None:
                    place[name] = len(out)
                why[len(out)] = self.why[number]
                out.append(list(group))
                continue
            into = out[place[name]]
            told = f"The steps file says that “{into[0].wording.text}” and “{group[0].wording.text}” are one step."
            why[place[name]] += [*self.why[number], told]
            into.extend(group)
        self.groups, self.why = out, why

    def _name(self, n: Named) -> str | None:
        return self.told.names.get(plain(n.wording.text))

    def by_words(self, same: Callable[[Sense, Sense], bool]) -> None:
        """Join each wording to the one group with all of whose wordings it agrees; where two would have it, to neither."""
        done: list[list[Named]] = []
        why: dict[int, list[str]] = defaultdict(list)
        shelf = Shelf()
        for number, group in enumerate(self.groups):
            if not group:
                continue
            fits = [i for i in shelf.near(group[0].sense) if self._fits(group, done[i], same)]
            if len(fits) == 1 and self._name(group[0]) is None:
                a, b = done[fits[0]][0], group[0]
                why[fits[0]] += [*self.why[number], why_same(a.wording.text, b.wording.text, a.sense, b.sense)]
                done[fits[0]].extend(group)
            else:
                place = len(done)
                done.append(list(group))
                why[place] = self.why[number]
                shelf.put(place, group[0].sense)
        self.groups, self.why = done, why

    def _fits(self, a: list[Named], b: list[Named], same: Callable[[Sense, Sense], bool]) -> bool:
        if any(_one_and_many(x, y) for x in a for y in b):
            return False
        if not all(same(x, y) for x in {n.sense for n in a} for y in {n.sense for n in b}):
            return False
        return not self._parted(a, b)

    def _parted(self, a: list[Named], b: list[Named]) -> bool:
        places = {n.place for n in b}
        if any(self.other[n.place] & places for n in a if n.place in self.other):
            return True
        if not self.told.names and not self.told.apart:
            return False
        return any(self.told.keeps_apart(x.wording.text, y.wording.text) for x in a for y in b)

    def by_ties(self, ties: Pairs) -> None:
        """Join what was coded as a restatement, where a wording of its own says nothing."""
        at = {n.place: i for i, g in enumerate(self.groups) for n in g}
        for x, y in ties:
            i, j = at.get(x), at.get(y)
            if i is None or j is None or i == j or self._parted(self.groups[i], self.groups[j]):
                continue
            small = [n.sense for n in self.groups[i] if n.place == x] + [n.sense for n in self.groups[j] if n.place == y]
            if all(s.said and s.head for s in small) and len({s.head for s in small}) > 1:
                continue
            i, j = min(i, j), max(i, j)
            self.why[i] = [
                *self.why[i],
                *self.why[j],
                f"“{self.groups[j][0].wording.text}” restates “{self.groups[i][0].wording.text}” in its report.",
            ]
            at.update((n.place, i) for n in self.groups[j])
            self.groups[i] = self.groups[i] + self.groups[j]
            self.groups[j] = []

    def by_standing(self, holding: Mapping[str, frozenset[str]]) -> None:
        """Join what is one step by how the conditions stand to one another; again, as long as that brings new ones together."""
        joined = True
        while joined:
            joined = False
            for reader in READERS:
                at = {n.place: i for i, g in enumerate(self.groups) for n in g}
                known = [(c, side) for c, side in holding.items() if (c, "gated") in at]
                links = [Link(side, at[c, "gated"], at[c, "required"], self.report[c]) for c, side in known]
                for i, j, why in list(reader(self._namings(), links)):
                    if self.groups[i] and self.groups[j] and not self._parted(self.groups[i], self.groups[j]):
                        self._join(i, j, why)
                        joined = True

    def _namings(self) -> dict[int, list[Naming]]:
        """What the groups name that the rules for meetings, talks and texts leave open."""
        open_ = [sorted({n.wording.text for n in group if not _is_ruled(n)}) for group in self.groups]
        return {i: [naming(t) for t in texts] for i, texts in enumerate(open_) if texts}

    def _join(self, i: int, j: int, why: str) -> None:
        one, other = self.groups[i][0].wording.text, self.groups[j][0].wording.text
        self.why[i] = [*self.why[i], *self.why[j], f"“{one}” and “{other}” are taken as one step: {why}."]
        self.groups[i] = self.groups[i] + self.groups[j]
        self.groups[j] = []

    def steps(self) -> tuple[tuple[Step, ...], Mapping[tuple[str, str], str]]:
        """Return the steps by name, and where each place went."""
        steps, where = [], {}
        for i, group in enumerate(self.groups):
            if not group:
                continue
            members = sorted(group, key=lambda n: (n.wording.citation.document, n.wording.citation.start, n.place))
            given = sorted({name for n in members if (name := self._name(n)) is not None})
            name = given[0] if given else best_name(_own_words(members))
            step = Step(
                "step-" + content_hash("step", sorted(n.place for n in members)),
                name,
                tuple(n.wording for n in members),
                tuple(dict.fromkeys(self.why[i])),
            )
            steps.append(step)
            where.update({n.place: step.id for n in members})
        return tuple(sorted(steps, key=lambda s: (s.name, s.id))), where


__all__ = ["Named", "StepsFile", "best_name", "plain", "read_steps", "steps_file", "steps_of", "unknown_wordings"]
