"""Whose attitude a word of attitude tells: its subject, looked for up the tree, or the voice in which it is said."""

from dragoman.coding.parse import Word
from dragoman.coding.scene import Scene
from dragoman.coding.wordlists import words
from dragoman.model import Ids

_SUBJECTS = ("nsubj", "nsubjpass")
_SHARING = frozenset({"conj", "xcomp", "advcl", "acl", "dep", "acomp"})
_OWN = frozenset({"we", "i", "our", "my", "us", "me"})
_GOVERNING = frozenset({"state", "government", "person", "coalition"})
_RELATIVE = frozenset({"WP", "WDT", "WP$"})


def subject_of(verb: Word) -> Word | None:
    """Return the noun phrase head that the verb is said of, through coordination, relative clause and participle."""
    word = verb
    for _ in range(5):
        subject = _nearest(word)
        if subject is not None and (one := _pointed_at(word, subject)) is not None:
            return one
        if subject is not None:
            return antecedent_of(word) if subject.tag in _RELATIVE and word.dep == "relcl" else subject
        if word.dep == "advcl" and word.tag == "VBG" and word.child("mark") is None:
            return governor_of(word)
        if word.dep == "pcomp" and word.head.dep == "prep" and word.head.head.pos == "VERB":
            return _charged(word.head)
        if word.dep == "acl" and word.head.pos in ("NOUN", "PROPN", "PRON"):
            return word.head
        if word.dep == "relcl" and word.tag in ("VBG", "VBN"):
            return word.head
        if word.dep not in _SHARING or word.head is word:
            return None
        if (teller := _told_beside(word)) is not None:
            return _nearest(teller)
        if word.dep == "advcl" and word.tag != "VBG" and not any(c.lower == "to" for c in word.children if c.dep == "aux"):
            return None
        word = word.head
    return None


def _pointed_at(verb: Word, subject: Word) -> Word | None:
    """Whom a cleft points at where the parser makes its clause a complement: "it was Oduya who called for it"."""
    be = verb.head
    if verb.dep != "ccomp" or subject.tag not in _RELATIVE or be.lemma != "be":
        return None
    it = be.child("nsubj")
    return be.child("attr", "acomp") if it is not None and it.lower == "it" else None


def _told_beside(verb: Word) -> Word | None:
    """The verb of saying that a past verb stands beside, where the parser hung it in what is said in another tense.

    "A said the price is high and urged B to wait": A urged.
    """
    first = verb.head
    perfect = verb.tag == "VBN" and any(c.lower in ("has", "have") for c in verb.children)
    if verb.dep != "conj" or first.dep != "ccomp":
        return None
    if perfect and any(c.tag == "MD" for c in first.children):
        return first.head
    if verb.tag != "VBD" or first.tag == "VBD":
        return None
    past = any(c.dep in ("aux", "auxpass") and c.tag == "VBD" for c in first.children)
    return None if past or first.head.tag != "VBD" else first.head


def _charged(preposition: Word) -> Word | None:
    """Who does what a gerund after a preposition tells: the one blamed for it, "accused A of refusing", else the subject."""
    verb = preposition.head
    blamed = verb.child("dobj") if preposition.lower in ("for", "of") else None
    return blamed or _nearest(verb)


def _nearest(verb: Word) -> Word | None:
    """The subject nearest before the verb; the parser sometimes gives a verb the subject of another clause as well."""
    subjects = [c for c in verb.children if c.dep in _SUBJECTS]
    before = [c for c in subjects if c.i < verb.i]
    return before[-1] if before else subjects[0] if subjects else None


def governor_of(participle: Word) -> Word | None:
    """Return the subject that a participle after a comma goes back to, out of the subordinate clauses that it hangs on.

    "A will fight until B gives in, insisting on C" is A's insistence; the parser ties it to the nearest verb.
    """
    word = participle.head
    for _ in range(6):
        inside = word.dep == "relcl" or (word.dep == "advcl" and word.child("mark") is not None)
        subject = None if inside else word.child(*_SUBJECTS)
        if subject is not None and subject.tag not in _RELATIVE:
            return subject
        if word.head is word:
            return None
        word = word.head
    return None


def antecedent_of(clause: Word) -> Word:
    """Return the noun that a relative clause tells more of; over "X of Y, who", Y's own head where a comma parts them."""
    return clause.head


def agent_of(verb: Word) -> Word | None:
    """Return the head of the "by" phrase of a passive, or None."""
    agent = verb.child("agent")
    if agent is None:
        agent = next((c for c in verb.children if c.dep == "prep" and c.lower == "by"), None)
    return None if agent is None else agent.child("pobj")


def owner_of(noun: Word) -> Word | None:
    """Return the head of whose the noun is: "A's call", "a call by A", "a U.S. demand"; None where nobody's."""
    owner = noun.child("poss")
    if owner is not None:
        if owner.tag == "WP$":
            return next((a.head for a in (noun, *noun.ancestors()) if a.dep == "relcl"), None)
        return owner
    for child in noun.children:
        if child.dep in ("prep", "agent") and child.lower in ("by", "from") and (of := child.child("pobj")) is not None:
            return of
        if (
            child.dep == "prep"
            and child.lower == "of"
            and (of := child.child("pobj")) is not None
            and of.pos == "PROPN"
            and _goes_on(noun, of)
        ):
            return of
    for child in noun.children:
        if (
            child.i < noun.i
            and child.dep in ("compound", "amod", "nmod")
            and (child.ent in ("GPE", "NORP", "ORG", "PERSON") or child.pos == "PROPN" or child.text[:1].isupper())
        ):
            return child
    return None


