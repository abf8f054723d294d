"""What is only supposed, asked, doubted, played or mocked: words of attitude there are nobody's position."""

from itertools import pairwise

from dragoman.coding.parse import Word
from dragoman.coding.wordlists import words

_UP = frozenset({"xcomp", "ccomp", "pcomp", "prep", "advcl", "acl", "conj", "parataxis", "dep", "acomp", "oprd", "pobj", "relcl"})
_VERBAL = frozenset({"VERB", "AUX"})
_NEGATIVE = frozenset({"never", "nor", "neither", "not", "only", "nowhere", "rarely", "seldom"})
_STEPS = 6


def supposed(cue: Word) -> bool:
    """Return whether the clause of a word of attitude is not asserted, by its own form or by what it stands under."""
    verb = cue.head if cue.dep in ("aux", "acomp", "attr", "neg") or (cue.tag in ("MD", "TO") and cue.dep != "ROOT") else cue
    return _asked(cue) or _irreal(verb) or _governed(verb) or _given_up(verb) or _played(verb) or _mocking(cue)


def _given_up(verb: Word) -> bool:
    """Whether what had been asked is told as dropped since: "had asked for a levy, but this has been dropped"."""
    perfect = verb.tag == "VBN" and any(c.lower in ("had", "'d") and c.dep == "aux" for c in verb.children)
    once = verb.tag == "VBD" and any(c.lower in words("suppositions", "dropping", "once") and c.i < verb.i for c in verb.children)
    if not perfect and not once:
        return False
    after = verb.sentence.words[verb.i + 1 - verb.sentence.words[0].i :]
    turn = next((k for k, w in enumerate(after) if w.lower in words("suppositions", "dropping", "turns")), None)
    if turn is None:
        return False
    dropped = words("suppositions", "dropping", "verbs")
    if any(a.lower == "no" and b.lower == "longer" for a, b in pairwise(after[turn:])):
        return True
    return any(w.lemma in dropped and w.tag in ("VBN", "VBD") for w in after[turn:] if w.pos == "VERB")


def _asked(cue: Word) -> bool:
    """Whether a question mark follows within the sentence: '"Will they oppose it?" a reporter asked'."""
    return any(w.text == "?" and w.i > cue.i for w in cue.sentence.words[cue.i - cue.sentence.words[0].i :])


def _irreal(verb: Word) -> bool:
    """Whether the clause is told as not so or not known: "would have rejected", "had they offered", "perhaps they will"."""
    lower = {c.lower for c in verb.children if c.dep in ("aux", "auxpass")}
    if verb.tag == "VBN" and "have" in lower and lower & words("suppositions", "irreal", "modals"):
        return True
    if any(c.lower in words("suppositions", "irreal", "adverbs") and c.i < verb.i + 3 for c in verb.children):
        return True
    if any(c.dep == "advcl" and _if_asked(c) for w in (verb, verb.head) for c in w.children):
        return True
    return _led_in(verb, lower) or _inverted(verb)


def _led_in(verb: Word, auxiliaries: set[str]) -> bool:
    """Whether the words before it suppose it: "suppose that", "whether they", "were the sea to wait", "if I were", "all but"."""
    place = verb.i - verb.sentence.words[0].i
    before = [w.lower for w in verb.sentence.words[:place]]
    opening = next((w for w in before if w not in ('"', "'")), "")
    if opening in words("suppositions", "irreal", "openers") or (opening in ("were", "had") and auxiliaries & {"would", "'d"}):
        return True
    return before[-2:] == ["all", "but"] or any(_were(before[k : k + 3]) for k in range(len(before) - 2))


def _inverted(verb: Word) -> bool:
    """Whether an auxiliary stands before the subject, as in a question or "had they offered"; not after "never" or "nor"."""
    subject = verb.child("nsubj", "nsubjpass")
    first = next((c for c in verb.children if c.dep in ("aux", "auxpass")), None)
    if subject is None or first is None or not first.i < subject.i < verb.i:
        return False
    place = first.i - verb.sentence.words[0].i
    before = verb.sentence.words[max(place - 2, 0) : place]
    return not any(w.lower in _NEGATIVE for w in before) and not any(w.pos in ("VERB", "NOUN", "ADV") for w in before[-1:])


def _were(three: list[str]) -> bool:
    """Whether the words put what is not so: "if I were"."""
    return three[0] == "if" and three[1] in ("i", "he", "she", "it") and three[2] == "were"


def _if_asked(clause: Word) -> bool:
    return clause.tag == "VBN" and clause.lemma == "ask" and any(c.lower == "if" for c in clause.children)


def _governed(verb: Word) -> bool:
    """Whether the clause stands under a word of supposing, doubting or denying, or after "short of", "instead of", "without"."""
    word = verb
    for _ in range(_STEPS):
        if word.head is word or word.dep not in _UP:
            return False
        above = word.head
        if (word.dep == "pcomp" and _withheld(above)) or (word.dep == "advcl" and _awaited(word, above)):
            return True
        if word.dep in ("pcomp", "xcomp") and _held_against(word, above):
            return True
        if word.dep in ("ccomp", "xcomp", "advcl") and (_unsure(above) or _believed(word, above)):
            return True
        if word.dep in ("ccomp", "parataxis") and above.lemma in words("suppositions", "over", "joking"):
            return True
        if word.dep in ("ccomp", "xcomp", "advcl", "acl", "relcl", "conj") and _doubting(word, above):
            return True
        if word.dep == "conj" and word.child("nsubj", "nsubjpass") is not None:
            return False
        word = above
    return False


