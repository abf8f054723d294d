"""Which passages of a report bear on a negotiation."""

from dragoman.coding.parse import Word
from dragoman.coding.scene import Scene
from dragoman.coding.wordlists import words

_TELLING = frozenset(("NOUN", "PROPN", "VERB"))
_NEAR = 3  # sentences on either side in which a word of talks or demands has to stand
_MANY = 6  # such words and stances that make the whole report one about a negotiation
_ENOUGH = 2  # such words in a report; of 100 reports without a negotiation 3 then hold one likely event


def bearing_sentences(scene: Scene) -> frozenset[int]:
    """Return the numbers of the sentences with words of talks or stances nearby."""
    hits = [w.sentence.index for w in scene.parse.words if w.pos in _TELLING and _is_of_talks(w)]
    for stance in (*scene.conditions, *scene.positions):
        if stance.certainty != "possible":
            hits += [w.sentence.index for w in scene.parse.between(stance.spans[0].start, stance.spans[0].end)[:1]]
    if len(hits) < _ENOUGH:
        return frozenset()
    if len(hits) >= _MANY:
        return frozenset(s.index for s in scene.parse.sentences)
    return frozenset(near for hit in hits for near in range(hit - _NEAR, hit + _NEAR + 1))


def _is_of_talks(word: Word) -> bool:
    if word.pos in ("NOUN", "PROPN"):
        lemma = word.lower if word.pos == "PROPN" else word.lemma
        plural = word.tag in ("NNS", "NNPS") and word.lemma in words("events", "negotiation", "plural")
        return plural or lemma in words("events", "negotiation", "nouns")
    return word.pos == "VERB" and word.lemma in words("events", "negotiation", "verbs")
