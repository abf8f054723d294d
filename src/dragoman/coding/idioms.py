"""Attitudes told by set phrases: against it, no plan to, nothing to add, no answer yet, on the table."""

from collections.abc import Iterator

from dragoman.coding.attitudes import Attitude
from dragoman.coding.holders import agent_of, subject_of
from dragoman.coding.leanings import heads, negated, passive_voice, table, turned, unreal
from dragoman.coding.parse import Word
from dragoman.coding.wordings import clause_from, clause_words, joined, near, nominal, trimmed
from dragoman.coding.wordlists import words
from dragoman.model.findings import Stance

_OVER = frozenset({"by", "with", "at", "about", "over", "for", "of"})


def attitudes_of_copula(verb: Word) -> Iterator[Attitude]:
    """Yield what set phrases around a light verb tell: against it, no plan to, nothing to add, no answer yet."""
    light = verb.lemma in words("stances", "phrased", "verbs") or verb.lower in table("feelings")
    if (
        not light
        and verb.lemma not in words("stances", "bearing", "verbs")
        and verb.lemma not in words("stances", "winning", "verbs")
    ):
        return
    yield from _side(verb)
    yield from _spoken(verb)
    yield from _scathing(verb)
    yield from _no_plan(verb)
    yield from _unanswered(verb)
    yield from _asked_for(verb)
    yield from _needed(verb)
    yield from _moved(verb)
    yield from _voted(verb)
    yield from _won(verb)
    yield from _stands_that(verb)
    yield from _rather(verb)
    yield from _all_we_want(verb)
    yield from _figure_named(verb)
    yield from _left_open(verb)
    yield from _off_the_table(verb)
    yield from _demand_of(verb)
    yield from _intolerable(verb)


def _side(verb: Word) -> Iterator[Attitude]:
    for child in verb.children:
        if (
            child.dep != "prep"
            or child.i < verb.i
            or verb.lemma not in ("be", "remain", "come", "stand", "speak", "vote", "argue", "campaign")
        ):
            continue
        if child.lower == "against" and child.children:
            yield Attitude(
                turned("reject", verb), verb, subject_of(verb), joined(child.children), [*clause_words(verb), *near(child)]
            )
        elif (
            child.lower == "in" and (favour := child.child("pobj")) is not None and favour.lemma in ("favour", "favor", "support")
        ):
            yield Attitude(
                turned("support", verb), verb, subject_of(verb), joined(favour.children) or [favour], clause_words(verb)
            )


def _spoken(verb: Word) -> Iterator[Attitude]:
    """ "said no to it", "put 3 percent on the table"."""
    said = clause_words(verb)
    answered = _yes_or_no(verb) if verb.lemma == "say" else None
    if answered is not None:
        stance: Stance = "reject" if answered[0].lower == "no" else "accept"
        yield Attitude(stance, verb, subject_of(verb), answered[1:], [verb, *answered])
    elif (
        verb.lemma in ("reach", "strike")
        and (deal := verb.child("dobj")) is not None
        and deal.lemma in ("agreement", "deal", "accord", "settlement")
    ):
        if (
            not unreal(verb)
            and not any(c.dep == "neg" or (c.dep == "aux" and c.lower == "to") for c in verb.children)
            and not any(c.lower == "no" for c in deal.children)
        ):
            yield Attitude("accept", verb, subject_of(verb), joined([c for c in deal.children if c.i > deal.i]) or [deal], said)
    elif verb.lemma in ("tell", "order", "instruct", "direct") and (to := verb.child("xcomp", "ccomp")) is not None:
        if (
            any(c.lower == "to" and c.dep == "aux" for c in to.children)
            and not unreal(verb)
            and (verb.tag != "VBN" or verb.child("aux") is not None)
            and not passive_voice(verb)
        ):
            yield Attitude("demand", verb, subject_of(verb), to.subtree(), said)
    elif verb.lemma in ("put", "lay", "place") and (thing := verb.child("dobj")) is not None and thing.i > verb.i:
        for child in verb.children:
            if child.lower == "on" and (on := child.child("pobj")) is not None and on.lower == "table":
                yield Attitude("offer", verb, subject_of(verb), nominal(thing), said)


