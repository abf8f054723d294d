"""Attitudes told by a noun: "A's demand for talks", "B's refusal", "a proposal by C"."""

from collections.abc import Iterator

from dragoman.coding.attitudes import Attitude
from dragoman.coding.holders import owner_of, subject_of
from dragoman.coding.leanings import table
from dragoman.coding.parse import Word
from dragoman.coding.suppositions import withdrawn
from dragoman.coding.wordings import clause_words, near, nominal, when
from dragoman.coding.wordlists import load, words

_LEADING = frozenset({"for", "to", "of", "on", "over", "that", "in", "about"})


def attitudes_of_noun(noun: Word) -> Iterator[Attitude]:
    """Yield what a noun of attitude tells, where it is somebody's."""
    stance = table("nouns")[noun.lemma]
    about = _about(noun)
    if noun.lemma == "bid" and any((w.pos == "NUM" and not _year(w)) or w.lemma in ("company", "rival", "maker") for w in about):
        stance = "offer"
    asker = _requested_by(noun)
    if asker is not None:
        done = noun.head.head
        yield Attitude(stance, noun, asker, clause_words(done) if done.pos == "VERB" else nominal(done), nominal(noun))
        return
    if (
        stance in ("demand", "reject")
        and noun.dep in ("dobj", "pobj")
        and _dropped(noun.head if noun.dep == "dobj" else noun.head.head)
    ):
        return  # told by the verb
    owner = owner_of(noun) or _maker(noun) or owner_of(_listing(noun)) or _lister(noun)
    if owner is not None and stance in ("demand", "propose", "offer") and (members := _members(noun)):
        yield Attitude(stance, noun, owner, members[0], [*nominal(noun), *members[0]])
        yield from (Attitude(stance, noun, owner, member, member) for member in members[1:])
        return
    if owner is None or (not about and not _alone(noun)) or (stance in ("accept", "support", "offer") and withdrawn(noun)):
        return
    if not about and noun.dep in ("nsubj", "attr") and noun.head.lemma in ("be", "remain", "stand") and noun.dep == "nsubj":
        about = _after_colon(noun.head) or clause_words(noun.head)
        yield Attitude(stance, noun, owner, [w for w in about if w.i > noun.head.i] or [noun], [*nominal(noun), *about])
    else:
        yield Attitude(stance, noun, owner, about or [noun], _said(noun, owner, about))


def _members(noun: Word) -> list[list[Word]]:
    """What each of several demands or offers is: "their demands include a pause, a new roster and better pay"."""
    if noun.tag != "NNS":
        return []
    around = noun.sentence.words
    after = around[noun.i + 1 - around[0].i :]
    if len(after) > 2 and after[0].text == ":":  # "have three demands: a pause, a new roster and better pay"
        return _split([w for w in after[1:] if w.text not in '".'])
    top = _listing(noun)
    verb = top.head.head if top.dep == "pobj" and top.head.lower == "among" else top.head
    listing = top.dep == "nsubj" and verb.lemma in words("stances", "listing", "verbs")
    told = verb.lemma == "be" if verb is not top.head else listing
    if not told:
        return []
    first = [of for c in verb.children if c.lower == "from" and (of := c.child("pobj", "pcomp")) is not None]
    first = first or [c for c in verb.children if c.i > verb.i and c.dep in ("dobj", "attr", "nsubj", "appos", "conj", "dep")]
    inside = [w.i for c in first for w in c.subtree()]
    return _split([w for w in around if min(inside) <= w.i <= max(inside)]) if inside else []


def _listing(noun: Word) -> Word:
    """The list over "a list of demands", else the noun itself."""
    over = noun.head.head if noun.dep == "pobj" and noun.head.lower == "of" else noun
    return over if over.lemma in ("list", "set", "catalogue", "catalog", "package", "series", "number") else noun


def _lister(noun: Word) -> Word | None:
    """Who "has three demands:"."""
    has = noun.dep == "dobj" and noun.tag == "NNS" and noun.head.lemma in words("stances", "listing", "holding")
    return subject_of(noun.head) if has and any(c.dep == "punct" and c.text == ":" for c in noun.children) else None


def _split(listed: list[Word]) -> list[list[Word]]:
    """The members of a list, parted at its commas and last "and", however the parse hung them."""
    commas = any(w.text in ",;" for w in listed)
    out: list[list[Word]] = [[]]
    for word in listed:
        joins = word.dep == "cc" and (not commas or len(out) > 1)
        if word.text in (",", ";") or joins:
            out.append([])
        else:
            out[-1].append(word)
    return [member for member in out if any(w.pos in ("NOUN", "PROPN", "VERB") for w in member)]


def _dropped(verb: Word) -> bool:
    """Whether the verb before it tells that it is given up: "dropped its demand", "backed off its call"."""
    return verb.pos == "VERB" and any(e.split()[0] == verb.lemma and s == "concede" for e, s in table("verbs").items())


def attitudes_of_partisan(noun: Word) -> Iterator[Attitude]:
    """Yield what those named after their side think: "critics of the visit", "supporters of a ban"; not a person's followers."""
    of = next((c.child("pobj") for c in noun.children if c.dep == "prep" and c.lower == "of" and c.i > noun.i), None)
    if of is not None and of.pos == "NOUN" and of.ent not in ("PERSON", "ORG", "GPE"):
        yield Attitude(table("partisans")[noun.lemma], noun, noun, near(of), noun.subtree())


