"""Conditions told by a verb, a noun or an adjective: requires, depends on, begins with, subject to, a condition for."""

from collections.abc import Callable, Iterator

from dragoman.coding.answers import accepting, answered, failing, to_be_approved
from dragoman.coding.clauses import extent, mood, own_negation, refuses, subject, trimmed
from dragoman.coding.crowning import crowning, only_to_sign, over_a_paper
from dragoman.coding.dropping import waived_first
from dragoman.coding.following import coming_or_staying, following, preceding
from dragoman.coding.needs import aimed_at, first_step, for_it_to, is_obliged, necessary
from dragoman.coding.openings import (
    beginning,
    gated_subject,
    only_way,
    opening,
    starting_point,
    taking,
    through,
    where_it_starts,
)
from dragoman.coding.parse import Sentence, Word
from dragoman.coding.phrases import (
    at_once,
    called_off,
    coming,
    first_then,
    hand_in_hand,
    inverted,
    no_no,
    nothing_until_everything,
    only_then,
    or_no,
    verbless,
)
from dragoman.coding.purposes import is_step, paving, so_that, staged
from dragoman.coding.sequence import after_that, first_and_later, first_comes, must_first, not_without, nothing_to, pointless
from dragoman.coding.turns import cleft, counted_from, in_the_same, named_in_turn, or_else, turned_about
from dragoman.coding.waits import Wait, wait
from dragoman.coding.wordlists import load, words

_STEPS = words("conditions", "steps", "nouns")
_FORWARD = frozenset({"future", "would", "modal", "must"})
_VERBAL = frozenset({"VERB", "AUX"})
_PLAIN = frozenset({"present", "bare", *_FORWARD})
_DISPUTES = words("conditions", "senses", "disputes")
_ACTING = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_TALKING = words("conditions", "senses", "talking")
_SPEECH = words("conditions", "mood", "speech")
_NEAR = 12
"""Words between the name of conditions and the colon that brings them."""
_STOPPING = frozenset({"affect", "hold", "delay", "hinder", "hamper"})
_PERSONS = frozenset({"he", "she", "we", "i", "you", "they", "who"})

_TABLE: dict[str, Callable[[Word], Wait | None]] = {}


def bound(sentence: Sentence) -> Iterator[Wait]:
    """Yield the conditions that single words of a sentence tell."""
    table = _finders()
    for word in sentence.words:
        finder = table.get(word.lemma) or table.get(word.lower)
        if finder is not None and (found := finder(word)) is not None:
            yield found


