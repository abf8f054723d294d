"""Names that no table knows and the parser takes now for a state, now for a firm: settled by how the report uses them."""

from dragoman.coding.drafts import Roll
from dragoman.coding.names import Name
from dragoman.coding.nouns import BODY, ROLES
from dragoman.coding.parse import Parse, Word
from dragoman.coding.wordlists import words

_OF_STATES = words("bodies", "names", "of_states") | {"ministry", "premier", "coastguard", "envoy", "governments"}
_OF_FIRMS = words("bodies", "names", "of_firms") | {"ceo"}
_BETWEEN = words("titles", "roles", "within") | words("titles", "roles", "domains")
_TYPES = ("state", "organisation", "other")


def settle_strangers(parse: Parse, roll: Roll, found: list[Name]) -> None:
    """Make bare unknown names states where others of the report are states by what they have, or firms where they are firms."""
    known = bool(roll.states)  # where states are known, others are guessed from nothing but what they have themselves
    bare: dict[str, list[Name]] = {}
    for name in found:
        draft = roll.by_text.find(name.text)
        if draft is None or draft.plural or draft.classes or not _is_bare(parse, name):
            continue
        nobody = (not name.title and _has(parse, name, _OF_STATES)) or not _introduced(parse, name)
        if draft.type in _TYPES or (draft.type == "person" and " " not in draft.name and nobody):
            bare.setdefault(draft.name, []).append(name)
    states = {n for n, names in bare.items() if any(_has(parse, x, _OF_STATES) for x in names)}
    firms = {n for n, names in bare.items() if any(_has(parse, x, _OF_FIRMS) or _has_chief(parse, x) for x in names)}
    bare = {n: names for n, names in bare.items() if not known or n in states - firms}
    for called, names in bare.items():
        draft = roll.by_text[called]
        own = [x for x in found if x.text == called]
        doubtful = any(x.title for x in own) or called not in states - firms
        if draft.type == "person" and doubtful and any(_introduced(parse, x) for x in own):
            continue
        if states and not firms:
            draft.type = "state"
        elif (firms and not states and not any(_where(x) for x in names)) or called in firms - states:
            draft.type = "organisation"
        elif called in states - firms:
            draft.type = "state"


def rules(parse: Parse, name: Name) -> bool:
    """Return whether a name has what only a state has: "X's trade ministry"."""
    return _has(parse, name, _OF_STATES)


def _is_bare(parse: Parse, name: Name) -> bool:
    """Whether the name is one word without an article, of no class, and no acronym."""
    before = parse.words[name.words[0].i - 1] if name.words[0].i else None
    articled = before is not None and before.lower in ("the", "a", "an")
    last = name.last
    single = len(name.words) == 1 and name.kind in ("place", "body", "unknown", "group", "person") and not last.text.isupper()
    describing = last.dep in ("compound", "amod", "nmod") and last.head.i > last.i
    return single and last.lower not in BODY and (not articled or describing)


def _introduced(parse: Parse, name: Name) -> bool:
    """Whether a title, a role, a description or "who" shows that the single name is a person's."""
    before = parse.words[name.words[0].i - 1] if name.words[0].i else None
    after = parse.words[name.last.i + 1] if name.last.i + 1 < len(parse.words) else None
    told = before is not None and (before.lower in ROLES or before.lower.endswith(("ist", "er")))
    return bool(name.title) or told or (after is not None and after.text in (",", ":", "("))


def _has(parse: Parse, name: Name, things: frozenset[str]) -> bool:
    """Whether the name has one of these things: "X's deputy trade minister", "X's chairman"."""
    return any(w.lower in things for w in _owned(parse, name)[-1:])


def _has_chief(parse: Parse, name: Name) -> bool:
    return [w.lower for w in _owned(parse, name)[-2:]] == ["chief", "executive"]


def _owned(parse: Parse, name: Name) -> list[Word]:
    """The noun that the name owns or describes, with what stands before it."""
    at = name.last.i + 1
    mark = parse.words[at] if at < len(parse.words) else None
    if mark is None or mark.sentence is not name.last.sentence:
        return []
    at += mark.text in ("'s", "'")
    out: list[Word] = []
    for word in parse.words[at : at + 4]:
        out.append(word)
        if word.lower not in _BETWEEN or word.lower == "executive":
            break
    return out


def _where(name: Name) -> bool:
    return name.last.dep == "pobj" and name.last.head.lower in ("in", "near", "at", "outside")
