"""How sure a reading is, learned: one logistic model for each kind over what stands in and around a finding.

The rules of each kind say what a finding would be; the weights, learned from reports coded by reading (`gold/train.py`),
say how often such a finding was right there. What is too seldom right is dropped. Names are no features: other names give
the same certainty.
"""

import functools
import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from importlib import resources
from typing import Any, Protocol, TypeVar

from dragoman.coding.parse import Word
from dragoman.coding.scene import Scene
from dragoman.coding.transcripts import asked
from dragoman.coding.wordlists import words
from dragoman.model import Actor, Certainty, Commitment, Condition, Finding, Position, Statement, Threat

Features = Mapping[str, float]
F = TypeVar("F", bound=Finding)

_TOLD = ("stance", "relation", "strict", "status", "type", "bound", "level", "manner")
_WHO = ("actor", "holder", "setter", "giver", "speaker", "author", "participants", "parties")
_OTHER = ("addressee", "target", "receiver")
_FILLED = ("date", "duration", "quantity", "consequence", "condition", "same_as", "cue", "via", "place")
_SHORT = 120
"""Words: what a shorter text is about cannot be counted."""
_MODALS = frozenset("can could may might must shall should will would".split())
_TABLE = words("stances", "table", "lemmas")
_MATTERS = words("stances", "negotiated", "nouns")
_OF_TALKS = _TABLE | _MATTERS
_BAG = frozenset("VERB AUX ADP SCONJ NOUN ADJ ADV PART PRON DET CCONJ".split())


class Judge(Protocol):
    """Says how sure a finding of a kind it knows is, by its features; None drops it."""

    def knows(self, kind: str) -> bool: ...

    def certainty(self, finding: Finding, features: Features) -> Certainty | None: ...


@dataclass(frozen=True)
class Logistic:
    """The model of one kind: the weight of each feature, and from which share of right ones each certainty begins."""

    weights: Mapping[str, float]
    sure: float
    likely: float
    possible: float
    sparse: float = 0.0
    """From which share on a finding is kept in a report with hardly a word of negotiation."""

    def share(self, features: Features) -> float:
        """Return how often a finding with these features is right, from 0 to 1."""
        total = sum(self.weights.get(name, 0.0) * value for name, value in features.items())
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))

    def judge(self, features: Features) -> Certainty | None:
        """Return the certainty that this share earns; None where it earns none."""
        share = self.share(features)
        if share >= self.sure:
            return "sure"
        if share >= self.likely:
            return "likely"
        least = self.sparse if features.get("sparse") else self.possible
        return "possible" if share >= least else None


@dataclass(frozen=True)
class Weights:
    """The models by kind; a kind without one keeps what its rules say."""

    models: Mapping[str, Logistic]

    def knows(self, kind: str) -> bool:
        """Whether there is a model for the kind; without one the rules' own certainty stands."""
        return kind in self.models

    def certainty(self, finding: Finding, features: Features) -> Certainty | None:
        model = self.models.get(finding.kind)
        return finding.certainty if model is None else model.judge(features)


def weights_from_json(text: str) -> Weights:
    """Return the weights that `gold/train.py` wrote."""
    return Weights({kind: Logistic(**model) for kind, model in json.loads(text).items()})


@functools.cache
def load_weights() -> Weights:
    """Return the weights that come with the package."""
    place = resources.files("dragoman.coding") / "codebook" / "weights.json"
    return weights_from_json(place.read_text(encoding="utf-8"))


def weigh(scene: Scene, found: Iterable[F], judge: Judge, about: Features) -> tuple[F, ...]:
    """Return the findings that are worth keeping, each with the certainty it deserves; links among them are kept.

    `about` is what the report is about (`of_report`).
    """
    kept: list[F] = []
    renamed: dict[str, str | None] = {}
    asking = asked(scene.parse)
    for finding in found:
        if isinstance(finding, Threat | Commitment) and _is_denied(scene, finding):
            continue
        known = judge.knows(finding.kind)
        certainty = judge.certainty(finding, {**features(scene, finding), **about}) if known else finding.certainty
        certainty = _capped(finding, certainty) if known else certainty
        if certainty is not None and (_only_asked(scene, finding, asking) or _is_caption(scene, finding)):
            certainty = "possible"
        linked = finding.same_as and renamed.get(finding.same_as, finding.same_as)
        if certainty is None:
            renamed[finding.id] = linked
            continue
        changed = certainty != finding.certainty or linked != finding.same_as
        weighed = replace(finding, certainty=certainty, same_as=linked) if changed else finding
        renamed[finding.id] = weighed.id
        kept.append(weighed)
    return tuple(kept)


