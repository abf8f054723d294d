"""Attitudes told by how something is answered: a flat no, a view not taken, a matter still weighed, "some do not"."""

from collections.abc import Iterator

from dragoman.coding.attitudes import Attitude
from dragoman.coding.holders import agent_of, owner_of, subject_of
from dragoman.coding.leanings import negated, table, unreal
from dragoman.coding.parse import Sentence, Word
from dragoman.coding.wordings import clause_from, clause_words, nominal, when
from dragoman.coding.wordlists import words
from dragoman.model.findings import Stance

_FLAT: dict[str, Stance] = {"no": "reject", "never": "reject", "nay": "reject", "yes": "accept", "aye": "accept"}
_OPPOSITE: dict[Stance, Stance] = {
    "accept": "reject",
    "support": "reject",
    "accept_if": "reject",
    "offer": "reject",
    "demand": "reject",
    "propose": "reject",
    "reject": "support",
    "rule_out": "support",
}
_ANSWERING = frozenset({"refuse", "decline", "consent", "demur", "balk", "agree", "accept", "comply", "assent"})
_SHORT = 7
_BESIDE = frozenset({"nsubj", "aux", "punct", "advmod", "cc", "conj", "npadvmod"})


def replies_of(verb: Word) -> Iterator[Attitude]:
    """Yield what a verb tells of an answer that is plain, or that has not come."""
    if verb.lemma in ("say", "answer", "reply"):
        yield from _said_flatly(verb)
    elif verb.lemma == "be":
        yield from _answer_is(verb)
        yield from _under_review(verb)
    elif verb.lemma in ("react", "respond", "greet", "receive"):
        yield from _took_it(verb)
    elif verb.lemma in words("stances", "aside", "verbs"):
        yield from _stands_aside(verb)
    elif verb.tag == "VBN" and verb.lemma in words("stances", "everyday", "process"):
        yield from _being_weighed(verb)
    elif verb.lemma in ("refuse", "decline", "consent", "demur", "balk", "agree", "accept"):
        yield from _answered_alone(verb)


def _said_flatly(verb: Word) -> Iterator[Attitude]:
    """ "Lorvia said no": the "no" with which the clause ends, or which a time follows."""
    tokens = verb.sentence.words
    after = tokens[verb.i - tokens[0].i + 1 :][:2]
    if len(after) < 2 or verb.tag == "VBG" or unreal(verb):
        return
    stance = _FLAT.get(after[0].lower) if after[0].lower in ("yes", "no") else None
    ends = (
        after[1].text in ".;,"
        or after[1].lower in ("and", "but")
        or after[1].ent in ("DATE", "TIME")
        or (after[1].pos in ("ADP", "ADV") and after[1].lower != "to")
    )
    if stance is not None and ends and after[0].child("punct") is None:
        yield Attitude(stance, verb, subject_of(verb), [after[0]], [verb, after[0]])


def _answered_alone(verb: Word) -> Iterator[Attitude]:
    """ "The rebels refused.", "Halden has declined": a verb of answering that names nothing."""
    subject = subject_of(verb)
    told = [c for c in verb.children if c.dep not in _BESIDE and not when(c) and not _answers_before(c, verb)]
    told = [c for c in told if not (c.dep == "mark" and c.lower in ("while", "whereas", "although", "though"))]
    perfect = verb.tag == "VBN" and any(c.lower in ("has", "have", "had") for c in verb.children)
    if told or not (verb.tag == "VBD" or perfect) or subject is None or unreal(verb):
        return
    measured = any(c.dep == "npadvmod" and c.ent not in ("DATE", "TIME") for c in verb.children)
    if measured or negated(verb) or verb.dep not in ("ROOT", "conj", "ccomp", "parataxis", "advcl"):
        return
    yield Attitude("accept" if verb.lemma in ("consent", "agree", "accept") else "reject", verb, subject, [verb], [verb])


def _answers_before(clause: Word, verb: Word) -> bool:
    """Whether a clause before a comma is another's answer: "Quillon has consented, Hallbrook has declined"."""
    return clause.dep == "ccomp" and clause.i < verb.i and clause.lemma in _ANSWERING and clause.child("nsubj") is not None


def _took_it(verb: Word) -> Iterator[Attitude]:
    """ "reacted coolly to the plan", "greeted the vote with relief"."""
    thing = verb.child("dobj") if verb.lemma in ("greet", "receive") else None
    to = next((c.child("pobj") for c in verb.children if c.lower == "to" and c.dep == "prep"), None)
    taken = thing if thing is not None else to
    if taken is None or unreal(verb) or (verb.lemma in ("greet", "receive") and thing is None):
        return
    shown = {c.lower for c in verb.children if c.dep == "advmod"}
    shown |= {w.lemma for v in (verb, taken) for c in v.children if c.lower == "with" and (w := c.child("pobj")) is not None}
    for stance in ("support", "reject", "noncommittal"):
        if shown & words("stances", "shown", stance):
            yield Attitude(stance, verb, subject_of(verb), nominal(taken), clause_words(verb))


