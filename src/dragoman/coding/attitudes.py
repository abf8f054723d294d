"""Words of attitude and what they are about: verbs and adjectives."""

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.coding.holders import agent_of, subject_of
from dragoman.coding.hollows import hollow
from dragoman.coding.leanings import negated, no_longer, passive_voice, table, turned, unreal
from dragoman.coding.parse import Word
from dragoman.coding.wordings import clause_words, joined, listed_parts, near, nominal, through, trimmed, when
from dragoman.coding.wordlists import words
from dragoman.model.findings import Stance

_COMPLEMENTS = frozenset({"dobj", "ccomp", "xcomp", "dative", "oprd", "attr", "acl"})
_LED = frozenset({"for", "to", "of", "on", "with", "over", "about", "from"})
_ADVERBS = frozenset({"along", "forward", "aside", "back", "down", "out", "through", "round", "around"})
_RELATIVE = frozenset({"WP", "WDT"})


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
    if verb.lemma == "like" and not any(c.lower in ("would", "'d") for c in verb.children):
        yield from _liking(verb)
        return
    if stance is None or unreal(verb):
        return
    if passive_voice(verb):
        yield from _passive(verb, stance)
        return
    if stance == "concede" and negated(verb):  # who has not dropped a demand rejects nothing by it
        return
    if stance in ("demand", "reject") and no_longer(verb):
        stance = "concede"
    elif stance == "demand" and negated(verb):
        if verb.lemma != "want":  # who does not ask for a thing has no position on it; who does not want it has
            return
        stance = "reject"
    else:
        stance = turned(stance, verb)
    if stance == "reject" and any(c.lower == "nothing" and any(w.lower == "than" for w in c.subtree()) for c in verb.children):
        stance = "demand"
    if verb.tag == "VBG" and verb.dep == "advcl" and verb.lemma in ("raise", "express", "voice"):
        return  # "raising doubts that it can be met" is the writer's
    if (
        verb.lemma == "agree"
        and negated(verb)
        and any(c.lower in ("can", "could") for c in verb.children)
        and not any(c.lower == "to" for c in verb.children)
    ):
        return  # who cannot agree refuses nothing
    never = stance == "noncommittal" and any(c.lower == "never" for c in verb.children)
    if never and verb.lemma in ("refuse", "reject", "oppose"):
        return  # who never refused a thing has no position on it
    direct = _complements(verb, particle)
    if not direct and (told := _told_before(verb)):
        yield Attitude(stance, verb, subject_of(verb), told, told)
    elif not direct and verb.dep == "amod" and verb.child("nsubj") is not None and verb.child("aux") is not None:
        # "has long opposed night work": the parse makes the verb an adjective
        about = [w for w in nominal(verb.head) if w.i > verb.i]
        yield Attitude(stance, verb, subject_of(verb), about, [verb, *about])
    elif not direct or _takes_relative(verb) or _stranded_at(verb, direct):
        yield from _relative(verb, stance)
    elif hollow(verb, direct):
        return
    elif (verb.lemma in ("decline", "refuse") or (verb.lemma == "want" and negated(verb))) and any(
        w.lemma in words("stances", "hanging", "silence") for c in direct for w in (c, *c.children)
    ):
        yield Attitude("noncommittal", verb, subject_of(verb), joined(direct), clause_words(verb))
    else:
        had = verb.lemma in words("stances", "wishes") and any(c.lower == "had" and c.dep == "aux" for c in verb.children)
        if had and not (verb.lemma in ("want", "seek") and verb.child("dobj") is not None):
            return  # what one had hoped to do came to nothing; a figure one had wanted was asked for
        if stance == "demand" and wishes_own_act(verb):
            stance = "support"
        if stance in ("support", "accept") and _provided(verb):
            stance = "accept_if"
        lead = next((c for c in direct if c.dep == "dobj" and f"{verb.lemma} {c.lemma}" in table("verbs")), verb)
        for said, about in _parts(verb, direct, stance):
            about = [w for w in about if w.i > verb.i and w is not particle and not (w.dep == "prt" and w.head is verb)]
            told_more = lead is not verb and (more := lead.child("relcl")) is not None and more.child("nsubj") is not None
            about = nominal(lead) if told_more else [w for w in about if w.i > lead.i] or about
            if about:
                yield Attitude(stance, verb, subject_of(verb), about, said)


