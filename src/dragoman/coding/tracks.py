"""Track records of a report."""

from typing import get_args

from dragoman.coding.parse import Word
from dragoman.coding.scene import Scene
from dragoman.coding.standing import attached, clause, governor, invert, partners, tense
from dragoman.coding.wordlists import load, words
from dragoman.model import Span, Track
from dragoman.model.findings import Level, TrackStatus

_LEVELS: dict[str, Level] = {v: v for v in get_args(Level)}
_STATUSES: dict[str, TrackStatus] = {v: v for v in get_args(TrackStatus)}


def find_tracks(scene: Scene) -> tuple[Track, ...]:
    """Return the report's tracks, in order; several groups named together are a track each."""
    found: dict[str, Track] = {}
    for word in scene.parse.words:
        if word.pos == "NOUN" and word.dep != "compound" and _names_track(word):
            for name, spans in _named(scene, word):
                found.setdefault(name.casefold(), _track(scene, word, name, spans))
    return tuple(found.values())


def _names_track(noun: Word) -> bool:
    modified = [c for c in noun.children if c.dep in ("amod", "compound", "prep", "poss")]
    if noun.lemma in words("tracks", "heads"):
        return bool(modified) and noun.tag == "NNS"
    return noun.lemma in words("tracks", "joint") and any(c.lower in words("tracks", "joint_words") for c in noun.children)


def _named(scene: Scene, noun: Word) -> list[tuple[str, tuple[Span, ...]]]:
    """The tracks a noun phrase names: one, or one for each topic of counted groups ("two groups on A and B")."""
    whole = clause(noun)
    topics = _topics(noun)
    if noun.tag == "NNS" and len(topics) > 1 and any(c.dep == "nummod" for c in noun.children):
        kind = [w for w in whole if w.i <= noun.i and w.dep in ("compound", "amod")] + [noun]
        base = scene.parse.span(kind).text
        return [(f"{base} on {t.text}", scene.parse.spans([*kind, t])) for t in topics]
    span = scene.parse.span(whole)
    return [(" ".join(w.text for w in whole if w.dep != "det"), (span,))]


def _topics(noun: Word) -> list[Word]:
    for child in noun.children:
        if child.dep == "prep" and child.lower in ("on", "for") and (first := child.child("pobj")):
            if first.lemma in ("issue", "matter", "question", "affair"):
                first = first.child("amod") or first
            out = [first]
            while more := out[-1].child("conj"):
                out.append(more)
            return out
    return []


def _track(scene: Scene, noun: Word, name: str, spans: tuple[Span, ...]) -> Track:
    levels = invert(load("tracks")["level"])
    level = next((levels[w] for w in name.lower().split() if w in levels), None)
    status = _status(scene, noun)
    return Track(
        document=scene.document.id, spans=spans, coder=scene.coder, name=name, certainty="likely" if status else "possible",
        parties=partners(scene, noun),
        level=_LEVELS[level] if level else None, status=_STATUSES[status] if status else None,
    )  # fmt: skip


def _status(scene: Scene, noun: Word) -> str | None:
    table = load("tracks")
    by_modifier = invert(table["modifiers"])
    for child in noun.children:
        if child.dep == "amod" and child.lower in by_modifier:
            return by_modifier[child.lower]
    told = invert(table["status"])
    for hung in attached(noun):
        if hung.lemma in told and (hung.tag == "VBN" or tense(hung) in ("held", "under_way")):
            return told[hung.lemma]
    verb = governor(noun)
    said = told.get(verb.lemma) if verb and noun.dep != "pobj" else None
    if verb is None or said is None:
        return None
    now = tense(verb, scene.parse.is_title(verb))
    if said == "proposed":
        return said
    if now == "planned":
        return "proposed" if said == "active" and verb.lemma not in ("continue", "go") else None
    return said if now else None
