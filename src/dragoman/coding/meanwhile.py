"""Talks that somebody would hold while something else goes on: "ready to talk with the go-slow in force"."""

from collections.abc import Iterator
from itertools import pairwise

from dragoman.coding.clauses import extent, mood, negated, own_negation, refuses, trimmed
from dragoman.coding.parse import Sentence, Word
from dragoman.coding.purposes import is_step
from dragoman.coding.waits import Wait
from dragoman.coding.ways_to_talks import is_talks
from dragoman.coding.wordlists import words

_READY = words("conditions", "senses", "ready") | words("conditions", "meanwhile", "ready")
_INSISTING = words("conditions", "meanwhile", "insisting")
_FREE = frozenset({"can", "could", "will", "would", "'ll", "'d", "should", "may", "might", "must"})
_HOLDING = words("conditions", "meanwhile", "holding")
_IN_FORCE = words("conditions", "meanwhile", "in_force")
_AT_WORK = frozenset({"work", "sea", "tilt", "speed", "pace", "war"})
_STATES = words("conditions", "meanwhile", "states")
_GOES_ON = words("conditions", "mood", "goes_on") | words("conditions", "meanwhile", "going")
_BESIDE = words("conditions", "meanwhile", "beside")
_STOPPING = words("conditions", "meanwhile", "stopping")
_HALTING = words("stances", "halting", "nouns")
_TYING = frozenset({"if", "unless", "until", "once", "only", "provided", "before", "after"})
_ACTING = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_SUBJECTS = ("nsubj", "nsubjpass")
_VERBAL = frozenset({"VERB", "AUX"})
_UP = 5
"""Words up the tree from the talks to the word that says somebody is ready for them, at most."""


def meanwhile(sentence: Sentence, before: Sentence | None) -> Iterator[Wait]:
    """Yield that talks may go ahead while something goes on, which need not end first; `before` is the sentence before."""
    if sentence.words[-1].text == "?":
        return
    for word in sentence.words:
        found = _while(word) or _with(word) or _but_goes_on(word) or _side_by_side(word) or _no_obstacle(word)
        found = found or _but_will_not(word) or _not_needed(word, before) or _provided_not(word)
        if found is not None:
            yield found
            return


def _while(mark: Word) -> Wait | None:
    """ "Will hold talks while it keeps buying", "talks could be held while decrees were being signed"."""
    clause = mark.head
    if mark.lower not in ("while", "as") or mark.dep != "mark" or clause.i < mark.i or own_negation(clause) is not None:
        return None
    after_comma = _before(mark).text == ","
    if clause.child(*_SUBJECTS) is None or ((after_comma or mark.lower == "as") and not _goes_on(clause)):
        return None
    if mark.lower == "as" and mood(clause) == "past":
        return None
    ready = _ready_before(mark, goes_on=_goes_on(clause) or clause.tag == "VBG" or clause.child("aux") is not None)
    going_on = [w for w in extent(clause) if w.i > mark.i]
    return _wait(ready, going_on) if ready is not None and not any(is_talks(w) for w in going_on) else None


def _with(preposition: Word) -> Wait | None:
    """ "With the boycott in full force", "with the software running", "with no truce in place"."""
    if preposition.lower != "with" or preposition.dep not in ("prep", "mark", "conj"):
        return None
    words_ = preposition.sentence.words
    after = words_[preposition.i + 1 - words_[0].i :]
    stop = next((k for k, w in enumerate(after) if w.text in ',;:"()' or w.lower in ("and", "but", "as")), len(after) - 1)
    state = next((k for k in range(1, stop) if _is_state(after[k], after[: k + 3], k == stop - 1)), None)
    if state is None:
        return None
    thing = next((w for w in reversed(after[:state]) if w.pos in ("NOUN", "PROPN", "ADJ")), None)
    ready = _ready_before(preposition)
    named = any(w.ent in _ACTING and w.pos == "PROPN" for w in after[:state] if w.dep != "compound")
    if thing is None or ready is None or named or any(w.pos in _VERBAL and w.tag != "VBG" for w in after[: state - 1]):
        return None
    lacking = after[0].lower == "no"
    return _wait(ready, trimmed(after[1 if lacking else 0 : stop]), ended=not lacking)


