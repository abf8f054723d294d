"""Nouns that are deadlines: "A's 50-day deadline for a deal", "the time limit set by B", "a two-month truce, which began on"."""

from dataclasses import replace
from itertools import pairwise

from dragoman.coding import calendar
from dragoman.coding.bounds import last_day
from dragoman.coding.consequences import consequence_of
from dragoman.coding.dates import TimeExpression
from dragoman.coding.parse import Sentence, Word
from dragoman.coding.scene import Scene
from dragoman.coding.sooner import is_or_sooner
from dragoman.coding.terms import owner_of_terms
from dragoman.coding.wordlists import load, words
from dragoman.model import Deadline, Ids
from dragoman.model.findings import Bound, DeadlineStatus

_CLAUSES = ("VERB", "AUX")


def is_limit(word: Word) -> bool:
    """Return whether the noun is a deadline by its name, alone or with the word before it."""
    if word.lemma in words("deadlines", "nouns") and word.pos in ("NOUN", "PROPN"):
        return True
    if _is_lost_time(word) or _is_date_by_which(word) or _is_last_day(word):
        return True
    firsts = load("deadlines")["pairs"].get(word.lemma)
    return firsts is not None and any(
        c.lemma in firsts or c.lower in firsts for c in word.children if c.dep in ("compound", "amod")
    )


def _is_lost_time(word: Word) -> bool:
    """ "That time passed": a time named before, of which it is said how it went."""
    if word.lemma not in ("time", "date", "day") or word.dep not in ("nsubj", "nsubjpass"):
        return False
    return any(c.lower in ("that", "this") for c in word.children) and word.head.lemma in words("deadlines", "lapsed")


def _is_date_by_which(word: Word) -> bool:
    """ "The date by which the council must answer"."""
    after = [w.lower for w in word.sentence.words if 0 < w.i - word.i < 3]
    return word.lemma in ("date", "day", "time") and after == ["by", "which"]


def _is_last_day(word: Word) -> bool:
    """ "Has set 30 June as the last day for a decision"."""
    of = next((c.child("pobj") for c in word.children if c.lower == "of"), None)
    if word.lemma == "limit" and of is not None and of.lemma in ("day", "week", "hour"):
        return True  # "her patience has a limit of 40 days"
    last = word.lemma in ("day", "date") and any(c.lower in ("last", "final", "latest", "closing") for c in word.children)
    return last and word.head.lower == "as" and word.head.head.lemma in words("deadlines", "setting_as")


def find_limit(scene: Scene, noun: Word) -> Deadline | None:
    """Return the deadline that the noun names, or None where no time, setter or outcome comes with it."""
    phrase = _phrase(noun)
    verb = noun.head if noun.dep in ("nsubj", "nsubjpass", "dobj") and noun.head.pos in _CLAUSES else None
    length, point = _times(scene, noun, phrase, verb)
    setter, status = _setter(scene, noun), _status(noun)
    denied = any(c.lower in ("no", "any", "without", "a", "an") for c in noun.children) or noun.dep == "compound"
    if (length or point) is None and (denied or not (status != "pending" or (setter and _about(noun)))):
        return None
    words_of = _spanned(noun, phrase, length, point, verb if status != "pending" else None)
    near = length or point
    after = _sooner(noun) or consequence_of(noun, near.last if near else phrase[-1].i)
    spans = scene.parse.spans(words_of)
    inside = {w.i for w in words_of}
    if after and _is_sooner(noun):
        spans = (scene.parse.span([*after, *words_of]),)
    elif after and not any(w.i in inside for w in after):
        spans = tuple(sorted((*spans, scene.parse.span(after))))
    return Deadline(
        document=scene.document.id, spans=spans, coder=scene.coder, setter=setter, addressee=_addressee(scene, noun),
        what=_what(scene, noun, phrase), when_text=near.span.text if near else noun.text,
        date=last_day(point or near) if near else None,
        duration=length.duration if length else None, start=length.start if length else None, bound=_bound(noun), status=status,
        consequence=scene.parse.span(after).text if after else None,
    )  # fmt: skip


