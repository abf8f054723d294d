"""Words that say of a step asked for that it is to get talks going: "so that talks can start", "to make room for talks"."""

from dataclasses import dataclass

from dragoman.coding.clauses import extent, mood, own_negation, trimmed
from dragoman.coding.parse import Sentence, Word
from dragoman.coding.wordlists import words

_TALKING = words("conditions", "senses", "talking") | words("conditions", "senses", "mediating")
_TALKS = words("conditions", "senses", "parleying")
_OPENING = words("conditions", "ties", "purpose") | words("conditions", "ties", "opening")
_WAYS = words("conditions", "ties", "ways") | words("conditions", "ties", "settings")
_BRIDGES = words("conditions", "ties", "stages") | words("conditions", "ties", "bridges")
_LETTING = words("conditions", "ties", "letting")
_AIMS = words("conditions", "ties", "aims")
_INTO = frozenset({"out", "for", "to", "towards", "toward", "into", "of", "in", "on", "between"})
_GIVING = frozenset({"give", "grant", "allow", "buy", "leave"})
_AIR = frozenset({"room", "chance", "air", "space", "time", "breath", "breather", "opportunity"})
_NEAR = 7
_STEPS = words("conditions", "steps", "nouns") | words("stances", "halting", "nouns")
_EASED = frozenset({"easier", "possible", "simpler", "likelier", "feasible", "conceivable", "smoother"})
"""Words between a way and the talks that it leads to, at most."""
_VERBAL = frozenset({"VERB", "AUX"})
_PLURAL = frozenset({"talk"})


@dataclass(frozen=True)
class Opening:
    """`gated` are the talks, `first` the word that opens the purpose, `doer` what is said to serve it where it has a subject."""

    first: Word
    gated: list[Word]
    doer: Word | None = None
    noun: Word | None = None
    """The noun that is called the way to the talks: "the doorway to talks"."""


def opening_of(sentence: Sentence) -> Opening | None:
    """Return the first purpose of a sentence that is to get talks going, or None."""
    for word in sentence.words:
        found = _so_that(word) or _easier(word) or _way(word) or _bridge(word) or _letting(word)
        found = found or _for_talks_to(word) or _aim(word)
        if found is not None and found.gated:
            return found
    return None


def is_talks(word: Word) -> bool:
    """Return whether a word names talks, or tells of talking; "a talk" is a lecture."""
    if word.pos in ("NOUN", "PROPN"):
        return word.lemma in _TALKING and word.dep != "compound" and not (word.lemma in _PLURAL and word.tag == "NN")
    return word.pos == "VERB" and word.lemma in _TALKS


def _so_that(word: Word) -> Opening | None:
    """ "So that talks can start", "so the two can sit down", "so that there is calm enough for negotiations"."""
    clause = word.head
    if word.lower != "so" or word.dep not in ("mark", "advmod") or clause.pos not in _VERBAL or clause.i < word.i:
        return None
    doer = clause.child("nsubj", "nsubjpass") or (clause.child("attr", "dobj", "acomp") if clause.child("expl") else None)
    that = word.sentence.words[word.i + 1 - word.sentence.words[0].i].lower == "that"
    enabled = that or any(c.lower in ("can", "could", "may", "might") for c in clause.children)
    if doer is None or doer.i < word.i or not enabled or own_negation(clause) is not None or mood(clause) == "past":
        return None
    if not is_talks(doer) and not any(is_talks(w) for w in clause.subtree() if w.dep != "compound"):
        return None
    return Opening(word, [w for w in extent(clause) if w.i > word.i and w.lower != "that"] or trimmed(doer.subtree()))


