"""Threat records of a report."""

from collections.abc import Iterator

from dragoman.coding.parse import Word
from dragoman.coding.scene import Scene
from dragoman.coding.standing import is_nothing, joined, subjects, tense
from dragoman.coding.targets import target_of, teller
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
        found = (
            _conditional(scene, word)
            or _otherwise(scene, word)
            or _measure_to_come(scene, word)
            or _measure_by_day(scene, word)
            or _own_course(scene, word)
            or _what_will_happen(scene, word)
        )
    elif word.pos == "NOUN" and word.lemma in words("threats", "there") and word.lemma not in ("strike", "walkout", "stoppage"):
        found = _consequences(scene, word) or _imposed(scene, word)
    elif word.pos == "NOUN" and word.lemma in words("threats", "measures"):
        found = _imposed(scene, word)
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
        whom = harm if harm is not None and harm.dep == "dobj" else None
        target = joined(scene, whom) if whom is not None else ()
        if whom is not None and not target and whom.tag not in ("PRP", "NNS", "NNP", "NNPS"):
            return None  # "it threatened peace with its move"
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
    harm = noun.child("acl") or _infinitive_after(noun)
    named = any(c.dep == "prep" and c.lower == "of" and scene.cast.who(c.child("pobj") or c) for c in noun.children)
    if harm is not None and (harm.tag != "VB" or named):
        return None
    if harm is None:
        of = next((c for c in noun.children if c.dep == "prep" and c.lower == "of"), None)
        harm = of.child("pobj", "pcomp") if of else None
        if harm is None or not any(w.lemma in _HARMS for w in (harm, *harm.children)):
            return None
    actor = tuple(i for c in noun.children if c.dep in ("poss", "amod", "compound") for i in scene.cast.who(c))
    if not actor and (harm.dep != "acl" or noun.tag == "NNS"):
        return None
    status: ThreatStatus = "threatened"
    if noun.dep == "dobj" and tense(noun.head) == "held":
        dropped, done = words("threats", "dropped"), words("threats", "done")
        status = "lifted" if noun.head.lemma in dropped else "imposed" if noun.head.lemma in done else status
    below = noun.subtree() if harm in noun.subtree() else [*noun.subtree(), *_up_to_mark(harm, noun)]
    whole = [w for w in below if not any(a.dep == "relcl" for a in w.ancestors() if a.i > noun.i)]
    return _threat(scene, _trimmed(whole), harm, actor, (), "likely", status)


def _infinitive_after(noun: Word) -> Word | None:
    """ "A's threats to break contact": the infinitive right behind, which may hang on the verb above."""
    tokens = noun.sentence.words
    after = tokens[noun.i + 1 - tokens[0].i : noun.i + 3 - tokens[0].i]
    to_verb = len(after) == 2 and after[0].tag == "TO" and after[1].tag == "VB"
    return after[1] if to_verb and after[1].head in noun.ancestors() else None


def _up_to_mark(harm: Word, noun: Word) -> list[Word]:
    """The infinitive with what follows it, up to a mark or the next finite verb."""
    tokens = noun.sentence.words
    stop = next(
        (w.i for w in tokens if w.i > harm.i and (w.pos == "PUNCT" or w.tag in ("VBD", "VBZ", "VBP", "MD"))), tokens[-1].i
    )
    return [w for w in tokens if noun.i < w.i < stop and w is not noun]


def _own_course(scene: Scene, verb: Word) -> tuple[Threat, list[Word]] | None:
    """ "A signalled that it will step up its bombing of B": a harm to somebody, announced by who will do it."""
    over, subject = verb.head, verb.child("nsubj")
    if verb.dep != "ccomp" or over.lemma not in words("threats", "making_known") or subject is None or subject.tag != "PRP":
        return None
    if not _ahead(verb) or _negated(verb) or not _does_harm(verb):
        return None
    actor = scene.cast.who(subject) or subjects(scene, over)
    found = _threat(scene, _without_aside(_trimmed(verb.subtree()), verb), verb, actor, (), "possible")
    return found if found is not None and found[0].target and actor else None


def _consequences(scene: Scene, noun: Word) -> tuple[Threat, list[Word]] | None:
    """ "Spoke of massive consequences for A if it chooses that path": a noun for the harm, whom it meets and the case."""
    after = next((w for w in noun.sentence.words if w.i == noun.i + 1), noun)
    preps = (c for c in (*noun.children, after) if c.dep == "prep" and c.lower in ("for", "on", "against"))
    whom = next((p.child("pobj") for p in preps), None)
    verb = next((a for a in noun.ancestors() if a.pos in ("VERB", "AUX")), None)
    tokens = noun.sentence.words
    case = next((w for w in tokens if w.i > noun.i and w.dep == "advcl" and _is_condition(w) and w.i - noun.i < 14), None)
    if whom is None or case is None or verb is None or _negated(verb) or any(c.lower in ("no", "any") for c in noun.children):
        return None
    if _ahead(verb) and noun.dep.startswith("nsubj"):
        return None
    told = [w for w in tokens if noun.subtree()[0].i <= w.i <= case.subtree()[-1].i]
    actor = scene.voice_at(noun) or scene.cast.party(subjects(scene, verb))
    return _threat(scene, _trimmed(told), noun, actor, joined(scene, whom), "likely" if actor else "possible", gone=case)


