"""Cues of speech and thought in a sentence: the cue, whose words they are, and which words are attributed."""

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.coding.contents import FINITE, POINTERS, SUBJECTS, content_of, quoted_near, rest_after
from dragoman.coding.extents import parenthesis, trimmed, without_asides, without_glosses, words_around
from dragoman.coding.parse import Sentence, Word
from dragoman.coding.wordlists import load, words

_HEARERS = frozenset({"tell", "inform", "assure", "remind", "advise", "ask", "urge", "warn", "notify"})
_NOBODY = frozenset({"nobody", "whoever", "anyone", "anybody", "whatever"})
_SHARING = ("conj", "xcomp", "advcl", "ccomp", "acomp")
_OWN_VOICE = frozenset({"i", "we", "you"})
_HEADLINE_CUES = frozenset({"says", "say", "said", "warns", "warn"})
_FULL_CUES = frozenset({"say", "tell", "warn", "claim", "insist"})


@dataclass(slots=True)
class Attribution:
    """A cue, the head of the words that name the source (None where unnamed) and the attributed words, in order."""

    cue: list[Word]
    source: Word | None
    content: list[Word]
    addressee: Word | None = None
    form: str = "noun"
    """How the content hangs on the cue, a key of the codebook's certainties; "near" where only one sentence ties them."""
    relayer: Word | None = None
    """Who passes the source's words on."""

    @property
    def by_nearness(self) -> bool:
        """Whether only standing in one sentence ties the quotation to the cue."""
        return self.form == "near"


def find_attributions(sentence: Sentence, headline: bool = False) -> Iterator[Attribution]:
    """Yield the attributions of one sentence, nested ones included."""
    for word in sentence.words:
        found = None
        if word.lower == "according":  # the parser takes it for a verb as often as for a preposition
            found = _according(word)
        elif headline and word.lower in _HEADLINE_CUES and (found := _headline(word)) is not None:
            pass
        elif word.lemma == "put" and (put := _as_put(word)) is not None:
            found = put
        elif word.pos in ("VERB", "AUX"):
            found = _said_of(word) or _verbal(word)
        elif word.lower == "words" and word.head.lower == "in":
            found = _in_words(word)
        elif word.lower in words("cues", "views") and (viewed := _in_view(word)) is not None:
            found = viewed
        elif word.lower in words("cues", "hearsay"):
            found = _hearsay(word)
        elif word.pos == "NOUN" and word.lemma in words("cues", "nouns"):
            found = _nominal(word)
        if found is not None:
            if word.quote >= 0:
                found.content = [w for w in found.content if w.quote == word.quote]
            found.content = trimmed(without_asides(without_glosses(found.content)))
            if any(w.pos != "PUNCT" for w in found.content):
                yield found


def _verbal(cue: Word) -> Attribution | None:
    quoted, relayer = _quoted_by(cue)
    source = quoted or subject_of(cue)
    clausal = _takes_clause(cue)
    if cue.lemma in words("cues", "performing") and cue.tag in ("VBZ", "VBP") and not clausal and cue.quote < 0:
        return None
    form, content = _form(cue, source, clausal)
    passive = cue.child("nsubjpass") is not None
    if passive:
        agent = cue.child("agent")
        source = agent.child("pobj") if agent else None
        if source is None and not clausal and cue.lemma != "accuse":
            return None
    taken = {w.i for w in content}
    if not content or _is_bare(content) or (source is not None and source.i in taken):
        return None
    if cue.dep == "relcl" and not clausal and source is not None and source.lower in POINTERS:
        return None
    if source is not None and source.lower in _NOBODY:
        return None
    if not passive and (source is None or _is_participle(cue)):
        return None
    if cue.tag == "VBG" and cue.lemma in words("cues", "showing") and source is not None and source.pos == "NOUN":
        return None  # "the talks were short, indicating that": an inference of the writer's
    if form != "near" and source is not None and _is_own_voice(cue, source):
        return None
    heard = cue.child("dobj", "dative") if cue.lemma in _HEARERS else None
    if heard is None and clausal:
        to = next((c for c in cue.children if c.dep in ("prep", "dative") and c.lower == "to" and c.i > cue.i), None)
        heard = to.child("pobj") if to is not None else None
    addressee = None if heard is None or heard.i in taken else heard
    return Attribution(_cue_words(cue), source, content, addressee, form, relayer or _quoting(source))