def _liking(verb: Word) -> Iterator[Attitude]:
    """What "we like the idea" tells."""
    thing = verb.child("dobj")
    if thing is not None and not unreal(verb) and thing.lemma in words("stances", "liked"):
        yield Attitude("reject" if negated(verb) else "support", verb, subject_of(verb), nominal(thing), clause_words(verb))


def _judged_as(verb: Word) -> list[Word]:
    """What stands after the judgement: "dismissed as premature a call for a treaty"."""
    thing = next((c.child("pobj") for c in verb.children if c.lower == "as" and c.dep == "prep"), None)
    article = next((c for c in thing.children if c.tag == "DT"), None) if thing is not None else None
    if thing is None or article is None or not any(c.pos == "ADJ" and c.i < article.i for c in thing.children):
        return []
    return [w for w in thing.subtree() if w.i >= article.i]


def _told_before(verb: Word) -> list[Word]:
    """What is told before a parenthesis: "the boats will be handed back, both sides agreed"."""
    clause = verb.child("ccomp")
    if clause is None and verb.lemma in ("dismiss", "reject", "condemn", "denounce"):
        return _judged_as(verb)
    if clause is None or clause.i > verb.i or verb.lemma not in words("stances", "parenthetic"):
        return []
    return trimmed([w for w in clause.subtree() if w.text not in '"'])


def _provided(verb: Word) -> bool:
    """Whether a yes of one's own hangs on something: "will back any deal provided that", "could live with it if"."""
    modal = any(c.dep == "aux" and c.lower in ("will", "would", "could", "can", "'ll", "'d") for c in verb.children)
    if not modal and verb.lemma != "agree":
        return False
    lower = [w.lower for w in verb.sentence.words if w.i > verb.i]
    only = any(
        w == "only" and set(lower[k + 1 : k + 2]) & {"with", "if", "after", "when", "on", "once"} for k, w in enumerate(lower)
    )
    return (
        only
        or any(w in ("provided", "providing", "if") or (modal and w == "once") for w in lower)
        or "on condition" in " ".join(lower)
    )


def wishes_own_act(verb: Word) -> bool:
    """Return whether a wish is for one's own act ("wants to leave the pact"), which asks nothing of another; not for a gain."""
    if verb.lemma not in words("stances", "wishes") or verb.child("dobj") is not None:
        return False
    acts = [c for c in verb.children if c.dep == "xcomp" and any(x.lower == "to" for x in c.children)]
    if any(a.child("auxpass") is not None for a in acts):
        return False
    return bool(acts) and all(
        a.child("nsubj", "nsubjpass") is None and a.lemma not in words("stances", "gaining", "verbs") for a in acts
    )


def _passive(verb: Word, stance: Stance) -> Iterator[Attitude]:
    """What a passive tells of its agent: "was rejected by B", "a levy opposed by B"."""
    agent = agent_of(verb)
    if agent is None:
        return
    subject = verb.child("nsubjpass")
    theme = verb.head if verb.dep == "acl" else subject_of(verb)
    if theme is None or (verb.dep == "acl" and _lent(verb, theme)):
        return
    said = clause_words(verb)
    about = nominal(theme)
    if theme is subject or (verb.dep == "acl" and len(about) < 8):
        said = [*about, *said]
    elif subject is not None:
        said = [subject, *said]
    asked = [c for c in verb.children if c.dep in ("xcomp", "ccomp") and c.i > verb.i]
    yield Attitude(turned(stance, verb), verb, agent, joined(asked) or about, said)


def _lent(verb: Word, theme: Word) -> bool:
    """Whether it tells of help to somebody rather than of a view: "rebels backed by A"; "a levy backed by A" is a view."""
    return verb.lemma in ("support", "back") and theme.lemma not in words("stances", "negotiated", "nouns")


