"""Orders told by a verb of coming: X must follow Y, X cannot precede Y, X belongs at the end of Y, Y comes before X."""

from dragoman.coding.clauses import extent, mood, own_negation, trimmed
from dragoman.coding.parse import Word
from dragoman.coding.waits import Wait, wait
from dragoman.coding.wordlists import words

_PAPERS = words("conditions", "steps", "papers")
_TALKING = words("conditions", "senses", "talking")
_STEPS = words("conditions", "steps", "nouns")
_SPEECH = words("conditions", "mood", "speech")
_ENDS = frozenset({"end", "conclusion", "close", "last", "completion", "finish"})
_WHEN = frozenset({"when", "once", "after"})
_WAITING = frozenset({"must", "modal", "future", "would"})
_STOPS = frozenset({".", ";", ":", "—", "–", "--", '"'})


def following(verb: Word) -> Wait | None:
    """ "A summit must follow the accord", "a meeting at the top follows the paper", "the visit can only follow a vote"."""
    doer, first = verb.child("nsubj"), verb.child("dobj")
    if doer is None and verb.dep == "xcomp" and verb.head.lemma == "be":
        doer = verb.head.child("nsubj")  # "a corridor is to follow the ceasefire"
    if verb.pos != "VERB" or doer is None or first is None or own_negation(verb) is not None or first.ent in ("DATE", "TIME"):
        return None
    if mood(verb) in ("must", "modal", "would") or _is_to(verb):
        if mood(verb) != "must" and not _is_to(verb) and not any(c.lower == "only" for c in verb.children):
            return None
        return wait(trimmed(doer.subtree()), trimmed(first.subtree()), verb) if _is_step(doer) or _is_step(first) else None
    both = any(c.lemma == "precede" and c.dep == "conj" for c in verb.children)  # "follows clearance and does not precede it"
    if both and mood(verb) == "present":
        return wait(trimmed(doer.subtree()), trimmed(first.subtree()), verb)
    told = mood(verb) == "present" or (mood(verb) == "past" and verb.dep == "ccomp")
    bare = first.child("acl", "relcl", "prep") is None and any(c.lower in ("the", "a", "an") for c in first.children)
    said = verb.quote >= 0 or (verb.dep == "ccomp" and verb.head.lemma in _SPEECH)
    if not told or not bare or not said or first.lemma not in _PAPERS or doer.lemma not in _TALKING:
        return None
    return wait(trimmed(doer.subtree()), trimmed(first.subtree()), verb)


def preceding(verb: Word) -> Wait | None:
    """ "A fixture list cannot precede an agreement on television money": what cannot precede waits."""
    agent = verb.child("agent")
    first, waits = (agent.child("pobj") if agent is not None else None), verb.child("nsubjpass")
    told = mood(verb) in _WAITING or _is_to(verb) or (verb.dep == "xcomp" and verb.head.lemma in ("have", "need"))
    if verb.lemma == "precede" and first is not None and own_negation(verb) is None and told:
        waits = waits or verb.head.child("nsubj")  # "any meeting would have to be preceded by a draft"
        return wait(trimmed(waits.subtree()), trimmed(first.subtree()), verb) if waits is not None else None
    doer, later = verb.child("nsubj"), verb.child("dobj")
    if verb.lemma != "precede" or own_negation(verb) is None or doer is None or later is None:
        return None
    return wait(trimmed(doer.subtree()), trimmed(later.subtree()), verb) if mood(verb) in _WAITING else None


def coming_before(verb: Word) -> Wait | None:
    """ "The accord comes before any summit", "a handshake comes only after the text"; not what once came so."""
    doer = verb.child("nsubj")
    by = next((c for c in verb.children if c.lower in ("before", "after") and c.dep == "prep"), None)
    other = by.child("pobj") if by is not None else None
    told = mood(verb) in ("present", "must") or (
        mood(verb) in ("past", "would") and verb.dep == "ccomp" and verb.head.lemma in _SPEECH
    )
    if verb.lemma != "come" or doer is None or by is None or other is None or not told or other.pos == "PRON":
        return None
    if any(w.ent in ("DATE", "TIME") for w in verb.subtree()):
        return None  # "the accord came before the summit last year"
    first, later = (doer, other) if by.lower == "before" else (other, doer)
    paired = (first.lemma in _PAPERS and later.lemma in _TALKING) and own_negation(verb) is None
    return wait(trimmed(later.subtree()), trimmed(first.subtree()), verb) if paired else None


def at_the_end(verb: Word) -> Wait | None:
    """ "A handshake belongs at the end of the process", "a meeting comes at the end, when the lawyers have settled"."""
    doer = verb.child("nsubj")
    at = next((c for c in verb.children if c.lower in ("at", "to") and c.dep == "prep"), None)
    end = at.child("pobj") if at is not None else None
    told = mood(verb) in ("present", "must", "modal", "future") or (mood(verb) == "past" and verb.dep == "ccomp")
    if verb.lemma not in ("belong", "come", "stand") or doer is None or end is None or not told:
        return None
    if end.lemma not in _ENDS or doer.lemma not in _TALKING or own_negation(verb) is not None:
        return None
    clauses = (c for c in verb.children if c.dep == "advcl" and any(g.lower in _WHEN for g in c.children))
    clause = next(clauses, None)
    required = [w for w in extent(clause) if w.lower not in _WHEN] if clause is not None else []
    return wait(trimmed(doer.subtree()), trimmed(required or _up_to_mark(end)), verb)


def at_the_beginning(verb: Word) -> Wait | None:
    """ "A leaders' meeting must stand at the beginning of the process"."""
    doer = verb.child("nsubj")
    at = next((c for c in verb.children if c.lower == "at" and c.dep == "prep"), None)
    start = at.child("pobj") if at is not None else None
    by = next((c for c in start.children if c.lower == "of"), None) if start is not None else None
    process = by.child("pobj") if by is not None else None
    if doer is None or start is None or process is None or start.lemma not in ("beginning", "start", "outset", "head"):
        return None
    if mood(verb) not in ("must", "modal", "would", "present") or own_negation(verb) is not None or not _is_step(doer):
        return None
    return wait(trimmed(process.subtree()), trimmed(doer.subtree()), verb)


def _up_to_mark(noun: Word) -> list[Word]:
    kept: list[Word] = []
    for word in noun.subtree():
        if word.text in _STOPS or word.text == ",":
            break
        kept.append(word)
    return kept


def _is_step(noun: Word) -> bool:
    return noun.lemma in _TALKING or noun.lemma in _STEPS


def _is_to(verb: Word) -> bool:
    return verb.dep == "xcomp" and verb.head.lemma in ("have", "need", "ought", "be")


def coming_or_staying(verb: Word) -> Wait | None:
    """Whatever order a verb of coming, belonging or standing tells."""
    return coming_before(verb) or at_the_end(verb) or at_the_beginning(verb)


__all__ = ["coming_or_staying", "following", "preceding"]
