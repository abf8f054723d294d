"""What a position is about, exactly enough that nobody is said to want or refuse what he never spoke of."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from importlib import resources

from dragoman.assembly.cues import stems
from dragoman.model import Position

_FIGURE = re.compile(
    r"(?:\b(?:of|by|to|at) )?(?:up to |at least |about |some )?(?:[$€£] ?)?\b\d[\d.,]*(?: (?:million|billion|thousand))?"
    r"(?: ?%| per ?cent\b)?",
    re.I,
)
_WHEN = re.compile(
    r"\b(?:on|by|in|from|until|since|before|after) (?:\w+ )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february"
    r"|march|april|may|june|july|august|september|october|november|december|(?:19|20)\d\d)\b"
    r"|\b(?:this|next|last) (?:week|month|year)\b",
    re.I,
)
_MORE = re.compile(r"^ (?:of|from|in|on|near|at|along|across|between|against|with|for) ([^,.;:!?\"“”()\n]*)", re.I)
_MORE_ENDS = re.compile(
    r" (?:that|which|who|and|but|or|if|after|before|until|unless|because|while|when|as|to|by|over|despite|saying|is|are|was"
    r"|were|has|have|had|will|would|could|should|may|might|must)\b.*$",
    re.I,
)
_LINK = r"(?:(?: (?:in|of|to|on|from|for|by|at))?(?: (?:the|a|an|any|all|its|their|his|her|this|these|those|that|such))? )"
_OWN = re.compile(r"\b(?:offer|bid|demand|claim|proposal|request|call)s?$", re.I)
"""What a side itself puts: who raises its offer speaks of the offer."""
_REFUSALS = frozenset({"reject", "rule_out"})


@dataclass(frozen=True)
class Thing:
    """What a position is about: its words in the report's own, with a turn that stands before them ("a cut in the tariff").

    `words` are the stems without the turns, `more` those of what follows in the report and tells which one it is, `short`
    whether the words only point back ("the truce").
    """

    phrase: str
    words: frozenset[str]
    turns: frozenset[str]
    more: frozenset[str]
    short: bool
    refused: bool


def thing(position: Position) -> Thing:
    """Return what a position is about.

    >>> from dragoman.model import Span
    >>> text = "demanded a cut in the tariff on tin"
    >>> told = thing(Position(document="r", spans=(Span.of(text, 0, len(text)),), issue="tariff", stance="demand"))
    >>> told.phrase, sorted(told.turns), sorted(told.more)
    ('cut in the tariff', ['down'], ['tin'])
    """
    issue = position.issue
    span, at = next(((s.text, n) for s in position.spans if (n := s.text.casefold().find(issue.casefold())) >= 0), ("", -1))
    before, after = (span[:at], span[at + len(issue) :]) if at >= 0 else ("", "")
    opening = re.search(rf"\b(?:{_any_turn()}){_LINK}$", before, re.I) if not _OWN.search(issue) else None
    phrase = f"{opening.group()}{span[at : at + len(issue)]}" if opening else issue
    turns = frozenset(name for name, pattern in _turns().items() if pattern.search(phrase))
    bare = _bare(phrase)
    points = re.search(r"\b(?:the|this|that|such an?) $", before, re.I) is not None and " of " not in issue
    return Thing(phrase, stems(bare), turns, _more(after), points, position.stance in _REFUSALS)


def _bare(phrase: str) -> str:
    """A phrase without figures and turns; with the last turn where nothing else is in it ("an end to the ban")."""
    left = _FIGURE.sub(" ", phrase)
    for turn in re.findall(rf"\b(?:{_any_turn()})\b", left, re.I):
        shorter = re.sub(rf"\b{re.escape(turn)}\b", " ", left, count=1)
        if not stems(shorter):
            break
        left = shorter
    return left


def _more(after: str) -> frozenset[str]:
    found = _MORE.search(_WHEN.sub(" ", _FIGURE.sub("", after)))
    return stems(_MORE_ENDS.sub("", found.group(1))) if found else frozenset()


@cache
def _turns() -> dict[str, re.Pattern[str]]:
    table = tomllib.loads((resources.files("dragoman.assembly") / "words" / "things.toml").read_text(encoding="utf-8"))
    return {name: re.compile(rf"\b(?:{'|'.join(words)})\b", re.I) for name, words in table.items()}


@cache
def _any_turn() -> str:
    return "|".join(p.pattern.removeprefix(r"\b").removesuffix(r"\b") for p in _turns().values())


@dataclass
class OneThing:
    """Positions on one thing, in the order in which they were told."""

    first: Thing
    members: list[Position]
    told: set[tuple[frozenset[str], bool]] = field(default_factory=set)

    def takes(self, other: Thing) -> bool:
        """Whether a position is on this very thing: of the same words and turns, and not on another part of it."""
        same = bool(other.words) and self.first.words == other.words and self.first.turns == other.turns
        return same and all(_fit(more, refused, other) for more, refused in self.told)

    def is_meant_by(self, other: Thing) -> bool:
        """Whether later words that only point back can mean this thing: they leave out one word of it."""
        left_out = self.first.words - other.words
        return other.short and other.turns == self.first.turns and other.words < self.first.words and len(left_out) == 1

    def add(self, position: Position, told: Thing) -> None:
        self.members.append(position)
        self.told.add((told.more, told.refused))


def _fit(more: frozenset[str], refused: bool, other: Thing) -> bool:
    """Whether two tellings leave it one thing: who refuses a part of it has not refused the whole."""
    if more < other.more:
        return not other.refused
    return more == other.more or (other.more < more and not refused)


def on_one_thing(positions: Iterable[Position]) -> list[list[Position]]:
    """Return the positions, in the order in which they are told, grouped by what they are about; "it" stands alone."""
    groups: list[OneThing] = []
    by_words: dict[tuple[frozenset[str], frozenset[str]], list[OneThing]] = {}
    for position in positions:
        told = thing(position)
        alike = by_words.setdefault((told.words, told.turns), [])
        group = next((g for g in alike if g.takes(told)), None)
        if group is None and told.short and told.words:
            meant = [g for g in groups if g.is_meant_by(told)]
            group = meant[0] if len(meant) == 1 else None  # "the truce" after two of them tells of neither
        if group is None:
            group = OneThing(told, [])
            groups.append(group)
            alike.append(group)
        group.add(position, told)
    return [g.members for g in groups]


__all__ = ["Thing", "on_one_thing", "thing"]
