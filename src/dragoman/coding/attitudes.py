"""Words of attitude and what they are about: verbs, adjectives and set phrases."""

import functools
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.coding.holders import agent_of, subject_of
from dragoman.coding.parse import Word
from dragoman.coding.wordlists import load, words
from dragoman.model.findings import Stance

_COMPLEMENTS = frozenset({"dobj", "ccomp", "xcomp", "dative", "oprd", "attr", "acl"})
_APART = frozenset({"conj", "cc", "punct", "parataxis", "preconj", "appos", "intj", "nsubj", "nsubjpass"})
_LED = frozenset({"for", "to", "of", "on", "with", "over", "about"})
_RELATIVE = frozenset({"WP", "WDT"})
_DATED = frozenset({"DATE", "TIME"})


@dataclass(frozen=True)
class Attitude:
    """A word of attitude with whom it is said of, the words of its object and all the words that show it."""

    stance: Stance
    cue: Word
    said_of: Word | None
    object: list[Word]
    words: list[Word]
    voiced: bool = False
    """Whether whoever speaks the words holds it, whatever they are said of."""


def attitudes_of_verb(verb: Word) -> Iterator[Attitude]:
    """Yield what a verb of attitude tells, a coordinated object once for each part."""
    stance, particle = _stance_of(verb)
    if stance is None or _unreal(verb):
        return
    if _passive_voice(verb):
        yield from _passive(verb, stance)
        return
    stance = turned(stance, verb)
    direct = _complements(verb, particle)
    if not direct or _takes_relative(verb):
        yield from _relative(verb, stance)
    elif _hollow(verb, direct):
        return
    elif verb.lemma == "decline" and any(w.lemma in words("stances", "hanging", "silence") for c in direct for w in (c, *c.children)):
        yield Attitude("noncommittal", verb, subject_of(verb), _joined(direct), clause_words(verb))
    else:
        for said in _parts(verb, direct, stance):
            about = [w for w in said if w.i > verb.i and w is not particle]
            if about:
                yield Attitude(stance, verb, subject_of(verb), about, said)


def _passive_voice(verb: Word) -> bool:
    if verb.tag != "VBN":
        return False
    if verb.child("nsubjpass", "auxpass", "agent") is not None or verb.dep in ("acl", "advcl"):
        return not any(c.lower in ("have", "has", "had", "having", "'ve") and c.dep == "aux" for c in verb.children) or verb.child("auxpass") is not None
    return verb.dep == "conj" and verb.child("dobj", "ccomp", "xcomp") is None and verb.head.child("auxpass") is not None


def _passive(verb: Word, stance: Stance) -> Iterator[Attitude]:
    """What a passive tells of its agent: "was rejected by B", "a levy opposed by B"."""
    agent = agent_of(verb)
    if agent is None:
        return
    subject = verb.child("nsubjpass")
    theme = verb.head if verb.dep == "acl" else subject_of(verb)
    if theme is None:
        return
    said = clause_words(verb)
    about = nominal(theme)
    if theme is subject or (verb.dep == "acl" and len(about) < 8):
        said = [*about, *said]
    elif subject is not None:
        said = [subject, *said]
    asked = [c for c in verb.children if c.dep in ("xcomp", "ccomp") and c.i > verb.i]
    yield Attitude(turned(stance, verb), verb, agent, _joined(asked) or about, said)


def _takes_relative(verb: Word) -> bool:
    """Whether what the attitude is about is the relative pronoun: "a surcharge which they asked you to drop"."""
    clause = [c for c in verb.children if c.dep in ("xcomp", "ccomp")]
    return any(c.tag in _RELATIVE and c.dep in ("dobj", "pobj") and c.i < verb.i for v in (verb, *clause) for c in v.children)


