"""Event records of a report."""

import datetime
from typing import get_args

from dragoman.coding.accounts import account
from dragoman.coding.act_kinds import Act
from dragoman.coding.acts import find_acts
from dragoman.coding.bearing import bearing_sentences
from dragoman.coding.dates import TimeExpression
from dragoman.coding.parse import Word
from dragoman.coding.partaking import sides
from dragoman.coding.retelling import Telling, tell, telling
from dragoman.coding.scene import Scene
from dragoman.coding.standing import clause
from dragoman.coding.wordlists import load, words
from dragoman.model import Event
from dragoman.model.findings import EventStatus, EventType

_STATUSES: dict[str, EventStatus] = {s: s for s in get_args(EventStatus)}
_TYPES: dict[str, EventType] = {t: t for t in get_args(EventType)}


def find_events(scene: Scene) -> tuple[Event, ...]:
    """Return the report's events, in order; mentions of one event are one record."""
    found: list[Telling] = []
    starts = {d.first: d for d in scene.dates}
    bearing = bearing_sentences(scene)
    for act in find_acts(scene):
        told = account(scene.parse, act)
        if act.top is act.head and act.head.pos == "NOUN" and told[-1] is act.head:
            told = _with_day_after(scene, act.head, told, starts)
        event = _event(scene, act, told, starts, act.head.sentence.index in bearing)
        tell(found, telling(scene, event, act, told))
    return tuple(one.event for one in found)


def _event(scene: Scene, act: Act, words_of_it: list[Word], starts: dict[int, TimeExpression], of_talks: bool) -> Event:
    told = _told(act) + (clause(act.also) if act.also else [])
    if act.top is act.head and act.head.pos == "NOUN":
        told = _with_day_after(scene, act.head, told, starts)
    if act.head.dep == "ccomp" and act.top is act.head.head:
        told = sorted({*told, *clause(act.head)}, key=lambda w: w.i)  # "demanded that the board meet on Friday"
    asked_for = act.top is not act.head and act.top.pos == "NOUN"  # the day of a call for a meeting is not the meeting's
    dated = clause(act.head) if asked_for else told
    if act.status in ("requested", "proposed") and act.head.pos == "NOUN":
        dated = [w for w in dated if w.i > act.head.i]  # "asked on Tuesday for a meeting on Friday"
    date = _day(scene, dated) or (None if asked_for else _day(scene, words_of_it)) or _day_pointed_at(scene, told)
    done = act.status == "failed" or (act.head is act.top and act.head.tag in ("VBD", "VBG") and act.status == "held")
    value = (
        (_behind(scene, date) if done else None)
        or _ahead(scene, act.status, date, act.top is act.head and act.head.pos == "NOUN")
        if date
        else None
    )
    who, target = sides(scene, act, words_of_it)
    return Event(
        document=scene.document.id, spans=scene.parse.spans(words_of_it), coder=scene.coder, type=_TYPES[act.type],
        certainty="likely" if of_talks and _bears(act) and (date or len(who) > 1 or act.status == "failed") else "possible",
        plover=load("events")["plover"].get(act.type), participants=who, target=target,
        date=value, date_text=date.span.text if date else None, place=_place(scene, told),
        status=_by_day(scene, _STATUSES[act.status], value),
    )  # fmt: skip


def _with_day_after(scene: Scene, noun: Word, told: list[Word], starts: dict[int, TimeExpression]) -> list[Word]:
    """The words with the day that stands right after the noun ("its meeting on 4 April"), where the parse hung it elsewhere."""
    after = scene.parse.words[noun.i + 1 : noun.i + 2]
    on = bool(after) and after[0].lower in ("on", "in", "of") and after[0].sentence is noun.sentence
    day = starts.get(noun.i + 2 if on else noun.i + 1)
    if day is None or any(w.i == day.first for w in told):
        return told
    return told + [w for w in scene.parse.words[noun.i + 1 : day.last + 1] if w not in told]


def _day(scene: Scene, told: list[Word]) -> TimeExpression | None:
    """The day of an act: the first that does not belong to a clause about something in it, else the first."""
    among = {w.i for w in told}
    commas = [w for t in told for w in scene.parse.words[t.i + 1 : t.i + 2] if w.pos == "PUNCT" and w.i + 1 in among]
    found = [d for d in scene.dates_in([*told, *commas]) if d.sense == "date"]  # "on Tuesday, 4 May"
    if len(found) > 1:
        aside = {w.i for c in told if c.dep in ("acl", "relcl") and c is not told[0] for w in c.subtree()}
        found = [d for d in found if d.first not in aside] or found
    return found[0] if found else None


