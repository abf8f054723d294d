"""What "it" and "his demand" stand for, where a position answers the one told before it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from dragoman.coding.matters import essence
from dragoman.model import Position
from dragoman.model.findings import Stance

_BARE = re.compile(r"(?:(?:refuse|decline|agree)[sd]?|(?:consent|demur|object|balk)(?:r?ed|s)?)", re.I)
"""A verb of answering that names nothing: "B refused."."""
_ANAPHOR = re.compile(
    r"(?:no|yes|nay|aye)$|"
    r"(?:him|her|them)$|"
    r"(?:it|this|that)\b(?! \w+ (?:of|for|to|on)\b)|(?:them|one|note of it|these)$|(?:his|her|its|their|the|this|that)? ?"
    r"(?:demand|proposal|call|request|offer|appeal|idea|plan|invitation|figure|move)s?$|"
    rf"{_BARE.pattern}$|"
    r"[\w ]+['’]s? (?:demand|call|request|appeal)$",
    re.I,
)
_NO_ANSWER = re.compile(
    r"(?:has|have|had|would|will|did|does)(?:n't|n’t)?\b.*\b(?:answer|answered|repl(?:y|ied)|respond(?:ed)?|nothing|comment(?:ed)?|decided?)\b"
    r"(?! (?:to|on) (?:the|a|an|his|her|its|their) \w+)",
    re.I,
)
_ANSWERS = frozenset({"accept", "accept_if", "reject", "rule_out", "support", "noncommittal", "concede"})
_GIVEN = frozenset({"accept"})
"""Another's yes to what was asked tells again what that was."""
_YES_OR_NO = frozenset({"accept", "support", "reject"})
_ANSWERING = re.compile(
    r"\b(?:accept|agree|consent|assent|approv|endors|back|embrac|vot|said yes|say yes|said no|say no|yes to|no to|signed up|"
    r"went along|gone along|in favou?r|against|welcom|reject|refus|declin|turn|threw|thrown|rebuff|spurn|dismiss|rul)",
    re.I,
)
"""Verbs by which a yes or a no is given."""
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
    return [_answering(p, done) for p in done if not _BARE.fullmatch(p.issue)]


def _answering(position: Position, positions: Sequence[Position]) -> Position:
    """The position, sure where it answers by name what another asked just before; backing what is asked of one is a yes to it.

    "The mayor wants a freeze. The tenants have endorsed it, the landlords have thrown it out": the tenants accept.
    """
    if position.stance not in _YES_OR_NO or not position.actor or not _ANSWERING.search(position.spans[0].text):
        return position
    start, matter = position.spans[0].start, essence(position.issue)
    asked = [p for p in positions if p.stance in ("demand", "propose") and 0 < start - p.spans[0].start < _REACH]
    asked = [p for p in asked if not set(p.actor) & set(position.actor) and matter & essence(p.issue)]
    if not asked:
        return position
    others = [p for p in positions if set(p.actor) != set(position.actor) and 0 < p.spans[0].start - start < _NEAR]
    refused = any(p.stance == "reject" and (p.issue == position.issue or matter & essence(p.issue)) for p in others)
    stance: Stance = "accept" if position.stance == "support" and refused else position.stance
    return replace(position, stance=stance, certainty="sure")


def _beside(position: Position, done: Sequence[Position]) -> str:
    """The issue of another's answer right before it: "A signed up to the freeze and B threw it out"; "" elsewhere."""
    if position.stance not in _ANSWERS or not re.fullmatch(r"it|them|that|this|the latter", position.issue, re.I):
        return ""
    start = position.spans[0].start
    near = [
        p
        for p in done
        if 0 <= start - max(s.end for s in p.spans) < _CLOSE and p.stance in _YES_OR_NO and not set(p.actor) & set(position.actor)
    ]
    return near[-1].issue if near and not _ANAPHOR.match(near[-1].issue) else ""


def _issue(position: Position, positions: Sequence[Position]) -> str:
    unanswered = position.stance == "noncommittal" and _NO_ANSWER.match(position.issue)
    if position.stance not in _ANSWERS or not (unanswered or _ANAPHOR.match(position.issue)):
        return position.issue
    start = position.spans[0].start
    named = position.issue.split()[-1].lower().removesuffix("s")
    reach = _NEAR if named in _THINGS else _REACH
    meant = _ASKS | _GIVEN if position.stance in _YES_OR_NO else _ASKS
    told = [
        p
        for p in positions
        if p.stance in meant
        and start - reach < p.spans[0].start < start
        and not set(p.actor) & set(position.actor)
        and not _ANAPHOR.match(p.issue)
        and not _beside_own_answer(p, positions)
    ]
    if not told:
        return position.issue
    nearest = max(told, key=lambda p: p.spans[0].start)
    return nearest.issue if nearest.stance in _NAMED.get(named, meant) else position.issue


def _beside_own_answer(offer: Position, positions: Sequence[Position]) -> bool:
    """Whether it only goes with its maker's own yes: "A accepted the freeze and undertook to pay. B rejected it."."""
    start = offer.spans[0].start
    return offer.stance not in ("demand", "propose") and any(
        p.actor == offer.actor and p.stance in _GIVEN and 0 < start - p.spans[0].start < _NEAR for p in positions
    )
