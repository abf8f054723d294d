"""Times that bound a clause: "must leave by Friday", "has until June 3 to respond", "expires on 10 May"."""

from dataclasses import replace

from dragoman.coding.bounding import owing_of
from dragoman.coding.calendar import after as after_length
from dragoman.coding.consequences import consequence_of, is_proviso, is_threat
from dragoman.coding.dates import TimeExpression
from dragoman.coding.owing import Owing
from dragoman.coding.parse import Word
from dragoman.coding.scene import Scene
from dragoman.coding.sooner import is_or_sooner
from dragoman.coding.wordlists import words
from dragoman.model import Deadline
from dragoman.model.findings import Bound
from dragoman.model.moment import Moment

_FAR = 4


def find_bound(scene: Scene, when: TimeExpression) -> Deadline | None:
    """Return the deadline that a time makes by its preposition and its verb, or None."""
    if when.sense == "set":
        return None
    when = _left(scene, when)
    before = _preposition(scene.parse.words, when.first)
    owing = owing_of(scene, when, before)
    if owing is None:
        return None
    head = before or scene.parse.words[when.last]
    when = _started(scene, when)
    span = _case(owing, when) or _spanned(owing, when, head)
    after = consequence_of(owing.act, when.last)
    outside = [w for w in after if w.i > span[-1].i and not _in_case(owing, when)]
    if outside and outside[0].sentence is owing.top.sentence:
        span = [w for w in owing.top.sentence.words if span[0].i <= w.i <= outside[-1].i]
    spans = scene.parse.spans(span)
    return Deadline(
        document=scene.document.id, spans=spans, coder=scene.coder, certainty=owing.certainty, setter=owing.setter,
        addressee=owing.addressee, what=_what(scene, owing, head), when_text=scene.parse.span(_timed(scene, when, head)).text,
        date=last_day(when), duration=when.duration, start=when.start, bound=_or_sooner(owing, when),
        consequence=scene.parse.span(after).text if after else None, status=owing.status,
    )  # fmt: skip


def _in_case(owing: Owing, when: TimeExpression) -> bool:
    """Whether the time stands in a clause of "unless" or "if": then that clause is the deadline, the rest its consequence."""
    case = owing.act
    return (is_threat(case) or is_proviso(case)) and any(case.subtree()[0].i <= n <= case.subtree()[-1].i for n in (when.first,))


def _case(owing: Owing, when: TimeExpression) -> list[Word]:
    """The words of the clause of "unless" or "if" up to the time."""
    if not _in_case(owing, when):
        return []
    words_of = owing.act.subtree()
    marks = [w for w in words_of if w.dep in ("mark", "aux", "advmod", "cc") and w.lower in ("unless", "if", "should")]
    first = min([w.i for w in marks] or [words_of[0].i])
    chosen = [w for w in owing.act.sentence.words if first <= w.i <= max(when.last, owing.act.i)]
    return chosen


def _started(scene: Scene, when: TimeExpression) -> TimeExpression:
    """ "Within six months of today's date", "of the adoption of the present text": the length runs from the report's day."""
    report, tokens = scene.document.date.value, scene.parse.words
    if when.duration is None or when.start is not None or report is None or not report.is_day:
        return when
    after = [w.lower for w in tokens[when.last + 1 : when.last + 8] if w.sentence is tokens[when.last].sentence]
    today = after[:2] in (["of", "today"], ["from", "today"])
    this = (
        after[:1] in (["of"], ["from"])
        and bool({"present", "this"} & set(after[1:]))
        and bool({"adoption", "date"} & set(after[1:]))
    )
    if not (today or this):
        return when
    return replace(when, start=str(report), value=after_length(str(report), when.duration))


def _left(scene: Scene, when: TimeExpression) -> TimeExpression:
    """ "four days are left": they run from the day of the report."""
    report, after = scene.document.date.value, [w.lower for w in scene.parse.words[when.last + 1 : when.last + 3]]
    left = after[:1] in (["left"], ["remain"]) or after in (["are", "left"], ["is", "left"], ["to", "go"])
    if not left or when.duration is None or report is None or not report.is_day or not when.duration.endswith(("D", "W")):
        return when
    return replace(when, start=str(report), value=after_length(str(report), when.duration))


def _or_sooner(owing: Owing, when: TimeExpression) -> Bound:
    later = [w.lower for w in owing.top.sentence.words if w.i > when.last]
    sooner = is_or_sooner(later)
    return "or_sooner" if sooner else owing.bound


def last_day(when: TimeExpression) -> str | None:
    """Return the date of a time; the last day of the month or year whose end the words name."""
    if when.value and len(when.value) in (4, 7) and when.span.text.lower().startswith(("the end of", "end of", "the close of")):
        return str(Moment(when.value).last)
    return when.value