def find_spell(scene: Scene, noun: Word) -> Deadline | None:
    """Return the end of something that runs for a stated length from a stated day, or None; an extension needs no day."""
    lengths = [t for t in scene.dates_in(_phrase(noun)) if t.sense == "duration" or t.start]
    length = lengths[0] if lengths else None
    if length is None or length.duration is None or length.duration.startswith("PT"):
        return None
    if length.duration.endswith("Y") and noun.lemma in words("deadlines", "windows"):
        return None  # "six-year terms"
    if length.first and scene.parse.words[length.first - 1].lower in ("to", "than"):
        return None
    begun = _start(scene, noun, length)
    start = length.start or (begun.value if begun else None)
    if start is None and noun.lemma in words("deadlines", "windows") and _setter(scene, noun):
        return find_limit(scene, noun)
    if start is None and noun.lemma not in words("deadlines", "longer"):
        return None
    ends = calendar.after(start, length.duration) if start else None
    stop = max(length.last, noun.i, begun.last if begun else 0)
    span = scene.parse.span(w for w in noun.sentence.words if _phrase(noun)[0].i <= w.i <= stop)
    return Deadline(
        document=scene.document.id, spans=(span,), coder=scene.coder, setter=_setter(scene, noun),
        what=f"end of the {noun.lemma}", when_text=length.span.text, date=ends, duration=length.duration, start=start,
        bound="not_before" if noun.lemma == "notice" else "exact", status="pending",
    )  # fmt: skip


def _phrase(noun: Word) -> list[Word]:
    """The noun with what hangs on it, coordinated nouns apart."""
    joined = {w.i for c in noun.children if c.dep in ("cc", "conj", "punct", "appos") and c.i > noun.i for w in c.subtree()}
    phrase = [w for w in noun.subtree() if w.i not in joined]
    while len(phrase) > 1 and phrase[-1].pos == "PUNCT":
        phrase.pop()
    return phrase


def _times(
    scene: Scene, noun: Word, phrase: list[Word], verb: Word | None
) -> tuple[TimeExpression | None, TimeExpression | None]:
    """The length and the day that go with the noun: in its phrase, else after the verb it belongs to."""
    found = scene.dates_in(phrase)
    if verb is not None and (not found or _says_how(verb)):
        rest = scene.dates_in(w for w in verb.subtree() if w.i > noun.i and w.i > verb.i)
        found = (*found, *(t for t in rest if t not in found and _near(scene, t, verb)))
    if not found:
        nearby = scene.dates_in(noun.sentence.words)
        found = tuple(t for t in nearby if t.last in (noun.i - 1, noun.i - 2) or _set_as(scene, t, noun))
    length = next((t for t in found if t.duration is not None), None)
    if length is not None and length.start is None:
        length = _run(scene, noun, length)
    point = next((t for t in found if t.sense == "date" and t.duration is None and not _of_setting(scene, t, noun)), None)
    return length, point if length is None or length.start is None else None


def _set_as(scene: Scene, time: TimeExpression, noun: Word) -> bool:
    """ "has set Friday as the deadline", "June 10 is the deadline"."""
    top = scene.parse.words[time.last]
    while time.first <= top.head.i <= time.last and top.head is not top:
        top = top.head
    head = top.head
    if noun.dep == "attr" and head is noun.head and head.lemma == "be" and time.last < head.i:
        return True
    return noun.head.lower == "as" and noun.head.head is head and scene.parse.words[time.first - 1].pos != "ADP"


def _run(scene: Scene, noun: Word, length: TimeExpression) -> TimeExpression:
    """The length with its start and end where "runs from DAY" comes just behind the noun."""
    for time in scene.dates_in(noun.sentence.words):
        led = [w.lower for w in scene.parse.words[max(0, time.first - 2) : time.first]]
        running = len(led) == 2 and led[0] in ("runs", "ran", "began", "begins", "started", "starts") and led[1] in ("from", "on")
        if running and 0 < time.first - noun.i < 5 and time.value is not None and length.duration is not None:
            return replace(length, start=time.value, value=calendar.after(time.value, length.duration))
    return length


def _says_how(verb: Word) -> bool:
    if verb.lemma == "put":
        return any(c.lower in ("back", "off") for c in verb.children)
    return verb.lemma in words("deadlines", "lapsed") or verb.lemma in words("deadlines", "extended")


