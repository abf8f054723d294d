"""Deadline records of a report."""

from collections.abc import Iterator
from dataclasses import replace

from dragoman.coding.advances import advanced
from dragoman.coding.bounds import find_bound
from dragoman.coding.cases import announced, follows_in, outcome
from dragoman.coding.consequences import clause_of
from dragoman.coding.limits import find_limit, find_spell, is_limit, setter_in
from dragoman.coding.parse import Sentence, Word
from dragoman.coding.pointers import pointed_times, sentences_since
from dragoman.coding.scene import Scene
from dragoman.coding.sooner import is_over
from dragoman.coding.standing import subjects
from dragoman.coding.terms import allowed_by, find_term, run_out
from dragoman.coding.wordlists import words
from dragoman.model import Deadline, Ids, Span
from dragoman.model.moment import Moment

_NEAR = 2  # sentences


def find_deadlines(scene: Scene) -> tuple[Deadline, ...]:
    """Return the report's deadlines, in order; restatements of one share its date and length and name the first in `same_as`."""
    found: list[Deadline] = []
    for sentence in scene.parse.sentences:
        here = _apart(scene, _deadlines(scene, sentence, found))
        if here and found and here[0].consequence and not found[-1].consequence and here[0].date == found[-1].date is not None:
            found[-1] = replace(found[-1], consequence=here[0].consequence)
        found += here or _again(scene, sentence, found)
        if sentence.words[-1].text == "?" or not found:
            continue
        if not here:
            _tell_what_follows(scene, sentence, found)
        if (sooner := advanced(scene, sentence, found)) is not None:
            found.append(sooner)
    return tuple(_linked(scene, _settled(scene, found)))


def _deadlines(scene: Scene, sentence: Sentence, before: list[Deadline]) -> Iterator[Deadline]:
    """The deadlines of a sentence; a question sets none."""
    asked = max((w.i for w in sentence.words if w.text == "?"), default=-1)
    if asked >= sentence.words[-1].i - 2:
        return
    for word in sentence.words:
        found = _named(scene, word)
        if found is not None:
            yield found
    taken = bool(before) and _is_within(before[-1], sentence)  # its consequence stands here already
    pointed = () if taken else pointed_times(scene, sentence, before)
    for when in (*scene.dates_in(sentence.words), *pointed):
        if when.last < asked:
            continue
        found = find_bound(scene, when)
        if found is None and when.sense == "duration":
            found = find_term(scene, when)
        if found is not None:
            allowed = allowed_by(scene, when) if when.duration else ()
            if when in pointed and (meant := next((d for d in reversed(before) if d.date == found.date and d.setter), None)):
                allowed = meant.setter  # "if no plan is there by then, they will take control": the pronoun says less
            yield replace(found, setter=allowed or found.setter or setter_in(scene, sentence))


def _tell_what_follows(scene: Scene, sentence: Sentence, found: list[Deadline]) -> None:
    """Put what a sentence says will follow ("if they miss it", "after that") with the deadline that was just told without it."""
    pointed = _points_back(sentence)
    last = next((d for d in reversed(found) if d.duration), found[-1]) if pointed else found[-1]
    told = [d for d in found if d.duration == last.duration and d.date == last.date]
    since = sentences_since(scene, sentence, last)
    near = since > 0 and (since <= _NEAR or pointed)
    if any(d.consequence for d in told) or not near or last.bound == "not_before":
        return
    after = follows_in(sentence)
    if not after and (harm := announced(sentence)) is not None and _by_setter(scene, last, harm[0]):
        after = harm[1]
    if after and not _of_the_bound(scene, last, after):
        found[found.index(last)] = replace(last, consequence=scene.parse.span(after).text)


def _points_back(sentence: Sentence) -> bool:
    """Whether a sentence names a deadline told before: "if there is no contract by the deadline", "when her limit ends"."""
    return any(
        is_limit(w) and w.pos == "NOUN" and any(c.lower in ("the", "that", "this") or c.tag == "PRP$" for c in w.children)
        and not any(c.pos == "NUM" or c.lower == "new" for c in w.subtree())
        for w in sentence.words
    )  # fmt: skip


def _by_setter(scene: Scene, deadline: Deadline, announcing: Word) -> bool:
    """Whether the harm is announced by who set the deadline or on its behalf, and not for another side."""
    voice = scene.voice_at(announcing) or subjects(scene, announcing)
    own = set(deadline.setter) | set(scene.cast.party(deadline.setter))
    sides = set(voice) | set(scene.cast.party(voice))
    alone = sides <= set(voice) and not sides & set(deadline.addressee)  # a person whose side the report does not tell
    return bool(own & sides) or alone