def _conditional(scene: Scene, verb: Word) -> tuple[Threat, list[Word]] | None:
    """What a party will do if another does not act ("unless ..."), or a harm that it will do if another acts."""
    if not (_ahead(verb) or _is_vowed_now(verb)) or _negated(verb):
        return None
    below = verb.subtree()
    clause = next(
        (c for c in below if c is not verb and _is_condition(c) and (c.dep == "advcl" or (c.dep == "ccomp" and c.i < verb.i))),
        None,
    )
    if clause is None or _undone(verb):
        return None
    harmful = _does_harm(verb)
    agreed = verb.dep == "ccomp" and verb.head.lemma in ("agree", "promise", "pledge", "offer", "undertake")
    if (verb.lemma in _HARMLESS or agreed) and not harmful:
        return None
    marks = {m.lower for m in clause.children}
    averted = bool(marks & {"unless", "still"}) or _negated(clause) or clause.lemma in words("threats", "failing")
    subject = verb.child("nsubj", "nsubjpass")
    actor = _own(scene, verb) or (scene.cast.who(subject) if subject else ())
    does = verb.child("dobj", "xcomp", "prep", "prt") is not None  # "it will rot unless": nobody's deed
    acts = does and (bool(actor) or (subject is not None and subject.lower in _PRONOUNS))
    if not (harmful or (averted and acts)) or not (acts or scene.voice_at(verb) or (averted and harmful)):
        return None
    return _threat(scene, _without_aside(_trimmed(below), verb), verb, actor, (), "likely", gone=clause)


def _own(scene: Scene, verb: Word) -> Ids:
    """ "A warned that it would": the pronoun in a reported clause is who warns."""
    subject, over = verb.child("nsubj"), verb.head
    told = verb.dep == "ccomp" and over.pos == "VERB" and over.lemma in words("cues", "speech")
    if subject is None or not told or subject.lower not in ("it", "he", "she", "they"):
        return ()
    teller_ = over.child("nsubj")
    return joined(scene, teller_) if teller_ is not None and teller_.tag != "PRP" else ()


def _is_vowed_now(verb: Word) -> bool:
    """ "Unless there is a new text by May, we file": the present of who speaks."""
    subject = verb.child("nsubj")
    unless = any(c.dep == "advcl" and any(m.lower == "unless" for m in c.children) for c in verb.children)
    return unless and verb.tag == "VBP" and subject is not None and subject.lower in ("we", "i")


def _otherwise(scene: Scene, verb: Word) -> tuple[Threat, list[Word]] | None:
    """ "Otherwise we will have to take the matter to court": what follows where what was asked is not done."""
    tokens = verb.sentence.words
    opening = [w.lower for w in tokens[:6] if w.pos != "PUNCT"]
    first = next((k for k, w in enumerate(opening) if w in ("otherwise", "failing")), None)
    root = verb.sentence.root is verb or (verb.dep == "ccomp" and verb.head is verb.sentence.root)
    subject = verb.child("nsubj")
    if (
        first is None
        or first > 3
        or not root
        or not _ahead(verb)
        or _negated(verb)
        or subject is None
        or verb.lemma in ("be", "become")
    ):
        return None
    actor = scene.cast.who(subject) or (scene.voice_at(verb) if subject.lower in ("we", "i") else ())
    harmful = _does_harm(verb) or any(w.lemma in _HARMS for w in verb.subtree())
    if not actor or not harmful:
        return None
    return _threat(scene, _trimmed([w for w in verb.subtree() if w.i >= tokens[0].i]), verb, actor, (), "possible")


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
    if subject is not None and subject.tag == "WDT" and verb.dep == "relcl" and verb.head.pos == "NOUN":
        subject = verb.head  # "the consequences that will befall A"
    there = _there_is(verb) if verb.lemma == "be" and verb.child("expl") else None
    if there is not None and there.lemma in words("threats", "there") and _ahead(verb) and not _negated(verb):
        return _threat(scene, _trimmed(_without_fronted(verb)), there, scene.voice_at(verb), (), "likely")
    if subject is None or subject.lemma not in words("threats", "measures") or verb.lemma not in words("threats", "effects"):
        return None
    maybe = any(c.lower in _MAYBE for c in verb.children if c.dep == "aux")
    if _negated(verb) or not (_ahead(verb) or maybe):
        return None
    agent = verb.child("agent")
    noun = agent.child("pobj") if agent else None
    actor = joined(scene, noun) if noun else tuple(i for c in subject.children for i in scene.cast.who(c)) or scene.voice_at(verb)
    return _threat(scene, _trimmed(verb.subtree()), subject, actor, (), "likely" if actor else "possible")


