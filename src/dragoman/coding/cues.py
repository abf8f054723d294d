"""Cues of speech and thought in a sentence: the cue, whose words they are, and which words are attributed."""

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.coding.extents import parenthesis, trimmed, without_asides, without_glosses, words_around
from dragoman.coding.parse import Sentence, Word
from dragoman.coding.wordlists import load, words
from dragoman.model.findings import Certainty

_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_POINTERS = frozenset({"it", "that", "this", "himself", "herself", "themselves", "itself", "which", "what", "whom", "who"})
_HEARERS = frozenset({"tell", "inform", "assure", "remind", "advise", "ask", "urge", "warn", "notify"})
_OWN_VOICE = frozenset({"i", "we", "you"})
_HEADLINE_CUES = frozenset({"says", "say", "said", "warns", "warn"})
_FULL_CUES = frozenset({"say", "tell", "warn", "add", "note", "claim", "insist"})


@dataclass(slots=True)
class Attribution:
    """A cue, the head of the words that name the source (None where unnamed) and the attributed words, in order."""

    cue: list[Word]
    source: Word | None
    content: list[Word]
    addressee: Word | None = None
    by_nearness: bool = False
    """Whether only standing in one sentence ties the quotation to the cue."""
    relayer: Word | None = None
    """Who passes the source's words on."""
    certainty: Certainty = "likely"


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
        elif word.lower in words("cues", "hearsay"):
            found = _hearsay(word)
        elif word.pos == "NOUN" and word.lemma in words("cues", "nouns"):
            found = _nominal(word)
        if found is not None:
            found.content = trimmed(without_asides(without_glosses(found.content), words("cues", "speech")))
            if any(w.pos != "PUNCT" for w in found.content):
                yield found


def _verbal(cue: Word) -> Attribution | None:
    clausal = _takes_clause(cue)
    source = subject_of(cue)
    if cue.lemma in words("cues", "performing") and cue.tag in ("VBZ", "VBP") and not clausal and cue.quote < 0:
        return None
    content = parenthesis(cue, source) if clausal else []
    if not content and clausal:
        content = _clause(cue)
    content = content or _other_content(cue, clausal)
    if not content and cue.lemma in _FULL_CUES:
        content = _rest(cue, source)
    near = not content and cue.lemma in words("cues", "speech") and cue.quote < 0
    if near:
        content = _quoted_near(cue)
    if not content or _is_bare(content):
        return None
    taken = {w.i for w in content}
    if source is not None and source.i in taken:
        return None
    if cue.dep == "relcl" and not clausal and source is not None and source.lower in _POINTERS:
        return None
    if cue.child("nsubjpass") is not None:
        agent = cue.child("agent")
        source = agent.child("pobj") if agent else None
    elif source is None or _is_participle(cue):
        return None
    if source is not None and source.lower in _OWN_VOICE and cue.quote < 0 and not near and cue.tag != "VBD":
        return None
    heard = cue.child("dobj", "dative") if cue.lemma in _HEARERS else None
    return Attribution(_cue_words(cue), source, content, None if heard is None or heard.i in taken else heard, near)


def _headline(cue: Word) -> Attribution | None:
    """A headline's "X says Y": all that follows, whatever the parser makes of capitals."""
    tokens = cue.sentence.words
    place = cue.i - tokens[0].i
    source = next((w for w in reversed(tokens[:place]) if w.pos in ("NOUN", "PROPN", "PRON")), None)
    after = tokens[place + 1 :]
    if source is None or len(after) < 3 or any(w.text == "," for w in tokens[max(place - 3, 0) : place]):
        return None
    return Attribution([cue], source, after)


def _rest(cue: Word, source: Word | None) -> list[Word]:
    """What follows the cue and its adjuncts, where the parser hung no clause on it and a clause follows."""
    tokens = cue.sentence.words
    if source is None or source.i > cue.i:
        return []
    last = cue.i
    for child in sorted(cue.children, key=lambda c: c.i):
        if child.i > cue.i and child.dep in ("dobj", "dative", "npadvmod", "prep", "advmod", "prt"):
            own = child.subtree()
            if own[0].i > last + 2 or any(w.tag in ("VBD", "VBZ", "VBP", "MD") for w in own):
                break
            last = own[-1].i
    after = tokens[last + 1 - tokens[0].i :]
    return after if len(after) > 3 and any(w.tag in ("VBD", "VBZ", "VBP", "MD") for w in after) else []


def _quoted_near(cue: Word) -> list[Word]:
    """The quotations of the cue's sentence, names and titles in quotation marks left out."""
    quoted = [w for w in cue.sentence.words if w.quote >= 0]
    beside = any(abs(w.i - cue.i) <= 2 for w in quoted)
    return quoted if beside or len(quoted) > 7 else []


