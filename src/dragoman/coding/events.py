"""Event records of a report."""

from dataclasses import replace
from typing import get_args

from dragoman.coding.parse import Word
from dragoman.coding.scene import Scene
from dragoman.coding.standing import clause, governor, invert, joined, partners, tense
from dragoman.coding.wordlists import load
from dragoman.model import Event, Ids
from dragoman.model.findings import EventStatus, EventType

_TARGETED = frozenset(("attack", "sanction", "violation", "appointment"))
_TALKING = frozenset(("meeting", "call", "visit", "talks_round", "signing"))
# Other types are mostly general news (found precision .34 over all types on 79 real reports): possible readings only.
_STATUSES: dict[str, EventStatus] = {s: s for s in get_args(EventStatus)}
_TYPES: dict[str, EventType] = {t: t for t in get_args(EventType)}


def find_events(scene: Scene) -> tuple[Event, ...]:
    """Return the report's events, in order; mentions of one event are one record."""
    table = load("events")
    verbs, nouns = invert(table["verbs"]), invert(table["nouns"])
    found: list[Event] = []
    for word in scene.parse.words:
        if word.pos == "VERB" and word.lemma in verbs:
            event = _of_verb(scene, word, verbs[word.lemma])
        elif word.pos == "NOUN" and word.lemma in nouns and _counts(word):
            event = _of_noun(scene, word, nouns[word.lemma])
        else:
            continue
        if event is not None:
            _merge(found, event)
    return tuple(found)


def _counts(noun: Word) -> bool:
    needed = load("events")["needs"].get(noun.lemma)
    return noun.dep != "compound" and (needed is None or any(c.lemma in needed for c in noun.children))


def _of_verb(scene: Scene, verb: Word, type_: str) -> Event | None:
    status = _status_above(verb) if verb.dep == "xcomp" else tense(verb, scene.parse.is_title(verb))
    return _event(scene, verb, verb, type_, status) if status else None


def _status_above(verb: Word) -> str | None:
    """An infinitive stands as the verb over it says: planned, asked for, failed."""
    above = invert(load("events")["status"]).get(verb.head.lemma)
    return above if above != "held" and tense(verb.head) in ("held", "under_way") else None


def _of_noun(scene: Scene, noun: Word, type_: str) -> Event | None:
    verb = governor(noun)
    if verb and verb.lemma in invert(load("events")["verbs"]):
        return None  # the verb tells the event: "signed the agreement" is one signing
    status = _by_modifier(noun) or _by_clause(noun) or (_by_verb(scene, noun, verb) if verb else None)
    if status is None:
        return None
    return _event(scene, noun, verb if verb and _is_light(verb) else noun, type_, status)


def _by_modifier(noun: Word) -> str | None:
    table = invert(load("events")["modifiers"])
    return next((table[c.lower] for c in noun.children if c.dep == "amod" and c.lower in table), None)


def _by_clause(noun: Word) -> str | None:
    """"A walkout due to begin", "talks broken off": the words that hang on the noun say how it stands."""
    table = invert(load("events")["status"])
    for child in noun.children:
        if child.dep in ("amod", "acl", "relcl") and child.i > noun.i and table.get(child.lemma, "held") != "held":
            return table[child.lemma] if child.dep != "relcl" or tense(child) == "held" else None
    return None


def _is_light(verb: Word) -> bool:
    return verb.lemma in invert(load("events")["status"])


def _by_verb(scene: Scene, noun: Word, verb: Word) -> str | None:
    said = invert(load("events")["status"]).get(verb.lemma)
    now = tense(verb, scene.parse.is_title(verb))
    if now is None:
        return None
    if said is None:
        dated = any(d.sense == "date" for d in scene.dates_in(clause(noun)))
        return "held" if now == "held" and noun.dep == "nsubj" and dated else None
    if verb.lemma == "call" and any(c.dep == "prt" and c.lower == "off" for c in verb.children):
        return "cancelled" if now == "held" else None
    if noun.dep == "pobj" and not (verb.lemma == "call" and noun.head.lower == "for"):
        return None
    if said == "held":
        return now
    if said in ("requested", "proposed"):
        return said if noun.dep in ("dobj", "nsubjpass", "pobj") and now != "planned" else None
    return said if now != "planned" else None


def _event(scene: Scene, head: Word, top: Word, type_: str, status: str) -> Event:
    words = clause(top)
    date = next((d for d in scene.dates_in(words) if d.sense == "date"), None)
    who = partners(scene, head)
    if top is not head and top.lemma != "call":
        who = tuple(dict.fromkeys((*_subject(scene, top), *who)))
    if type_ in ("meeting", "visit", "call") and head is top and (other := head.child("dobj")):
        who = tuple(dict.fromkeys((*who, *joined(scene, other))))
    other = head.child("dobj", "nsubjpass") if type_ in _TARGETED else None
    target = joined(scene, other) if other else ()
    return Event(
        document=scene.document.id, spans=scene.parse.spans(words), coder=scene.coder, type=_TYPES[type_],
        certainty="likely" if type_ in _TALKING and (who or date) else "possible",
        plover=load("events")["plover"].get(type_), participants=tuple(i for i in who if i not in target), target=target,
        date=date.value if date else None, date_text=date.span.text if date else None, place=_place(scene, words),
        status=_STATUSES[status],
    )  # fmt: skip


def _subject(scene: Scene, verb: Word) -> Ids:
    subject = verb.child("nsubj")
    return joined(scene, subject) if subject else ()


def _place(scene: Scene, words: list[Word]) -> str | None:
    for word in words:
        if word.dep == "pobj" and word.head.lower in ("in", "at") and word.ent in ("GPE", "LOC", "FAC"):
            return scene.parse.span([*(c for c in word.children if c.dep == "compound"), word]).text
    return None


def _merge(found: list[Event], event: Event) -> None:
    """Add an event, or its spans to the one it repeats: same type, status, day and a participant in common."""
    for i, known in enumerate(found):
        same = (known.type, known.status) == (event.type, event.status) and set(known.participants) & set(event.participants)
        if same and known.date == event.date and known.date_text == event.date_text and known.place == event.place:
            spans = tuple(sorted({*known.spans, *event.spans}, key=lambda s: (s.start, s.end)))
            found[i] = replace(known, spans=spans)
            return
    found.append(event)
