"""Conditions told by a set phrase or the order of words: first ... then, no X no Y, hand in hand, X must come before Y."""

from dragoman.coding.clauses import extent, mood, negated, own_negation, subject, trimmed
from dragoman.coding.fronting import FINITE, led
from dragoman.coding.parse import Word
from dragoman.coding.waits import Wait, wait
from dragoman.coding.wordlists import words

_FORWARD = frozenset({"future", "would", "modal", "must"})
_VERBAL = frozenset({"VERB", "AUX"})
_COGNITION = words("conditions", "senses", "cognition") | words("conditions", "senses", "guessing")
_TALKING = words("conditions", "senses", "talking")
_SPEECH = words("conditions", "mood", "speech")
_STOPS = frozenset({"—", "–", "--", ",", ";", ":", ".", '"'})
_READY = words("conditions", "senses", "ready")
_OFFERING = words("conditions", "senses", "promises") | {"offer", "agree", "propose", "prepare"}
_MEASURES = words("conditions", "senses", "measures")


def coming(verb: Word) -> Wait | None:
    """ "X must come before Y", "X should precede Y"."""
    ought = mood(verb) == "bare" and (verb.head.lower == "ought" or any(c.lower == "ought" for c in verb.children))
    if verb.pos != "VERB" or not (ought or mood(verb) in ("must", "modal", "future")) or own_negation(verb) is not None:
        return None
    agent = verb.child("agent")
    if verb.lemma == "precede" and agent is not None and (prior := agent.child("pobj")) is not None:
        later = verb.child("nsubjpass")
        return wait(trimmed(later.subtree()), trimmed(prior.subtree()), verb) if later is not None else None
    doer = verb.child("nsubj")
    later = verb.child("dobj") if verb.lemma == "precede" else None
    by = next((c for c in verb.children if c.lower in ("before", "after", "ahead")), None)
    if by is not None and verb.lemma == "come":
        later = by.child("pobj", "pcomp")
    if doer is None or later is None or later.ent in ("DATE", "TIME"):
        return None
    pair = extent(later), trimmed(doer.subtree())
    if by is not None and by.lower == "after":
        return wait(pair[1], pair[0], verb) if ought or any(w.lower == "only" for w in verb.children) else None
    return wait(*pair, verb)


def verbless(adjective: Word) -> Wait | None:
    """What a headline calls impossible before what, its verb left out."""
    ahead = [w for w in adjective.sentence.words if w.i > adjective.i]
    if ahead and ahead[0].lower in ("for", "to"):
        return impossible_to(adjective, ahead)
    if adjective.lower == "question":
        return no_question_of(adjective, ahead)
    denied = adjective.i - 1 - adjective.sentence.words[0].i
    if adjective.lower == "possible" and (denied < 1 or adjective.sentence.words[denied].lower != "not"):
        return None
    if not ahead or ahead[0].lower not in ("before", "until", "without"):
        return None
    stop = next((n for n, w in enumerate(ahead) if w.text in ("—", "–", ",", ";", ":", ".", "--")), len(ahead))
    first = [w for w in adjective.sentence.words if w.i < adjective.i and w.lower != "not"]
    if any(w.pos in ("VERB", "AUX") and w.tag != "VBG" for w in first):
        be = adjective.head
        holds = mood(be) != "past" or (be.dep == "ccomp" and be.head.lemma in _SPEECH)  # "said that a meeting was impossible"
        thing = be.child("nsubj") if adjective.dep == "acomp" and holds else None
        if thing is None or thing.lemma not in _TALKING:
            return None
        return wait(trimmed(thing.subtree()), trimmed(ahead[1:stop]), adjective.head)
    start = max((n + 1 for n, w in enumerate(first) if w.text in (":", "—", "–")), default=0)
    return wait(trimmed(first[start:]), trimmed(ahead[1:stop]), adjective)


