"""The matters that several groups are named for ("two panels, for grain and for fuel"), read in the order of the words."""

from dragoman.coding.parse import Word
from dragoman.coding.wordlists import words

_OPENING = frozenset((",", ":", "(", "-", "\u2013", "\u2014"))
_PREPOSITIONS = frozenset(("on", "for", "about", "to", "with"))
_INSIDE = frozenset(("NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "VBG", "VBN", "POS", "HYPH", "CD", "PRP$", "DT"))
_BEFORE = 6
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "both": 2, "pair": 2, "trio": 3}
_LEADING = frozenset(("respectively", "each", "namely", "to", "be"))
_EACH = frozenset(("one", "another", "other", "the", "a", "first", "second", "third", "fourth", "and", "last"))


def listed_topics(noun: Word) -> list[list[Word]]:
    """Return the words of each matter listed right after a noun; none where no list of at least two follows."""
    following = noun.sentence.words[noun.i - noun.sentence.words[0].i + 1 :]
    at = _start(following)
    items, closed = _items(following[at:]) if at is not None else ([], False)
    return items if closed and len(items) > 1 else []


def how_many(noun: Word) -> int | None:
    """Return the number before a noun, where one stands there ("three new working groups", "three sub-committees")."""
    at = noun.i - noun.sentence.words[0].i
    before = reversed(noun.sentence.words[max(0, at - _BEFORE) : at])
    for word in before:
        if word.lower in _NUMBERS:
            return _NUMBERS[word.lower]
        if word.tag == "CD":
            return int(word.text) if word.text.isdecimal() else None
        if word.tag not in _INSIDE and word.text != "-" and word.lower != "of":
            break
    return None


def _start(following: list[Word]) -> int | None:
    """Where the list begins: after "on" or "for", a verb of dealing, or a colon."""
    at, opened = 0, ""
    while at < len(following) and at < 2 and following[at].text in _OPENING:
        opened = following[at].text
        at += 1
    begun = at
    while at < len(following) and at - begun < 3 and (following[at].lower in _EACH or following[at].lower in _LEADING):
        at += 1
    if at < len(following) and following[at].lemma in words("tracks", "dealing"):
        at += 1
        return at + 1 if at < len(following) and following[at].lower in _PREPOSITIONS else at
    if at < len(following) and following[at].lower in ("on", "for", "about"):
        return at + 1
    return begun if opened not in ("", ",") else None


def _items(following: list[Word]) -> tuple[list[list[Word]], bool]:
    """The matters up to the end of the list, and whether an "and" closed it."""
    items: list[list[Word]] = [[]]
    closed = False
    for at, word in enumerate(following):
        if word.lower in ("and", "or", "plus", "&"):
            closed = True
            items.append([])
        elif word.text in (",", ";"):
            if closed and items[-1]:
                break
            items.append([])
        elif word.lower in ("on", "for", "about") and (len(items) > 1 or items[0]) and all(w.lower in _EACH for w in items[-1]):
            items[-1] = []  # "one on bonds and one on guarantees", "for bonds and for guarantees"
        elif _belongs(word, following[at + 1 :]) or (at == 0 and word.tag == "VB"):
            items[-1].append(word)
        else:
            break
    return [item for item in map(_bare, items) if item], closed


def _belongs(word: Word, after: list[Word]) -> bool:
    """Whether a word is of a listed matter and not already of what follows ("on pay and the company said")."""
    if word.tag not in _INSIDE or word.ent == "DATE":
        return False
    runs_on = next((w for w in after if w.tag not in _INSIDE), None)
    finite = runs_on is not None and runs_on.tag in ("VBD", "VBZ", "VBP", "MD")
    return not (finite and word.dep in ("nsubj", "nsubjpass", "det", "compound"))


def _bare(item: list[Word]) -> list[Word]:
    while item and item[0].tag in ("DT", "PRP$"):
        item = item[1:]
    return item
