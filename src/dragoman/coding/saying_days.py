"""On which day something was said: "told reporters on Tuesday that", "On Monday the union warned"."""

from datetime import date, timedelta

from dragoman.coding.attributions import Attribution
from dragoman.coding.dates import TimeExpression
from dragoman.coding.parse import Parse
from dragoman.coding.subjects import FINITE

_NEAR_DAY = 9
_DAY = len("2031-02-14")
_WEEK = timedelta(days=7)


def said_on(found: Attribution, days: dict[int, TimeExpression], content: set[int]) -> TimeExpression | None:
    """Return the day of the saying, which stands beside the cue or opens its sentence; the content's own days left out."""
    cue = found.cue[0]
    tokens = cue.sentence.words
    place = cue.i - tokens[0].i
    for word in (*tokens[place + 1 : place + _NEAR_DAY], *tokens[:_NEAR_DAY]):
        day = days.get(word.i)
        if day is None or day.sense != "date" or not content.isdisjoint(range(day.first, day.last + 1)):
            continue
        first, last = sorted((word.i - tokens[0].i, place))
        between = tokens[first + 1 : last]
        opens = word.i > cue.i or (day.first - tokens[0].i <= 2 and min(content) > cue.i)
        if opens and not any(w.tag in FINITE or w.i in content or w.text == ";" for w in between):
            return day
    return None


def day_value(parse: Parse, found: Attribution, day: TimeExpression) -> str | None:
    """Return the day in ISO 8601: what "was said on Tuesday" was said before the report appeared."""
    reported = parse.document.date.value
    named = not any(c.isdigit() for c in day.span.text)
    if day.value is None or reported is None or found.cue[0].tag != "VBD" or not named:
        return day.value
    if len(day.value) != _DAY or len(reported.value) != _DAY:
        return day.value
    value, written = date.fromisoformat(day.value), date.fromisoformat(reported.value)
    return (value - _WEEK).isoformat() if written < value < written + _WEEK else day.value