def called_off(word: Word) -> Wait | None:
    """What a headline calls off until what: "Arden-Berle summit off until deal is signed"."""
    words_, at = word.sentence.words, word.i - word.sentence.words[0].i
    after = words_[at + 1 :]
    if len(after) < 3 or after[0].lower not in ("until", "till", "unless", "pending") or after[1].ent in ("DATE", "TIME"):
        return None
    first = words_[:at]
    start = max((n + 1 for n, w in enumerate(first) if w.text in (":", "—", "–", '"', ",")), default=0)
    gated = [w for w in first[start:] if w.lower not in ("is", "are", "be", "stays", "remains", "was", "were")]
    stop = next((n for n, w in enumerate(after) if w.text in _STOPS), len(after))
    told = any(w.tag in FINITE for w in gated) or not any(w.lemma in _TALKING for w in gated)
    return None if told else wait(trimmed(gated), trimmed(after[1:stop]), word)


def no_question_of(noun: Word, ahead: list[Word]) -> Wait | None:
    """ "There is no question of a meeting before the accounts are opened"."""
    mark = next((k for k, w in enumerate(ahead) if w.lower in ("before", "until", "till", "without")), None)
    if not any(c.lower == "no" for c in noun.children) or not ahead or ahead[0].lower != "of" or mark is None:
        return None
    stop = next((k for k in range(mark + 1, len(ahead)) if ahead[k].text in _STOPS), len(ahead))
    told = any(w.tag in ("VBZ", "VBP", "VBD", "MD") for w in ahead[:mark])
    if told or not ahead[mark + 1 : stop] or ahead[mark + 1].ent in ("DATE", "TIME"):
        return None
    return wait(trimmed(ahead[1:mark]), trimmed(ahead[mark + 1 : stop]), noun)


def impossible_to(word: Word, ahead: list[Word]) -> Wait | None:
    """ "It is impossible for A to meet B before the terms are settled"; "out of the question to sign until", as a headline."""
    words_ = word.sentence.words
    back = [w.lower for w in words_[: word.i - words_[0].i]]
    denied = bool(back) and back[-1] in ("not", "n't", "never")
    copula = next((w for w in (word.head, *word.ancestors()) if w.lemma == "be" and w.i < word.i), None)
    if word.lower == "question" and back[-3:] != ["out", "of", "the"]:
        return None
    told = copula is not None and mood(copula) in ("past", "unreal")
    said = copula is not None and copula.dep == "ccomp" and copula.head.lemma in _SPEECH
    if denied != (word.lower == "possible") or (told and not said):
        return None
    to = next((k for k, w in enumerate(ahead) if w.lower == "to" and w.tag == "TO"), None)
    mark = next((k for k, w in enumerate(ahead) if w.lower in ("before", "until", "till", "without", "prior")), None)
    if to is None or mark is None or not to + 1 < mark < len(ahead) - 1 or ahead[to + 1].lemma in _COGNITION:
        return None
    doer = ahead[1:to] if ahead[0].lower == "for" else []
    doer = doer[: next((k for k, w in enumerate(doer) if w.text == ","), len(doer))]
    start = mark + (2 if ahead[mark].lower == "prior" else 1)
    stop = next((k for k in range(start, len(ahead)) if ahead[k].text in _STOPS), len(ahead))
    gated = [*doer, *(ahead[to:mark] if doer else ahead[to + 1 : mark])]
    if not ahead[start:stop] or ahead[start].ent in ("DATE", "TIME") or any(w.text in _STOPS for w in ahead[to:mark]):
        return None
    return wait(trimmed(gated), trimmed(ahead[start:stop]), word)