def _stranded(verb: Word, stance: Stance) -> Iterator[Attitude]:
    """What the second of two relative clauses tells where the parser makes it the main one.

    "A plan, which A accepted and B rejected, stands": B comes out as the subject of the sentence.
    """
    subject = subject_of(verb)
    if subject is None or verb.child("auxpass") is not None:
        return
    words_of = verb.sentence.words
    place = subject.subtree()[0].i - words_of[0].i
    if place < 4 or words_of[place - 1].lower not in ("and", "but", "while"):
        return
    clause = _clause_before(words_of[max(0, place - 10) : place - 1])
    if clause is not None:
        said = [w for w in clause_words(verb) if w.i <= verb.i or w.dep == "prt"]
        yield Attitude(stance, verb, subject, _told_about(clause), [*nominal(subject), *said])


def _clause_before(before: list[Word]) -> Word | None:
    """The first of two relative clauses, whose object is the pronoun or left out: "an idea A welcomed and B spurned"."""
    pronoun = next((w for w in reversed(before) if _relates(w)), None)
    if pronoun is not None and pronoun.dep in ("dobj", "pobj"):
        clause = pronoun.head if pronoun.head.dep == "relcl" else pronoun.head.head
        return clause if clause.dep == "relcl" else None
    bare = before[-1] if pronoun is None and before else None
    if bare is None or bare.dep != "relcl" or (who := bare.child("nsubj")) is None:
        return None
    return bare if who.tag not in _RELATIVE and bare.child("dobj") is None else None


def _relates(word: Word) -> bool:
    return word.tag in _RELATIVE or (word.lower == "that" and word.dep in ("dobj", "pobj"))


def _told_of(clause: Word) -> Word:
    """The noun a relative clause tells of: out of the measure it hangs on, "a rise of 8 percent, which they took"."""
    noun = clause.head
    while (
        noun.dep == "pobj"
        and noun.head.lower == "of"
        and noun.head.head.pos == "NOUN"
        and noun.head.head.lemma not in table("nouns")
    ):
        noun = noun.head.head
    return noun


def _told_about(clause: Word) -> list[Word]:
    """The words a relative clause tells of; after a comma, all that was asked: "a halt to the sales, which B refused"."""
    noun = _told_of(clause)
    first = clause.subtree()[0]
    around = first.sentence.words
    if first.i == around[0].i or around[first.i - 1 - around[0].i].lower != ",":
        return nominal(noun)
    outer = noun
    while outer.dep == "pobj" and outer.head.head.pos == "NOUN":
        inner, outer = outer, outer.head.head
        if table("nouns").get(outer.lemma) in ("demand", "propose"):
            return nominal(inner)
        if outer.lemma in words("stances", "halting", "nouns"):
            noun = outer
    return nominal(noun)


def _stranded_at(verb: Word, direct: list[Word]) -> bool:
    """Whether the relative clause ends in a bare preposition: "a truce that the government has signed up to"."""
    return verb.dep == "relcl" and all(c.dep == "prep" and not c.children for c in direct)


def _takes_relative(verb: Word) -> bool:
    """Whether what the attitude is about is the relative pronoun: "a surcharge which they asked you to drop"."""
    clause = [c for c in verb.children if c.dep in ("xcomp", "ccomp")]
    return any(c.tag in _RELATIVE and c.dep in ("dobj", "pobj") and c.i < verb.i for v in (verb, *clause) for c in v.children)


def _relative(verb: Word, stance: Stance) -> Iterator[Attitude]:
    """What a relative clause tells of its antecedent: "a plan that they rejected", "a figure B rejected"."""
    clause = next((a for a in (verb, *verb.ancestors()) if a.dep == "relcl"), None)
    if clause is None or (clause is not verb and verb.dep not in ("conj", "xcomp", "ccomp")):
        yield from _stranded(verb, stance)
        return
    subject = clause.child("nsubj")
    if subject is None or subject.tag in _RELATIVE or clause.head.lower in ("all", "what"):
        return
    about = _told_about(clause)
    first = verb.subtree()[0] if verb is not clause else clause.subtree()[0]
    after = [w for w in clause_words(verb) if w.i > verb.i]
    inside = [w for w in clause.subtree() if first.i <= w.i <= verb.i]
    yield Attitude(stance, verb, subject_of(verb), about, [*(about if len(about) < 12 else ()), *inside, *after])