def _finders() -> dict[str, Callable[[Word], Wait | None]]:
    if not _TABLE:
        ties = load("conditions")["ties"]
        _TABLE.update(dict.fromkeys(ties["requiring"], _requiring))
        _TABLE.update(dict.fromkeys(ties["hinging"], _hinging))
        _TABLE.update(dict.fromkeys(ties["beginning"], beginning))
        _TABLE["take"] = taking
        _TABLE.update(dict.fromkeys(("lead", "run", "go", "pass", "lie"), through))
        _TABLE.update(dict.fromkeys(ties["adjectives"], _tied))
        _TABLE.update(dict.fromkeys(ties["nouns"], _named))
        _TABLE.update(dict.fromkeys(ties["purpose"], paving))
        _TABLE["kick"] = lambda word: opening(word) if word.child("prt") is not None else None
        _TABLE["open"] = lambda word: opening(word) or paving(word)
        _TABLE.update(dict.fromkeys(ties["stages"], _staged))
        _TABLE.update(dict.fromkeys(ties["needful"], necessary))
        _TABLE.update(dict.fromkeys(("point", "sense", "pointless", "senseless", "premature"), pointless))
        _TABLE.update(dict.fromkeys(("start", "beginning", "stage", "item"), starting_point))
        _TABLE.update(dict.fromkeys(("initial", "put", "set", "append", "seal"), only_to_sign))
        _TABLE.update(dict.fromkeys(("crown", "confirm", "formalise", "formalize", "bless"), crowning))
        _TABLE.update({"shake": over_a_paper, "follow": following, "belong": coming_or_staying, "stand": coming_or_staying})
        for verb in ties["beginning"]:
            _TABLE[verb] = lambda word: (starting_point(word) if word.pos == "NOUN" else beginning(word)) or where_it_starts(word)
        _TABLE["point"] = lambda word: pointless(word) or starting_point(word)
        _TABLE["for"] = for_it_to
        _TABLE["without"] = not_without
        _TABLE["so"] = so_that
        _TABLE.update({"failure": failing, "order": _in_order, "come": _coming, "precede": _preceding, "impossible": verbless})
        _TABLE.update(
            {
                "should": inverted,
                "hand": hand_in_hand,
                "tie": _loosely,
                "link": _loosely,
                "unthinkable": verbless,
                "possible": verbless,
                "inconceivable": verbless,
                "question": verbless,
            }
        )
        _TABLE.update(
            {
                "first": lambda word: first_comes(word) or first_and_later(word) or _first(word) or must_first(word),
                "nothing": lambda word: nothing_until_everything(word) or nothing_to(word),
            }
        )
        _TABLE.update(dict.fromkeys(("meet", "have", "trigger", "bring", "prompt"), answered))
        _TABLE.update(dict.fromkeys(ties["free"], _free))
        _TABLE.update(dict.fromkeys(("afterwards", "afterward", "that"), after_that))
        _TABLE.update({"wait": _waiting, "no": no_no, "or": _or, "and": or_else, "be": cleft, "then": _then, "trade": _loosely})
        _TABLE.update(dict.fromkeys(("same", "single"), _at_once))
        _TABLE.update({"not": turned_about, "only": turned_about, "within": counted_from})
        _TABLE.update(dict.fromkeys(load("conditions")["senses"]["accepting"], accepting))
        _TABLE["sign"] = lambda word: only_to_sign(word) or accepting(word)
        _TABLE.update({"off": called_off, "place": _at_a_place})
        _TABLE.update(dict.fromkeys(("use", "reason", "basis", "role"), pointless))
        approving = ("agree", "approve", "ratify", "authorize", "authorise", "endorse")
        _TABLE.update(dict.fromkeys(approving, lambda word: crowning(word) or to_be_approved(word) or accepting(word)))
    return _TABLE


def _then(word: Word) -> Wait | None:
    return only_then(word) or after_that(word) or named_in_turn(word)


def _at_a_place(noun: Word) -> Wait | None:
    return starting_point(noun) or pointless(noun)


def _staged(noun: Word) -> Wait | None:
    return staged(noun) or starting_point(noun) or first_step(noun) or only_way(noun)


def _coming(verb: Word) -> Wait | None:
    return coming(verb) or coming_or_staying(verb)


def _preceding(verb: Word) -> Wait | None:
    return coming(verb) or preceding(verb)


def _or(word: Word) -> Wait | None:
    return or_no(word) or or_else(word)


def _at_once(word: Word) -> Wait | None:
    return at_once(word) or in_the_same(word)


def _first(word: Word) -> Wait | None:
    return waived_first(word) or first_then(word)