def _goes_on(noun: Word, of: Word) -> bool:
    """Whether the noun says more after "of X": "the proposal of X for a levy"."""
    return any(
        c.i > of.i and (c.lower in ("for", "to", "that") or c.dep in ("acl", "ccomp")) for c in (*noun.children, *of.children)
    )


def together(word: Word) -> list[Word]:
    """Return the heads of a coordinated noun phrase, the first one first."""
    heads, at = [word], 0
    while at < len(heads):
        heads += [c for c in heads[at].children if c.dep == "conj" and c.pos in ("NOUN", "PROPN", "PRON")]
        at += 1
    return heads


def side(scene: Scene, ids: Ids) -> Ids:
    """Return who holds what these are told to think: a leader or a lawmaker himself, else the party that one acts for.

    The codebook: the party for which a spokesman speaks; the person where a leader speaks of himself.
    """
    return tuple(dict.fromkeys(one for i in ids for one in ((i,) if _leads(scene, i) else scene.cast.party((i,)))))


def _leads(scene: Scene, one: str) -> bool:
    actor = scene.cast.actors[one]
    told = (actor.role or "") if actor.type == "person" else actor.name
    return any(w in words("stances", "leaders", "nouns") for w in told.lower().replace("-", " ").split())


def issuer(scene: Scene) -> Ids:
    """Return who issues a text that speaks of itself as "we" outside all quotation: whom it tells to welcome, urge or condemn.

    () where the text has no "we" of its own, or tells it of nobody.
    """
    told_of = [w.lower for w in scene.parse.words if w.lower in ("we", "i", "our") and w.quote < 0 and not scene.voice_at(w)]
    own = bool(told_of) and "i" not in told_of
    told: dict[Ids, int] = {}
    for verb in scene.parse.words if own else ():
        if verb.tag in ("VBZ", "VBP") and verb.quote < 0 and verb.lemma in words("stances", "issuing", "verbs"):
            subject = verb.child("nsubj")
            who = scene.cast.party(scene.cast.who(subject)) if subject is not None and subject.lower not in _OWN else ()
            if len(who) == 1 and scene.cast.actors[who[0]].type != "person":
                told[who] = told.get(who, 0) + 1
    return max(told, key=lambda who: told[who]) if told else ()


def holder(scene: Scene, word: Word | None, cue: Word, issued_by: Ids = ()) -> Ids:
    """Return who holds what is said of `word`, all of "A and B"; the voice of the statement where it is "we" or "I".

    `issued_by` is whose text it is: its "we" outside all statements.

    A participle whose subject is no party goes back to the subject of a clause further out.
    """
    if word is None:
        return ()
    found = _parties(scene, word) or (issued_by if word.lower in ("we", "our", "us") and word.quote < 0 else ())
    if not found and cue.dep == "conj" and cue.head.dep == "ccomp" and (teller := _nearest(cue.head.head)) is not None:
        found = _parties(scene, teller)
    if not found and cue.tag == "VBG" and cue.dep == "advcl":
        for outer in cue.ancestors():
            subject = outer.child(*_SUBJECTS)
            if subject is not None and (found := _parties(scene, subject)):
                break
    return found


def _parties(scene: Scene, word: Word) -> Ids:
    if word.lower in _OWN:
        return scene.voice_at(word)
    found: list[str] = []
    for head in together(word):
        found += _body(scene, head) or side(scene, scene.cast.who(head)) or _further_out(scene, head)
    return tuple(dict.fromkeys(found))


def _body(scene: Scene, noun: Word) -> Ids:
    """Whom "her members" or "his government" stands for: the party of the one named by the possessive."""
    owner = noun.child("poss")
    if owner is None or owner.tag != "PRP$" or noun.lemma not in words("stances", "bodies", "nouns"):
        return ()
    who = scene.voice_at(owner) if owner.lower in _OWN else scene.cast.who(owner)
    single = noun.lemma in words("stances", "bodies", "single") and noun.tag == "NN"
    if single and (len(who) > 1 or not all(scene.cast.actors[one].type in _GOVERNING for one in who)):
        return ()  # one government is not that of two states, and teachers do not govern
    return scene.cast.party(who)


def _further_out(scene: Scene, noun: Word) -> Ids:
    """Whom a relative clause tells of where the parser hung it on the last noun: "X, holder of 4 percent, which refused"."""
    if noun.child("relcl") is None:
        return ()
    while noun.dep in ("pobj", "prep", "appos", "conj", "acl", "dobj") and noun.head is not noun and noun.head.pos != "VERB":
        noun = noun.head
        if who := side(scene, scene.cast.who(noun)):
            return who
    return ()