def _yes_or_no(verb: Word) -> list[Word] | None:
    """The words from "yes" or "no" to the end of what is answered: "said yes to the plan"."""
    tokens = verb.sentence.words
    after = tokens[verb.i - tokens[0].i + 1 :]
    if len(after) < 3 or after[0].lower not in ("yes", "no"):
        return None
    to = next((w for w in after[1:4] if w.lower == "to" and w.dep == "prep"), None)
    if to is None or not all(w.dep == "prep" or w.ent in ("DATE", "TIME") for w in after[1:4] if w.i < to.i):
        return None
    thing = to.child("pobj")
    return [after[0], to, *nominal(thing)] if thing is not None else None


def _scathing(verb: Word) -> Iterator[Attitude]:
    """ "called the plan an insult", "calls the ruling fair", "that is unacceptable"."""
    if verb.lemma in ("call", "label", "describe", "brand", "term", "regard", "deem", "find", "denounce", "slam"):
        named = [w for c in verb.children if c.lower == "as" and c.dep == "prep" and c.i > verb.i for w in near(c)]
        after = trimmed([*clause_words(verb), *named])
        judged = next((w for w in after if w.i > verb.i and _judgement(w) is not None), None)
        thing = verb.child("dobj") or next((c.child("nsubj") for c in verb.children if c.dep == "ccomp"), None)
        if thing is not None and thing.tag == "WP":
            return  # "what she called interference" only names it
        stance = _judgement(judged) if judged is not None and not _is_denied(judged, after) else None
        if judged is not None and stance is not None and not any(c.dep == "neg" for c in verb.children) and not _judicial(verb):
            about = nominal(thing) if thing is not None and thing.i < judged.i else after[1:]
            yield Attitude(stance, verb, subject_of(verb), about, after)
    elif verb.lemma in ("be", "remain") and (quality := verb.child("acomp", "attr")) is not None:
        subject = subject_of(verb)
        if (
            subject is not None
            and subject.tag != "WP"
            and not _judicial(verb.head)
            and _judgement(quality) == "reject"
            and not any(c.dep == "neg" for c in verb.children)
        ):
            yield Attitude("reject", verb, None, nominal(subject), clause_from(subject, verb), voiced=True)


def _is_denied(judged: Word, after: list[Word]) -> bool:
    """Whether "not" stands shortly before the judgement: "a truce, not a victory"."""
    return any(w.lower == "not" and 0 < judged.i - w.i <= 3 for w in after)


def _judicial(verb: Word) -> bool:
    """Whether a court finds so, which is no party."""
    subject = subject_of(verb)
    return subject is not None and subject.lemma.lower() in words("stances", "judicial", "nouns")


def _judgement(word: Word) -> Stance | None:
    """Whether a word damns or praises."""
    if word.pos == "ADJ" and word.lower in words("stances", "scathing", "measured") and _excessive(word):
        return "reject"
    if word.lemma in words("stances", "scathing", "words") or word.lower in words("stances", "scathing", "words"):
        return "reject"
    return "support" if word.lower in words("stances", "praising", "words") else None


def _excessive(adjective: Word) -> bool:
    before = adjective.sentence.words[adjective.i - 1 - adjective.sentence.words[0].i]
    return before.i < adjective.i and before.lower == "too"


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
    elif noun.lemma in words("stances", "none", "objections") and any(c.lower == "no" for c in noun.children):
        about = [w for w in noun.subtree() if w.i > noun.i]
        if about and verb.lemma == "have":
            yield Attitude("support", verb, subject_of(verb), about, said)