def _requiring(verb: Word) -> Wait | None:
    if verb.pos != "VERB":
        return None
    if verb.tag == "VBN" and verb.dep == "acl" and verb.i > verb.head.i and is_step(verb.head):
        return _needed_for(verb)
    if (asked := _required_for(verb)) is not None:
        return asked
    if verb.tag == "VBN" and (doer := verb.child("nsubjpass")) is not None:
        purpose = verb.child("xcomp", "advcl")
        if purpose is None or not any(c.lower == "to" for c in purpose.children) or verb.lemma == "await":
            return None
        return None if own_negation(verb) or not is_step(doer) else wait(extent(purpose), extent(doer), verb)
    thing, clause = verb.child("dobj"), verb.child("ccomp", "xcomp")
    needed = thing if is_step(thing) else clause if verb.lemma == "require" and clause is not None and _to(clause) else None
    doer = subject(verb)
    imposed = mood(verb) == "bare" or (doer is not None and doer.ent in ("PERSON", "ORG", "NORP"))
    if needed is clause and needed is not None and imposed:
        return None
    if verb.lemma in ("presuppose", "necessitate") and thing is not None:
        needed = thing
    if verb.lemma != "require" and (needed is None or needed.tag == "VBG" or (doer is not None and doer.ent in _ACTING)):
        return None
    gated = gated_subject(verb)
    if gated is None or needed is None or mood(verb) not in _PLAIN | {"past"}:
        return None
    retold = verb.dep == "ccomp" and verb.head.lemma in _SPEECH and is_step(needed)  # "a permit required a deed, it said"
    if mood(verb) == "past" and verb.lemma != "await" and not retold:
        return None
    if verb.lemma == "await" and verb.tag == "VBG" and verb.child("aux") is None:
        return None
    if verb.lemma == "need" and gated[0].lower in _PERSONS:
        return None
    required = _after_marks(needed)
    if needed is clause and thing is not None and thing.i < needed.i:
        required = trimmed([*thing.subtree(), *(w for w in required if w.i > thing.i)])
    return wait(gated, required, verb, denied=own_negation(verb) is not None)


def _required_for(verb: Word) -> Wait | None:
    """ "For any transfer of the shares, the trust required a signed deed": what a party asks for a step."""
    by = next((c for c in verb.children if c.lower == "for" and c.dep == "prep" and c.i < verb.i), None)
    step, thing = (by.child("pobj") if by is not None else None), verb.child("dobj")
    if verb.lemma != "require" or step is None or thing is None or verb.child("nsubj") is None or step.ent in ("DATE", "TIME"):
        return None
    if not (is_step(step) or is_step(thing)):
        return None
    return wait(trimmed(step.subtree()), trimmed(thing.subtree()), verb, own_negation(verb) is not None)


def _needed_for(verb: Word) -> Wait | None:
    """ "The majority required to expel a member", "the consent needed for the sale"."""
    purpose = verb.child("xcomp", "advcl")
    by = next((c for c in verb.children if c.lower == "for"), None)
    later = purpose if purpose is not None and _to(purpose) else by.child("pobj", "pcomp") if by is not None else None
    if later is None:
        return None
    own = {w.i for w in verb.subtree()}
    return wait(_after_marks(later), trimmed([w for w in verb.head.subtree() if w.i not in own and w.i < verb.i]), verb)


def _to(clause: Word) -> bool:
    return any(c.lower == "to" for c in clause.children)


def _after_marks(head: Word) -> list[Word]:
    return trimmed(head.subtree()) if head.pos not in _VERBAL else extent(head)


def _hinging(verb: Word) -> Wait | None:
    particle = load("conditions")["ties"]["hinging"][verb.lemma]
    retold = verb.dep == "ccomp" and verb.head.lemma in _SPEECH
    if verb.pos not in _VERBAL or (mood(verb) == "past" and not retold):
        return None
    by = next((c for c in verb.children if c.lower in (particle, particle + "upon", "upon")), None) if particle else None
    first = by.child("pobj", "pcomp") if by is not None else None
    gated = gated_subject(verb)
    if by is not None and first is None and gated:
        return _on_whether(verb, by, gated)
    if gated is None or first is None:
        return None
    strong = verb.lemma == "hinge" or (
        first.pos in _VERBAL and any(c.tag in ("WP", "WRB", "WDT") or c.lower == "whether" for c in first.children)
    )
    doing = subject(verb)
    strong = strong or (doing is not None and doing.tag == "VBG")
    if not (strong or first.lemma in _STEPS or any(w.lemma in _STEPS for w in gated)):
        return None
    return wait(gated, trimmed(first.subtree()), verb, denied=own_negation(verb) is not None)