def _way(word: Word) -> Opening | None:
    """ "To pave the way for talks", "would open the door to talks", "to create the conditions for talks"."""
    if word.pos != "VERB" or word.lemma not in _OPENING or mood(word) in ("past", "unreal") or own_negation(word) is not None:
        return None
    after = _after(word)
    if word.lemma in _GIVING and (given := _given(word, after)):
        return Opening(_start(word), given, _doer(word))
    way = next((w for w in after[:_NEAR] if w.lemma in _WAYS and w.pos == "NOUN"), None)
    if way is not None and any(c.lower in ("little", "no", "scant", "few", "less", "slim") for c in way.children):
        return None  # "leaves little chance of a meeting"
    talks = _led_to(way) if way is not None else None
    if talks is None:
        return None
    return Opening(_start(word), talks, _doer(word))


def _given(verb: Word, after: list[Word]) -> list[Word]:
    """The talks that are given room: "to give the talks room to breathe", "would give negotiations a chance"."""
    talks = next((w for w in after[:4] if is_talks(w) or w.lower in ("talks", "negotiations")), None)
    if talks is None:
        return []
    room = next((w for w in after if talks.i < w.i <= talks.i + 4 and (w.lemma in _WAYS or w.lemma in _AIR)), None)
    whole = room is not None and not any(w.text == "," for w in after if w.i < room.i)
    return [w for w in after if w.i <= talks.i] if whole else []


def _easier(word: Word) -> Opening | None:
    """ "Would make it easier to talk", "would make talks possible", "would make it likelier that they talk"."""
    if word.pos != "VERB" or word.lemma not in ("make", "render") or mood(word) in ("past", "unreal") or own_negation(word):
        return None
    after = _after(word)[:_NEAR]
    eased = next((w for w in after[:_NEAR] if w.lower in _EASED), None)
    talks = next((w for w in after if is_talks(w) and w.dep != "compound"), None)
    if eased is None or talks is None or any(w.text in ",;:" for w in after if w.i < max(talks.i, eased.i)):
        return None
    if not (after[0].lower == "it" and eased.i < talks.i) and not talks.i < eased.i:
        return None
    gated = _phrase(talks, eased if eased.i < talks.i else word)
    return Opening(_start(word), [w for w in gated if w.i < eased.i] if talks.i < eased.i else gated, _doer(word))


def _doer(verb: Word) -> Word | None:
    """What is said to serve: the verb's subject, or that of the verb it is joined to."""
    over = verb
    while over.dep in ("conj", "xcomp") and over.child("nsubj", "csubj") is None and over.head.pos in _VERBAL:
        over = over.head  # "would help clear the air", "would cool tempers and let the two sides talk"
    doer = next((c for c in over.children if c.dep in ("nsubj", "csubj") and c.i < verb.i), None)
    if over is verb or doer is None:
        return doer
    return doer if doer.lemma in _STEPS or doer.tag == "VBG" else None  # not who wants it, farther up


def _led_to(way: Word) -> list[Word] | None:
    """The talks that a way leads to: "for serious talks", "in which to hold talks", "to talk"."""
    after = _after(way)[:_NEAR]
    if not after or after[0].lower not in _INTO:
        return None
    talks = next((w for w in after[1:] if is_talks(w)), None)
    if talks is None or any(w.text in ",;:" for w in after if w.i < talks.i):
        return None
    return _phrase(talks, way)


def _bridge(word: Word) -> Opening | None:
    """ "As the doorway to political talks", "as a means of bringing the two sides to the table"."""
    if word.pos != "NOUN" or word.lemma not in _BRIDGES:
        return None
    words_ = word.sentence.words
    before = words_[max(0, word.i - 4 - words_[0].i) : word.i - words_[0].i]
    leading = next((w for w in reversed(before) if w.lower == "as"), None)
    if leading is None or leading.pos not in ("ADP", "SCONJ"):
        return None
    talks = _led_to(word) or _to_the_table(_after(word)[:_NEAR])
    return Opening(leading, talks, None, word) if talks else None


