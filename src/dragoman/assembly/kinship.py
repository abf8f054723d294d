"""Wordings that may name one step though no table joins their words: how much of what they name they share, and what keeps them
apart. Where two conditions stand to one another so that the wordings must mean one step, that is enough."""

import functools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dragoman.assembly.sense import IN_WRITING
from dragoman.assembly.tables import WORD, classes, days, empty, stem, table

HALF = 0.5
"""The part of the shorter wording's things that two wordings share where conditions that mirror one another make them one."""
MOST = 0.6
"""The part that they share where only their words speak for it; two things at the least, or all of both."""

MOST_TOLD = 4
"""A wording of more things than this is a clause about a thing."""


@dataclass(frozen=True)
class Naming:
    """What a wording names: all `things`, the `head` noun with the words that stand before it, what follows which preposition,
    the numbers and names in it, and whether it is done (+1) or undone (-1), where a verb says so."""

    things: frozenset[str]
    head: str
    before: frozenset[str]
    slots: tuple[tuple[str, frozenset[str]], ...]
    numbers: frozenset[str]
    names: frozenset[str]
    act: str
    fails: bool
    bare: bool
    many: bool
    """Whether its one thing stands in the plural."""
    deed: str = ""
    """What is done, by a verb or a noun of doing ("trial" of "the trial of the pilots"); empty where only a thing is named."""
    objects: frozenset[str] = frozenset()
    """What it is done to."""

    @property
    def central(self) -> frozenset[str]:
        """Return what the wording is about: not what only tells where, by whom or on what ("of the report on the mine")."""
        own = frozenset({self.head} - {""}).union(self.objects, self.before)
        on = ("on", "over", "about") if "contract" in own else ()  # an agreement is about what it is on
        told = (things for p, things in self.slots if p == "ing" or p in on)  # "a covenant sparing the plants"
        return own.union(*told)


@functools.lru_cache(maxsize=20_000)
def naming(text: str) -> Naming:
    """Return what a wording names.

    >>> naming("withdrawal of the suit").head, naming("an export permit").head
    ('lawsuit', 'permit')
    """
    told = table()["kinship"]
    if (gloss := _GLOSS.search(text)) is not None:
        text = gloss[1]
    told_of = _OF_ITS_OWNER.sub(r"\2 of \1", _SIGNED.sub("signature under", _OWNER.sub("", IN_WRITING.sub("", text))))
    written = [re.sub(r"['’]s?$", "", w) for w in WORD.findall(_COUNCIL.sub("staff", told_of))]
    numbers = frozenset(w.strip(".,") for w in written if w[0].isdigit())
    names = frozenset(w.lower() for w in written[1:] if w[0].isupper() and w.lower() not in empty())
    acts = classes("acts")
    parts: list[tuple[str, list[str]]] = [("", [])]
    act, before = "", ""
    for word in (w.lower() for w in written):
        if word in told["prepositions"] and before not in told["prepositions"]:
            parts.append((word, []))
        elif word in acts or word in told["showing"]:
            act = act or acts.get(word, "")
        elif word not in names and not _says_nothing(word):
            if word.endswith("ing") and parts[-1][1]:  # "a covenant sparing the plants"
                parts.append(("ing", []))
            parts[-1][1].append(_stem(word))
        before = word
    said = [(p, t) for p, t in parts if t]
    first = said[0][1] if said else []  # "withdrawal of the suit": where the deed names no thing, what it is done to is the head
    slots: dict[str, frozenset[str]] = {}
    for preposition, words in said[1:]:
        slots[preposition] = slots.get(preposition, frozenset()) | frozenset(words)
    things = frozenset(t for _, words in said for t in words)
    fails = not _failing().isdisjoint(w.lower() for w in written)
    bare = len(things) == 1 and (_POINTING.match(text.strip()) is not None or len(written) == 1)
    head, before_it = (first[-1], frozenset(first[:-1])) if first else ("", frozenset[str]())
    many = len(things) == 1 and any(_is_plural(w.lower()) and _stem(w.lower()) in things for w in written)
    deed, objects = _deed([w.lower() for w in written], [t for _, t in said], slots, things)
    return Naming(things, head, before_it, tuple(sorted(slots.items())), numbers, names, act, fails, bare, many, deed, objects)


