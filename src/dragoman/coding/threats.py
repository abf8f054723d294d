"""Threat records of a report."""

from collections.abc import Iterator

from dragoman.coding.parse import Word
from dragoman.coding.scene import Scene
from dragoman.coding.standing import is_nothing, joined, subjects, tense
from dragoman.coding.wordlists import words
from dragoman.model import Certainty, Ids, Threat
from dragoman.model.findings import ThreatStatus

_HARMS = words("threats", "harms")
_HARMLESS = words("threats", "harmless")
_AHEAD = frozenset(("will", "'ll", "would", "shall", "'d"))
_MAYBE = frozenset(("could", "may", "might", "can"))
_ASKING = frozenset(("if", "unless", "should"))
_PRONOUNS = frozenset(("it", "they", "he", "she", "we", "i"))


def find_threats(scene: Scene) -> tuple[Threat, ...]:
    """Return the report's threats, in order."""
    found: list[Threat] = []
    taken: set[int] = set()
    for word in (w for s in scene.parse.sentences if s.words[-1].text != "?" for w in s.words):
        if word.i in taken:
            continue
        for threat, whole in _threats(scene, word):
            found.append(threat)
            taken |= {w.i for w in whole}
    return tuple(sorted(found, key=lambda t: t.spans[0].start))


def _threats(scene: Scene, word: Word) -> Iterator[tuple[Threat, list[Word]]]:
    if word.pos == "VERB" and word.lemma in words("threats", "announcing"):
        found = _announced(scene, word)
    elif word.pos == "NOUN" and word.lemma == "threat":
        found = _named(scene, word)
    elif word.pos == "VERB" or word.lemma == "be":
        found = _conditional(scene, word) or _measure_to_come(scene, word) or _measure_by_day(scene, word)
    else:
        return
    if found is not None:
        yield found


def _announced(scene: Scene, verb: Word) -> tuple[Threat, list[Word]] | None:
    """What a verb of threatening, vowing or warning announces, where somebody does so and it names a harm."""
    subject = verb.child("nsubj")
    if tense(verb, scene.parse.is_title(verb)) is None and verb.tag not in ("VBZ", "VBP", "VBG"):
        return None
    actor = subjects(scene, verb) or scene.voice_at(verb)
    target: Ids = ()
    harm = verb.child("xcomp", "ccomp", "dobj")
    with_ = next((c for c in verb.children if c.dep == "prep" and c.lower in ("with", "of")), None)
    if with_ is not None and with_.child("pobj", "pcomp"):
        target = joined(scene, harm) if harm is not None and harm.dep == "dobj" else ()
        harm = with_.child("pobj", "pcomp")
    if harm is None or not _is_harm(verb, harm, bool(actor)):
        return None
    whole = [*_doer(subject), verb, *(w for c in verb.children if _belongs(c, harm, with_) for w in c.subtree())]
    whole.sort(key=lambda w: w.i)
    return _threat(scene, _trimmed(whole), harm, actor, target, "likely" if verb.lemma == "threaten" else "possible")


def _doer(subject: Word | None) -> list[Word]:
    """The words of a subject, where they are few enough to stand in a quotation."""
    found = subject.subtree() if subject is not None else []
    return found if len(found) <= 5 else []


def _belongs(child: Word, harm: Word, with_: Word | None) -> bool:
    """Whether a part of the clause tells the threat: its helpers, whom it meets, the harm, the condition."""
    told = child is harm or child is with_ or child.dep in ("aux", "auxpass", "dobj", "advmod")
    return told or (child.dep == "advcl" and _is_condition(child))


def _is_harm(verb: Word, harm: Word, by_somebody: bool) -> bool:
    if verb.lemma == "threaten" and harm.dep == "xcomp" and by_somebody:
        return True
    if verb.lemma == "warn" and harm.dep in ("xcomp", "dobj"):
        return False
    if verb.lemma == "warn" and harm.dep == "ccomp":
        doer = harm.child("nsubj")
        own = doer is not None and doer.lower in _PRONOUNS and _ahead(harm) and not _negated(harm)
        return own and (harm.lemma not in _HARMLESS)
    return any(w.lemma in _HARMS for w in (harm, *(c for c in harm.children), *(g for c in harm.children for g in c.children)))


