"""Lengths of time that somebody allows: "allowed the firms 42 days", "the 60 days Norway has given them", "if 21 days go by"."""

from dataclasses import replace
from itertools import pairwise

from dragoman.coding.cases import follows_in, outcome
from dragoman.coding.consequences import consequence_of
from dragoman.coding.dates import TimeExpression
from dragoman.coding.parse import Sentence, Word
from dragoman.coding.scene import Scene
from dragoman.coding.sooner import is_or_sooner, is_over
from dragoman.coding.standing import subjects
from dragoman.coding.wordlists import words
from dragoman.model import Deadline, Ids
from dragoman.model.moment import Moment

_CLAUSES = ("VERB", "AUX")
_LEFT, _RIGHT = 16, 9  # words
_ENDS_AIM = frozenset((",", ";", ":", ".", "--", "—", "–", '"', "or", "before", "failing", "but"))
_BETWEEN = frozenset((",", ";", ":", ".", "to", "that", "which", "who", "in", "after", "for"))
_MARKS = frozenset(("if", "once", "when", "after", "should", "before"))


def find_term(scene: Scene, when: TimeExpression) -> Deadline | None:
    """Return the deadline that a length of time is by who allows it, or by what follows its end; None where it is no limit."""
    if when.sense != "duration" or when.duration is None or _is_short(when.duration) or _is_something_else(scene, when):
        return None
    tokens = scene.parse.words[when.last].sentence.words
    giving = _given_before(scene, when, tokens) or _told_to_have(scene, when, tokens)
    if giving is not None:
        setter, addressee, verb = giving
        return _term(scene, when, setter, addressee, min(verb.i, *(w.i for w in _subject(verb))))
    setter = allowed_by(scene, when)
    if setter:
        return _term(scene, when, setter, (), when.first - _is_led(scene, when))
    return _failed_in(scene, when) or _over(scene, when)


def allowed_by(scene: Scene, length: TimeExpression) -> Ids:
    """Return who is told behind a length to have allowed it: "the 40 days that A has allowed", "60 days fixed by A"."""
    owner = scene.parse.words[length.last].child("poss")
    if owner is not None and owner.i < length.first and (aim := scene.parse.words[length.last + 1 : length.last + 2]):
        return scene.cast.who(owner) if aim[0].lower in ("for", "to", "in") else ()
    noun, acts = scene.parse.words[length.last], words("deadlines", "set") | words("deadlines", "allotting") - {"have"}
    after = [w for w in noun.sentence.words if length.last < w.i <= length.last + _RIGHT + 4]
    behind = [w.lower for w in after[:6]]
    how = next((k for k, w in enumerate(behind) if w == "all" or behind[max(0, k - 1) : k + 1] == ["how", "long"]), None)
    known = _is_led(scene, length) or how is not None  # "five weeks: that is how long A has given them"
    after = after[how + 1 :] if how is not None else after[:_RIGHT]
    at = next((k for k, w in enumerate(after) if w.pos in _CLAUSES and w.lemma not in ("have", "be")), None)
    verb = after[at] if at is not None else None
    if verb is None or at is None or verb.lemma not in acts or verb.tag == "VBG":
        return ()
    if [w.lower for w in after[at + 1 : at + 2]] == ["by"]:
        return next((found for w in after[at + 2 :] if (found := scene.cast.who(w))), ()) if at < 4 else ()
    named = next((w for w in after[:at] if w.dep in ("nsubj", "compound", "poss") and scene.cast.who(w)), None)
    own = verb.child("nsubj") or named
    if own is None or not known or any(w.text in (",", ".", ";") for w in after[:at]):
        return ()
    return scene.cast.who(own) or (scene.cast.who(named) if named is not None else ())


def _term(scene: Scene, when: TimeExpression, setter: Ids, addressee: Ids, first: int) -> Deadline:
    tokens = scene.parse.words[when.last].sentence.words
    last = when.last
    aim = _aim(tokens, when)
    after = follows_in(tokens[0].sentence, when.last) or consequence_of(scene.parse.words[when.last], when.last)
    last = aim[-1].i if aim else last
    spans = [scene.parse.span(w for w in tokens if first <= w.i <= last)]
    if after and after[0].i > last and after[0].sentence is tokens[0].sentence:
        spans.append(scene.parse.span(after))
    sooner = is_or_sooner([w.lower for w in tokens if w.i > when.last])
    return Deadline(
        document=scene.document.id, spans=tuple(spans), coder=scene.coder, setter=setter, addressee=addressee,
        what=scene.parse.span(aim[1:]).text if len(aim) > 1 else "", when_text=when.span.text,
        date=when.value or _that_is(scene, when), duration=when.duration, start=when.start, status="pending",
        bound="or_sooner" if sooner else "by", consequence=scene.parse.span(after).text if after else None,
    )  # fmt: skip


