"""Who states or imposes a condition: the voice it is said in, else the one whose will the words tell."""

from dragoman.coding.clauses import governors, mood, negated, refuses, subject
from dragoman.coding.parse import Word
from dragoman.coding.scene import Scene
from dragoman.coding.waits import Wait
from dragoman.coding.wordlists import words
from dragoman.model import Ids

_WILLING = words("conditions", "mood", "willing")
_SPEECH = words("conditions", "mood", "speech")
_INVOLUNTARY = words("stances", "courses", "involuntary")
_OWN = frozenset({"we", "i", "our", "my", "us"})


def holder_of(scene: Scene, wait: Wait) -> Ids:
    """Return who holds the condition; () where the writer states it or the holder is not resolved."""
    frame = wait.frame
    statement = scene.statement_at(frame)
    attitude = _of_attitude(scene, frame)
    if statement is not None:
        return scene.voice_at(frame)
    if attitude:
        return attitude
    return _of_own_course(scene, wait) or _of_headline(scene, frame)


def _of_attitude(scene: Scene, frame: Word) -> Ids:
    """Who refuses, offers, demands or says it: the subject or possessor of the word that the step stands under."""
    for above in governors(frame):
        if above.lemma not in _WILLING and above.lemma not in _SPEECH and not refuses(above):
            continue
        verb = above.head if above.dep in ("acomp", "oprd", "attr") else above
        if above.pos == "NOUN" and (owner := above.child("poss")) is not None:
            return _who(scene, owner)
        doer = subject(verb)
        if doer is not None and (found := _who(scene, doer)):
            return found
    return ()


def _of_own_course(scene: Scene, wait: Wait) -> Ids:
    """Who says what it will do or will not do, where only the telling of it stands in the text."""
    doer = wait.frame.child("nsubj")
    if doer is None or mood(wait.frame) not in ("future", "would"):
        return ()
    if wait.frame.lemma in _INVOLUNTARY and not negated(wait.frame):
        return ()
    return _who(scene, doer)


def _of_headline(scene: Scene, frame: Word) -> Ids:
    """Whom a headline names after the dash: "... - union spokeswoman"."""
    if not scene.parse.is_title(frame):
        return ()
    sentence = [w for w in scene.parse.words if scene.parse.is_title(w)]
    dash = next((w.i for w in reversed(sentence) if w.text in ("—", "–", "-", "--", "|")), None)
    if dash is None or dash < frame.i:
        return ()
    found = [scene.cast.who(w) for w in sentence if w.i > dash]
    named = next((ids for ids in reversed(found) if ids), ())
    return scene.cast.party(named)


def _who(scene: Scene, word: Word) -> Ids:
    if word.lower in _OWN:
        return scene.voice_at(word)
    return scene.cast.party(scene.cast.who(word))
