"""Words of attitude with nothing negotiated behind them: a question, a courtesy, a claim of how things are."""

from dragoman.coding.parse import Word
from dragoman.coding.wordlists import words


def hollow(verb: Word, direct: list[Word]) -> bool:
    """Whether it is a question or a wish not to be named rather than an attitude: "asked what had happened"."""
    if verb.lemma in words("stances", "claiming", "verbs"):
        return _claims(verb)
    if verb.lemma == "claim":
        return not any(
            w.pos == "NUM" or w.lemma in ("right", "territory", "sovereignty")
            for c in direct
            if c.dep == "dobj"
            for w in (c, *c.children)
        )
    if verb.lemma in ("reject", "dismiss", "deny") and any(_alleged(c) for c in direct):
        return True
    if any(c.dep == "dobj" and c.lower in words("stances", "anything") for c in direct) or any(
        c.dep == "prep" and (of := c.child("pobj")) is not None and of.lower in words("stances", "anything") for c in direct
    ):
        return verb.lemma in ("agree", "accept")
    if any(w.lemma in words("stances", "hollow") for c in direct for w in (c, *c.children) if w.pos == "NOUN"):
        return True
    if verb.lemma in ("like", "want", "wish") and any(
        c.lemma in words("stances", "courtesies") for c in direct if c.dep == "xcomp"
    ):
        return True
    if verb.lemma == "consider" and any(_equated(verb, c) for c in direct):
        return True
    if verb.lemma == "ask" and any(c.lower == "about" for w in (verb, *direct) for c in w.children):
        return True
    if verb.lemma == "promise":
        return verb.child("xcomp") is None or any(c.lower in ("had", "'d") for c in verb.children)
    if verb.lemma == "count":
        return not any(w.lower == "to" and w.tag == "TO" for c in direct for w in c.subtree())
    if verb.lemma not in ("ask", "question", "consider", "wait"):
        return False
    if verb.lemma == "ask" and all(c.dep == "dobj" for c in direct) and not any(_askable(c) for c in direct):
        return not any(w.tag == "TO" or w.lower == "for" for w in verb.subtree() if w.i > verb.i)
    heads = [w for c in direct for w in (c, *c.children)]
    asked = any(w.tag in ("WP", "WRB", "WDT") or w.lower in ("whether", "if") for w in heads if w.i < direct[-1].i + 1)
    return verb.lemma == "ask" and (asked or any(w.lemma in ("name", "identify") for c in direct for w in c.subtree()))


def courtesy(told: list[Word]) -> bool:
    """Return whether what is welcomed or reaffirmed is an occasion or a value, which nobody disputes: "the anniversary"."""
    inside = {w.i for w in told}
    at: Word | None = next((w for w in told if w.head.i not in inside or w.head is w), None)
    for _ in range(4):
        if at is None or at.pos not in ("ADP", "NOUN", "PART"):
            return False
        if at.pos == "ADP":
            at = at.child("pobj")
        elif at.lemma in words("stances", "ceremonial", "carriers"):
            at = next((c for c in at.children if c.dep == "prep" and c.lower in ("to", "for") and c.i > at.i), None)
        else:
            return at.lemma in words("stances", "ceremonial", "nouns") and at.child("relcl", "acl") is None
    return False


def _alleged(thing: Word) -> bool:
    """Whether what is rejected is what others say, not what they ask: "rejected suggestions that patients suffer"."""
    if thing.lemma not in words("stances", "alleged"):
        return False
    clause = thing.child("acl", "ccomp", "relcl")
    told = clause is not None and any(m.lower == "that" and m.dep == "mark" for m in clause.children)
    modal = clause is not None and any(a.lower in ("should", "must", "be") and a.dep == "aux" for a in clause.children)
    return told and not modal and clause is not None and (clause.tag != "VB" or clause.child("aux") is not None)


def _equated(verb: Word, thing: Word) -> bool:
    """Whether it is taken for something rather than thought over: "considers itself a victim", "consider it vital"."""
    small = thing.dep == "ccomp" and thing.tag not in ("VB", "VBG") and thing.child("mark") is None
    return small or thing.lower.endswith(("self", "selves")) or verb.child("oprd") is not None


def _askable(thing: Word) -> bool:
    """Whether one asks for it rather than somebody about something: an amount, or what is negotiated."""
    return thing.lemma in words("stances", "negotiated", "nouns") or any(c.pos == "NUM" for c in thing.children)


def _claims(verb: Word) -> bool:
    """Whether the clause after it tells how things are, not what is to be done: "insists that it is safe"."""
    clause = verb.child("ccomp")
    if clause is None or clause.i < verb.i:
        return False
    aux = [c for c in clause.children if c.dep in ("aux", "auxpass")]
    finite = clause.tag in ("VBZ", "VBD") or any(a.tag in ("VBZ", "VBD", "VBP") for a in aux)
    finite = finite or (clause.tag == "VBP" and not _singular(clause))
    own = clause.child("nsubj")
    if own is not None and own.pos == "PRON" and any(a.lower in ("will", "would", "'ll") for a in aux):  # its own course tells it
        return True
    awaiting = any(w.lower in words("stances", "courses", "awaiting") for w in clause.subtree())
    return finite and not awaiting and not any(a.tag == "MD" for a in aux)


def _singular(clause: Word) -> bool:
    """Whether one thing is told of with a bare verb, a subjunctive that the tagger takes for a plural: "that the work start"."""
    subject = clause.child("nsubj")
    return (
        subject is not None
        and (subject.tag in ("NN", "NNP") or subject.lower in ("it", "he", "she"))
        and not any(c.dep == "conj" for c in subject.children)
    )
