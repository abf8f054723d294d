"""Labels that name who speaks in a paragraph: "MS. HOLM: ...", "Ada Olm: ...", "((Ada Olm)) ...", "A. (ADA OLM, envoy) ..."."""

from collections import Counter
from collections.abc import Sequence

from dragoman.coding.parse import Word
from dragoman.coding.wordlists import words

_LONGEST = 8
_LONGEST_NAME = 5
_TURNS = 3
_ASKS = frozenset({"q", "q."})
_ANSWERS = frozenset({"a", "a."})
_LETTERED = "q and a"
"""Among the labels of a text: that its paragraphs are headed by the letters of question and answer."""
_BRACKETED = 24
"""Words in brackets behind a label that tell who it is, at most."""


def named_labels(paragraphs: list[list[Word]]) -> frozenset[str]:
    """Return the labels in small letters that a text uses again and again for people: "ada olm", "moderator"."""
    counts = Counter(label_text(found) for p in paragraphs if (found := _name_before_colon(p)))
    repeated = sum(counts.values()) >= _TURNS and any(n > 1 for n in counts.values())
    heads = {p[0].lower for p in paragraphs if _is_letter(p)}
    lettered = {_LETTERED} if heads & _ASKS and heads & _ANSWERS else set()
    return frozenset(counts if repeated else ()) | lettered


def label_of(paragraph: list[Word], named: frozenset[str]) -> tuple[list[Word], list[Word]] | None:
    """Return a paragraph's label and the words after it, or None where it has no label."""
    if (bracketed := _bracketed(paragraph)) is not None:
        return bracketed
    if _LETTERED in named and _is_letter(paragraph):
        return _lettered(paragraph)
    if (known := _capitals_of(paragraph)) is not None:
        return known
    label = _capitals(paragraph)
    if not label and named:
        label = _name_before_colon(paragraph)
        if label_text(label) not in named:
            return None
    return (label, paragraph[len(label) + 1 :]) if label else None


def is_answer(label: list[Word]) -> bool:
    """Return whether a label only says that it is an answer: who gives it was named before."""
    return len(label) == 1 and label[0].lower in _ANSWERS


def _is_letter(paragraph: list[Word]) -> bool:
    """Whether a paragraph opens with the Q or A of a question or answer, and a mark behind it."""
    first, after = paragraph[0], paragraph[1:2]
    if first.text not in ("Q", "A", "Q.", "A.") or not after:
        return False
    return first.text.endswith(".") or after[0].text in (".", ":", "-", "–", "—")


def _lettered(paragraph: list[Word]) -> tuple[list[Word], list[Word]]:
    """The letter, or the name in brackets behind it, and what is said."""
    rest = paragraph[1:] if paragraph[0].text.endswith(".") else paragraph[2:]
    close = _closing(rest)
    if close is None:
        return paragraph[:1], rest
    comma = next((n for n, w in enumerate(rest[:close]) if w.text == ","), close)
    said = rest[close + 1 :]
    return rest[1:comma] or paragraph[:1], said[1:] if said and said[0].text == ":" else said


def _closing(words_: list[Word]) -> int | None:
    """Where the bracket closes that these words open with."""
    if not words_ or words_[0].text != "(":
        return None
    return next((n for n, w in enumerate(words_[:_BRACKETED]) if w.text in (")", "):")), None)


def _capitals_of(paragraph: list[Word]) -> tuple[list[Word], list[Word]] | None:
    """The label in capitals with whose it is in brackets: "MS. ILVES (Harbour Players): Yes"."""
    opening = next((n for n, w in enumerate(paragraph[:_LONGEST]) if w.text == "("), 0)
    label, rest = paragraph[:opening], paragraph[opening:]
    close = _closing(rest)
    if not label or close is None or any(w.text != w.text.upper() for w in label):
        return None
    if rest[close].text == "):":
        return label, rest[close + 1 :]
    colon = rest[close + 1 : close + 2]
    return (label, rest[close + 2 :]) if colon and colon[0].text == ":" else None


def names_speaker(every: Sequence[Word], first: int, last: int) -> bool:
    """Return whether the words from one number to another stand as a speaker's label, by the marks around them.

    "HOLM:" and "MS. HOLM (Harbour Players):" at the head of a sentence, "A. (ADA HOLM, envoy)" behind the letter.
    """
    before, after = every[max(first - 1, 0)], every[min(last + 1, len(every) - 1)]
    if before.text == "(" and first > 1 and every[first - 2].text in ("A", "A.", ".", ":"):
        opens = every[first - 2] if every[first - 2].text in ("A", "A.") else every[max(first - 3, 0)]
        return opens.text in ("A", "A.") and after.text in (",", ")", "):")
    if first - every[first].sentence.words[0].i > 2:
        return False
    if after.text == "(":
        closed = (w for w in every[last + 2 : last + 2 + _BRACKETED] if w.text in (")", "):"))
        close = next(closed, None)
        return close is not None and (close.text == "):" or every[min(close.i + 1, len(every) - 1)].text == ":")
    return after.text == ":"


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