def _hollow(verb: Word, direct: list[Word]) -> bool:
    """Whether it is a question or a wish not to be named rather than an attitude: "asked what had happened"."""
    if verb.lemma in words("stances", "claiming", "verbs"):
        return _claims(verb)
    if verb.lemma == "claim":
        return not any(w.pos == "NUM" or w.lemma in ("right", "territory", "sovereignty") for c in direct if c.dep == "dobj" for w in (c, *c.children))
    if verb.lemma not in ("ask", "question", "consider", "wait"):
        return False
    heads = [w for c in direct for w in (c, *c.children)]
    asked = any(w.tag in ("WP", "WRB", "WDT") or w.lower in ("whether", "if") for w in heads if w.i < direct[-1].i + 1)
    return verb.lemma == "ask" and (asked or any(w.lemma in ("name", "identify") for c in direct for w in c.subtree()))


def _claims(verb: Word) -> bool:
    """Whether the clause after it tells how things are, not what is to be done: "insists that it is safe"."""
    clause = verb.child("ccomp")
    if clause is None or clause.i < verb.i:
        return False
    aux = [c for c in clause.children if c.dep in ("aux", "auxpass")]
    finite = clause.tag in ("VBZ", "VBD", "VBP") or any(a.tag in ("VBZ", "VBD", "VBP") for a in aux)
    awaiting = any(w.lower in words("stances", "courses", "awaiting") for w in clause.subtree())
    return finite and not awaiting and not any(a.tag == "MD" for a in aux)


def _relative(verb: Word, stance: Stance) -> Iterator[Attitude]:
    """What a relative clause tells of its antecedent: "a plan that they rejected", "a figure B rejected"."""
    clause = next((a for a in (verb, *verb.ancestors()) if a.dep == "relcl"), None)
    if clause is None or (clause is not verb and verb.dep not in ("conj", "xcomp", "ccomp")):
        return
    subject = clause.child("nsubj")
    if subject is None or subject.tag in _RELATIVE:
        return
    about = nominal(clause.head)
    first = verb.subtree()[0] if verb is not clause else clause.subtree()[0]
    after = [w for w in clause_words(verb) if w.i > verb.i]
    inside = [w for w in clause.subtree() if first.i <= w.i <= verb.i]
    yield Attitude(stance, verb, subject_of(verb), about, [*(about if len(about) < 12 else ()), *inside, *after])


def attitudes_of_adjective(adjective: Word) -> Iterator[Attitude]:
    """Yield what "is ready to", "remains opposed to" tells."""
    head = adjective.head
    if adjective.dep not in ("acomp", "oprd", "conj", "amod", "advcl", "attr", "ROOT") or _unreal(head):
        return
    of = [c for c in adjective.children if c.i > adjective.i and (c.dep in ("xcomp", "ccomp", "advcl") or (c.dep == "prep" and c.lower in ("to", "for")))]
    of = of or [c for c in head.children if c.i > adjective.i and c.dep == "xcomp"]
    if of:
        about = _joined(of)
        stance = turned(table("adjectives")[adjective.lemma], head)
        first = head if head.i == adjective.i - 1 else adjective
        yield Attitude(stance, adjective, subject_of(head if head.pos in ("VERB", "AUX") else adjective), about, [first, adjective, *about])


def attitudes_of_copula(verb: Word) -> Iterator[Attitude]:
    """Yield what set phrases around a light verb tell: against it, no plan to, nothing to add, no answer yet."""
    yield from _side(verb)
    yield from _spoken(verb)
    yield from _scathing(verb)
    yield from _no_plan(verb)
    yield from _unanswered(verb)
    yield from _asked_for(verb)


def _side(verb: Word) -> Iterator[Attitude]:
    for child in verb.children:
        if child.dep != "prep" or child.i < verb.i or verb.lemma not in ("be", "remain", "come", "stand", "speak", "vote", "argue", "campaign"):
            continue
        if child.lower == "against" and child.children:
            yield Attitude(turned("reject", verb), verb, subject_of(verb), _joined(child.children), clause_words(verb))
        elif child.lower == "in" and (favour := child.child("pobj")) is not None and favour.lemma in ("favour", "favor", "support"):
            yield Attitude(turned("support", verb), verb, subject_of(verb), _joined(favour.children) or [favour], clause_words(verb))