def _unanswered(verb: Word) -> Iterator[Attitude]:
    """ "has gone unanswered", "remains under consideration", "has not replied", "has yet to respond"."""
    subject = subject_of(verb)
    if subject is None:
        return
    if verb.lemma in words("stances", "hanging", "answering") and (_waits(verb) or _later(verb)):
        yield Attitude("noncommittal", verb, subject, clause_words(verb), clause_from(subject, verb))
    elif subject.lemma in table("nouns") and (
        any(c.lower in words("stances", "hanging", "unanswered") for c in verb.children)
        or any(
            c.lower == "under" and any(g.lemma in ("consideration", "study", "review") for g in c.children) for c in verb.children
        )
    ):
        about = [w for w in nominal(subject) if w.i > subject.i] or [subject]
        left = next((c for c in verb.children if c.lower in words("stances", "hanging", "unanswered")), verb)
        said = trimmed([*clause_words(verb), *(left.subtree() if left is not verb else ())])
        yield Attitude("noncommittal", verb, agent_of(verb) or agent_of(left) or _asked_in(subject), about, said)


def _waits(verb: Word) -> bool:
    if any(c.dep == "neg" for c in verb.children):
        return not any(c.tag == "MD" for c in verb.children)
    return (
        verb.dep == "xcomp"
        and verb.head.lemma in ("have", "be", "remain")
        and any(c.lower == "yet" for c in (*verb.children, *verb.head.children))
    )


def _later(verb: Word) -> bool:
    """ "would respond in due course"."""
    if verb.lemma not in ("answer", "reply", "respond") or not any(c.lower in ("will", "would") for c in verb.children):
        return False
    return any(w.lower in words("stances", "hanging", "later") or w.ent in ("DATE", "TIME") for w in verb.subtree())


def _asked_in(noun: Word) -> Word | None:
    """Whom a call asks to act: "the call for the ministry to step in", "a request to the bank for time"."""
    for word in noun.subtree():
        if word.dep == "nsubj" and word.head.tag == "VB":
            return word
    for child in noun.children:
        if child.dep == "prep" and child.lower in ("to", "on", "for"):
            whom = child.child("pobj")
            if whom is not None and (
                child.lower != "for" or noun.child("acl", "relcl") is not None or whom.child("acl", "relcl") is not None
            ):
                return whom
    return None


def _moved(verb: Word) -> Iterator[Attitude]:
    """ "was disappointed by the ruling", "are troubled that the talks stopped", "is pleased with the draft"."""
    feeling = verb if verb.tag == "VBN" and verb.child("auxpass") is not None else verb.child("acomp")
    if feeling is None or unreal(verb) or verb.lemma not in ("be", "remain", "feel", feeling.lemma):
        return
    stance = table("feelings").get(feeling.lower)
    of = [
        c
        for w in {verb.i: verb, feeling.i: feeling}.values()
        for c in w.children
        if c.i > feeling.i and ((c.dep in ("prep", "agent") and c.lower in _OVER) or c.dep in ("ccomp", "xcomp"))
    ]
    if stance is not None and of and not any(c.dep == "neg" for c in verb.children) and not _only_seen(of):
        yield Attitude(stance, feeling, subject_of(verb), joined(of), clause_words(verb))


def _only_seen(of: list[Word]) -> bool:
    """Whether one is moved to see or to learn of nothing negotiated: "heartened to see the crews at home"."""
    seen = [c for c in of if c.dep == "xcomp" and c.lemma in words("stances", "ceremonial", "verbs")]
    if not seen or len(seen) < len(of):
        return False
    return not any(w.lemma in words("stances", "negotiated", "nouns") for c in seen for w in c.subtree())


def _voted(verb: Word) -> Iterator[Attitude]:
    """ "voted to extend the sanctions": whoever votes so is for it."""
    act = verb.child("xcomp")
    if verb.lemma != "vote" or act is None or unreal(verb) or act.lemma in heads("verbs"):
        return
    if any(c.lower == "to" and c.dep == "aux" for c in act.children):
        yield Attitude(turned("support", verb), verb, subject_of(verb), act.subtree(), clause_words(verb))