def attitudes_of_proposed(participle: Word) -> Iterator[Attitude]:
    """Yield whose proposal a thing is: "the premier's proposed levy"."""
    thing = participle.head
    owner = thing.child("poss")
    if participle.dep == "amod" and owner is not None and owner.tag != "WP$":
        yield Attitude("propose", participle, owner, [w for w in nominal(thing) if w.i > participle.i], nominal(thing))


def _after_colon(copula: Word) -> list[Word]:
    """What "our demand is simple:" leads up to."""
    quality = copula.child("acomp")
    around = copula.sentence.words
    if quality is None:
        return []
    place = quality.i + 1 - around[0].i
    if [w.text for w in around[place : place + 1]] != [":"]:
        return []
    return [w for w in around[place + 1 :] if w.text not in '".' and w.quote == quality.quote]


def _year(word: Word) -> bool:
    return len(word.text) == 4 and word.text.isdigit()


def _requested_by(noun: Word) -> Word | None:
    """Who asked: "at the request of the bank", "per request of the premier"."""
    if noun.lemma not in ("request", "behest", "urging", "insistence", "invitation") or noun.head.lower not in (
        "at",
        "on",
        "per",
        "upon",
    ):
        return None
    of = next((c for c in noun.children if c.dep == "prep" and c.lower == "of"), None)
    return of.child("pobj") if of is not None else None


def _about(noun: Word) -> list[Word]:
    """The words after the noun that say what it is about."""
    led: dict[str, list[str]] = load("stances")["led"]
    allowed = frozenset(led.get(noun.lemma, ())) or _LEADING
    kids = sorted((*noun.children, *_beyond(noun)), key=lambda c: c.i)
    for child in kids:
        if child.i <= noun.i or when(child) or child.dep not in ("prep", "acl", "ccomp", "relcl", "xcomp", "advcl"):
            continue
        lead = (
            child.lower
            if child.dep == "prep"
            else next((c.lower for c in child.children if c.i < child.i and c.dep in ("aux", "mark")), "")
        )
        if child.dep == "acl" and lead == "that" and _lacks_object(child):
            continue  # "a proposal that the ministry has not costed"
        if lead in allowed and not (child.dep == "relcl" and lead != "to"):
            return [
                w
                for c in kids
                if c.i >= child.i and not when(c) and c.dep in ("prep", "acl", "ccomp", "relcl", "xcomp") and not _by(c)
                for w in near(c)
            ]
    return _farther(noun, allowed)


def _lacks_object(clause: Word) -> bool:
    """Whether a clause after "that" tells of the noun itself: a perfect tense with nothing after its verb."""
    perfect = any(c.lower in ("has", "have", "had") and c.dep == "aux" for c in clause.children)
    return perfect and clause.tag == "VBN" and not any(c.i > clause.i and c.dep != "punct" for c in clause.children)


def _farther(noun: Word, allowed: frozenset[str]) -> list[Word]:
    """What follows a date or the owner after the noun, wherever the parser hung it: "the call on Friday for a truce"."""
    between = next(
        (c for c in noun.children if c.i > noun.i and (when(c) or c.dep == "npadvmod" or c.lower in ("by", "from"))), None
    )
    if between is None:
        return []
    last = between.subtree()[-1]
    place = last.i + 1 - last.sentence.words[0].i
    after = last.sentence.words[place : place + 1]
    if not after or after[0].lower not in allowed:
        return []
    return near(after[0] if after[0].dep == "prep" else after[0].head)


def _beyond(noun: Word) -> list[Word]:
    """What hangs on the owner but belongs to the noun: "the proposal of X for a levy"."""
    owner = owner_of(noun)
    if owner is None or owner.i < noun.i:
        return []
    return [c for c in owner.children if c.i > owner.i and (c.lower == "for" or c.dep in ("acl", "ccomp"))]


def _by(child: Word) -> bool:
    return child.lower in ("by", "from") or (child.dep == "relcl" and not any(c.lower == "to" for c in child.children))


def _alone(noun: Word) -> bool:
    """Whether the noun tells an attitude with nothing after it."""
    return noun.lemma in ("refusal", "rejection", "objection", "demand", "offer", "request") and noun.child("poss") is not None


def _maker(noun: Word) -> Word | None:
    """Who makes the call in "issued a call for": the subject of the light verb."""
    light = noun.dep == "dobj" and noun.head.lemma in words("stances", "light", "verbs")
    return subject_of(noun.head) if light else None


def _said(noun: Word, owner: Word, about: list[Word]) -> list[Word]:
    first = [w for w in noun.subtree() if w.i < noun.i]
    if owner.i > noun.i:
        first += [w for c in noun.children if _by(c) or c is owner.head for w in c.subtree()]
    between = (
        [w for c in noun.children if noun.i < c.i < about[0].i and (when(c) or _by(c)) for w in c.subtree()] if about else []
    )
    return [*(first if len(first) < 10 else ()), noun, *between, *about]
