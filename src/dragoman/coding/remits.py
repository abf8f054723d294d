"""What each of so many groups is to deal with, told in one list or in the sentences after ("One would look at pay, ...")."""

from collections.abc import Sequence

from dragoman.coding.parse import Parse, Word
from dragoman.coding.standing import governor
from dragoman.coding.wordlists import words

_CARDINAL = frozenset(("one", "another", "other", "others", "two"))
_ORDINAL = frozenset(("first", "second", "third", "fourth", "fifth", "last", "final"))
_ARTICLES = frozenset(("the", "a", "and", "plus", "with"))
_STOPS = frozenset(
    ("but", "while", "which", "who", "because", "although", "though", "if", "when", "until", "so", "whereas", "yet", "(", '"')
)
_MARKS = frozenset((",", ";", ":", ".", "-", "\u2013", "\u2014"))
_MODALS = frozenset(
    ("would", "will", "should", "could", "is", "are", "was", "were", "to", "be", "that", "which", "shall", "has", "have")
)
_EACH = frozenset(("respectively", "each"))
_RELATIVES = frozenset(("who", "which", "that"))
_PREPOSITIONS = frozenset(
    ("on", "for", "about", "with", "at", "to", "over", "into", "of", "after", "up", "concerning", "regarding", "around")
)
_OPENING = frozenset(("on", "for", "about", "concerning", "regarding", "covering"))
_JOINTS = frozenset((",", ";", "and", "or", "plus", "&"))
_DASHES = frozenset(("-", "\u2013", "\u2014"))
_LONGEST = 12  # words of one matter


def remits(parse: Parse, noun: Word, number: int) -> list[list[Word]]:
    """Return the words of each matter that `number` groups named by a noun are for; [] where not so many are named."""
    here = noun.sentence.words[noun.i + 1 - noun.sentence.words[0].i :]
    return _marked(here, noun, number) or _listed(_of_noun(here, noun), number) or _in_following(parse, noun, number)


def _of_noun(tokens: Sequence[Word], noun: Word) -> Sequence[Word]:
    """The words up to the verb of another clause: "proposed two panels and quarrelled over pay and pensions"."""
    verb = governor(noun)
    for at, word in enumerate(tokens):
        own = (
            word is verb or (word.head is verb and word.dep in ("aux", "auxpass")) or (at and tokens[at - 1].lower in _RELATIVES)
        )
        if _is_finite(word) and not own:
            return tokens[: at + 1]
    return tokens


def _in_following(parse: Parse, noun: Word, number: int) -> list[list[Word]]:
    """The matters told in the sentences after: "One would look at pay. Another ...", "They would cover pay and pensions."."""
    after: list[Word] = []
    for sentence in parse.sentences[noun.sentence.index + 1 : noun.sentence.index + 1 + number]:
        opens = _marker(sentence.words, 0, noun)
        if sentence.paragraph != noun.sentence.paragraph or (opens is None and not _takes_up(sentence.words, noun)):
            break
        after += sentence.words
        if opens is None:
            return _items(_past_verb(sentence.words), number)
    return _marked(after, noun, number) if after else []


def _takes_up(sentence: Sequence[Word], noun: Word) -> bool:
    """Whether a sentence tells of those groups: "they would deal with", "their subjects are", "the panels are to cover"."""
    first = sentence[0].lower
    if first in ("they", "these", "each"):
        return True
    pointed = first in ("their", "the") and len(sentence) > 1
    return pointed and (sentence[1].lemma == noun.lemma or sentence[1].lemma in words("tracks", "remits"))


def _past_verb(sentence: Sequence[Word]) -> Sequence[Word]:
    """The words after the verbs that open a list ("they would deal with ...", "the themes are to be ...")."""
    verbs = [at for at, w in enumerate(sentence[:9]) if w.pos in ("VERB", "AUX")]
    at = verbs[-1] + 1 if verbs else len(sentence)
    return sentence[at:]


def _marked(tokens: Sequence[Word], noun: Word, number: int) -> list[list[Word]]:
    """The matters after "one", "another", "the third": each from its mark to the next."""
    starts: list[tuple[int, int]] = []
    at = 0
    while at < len(tokens):
        after = _marker(tokens, at, noun) if at == 0 or _parts(tokens[at - 1]) else None
        if after is not None:
            starts.append((at, after))
            at = after
        at += 1
    if len(starts) != number:
        return []
    ends = [first for first, _ in starts[1:]] + [len(tokens)]
    found = [_matter(tokens[after:end]) for (_, after), end in zip(starts, ends, strict=True)]
    return found if all(found) else []


def _parts(word: Word) -> bool:
    return word.text in _MARKS or word.lower in ("and", "plus", "or", "with", "namely")


def _marker(tokens: Sequence[Word], at: int, noun: Word) -> int | None:
    """The place after "one", "the other", "a third group", "one of them" that begins at a place; None where none does."""
    while at < len(tokens) and tokens[at].lower in _ARTICLES:
        at += 1
    if at >= len(tokens) or tokens[at].lower not in _CARDINAL | _ORDINAL:
        return None
    at += 1
    if [w.lower for w in tokens[at : at + 2]] in (["of", "them"], ["of", "these"], ["of", "which"]):
        at += 2
    while at < len(tokens) and (
        tokens[at].lemma == noun.lemma or tokens[at].lemma in words("tracks", "bodies") or tokens[at].lower == "working"
    ):
        at += 1
    return at