def _is_denied(scene: Scene, finding: Finding) -> bool:
    """Whether somebody denies it: "denied that it had threatened to leave", "rejected reports that it had promised to pay"."""
    told = scene.parse.between(finding.spans[0].start, finding.spans[-1].end)
    own = {w.i for w in told}
    if any(w.lemma in ("deny", "refute") and w.pos == "VERB" and not any(c.dep == "neg" for c in w.children) for w in told):
        return True
    for head in (w for w in told if w.head.i not in own):
        for above in head.ancestors():
            reports = above.pos == "NOUN" and above.lemma in _HEARSAY and above.head.lemma in _DENYING
            if (above.lemma in _DENYING - {"reject", "dismiss"} and above.pos == "VERB") or reports:
                return not any(c.dep == "neg" for c in above.children)
    return False


_DENYING = frozenset({"deny", "refute", "dispute", "reject", "dismiss"})
_HEARSAY = frozenset({"report", "claim", "suggestion", "allegation", "rumour", "rumor", "accusation"})


def _is_caption(scene: Scene, finding: Finding) -> bool:
    """Whether only the caption of an old picture tells it: "FILE - The minister speaks during a visit, May 4, 2016"."""
    told = scene.parse.between(finding.spans[0].start, finding.spans[-1].end)
    return bool(told) and all(w.sentence.words[0].text == "FILE" for w in told)


def _only_asked(scene: Scene, finding: Finding, asking: frozenset[int]) -> bool:
    """Whether only a question of an interview tells it, and ascribes it to nobody: those who ask vouch for nothing."""
    told = scene.parse.between(finding.spans[0].start, finding.spans[-1].end) if asking else []
    return getattr(finding, "statement", None) is None and bool(told) and all(w.i in asking for w in told)


def _capped(finding: Finding, learned: Certainty | None) -> Certainty | None:
    """A reading that the rules call only possible is never raised: of conditions raised to sure half were fully right.

    A promise of which the rules are sure (a bargain struck, a receiver's word) stays likely: such turns are too rare in what
    the weights were learned from. So does a position of which they are sure, a yes or no to what another asked just before.
    """
    if isinstance(finding, Position) and finding.certainty == "sure" and learned in (None, "possible"):
        return "likely"
    if isinstance(finding, Commitment) and finding.certainty == "sure" and learned == "possible":
        return "likely"
    return "possible" if learned is not None and finding.certainty == "possible" else learned


def features(scene: Scene, finding: Finding) -> dict[str, float]:
    """Return what is known of a finding, by name: its fields, its words, whose voice it stands in."""
    inside = [w for s in finding.spans for w in scene.parse.between(s.start, s.end)]
    out = {"always": 1.0, f"rule={finding.certainty}": 1.0}
    if inside:
        head = _head(inside)
        out |= _of_fields(scene, finding) | _of_head(head) | _of_words(inside) | _of_place(scene, finding, head)
        if isinstance(finding, Condition):
            out |= _of_condition(scene, finding)
    return out


def _head(inside: Sequence[Word]) -> Word:
    """The word on which the others hang."""
    numbers = {w.i for w in inside}
    tops = [w for w in inside if w.head is w or w.head.i not in numbers]
    return next((w for w in tops if w.pos in ("VERB", "AUX")), next((w for w in tops if w.pos != "PUNCT"), inside[0]))


def _of_fields(scene: Scene, finding: Finding) -> dict[str, float]:
    out: dict[str, float] = {}
    for name in (f.name for f in fields(finding)):
        value: Any = getattr(finding, name)
        if name in _TOLD:
            out[f"{name}={value}"] = 1.0
        elif name in _WHO:
            out[f"who={_kind_of(scene, value)}"] = 1.0
        elif name in _OTHER and value:
            out[f"{name} known"] = 1.0
        elif name in _FILLED and value:
            out[f"{name} filled"] = 1.0
    return out


def _kind_of(scene: Scene, ids: Sequence[str]) -> str:
    if not ids:
        return "nobody"
    actor: Actor | None = scene.cast.actors.get(ids[0])
    if actor is None:
        return "somebody"
    return f"{actor.type} for another" if actor.acts_for else actor.type


