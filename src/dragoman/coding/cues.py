"""Cues of speech and thought in a sentence: the cue, whose words they are, and which words are attributed."""

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.coding.parse import Sentence, Word
from dragoman.coding.wordlists import load, words
from dragoman.model.findings import Certainty

_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_EDGE = frozenset({",", ".", ";", ":", "-", "–", "—", "--", "and", "but"})


@dataclass(slots=True)
class Attribution:
    """A cue, the head of the words that name the source (None where unnamed) and the attributed words, in order."""

    cue: list[Word]
    source: Word | None
    content: list[Word]
    addressee: Word | None = None
    by_nearness: bool = False
    """Whether only standing in one sentence ties the quotation to the cue."""
    relayer: Word | None = None
    """Who passes the source's words on."""
    certainty: Certainty = "likely"


def find_attributions(sentence: Sentence) -> Iterator[Attribution]:
    """Yield the attributions of one sentence, nested ones included."""
    for word in sentence.words:
        found = None
        if word.lower == "according":  # the parser takes it for a verb as often as for a preposition
            found = _according(word)
        elif word.pos in ("VERB", "AUX"):
            found = _verbal(word)
        elif word.pos == "NOUN" and word.lemma in words("cues", "nouns"):
            found = _nominal(word)
        if found is not None:
            found.content = trimmed(_without_glosses(found.content))
            if found.content:
                yield found


def _without_glosses(content: list[Word]) -> list[Word]:
    """The words without the writer's ", which ..." and ", who ..." outside quotation marks."""
    inside = {w.i for w in content}
    out: set[int] = set()
    for word in content:
        if word.dep == "relcl" and word.quote < 0 and word.head.i in inside:
            gloss = word.subtree()
            first = gloss[0]
            before = first.sentence.words[max(first.i - first.sentence.words[0].i - 1, 0)]
            if before.lower == "," and first.lower in ("who", "which", "whose", "whom") and all(w.quote < 0 for w in gloss):
                out.update((before.i, *(w.i for w in gloss)))
    return [w for w in content if w.i not in out]


def trimmed(content: list[Word]) -> list[Word]:
    """Return the words without a leading "that" and without loose punctuation at either end."""
    first, last = 0, len(content)
    while first < last and content[first].quote < 0 and _is_loose(content[first]):
        first += 1
    while first < last and content[last - 1].quote < 0 and content[last - 1].lower in _EDGE:
        last -= 1
    return content[first:last]


def _is_loose(word: Word) -> bool:
    return word.lower in _EDGE or (word.lower == "that" and word.dep == "mark")


def _verbal(cue: Word) -> Attribution | None:
    lemma = cue.lemma
    content: list[Word] = []
    clausal = lemma in words("cues", "speech") or lemma in words("cues", "thought")
    if clausal:
        content = _clause(cue)
    if not content and (lemma in words("cues", "infinitive") or lemma in words("cues", "urging")):
        content = _infinitive(cue)
    if not content and lemma in words("cues", "object"):
        content = _object(cue)
    if not content and lemma in load("cues")["prepositional"]:
        content = _after_preposition(cue, load("cues")["prepositional"][lemma])
    near = not content and lemma in words("cues", "speech")
    if near:
        content = _quoted_around(cue)
    if not content:
        return None
    source = subject_of(cue)
    taken = {w.i for w in content}
    if source is not None and source.i in taken:
        return None
    passive = cue.child("nsubjpass") is not None
    if passive:
        agent = cue.child("agent")
        source = agent.child("pobj") if agent else None
    elif source is None:
        return None
    heard = cue.child("dobj", "dative") if lemma in ("tell", "inform", "assure", "remind") else None
    return Attribution([cue], source, content, None if heard is None or heard.i in taken else heard, near)


