"""Whose judgement it is: the writer's own, or that of somebody whose words are told."""

from dragoman.coding.judged import RESULT, after_comma
from dragoman.coding.leanings import heads
from dragoman.coding.parse import Word
from dragoman.coding.scene import Scene
from dragoman.coding.wordlists import words
from dragoman.model import Statement


def assertion(scene: Scene, cue: Word, clause: list[Word]) -> Statement | None:
    """Return the statement that makes the judgement; None where a gloss is the writer's or words only demand."""
    statement = scene.statement_at(cue)
    if statement is None or cue.quote >= 0:
        return statement
    head = next((w for w in clause if w.head not in clause and w.pos in ("VERB", "AUX")), cue)
    if (head.tag == "VBG" and head.dep in RESULT) or _behind_cue(scene, statement, clause):
        return None
    told = {w.lemma for span in statement.cue for w in scene.parse.between(span.start, span.end)}
    if _gloss_on_order(scene, statement, head) or _gloss_beside(head) or _after_source(statement, head, clause):
        return None
    if told & heads("verbs") or (head.dep == "relcl" and not told & words("assessments", "asserting", "verbs")):
        return None
    return statement


def _behind_cue(scene: Scene, statement: Statement, clause: list[Word]) -> bool:
    """Whether a participle follows the cue at a comma: "will not come, the firm said, in effect ruling out a meeting"."""
    first = clause[0]
    words_ = first.sentence.words
    before = words_[first.i - words_[0].i - 2 : first.i - words_[0].i]
    told = {w.i for span in statement.cue for w in scene.parse.between(span.start, span.end)}
    verb = next((w for w in clause if w.pos in ("VERB", "AUX")), None)
    return len(before) == 2 and before[1].text == "," and before[0].i in told and verb is not None and verb.tag == "VBG"


def _gloss_on_order(scene: Scene, statement: Statement, head: Word) -> bool:
    """Whether a clause after a comma glosses what somebody is told to do: "told them to wait, which in effect ends it"."""
    if head.dep not in ("relcl", "advcl") or not after_comma(head):
        return False
    opening = scene.parse.between(statement.spans[0].start, statement.spans[0].end)[:7]
    to = next((k for k, w in enumerate(opening) if w.tag == "TO"), None)
    return to is not None and not any(w.pos in ("VERB", "AUX") for w in opening[:to])


def _after_source(statement: Statement, head: Word, clause: list[Word]) -> bool:
    """Whether a clause with a subject of its own follows a source put beside: "according to aides, and the row drags on"."""
    beside = any(s.text.lower().startswith("according") and s.end <= clause[0].start for s in statement.cue)
    return beside and head.dep == "conj" and head.child("nsubj", "nsubjpass") is not None


def _gloss_beside(head: Word) -> bool:
    """Whether a clause hangs on a word that sums up what was said: "will not come, it said, a stance that in effect ends it"."""
    noun = head.head
    if head.dep != "relcl" or noun.pos != "NOUN" or noun.dep == "nsubj":
        return False
    before = noun.sentence.words[: noun.i - noun.sentence.words[0].i][-5:]
    lead = next((k for k, w in enumerate(before) if w.lower in ("a", "an")), None)
    return lead is not None and any(w.lower in (",", "—", "–") for w in before[max(0, lead - 2) : lead])
