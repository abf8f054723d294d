"""Threat records of a report."""

from collections.abc import Iterator

from dragoman.coding.harms import HARMS, build, does_harm, is_ahead, is_case, is_denied, trimmed, without_aside
from dragoman.coding.parse import Word
from dragoman.coding.scene import Scene
from dragoman.coding.standing import joined, subjects, tense
from dragoman.coding.targets import teller
from dragoman.coding.threat_nouns import threat_named
from dragoman.coding.wordlists import words
from dragoman.model import Ids, Threat

_HARMLESS = words("threats", "harmless")
_MAYBE = frozenset(("could", "may", "might", "can"))
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
    elif word.pos == "VERB" or word.lemma == "be":
        found = (
            _conditional(scene, word)
            or _otherwise(scene, word)
            or _measure_to_come(scene, word)
            or _measure_by_day(scene, word)
            or _own_course(scene, word)
            or _what_will_happen(scene, word)
        )
    elif word.pos == "NOUN":
        found = threat_named(scene, word)
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
    return build(scene, trimmed(whole), harm, actor, target, "likely" if verb.lemma == "threaten" else "possible")


def _doer(subject: Word | None) -> list[Word]:
    """The words of a subject, where they are few enough to stand in a quotation."""
    found = subject.subtree() if subject is not None else []
    return found if len(found) <= 5 else []


def _belongs(child: Word, harm: Word, with_: Word | None) -> bool:
    """Whether a part of the clause tells the threat: its helpers, whom it meets, the harm, the condition."""
    told = child is harm or child is with_ or child.dep in ("aux", "auxpass", "dobj", "advmod")
    return told or (child.dep == "advcl" and is_case(child))


def _is_harm(verb: Word, harm: Word, by_somebody: bool) -> bool:
    if verb.lemma == "threaten" and harm.dep == "xcomp" and by_somebody:
        return True
    if verb.lemma == "warn" and harm.dep in ("xcomp", "dobj"):
        return False
    if verb.lemma == "warn" and harm.dep == "ccomp":
        doer = harm.child("nsubj")
        own = doer is not None and doer.lower in _PRONOUNS and is_ahead(harm) and not is_denied(harm)
        return own and (harm.lemma not in _HARMLESS)
    return any(w.lemma in HARMS for w in (harm, *(c for c in harm.children), *(g for c in harm.children for g in c.children)))


def _own_course(scene: Scene, verb: Word) -> tuple[Threat, list[Word]] | None:
    """ "A signalled that it will step up its bombing of B": a harm to somebody, announced by who will do it."""
    over, subject = verb.head, verb.child("nsubj")
    if verb.dep != "ccomp" or over.lemma not in words("threats", "making_known") or subject is None or subject.tag != "PRP":
        return None
    if not is_ahead(verb) or is_denied(verb) or not does_harm(verb):
        return None
    actor = scene.cast.who(subject) or subjects(scene, over)
    found = build(scene, without_aside(trimmed(verb.subtree()), verb), verb, actor, (), "possible")
    return found if found is not None and found[0].target and actor else None


