"""What was promised, by whom, and how far it has come; each state in its own words."""

from collections.abc import Iterable, Iterator

from dragoman.analysis import Analysis, Promise
from dragoman.analysis.exits import single
from dragoman.briefing.days import count_words
from dragoman.briefing.naming import joined
from dragoman.briefing.quoting import named, phrase, quoted, shown
from dragoman.briefing.retelling import Tale, tale
from dragoman.briefing.running import told
from dragoman.briefing.telling import Teller, claim
from dragoman.briefing.vocabulary import listed, table
from dragoman.briefing.wording import is_thing
from dragoman.briefing.worth import enough
from dragoman.model import Claim, Commitment

_SHOWN = 8


def promises(teller: Teller, analysis: Analysis) -> Iterator[Claim]:
    """Yield what was promised and what became of it; a receiver's confirmation is told as its word alone."""
    sure = [p for p in analysis.promises if p.states[-1].certainty != "possible"]
    new = [p for p in sure if any(s.status == "confirmed_by_receiver" or not teller.is_told(s) for s in p.states)]
    for run in _runs(teller, new[:_SHOWN]):
        states = [s for p in run for s in {s.status: s for s in p.states}.values()]
        received = [s for s in states if s.status == "confirmed_by_receiver" and s.giver and _item(teller, s)]
        yield from told(teller, _tales(teller, [s for s in states if s not in received]))
        received = [s for s in received if not teller.is_told(s)]
        if received:
            cited = [c for s in received for c in teller.dossier.cite(s)]
            teller.tell(cited)
            yield claim(teller.attributed(received[0], _received(teller, received), received), "reported", cited)
    if len(new) > _SHOWN:
        cited = [c for p in new[_SHOWN:] for c in p.citations]
        yield claim(f"The reports name {count_words(len(new) - _SHOWN, 'further promise')}", "reported", cited)


def _tales(teller: Teller, states: Iterable[Commitment]) -> Iterator[Tale]:
    for s in states:
        if not teller.is_told(s) and enough(teller, s):
            confirmed = s.status == "confirmed_by_receiver"
            said = tale(teller, s, s.receiver if confirmed else s.giver, table("promised")[s.status])
            teller.tell(said.cited)
            yield said


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


def _received(teller: Teller, states: list[Commitment]) -> str:
    """What one receiver, or one not named, confirms: its word, not the givers'."""
    receiver = teller.who(states[0].receiver)
    things = joined(f"{_item(teller, s)} from {teller.who(s.giver)}" for s in states)
    return f"the receiver{f', {receiver},' if receiver else ''} has confirmed {things}"


def _item(teller: Teller, state: Commitment) -> str:
    """The promised thing with its quantity, in the report's words where they stand together; empty where they name none."""
    cited, quantity = teller.dossier.cite(state), state.quantity_text or ""
    for span in state.spans:
        words = shown(span)
        if state.item in words and (quantity in words or not quantity):
            whole = _stretch(words, state.item, quantity or state.item)
            if '"' not in whole and is_thing(whole):
                return quoted(whole)
    item = named(teller.dossier.document[state.document], state.item, state.spans) or phrase(state.item, cited)
    if quantity.lower() == "one" and not item.startswith(('"', "“")):
        return f"one {single(state.item)}"
    return item if is_thing(item) and quantity in item else ""


def _stretch(words: str, item: str, quantity: str) -> str:
    """The words from the first of item and quantity to the end of the last, with an article before them."""
    start = min(words.index(quantity), words.index(item))
    end = max(words.index(quantity) + len(quantity), words.index(item) + len(item))
    before = words[:start].split(" ")
    article = before[-2] + " " if len(before) > 1 and before[-1] == "" and before[-2].lower() in listed("articles") else ""
    return article + words[start:end]


__all__ = ["promises"]
