"""How a step is named: in the text's words, without what denies it, as a thing done ("signing a schedule")."""

import re

from dragoman.coding.clauses import subject
from dragoman.coding.parse import Word
from dragoman.coding.scene import Scene
from dragoman.coding.wordlists import words
from dragoman.model import Ids

_TALKING = words("conditions", "senses", "talking")
_SHORT = 5
"""Words of a topic that a pronoun is named by, at most."""
_DENYING = frozenset({"wo", "ca", "will", "would", "can", "do", "does", "did"})
_HELPING = frozenset(
    {"will", "'ll", "wo", "would", "'d", "can", "ca", "could", "may", "might", "must", "should", "shall", "do", "does", "did"}
)
_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
_THIRD = frozenset({"he", "she", "they", "it", "his", "him", "them"})
_OWNING = {"they": "their", "he": "his", "she": "her", "it": "its", "we": "our", "i": "my", "you": "your"}
_DENIALS = frozenset({"not", "n't", "never"})
_DOUBLING = frozenset(
    {
        "begin",
        "expel",
        "compel",
        "repel",
        "propel",
        "control",
        "patrol",
        "admit",
        "permit",
        "commit",
        "submit",
        "refer",
        "transfer",
        "forget",
        "occur",
        "defer",
        "regret",
    }
)
_ONE_SYLLABLE = re.compile(r"(?:qu|[^aeiou])*[aeiou][bdgklmnprtz]")


def step_name(scene: Scene, chosen: list[Word], holder: Ids, ended: bool = False) -> str:
    """Return the step in the text's words: without what denies it, with the holder's name for a pronoun, as ended where it is."""
    denied = {w.head.i for w in chosen if w.lower in _DENIALS and w.dep == "neg"}
    lacking = next((w for w in chosen[1:] if w.lower == "no" and w.dep == "det"), None) if ended and not denied else None
    ends = ended and not denied and lacking is None and chosen[0].lower not in ("no", "nothing")
    kept = [w for w in chosen if w.i not in _dropped(chosen, denied)]
    finite = (next((w for w in kept if w.tag in _FINITE), None) or _state_in(kept)) if ends else None
    return _written(scene, kept, holder, {lacking.i: _article(lacking)} if lacking is not None else {}, finite)


def _article(lacking: Word) -> str:
    """What stands for "no" once there is one: "a draft" of "as long as there is no draft"."""
    if lacking.head.tag in ("NNS", "NNPS"):
        return "the"
    after = lacking.sentence.words[lacking.i + 1 - lacking.sentence.words[0].i]
    return "an" if after.lower[0] in "aeiou" else "a"


def _state_in(chosen: list[Word]) -> Word:
    """What is said of a thing without a verb: "in force" of "the boycott in force"; a bare deed itself."""
    if chosen[0].tag == "VB":
        return chosen[0]
    return next((w for w in chosen[1:] if w.pos == "ADP" or (w.tag == "VBG" and w.dep in ("pcomp", "acl", "advcl"))), chosen[-1])


def deed_name(scene: Scene, chosen: list[Word], holder: Ids) -> str:
    """Return a step that waits as a thing done: "signing a schedule", "the crews returning to work"."""
    deeds = _deeds(chosen)
    if not deeds:
        return step_name(scene, chosen, holder)
    denied = {w.head.i for w in chosen if w.lower in _DENIALS and w.dep == "neg"}
    leading = {w.i for w in chosen if (w.lower in _HELPING and w.dep == "aux") or (w.lower == "then" and w.dep == "advmod")}
    marks = {w.i for w in chosen if w.lower == "to" and w.dep == "aux" and w.head in deeds}
    marks |= {w.i for w in chosen[:1] if w.lower in ("nor", "neither")}
    marks |= {w.i for w in chosen[:2] if w.lower == ","} | {w.i for w in chosen if w.lower == "only" and w.head in deeds}
    kept = [w for w in chosen if w.i not in _dropped(chosen, denied) | leading | marks]
    doer = subject(deeds[0].head if deeds[0].dep in ("aux", "auxpass") else deeds[0])
    forms = {w.i: gerund(w.lower) for w in deeds}
    if doer is not None and doer.lower in _OWNING and _name(scene, doer, holder) is None:
        forms[doer.i] = _OWNING[doer.lower]
    named = _written(scene, kept, holder, forms, None)
    return "talks" if named in ("talking", "to talk") else named


def gerund(verb: str) -> str:
    """Return the form in -ing.

    >>> [gerund(v) for v in ("sign", "leave", "cut", "be", "tie", "agree", "begin", "open", "free")]
    ['signing', 'leaving', 'cutting', 'being', 'tying', 'agreeing', 'beginning', 'opening', 'freeing']
    """
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) and len(verb) > 2:
        return verb[:-1] + "ing"
    doubled = verb in _DOUBLING or _ONE_SYLLABLE.fullmatch(verb)
    return verb + (verb[-1] if doubled else "") + "ing"


