"""Conditions told in two sentences: "The roster goes first. Then the notice goes." """

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from dragoman.coding.clauses import extent, mood, negated, trimmed
from dragoman.coding.fronting import front
from dragoman.coding.needs import is_obliged
from dragoman.coding.parse import Sentence, Word
from dragoman.coding.waits import Wait
from dragoman.coding.wordlists import words

_NAMES = words("conditions", "ties", "nouns") - {"price", "key", "non", "prelude"}
_WANTS = words("conditions", "senses", "asking")
_GOES_ON = words("conditions", "mood", "goes_on")
_WILLING = words("conditions", "mood", "willing")
_SPEECH = words("conditions", "mood", "speech")
_MEETING = words("conditions", "openings", "meeting_verbs")
_TALKING = words("conditions", "senses", "talking")
_PAPERS = words("conditions", "steps", "papers")
_INVITING = words("conditions", "openings", "inviting")
_POINTING = frozenset({"that", "it", "this", "they", "both"})
_THEN = frozenset({"then", "afterwards", "afterward"})
_LOOSE = frozenset(('"', "'", "but", "and", "yet", "so", "only", ",", "(", "-", "–", "—"))
_COMING = frozenset({"be", "happen", "come", "work", "change", "occur", "begin"})
_SHORT = 7
"""Words of a main clause that says of "that" only that it comes about."""
_FAR = 30
"""Words between a condition and the "before then" that means it: one sentence, hardly more."""
_FORWARD = frozenset({"future", "would", "modal", "must"})


def across(sentences: Sequence[Sentence], told: Sequence[Wait]) -> Iterator[Wait]:
    """Yield what single sentences have `told`, made whole by the sentence before, and what two sentences tell together."""
    earlier = {after.words[0].i: before for before, after in pairwise(sentences) if before.paragraph == after.paragraph}
    for known in told:
        yield _antecedent(known, earlier.get(known.frame.sentence.words[0].i))
    yield from _before_then(sentences, told)
    for before, after in pairwise(sentences):
        if before.paragraph != after.paragraph or before.words[-1].text == "?" or after.words[-1].text == "?":
            continue
        opening = [w for w in after.words[:7] if w.lower not in _LOOSE]
        if len(opening) > 2 and (wait := _sequel(before, after, opening)) is not None:
            yield wait


def _antecedent(wait: Wait, before: Sentence | None) -> Wait:
    """A wait with what "that" stands for in "That would be possible only if": the sentence before."""
    first = wait.gated[0]
    bare = first.lower in ("that", "this") and first.dep == "nsubj" and first.head.lemma in _COMING
    if before is None or not bare or wait.relation != "only_after" or len(wait.gated) > _SHORT:
        return wait
    return replace(wait, gated=_words(before) or wait.gated)


def _before_then(sentences: Sequence[Sentence], told: Sequence[Wait]) -> Iterator[Wait]:
    """ "Nor would they load ships before then": before what the last condition of the paragraph awaits."""
    for sentence in sentences:
        for word, after in pairwise(sentence.words):
            if word.lower not in ("before", "until", "till") or after.lower not in ("then", "that") or after.head is not word:
                continue
            verb = _barring(word)
            last = next((w for w in reversed(told) if _precedes(w, word)), None)
            if last is None or verb.pos not in ("VERB", "AUX") or not _bars(verb):
                continue
            named = _barred_thing(verb)
            gated = named or extent(verb)
            gated = trimmed([w for w in gated if w.i not in (word.i, after.i) and w.lower not in ("nor", "neither")])
            if gated:
                yield Wait(gated, last.required, "only_after", verb, told=(*gated, word, after))


def _barring(word: Word) -> Word:
    """The verb that "before then" belongs to, over a noun it was hung on ("no basis for a meeting before that")."""
    verb = word.head
    while verb.pos not in ("VERB", "AUX") and verb.head is not verb:
        verb = verb.head
    return verb


def _bars(verb: Word) -> bool:
    """Whether a step is denied for the time being: "will not load before then", "there is no reason to meet until then"."""
    return negated(verb) and (mood(verb) in _FORWARD or (mood(verb) == "present" and bool(_barred_thing(verb))))


def _barred_thing(verb: Word) -> list[Word]:
    """What there is "no reason", "no basis" or "no point" for."""
    noun = verb.child("attr", "dobj")
    if noun is None or noun.lemma not in ("reason", "basis", "point", "need", "place", "case", "cause", "use", "sense"):
        return []
    if not any(c.lower in ("no", "little") for c in noun.children):
        return []
    rest = [w for w in noun.subtree() if w.i > noun.i + 1]
    last = next((k for k, w in enumerate(rest) if w.lower in ("before", "until", "till", ",")), len(rest))
    return trimmed(rest[:last])