def _is_state(word: Word, after: list[Word], last: bool) -> bool:
    """Whether a word opens what is said to be so: "in force", "in full swing", "running", "dark", "up"."""
    if word.lower in ("in", "under"):
        return any(w.lower in _IN_FORCE for w in after[-2:])
    if word.lower == "at":
        return any(w.lower in _AT_WORK for w in after[-2:])
    if word.tag == "VBG":
        return word.dep in ("pcomp", "acl", "ccomp", "advcl") and (word.dep == "pcomp" or word.lemma in _GOES_ON)
    return last and word.lower in _STATES and word.dep != "amod"


def _but_goes_on(verb: Word) -> Wait | None:
    """ "Ready for talks but would go on closing wards in the meantime", "the auctions would go ahead in parallel"."""
    if verb.pos not in _VERBAL or not _goes_on(verb) or own_negation(verb) is not None:
        return None
    if mood(verb) in ("past", "unreal", "bare"):
        return None
    own = extent(verb)
    if any(w.lower in _TYING or is_talks(w) for w in own) or verb.dep not in ("conj", "ccomp", "ROOT", "parataxis", "advcl"):
        return None
    words_ = verb.sentence.words
    before = words_[: own[0].i - words_[0].i]
    but = next((w for w in reversed(before[-4:]) if w.lower in ("but", "though", "yet", "and")), None)
    if but is None or (but.lower == "and" and not _beside(verb)):
        return None
    ready = _ready_before(but)
    return _wait(ready, [w for w in own if w.i > but.i and not _marks(w, verb)]) if ready is not None else None


def _but_will_not(verb: Word) -> Wait | None:
    """ "Willing to negotiate but will not lay down their arms", "ready to talk but has no plan to lift the ban"."""
    denial = own_negation(verb) if verb.pos == "VERB" and verb.dep == "conj" else None
    if denial is None or verb.lemma not in _STOPPING or mood(verb) not in ("future", "would"):
        return None
    own = [w for w in extent(verb) if w.i >= verb.i and not _marks(w, verb)]
    ready = _ready_before(denial) if not any(w.lower in _TYING for w in own) else None
    return _wait(ready, own, ended=False) if ready is not None else None


def _side_by_side(word: Word) -> Wait | None:
    """ "Willing to talk and to strike on the same day", "buy shares in the morning and conduct talks in the afternoon"."""
    first, second = word.head, word
    if word.dep != "conj" or word.pos != "VERB" or first.pos != "VERB" or word.child(*_SUBJECTS) is not None:
        return None
    if negated(first) or not (_free(first) or _is_ready(first)):
        return None
    same = any(w.lower in ("same", "once") and w.head.dep == "pobj" for w in second.subtree())
    parts = [w.lower for v in (first, second) for w in v.subtree() if w.dep == "pobj"]
    if not same and not _carries_on(second) and not {"morning", "afternoon"} <= set(parts) and not {"day", "night"} <= set(parts):
        return None
    talking = [v for v in (first, second) if _of_talks(v)]
    if len(talking) != 1:
        return None
    own = {w.i for w in second.subtree()}
    halves = [w for w in extent(first, own) if w.i >= first.i], [w for w in extent(second) if w.i >= second.i]
    told, done = halves if talking[0] is first else halves[::-1]
    return Wait(_to_comma(told), _without_time(_to_comma(done)), "not_required", first, ended=True)


def _carries_on(verb: Word) -> bool:
    """Whether a verb says that a doing goes on: "carry on buying", "keep drilling", "go on with the sales"."""
    doing = verb.child("xcomp", "advcl", "ccomp")
    going = _goes_on(verb) or verb.lemma == "continue"
    thing = verb.child("dobj")  # the parser takes "buying" for a noun
    busy = (doing is not None and doing.tag in ("VBG", "VB")) or (thing is not None and thing.lower.endswith("ing"))
    return going and (busy or any(c.lower == "with" for c in verb.children))


def _no_obstacle(word: Word) -> Wait | None:
    """ "Its ships would go on sailing, and there was nothing to prevent talks from being held at the same time"."""
    verb = word.head
    if word.lemma not in ("prevent", "stop", "keep", "bar") or not any(w.lower in ("nothing", "no") for w in verb.subtree()):
        return None
    words_ = word.sentence.words
    after = words_[word.i + 1 - words_[0].i :]
    talks = next((w for w in after[:6] if is_talks(w)), None)
    going = next((w for w in words_ if w.i < word.i and w.pos in _VERBAL and _goes_on(w) and own_negation(w) is None), None)
    if talks is None or going is None or mood(going) in ("past", "unreal"):
        return None
    told = [w for w in after if talks.i <= w.i and w.lower != "from"]
    stop = next((k for k, w in enumerate(told) if w.pos == "ADP" or w.pos == "PUNCT"), len(told))
    going_on = [w for w in extent(going) if w.i < word.i and w.head.dep != "parataxis" and w.dep != "parataxis"]
    return Wait(trimmed(told[:stop]), _to_comma(going_on), "not_required", going, ended=True)