def _held_against(word: Word, above: Word) -> bool:
    """Whether somebody is only suspected of it or charged with it: "is accused of demanding", "believed to have asked"."""
    verb = above.head if word.dep == "pcomp" else above
    if verb.lemma == "suspect" or (verb.lemma == "suspicion" and word.dep == "pcomp"):
        return True
    passive = verb.tag == "VBN" and (verb.dep in ("acl", "relcl", "amod") or verb.child("auxpass") is not None)
    return passive and verb.lemma in words("suppositions", "held_against", "verbs")


def _unsure(above: Word) -> bool:
    """Whether it is said to be likely, possible or absurd that: the clause itself is not asserted."""
    quality = above if above.pos == "ADJ" else above.child("acomp")
    return quality is not None and quality.lemma in words("suppositions", "over", "adjectives")


def _believed(clause: Word, above: Word) -> bool:
    """Whether somebody is only said to think that it will come so: "is sure that they will accept"."""
    if not any(c.dep == "aux" and c.lower in ("will", "would", "'ll") for c in clause.children):
        return False
    quality = above if above.pos == "ADJ" else above.child("acomp") or above
    if quality.pos == "VERB" and quality.tag not in ("VBN", "VBD"):
        return quality.lemma in words("suppositions", "over", "thinking") and clause.dep == "ccomp"
    return quality.lower in words("assessments", "mind", "adjectives") or quality.lemma in words(
        "suppositions", "over", "thinking"
    )


def _awaited(clause: Word, above: Word) -> bool:
    """Whether the clause tells what is yet to come: "they will leave when he gives up the shares"."""
    ahead = any(c.dep == "aux" and c.lower in ("will", "would", "'ll", "shall") for c in above.children)
    return ahead and any(c.lower in ("when", "once", "after") and c.i < clause.i for c in clause.children)


def _withheld(preposition: Word) -> bool:
    if preposition.lower in words("suppositions", "over", "prepositions"):
        return True
    place = preposition.i - preposition.sentence.words[0].i
    before = preposition.sentence.words[place - 1].lower if place else ""
    short = words("suppositions", "over", "short")
    return preposition.lower in ("of", "from", "to") and (preposition.head.lower in short or before in short)


def _doubting(word: Word, above: Word) -> bool:
    if above.pos == "NOUN":
        denied = above.lemma == "position" and any(c.lower == "no" for c in above.children)
        return word.dep in ("ccomp", "acl") and (denied or above.lemma in words("suppositions", "over", "nouns"))
    if above.lemma in ("put", "rule") and any(c.lower in ("off", "out") for c in above.children):
        return word.dep in ("ccomp", "xcomp") or word.tag == "VBG"
    if above.lemma in words("suppositions", "over", "withholding"):
        return word.dep in ("ccomp", "xcomp") or (word.dep == "advcl" and word.tag == "VB")
    if above.lemma not in words("suppositions", "over", "verbs") or word.dep in ("conj", "relcl"):
        return False
    return word.dep != "advcl" or any(c.dep == "mark" for c in word.children)


def _played(verb: Word) -> bool:
    """Whether the clause tells what happens in a work of fiction, or at worst: "in the play", "the novel tells of"."""
    fiction = words("suppositions", "fiction", "nouns")
    if any(
        c.lower == "in" and (of := c.child("pobj")) is not None and (of.lemma in fiction or _at_worst(of))
        for w in (verb, verb.head)
        for c in w.children
    ):
        return True
    return any((who := a.child("nsubj")) is not None and who.lemma in fiction for a in verb.ancestors())


def _at_worst(noun: Word) -> bool:
    return noun.lemma in ("case", "event") and any(c.lower in ("worst", "best", "that", "which") for c in noun.children)


def _mocking(cue: Word) -> bool:
    """Whether the sentence opens, within quotation marks, with mock praise: "Wonderful, another tariff"."""
    if cue.quote < 0:
        return False
    said = [w.lower for w in cue.sentence.words[:6] if w.text not in ('"', "'")]
    if said[:1] == ["how"] and set(said[2:4]) & {":", "!", ","}:  # "how generous: they offer us our own land"
        return True
    if said[:3] in (["yes", ",", "and"], ["sure", ",", "and"]):  # "yes, and pigs will fly"
        return True
    praise = words("suppositions", "mocking", "openers")
    return (bool(said) and (said[0] in praise and said[1:2] in ([","], ["!"]))) or " ".join(said[:2]) in praise


def withdrawn(noun: Word) -> bool:
    """Return whether consent or support is said to be missing or asked for: "withheld its support", "sought the backing of"."""
    return noun.dep == "dobj" and noun.head.lemma in words("suppositions", "missing", "verbs")
