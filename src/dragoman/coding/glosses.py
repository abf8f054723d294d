"""The light in which the writer puts things: what a step amounts to, what may befall the talks, what a party has in mind."""

from dragoman.coding.outlooks import outlook
from dragoman.coding.parse import Word
from dragoman.coding.wordlists import words

_COULD = frozenset({"could", "may", "might", "can", "would", "will"})
_KEEPING = frozenset({"remains", "seems", "appears"})  # as auxiliaries they keep their ending
_NAMED = frozenset({"PERSON", "GPE", "ORG", "NORP"})


def glosses(word: Word) -> bool:
    """Return whether a word opens such a gloss: "amounts to slowing them", "may well swallow it", "remains sure that"."""
    if outlook(word):
        return True
    if word.pos == "ADJ" or word.lower in words("assessments", "mind", "comparatives"):
        return _of_mind(word) or _bound(word)
    if word.pos == "VERB":
        told = _amounts(word) or _serves(word) or _may_well(word) or _evidently_thinks(word)
        return told or (word.tag in ("VBN", "VBD") and _of_mind(word))
    return word.pos == "NOUN" and (_shown(word) or _device(word))


def _of_mind(quality: Word) -> bool:
    """Whether it says how sure a party is of what will come: "remains certain that", "as sure as ever that"."""
    if quality.lower not in words("assessments", "mind", "adjectives"):
        return False
    verb = quality.head if quality.dep in ("acomp", "oprd", "ccomp", "xcomp", "attr") else quality.child("auxpass") or quality
    stays = verb.lemma in words("assessments", "standing", "verbs") or verb.lemma in words("assessments", "standing", "seeming")
    if not stays and verb.lower not in _KEEPING:
        return False
    believed = [c for v in (quality, verb) for c in v.children if c.i > quality.i]
    return any(c.dep in ("ccomp", "advcl", "relcl", "acl") or c.lower == "of" for c in believed)


def _evidently_thinks(verb: Word) -> bool:
    """Whether the writer tells, with a word of his own, what a party thinks: "still trusts that", "clearly reckons on"."""
    if verb.lemma not in words("assessments", "mind", "verbs"):
        return False
    seeming = verb.dep == "xcomp" and verb.head.lemma in words("assessments", "standing", "seeming")
    adverbs = words("assessments", "mind", "adverbs")
    lit = seeming or any(c.lower in adverbs and c.i < verb.i for c in verb.children)
    return lit and any(c.dep in ("ccomp", "prep", "prt") and c.i > verb.i for c in verb.children)


def _shown(noun: Word) -> bool:
    """Whether a party shows or keeps what it has in mind: "gives every sign of believing", "has lost none of his faith"."""
    if noun.lemma in ("sign", "impression"):
        gerund = next((c.child("pcomp") for c in noun.children if c.lower == "of"), None)
        return noun.head.lemma in ("give", "show") and gerund is not None
    if noun.lemma not in words("assessments", "mind", "nouns"):
        return False
    verb = next((a for a in noun.ancestors() if a.pos == "VERB"), None)
    return verb is not None and noun.i > verb.i and verb.lemma in words("assessments", "mind", "keeping")


def _amounts(verb: Word) -> bool:
    """Whether the verb says what a thing comes to: "amounts to", "boils down to"."""
    after = [w.lower for w in verb.sentence.words[verb.i + 1 - verb.sentence.words[0].i :][:3]]
    if verb.lemma in ("amount", "equate"):
        return "to" in after and not any(w.pos == "NUM" for w in verb.subtree())
    return verb.lemma in ("boil", "come") and after[:2] == ["down", "to"]


def _serves(verb: Word) -> bool:
    """Whether a thing is said to serve an end: "serves chiefly to gain time"."""
    if verb.lemma not in ("serve", "help", "do", "contrive") or _person(verb.child("nsubj")):
        return False
    slanted = any(c.lower in words("assessments", "mind", "chiefly") for c in verb.children)
    return slanted and any(w.tag == "TO" for w in verb.sentence.words if verb.i < w.i <= verb.i + 3)


def _device(noun: Word) -> bool:
    """Whether a thing is called a way to something unnamed: "in reality a way of spinning things out"."""
    if noun.lemma not in words("assessments", "mind", "devices") or noun.dep not in ("appos", "attr", "conj", "npadvmod", "dobj"):
        return False
    end = next((c for c in noun.children if c.i > noun.i and (c.lower in ("of", "for", "to") or c.dep in ("acl", "relcl"))), None)
    if end is None or (end.dep == "prep" and end.child("pcomp") is None):
        return False
    before = noun.sentence.words[max(0, noun.i - 6 - noun.sentence.words[0].i) : noun.i - noun.sentence.words[0].i]
    return any(w.lower in words("assessments", "mind", "slights") for w in before)


def _may_well(verb: Word) -> bool:
    """Whether the writer weighs what a thing that is no party could do: "which could conceivably choke them in procedure"."""
    if not any(c.dep == "aux" and c.lower in _COULD for c in verb.children):
        return False
    hedged = any(c.lower in words("assessments", "weighing", "hedging") and c.i < verb.i for c in verb.children)
    return hedged and not _person(verb.child("nsubj", "nsubjpass"))


def _bound(quality: Word) -> bool:
    """Whether a thing that is no party is said to be on the way to something: "is bound to sink in detail"."""
    if quality.lower not in ("bound", "liable", "likely", "apt", "certain", "destined") or quality.dep not in ("acomp", "ROOT"):
        return False
    verb = quality.head if quality.dep == "acomp" else quality
    return verb.child("neg") is None and quality.child("xcomp") is not None and not _person(verb.child("nsubj", "nsubjpass"))


def _person(subject: Word | None) -> bool:
    """Whether somebody named, or "he" or "we", is the subject; a relative stands for what goes before."""
    if subject is None:
        return False
    if subject.tag in ("WP", "PRP"):
        return subject.lower not in ("it", "that", "this")
    return subject.pos == "PROPN" or subject.ent in _NAMED
