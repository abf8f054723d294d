"""Conditions that answer a question: "Q. Would you hand over the seed bank? A. Yes, if the villages get a third." """

from collections.abc import Iterator, Sequence

from dragoman.coding.clauses import trimmed
from dragoman.coding.parse import Sentence, Word
from dragoman.coding.waits import Wait
from dragoman.model import Relation

_ASKING = frozenset({"will", "would", "can", "could", "may", "might", "do", "does", "are", "is", "should", "shall"})
_CONNECTIVES: dict[str, Relation] = {
    "if": "if", "once": "only_after", "after": "only_after", "when": "only_after", "until": "only_after", "till": "only_after",
    "before": "only_after", "unless": "only_after", "without": "only_after", "provided": "if",
}  # fmt: skip
_DENYING = frozenset({"until", "till", "before", "unless", "without"})
_SAYING = frozenset({"yes", "no", "not", "only", "never", "certainly", "gladly", "tomorrow", "sure"})
_ENDS = frozenset({".", ";", "—", "–", "--", "?", "!", '"'})
_OPENING = 10
"""Words in which an answer says yes or no: the speaker's label among them."""


def conditional_answers(sentences: Sequence[Sentence]) -> Iterator[Wait]:
    """Yield the conditions on which somebody says yes or no to a question that the sentence before asks."""
    for at, before in enumerate(sentences):
        asked = _asked(before) if before.words[-1].text == "?" else []
        for after in sentences[at + 1 : at + 3] if asked else ():  # "MS." of a label may stand as a sentence
            found = _answered(after) if 0 <= after.paragraph - before.paragraph <= 1 else None
            if found is not None:
                relation, required, frame = found
                yield Wait(asked, required, relation, frame, told=(*asked, *required))
            if found is not None or len(after.words) > 3:
                break


def _asked(question: Sentence) -> list[Word]:
    """The step that "Would you hand over the keys?" asks about, without the doer."""
    words_ = question.words
    asking = [k for k, w in enumerate(words_) if w.lower in _ASKING]
    at = next((k for k in asking if not k or words_[k - 1].text in (",", ".", ":", '"')), next(iter(asking), None))
    if at is None or at + 2 >= len(words_) or any(w.tag in ("WP", "WRB", "WDT") for w in words_[: at + 1]):
        return []
    verb = next((w for w in words_[at + 1 : at + 9] if w.tag == "VB"), None)
    return trimmed([w for w in words_ if verb is not None and w.i >= verb.i and w.text != "?"])


def _answered(answer: Sentence) -> tuple[Relation, list[Word], Word] | None:
    """The relation that an answer's connective tells, and what must come first: no verb stands between yes or no and that."""
    words_ = answer.words
    said = next((k for k, w in enumerate(words_[:_OPENING]) if w.lower in _SAYING), None)
    if said is None or any(w.pos in ("VERB", "AUX") for w in words_[:said]):
        return None
    at = next((k for k in range(said + 1, min(said + 4, len(words_))) if words_[k].lower in _CONNECTIVES), None)
    if at is None or any(w.pos in ("VERB", "AUX") for w in words_[said + 1 : at]):
        return None
    word, denied = words_[at], words_[said].lower in ("no", "not", "never")
    if (word.lower in _DENYING) != denied:
        return None
    stop = next((k for k in range(at + 1, len(words_)) if words_[k].text in _ENDS), len(words_))
    required = trimmed([w for w in words_[at + 1 : stop] if not (w.i == word.i + 1 and w.lower == "that")])
    only = words_[said].lower == "only" or words_[at - 1].lower == "only"
    relation: Relation = "only_after" if only else _CONNECTIVES[word.lower]
    return (relation, required, word) if len(required) > 1 and required[0].ent not in ("DATE", "TIME") else None


__all__ = ["conditional_answers"]
