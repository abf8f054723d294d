"""Bodies told by what they are and, elsewhere, by their names: "the Tarn Valley teachers union", then "Tarn Valley Educators"."""

import re

from dragoman.coding.drafts import Draft, Roll
from dragoman.coding.epithets import put_for
from dragoman.coding.nouns import CLASSES
from dragoman.coding.pronouns import History

Mentions = dict[int, tuple[Draft, ...]]
_PLURALS = ("ers", "ors", "ists", "ians", "men", "women", "nurses")
_LANDS = frozenset({"islands", "republic", "federation", "union", "kingdom", "emirates", "states", "coast", "confederation"})
_JOINED = frozenset({"league", "alliance", "society", "congress"})
"""Nouns of which a body is a union where those who work stand before them: "Lecturers' League"."""


def unite_bodies(roll: Roll, history: History, *tables: Mentions) -> None:
    """Let the description of a union or of rebels be the one named body of the report that it fits."""
    for draft in [d for d in roll.drafts if d.named and d.type == "state" and " " not in d.name]:
        full = [d for d in roll.drafts if d.type == "state" and d.name.split()[1:] and _is_short_for(draft.name, d.name)]
        _put(draft, full, roll, history, *tables)
    for draft in [d for d in _named(roll) if d.type == "organisation"]:
        told = [d for d in roll.drafts if d.acts_for == [draft] and d.name.startswith(f"{draft.name} ") and d.type != "person"]
        if len(told) == 1 and told[0].classes:
            told[0].acts_for = []
            _put(draft, told, roll, history, *tables)
    for draft in [d for d in _named(roll) if " " not in d.name and d.name.lower().endswith(_PLURALS)]:
        full = [d for d in _named(roll) if re.split(r"['’]s? ", d.name)[1:] and re.split("['’]", d.name)[0] == draft.name]
        _put(draft, full, roll, history, *tables)
    for draft in [d for d in roll.drafts if not d.named and d.type not in ("person", "state")]:
        found = _of_same_place(draft, roll) or _only_rebels(draft, roll) or _only_workers(draft, roll)
        if len(found) == 1:
            found[0].nouns |= draft.nouns
        _put(draft, found, roll, history, *tables)


def _put(draft: Draft, found: list[Draft], roll: Roll, history: History, *tables: Mentions) -> None:
    """Let a draft be the one that was found for it, where there is just one."""
    if len(found) != 1 or found[0] is draft:
        return
    put_for(draft, found[0], roll, history, *tables)
    for other in roll.drafts:
        other.acts_for = list(dict.fromkeys(found[0] if d is draft else d for d in other.acts_for))


def _is_short_for(short: str, full: str) -> bool:
    """Whether a state goes by the first word of its name: "Tamoru" of "Tamoru Islands"."""
    first, *rest = full.split()
    return first == short and len(rest) == 1 and rest[0].lower() in _LANDS


def _named(roll: Roll) -> list[Draft]:
    return [d for d in roll.drafts if d.named and d.type not in ("person", "state")]


def _of_same_place(draft: Draft, roll: Roll) -> list[Draft]:
    """The body whose name opens with the same place and ends in those who work: "X Y teachers union", "X Y Educators"."""
    words = draft.name.split()
    place = " ".join(words[: next((k for k, w in enumerate(words) if not w[:1].isupper()), 0)])
    if not place or "union" not in draft.classes:
        return []
    return [d for d in _named(roll) if d.name.startswith(f"{place} ") and d.name.endswith(_PLURALS) and not d.classes]


def _only_rebels(draft: Draft, roll: Roll) -> list[Draft]:
    """The one armed group of the report that has a name: "Kasheira rebels"."""
    told = draft.name.split()[-1].lower() in CLASSES["rebels"] and draft.type == "armed_group"
    alike = [d for d in roll.drafts if "rebels" in d.classes and d is not draft and d.type != "person"]
    return alike if told and len(alike) == 1 and alike[0].named else []


def _only_workers(draft: Draft, roll: Roll) -> list[Draft]:
    """The one body of those who work that has a name, where "the union" can mean no other: "Lecturers' League"."""
    unions = [d for d in roll.drafts if "union" in d.classes and d is not draft and not (d.plural and not d.named)]
    if draft.name.lower() not in ("union", "guild") or unions:
        return []
    return [d for d in _named(roll) if d.name.split()[-1].lower() in _JOINED and _tells_workers(d.name)]


def _tells_workers(name: str) -> bool:
    owners = [w[:-1] for w in name.lower().replace("\u2019", "'").split() if w.endswith("s'")]
    return any(w.endswith(_PLURALS) for w in owners)
