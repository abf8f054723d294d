"""Who issues a text that speaks in its own voice: a release, a communiqué, a joint statement."""

import re

from dragoman.coding.casting import Casting
from dragoman.coding.drafts import Draft
from dragoman.coding.geography import LONGEST, state_named
from dragoman.coding.nouns import classes_of
from dragoman.coding.transcripts import labelled
from dragoman.coding.wordlists import words

_HEAD = 400
"""In how many letters from its beginning a text says that it is a release."""
_RELEASE = re.compile(
    r"\b(joint (?:statement|communiqu[eé]|declaration)|press (?:release|notice|statement)|for immediate release|communiqu[eé]"
    r"|(?:statement|declaration|remarks) (?:by|of|from) (?:the )?[A-Z])",
    re.I,
)
_JOINT = re.compile(r"\bjoint (statement|communiqu[eé]|declaration)", re.I)
_ISSUING = frozenset(
    "ministry government union council commission committee party court university league agency company".split()
)


def find_issuer(casting: Casting) -> tuple[Draft, ...]:
    """Return who speaks in the report's own words; () where that is the writer of a news report."""
    document = casting.parse.document
    publisher = document.publisher if document.publisher and _issues(document.publisher) else None
    head = f"{document.headline or ''}\n{document.text[:_HEAD]}"
    if publisher is None and not (_RELEASE.search(head) and _says_we(casting)):
        return ()
    if _JOINT.search(head) and len(both := _in_title(casting)) > 1:
        return both
    found = _published(casting, publisher) if publisher else None
    return (found,) if found is not None else ()


def lend_to_speakers(casting: Casting, issuer: tuple[Draft, ...]) -> None:
    """Let the one who answers at an issuer's briefing act for it: "MS. HOLM:" of a ministry's transcript."""
    speaking = [d for label in labelled(casting.parse) for d in casting.mentions.get(label.i, ()) if d.type == "person"]
    ones = list({id(d): d for d in speaking}.values())
    if len(ones) == 1 and not ones[0].acts_for and len(issuer) == 1:
        ones[0].acts_for = list(issuer)


def _issues(publisher: str) -> bool:
    """Whether the publisher is no medium but a body that speaks for itself."""
    parts = publisher.lower().replace(",", " ").split()
    if any(p in words("bodies", "documents", "media") for p in parts):
        return False
    return any(p in words("bodies", "documents", "issuing") or classes_of(p) & _ISSUING for p in parts)


def _says_we(casting: Casting) -> bool:
    return any(w.lower in ("we", "our") and w.quote < 0 for w in casting.parse.words)


def _in_title(casting: Casting) -> tuple[Draft, ...]:
    """The states and bodies that the headline names."""
    found: dict[int, Draft] = {}
    for sentence in casting.parse.sentences:
        if casting.parse.is_title(sentence.words[0]):
            for word in sentence.words:
                found.update((id(d), d) for d in casting.mentions.get(word.i, ()) if _speaks(d))
    return tuple(found.values())


def _speaks(draft: Draft) -> bool:
    return draft.named and draft.type in ("state", "organisation", "government", "coalition", "office")


def _published(casting: Casting, publisher: str) -> Draft | None:
    """The actor that the publisher's name means, as far as the text names it: the body itself, else its state."""
    parts = publisher.removeprefix("The ").split(",")[0].split()
    for length in range(len(parts), 1, -1):
        for first in range(len(parts) - length + 1):
            body = casting.roll.by_text.find(" ".join(parts[first : first + length]))
            if body is not None and body.type != "person":
                return body
    for length in range(min(LONGEST, len(parts)), 0, -1):
        for first in range(len(parts) - length + 1):
            text = " ".join(parts[first : first + length])
            place = state_named(text)
            state = casting.roll.states.get(place.state) if place is not None else casting.roll.by_text.find(text)
            if state is not None and state.type in ("state", "government", "other"):
                return state
    return None