def _quoting(source: Word | None) -> Word | None:
    """Who quotes the source: "the minister, quoted by the agency, said"."""
    quoted = next((c for c in source.children if c.dep == "acl" and c.lemma in ("quote", "cite")), None) if source else None
    agent = quoted.child("agent") if quoted is not None else None
    return agent.child("pobj") if agent is not None else None


def _form(cue: Word, source: Word | None, clausal: bool) -> tuple[str, list[Word]]:
    """The form of what is attributed (a key of the codebook's certainties) and its words."""
    if clausal and (around := parenthesis(cue, source)) and (cue.lemma in words("cues", "speech") or _is_closed(cue)):
        return "around", around
    form, content = content_of(cue, clausal)
    if not content and cue.lemma in _FULL_CUES and (rest := rest_after(cue, source)):
        return "rest", rest
    if not content and may_quote(cue):
        return "near", quoted_near(cue, source)
    return form, content


def _is_closed(cue: Word) -> bool:
    """Whether a mark stands after the cue: ", he thinks,"."""
    place = cue.i - cue.sentence.words[0].i
    return all(w.pos == "PUNCT" for w in cue.sentence.words[place + 1 : place + 2])


def _is_own_voice(cue: Word, source: Word) -> bool:
    """Whether the issuer of a text speaks of itself: "We welcome"; "we told them" is a report."""
    reported = cue.tag == "VBD" and cue.lemma in ("say", "tell")
    return source.lower in _OWN_VOICE and cue.quote < 0 and not reported


def _headline(cue: Word) -> Attribution | None:
    """A headline's "X says Y": all that follows, whatever the parser makes of capitals."""
    tokens = cue.sentence.words
    place = cue.i - tokens[0].i
    source = next((w for w in reversed(tokens[:place]) if w.pos in ("NOUN", "PROPN", "PRON")), None)
    while (
        source is not None
        and source.dep == "pobj"
        and source.head.head.pos in ("NOUN", "PROPN")
        and source.head.head.i < source.i
    ):
        source = source.head.head  # "Crews at the company say": the crews, not the company
    after = tokens[place + 1 :]
    if source is None or len(after) < 3 or any(w.text == "," for w in tokens[max(place - 3, 0) : place]):
        return None
    return Attribution([cue], source, after, form="headline")


def _said_of(cue: Word) -> Attribution | None:
    """Hearsay in the passive: "is said to have left", "are believed to be ready"; nobody is named."""
    about, doing = cue.child("nsubjpass"), cue.child("xcomp")
    if about is None or doing is None or cue.lemma not in words("cues", "said_of") or cue.child("agent"):
        return None
    return Attribution([cue], None, [*about.subtree(), *doing.subtree()], form="hearsay")


def _hearsay(cue: Word) -> Attribution | None:
    """The clause that "reportedly" stands in, where it has a subject of its own."""
    clause = next((w for w in (cue.head, *cue.ancestors()) if w.pos in ("VERB", "AUX")), None)
    subject = clause.child("nsubj", "nsubjpass") if clause is not None else None
    if clause is None or subject is None or subject.lower in POINTERS:
        return None
    return Attribution([cue], None, [w for w in clause.subtree() if w is not cue], form="hearsay")


def may_quote(cue: Word) -> bool:
    """Whether the word is a cue that quotations stand beside."""
    return cue.quote < 0 and (cue.lemma in words("cues", "speech") or cue.lemma in words("cues", "quoting"))


def _is_bare(content: list[Word]) -> bool:
    return len(content) == 1 and content[0].lower in POINTERS


def _is_participle(cue: Word) -> bool:
    """Whether the verb is a bare past participle: "asked whether ..., he said" has no asker."""
    return cue.tag == "VBN" and cue.dep in ("advcl", "acl") and not any(c.dep in ("aux", "auxpass") for c in cue.children)


