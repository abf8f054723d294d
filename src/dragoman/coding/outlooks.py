"""Set ways in which a writer judges: what a party shows of its mind, what a step does to the outlook, where talks have got to.

A way is a row of words in `assessments.toml`: a token is a word or a lemma, `|` parts the choices, `*` stands for up to eight
words and `~` for up to three, `?` after a token makes it free to lack, a tag in capitals stands for any word of that tag.
"""

import functools
from collections.abc import Sequence

from dragoman.coding.nouns import CLASS_NOUNS, PERSONAL
from dragoman.coding.parse import Word
from dragoman.coding.wordlists import load, words

_GAPS = {"*": 8, "~": 3}
_STOPS = frozenset({",", ";", ":", ".", '"', "-", "—", "–"})
_COULD = frozenset({"could", "may", "might", "would", "can", "will"})
_LEADS = frozenset({"the", "and", "but", "so", "yet", "still", "far", ",", "now", "meanwhile", "in", "truth", '"'})
_SEEMING = frozenset({"seem", "seems", "appear", "appears", "look", "looks"})


def outlook(word: Word) -> bool:
    """Return whether one of the set ways begins with the word, in the light it needs: "puts a deal out of reach"."""
    if word.quote >= 0:
        return False
    if _seems(word) or _plainly(word) or _bears_on_outlook(word):
        return True
    for kind, way in (*_ways().get(word.lemma, ()), *(_ways().get(word.lower, ()) if word.lower != word.lemma else ())):
        end = _end(word, way)
        if end and _fits(kind, word, end):
            return True
    return False


def _fits(kind: str, word: Word, end: int) -> bool:
    """Whether the clause gives the light that this kind of way needs; `end` is the number of the word after it."""
    if kind == "forecasts":
        return _could(word)
    if kind == "openings":
        return all(w.lower in _LEADS for w in _before(word, 6))
    if kind == "things":
        return not _somebody(word)
    if kind == "prospects":
        return not _somebody(word) and any(_of_talks(w) for w in word.sentence.words if word.i < w.i < end)
    return kind != "states" or any(_of_talks(w) for w in _before(word, 14))


def _could(word: Word) -> bool:
    """Whether "could" or its like stands just before: "may in the end prove"."""
    return any(w.lower in _COULD for w in _before(word, 4))


def _somebody(word: Word) -> bool:
    """Whether somebody, not something, does it: "the union threatens to leave", "she will simply wait"."""
    verb = word if word.pos in ("VERB", "AUX") and word.dep not in ("aux", "auxpass") else word.head
    subject = verb.child("nsubj", "nsubjpass")
    if subject is None or subject.tag in ("WDT", "EX"):
        return False
    if subject.tag in ("PRP", "WP"):
        return subject.lower not in ("it", "they", "this", "that", "these")
    people = PERSONAL | CLASS_NOUNS
    named = subject.pos == "PROPN" or subject.ent in ("PERSON", "GPE", "ORG", "NORP")
    return named or subject.lower in people or subject.lemma in people


def _of_talks(word: Word) -> bool:
    """Whether the word is for talks, a dispute, the sides, or what they may come to."""
    return any(word.lemma in words("assessments", "matter", kind) for kind in ("lemmas", "course", "quarrels"))


def _before(word: Word, count: int) -> list[Word]:
    at = word.i - word.sentence.words[0].i
    return word.sentence.words[max(0, at - count) : at]


def _seems(verb: Word) -> bool:
    """Whether a party seems to be in a mood or about something: "seems unduly worried", "appear to be waiting"."""
    if verb.lower not in _SEEMING or any(w.lower in ("it", "there", "to") for w in _before(verb, 1)):
        return False
    after = [w for w in verb.sentence.words[verb.i + 1 - verb.sentence.words[0].i :][:5] if w.tag not in ("RB", "RBR", "RBS")]
    if not after:
        return False
    first = after[0]
    if first.tag in ("VBN", "JJ") and first.lower in words("assessments", "mind", "moods"):
        return True
    subject = verb.child("nsubj")
    if subject is not None and subject.lemma in words("assessments", "bearing", "course"):
        return True
    return not verb.lower.startswith("look") and first.tag == "TO" and len(after) > 1 and after[1].tag == "VB"


def _bears_on_outlook(verb: Word) -> bool:
    """Whether an act or plan does something to the talks or their outlook: "has thrown the timetable into disarray"."""
    if verb.pos != "VERB" or verb.lemma not in words("assessments", "bearing", "verbs"):
        return False
    if verb.dep in ("xcomp", "amod") or verb.child("auxpass") is not None:
        return False
    subject, thing = verb.child("nsubj"), verb.child("dobj")
    if subject is None or thing is None or thing.lemma not in words("assessments", "bearing", "course"):
        return False
    return subject.lemma in words("assessments", "bearing", "acts") or subject.lower in ("it", "that", "this", "which")


def _plainly(verb: Word) -> bool:
    """Whether the writer marks as his own what a party has in mind: "is plainly convinced", "hopes, it is clear, that"."""
    minded = verb.lemma in words("assessments", "mind", "verbs") and verb.pos == "VERB" and verb.tag != "VBN"
    mood = verb.lower in words("assessments", "mind", "moods") or verb.lower in words("assessments", "mind", "adjectives")
    if not minded and not (mood and verb.child("cop", "aux", "auxpass") is not None) and not (mood and verb.head.lemma == "be"):
        return False
    around = " ".join(w.lower for w in _before(verb, 12))
    if any(f", {way} ," in f"{around} " for way in words("assessments", "mind", "asides")):
        return True
    opening = " ".join(w.lower for w in verb.sentence.words[:7])
    if any(opening.startswith(way) for way in words("assessments", "mind", "asides")):
        return True
    return any(c.lower in words("assessments", "mind", "plainly") and c.i < verb.i for c in (*verb.children, *verb.head.children))


def _end(word: Word, way: Sequence[str]) -> int:
    """The number of the word after the way that begins here; 0 where it is not followed."""
    at = word.i - word.sentence.words[0].i
    ahead = word.sentence.words[at:]
    steps = _follows(ahead, 0, way, 0)
    return word.i + steps if steps else 0


def _follows(ahead: Sequence[Word], at: int, way: Sequence[str], step: int) -> int:
    if step == len(way):
        return at
    token = way[step]
    if token in _GAPS:
        for skip in range(_GAPS[token] + 1):
            if found := _follows(ahead, at + skip, way, step + 1):
                return found
            if at + skip >= len(ahead) or ahead[at + skip].lower in _STOPS:
                return 0
        return 0
    if token.endswith("?") and (found := _follows(ahead, at, way, step + 1)):
        return found
    if at >= len(ahead):
        return 0
    word = ahead[at]
    fits = any(c in (word.lower, word.lemma, word.tag) for c in token.rstrip("?").split("|"))
    return _follows(ahead, at + 1, way, step + 1) if fits else 0


@functools.cache
def _ways() -> dict[str, tuple[tuple[str, tuple[str, ...]], ...]]:
    """The ways of each kind, by the words they may begin with."""
    out: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {}
    for kind, ways in load("assessments")["ways"].items():
        for way in ways:
            tokens = tuple(way.split())
            for first in tokens[0].split("|"):
                out[first] = (*out.get(first, ()), (kind, tokens))
    return out
