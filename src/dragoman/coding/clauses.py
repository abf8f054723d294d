"""Clauses as steps: who does them, whether they are denied, how they look ahead, and which words are theirs."""

from collections.abc import Iterable, Iterator
from typing import Literal

from dragoman.coding.colon_cues import colon_cue
from dragoman.coding.parse import Word
from dragoman.coding.wordlists import load, words

Mood = Literal["future", "would", "modal", "must", "bare", "present", "past", "unreal"]

_SPEECH = words("conditions", "mood", "speech")
_VIEWS = words("cues", "views")
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
_UP = frozenset(
    {"xcomp", "ccomp", "pcomp", "dobj", "pobj", "prep", "acl", "conj", "nsubj", "nsubjpass", "attr", "acomp", "dative", "oprd"}
)
_EDGES = frozenset(
    {",", ";", ":", ".", "?", "!", '"', "'", "-", "–", "—", "--", "that", "and", "but", "so", "or", "(", ")", "..."}
)
_NEGATIONS = words("conditions", "mood", "negations")
_FUTURE = words("conditions", "mood", "future")
_MODALS = words("conditions", "mood", "modals")
_REFUSALS = words("conditions", "mood", "refusals")
_REFUSED_BY = {verb: frozenset(beside) for verb, beside in load("conditions")["refused_by"].items()}
_WILLING = words("conditions", "mood", "willing")
_WILLING_NOUNS = words("conditions", "mood", "willing_nouns")
_LONG = 22
"""Words behind the verb of a step, beyond which its sentence tells more than the step."""
_TAIL = 6
"""Words of a second predicate that is told for its own sake."""
_DATELINE = 14
"""Words before the hyphen that ends a dateline, at most."""
_VERBAL = frozenset({"VERB", "AUX"})


def subject(verb: Word) -> Word | None:
    """Return the head of the verb's subject, its own or the one it shares as a coordinate or complement."""
    word = verb
    for _ in range(4):
        if (child := _own_subject(word)) is not None:
            relative = child.tag in ("WP", "WDT") and word.dep == "relcl"
            return word.head if relative else child
        if word.head is word and word.pos in _VERBAL:
            return _loose_subject(word)
        if (thing := _taken_for_object(word)) is not None:
            return thing
        if word.dep not in ("conj", "xcomp", "pcomp", "prep", "advcl", "acl", "acomp", "oprd") or word.head is word:
            return None
        if word.dep == "advcl" and word.tag not in ("VBG", "VB"):
            return None
        if word.dep == "acl" and word.head.pos in ("NOUN", "PROPN") and word.tag in ("VBG", "VBD"):
            return word.head
        word = word.head
    return None


def _taken_for_object(verb: Word) -> Word | None:
    """The subject that the parser gave as object to the verb before: "will stress progress is tied to an audit"."""
    above = verb.head
    if verb.dep != "conj" or verb.tag not in ("VBZ", "VBP", "VBD") or any(c.dep == "cc" and c.i < verb.i for c in above.children):
        return None
    thing = above.child("dobj")
    between = above.sentence.words[above.i + 1 - above.sentence.words[0].i : verb.i - above.sentence.words[0].i]
    return thing if thing in between and not any(w.text == "," for w in between) else None


def _own_subject(verb: Word) -> Word | None:
    """The first subject of the verb's own, past a dateline that the parser took for one."""
    subjects = [c for c in verb.children if c.dep in _SUBJECTS]
    if len(subjects) < 2:
        return next(iter(subjects), None)
    dash = next((w.i for w in verb.sentence.words[:_DATELINE] if w.text == "-" and _is_dash(w)), -1)
    return next((c for c in subjects if c.i > dash), subjects[0])


def _loose_subject(root: Word) -> Word | None:
    """The noun phrase that opens the sentence, where the parser gave a finite root no subject ("X, for its part, has said")."""
    if root.tag == "VB" and not _auxiliaries(root):
        return None
    first = next((w for w in root.sentence.words if w.pos in ("PROPN", "PRON", "NOUN") and w.head.i >= w.i), None)
    while first is not None and first.head.pos in ("PROPN", "NOUN") and first.head.i < root.i and first.head is not first:
        first = first.head
    return first if first is not None and first.i < root.i and first.head in (root, first) else None