def inverted(modal: Word) -> Wait | None:
    """ "Should they refuse, we will act"."""
    inner = modal.head
    late = modal.dep == "aux" and inner.head is inner and any(c.dep == "ccomp" and c.i < modal.i for c in inner.children)
    if modal.dep not in ("aux", "ROOT") or late:
        return inverted_late(modal)
    doer = inner.child("nsubj", "nsubjpass")
    if modal.dep != "aux" or inner.dep not in ("advcl", "ccomp") or doer is None or doer.i < modal.i or inner.head is inner:
        return None
    outer = next(
        (w for w in (inner.child("conj"), inner.child("ccomp")) if w is not None and mood(w) in ("future", "would")), inner.head
    )
    if mood(outer) == "past" and outer.dep == "ccomp" and mood(outer.head) in ("future", "would"):
        outer = outer.head
    if outer.lemma in _SPEECH and outer is inner.head:  # "Should the payment fail, the title reverts, the lawyer said"
        outer = next((c for c in outer.children if c.dep == "ccomp" and inner.i < c.i < outer.i), outer)
    if outer.pos not in _VERBAL or mood(outer) not in (*_FORWARD, "present") or modal.sentence.words[-1].text == "?":
        return None
    aside = {w.i for w in inner.subtree()} | ({w.i for w in inner.head.subtree()} if inner.head is not outer else set())
    required = [w for w in extent(inner) if w is not modal]
    fails = inner.lemma == "fail" and any(c.dep == "xcomp" for c in inner.children)
    required = [w for w in required if not (fails and (w is inner or (w.lower == "to" and w.i == inner.i + 1)))]
    denied = own_negation(inner) is not None or fails
    return Wait(extent(outer, aside, modal.i), required, "unless" if denied or negated(outer) else "if", outer)


def inverted_late(modal: Word) -> Wait | None:
    """ "He may act should a walkout last", which the parser does not see through: by the order of the words."""
    words_ = modal.sentence.words
    at = modal.i - words_[0].i
    if at < 3 or at + 2 >= len(words_) or words_[at + 1].tag not in ("DT", "PRP", "NN", "NNS", "NNP", "PRP$"):
        return None
    told = [led(w) for w in words_[:at] if w.tag in FINITE]
    verb = next((w for w in reversed(told) if w.i < modal.i), None)
    stop = next((k for k in range(at + 1, len(words_)) if words_[k].pos == "PUNCT"), len(words_))
    offered = verb.child("xcomp") if verb is not None and verb.lemma in _OFFERING else None
    verb = offered if offered is not None and offered.i < modal.i else verb
    if verb is None or (mood(verb) not in (*_FORWARD, "present") and verb is not offered):
        return None
    gated, clause = trimmed([w for w in extent(verb) if w.i < modal.i]), words_[at + 1 : stop]
    fails = next((k for k, w in enumerate(clause[:-2]) if w.lemma == "fail" and clause[k + 1].lower == "to"), None)
    if fails is not None:  # "he may act should a payment fail to arrive"
        clause = clause[:fails] + clause[fails + 2 :]
    return Wait(gated, clause, "if" if fails is None else "unless", verb) if gated else None


def hand_in_hand(noun: Word) -> Wait | None:
    verb = next((w for w in noun.ancestors() if w.pos == "VERB"), None)
    nearby = [w.lower for w in noun.sentence.words if 0 <= w.i - noun.i < 3]
    if verb is None or verb.lemma != "go" or nearby != ["hand", "in", "hand"]:
        return None
    by = next((w for w in noun.sentence.words if w.lower == "with" and 0 < w.i - noun.i < 5), None)
    doer = subject(verb)
    other = by.child("pobj") if by is not None else None
    if doer is None or other is None or mood(verb) == "past":
        return None
    return Wait(trimmed(doer.subtree()), trimmed(other.subtree()), "together", verb)


def at_once(word: Word) -> Wait | None:
    """ "The two letters are handed over in the same minute": both steps together."""
    noun = word.head
    verb = next((w for w in word.ancestors() if w.pos == "VERB"), None)
    doer = subject(verb) if verb is not None else None
    if noun.lemma not in _MEASURES or noun.dep != "pobj" or verb is None or doer is None or mood(verb) in ("past", "unreal"):
        return None
    other = doer.child("conj")
    if other is None:
        return None
    own = {w.i for w in other.subtree()} | {c.i for c in doer.children if c.dep == "cc"}
    gated = trimmed([w for w in doer.subtree() if w.i not in own])
    told = tuple(trimmed([*doer.subtree(), *(w for w in noun.subtree() if w.i > verb.i)]))
    return Wait(gated, trimmed(other.subtree()), "together", verb, told=told) if gated else None