def _without_fronted(verb: Word) -> list[Word]:
    """The clause without the case that opens it: "if they go on, there will be a response"."""
    fronted = {w.i for c in verb.children if c.dep == "advcl" and c.i < verb.i for w in c.subtree()}
    return [w for w in verb.subtree() if w.i not in fronted]


def _there_is(verb: Word) -> Word | None:
    """ "There will be a swift, calibrated and united response": the noun, also where an adjective is taken for it."""
    attr = verb.child("attr", "nsubj")
    if attr is None or attr.lemma in words("threats", "there") or attr.pos == "NOUN":
        return attr
    return next(
        (w for w in attr.subtree() if w.pos == "NOUN" and w.lemma in words("threats", "there") and w.i - verb.i < 9), attr
    )


def _what_will_happen(scene: Scene, verb: Word) -> tuple[Threat, list[Word]] | None:
    """ "Made clear what will happen to A if it attacks"."""
    to = next((c.child("pobj") for c in verb.children if c.dep == "prep" and c.lower == "to"), None)
    case = next((c for c in verb.children if c.dep == "advcl" and _is_condition(c)), None)
    if verb.lemma != "happen" or to is None or case is None or not _ahead(verb) or not scene.cast.who(to):
        return None
    actor = scene.voice_at(verb)
    told = [w for w in verb.subtree() if w.pos != "ADJ" or w.i > verb.i]
    return _threat(scene, _trimmed(told), verb, actor, joined(scene, to), "possible", gone=case)


def _imposed(scene: Scene, noun: Word) -> tuple[Threat, list[Word]] | None:
    """ "Norway-imposed sanctions on Peru", "the tariffs imposed by Japan on Chile": a harm that is there."""
    part = next((c for c in noun.children if c.lower == "imposed" and c.dep in ("amod", "acl")), None)
    if part is None:
        return None
    by = part.child("agent")
    doer = by.child("pobj") if by is not None else part.child("npadvmod", "compound", "nmod")
    on = next(
        (c.child("pobj") for head in (noun, part) for c in head.children if c.dep == "prep" and c.lower in ("on", "against")),
        None,
    )
    actor, target = joined(scene, doer) if doer is not None else (), joined(scene, on) if on is not None else ()
    if not actor or not target:
        return None
    told = [w for w in noun.sentence.words if noun.subtree()[0].i <= w.i <= max(noun.i, part.i, on.i if on is not None else 0)]
    return _threat(scene, _trimmed(told), noun, actor, target, "possible", "imposed")


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


def _without_aside(found: list[Word], harm: Word) -> list[Word]:
    """The words without an aside at the end: "resume its claims, its counsel has told the court"."""
    spoken = [w for w in found if w.i > harm.i and w.lemma in words("cues", "speech") and w.tag in ("VBD", "VBN", "VBZ")]
    mark = next((w for w in found if w.text == "," and w.i > harm.i), None)
    if spoken and mark is not None and mark.i < spoken[0].i:
        return [w for w in found if w.i < mark.i]
    inside = {w.i for w in found}
    for mark in found[1:]:
        after = [w for w in found if w.i > mark.i]
        tops = [w for w in after if w.head.i <= mark.i or w.head.i not in inside]
        if mark.text == "," and after and tops and all(w.dep in ("appos", "parataxis") for w in tops if w.pos != "PUNCT"):
            return [w for w in found if w.i < mark.i]
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
    inside = {w.i for w in whole}
    measure = [
        w
        for w in harm.subtree()
        if w.i not in left_out and w.i in inside and (w.head is not harm or w.dep not in ("aux", "mark", "punct"))
    ]
    stretch = scene.parse.span(whole)
    waiting = (
        c for c in scene.conditions
        if any(s.overlaps(stretch) for s in c.gated_span) and any(s.overlaps(stretch) for s in c.required_span)
    )  # fmt: skip
    condition = next(waiting, None)
    over = teller(harm)
    actor = actor or scene.voice_at(harm) or (scene.cast.party(subjects(scene, over)) if over is not None else ())
    target = target or target_of(
        scene, actor, harm, whole, gone or next((w for w in whole if w.dep == "advcl" and _is_condition(w)), None)
    )
    found = Threat(
        document=scene.document.id, spans=(stretch,), actor=actor, target=target, certainty=certainty, status=status,
        measure=" ".join(s.text for s in scene.parse.spans(measure or [harm])),
        condition=condition.id if condition is not None else None, coder=scene.coder,
    )  # fmt: skip
    return found, whole
