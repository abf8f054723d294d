"""Orders told by the place of words alone: no point in X before Y, first comes X and then Y."""

from dragoman.coding.clauses import mood, trimmed
from dragoman.coding.parse import Word
from dragoman.coding.waits import Wait, wait

_STOPS = frozenset({".", ";", ":", "—", "–", "--", "?", "!", '"'})
_LATER = frozenset({"afterwards", "afterward", "later", "second", "after", "next", "last"})
_FEW = 9
_UNTIL = frozenset({"before", "until", "till", "without", "unless"})
_CAUSES = frozenset({"because", "since", "as", "for", "but", "which", "although", "while"})


def pointless(word: Word) -> Wait | None:
    """ "No point in a visit before the text is agreed", "it makes no sense to sit down until the figures are out"."""
    after = _rest(word)
    mark = next((k for k, w in enumerate(after) if w.lower in _UNTIL), None)
    if mark is None or mark < 2 or not _is_denied(word) or after[0].lower not in ("in", "to", "for", "of"):
        return None
    gated = after[1:mark]
    required = _clause(after[mark + 1 :])
    if not required or required[0].ent in ("DATE", "TIME") or any(w.tag in ("VBZ", "VBP", "VBD", "MD") for w in gated):
        return None
    return wait(trimmed(gated), trimmed(required), word)


def first_comes(word: Word) -> Wait | None:
    """ "First comes a draft, then a summit"."""
    after = _rest(word)
    if len(after) < 5 or (word.pos == "ADJ" and word.dep == "amod") or after[0].lower not in ("comes", "come", "must"):
        return None
    after = after[2:] if after[1].lower == "come" else after[1:]
    then = next((k for k, w in enumerate(after) if w.lower == "then"), None)
    if then is None or then < 2 or then > 12:
        return None
    required = [w for w in after[:then] if w.text != ","]
    gated = _clause(after[then + 1 :])
    if required and required[-1].lower in ("and", "only"):
        required = required[:-1]
    if not required or not gated or any(w.tag in ("VBD", "VBZ", "VBP") for w in required):
        return None
    return wait(trimmed(gated), trimmed(required), word)


def first_and_later(word: Word) -> Wait | None:
    """ "Paperwork first, principals afterwards", "the audit comes first and the talks later"."""
    words, at = word.sentence.words, word.i - word.sentence.words[0].i
    start = max((k + 1 for k, w in enumerate(words[:at]) if w.text in _STOPS or w.text == ","), default=0)
    required = [w for w in words[start:at] if w.lower not in ("comes", "come", "must", "should")]
    after = words[at + 1 :]
    while after and after[0].lower in (",", "and", "then"):
        after = after[1:]
    later = next((k for k, w in enumerate(after[:_FEW]) if w.lower in _LATER), None)
    if later is None or not required or later < 1 or len(required) > _FEW:
        return None
    gated = after[:later]
    if any(w.pos in ("VERB", "AUX") and w.tag != "VBG" for w in (*required, *gated)) or not _things(required, gated):
        return None
    return wait(trimmed(gated), trimmed(required), word)


def _things(*sides: list[Word]) -> bool:
    return all(any(w.pos in ("NOUN", "PROPN") for w in side) for side in sides)


def _is_denied(word: Word) -> bool:
    """Whether it is called pointless: "no point", "little sense", or by a word that says so itself."""
    if word.pos == "ADJ":
        return not any(c.dep == "neg" for c in (*word.children, *word.head.children))
    if not any(c.lower in ("no", "little") for c in word.children):
        return False
    verb = word.head
    return verb.pos not in ("VERB", "AUX") or mood(verb) != "unreal"


def _rest(word: Word) -> list[Word]:
    words = word.sentence.words
    return words[word.i + 1 - words[0].i :]


def _clause(after: list[Word]) -> list[Word]:
    """The words up to the end of their clause."""
    out: list[Word] = []
    for k, word in enumerate(after):
        nxt = after[k + 1] if k + 1 < len(after) else None
        breaks = word.text == "," and (nxt is None or nxt.tag in ("PRP", "NNP", "DT") or nxt.lower in _CAUSES or nxt.text == '"')
        if word.text in _STOPS or breaks:
            break
        out.append(word)
    return out