def _that_is(scene: Scene, when: TimeExpression) -> str | None:
    """ "Once 90 days have gone by, that is, from December 19": the day that a length comes to, where the words tell it."""
    tokens = scene.parse.words[when.last].sentence.words
    for day in scene.dates_in(w for w in tokens if w.i > when.last):
        led = [w.lower for w in tokens if day.first - 5 <= w.i < day.first and w.i > when.last and w.text != ","]
        if day.sense == "date" and day.value and any(pair == ("that", "is") for pair in pairwise(led)):
            return _to_come(scene, day.value)
    return None


def _to_come(scene: Scene, day: str) -> str:
    """The next such day from the report's on: "have gone by" has let it be taken for one that is over."""
    report = scene.document.date.value
    over = report is not None and len(day) == 10 and Moment(day).last < report.first
    return f"{int(day[:4]) + 1}{day[4:]}" if over and not day.endswith("02-29") else day


def _aim(tokens: list[Word], when: TimeExpression) -> list[Word]:
    """ "to come to terms", "for a price to be agreed", behind the length, up to a mark or what follows it."""
    after = [w for w in tokens if w.i > when.last]
    if not after or after[0].lower not in ("to", "for", "in", "within"):
        return []
    stop = next((k for k, w in enumerate(after) if w.lower in _ENDS_AIM), len(after))
    return after[:stop]


def _is_short(duration: str) -> bool:
    """Minutes are no limit that anybody is given in a negotiation."""
    return duration.startswith("PT") and not duration.endswith("H")


def _is_led(scene: Scene, when: TimeExpression) -> bool:
    """Whether "the", "those", "these" or an owner leads the length: one that is known."""
    own = ("the", "those", "these", "its", "his", "her", "their", "whole", "full")
    return any(w.lower in own for w in scene.parse.words[max(0, when.first - 2) : when.first + 1])


def _is_something_else(scene: Scene, when: TimeExpression) -> bool:
    """ "40 days of overdue leave", "30 days in jail", "three days off", "ten days' pay", "120 days a year"."""
    tokens, at = scene.parse.words, when.last + 1
    if at >= len(tokens) or tokens[at].sentence is not tokens[when.last].sentence:
        return False
    lowers = [w.lower for w in tokens[at : at + 2]]
    unit, behind = tokens[when.last], tokens[at].pos in ("NOUN", "PROPN")
    if unit.dep in ("compound", "nmod") or (behind and unit.head.i > unit.i):
        return unit.head.lemma not in words("deadlines", "itself")
    if lowers[0] == "in":
        return lowers[1:] != ["which"]
    return lowers[0] in words("deadlines", "no_term") or lowers[0] in ("'", "’")


def _given_before(scene: Scene, when: TimeExpression, tokens: list[Word]) -> tuple[Ids, Ids, Word] | None:
    """Who has given whom the length, where the verb stands before it: "has allowed the two companies 42 days"."""
    verb = _allotting(tokens, when)
    if verb is None or any(c.dep == "neg" for c in verb.children):
        return None
    if verb.dep in ("relcl", "advcl") and verb.tag in ("VBZ", "VBP", "VB"):
        return None  # "anyone who gives this team ten days"
    helpers = {c.lower for c in verb.children if c.dep in ("aux", "auxpass")}
    told = "would" in helpers and scene.statement_at(verb) is not None  # "said they would be given 40 days"
    if helpers & {"could", "would", "might", "may", "should", "can", "to"} - ({"would"} if told else set()):
        return None
    whom = [w for w in tokens if verb.i < w.i < when.first and w.dep != "poss"]
    addressee = tuple(dict.fromkeys(i for w in whom for i in scene.cast.who(w)))
    passive = verb.tag == "VBN" and any(c.lemma == "be" for c in verb.children if c.dep in ("auxpass", "aux"))
    passive = passive or verb.child("nsubjpass") is not None
    if passive:
        agent = next((w for w in tokens if w.i > verb.i and w.lower == "by"), None)
        setter = next((f for w in tokens if agent is not None and agent.i < w.i < agent.i + 8 and (f := scene.cast.who(w))), ())
        addressee, setter = subjects(scene, verb), setter or scene.voice_at(verb)
        whom += [c for c in verb.children if c.dep == "nsubjpass"]
    else:
        setter = subjects(scene, verb) or scene.voice_at(verb)
    if not _aim(tokens, when) and not (setter and (addressee or any(w.lemma in words("deadlines", "sides") for w in whom))):
        return None
    return setter, addressee, verb


