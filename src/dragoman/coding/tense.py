"""Which way the clause around a time looks: ahead, back, or neither."""

from dragoman.coding.consequences import is_proviso
from dragoman.coding.parse import Word
from dragoman.coding.wordlists import words

# "left before the Friday deadline" may look either way.
_PLACED = frozenset({"before", "after", "past", "since", "at", "beyond"})


def looks_ahead(word: Word, title: bool = False) -> bool | None:
    """Return True where the clause around a word of time looks ahead, False where it looks back, None where nothing says.

    `title` is for headlines, whose present tense tells of what has happened.
    """
    below, noun = word, False
    for above in word.ancestors():
        if above.pos in ("VERB", "AUX") or above.lemma == "due":
            way = _verb(above, word, below, title)
            if way is not None:
                return way
        elif above.pos in ("ADP", "SCONJ", "ADV"):
            if above.lower == "since":
                return False
            if above.lower in ("ahead", "pending"):
                return True
            if above.lower in ("by", "until", "till"):
                return True if above.lower == "by" and _is_aimed(above) else _bound(above)
        elif above.lower == "effective":
            return True  # "resignation effective June 29"
        elif above.pos in ("NOUN", "PROPN"):
            if above.lower in words("deadlines", "ends_now") and above.head is above:
                return True  # "the offer lapses on July 8", read as a noun
            if above.lemma in words("dates", "forward"):
                return None if above.head.lower in _PLACED else above.head.lemma not in words("dates", "over")
            if below.lower == "of" and not noun and above.lemma not in words("dates", "parts"):
                return None
            noun = True
        below = above
    return None


def _verb(verb: Word, time: Word, below: Word, title: bool) -> bool | None:
    helpers = {c.lower for c in verb.children if c.dep in ("aux", "auxpass")}
    if verb.lemma == "due":
        return None if verb.head.tag == "VBD" else True
    if below.lower in ("to", "until", "back", "off", "forward") and verb.lemma in words("dates", "moving"):
        return True
    up = any(c.dep == "prt" for c in verb.children)  # "was set up in May"
    if verb.lemma in words("dates", "forward") and not up and not _on_it(verb, time, below):
        return True
    if {"would", "have"} <= helpers and verb.lemma in words("deadlines", "expiring"):
        return True  # "would have expired on Wednesday": it has been put off before its day
    if helpers & {"have", "has", "had", "having", "'ve"} and "will" not in helpers:
        return False
    if helpers & words("dates", "modals"):
        return True
    if "to" in helpers:
        return _infinitive(verb)
    past = verb.tag == "VBD" or bool(helpers & {"was", "were", "did", "got"})
    if past:
        return False
    if verb.tag == "VBN" and not helpers and verb.dep in ("ccomp", "xcomp", "oprd"):
        return None  # "wants it opened before July 1": as the verb over it
    if verb.tag == "VBN":
        return bool(helpers & {"is", "are"})
    if verb.tag == "VBG":
        return True if helpers & {"is", "are", "'s", "'re", "am"} else None
    return _present(verb, below, title)


def _on_it(verb: Word, time: Word, below: Word) -> bool:
    """Whether the day is that of the verb itself: "asked on Monday for", and not "asked for a session on Monday".

    So is the day before it: "in June she invited him", "Monday's session gave little cheer".
    """
    if verb.tag == "VBD" and below.i < verb.i and (below.dep == "nsubj" or below.lower in ("in", "on")):
        return True
    if verb.tag == "VBN" and not any(c.lower in ("was", "were", "has", "had", "have") for c in verb.children):
        return verb.dep == "advcl" and below.lower == "on" and below.head is verb  # "Asked on Monday whether"
    if any(c.lower == "as" for c in verb.children):  # "has set Friday as the deadline"
        return False
    direct = below is time or (below.lower == "on" and below.head is verb)
    moved = any(c.dep == "dobj" and c.pos in ("NOUN", "PROPN") and verb.i < c.i < below.i for c in verb.children)
    return direct and not moved


def _infinitive(verb: Word) -> bool | None:
    """ "plans to meet" looks ahead; "failed to meet", "flew in to meet" go with their verb, "was to meet" is open."""
    over = verb.head
    if over.lemma == "due":
        over = over.head if over.head.pos in ("VERB", "AUX") else over
    if over.lemma == "be" and over is not verb:
        return None if over.tag == "VBD" else True
    if verb.dep in ("xcomp", "advcl", "conj") and over.lemma in words("dates", "implicative"):
        return None
    return True


def _present(verb: Word, below: Word, title: bool) -> bool | None:
    """The present tense names a coming day only where the day is its own or its object's, and never in a headline."""
    if verb.tag not in ("VBZ", "VBP"):
        return None
    if title or verb.lemma in words("dates", "telling"):
        return False
    return True if below.dep not in ("nsubj", "nsubjpass", "poss") else None


def _is_aimed(preposition: Word) -> bool:
    """ "Spoke of her plans for an exit by May 1": under a noun of what is still meant to be done."""
    for above in preposition.ancestors():
        if above.pos in ("VERB", "AUX"):
            return False
        if above.lemma in words("deadlines", "aims") and above.pos == "NOUN":
            return True
    return False


def _bound(preposition: Word) -> bool | None:
    """ "by Friday" and "until Friday" look ahead, unless their verb is over: "had moved by", "stayed until"."""
    verb = next((a for a in preposition.ancestors() if a.pos in ("VERB", "AUX")), None)
    if verb is None:
        return True
    helpers = {c.lower for c in verb.children if c.dep in ("aux", "auxpass")}
    if "had" in helpers:
        if preposition.lower != "by":
            return None
        return verb.lemma in words("dates", "forward")
    if helpers & (words("dates", "modals") | {"to"}) or verb.lemma in words("dates", "forward"):
        return True
    in_case = any(c.lower in ("if", "unless") and c.dep == "mark" for c in verb.children)
    backshifted = verb.dep == "ccomp" or is_proviso(verb) or in_case
    return not ((verb.tag == "VBD" or helpers & {"was", "were"}) and not backshifted)