def _won(verb: Word) -> Iterator[Attitude]:
    """ "the draft won the backing of A": A is for it."""
    thing, gain = subject_of(verb), verb.child("dobj")
    if thing is None or gain is None or verb.lemma not in words("stances", "winning", "verbs") or unreal(verb):
        return
    of = next((c.child("pobj") for c in gain.children if c.dep == "prep" and c.lower in ("of", "from")), None)
    stance = table("nouns").get(gain.lemma)
    if stance in ("support", "accept") and of is not None and thing.pos == "NOUN":
        yield Attitude(turned(stance, verb), verb, of, nominal(thing), clause_from(thing, verb))


def _stands_that(verb: Word) -> Iterator[Attitude]:
    """ "A's position is that the border must be drawn first": A asks for it."""
    noun, clause = verb.child("nsubj"), verb.child("ccomp")
    owner = noun.child("poss") if noun is not None else None
    if verb.lemma != "be" or noun is None or clause is None or owner is None:
        return
    if noun.lemma in ("position", "stance", "line") and any(c.tag == "MD" for c in clause.children):
        yield Attitude("demand", verb, owner, clause.subtree(), [*nominal(noun), *clause_words(verb)])


def _all_we_want(verb: Word) -> Iterator[Attitude]:
    """ "what we want is a fair price", "all they ask is that the road be opened"."""
    thing = verb.child("attr", "ccomp")
    subject = verb.child("csubj", "nsubj")
    wish = subject.child("relcl") if subject is not None and subject.lower in ("all", "what", "thing") else subject
    if verb.lemma != "be" or thing is None or wish is None or thing.i < verb.i:
        return
    if (
        wish.pos == "VERB"
        and wish.lemma in ("want", "ask", "need", "demand", "seek")
        and (who := wish.child("nsubj")) is not None
    ):
        first = min((subject or wish).subtree(), key=lambda w: w.i)
        said = [w for w in verb.sentence.words if first.i <= w.i <= verb.i]
        yield Attitude("demand", verb, who, near(thing), [*said, *near(thing)])


def _figure_named(verb: Word) -> Iterator[Attitude]:
    """ "six per cent is what the company will sign for", "40 lorries is all they ask"."""
    figure, clause = verb.child("nsubj"), verb.child("ccomp", "attr")
    if verb.lemma != "be" or figure is None or clause is None or figure.pos not in ("NOUN", "NUM", "PROPN", "SYM"):
        return
    counted = any(w.pos == "NUM" for w in nominal(figure))
    wish = clause if clause.pos == "VERB" else clause.child("relcl")
    who = wish.child("nsubj") if wish is not None else None
    if wish is None or who is None or (clause is wish and not any(w.lower == "what" for w in clause.subtree()[:2])):
        return
    for stance in ("demand", "offer", "accept"):
        if not counted and (stance != "demand" or wish.lemma == "need"):
            continue
        if wish.lemma in words("stances", "figured", stance) and not negated(wish):
            yield Attitude(stance, wish, who, nominal(figure), [*nominal(figure), verb, *clause.subtree()])


def _left_open(verb: Word) -> Iterator[Attitude]:
    """ "has left the matter open", "did not say when it would reply", "we have heard the request"."""
    subject, thing, told = subject_of(verb), verb.child("dobj"), verb.child("ccomp")
    if subject is None or unreal(verb):
        return
    said = clause_words(verb)
    if verb.lemma == "leave" and (
        any(w.lower == "open" and w.i > verb.i for w in said) or [w.lower for w in said[-2:]] == ["for", "later"]
    ):
        yield Attitude("noncommittal", verb, subject, nominal(thing) if thing is not None else said[1:], said)
    elif verb.lemma == "say" and verb.child("neg") is not None and told is not None and told.i > verb.i:
        if any(w.tag == "WRB" or w.lower in ("whether", "if", "what") for w in told.subtree()[:2]):
            yield Attitude("noncommittal", verb, subject, told.subtree(), said)
    elif verb.lemma == "hear" and thing is not None and thing.lemma in words("stances", "heard", "nouns") and not negated(verb):
        yield Attitude("noncommittal", verb, subject, nominal(thing), said)


