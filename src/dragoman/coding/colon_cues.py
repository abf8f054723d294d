"""What a colon brings after a clause that only says how it was told: "she was blunter: no draft, no meeting"."""

from dragoman.coding.attributions import Attribution
from dragoman.coding.parse import Word
from dragoman.coding.subjects import FINITE, subject_of
from dragoman.coding.wordlists import words

_TELLINGS = words("cues", "tellings")
_MANNERS = words("cues", "tones")
_IT = frozenset({"it", "this", "that", "things", "matters", "matter", "point", "case"})
_SHORTEST = 3
"""Words that the colon must bring, at least."""


def colon_cue(mark: Word) -> Attribution | None:
    """Return the attribution that the clause before a colon makes; None where it names nobody or tells something itself."""
    words_ = mark.sentence.words
    at = mark.i - words_[0].i
    before = words_[:at]
    start = max((k + 1 for k, w in enumerate(before) if w.text in (";", "—", "–", "--")), default=0)
    verb = next((w for w in reversed(before[start:]) if _tells(w)), None)
    content = words_[at + 1 :]
    short = len(content) < _SHORTEST or not any(w.tag in FINITE for w in content)
    if mark.quote >= 0 or verb is None or verb.quote >= 0 or short:
        return None
    source = _teller(verb, [w for w in before[start:] if w.i > verb.i])
    return Attribution([verb], source, content, form="around") if source is not None else None


def _tells(word: Word) -> bool:
    """Whether a verb is finite; "put" has one form for all, which the tagger mistakes."""
    return word.pos in ("VERB", "AUX") and (word.tag in FINITE or word.lower == "put")


def _teller(verb: Word, after: list[Word]) -> Word | None:
    """Whose words follow: of "the minister put it plainly", "she was blunter on the radio", "the union's answer is simple"."""
    doer = subject_of(verb)
    if doer is None or doer.i > verb.i or doer.lower in _IT or any(c.dep == "neg" for c in verb.children):
        return None
    if verb.lemma == "put":
        return doer if any(w.lower in _IT and w.i - verb.i < 3 for w in after) else None
    if verb.lemma != "be" or not any(w.lower in _MANNERS for w in after[:4]):
        return None
    if doer.lemma not in _TELLINGS:
        return doer if doer.pos in ("PROPN", "PRON") or doer.ent else None
    of = next((c for c in doer.children if c.dep == "prep" and c.lower in ("of", "from", "by")), None)
    return doer.child("poss") or (of.child("pobj") if of is not None else None)