def subject_of(verb: Word) -> Word | None:
    """Return the verb's subject, its own or the one it shares with the verb it hangs on."""
    for step, word in enumerate((verb, *verb.ancestors())):
        found = word.child(*_SUBJECTS)
        if found is not None:
            return found
        if word.dep in ("acl", "relcl") and word.head.pos in ("NOUN", "PROPN"):
            return word.head if word.tag == "VBG" else None
        if step > 3 or word.dep not in ("conj", "xcomp", "advcl"):
            return None
    return None


def _clause(cue: Word) -> list[Word]:
    clause = cue.child("ccomp")
    if clause is None and cue.dep in ("parataxis", "ccomp") and cue.head.pos in ("VERB", "AUX") and cue.child("nsubj"):
        before = cue.sentence.words[cue.i - cue.sentence.words[0].i - 1] if cue is not cue.sentence.words[0] else None
        if cue.dep == "parataxis" or (before is not None and before.lower == ","):
            own = {w.i for w in cue.subtree()}
            return [w for w in cue.head.subtree() if w.i not in own]
    if clause is None:
        return []
    return [*clause.subtree(), *_provisos(cue, clause)]


def _provisos(cue: Word, clause: Word) -> list[Word]:
    """Clauses such as "unless ..." after the content: the parser hangs them on the cue, their sense belongs to the content."""
    late = [c for c in cue.children if c.dep == "advcl" and c.i > clause.i > cue.i]
    return [w for c in late if any(m.lower in words("cues", "provisos") for m in c.children) for w in c.subtree()]


def _infinitive(cue: Word) -> list[Word]:
    clause = cue.child("xcomp", "ccomp")
    if clause is None or clause.tag not in ("VB", "VBN", "VBG") or not any(c.lower == "to" for c in clause.children):
        return []
    person = cue.child("dobj")
    return [*(person.subtree() if person is not None else []), *clause.subtree()]


def _object(cue: Word) -> list[Word]:
    thing = cue.child("dobj")
    if thing is None or thing.lower in ("it", "that", "this", "himself", "herself", "themselves", "itself"):
        return []
    later = [w for c in cue.children if c.dep == "prep" and c.i > thing.i and c.lower in ("for", "of", "as") for w in c.subtree()]
    return [*thing.subtree(), *later]


def _after_preposition(cue: Word, prepositions: list[str]) -> list[Word]:
    for child in cue.children:
        if child.dep == "prep" and child.lower in prepositions and child.i > cue.i:
            return [w for w in child.subtree() if w is not child]
    return []


def _quoted_around(cue: Word) -> list[Word]:
    """The quotations of the cue's sentence, where the parser hung the cue on none of them."""
    if cue.quote >= 0:
        return []
    return [w for w in cue.sentence.words if w.quote >= 0]


def _according(word: Word) -> Attribution | None:
    to = next((w for w in word.sentence.words if w.i == word.i + 1 and w.lower == "to"), None)
    if to is None:
        return None
    source = to.child("pobj") or word.child("pobj")
    if source is None:
        return None
    own = {w.i for w in (word, to, *word.subtree(), *to.subtree())}
    clause = next((w for w in word.ancestors() if w is not to and w.pos in ("VERB", "AUX")), word.head)
    content = [w for w in clause.subtree() if w.i not in own]
    return Attribution([word, to], source, content)


def _nominal(cue: Word) -> Attribution | None:
    source = cue.child("poss")
    by = next((c for c in cue.children if c.dep in ("prep", "agent") and c.lower in ("by", "from")), None)
    if source is None and by is not None:
        source = by.child("pobj")
    if source is None:
        return None
    clause = cue.child("acl", "ccomp")
    if clause is not None and clause.i > cue.i and any(c.lower in ("that", "to") for c in clause.children):
        return Attribution([cue], source, clause.subtree())
    for child in cue.children:
        if child.dep == "prep" and child.lower in ("for", "of", "to") and child.i > cue.i:
            return Attribution([cue], source, [w for w in child.subtree() if w is not child])
    return None
