"""Two steps and which waits for which, as words of a report."""

from dataclasses import dataclass

from dragoman.coding.parse import Word
from dragoman.model import Relation
from dragoman.model.findings import Certainty


@dataclass(frozen=True)
class Wait:
    """`gated` waits for `required`; `frame` is the word whose clause, voice and hedges count.

    `ended` where what is required is the end of what the words say ("while they stay suspended"); `purpose` where one step
    is only said to serve another, or to be dated by it; `told` are the words that tell it, where one step stands in another
    sentence.
    """

    gated: list[Word]
    required: list[Word]
    relation: Relation
    frame: Word
    ended: bool = False
    purpose: bool = False
    told: tuple[Word, ...] = ()
    certainty: Certainty = "likely"


def wait(gated: list[Word], required: list[Word], frame: Word, denied: bool = False, purpose: bool = False) -> Wait | None:
    """Return that one step comes only after another, or is free of it where that is `denied`; None where the two overlap."""
    if not gated or not required or {w.i for w in gated} & {w.i for w in required}:
        return None
    return Wait(gated, required, "not_required" if denied else "only_after", frame, purpose=purpose)