def _of_the_bound(scene: Scene, deadline: Deadline, after: list[Word]) -> bool:
    """Whether those whom the deadline binds do what follows, and do not suffer it: "if it fails, the union will strike"."""
    subject = next((w for w in after if w.dep == "nsubj" and w.tag != "PRP"), None)
    own = set(deadline.setter) | set(scene.cast.party(deadline.setter))
    bound = set(deadline.addressee) | set(scene.cast.party(deadline.addressee))
    doers = set(scene.cast.party(scene.cast.who(subject))) if subject is not None else set()
    suffering = any(w.lemma in words("deadlines", "suffering") for w in after)
    return bool(doers & bound - own) and not suffering and not doers & own


def _again(scene: Scene, sentence: Sentence, found: list[Deadline]) -> list[Deadline]:
    """A deadline named before, told once more without its name."""
    return _run_out(scene, sentence, found) or _once_passed(scene, sentence, found) if found else []


def _run_out(scene: Scene, sentence: Sentence, found: list[Deadline]) -> list[Deadline]:
    """ "Once the 28 days are up": a length named before, of which it is told what follows its end."""
    for when in scene.dates_in(sentence.words):
        before = next((d for d in reversed(found) if d.duration and d.duration == when.duration), None)
        case = run_out(scene, when) if before is not None and when.sense == "duration" else []
        if before is None or not case or any(w.lower == "before" for w in case):
            continue
        after = outcome(sentence, {w.i for w in case})
        spans = tuple(sorted((scene.parse.span(case), *scene.parse.spans(after))))
        told = scene.parse.span(after).text if after else None
        return [replace(before, spans=spans, when_text=when.span.text, consequence=told, status="pending")]
    return []


def _once_passed(scene: Scene, sentence: Sentence, found: list[Deadline]) -> list[Deadline]:
    """ "It will cut the quota if the deadline passes without a deal": one named before, and what follows it."""
    if _is_within(found[-1], sentence):
        return []  # its consequence stands here already
    for noun in sentence.words:
        verb = noun.head
        if noun.dep not in ("nsubj", "nsubjpass", "dobj") or not is_limit(noun) or not _is_passing(verb, noun):
            continue
        case = {w.i for w in verb.subtree()}
        after = [w for w in clause_of(verb.head) if w.i not in case]
        before = next((d for d in reversed(found) if d.duration), found[-1])
        named = [w for w in sentence.words if w.i in case]
        if after and any(c.tag == "MD" for c in verb.head.children):
            spans = tuple(sorted((*scene.parse.spans(after), *scene.parse.spans(named))))
            outcome, setter = scene.parse.span(after).text, before.setter or _setter_named(scene, sentence, before)
            return [replace(before, setter=setter, spans=spans, when_text=noun.text, consequence=outcome, status="pending")]
    return []


def _setter_named(scene: Scene, sentence: Sentence, before: Deadline) -> Ids:
    """Who the subject here is, where "set by" has named it before without its being known: "the presidency has warned"."""
    told = {w.strip(",.;") for w in before.what.lower().partition(" set by ")[2].split()}
    subjects = (w for w in sentence.words if told and w.dep == "nsubj" and w.pos in ("NOUN", "PROPN") and w.lower in told)
    return next((who for w in subjects if (who := scene.cast.who(w))), ())


def _is_passing(verb: Word, noun: Word) -> bool:
    """ "If the deadline passes", "once the deadline is missed", "should they miss the deadline"."""
    marks = ("if", "once", "when", "after", "should")
    if verb.dep == "csubj" and noun.dep == "dobj" and verb.lemma in ("miss", "ignore", "breach"):
        return True  # "missing the deadline will cost it the canal"
    led = verb.dep == "advcl" and any(c.lower in marks and c.dep in ("mark", "advmod", "aux") for c in verb.children)
    unmet = verb.lemma in ("miss", "ignore") or (verb.lemma == "meet" and any(c.dep == "neg" for c in verb.children))
    return led and (unmet or (noun.dep == "nsubj" and is_over(verb)))


def _is_within(deadline: Deadline, sentence: Sentence) -> bool:
    first, last = sentence.words[0], sentence.words[-1]
    return any(s.start < last.end and s.end > first.start for s in deadline.spans)


def _named(scene: Scene, word: Word) -> Deadline | None:
    if word.pos not in ("NOUN", "PROPN"):
        return None
    if is_limit(word):
        return find_limit(scene, word)
    return find_spell(scene, word) if word.lemma in words("deadlines", "spells") and word.pos == "NOUN" else None


def _apart(scene: Scene, found: Iterator[Deadline]) -> list[Deadline]:
    """The findings of a sentence, none with words of another: a later time begins where the earlier one has ended."""
    out: list[Deadline] = []
    for deadline in found:
        if out and _is_timeless(out[-1]) and not deadline.setter:
            out[-1] = _joined(out[-1], deadline)
            continue
        shared = [a for kept in out for a in kept.spans for b in deadline.spans if a.overlaps(b)]
        if not shared:
            out.append(deadline)
            continue
        if _is_timeless(out[-1]) or (out[-1].date is None and out[-1].duration and deadline.bound == "exact"):
            out[-1] = _joined(out[-1], deadline)
            continue
        start, end = max(a.end for a in shared), deadline.spans[-1].end
        rest = scene.document.text[start:end]
        if deadline.when_text in rest and all(deadline.date != kept.date for kept in out):
            start += len(rest) - len(rest.lstrip(" ,;"))
            if deadline.bound == "not_before" and out[-1].date and deadline.date and out[-1].date < deadline.date:
                out[-1] = replace(out[-1], status="extended")
            out.append(replace(deadline, spans=(scene.document.span(start, end),)))
    return sorted(out, key=_place)


