"""Conditions told in two sentences: "The roster goes first. Then the notice goes." """

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from dragoman.coding.clauses import extent, mood, negated, trimmed
from dragoman.coding.fronting import front
from dragoman.coding.parse import Sentence, Word
from dragoman.coding.waits import Wait
from dragoman.coding.wordlists import words

_WILLING = words("conditions", "mood", "willing")
_SPEECH = words("conditions", "mood", "speech")
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
            verb = word.head
            last = next((w for w in reversed(told) if _precedes(w, word)), None)
            if last is None or verb.pos not in ("VERB", "AUX") or not negated(verb) or mood(verb) not in _FORWARD:
                continue
            gated = trimmed([w for w in extent(verb) if w.i not in (word.i, after.i) and w.lower not in ("nor", "neither")])
            if gated:
                yield Wait(gated, last.required, "only_after", verb, told=(*gated, word, after))


def _precedes(wait: Wait, word: Word) -> bool:
    sentence = wait.frame.sentence
    apart = word.sentence.words[0].i - sentence.words[-1].i
    ends = wait.relation in ("only_after", "unless", "until")
    return ends and sentence.paragraph == word.sentence.paragraph and 0 < apart <= _FAR and not wait.ended


def _sequel(before: Sentence, after: Sentence, opening: list[Word]) -> Wait | None:
    first, second = opening[0].lower, opening[1].lower
    root = _content(after) or after.root
    if (
        first == "then"
        and (_says_first(before) or _asks(before) or before.root.lemma == "need")
        and mood(root) not in ("past", "unreal")
    ):
        return Wait(_words(after, opening[1]), _words(before), "only_after", root)
    if (first, second) in (("after", "that"), ("only", "then")) and _ahead(root) and _asks(before):
        return Wait(_words(after, opening[2]), _words(before), "only_after", root)
    if (first, second) == ("for", "that") and _ahead(root):
        return Wait(_words(before), _words(after, opening[2]), "only_after", root)
    if first in ("if", "otherwise") and (second == "not" or first == "otherwise") and _ahead(root):
        return Wait(_words(after, opening[2] if second == "not" else opening[1]), _proviso(before), "unless", root)
    if (first, second) == ("in", "return") and _ahead(root):
        return Wait(_words(after, opening[2]), _words(before), "if", root)
    if _says_first(after) and any(w.lemma in _WILLING and w.pos == "ADJ" for w in before.words) and mood(root) != "past":
        return Wait(_words(before), _words(after, opening[0]), "only_after", root)
    return None


def _proviso(sentence: Sentence) -> list[Word]:
    """What "if not" denies: the clause after "if" in the sentence before, or all of that."""
    first = sentence.words[0]
    found = front(first, first) if first.lower == "if" else None
    return trimmed(list(found.clause)) if found is not None else _words(sentence)


def _says_first(sentence: Sentence) -> bool:
    """Whether the sentence is short and says of a step that it comes first."""
    if len(sentence.words) > 30 or mood(sentence.root) in ("past", "unreal"):
        return False
    early = (w for w in sentence.words if w.lower == "first" and w.head is sentence.root)
    return any(w.dep in ("advmod", "npadvmod", "acomp") for w in early)


def _asks(sentence: Sentence) -> bool:
    root = sentence.root
    return mood(root) == "must" or (root.tag == "VB" and root.child("nsubj") is None) or _says_first(sentence)


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
