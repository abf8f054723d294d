"""Whether groups that a report names are there yet, or no more than somebody's idea."""

from dragoman.coding.parse import Parse, Word
from dragoman.coding.wordlists import words

_NEAR = 12  # words before the groups in which the idea has to stand
_AFTER = 2  # sentences after them
_DENYING = frozenset(("none", "neither", "nobody", "not", "n't", "never", "nothing", "only", "no", "yet", "cannot"))
_THEM = frozenset(("none", "neither", "they", "them", "nobody", "both", "either", "these", "all"))


def only_an_idea(parse: Parse, noun: Word) -> bool:
    """Return whether groups are told as an idea ("another idea, namely three groups") or, after that, as not set up yet."""
    here = noun.sentence.words
    before = here[max(0, noun.i - here[0].i - _NEAR) : noun.i - here[0].i]
    if any(w.pos == "NOUN" and w.lemma in words("tracks", "ideas") for w in before):
        return True
    following = parse.sentences[noun.sentence.index + 1 : noun.sentence.index + 1 + _AFTER]
    near = (s.words for s in following if s.paragraph == noun.sentence.paragraph)
    return any(_is_undone(sentence, noun) for sentence in near)


def _is_undone(sentence: list[Word], noun: Word) -> bool:
    """ "None has been set up", "they exist only on paper", "nobody has been named to any of them"."""
    if not any(w.lower in _DENYING for w in sentence):
        return False
    about = any(w.lower in _THEM or w.lemma in (noun.lemma, "group") for w in sentence)
    return about and any(w.lemma in words("tracks", "setting_up") for w in sentence)