def _cue_words(cue: Word) -> list[Word]:
    particle = next((c for c in cue.children if c.dep == "prt" and c.i == cue.i + 1), None)
    return [cue] if particle is None else [cue, particle]


def _takes_clause(cue: Word) -> bool:
    lemma = cue.lemma
    if lemma in words("cues", "speech") or lemma in words("cues", "thought"):
        return True
    if lemma in words("cues", "showing"):
        subject = cue.child(*SUBJECTS)
        return subject is not None and subject.lemma in words("cues", "showers")
    needed = load("cues")["with_word"].get(lemma)
    return needed is not None and any(c.lower in needed for c in cue.children)


def _quoted_by(cue: Word) -> tuple[Word | None, Word | None]:
    """Who is quoted "as saying", and who quotes; (None, None) where nobody is."""
    quoting = cue.head.head if cue.dep == "pcomp" and cue.head.lower == "as" else None
    if quoting is None or quoting.lemma not in ("quote", "cite"):
        return None, None
    agent = quoting.child("agent")
    relayer = agent.child("pobj") if agent is not None else quoting.child("nsubj")
    return quoting.child("nsubjpass", "dobj"), relayer


def subject_of(verb: Word) -> Word | None:
    """Return the verb's subject, its own or the one it shares with the verb it hangs on."""
    for step, word in enumerate((verb, *verb.ancestors())):
        found = None if step and _is_told_in(word, verb) else _own_subject(word)
        if found is not None:
            return found
        if word.dep in ("acl", "relcl") and word.head.pos in ("NOUN", "PROPN"):
            return word.head if word.tag == "VBG" else None
        if step > 5 or word.dep not in _SHARING or (word.dep == "ccomp" and (step == 0 or verb.tag != "VBG")):
            return None
    return None


def _is_told_in(clause: Word, participle: Word) -> bool:
    """Whether the participle is the teller's: "A said that B would come, adding that", "A waits until B yields, insisting"."""
    if participle.tag != "VBG" or participle.dep != "advcl":
        return False
    return clause.dep == "ccomp" or (clause.dep == "advcl" and clause.child("mark") is not None)


def _own_subject(verb: Word) -> Word | None:
    """The verb's own subject; not a word of the quotation that the parser takes for it ("Full panic," said Mr Holm)."""
    subjects = [c for c in verb.children if c.dep in SUBJECTS]
    plain = [c for c in subjects if c.quote == verb.quote]
    if plain or verb.quote >= 0:
        later = [c for c in plain if c.i > verb.i]
        return next(iter(later or plain or subjects), None)
    if subjects:
        after = [c for c in verb.children if c.i > verb.i and c.quote < 0 and c.pos in ("PROPN", "NOUN", "PRON")]
        return after[0] if after and after[0].dep in ("dobj", "oprd", "attr", "npadvmod", "ccomp") else None
    if (inverted := _inverted_subject(verb)) is not None:
        return inverted
    if verb.dep != "ROOT" or (verb.tag not in FINITE and verb.child("aux") is None):
        return None
    mistaken = [c for c in verb.children if c.i < verb.i and c.dep in ("intj", "npadvmod", "dep", "nmod", "appos", "attr")]
    return next((c for c in mistaken if c.pos in ("PROPN", "NOUN", "PRON") and c.ent not in ("DATE", "TIME")), None)


def _inverted_subject(verb: Word) -> Word | None:
    """The noun after a cue that a comma or a mark parts from the words before: ", says the union chief"."""
    tokens = verb.sentence.words
    place = verb.i - tokens[0].i
    if place == 0 or tokens[place - 1].lower not in (",", '"', "''") or verb.lemma not in words("cues", "speech"):
        return None
    if verb.tag not in FINITE or (place + 1 < len(tokens) and tokens[place + 1].pos == "PUNCT"):
        return None
    after = [c for c in verb.children if c.i > verb.i and c.quote < 0 and c.dep in ("dobj", "oprd", "attr", "npadvmod", "ccomp")]
    return next((c for c in after if c.pos in ("PROPN", "NOUN")), None)


