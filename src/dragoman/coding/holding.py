"""Who states or imposes a condition: the voice it is said in, else the one whose will the words tell."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dragoman.coding.clauses import governors, is_let_go, mood, negated, refuses, subject
from dragoman.coding.holders import agent_of, owner_of
from dragoman.coding.parse import Word
from dragoman.coding.scene import Scene
from dragoman.coding.waits import Wait
from dragoman.coding.wordlists import words
from dragoman.model import Condition, Ids, Position, Statement

_WILLING = words("conditions", "mood", "willing")
_SPEECH = words("conditions", "mood", "speech") | words("cues", "speech") | words("cues", "object")
_INVOLUNTARY = words("stances", "courses", "involuntary")
_SPOKEN_FOR = words("conditions", "holding", "spoken_for")
_CONDITIONS = words("conditions", "ties", "nouns")
_IMPOSING = words("conditions", "senses", "imposing")
_FAVOURING = words("conditions", "senses", "favouring")
_ASKING = _FAVOURING | words("conditions", "senses", "asking") | words("conditions", "senses", "telling")
_REQUESTS = words("conditions", "senses", "claims") | words("conditions", "senses", "pleas")
_PUT_UPON = frozenset({"expect", "ask", "tell", "order", "call", "urge", "warn", "demand"})
_BLAMING = frozenset({"accuse", "suspect", "blame", "criticise", "criticize", "condemn", "attack"})
_DISMISSING = frozenset({"dismiss", "rebuff", "rule", "bar", "exclude"})
_HOPING = frozenset({"hope", "hop", "believe", "think", "trust", "reckon", "expect", "feel", "argue", "consider"})
_VIEWS = frozenset({"position", "view", "line", "stance", "answer", "reply", "argument", "opinion", "contention", "case"})
_OPENING = 70
"""In words, how much of the report is its opening."""
_LETTING = frozenset({"let", "allow", "permit"})
_HOLDING = frozenset({"demand", "propose"})
_LED = 6
"""Words from "For" to the one who is named, at most."""
_OWN = frozenset({"we", "i", "our", "my", "us"})


def holder_of(scene: Scene, wait: Wait) -> Ids:
    """Return who holds the condition, in a release whoever issued it; () where the writer states it or it is not resolved."""
    frame = wait.frame
    if shared := _of_participle(scene, frame):
        return shared
    if wait.purpose and (asker := _of_request(scene, frame)):
        return asker
    statement = statement_of(scene, wait)
    attitude = _of_attitude(scene, frame, statement)
    if attitude:
        return attitude
    if statement is not None:
        if _is_unnamed(scene, statement.speaker) and (own := _of_own_course(scene, wait, retold=True)):
            return own
        if _tells_of_itself(scene, wait, statement):
            return _answering(scene, statement.on_behalf_of)
        told = _answering(scene, statement.speaker or statement.on_behalf_of)
        return told or _of_attitude(scene, frame, None) or _of_opening(scene, wait)
    told = _of_own_course(scene, wait) or _of_headline(scene, frame) or _of_quotation(scene, frame) or _of_colon(scene, wait)
    told = told or _of_view(scene, frame) or _of_aside(scene, frame) or (_of_hope(scene, frame) if wait.purpose else ())
    told = told or _of_opening(scene, wait) or _of_sight(scene, frame) or _of_barring(scene, frame)
    ours = frame.quote < 0 and any(w.lower in _OWN for w in frame.sentence.words)
    self_named = frame.quote < 0 and not ours and _names(scene, frame)
    return told or (scene.cast.issuer_at(frame) if ours or self_named else ())


def _names(scene: Scene, frame: Word) -> bool:
    """Whether the sentence's own subject is whoever issues the text: "The ministry will pay once ...", not "the signatories"."""
    issuer = set(scene.cast.issuer_at(frame))
    doer = subject(frame)
    named = scene.cast.who(doer) if doer is not None and doer.pos in ("NOUN", "PROPN") else ()
    return not named or bool(issuer & set(named))


def with_holders(conditions: Iterable[Condition], positions: Iterable[Position]) -> tuple[Condition, ...]:
    """Return the conditions, those without a holder with that of the one position whose words hold both of their steps: who
    demands, offers or accepts a step on a condition states the condition."""
    held = [p for p in positions if p.actor and p.stance in _HOLDING and p.certainty != "possible"]
    return tuple(replace(c, holder=p.actor) if not c.holder and (p := _one_over(c, held)) else c for c in conditions)


def _one_over(condition: Condition, held: Sequence[Position]) -> Position | None:
    steps = [*condition.gated_span, *condition.required_span]
    over = [p for p in held if steps and all(any(s.covers(x) for s in p.spans) for x in steps)]
    return over[0] if len({p.actor for p in over}) == 1 else None


