"""Nouns that report: "its call for a truce", "in the words of the judge", "reports that the port was closed"."""

from dragoman.coding.attributions import Attribution
from dragoman.coding.extents import words_around
from dragoman.coding.parse import Word
from dragoman.coding.subjects import subject_of
from dragoman.coding.wordlists import words


def noun_cue(word: Word) -> Attribution | None:
    """Return the attribution that a noun makes, if it makes one."""
    if word.lower == "words" and word.head.lower == "in":
        return _in_words(word)
    if word.lower in words("cues", "views") and (viewed := _in_view(word)) is not None:
        return viewed
    if word.pos == "NOUN" and word.lemma in words("cues", "nouns"):
        return _nominal(word)
    return None


def _in_words(cue: Word) -> Attribution | None:
    """The words around "in the words of the judge", "in the judge's words"."""
    tokens = cue.sentence.words
    of = next((c for c in cue.children if c.dep == "prep" and c.lower == "of"), None)
    source = cue.child("poss") or (of.child("pobj") if of is not None else None)
    if source is None or source.lower in ("other", "own"):
        return None
    own = [w.i - tokens[0].i for w in cue.subtree()]
    return Attribution([cue.head, cue], source, words_around(tokens, cue.head.i - tokens[0].i, max(own)), form="around")


def _in_view(cue: Word) -> Attribution | None:
    """The clause around "in her view", "in the opinion of the judge", set off at its start."""
    tokens, of = cue.sentence.words, next((c for c in cue.children if c.dep == "prep" and c.lower == "of"), None)
    the = any(c.lower == "the" and c.dep == "det" for c in cue.children)
    source = cue.child("poss") or (of.child("pobj") if of is not None and the else None)
    led = "by" if cue.lemma in ("account", "reckoning") else "in"
    if cue.head.lower != led or source is None or source.lower in ("my", "our", "your", "its"):
        return None
    base, first = tokens[0].i, cue.head.i - tokens[0].i
    if first and tokens[first - 1].pos not in ("PUNCT", "CCONJ", "SCONJ"):
        return None
    last = max(w.i for w in cue.subtree()) - base
    return Attribution([cue.head, cue], source, words_around(tokens, first, last), form="around")


def _nominal(cue: Word) -> Attribution | None:
    source = _author(cue)
    if source is None:
        return _unsigned(cue)
    content = _noun_content(cue, source)
    return Attribution([cue], source, content) if content else None


def _author(cue: Word) -> Word | None:
    """Whose call, claim or report it is: "Olm's call", "a call by Olm", "Olm issued a call"."""
    owner = cue.child("poss")
    if owner is not None and owner.ent not in ("DATE", "TIME"):
        return owner
    by = next((c for c in cue.children if c.dep in ("prep", "agent") and c.lower in ("by", "from", "of")), None)
    source = by.child("pobj") if by is not None else None
    if by is not None and by.lower == "of" and (source is None or source.pos != "PROPN"):
        source = None
    if source is None and cue.dep == "dobj" and cue.head.lemma in words("cues", "issuing"):
        source = subject_of(cue.head)
    return source if source is not None and source.ent not in ("DATE", "TIME") else None


def _unsigned(cue: Word) -> Attribution | None:
    """What is reported with nobody named: "reports that the port was closed", "fears are rising that it will close"."""
    if cue.lemma not in words("cues", "unsigned") or cue.child("poss") is not None or cue.quote >= 0:
        return None
    told = next((c for c in cue.children if c.dep in ("acl", "ccomp") and _has_that(c)), None)
    if told is None and cue.dep in ("nsubj", "nsubjpass"):
        told = next((c for c in cue.head.children if c.dep in ("ccomp", "advcl") and c.i > cue.i and _has_that(c)), None)
    if told is None:
        return _charge(cue)
    return Attribution([cue], None, told.subtree(), form="unsigned")


def _charge(cue: Word) -> Attribution | None:
    """What "allegations of fraud" allege, with nobody named who does."""
    of = next((c for c in cue.children if c.dep == "prep" and c.lower == "of" and c.i == cue.i + 1), None)
    thing = of.child("pobj") if of is not None else None
    if cue.lemma not in ("allegation", "accusation") or of is None or thing is None or thing.ent:
        return None
    return Attribution([cue], None, [w for w in of.subtree() if w is not of], form="unsigned")


def _has_aim(clause: Word) -> bool:
    """Whether "for somebody to do" or "to do" opens the clause after the noun: "a call for the bank to act"."""
    opens = clause.subtree()[0]
    return clause.tag == "VB" and opens.i == clause.head.i + 1 and opens.lower in ("for", "to")


def _has_that(clause: Word) -> bool:
    """Whether "that" opens the clause, and stands for nothing in it as in "reports that came on Monday"."""
    return any(c.lower == "that" and c.dep == "mark" for c in clause.children)


def _noun_content(cue: Word, source: Word) -> list[Word]:
    if cue.dep == "nsubj" and cue.head.lemma == "be" and (told := cue.head.child("ccomp")) is not None:
        return told.subtree()
    clause = cue.child("acl", "ccomp")
    if clause is None:
        clause = next((c for c in cue.children if c.dep in ("advcl", "relcl") and (_has_aim(c) or _has_that(c))), None)
    parts = {c.lower: c.subtree() for c in cue.children if c.dep == "prep" and c.i > cue.i and source not in c.children}
    if clause is not None and clause.i > cue.i and any(c.lower in ("that", "to") for c in clause.children):
        return [*parts.get("for", []), *clause.subtree()]
    heard = parts.get("to", []) if cue.lemma != "call" else []  # "his call to the king" is one by telephone
    about = sorted((w for p in ("on", "about", "against", "over") for w in parts.get(p, [])), key=lambda w: w.i)
    whole = parts.get("for") or heard or parts.get("of") or about
    return [] if len(whole) == 2 and whole[0].lower == "of" else whole[1:]