def _according(word: Word) -> Attribution | None:
    tokens = word.sentence.words
    place = word.i - tokens[0].i
    to = tokens[place + 1] if place + 1 < len(tokens) and tokens[place + 1].lower == "to" else None
    source = (to.child("pobj") or word.child("pobj")) if to is not None else None
    if to is None or source is None:
        return None
    last = max(source.subtree()[-1].i - tokens[0].i, place + 1)
    comma = next((n for n in range(source.i - tokens[0].i, len(tokens)) if tokens[n].text == ","), last)
    if place == 0 and comma < last and not any(w.tag in FINITE for w in tokens[last + 1 :]):
        last = comma - 1  # the parser has swallowed the clause that follows
    return Attribution([word, to], source, words_around(tokens, place, last), form="according")


def _in_words(cue: Word) -> Attribution | None:
    """The words around "in the words of the judge", "in the judge's words"."""
    tokens = cue.sentence.words
    of = next((c for c in cue.children if c.dep == "prep" and c.lower == "of"), None)
    source = cue.child("poss") or (of.child("pobj") if of is not None else None)
    if source is None or source.lower in ("other", "own"):
        return None
    own = [w.i - tokens[0].i for w in cue.subtree()]
    return Attribution([cue.head, cue], source, words_around(tokens, cue.head.i - tokens[0].i, max(own)), form="around")


def _in_view(cue: Word) -> Attribution | None:
    """The clause around "in her view", "in the opinion of the judge", set off at its start."""
    tokens, of = cue.sentence.words, next((c for c in cue.children if c.dep == "prep" and c.lower == "of"), None)
    the = any(c.lower == "the" and c.dep == "det" for c in cue.children)
    source = cue.child("poss") or (of.child("pobj") if of is not None and the else None)
    if cue.head.lower != "in" or source is None or source.lower in ("my", "our", "your", "its"):
        return None
    base, first = tokens[0].i, cue.head.i - tokens[0].i
    if first and tokens[first - 1].pos not in ("PUNCT", "CCONJ", "SCONJ"):
        return None
    last = max(w.i for w in cue.subtree()) - base
    return Attribution([cue.head, cue], source, words_around(tokens, first, last), form="around")


def _as_put(cue: Word) -> Attribution | None:
    """The words around "as the minister put it"."""
    tokens = cue.sentence.words
    source = cue.child("nsubj")
    mark = next((c for c in cue.children if c.lower == "as" and c.i < cue.i), None)
    if source is None or mark is None or not any(c.lower == "it" and c.dep == "dobj" for c in cue.children):
        return None
    last = next((n for n in range(cue.i - tokens[0].i, len(tokens)) if tokens[n].text in (",", ".", ";", "?", "!")), len(tokens))
    return Attribution([cue], source, words_around(tokens, mark.i - tokens[0].i, last - 1), form="around")


def _nominal(cue: Word) -> Attribution | None:
    source = cue.child("poss")
    by = next((c for c in cue.children if c.dep in ("prep", "agent") and c.lower in ("by", "from", "of")), None)
    if source is None and by is not None:
        source = by.child("pobj")
        if by.lower == "of" and (source is None or source.pos != "PROPN"):
            return None
    if source is None or source.ent in ("DATE", "TIME"):
        return None
    content = _noun_content(cue, source)
    return Attribution([cue], source, content) if content else None


def _noun_content(cue: Word, source: Word) -> list[Word]:
    if cue.dep == "nsubj" and cue.head.lemma == "be" and (told := cue.head.child("ccomp")) is not None:
        return told.subtree()
    clause = cue.child("acl", "ccomp")
    parts = {c.lower: c.subtree() for c in cue.children if c.dep == "prep" and c.i > cue.i and source not in c.children}
    if clause is not None and clause.i > cue.i and any(c.lower in ("that", "to") for c in clause.children):
        return [*parts.get("for", []), *clause.subtree()]
    heard = parts.get("to", []) if cue.lemma != "call" else []  # "his call to the king" is one by telephone
    whole = parts.get("for") or heard or parts.get("of") or []
    return [] if len(whole) == 2 and whole[0].lower == "of" else whole[1:]
