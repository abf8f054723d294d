"""Cues of speech and thought in a sentence: the cue, whose words they are, and which words are attributed."""

from collections.abc import Iterator

from dragoman.coding.attributions import Attribution
from dragoman.coding.colon_cues import colon_cue
from dragoman.coding.contents import POINTERS, content_of, quoted_near, rest_after
from dragoman.coding.extents import last_teller, parenthesis, trimmed, without_asides, without_glosses, words_around
from dragoman.coding.hearsay import hearsay
from dragoman.coding.noun_cues import noun_cue
from dragoman.coding.parse import Sentence, Word
from dragoman.coding.subjects import FINITE, SUBJECTS, is_headless, subject_of
from dragoman.coding.unsaid import is_asked, is_unsaid
from dragoman.coding.wordlists import load, words

_HEARERS = frozenset({"tell", "inform", "assure", "remind", "advise", "ask", "urge", "warn", "notify"})
_NOBODY = frozenset({"nobody", "whoever", "anyone", "anybody", "whatever"})
_THINGS = frozenset({"it", "that", "this", "what", "which", "there"})
_FULL_CUES = frozenset({"say", "tell", "add", "warn", "claim", "insist", "confirm", "note", "explain"})
_WEAK = ("object", "prepositional", "infinitive", "gerund", "naming")
_OWN_VOICE = frozenset({"i", "we", "you", "me", "us"})
_HEADLINE_CUES = frozenset({"says", "say", "said", "warns", "warn"})


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
        elif word.text == ":":
            found = colon_cue(word)
        elif word.pos in ("VERB", "AUX"):
            found = hearsay(word) or _verbal(word) or _stand(word)
        elif word.pos in ("NOUN", "ADV", "ADJ"):
            found = _taken_for_noun(word) or noun_cue(word) or hearsay(word)
        if found is None and headline and word.lower in words("cues", "headline"):
            found = _headline(word)
        if found is not None:
            if word.quote >= 0:
                found.content = [w for w in found.content if w.quote == word.quote]
            found.content = trimmed(without_asides(without_glosses(found.content)))
            if any(w.text[:1].isalnum() and w.pos != "PUNCT" for w in found.content):
                yield found


def _verbal(cue: Word) -> Attribution | None:
    quoted, relayer = _quoted_by(cue)
    source = quoted or subject_of(cue)
    clausal = _takes_clause(cue)
    if not clausal and _performs(cue, source):
        return None
    form, content = _form(cue, source, clausal)
    if source is None and cue.lemma in _FULL_CUES and cue.tag in FINITE and cue.quote < 0 and (last := last_teller(cue)):
        source, content, form = *last, "around"
    passive = cue.child("nsubjpass") is not None
    if passive:
        agent = cue.child("agent")
        source = agent.child("pobj") if agent else None
        if source is None and not _is_told(cue, form, content, clausal):
            return None
    elif source is None or _is_participle(cue):
        return None
    if not content or _is_bare(content) or (source is not None and not _may_report(cue, source, form, content, clausal)):
        return None
    if is_asked(cue) or (form in _WEAK and is_unsaid(cue)):
        return None
    return Attribution(_cue_words(cue), source, content, _hearer(cue, content, clausal, form), form, relayer or _quoting(source))


def _taken_for_noun(word: Word) -> Attribution | None:
    """What a verb reports that the parser takes for a noun: "The board denies it and maintains the offer was fair"."""
    if word.tag != "NNS" or word.dep != "conj" or word.head.tag not in FINITE or word.lemma not in words("cues", "speech"):
        return None
    return _verbal(word) if word.child("ccomp") is not None else None


def _is_told(cue: Word, form: str, content: list[Word], clausal: bool) -> bool:
    """Whether a passive without "by" reports: "it was agreed that", "they were told that", "is accused of"."""
    after = not content or content[0].i > cue.i
    return cue.lemma == "accuse" or (clausal and form != "infinitive" and after)


def _may_report(cue: Word, source: Word, form: str, content: list[Word], clausal: bool) -> bool:
    """Whether the source may be said to say it."""
    if source.i in {w.i for w in content} or _is_nobody(source) or any(c.lower == "longer" for c in cue.children):
        return False
    if cue.dep == "relcl" and not clausal and source.lower in POINTERS and source.lower != "who":
        return False
    if cue.tag == "VBG" and cue.lemma in words("cues", "showing") and source.pos == "NOUN":
        return False  # "the talks were short, indicating that": an inference of the writer's
    return form == "near" or not _is_own_voice(cue, source)


