"""How an act stands by the tense and mood of its words: done, under way, planned, asked for or gone wrong."""

from collections.abc import Mapping

from dragoman.coding.parse import Word
from dragoman.coding.scene import Scene
from dragoman.model import Ids

_UNREAL = frozenset("would could may might should can must ca".split())
_FUTURE = frozenset(("will", "shall", "'ll", "wo"))
_OPEN_CLAUSES = frozenset(("if", "unless", "whether", "until", "before"))
_WAITING = frozenset(("after", "once", "when", "until", "till", "before", "as"))
_PERFECT = frozenset(("has", "have", "is", "are", "'s", "'ve"))
_NOTHING = frozenset(("nothing", "nobody", "none", "what", "whatever", "neither"))
_LEFT_OUT = frozenset(("advcl", "ccomp", "conj", "cc", "relcl", "punct", "mark", "parataxis", "appos"))
_DEEP = frozenset(("relcl", "parataxis", "appos"))
_JOINING = frozenset(("with", "between", "of", "by", "among", "to"))

Tense = str | None
"""`held`, `under_way`, `planned`, or None where the words do not say that it is or will be so."""


def invert(table: Mapping[str, list[str]]) -> dict[str, str]:
    """Return which key each listed word belongs to.

    >>> invert({"failed": ["collapse"]})
    {'collapse': 'failed'}
    """
    return {word: key for key, listed in table.items() for word in listed}


def tense(verb: Word, title: bool = False) -> Tense:
    """Return how a verb's own form says the act stands; negated, unreal and bare forms are None."""
    helpers = {c.lower for c in verb.children if c.dep in ("aux", "auxpass")}
    if any(c.dep == "neg" for c in verb.children) or helpers & _UNREAL:
        return None
    if any(c.dep == "mark" and c.lower in _OPEN_CLAUSES for c in verb.children):
        return None
    if any(is_nothing(c) for c in verb.children) or (helpers & _PERFECT and _awaited(verb)):
        return None
    if helpers & _FUTURE:
        return "planned"
    if "to" in helpers:
        return "planned" if title and verb.head is verb else None
    return _by_tag(verb, helpers, title)


def is_nothing(word: Word) -> bool:
    """ "No agreement was signed", "they signed nothing", "what we sign": no act is told of."""
    if word.dep not in ("nsubj", "nsubjpass", "dobj"):
        return False
    return word.lower in _NOTHING or any(c.lower in ("no", "neither", "any") and c.dep == "det" for c in word.children)


def _awaited(verb: Word) -> bool:
    """A present perfect under "after", "once", "when", "until" is a step that is waited for, not one that was done."""
    if any(c.lower in _WAITING for c in verb.children if c.dep in ("mark", "advmod")):
        return True
    return verb.dep == "pcomp" and verb.head.lower in _WAITING


def _by_tag(verb: Word, helpers: set[str], title: bool) -> Tense:
    if verb.tag == "VBG":
        if helpers & {"is", "are", "'re", "'m", "am"}:
            return "under_way"
        return "held" if helpers & {"was", "were", "been"} else None
    if verb.tag == "VBD" or (verb.tag == "VB" and "did" in helpers):
        return "held"
    if verb.tag == "VBN" and "be" in helpers:
        return None  # "insists that talks be held"
    if verb.tag == "VBN" and "being" in helpers and helpers & {"is", "are", "'s"}:
        return "under_way"
    if verb.tag == "VBN":
        if helpers & {"is", "are"} and not helpers & {"has", "have", "been"} and not title and verb.dep not in ("ROOT", "conj"):
            return None  # "in which the text is signed" tells of no signing
        recurs = helpers & {"has", "have"} and _by_time(verb) == "under_way"
        return "under_way" if recurs else "held" if helpers or title else None
    if verb.tag not in ("VBZ", "VBP"):
        return None
    return "held" if title else _by_time(verb)


