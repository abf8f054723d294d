"""Whose a named body is: the state that a ministry, parliament or army acts for."""

from dataclasses import dataclass

from dragoman.coding.bodies import Bodies
from dragoman.coding.drafts import Draft, Roll
from dragoman.coding.geography import state_named
from dragoman.coding.names import Name
from dragoman.coding.wordlists import load, words

_ORGANS = words("bodies", "standing", "organs")


@dataclass
class Organs(Bodies):
    """The work on bodies of a state."""

    def _state_of_body(self, name: Name, body: Draft) -> None:
        """A ministry, parliament or army acts for the state it is named with."""
        if body.acts_for or not any(w.lower in _ORGANS for w in name.words):
            return
        seat = state_of_office(name.text, self.roll) or self._state_within(name) or self._state_at_end(name)
        owners = (seat,) if seat is not None else self._owners_before(name.words[0]) or self._owner_after(name.last)[0]
        body.acts_for = [d for d in owners if d is not body and d.type in ("state", "government")]

    def _state_at_end(self, name: Name) -> Draft | None:
        """The state or people that a ministry's name ends with: "Ministry of Foreign Affairs of the Republic of X"."""
        links = [k for k, w in enumerate(name.words) if w.lower == "of"]
        tail = name.words[links[-1] + 1 :] if links else []
        tail = name.words[links[1] + 1 :] if len(links) > 1 else tail
        tail = tail[1:] if tail and tail[0].lower == "the" else tail
        text = self.parse.document.text[tail[0].start : tail[-1].end] if tail else ""
        place = state_named(text) or state_named(text.title()) if text else None
        if place is not None:
            return self.roll.state(place, text, tail)
        return self.roll.body(text, tail, "state") if text and len(links) > 1 else None

    def _state_within(self, name: Name) -> Draft | None:
        """The state or people that a body's name begins with: "Danish" of "Danish Defence Ministry"."""
        for length in (3, 2, 1):
            text = self.parse.document.text[name.words[0].start : name.words[min(length, len(name.words)) - 1].end]
            place = state_named(text)
            if place is not None and length < len(name.words):
                return self.roll.state(place, text, name.words[:length])
        return None


def state_of_office(text: str, roll: Roll) -> Draft | None:
    """Return the state of a well-known office such as the White House, if the report names that state."""
    seats = load("bodies")["seats"]
    plain = text.removeprefix("the ").removeprefix("The ")
    found = next((state for office, state in seats.items() if plain.endswith(office)), None)
    return roll.states.get(found) if found else None