def _deeds(chosen: list[Word]) -> list[Word]:
    """The bare verb forms that a step's auxiliaries lead, with their coordinates; none for a noun phrase or a finite clause."""
    numbers = {w.i for w in chosen}
    verb = next((w for w in chosen if w.pos in ("VERB", "AUX") and (w.head is w or w.head.i not in numbers)), None)
    asked = any(w.tag in ("WP", "WDT", "WRB") for w in chosen if verb is not None and w.i < verb.i)
    if verb is None or asked or (verb is chosen[0] and verb.text[:1].isupper()):
        return []
    if any(c.lower in ("have", "has", "had") and c.dep == "aux" for c in verb.children):
        return []
    doer = subject(verb)
    opens = verb.i == chosen[0].i or (chosen[0].head is verb and chosen[0].dep in ("aux", "auxpass", "advmod", "neg"))
    if not opens and (doer is None or doer.i not in numbers or doer.i > verb.i):
        return []
    being = next((c for c in verb.children if c.lower == "be" and c.tag == "VB" and c.i in numbers), None)
    first = being or (verb if verb.tag == "VB" else None)
    if first is None:
        return []
    joined = [
        c for c in verb.children if c.dep == "conj" and c.tag == "VB" and c.i in numbers and c.child("nsubj", "aux") is None
    ]
    return [first, *joined] if being is None else [first]


def _dropped(chosen: list[Word], denied: set[int]) -> set[int]:
    """The words that only deny the step, or lead it."""
    drop = {w.i for w in chosen if w.dep == "neg" or (w.head.i in denied and w.lower in _DENYING) or _no_longer(w)}
    if (chosen[0].lower in ("no", "any") or chosen[0].tag == "MD") and len(chosen) > 1:
        drop.add(chosen[0].i)
    return drop


def _written(scene: Scene, kept: list[Word], holder: Ids, forms: dict[int, str], finite: Word | None) -> str:
    out, text, named = [], scene.document.text, False
    for word, after in zip(kept, [*kept[1:], None], strict=False):
        shown = (
            forms.get(word.i) or _topic(word) or (None if named else _name(scene, word, holder)) or text[word.start : word.end]
        )
        named = named or word.pos in ("NOUN", "PROPN")
        if word is finite:
            shown = f"{shown} no longer" if word.lemma == "be" or word.tag == "MD" else f"no longer {shown}"
        gap = " " if after is not None and after.start > word.end and after.text != "," else ""
        out.append(shown + gap)
    return " ".join("".join(out).split())


def _topic(word: Word) -> str | None:
    """What "it" is in "pay is another matter, and talks on it could open": the subject of the clause before."""
    noun = word.head.head
    if word.lower != "it" or word.head.lower not in ("on", "about", "over") or noun.lemma not in _TALKING:
        return None
    verb = noun.head
    doer = verb.head.child("nsubj", "nsubjpass") if verb.dep == "conj" else None
    if doer is None or doer.i > word.i:
        return None
    capital = doer.tag == "NNP" and doer.i == doer.sentence.words[0].i and not doer.ent  # a capital that opens the sentence
    if doer.tag != "NN" and not capital:
        return None
    named = [w for w in doer.subtree() if w.pos != "PUNCT"]
    return " ".join(w.lower if w.i == w.sentence.words[0].i else w.text for w in named) if len(named) < _SHORT else None


def _no_longer(word: Word) -> bool:
    return word.lower == "longer" and any(c.lower == "no" for c in word.children)


def _name(scene: Scene, word: Word, holder: Ids) -> str | None:
    """The name that a third person's pronoun stands for, where that is whose condition it is; others are left as written."""
    if word.tag not in ("PRP", "PRP$") or word.lower not in _THIRD or not is_holder(scene, word, holder):
        return None
    who, statement = scene.cast.who(word), scene.statement_at(word)
    if len(who) != 1 or (statement is not None and statement.manner == "direct" and who == statement.speaker):
        return None  # nobody calls himself "he"
    if word.lower in ("it", "its") and scene.cast.actors[who[0]].type == "person":
        return None
    name = scene.cast.actors[who[0]].name
    return (f"{name}'" if name.endswith("s") else f"{name}'s") if word.tag == "PRP$" else name


def is_holder(scene: Scene, doer: Word, holder: Ids) -> bool:
    """Return whether a word means who holds the condition, or its party."""
    who = scene.cast.who(doer)
    return not {*who, *scene.cast.party(who)}.isdisjoint({*holder, *scene.cast.party(holder)})
