"""Who issues a text that speaks in its own voice: a release, a communiqué, a joint statement."""

import re
from itertools import pairwise

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
    r"|(?:statement|declaration|remarks|resolution|appeal|open letter|motion)(?: adopted| issued| passed)?"
    r" (?:by|of|from) (?:the )?[A-Z]"
    r"|we, the [a-z])",
    re.I,
)
_PRESS_OFFICE = re.compile(r"\b(press|media|news) (office|service|department|team|section)\b")
_OFTEN = 3
"""So often a text says "we" outside quotations whose publisher, named in it, speaks for itself whatever it is called."""
_HEADING = 3
"""In how many paragraphs from the top a line may name the issuer."""
_FIRST = 4
"""Sentences under the headline in which a joint statement says whose it is."""
_ABOUT = frozenset({"on", "regarding", "about", "concerning", "following", "after", "for"})
_STATEMENTS = frozenset({"statement", "communiqué", "communique", "declaration"})
_SHORT = 6
"""Words at most before "'s statement" that name whose it is."""
_JOINT = re.compile(r"\bjoint (statement|communiqu[eé]|declaration)", re.I)
_HEADED = _STATEMENTS | {"resolution", "appeal", "letter", "motion", "remarks"}
_LED = 5
"""Words at most between the name of a text and "by" or "of"."""
_ISSUING = frozenset(
    "ministry government union council commission committee party court university league agency company".split()
)


def find_issuer(casting: Casting) -> tuple[Draft, ...]:
    """Return who speaks in the report's own words; () where that is the writer of a news report."""
    document = casting.parse.document
    publisher = document.publisher if document.publisher and _issues(document.publisher) else None
    if publisher is None and document.publisher and _says_we(casting, _OFTEN) and not _is_medium(document.publisher):
        publisher = document.publisher if _published(casting, document.publisher) else None
    head = f"{document.headline or ''}\n{document.text[:_HEAD]}"
    if publisher is None and not (_RELEASE.search(head) and _says_we(casting)):
        return ()
    if _JOINT.search(head) and len(both := max(_in_title(casting), _named_first(casting), key=len)) > 1:
        return both
    found = _stating(casting) or (_published(casting, publisher) if publisher else None)
    found = found or _headed(casting) or _in_heading(casting)
    if found is None:
        return ()
    if publisher is not None and not found.acts_for and found.type == "government":
        found.acts_for = _state_after(casting, publisher, found)
    return (found,)


def end_of_release(casting: Casting) -> int:
    """The number of the first word of a news report that follows the release, "PORT ORM (Wire) -"; else of all words."""
    for before, sentence in pairwise(casting.parse.sentences):
        first = sentence.words[0]
        told = first.text.isupper() and len(first.text) > 2 and sentence.paragraph != before.paragraph
        if told and any(w.text in ("-", "—", "–") and w.start > casting.parse.words[w.i - 1].end for w in sentence.words[:14]):
            return first.i
    return len(casting.parse.words)


def _headed(casting: Casting) -> Draft | None:
    """Whose a text says it is at its head: "COMMUNIQUÉ of the players' committee.", "We, the consultants of X, have"."""
    for sentence in casting.parse.sentences[:_FIRST]:
        words_ = sentence.words
        lower = [w.lower for w in words_]
        said = next((k for k, w in enumerate(lower[: _LED + 1]) if w in _HEADED), len(lower))
        by = next((k for k in range(said + 1, min(said + _LED, len(lower))) if lower[k] in ("by", "of", "from")), None)
        start = by if by is not None else 1 if lower[:3] == ["we", ",", "the"] else None
        for word in words_[start + 1 :] if start is not None else ():
            if word.pos in ("VERB", "AUX") and word.tag not in ("VBN", "VBG") and word.text.islower():
                break
            found = [d for d in casting.mentions.get(word.i, ()) if d.type != "person" or d.plural]
            if found:
                return found[0]
    return None


def _in_heading(casting: Casting) -> Draft | None:
    """The body whose name is a line of its own before the text: "MINISTRY OF FOREIGN AFFAIRS OF X"."""
    for sentence in casting.parse.sentences:
        if sentence.paragraph > _HEADING:
            break
        found = {id(d): d for w in sentence.words for d in casting.mentions.get(w.i, ())}
        one = next(iter(found.values()), None)
        plain = all(w.i in casting.names or w.lower in ("the", "of", "and") for w in sentence.words)
        if one is not None and len(found) == 1 and plain and one.type in ("government", "organisation", "office", "coalition"):
            return one
    return None


