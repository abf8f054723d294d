"""Second names that the news gives a person in the next sentence: "the violist told a crowd", "the chair of the guild asked"."""

from dragoman.coding.drafts import Draft, Roll
from dragoman.coding.nouns import REPRESENTING, ROLES
from dragoman.coding.parse import Parse, Word
from dragoman.coding.pronouns import History
from dragoman.coding.wordlists import words

_TRADES = words("titles", "roles", "trades")
_ENDINGS = ("ist", "ian", "yer")
_NOT = frozenset({"spokesman", "spokeswoman", "spokesperson", "mediator"})

Mentions = dict[int, tuple[Draft, ...]]


def unite_epithets(parse: Parse, roll: Roll, history: History, mentions: Mentions, owned: Mentions) -> None:
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
        put_for(draft, person, roll, history, mentions, owned)


def unite_counterparts(roll: Roll, history: History, *tables: Mentions) -> None:
    """Let the office named together with a person be that of the one other person who is named together with him."""
    partners: dict[int, list[Draft]] = {}
    for pair in history.joined:
        for draft in pair if len(pair) == 2 else ():
            partners.setdefault(id(draft), []).extend(d for d in pair if d is not draft)
    for office in [d for d in roll.drafts if d.type == "office" and not d.named and d.acts_for and not d.plural]:
        beside = {id(d): d for d in partners.get(id(office), ()) if d.type == "person" and d.named and d.acts_for}
        for person in beside.values() if len(beside) == 1 else ():
            others = {id(d): d for d in partners.get(id(person), ()) if d.type == "person" and d.named}
            one = next(iter(others.values())) if len(others) == 1 else None
            if one is None or one.role or one.acts_for or set(office.acts_for) & set(person.acts_for):
                continue
            one.role, one.acts_for = office.name, list(office.acts_for)
            put_for(office, one, roll, history, *tables)


def unite_offices(roll: Roll, history: History, *tables: Mentions) -> None:
    """Let an office told without its holder, "the prime minister of X", be that of the one person who bears the bare title."""
    for office in [d for d in roll.drafts if d.type == "office" and not d.named and d.acts_for and not d.plural]:
        title = _title(office.name)
        alike = [d for d in roll.drafts if d.type == "person" and d.named and _title(d.role or "") == title]
        free = [d for d in alike if not d.acts_for and not (d.gender and office.gender and d.gender != office.gender)]
        taken = any(set(d.acts_for) & set(office.acts_for) for d in alike)
        rivals = [d for d in roll.drafts if d is not office and d.type == "office" and not d.named and _title(d.name) == title]
        if len(free) == 1 and not taken and not any(d.acts_for and d.acts_for != office.acts_for for d in rivals):
            free[0].acts_for = [d for d in office.acts_for if d is not free[0]]
            put_for(office, free[0], roll, history, *tables)


def _title(text: str) -> str:
    return text.lower().removeprefix("the ").partition(" of ")[0]


def put_for(draft: Draft, person: Draft, roll: Roll, history: History, *tables: Mentions) -> None:
    """Let every mention and name of the one mean the other."""
    roll.merge(draft, person)
    person.gender = person.gender or draft.gender
    for table in tables:
        for i, found in table.items():
            if draft in found:
                table[i] = tuple(dict.fromkeys(person if d is draft else d for d in found))
    for mention in history.mentions:
        if draft in mention.actors:
            mention.actors = tuple(dict.fromkeys(person if d is draft else d for d in mention.actors))
    history.joined = [tuple(person if d is draft else d for d in pair) if draft in pair else pair for pair in history.joined]


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
    opening = before.paragraph == 1 and head.sentence.paragraph == 2 and bool(draft.acts_for)  # who leads the report
    if before.paragraph != head.sentence.paragraph and not opening:
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
