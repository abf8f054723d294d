"""Condition records of a report."""

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.coding.parse import Sentence, Word
from dragoman.coding.scene import Scene
from dragoman.coding.wordlists import words
from dragoman.model import Condition, Ids, Relation

_NEGATIONS = words("conditions", "negations")
_REFUSALS = words("conditions", "refusals")
_AHEAD = words("conditions", "ahead")
_WILLING = words("conditions", "willing")
_GOES_ON = words("conditions", "goes_on")
_HEDGES = words("conditions", "hedges")
_FREELY = words("conditions", "freely")
_NEEDING = words("conditions", "needing")
_BEGINNING = words("conditions", "beginning")
_PRICED = words("conditions", "priced")
_TIED = words("conditions", "tied")
_CONNECTIVES = frozenset({"until", "before", "unless", "without", "after", "once", "when", "if", "provided"})
_CLAUSES = frozenset({"ROOT", "ccomp", "xcomp", "advcl", "conj", "relcl", "acl", "pcomp", "parataxis", "csubj"})
_EDGES = frozenset({",", ";", ":", ".", "?", "!", '"', "'", "-", "–", "—", "that", "and", "but"})


@dataclass(frozen=True)
class _Pair:
    """Two steps of one sentence and which waits for which; `frame` is the word whose negation and mood decide."""

    gated: list[Word]
    required: list[Word]
    relation: Relation
    frame: Word


def find_conditions(scene: Scene) -> tuple[Condition, ...]:
    """Return the report's conditions, in order."""
    found: list[Condition] = []
    for sentence in scene.parse.sentences:
        if sentence.words[-1].text == "?":
            continue
        taken: set[int] = set()
        for pair in _pairs(sentence):
            here = {w.i for w in pair.required}
            if pair.gated and pair.required and taken.isdisjoint(here) and here.isdisjoint(w.i for w in pair.gated):
                taken |= here
                found.append(_condition(scene, pair))
    return tuple(sorted(found, key=lambda c: c.spans[0].start))


def _pairs(sentence: Sentence) -> Iterator[_Pair]:
    for word in sentence.words:
        if word.lower in _CONNECTIVES:
            pair = _connected(word)
        elif word.lemma in _NEEDING and word.pos == "VERB":
            pair = _needing(word)
        elif word.lemma in _BEGINNING and word.pos == "VERB":
            pair = _beginning(word)
        elif word.lemma in _PRICED and word.head.lower == "in":
            pair = _priced(word)
        elif word.lemma in _TIED and word.pos == "ADJ":
            pair = _tied(word)
        elif word.lower in ("impossible", "unthinkable"):
            pair = _impossible(word)
        elif word.lemma == "pave":
            pair = _paving(word)
        else:
            continue
        if pair is not None:
            yield pair


def _connected(mark: Word) -> _Pair | None:
    """The clauses that a connective joins, or None where it only tells the time or the manner."""
    inner = mark.child("pobj", "pcomp") if mark.dep == "prep" else mark.head
    main = mark.head if mark.dep == "prep" else mark.head.head
    if inner is None or (mark.dep != "prep" and inner.dep not in ("advcl", "ccomp")) or main is inner:
        return None
    top = main
    while top.dep not in _CLAUSES and top.head is not top:
        top = top.head
    relation = _relation(mark, inner, top)
    if relation is None:
        return None
    aside = {w.i for w in (mark.subtree() if mark.dep == "prep" else inner.subtree())} | {mark.i}
    refused = top.child("dobj") if top.lemma in _REFUSALS else None
    first = _trimmed([w for w in _without_asides(refused or top) if w.i not in aside])
    second = _trimmed([w for w in _without_asides(inner) if w is not mark])
    if mark.lower == "before" and not _negated(top):
        return _Pair(second, first, relation, top)
    return _Pair(first, second, relation, top)