def _precedes(wait: Wait, word: Word) -> bool:
    sentence = wait.frame.sentence
    apart = word.sentence.words[0].i - sentence.words[-1].i
    ends = wait.relation in ("only_after", "unless", "until")
    return ends and sentence.paragraph == word.sentence.paragraph and 0 < apart <= _FAR and not wait.ended


def _sequel(before: Sentence, after: Sentence, opening: list[Word]) -> Wait | None:
    first, second = opening[0].lower, opening[1].lower
    root = _content(after) or after.root
    if first in _THEN and _may_wait(before, after) and mood(root) not in ("past", "unreal"):
        start = next((w for w in opening if w.lower not in _THEN), opening[1])
        return Wait(_words(after, start), _words(before), "only_after", root)
    if (first, second) in (("after", "that"), ("once", "that")) and _ahead(root) and _asks(before):
        return Wait(_words(after, opening[2]), _words(before), "only_after", root)
    if (wait := _when_that(before, after) or _asked_first(before, after)) is not None:
        return wait
    if (first, second) == ("for", "that") and _ahead(root):
        return Wait(_words(before), _words(after, opening[2]), "only_after", root)
    if first in ("if", "otherwise") and (second == "not" or first == "otherwise") and _ahead(root):
        return Wait(_words(after, opening[2] if second == "not" else opening[1]), _proviso(before), "unless", root)
    if first == "otherwise" and mood(root) == "present" and root.pos == "VERB" and is_obliged(_content(before) or before.root):
        return Wait(_words(after, opening[1]), _proviso(before), "unless", root)  # "has to credit them. Otherwise they pull out"
    if first in ("until", "till", "before") and second in ("then", "that") and (wanted := _wanted(before)) and _held(root):
        return Wait(_words(after, opening[2]), wanted, "only_after" if negated(root) else "until", root)
    if (named := _prerequisite(before, after)) is not None:
        return named
    if (first, second) == ("in", "return") and _ahead(root):
        return Wait(_words(after, opening[2]), _words(before), "if", root)
    if _says_first(after) and any(w.lemma in _WILLING and w.pos == "ADJ" for w in before.words) and mood(root) != "past":
        return Wait(_words(before), _words(after, opening[0]), "only_after", root)
    return None


def _prerequisite(before: Sentence, after: Sentence) -> Wait | None:
    """ "We are ready to enter into talks. A prerequisite is the departure of Mr Holm"."""
    root = after.root
    noun, first = root.child("nsubj"), root.child("attr", "ccomp", "xcomp")
    named = noun is not None and noun.lemma in _NAMES and not any(c.dep == "prep" for c in noun.children)
    over = _content(before) or before.root
    willed = over if over.lemma in _WILLING else None
    ready = next((w for w in over.children if w.lemma in _WILLING and w.dep == "acomp"), willed)
    step = ready.child("xcomp") if ready is not None else None
    if root.lemma != "be" or mood(root) in ("past", "unreal") or not named or first is None or step is None:
        return None
    return Wait(extent(step), trimmed([w for w in first.subtree() if w.i > root.i]), "only_after", root)


def _wanted(sentence: Sentence) -> list[Word]:
    """What a sentence says that somebody wants or must do: what "until then" means."""
    root = _content(sentence) or sentence.root
    if root.lemma in _WANTS and mood(root) in ("present", "future", "would"):
        return [w for w in trimmed(root.subtree()) if w.i > root.i]
    return _words(sentence) if _asks(sentence) else []


def _held(root: Word) -> bool:
    """Whether a step is denied for the time being or something goes on: "until then there will be no rehearsal"."""
    thing = root.child("attr", "nsubj") if root.lemma == "be" else None
    none = thing is not None and any(c.lower == "no" for c in thing.children)
    goes_on = mood(root) in ("present", *_FORWARD) and root.lemma in _GOES_ON
    return goes_on or (mood(root) in _FORWARD and (negated(root) or none))


def _may_wait(before: Sentence, after: Sentence) -> bool:
    """Whether "Then" leads to what waits: behind a first step that is asked for, or a text that is planned before people meet."""
    if _says_first(before) or _asks(before) or before.root.lemma == "need":
        return True
    meet = any(w.lemma in _MEETING and w.pos == "VERB" for w in after.words)
    only = any(w.lower == "only" for w in after.words[:6])  # "Experts produce a text. Then, and only then, the two may meet"
    told = mood(_content(before) or before.root) not in ("past", "unreal") and any(w.lemma in _PAPERS for w in before.words)
    return meet and (_plans(before) or (only and told))