def _off_the_table(verb: Word) -> Iterator[Attitude]:
    """ "a ban is out of the question", "is not on the table", "is off the table": whoever says so rules it out."""
    subject = verb.child("nsubj")
    if verb.lemma != "be" or subject is None:
        return
    after = [w.lower for w in verb.sentence.words if verb.i < w.i <= verb.i + 5]
    phrase = " ".join(after)
    denied = negated(verb)
    up = any(
        p in phrase
        for p in ("on the table", "for sale", "up for discussion", "up for negotiation", "up for debate", "negotiable")
    )
    off = not denied and phrase.startswith(("off the table", "out of the question", "non - negotiable", "non-negotiable"))
    if off or (denied and up and phrase.startswith("not ")):
        yield Attitude("rule_out", verb, None, nominal(subject), clause_from(subject, verb), voiced=True)


def _demand_of(verb: Word) -> Iterator[Attitude]:
    """ "the fund was a demand of the island states"."""
    noun, thing = verb.child("attr"), verb.child("nsubj")
    if verb.lemma != "be" or noun is None or thing is None or thing.pos != "NOUN" or negated(verb):
        return
    of = next((c.child("pobj") for c in noun.children if c.dep == "prep" and c.lower in ("of", "from", "by")), None)
    if of is not None and table("nouns").get(noun.lemma) in ("demand", "propose") and noun.lemma not in ("claim", "plan", "idea"):
        yield Attitude(table("nouns")[noun.lemma], verb, of, nominal(thing), clause_from(thing, verb))


def _rather(verb: Word) -> Iterator[Attitude]:
    """ "would rather have a ban than a quota"."""
    thing = verb.child("dobj")
    if thing is not None and any(c.lower == "rather" and c.i < verb.i for c in verb.children):
        yield Attitude("support", verb, subject_of(verb), nominal(thing), clause_words(verb))


def _intolerable(verb: Word) -> Iterator[Attitude]:
    """ "the attack cannot be tolerated", "the ruling will never be accepted": whoever says so rejects it."""
    subject = verb.child("nsubjpass")
    if subject is None or verb.lemma not in words("stances", "bearing", "verbs") or not negated(verb):
        return
    if any(c.dep == "aux" and c.tag == "MD" for c in verb.children) and agent_of(verb) is None:
        yield Attitude("reject", verb, None, nominal(subject), clause_from(subject, verb), voiced=True)


def _asked_for(verb: Word) -> Iterator[Attitude]:
    """ "it is important that they sign": whoever says so asks for it."""
    quality = verb.child("acomp", "attr")
    if verb.lemma != "be" or quality is None or quality.lemma not in words("stances", "asking", "adjectives"):
        return
    subject = verb.child("nsubj", "expl")
    if subject is None and quality.lemma == "time":  # "now is the time to act"
        subject = next((c for c in verb.children if c.lower == "now" and c.i < verb.i), None)
    of = [
        c for c in (*verb.children, *quality.children) if c.i > quality.i and c.dep in ("ccomp", "xcomp", "advcl", "acl", "relcl")
    ]
    of = [c for c in of if c.lemma not in words("stances", "courtesies")]
    if of and subject is not None and subject.lower in ("it", "now") and not any(c.dep == "neg" for c in verb.children):
        yield Attitude("demand", verb, None, joined(of), clause_from(subject, verb), voiced=True)


def _needed(verb: Word) -> Iterator[Attitude]:
    """ "we need an agenda": whoever says so asks for it."""
    thing, subject = verb.child("dobj"), verb.child("nsubj")
    if any(c.tag == "MD" for c in verb.children):
        return  # "they'd need 900 drivers" tells a want, no wish
    if verb.lemma != "need" or thing is None or thing.i < verb.i or subject is None or unreal(verb):
        return
    anybody = any(c.lower in ("a", "an", "any", "every") for c in subject.children)  # "a cow needs nine months"
    if verb.child("neg", "mark") is None and not anybody:
        yield Attitude("demand", verb, None, near(thing), clause_from(subject, verb), voiced=True)