def _answer_is(verb: Word) -> Iterator[Attitude]:
    """ "Seltmar's answer was a plain no", "Ormland's reply is outstanding"."""
    answer, what = verb.child("nsubj"), next((c for c in verb.children if c.lower in _FLAT), verb.child("attr", "acomp"))
    if answer is None or what is None or answer.lemma not in words("stances", "aside", "answers"):
        return
    owner = owner_of(answer)
    if owner is None:
        return
    stance = _FLAT.get(what.lower) or ("noncommittal" if what.lower in words("stances", "aside", "awaited") else None)
    if what.lower == "negative":
        stance = "reject"
    if stance is not None:
        yield Attitude(stance, verb, owner, [what], clause_from(answer, verb))


def _under_review(verb: Word) -> Iterator[Attitude]:
    """ "the request was under review": whoever says so has not made up his mind."""
    subject = verb.child("nsubj")
    under = next((c for c in verb.children if c.lower == "under"), None)
    of = under.child("pobj") if under is not None else None
    if subject is None or of is None or (subject.lemma in table("nouns") and subject.child("poss") is not None):
        return
    if of.lemma in ("review", "consideration", "study", "discussion", "examination"):
        yield Attitude("noncommittal", verb, None, nominal(subject), clause_from(subject, verb), voiced=True)


def _being_weighed(verb: Word) -> Iterator[Attitude]:
    """ "it is being looked at": whoever says so has not made up his mind."""
    subject = verb.child("nsubjpass")
    if subject is not None and any(c.lower == "being" for c in verb.children) and agent_of(verb) is None:
        yield Attitude("noncommittal", verb, None, nominal(subject), clause_from(subject, verb), voiced=True)


def _stands_aside(verb: Word) -> Iterator[Attitude]:
    """ "has not yet taken a view", "says it has no view", "is keeping out of it"."""
    subject, view = subject_of(verb), verb.child("dobj")
    if subject is None or unreal(verb):
        return
    if verb.lemma in ("keep", "stay"):
        after = [w.lower for w in verb.sentence.words[verb.i + 1 - verb.sentence.words[0].i :][:2]]
        if after == ["out", "of"] or (view is not None and view.lemma == "distance"):
            yield Attitude("noncommittal", verb, subject, clause_words(verb), clause_words(verb))
    elif view is not None and view.lemma in _views(verb) and _denied(verb, view):
        yield Attitude("noncommittal", verb, subject, nominal(view), clause_words(verb))


def _views(verb: Word) -> frozenset[str]:
    """What the verb keeps back: an answer is given, a view is taken or held."""
    return words("stances", "aside", "answers" if verb.lemma == "give" else "views")


def _denied(verb: Word, thing: Word) -> bool:
    return negated(verb) or any(c.lower == "no" for c in thing.children)


def reply_to(question: Sentence, reply: Sentence) -> Iterator[Attitude]:
    """Yield what "No." or "Never" answers, where the one asked is asked for his own course: "Will you sign? No."."""
    said = [w for w in reply.words if w.text not in "\"'“”"]
    flat = next((k for k, w in enumerate(said[:4]) if w.lower in _FLAT), None)
    if flat is None or flat + 1 >= len(said) or (flat and said[flat - 1].text != ":") or said[flat + 1].text not in ".,!":
        return
    verb = next((w for w in question.words if w.pos == "VERB" and (s := w.child("nsubj")) is not None and s.lower == "you"), None)
    if verb is None or any(w.tag in ("WP", "WRB", "WDT") for w in question.words):
        return
    if not any(c.dep == "aux" and c.lower in ("will", "would", "do", "did", "could", "can") for c in verb.children):
        return
    if verb.lemma not in table("verbs") and verb.lemma not in words("stances", "courses", "agreeing"):
        return
    about = [w for w in clause_words(verb) if w.i > verb.i] or [verb]
    yield Attitude(_FLAT[said[flat].lower], said[flat], None, about, [said[flat]], voiced=True)


def ellipsis_of(sentence: Sentence, stance: Stance) -> Attitude | None:
    """Return what "The stewards do not." or "Some do." says of the position told before it; None where it is none."""
    said = [w for w in sentence.words if w.pos != "PUNCT"]
    if not 2 <= len(said) <= _SHORT or sentence.words[-1].text != ".":
        return None
    verb = next((w for w in said if w.lower in ("do", "does", "did", "has", "have", "is", "are")), None)
    if verb is None or verb.pos not in ("AUX", "VERB") or said[-1].lower not in ("not", "n't", verb.lower):
        return None
    subject = verb.child("nsubj")
    if subject is None or subject.tag in ("WP", "WDT", "PRP"):
        return None
    turned = said[-1] is not verb
    if turned and stance not in _OPPOSITE:
        return None
    return Attitude(
        _OPPOSITE[stance] if turned else stance, verb, subject, [verb], [*nominal(subject), *said[said.index(verb) :]]
    )