def _state_after(casting: Casting, publisher: str, found: Draft) -> list[Draft]:
    """The state that the publisher's name tells after the ministry's: "of the Republic of X"."""
    rest = publisher.casefold().partition(found.name.casefold())[2].strip(" ,")
    for link in ("of the ", "of "):
        rest = rest.removeprefix(link)
    for text in (rest, rest.rpartition(" ")[2]):
        place = state_named(text.title())
        state = casting.roll.states.get(place.state) if place is not None else casting.roll.by_text.find(text) if text else None
        if state is not None and state.type in ("state", "government", "organisation", "other") and state is not found:
            return [state]
    return []


def lend_to_speakers(casting: Casting, issuer: tuple[Draft, ...]) -> None:
    """Let the one who answers at an issuer's briefing act for it: "MS. HOLM:" of a ministry's transcript."""
    speaking = [d for label in labelled(casting.parse) for d in casting.mentions.get(label.i, ()) if d.type == "person"]
    if len({d.name for d in speaking}) == 1 and len(issuer) == 1:
        for draft in speaking:  # a label such as "SPOKESPERSON:" is a draft of its own each time
            draft.acts_for = draft.acts_for or list(issuer)


def lend_to_ministers(casting: Casting, issuer: tuple[Draft, ...]) -> None:
    """Let the minister whom a ministry's own text names without a state act for the ministry."""
    if len(issuer) == 1 and issuer[0].type == "government":
        for draft in casting.roll.drafts:
            if "minister" in draft.nouns and draft.type in ("person", "office") and not draft.acts_for and not draft.plural:
                draft.acts_for = list(issuer)


def _parts(publisher: str) -> list[str]:
    return _PRESS_OFFICE.sub("", publisher.lower()).replace(",", " ").split()


def _is_medium(publisher: str) -> bool:
    return any(p in words("bodies", "documents", "media") for p in _parts(publisher))


def _issues(publisher: str) -> bool:
    """Whether the publisher is no medium but a body that speaks for itself."""
    parts = _parts(publisher)
    if _is_medium(publisher):
        return False
    return any(p in words("bodies", "documents", "issuing") or classes_of(p) & _ISSUING for p in parts)


def _says_we(casting: Casting, often: int = 1) -> bool:
    return sum(w.lower in ("we", "our") and w.quote < 0 for w in casting.parse.words) >= often


def _stating(casting: Casting) -> Draft | None:
    """Whose statement the headline says it is: "G7 Foreign Ministers' Statement on the strait"."""
    for sentence in casting.parse.sentences[:2]:
        if not casting.parse.is_title(sentence.words[0]):
            continue
        for mark in sentence.words[1:-1]:
            at = mark.i - sentence.words[0].i
            after = sentence.words[at + 1]
            owned = mark.text in ("'", "'s", "’", "’s") and after.lower in _STATEMENTS
            found = casting.mentions.get(sentence.words[at - 1].i, ()) if owned and at <= _SHORT else ()
            if len(found) == 1 and found[0].type != "person":
                return found[0]
    return None


def _in_title(casting: Casting) -> tuple[Draft, ...]:
    """The states and bodies that the headline names before what it is on."""
    found: dict[int, Draft] = {}
    for sentence in casting.parse.sentences:
        if casting.parse.is_title(sentence.words[0]):
            said = next((w.i for w in sentence.words if w.lower in _STATEMENTS), -1)
            on = next((w.i for w in sentence.words if w.lower in _ABOUT and w.i > max(said, sentence.words[0].i)), None)
            for word in sentence.words:
                if on is not None and word.i > on and found:
                    break
                found.update((id(d), d) for d in casting.mentions.get(word.i, ()) if _speaks(d))
    return tuple(found.values())


def _named_first(casting: Casting) -> tuple[Draft, ...]:
    """The states and bodies that the first sentences of a joint statement name in a row: "Representatives of A, B and C met"."""
    for sentence in [s for s in casting.parse.sentences if not casting.parse.is_title(s.words[0])][:_FIRST]:
        row: dict[int, Draft] = {}
        for word in sentence.words:
            if row and word.pos in ("VERB", "AUX") and word.tag not in ("VBN", "VBG"):
                break
            row.update((id(d), d) for d in casting.mentions.get(word.i, ()) if _speaks(d) and d.type != "office")
        if len(row) > 1 and any(w.lower == "and" for w in sentence.words):
            return tuple(row.values())
    return ()


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