def _spoken(verb: Word) -> Iterator[Attitude]:
    """ "said no to it", "put 3 percent on the table"."""
    said = clause_words(verb)
    if verb.lemma == "say" and len(said) > 1 and said[1].lower in ("no", "yes") and said[1].head is verb:
        stance: Stance = "reject" if said[1].lower == "no" else "accept"
        yield Attitude(stance, verb, subject_of(verb), said[2:] or said[1:], said)
    elif verb.lemma in ("reach", "strike") and (deal := verb.child("dobj")) is not None and deal.lemma in ("agreement", "deal", "accord", "settlement"):
        if not _unreal(verb) and not any(c.dep == "neg" for c in verb.children) and not any(c.lower == "no" for c in deal.children):
            yield Attitude("accept", verb, subject_of(verb), _joined([c for c in deal.children if c.i > deal.i]) or [deal], said)
    elif verb.lemma in ("tell", "order", "instruct", "direct") and (to := verb.child("xcomp", "ccomp")) is not None:
        if any(c.lower == "to" and c.dep == "aux" for c in to.children) and not _unreal(verb) and not _passive_voice(verb):
            yield Attitude("demand", verb, subject_of(verb), to.subtree(), said)
    elif verb.lemma in ("put", "lay", "place") and (thing := verb.child("dobj")) is not None and thing.i > verb.i:
        for child in verb.children:
            if child.lower == "on" and (on := child.child("pobj")) is not None and on.lower == "table":
                yield Attitude("offer", verb, subject_of(verb), nominal(thing), said)


def _scathing(verb: Word) -> Iterator[Attitude]:
    """ "called the plan an insult", "that is unacceptable"."""
    scathing = words("stances", "scathing", "words")
    if verb.lemma in ("call", "label", "describe", "brand", "term", "regard", "deem"):
        after = clause_words(verb)
        judged = next((w for w in after if w.i > verb.i and (w.lemma in scathing or w.lower in scathing)), None)
        thing = verb.child("dobj") or next((c.child("nsubj") for c in verb.children if c.dep == "ccomp"), None)
        if judged is not None and not any(c.dep == "neg" for c in verb.children):
            about = nominal(thing) if thing is not None and thing.i < judged.i else after[1:]
            yield Attitude("reject", verb, subject_of(verb), about, after)
    elif verb.lemma in ("be", "remain") and (quality := verb.child("acomp", "attr")) is not None:
        subject = subject_of(verb)
        if subject is not None and quality.lower in scathing and not any(c.dep == "neg" for c in verb.children):
            yield Attitude("reject", verb, None, nominal(subject), clause_from(subject, verb), voiced=True)


def _no_plan(verb: Word) -> Iterator[Attitude]:
    """ "has no plan to", "there is no intention of", "had nothing to add"."""
    noun = verb.child("dobj", "attr")
    if noun is None or verb.lemma not in ("have", "be", "see"):
        return
    said = clause_words(verb)
    if noun.lower == "nothing" and any(w.lemma in ("add", "say", "announce", "report") for w in noun.subtree()):
        yield Attitude("noncommittal", verb, subject_of(verb), said, said)
    elif noun.lemma in words("stances", "none", "plans") and any(c.lower in ("no", "little") for c in noun.children):
        about = [w for w in noun.subtree() if w.i > noun.i]
        there = verb.child("expl") is not None
        if about:
            yield Attitude("rule_out", verb, None if there else subject_of(verb), about, said, voiced=there)