def _on_whether(verb: Word, by: Word, gated: list[Word]) -> Wait | None:
    """ "Hinges on whether the mine is closed", where the parser does not join the two."""
    rest = verb.sentence.words[by.i + 1 - verb.sentence.words[0].i :]
    stop = next((k for k, w in enumerate(rest) if w.pos == "PUNCT"), len(rest))
    asked = bool(rest) and (rest[0].lower == "whether" or rest[0].tag in ("WP", "WRB", "WDT"))
    return wait(gated, trimmed(rest[:stop]), verb, own_negation(verb) is not None) if asked else None


def _tied(adjective: Word) -> Wait | None:
    if adjective.pos not in ("ADJ", "VERB"):
        return None
    particle = load("conditions")["ties"]["adjectives"].get(adjective.lemma) or "on"
    by = next((c for c in adjective.children if c.lower in (particle, "upon")), None)
    if by is None and adjective.dep == "acomp":
        by = next((c for c in adjective.head.children if c.lower in (particle, "upon") and c.i == adjective.i + 1), None)
    first = by.child("pobj", "pcomp") if by is not None else None
    if first is None:
        return _made_conditional(adjective)
    later = _having_been(adjective, first)
    tight = adjective.lemma in ("contingent", "conditional", "conditioned", "conditione")
    inner = first.child("pobj") if first.pos == "ADP" else first
    verb = adjective.head
    maker = next((w for w in adjective.ancestors() if w.lemma in ("make", "keep") and w.i < adjective.i), None)
    if not tight and not is_step(inner) and (maker is None or adjective.lemma != "dependent"):
        return None
    if maker is not None and adjective.dep in ("amod", "acl", "ccomp", "oprd") and verb is not maker:
        between = verb.sentence.words[maker.i + 1 - verb.sentence.words[0].i : adjective.i - verb.sentence.words[0].i]
        if between and not any(w.pos == "PUNCT" for w in between):
            return wait(trimmed(between), trimmed(first.subtree()), maker, own_negation(maker) is not None)
    if verb.lemma in ("make", "keep", "consider") and (thing := adjective.child("nsubj") or verb.child("dobj")) is not None:
        own = {w.i for w in adjective.subtree()} - {w.i for w in thing.subtree()}
        gated = trimmed([w for w in thing.subtree() if w.i not in own and w.i < adjective.i])
        return wait(gated, trimmed(first.subtree()), verb, own_negation(verb) is not None)
    if adjective.dep in ("amod", "acl") or verb.pos == "NOUN":
        own = {w.i for w in adjective.subtree()}
        gated = trimmed([w for w in verb.subtree() if w.i not in own and w.i < adjective.i])
    else:
        gated = gated_subject(adjective if adjective.child("nsubjpass") else verb) or []
    denied = own_negation(verb) is not None or own_negation(adjective) is not None
    return wait(gated, later or trimmed(first.subtree()), verb if verb.pos in _VERBAL else adjective, denied)


def _having_been(adjective: Word, first: Word) -> list[Word]:
    """What is done with a thing behind commas: "contingent on the cost, 18 million crowns, having been paid by the Fund"."""
    words_ = adjective.sentence.words
    after = [w for w in words_ if w.i > first.i]
    done = next((k for k, w in enumerate(after[:_NEAR]) if w.lower == "having" and k and after[k - 1].text == ","), None)
    if done is None or any(w.tag in ("VBZ", "VBD", "VBP", "MD") for w in after[:done]):
        return []
    stop = next((k for k in range(done, len(after)) if after[k].text in (",", ".", ";", '"')), len(after))
    return trimmed([*(w for w in first.subtree() if w.i <= first.i), *after[done:stop]])


def _made_conditional(adjective: Word) -> Wait | None:
    """ "Made the release conditional on an audit", where the parser parts "on" from the adjective."""
    words_ = adjective.sentence.words
    at = adjective.i - words_[0].i
    after = words_[at + 1] if at + 1 < len(words_) else adjective
    verb = next((w for w in adjective.ancestors() if w.lemma in ("make", "keep") and w.i < adjective.i), None)
    first = after.child("pobj", "pcomp")
    if verb is None or first is None or after.lower not in ("on", "upon", "to"):
        return None
    gated = trimmed(words_[verb.i + 1 - words_[0].i : at])
    return wait(gated, trimmed(first.subtree()), verb, own_negation(verb) is not None)