def governors(head: Word) -> Iterator[Word]:
    """Yield the words that the step stands under as complement or object, nearest first, with adjectives between."""
    word = head
    for _ in range(5):
        if word.dep not in _UP or word.head is word:
            return
        above = word.head
        if word.dep == "conj" and word.child(*_SUBJECTS) is not None:
            return
        if word.dep in ("nsubj", "nsubjpass") and above.pos not in _VERBAL:
            return
        if word.dep == "conj" and word.tag in ("VBZ", "VBD", "VBP") and above.pos in _VERBAL:
            word = above  # "rejected it and says talks can open": what is said is not rejected
            continue
        yield above
        yield from (c for c in above.children if c.dep in ("acomp", "oprd", "attr") and c is not word)
        word = above


def own_negation(verb: Word) -> Word | None:
    """Return the word that denies the clause: "not", "no longer", "no" on its subject or object, "nor" before it."""
    for child in verb.children:
        if child.lower in _NEGATIONS and child.dep != "conj":
            return child
        if child.lower == "longer" and any(c.lower == "no" for c in child.children):
            return child
        if child.dep in ("nsubj", "nsubjpass", "dobj", "attr", "expl"):
            found = next(
                (c for c in child.children if c.lower in ("no", "neither", "not") and c.dep in ("det", "neg", "preconj")), None
            )
            if found is not None:
                return found
    if verb.dep == "conj" and verb.child(*_SUBJECTS) is None and not _auxiliaries(verb):
        joined = next((c for c in verb.head.children if c.dep == "cc"), None)
        if joined is not None and joined.lower in ("or", "nor"):
            return own_negation(verb.head)
    return None


def negated(head: Word) -> bool:
    """Return whether the step is denied or refused, by its own clause or by what it stands under."""
    if own_negation(head) is not None or any(c.lower == "no" for c in head.children if head.pos not in _VERBAL):
        return True
    if head.dep == "conj" and is_let_go(head):
        return True
    if head.dep == "xcomp" and head.head.lower == "going" and own_negation(head.head) is not None:
        return True  # "nobody is going to sleep"
    if any(c.lower in ("for", "to", "by") and (c.child("pobj") or c).lower in _NOBODY for c in head.children if c.dep == "prep"):
        return True  # "is to be lifted for nobody until"
    for above in governors(head):
        if refuses(above) or (above.lemma in _LETTING and own_negation(above) is not None):
            return True
        if above.lemma in _WILLING and any(own_negation(w) for w in (above, above.head)):
            return True
        if above.pos == "NOUN" and any(c.lower == "no" for c in above.children):
            return True
    return False


_NOBODY = frozenset({"nobody", "none", "nothing"})
_LETTING = frozenset({"let", "allow", "permit"})


def is_let_go(verb: Word) -> bool:
    """Return whether it is what somebody is not let do, past commas: "refused to let its chief, X, hold"."""
    over, letting = verb.head, verb.head.child("xcomp")
    joined = any(c.dep == "cc" for c in over.children)
    return refuses(over) and letting is not None and letting.lemma in _LETTING and letting.i < verb.i and not joined


_FORESEEING = frozenset({"see", "foresee", "envisage", "plan", "schedule"})
_TALKING = words("conditions", "senses", "talking")


def refuses(word: Word) -> bool:
    """Return whether the word refuses what it governs: "refuse", "rule out", "impossible", not itself denied."""
    beside = _REFUSED_BY.get(word.lemma)
    if beside is None and word.pos == "VERB" and word.lemma in _FORESEEING:
        thing = word.child("dobj")  # "sees no summit before"
        return thing is not None and thing.lemma in _TALKING and any(c.lower == "no" for c in thing.children)
    if beside is None:
        if word.lemma not in _REFUSALS:
            return False
    elif not any(c.lower in beside for c in word.children):
        return False
    over = (word, word.head) if word.head.i < word.i else (word,)
    return not any(c.dep == "neg" for w in over for c in w.children)