def _unanswered(verb: Word) -> Iterator[Attitude]:
    """ "has gone unanswered", "remains under consideration", "has not replied", "has yet to respond"."""
    subject = subject_of(verb)
    if subject is None:
        return
    if verb.lemma in words("stances", "hanging", "answering") and (_waits(verb) or _later(verb)):
        yield Attitude("noncommittal", verb, subject, clause_words(verb), clause_from(subject, verb))
    elif subject.lemma in table("nouns") and (
        any(c.lower in words("stances", "hanging", "unanswered") for c in verb.children)
        or any(c.lower == "under" and any(g.lemma in ("consideration", "study", "review") for g in c.children) for c in verb.children)
    ):
        yield Attitude("noncommittal", verb, _asked_in(subject), nominal(subject), clause_words(verb))


def _waits(verb: Word) -> bool:
    if any(c.dep == "neg" for c in verb.children):
        return not any(c.tag == "MD" for c in verb.children)
    return verb.dep == "xcomp" and verb.head.lemma in ("have", "be", "remain") and any(c.lower == "yet" for c in (*verb.children, *verb.head.children))


def _later(verb: Word) -> bool:
    """ "would respond in due course"."""
    return verb.lemma in ("answer", "reply", "respond") and any(c.lower in ("will", "would") for c in verb.children)


def _asked_in(noun: Word) -> Word | None:
    """Whom a call asks to act: "the call for the ministry to step in", "a request to the bank for time"."""
    for word in noun.subtree():
        if word.dep == "nsubj" and word.head.tag == "VB":
            return word
    for child in noun.children:
        if child.dep == "prep" and child.lower in ("to", "on", "for"):
            whom = child.child("pobj")
            if whom is not None and (child.lower != "for" or noun.child("acl", "relcl") is not None or whom.child("acl", "relcl") is not None):
                return whom
    return None


def _asked_for(verb: Word) -> Iterator[Attitude]:
    """ "it is important that they sign": whoever says so asks for it."""
    quality = verb.child("acomp", "attr")
    if verb.lemma != "be" or quality is None or quality.lemma not in words("stances", "asking", "adjectives"):
        return
    subject = verb.child("nsubj", "expl")
    of = [c for c in (*verb.children, *quality.children) if c.i > quality.i and c.dep in ("ccomp", "xcomp", "advcl")]
    if of and subject is not None and subject.lower == "it" and not any(c.dep == "neg" for c in verb.children):
        yield Attitude("demand", verb, None, _joined(of), clause_from(subject, verb), voiced=True)


def _stance_of(verb: Word) -> tuple[Stance | None, Word | None]:
    """The verb's stance, and the particle or preposition that gave it."""
    verbs = table("verbs")
    if any(c.lower == "off" for c in verb.children):  # called off is not called for
        return None, None
    for child in verb.children:
        if child.dep in ("prt", "prep", "dobj") and verb.i < child.i:
            name = child.lemma if child.dep == "dobj" else child.lower
            if f"{verb.lemma} {name}" in verbs:
                return verbs[f"{verb.lemma} {name}"], None if child.dep == "dobj" else child
        elif child.dep in ("advcl", "ccomp", "xcomp") and child.i > verb.i:  # "called for them to act": the parser makes "for" a mark
            lead = child.child("mark")
            if lead is not None and f"{verb.lemma} {lead.lower}" in verbs:
                return verbs[f"{verb.lemma} {lead.lower}"], None
    return verbs.get(verb.lemma), None


def _complements(verb: Word, particle: Word | None) -> list[Word]:
    """The complements after the verb; where there is none, a prepositional one."""
    after = [c for c in verb.children if c.i > verb.i]
    relative = verb.dep == "relcl"
    direct = [c for c in after if (c.dep in _COMPLEMENTS and not (relative and c.tag in _RELATIVE)) or (c is particle and c.children)]
    direct = direct or [c for c in after if c.dep == "prep" and c.lower in _LED and not when(c)]
    if not direct:
        direct = [c for c in after if c.dep == "advcl" and any(a.lower == "to" for a in c.children)]
    return direct or [d for c in after if c.dep == "conj" and c.pos == "VERB" for d in c.children if d.dep == "dobj"][:1]


