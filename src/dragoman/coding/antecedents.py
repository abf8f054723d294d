"""What "it" and "his demand" stand for, where a position answers the one told before it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from dragoman.model import Position

_ANAPHOR = re.compile(
    r"(?:no|yes|nay|aye)$|"
    r"(?:it|this|that)\b(?! \w+ (?:of|for|to|on)\b)|(?:them|one|note of it|these)$|(?:his|her|its|their|the|this|that)? ?"
    r"(?:demand|proposal|call|request|offer|appeal|idea|plan|invitation|figure|move)s?$",
    re.I,
)
_NO_ANSWER = re.compile(
    r"(?:has|have|had|would|will|did|does)(?:n't|n’t)?\b.*\b(?:answer|answered|repl(?:y|ied)|respond(?:ed)?|nothing|comment(?:ed)?|decided?)\b"
    r"(?! (?:to|on) (?:the|a|an|his|her|its|their) \w+)",
    re.I,
)
_ANSWERS = frozenset({"accept", "accept_if", "reject", "rule_out", "support", "noncommittal", "concede"})
_ASKS = frozenset({"demand", "propose", "offer"})
_NAMED: dict[str, frozenset[str]] = {
    **dict.fromkeys(("demand", "call", "request", "appeal"), frozenset({"demand"})),
    **dict.fromkeys(("plan", "invitation", "move", "proposal"), frozenset({"propose", "offer"})),
    **dict.fromkeys(("offer", "figure"), frozenset({"offer", "propose"})),
}
"""What a noun that stands for what was asked may stand for."""
_THINGS = frozenset({"plan", "move", "figure", "offer"})
_NEAR = 350
_CLOSE = 30
_REACH = 600
"""Characters back to what is answered: about three sentences of news prose."""


def with_antecedents(positions: Sequence[Position]) -> list[Position]:
    """Return the positions, in the same order, with the issue of what they answer in place of a mere "it".

    Where nothing near was asked by somebody else, the words stay as they are.
    """
    done: list[Position] = []
    renamed: dict[str, str] = {}
    for position in positions:
        settled = replace(
            position,
            issue=_beside(position, done) or _issue(position, positions),
            same_as=renamed.get(position.same_as, position.same_as) if position.same_as else None,
        )
        renamed[position.id] = settled.id
        done.append(settled)
    return done


def _beside(position: Position, done: Sequence[Position]) -> str:
    """The issue of another's answer right before it: "A signed up to the freeze and B threw it out"; "" elsewhere."""
    if position.stance not in _ANSWERS or not re.fullmatch(r"it|them|that|this|the latter", position.issue, re.I):
        return ""
    start = position.spans[0].start
    near = [
        p
        for p in done
        if 0 <= start - max(s.end for s in p.spans) < _CLOSE and p.stance in _ANSWERS and not set(p.actor) & set(position.actor)
    ]
    return near[-1].issue if near and not _ANAPHOR.match(near[-1].issue) else ""


def _issue(position: Position, positions: Sequence[Position]) -> str:
    unanswered = position.stance == "noncommittal" and _NO_ANSWER.match(position.issue)
    if position.stance not in _ANSWERS or not (unanswered or _ANAPHOR.match(position.issue)):
        return position.issue
    start = position.spans[0].start
    named = position.issue.split()[-1].lower().removesuffix("s")
    reach = _NEAR if named in _THINGS else _REACH
    asked = [
        p
        for p in positions
        if p.stance in _ASKS
        and start - reach < p.spans[0].start < start
        and not set(p.actor) & set(position.actor)
        and not _ANAPHOR.match(p.issue)
    ]
    if not asked:
        return position.issue
    nearest = max(asked, key=lambda p: p.spans[0].start)
    return nearest.issue if nearest.stance in _NAMED.get(named, _ASKS) else position.issue