def _of_request(scene: Scene, asking: Word) -> Ids:
    """Who asks for a step so that another may follow: the subject of the verb of asking, the owner of the noun."""
    if asking.pos == "NOUN":
        owner = owner_of(asking) if asking.lemma in _REQUESTS else None
        return _who(scene, owner) if owner is not None else ()
    if asking.lemma not in _ASKING:
        return ()
    doer = subject(asking) if asking.child("auxpass") is None else agent_of(asking)
    return _who(scene, doer) if doer is not None else ()


def statement_of(scene: Scene, wait: Wait) -> Statement | None:
    """Return the statement in which the condition is told, or None where the writer tells it."""
    places = [wait.frame, wait.gated[0], wait.required[0]]
    if wait.told:  # one step is named by the words of another sentence, which may be somebody else's
        places = [w for w in places if w.sentence is wait.frame.sentence]
    return next((s for s in map(scene.statement_at, places) if s is not None), None)


def _tells_of_itself(scene: Scene, wait: Wait, statement: Statement) -> bool:
    """Whether the speaker, told by a pronoun, is named as the doer of the step: nobody calls himself by name.

    "A and B could meet, she said": she is neither.
    """
    source = statement.source_span[0] if statement.source_span else None
    if source is None or source.text.lower() not in ("he", "she", "they") or len(statement.speaker) != 1:
        return False
    doer = subject(wait.frame)
    doers = [doer, *(c for c in doer.children if c.dep == "conj")] if doer is not None else []
    return any(w.pos == "PROPN" and statement.speaker[0] in scene.cast.who(w) for w in doers)


def _is_unnamed(scene: Scene, ids: Ids) -> bool:
    """Whether those who say it have no name ("an official", "a mediator"): they tell of others' conditions."""
    return bool(ids) and all(not any(c.isupper() for c in scene.cast.actors[i].name) for i in ids)


def _answering(scene: Scene, ids: Ids) -> Ids:
    """Who answers for what these say: whom a spokesperson speaks for; everybody else for themselves."""
    out: list[str] = []
    for i in ids:
        role = (scene.cast.actors[i].role or scene.cast.actors[i].name).lower()
        spoken_for = scene.cast.actors[i].acts_for
        nameless = scene.cast.actors[i].type == "person" and not scene.cast.actors[i].role  # "MS. HOLM:" of a ministry's briefing
        out += spoken_for if spoken_for and (nameless or any(word in role for word in _SPOKEN_FOR)) else (i,)
    return tuple(dict.fromkeys(out))


def _of_attitude(scene: Scene, frame: Word, statement: Statement | None) -> Ids:
    """Who refuses, offers, demands or says it: the subject or possessor of the word that the step stands under.

    Within a statement only an attitude told inside it counts; the cue itself is the statement's.
    """
    if frame.dep == "conj" and is_let_go(frame) and (refusing := subject(frame.head)) is not None:
        return _who(scene, refusing)
    for above in (*governors(frame), *_purposes(frame), *_told_to(frame)):
        if _parted(frame, above):
            doer = subject(frame) if frame.lemma in _WILLING else None
            return _who(scene, doer) if doer is not None else ()
        told = above.lemma in _WILLING or refuses(above)
        if not told and (above.lemma not in _SPEECH or statement is not None):
            continue
        if statement is not None and scene.statement_at(above) is not statement:
            continue
        if above.lemma in _PUT_UPON and above.child("auxpass") is not None:
            continue  # "they are expected to": somebody else expects it
        if above.pos == "NOUN" and (owner := above.child("poss")) is not None:
            return _who(scene, owner)
        doer = _accused(above) or subject(above.head if above.dep in ("acomp", "oprd", "attr") else above)
        if doer is not None and (found := _who(scene, doer)):
            return found
    return ()


def _accused(word: Word) -> Word | None:
    """Who is said to do it, where others say so of him: "accused the union of refusing to end it until"."""
    over = word.head.head if word.dep == "pcomp" and word.head.lower in ("of", "for") else None
    return over.child("dobj") if over is not None and over.lemma in _BLAMING else None


def _parted(frame: Word, above: Word) -> bool:
    """Whether a semicolon parts the two, so that the one is another's clause: "A wants ...; B wants the reverse"."""
    low, high = sorted((frame.i, above.i))
    inner = (w for w in frame.sentence.words if low < w.i < high)
    return above.sentence is frame.sentence and any(w.text == ";" for w in inner)


