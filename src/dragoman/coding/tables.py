"""Tables at which experts or delegations are told to be at work ("the experts have initialled nothing")."""

from dragoman.coding.parse import Word
from dragoman.coding.scene import Scene
from dragoman.coding.standing import clause, invert, is_nothing, tense
from dragoman.coding.wordlists import load
from dragoman.model import Track
from dragoman.model.findings import Level, TrackStatus


def table_work(scene: Scene, noun: Word) -> Track | None:
    """Return the track of those whom the noun names, where they do or fail to do a table's work, else None."""
    table = load("tracks")["tables"]
    verb = noun.head
    if noun.dep != "nsubj" or verb.pos != "VERB" or not any(c.lower in ("the", "both", "their") for c in noun.children):
        return None
    level, work = invert(table["who"]).get(noun.lemma), invert(table["work"]).get(verb.lemma)
    if level is None or work is None:
        return None
    status = _status(verb) if work == "meeting" or level == "leaders" else _status(verb) or _done(verb)
    levels: dict[str, Level] = {"leaders": "leaders", "delegations": "delegations", "experts": "experts"}
    statuses: dict[str, TrackStatus] = {"advancing": "advancing", "stalled": "stalled"}
    if status is None:
        return None
    name = " ".join(w.text for w in clause(noun) if w.dep != "det" or w.i > noun.i)
    return Track(
        document=scene.document.id, spans=scene.parse.spans(clause(verb)), coder=scene.coder, name=name, certainty="possible",
        parties=scene.cast.who(noun), level=levels[level], status=statuses[status],
    )  # fmt: skip


def _status(verb: Word) -> str | None:
    """ "Have not met", "has agreed nothing": the table is stalled; that they meet is an event and no more."""
    undone = any(c.dep == "neg" for c in verb.children) or any(is_nothing(c) for c in verb.children if c.dep == "dobj")
    return "stalled" if undone and any(c.lower in ("have", "has") for c in verb.children) else None


def _done(verb: Word) -> str | None:
    return "advancing" if tense(verb) == "held" else None
