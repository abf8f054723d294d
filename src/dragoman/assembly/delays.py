"""How many days must lie between two steps, and how many a step takes, where the words of a report say so."""

import math
import re
from collections.abc import Mapping

from dragoman.assembly.dossier import Step
from dragoman.model import Condition, Document

_ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_NUMBERS: dict[str, float] = {
    **{"a": 1, "an": 1, "half": 0.5, "couple": 2, "dozen": 12},
    **{w: n for n, w in enumerate(_ONES, 1)},
    **{w: 10 * n for n, w in enumerate(_TENS, 2)},
}
_SCALES = {"hundred": 100, "thousand": 1000}
_DAYS = {"day": 1, "week": 7, "fortnight": 14, "month": 28, "year": 365}
"""A month has at least so many days: what is stated as months is counted so that nothing is called impossible that is not."""
_MOST = 36525
"""Days in a hundred years; what is longer is no plan."""
_SMALL = rf"(?:{'|'.join(_TENS)})[- ](?:{'|'.join(_ONES[:9])})|{'|'.join(sorted((*_ONES, *_TENS), key=len, reverse=True))}"
_LARGE = rf"(?:an?|{_SMALL}) (?:{'|'.join(_SCALES)})(?: and (?:{_SMALL})|[- ](?:{_SMALL}))?"
_WORDED = rf"(?:{_LARGE}|{_SMALL}|half an?|a couple of|a dozen|an?)"
_MANY = rf"(?:(?<![\d.,])\d{{1,3}}(?:,\d{{3}})+(?![\d,])|(?<![\d.,])\d{{1,6}}(?:\.\d+)?|{_WORDED})"
_UNITS = rf"(?:{'|'.join(_DAYS)}|hour)s?"
_LENGTH = (
    rf"(?:(?P<whole>{_MANY})[- ](?P<whole_unit>{_UNITS}) and )?"
    rf"(?P<many>{_MANY})(?P<half> and a half)?(?:(?: ?(?:to|or|[-–]) ?|-to-)(?:{_MANY})| and (?:{_MANY}))?[- ]"
    rf"(?:(?:full|clear|whole|calendar|working|business|consecutive|more|further) )?(?P<unit>{_UNITS})(?P<after> and a half)?"
    r"(?: or (?:two|three|so))?(?![\w'’])"
)
"""Of a range the first, which is the least ("three to five weeks", "a week or two"). So many working days are at least so many
days."""
_AT_MOST = re.compile(
    r"\b(?:(?P<within>within|inside(?: of)?|(?:less|fewer|earlier|sooner) than|under|in|during|over the)"
    r"|(?:no|not) (?:more|later|longer) than|not exceeding|up to|by|at (?:the )?(?:most|latest|outside)"
    r"|(?:a |the )?maximum(?: of)?|as (?:late|long) as),? (?:the )?(?:first |next )?$",
    re.I,
)
_FAR_OFF = re.compile(r"\b(?:more|later|longer) than $", re.I)
_ENDS_AT_MOST = re.compile(
    r",? (?:at (?:the )?(?:most|latest|outside)|or (?:sooner|earlier|less|fewer|before)|(?:as )?(?:a )?maximum)", re.I
)
_BEFORE_THAT = re.compile(r"\bbefore (?:the )?$", re.I)
_DENIED = re.compile(r"\b(?:no|not|never|nobody|nothing|none|cannot)\b|n['’]t\b", re.I)
_DENIES = re.compile(
    rf"(?:{_DENIED.pattern})(?! only\b| fail\b| hesitate\b)"
    r"(?:(?!\b(?:and|but|or|if|unless|until|when|once|that|which|who|whose|because|since|only)\b)[^.,;:!?])*$",
    re.I,
)
"""What denies the words right after it, with no other clause between: "will not hold the vote within 14 days after it"."""
_BETWEEN = re.compile(r"\bbetween $", re.I)
_GAP = re.compile(
    rf"\b{_LENGTH}(?: or more| at least)? (?:after|from|following|past)\b"
    r"(?:(?!\b(?:after|before|until|once|only|when|if|and|but)\b)[^.,;:!?]){0,30}$",
    re.I,
)
"""What stands between the length and the step names it, and no other step that the length counts from."""
_SOME = "(?:at least |some |about |around )?"
_TAKES = re.compile(
    rf"[,\s]*(?:(?:which|that|this|it) )?(?:(?:will|would|should) )?(?:(?:takes?|lasts?) {_SOME}{_LENGTH}"
    rf"|(?:needs?|requires?) {_SOME}{_LENGTH.replace('?P<', '?P<own_')}"
    r"(?=[.,;:!?)]|$|\n| to (?:be|do|complete|finish|run|carry|make)\b| of work\b))",
    re.I,
)
"""What needs twelve weeks takes them; what requires twelve weeks' notice, or twelve weeks between two steps, does not."""
_BEFORE = 60
_SENTENCE = 200