def _near(scene: Scene, time: TimeExpression, verb: Word) -> bool:
    head = scene.parse.words[time.last].head
    while head.pos in ("ADP", "NOUN", "NUM", "PROPN", "ADV") and head.head is not head:
        head = head.head
    telling = verb.lemma in words("deadlines", "set") and scene.parse.words[time.first - 1].lower in ("on", "")
    return head is verb and not telling


def _of_setting(scene: Scene, time: TimeExpression, noun: Word) -> bool:
    """ "the deadline that was set on Monday": the day of setting it, not its own."""
    over = [a for a in scene.parse.words[time.last].ancestors() if a.i != noun.i]
    verb = next((a for a in over if a.pos in _CLAUSES), None)
    return verb is not None and verb.i > noun.i and verb in noun.subtree() and verb.lemma in words("deadlines", "set")


def _start(scene: Scene, noun: Word, length: TimeExpression) -> TimeExpression | None:
    """The day on which it begins, by its own clause ("which began on April 2") or its verb ("agreed a truce on May 10")."""
    for time in scene.dates_in(noun.sentence.words):
        if time.first == length.first or time.sense != "date" or time.value is None or len(time.value) != 10:
            continue
        verb = next((a for a in scene.parse.words[time.last].ancestors() if a.pos in _CLAUSES), None)
        own = verb is not None and (
            verb in noun.subtree() or verb is next((a for a in noun.ancestors() if a.pos in _CLAUSES), None)
        )
        led = scene.parse.words[time.first - 1].lower in ("on", "from", "beginning", "starting")
        if own and led and verb is not None and verb.lemma in words("deadlines", "starting"):
            return time
        if led and scene.parse.words[time.first - 1].head is noun:
            return time
    return None


def _setter(scene: Scene, noun: Word) -> Ids:
    """Who set it: the agent of "set by", the possessor, a name before the noun, or the subject of "set"."""
    for word in noun.sentence.words:
        if 0 < word.i - noun.i < 16 and word.tag == "VBN" and word.lemma in words("deadlines", "set") and _by(scene, word):
            return _by(scene, word)
    owner = noun.child("poss")
    if owner is not None and owner.lemma not in words("deadlines", "no_owner"):
        bare = any(c.dep in ("acl", "relcl") and c.tag == "VB" and not c.child("nsubj") for c in noun.children)
        return () if bare else scene.cast.who(owner)
    for child in noun.children:
        if child.pos == "VERB" and child.lemma in words("deadlines", "set") and _active(scene, child):
            return _active(scene, child)
        name = child.child("pobj") if child.dep == "prep" and child.lower in ("from", "by") else child
        if name is not None and (name is not child or child.dep in ("compound", "amod", "nmod")) and scene.cast.who(name):
            return scene.cast.who(name)
    verb = noun.head
    doer = verb.child("nsubj") if verb.lemma == "have" and noun.dep == "dobj" else None
    if doer is not None:
        return scene.cast.who(doer.child("poss") or doer)  # "the governor's patience has a limit of 40 days"
    if verb.lemma in words("deadlines", "set") and noun.dep in ("dobj", "nsubjpass"):
        return _by(scene, verb) or _active(scene, verb)
    if verb.lower == "as" and verb.head.lemma in words("deadlines", "set"):  # "set June 10 as the deadline"
        return _by(scene, verb.head) or _active(scene, verb.head)
    return ()


def setter_in(scene: Scene, sentence: Sentence) -> Ids:
    """Return who set the deadline that a sentence names without its time: "under an ultimatum issued by A, B must comply"."""
    named = (w for w in sentence.words if is_limit(w) and w.head.lower in ("under", "by", "after", "given", "within"))
    limits = (found for w in named if (found := _setter(scene, w)))
    ruled = (w for w in sentence.words if w.lemma in words("deadlines", "ruling") and w.tag in ("VBD", "VBZ", "VBN"))
    rulings = (found for w in ruled if (found := _active(scene, w)))
    return next(limits, ()) or next(rulings, ()) or owner_of_terms(scene, sentence)


