"""How many days must lie between two steps, and how many a step takes, where the words of a report say so."""

import re
from collections.abc import Mapping

from dragoman.assembly.dossier import Step
from dragoman.model import Condition, Document

_ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_NUMBERS = {"a": 1, "one": 1, **{w: n for n, w in enumerate(_ONES, 1)}, **{w: 10 * n for n, w in enumerate(_TENS, 2)}}
_DAYS = {"day": 1, "week": 7, "fortnight": 14, "month": 28}
"""A month has at least so many days: what is stated as months is counted so that nothing is called impossible that is not."""
_MANY = rf"\d{{1,3}}|(?:{'|'.join(_TENS)})[- ](?:{'|'.join(_ONES[:9])})|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))}"
_LENGTH = rf"(?P<many>{_MANY})[- ](?:full |clear |whole )?(?P<unit>{'|'.join(_DAYS)})s?"
_AT_MOST = re.compile(r"\b(?:within|less than|(?:no|not) (?:more|later) than|up to|under|in) (?:the )?(?:first )?$", re.I)
_GAP = re.compile(rf"\b{_LENGTH} (?:after|from|following|past)\b[^.;!?]{{0,30}}$", re.I)
_TAKES = re.compile(
    rf"[,\s]*(?:(?:which|that|this|it) )?(?:(?:will|would|should|may) )?(?:takes?|lasts?|needs?|requires?) "
    rf"(?:at least |some |about |around )?{_LENGTH}\b",
    re.I,
)
_BEFORE = 60


def least_days(condition: Condition, documents: Mapping[str, Document]) -> int:
    """Return how many days after the required step the gated one may come at the soonest, 0 where nothing is said.

    "No vote until 14 days after the text is published" gives 14; "within 14 days after" gives none, since that is a bound from
    above.
    """
    text = documents[condition.document].text
    for span in condition.required_span[:1]:
        start = max(0, span.start - _BEFORE, text.rfind("\n", 0, span.start) + 1)
        found = _GAP.search(text, start, span.start)
        if found and not _AT_MOST.search(text, start, found.start()):
            return _days(found)
    return 0


def days_taken(step: Step, documents: Mapping[str, Document]) -> int:
    """Return how many days a step takes by words that stand right after its own ("a count, which takes nine days"), else 0."""
    return max((_taken(w.citation.end, documents[w.citation.document].text) for w in step.wordings), default=0)


def _taken(end: int, text: str) -> int:
    found = _TAKES.match(text, end, end + _BEFORE)
    return _days(found) if found else 0


def _days(found: re.Match[str]) -> int:
    return _number(found["many"].lower()) * _DAYS[found["unit"].lower()]


def _number(words: str) -> int:
    if words.isdigit():
        return int(words)
    return _NUMBERS[words] if words in _NUMBERS else sum(_NUMBERS[part] for part in re.split("[- ]", words))


__all__ = ["days_taken", "least_days"]