def willed(head: Word) -> Word | None:
    """Return the word of will that the step stands under, or None."""
    found = next((w for w in governors(head) if w.lemma in _WILLING or refuses(w)), None)
    if found is None and head.dep == "advcl" and "to" in _auxiliaries(head):
        bound = head.head if head.head.lemma in ("oblige", "obligate", "bind", "commit") else None
        found = bound or next((c for c in head.head.children if c.dep == "dobj" and c.lemma in _WILLING_NOUNS), None)
    return found


def _auxiliaries(verb: Word) -> set[str]:
    return {c.lower for c in verb.children if c.dep in ("aux", "auxpass")}


def mood(verb: Word) -> Mood:
    """Return how the clause stands to the time it is told in."""
    helpers = _auxiliaries(verb) | ({verb.lower} if verb.tag == "MD" else set())
    modal = helpers & _MODALS
    if modal and "have" in helpers and verb.tag == "VBN" and not modal & {"must"}:
        return "unreal"
    if helpers & _FUTURE:
        return "future"
    if helpers & {"would", "'d"}:
        return "would"
    if "must" in helpers:
        return "must"
    if modal:
        return "modal"
    if "to" in helpers:
        return _infinitive(verb)
    if helpers & {"had", "was", "were", "did"} or (verb.tag == "VBD" and not helpers & {"has", "have", "is", "are", "'s"}):
        return "past"
    if helpers:
        return "present"
    if verb.dep == "conj" and verb.head.pos in _VERBAL and verb.child(*_SUBJECTS) is None:
        return mood(verb.head)
    return "bare" if verb.tag in ("VB", "VBG", "VBN") or verb.pos not in _VERBAL else "present"


def _infinitive(verb: Word) -> Mood:
    """ "To do" under "have", "need": must; "going to": future."""
    above = verb.head
    if verb.dep == "xcomp" and above.lemma in ("have", "need") and above.pos in _VERBAL:
        over = mood(above)
        retold = over == "past" and above.dep == "ccomp" and above.head.pos in _VERBAL  # "said that it had to go": it has to
        retold = retold or (over == "past" and _behind_a_cue(above))
        return "must" if retold or over in ("present", "future", "would") else over
    if verb.dep == "xcomp" and above.lower == "going":
        return "future"
    return "future" if _announced(verb) else "bare"


def _behind_a_cue(verb: Word) -> bool:
    """Whether a colon that ends a telling brings the clause: "she put it plainly: the draft had to be ready"."""
    before = verb.sentence.words[: verb.i - verb.sentence.words[0].i]
    return any(w.text == ":" and colon_cue(w) is not None for w in before)


def _announced(verb: Word) -> bool:
    """Whether a headline's infinitive tells what somebody will do: "Chairman to see crews only when ...", "..., board says"."""
    doer = verb.child("nsubj", "nsubjpass")
    first = doer is not None and doer.tag != "PRP" and doer.i < verb.i
    return first and (verb.dep == "ROOT" or (verb.dep == "ccomp" and verb.head.i > verb.i))


def extent(head: Word, aside: Iterable[int] = (), until: int | None = None) -> list[Word]:
    """Return a clause's own words in order: without the words `aside`, asides of the writer and what is coordinated later.

    `until` is the number of the word where the clause that depends on it starts: coordinates after it are another step's.
    """
    left_out = set(aside)
    out: list[Word] = []
    stack = [head]
    while stack:
        word = stack.pop()
        out.append(word)
        stack += [c for c in word.children if c.i not in left_out and not _apart(word, c, head, until)]
    out.sort(key=lambda w: w.i)
    return trimmed(_one_stretch(out, head))