def _said_of(cue: Word) -> Attribution | None:
    """Hearsay in the passive: "is said to have left", "are believed to be ready"; nobody is named."""
    about, doing = cue.child("nsubjpass"), cue.child("xcomp")
    if about is None or doing is None or cue.lemma not in words("cues", "said_of") or cue.child("agent"):
        return None
    return Attribution([cue], None, [*about.subtree(), *doing.subtree()])


def _hearsay(cue: Word) -> Attribution | None:
    clause = cue.head if cue.head.pos in ("VERB", "AUX") else next((w for w in cue.ancestors() if w.pos in ("VERB", "AUX")), None)
    return Attribution([cue], None, [w for w in clause.subtree() if w is not cue]) if clause is not None else None


def _is_bare(content: list[Word]) -> bool:
    return len(content) == 1 and content[0].lower in _POINTERS


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
        subject = cue.child(*_SUBJECTS)
        return subject is not None and subject.lemma in words("cues", "showers")
    needed = load("cues")["with_word"].get(lemma)
    return needed is not None and any(c.lower in needed for c in cue.children)


def _other_content(cue: Word, clausal: bool) -> list[Word]:
    """The content where it is no clause: an infinitive, a predication, an object, what follows a preposition."""
    lemma = cue.lemma
    content: list[Word] = []
    if lemma in words("cues", "infinitive") or lemma in words("cues", "urging"):
        content = _infinitive(cue)
    if not content and lemma in words("cues", "naming"):
        content = _predication(cue)
    if not content and lemma in words("cues", "object"):
        content = _object(cue)
    if not content and lemma in words("cues", "attacking"):
        content = [w for c in cue.children if c.dep in ("dobj", "prep") and c.i > cue.i for w in c.subtree()]
        content = content if any(w.quote >= 0 and w.quote != cue.quote for w in content) else []
    if not content and lemma in load("cues")["prepositional"]:
        content = _after_preposition(cue, load("cues")["prepositional"][lemma])
    if not content and clausal and lemma == "say":
        content = _object(cue)
    return content


def subject_of(verb: Word) -> Word | None:
    """Return the verb's subject, its own or the one it shares with the verb it hangs on."""
    for step, word in enumerate((verb, *verb.ancestors())):
        found = word.child(*_SUBJECTS)
        if found is not None:
            return found
        if word.dep in ("acl", "relcl") and word.head.pos in ("NOUN", "PROPN"):
            return word.head if word.tag == "VBG" else None
        if step > 3 or word.dep not in ("conj", "xcomp", "advcl"):
            return None
    return None


def _clause(cue: Word) -> list[Word]:
    clause = next((c for c in cue.children if c.dep == "ccomp"), None)
    if clause is None and cue.dep in ("parataxis", "ccomp") and cue.head.pos in ("VERB", "AUX") and cue.child("nsubj"):
        before = cue.sentence.words[cue.i - cue.sentence.words[0].i - 1] if cue is not cue.sentence.words[0] else None
        if cue.dep == "parataxis" or (before is not None and before.lower == ","):
            own = {w.i for w in cue.subtree()}
            return [w for w in cue.head.subtree() if w.i not in own]
    if clause is None:
        return []
    found = {w.i: w for w in (*clause.subtree(), *_provisos(cue, clause), *_further_clauses(cue, clause))}
    gone = _shared_cues(cue, clause)
    return [found[i] for i in sorted(found) if i not in gone]


def _further_clauses(cue: Word, clause: Word) -> list[Word]:
    """More clauses of the same cue: "said that A, and that B"; the parser hangs B on the cue."""
    more = [c for c in cue.children if c.i > clause.i > cue.i and c.dep in ("conj", "ccomp", "advcl")]
    return [w for c in more if _is_of_one_cue(c) for w in c.subtree()]


def _is_of_one_cue(clause: Word) -> bool:
    if any(m.lower == "that" and m.dep == "mark" for m in clause.children):
        return True
    own = clause.dep == "conj" and clause.child(*_SUBJECTS) is not None
    return own and clause.lemma not in words("cues", "speech") and clause.lemma not in words("cues", "urging")


def _shared_cues(cue: Word, clause: Word) -> set[int]:
    """The words of a second cue that the parser hangs on a quoted clause: "said it was "against" that and called for ..."."""
    out: set[int] = set()
    for child in clause.children:
        if child.dep == "conj" and child.quote < 0 and child.tag == cue.tag == "VBD" and child.child(*_SUBJECTS) is None:
            quoted = any(w.quote >= 0 and w.i < child.i and w.i > cue.i for w in clause.subtree())
            if quoted and (child.lemma in words("cues", "speech") or child.lemma in words("cues", "urging")):
                out.update(w.i for w in child.subtree())
    return out


