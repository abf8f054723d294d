"""Assessments made in somebody's words: what observers say of the talks, and how others say things are or will be."""

from collections.abc import Iterator

from dragoman.coding.parse import Word
from dragoman.coding.scene import Scene
from dragoman.coding.wordings import nominal
from dragoman.coding.wordlists import words
from dragoman.model import Assessment, Statement


def opinions(scene: Scene, public: bool) -> Iterator[Assessment]:
    """What those who study the talks say of them, and what others say is or will be, save what they ask for.

    None where the report is not on public affairs. Gold: of the observers' statements two in three are judgements, of the
    others' two in five.
    """
    asking = [p.spans[0].start for p in scene.positions]
    tied = {one for c in scene.conditions for one in c.holder}
    for statement in scene.statements if public else ():
        said = [w for s in statement.spans for w in scene.parse.between(s.start, s.end)]
        if len(said) < 5 or not statement.speaker or any(w.text == "?" for w in said):
            continue
        if any(s.start <= a < s.end for s in statement.spans for a in asking):
            continue
        inside = {w.i for w in said}
        head = next((w for w in said if w.pos in ("VERB", "AUX") and (w.head is w or w.head.i not in inside)), None)
        studies = all(_studies(scene, one) for one in statement.speaker)
        if head is None:
            continue
        if (
            not (_judged_now(head) and _impartial(scene, statement, said))
            if studies
            else not (_outsider(scene, statement, tied) and _outlook(scene, statement, head, said))
        ):
            continue
        yield Assessment(
            document=scene.document.id,
            spans=statement.spans,
            author=statement.speaker,
            about=scene.parse.span(about(said)).text,
            certainty="likely" if studies and statement.certainty != "possible" else "possible",
            coder=scene.coder,
        )


def _impartial(scene: Scene, statement: Statement, said: list[Word]) -> bool:
    """Whether a body of study, where it speaks as one, speaks of the talks: a university may be a party or give help."""
    bodies = any(scene.cast.actors[one].type == "organisation" for one in statement.speaker)
    return not bodies or on_matter(said)


def _outsider(scene: Scene, statement: Statement, tied: set[str]) -> bool:
    """Whether the speaker ties nothing to a condition, as the parties do."""
    return tied.isdisjoint(scene.cast.party(statement.speaker))


def _judged_now(head: Word) -> bool:
    """Whether the clause tells of more than a past event."""
    return head.tag not in ("VBD", "VBN") or head.child("aux", "auxpass") is not None


def _outlook(scene: Scene, statement: Statement, head: Word, said: list[Word]) -> bool:
    """Whether it is asserted of something negotiated, or of somebody else, how it is, will or could be."""
    if not on_matter(said):
        return False
    told = {w.lemma for span in statement.cue for w in scene.parse.between(span.start, span.end)}
    if not told & words("assessments", "asserting", "verbs") or head.child("neg") is not None:
        return False
    subject = head.child("nsubj", "nsubjpass")
    if subject is None or subject.lower in ("we", "i", "you"):
        return False
    return head.tag == "VBZ" or any(c.dep == "aux" and c.lower in ("will", "could", "may", "might") for c in head.children)


def _studies(scene: Scene, one: str) -> bool:
    """Whether somebody is named as an observer of affairs: an analyst, a professor."""
    actor = scene.cast.actors[one]
    told = f"{actor.role or ''} {actor.name if actor.type != 'person' else ''}".lower()
    return any(w in words("assessments", "experts", "nouns") for w in told.replace(",", " ").split())


def on_matter(clause: list[Word]) -> bool:
    """Return whether the words are on a negotiation or its parties."""
    return any(w.lemma in words("assessments", "matter", "lemmas") for w in clause)


def about(clause: list[Word]) -> list[Word]:
    """Return what is judged: the clause's subject, else its first word of the matter, with what stands before it."""
    judged = next((w for w in clause if w.dep in ("nsubj", "nsubjpass") and w.pos in ("NOUN", "PROPN")), None)
    judged = judged or next((w for w in clause if w.lemma in words("assessments", "matter", "lemmas")), clause[0])
    return nominal(judged)
