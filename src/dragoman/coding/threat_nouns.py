"""Threats told as nouns: "its threat to withdraw", "massive consequences for A if it attacks", "B-imposed sanctions on A"."""

from dragoman.coding.harms import HARMS, build, is_ahead, is_case, is_denied, trimmed
from dragoman.coding.parse import Word
from dragoman.coding.scene import Scene
from dragoman.coding.standing import joined, subjects, tense
from dragoman.coding.wordlists import words
from dragoman.model import Threat
from dragoman.model.findings import ThreatStatus


def threat_named(scene: Scene, noun: Word) -> tuple[Threat, list[Word]] | None:
    """Return the threat that a noun tells, with its words, or None."""
    if noun.lemma == "threat":
        return _named(scene, noun)
    if noun.lemma in words("threats", "there") and noun.lemma not in ("strike", "walkout", "stoppage"):
        return _consequences(scene, noun) or _imposed(scene, noun)
    return _imposed(scene, noun) if noun.lemma in words("threats", "measures") else None


def _named(scene: Scene, noun: Word) -> tuple[Threat, list[Word]] | None:
    """ "Its threat to withdraw": a threat told as a noun, with what became of it."""
    harm = noun.child("acl") or _infinitive_after(noun)
    named = any(c.dep == "prep" and c.lower == "of" and scene.cast.who(c.child("pobj") or c) for c in noun.children)
    if harm is not None and (harm.tag != "VB" or named):
        return None
    if harm is None:
        of = next((c for c in noun.children if c.dep == "prep" and c.lower == "of"), None)
        harm = of.child("pobj", "pcomp") if of else None
        if harm is None or not any(w.lemma in HARMS for w in (harm, *harm.children)):
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
    return build(scene, trimmed(whole), harm, actor, (), "likely", status)


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


def _consequences(scene: Scene, noun: Word) -> tuple[Threat, list[Word]] | None:
    """ "Spoke of massive consequences for A if it chooses that path": a noun for the harm, whom it meets and the case."""
    after = next((w for w in noun.sentence.words if w.i == noun.i + 1), noun)
    preps = (c for c in (*noun.children, after) if c.dep == "prep" and c.lower in ("for", "on", "against"))
    whom = next((p.child("pobj") for p in preps), None)
    verb = next((a for a in noun.ancestors() if a.pos in ("VERB", "AUX")), None)
    tokens = noun.sentence.words
    case = next((w for w in tokens if w.i > noun.i and w.dep == "advcl" and is_case(w) and w.i - noun.i < 14), None)
    if whom is None or case is None or verb is None or is_denied(verb) or any(c.lower in ("no", "any") for c in noun.children):
        return None
    if is_ahead(verb) and noun.dep.startswith("nsubj"):
        return None
    told = [w for w in tokens if noun.subtree()[0].i <= w.i <= case.subtree()[-1].i]
    actor = scene.voice_at(noun) or scene.cast.party(subjects(scene, verb))
    return build(scene, trimmed(told), noun, actor, joined(scene, whom), "likely" if actor else "possible", gone=case)


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
    return build(scene, trimmed(told), noun, actor, target, "possible", "imposed")