def _not_needed(word: Word, before: Sentence | None) -> Wait | None:
    """ "We don't need a pause to have them", "a truce is not needed for talks to begin", "no need for a truce to talk"."""
    thing = _needless(word)
    if thing is None or not (is_step(thing) or thing.lemma in _HALTING):
        return None
    words_ = word.sentence.words
    after = words_[max(word.i, thing.i) + 1 - words_[0].i :][: _UP * 2]
    to = next((w for w in after if w.tag == "TO" or w.lower == "for"), None)
    talks = next((w for w in after if is_talks(w)), None)
    doer = word.head.child("nsubj") if word.lemma == "need" and word.head.lemma == "have" else None
    if doer is not None and is_talks(doer):
        return Wait(trimmed(doer.subtree()), trimmed(thing.subtree()), "not_required", word)  # "talks have no need of a pause"
    held = any(w.lower in ("them", "those") and w.head.lemma in _HOLDING for w in after)
    if talks is None and held and before is not None:
        talks = next((w for w in reversed(before.words) if is_talks(w)), None)
    if to is None or talks is None:
        return None
    told = [w for w in after if to.i < w.i <= talks.i] or [talks]
    needless = [w for w in thing.subtree() if w.i < to.i]
    return Wait(trimmed(told), trimmed(needless), "not_required", word)


def _provided_not(word: Word) -> Wait | None:
    """ "Ready for talks, provided that its guns need not fall silent", "so long as it does not have to stop buying"."""
    if word.lower not in ("provided", "providing", "long", "condition"):
        return None
    words_ = word.sentence.words
    after = words_[word.i + 1 - words_[0].i :][: _UP * 3]
    lower = [w.lower for w in after]
    spared = next((k for k, pair in enumerate(pairwise(lower)) if pair in (("need", "not"), ("needn't", "to"))), None)
    have = next((k for k, pair in enumerate(pairwise(lower)) if pair == ("have", "to") and {"not", "n't"} & set(lower[:k])), None)
    place = spared if spared is not None else have
    if place is None:
        return None
    doer = [w for w in after[:place] if w.lower not in ("that", "as", "do", "does", "not", "n't")]
    deed = _to_comma([w for w in after[place + 2 :] if w.text not in ".;"])
    ready = _ready_before(word)
    return _wait(ready, trimmed([*doer, *deed]), ended=False) if ready is not None and doer and deed else None


def _needless(word: Word) -> Word | None:
    """What is said not to be needed."""
    if word.pos == "NOUN" and word.lemma == "need" and any(c.lower == "no" for c in word.children):
        by = next((c for c in word.children if c.lower in ("for", "of") and c.dep == "prep"), None)
        return by.child("pobj") if by is not None else None
    said = word.child("acomp") if word.lemma == "be" else None
    if said is not None and said.lower in words("conditions", "ties", "needful") and own_negation(word) is not None:
        return word.child("nsubj")
    if word.lemma not in ("need", "require") or word.pos != "VERB" or own_negation(word) is None or mood(word) == "unreal":
        return None
    return word.child("nsubjpass") or word.child("dobj")


def _wait(ready: list[Word], going_on: list[Word], ended: bool = True) -> Wait | None:
    if not ready or not going_on or {w.i for w in ready} & {w.i for w in going_on}:
        return None
    verb = next((w for w in ready if w.pos in _VERBAL), ready[-1])
    return Wait(ready, going_on, "not_required", verb, ended=ended)


def _ready_before(mark: Word, goes_on: bool = True) -> list[Word] | None:
    """The talks, told before a word, that somebody is said to be ready for, able or willing to hold, or to insist on.

    Mere "will hold talks" says so only beside something that `goes_on`, which could have stopped.
    """
    words_ = mark.sentence.words
    for word in reversed(words_[: mark.i - words_[0].i]):
        if is_talks(word) and (told := _readied(word, goes_on)) is not None:
            return [w for w in told if w.i < mark.i]
    return None


