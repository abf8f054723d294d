"""A wait told behind its step: "is willing to face her, but not before a draft is agreed", "will meet, though not until"."""

from collections.abc import Iterator
from itertools import pairwise

from dragoman.coding.clauses import trimmed
from dragoman.coding.parse import Sentence, Word
from dragoman.coding.waits import Wait, wait
from dragoman.coding.wordlists import words

_LEADS = frozenset({"but", "though", "yet", "and", "only", "although"})
_MARKS = frozenset({"before", "until", "till", "without", "unless"})
_HARD = frozenset({".", ";", ":", "?", "!", '"', "“", "”", "—", "–", "--", "("})
_SAYING = words("conditions", "senses", "cognition") | words("cues", "speech") | {"think", "hope"}
_VERBAL = frozenset({"VERB", "AUX"})


def but_not_before(sentence: Sentence) -> Iterator[Wait]:
    """Yield the wait whose mark and denial stand behind a comma, without a verb of their own."""
    run = sentence.words
    for at, (word, after) in enumerate(pairwise(run)):
        if word.lower != "not" or after.lower not in _MARKS or at < 2 or run[at - 1].lower not in _LEADS:
            continue
        required = _clause(run[at + 2 :])
        step, verb = _step(run[: at - 1])
        if verb is not None and len(required) > 1 and (found := wait(step, required, verb)) is not None:
            yield found
            return


def _clause(rest: list[Word]) -> list[Word]:
    """The words up to the mark that ends the clause, or to the comma before its teller."""
    end = next((k for k, w in enumerate(rest) if w.text in _HARD or w.text == ","), len(rest))
    return trimmed(rest[:end])


def _step(before: list[Word]) -> tuple[list[Word], Word | None]:
    """The last verb before the mark with what follows it, and that verb; an infinitive before the verb that it hangs on."""
    while before and before[-1].text == ",":
        before = before[:-1]
    verbs = [w for w in before if w.pos in _VERBAL and w.dep not in ("aux", "auxpass", "relcl", "acl", "amod")]
    if not verbs:
        return [], None
    verb = verbs[-1]
    if verb.lemma in _SAYING or verb.child("expl") is not None:
        return [], None
    tail = [w for w in before if w.i >= verb.i]
    cut = next((k for k, w in enumerate(tail) if w.text in _HARD or w.text == ","), len(tail))
    return trimmed(tail[:cut]), verb


__all__ = ["but_not_before"]