def _of_head(head: Word) -> dict[str, float]:
    out = {f"head={_lemma(head)}": 1.0, f"tag={head.tag}": 1.0, f"dep={head.dep}": 1.0, f"under={_lemma(head.head)}": 1.0}
    for child in head.children:
        if child.dep in ("aux", "mark", "neg", "auxpass", "prt"):
            out[f"{child.dep}={child.lower}"] = 1.0
        elif child.dep in ("nsubj", "nsubjpass"):
            out[f"subject={child.lower if child.pos == 'PRON' else child.pos}"] = 1.0
    return out


def _lemma(word: Word) -> str:
    return "a name" if word.pos in ("PROPN", "NUM") else word.lemma.lower()


def _of_words(inside: Sequence[Word]) -> dict[str, float]:
    out = {f"has={w.lemma.lower()}": 1.0 for w in inside if w.pos in _BAG and not w.ent}
    out[f"first={_lemma(inside[0])}"] = 1.0
    out["length"] = min(2.0, math.log(len(inside)) / 2)
    if any(w.lower in _MODALS for w in inside):
        out["modal"] = 1.0
    told = [w for w in inside if w.lemma in _TABLE]
    if told:
        out["of the table"] = 1.0
    if any(w.lemma in _MATTERS for w in inside):
        out["of matters"] = 1.0
    return out


def _of_place(scene: Scene, finding: Finding, head: Word) -> dict[str, float]:
    statement = None if isinstance(finding, Statement) else scene.statement_at(head)
    sentence = head.sentence
    out = {f"voice={statement.manner if statement else 'writer'}": 1.0}
    if statement is not None:
        out[f"speaker={_kind_of(scene, statement.speaker)}"] = 1.0
    if scene.parse.is_title(head):
        out["title"] = 1.0
    if sentence.words[-1].text == "?" or (head.quote >= 0 and any(w.text == "?" for w in sentence.words)):
        out["question"] = 1.0
    lowers = {w.lower for w in sentence.words}
    for word in ("if", "i", "you", "we", "would"):
        if word in lowers:
            out[f"sentence has {word}"] = 1.0
    if any(w.lemma in _TABLE for w in sentence.words):
        out["sentence of the table"] = 1.0
    out["late"] = sentence.index / max(1, len(scene.parse.sentences))
    return out


def _of_condition(scene: Scene, condition: Condition) -> dict[str, float]:
    out: dict[str, float] = {}
    sides: dict[str, list[Word]] = {}
    for name, spans in (("gated", condition.gated_span), ("required", condition.required_span)):
        side = sides[name] = [w for s in spans for w in scene.parse.between(s.start, s.end)]
        if not side:
            continue
        head = _head(side)
        out[f"{name} head={_lemma(head)}"] = out[f"{name} pos={head.pos}"] = out[f"{name} tag={head.tag}"] = 1.0
        out[f"{name} length"] = min(2.0, math.log(len(side)) / 2)
        if any(w.lemma in _TABLE or w.lemma in _MATTERS for w in side):
            out[f"{name} of the table"] = 1.0
    outer = [w.i for side in sides.values() for w in side]
    between = [w for w in scene.parse.words[min(outer) : max(outer) + 1] if w.i not in set(outer)] if outer else []
    out |= {f"between={w.lower}": 1.0 for w in between if w.pos in ("SCONJ", "ADP", "ADV", "AUX", "PART", "VERB", "CCONJ")}
    return out


def of_report(scene: Scene) -> dict[str, float]:
    """What the report is about: how thick it stands with words of negotiation, and how much is said in it.

    Measured from the average of gold, so that a text too short to tell counts as an average one.
    """
    size = len(scene.parse.words)
    if size < _SHORT:
        return {"short": 1.0}
    density = 1000 * len(scene.told_of_the_table) / size
    return {
        "density": min(2.0, density / 10) - 0.8,
        "sparse": float(density < 4),
        "dense": float(density > 16),
        "kinds of table words": min(2.0, len(set(scene.told_of_the_table)) / 4) - 1,
        "statements": min(2.0, 1000 * len(scene.statements) / size / 15) - 1,
        "first person": min(2.0, 20 * sum(w.lower in ("i", "we") for w in scene.parse.words) / size) - 0.1,
    }
