"""Labels that name who speaks in a paragraph: "MS. HOLM: ...", "Ada Olm: ...", "((Ada Olm)) ..."."""

from collections import Counter

from dragoman.coding.parse import Word
from dragoman.coding.wordlists import words

_LONGEST = 8
_LONGEST_NAME = 5
_TURNS = 3


def named_labels(paragraphs: list[list[Word]]) -> frozenset[str]:
    """Return the labels in small letters that a text uses again and again for people: "ada olm", "moderator"."""
    counts = Counter(label_text(found) for p in paragraphs if (found := _name_before_colon(p)))
    repeated = sum(counts.values()) >= _TURNS and any(n > 1 for n in counts.values())
    return frozenset(counts) if repeated else frozenset()


def label_of(paragraph: list[Word], named: frozenset[str]) -> tuple[list[Word], list[Word]] | None:
    """Return a paragraph's label and the words after it, or None where it has no label."""
    if (bracketed := _bracketed(paragraph)) is not None:
        return bracketed
    label = _capitals(paragraph)
    if not label and named:
        label = _name_before_colon(paragraph)
        if label_text(label) not in named:
            return None
    return (label, paragraph[len(label) + 1 :]) if label else None


def label_text(label: list[Word]) -> str:
    """Return the label in small letters."""
    return " ".join(w.lower for w in label)


def _capitals(paragraph: list[Word]) -> list[Word]:
    """The words before the colon where they are all in capitals."""
    for n, word in enumerate(paragraph[: _LONGEST + 1]):
        if word.text == ":":
            return paragraph[:n] if n and any(len(w.text) > 1 or n == 1 for w in paragraph[:n]) else []
        if word.text != word.text.upper():
            return []
    return []


def _name_before_colon(paragraph: list[Word]) -> list[Word]:
    """The words before the colon where they are a person's name or the part of one who asks."""
    place = next((n for n, w in enumerate(paragraph[: _LONGEST_NAME + 1]) if w.text == ":"), 0)
    label = paragraph[:place]
    if not label or any(not w.text[:1].isupper() for w in label) or place >= len(paragraph) - 1:
        return []
    person = label[-1].ent == "PERSON" or all(w.lower in words("cues", "questioners") for w in label)
    return label if person else []


def _bracketed(paragraph: list[Word]) -> tuple[list[Word], list[Word]] | None:
    """The label in double brackets, as interviews have it."""
    opening = next((n for n, w in enumerate(paragraph[:3]) if set(w.text) != {"("}), 0)
    if sum(len(w.text) for w in paragraph[:opening]) != 2:
        return None
    close = next((n for n, w in enumerate(paragraph[: opening + _LONGEST]) if set(w.text) == {")"}), 0)
    after = close + 1 if close and paragraph[close].text == "))" else close + 2
    label, rest = paragraph[opening:close], paragraph[after:]
    return (label, rest) if close > opening and rest else None