def _named(scene: Scene, noun: Word) -> tuple[Threat, list[Word]] | None:
    """ "Its threat to withdraw": a threat told as a noun, with what became of it."""
    harm = noun.child("acl")
    named = any(c.dep == "prep" and c.lower == "of" and scene.cast.who(c.child("pobj") or c) for c in noun.children)
    if harm is not None and (harm.tag != "VB" or named):
        return None
    if harm is None:
        of = next((c for c in noun.children if c.dep == "prep" and c.lower == "of"), None)
        harm = of.child("pobj", "pcomp") if of else None
        if harm is None or not any(w.lemma in _HARMS for w in (harm, *harm.children)):
            return None
    actor = tuple(i for c in noun.children if c.dep in ("poss", "amod", "compound") for i in scene.cast.who(c))
    if not actor and harm.dep != "acl":
        return None
    status: ThreatStatus = "threatened"
    if noun.dep == "dobj" and tense(noun.head) == "held":
        dropped, done = words("threats", "dropped"), words("threats", "done")
        status = "lifted" if noun.head.lemma in dropped else "imposed" if noun.head.lemma in done else status
    whole = [w for w in noun.subtree() if not any(a.dep == "relcl" for a in w.ancestors() if a.i > noun.i)]
    return _threat(scene, _trimmed(whole), harm, actor, (), "likely", status)


def _conditional(scene: Scene, verb: Word) -> tuple[Threat, list[Word]] | None:
    """What a party will do if another does not act ("unless ..."), or a harm that it will do if another acts."""
    if not _ahead(verb) or _negated(verb):
        return None
    below = verb.subtree()
    clause = next((c for c in below if c.dep == "advcl" and c is not verb and _is_condition(c)), None)
    if clause is None or _undone(verb):
        return None
    harmful = _does_harm(verb)
    if verb.lemma in _HARMLESS and not harmful:
        return None
    averted = any(m.lower == "unless" for m in clause.children) or _negated(clause) or clause.lemma in words("threats", "failing")
    subject = verb.child("nsubj", "nsubjpass")
    actor = scene.cast.who(subject) if subject else ()
    does = verb.child("dobj", "xcomp", "prep", "prt") is not None  # "it will rot unless": nobody's deed
    acts = does and (bool(actor) or (subject is not None and subject.lower in _PRONOUNS))
    if not (harmful or (averted and acts)) or not (acts or scene.voice_at(verb) or (averted and harmful)):
        return None
    other = clause.child("nsubj", "nsubjpass")
    target = tuple(i for i in (joined(scene, other) if other else ()) if i not in actor)
    return _threat(scene, _trimmed(below), verb, actor, target, "likely", gone=clause)


def _does_harm(verb: Word) -> bool:
    """Whether the verb is a harm, or its subject, object or the object of its preposition."""
    if verb.lemma in _HARMS or (verb.lemma in words("threats", "putting") and any(c.lower == "under" for c in verb.children)):
        return True
    nouns = [c for c in verb.children if c.dep in ("dobj", "nsubj", "nsubjpass", "attr", "xcomp")]
    nouns += [p for c in verb.children if c.dep in ("prep", "agent") and (p := c.child("pobj")) is not None]
    return any(w.lemma in _HARMS for n in nouns for w in (n, *n.children) if w is n or w.dep in ("amod", "compound"))


def _undone(verb: Word) -> bool:
    """ "Call off the strike", "lift the ban", "put the walkout back": the harm would fall away."""
    harm = verb.child("dobj", "nsubjpass")
    if harm is None or not any(w.lemma in _HARMS for w in (harm, *harm.children)):
        return False
    return verb.lemma in words("threats", "dropped") or any(c.lower in words("threats", "back") for c in verb.children)


def _measure_to_come(scene: Scene, verb: Word) -> tuple[Threat, list[Word]] | None:
    """ "Further sanctions could be imposed", "consequences will follow"."""
    subject = verb.child("nsubjpass", "nsubj")
    there = verb.child("attr", "nsubj") if verb.lemma == "be" and verb.child("expl") else None
    if there is not None and there.lemma in words("threats", "there") and _ahead(verb) and not _negated(verb):
        return _threat(scene, _trimmed(verb.subtree()), there, scene.voice_at(verb), (), "likely")
    if subject is None or subject.lemma not in words("threats", "measures") or verb.lemma not in words("threats", "effects"):
        return None
    maybe = any(c.lower in _MAYBE for c in verb.children if c.dep == "aux")
    if _negated(verb) or not (_ahead(verb) or maybe):
        return None
    agent = verb.child("agent")
    noun = agent.child("pobj") if agent else None
    actor = joined(scene, noun) if noun else tuple(i for c in subject.children for i in scene.cast.who(c)) or scene.voice_at(verb)
    return _threat(scene, _trimmed(verb.subtree()), subject, actor, (), "likely" if actor else "possible")