def _told_to_have(scene: Scene, when: TimeExpression, tokens: list[Word]) -> tuple[Ids, Ids, Word] | None:
    """ "You have 50 days," she told the banks; "has capped the talks at 35 days"."""
    before = [w for w in tokens if when.first - _LEFT <= w.i < when.first and w.pos != "ADV"]
    after = next((w for w in tokens if w.i > when.last), None)
    ends = after is None or after.pos == "PUNCT"
    has = before[-1] if before and before[-1].lemma == "have" else None
    subject = has.child("nsubj") if has is not None else None
    spent = has is not None and (has.tag == "VBN" or has.child("aux") is not None)  # "the advisers have had four months"
    if has is not None and subject is not None and ends and subject.lower != "i" and not spent:
        voice = scene.voice_at(has)
        bound = scene.cast.who(subject)
        return (voice, bound, has) if voice and not set(voice) & set(bound) else None
    capped = next((w for w in reversed(before) if w.lemma in words("deadlines", "capping") and w.pos == "VERB"), None)
    if capped is None or before[-1].lower not in ("to", "at"):
        return None
    talks = {w.lemma for w in before if w.i > capped.i or w.head is capped}
    setter = subjects(scene, capped) or scene.voice_at(capped)
    return (setter, (), capped) if setter and talks & (words("deadlines", "benign") | {"patience"}) else None


def _allotting(tokens: list[Word], when: TimeExpression) -> Word | None:
    """The verb of allowing before a length, with nothing but those who are given it between."""
    for word in reversed([w for w in tokens if when.first - _LEFT <= w.i < when.first]):
        set_to = word.lemma == "set" and bool(_aim(tokens, when)) and word.i + 1 < when.first
        if (word.lemma in words("deadlines", "allotting") - {"have", "leave"} or set_to) and word.pos in _CLAUSES:
            return word if word.i < when.first else None
        if word.pos in ("VERB", "SCONJ") or word.lower in _BETWEEN:
            return None
    return None


def _subject(verb: Word) -> list[Word]:
    subject = verb.child("nsubj", "nsubjpass")
    found = subject.subtree() if subject is not None else []
    return found if found and len(found) < 12 and found[0].i < verb.i else [verb]


def _failed_in(scene: Scene, when: TimeExpression) -> Deadline | None:
    """ "Failure to reach an agreement within 30 days would lead to a decree"."""
    failure = next((a for a in scene.parse.words[when.last].ancestors() if a.lemma == "failure"), None)
    verb = failure.head if failure is not None and failure.dep in ("nsubj", "nsubjpass") else None
    if failure is None or verb is None or not any(c.tag == "MD" for c in verb.children):
        return None
    told = [w for w in verb.subtree() if w.i >= verb.i]
    setter = scene.voice_at(failure) or owner_of_terms(scene, failure.sentence)
    span = scene.parse.span(w for w in failure.sentence.words if failure.i <= w.i <= told[-1].i)
    return _bare(scene, when, setter, span, scene.parse.span(told).text)


def owner_of_terms(scene: Scene, sentence: Sentence) -> Ids:
    """Return whose terms or order it is "under": "under the minister's terms", "under a resolution passed by A"."""
    for noun in sentence.words:
        if noun.lemma not in words("deadlines", "orders") or noun.head.lower not in ("under", "by", "in"):
            continue
        owner = noun.child("poss")
        if owner is not None and (found := scene.cast.who(owner)):
            return found
        by = next((w for w in sentence.words if 0 < w.i - noun.i < 8 and w.lower in ("by", "from", "of")), None)
        if by is not None:
            found = next((f for w in sentence.words if by.i < w.i < by.i + 7 and (f := scene.cast.who(w))), ())
            if found:
                return found
    return ()


