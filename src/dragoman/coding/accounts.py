"""The words in which a report tells of an act: the verb or noun with its arguments, no more and no less."""

from itertools import pairwise

from dragoman.coding.act_kinds import Act
from dragoman.coding.closings import closing
from dragoman.coding.parse import Parse, Word
from dragoman.coding.standing import clause, named_by
from dragoman.coding.wordlists import words

_RELATIVES = frozenset(("who", "which", "that", "whom"))
_SIDE = frozenset(("after", "following", "according", "amid", "despite", "because", "including", "like", "unlike", "besides"))
_ASIDE = frozenset(("cc", "conj", "mark", "parataxis", "punct", "dep", "relcl", "intj", "meta"))
_LEADING = frozenset(("prep", "advmod", "npadvmod", "advcl", "ccomp", "dep", "intj", "cc", "mark", "punct", "parataxis"))
_REMARK = 8  # words of an apposition that is no longer a second name
_LONG = 9  # words that the writer may put between verb and argument before the account breaks in two


def account(parse: Parse, act: Act) -> list[Word]:
    """Return the words that tell of an act, in order: side remarks, what came before and after, and other acts left out."""
    if act.again:
        return _whole(parse, set(clause(act.top)))
    found = _of_top(parse, act.top)
    if act.status == "failed" and act.top.dep == "conj":
        before = act.top.head.head if act.top.head.dep == "xcomp" else act.top.head
        found |= set(clause(before))  # day and place stand before: "tried to bring her there"
    if act.failing is not None:
        found |= _of_top(parse, act.failing)
    if act.upto is not None:
        found |= {*parse.words[min(act.top.i, act.head.i) : act.upto.i + 1]}
    if act.also is not None:
        found |= _of_top(parse, act.also)
    if act.head is not act.top and act.head not in found:
        found |= _of_top(parse, act.head)
    return _whole(parse, found)


def _of_top(parse: Parse, top: Word) -> set[Word]:
    if top.pos in ("VERB", "AUX"):
        return _of_verb(parse, top)
    return _below(parse, top)


def _of_verb(parse: Parse, verb: Word) -> set[Word]:
    found = {verb}
    subject = verb.child("nsubj", "nsubjpass", "expl")
    opens = subject.i if subject is not None and subject.i < verb.i else verb.i
    for child in verb.children:
        if child.dep == "conj" and closing(child):
            found |= set(clause(child))  # "met and parted after 40 minutes"
        if child.dep in _ASIDE or (child.i < opens and child.dep in _LEADING):
            continue
        if child.i > verb.i and not _belongs(parse, child):
            continue
        found |= _below(parse, child)
    if verb.dep == "acl" or (verb.dep == "relcl" and subject is not None and subject.lower in _RELATIVES):
        found |= _antecedent(parse, verb, found)
    return found


def _belongs(parse: Parse, child: Word) -> bool:
    """Whether what follows the verb still tells of the act itself."""
    apart = _after_comma(parse, child)
    if child.dep == "prep":
        return _is_length(child) or (not apart and child.lower not in _SIDE)
    if child.dep == "advcl":
        to = any(c.lower == "to" and c.dep == "aux" for c in child.children)
        return not apart and (to or child.tag == "VBG") and child.child("mark", "nsubj") is None
    if child.dep == "ccomp":
        return not apart and (child.child("mark") is None or child.head.lemma in words("events", "ruling", "verbs"))
    return True


def _after_comma(parse: Parse, word: Word) -> bool:
    first = min(w.i for w in word.subtree())
    return first > 0 and parse.words[first - 1].text in (",", "-", "--", "—", "–", ";", ":", "(")


def _below(parse: Parse, word: Word) -> set[Word]:
    """A word with all that hangs on it, remarks set off by a comma left out."""
    found, stack = set(), [word]
    while stack:
        here = stack.pop()
        found.add(here)
        for child in here.children:
            if child.dep == "parataxis" or (child.dep in ("relcl", "advcl") and _is_remark(parse, child)):
                continue
            if child.dep == "prep" and child.lower in _SIDE and child.i > here.i:
                continue
            if child.dep == "appos" and _is_aside(parse, child):
                continue
            if here is word and child.dep in ("conj", "cc") and here.pos not in ("PROPN", "PRON") and _is_event(child):
                continue
            stack.append(child)
    return found


def _is_aside(parse: Parse, apposition: Word) -> bool:
    """Whether an apposition is a long remark about the noun before it."""
    return len(apposition.subtree()) > _REMARK and _after_comma(parse, apposition)


def _is_length(preposition: Word) -> bool:
    """ "After fourteen hours", "for an hour": how long it took, not what came before."""
    length = preposition.child("pobj")
    return length is not None and length.lemma in words("events", "lasting", "units")


def _is_remark(parse: Parse, clause_verb: Word) -> bool:
    """Whether a clause on a noun says more about it rather than which one is meant."""
    return clause_verb.head.ent == "DATE" or _after_comma(parse, clause_verb)


def _is_event(word: Word) -> bool:
    return word.dep == "conj" and word.pos == "VERB"


def _antecedent(parse: Parse, verb: Word, found: set[Word]) -> set[Word]:
    """The noun before a relative or participle clause, where it is short and stands next to it."""
    first = named_by(verb)
    before = {w for w in clause(first) if w.i < min(f.i for f in found)}
    near = before and min(f.i for f in found) - max(w.i for w in before) <= 2
    return before if near else set()


def _whole(parse: Parse, found: set[Word]) -> list[Word]:
    """The words with the short gaps between them closed and the marks at either end cut off."""
    chosen = sorted(found, key=lambda w: w.i)
    while len(chosen) > 1 and (chosen[0].pos in ("PUNCT", "CCONJ", "SCONJ") or chosen[0].text == "FILE"):
        chosen.pop(0)
    while len(chosen) > 1 and chosen[-1].pos in ("PUNCT", "CCONJ"):
        chosen.pop()
    closed = chosen[:1]
    for here, following in pairwise(chosen):
        gap = parse.words[here.i + 1 : following.i]
        if len(gap) <= _LONG and not any(w.dep == "relcl" for w in gap):
            closed += gap
        closed.append(following)
    return closed