def _hearer(cue: Word, content: list[Word], clausal: bool, form: str) -> Word | None:
    """Who is told or asked: the object of "told", what follows "said to", "called on", the subject of "was told"."""
    if cue.child("nsubjpass") is not None and cue.lemma in _HEARERS:
        return cue.child("nsubjpass")
    heard = cue.child("dobj", "dative") if cue.lemma in _HEARERS or form == "infinitive" else None
    if heard is None and (clausal or form == "infinitive"):
        onto = ("to", "on", "upon") if form == "infinitive" else ("to",)
        to = next((c for c in cue.children if c.dep in ("prep", "dative") and c.lower in onto and c.i > cue.i), None)
        heard = to.child("pobj") if to is not None else None
    asked = form == "infinitive" and heard is not None and (heard.pos in ("PROPN", "PRON") or heard.ent != "")
    return heard if heard is not None and (asked or heard.i not in {w.i for w in content}) else None


def _performs(cue: Word, source: Word | None) -> bool:
    """Whether an issued text does what it says: "The Ministry welcomes"; of a person it is told."""
    if cue.lemma not in words("cues", "performing") or cue.tag not in ("VBZ", "VBP") or cue.quote >= 0:
        return False
    return source is None or (source.ent != "PERSON" and source.lower not in ("he", "she", "they"))


def _is_nobody(source: Word) -> bool:
    """Whether nobody is said to say it: "no group has claimed", "neither side mentioned", or a mere number."""
    none = any(c.lower in ("no", "neither") and c.dep == "det" for c in source.children)
    return none or source.lower in _NOBODY or (source.pos == "NUM" and source.lower != "one")


def _stand(be: Word) -> Attribution | None:
    """What somebody "was clear" or "is confident" that; "it is clear that" is nobody's."""
    if be.tag == "VBN" and be.lower in words("cues", "stands") and be.quote < 0:
        return _conviction(be)
    if be.lemma != "be" or be.quote >= 0:
        return None
    cue = be.child("acomp")
    source = be.child("nsubj")
    if (
        cue is None
        or cue.lemma not in words("cues", "stands")
        or source is None
        or source.lower in _THINGS
        or source.lower in _OWN_VOICE
    ):
        return None
    told = cue.child("ccomp") or be.child("ccomp")
    return Attribution([cue], source, told.subtree(), form="stand") if told is not None and told.i > cue.i else None


def _conviction(cue: Word) -> Attribution | None:
    """What somebody "was convinced" of, where the parser takes the adjective for a passive."""
    been, told = cue.child("auxpass"), cue.child("ccomp")
    source = cue.child("nsubjpass") or (been.child("nsubj", "nsubjpass") if been is not None else None)
    if source is None or told is None or told.i < cue.i or source.lower in _THINGS or source.lower in _OWN_VOICE:
        return None
    return Attribution([cue], source, told.subtree(), form="stand") if cue.child("agent") is None else None


def _quoting(source: Word | None) -> Word | None:
    """Who quotes the source: "the minister, quoted by the agency, said"."""
    quoted = next((c for c in source.children if c.dep == "acl" and c.lemma in ("quote", "cite")), None) if source else None
    agent = quoted.child("agent") if quoted is not None else None
    return agent.child("pobj") if agent is not None else None


def _form(cue: Word, source: Word | None, clausal: bool) -> tuple[str, list[Word]]:
    """The form of what is attributed (a key of the codebook's certainties) and its words."""
    if clausal and (around := parenthesis(cue, source)) and _may_stand_apart(cue, around):
        return "around", around
    form, content = content_of(cue, clausal)
    if (not content or form in ("object", "attacking")) and clausal and (rest := rest_after(cue, source)):
        return "rest", rest
    if not content and clausal and (said := _as_said(cue)):
        return "around", said
    if not content and may_quote(cue):
        return "near", quoted_near(cue, source)
    return form, content


def _may_stand_apart(cue: Word, around: list[Word]) -> bool:
    """Whether a cue between commas reports the words around; "the envoy responded to it" after a comma tells a deed."""
    if _is_closed(cue) or any(w.quote >= 0 for w in around):
        return True
    return cue.lemma in words("cues", "speech") and cue.lemma not in words("cues", "doing")


