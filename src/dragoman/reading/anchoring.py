"""Where words of one version of a report stand in the next: carried over, touched, or nowhere surely the same."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from dragoman.model import Span

_END = re.compile(r"(?<=[.?!])[\"”’)]*\s+|\n+")
State = Literal["carried", "touched", "ambiguous"]


@dataclass(frozen=True)
class Anchor:
    """What became of words: `carried` to `span`; `touched`, where their sentence is there no more as it was; `ambiguous`, where
    it stands at several places or among other sentences than before (`candidates`): a person must say."""

    state: State
    span: Span | None = None
    candidates: tuple[Span, ...] = ()


@dataclass(frozen=True)
class Text:
    """A text with its sentences, for anchoring many spans."""

    text: str

    @cached_property
    def starts(self) -> list[int]:
        """Where each sentence begins."""
        return [0, *(m.end() for m in _END.finditer(self.text) if m.end() < len(self.text))]

    @cached_property
    def sentences(self) -> list[str]:
        """The sentences, without the space that follows them."""
        ends = [*self.starts[1:], len(self.text)]
        return [self.text[a:b].rstrip() for a, b in zip(self.starts, ends, strict=True)]

    @cached_property
    def where(self) -> Mapping[str, list[int]]:
        """The places (numbers) of each sentence."""
        found: dict[str, list[int]] = defaultdict(list)
        for number, sentence in enumerate(self.sentences):
            found[sentence].append(number)
        return found

    def at(self, place: int) -> int:
        """Return the number of the sentence in which a character stands."""
        return bisect_right(self.starts, place) - 1

    def beside(self, first: int, last: int) -> tuple[str | None, str | None]:
        """Return the sentences before and after a stretch of sentences; None where the text ends."""
        before = self.sentences[first - 1] if first else None
        after = self.sentences[last + 1] if last + 1 < len(self.sentences) else None
        return before, after


def anchor(old: Text, span: Span, new: Text) -> Anchor:
    """Return what became of a span of `old` in `new`.

    Words are carried over only with their whole sentences, which must stand at one place only in both texts, beside a sentence
    that stood beside them before. Nothing else is ever re-anchored.

    >>> old, new = Text("No deal yet. They met."), Text("Hello. No deal yet. They met.")
    >>> anchor(old, Span.of(old.text, 0, 7), new).span
    Span(start=7, end=14, text='No deal')
    """
    first, last = old.at(span.start), old.at(span.end - 1)
    own = old.sentences[first : last + 1]
    there = _stretches(new, own)
    if not there:
        return Anchor("touched")
    offset = span.start - old.starts[first]
    found = tuple(s for n in there if (s := _placed(new, n, offset, span)) is not None)
    if len(found) == 1 and len(_stretches(old, own)) == 1 and _kept_company(old, first, last, new, there[0]):
        return Anchor("carried", found[0])
    return Anchor("ambiguous", candidates=found) if found else Anchor("touched")


def _stretches(text: Text, sentences: Sequence[str]) -> list[int]:
    size = len(sentences)
    return [n for n in text.where.get(sentences[0], ()) if text.sentences[n : n + size] == list(sentences)]


def _placed(text: Text, sentence: int, offset: int, span: Span) -> Span | None:
    start = text.starts[sentence] + offset
    stands = text.text[start : start + len(span.text)]
    return Span(start, start + len(span.text), stands) if stands == span.text else None


def _kept_company(old: Text, first: int, last: int, new: Text, place: int) -> bool:
    """Whether a stretch has a neighbour that it had; the ends of the text count as one."""
    one, two = old.beside(first, last), new.beside(place, place + last - first)
    return one[0] == two[0] or one[1] == two[1]


def anchored(old: Text, spans: Iterable[Span], new: Text) -> tuple[Span, ...] | State:
    """Return where all the spans of one finding stand, or the worst state among them."""
    found = [anchor(old, s, new) for s in spans]
    if any(a.state == "touched" for a in found):
        return "touched"
    if any(a.state == "ambiguous" for a in found):
        return "ambiguous"
    return tuple(a.span for a in found if a.span is not None)


__all__ = ["Anchor", "State", "Text", "anchor", "anchored"]
