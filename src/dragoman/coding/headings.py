"""Attributions without a verb: "Name: words" and "words: Name" in headlines, and a quotation with "— Name" after it."""

from collections.abc import Iterator

from dragoman.coding.attributions import Attribution
from dragoman.coding.parse import Parse, Sentence, Word
from dragoman.coding.wordlists import words

_DASHES = frozenset({"—", "–", "―", "-", "--"})
_LONGEST_NAME = 6


def find_headings(parse: Parse) -> Iterator[Attribution]:
    """Yield the attributions of the headline and of paragraphs that are a quotation and a dash before a name."""
    for sentence in parse.sentences:
        tokens = sentence.words
        if parse.is_title(tokens[0]):
            yield from _headline(tokens)
        elif tokens[0].quote >= 0:
            yield from _signed(sentence)


def _headline(tokens: list[Word]) -> Iterator[Attribution]:
    for n, word in enumerate(tokens):
        if word.quote >= 0 or not 0 < n < len(tokens) - 1 or word.text not in (":", "—", "–", "―"):
            continue
        before, after = tokens[:n], tokens[n + 1 :]
        if word.text == ":" and _is_name(before) and not _is_label(before, after):
            yield Attribution([word], _head(before), after, form="heading")
        elif len(before) > 2 and _is_name(after):
            yield Attribution([word], _head(after), before, form="headline")
        return


def _signed(sentence: Sentence) -> Iterator[Attribution]:
    tokens = sentence.words
    for n, word in enumerate(tokens):
        if word.quote < 0 and word.text in _DASHES and n > 3 and all(w.quote >= 0 for w in tokens[:n]):
            if _is_name(tokens[n + 1 :]):
                yield Attribution([word], _head(tokens[n + 1 :]), tokens[:n], form="signed")
            return


def _is_label(before: list[Word], after: list[Word]) -> bool:
    """Whether the colon tells what kind of piece it is: "Explainer: ...", "The mine: statement by the ministry"."""
    return before[-1].lower in words("cues", "labels") or after[0].lemma in words("cues", "occasions")


def _is_name(tokens: list[Word]) -> bool:
    """Whether the words are a short noun phrase with a name or an office and nothing else."""
    if not 0 < len(tokens) <= _LONGEST_NAME or any(w.pos in ("VERB", "AUX", "NUM") for w in tokens):
        return False
    named = any(w.pos == "PROPN" and w.ent in ("PERSON", "ORG", "GPE", "NORP") for w in tokens)
    return named or any(w.lemma in words("cues", "offices") for w in tokens)


def _head(tokens: list[Word]) -> Word:
    inside = {w.i for w in tokens}
    return next((w for w in reversed(tokens) if w.head.i not in inside and w.pos in ("PROPN", "NOUN")), tokens[-1])
