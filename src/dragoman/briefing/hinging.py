"""On which readings a deadlock hangs, and what it would be if the two sides moved at one moment, in words."""

import re
from collections.abc import Iterator

from dragoman.analysis import Analysis, AtOnce, Deadlock, Hinge
from dragoman.briefing.days import count_words
from dragoman.briefing.naming import joined
from dragoman.briefing.quoting import quoted
from dragoman.briefing.step_names import clumsiness, hedge_word, steps
from dragoman.briefing.telling import Teller, claim
from dragoman.briefing.wording import is_outcome, is_thing
from dragoman.model import Claim


def hinging(analysis: Analysis, deadlock: Deadlock) -> Iterator[Claim]:
    """Yield one sentence with the readings of which any, taken the other way, would dissolve the deadlock; none where it has no
    hedge and no assumption."""
    found = [h for h in analysis.hinges.get(deadlock.id, ()) if h.kind in ("hedge", "assumption")]
    told = list(dict.fromkeys(map(_told, found)))
    if told:
        without = "without which it is gone" if len(told) == 1 else "without any one of which it is gone"
        text = f"It hinges on {count_words(len(told), 'reading')}, {without}: {joined(told)}"
        yield claim(text, "inferred", [c for h in found for c in h.citations])


def _told(hinge: Hinge) -> str:
    if hinge.requirement is None:
        named = re.findall("“([^”]+)”", hinge.why)
        return f"what {quoted(named[0])} is taken to come out of" if named else "what is assumed"
    words = [w for c in hinge.requirement.conditions if (w := hedge_word(c))]
    return f"taking words hedged with {quoted(words[0])} for a condition" if words else "taking a stated purpose for a condition"


def at_once(teller: Teller, found: AtOnce, untied: str) -> Claim | None:
    """Return a sentence on moving at one moment as a way out; None where a step is worded as no thing."""
    wordings: dict[str, list[tuple[str, str]]] = {}
    for r in found.conditions:
        gated, required = steps(r)
        wordings.setdefault(r.gated, []).append((f"the end of {gated}" if r.relation == "until" else "", gated))
        wordings.setdefault(r.required, []).append(("", required))
    best = [
        min(told, key=lambda n: (bool(n[0]), not is_thing(n[1]), not is_outcome(n[1]), clumsiness(n[1])))
        for told in wordings.values()
    ]
    if not all(is_thing(n) or is_outcome(n) for _, n in best):
        return None
    named = [end or name for end, name in best]
    who = joined(teller.party(p) for p in found.by)
    cited = [c for r in found.conditions for c in r.citations]
    moment = f"{joined(named)} come at one moment, neither before the other"
    text = f"It follows, too, that {untied} would be untied if {who} let {moment}"
    return claim(text, "inferred", cited)


__all__ = ["at_once", "hinging"]