def _conditional(scene: Scene, verb: Word) -> tuple[Threat, list[Word]] | None:
    """What a party will do if another does not act ("unless ..."), or a harm that it will do if another acts."""
    if not (is_ahead(verb) or _is_vowed_now(verb)) or is_denied(verb):
        return None
    below = verb.subtree()
    clause = next(
        (c for c in below if c is not verb and is_case(c) and (c.dep == "advcl" or (c.dep == "ccomp" and c.i < verb.i))),
        None,
    )
    if clause is None or _undone(verb):
        return None
    told = any(c.lower in ("would", "'d") for c in verb.children if c.dep == "aux")
    unless = any(m.lower == "unless" for m in clause.children)
    if told and not unless and scene.statement_at(verb) is None and teller(verb) is None:
        return None  # the writer's own "would" tells what came later
    harmful = does_harm(verb)
    agreed = verb.dep == "ccomp" and verb.head.lemma in ("agree", "promise", "pledge", "offer", "undertake")
    if (verb.lemma in _HARMLESS or agreed) and not harmful:
        return None
    marks = {m.lower for m in clause.children}
    averted = bool(marks & {"unless", "still"}) or is_denied(clause) or clause.lemma in words("threats", "failing")
    subject = verb.child("nsubj", "nsubjpass")
    actor = _own(scene, verb) or (scene.cast.who(subject) if subject else ())
    does = verb.child("dobj", "xcomp", "prep", "prt") is not None  # "it will rot unless": nobody's deed
    acts = does and (bool(actor) or (subject is not None and subject.lower in _PRONOUNS))
    if not (harmful or (averted and acts)) or not (acts or scene.voice_at(verb) or (averted and harmful)):
        return None
    return build(scene, without_aside(trimmed(below), verb), verb, actor, (), "likely", gone=clause)


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
        or not is_ahead(verb)
        or is_denied(verb)
        or subject is None
        or verb.lemma in ("be", "become")
    ):
        return None
    actor = scene.cast.who(subject) or (scene.voice_at(verb) if subject.lower in ("we", "i") else ())
    harmful = does_harm(verb) or any(w.lemma in HARMS for w in verb.subtree())
    if not actor or not harmful:
        return None
    return build(scene, trimmed([w for w in verb.subtree() if w.i >= tokens[0].i]), verb, actor, (), "possible")


def _undone(verb: Word) -> bool:
    """ "Call off the strike", "lift the ban", "put the walkout back": the harm would fall away."""
    harm = verb.child("dobj", "nsubjpass")
    if harm is None or not any(w.lemma in HARMS for w in (harm, *harm.children)):
        return False
    return verb.lemma in words("threats", "dropped") or any(c.lower in words("threats", "back") for c in verb.children)


def _measure_to_come(scene: Scene, verb: Word) -> tuple[Threat, list[Word]] | None:
    """ "Further sanctions could be imposed", "consequences will follow"."""
    subject = verb.child("nsubjpass", "nsubj")
    if subject is not None and subject.tag == "WDT" and verb.dep == "relcl" and verb.head.pos == "NOUN":
        subject = verb.head  # "the consequences that will befall A"
    there = _there_is(verb) if verb.lemma == "be" and verb.child("expl") else None
    if there is not None and there.lemma in words("threats", "there") and is_ahead(verb) and not is_denied(verb):
        case = next((c for c in verb.children if c.dep == "advcl" and is_case(c)), None)
        return build(scene, trimmed(_without_fronted(verb)), there, scene.voice_at(verb), (), "likely", gone=case)
    if subject is None or subject.lemma not in words("threats", "measures") or verb.lemma not in words("threats", "effects"):
        return None
    maybe = any(c.lower in _MAYBE for c in verb.children if c.dep == "aux")
    if is_denied(verb) or not (is_ahead(verb) or maybe):
        return None
    agent = verb.child("agent")
    noun = agent.child("pobj") if agent else None
    actor = joined(scene, noun) if noun else tuple(i for c in subject.children for i in scene.cast.who(c)) or scene.voice_at(verb)
    return build(scene, trimmed(verb.subtree()), subject, actor, (), "likely" if actor else "possible")


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
    case = next((c for c in verb.children if c.dep == "advcl" and is_case(c)), None)
    if verb.lemma != "happen" or to is None or case is None or not is_ahead(verb) or not scene.cast.who(to):
        return None
    actor = scene.voice_at(verb) or subjects(scene, verb.head)
    told = [w for w in verb.subtree() if w.pos != "ADJ" or w.i > verb.i]
    return build(scene, trimmed(told), verb, actor, joined(scene, to), "possible", gone=case)


def _measure_by_day(scene: Scene, verb: Word) -> tuple[Threat, list[Word]] | None:
    """ "A deadline ... before the country imposes new duties": a measure in the clause of a deadline."""
    if verb.tag not in ("VBZ", "VBP") or verb.lemma not in words("threats", "effects") or is_denied(verb):
        return None
    subject, measure = verb.child("nsubj"), verb.child("dobj")
    if measure is None or subject is None or measure.lemma not in words("threats", "measures"):
        return None
    if not any(c.dep == "mark" and c.lower in ("before", "or", "until") for c in verb.children):
        return None
    return build(scene, trimmed(verb.subtree())[1:], measure, scene.cast.who(subject), (), "likely")