def _named(noun: Word) -> Wait | None:
    """ "X is a condition for Y", "its precondition for Y is X", "as a precondition for Y, it asks X"."""
    if noun.pos != "NOUN":
        return None
    by = next((c for c in noun.children if c.lower in ("for", "of", "to")), None)
    later = by.child("pobj", "pcomp") if by is not None else None
    if later is None:
        return None
    gated = trimmed(later.subtree())
    verb = noun.head
    if (listed := _listed(noun, verb)) is not None:
        return wait(gated, listed, verb)
    if noun.tag == "NNS" and verb.pos != "AUX":
        return None
    if noun.lemma == "key" and not (is_step(later) or later.lemma in _TALKING or any(c.lower == "any" for c in later.children)):
        return None
    if noun.lemma == "price" and (noun.dep not in ("nsubj", "attr") or not is_step(later)):
        return None
    if noun.dep in ("attr", "oprd") and verb.pos in _VERBAL:
        if mood(verb) == "past" and noun.lemma == "prelude":
            return None
        first = verb.child("nsubj", "csubj")
        if first is None or first.lower in ("it", "this", "that", "there"):
            return None
        return wait(gated, trimmed(first.subtree()), verb, denied=own_negation(verb) is not None)
    if noun.dep == "nsubj" and verb.lemma == "be":
        first = verb.child("attr", "ccomp", "xcomp")
        if mood(verb) in ("past", "unreal") and verb.dep != "ccomp":
            return None  # "the price of the licence was 40,000 crowns in those days"
        return wait(gated, _after_marks(first), verb) if first is not None else None
    maker = next((w for w in noun.ancestors() if w.lemma in ("make", "consider", "call", "declare")), None)
    if maker is not None and maker.i < noun.i and noun.dep not in ("nsubj", "pobj"):
        start = noun.subtree()[0].i
        between = [w for w in maker.sentence.words if maker.i < w.i < start]
        if between and not any(w.pos == "PUNCT" or w.tag in ("MD", "VBZ", "VBD", "VBP") for w in between):
            denied = own_negation(maker) is not None or any(refuses(w) for w in maker.ancestors() if maker.dep == "xcomp")
            return wait(gated, trimmed(between), maker, denied)
    if noun.dep == "pobj" and noun.head.lower == "as":
        asking = noun.head.head
        by = next((c for c in asking.children if c.lower in ("on", "for") and c is not noun.head), None)
        thing = by.child("pobj") if by is not None and asking.pos in _VERBAL else None
        asked = (asking.child("dobj", "ccomp", "xcomp") if asking.pos in _VERBAL else None) or thing
        own = {w.i for w in noun.head.subtree()}
        return wait(gated, [w for w in _after_marks(asked) if w.i not in own], asking) if asked is not None else None
    return None


def _listed(noun: Word, verb: Word) -> list[Word] | None:
    """What is named as conditions: after a colon ("set two conditions for talks: a truce and a vote"), or "among" them."""
    words_ = noun.sentence.words
    if noun.dep == "pobj" and verb.lower == "among" and verb.head.lemma == "be":
        named = verb.head.child("attr", "nsubj")
        return trimmed(named.subtree()) if named is not None and named.i > verb.head.i else None
    colon = next((k for k, w in enumerate(words_) if w.text == ":" and 0 < w.i - noun.i < _NEAR), None)
    if noun.tag != "NNS" or colon is None or noun.dep not in ("dobj", "attr", "pobj"):
        return None
    stop = next((k for k in range(colon + 1, len(words_)) if words_[k].text in (".", ";", "—", "–")), len(words_))
    return trimmed(words_[colon + 1 : stop]) or None


