"""Second names that the news gives a person in the next sentence: "the violist told a crowd", "the chair of the guild asked"."""

from dragoman.coding.drafts import Draft, Roll
from dragoman.coding.nouns import REPRESENTING, ROLES
from dragoman.coding.parse import Parse, Word
from dragoman.coding.wordlists import words

_TRADES = words("titles", "roles", "trades")
_ENDINGS = ("ist", "ian", "yer")
_NOT = frozenset({"spokesman", "spokeswoman", "spokesperson", "mediator"})

Mentions = dict[int, tuple[Draft, ...]]


def unite_epithets(parse: Parse, roll: Roll, mentions: Mentions) -> None:
    """Let the one new description of a person without name, subject of its sentence, mean the subject of the sentence before."""
    fresh = [d for d in roll.drafts if d.type in ("person", "office") and not d.named and not d.plural]
    for draft in fresh:
        person = _subject_before(parse, draft, mentions)
        if person is None or not _may_be(person, draft):
            continue
        person.nouns |= draft.nouns
        if not person.acts_for and draft.nouns & REPRESENTING:
            person.acts_for = [d for d in draft.acts_for if d is not person]
            person.role = person.role or draft.name
        for form in draft.forms:
            person.call(form)
        for i, found in mentions.items():
            if draft in found:
                mentions[i] = tuple(dict.fromkeys(person if d is draft else d for d in found))
        roll.drafts.remove(draft)


def _may_be(person: Draft, draft: Draft) -> bool:
    """Whether the description may be the person's: a trade, or an office where none of his is told."""
    if person.gender and draft.gender and person.gender != draft.gender:
        return False
    noun = draft.words[-1].lower if len(draft.words) == 1 else ""
    trade = bool(noun) and (noun in _TRADES or (noun.endswith(_ENDINGS) and noun not in ROLES | _NOT))
    office = draft.type == "office" and bool(draft.acts_for) and not person.role and not person.acts_for
    return trade or (office and not draft.nouns & _NOT)


def _subject_before(parse: Parse, draft: Draft, mentions: Mentions) -> Draft | None:
    """The named person who is the only one of the sentence before in the paragraph, and its subject."""
    head = next((w for w in draft.words if mentions.get(w.i) == (draft,)), None)
    if head is None or head.sentence.index == 0 or not _leads(head):
        return None
    before = parse.sentences[head.sentence.index - 1]
    if before.paragraph != head.sentence.paragraph:
        return None
    if any(d.type == "person" and d.named for w in head.sentence.words if w.i < head.i for d in mentions.get(w.i, ())):
        return None
    persons = {id(d): d for w in before.words for d in mentions.get(w.i, ()) if d.type in ("person", "office")}
    doer = next((w for w in before.words if w.dep == "nsubj" and w.i in mentions), None)
    found = mentions[doer.i] if doer is not None else ()
    return found[0] if len(persons) == len(found) == 1 and found[0].named and found[0].type == "person" else None


def _leads(head: Word) -> bool:
    """Whether the description is the definite subject of its sentence."""
    article = head.child("det")
    return head.dep == "nsubj" and article is not None and article.lower == "the"
