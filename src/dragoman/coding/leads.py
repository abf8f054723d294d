"""Cues in a sentence of their own, beside a quotation: "Is it over?" the mayor asked. The mayor said: / "It is over." """

from dragoman.coding.attributions import Attribution
from dragoman.coding.cues import may_quote
from dragoman.coding.parse import Sentence, Word
from dragoman.coding.subjects import subject_of

_LONGEST = 25


def closing_cue(before: Sentence, sentence: Sentence, inside: dict[int, list[Word]]) -> Attribution | None:
    """Return the attribution of the quotation that ends just before the sentence, where the sentence is its cue."""
    last = before.words[-1]
    if before.paragraph != sentence.paragraph or last.quote < 0 or last.text[-1] not in "\"'”’":
        return None
    cue = next((w for w in sentence.words[:12] if w.pos == "VERB" and may_quote(w)), None)
    source = subject_of(cue) if cue is not None else None
    if cue is None or source is None or source.quote >= 0 or min(source.i, cue.i) - sentence.words[0].i > 6:
        return None
    return Attribution([cue], source, list(inside[last.quote]), form="lead")


def opening_cue(sentence: Sentence, following: Sentence, inside: dict[int, list[Word]]) -> Attribution | None:
    """Return the attribution of the quotation that the next sentence opens with, where the sentence ends in a colon."""
    first = following.words[0]
    colon = sentence.words[-1].text == ":" and len(sentence.words) <= _LONGEST
    if not colon or first.quote < 0 or following.paragraph - sentence.paragraph > 1:
        return None
    return _by_last_verb(sentence.words, inside[first.quote], any_verb=True)


def introducing_cue(sentence: Sentence, inside: dict[int, list[Word]], claimed: set[int]) -> Attribution | None:
    """Return the attribution of a quoted sentence that a colon or comma leads to: Olm spoke on the radio, "We are late." """
    for before, mark, word in zip(sentence.words, sentence.words[1:], sentence.words[2:], strict=False):
        opens = mark.quote >= 0 and mark.pos == "PUNCT" and before.quote < 0 and before.text in (",", ":")
        if opens and mark.quote not in claimed and word.text[:1].isupper() and len(inside[mark.quote]) > 6:
            words_before = [w for w in sentence.words if w.i < before.i]
            return _by_last_verb(words_before, inside[mark.quote], any_verb=before.text == ":")
    return None


def introduced(before: Sentence, sentence: Sentence, quoted: list[Word], inside: dict[int, list[Word]]) -> Attribution | None:
    """Return the attribution of a quotation without a cue to the person of whom the sentence before it tells something."""
    if sentence.paragraph - before.paragraph > 1 or any(w.quote >= 0 for w in before.words):
        return None
    verb = next((w for w in before.words if w.dep == "ROOT" and w.pos in ("VERB", "AUX")), None)
    subject = verb.child("nsubj") if verb is not None else None
    if verb is None or subject is None or not _is_person(subject):
        return None
    return Attribution([verb], subject, list(inside[quoted[0].quote]), form="introduced")


def _is_person(subject: Word) -> bool:
    """Whether the words name one person: "Olm", "she", "her colleague, Ada Olm"."""
    named = (subject, *(c for c in subject.children if c.dep == "appos"))
    return subject.lower in ("he", "she") or any(w.ent == "PERSON" for w in named)


def _by_last_verb(tokens: list[Word], quoted: list[Word], any_verb: bool) -> Attribution | None:
    """The quotation with the last verb before it; without a colon the verb must be one that quotes or speaks."""
    cue = next(
        (w for w in reversed(tokens) if w.pos == "VERB" and (any_verb or may_quote(w) or w.lemma in ("speak", "talk"))), None
    )
    source = subject_of(cue) if cue is not None and cue.quote < 0 else None
    return Attribution([cue], source, list(quoted), form="lead") if cue is not None and source is not None else None
