"""The stance of each word of attitude, and how a clause suspends or turns it: "may", "not", "no longer"."""

import functools

from dragoman.coding.parse import Word
from dragoman.coding.wordlists import load, words
from dragoman.model.findings import Stance


def unreal(verb: Word) -> bool:
    """Whether the attitude is only supposed: under "if", "may", or an infinitive that nobody is said to carry out."""
    chain = (verb, verb.head) if verb.dep in ("xcomp", "ccomp", "conj", "acomp") else (verb,)
    if any(c.dep == "mark" and c.lower in ("if", "whether", "unless", "until", "before") for w in chain for c in w.children):
        return True
    aux = [c for c in verb.children if c.dep in ("aux", "auxpass")]
    if verb.lemma == "live" and any(a.lower in ("can", "could") for a in aux):  # "can live with it" is a grudging yes
        return False
    if any(a.lower in words("stances", "carrying", "modals") for a in aux):
        return not (negated(verb) and any(a.lower in ("can", "ca", "could") for a in aux))
    reputed = verb.dep == "xcomp" and verb.head.lemma in words("stances", "carrying", "reputed")
    if reputed and verb.head.child("auxpass") is not None:
        return False  # "is said to favour a longer contract"
    if verb.dep == "relcl" and verb.head.lemma in ("margin", "majority", "vote") and (vote := _vote(verb.head)) is not None:
        return unreal(vote)
    if any(a.lower == "to" for a in aux) and (verb.dep != "advcl" or _barred(verb.head)):
        return verb.head.lemma not in words("stances", "carrying", "verbs")
    return False


def _vote(margin: Word) -> Word | None:
    """The verb of "voted by a wide margin to reject it", where the parse hung the infinitive on the margin."""
    verb = margin.head.head if margin.dep == "pobj" else margin.head
    return verb if verb.lemma == "vote" and verb.pos == "VERB" else None


def _barred(verb: Word) -> bool:
    """Whether the clause says that one does not, or is in no position to."""
    if verb.child("neg") is not None:
        return True
    return any(g.lower == "no" for c in verb.children if c.dep == "prep" for of in c.children for g in of.children)


def turned(stance: Stance, verb: Word) -> Stance:
    """Return the stance, turned by a negation on the verb or on the verb it completes."""
    turns: dict[str, Stance] = load("stances")["negated"]
    if not negated(verb):
        return stance
    if stance in ("accept", "support", "offer") and any(c.lower in ("immediately", "yet") for c in verb.children):
        return "noncommittal"
    return turns.get(stance, stance)


def negated(verb: Word) -> bool:
    """Return whether the verb, or the one it completes, is denied."""
    chain = [verb, verb.head] if verb.dep in ("xcomp", "acomp") else [verb]
    if any(c.dep == "neg" for w in chain for c in w.children) or no_longer(verb):
        return True
    joined_by = verb.head if verb.dep == "conj" else verb
    if any(c.lower in ("neither", "nor") and c.dep in ("cc", "preconj", "advmod", "det") for c in joined_by.children):
        return True
    thing = verb.child("dobj")
    if thing is not None and thing.lower == "nothing":
        return True
    subject = verb.child("nsubj")
    return subject is not None and (
        subject.lower in ("nobody", "none", "neither", "nothing")
        or any(c.lower in ("no", "neither") and c.dep in ("det", "preconj", "cc", "neg") for c in subject.children)
    )


def no_longer(verb: Word) -> bool:
    """Return whether the verb tells of what has ended: "no longer insists"."""
    longer = next((c for c in verb.children if c.lower == "longer" and c.i < verb.i), None)
    return (
        longer is not None
        and longer.i > 0
        and any(w.lower == "no" and w.i == longer.i - 1 for w in (*longer.children, *verb.children))
    )


def passive_voice(verb: Word) -> bool:
    """Return whether a verb of attitude is a passive, so that its subject does not hold it."""
    if _goes_on_passive(verb) or _also_done_by(verb):
        return True
    if verb.tag != "VBN":
        return False
    if verb.child("nsubjpass", "auxpass", "agent") is not None or verb.dep in ("acl", "advcl"):
        return (
            not any(c.lower in ("have", "has", "had", "having", "'ve") and c.dep == "aux" for c in verb.children)
            or verb.child("auxpass") is not None
        )
    return verb.dep == "conj" and verb.child("dobj", "ccomp", "xcomp") is None and verb.head.child("auxpass") is not None


def _also_done_by(verb: Word) -> bool:
    """Whether a verb goes on a passive with its own agent: "was approved by A and turned down by B"."""
    passive = verb.dep == "conj" and verb.head.child("auxpass") is not None
    return passive and verb.tag in ("VBD", "VBN") and verb.child("agent") is not None and verb.child("nsubj", "dobj") is None


def _goes_on_passive(verb: Word) -> bool:
    """Whether a verb of addressing goes on a passive and names nobody addressed: "were asked to wait and told to accept"."""
    first = verb.head.head if verb.head.dep == "xcomp" else verb.head
    if verb.dep != "conj" or verb.tag not in ("VBD", "VBN") or first.child("auxpass") is None:
        return False
    addressing = verb.lemma in words("stances", "addressing", "verbs")
    return addressing and verb.child("nsubj", "dobj", "aux") is None and verb.child("xcomp", "ccomp") is not None


@functools.cache
def table(name: str) -> dict[str, Stance]:
    """Return the stance of each entry of a table of attitudes."""
    return {entry: stance for stance, entries in load("stances")[name].items() for entry in entries}


@functools.cache
def heads(name: str) -> frozenset[str]:
    """Return the first words of the entries of a table."""
    return frozenset(entry.split()[0] for entry in table(name))
