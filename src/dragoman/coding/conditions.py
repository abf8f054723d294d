"""Condition records of a report: which step waits for which, and who says so."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from dragoman.coding.bonds import bound
from dragoman.coding.choices import is_forecast
from dragoman.coding.clauses import negated, subject
from dragoman.coding.connectives import connected
from dragoman.coding.dealings import SAID, is_dealing, of_bargaining
from dragoman.coding.holding import holder_of, statement_of
from dragoman.coding.parse import Sentence, Word
from dragoman.coding.scene import Scene
from dragoman.coding.sequels import across
from dragoman.coding.waits import Wait
from dragoman.coding.wordlists import words
from dragoman.model import Condition, Ids

_HEDGES = words("conditions", "mood", "hedges")
_DENYING = frozenset({"wo", "ca", "will", "would", "can", "do", "does", "did"})
_THIRD = frozenset({"he", "she", "they", "it", "his", "him", "them"})
_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})


def find_conditions(scene: Scene) -> tuple[Condition, ...]:
    """Return the report's conditions, in order; a holder's restatement points to the first.

    In a report in which nobody negotiates only a sentence that itself tells of bargaining holds one: rules of nature and advice
    have the form of conditions too.
    """
    found: list[Condition] = []
    first: dict[tuple[object, ...], str] = {}
    dealing = is_dealing(scene.parse)
    for wait in sorted(_once(_waits(scene.parse.sentences)), key=lambda w: _first(w)):
        if not dealing and of_bargaining(wait.frame.sentence.words) < SAID:
            continue
        condition = _condition(scene, wait, first)
        found.append(condition)
    return tuple(found)


def _waits(sentences: list[Sentence]) -> Iterator[Wait]:
    told: list[Wait] = []
    for sentence in sentences:
        if sentence.words[-1].text != "?" and "?" not in (w.text for w in sentence.words[-3:]):
            told += [*bound(sentence), *connected(sentence)]
    yield from across(sentences, told)


def _once(waits: Iterable[Wait]) -> Iterator[Wait]:
    """The conditions without those that tell again what an earlier one has of the same words."""
    taken: set[tuple[int, int]] = set()
    for wait in waits:
        ends = {(0, w.i) for w in wait.gated}, {(1, w.i) for w in wait.required}
        both = {(0, i) for _, i in ends[1]}, {(1, i) for _, i in ends[0]}
        if (ends[0] & taken and ends[1] & taken) or (both[0] & taken and both[1] & taken):
            continue
        taken |= ends[0] | ends[1]
        yield wait


def _first(wait: Wait) -> int:
    return min(wait.gated[0].i, wait.required[0].i)


def _condition(scene: Scene, wait: Wait, first: dict[tuple[object, ...], str]) -> Condition:
    parse, statement = scene.parse, statement_of(scene, wait)
    holder = holder_of(scene, wait)
    gated, required = _step(scene, wait.gated, holder), _without_reason(wait.required)
    gated_span, required_span = parse.spans(gated), parse.spans(required)
    named = _phrase(scene, gated, holder), _phrase(scene, required, holder, wait.ended)
    key = (holder, wait.relation, *(n.lower() for n in named))
    condition = Condition(
        document=scene.document.id,
        spans=(parse.span([*wait.told] or [*gated, *required]),),
        holder=holder,
        gated=named[0],
        gated_span=gated_span,
        required=named[1],
        required_span=required_span,
        relation=wait.relation,
        strict=not wait.purpose and not _hedged(wait),
        statement=statement.id if statement is not None else None,
        certainty="possible" if is_forecast(scene, wait) else wait.certainty,
        same_as=first.get(key) if holder else None,
        coder=scene.coder,
    )
    first.setdefault(key, condition.id)
    return condition


def _without_reason(required: list[Word]) -> list[Word]:
    """The required step without the reason given for it: ", since the blocs stand apart"."""
    for n, word in enumerate(required[:-1]):
        if n and word.lower == "," and required[n + 1].lower in ("since", "because"):
            return required[:n]
    return required


def _step(scene: Scene, gated: list[Word], holder: Ids) -> list[Word]:
    """The gated step without its doer and modals, where the doer is the one who says so."""
    numbers = {w.i for w in gated}
    verb = next((w for w in gated if w.pos in ("VERB", "AUX") and (w.head is w or w.head.i not in numbers)), None)
    doer = subject(verb) if verb is not None else None
    if verb is None:
        return gated
    own = (
        doer is None or doer.lower in ("we", "i") or _is_holder(scene, doer, holder) or any(w.text == "," for w in doer.subtree())
    )
    led = gated[0].head is verb or (doer is not None and doer.i in numbers)
    if not own or not led or verb.i <= gated[0].i:
        return gated
    return [w for w in gated if w.i >= verb.i or (w.head is verb and _belongs(w, verb))]


def _belongs(word: Word, verb: Word) -> bool:
    """Whether a word before the verb is part of the step: the "be" of a passive, an adverb just before it."""
    return (word.dep == "auxpass" and word.lower == "be") or (
        word.dep == "advmod" and word.i == verb.i - 1 and word.lower not in ("only", "longer")
    )


def _is_holder(scene: Scene, doer: Word, holder: Ids) -> bool:
    who = scene.cast.who(doer)
    return not {*who, *scene.cast.party(who)}.isdisjoint({*holder, *scene.cast.party(holder)})


def _hedged(wait: Wait) -> bool:
    """Whether the main clause is hedged; "could only" and a refusal are firm."""
    frame = wait.frame
    near = {c.lower for c in frame.children} | {c.lower for c in frame.head.children if frame.dep == "xcomp"}
    if frame.dep in ("xcomp", "ccomp") and frame.head.lower in _HEDGES:
        return True
    hedges = near & _HEDGES
    firm = wait.relation == "not_required" or (wait.relation == "only_after" and (negated(frame) or _says_only(frame)))
    return bool(hedges) and not (firm and hedges <= {"could", "may", "might"})


def _says_only(frame: Word) -> bool:
    words_ = frame.sentence.words
    return any(w.lower == "only" or (w.lower == "not" and n.lower == "before") for w, n in pairwise(words_))


def _phrase(scene: Scene, chosen: list[Word], holder: Ids, ended: bool = False) -> str:
    """The step in the text's words: without what denies it, with the holder's name for a pronoun, as ended where it is."""
    out, text, named = [], scene.document.text, False
    denied = {w.head.i for w in chosen if w.lower in ("not", "n't", "never", "no longer") and w.dep == "neg"}
    drop = {w.i for w in chosen if w.dep == "neg" or (w.head.i in denied and w.lower in _DENYING) or _no_longer(w)}
    if (chosen[0].lower in ("no", "any") or chosen[0].tag == "MD") and len(chosen) > 1:
        drop.add(chosen[0].i)
    finite = next((w for w in chosen if w.tag in _FINITE), None) if ended and not denied else None
    kept = [w for w in chosen if w.i not in drop]
    for word, after in zip(kept, [*kept[1:], None], strict=False):
        shown = (None if named else _name(scene, word, holder)) or text[word.start : word.end]
        named = named or word.pos in ("NOUN", "PROPN")
        if word is finite:
            shown = f"{shown} no longer" if word.lemma == "be" or word.tag == "MD" else f"no longer {shown}"
        gap = " " if after is not None and after.start > word.end and after.text != "," else ""
        out.append(shown + gap)
    return " ".join("".join(out).split())


def _no_longer(word: Word) -> bool:
    return word.lower == "longer" and any(c.lower == "no" for c in word.children)


def _name(scene: Scene, word: Word, holder: Ids) -> str | None:
    """The name that a third person's pronoun stands for, where that is whose condition it is; others are left as written."""
    if word.tag not in ("PRP", "PRP$") or word.lower not in _THIRD or not _is_holder(scene, word, holder):
        return None
    who, statement = scene.cast.who(word), scene.statement_at(word)
    if len(who) != 1 or (statement is not None and statement.manner == "direct" and who == statement.speaker):
        return None  # nobody calls himself "he"
    name = scene.cast.actors[who[0]].name
    return (f"{name}'" if name.endswith("s") else f"{name}'s") if word.tag == "PRP$" else name