def _parts(verb: Word, direct: list[Word], stance: Stance) -> Iterator[list[Word]]:
    """The words of the attitude, once for each coordinated clause or demand."""
    whole = clause_words(verb)
    main = direct[-1]
    if main.dep == "prep":
        main = main.child("pobj", "pcomp") or main
    others = _coordinated(main)
    clausal = main.pos in ("VERB", "AUX")
    if not others or not (clausal or (stance == "demand" and all(_weighty(o) for o in others))):
        yield whole
        return
    parts = [set(o.subtree()) for o in others]
    nested = [p - set().union(*parts[k + 1 :]) for k, p in enumerate(parts)]
    rest = set(whole) - set().union(*parts)
    yield _trimmed([w for w in whole if w in rest])
    own = set(main.subtree())
    shared = [w for w in whole if w not in own]
    for part in nested:
        yield _trimmed([*shared, *(w for w in sorted(part, key=lambda w: w.i) if w.dep != "cc" or w.head in part)])


def _coordinated(word: Word) -> list[Word]:
    out: list[Word] = []
    while (nxt := next((c for c in word.children if c.dep == "conj" and c.pos in (word.pos, "NOUN", "PROPN", "VERB")), None)) is not None:
        out.append(nxt)
        word = nxt
    return out


def _weighty(noun: Word) -> bool:
    return any(c.dep in ("det", "poss", "prep", "nummod", "acl") for c in noun.children)


def under_way(verb: Word) -> bool:
    """Return whether a verb of study tells of a process or a plan: "is studying it", "would reflect on it"."""
    return any(c.dep == "aux" and (c.lemma == "be" or c.lower in ("will", "would", "'ll")) for c in verb.children)


def _unreal(verb: Word) -> bool:
    """Whether the attitude is only supposed: under "if", "may", or an infinitive that nobody is said to carry out."""
    chain = (verb, verb.head) if verb.dep in ("xcomp", "ccomp", "conj", "acomp") else (verb,)
    if any(c.dep == "mark" and c.lower in ("if", "whether", "unless", "until", "before") for w in chain for c in w.children):
        return True
    aux = [c for c in verb.children if c.dep in ("aux", "auxpass")]
    negated = any(c.dep == "neg" for c in verb.children)
    if any(a.lower in words("stances", "carrying", "modals") for a in aux):
        return not (negated and any(a.lower in ("can", "ca", "could") for a in aux))
    if any(a.lower == "to" for a in aux) and verb.dep != "advcl":
        return verb.head.lemma not in words("stances", "carrying", "verbs")
    return False


def turned(stance: Stance, verb: Word) -> Stance:
    """Return the stance, turned by a negation on the verb or on the verb it completes."""
    chain = [verb, verb.head] if verb.dep == "xcomp" else [verb]
    if not any(c.dep == "neg" for w in chain for c in w.children):
        return stance
    negated: dict[str, Stance] = load("stances")["negated"]
    return negated.get(stance, stance)


def clause_words(verb: Word) -> list[Word]:
    """Return the verb with its auxiliaries and all that follows and belongs to it; coordinated and aside clauses left out."""
    chosen = [verb]
    full = False
    for child in verb.children:
        if child.i < verb.i:
            if child.dep in ("aux", "auxpass", "neg") and child.lower != "to":
                chosen.append(child)
        elif child.dep not in _APART and not _aside(child) and not (full and _glosses(child)):
            chosen += near(child)
            full = full or child.dep == "dobj"
    return _trimmed(chosen)


def clause_from(subject: Word, verb: Word) -> list[Word]:
    """Return the words from the subject's first to the end of the clause."""
    said = clause_words(verb)
    if subject.i < verb.i:
        said = [*nominal(subject), *(c for c in verb.children if subject.i < c.i < verb.i and c.dep != "punct"), *said]
    return _trimmed(said)


