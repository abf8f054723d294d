"""What was promised, by whom, and how far it has come; each state in its own words."""

import re
from collections.abc import Iterator

from dragoman.analysis import Analysis, Promise
from dragoman.analysis.exits import single
from dragoman.briefing.days import count_words
from dragoman.briefing.quoting import named, phrase, quoted, shown
from dragoman.briefing.telling import Teller, claim, joined
from dragoman.briefing.vocabulary import listed
from dragoman.model import Claim, Commitment

_SHOWN, _FEW = 10, 4
_FRAMES = {
    "proposed": "proposed {item}{to}",
    "announced": "announced {item}{to}",
    "agreed": "agreed to {item}{to}",
    "under_way": "began on {item}{to}, which is under way",
    "delivered": "delivered {item}{to}",
    "paused": "paused {item}{to}",
    "withdrawn": "withdrew {item}{to}",
}
_PASSIVE = {
    "proposed": "has been proposed",
    "announced": "has been announced",
    "agreed": "has been agreed",
    "under_way": "is under way",
    "delivered": "has been delivered",
    "paused": "has been paused",
    "withdrawn": "has been withdrawn",
}


def promises(teller: Teller, analysis: Analysis) -> Iterator[Claim]:
    """Yield a sentence for each promise, its states in order; promises of one giver in a row share one."""
    sure = [p for p in analysis.promises if p.states[-1].certainty != "possible"]
    for run in _runs(teller, sure[:_SHOWN]):
        cited = [c for p in run for c in p.citations]
        states = [s for p in run for s in {s.status: s for s in p.states}.values()]
        teller.tell(cited)
        confirmed = any(s.status == "confirmed_by_receiver" for s in states)  # whose word it is stands in the clause itself
        clause = _told(teller, states)
        if confirmed:
            yield claim(teller.attributed(states[0], clause, states), "reported", cited)
        else:
            yield claim(*teller.account(states[0], clause, states), cited)
    if len(sure) > _SHOWN:
        cited = [c for p in sure[_SHOWN:] for c in p.citations]
        yield claim(f"The reports name {count_words(len(sure) - _SHOWN, 'further promise')}", "reported", cited)


def _runs(teller: Teller, found: list[Promise]) -> list[list[Promise]]:
    """Neighbours that one giver makes, or one receiver confirms, in one report."""
    out: list[list[Promise]] = []
    for p in found:
        if out and len(out[-1]) < 3 and _key(teller, out[-1][-1]) == _key(teller, p) is not None:
            out[-1].append(p)
        else:
            out.append([p])
    return out


def _key(teller: Teller, promise: Promise) -> tuple[object, ...] | None:
    last = promise.states[-1]
    confirmed = last.status == "confirmed_by_receiver"
    who = teller.dossier.names(last.receiver if confirmed else last.giver)
    return (last.document, confirmed, who) if who and len(promise.states) == 1 else None


def _told(teller: Teller, states: list[Commitment]) -> str:
    """The states as one clause, the giver named once while it is the same."""
    parts: list[str] = []
    giver: tuple[str, ...] | None = None
    received: tuple[str, ...] | None = None
    for s in states:
        if s.status == "confirmed_by_receiver":
            receiver = teller.dossier.names(s.receiver)
            parts.append(_receipt(teller, s, first=receiver != received))
            received, giver = receiver, None
            continue
        received = None
        subject = "" if s.giver and teller.dossier.names(s.giver) == giver else f"{teller.who(s.giver)} "
        giver = teller.dossier.names(s.giver) or None
        parts.append(subject + _frame(teller, s) if s.giver else _passive(teller, s))
    return joined(parts)


def _passive(teller: Teller, state: Commitment) -> str:
    """A state of which the report names no giver, with the verb in the number of the thing."""
    if _points_back(state):
        return f"this is {state.status.replace('_', ' ')}: {quoted(shown(max(state.spans, key=lambda s: len(s.text))))}"
    head = re.split(r" (?:of|for|to|from|in|worth|under|that|which|with|on|by|at|as|where|over) ", f"{state.item} ")[0].split()[
        -1:
    ]
    many = bool(head) and head[0].endswith("s") and not head[0].endswith("ss")
    told = _PASSIVE[state.status]
    return f"{_item(teller, state)}{_to(teller, state)} {re.sub('^has', 'have', re.sub('^is', 'are', told)) if many else told}"


def _receipt(teller: Teller, state: Commitment, first: bool) -> str:
    """What a receiver confirms: its word alone, not the giver's."""
    what = f"{_item(teller, state)} from {teller.who(state.giver)}" if state.giver else _item(teller, state)
    if not first:
        return what
    receiver = teller.who(state.receiver)
    return f"the receiver, {f'{receiver}, ' if receiver else ''}not the giver, has confirmed {what}"


def _frame(teller: Teller, state: Commitment) -> str:
    if _points_back(state):
        verb = _FRAMES[state.status].split("{")[0].strip()
        return f"{verb} this: {quoted(shown(max(state.spans, key=lambda s: len(s.text))))}"
    return _FRAMES[state.status].format(item=_item(teller, state), to=_to(teller, state))


def _points_back(state: Commitment) -> bool:
    """Whether the thing is named by what was said before ("its pledge", "the money"), so that only the whole words tell it."""
    first = state.item.split()[0].lower() if state.item else ""
    return first in listed("possessives") or set(re.findall(r"\w+", state.item.lower())) <= listed("anaphors") | listed(
        "articles"
    )


def _to(teller: Teller, state: Commitment) -> str:
    receiver = teller.who(state.receiver)
    told = any(n.removeprefix("the ") in state.item for n in teller.dossier.names(state.receiver))
    return f" for {receiver}" if receiver and state.receiver != state.giver and not told else ""


def _item(teller: Teller, state: Commitment) -> str:
    """The promised thing with its quantity, in the report's words where they stand together."""
    cited, quantity = teller.dossier.cite(state), state.quantity_text or ""
    for span in state.spans:
        words = shown(span)
        if state.item in words and (quantity in words or not quantity):
            whole = _stretch(words, state.item, quantity or state.item)
            if '"' not in whole:
                return quoted(whole)
    item = named(teller.dossier.document[state.document], state.item, state.spans) or phrase(state.item, cited)
    if not quantity or quantity in state.item:
        return item
    if (
        quantity.lower() == "one"
        and len(state.item.split()) < _FEW
        and not re.match(r"\d|(?:two|three|four|five|six)\b", state.item)
    ):
        return f"one {single(state.item)}"
    return f"{item} ({phrase(quantity, cited)})"


def _stretch(words: str, item: str, quantity: str) -> str:
    """The words from the first of item and quantity to the end of the last, with an article before them."""
    start = min(words.index(quantity), words.index(item))
    end = max(words.index(quantity) + len(quantity), words.index(item) + len(item))
    before = words[:start].split(" ")
    article = before[-2] + " " if len(before) > 1 and before[-1] == "" and before[-2].lower() in listed("articles") else ""
    return article + words[start:end]


__all__ = ["promises"]