def _by_time(verb: Word) -> Tense:
    """The plain present: what recurs ("every", "regularly") goes on, what has a day to come ("next week") is planned."""
    near = {w.lower for c in verb.children for w in (c, *c.children)}
    if near & {"every", "regularly", "each", "weekly"}:
        return "under_way"
    return "planned" if near & {"next", "tomorrow"} else None


def governor(noun: Word) -> Word | None:
    """Return the verb that a noun phrase is subject or object of, directly or through one preposition."""
    head = noun.head
    if noun.dep == "pobj" and head.head.pos in ("VERB", "AUX"):
        return head.head
    return head if head is not noun and head.pos in ("VERB", "AUX") else None


def attached(noun: Word) -> list[Word]:
    """Return the verbs of the relative and participle clauses on a noun ("that lapsed", "signed in May")."""
    return [c for c in noun.children if c.dep in ("relcl", "acl") and c.pos == "VERB"]


def clause(head: Word) -> list[Word]:
    """Return a word with its arguments, side clauses and what is coordinated left out, in order."""
    out, stack = [], [head]
    while stack:
        word = stack.pop()
        out.append(word)
        left_out = _LEFT_OUT if word is head else _DEEP
        stack += [c for c in word.children if c.dep not in left_out]
    first = min(w.i for w in out)
    sentence = head.sentence.words
    base = sentence[0].i
    while out and sentence[first - base].pos == "PUNCT" and sentence[first - base] is not head:
        out = [w for w in out if w.i != first]
        first += 1
    return sorted(out, key=lambda w: w.i)


def is_dated(scene: Scene, head: Word) -> bool:
    """Return whether a day or another date stands in the clause of a word."""
    return any(d.sense == "date" for d in scene.dates_in(clause(head)))


def joined(scene: Scene, noun: Word) -> Ids:
    """Return the actors of a noun phrase and of what is coordinated with it."""
    found: list[str] = []
    stack = [noun]
    while stack:
        word = stack.pop()
        found += scene.cast.who(word)
        stack += [c for c in word.children if c.dep in ("conj", "appos")]
    return tuple(dict.fromkeys(found))


def partners(scene: Scene, head: Word, to: bool = True) -> Ids:
    """Return who takes part: subjects, possessors, and those after "with", "between", "of", "by", or "to" where asked for."""
    found: list[str] = []
    for child in head.children:
        if child.dep in ("nsubj", "poss", "compound", "amod") or (child.dep == "nsubjpass" and head.pos == "VERB"):
            found += joined(scene, child)
        elif child.dep not in ("prep", "agent") or child.lower not in _JOINING or (child.lower == "to" and not to):
            continue
        elif (noun := child.child("pobj")) is not None:
            found += joined(scene, noun)
    return tuple(dict.fromkeys(found))


def named_by(verb: Word) -> Word:
    """Return the noun that a relative clause tells of: "a panel on wages, which meets weekly" is about the panel."""
    noun = verb.head
    over = noun.head.head if noun.dep == "pobj" else noun
    one = verb.tag == "VBZ" or any(c.lower in ("has", "is", "was") for c in verb.children)
    upper = over.pos == "NOUN" and verb.dep == "relcl" and noun.head.lower in ("on", "for", "of")
    return over if upper and one and noun.tag == "NNS" and over.tag == "NN" else noun


def subjects(scene: Scene, verb: Word) -> Ids:
    """Return the actors that a verb is told of: its own subject, else that of the verb it is joined to or hangs on."""
    for _ in range(4):
        subject = verb.child("nsubj", "nsubjpass")
        if subject is not None and subject.lower not in ("who", "that", "which"):
            return joined(scene, subject)
        if verb.dep in ("relcl", "acl"):
            return joined(scene, named_by(verb))
        if verb.dep not in ("conj", "xcomp", "advcl") or verb.head.pos not in ("VERB", "AUX"):
            break
        verb = verb.head
    return ()