def _day_pointed_at(scene: Scene, told: list[Word]) -> TimeExpression | None:
    """The day that "that day" or "the same evening" means: the last one named before it, at most a sentence back."""
    for word in told:
        if word.lemma not in words("events", "pointing", "days") or not any(c.lower in ("that", "same") for c in word.children):
            continue
        here = word.sentence.index
        before = [d for d in scene.dates if d.last < word.i and d.value and len(d.value) == 10]
        if before and here - scene.parse.words[before[-1].first].sentence.index <= 1:
            return before[-1]
    return None


def _ahead(scene: Scene, status: str, date: TimeExpression, open_: bool) -> str | None:
    """The day; where what is asked for, planned or only named would lie more than half a year back, the next such day is meant."""
    moment, value = scene.document.date.value, date.value
    if not (open_ or status in ("requested", "proposed", "planned")) or moment is None or not moment.is_day or value is None:
        return value
    if len(value) != 10 or value[:4] in date.span.text or (moment.first - datetime.date.fromisoformat(value)).days < 183:
        return value
    later = f"{int(value[:4]) + 1}{value[4:]}"
    return later if later[5:] != "02-29" else None


def _bears(act: Act) -> bool:
    """Whether the act bears on a negotiation by what it is, a strike among the protests."""
    labour = act.type == "protest" and act.head.lemma in words("events", "bearing", "stoppages")
    return labour or act.type in words("events", "bearing", "types")


def _told(act: Act) -> list[Word]:
    """The words that tell of an act: its clause, with the noun before it where that is its subject."""
    top, own = act.top, clause(act.top)
    if act.status == "failed" and top.dep == "conj" and any(c.lower == "there" for c in act.head.children):
        before = top.head.head if top.head.dep == "xcomp" else top.head
        return sorted({*own, *clause(before)}, key=lambda w: w.i)  # day and place stand before: "tried to bring her there"
    if act.type == "agreement" and act.head is top and (what := top.child("ccomp")) is not None:
        return sorted({*own, *clause(what)}, key=lambda w: w.i)
    subject = top.child("nsubj", "nsubjpass")
    relative = top.dep == "relcl" and subject is not None and subject.lower in ("who", "which", "that")
    if not relative and not (top.dep == "acl" and top.tag == "VBN"):
        return own
    first = top.head
    if first.dep == "pobj" and first.head.head.pos == "NOUN" and relative:
        first = first.head.head  # "a panel on fatigue, which meets": the panel meets
    earlier = [w for w in clause(first) if w.i < own[0].i]
    return [*earlier, *own] if earlier and own[0].i - earlier[-1].i <= 2 else own


def _behind(scene: Scene, date: TimeExpression) -> str | None:
    """The month or weekday that lies behind where one named alone was read as one to come; what was tried "in June" is past."""
    moment, value = scene.document.date.value, date.value
    if moment is None or not moment.is_day or not value or value[:4] in date.span.text or "W" in value:
        return None
    if len(value) == 7:
        return f"{int(value[:4]) - 1}{value[4:]}" if value > str(moment.first)[:7] else None
    weekday = not any(c.isdigit() for c in date.span.text)
    if len(value) != 10 or not weekday or not 0 < (datetime.date.fromisoformat(value) - moment.first).days <= 7:
        return None
    return str(datetime.date.fromisoformat(value) - datetime.timedelta(days=7))


def _by_day(scene: Scene, status: EventStatus, day: str | None) -> EventStatus:
    """What is told as done on a day after the report's own is planned."""
    moment = scene.document.date.value
    if status != "held" or day is None or moment is None or len(day) != 10 or not moment.is_day:
        return status
    return "planned" if day > str(moment.first) else status


def _place(scene: Scene, told: list[Word]) -> str | None:
    for word in told:
        if word.dep == "pobj" and word.head.lower in ("in", "at") and word.ent in ("GPE", "LOC", "FAC"):
            return scene.parse.span([*(c for c in word.children if c.dep == "compound"), word]).text
    return None
