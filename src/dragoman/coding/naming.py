"""What somebody calls, sees or puts as something: "called the offer a joke", "sees it as a trap", "put the toll at nine"."""

from dragoman.coding.parse import Word
from dragoman.coding.wordlists import words

_PARTS = ("oprd", "ccomp", "acomp", "attr", "xcomp")
_ENDS = frozenset({",", ";", ":", ".", "?", "!", "—", "–"})


def what_is_called(cue: Word) -> list[Word]:
    """Return what is called what, in order; empty where the verb names nothing."""
    called = _called(cue)
    pointer = next((c for c in cue.children if c.lower in ("which", "that") and c.dep == "dobj" and c.i < cue.i), None)
    if not called or cue.dep != "relcl" or pointer is None or cue.head.pos not in ("NOUN", "PROPN"):
        return called
    noun = cue.head
    named = [w for c in noun.children if c.i < noun.i or (c.dep == "prep" and c.i < pointer.i) for w in c.subtree()]
    return [*sorted((*named, noun), key=lambda w: w.i), *called]


def _called(cue: Word) -> list[Word]:
    if cue.lemma in ("put", "estimate"):
        return _estimate(cue)
    if any(c.lower == "what" and c.i < cue.i for c in cue.children):
        return _after_what(cue)
    parts = [c for c in cue.children if c.i > cue.i and c.dep in ("dobj", *_PARTS)]
    if cue.lemma in ("refer", "point", "compare", "liken", "contrast"):
        parts += [p for c in cue.children if c.dep == "prep" and c.lower in ("to", "with") and (p := c.child("pobj")) is not None]
    if cue.lemma in ("compare", "liken", "contrast"):
        return _from_to(parts) if len(parts) > 1 else []
    as_what = [c for c in cue.children if c.i > cue.i and c.dep == "prep" and c.lower == "as"]
    if any((said := c.child("pcomp")) is not None and said.lemma in words("cues", "speech") for c in as_what):
        return []  # "cited the guard as saying" relays another's words
    about = cue.child("nsubjpass")
    if about is not None and as_what and cue.child("agent") is not None:
        return [*about.subtree(), *(w for c in as_what for w in c.subtree())]
    if cue.lemma in words("cues", "naming_as"):
        within = [c for p in parts for c in p.children if c.dep == "prep" and c.lower == "as"]
        return _from_to([*parts, *as_what]) if as_what or within else []
    named = next((p for p in (*parts, *as_what) if p.dep in (*_PARTS, "prep")), None)
    quoted = any(w.quote >= 0 and w.quote != cue.quote for p in (*parts, *as_what) for w in p.subtree())
    if named is None and not quoted and not any(_is_swallowed(p) for p in parts):
        after = _after_what(cue)
        return after if any(w.quote >= 0 and w.quote != cue.quote for w in after) else []
    return _from_to([*parts, *as_what])


def _estimate(cue: Word) -> list[Word]:
    """The number and what it counts: "put the toll at nine"."""
    thing = next((c for c in cue.children if c.dep == "dobj" and c.i > cue.i), None)
    at = next((c for c in cue.children if c.dep == "prep" and c.lower == "at" and any(w.pos == "NUM" for w in c.subtree())), None)
    return _from_to([thing, at]) if thing is not None and at is not None else []


def _from_to(parts: list[Word]) -> list[Word]:
    ends = [w.i for p in parts for w in p.subtree()]
    tokens = parts[0].sentence.words
    base = tokens[0].i
    return tokens[min(ends) - base : max(ends) - base + 1]


def _is_swallowed(thing: Word) -> bool:
    """Whether the parser hangs what a thing is called on the thing: "called its actions defensive in nature"."""
    return any(c.i > thing.i and c.dep == "amod" and c.pos == "ADJ" for c in thing.children)


def _after_what(cue: Word) -> list[Word]:
    """The name in "what the ministry calls a special zone": as far as the clause goes."""
    tokens = cue.sentence.words
    place = cue.i - tokens[0].i + 1
    if [w.lower for w in tokens[place : place + 2]] == ["to", "be"]:
        place += 2
    within = {w.i for w in cue.subtree()}
    end = place
    while end < len(tokens) and tokens[end].i in within and (tokens[end].quote >= 0 or tokens[end].text not in _ENDS):
        end += 1
    return tokens[place:end]