def _deed(
    words: list[str], said: list[list[str]], slots: Mapping[str, frozenset[str]], things: frozenset[str]
) -> tuple[str, frozenset[str]]:
    """What is done and to what: by a verb that opens the wording, a passive that ends it, or a noun with "of", "for" or "on"."""
    told = table()["kinship"]
    lead, after = words[:1], words[1:2]
    verbal = bool(lead and after) and lead[0] not in told["articles"] and after[0] not in ("of", "for", "on")
    leading = {*told["articles"], *told["prepositions"], *_UNDOING}
    if verbal and (after[0] in leading or lead[0].endswith("ing")):
        first = frozenset(said[0] if said else ()) | slots.get("of", frozenset())
        return _done(lead[0], words), first - {_stem(lead[0])} or things - {_stem(lead[0])}
    for n, word in enumerate(words[:-1]):
        if n and word in _BEING and (words[n + 1].endswith(("ed", "en")) or words[n + 1] in classes("acts")):
            return _done(words[n + 1], words), things - {_stem(words[n + 1])}
    noun = next((n for n, w in enumerate(words) if n and w in ("of", "for", "on") and not _says_nothing(words[n - 1])), None)
    if noun is None:
        return "", frozenset()
    return _done(words[noun - 1], words), slots.get(words[noun], frozenset(said[0]) if said else frozenset())


def _done(word: str, words: list[str]) -> str:
    """The class of a word of doing, else its stem."""
    told = table()["kinship"]
    if word in table()["particles"]["verbs"] and set(words) & set(_UNDOING):
        return "undo"
    if word in told["light"]:
        return ""
    return classes("deeds").get(word) or classes("acts").get(word) or ("show" if word in told["showing"] else _stem(word))


_UNDOING = frozenset({"back", "off", "down", "away", "out", "up"})
_BEING = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_COMPATIBLE = ({"begin", "show", "give"}, {"give", "return"})
"""Deeds that may be one: the books are opened, shown or handed over; prisoners return who are released."""


def _other_deed(a: Naming, b: Naming) -> bool:
    """Whether two different things are done to one: the trial of the pilots is not their release."""
    if not a.deed or not b.deed or a.deed == b.deed or any({a.deed, b.deed} <= pair for pair in _COMPATIBLE):
        return False
    return _meet(a.objects, b.objects)


def _stem(word: str) -> str:
    return classes("kin").get(word) or classes("same").get(word) or stem(word)


def _is_plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith(("ss", "us", "is"))


_POINTING = re.compile(r"(?:[a-z]+ing (?:over )?)?(?:the|this|that|these|those)\b", re.I)
_OWNER = re.compile(r"\b(?:[A-Z][\w.-]*[ ])*[A-Z][\w.-]*(?:['’]s|s['’])(?= )")
"""Whose a thing is, by name: a side is called by its leader, its firm or its seat."""
_OF_ITS_OWNER = re.compile(r"\b(?:the |its |their )?((?:[a-z][\w-]* ){0,2}[a-z][\w-]*)['’]s? ([a-z][\w-]*)$")
"""Whose a thing is, by a noun: "the staff's opinion" is the opinion of the staff."""
_GLOSS = re.compile(r"\w \((?:(?:its|their) end: )?((?:the |an? )?[a-z][^()]{3,})\)$", re.I)
"""What a coder says in brackets that the words mean: "the cruise (the survey)"."""
_SIGNED = re.compile(r"\bnames? (?:under|to|on|beneath|below)\b", re.I)
_COUNCIL = re.compile(r"\b(?:works? council|work ?force|employees|workers)\b", re.I)
"""Who speaks for a house's staff, and who they are."""