def _over(scene: Scene, when: TimeExpression) -> Deadline | None:
    """A length told first by its end and by what follows it: "if 21 days go by with no deal, the studio stands to lose"."""
    case = run_out(scene, when) or _lacking(scene, when)
    sentence = scene.parse.words[when.last].sentence
    after = outcome(sentence, {w.i for w in case}) if case else []
    if not case or not after or any(w.lower == "before" for w in case) or not (_harms(after) or _is_warned(after)):
        return None
    verb = next((w for w in after if w.pos in _CLAUSES and any(c.tag == "MD" for c in w.children)), after[0])
    doer = next((scene.cast.who(c) for c in verb.children if c.dep == "nsubj" and c.tag != "PRP"), ())
    suffering = any(w.lemma in words("deadlines", "suffering") for w in after)
    setter = (() if suffering else doer) or scene.voice_at(verb) or (() if suffering else subjects(scene, verb))
    spans = sorted((scene.parse.span(case), scene.parse.span(after)))
    found = _bare(scene, when, setter, spans[0], scene.parse.span(after).text, *spans[1:]) if setter else None
    if found is not None and any(c.lower in ("may", "can") for c in verb.children):
        return replace(found, setter=(), addressee=doer, bound="not_before", consequence=None)  # a right that begins then
    return found


def _lacking(scene: Scene, when: TimeExpression) -> list[Word]:
    """ "Failing a deal in 75 days", "without an accord within two weeks"."""
    tokens = scene.parse.words[when.last].sentence.words
    led = [w for w in tokens if when.first - 6 <= w.i < when.first]
    first = next((w for w in led if w.lower in words("deadlines", "lacking") | {"failing"}), None)
    return [w for w in tokens if first.i <= w.i <= when.last] if first is not None else []


def _is_warned(after: list[Word]) -> bool:
    """ "Has warned them that she will name a cabinet": what somebody warns of is a harm, whatever it is."""
    return any(a.lemma in ("warn", "threaten", "vow") for w in after if w.pos in _CLAUSES for a in w.ancestors())


def _harms(after: list[Word]) -> bool:
    harms = words("threats", "harms") | words("threats", "measures") | words("deadlines", "steps")
    return any(w.lemma in harms | words("deadlines", "suffering") for w in after)


def _bare(scene: Scene, when: TimeExpression, setter: Ids, span: object, outcome_: str, *more: object) -> Deadline:
    return Deadline(
        document=scene.document.id, spans=(span, *more), coder=scene.coder, setter=setter, when_text=when.span.text,  # type: ignore[arg-type]
        what="", date=when.value or _that_is(scene, when), duration=when.duration, start=when.start, bound="by",
        status="pending", consequence=outcome_,
    )  # fmt: skip


def run_out(scene: Scene, when: TimeExpression) -> list[Word]:
    """Return the clause that says that a length is over: "if the 60 days pass without a deal", "when the 45 days were up"."""
    sentence = scene.parse.words[when.last].sentence
    tokens, base = sentence.words, sentence.words[0].i
    before = [w.lower for w in tokens[max(0, when.first - base - 4) : when.first - base]]
    ended = " ".join(before).endswith(("the end of the", "end of the", "expiry of the", "end of", "end of those"))
    verb = next((w for w in tokens if when.last < w.i <= when.last + 4 and w.pos in _CLAUSES and is_over(w)), None)
    if verb is not None and any(c.tag == "TO" for c in verb.children):
        verb = None  # "will not wait for the 60 days to run out"
    if verb is None:
        first = next((w.i for w in tokens if when.first - 5 <= w.i and w.lower in ("at", "after", "by", "on")), when.first)
        return [w for w in tokens if first <= w.i <= when.last] if ended else []
    marks = [w for w in tokens if when.first - 4 <= w.i < when.first and w.lower in _MARKS]
    if not marks and not _is_led(scene, when):
        return []
    first = marks[-1].i if marks else when.first
    inside = {w.i for w in verb.subtree()}
    last = max([verb.i, *(c.i for c in verb.children if c.lower in ("up", "over", "out", "by"))])
    stop = next((w.i for w in tokens if w.i > verb.i and w.text in (",", ":", ";")), tokens[-1].i + 1)
    last = max([last, *(n for n in inside if n < stop and tokens[n - base].pos != "PUNCT")])
    return [w for w in tokens if first <= w.i <= last]
