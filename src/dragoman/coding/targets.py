"""Whom a threat is meant for: whom the harm falls on, who could avert it, whom it was said to."""

from collections import Counter
from collections.abc import Iterable, Iterator

from dragoman.coding.parse import Word
from dragoman.coding.scene import Scene
from dragoman.coding.standing import joined
from dragoman.coding.wordlists import words
from dragoman.model import Ids

_ON = frozenset(("on", "against", "for", "over", "upon"))
_SIDES = frozenset(("state", "government", "armed_group", "coalition"))
_BACK = 40  # sentences


def target_of(scene: Scene, actor: Ids, harm: Word, told: Iterable[Word], clause: Word | None) -> Ids:
    """Return whom a threat is meant for, or () where the words do not say.

    `harm` heads what is threatened, `told` is all of the threat's words, `clause` the verb of its condition.
    """
    left_out = _kin(scene, actor)
    case = {w.i for w in clause.subtree()} if clause is not None else set()
    main = [w for w in told if w.i not in case]
    for found in (_fallen_on(scene, harm, main), *_in_case(scene, clause), _named_in(scene, harm, main), _told(scene, harm)):
        if target := tuple(dict.fromkeys(i for i in found if i not in left_out)):
            return target
    doers = tuple(i for i in _doer_of_case(scene, clause, main, left_out) if i not in left_out)
    return doers or _cut_off(scene, main, left_out) or (_counterpart(scene, left_out) if _is_open(clause) else ())


def _kin(scene: Scene, actor: Ids) -> set[str]:
    """The actor, whom it acts for, and who acts for it."""
    party = set(scene.cast.party(actor)) | set(actor)
    return party | {i for i, a in scene.cast.actors.items() if party & set(a.acts_for)}


def _fallen_on(scene: Scene, harm: Word, main: list[Word]) -> Ids:
    """ "Sanctions on A", "consequences for A", "will befall A"."""
    for word in main:
        noun = word.child("pobj") if word.dep == "prep" and word.lower in _ON and word.i > harm.i else None
        if noun is not None and (found := joined(scene, noun)):
            return found
    if any(w.lemma in words("threats", "measures") for w in main):  # "tariffs on steel from A"
        sources = [n for w in main if w.lower == "from" and (n := w.child("pobj")) is not None]
        if found := tuple(i for n in sources for i in joined(scene, n)):
            return found
    hit = [
        w
        for w in (harm, *harm.sentence.words)
        if w.lemma in words("threats", "befalls") and (w is harm or w.dep == "relcl" or _is_aim(w, harm))
    ]
    return tuple(i for w in hit for c in w.children if c.dep in ("dobj", "dative") for i in joined(scene, c))


def _cut_off(scene: Scene, main: list[Word], left_out: set[str]) -> Ids:
    """ "Cut off gas to A", "close its ports to ships from A": the state or force named where things go or come from."""
    for word in main:
        noun = word.child("pobj") if word.lower in ("to", "from", "of", "with") else None
        found = joined(scene, noun) if noun is not None else ()
        if found := tuple(i for i in found if i not in left_out and scene.cast.actors[i].type in _SIDES):
            return found
    return ()


def _is_open(clause: Word | None) -> bool:
    """Whether a case names nobody by a plain plural who could avert it ("unless holders sign up")."""
    subject = clause.child("nsubj", "nsubjpass") if clause is not None else None
    return clause is not None and (subject is None or subject.tag != "NNS")


def _counterpart(scene: Scene, left_out: set[str]) -> Ids:
    """The one other side that speaks in the report, where none comes near it."""
    voices = [i for s in scene.statements for i in scene.cast.party(s.on_behalf_of or s.speaker)]
    voices += [i for p in scene.positions for i in scene.cast.party(p.actor)]
    first = Counter(i for i in voices if i not in left_out).most_common(2)
    clear = bool(first) and first[0][1] > 1 and (len(first) == 1 or first[0][1] >= 2 * first[1][1])
    return (first[0][0],) if clear else ()


def _is_aim(verb: Word, harm: Word) -> bool:
    """ "Sanctions to isolate A": what the harm is for."""
    return verb.i > harm.i and verb.tag == "VB" and any(c.tag == "TO" for c in verb.children)


def _in_case(scene: Scene, clause: Word | None) -> Iterator[Ids]:
    """Who could avert it: the subject of the condition, its agent, then whoever else is named there."""
    if clause is None:
        return
    subject = clause.child("nsubj", "nsubjpass")
    if subject is not None:
        yield joined(scene, subject)
    agent = clause.child("agent")
    if agent is not None and (noun := agent.child("pobj")) is not None:
        yield joined(scene, noun)
    if subject is not None:
        yield tuple(i for c in subject.children if c.dep in ("poss", "compound", "amod") for i in scene.cast.who(c))