def _to_the_table(after: list[Word]) -> list[Word]:
    """ "Of bringing the two sides to the table", "to get both back to the table"."""
    table = next((w for w in after if w.lower == "table"), None)
    moving = next((w for w in after if w.lemma in ("bring", "get", "coax", "draw", "return", "lure")), None)
    if table is None or moving is None or moving.i > table.i:
        return []
    return [w for w in after if moving.i <= w.i <= table.i]


def _letting(word: Word) -> Opening | None:
    """ "To allow negotiations to resume", "to get talks going", "to bring the two sides to the table"."""
    if word.pos != "VERB" or word.lemma not in _LETTING or mood(word) in ("past", "unreal") or own_negation(word) is not None:
        return None
    after = _after(word)[: _NEAR + 3]
    doer = _doer(word)
    if table := _to_the_table([word, *after]):
        return Opening(_start(word), table, doer)
    talks = next((w for w in after[:_NEAR] if is_talks(w) and word in (w.head, w.head.head)), None)
    if talks is None or word.lemma in ("bring", "draw") or any(w.text in ",;:" for w in after if w.i < talks.i):
        return None
    return Opening(_start(word), _phrase(talks, word), doer)


def _for_talks_to(word: Word) -> Opening | None:
    """ "Needed for talks to begin", "wants a pause for talks to start"."""
    if word.lower != "for":
        return None
    after = _after(word)[:_NEAR]
    talks = next((w for w in after if is_talks(w) and w.pos == "NOUN"), None)
    if talks is None:
        return None
    to = next((w for w in after if w.i > talks.i), None)
    if to is None or to.tag != "TO" or to.head.lemma not in words("conditions", "ties", "beginning") | _LETTING | {"be", "take"}:
        return None
    return Opening(_easing(word), [w for w in word.sentence.words if word.i < w.i <= to.head.i])


def _easing(word: Word) -> Word:
    """Where "to make it easier for" begins, before its "for"; the "for" itself without it."""
    words_, at = word.sentence.words, word.i - word.sentence.words[0].i
    before = words_[max(0, at - 3) : at]
    eased = [w.lower for w in before[:2]] == ["make", "it"] and len(before) == 3 and before[2].pos == "ADJ"
    return _start(before[0]) if eased else word


def _aim(word: Word) -> Opening | None:
    """ "With the aim of giving diplomats a quiet period in which to hold talks", "in the hope of starting talks"."""
    if word.pos != "NOUN" or word.lemma not in _AIMS or word.dep != "pobj" or word.head.lower not in ("with", "in"):
        return None
    after = _after(word)
    if not after or after[0].lower not in ("of", "to", "that"):
        return None
    stop = next((k for k, w in enumerate(after) if w.text in ",;:."), len(after))
    talks = next((w for w in after[1:stop] if is_talks(w)), None)
    return Opening(word.head, _phrase(talks, word) if talks else _to_the_table(after[1:stop]))


def _phrase(talks: Word, beyond: Word) -> list[Word]:
    """The talks with what belongs to them, behind a word: without a clause after a comma."""
    chosen = extent(talks) if talks.pos == "VERB" else [w for w in talks.subtree() if w.i > beyond.i]
    out: list[Word] = []
    for word in (w for w in chosen if w.i > beyond.i):
        if out and word.i > talks.i and (word.text in ",;:()\"'" or word.tag in ("WDT", "WP") or word.i > out[-1].i + 1):
            break
        out.append(word)
    return trimmed(out) or [talks]


def _start(verb: Word) -> Word:
    """Where a purpose begins: at its "to", with "in order" before it, or at the verb."""
    to = next((c for c in verb.children if c.tag == "TO" and c.i < verb.i), None)
    if to is None:
        return verb
    words_ = verb.sentence.words
    at = to.i - words_[0].i
    return words_[at - 2] if at > 1 and words_[at - 1].lower in ("order", "as") and words_[at - 2].lower in ("in", "so") else to


def _after(word: Word) -> list[Word]:
    return word.sentence.words[word.i + 1 - word.sentence.words[0].i :]
