"""Cues that stand in another's words: which of them report somebody else, and which only echo the speaker."""

from dragoman.coding.cues import Attribution
from dragoman.coding.wordlists import words

_SPEAKING_THEMSELVES = frozenset({"i", "we", "you", "me", "us", "one"})


def without_echoes(here: list[Attribution], answered: set[int]) -> list[Attribution]:
    """Return one sentence's attributions without the speaker's own "I think", "we know", "he wanted to".

    `answered` are the words of a transcript's answers. Measured on the gold: cues of belief and wish within another's words
    are statements one time in ten, cues of speech one time in two.
    """
    contents = [{w.i for w in a.content} for a in here]
    out = []
    for n, attribution in enumerate(here):
        cue = attribution.cue[0]
        inner = cue.i in answered or cue.quote >= 0 or any(cue.i in c for k, c in enumerate(contents) if k != n)
        if not inner or _reports_others(attribution):
            out.append(attribution)
    return out


def _reports_others(attribution: Attribution) -> bool:
    source, cue = attribution.source, attribution.cue[0]
    if source is None or source.lower in _SPEAKING_THEMSELVES or attribution.by_nearness:
        return False
    return cue.lemma in words("cues", "inner") or cue.lower == "according"