def _one_stretch(chosen: list[Word], head: Word) -> list[Word]:
    """The words between the semicolons and dashes around the head, without an adverb that a comma sets off at the start."""
    first, last = 0, len(chosen)
    odd_dashes = sum(_is_dash(w) and w.i < head.i for w in chosen) % 2 == 1
    for k, word in enumerate(chosen):
        if word.text in (";", "--") or (word.i < head.i and (word.text == ":" or (_is_dash(word) and odd_dashes))):
            if word.i < head.i:
                first = k + 1
            else:
                last = k
                break
    chosen = _short_of_tail(chosen[first:last], head)
    if len(chosen) > 3 and chosen[1].text == "," and chosen[0].pos in ("ADV", "CCONJ", "SCONJ", "INTJ"):
        chosen = chosen[2:]
    return chosen


def _short_of_tail(chosen: list[Word], head: Word) -> list[Word]:
    """The words up to the first comma behind the head, where they go on for long: lists and asides tell no other step."""
    after = sum(w.i > head.i for w in chosen)
    comma = next((k for k, w in enumerate(chosen) if w.text == "," and w.i > head.i + 2), None)
    return chosen[:comma] if after > _LONG and comma is not None else chosen


def _is_dash(word: Word) -> bool:
    """Whether the word is a dash, or the hyphen between spaces that ends a dateline."""
    if word.text != "-":
        return word.text in ("–", "—")
    words_, at = word.sentence.words, word.i - word.sentence.words[0].i
    return 0 < at < len(words_) - 1 and words_[at - 1].end < word.start and word.end < words_[at + 1].start


def _apart(word: Word, child: Word, head: Word, until: int | None) -> bool:
    """Whether a child is no part of the step: another sentence joined on, a participle after a comma, a gloss, a mark."""
    if child.dep == "conj" and word is head and child.i > head.i:
        return (until is not None and child.i > until > head.i) or _tells_more(child, until, head)
    if child.dep == "cc" and word is head:
        return until is not None and child.i > until > head.i
    if child.dep == "parataxis" or child.lower == "according" or (child.dep == "mark" and word is head):
        return True
    if child.lower == "in" and child.i < head.i and any(c.lower in _VIEWS and c.child("poss", "prep") for c in child.children):
        return True
    if child.dep == "appos" and child.i > head.i and any(c.dep in ("relcl", "acl") for c in child.children):
        return _comma_before(child)
    if child.lower == "in" and any(c.lower == "order" for c in child.children):
        return True
    if child.dep == "advcl" and child.lemma in _SPEECH and any(c.lower == "as" and c.dep == "mark" for c in child.children):
        return True
    if child.dep == "advcl" and word is head and child.tag == "VBG" and child.i > head.i:
        return _comma_before(child)
    if child.dep == "relcl" and child.i > head.i:
        return _comma_before(child)
    return False


def _tells_more(child: Word, until: int | None, head: Word) -> bool:
    """Whether a coordinate after the step is another one: a clause of its own, or a long tail of the main clause."""
    if _comma_before(child) and child.child(*_SUBJECTS) is not None:
        return True
    tail = until is not None and until < head.i and child.pos == "VERB" and child.child(*_SUBJECTS) is None
    return tail and (_comma_before(child) or len(child.subtree()) > _TAIL)


def _comma_before(word: Word) -> bool:
    first = min((w.i for w in word.subtree()), default=word.i)
    base = word.sentence.words[0].i
    back = first - 1 - base
    while back > 0 and word.sentence.words[back].lower in ("and", "but", "so", "effectively", "directly", "thus", "thereby"):
        back -= 1
    return back >= 0 and word.sentence.words[back].text in (",", "—", "–", ";", ":")


def trimmed(chosen: list[Word]) -> list[Word]:
    """Return the words without loose punctuation, conjunctions and "that" at either end."""
    first, last = 0, len(chosen)
    while first < last and chosen[first].lower in _EDGES:
        if chosen[first].lower == "that" and chosen[first].dep in ("nsubj", "nsubjpass", "det"):
            break
        first += 1
    while first < last and chosen[last - 1].lower in _EDGES:
        last -= 1
    return chosen[first:last]