def attitudes_of_adjective(adjective: Word) -> Iterator[Attitude]:
    """Yield what "is ready to", "remains opposed to" tells."""
    head = adjective.head
    if adjective.dep not in ("acomp", "oprd", "conj", "amod", "advcl", "attr", "ROOT") or unreal(head):
        return
    of = [
        c
        for c in adjective.children
        if c.i > adjective.i
        and (c.dep in ("xcomp", "ccomp", "advcl") or (c.dep == "prep" and c.lower in ("to", "for", "of", "in")))
    ]
    of = of or [c for c in head.children if c.i > adjective.i and c.dep in ("xcomp", "ccomp")]
    if of:
        about = joined(of)
        stance = turned(table("adjectives")[adjective.lemma], adjective if adjective.child("neg") is not None else head)
        if (
            stance == "offer"
            and adjective.lemma == "open"
            and any(w.lower in ("provided", "providing", "if") for w in adjective.sentence.words)
        ):
            stance = "accept_if"
        after = [c for c in (*adjective.children, *head.children) if c not in of and c.i > about[-1].i]
        proviso = [w for c in after if _is_proviso(c) for w in near(c)]
        first = head if head.i == adjective.i - 1 else adjective
        who = subject_of(head if head.pos in ("VERB", "AUX") else adjective)
        yield Attitude(stance, adjective, who, about, [first, adjective, *about, *proviso])


def _is_proviso(clause: Word) -> bool:
    """ "Is ready to add 1 percent provided that the gates open": what the offer hangs on belongs to it."""
    marks = {clause.lower, *(c.lower for c in clause.children if c.i < clause.i)}
    return clause.dep in ("advcl", "prep", "ccomp") and bool(marks & {"if", "provided", "providing"})


def _stance_of(verb: Word) -> tuple[Stance | None, Word | None]:
    """The verb's stance, and the particle or preposition that gave it."""
    verbs = table("verbs")
    if verb.lemma == "call" and any(c.lower == "off" for c in verb.children):
        return None, None
    if verb.lemma == "turn" and any(w.lower == "upside" for c in verb.children for w in (c, *c.children)):
        return None, None
    for child in verb.children:
        if (child.dep in ("prt", "prep", "dobj", "xcomp") or child.lower in _ADVERBS) and verb.i < child.i:
            if child.dep == "prep" and when(child):
                continue
            name = child.lemma if child.dep in ("dobj", "xcomp") else child.lower
            if (led := _led_by(verb, child)) is not None:
                return verbs[f"{verb.lemma} {name} {led.lower}"], led
            if f"{verb.lemma} {name}" in verbs:
                return verbs[f"{verb.lemma} {name}"], child if child.dep not in ("dobj", "xcomp") else None
        elif (
            child.dep in ("advcl", "ccomp", "xcomp") and child.i > verb.i
        ):  # "called for them to act": the parser makes "for" a mark
            lead = child.child("mark")
            if lead is not None and f"{verb.lemma} {lead.lower}" in verbs:
                return verbs[f"{verb.lemma} {lead.lower}"], None
    return verbs.get(verb.lemma), None


def _led_by(verb: Word, particle: Word) -> Word | None:
    """The preposition that makes one word of attitude with the verb and its particle: "signed up to the freeze"."""
    first = f"{verb.lemma} {particle.lower}"
    for preposition in (*verb.children, *particle.children):
        if preposition.dep == "prep" and preposition.i > particle.i and f"{first} {preposition.lower}" in table("verbs"):
            return preposition
    return None