def _readied(talks: Word, goes_on: bool) -> list[Word] | None:
    word, verb = talks, talks
    for _ in range(_UP):
        if word.pos in _VERBAL:
            if negated(word) or refuses(word) or mood(word) in ("past", "unreal"):
                return None
            verb = word if _carries(word, talks) else verb
            told_of = talks.head is word and talks.dep in _SUBJECTS  # "could smother the talks" is not told of the talks
            free = _free(word) and (told_of or word is verb or word.child("xcomp") is verb or word.lemma in _INSISTING)
            if (free and (goes_on or not _will(word))) or _is_ready(word):
                return _told(verb, talks)
            if word.lemma in _INSISTING and word is not talks:
                told = [talks] if talks.pos == "VERB" else [w for w in talks.subtree() if w.pos != "ADP" and w.i <= talks.i]
                return trimmed(told) or [talks]
        elif word.lemma in _READY and word.pos == "ADJ":
            return _told(verb, talks)
        if word.head is word or word.dep in ("relcl", "advcl", "acl"):
            return None
        if word.dep == "conj" and word.pos in _VERBAL and word.child(*_SUBJECTS) is not None:
            return None
        word = word.head
    return None


def _carries(verb: Word, talks: Word) -> bool:
    """Whether a verb says no more than that there are talks: "hold talks", "go on talking", "talks could be conducted"."""
    return verb is talks or verb.lemma in _HOLDING


def _told(verb: Word, talks: Word) -> list[Word]:
    """The words of the talks, with the verb that carries them."""
    verb = talks if talks.i < verb.i else verb  # "talks could be conducted": the talks
    first, last = min(verb.i, talks.i), max(verb.i, talks.i)
    if talks.pos == "NOUN":
        first = min([first, *(w.i for w in talks.subtree() if w.pos in ("ADJ", "NOUN", "PROPN", "DET"))])
        last = max(last, _matter(talks).i)
    chosen = [w for w in talks.sentence.words if first <= w.i <= last]
    return trimmed([w for w in chosen if w.pos not in ("ADV", "PUNCT") or w.lower in ("ahead", "on")])


def _matter(talks: Word) -> Word:
    """What the talks are on, wherever the parse hung it; the talks themselves where none is told."""
    words_ = talks.sentence.words
    on = words_[min(talks.i + 1 - words_[0].i, len(words_) - 1)]
    matter = on.child("pobj") if on.lower in ("on", "about", "over") else None
    return talks if matter is None or matter.ent in ("DATE", "TIME") else matter


def _free(verb: Word) -> bool:
    return any(c.dep == "aux" and c.lower in _FREE for c in verb.children) and own_negation(verb) is None


def _will(verb: Word) -> bool:
    return any(c.dep == "aux" and c.lower in ("will", "would", "'ll", "'d") for c in verb.children)


def _is_ready(verb: Word) -> bool:
    over = verb.head
    ready = verb.dep in ("xcomp", "ccomp") and (over.lemma in _READY or over.lower in _READY)
    return ready and not any(own_negation(w) for w in (over, over.head))


def _goes_on(verb: Word) -> bool:
    if verb.lemma in ("go", "carry", "press", "keep"):
        return any(c.lower in ("on", "ahead", "up") for c in verb.children) or verb.lemma == "keep"
    return verb.lemma in _GOES_ON


def _beside(verb: Word) -> bool:
    return any(_marks(w, verb) for w in verb.subtree())


def _marks(word: Word, verb: Word) -> bool:
    """Whether a word belongs to "meanwhile", "in the meantime", "at the same time", "in parallel"."""
    if word.lower in _BESIDE and word.dep in ("advmod", "pobj", "npadvmod"):
        return True
    led = word.child("pobj") if word.dep == "prep" else None
    if led is not None:
        return led.lower in _BESIDE or (led.lower == "time" and any(c.lower == "same" for c in led.children))
    return word.head is not verb and word.head.dep in ("prep", "pobj") and word.head is not word and _marks(word.head, verb)


def _of_talks(verb: Word) -> bool:
    return is_talks(verb) or any(is_talks(c) for c in verb.children if c.dep == "dobj")


def _to_comma(chosen: list[Word]) -> list[Word]:
    return trimmed(chosen[: next((k for k, w in enumerate(chosen) if k and w.text == ","), len(chosen))])


def _without_time(done: list[Word]) -> list[Word]:
    """The words of a deed without "on the same day"."""
    timed = (k for k, w in enumerate(done) if k and w.dep == "prep" and any(g.lower == "same" for g in w.subtree()))
    return done[: next(timed, None)]


def _before(word: Word) -> Word:
    words_ = word.sentence.words
    return words_[max(word.i - 1 - words_[0].i, 0)]
