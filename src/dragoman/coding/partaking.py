"""Who takes part in an act, and at whom it is aimed."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from dragoman.coding.act_kinds import Act
from dragoman.coding.parse import Word
from dragoman.coding.scene import Scene
from dragoman.coding.standing import governor, joined, partners, subjects
from dragoman.coding.wordlists import words
from dragoman.model import Actor, Ids

_WITH = frozenset(("with", "between", "among", "by", "involving"))
_SETTING = frozenset(("in", "at", "near", "outside", "inside", "to", "into", "on", "over", "about"))
_PLACING = frozenset(("from", "of", "against"))
_LANDS = ("state", "other")  # a land that nobody knows is coded as other
_OFTEN = 3  # times as often as any third state the two have to be named
_ENOUGH = 2  # positions that a party to the talks has to hold
_BACK = 3  # sentences before "the two sides" in which both have to stand


def sides(scene: Scene, act: Act, told: Sequence[Word]) -> tuple[Ids, Ids]:
    """Return the participants of an act and its target; () where the words name none."""
    who = list(partners(scene, act.head, to=act.type == "call"))
    if act.top is not act.head:
        who += [*subjects(scene, act.top), *partners(scene, act.top), *_asked(scene, act)]
    elif act.head.pos == "VERB":
        who += subjects(scene, act.head)
    if act.head.pos != "VERB":
        who += _in_phrase(scene, act.head)
        who += _those_there(scene, act, alone=not who)
    other = act.head.child("dobj", "nsubjpass") if act.head.pos == "VERB" else None
    met = joined(scene, other) if other else ()
    target = met if act.type in words("events", "bearing", "targeted") else ()
    if act.type in words("events", "bearing", "both"):
        who += met
    if not who and act.head.lemma in words("events", "bearing", "stoppages"):
        who += _only_union(scene)
    who = who or [*_of_main_verb(scene, act)] or [*_named(scene, told)]
    if act.type in words("events", "bearing", "two_sided") and not any(_tells_who(scene, i) for i in who):
        who = [*_at_table(scene)] or who
    return tuple(i for i in dict.fromkeys(_each(scene, act, who)) if i not in target), target


def _tells_who(scene: Scene, one: str) -> bool:
    """Whether an actor is told from others: no "the sides", "two teams", "a joint panel"."""
    name = scene.cast.actors[one].name.casefold().split()
    return "joint" not in name and name[-1] not in words("events", "pairs", "nameless")


def _at_table(scene: Scene) -> Ids:
    """The two parties of a report in which two, and hardly anybody else, hold positions or conditions; else nobody."""
    held = [*(p.actor for p in scene.positions), *(c.holder for c in scene.conditions)]
    actors = scene.cast.actors
    found = Counter(one for who in held for i in who for one in (actors[i].acts_for or (i,)))
    parties = [(i, n) for i, n in found.most_common() if i in actors and actors[i].type != "person" and _tells_who(scene, i)]
    if len(parties) < 2 or parties[1][1] < _ENOUGH:
        return ()
    third = parties[2][1] if len(parties) > 2 else 0
    return (parties[0][0], parties[1][0]) if _OFTEN * third <= parties[1][1] else ()


def _only_union(scene: Scene) -> Ids:
    """The union that strikes where the report names one and no more."""
    unions = words("events", "bearing", "unions")
    named = [a.id for a in scene.cast.actors.values() if a.type != "person" and unions & set(a.name.casefold().split())]
    return tuple(named) if len(named) == 1 else ()


def _asked(scene: Scene, act: Act) -> Ids:
    """Whom somebody asked to act: "urged the board to meet", "applied to the board for a hearing"."""
    asked = act.top.child("dobj") if act.top.pos == "VERB" and (act.head.pos == "VERB" or act.upto) else None
    to = next((c.child("pobj") for c in act.top.children if act.upto and c.dep == "prep" and c.lower == "to"), None)
    return tuple(i for one in (asked, to) if one is not None for i in joined(scene, one))


def _in_phrase(scene: Scene, noun: Word) -> Iterator[str]:
    """Those named before the noun or after "between" further down: "the pact that was reached between A and B"."""
    for word in noun.subtree():
        if word.i < noun.i:
            yield from scene.cast.who(word)
        elif word.dep == "pobj" and word.head.lower in _WITH and word.head.head is not noun:
            yield from joined(scene, word)


def _those_there(scene: Scene, act: Act, alone: bool) -> Iterator[str]:
    """Who did something at or after the act took part in it: "said in a call", "spoke after talks with the union"."""
    noun = act.head
    verb = governor(noun)
    if noun.dep != "pobj" or verb is None or act.type not in words("events", "bearing", "types"):
        return
    if noun.head.lower in ("in", "at", "during", "for") and (alone or not noun.child("poss")):
        yield from subjects(scene, verb)
        addressed = verb.child("dobj")
        yield from joined(scene, addressed) if addressed is not None and alone else ()
    elif noun.head.lower in ("after", "before", "following") and any(c.lower == "with" for c in noun.children):
        yield from subjects(scene, verb)


def _of_main_verb(scene: Scene, act: Act) -> Ids:
    """ "After speaking by phone, the envoys flew home": the doers of the verb that a side clause hangs on."""
    if act.top.dep not in ("advcl", "xcomp", "conj", "pcomp") or act.top.child("nsubj", "nsubjpass") is not None:
        return ()
    verb = next((w for w in act.top.ancestors() if w.pos == "VERB"), None)
    return subjects(scene, verb) if verb is not None else ()


def _named(scene: Scene, told: Sequence[Word]) -> Iterator[str]:
    """Those named anywhere in the words of an act, places apart."""
    for word in told:
        over = word.head.lower if word.dep == "pobj" else ""
        if over in _SETTING or (over in _PLACING and word.ent in ("GPE", "LOC", "FAC")):
            continue
        yield from (i for i in scene.cast.who(word) if _is_name(scene.cast.actors[i].name))


def _each(scene: Scene, act: Act, who: Iterable[str]) -> Iterator[str]:
    """The participants, "the two sides" as the two that were named last."""
    pair = _pair(scene, act)
    for one in who:
        if pair and scene.cast.actors[one].name.casefold().split()[:1] in (["two"], ["both"]):
            yield from pair
        else:
            yield one
    if pair and not who:
        yield from pair


def _pair(scene: Scene, act: Act) -> Ids:
    """The two whom "the two", "both sides", "the two countries" mean: the only two such named before, else nobody."""
    top = act.top if act.top.pos in ("VERB", "AUX") else act.head
    near = (w for w in top.sentence.words if w.head is top or w.head.head is top or w.head is act.head)
    noun = next((w for w in near if _is_pair(w)), None)
    if noun is None:
        return ()
    types: tuple[str, ...] = _LANDS if noun.lemma in words("events", "pairs", "states") else ("person",)
    if noun.lemma in words("events", "pairs", "sides"):
        types = ("state", "government", "organisation", "armed_group", "coalition")
    here = noun.sentence.index
    first = 0 if types is _LANDS else max(0, here - _BACK)
    found = Counter(
        i for s in scene.parse.sentences[first : here + 1] for w in s.words if w.i < noun.i
        for i in scene.cast.who(w) if _may_be(scene.cast.actors[i], types, noun)
    )  # fmt: skip
    named = [*found.most_common(3)]
    if len(named) == 2 or (len(named) > 2 and types is _LANDS and named[1][1] >= _OFTEN * named[2][1]):
        return tuple(one for one, _ in named[:2])
    return ()


def _may_be(actor: Actor, types: tuple[str, ...], noun: Word) -> bool:
    """Whether an actor may be one of the two: named, of the right kind, and a president where two presidents are meant."""
    if actor.type not in types or not _is_name(actor.name):
        return False
    offices = words("events", "pairs", "offices")
    return actor.type != "person" or noun.lemma not in offices or noun.lemma in (actor.role or "").casefold().split()


def _is_name(name: str) -> bool:
    return name[:1].isupper() and name.casefold().split()[0] not in ("two", "both")


def _is_pair(word: Word) -> bool:
    own = {c.lower for c in word.children}
    if word.lemma == "side" and word.tag == "NNS" and own == {"the"}:
        return True
    if word.lower == "two":
        return "the" in own and word.dep in ("nsubj", "nsubjpass", "pobj")
    return ("both" in own or ("two" in own and bool(own & {"the", "these", "those"}))) and word.lemma in (
        words("events", "pairs", "states") | words("events", "pairs", "sides") | words("events", "pairs", "people")
    )
