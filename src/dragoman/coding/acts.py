"""Which words of a report tell of an act (a meeting, a strike, a vote), and how they say it stands."""

from collections.abc import Collection, Iterator

from dragoman.coding.act_kinds import Act
from dragoman.coding.attempts import failed_attempt
from dragoman.coding.closings import closing
from dragoman.coding.nominal_acts import act_of_noun, may_tell
from dragoman.coding.overtures import declined_overture
from dragoman.coding.parse import Sentence, Word
from dragoman.coding.petitions import petition
from dragoman.coding.scene import Scene
from dragoman.coding.standing import clause
from dragoman.coding.verbal_acts import act_of_verb, dated_deed
from dragoman.coding.wordlists import words

_CLOSE = 2  # sentences after a meeting in which its end may be told


def find_acts(scene: Scene, bearing: Collection[int]) -> Iterator[Act]:
    """Yield the acts told in a report, in order, one for each mention; `bearing` numbers the sentences near words of talks."""
    met: Act | None = None
    for sentence in scene.parse.sentences:
        if sentence.words[-1].text == "?":
            continue
        acts = _with_closings(sentence, [*_of_sentence(scene, sentence)], met)
        if acts:
            yield from acts
            met = next((a for a in reversed(acts) if _is_meeting(a)), met)
        elif sentence.index in bearing and (deed := dated_deed(scene, sentence)) is not None:
            yield deed


def _with_closings(sentence: Sentence, acts: list[Act], met: Act | None) -> list[Act]:
    """The acts of a sentence, with how long the meeting told in it or before it took, where it says so."""
    root = sentence.root
    clauses = [root, *(c for c in root.children if c.dep in ("ccomp", "conj"))]  # "they parted after an hour, an envoy said"
    verb = next((v for v in clauses if closing(v)), None)
    within = [a for a in acts if _is_meeting(a) and verb is not None and a.top.dep == "advcl" and a.top.head is verb]
    if verb is None:
        return acts
    if within:  # "when they met on Monday, they needed 30 minutes"
        return [*acts, Act(verb, verb, within[-1].type, "held", again=True)]
    if met is None or met.head.sentence.paragraph != sentence.paragraph or sentence.index - met.head.sentence.index > _CLOSE:
        return acts
    told = Act(verb, verb, met.type, "held", again=True)
    return [told, *(a for a in acts if verb not in (a.head, a.top))]


def _is_meeting(act: Act) -> bool:
    return act.status == "held" and act.type in words("events", "bearing", "meetings")


def _of_sentence(scene: Scene, sentence: Sentence) -> Iterator[Act]:
    last: Act | None = None
    told_to = -1  # the end of a failed attempt, whose own words tell of no other act
    asked = petition(scene, sentence)
    failing: Word | None = None
    for word in sentence.words:
        if word.i <= told_to or (asked is not None and asked.tells(word) and word not in (asked.head, asked.top)):
            continue
        if asked is not None and word in (asked.head, asked.top):
            if word is asked.head:
                yield asked
            continue
        if word.pos == "VERB" and (tried := failed_attempt(scene.parse, word)) is not None:
            told_to, failing = max(w.i for w in clause(word)), tried[1]
            other = tried[1] if tried[1] is not tried[0] else None
            act: Act | None = Act(word, tried[0], "meeting", "failed", word, failing=other)
        elif word.pos == "VERB":
            act = act_of_verb(scene, word)
        elif word.pos == "NOUN" and failing is None and (declined := declined_overture(word)) is not None:
            act = Act(word, declined, "meeting", "failed")
        elif word.pos in ("NOUN", "PROPN") and word.ent != "DATE" and word.dep != "compound" and may_tell(word):
            act = act_of_noun(scene, word)
        else:
            continue
        if act is not None and act.top is failing and act.also is not word:
            continue  # "asked her to come; the visit never took place" is one failure
        if act is not None and not _is_demand(act) and not _is_inner(act, last) and not _is_its_end(act, last):
            last = act
            yield act


def _is_inner(act: Act, last: Act | None) -> bool:
    """ "The third round of negotiations" is one event, told by its first noun."""
    over = act.head.head.head if act.head.dep == "pobj" and act.head.head.lower == "of" else None
    return last is not None and last.head is over and last.type == act.type


def _is_its_end(act: Act, last: Act | None) -> bool:
    """ "The talks were adjourned after 35 minutes" tells of the talks, and of no other act."""
    return last is not None and _is_meeting(last) and last.head is not last.top and act.head is last.top


def _is_demand(act: Act) -> bool:
    """ "Called on the minister to resign", "wants the law banned": what is asked for is a position and no event."""
    return act.status in ("requested", "proposed") and act.type not in words("events", "bearing", "askable")
