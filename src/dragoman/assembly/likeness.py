"""How near two steps are: one covers the other, or may be the other where the rest of a condition agrees."""

from collections.abc import Iterable

from dragoman.assembly.dossier import Step
from dragoman.assembly.sense import same_step, sense
from dragoman.assembly.shelf import Shelf


def covers(waived: Step, needed: Step) -> bool:
    """Return whether what is waived in general ("nothing asked beforehand", "any agreement") takes in what is needed."""
    loose = [sense(w.text) for w in waived.wordings] + [sense(w.citation.quote) for w in waived.wordings]
    return any(s.wild for s in loose) or nearly(waived, needed)


def nearly(one: Step, other: Step) -> bool:
    """Return whether each wording of one step could name the other."""
    return all(same_step(sense(a.text), sense(b.text)) for a in one.wordings for b in other.wordings)


class Neighbours:
    """Steps among which those near another are found without going through all of them."""

    def __init__(self, steps: Iterable[Step]) -> None:
        self._steps = tuple(steps)
        self._shelf = Shelf()
        for number, step in enumerate(self._steps):
            self._shelf.put(number, sense(step.wordings[0].text))

    def of(self, step: Step) -> list[Step]:
        """Return the steps that are `nearly` this one, in the order given."""
        likely = (self._steps[n] for n in self._shelf.near(sense(step.wordings[0].text)))
        return [other for other in likely if nearly(step, other)]


def is_talking(step: Step) -> bool:
    """Return whether a step is a meeting or talks, of which there may be many on many matters."""
    return all(sense(w.text).head in ("talks", "meeting") for w in step.wordings)


__all__ = ["Neighbours", "covers", "is_talking", "nearly"]