def _relation(mark: Word, inner: Word, main: Word) -> Relation | None:
    negated, ahead = _negated(main), _ahead(main)
    if inner.ent in ("DATE", "TIME") or any(c.ent in ("DATE", "TIME") for c in inner.children if mark.dep == "prep"):
        return None
    if mark.lower in ("until", "unless", "before") and negated and (ahead or _refused(main)):
        return "only_after"
    match mark.lower:
        case "until":
            return "until" if ahead or (main.lemma in _GOES_ON and main.tag != "VBD") else None
        case "unless":
            return "unless"
        case "before":
            return "only_after" if any(c.lower == "must" for c in main.children) else None
        case "without":
            if negated and ahead:
                return "only_after"
            return "not_required" if inner.lemma in _FREELY else None
        case "after" | "once" | "when":
            only = _only(mark)
            firm = any(c.lower in ("will", "'ll") for c in main.children) and inner.tag != "VBD"
            return "only_after" if only or (firm and mark.dep != "prep") else None
        case _:
            return _if(mark, inner, negated, ahead)


def _if(mark: Word, inner: Word, negated: bool, ahead: bool) -> Relation | None:
    if _only(mark):
        return "only_after"
    subject = inner.child("nsubj", "nsubjpass")
    unreal = subject is None or any(c.lower in ("had", "have") for c in inner.children) or subject.lower == "it"
    if not ahead or inner.dep == "ccomp" or unreal:
        return None
    if _negated(inner):
        return "only_after" if negated else "unless"
    return "unless" if negated else "if"


def _needing(verb: Word) -> _Pair | None:
    subject = verb.child("nsubj")
    on = verb.child("prep")
    needed = verb.child("dobj") if verb.lemma == "require" else on.child("pobj", "pcomp") if on is not None else None
    if subject is None or needed is None or subject.tag in ("PRP", "WDT", "WP") or _negated(verb):
        return None
    return _Pair(_trimmed(subject.subtree()), _trimmed(needed.subtree()), "only_after", verb)


def _beginning(verb: Word) -> _Pair | None:
    subject, by = verb.child("nsubj", "csubj"), next((c for c in verb.children if c.lower == "with"), None)
    first = by.child("pobj", "pcomp") if by is not None else None
    if subject is None or first is None or verb.tag == "VBD" or _negated(verb):
        return None
    return _Pair(_trimmed(subject.subtree()), _trimmed(first.subtree()), "only_after", verb)


def _priced(noun: Word) -> _Pair | None:
    """What is granted in exchange for what."""
    by = next((c for c in (*noun.children, *noun.head.children) if c.lower == "for"), None)
    price = by.child("pobj", "pcomp") if by is not None else None
    if price is None:
        return None
    top, aside = noun.head.head, {w.i for w in noun.head.subtree()} | {w.i for w in price.subtree()}
    granted = _trimmed([w for w in _without_asides(top) if w.i not in aside and w is not by])
    return _Pair(granted, _trimmed(price.subtree()), "if", top)


def _tied(adjective: Word) -> _Pair | None:
    """What is said to be subject to, or contingent on, what."""
    by = adjective.child("prep")
    first = by.child("pobj", "pcomp") if by is not None else None
    subject = adjective.head.child("nsubj", "nsubjpass")
    if first is None or subject is None or _negated(adjective.head):
        return None
    return _Pair(_trimmed(subject.subtree()), _trimmed(first.subtree()), "only_after", adjective.head)


def _impossible(adjective: Word) -> _Pair | None:
    """What a headline calls impossible before what, its verb left out."""
    ahead = [w for w in adjective.sentence.words if w.i > adjective.i]
    if not ahead or ahead[0].lower not in ("before", "until", "without"):
        return None
    stop = next((n for n, w in enumerate(ahead) if w.text in ("—", "–", ",", ";", ":", ".")), len(ahead))
    first = [w for w in adjective.sentence.words if w.i < adjective.i]
    if any(w.pos in ("VERB", "AUX") for w in first):
        return None
    return _Pair(_trimmed(first), _trimmed(ahead[1:stop]), "only_after", adjective)


