"""Whether what follows an "if" is somebody's to do or grant, or only what is forecast."""

from dragoman.coding.clauses import subject, willed
from dragoman.coding.parse import Word
from dragoman.coding.scene import Scene
from dragoman.coding.waits import Wait
from dragoman.coding.wordlists import words

_INVOLUNTARY = words("stances", "courses", "involuntary") | words("conditions", "senses", "consequences")
_SUFFERED = words("conditions", "senses", "suffered")
_SPEAKERS = frozenset({"we", "i"})


def is_forecast(scene: Scene, wait: Wait) -> bool:
    """Return whether the condition tells what would come of something, with no act or grant of anybody in sight.

    Measured on 80 unseen reports: of conditions with "if" half were forecasts; of those with a party's own act or a
    passive that grants or imposes something, one in ten.
    """
    if wait.relation != "if" or willed(wait.frame) is not None:
        return False
    verb = wait.frame
    if verb.pos not in ("VERB", "AUX"):
        return False
    doer = subject(verb)
    if doer is None or doer.lower in _SPEAKERS:
        return False
    if verb.child("auxpass") is not None:
        return verb.lemma in _SUFFERED
    return verb.lemma in _INVOLUNTARY or not _acts(scene, doer)


def _acts(scene: Scene, doer: Word) -> bool:
    """Whether the subject is somebody who acts: a named party, or a person or body that the report knows."""
    return bool(scene.cast.who(doer)) or doer.lower in ("they", "he", "she", "who")
