"""Condition records of a report: which step waits for which, and who says so."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from dragoman.coding.begun_by import begun_by
from dragoman.coding.bonds import bound
from dragoman.coding.but_not_before import but_not_before
from dragoman.coding.chains import chains
from dragoman.coding.choices import is_forecast
from dragoman.coding.clauses import mood, negated, subject, trimmed, willed
from dragoman.coding.conditional_answers import conditional_answers
from dragoman.coding.connectives import connected
from dragoman.coding.dealings import SAID, is_dealing, of_bargaining
from dragoman.coding.disclaimers import is_disclaimed
from dragoman.coding.hedging import hedges
from dragoman.coding.holding import holder_of, statement_of
from dragoman.coding.meanwhile import meanwhile
from dragoman.coding.mottoes import mottoes
from dragoman.coding.papers_first import papers_first
from dragoman.coding.parse import Sentence, Word
from dragoman.coding.proforms import answering, without_it
from dragoman.coding.provisos import is_out_of_place
from dragoman.coding.scene import Scene
from dragoman.coding.sequels import across
from dragoman.coding.served import asked_for_talks
from dragoman.coding.step_names import deed_name, is_holder, step_name
from dragoman.coding.waits import Wait
from dragoman.coding.wordlists import words
from dragoman.model import Condition, Ids

_TALKING = words("conditions", "senses", "talking")


def find_conditions(scene: Scene) -> tuple[Condition, ...]:
    """Return the report's conditions, in order; a holder's restatement points to the first.

    In a report in which nobody negotiates only a sentence that itself tells of bargaining holds one: rules of nature and advice
    have the form of conditions too.
    """
    found: list[Condition] = []
    first: dict[tuple[object, ...], str] = {}
    held = (w for w in _waits(scene.parse.sentences) if w.relation == "not_required" or not is_disclaimed(w))
    waits = sorted(_once(held), key=lambda w: _first(w))
    dealing = is_dealing(scene.parse, sum(_refuses(w) for w in waits))
    for wait in waits:
        if not dealing and of_bargaining(wait.frame.sentence.words) < SAID:
            continue
        condition = _condition(scene, wait, first)
        found.append(condition)
        if wait.purpose:
            scene.purposes.add(condition.spans)
    return tuple(found)


def _refuses(wait: Wait) -> bool:
    """Whether somebody refuses a step until another is taken, or stands by a will of his own."""
    ahead = mood(wait.frame) not in ("past", "unreal")
    binds = wait.relation in ("only_after", "unless", "until")
    return binds and ((ahead and negated(wait.frame)) or willed(wait.frame) is not None)


def _waits(sentences: list[Sentence]) -> Iterator[Wait]:
    told: list[Wait] = []
    for sentence, behind in zip(sentences, [*sentences[1:], None], strict=True):
        if sentence.words[-1].text != "?" and "?" not in (w.text for w in sentence.words[-3:]):
            read = [*bound(sentence), *connected(sentence)]
            read += but_not_before(sentence)
            told += [*read, *begun_by(sentence, read), *papers_first(sentence, read)]
            told += [*mottoes(sentence, behind), *chains(sentence)]
    told += conditional_answers(sentences)
    opened = list(asked_for_talks(sentences))
    beside = [wait for before, sentence in pairwise((None, *sentences)) if sentence for wait in meanwhile(sentence, before)]
    served = [*opened, *(w for w in told if w.purpose)]
    beside = [*answering(beside, served, sentences), *without_it(sentences, served)]
    yield from (*opened, *beside)
    talks, free = ({w.i for wait in found for w in wait.gated} for found in (opened, beside))
    needless = {w.i for wait in beside for w in wait.required if w.sentence is wait.frame.sentence}
    known = [w for w in told if not (talks if w.purpose else free) & {x.i for x in w.gated}]
    known = [w for w in known if not needless & {x.i for x in w.required}]
    yield from across(sentences, known)


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
    named = deed_name(scene, gated, holder), step_name(scene, required, holder, wait.ended)
    hedging = [] if wait.purpose else hedges(wait)
    key = (holder, wait.relation, *(n.lower() for n in named))
    condition = Condition(
        document=scene.document.id,
        spans=(parse.span([*hedging, *(wait.told or (*gated, *required))]),),
        holder=holder,
        gated=named[0],
        gated_span=gated_span,
        required=named[1],
        required_span=required_span,
        relation=wait.relation,
        strict=not wait.purpose and not hedging,
        statement=statement.id if statement is not None else None,
        certainty="possible" if is_forecast(scene, wait) else wait.certainty,
        same_as=first.get(key) if holder else None,
        coder=scene.coder,
    )
    first.setdefault(key, condition.id)
    return condition


def _without_reason(required: list[Word]) -> list[Word]:
    """The required step without the reason or gloss given, and without what is said besides: ", since the blocs stand apart",
    ", a plan that both had made", "a meeting, and that nothing else would do"."""
    for n, word in enumerate(required[:-1]):
        if n and word.lower == "on" and any(w.lemma == "occasion" for w in required[n + 1 : n + 4]):
            return required[:n]  # "without a draft on several occasions": how often it was said
        if n and word.lower == "," and required[n + 1].lower in ("since", "because"):
            return required[:n]
        if n and word.lower in ("and", ",") and required[n + 1].lower in ("not", "that", "there", "nothing"):
            return required[:n]
        gloss = required[n + 1].lower in ("a", "an") and any(w.dep == "appos" for w in required[n + 1 : n + 5])
        if n > 2 and word.lower == "," and gloss:
            return required[:n]
    return required


def _step(scene: Scene, gated: list[Word], holder: Ids) -> list[Word]:
    """The gated step without its doer and modals, where the doer is the one who says so."""
    numbers = {w.i for w in gated}
    verb = next((w for w in gated if w.pos in ("VERB", "AUX") and (w.head is w or w.head.i not in numbers)), None)
    doer = subject(verb) if verb is not None else None
    if verb is None:
        return gated
    if verb.lemma == "be" and (thing := _existing(verb)) is not None:
        return [w for w in gated if w.i >= thing.subtree()[0].i] or gated
    if doer is not None and doer.lemma in _TALKING and _only_comes(verb):
        return _to_comma(doer)  # "a summit between A, head of X, and B cannot be held before"
    aside = doer is not None and any(w.text == "," for w in doer.subtree())
    if aside and doer is not None and verb.child("auxpass") is not None and not is_holder(scene, doer, holder):
        return [*_to_comma(doer), *(w for w in gated if w.i >= verb.i or (w.head is verb and _belongs(w, verb)))]
    own = doer is None or doer.lower in ("we", "i") or is_holder(scene, doer, holder) or aside
    if verb.i > gated[0].i and doer is not None and doer.i not in numbers and gated[0].pos in ("PROPN", "NOUN"):
        return gated  # a headline's "Arden to meet Berle", whose parts the parser did not join
    led = gated[0].head is verb or (doer is not None and doer.i in numbers)
    if not own or not led or verb.i <= gated[0].i:
        return gated
    return [w for w in gated if w.i >= verb.i or (w.head is verb and _belongs(w, verb))]


def _only_comes(verb: Word) -> bool:
    """Whether a verb only says that a meeting comes about: "be held", "take place"."""
    held = verb.lemma in ("hold", "convene", "arrange", "schedule") and verb.child("auxpass") is not None
    place = verb.child("dobj")
    return held or is_out_of_place(verb) or (verb.lemma == "take" and place is not None and place.lower == "place")


def _to_comma(noun: Word) -> list[Word]:
    """A noun phrase up to what is set apart in it by commas."""
    phrase = noun.subtree()
    cut = next((k for k, w in enumerate(phrase) if w.text == "," and w.i > noun.i), len(phrase))
    return trimmed(phrase[:cut])


def _existing(verb: Word) -> Word | None:
    """What there is or will be: "a meeting" of "there can be a meeting"."""
    return verb.child("attr", "nsubj") if any(c.dep == "expl" and c.lower == "there" for c in verb.children) else None


def _belongs(word: Word, verb: Word) -> bool:
    """Whether a word before the verb is part of the step: the "be" of a passive, an adverb just before it."""
    return (word.dep == "auxpass" and word.lower == "be") or (
        word.dep == "advmod" and word.i == verb.i - 1 and word.lower not in ("only", "longer")
    )