def _as_said(cue: Word) -> list[Word]:
    """The clause that "as the bank confirmed" belongs to."""
    mark = cue.child("mark")
    if cue.dep != "advcl" or mark is None or mark.lower != "as" or cue.quote >= 0 or cue.head.pos not in ("VERB", "AUX"):
        return []
    before = mark.sentence.words[mark.i - mark.sentence.words[0].i - 1]
    if before.text != "," or cue.lemma in words("cues", "doing") or cue.lemma not in words("cues", "speech"):
        return []
    if any(c.i > cue.i and c.dep in ("dobj", "ccomp", "xcomp") for c in cue.children):
        return []
    own = {w.i for w in cue.subtree()}
    return [w for w in cue.head.subtree() if w.i not in own]


def _is_closed(cue: Word) -> bool:
    """Whether a mark stands after the cue: ", he thinks,"."""
    place = cue.i - cue.sentence.words[0].i
    return all(w.pos == "PUNCT" for w in cue.sentence.words[place + 1 : place + 2])


def _is_own_voice(cue: Word, source: Word) -> bool:
    """Whether the issuer of a text speaks of itself: "We welcome"; "we told them" is a report."""
    reported = cue.tag == "VBD" and (cue.lemma in ("say", "tell") or (source.lower == "we" and _is_minuted(cue)))
    return source.lower in _OWN_VOICE and cue.quote < 0 and not reported


def _is_minuted(cue: Word) -> bool:
    """Whether a joint text tells what its issuers said to each other: "we stressed the need to act"."""
    told = cue.lemma in words("cues", "speech") or cue.lemma in words("cues", "object")
    return told and cue.lemma not in words("cues", "performing")


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
    if after and after[0].lower in ("for", "on", "that"):
        after = after[1:]
    if any(w.pos in ("VERB", "AUX") and w.tag in FINITE for w in tokens[:place]):
        return None
    if source is None or len(after) < 2 or any(w.text == "," for w in tokens[max(place - 3, 0) : place]):
        return None
    return Attribution([cue], source, after, form="headline")


def may_quote(cue: Word) -> bool:
    """Whether the word is a cue that quotations stand beside."""
    return cue.quote < 0 and (cue.lemma in words("cues", "speech") or cue.lemma in words("cues", "quoting"))


def _is_bare(content: list[Word]) -> bool:
    return len(content) == 1 and (content[0].lower in POINTERS or content[0].tag == "PRP")


def _is_participle(cue: Word) -> bool:
    """Whether the verb is a bare past participle: "asked whether ..., he said" has no asker."""
    if is_headless(cue):
        return False
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


def _according(word: Word) -> Attribution | None:
    tokens = word.sentence.words
    place = word.i - tokens[0].i
    to = tokens[place + 1] if place + 1 < len(tokens) and tokens[place + 1].lower == "to" else None
    source = (to.child("pobj") or word.child("pobj")) if to is not None else None
    if to is None or source is None:
        return None
    last = max(source.subtree()[-1].i - tokens[0].i, place + 1)
    comma = next((n for n in range(source.i - tokens[0].i, len(tokens)) if tokens[n].text == ","), last)
    closed = last + 1 < len(tokens) and tokens[last + 1].text == ","
    if place == 0 and comma < last and (not closed or not any(w.tag in FINITE for w in tokens[last + 1 :])):
        last = comma - 1  # the parser has swallowed the clause that follows, or its subject
    return Attribution([word, to], source, words_around(tokens, place, last), form="according")


def _as_put(cue: Word) -> Attribution | None:
    """The words around "as the minister put it"."""
    tokens = cue.sentence.words
    source = cue.child("nsubj")
    mark = next((c for c in cue.children if c.lower == "as" and c.i < cue.i), None)
    if source is None or mark is None or not any(c.lower == "it" and c.dep == "dobj" for c in cue.children):
        return None
    last = next((n for n in range(cue.i - tokens[0].i, len(tokens)) if tokens[n].text in (",", ".", ";", "?", "!")), len(tokens))
    return Attribution([cue], source, words_around(tokens, mark.i - tokens[0].i, last - 1), form="around")