def _provisos(cue: Word, clause: Word) -> list[Word]:
    """Clauses such as "unless ..." after the content: the parser hangs them on the cue, their sense belongs to the content."""
    late = [c for c in cue.children if c.i > clause.i > cue.i and c.dep in ("advcl", "prep")]
    known = words("cues", "provisos")
    return [w for c in late if c.lower in known or any(m.lower in known for m in c.children) for w in c.subtree()]


def _infinitive(cue: Word) -> list[Word]:
    clause = cue.child("xcomp", "ccomp")
    if clause is None or clause.tag not in ("VB", "VBN", "VBG") or not any(c.lower == "to" for c in clause.children):
        return []
    person = cue.child("dobj")
    return [*(person.subtree() if person is not None else []), *clause.subtree(), *_provisos(cue, clause)]


def _predication(cue: Word) -> list[Word]:
    """What is called what: "called the offer a joke", "described it as a joke"."""
    parts = [c for c in cue.children if c.i > cue.i and c.dep in ("dobj", "oprd", "ccomp", "acomp", "attr", "xcomp")]
    parts += [c for c in cue.children if c.i > cue.i and c.dep == "prep" and c.lower == "as"]
    named = next((p for p in parts if p.dep in ("oprd", "ccomp", "acomp", "attr", "xcomp", "prep")), None)
    quoted = any(w.quote >= 0 and w.quote != cue.quote for p in parts for w in p.subtree())
    if named is None and not quoted:
        return []
    ends = [w.i for p in parts for w in p.subtree()]
    return [w for w in cue.subtree() if min(ends) <= w.i <= max(ends)]


def _object(cue: Word) -> list[Word]:
    thing = next((c for c in cue.children if c.dep == "dobj" and c.i > cue.i), None)
    if thing is None or thing.lower in _POINTERS:
        return []
    later = [w for c in cue.children if c.dep == "prep" and c.i > thing.i and c.lower in ("for", "of", "as") for w in c.subtree()]
    return [*thing.subtree(), *later]


def _after_preposition(cue: Word, prepositions: list[str]) -> list[Word]:
    for child in cue.children:
        if child.dep == "prep" and child.lower in prepositions and child.i > cue.i:
            doing = cue.child("xcomp") if child.lower in ("on", "for") else None
            return [w for w in child.subtree() if w is not child] + (doing.subtree() if doing else [])
    return []


def _according(word: Word) -> Attribution | None:
    tokens = word.sentence.words
    place = word.i - tokens[0].i
    to = tokens[place + 1] if place + 1 < len(tokens) and tokens[place + 1].lower == "to" else None
    source = (to.child("pobj") or word.child("pobj")) if to is not None else None
    if to is None or source is None:
        return None
    last = max(source.subtree()[-1].i - tokens[0].i, place + 1)
    comma = next((n for n in range(source.i - tokens[0].i, len(tokens)) if tokens[n].text == ","), last)
    if place == 0 and comma < last and not any(w.tag in ("VBD", "VBZ", "VBP", "MD") for w in tokens[last + 1 :]):
        last = comma - 1  # the parser has swallowed the clause that follows
    content = words_around(tokens, place, last)
    return Attribution([word, to], source, content)


def _as_put(cue: Word) -> Attribution | None:
    """The words around "as the minister put it"."""
    tokens = cue.sentence.words
    source = cue.child("nsubj")
    mark = next((c for c in cue.children if c.lower == "as" and c.i < cue.i), None)
    if source is None or mark is None or not any(c.lower == "it" and c.dep == "dobj" for c in cue.children):
        return None
    last = next((n for n in range(cue.i - tokens[0].i, len(tokens)) if tokens[n].text in (",", ".", ";", "?", "!")), len(tokens))
    return Attribution([cue], source, words_around(tokens, mark.i - tokens[0].i, last - 1))


def _nominal(cue: Word) -> Attribution | None:
    source = cue.child("poss")
    by = next((c for c in cue.children if c.dep in ("prep", "agent") and c.lower in ("by", "from", "of")), None)
    if source is None and by is not None:
        source = by.child("pobj")
        if by.lower == "of" and (source is None or source.pos != "PROPN"):
            return None
    if source is None:
        return None
    content = _noun_content(cue)
    return Attribution([cue], source, content) if content else None


def _noun_content(cue: Word) -> list[Word]:
    if cue.dep == "nsubj" and cue.head.lemma == "be" and (told := cue.head.child("ccomp")) is not None:
        return told.subtree()
    clause = cue.child("acl", "ccomp")
    if clause is not None and clause.i > cue.i and any(c.lower in ("that", "to") for c in clause.children):
        return clause.subtree()
    for child in cue.children:
        if child.dep == "prep" and child.lower in ("for", "of", "to") and child.i > cue.i:
            whole = [w for w in child.subtree() if w is not child]
            return [] if len(whole) == 1 and child.lower == "of" else whole
    return []
