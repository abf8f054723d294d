"""Instrument records of a report."""

from dataclasses import replace
from typing import get_args

from dragoman.coding.parse import Word
from dragoman.coding.scene import Scene
from dragoman.coding.standing import attached, clause, governor, invert, partners, tense
from dragoman.coding.wordlists import load, words
from dragoman.model import Instrument
from dragoman.model.findings import InstrumentStatus

_STATUSES: dict[str, InstrumentStatus] = {v: v for v in get_args(InstrumentStatus)}
_POINTING = frozenset(("the", "this", "that"))


def find_instruments(scene: Scene) -> tuple[Instrument, ...]:
    """Return the report's instruments, in order; a bare "the deal" is a mention of the last deal named."""
    found: dict[str, Instrument] = {}
    last: dict[str, str] = {}
    for word in scene.parse.words:
        if word.pos not in ("NOUN", "PROPN") or word.dep == "compound" or word.lemma not in words("instruments", "heads"):
            continue
        instrument = _instrument(scene, word)
        bare = all(c.lower in _POINTING for c in word.children if c.i < word.i) and instrument.name.count(" ") == 0
        key = last.get(word.lemma, "") if bare else instrument.name.casefold()
        if key in found:
            found[key] = _again(found[key], instrument)
        elif not (bare and not instrument.status):
            key = instrument.name.casefold()
            found[key] = instrument
            last[word.lemma] = key
    return tuple(found.values())


def _again(known: Instrument, mention: Instrument) -> Instrument:
    spans = tuple(sorted({*known.spans, *mention.spans}, key=lambda s: (s.start, s.end)))
    return replace(known, spans=spans, status=known.status or mention.status, parties=known.parties or mention.parties)


def _instrument(scene: Scene, noun: Word) -> Instrument:
    whole = clause(noun)
    status = _status(scene, noun)
    return Instrument(
        document=scene.document.id, spans=(scene.parse.span(whole),), coder=scene.coder,
        certainty="likely" if status else "possible",
        name=" ".join(w.text for w in whole if w.dep != "det" or w.i > noun.i), type=noun.lemma,
        parties=partners(scene, noun), status=_STATUSES[status] if status else None,
    )  # fmt: skip


def _status(scene: Scene, noun: Word) -> str | None:
    table = load("instruments")
    by_modifier = invert(table["modifiers"])
    for child in noun.children:
        if child.lower in by_modifier and child.dep in ("amod", "compound"):
            return by_modifier[child.lower]
    told = invert(table["status"])
    for hung in attached(noun):
        whole = hung.dep == "relcl" and hung.child("nsubj", "nsubjpass")
        if hung.lemma in told and (tense(hung) == "held" if whole else hung.tag == "VBN"):
            return told[hung.lemma]
    verb = governor(noun)
    if verb is None:
        return None
    if verb.lemma == "call" and noun.dep == "pobj" and noun.head.lower == "for":
        return "called_for"
    if noun.dep == "pobj":
        return None
    said = told.get(verb.lemma)
    return said if said == "called_for" or tense(verb, scene.parse.is_title(verb)) == "held" else None