def _purposes(frame: Word) -> Iterator[Word]:
    """The verb whose purpose an infinitive tells, and what that stands under: "called for a truce to pave the way"."""
    word = frame
    for _ in range(2):
        if word.dep != "advcl" or word.tag not in ("VB", "VBN") or word.head is word:
            return
        yield word.head
        yield from governors(word.head)
        word = word.head


def _told_to(frame: Word) -> Iterator[Word]:
    """The verb of "has written to the crews that letters will go out", where the parser hung the clause on the crews."""
    to = frame.head.head if frame.dep == "relcl" else frame
    if frame.dep == "relcl" and to.lower == "to" and any(c.lower == "that" and c.dep == "mark" for c in frame.children):
        yield to.head


def _of_participle(scene: Scene, frame: Word) -> Ids:
    """Who is the subject of the whole sentence, where ", insisting that" was hung on a clause with "until" inside it."""
    cue = next((w for w in governors(frame) if w.tag == "VBG" and w.dep == "advcl"), None)
    if cue is None or cue.lemma not in _SPEECH | _WILLING or not _after_comma(cue):
        return ()
    inside = cue.head
    if inside.dep != "advcl" or not any(c.dep == "mark" for c in inside.children):
        return ()
    doer = subject(inside.head)
    return _who(scene, doer) if doer is not None else ()


def _after_comma(word: Word) -> bool:
    at = word.i - word.sentence.words[0].i
    return at > 0 and word.sentence.words[at - 1].text == ","


def _of_own_course(scene: Scene, wait: Wait, retold: bool = False) -> Ids:
    """Who says what it will do or will not do, where only the telling of it stands in the text, or is `retold` by others."""
    if wait.frame.head.lemma in _LETTING and wait.frame.dep in ("ccomp", "xcomp") and negated(wait.frame):
        letting = wait.frame.head.child("nsubj")  # "the board will not let its chief meet her while"
        return _who(scene, letting) if letting is not None and mood(wait.frame.head) in ("future", "would") else ()
    form = mood(wait.frame)
    stopped = wait.relation == "until" and form in ("past", "present")
    doer = wait.frame.child("nsubj") or (subject(wait.frame) if wait.frame.dep == "conj" else None)
    wills = wait.frame.lemma in _WILLING | _IMPOSING | _FAVOURING
    wills = wills or (wait.relation == "not_required" and wait.frame.lemma == "need")
    if doer is not None and (doer.lemma in _CONDITIONS or wills):
        owner = doer.child("poss") if doer.lemma in _CONDITIONS else doer
        return _who(scene, owner) if owner is not None else ()
    if doer is None or not (stopped or form in ("future", "would")):
        return ()
    if wait.frame.lemma == "meet" and negated(wait.frame) and doer.child("conj") is not None:
        return ()  # one of the two refuses, and it is not told which
    if not retold and any(w.lemma in _SPEECH and w.pos == "VERB" for w in governors(wait.frame)):
        return ()  # somebody who is not resolved says so of the doer
    if (
        not retold
        and not negated(wait.frame)
        and (wait.frame.lemma in _INVOLUNTARY or (wait.relation == "if" and form == "would"))
    ):
        return ()
    return _who(scene, doer)


def _of_headline(scene: Scene, frame: Word) -> Ids:
    """Whom a headline names after the dash: "... - union spokeswoman"."""
    if not scene.parse.is_title(frame):
        return ()
    title = [w for w in scene.parse.words if scene.parse.is_title(w)]
    dash = next((w.i for w in reversed(title) if w.text in ("—", "–", "-", "--", "|") or w.lower in ("says", "say")), None)
    if dash is None or dash < frame.i:
        return ()
    return next((ids for w in reversed(title) if w.i > dash and (ids := _who(scene, w))), ())


def _of_quotation(scene: Scene, frame: Word) -> Ids:
    """Who is the subject of the sentence around a quotation that no cue of speech claims."""
    if frame.quote < 0:
        return ()
    outside = next((w for w in frame.ancestors() if w.quote < 0 and w.pos in ("VERB", "AUX")), None)
    doer = subject(outside) if outside is not None else None
    return _who(scene, doer) if doer is not None and doer.quote < 0 else ()


def _of_aside(scene: Scene, frame: Word) -> Ids:
    """Whose words an aside says these are: ", as the chair likes to put it,", ", as he puts it"."""
    for word in frame.sentence.words:
        if word.lemma != "put" or word.pos != "VERB":
            continue
        cue = word.head if word.dep == "xcomp" else word
        thing, doer = word.child("dobj"), subject(cue)
        as_ = any(c.lower == "as" for w in (cue, word) for c in w.children)
        if as_ and thing is not None and thing.lower == "it" and doer is not None and (found := _who(scene, doer)):
            return found
    return ()


