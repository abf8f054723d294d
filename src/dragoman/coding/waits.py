"""Two steps and which waits for which, as words of a report."""

from dataclasses import dataclass

from dragoman.coding.parse import Word
from dragoman.model import Relation
from dragoman.model.findings import Certainty


@dataclass(frozen=True)
class Wait:
    """`gated` waits for `required`; `frame` is the word whose clause, voice and hedges count.

    `ended` where what is required is the end of what the words say ("while they stay suspended"); `purpose` where one step
    is only said to serve another.
    """

    gated: list[Word]
    required: list[Word]
    relation: Relation
    frame: Word
    ended: bool = False
    purpose: bool = False
    certainty: Certainty = "likely"