def _named_in(scene: Scene, harm: Word, main: list[Word]) -> Ids:
    """Whose what is done away with is: "block the ports of A", "close A's border"."""
    objects = [c for c in harm.children if c.dep in ("dobj", "nsubjpass")]
    owners = [c for o in objects for c in o.children if c.dep == "poss"]
    owners += [n for o in objects for c in o.children if c.lower == "of" and (n := c.child("pobj")) is not None]
    return tuple(i for o in owners for i in joined(scene, o)) or _other_of_two(scene, harm, main)


def _other_of_two(scene: Scene, harm: Word, main: list[Word]) -> Ids:
    """ "The line that it shares with its neighbour": the only other of its kind that the report names often."""
    noun = next((w for w in main if w.lemma in words("threats", "others") and w.child("poss") is not None), None)
    subject = harm.child("nsubj", "nsubjpass")
    own = scene.cast.who(subject) if subject is not None else ()
    if noun is None or len(own) != 1:
        return ()
    voices = [i for s in scene.statements for i in s.on_behalf_of or s.speaker]
    voices += [i for p in scene.positions for i in p.actor] + [i for c in scene.conditions for i in c.holder]
    kinds = {scene.cast.actors[own[0]].type, "other"}
    counts = Counter(i for v in voices for i in scene.cast.party((v,)) if i not in own and scene.cast.actors[i].type in kinds)
    first = counts.most_common(2)
    clear = bool(first) and (len(first) == 1 or first[0][1] >= 2 * first[1][1])
    return (first[0][0],) if clear else ()


def _told(scene: Scene, harm: Word) -> Ids:
    """Whom it was said to, where that is a side and no reporter."""
    statement = scene.statement_at(harm)
    if statement is not None and statement.addressee:
        return scene.cast.party(statement.addressee)
    over = teller(harm)
    if over is None:
        return ()
    to = next((c.child("pobj") for c in over.children if c.dep in ("prep", "dative") and c.lower == "to"), None)
    whom = to or over.child("dobj", "dative")
    return joined(scene, whom) if whom is not None else ()


def teller(harm: Word) -> Word | None:
    """Return the verb under which a harm is told ("has written to the owners that"), or None."""
    verb = next((w for w in (harm, *harm.ancestors()) if w.pos in ("VERB", "AUX")), None)
    if verb is None:
        return None
    if verb.dep == "relcl" and any(c.dep == "mark" and c.lower == "that" for c in verb.children):
        verb = verb.head  # "has written to the owners that": read as a clause on the owners
    above = verb.head.head if verb.head.pos == "ADP" else verb.head
    told = above.pos == "VERB" and (above.lemma in words("cues", "speech") or above.lemma in words("threats", "writing"))
    return above if told and verb.dep in ("ccomp", "pobj", "dobj") else None


def _doer_of_case(scene: Scene, clause: Word | None, main: list[Word], left_out: set[str]) -> Ids:
    """Of "if a walkout goes on", whose walkout it is by the nearest sentence before that tells it."""
    subject = clause.child("nsubj", "nsubjpass") if clause is not None else None
    if subject is not None and subject.tag == "PRP":
        subject = next((w for w in main if w.lemma in words("threats", "deeds")), None)
    if subject is None or subject.pos != "NOUN" or subject.lemma not in words("threats", "deeds"):
        return ()
    if subject.lemma in words("threats", "labour") and (union := _union(scene, left_out)):
        return union
    at = subject.sentence.index
    for sentence in reversed(scene.parse.sentences[max(0, at - _BACK) : at + 1]):
        for word in sentence.words:
            if word.lemma != subject.lemma or word is subject:
                continue
            doers = [c for c in word.children if c.dep in ("poss", "compound", "nmod")]
            over = word.head if word.dep in ("dobj", "pobj") else None
            while over is not None and over.pos == "ADP":
                over = over.head
            doers += [s for s in [over.child("nsubj") if over is not None else None] if s is not None]
            found = tuple(i for d in doers for i in scene.cast.party(scene.cast.who(d)) if i not in left_out)
            if found:
                return found
    return ()


def _union(scene: Scene, left_out: set[str]) -> Ids:
    """The one union of the report, if there is one alone."""
    unions = words("threats", "unions")
    bodies = [(i, a.name.split()) for i, a in scene.cast.actors.items() if a.type == "organisation" and i not in left_out]
    found = [i for i, name in bodies if len(name) > 1 and any(w.lower() in unions for w in name)]
    return tuple(found) if len(found) == 1 else ()