def _in_order(noun: Word) -> Wait | None:
    """ "In order to sign, they must first vote"."""
    if noun.head.lower != "in" or noun.dep != "pobj":
        return None
    purpose = noun.child("acl") or next((c for c in noun.children if c.pos in _VERBAL), None)
    main = next((w for w in noun.ancestors() if w.pos in _VERBAL), None)
    if purpose is None or main is None:
        return None
    if mood(main) not in ("must", "would", "modal") or not is_obliged(main):
        return paving(purpose) or aimed_at(purpose, main)
    aside = {w.i for w in noun.head.subtree()} | {w.i for w in purpose.subtree()}
    return wait(extent(purpose), extent(main, aside), main)


def _free(word: Word) -> Wait | None:
    """ "X is separate from Y", "X is not affected by Y": X may go ahead without Y."""
    by = next((c for c in word.children if c.lower == load("conditions")["ties"]["free"].get(word.lemma)), None)
    other = by.child("pobj") if by is not None else None
    stopping = word.lemma in _STOPPING
    verb = word if stopping else word.head
    of = next((c.child("pobj") for c in other.children if c.lower == "of"), None) if other is not None else None
    known = other is not None and any(w is not None and w.lemma in _STEPS | _DISPUTES for w in (other, of))
    if not known or other is None or verb.pos not in _VERBAL or mood(verb) == "past":
        return None
    if stopping != (own_negation(verb) is not None):
        return None
    gated = gated_subject(verb)
    return wait(gated, trimmed(other.subtree()), verb, denied=True) if gated else None


def _waiting(verb: Word) -> Wait | None:
    """ "The vote will have to wait for a report"; "it need not wait for the court" sets it free."""
    by = next((c for c in verb.children if c.lower in ("for", "on")), None)
    awaited = by.child("pobj") if by is not None else None
    doer = subject(verb)
    if verb.pos != "VERB" or awaited is None or doer is None or awaited.ent in ("DATE", "TIME"):
        return None
    denied = own_negation(verb) is not None or (
        verb.dep == "xcomp" and verb.head.lemma in ("have", "need") and own_negation(verb.head) is not None
    )
    over = verb.head
    reasonless = over.lemma in ("reason", "need", "cause", "point", "ground", "justification", "sense")
    if reasonless and verb.dep in ("relcl", "acl", "ccomp") and any(c.lower in ("no", "little") for c in over.children):
        return wait(trimmed(doer.subtree()), trimmed(awaited.subtree()), verb, True)  # "no reason why talks should wait for it"
    bidden = verb.dep == "xcomp" or mood(verb) != "present"
    if denied and not (bidden or is_step(awaited) or awaited.lemma in _TALKING | _DISPUTES):
        return None  # "the season does not wait for diplomats"; but "need not wait for the board"
    awaiting = verb.tag == "VBG" and mood(verb) in ("present", "past") and doer.lemma in _STEPS
    if not denied and not awaiting and (mood(verb) not in _FORWARD or not (is_step(doer) or doer.lemma in _TALKING)):
        return None
    return wait(trimmed(doer.subtree()), trimmed(awaited.subtree()), verb, denied)


def _loosely(verb: Word) -> Wait | None:
    """ "X is not tied to Y": X may go ahead without Y; "they tied X to Y": X waits for Y."""
    by = next((c for c in verb.children if c.lower in ("to", "with")), None)
    other = by.child("pobj") if by is not None else None
    thing = verb.child("dobj")
    if verb.pos == "VERB" and other is not None and thing is not None and by is not None and by.lower == "to":
        step = is_step(other) and (is_step(thing) or verb.lemma == "tie") and verb.lemma in ("tie", "link")
        between = [w for w in verb.sentence.words if thing.subtree()[0].i <= w.i < by.i]
        refused = verb.dep == "xcomp" and any(refuses(w) for w in verb.ancestors())
        return wait(trimmed(between), trimmed(other.subtree()), verb, own_negation(verb) is not None or refused) if step else None
    gated = gated_subject(verb)
    if other is None or gated is None or own_negation(verb) is None or verb.pos != "VERB":
        return None
    if not (is_step(other) or other.lemma in _TALKING | _DISPUTES or other.pos == "PROPN"):
        return None
    return wait(gated, trimmed(other.subtree()), verb, denied=True)