def first_then(first: Word) -> Wait | None:
    """ "First they vote, then we sign"."""
    verb = first.head
    then = next((w for w in first.sentence.words if w.lower == "then" and w.i > first.i), None)
    if then is None and first.dep == "advmod" and verb.dep == "conj" and mood(verb) == "must":
        return but_first(verb)
    if then is None or first.dep != "advmod" or verb.pos not in _VERBAL:
        return None
    later = then.head
    if later is verb or later.pos not in _VERBAL or mood(later) in ("past", "unreal") or mood(verb) in ("past", "unreal"):
        return None
    early = extent(verb, {w.i for w in later.subtree()} if verb not in later.subtree() else ())
    late = extent(later, {w.i for w in verb.subtree()} if later not in verb.subtree() else ())
    early = [w for w in early if w is not first and w.i < then.i]
    return wait([w for w in late if w is not then], early, later)


def but_first(verb: Word) -> Wait | None:
    """ "We are ready to talk, but the letters must go first"."""
    late = verb.head
    ready = any(c.lemma in _READY for c in late.children if c.dep == "acomp") or mood(late) in ("future", "would", "modal")
    if late.pos not in _VERBAL or not ready:
        return None
    willing = late.child("acomp")
    step = willing.child("xcomp") if willing is not None else None
    late = step if step is not None and step.i < verb.i else late
    return wait([w for w in extent(late, {w.i for w in verb.subtree()}) if w.i < verb.i], extent(verb), late)


def only_then(word: Word) -> Wait | None:
    """ "They will sign, and only then will the crews return"."""
    at = word.i - word.sentence.words[0].i
    late = word.head
    if at < 1 or word.sentence.words[at - 1].lower != "only" or late.dep != "conj" or mood(late) not in _FORWARD:
        return None
    early = [w for w in extent(late.head, {w.i for w in late.subtree()}) if w.i < word.i]
    return wait([w for w in extent(late) if w.i > word.i], trimmed(early), late)


def no_no(word: Word) -> Wait | None:
    """ "No roster, no talks": the second waits for the first."""
    words_ = word.sentence.words
    at = word.i - words_[0].i
    if any(w.pos != "PUNCT" for w in words_[:at]):
        return None
    ends = [k for k in range(at, len(words_)) if words_[k].pos == "PUNCT"]
    if not ends or ends[0] + 1 >= len(words_) or words_[ends[0] + 1].lower != "no" or ends[0] - at > 6:
        return None
    stop = ends[1] if len(ends) > 1 else len(words_)
    first, second = words_[at + 1 : ends[0]], words_[ends[0] + 2 : stop]
    if not first or not second or any(w.tag in ("VBD", "MD") or w.pos == "AUX" for w in (*first, *second)):
        return None
    return Wait(second, first, "only_after", second[0])


def or_no(word: Word) -> Wait | None:
    """ "Talks can open, notice or no notice": they may go ahead without it."""
    words_ = word.sentence.words
    at = word.i - words_[0].i
    if at < 1 or at + 2 >= len(words_) or words_[at + 1].lower != "no" or words_[at - 1].lemma != words_[at + 2].lemma:
        return None
    required = words_[at - 1 : at + 3]
    if [w.lower for w in words_[at + 3 : at + 6]] == [",", "with", "nothing"]:
        stop = next((k for k in range(at + 6, len(words_)) if words_[k].text in _STOPS), len(words_))
        required = [*required, *words_[at + 3 : stop]]
    over = (w for w in word.ancestors() if w.pos in _VERBAL and w not in required)
    verb = next((w for w in over if mood(w) in (*_FORWARD, "present")), None)
    if verb is None:
        return None
    gated = [w for w in extent(verb) if w.i < required[0].i] or [w for w in extent(verb) if w.i > required[-1].i]
    return Wait(trimmed(gated), required, "not_required", verb) if trimmed(gated) else None


def nothing_until_everything(word: Word) -> Wait | None:
    sentence = word.sentence.words
    mark = next((w for w in sentence if w.lower in ("until", "unless", "till") and w.i > word.i), None)
    everything = next((w for w in sentence if w.lower == "everything" and mark is not None and w.i > mark.i), None)
    if mark is None or everything is None or everything.i > mark.i + 2:
        return None
    first = [w for w in sentence if word.i <= w.i < mark.i]
    return Wait(trimmed(first), trimmed(everything.head.subtree()[-3:]), "together", word.head)
