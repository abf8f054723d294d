"""Political parties under their many names: "the Conservatives", "Conservative deputies", "the Conservative Party"."""

from dragoman.coding.drafts import Draft, Roll
from dragoman.coding.names import Name
from dragoman.coding.wordlists import words

PARTIES = words("bodies", "parties", "adjectives")
_ENDINGS = (" party", " list", " alliance", " league", " movement", "s")


def link_parties(roll: Roll, names: list[Name]) -> None:
    """Make the plural, the adjective and the full name of a party one body of the roll."""
    found: dict[str, list[Draft]] = {}
    adjectives = {n.text for n in names if n.kind != "person" and not n.title and _leads_to_a_party(n)}
    for text, draft in list(roll.by_text.items()):
        stem = _stem(text)
        if stem is not None and draft.type != "person" and (text.endswith(_ENDINGS) or draft.forms.keys() & adjectives):
            alike = found.setdefault(stem, [])
            if draft not in alike:
                alike.append(draft)
    for text in adjectives:
        if text not in roll.by_text and _stem(text.casefold()) in found:
            found[_stem(text.casefold()) or ""].append(roll.body(text, next(n.words for n in names if n.text == text)))
    for alike in found.values():
        party = max(
            alike,
            key=lambda d: (d.name.casefold().endswith(_ENDINGS[:-1]), d.name.endswith("s"), len(d.name.split()), -d.words[0].i),
        )
        for draft in alike:
            roll.merge(draft, party)
        party.type = "organisation"
        party.nouns.add("party")


def one_of_a_party(name: Name) -> bool:
    """Return whether the name means a single member: "a Liberal said"."""
    first = name.words[0]
    before = first.sentence.words[first.i - first.sentence.words[0].i - 1] if first is not first.sentence.words[0] else None
    single = before is not None and before.lower in ("a", "an", "one", "another")
    return single and name.last.lower in PARTIES and name.last.dep not in ("amod", "compound", "nmod")


def _stem(text: str) -> str | None:
    """What the names of one party share, in small letters; None for no party's."""
    for ending in _ENDINGS:
        text = text.removesuffix(ending)
    text = text.removesuffix("ic") if text.endswith("democratic") else text
    return text if text.rpartition(" ")[2] in PARTIES else None


def _leads_to_a_party(name: Name) -> bool:
    """Whether the name describes somebody: "Liberal spokeswoman", "Reform deputies"."""
    describing = name.last.dep in ("amod", "compound", "nmod") and name.last.head.i > name.last.i
    return name.last.lower in PARTIES and (describing or name.last.dep in ("conj", "nsubj", "pobj", "poss", "dobj"))