def _complements(verb: Word, particle: Word | None) -> list[Word]:
    """The complements after the verb; where there is none, a prepositional one."""
    after = [c for c in verb.children if c.i > verb.i]
    relative = verb.dep == "relcl"
    given = verb.child("dobj") is not None
    after = [c for c in after if not (given and c.dep == "dative")]
    direct = [
        c for c in after if (c.dep in _COMPLEMENTS and not (relative and c.tag in _RELATIVE)) or (c is particle and c.children)
    ]
    direct = direct or [c for c in after if c.dep == "prep" and c.lower in _LED and not when(c)]
    if not direct:
        direct = [c for c in after if c.dep == "advcl" and any(a.lower == "to" for a in c.children)]
    return direct or [d for c in after if c.dep == "conj" and c.pos == "VERB" for d in c.children if d.dep == "dobj"][:1]


def _parts(verb: Word, direct: list[Word], stance: Stance) -> Iterator[tuple[list[Word], list[Word]]]:
    """The words of the attitude and those of its object, once for each coordinated clause or demand."""
    whole = clause_words(verb)
    if len(led := _led_alike(verb, direct)) > 1:
        yield from ((trimmed([verb, *part]), trimmed(part[1:])) for part in led)
        return
    main = direct[-1]
    if main.dep == "prep":
        main = main.child("pobj", "pcomp") or main
    others = _coordinated(main)
    if others and main.pos == "VERB" and not any(c.lower in ("and", "or", "nor") for o in (main, *others) for c in o.children):
        whole, others = _without_result(whole, others[0]), []
    clausal = main.pos in ("VERB", "AUX")
    things = [c for c in direct if c.dep == "dobj"]
    told = through(whole, things) if len(things) > 1 else whole
    if (len(things) > 1 or not others) and stance == "demand" and len(listed := listed_parts(told)) > 2:
        lead = [w for w in whole if w.i < listed[0][0].i]
        yield from ((trimmed([*lead, *part]), part) for part in listed)
        return
    if not others or not (clausal or (stance == "demand" and all(_weighty(o) for o in others))):
        yield whole, whole
        return
    parts = [set(o.subtree()) for o in others]
    nested = [p - set().union(*parts[k + 1 :]) for k, p in enumerate(parts)]
    rest = set(whole) - set().union(*parts)
    first = trimmed([w for w in whole if w in rest])
    yield first, first
    own = set(main.subtree())
    shared = [w for w in whole if w not in own]
    for part in nested:
        about = sorted((w for w in part if w.dep != "cc" or w.head in part), key=lambda w: w.i)
        yield trimmed([*shared, *about]), trimmed(about)


def _led_alike(verb: Word, direct: list[Word]) -> list[list[Word]]:
    """The objects of one preposition told again: "agreed on a freeze, on the line and on the age"."""
    first = direct[-1]
    if first.dep != "prep" or any(c.dep != "prep" for c in direct):
        return []
    alike = [c for c in verb.children if c.dep == "prep" and c.lower == first.lower and c.i > verb.i and not when(c)]
    alike += [c for p in alike for c in p.children if c.dep == "conj" and c.lower == first.lower]
    inside = {c.i for c in alike}
    return [[w for w in near(c) if not any(a.i > c.i and a.i in inside for a in (w, *w.ancestors()))] for c in alike]


def _without_result(whole: list[Word], participle: Word) -> list[Word]:
    """The words before a participle that the parser takes for a second object: "ruled out a vote, all but ending the talks"."""
    before = [w for w in whole if w.i < participle.i]
    comma = next((k for k in range(len(before) - 1, len(before) - 5, -1) if k > 0 and before[k].lower == ","), len(before))
    return trimmed(before[:comma])


def _coordinated(word: Word) -> list[Word]:
    out: list[Word] = []
    while (
        nxt := next((c for c in word.children if c.dep == "conj" and c.pos in (word.pos, "NOUN", "PROPN", "VERB")), None)
    ) is not None:
        out.append(nxt)
        word = nxt
    return out


def _weighty(noun: Word) -> bool:
    return any(c.dep in ("det", "poss", "prep", "nummod", "acl") for c in noun.children)


def under_way(verb: Word) -> bool:
    """Return whether a verb of study tells of a process or a plan: "is studying it", "would reflect on it"."""
    return any(c.dep == "aux" and (c.lemma == "be" or c.lower in ("will", "would", "'ll")) for c in verb.children)
