"""Which language a report is in; Dragoman reads English."""

import functools
from typing import Any

from dragoman.model import LanguageError

_LETTERS = 4000
_SHORT = 60
"""Letters below which no language is told: six words in capitals are taken for anything."""


@functools.cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def require_english(text: str, place: str) -> str:
    """Return "en"; raises `LanguageError`, naming the language, where the text is in another one.

    A report that quotes another script at length (a bilingual interview, say) is judged by its Latin letters.
    """
    letters = [c for c in text[: 4 * _LETTERS] if c.isalpha()]
    latin = sum(c < "\u0250" for c in letters)
    if not letters or (len(letters) < _SHORT and latin == len(letters)):
        return "en"
    mostly_latin = latin > 0.5 * len(letters)
    sample = "".join(c if c < "\u0250" or not c.isalpha() else " " for c in text) if mostly_latin else text
    language, certainty = _identifier().classify(" ".join(sample.split())[:_LETTERS])
    if language == "en" or (mostly_latin and certainty < 0.9):
        return "en"
    raise LanguageError(
        f"{place}: the report seems to be in another language (code {language!r}). Dragoman reads English; "
        "give an English version."
    )