def _by(scene: Scene, verb: Word) -> Ids:
    agent = verb.child("agent") or next((c for c in verb.children if c.lower == "by"), None)
    name = agent.child("pobj") if agent is not None else None
    return scene.cast.who(name) if name is not None else ()


def _active(scene: Scene, verb: Word) -> Ids:
    subject = verb.child("nsubj")
    if subject is None and verb.dep in ("conj", "xcomp"):
        subject = verb.head.child("nsubj")
    return scene.cast.who(subject) if subject is not None else ()


def _addressee(scene: Scene, noun: Word) -> Ids:
    """Whom it binds: "deadline for Iran to answer", "gave Iran a deadline", "an ultimatum to Iran"."""
    verb = noun.head
    given = verb.child("dative") if noun.dep == "dobj" else None
    if given is not None and given.pos != "ADP":
        return scene.cast.who(given)
    bound_ = next((c for c in noun.children if c.dep == "prep" and c.lower in ("for", "to")), None)
    name = bound_.child("pobj") if bound_ is not None else None
    inner = next((c.child("nsubj") for c in noun.children if c.dep in ("acl", "relcl") and c.tag == "VB"), None)
    return scene.cast.who(name) if name is not None else scene.cast.who(inner) if inner is not None else ()


def _about(noun: Word) -> bool:
    """Whether the words say what the deadline is for."""
    return any(c.dep in ("acl", "relcl") or (c.dep == "prep" and c.lower == "for") for c in noun.children)


def _ends_what(scene: Scene, word: Word) -> bool:
    """Whether what is due has been said: a finite verb, "before", a comma or a time comes."""
    timed = word.pos == "ADP" and any(t.first == word.i + 1 for t in scene.dates_in(word.sentence.words))
    return (
        timed
        or word.lower == "before"
        or word.tag in ("VBZ", "VBD", "MD", ".", ",")
        or word.lemma in words("deadlines", "lapsed")
    )


def _what(scene: Scene, noun: Word, phrase: list[Word]) -> str:
    """What is due: the words after "for" or "to", without "before ...", else the phrase itself."""
    rest = [w for w in noun.sentence.words if w.i > noun.i]
    led = next((k for k, w in enumerate(rest[:9]) if w.lower == "for" or _ends_what(scene, w)), None)
    if led is not None and rest[led].lower == "for":
        end = next((k for k, w in enumerate(rest) if k > led and _ends_what(scene, w)), len(rest))
        if led + 1 < end < led + 16 and not _is_whom(scene, rest[led], rest[led + 1 : end]):
            return scene.parse.span(rest[led + 1 : end]).text
    for child in noun.children:
        if child.i <= noun.i or not (child.lower == "for" or (child.dep in ("acl", "relcl") and child.tag == "VB")):
            continue
        stop = next((w.i for w in child.subtree() if _ends_what(scene, w)), child.sentence.words[-1].i + 1)
        kept = [w for w in child.subtree() if w is not child or w.lower != "for"]
        kept = [w for w in kept if w.i < stop]
        if kept and not _is_whom(scene, child, kept):
            return scene.parse.span(kept).text
    return scene.parse.span(phrase).text


def _is_whom(scene: Scene, preposition: Word, told: list[Word]) -> bool:
    """ "A 30-day deadline for the two companies": whom it binds, no word of what is due."""
    whom = preposition.child("pobj")
    return whom is not None and bool(scene.cast.who(whom)) and all(w in whom.subtree() and w.pos != "VERB" for w in told)


def _sooner(noun: Word) -> list[Word]:
    """ "fines could come sooner than his deadline": what comes, which is then its consequence."""
    if not _is_sooner(noun):
        return []
    early = _compared(noun)
    over = early.ancestors() if early is not None else noun.ancestors()
    verb = next((a for a in over if a.pos in _CLAUSES and a is not noun.head), None)
    subject = verb.child("nsubj", "nsubjpass") if verb is not None else None
    if verb is None or subject is None or noun in subject.subtree():
        return []
    comes = any(c.dep == "auxpass" for c in verb.children) or verb.lemma in words("deadlines", "following")
    return subject.subtree() if comes else _up_to_sooner(subject, verb)


