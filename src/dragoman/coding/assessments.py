"""Assessment records of a report."""

from dragoman.coding.parse import Sentence, Word
from dragoman.coding.scene import Scene
from dragoman.coding.wordlists import load, words
from dragoman.model import Assessment

_CLAUSES = frozenset({"ROOT", "ccomp", "conj", "advcl", "relcl", "parataxis"})
_OPENERS = frozenset({"and", "but", "that", "while", "although", ",", "which"})


def find_assessments(scene: Scene) -> tuple[Assessment, ...]:
    """Return the report's assessments, in order."""
    found: dict[tuple[int, int], Assessment] = {}
    for sentence in scene.parse.sentences:
        for cue in _cues(sentence):
            clause = _clause(cue)
            if not clause or clause[-1].lower == "?" or not _on_matter(clause):
                continue
            assessment = _assessment(scene, cue, clause)
            found.setdefault((clause[0].i, clause[-1].i), assessment)
    return tuple(found.values())


def _cues(sentence: Sentence) -> list[Word]:
    """The words that judge: single lemmas, and the first words of phrases."""
    judging = words("assessments", "judging", "lemmas")
    cues = [w for w in sentence.words if w.lemma in judging or w.lower in judging]  # the lemma of "deadlocked" is wrong
    lower = [w.lower for w in sentence.words]
    for phrase in load("assessments")["judging"]["phrases"]:
        parts = phrase.split()
        if parts[0] in lower:
            cues += [sentence.words[k] for k in range(len(lower)) if lower[k : k + len(parts)] == parts]
    return sorted(cues, key=lambda w: w.i)


def _clause(cue: Word) -> list[Word]:
    """The clause around the cue, its if-clause included, without what leads it in and the stop."""
    head = next((w for w in (cue, *cue.ancestors()) if w.dep in _CLAUSES and w.pos in ("VERB", "AUX")), None)
    if head is None:
        return []
    clause = head.subtree()
    while clause and clause[0].lower in _OPENERS:
        clause = clause[1:]
    while clause and clause[-1].lower in (".", ",", ";"):
        clause = clause[:-1]
    return clause


def _on_matter(clause: list[Word]) -> bool:
    return any(w.lemma in words("assessments", "matter", "lemmas") for w in clause)


def _assessment(scene: Scene, cue: Word, clause: list[Word]) -> Assessment:
    statement = scene.statement_at(cue)
    matter = next(w for w in clause if w.lemma in words("assessments", "matter", "lemmas"))
    about = [w for w in matter.subtree() if w.i <= matter.i] or [matter]
    return Assessment(
        document=scene.document.id,
        spans=(scene.parse.span(clause),),
        author=statement.speaker if statement else (),
        about=scene.parse.span(about).text,
        certainty="possible",
        coder=scene.coder,
    )
