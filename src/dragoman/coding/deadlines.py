"""Deadline records of a report."""

from collections.abc import Iterator

from dragoman.coding.dates import TimeExpression
from dragoman.coding.parse import Sentence, Word
from dragoman.coding.scene import Scene
from dragoman.coding.wordlists import words
from dragoman.model import Deadline, Ids
from dragoman.model.findings import Bound, DeadlineStatus


def find_deadlines(scene: Scene) -> tuple[Deadline, ...]:
    """Return the report's deadlines, in order."""
    return tuple(d for sentence in scene.parse.sentences for d in _deadlines(scene, sentence))


def _deadlines(scene: Scene, sentence: Sentence) -> Iterator[Deadline]:
    if sentence.words[-1].text == "?" or any(w.text == "?" for w in sentence.words[-3:]):
        return
    nouns = [w for w in sentence.words if w.lemma in words("deadlines", "nouns")]
    for noun in nouns:
        yield _named(scene, noun)
    bounds = words("deadlines", "bounds")
    if nouns or not any(w.lower in bounds for w in sentence.words):
        return
    for when in scene.dates_in(sentence.words):
        found = _bounded(scene, when)
        if found is not None:
            yield found


def _named(scene: Scene, noun: Word) -> Deadline:
    """ "the 50-day deadline set by X", "his deadline of Friday"."""
    joined = {w.i for c in noun.children if c.dep in ("cc", "conj", "punct") and c.i > noun.i for w in c.subtree()}
    phrase = [w for w in noun.subtree() if w.i not in joined]
    times = scene.dates_in(phrase)
    lengths = [t for t in times if t.sense == "duration"]
    points = [t for t in times if t.sense == "date"]
    near = lengths or points
    when = near[0].span.text if near else noun.text
    return Deadline(
        document=scene.document.id, spans=scene.parse.spans(phrase), coder=scene.coder, setter=_setter(scene, noun),
        what=scene.parse.span(phrase).text, when_text=when, date=points[0].value if points and not lengths else None,
        duration=lengths[0].duration if lengths else None, bound=_bound(noun), status=_status(noun),
    )  # fmt: skip


def _setter(scene: Scene, noun: Word) -> Ids:
    for child in noun.children:
        if child.dep == "poss":
            return scene.cast.who(child)
        agent = child.child("agent") if child.lemma in words("deadlines", "set") else None
        name = agent.child("pobj") if agent else None
        if name is not None:
            return scene.cast.who(name)
    return ()


def _bound(noun: Word) -> Bound:
    return "or_sooner" if any(w.lower in ("sooner", "earlier") for w in noun.sentence.words) else "by"


def _status(noun: Word) -> DeadlineStatus:
    """How the verb over the noun says that it stands; a verb under a modal or "not" has not happened."""
    verb = noun.head
    held_back = any(c.dep == "neg" or c.tag in ("MD", "TO") for c in verb.children)
    if verb.tag not in ("VBD", "VBN") or held_back:
        return "pending"
    states: tuple[DeadlineStatus, ...] = ("extended", "lapsed", "met")
    return next((s for s in states if verb.lemma in words("deadlines", s)), "pending")


def _bounded(scene: Scene, when: TimeExpression) -> Deadline | None:
    """ "must leave by Friday", "has until June 3 to respond": the preposition stands just before the time."""
    tokens = scene.parse.words
    if when.first == 0 or when.sense == "set":
        return None
    before = _preposition(tokens, when.first - 1)
    dated = (before.lower == "within") == (when.sense == "duration")
    if before.lower not in words("deadlines", "bounds") or not dated:
        return None
    verb = next((a for a in before.ancestors() if a.pos in ("VERB", "AUX")), None)
    expiring = verb is not None and verb.lemma in words("deadlines", "expiring") and verb.tag in ("VBZ", "VBP", "VB")
    if verb is None or verb.i > before.i or not (expiring or (before.lower != "on" and _is_owed(verb, before.lower))):
        return None
    subject = verb.child("nsubj", "nsubjpass")
    first = subject.subtree()[0].i if subject else verb.i
    last = max(when.last, max(w.i for w in before.subtree()))
    spanned = [w for w in tokens[first : last + 1] if w.sentence is verb.sentence]
    if not spanned:
        return None
    span = scene.parse.span(spanned)
    return Deadline(
        document=scene.document.id, spans=(span,), coder=scene.coder, addressee=scene.cast.who(subject) if subject else (),
        what=span.text, when_text=scene.parse.span(tokens[before.i : when.last + 1]).text, date=when.value,
        duration=when.duration, bound="by", status="pending",
    )  # fmt: skip


def _preposition(tokens: list[Word], i: int) -> Word:
    """The word that governs the time: "by the end of June" and "by noon on Friday" have theirs further back."""
    between = words("deadlines", "between")
    at = i
    while at > 0 and i - at < 4 and tokens[at].lower in between:
        at -= 1
    return tokens[at] if tokens[at].lower in ("by", "until") else tokens[i]


def _is_owed(verb: Word, preposition: str) -> bool:
    if preposition == "until":
        return verb.lemma in ("have", "give") and any(w.lower == "to" for w in verb.sentence.words if w.i > verb.i)
    helpers = [c.lower for c in verb.children if c.dep == "aux"]
    return any(h in words("deadlines", "owed") or h == "to" for h in helpers)
