"""What was promised, by whom, and how far it has come; each state in its own words."""

from collections.abc import Iterator

from dragoman.analysis import Analysis, Promise
from dragoman.briefing.days import count_words
from dragoman.briefing.quoting import phrase, quoted, shown
from dragoman.briefing.telling import Teller, claim, joined
from dragoman.model import Citation, Claim, Commitment

_SHOWN = 10
_FRAMES = {
    "proposed": "{giver} proposed {item}{to}",
    "announced": "{giver} announced {item}{to}",
    "agreed": "{giver} agreed to {item}{to}",
    "under_way": "{giver} began on {item}{to}, which is under way",
    "delivered": "{giver} delivered {item}{to}",
    "paused": "{giver} paused {item}{to}",
    "withdrawn": "{giver} withdrew {item}{to}",
}
_NOBODY = "{source} has word of {item}{to}, {status}"


def promises(teller: Teller, analysis: Analysis) -> Iterator[Claim]:
    """Yield a sentence for each promise, its states in order."""
    sure = [p for p in analysis.promises if p.states[-1].certainty != "possible"]
    for promise in sure[:_SHOWN]:
        yield _promise(teller, promise)
    if len(sure) > _SHOWN:
        cited = [c for p in sure[_SHOWN:] for c in p.citations]
        yield claim(f"The reports name {count_words(len(sure) - _SHOWN, 'further promise')}", "reported", cited)


def _promise(teller: Teller, promise: Promise) -> Claim:
    source = teller.source(promise.states[-1])
    states: dict[str, Commitment] = {s.status: s for s in promise.states}
    told = joined(_state(teller, s, promise.citations) for s in states.values())
    named = any(s.giver and s.status != "confirmed_by_receiver" for s in states.values())
    return claim(f"{told}, by the account of {source}" if named else told, "reported", promise.citations)


def _state(teller: Teller, state: Commitment, cited: tuple[Citation, ...]) -> str:
    giver, receiver = teller.who(state.giver), teller.who(state.receiver)
    item = _item(state, cited)
    if state.status == "confirmed_by_receiver":
        source = f" from {giver}" if giver else ""
        by = f", {receiver}" if receiver else ""
        return f"{teller.source(state)} has word of {item}{source}, confirmed by the receiver{by}, not by the giver"
    to = f" for {receiver}" if receiver and receiver != giver else ""
    if giver:
        return _FRAMES[state.status].format(giver=giver, item=item, to=to)
    return _NOBODY.format(source=teller.source(state), item=item, to=to, status=state.status.replace("_", " "))


def _item(state: Commitment, cited: tuple[Citation, ...]) -> str:
    """The promised thing with its quantity, in the report's words where they stand together."""
    quantity = state.quantity_text or ""
    if not quantity or quantity in state.item:
        return phrase(state.item, cited)
    for span in state.spans:
        words = shown(span)
        if quantity in words and state.item in words:
            start = min(words.index(quantity), words.index(state.item))
            end = max(words.index(quantity) + len(quantity), words.index(state.item) + len(state.item))
            if '"' not in words[start:end]:
                return quoted(words[start:end])
    return f"{phrase(state.item, cited)} ({phrase(quantity, cited)})"