def _plans(before: Sentence) -> bool:
    """Whether a text is to be made: "our advisers will bring a draft to the point where both can vote on it"."""
    root = _content(before) or before.root
    return mood(root) in ("future", "must") and any(w.lemma in _PAPERS for w in before.words)


def _when_that(before: Sentence, after: Sentence) -> Wait | None:
    """ "There has to be a draft. When that has been approved, a meeting makes sense": what "that" stands for comes first."""
    words_ = [w for w in after.words if w.text not in ('"', "'")]
    lead, that = words_[0], words_[1]
    if lead.lower not in ("when", "once", "after") or that.lower not in _POINTING or not _asks(before):
        return None
    if that.dep not in ("nsubj", "nsubjpass") or not any(c.lower in ("has", "have", "is", "are") for c in that.head.children):
        return None
    found = front(lead, lead)
    if found is None or mood(found.verb) in ("past", "unreal"):
        return None
    gated = [w for w in extent(found.verb) if w.i >= found.begins]
    if found.verb.lemma == "make" and (doer := found.verb.child("nsubj")) is not None:
        gated = doer.subtree()
    told = trimmed([w for w in after.words if w.text != '"'])
    return Wait(trimmed(gated), _words(before), "only_after", found.verb, told=tuple(told)) if trimmed(gated) else None


def _asked_first(before: Sentence, after: Sentence) -> Wait | None:
    """ "She had asked for a meeting. A contract must be settled first, the firm said": what was asked for waits."""
    if not (_says_first(after) and _asks(after)) or not any(w.lemma in _PAPERS for w in after.words):
        return None
    root = _content(before) or before.root
    if mood(root) in ("future", "would", "modal") and root.lemma in _MEETING:
        return Wait(_words(before), _words(after), "only_after", _content(after) or after.root)
    asking = [w for w in before.words if w.lemma in _INVITING and w.pos in ("VERB", "NOUN") and w.tag != "VBG"]
    steps = (w for w in before.words if asking and w.i > asking[0].i and w.lemma in _TALKING and w.pos == "NOUN")
    step = next((w for w in steps if w.dep in ("pobj", "dobj")), None)
    if step is None:
        return None
    return Wait(trimmed(step.subtree()), _words(after), "only_after", _content(after) or after.root)


def _proviso(sentence: Sentence) -> list[Word]:
    """What "if not" denies: the clause after "if" in the sentence before, or all of that."""
    first = sentence.words[0]
    found = front(first, first) if first.lower == "if" else None
    return trimmed(list(found.clause)) if found is not None else _words(sentence)


def _says_first(sentence: Sentence) -> bool:
    """Whether the sentence is short and says of a step that it comes first."""
    root = _content(sentence) or sentence.root
    retold = root is not sentence.root or root.dep == "ccomp"
    if len(sentence.words) > 30 or mood(root) == "unreal" or (mood(root) == "past" and not retold):
        return False
    step = root.child("xcomp")
    early = (w for w in sentence.words if w.lower == "first" and w.head in (root, step))
    return any(w.dep in ("advmod", "npadvmod", "acomp") for w in early)


def _asks(sentence: Sentence) -> bool:
    root = _content(sentence) or sentence.root
    obliged = is_obliged(root) and mood(root) not in ("unreal",)
    return mood(root) == "must" or obliged or (root.tag == "VB" and root.child("nsubj") is None) or _says_first(sentence)


def _ahead(verb: Word) -> bool:
    return mood(verb) in _FORWARD or any(c.dep == "ccomp" and mood(c) in _FORWARD for c in verb.children)


def _words(sentence: Sentence, start: Word | None = None) -> list[Word]:
    content = _content(sentence)
    own = {w.i for w in extent(content)} if content is not None else None
    chosen = [w for w in sentence.words if (start is None or w.i >= start.i) and (own is None or w.i in own)]
    aside = next(
        (k for k, (w, n) in enumerate(pairwise(chosen)) if w.text == "," and n.tag in ("WDT", "WP", "WRB") and k > 3), None
    )
    return trimmed(chosen[:aside])


def _content(sentence: Sentence) -> Word | None:
    """The last clause that is said, where the sentence's root is a verb of speech."""
    root = sentence.root
    clause = root.child("ccomp") if root.lemma in _SPEECH else None
    if clause is None:
        return None
    joined = [c for c in clause.children if c.dep == "conj" and c.child("nsubj", "nsubjpass") is not None]
    return joined[-1] if joined else clause