def _timed(scene: Scene, when: TimeExpression, head: Word) -> list[Word]:
    first = min(head.i, when.first)
    first -= 2 if head.lower == "than" and first > 2 else 0
    return scene.parse.words[first : when.last + 1]


def _preposition(tokens: list[Word], first: int) -> Word | None:
    """The word that governs the time: "by noon on Friday" has it further back."""
    if first == 0 or tokens[first - 1].sentence is not tokens[first].sentence:
        return None
    near, at = tokens[first - 1], first - 1
    while at > 0 and first - at < 6 and (tokens[at].lower in words("deadlines", "between") or tokens[at].pos == "NUM"):
        at -= 1
    if tokens[at].lower in ("by", "until", "till", "before", "within", "inside", "in", "for", "through"):
        return tokens[at]
    return near if near.pos in ("ADP", "SCONJ") and near.dep != "prt" else None


def _spanned(owing: Owing, when: TimeExpression, head: Word) -> list[Word]:
    """The words from the subject of the top verb to the time; with "until", to the end of what is to be done."""
    sentence = owing.top.sentence
    subject = owing.top.child("nsubj", "nsubjpass")
    relative = (owing.top.dep in ("relcl", "acl") or owing.top.lemma == "due") and owing.top.head.pos in ("NOUN", "PROPN", "PRON")
    firsts = [owing.top.i, owing.act.i, head.i, *(c.i for c in owing.top.children if c.dep in ("aux", "auxpass", "neg"))]
    if owing.act.dep == "conj" and owing.top is not owing.act and owing.act.i - owing.top.i > _FAR:
        firsts, subject = (
            [owing.act.i, head.i],
            None,
        )  # "is committed to leading it and getting it out by May 1": the second alone
    if owing.top.pos == "NOUN":
        firsts += [c.i for c in owing.top.children if c.dep in ("poss", "det", "amod", "compound") and c.i < owing.top.i]
    if (
        owing.top.lower in words("deadlines", "ends_now") and owing.top.head.i < owing.top.i
    ):  # "the offer lapses on", read as a noun
        firsts += [w.i for w in owing.top.head.subtree() if w.i < owing.top.i]
    if subject is not None:
        named = subject.subtree()
        firsts += [w.i for w in named] if len(named) < 9 or subject.child("relcl") is None else []
    if relative:
        firsts += [w.i for w in owing.top.head.subtree() if w.i < owing.top.head.i] + [owing.top.head.i]
    last = max(when.last, owing.act.i, owing.top.i)
    if is_threat(owing.act) and owing.act.i > when.last:
        last = owing.act.subtree()[-1].i
    if owing.act.i > when.last:  # "from June 3, wearing a mask will become compulsory"
        last = max([last, *(w.i for c in owing.act.children if c.dep in ("acomp", "attr", "dobj", "xcomp") for w in c.subtree())])
    if head.lower in ("until", "till", "within", "inside") or _allotted(owing, when):
        last = max([last, *(w.i for c in owing.top.children if c.dep in ("xcomp", "advcl", "acl") for w in c.subtree())])
        last = max([last, *(w.i for w in head.subtree())])
    chosen = [w for w in sentence.words if min(firsts) <= w.i <= last]
    while len(chosen) > 1 and chosen[-1].pos == "PUNCT":
        chosen.pop()
    while len(chosen) > 1 and chosen[0].lower in ("of", "for", "that") and chosen[0] is not head:
        chosen = chosen[1:]
    return chosen


def _allotted(owing: Owing, when: TimeExpression) -> bool:
    """ "gave the cabinet 60 days to withdraw"."""
    return when.sense == "duration" and owing.top.lemma in words("deadlines", "allotting")


def _what(scene: Scene, owing: Owing, head: Word) -> str:
    """What is to be done, without the words of time: "reach a deal"."""
    allotted = owing.act.lemma in words("deadlines", "allotting")
    over = (owing.act, head) if allotted else (owing.act,)
    aims = (c for w in over for c in w.children if c.dep in ("xcomp", "advcl", "acl", "relcl") and c.i > head.i)
    aim = next((c for c in aims if c.dep != "relcl" or c.tag == "VB"), None)
    act = aim if (allotted or head.lower in ("until", "till")) and aim is not None else owing.act
    timed = {w.i for w in head.subtree()} | {head.i}
    timed -= {w.i for w in act.subtree()} if act in head.children else set()
    skip = {w.i for c in act.children if c.dep in ("advcl", "mark", "punct", "cc", "conj", "aux", "neg") for w in c.subtree()}
    skip |= {w.i for c in act.children if c.dep == "prep" and c.i < act.i for w in c.subtree()}
    kept = [w for w in act.subtree() if w.i not in timed and w.i not in skip]
    run = [kept[0]] if kept else [act]
    for word in kept[1:]:
        if word.i - run[-1].i > 2 and run[-1].i >= act.i:
            break
        run.append(word)
    return scene.parse.span(run).text
