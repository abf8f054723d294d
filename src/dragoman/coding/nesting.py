"""Cues that stand in another's words: which of them report somebody else, and which only echo the speaker."""

from dragoman.coding.attributions import Attribution
from dragoman.coding.parse import Word
from dragoman.coding.wordlists import words

_NOBODY = frozenset("it that who which what people anyone anybody whoever nobody them everyone".split())
_PERSONS = frozenset({"he", "she", "they", "it"})
_SPEAKING_THEMSELVES = frozenset({"i", "we", "you", "me", "us", "one"})


def without_echoes(here: list[Attribution], spoken: set[int]) -> list[Attribution]:
    """Return one sentence's attributions without the speaker's own "I think", "we know", "he wanted to".

    `spoken` are the words of a transcript's turns. Measured on the gold: cues of belief and wish within another's words
    are statements one time in ten, cues of speech one time in two.
    """
    contents = [{w.i for w in a.content} for a in here]
    out = []
    for n, attribution in enumerate(here):
        cue = attribution.cue[0]
        inner = cue.i in spoken or cue.quote >= 0 or any(cue.i in c for k, c in enumerate(contents) if k != n)
        if not inner or _reports_others(attribution):
            out.append(attribution)
    return out


def without_doubles(here: list[Attribution]) -> list[Attribution]:
    """Return the attributions with verb and noun of one as one: "repeated its call for a truce" reports once."""
    out = list(here)
    for outer in here:
        inner = next((a for a in here if a is not outer and a.cue[0].pos == "NOUN" and _is_issued(outer, a)), None)
        if inner is not None and outer in out:
            inner.cue, inner.source = [*outer.cue, *inner.cue], outer.source
            out.remove(outer)
    return out


def _is_issued(outer: Attribution, inner: Attribution) -> bool:
    noun = inner.cue[0]
    theirs = inner.source is None or inner.source.lower in ("its", "his", "her", "their") or inner.source is outer.source
    return outer.form == "object" and noun.dep == "dobj" and noun.head is outer.cue[0] and theirs


def without_relayers(here: list[Attribution]) -> list[Attribution]:
    """Return the attributions with relayed words as one: "according to the agency, B said that ..." is B's, by the agency."""
    out = list(here)
    for outer in here:
        cue = outer.cue[0]
        if cue.lower == "according" or cue.lemma in ("report", "quote") or _only_passes_on(outer):
            inside = {w.i for w in outer.content}
            inner = next((a for a in here if a is not outer and _is_relayed(a, inside)), None)
            if inner is not None:
                inner.relayer = outer.source
                out.remove(outer)
    return out


def _only_passes_on(outer: Attribution) -> bool:
    """Whether somebody says in their own, unquoted words what may be another's: "officials tell that Olm promised ..."."""
    return outer.cue[0].lemma in ("tell", "indicate") and all(w.quote < 0 for w in (*outer.cue, *outer.content[:1]))


def _is_relayed(inner: Attribution, inside: set[int]) -> bool:
    """Whether the attribution's cue is the head of the outer content and its source is named there."""
    cue = inner.cue[0]
    if inner.form == "naming" and inner.source is not None and inner.source.lower in _PERSONS:
        return False  # "reported what he called a setback": their own words
    leads = cue.i in inside and (cue.head is cue or cue.head.i not in inside)
    return leads and inner.source is not None and cue.lemma in words("cues", "inner")


def _is_imagined(cue: Word) -> bool:
    """Whether the cue stands in a condition or in what somebody is told to imagine."""
    above = (cue, *cue.ancestors())
    return any(
        w.lemma in ("imagine", "suppose", "assume") or any(c.dep == "mark" and c.lower in ("if", "unless") for c in w.children)
        for w in above
    )


def _reports_others(attribution: Attribution) -> bool:
    source, cue = attribution.source, attribution.cue[0]
    if source is None or attribution.by_nearness:
        return False
    if source.lower in _SPEAKING_THEMSELVES:
        return cue.tag == "VBD" and cue.quote < 0 and source.lower in ("i", "we", "you") and cue.lemma in ("say", "tell")
    if cue.tag == "VB" and any(c.lower == "to" for c in cue.children):
        return False
    if cue.quote >= 0 and (cue.tag == "VB" or source.lower in _NOBODY or len(attribution.content) < 3):
        return False
    told = cue.tag in ("VBD", "VBN") and source.pos in ("NOUN", "PRON") and source.lower not in ("he", "she")
    if cue.quote >= 0 and source.pos != "PROPN" and not told:
        return False
    if cue.lemma in words("cues", "thought") and source.lower in _PERSONS:
        return False  # "she said she believes": the speaker's own thought
    if (
        source.pos == "PROPN"
        and cue.pos == "VERB"
        and cue.tag != "VB"
        and not _is_imagined(cue)
        and attribution.form not in ("infinitive", "gerund")
    ):
        return True
    return cue.lemma in words("cues", "inner") or cue.lower == "according"