def nominal(noun: Word) -> list[Word]:
    """Return a noun phrase up to its first relative clause or aside."""
    out: list[Word] = [noun]
    for child in noun.children:
        if child.dep not in ("relcl", "conj", "cc", "punct", "appos", "parataxis") and not (child.dep == "acl" and child.tag == "VBN"):
            out += child.subtree()
    return _trimmed(out)


def near(word: Word) -> list[Word]:
    """Return a complement without the relative clause or gloss that a comma parts from its end."""
    out = word.subtree()
    for k, inner in enumerate(out):
        if k > 1 and out[k - 1].lower == "," and inner.tag in ("DT", "VBN", "VBG", "RB") and _beside(inner, word):
            return out[: k - 1]
        if k and inner.tag in _RELATIVE and out[k - 1].lower == ",":
            return out[: k - 1]
    return out


def _glosses(child: Word) -> bool:
    """Whether a second object after a comma only glosses the first: "5 percent, a figure they reject"."""
    first = child.subtree()[0]
    before = first.sentence.words[first.i - first.sentence.words[0].i - 1]
    return child.dep in ("dobj", "npadvmod", "attr", "oprd", "dep") and before.lower == ","


def _beside(inner: Word, word: Word) -> bool:
    """Whether the words from there on only gloss: "5 percent, a figure they call", "the tax, announced in May"."""
    phrase = inner.head if inner.tag in ("DT", "RB") else inner
    if inner.tag == "RB" and phrase.tag != "VBG":
        return False
    listed = any(w.dep == "cc" or w.dep == "conj" for w in (*phrase.children, *phrase.head.children))
    return not listed and phrase.dep in ("appos", "acl", "dobj", "npadvmod", "advcl", "attr", "oprd") and phrase is not word


def _aside(child: Word) -> bool:
    """Whether a clause or date is no part of the attitude's object."""
    if child.dep == "advcl":
        marks = {c.lower for c in child.children if c.dep in ("mark", "advmod", "aux")}
        return not marks & {"if", "until", "unless", "before", "provided", "once", "when", "after", "without", "to", "till", "that"}
    return child.dep == "prep" and child.lower in ("as", "against", "like", "amid", "despite", "according", "because")


def when(preposition: Word) -> bool:
    """Return whether a preposition only leads in a time: "on Monday"."""
    return any(c.ent in _DATED and c.dep == "pobj" for c in preposition.children) and preposition.lower in ("on", "in", "at", "since", "during", "over")


def _joined(heads: list[Word]) -> list[Word]:
    return _trimmed([w for h in heads for w in h.subtree()])


def predicate(verb: Word) -> list[Word]:
    """Return what a course is, without its subject, its modal and what it waits for: "return to the table"."""
    out = [verb]
    for child in verb.children:
        if child.i > verb.i and child.dep not in _APART and child.dep not in ("advcl", "neg") and not _aside(child) and not when(child):
            if any(c.dep == "mark" for c in child.children) and child.dep == "ccomp" and any(c.lower in ("if", "until", "before") for c in child.children):
                continue
            out += near(child)
    return _trimmed(out)


def _trimmed(chosen: list[Word]) -> list[Word]:
    """The words in order, each once, without punctuation and conjunctions at the end."""
    out = sorted(set(chosen), key=lambda w: w.i)
    while len(out) > 1 and (out[-1].lower in (",", ".", ";", ":", "-", "–", "—", "and", "or") or out[-1].text in ("(",)):
        out.pop()
    return out


@functools.cache
def table(name: str) -> dict[str, Stance]:
    """Return the stance of each entry of a table of attitudes."""
    return {entry: stance for stance, entries in load("stances")[name].items() for entry in entries}


@functools.cache
def heads(name: str) -> frozenset[str]:
    """Return the first words of the entries of a table."""
    return frozenset(entry.split()[0] for entry in table(name))