def _matter(tokens: Sequence[Word]) -> list[Word]:
    """The matter itself, past "for", "would look at", "is to deal with"."""
    at = 0
    opens = (
        tokens[at].lower in _MODALS | _PREPOSITIONS or tokens[at].tag in ("VB", "VBG", "VBN", "VBP", "VBZ", "RB")
        if tokens
        else False
    )
    if not opens:
        return []  # "one from the north"
    while at < len(tokens) and (tokens[at].lower in _MODALS or tokens[at].text == "," or tokens[at].tag == "RB"):
        at += 1
    if at < len(tokens) and tokens[at].lower not in _PREPOSITIONS and tokens[at].tag in ("VB", "VBG", "VBN", "VBP", "VBZ"):
        at += 1 if at + 1 < len(tokens) else 0
    while at < len(tokens) and tokens[at].lower in _PREPOSITIONS:
        at += 1
        if at < len(tokens) and tokens[at].tag == "VBG" and tokens[at].lemma in words("tracks", "dealing"):
            at += 1
    return _trimmed(tokens[at:])


def _trimmed(tokens: Sequence[Word]) -> list[Word]:
    """The words of one matter, its article and the marks at its end left out; [] where they name none."""
    out = _before_next_clause(tokens)
    while out and (out[-1].pos in ("PUNCT", "CCONJ", "ADP") or out[-1].lower in _ARTICLES or out[-1].lower in _EACH):
        out.pop()
    while out and out[0].tag in ("DT", "PRP$"):
        out.pop(0)
    named = any(w.pos in ("NOUN", "PROPN") or w.tag in ("VBG", "VB", "NN") for w in out)
    return out if named and len(out) <= _LONGEST and not any(w.ent in ("DATE", "TIME") for w in out) else []


def _before_next_clause(tokens: Sequence[Word]) -> list[Word]:
    out: list[Word] = []
    for word in tokens:
        if word.lower in _STOPS or word.text in (".", ";", ":") or (word.text in _DASHES and _is_dash(word, tokens)):
            break
        out.append(word)
    cut = next((at for at, w in enumerate(out) if _is_finite(w)), None)
    if cut is None:
        return out
    verb = out[cut] if out[cut].dep not in ("aux", "auxpass") else out[cut].head
    subject = verb.child("nsubj", "nsubjpass")
    if subject is None or subject.i < out[0].i:
        return out[:cut] if verb.lemma not in words("cues", "speech") else []  # "two panels on pay and rosters have begun"
    first = min(w.i for w in subject.subtree())
    ends = [at for at, w in enumerate(out[:cut]) if w.i <= first and (w.text == "," or w.lower == "and")]
    return out[: ends[-1]] if ends else []


def _is_dash(word: Word, tokens: Sequence[Word]) -> bool:
    """Whether a stroke is a dash and no hyphen ("price - setting")."""
    at = tokens.index(word)
    return at == 0 or tokens[at - 1].end != word.start


def _is_finite(word: Word) -> bool:
    """Whether a word is the verb of another clause; "pay" in a list is tagged as a verb and is none."""
    if word.tag == "VBP":
        return word.child("nsubj", "nsubjpass") is not None or word.dep in ("aux", "auxpass")
    return word.tag in ("VBD", "MD", "VBZ")


def _listed(tokens: Sequence[Word], number: int) -> list[list[Word]]:
    """The matters of a list after "on", "for", "to handle", "devoted to" or a colon, if as many as there are groups."""
    return next((found for start in _starts(tokens) if (found := _items(tokens[start:], number))), [])


def _items(tokens: Sequence[Word], number: int) -> list[list[Word]]:
    region = _before_next_clause(tokens)
    if not any(w.lower in ("and", "or", "plus", "&") for w in region):
        return []
    for at in (_JOINTS, frozenset((",", ";"))):  # "pay and pensions, rosters, and safety" are three
        items = [_trimmed(_bared(item)) for item in _split(region, at)]
        if len(items) == number and all(items):
            return items
    return []


def _starts(tokens: Sequence[Word]) -> list[int]:
    """The places where a list may begin."""
    out = []
    for at, word in enumerate(tokens):
        after = tokens[at + 1 : at + 2]
        follows = bool(after) and after[0].lower in _PREPOSITIONS
        opens = word.lower in _OPENING or word.text in (":", *_DASHES)
        if opens or word.lemma in words("tracks", "dealing") or _is_task(tokens, at):
            out.append(at + 2 if follows else at + 1)
    return out


def _is_task(tokens: Sequence[Word], at: int) -> bool:
    """ "Groups to study seeds and soil", "groups that would draft a charter and a budget"."""
    before = [w.lower for w in tokens[max(0, at - 2) : at]]
    if tokens[at].tag not in ("VB", "VBP") or not before:
        return False
    return (before[-1] == "to" and at <= 2) or (len(before) > 1 and before[0] in _RELATIVES and tokens[at - 1].tag == "MD")


def _bared(item: Sequence[Word]) -> list[Word]:
    """An item without the preposition that each of a list repeats ("for haulage and for prices")."""
    kept = [*item]
    while kept and (
        kept[0].lower in ("one", "each", "on", "for", "about", "with", "to", "respectively") or kept[0].tag in ("DT", "PRP$")
    ):
        kept.pop(0)
    return kept


def _split(region: Sequence[Word], at: frozenset[str]) -> list[list[Word]]:
    out: list[list[Word]] = [[]]
    for word in region:
        if word.lower in at:
            out.append([])
        elif out[-1] or word.lower not in ("and", "or", "plus"):
            out[-1].append(word)
    return [item for item in out if item]