def _measure_by_day(scene: Scene, verb: Word) -> tuple[Threat, list[Word]] | None:
    """ "A deadline ... before the country imposes new duties": a measure in the clause of a deadline."""
    if verb.tag not in ("VBZ", "VBP") or verb.lemma not in words("threats", "effects") or _negated(verb):
        return None
    subject, measure = verb.child("nsubj"), verb.child("dobj")
    if measure is None or subject is None or measure.lemma not in words("threats", "measures"):
        return None
    if not any(c.dep == "mark" and c.lower in ("before", "or", "until") for c in verb.children):
        return None
    return _threat(scene, _trimmed(verb.subtree())[1:], measure, scene.cast.who(subject), (), "likely")


def _ahead(verb: Word) -> bool:
    return any(c.dep == "aux" and c.lower in _AHEAD for c in verb.children)


def _negated(verb: Word) -> bool:
    """Whether the verb is negated, or its subject or object by "no" ("there will be no strike")."""
    return any(c.dep == "neg" or is_nothing(c) or (c.dep == "attr" and _is_no(c)) for c in verb.children)


def _is_no(noun: Word) -> bool:
    return any(c.lower == "no" for c in noun.children)


def _is_condition(clause: Word) -> bool:
    """ "If ...", "unless ...", and the inverted "should he ..."."""
    for child in clause.children:
        if child.lower in ("if", "unless"):
            return True
        if child.lower == "should" and child.dep == "aux":
            subject = clause.child("nsubj", "nsubjpass")
            return subject is not None and child.i < subject.i
    return False


def _trimmed(found: list[Word]) -> list[Word]:
    """The words without marks and conjunctions at the ends, and without what follows a semicolon."""
    while found and (found[0].pos in ("PUNCT", "CCONJ") or found[0].lower == "that"):
        found = found[1:]
    while found and found[-1].pos == "PUNCT":
        found = found[:-1]
    return found


def _threat(
    scene: Scene, whole: list[Word], harm: Word, actor: Ids, target: Ids, certainty: Certainty,
    status: ThreatStatus = "threatened", gone: Word | None = None,
) -> tuple[Threat, list[Word]] | None:  # fmt: skip
    if not whole:
        return None
    left_out = {w.i for w in gone.subtree()} if gone else set()
    subject = harm.child("nsubj", "nsubjpass")
    left_out |= {w.i for w in subject.subtree()} if subject and harm.pos == "VERB" else set()
    if subject is not None and subject.lemma in words("threats", "measures"):
        harm, left_out = subject, set()
    for child in harm.children:
        if child.dep in ("parataxis", "advcl") or (child.dep == "conj" and child.child("nsubj")):
            left_out |= {w.i for w in child.subtree()}
    measure = [w for w in harm.subtree() if w.i not in left_out and (w.head is not harm or w.dep not in ("aux", "mark", "punct"))]
    stretch = scene.parse.span(whole)
    waiting = (
        c for c in scene.conditions
        if any(s.overlaps(stretch) for s in c.gated_span) and any(s.overlaps(stretch) for s in c.required_span)
    )  # fmt: skip
    condition = next(waiting, None)
    actor = scene.cast.party(actor or scene.voice_at(harm))
    on = [c for w in measure for c in w.children if w.lower in ("on", "against") and c.dep == "pobj"]
    target = target or tuple(i for c in on for i in joined(scene, c) if i not in actor)
    found = Threat(
        document=scene.document.id, spans=(stretch,), actor=actor, target=target, certainty=certainty, status=status,
        measure=" ".join(s.text for s in scene.parse.spans(measure or [harm])),
        condition=condition.id if condition is not None else None, coder=scene.coder,
    )  # fmt: skip
    return found, whole