def _joined(limit: Deadline, bound: Deadline) -> Deadline:
    """A deadline by name and the time that its own sentence gives it: "under the ultimatum by A, B must answer by Friday"."""
    apart = not any(a.overlaps(b) for a in limit.spans for b in bound.spans)
    spans = (*limit.spans, *bound.spans) if apart else bound.spans
    if limit.duration:
        return replace(limit, date=bound.date, spans=spans)
    return replace(bound, setter=bound.setter or limit.setter, spans=tuple(sorted(spans)))


def _settled(scene: Scene, found: list[Deadline]) -> list[Deadline]:
    """The deadlines with what is said later of how they went: "the deadline was not met" has no time of its own."""
    out: list[Deadline] = []
    for deadline in found:
        if _is_timeless(deadline) and deadline.status in ("lapsed", "met"):
            if out:
                out[-1] = replace(out[-1], status=deadline.status, spans=(*out[-1].spans, *deadline.spans))
            continue
        out.append(deadline)
    return [_overtaken(scene, d) for d in out]


def _overtaken(scene: Scene, deadline: Deadline) -> Deadline:
    """The deadline; where its day is over before the report and nothing says how it went, that is unknown."""
    report = scene.document.date.value
    over = report is not None and deadline.date is not None and Moment(deadline.date).last < report.first
    return replace(deadline, status="unknown") if over and deadline.status == "pending" else deadline


def _is_timeless(deadline: Deadline) -> bool:
    return deadline.date is None and deadline.duration is None and " " not in deadline.when_text and deadline.when_text.islower()


def _place(deadline: Deadline) -> Span:
    return deadline.spans[0]


def _is_moved(old: Deadline, new: Deadline) -> bool:
    """Whether a day follows on the one it takes the place of: "from 20 May to 3 June"."""
    return old.status == "extended" and new.status == "pending" and 0 <= new.spans[0].start - old.spans[-1].end < 2


def _linked(scene: Scene, found: list[Deadline]) -> Iterator[Deadline]:
    firsts: list[Deadline] = []
    for deadline in found:
        first = next((f for f in firsts if _same(scene, f, deadline)), None)
        if first is None and firsts and _is_moved(firsts[-1], deadline):
            old = firsts[-1]
            yield replace(deadline, what=old.what, setter=deadline.setter or old.setter, same_as=old.id)
            continue
        if first is None and firsts and _is_timeless(deadline) and deadline.status == "extended":
            yield replace(deadline, same_as=firsts[-1].id)
            continue
        if first is None:
            firsts.append(deadline)
            yield deadline
            continue
        date, duration = deadline.date or first.date, deadline.duration or first.duration
        named = deadline.setter if not first.setter or _names(scene, deadline) or not _names(scene, first) else first.setter
        yield replace(deadline, setter=named, date=date, duration=duration, same_as=first.id)


def _same(scene: Scene, first: Deadline, later: Deadline) -> bool:
    """Whether the later is the first restated: one length or one day, and no other setter."""
    if first.duration and later.duration:
        if first.duration != later.duration or (first.date and later.date and first.date != later.date):
            return False
    elif first.date is None or first.date != later.date:
        return False
    if first.setter and later.setter and not _refers_back(later):
        same = set(_sides(scene, first)) & set(_sides(scene, later))
        unnamed = first.duration == later.duration and not (_names(scene, first) and _names(scene, later))
        return bool(same or unnamed or _names(scene, first) & _names(scene, later))
    return first.duration is not None or "deadline" in later.what or _akin(first, later)


def _refers_back(later: Deadline) -> bool:
    """ "his 50-day deadline": one that has been named before, whoever the pronoun is taken for."""
    return any(f" {own} {later.when_text} " in f" {s.text} " for s in later.spans for own in ("his", "her", "its", "their"))


def _sides(scene: Scene, deadline: Deadline) -> tuple[str, ...]:
    return (*deadline.setter, *scene.cast.principals(deadline.setter))


def _names(scene: Scene, deadline: Deadline) -> set[str]:
    """The names of who set it and of whom they act for, word by word: "Ross" is of "the Ross administration"."""
    names = (scene.cast.actors[i].name for i in _sides(scene, deadline))
    return {part for name in names for part in name.split() if part[0].isupper() and len(part) > 2}


def _akin(first: Deadline, later: Deadline) -> bool:
    def content(deadline: Deadline) -> set[str]:
        return {w.lower() for w in f"{deadline.what} {deadline.consequence or ''}".split() if len(w) > 3}

    return bool(content(first) & content(later))
