"""Threat records of a report."""

from dragoman.coding.parse import Word
from dragoman.coding.scene import Scene
from dragoman.coding.wordlists import words
from dragoman.model import Condition, Threat

_HARMS = words("threats", "harms")
_OPEN = frozenset({"xcomp", "ccomp", "prep", "dobj"})


def find_threats(scene: Scene) -> tuple[Threat, ...]:
    """Return the report's threats, in order."""
    announced = [t for w in scene.parse.words if (t := _threat(scene, w)) is not None]
    taken = {t.condition for t in announced}
    tied = [_tied(scene, c) for c in scene.conditions if c.id not in taken and _harmful(scene, c)]
    return tuple(sorted([*announced, *tied], key=lambda t: t.spans[0].start))


def _harmful(scene: Scene, condition: Condition) -> bool:
    """Whether a party says that a harm will follow if, or unless, something happens."""
    if condition.relation not in ("if", "unless") or not condition.holder:
        return False
    gated = [w for s in condition.gated_span for w in scene.parse.between(s.start, s.end)]
    return any(w.lemma in _HARMS for w in gated) and not any(w.dep == "neg" for w in gated)


def _tied(scene: Scene, condition: Condition) -> Threat:
    return Threat(
        document=scene.document.id,
        spans=condition.spans,
        actor=condition.holder,
        measure=condition.gated,
        condition=condition.id,
        certainty="possible",
        coder=scene.coder,
    )


def _threat(scene: Scene, word: Word) -> Threat | None:
    """The threat that a verb of threatening announces, where it has a subject and names a harm."""
    if word.lemma != "threaten" or word.pos != "VERB":
        return None
    actor, harm = word.child("nsubj"), word.child(*sorted(_OPEN))
    if actor is None or harm is None:
        return None
    measure = harm.subtree()
    if not any(w.lemma in _HARMS for w in measure):
        return None
    if measure[0].lower in ("to", "with"):
        measure = measure[1:]
    stretch = scene.parse.span([*actor.subtree(), word, *measure])
    waiting = (c for c in scene.conditions if any(stretch.start <= s.start < stretch.end for s in c.gated_span))
    condition = next(waiting, None)
    return Threat(
        document=scene.document.id,
        spans=(stretch,),
        actor=scene.cast.who(actor),
        measure=scene.parse.span(measure).text,
        condition=condition.id if condition is not None else None,
        coder=scene.coder,
    )
