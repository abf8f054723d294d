"""Attitudes told by a verdict on a thing: final, not for us, met with a no, heard with interest, consent made contingent."""

from collections.abc import Iterator

from dragoman.coding.attitudes import Attitude
from dragoman.coding.holders import subject_of
from dragoman.coding.leanings import negated, table, unreal
from dragoman.coding.parse import Word
from dragoman.coding.wordings import clause_from, clause_words, nominal
from dragoman.coding.wordlists import words
from dragoman.model.findings import Stance

_WILL = frozenset({"will", "wo", "would", "'d"})
_PRONOUNS = frozenset({"it", "that", "this", "they", "them", "these", "those"})


def verdicts_of(verb: Word) -> Iterator[Attitude]:
    """Yield the verdict that a clause gives on a thing negotiated."""
    if verb.lemma == "be":
        yield from _final(verb)
        yield from _not_for_us(verb)
        yield from _is_after(verb)
    elif verb.lemma == "hear":
        yield from _not_hear_of(verb)
    elif verb.lemma in ("meet", "draw", "get"):
        yield from _met_with(verb)
    elif verb.lemma == "make":
        yield from _contingent(verb)
    elif verb.lemma in words("stances", "courteous", "reading"):
        yield from _with_interest(verb)
    elif verb.lemma == "thank":
        yield from _thanked_for(verb)


def _final(verb: Word) -> Iterator[Attitude]:
    """ "the offer was final", "six percent is our last word": whoever says so will go no further."""
    thing, end = verb.child("nsubj"), verb.child("acomp", "attr")
    if thing is None or end is None or negated(verb) or unreal(verb) or end.i < verb.i:
        return
    offered = table("nouns").get(thing.lemma) in ("offer", "propose")
    last = end.lower == "final" and offered
    word = end.lemma in ("word", "offer") and any(c.lower in ("last", "final") for c in end.children)
    if last or (word and (offered or any(w.pos == "NUM" for w in nominal(thing)))):
        yield Attitude("rule_out", verb, None, nominal(thing), clause_from(thing, verb), voiced=True)


def _not_for_us(verb: Word) -> Iterator[Attitude]:
    """ "that is not something we can accept", "this is something they could live with"."""
    thing, some = verb.child("nsubj"), verb.child("attr")
    clause = some.child("relcl") if some is not None else None
    who = clause.child("nsubj") if clause is not None else None
    if thing is None or some is None or clause is None or who is None or unreal(verb):
        return
    if some.lower not in ("something", "anything", "nothing") or table("verbs").get(clause.lemma) not in ("accept", "support"):
        return
    denied = negated(verb) != negated(clause) or some.lower == "nothing"
    yield Attitude("reject" if denied else "accept", verb, who, nominal(thing), clause_from(thing, verb))


def _is_after(verb: Word) -> Iterator[Attitude]:
    """ "the union is after 8 percent"."""
    subject = verb.child("nsubj")
    after = next((c for c in verb.children if c.dep == "prep" and c.lower == "after" and c.i > verb.i), None)
    thing = after.child("pobj") if after is not None else None
    if subject is None or thing is None or subject.lower in _PRONOUNS - {"they"} or thing.ent in ("DATE", "TIME", "EVENT"):
        return
    wanted = thing.lemma in words("stances", "negotiated", "nouns") or any(w.pos == "NUM" for w in nominal(thing))
    if wanted and verb.child("acomp", "attr") is None and not negated(verb) and not unreal(verb):
        yield Attitude("demand", verb, subject, nominal(thing), clause_words(verb))


def _not_hear_of(verb: Word) -> Iterator[Attitude]:
    """ "will not hear of foreign engineers"."""
    of = next((c for c in verb.children if c.dep == "prep" and c.lower == "of" and c.i > verb.i), None)
    thing = of.child("pobj", "pcomp") if of is not None else None
    if thing is not None and negated(verb) and any(c.lower in _WILL for c in verb.children):
        yield Attitude("reject", verb, subject_of(verb), thing.subtree(), clause_words(verb))


def _met_with(verb: Word) -> Iterator[Attitude]:
    """ "the plan met with a flat no from Panoria", "drew a refusal from the union"."""
    thing = subject_of(verb)
    lead = next((c for c in verb.children if c.dep == "prep" and c.lower == "with" and c.i > verb.i), None)
    answer = lead.child("pobj") if lead is not None else verb.child("dobj")
    if thing is None or answer is None or unreal(verb) or negated(verb) or table("nouns").get(thing.lemma) is None:
        return
    by = next((c.child("pobj") for c in answer.children if c.dep == "prep" and c.lower in ("from", "by")), None)
    said: Stance | None = "reject" if answer.lower == "no" else table("nouns").get(answer.lemma)
    if by is not None and said in ("reject", "support", "accept"):
        yield Attitude(said, verb, by, nominal(thing), clause_from(thing, verb))


def _contingent(verb: Word) -> Iterator[Attitude]:
    """ "made its consent contingent on a new roster", however the parse hangs the adjective."""
    after = [w for c in verb.children if c.i > verb.i for w in (c, *c.children)]
    tied = next((w for w in after if w.lower in ("contingent", "conditional")), None)
    if tied is None or unreal(verb) or negated(verb):
        return
    own = [w for w in verb.sentence.words if verb.i < w.i < tied.i]
    if any(w.tag == "PRP$" for w in own) and any(table("nouns").get(w.lemma) in ("accept", "support") for w in own):
        yield Attitude("accept_if", verb, subject_of(verb), [w for w in clause_words(verb) if w.i > tied.i], clause_words(verb))


def _with_interest(verb: Word) -> Iterator[Attitude]:
    """ "would read it with interest", "looks forward to reading it", "has seen the proposal": heard, and no more than that."""
    thing = verb.child("dobj")
    if thing is None:
        return
    keen = any(c.lower == "with" and any(g.lower == "interest" for g in c.children) for v in (verb, thing) for c in v.children)
    forward = verb.tag == "VBG" and verb.head.lower == "to" and verb.head.head.lemma == "look"
    perfect = verb.tag == "VBN" and any(c.lower in ("have", "has", "'ve", "had") for c in verb.children)
    seen = perfect and thing.lemma in words("stances", "heard", "nouns") and verb.dep != "relcl"
    if (keen or forward or seen) and not negated(verb) and not unreal(verb):
        looking = verb.head.head if forward else verb
        yield Attitude("noncommittal", verb, subject_of(looking), nominal(thing), clause_words(looking))


def _thanked_for(verb: Word) -> Iterator[Attitude]:
    """ "thanked it for its letter": a courtesy in place of an answer."""
    letter = next((c.child("pobj") for c in verb.children if c.dep == "prep" and c.lower == "for"), None)
    if letter is not None and letter.lemma in words("stances", "courteous", "letters") and letter.child("poss") is not None:
        yield Attitude("noncommittal", verb, subject_of(verb), nominal(letter), clause_words(verb))