def _says_nothing(word: str) -> bool:
    told = table()["kinship"]
    if word in told["nouns"]:
        return False
    return word in empty() or word in days() or word[0].isdigit() or len(word) < 3 or word in told["idle"] or word in _degree()


@functools.cache
def _degree() -> frozenset[str]:
    return frozenset([*table()["matter"]["degree"], *table()["empty"]["negations"]])


@functools.cache
def _failing() -> frozenset[str]:
    return frozenset(table()["empty"]["negations"]) - {"no", "not", "never", "nothing"}


def shared(a: Naming, b: Naming) -> float:
    """Return which part of the things of the shorter wording the other has too, 0 where something keeps them apart."""
    if not a.things or not b.things or _apart(a, b):
        return 0.0
    small, large = sorted((a.things, b.things), key=len)
    return sum(any(_alike(t, u) for u in large) for t in small) / len(small)


def _apart(a: Naming, b: Naming) -> bool:
    """Whether the wordings tell of different things: done and undone, begun and completed, other numbers, other names, or other
    words in one place."""
    acts = {a.act, b.act}
    if a.fails != b.fails or ("" not in acts and len(acts) > 1 and ("undo" in acts or acts == {"begin", "make"})):
        return True
    if _other_deed(a, b):
        return True
    if any(x and y and not x & y for x, y in ((a.numbers, b.numbers), (a.names, b.names))):
        return True
    if _alike(a.head, b.head) and a.before and b.before and not _meet(a.before, b.before):
        return True
    other = dict(b.slots)
    return any(p in other and not _meet(s, other[p]) for p, s in a.slots)


def _meet(a: Iterable[str], b: Iterable[str]) -> bool:
    return any(_alike(x, y) for x in a for y in b)


def _alike(a: str, b: str) -> bool:
    """Whether two stems are one word, or one is made of the other ("scanner", "scan")."""
    if a == b:
        return bool(a)
    short, long = sorted((a, b), key=len)
    return len(short) > 3 and long.startswith(short) and long[len(short) :] in _ENDINGS


_ENDINGS = frozenset("er or al ion ment ance ence ur ity iv y r ner ter ber".split())


def is_near(a: Naming, b: Naming) -> bool:
    """Return whether two wordings name one step by their words alone: of like head, and hardly anything is in one only."""
    if parted_by_number(a, b):
        return False
    part = shared(a, b)
    both = min(len(a.things), len(b.things))
    return _alike(a.head, b.head) and part >= MOST and (both > 1 or len(a.things) == len(b.things))


def parted_by_number(a: Naming, b: Naming) -> bool:
    """Return whether two lone things are one and many ("a complete file", "the files"): hardly the same."""
    return len(a.things) == 1 == len(b.things) and a.many != b.many


def is_kin(a: Naming, b: Naming) -> bool:
    """Return whether two wordings may name one step, where conditions that mirror one another speak for it too."""
    return shared(a, b) >= HALF and _meet(a.central, b.central)


def named_in(step: Naming, telling: Naming) -> bool:
    """Return whether words that tell more name all things of a step, and no other number of them.

    >>> named_in(naming("withdrawal of the suit"), naming("The guild withdrew its suit from the court"))
    True
    """
    numbered = not step.numbers or bool(step.numbers & telling.numbers)
    return bool(step.things) and numbered and all(any(_alike(t, u) for u in telling.things) for t in step.things)


def points_to(short: Naming, full: Naming) -> bool:
    """Return whether a bare "the permit" can mean what a fuller wording names ("an export permit in the file")."""
    if not short.bare or parted_by_number(short, full) or len(full.things) > MOST_TOLD:
        return False
    return _alike(short.head, full.head) and not _apart(short, full)


__all__ = ["Naming", "is_kin", "is_near", "named_in", "naming", "parted_by_number", "points_to", "shared"]