def _up_to_sooner(subject: Word, verb: Word) -> list[Word]:
    """ "the guild may walk out", of "the guild may walk out sooner than"."""
    run = [w for w in verb.sentence.words if w.i >= subject.subtree()[0].i]
    stop = next((k for k, w in enumerate(run) if w.i > verb.i and w.lower in ("sooner", "earlier", "before")), len(run))
    return run[:stop]


def _is_sooner(noun: Word) -> bool:
    """Whether something is said to come "sooner than" the deadline, or to be able to come "before" it."""
    if _compared(noun) is not None:
        return True
    over = next((a for a in noun.ancestors() if a.pos in _CLAUSES), None)
    verb = over if noun.head.lower == "before" else None
    if over is noun.head and over is not None and noun.dep == "nsubj" and _is_before(over):
        verb = over.head
    return verb is not None and any(c.lower in ("could", "may", "might", "can") for c in verb.children)


def _is_before(verb: Word) -> bool:
    """ "Before the deadline is up", not "before" a condition's case."""
    return verb.dep == "advcl" and any(c.dep == "mark" and c.lower == "before" for c in verb.children)


def _compared(noun: Word) -> Word | None:
    """The word "sooner" that the deadline is compared with, by the order of the words: "earlier than the 50-day deadline"."""
    tokens = noun.sentence.words
    at = noun.i - tokens[0].i
    for early, than in pairwise(tokens[max(0, at - 9) : at]):
        if early.lower in words("deadlines", "sooner") and than.lower == "than":
            return early
    return None


def _bound(noun: Word) -> Bound:
    return "or_sooner" if _is_sooner(noun) or is_or_sooner([w.lower for w in noun.sentence.words]) else "by"


def _has_lapsed(verb: Word) -> bool:
    """ "lapsed", "expired" as a bare participle, which the small parser makes of the main verb after a long subject."""
    return (
        verb.lemma in ("lapse", "expire", "elapse")
        and verb.tag in ("VBD", "VBN")
        and verb.child("nsubj", "nsubjpass", "aux", "auxpass") is None
    )


def _status(noun: Word) -> DeadlineStatus:
    """How the verb over the noun says that it stands; a verb under a modal or an infinitive has not happened."""
    verb = noun.head
    failed = verb.lemma in words("deadlines", "met") and verb.head.lemma in ("fail", "failure", "unable")
    if failed or any(_has_lapsed(w) for w in noun.subtree()):
        return "lapsed"
    if verb.head.lemma == "let" and (verb.lemma in words("deadlines", "lapsed") or verb.lemma in ("slip", "go", "slide")):
        return "lapsed"
    if noun.dep not in ("nsubj", "nsubjpass", "dobj") or any(c.tag in ("MD", "TO") for c in verb.children):
        return "pending"
    if any(c.lower in ("if", "unless", "once", "until") and c.dep in ("mark", "advmod") for c in verb.children):
        return "pending"  # "it will cut the quota if the deadline is missed"
    if verb.tag not in ("VBD", "VBN") and verb.lemma != "be":
        return "pending"
    negated = any(c.dep == "neg" for c in verb.children)
    if verb.lemma in words("deadlines", "met"):
        return "lapsed" if negated else "met"
    states: tuple[DeadlineStatus, ...] = ("extended", "lapsed")
    put_off = verb.lemma in ("put", "set") and any(c.lower in ("back", "off") for c in verb.children)
    moved = verb.lemma == "be" and any(w.lower in ("originally", "initially") for w in noun.sentence.words)
    found = "extended" if put_off or moved else next((s for s in states if verb.lemma in words("deadlines", s)), None)
    return "pending" if found is None or negated else found


def _spanned(
    noun: Word, phrase: list[Word], length: TimeExpression | None, point: TimeExpression | None, verb: Word | None
) -> list[Word]:
    """The noun phrase, and the clause up to the time or the verb that says how it stands."""
    numbers = {w.i for w in phrase} | {t.first for t in (length, point) if t is not None}
    ends = [t.last for t in (length, point) if t is not None] + ([verb.i] if verb is not None else [])
    first, last = min(numbers), max([max(numbers), *ends])
    return [w for w in noun.sentence.words if first <= w.i <= last]