def least_days(condition: Condition, documents: Mapping[str, Document]) -> int:
    """Return how many days after the required step the gated one may come at the soonest, 0 where nothing is said.

    "No vote until 14 days after the text is published" gives 14; "within 14 days after" gives none, since that is a bound from
    above.
    """
    text = documents[condition.document].text
    for span in condition.required_span[:1]:
        start = max(0, span.start - _SENTENCE, text.rfind("\n", 0, span.start) + 1, text.rfind(". ", 0, span.start) + 1)
        found = _GAP.search(text, start, span.start)
        if found and not _is_bound_above(text, start, found, span.end):
            return _days(found, least=_BETWEEN.search(text, start, found.start()) is not None)
    return 0


def _is_bound_above(text: str, start: int, found: re.Match[str], end: int) -> bool:
    """Whether a length is the most that may go by: "at most 14 days after it", "14 days after it at the latest"."""
    most = _AT_MOST.search(text, start, found.start())
    if most and not (most["within"] and _DENIES.search(text, start, most.start())):
        return True
    if _ENDS_AT_MOST.match(text, end):
        return True
    far = _FAR_OFF.search(text, start, found.start())
    if far and _DENIES.search(text, start, far.start()):
        return True
    before = _BEFORE_THAT.search(text, start, found.start())  # "not before 14 days after it" is a bound from below
    return before is not None and _DENIED.search(text, start, before.start()) is None


def days_taken(step: Step, documents: Mapping[str, Document]) -> int:
    """Return how many days a step takes by words that stand right after its own ("a count, which takes nine days"), else 0."""
    return max((_taken(w.citation.end, documents[w.citation.document].text) for w in step.wordings), default=0)


def _taken(end: int, text: str) -> int:
    found = _TAKES.match(text, end, end + 2 * _BEFORE)
    if found is None or _ENDS_AT_MOST.match(text, found.end()):
        return 0
    return _days(found, "" if found["many"] else "own_")


def _days(found: re.Match[str], own: str = "", least: bool = False) -> int:
    """The days of a length, the longer unit of it first ("a year and a day"), and that alone where it is the `least` of two."""
    first, unit = _one(found[f"{own}whole"], found[f"{own}whole_unit"]), found[f"{own}unit"]
    if first and least:
        return min(_MOST, first)
    halves = 0.5 if found[f"{own}half"] or found[f"{own}after"] else 0
    last = _one(found[f"{own}many"], unit, halves)
    longer = first and _DAYS.get(_singular(found[f"{own}whole_unit"]), 0) > _DAYS.get(_singular(unit), 0)
    return min(_MOST, first + last if longer else last)


def _one(many: str | None, unit: str | None, halves: float = 0) -> int:
    """The days of so many of one unit; hours are days where they fill them."""
    if many is None or unit is None:
        return 0
    count = _number(many.lower()) + halves
    one = _singular(unit)
    return int(count // 24) if one == "hour" else math.ceil(count * _DAYS[one])


def _singular(unit: str) -> str:
    return unit.lower().removesuffix("s")


def _number(words: str) -> float:
    """The number that digits or words tell.

    >>> [_number(w) for w in ("1,000", "2.5", "two hundred and five", "half a", "a couple of", "thirty-one")]
    [1000.0, 2.5, 205, 0.5, 2, 31]
    """
    if words[0].isdigit():
        return float(words.replace(",", ""))
    told: float = 0
    for word in re.split(r"[- ]", words.removesuffix(" an").removesuffix(" a").removesuffix(" of").removeprefix("a ") or words):
        told = told * _SCALES[word] if told and word in _SCALES else told + _SCALES.get(word, _NUMBERS.get(word, 0))
    return told


__all__ = ["days_taken", "least_days"]