def _paving(verb: Word) -> _Pair | None:
    """One step that is to pave the way for another: a stated purpose."""
    way = verb.child("dobj")
    by = next((c for w in (verb, way) if w is not None for c in w.children if c.lower == "for"), None)
    second, first = by.child("pobj") if by is not None else None, verb.child("nsubj")
    if first is None and verb.head is not verb:
        first = verb.head if verb.head.pos == "NOUN" else next((c for c in _objects(verb.head)), None)
    if second is None or first is None or first.tag in ("PRP", "WDT"):
        return None
    aside = {w.i for w in verb.subtree()}
    opening = first.subtree() if first.head is verb else [w for w in first.subtree() if w.i not in aside]
    return _Pair(_trimmed(second.subtree()), _trimmed(opening), "only_after", verb)


def _objects(verb: Word) -> Iterator[Word]:
    yield from (c for c in verb.children if c.dep == "dobj")
    yield from (g for c in verb.children if c.dep == "prep" for g in c.children if g.dep == "pobj")


def _without_asides(top: Word) -> list[Word]:
    """The words under a clause, without the participial clause that a comma hangs on it."""
    out = top.subtree()
    for k, word in enumerate(out):
        if word.tag == "VBG" and word.dep == "advcl" and word.i > top.i:
            comma = next((n for n in range(max(k - 2, 0), k) if out[n].text == ","), None)
            if comma is not None:
                return out[:comma]
    return out


def _only(mark: Word) -> bool:
    return any(w.lower == "only" and 0 < mark.i - w.i < 5 for w in mark.sentence.words)


def _negated(verb: Word) -> bool:
    """Whether the clause is denied: by a word of negation, by its subject or object, or by a verb of refusal."""
    for child in verb.children:
        if child.lower in _NEGATIONS or any(c.lower == "no" for c in child.children if child.dep != "advcl"):
            return True
    return _refused(verb)


def _refused(verb: Word) -> bool:
    return any(w.lemma in _REFUSALS for w in (verb, verb.head, *(c for c in verb.children if c.dep == "acomp")))


def _ahead(verb: Word) -> bool:
    """Whether the clause looks ahead: a modal, or a word of readiness in it or over it."""
    return any(c.lower in _AHEAD for c in verb.children) or any(
        w.lemma in _WILLING for w in (verb, verb.head, *(c for c in verb.children if c.dep == "acomp"))
    )


def _trimmed(chosen: list[Word]) -> list[Word]:
    while chosen and chosen[0].lower in _EDGES:
        chosen = chosen[1:]
    while chosen and chosen[-1].lower in _EDGES:
        chosen = chosen[:-1]
    return chosen


def _holder(scene: Scene, frame: Word) -> Ids:
    """Who answers for the words, else who refuses, demands or is ready; () where the writer states it."""
    voice = scene.voice_at(frame)
    if voice or scene.statement_at(frame) is not None:
        return voice
    for verb in (frame, frame.head):
        subject = verb.child("nsubj") or (verb.head.child("nsubj") if verb.dep in ("conj", "advcl") else None)
        attitude = {verb.lemma, *(c.lemma for c in verb.children if c.dep == "acomp"), *(c.lower for c in verb.children)}
        if subject is not None and not attitude.isdisjoint(_REFUSALS | _WILLING):
            return scene.cast.who(subject)
    return ()


def _bounds(pair: _Pair) -> tuple[int, int]:
    chosen = [*pair.gated, *pair.required]
    return min(w.start for w in chosen), max(w.end for w in chosen)


def _condition(scene: Scene, pair: _Pair) -> Condition:
    parse, statement = scene.parse, scene.statement_at(pair.frame)
    gated, required = parse.spans(pair.gated), parse.spans(pair.required)
    mood = {c.lower for c in pair.frame.children}
    hedged = bool(mood & _HEDGES) and "only" not in {w.lower for w in parse.between(*_bounds(pair))}
    return Condition(
        document=parse.document.id,
        spans=(parse.span([*pair.gated, *pair.required]),),
        holder=_holder(scene, pair.frame),
        gated=" ".join(s.text for s in gated),
        gated_span=gated,
        required=" ".join(s.text for s in required),
        required_span=required,
        relation=pair.relation,
        strict=not hedged and pair.frame.lemma != "pave",
        statement=statement.id if statement is not None else None,
        coder=scene.coder,
    )
