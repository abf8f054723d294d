"""Who gives how much, as a sentence goes on: "two boats from A and one from B", "A of two boats, and B of one"."""

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.coding.goods import between
from dragoman.coding.parse import Word
from dragoman.coding.quantities import Quantity
from dragoman.coding.scene import Scene
from dragoman.coding.wordlists import load, words

_NEAR = 8
_LONGEST = 9
_ENDS = frozenset((";", ":", "but", "although", "though", "which", "who", '"', "because", "if", "unless", "not", "n't", "never"))
_JOINTS = frozenset(("and", ",", "while", "with", "plus"))
_FROM = frozenset(("from", "by"))
_IN_PHRASE = frozenset(("DET", "ADJ", "NOUN", "PROPN", "PART"))
_FINITE = ("VBD", "VBZ", "VBP", "VB", "MD")


@dataclass(frozen=True)
class Share:
    """So much from one giver: the head of the giver's noun phrase, the quantity, and the words that tell it."""

    giver: Word
    quantity: Quantity
    words: tuple[Word, ...]


def shares(scene: Scene, first: Word, giver: Word | None = None) -> Iterator[Share]:
    """Yield giver and quantity as they follow one another from a word on, in the order of the text.

    The parser often hangs the second pair wrong, so it is the order that counts: a number goes with the giver named last
    before it or first after it. `giver` is who is named before the word.
    """
    tokens, number = first.sentence.words, None
    quantities = {q.first: q for q in between(scene, first.i, tokens[-1].i)}
    at = first.i - tokens[0].i
    start, told = at, 0
    while at < len(tokens):
        word = tokens[at]
        close = _aside(tokens, at)
        if close is not None:
            at = close + 1
            continue
        if _ends(word):
            return
        if word.i in quantities and not (at and tokens[at - 1].lower in _FROM):
            if number is None or tokens[at - 1].lower in _JOINTS:
                number, start = quantities[word.i], start if giver is not None and told else at
            at = quantities[word.i].last - tokens[0].i
        elif (
            not (at + 1 < len(tokens) and tokens[at + 1].i in quantities)
            and _opens_giver(tokens, at, giver is None, told > 0 and number is None, not told)
            and (found := phrase_after(tokens, at))
        ):
            giver, start = found[0], start if number is not None else at
            at = found[1]
        if giver is not None and number is not None:
            end = max(number.last - tokens[0].i, at)
            yield Share(giver, number, tuple(tokens[start : end + 1]))
            at, giver, number, told = end, None, None, told + 1
            start = at + 1
        at += 1


def _ends(word: Word) -> bool:
    """Whether a word ends what is told of givers and numbers: another clause, or a verb that gives nothing."""
    if word.lower in _ENDS:
        return True
    if word.pos not in ("VERB", "AUX") or word.tag == "MD" or word.dep in ("aux", "auxpass", "amod", "compound"):
        return False
    if word.tag in ("VBN", "VBG") and word.dep == "acl":
        return False
    if word.lemma in words("commitments", "acts", "receive"):
        return True  # "A promised two million, and B confirmed that it had received half of it": not B's promise
    return word.lemma not in _giving()


def _giving() -> frozenset[str]:
    acts = load("commitments")["acts"]
    listed = (acts["hand"], acts["with"], acts["arrive"], acts["have"], load("commitments")["assuring"]["verbs"])
    return frozenset(v for verbs in listed for v in verbs) | words("commitments", "assuring", "giving")


def _opens_giver(tokens: list[Word], at: int, none: bool, joined: bool, fresh: bool) -> bool:
    """Whether a giver is named after a word: after "from" and "by", or after "and", "that" where a number is still to come."""
    word, after = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else None
    if after is None or not none:
        return False
    if word.lower in _FROM:
        return True
    opening = word.lower in ("and", ",", "while", "that") if joined else fresh and word.lower == "that"
    return opening and _is_in_phrase(after)


def phrase_after(tokens: list[Word], at: int) -> tuple[Word, int] | None:
    """Return the head of the noun phrase that begins after a word, and the place of its last word."""
    if at + 2 < len(tokens) and tokens[at + 1].lower == "that" and tokens[at + 2].lower == "of":
        return phrase_after(tokens, at + 2)  # "by that of A"
    last = at
    while last + 1 < len(tokens) and last - at < _LONGEST and _is_in_phrase(tokens[last + 1]):
        last += 1
    while last > at and tokens[last].pos not in ("NOUN", "PROPN") and not tokens[last].text[0].isupper():
        last -= 1
    if last == at:
        return None
    if last + 2 < len(tokens) and tokens[last + 1].text == "," and tokens[last + 2].text[0].isupper():
        beside = phrase_after(tokens, last + 1)  # "a Danish firm, Aalborg Lines, had confirmed"
        close = beside[1] + 1 if beside is not None else len(tokens)
        if beside is not None and close < len(tokens) and tokens[close].text == ",":
            return beside[0], close
    return tokens[last], last


def _is_in_phrase(word: Word) -> bool:
    if word.tag in ("HYPH", "PRP$", "POS"):
        return True
    if word.tag in ("CD", "PRP", "WDT") or word.lower in ("that", "another", "one"):
        return False
    return word.pos in _IN_PHRASE or word.text[0].isupper() or (word.tag in ("VBN", "VBG") and word.dep in ("amod", "compound"))


def _aside(tokens: list[Word], at: int) -> int | None:
    """Where an aside of saying ends: "confirmation, she said, from A"."""
    if tokens[at].text != ",":
        return None
    close = next((k for k in range(at + 1, min(at + _NEAR, len(tokens))) if tokens[k].text == ","), None)
    said = close is not None and any(w.lemma in words("cues", "speech") and w.pos == "VERB" for w in tokens[at + 1 : close])
    return close if said else None
