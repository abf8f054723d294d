"""On which day an act was or will be, and which words around it tell so."""

import datetime
from collections.abc import Sequence

from dragoman.coding.act_kinds import Act, kinds_of
from dragoman.coding.coming_days import ahead
from dragoman.coding.dates import TimeExpression
from dragoman.coding.parse import Word
from dragoman.coding.scene import Scene
from dragoman.coding.standing import clause, named_by, tense
from dragoman.coding.wordlists import words

_SOON = 6  # months


def day_of(scene: Scene, act: Act, told: Sequence[Word]) -> tuple[str | None, TimeExpression | None]:
    """Return the date of an act whose account is `told`, and the words that name it; None where nothing does."""
    if act.day is not None:
        return _ahead(scene, act, act.day), act.day
    own = surroundings(act)
    asked_for = act.top is not act.head and act.top.pos == "NOUN"  # the day of a call for a meeting is not the meeting's
    if act.status in ("requested", "proposed") and act.head.pos == "NOUN" and act.top.pos == "VERB":
        asked_for |= act.top.lemma not in kinds_of("status")  # "on Friday rejected a call for a meeting"
    dated = clause(act.head) if asked_for else own
    if act.status in ("requested", "proposed") and act.head.pos == "NOUN":
        dated = [w for w in dated if w.i > act.head.i]  # "asked on Tuesday for a meeting on Friday"
    day = (
        _day(scene, dated) or (None if asked_for else _day(scene, told)) or _day_pointed_at(scene, own) or _of_caption(scene, act)
    )
    if day is None:
        return None, None
    told_as_done = act.head is act.top and act.head.tag in ("VBD", "VBG") and act.status == "held"
    told_as_done |= act.status == "held" and act.head.pos == "NOUN" and tense(act.top) == "held"
    behind = _behind(scene, day) if told_as_done or act.status == "failed" else None
    return behind or _last_such(scene, act, day) or _ahead(scene, act, day), day


def surroundings(act: Act) -> list[Word]:
    """Return the words among which the day and place of an act may stand: its clause, and the noun that it hangs on."""
    top, own = act.top, clause(act.top)
    if act.status == "failed" and top.dep == "conj":
        before = top.head.head if top.head.dep == "xcomp" else top.head
        return sorted({*own, *clause(before)}, key=lambda w: w.i)  # "laid a table in June and asked her to join him"
    if act.type == "agreement" and act.head is top and (what := top.child("ccomp")) is not None:
        return sorted({*own, *clause(what)}, key=lambda w: w.i)
    subject = top.child("nsubj", "nsubjpass")
    relative = top.dep == "relcl" and subject is not None and subject.lower in ("who", "which", "that")
    if not relative and not (top.dep == "acl" and top.tag == "VBN"):
        return own
    earlier = [w for w in clause(named_by(top)) if w.i < own[0].i]
    return [*earlier, *own] if earlier and own[0].i - earlier[-1].i <= 2 else own


def with_day_after(scene: Scene, noun: Word, told: list[Word], starts: dict[int, TimeExpression]) -> list[Word]:
    """Return the words with the day right after the noun ("its meeting on 4 April"), where the parse hung it elsewhere."""
    after = scene.parse.words[noun.i + 1 : noun.i + 2]
    on = bool(after) and after[0].lower in ("on", "in", "of") and after[0].sentence is noun.sentence
    day = starts.get(noun.i + 2 if on else noun.i + 1)
    if day is None or any(w.i == day.first for w in told):
        return told
    return told + [w for w in scene.parse.words[noun.i + 1 : day.last + 1] if w not in told]


def _day(scene: Scene, told: Sequence[Word]) -> TimeExpression | None:
    """The day of an act: the first that does not belong to a clause about something in it, else the first."""
    among = {w.i for w in told}
    commas = [w for t in told for w in scene.parse.words[t.i + 1 : t.i + 2] if w.pos == "PUNCT" and w.i + 1 in among]
    found = [d for d in scene.dates_in([*told, *commas]) if d.sense == "date"]  # "on Tuesday, 4 May"
    reason = {w.i for c in told if c.dep == "pcomp" and c.tag == "VBG" and c is not told[0] for w in c.subtree()}
    found = [d for d in found if d.first not in reason]  # "suspended for marching in May": the march was in May
    found = [d for d in found if d.first == 0 or scene.parse.words[d.first - 1].lower not in ("since", "until", "till")]
    if len(found) > 1:
        aside = {w.i for c in told if c.dep in ("acl", "relcl") and c is not told[0] for w in c.subtree()}
        found = [d for d in found if d.first not in aside] or found
    if found and found[0].value and "W" in found[0].value:
        return next((d for d in found if d.value and len(d.value) == 10), found[0])  # "this week, on Monday"
    return found[0] if found else None


def _of_caption(scene: Scene, act: Act) -> TimeExpression | None:
    """The full date that ends a caption ("Dockers burn a banner, Riga, Jan. 4, 2031"), for what its main verb tells."""
    if act.top.head is not act.top or act.top.pos != "VERB":
        return None
    last = act.top.sentence.words[-1]
    end = last.i - 1 if last.pos == "PUNCT" else last.i
    found = next((d for d in scene.dates if d.last == end), None)
    if found is None or not found.value or len(found.value) != 10 or found.value[:4] not in found.span.text:
        return None
    before = scene.parse.words[found.first - 1]
    return found if before.text == "," and act.top.i < found.first else None


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


def _ahead(scene: Scene, act: Act, date: TimeExpression) -> str | None:
    """The day; where what is asked for, planned or only named would lie half a year back, the next such day is meant."""
    only_named = act.top is act.head and act.head.pos == "NOUN" and act.type in words("events", "bearing", "askable")
    coming = only_named or act.status in ("requested", "proposed", "planned")
    return ahead(scene, date) if coming else date.value


def _last_such(scene: Scene, act: Act, date: TimeExpression) -> str | None:
    """The month gone by where somebody "invited her in May" and May was read as one nearly a year ahead."""
    moment, value = scene.document.date.value, date.value
    if act.status not in ("requested", "proposed", "held") or moment is None or not moment.is_day or tense(act.top) != "held":
        return None
    if not value or len(value) != 7 or value[:4] in date.span.text:
        return None
    ahead_by = 12 * (int(value[:4]) - moment.first.year) + int(value[5:]) - moment.first.month
    return f"{int(value[:4]) - 1}{value[4:]}" if ahead_by > _SOON else None


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