def _of_view(scene: Scene, frame: Word) -> Ids:
    """Whose view a clause is: "its position is that talks can go on", "the union's answer was that"."""
    be = next((w for w in frame.ancestors() if w.lemma == "be" and w.child("ccomp") is not None), None)
    view = be.child("nsubj") if be is not None else None
    owner = view.child("poss") if view is not None and view.lemma in _VIEWS else None
    return _who(scene, owner) if owner is not None else ()


def _of_hope(scene: Scene, frame: Word) -> Ids:
    """Who hopes or believes that a step will serve another: "the union hopes a freeze will get talks moving"."""
    above = next((w for w in (frame, *frame.ancestors()) if w.lemma in _HOPING and w.pos == "VERB"), None)
    doer = subject(above) if above is not None and not negated(above) else None
    return _who(scene, doer) if doer is not None else ()


def _of_opening(scene: Scene, wait: Wait) -> Ids:
    """Whom the sentence opens with: "For the islanders, who lost two harbours, the pause is meant to", "In the union's view",
    "Sorva takes the view that", "Her view of the matter is that"."""
    words_ = wait.frame.sentence.words
    before = words_[: min(wait.gated[0].i, wait.required[0].i) - words_[0].i]
    views = [w for w in before if w.lemma in _VIEWS and w.pos == "NOUN"]
    for view in views:
        owner = view.child("poss")
        doer = subject(view.head) if view.dep == "dobj" and view.head.lemma in ("take", "hold", "have") else None
        if (found := next((ids for w in (owner, doer) if w is not None and (ids := _who(scene, w))), ())):
            return found
    if not before or before[0].lower not in ("for", "to") or not any(w.text == "," for w in before):
        return ()
    led = before[0].child("pobj")
    return _who(scene, led) if led is not None and led.i - before[0].i < _LED else ()


def _of_barring(scene: Scene, frame: Word) -> Ids:
    """Who shuts a meeting out: "Orsia has shut out the possibility of its president meeting her ahead of a draft"."""
    root = frame.sentence.root
    if (frame.pos in ("VERB", "AUX") and frame.lower != "meeting") or root.lemma not in _DISMISSING | {"shut", "close"}:
        return ()
    doer = subject(root)
    return _who(scene, doer) if doer is not None and doer.i < frame.i else ()


def _of_sight(scene: Scene, frame: Word) -> Ids:
    """Who sees it so: "Negotiating, as she sees it, begins with a meeting"."""
    words_ = frame.sentence.words
    for a, b, c in zip(words_, words_[1:], words_[2:], strict=False):
        if a.lower == "as" and c.lemma in ("see", "view", "put") and b.pos in ("PRON", "PROPN", "NOUN") and b.lower != "it":
            return _who(scene, b)
    return ()


def _of_colon(scene: Scene, wait: Wait) -> Ids:
    """Whose answer a colon brings: "the chair has one answer: no talks before the vote", "her message was short: no return"."""
    words_ = wait.frame.sentence.words
    before = words_[: min(wait.gated[0].i, wait.required[0].i) - words_[0].i]
    while before and before[-1].lower in ("no", '"', "'"):
        before = before[:-1]
    if not before or before[-1].text != ":":
        return ()
    if told := _of_label(scene, before[:-1]):
        return told
    verb = next((w for w in before if w.tag in ("VBZ", "VBP", "VBD")), None)
    doer = subject(verb) if verb is not None else None
    owner = doer.child("poss") or doer if doer is not None and doer.i < before[-1].i else None
    return _who(scene, owner) if owner is not None else ()


def _of_label(scene: Scene, label: list[Word]) -> Ids:
    """Whose view a headline gives after his name and a colon: the report's first sentences must have him say or refuse something.

    A land before a colon may also only be where it happens: "Lakeland: no talks before rains".
    """
    if not label or len(label) > 4 or not scene.parse.is_title(label[0]) or any(w.pos in ("VERB", "AUX") for w in label):
        return ()
    who = scene.cast.who(label[-1])
    opening = [w for w in scene.parse.words if not scene.parse.is_title(w)][:_OPENING]
    telling = [w for w in opening if w.pos == "VERB" and (w.lemma in _SPEECH | _WILLING | _DISMISSING or refuses(w))]
    doers = [subject(w) for w in telling]
    return _who(scene, label[-1]) if any(d is not None and who and scene.cast.who(d) == who for d in doers) else ()


def _who(scene: Scene, word: Word) -> Ids:
    if word.lower in _OWN:
        return scene.voice_at(word)
    return _answering(scene, scene.cast.who(word))
