"""Orders told as a chain: "The fund is waiting for the commission, the commission for the council's advice"."""

from collections.abc import Iterator

from dragoman.coding.clauses import subject, trimmed
from dragoman.coding.parse import Sentence, Word
from dragoman.coding.waits import Wait

_STOPS = frozenset({".", ";", ":", "—", "–", "--", "?", "!", '"'})
_LONGEST = 12
"""Words of one link of a chain, at most."""


def chains(sentence: Sentence) -> Iterator[Wait]:
    """Yield what waits for what, where the words name at least three steps, each of which waits for the next."""
    for verb in sentence.words:
        if verb.lemma != "wait" or verb.pos != "VERB" or subject(verb) is None:
            continue
        links = list(_links(sentence.words, verb))
        if len(links) > 1:
            yield from (Wait(gated, required, "only_after", verb) for gated, required in links)


def _links(words_: list[Word], verb: Word) -> Iterator[tuple[list[Word], list[Word]]]:
    """The pairs of a chain: what waits and what it waits for; each but the first names what the one before waited for."""
    first = subject(verb)
    gated = trimmed([w for w in first.subtree() if w.i < verb.i]) if first is not None else []
    last: set[str] = set()
    for part in _parts([w for w in words_ if w.i > verb.i]):
        at = next((k for k, w in enumerate(part) if w.lower == "for"), None)
        if at is None or len(part) > _LONGEST or (at > 0) != bool(last):
            return
        gated = trimmed(part[:at]) if last else gated
        required = trimmed(part[at + 1 :])
        if not gated or not required or (last and gated[-1].lemma not in last):
            return
        yield gated, required
        last = {w.lemma for w in required}


def _parts(after: list[Word]) -> Iterator[list[Word]]:
    """The stretches between commas and "and", to the end of the clause."""
    part: list[Word] = []
    for word in [*after, None]:
        if word is None or word.text in _STOPS or word.text == "," or word.lower == "and":
            if part:
                yield part
            part = []
            if word is None or word.text in _STOPS:
                return
        else:
            part.append(word)


__all__ = ["chains"]
