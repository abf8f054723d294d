"""The words of a judgement: from the word that judges to the clause, gloss or phrase that it is made in."""

import functools

from dragoman.coding.glosses import glosses
from dragoman.coding.parse import Word
from dragoman.coding.wordings import nominal
from dragoman.coding.wordlists import load, words

RESULT = frozenset({"advcl", "acl", "conj"})
_CLAUSES = frozenset({"ROOT", "ccomp", "conj", "advcl", "relcl", "parataxis", "pcomp", "dep"})
_OPENERS = frozenset('and but that while although , which " as because though since so yet - – — :'.split())
_CLOSERS = frozenset({".", ",", ";", ":", "and", "but", "-", "–", "—", "‘", "“"})


def judged_clause(cue: Word) -> list[Word]:
    """Return the clause around the cue, its if-clause included, without what leads it in and the stop."""
    result = _result(cue)
    if result:
        return result
    if (done := veiled(cue)) is not None:
        end = max(done.subtree(), key=lambda w: w.i)
        first = cue.i - any(w.i == cue.i - 1 and w.lemma in ("be", "have") for w in cue.sentence.words)
        return [w for w in cue.sentence.words if first <= w.i <= end.i and not (w is end and w.lower in _CLOSERS)]
    head = next((w for w in (cue, *cue.ancestors()) if w.dep in _CLAUSES and w.pos in ("VERB", "AUX")), None)
    if head is None:
        head = next((w for w in (cue, *cue.ancestors()) if w.child("nsubj", "nsubjpass", "cop") is not None), None)
    if head is None and cue.pos == "VERB":
        head = cue
    if head is None:
        return _stretch(cue) if strong(cue) else []
    apart = [w for c in head.children if _apart(cue, head, c) for w in c.subtree()]
    clause = [w for w in head.subtree() if w not in apart] if apart else head.subtree()
    while clause and clause[0].lower in _OPENERS:
        clause = clause[1:]
    while clause and clause[-1].lower in _CLOSERS:
        clause = clause[:-1]
    return _unbroken(clause, cue)


def _stretch(cue: Word) -> list[Word]:
    """The words around the cue from stop to stop, where the parse finds no verb to hang them on."""
    around = cue.sentence.words
    at = cue.i - around[0].i
    first = next((k + 1 for k in range(at - 1, -1, -1) if around[k].lower in _OPENERS | _CLOSERS), 0)
    last = next((k for k in range(at, len(around)) if around[k].lower in _CLOSERS), len(around))
    return around[first:last]


def _result(cue: Word) -> list[Word]:
    """The participle clause that an adverb or "in effect" opens after a comma: ", in effect freezing the talks"."""
    around = cue.sentence.words
    place = cue.i - around[0].i
    if cue.pos == "VERB" or place == 0 or around[place - 1].lower != ",":
        return []
    reach = 6 if cue.lower in ("for", "to") else 4
    participle = next((w for w in around[place : place + reach] if w.tag == "VBG" and w.head.lower != "of"), None)
    if participle is None:
        return _named(around[place : place + 5]) if cue.pos in ("ADP", "ADV") and strong(cue) else []
    beside = next((c for c in participle.children if c.dep == "conj"), None)
    end = (beside.subtree()[0].i if beside is not None else participle.subtree()[-1].i + 1) - around[0].i
    clause = around[place:end]
    while clause and clause[-1].lower in _CLOSERS:
        clause = clause[:-1]
    return clause


def veiled(cue: Word) -> Word | None:
    """Return the verb that the cue and the words after it call as good as done: "a rule that as good as blocks the talks"."""
    for parts in set_phrases("veiling").get(cue.lower, ()):
        at = cue.i - cue.sentence.words[0].i
        after = cue.sentence.words[at : at + len(parts) + 1]
        if tuple(w.lower for w in after[:-1]) == parts and after[-1].tag in ("VBZ", "VBD", "VBP", "VBG", "VBN"):
            return after[-1] if after[-1].lemma in words("assessments", "effects", "moving") else None
    return None


def _named(opening: list[Word]) -> list[Word]:
    """The phrase that names what a thing is in the writer's eyes: ", in reality a way of gaining time"."""
    lead = next((k for k, w in enumerate(opening) if w.tag == "DT" and k), None)
    if lead is None:
        return []
    noun = next((w for w in opening[lead:] if w.pos == "NOUN"), None)
    if noun is None or noun.dep not in ("appos", "attr", "npadvmod", "dobj", "conj", "dep", "pobj"):
        return []
    return [*opening[:lead], *(w for w in nominal(noun) if w.i >= opening[lead].i)]


def _apart(cue: Word, head: Word, child: Word) -> bool:
    """Whether a coordinated clause with its own subject or after a long one, or one put beside, belongs to itself."""
    if child.dep == "parataxis" or (child.dep == "ccomp" and child.i < head.i):
        return True
    if child.dep != "conj" or child.pos not in ("VERB", "AUX") or child.i < cue.i:
        return False
    return child.i - head.i > 8 or child.tag == "VBG" or child.child("nsubj", "nsubjpass", "expl") is not None


def _unbroken(clause: list[Word], cue: Word) -> list[Word]:
    """The run of words around the cue, gaps of a few words forgiven."""
    out: list[Word] = []
    for word in clause:
        if out and word.i - out[-1].i > 4:
            if out[-1].i >= cue.i:
                break
            out = []
        out.append(word)
    return out


def strong(cue: Word) -> bool:
    """Return whether the word judges the outlook by itself, or opens a set phrase."""
    if cue.lemma in words("assessments", "standing", "telling") or cue.lower in words("assessments", "standing", "telling"):
        return True
    if glosses(cue) or veiled(cue) is not None:
        return True
    rest = cue.sentence.words[cue.i - cue.sentence.words[0].i :]
    return any(tuple(w.lower for w in rest[: len(parts)]) == parts for parts in set_phrases().get(cue.lower, ()))


def after_comma(verb: Word) -> bool:
    """Return whether the verb's clause comes after a comma."""
    first = verb.subtree()[0]
    words_before = first.sentence.words
    place = first.i - words_before[0].i
    return place > 0 and words_before[place - 1].lower == ","


@functools.cache
def set_phrases(kind: str = "all") -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the set phrases of a kind by their first word."""
    out: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in load("assessments")["phrases"][kind]:
        parts = tuple(phrase.split())
        out[parts[0]] = (*out.get(parts[0], ()), parts)
    return out
