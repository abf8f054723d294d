"""Which words a cue attributes: a clause, an infinitive, an object, what follows a preposition, a quotation beside it."""

from collections.abc import Callable

from dragoman.coding.naming import what_is_called
from dragoman.coding.parse import Word
from dragoman.coding.subjects import FINITE, SUBJECTS, first_cue
from dragoman.coding.wordlists import load, words

_ON_OCCASION = frozenset({"at", "in", "during", "following", "after", "before"})
_UNSAID = frozenset({"say", "tell", "add", "name", "identify", "comment", "leave"})
POINTERS = frozenset({"it", "that", "this", "himself", "herself", "themselves", "itself", "which", "what", "whom", "who"})
_PERSONS = frozenset({"him", "her", "them", "us", "me", "you", "himself", "herself", "themselves"})
_TOLD = frozenset({"inform", "assure", "remind", "notify"})
_FULL_CUES = frozenset({"say", "tell", "warn", "claim", "insist"})


def content_of(cue: Word, clausal: bool) -> tuple[str, list[Word]]:
    """Return the form of the cue's content and its words; ("", []) where it has none."""
    lemma = cue.lemma
    lists: tuple[tuple[str, bool, Callable[[Word], list[Word]]], ...] = (
        ("clause", clausal, _clause),
        ("prepositional", lemma in load("cues")["prepositional"], _after_preposition),
        ("infinitive", lemma in words("cues", "infinitive") or lemma in words("cues", "urging"), _infinitive),
        ("gerund", lemma in words("cues", "gerund"), _gerund),
        ("naming", lemma in words("cues", "naming"), what_is_called),
        ("object", lemma in words("cues", "object") or _has_particle(cue), _passive_or_object),
        ("attacking", lemma in words("cues", "attacking"), _quoted_object),
        ("object", clausal and lemma == "say", _said),
    )
    for form, fits, find in lists:
        if fits and (content := find(cue)):
            gone = _shared_cues(cue, content)
            return form, [w for w in content if w.i not in gone]
    return "", []


def _said(cue: Word) -> list[Word]:
    """What is said that is no clause: "said no", "say no talks while ..."."""
    place = cue.i - cue.sentence.words[0].i + 1
    following = cue.sentence.words[place : place + 1]
    if following and following[0].lower in ("no", "yes") and following[0].dep != "det":
        return following
    content, thing = _object(cue), cue.child("dobj")
    if thing is not None and thing.lemma in words("cues", "occasions"):
        return []
    return content if len(content) > 1 and content[0].lower not in ("nothing", "anything", "little", "so") else []


def _has_particle(cue: Word) -> bool:
    """Whether the verb is one of speech by its particle: "ruled out"."""
    needed = load("cues")["with_particle"].get(cue.lemma)
    return needed is not None and any(c.dep == "prt" and c.lower in needed for c in cue.children)


def _gerund(cue: Word) -> list[Word]:
    """What is denied, suggested or considered in a verb with -ing: "denies having called", "suggests moving"."""
    doing = [c for c in cue.children if c.dep in ("xcomp", "pcomp") and c.i > cue.i]
    return [w for c in doing if c.tag == "VBG" or any(a.lower == "having" for a in c.children) for w in c.subtree()]


def _passive_or_object(cue: Word) -> list[Word]:
    return _passive_object(cue) or _object(cue) or _relative_object(cue)


def _relative_object(cue: Word) -> list[Word]:
    """Whom and what "the mayor, whom the union blames for the delay" blames: the noun before the clause, and the charge."""
    noun = cue.head
    charge = next((c for c in cue.children if c.dep == "prep" and c.lower in ("of", "for", "as") and c.i > cue.i), None)
    thing, subject = cue.child("dobj"), cue.child(*SUBJECTS)
    if cue.dep != "relcl" or charge is None or noun.pos not in ("NOUN", "PROPN"):
        return []
    if subject is None or subject.lower in POINTERS or (thing is not None and thing.tag not in ("WDT", "WP")):
        return []
    named = [w for c in noun.children if c.i < noun.i for w in c.subtree()]
    return [*named, noun, *charge.subtree()]


def _quoted_object(cue: Word) -> list[Word]:
    """The object where part of it is quoted, or where a reason shows the blow to be one of words: "ripped him for his speech"."""
    content = [w for c in cue.children if c.dep in ("dobj", "prep") and c.i > cue.i for w in c.subtree()]
    if any(w.quote >= 0 and w.quote != cue.quote for w in content):
        return content
    thing = cue.child("dobj")
    reason = next((c for c in cue.children if c.dep == "prep" and c.lower in ("for", "over") and c.i > cue.i), None)
    if cue.lemma not in words("cues", "judging") or thing is None or thing.i < cue.i or reason is None:
        return []
    return [w for c in (thing, reason) for w in c.subtree()]


def _passive_object(cue: Word) -> list[Word]:
    """What is condemned by somebody, or what somebody is accused of."""
    about = cue.child("nsubjpass")
    if about is None:
        return []
    if cue.lemma == "accuse":
        return [w for c in cue.children if c.dep == "prep" and c.lower == "of" for w in c.subtree()]
    named = about.lower not in POINTERS and about.child("poss") is None
    doing = [w for c in cue.children if _is_state(cue, c) for w in c.subtree()]
    return [*about.subtree(), *doing] if cue.child("agent") is not None and named else []


def _clause(cue: Word) -> list[Word]:
    clause = next((c for c in cue.children if c.dep == "ccomp" and not _is_parted(c, cue) and not _is_bare(c)), None)
    if clause is None and cue.dep in ("parataxis", "ccomp") and cue.head.pos in ("VERB", "AUX") and cue.child("nsubj"):
        before = cue.sentence.words[cue.i - cue.sentence.words[0].i - 1] if cue is not cue.sentence.words[0] else None
        after = cue.sentence.words[cue.i - cue.sentence.words[0].i + 1 :]
        closed = not after or after[0].pos == "PUNCT" or (after[0].lower != "that" and after[0] in cue.subtree())
        said = cue.lemma == "tell" or cue.child("dobj") is None
        compared = any(c.dep == "mark" and c.lower in ("than", "as") for c in cue.children)
        if closed and said and not compared and (cue.dep == "parataxis" or (before is not None and before.lower == ",")):
            own = {w.i for w in cue.subtree()}
            return [w for w in cue.head.subtree() if w.i not in own]
    if clause is None:
        return _misjoined(cue)
    if cue.dep == "relcl" and clause.i > cue.i and (gapped := _gapped(cue, clause)):
        return gapped
    led = (*_cut_subject(cue, clause), *_lost_subject(cue, clause))
    parts = (*led, *clause.subtree(), *_provisos(cue, clause), *_further_clauses(cue, clause))
    found = {w.i: w for w in parts}
    return [found[i] for i in sorted(found)]


def _misjoined(cue: Word) -> list[Word]:
    """The clause of "the fund announced it was in default" where the parser hangs a finite cue on the clause's subject."""
    subject = cue.head
    if cue.dep != "amod" or cue.tag not in FINITE or subject.dep not in SUBJECTS or subject.i < cue.i:
        return []
    return [w for w in subject.head.subtree() if w.i > cue.i]


def _lost_subject(cue: Word, clause: Word) -> list[Word]:
    """What the parser takes for the object of "announced the recorder was found", where the clause has no other subject."""
    thing = cue.child("dobj")
    if thing is None or not cue.i < thing.i < clause.i or cue.lemma in words("cues", "urging") or cue.lemma in _TOLD:
        return []
    finite = clause.tag in FINITE or any(c.tag in FINITE for c in clause.children)
    first, begin = thing.subtree()[0], clause.subtree()[0]
    if not finite or clause.child(*SUBJECTS) is not None or begin.i < thing.i or begin.quote != first.quote:
        return []
    tokens = cue.sentence.words
    return tokens[first.i - tokens[0].i : begin.i - tokens[0].i]


def _cut_subject(cue: Word, clause: Word) -> list[Word]:
    """The subject that the cue cuts off its clause, where the parser hangs it on the cue: "Talks, she said, would begin"."""
    hung = [c for c in cue.children if c.dep in SUBJECTS and c.i < cue.i]
    if len(hung) < 2 or clause.i < cue.i or clause.child(*SUBJECTS) is not None:
        return []
    between = cue.sentence.words[hung[0].i - cue.sentence.words[0].i : hung[-1].i - cue.sentence.words[0].i]
    return hung[0].subtree() if any(w.text == "," for w in between) else []


def _is_bare(clause: Word) -> bool:
    """Whether the "clause" is the adjective of "make clear" alone."""
    return clause.pos == "ADJ" and clause.child(*SUBJECTS) is None and not any(c.i > clause.i for c in clause.children)


def _gapped(cue: Word, clause: Word) -> list[Word]:
    """Noun and clause of "a plan that the union says would cost jobs": the noun is what the clause lacks."""
    pointer = next(
        (w for w in (*clause.children, *cue.children) if w.lower in ("that", "which", "who") and w.dep in (*SUBJECTS, "dobj")),
        None,
    )
    if pointer is not None and pointer.head is cue and pointer.dep in SUBJECTS:
        return []
    lacks = clause.child(*SUBJECTS) is None or (pointer is not None and pointer in clause.children)
    noun = cue.head
    if (
        not lacks
        or noun.pos not in ("NOUN", "PROPN")
        or (pointer is None and clause.tag not in FINITE and clause.child("aux") is None)
    ):
        return []
    named = [w for c in noun.children if c.i < noun.i or (c.i < cue.i and c.dep == "prep") for w in c.subtree()]
    return [w for w in sorted((*named, noun, *clause.subtree()), key=lambda w: w.i) if w is not pointer]


def _is_parted(clause: Word, cue: Word) -> bool:
    """Whether a clause before the cue is another sentence, after a semicolon or colon, or no mark at all leads to the cue."""
    base = cue.sentence.words[0].i
    between = cue.sentence.words[clause.i - base : cue.i - base]
    marked = any(w.text in (",", "?", "!", "—", "–", "-", "--") or w.quote >= 0 for w in between)
    return bool(between) and (not marked or any(w.text in (";", ":") and w.quote < 0 for w in between))


def _further_clauses(cue: Word, clause: Word) -> list[Word]:
    """More clauses of the same cue: "said that A, and that B"; the parser hangs B on the cue."""
    more = [c for c in cue.children if c.i > clause.i > cue.i and c.dep in ("conj", "ccomp", "advcl")]
    return [w for c in more if _is_of_one_cue(c) for w in c.subtree()]


def _is_of_one_cue(clause: Word) -> bool:
    """Whether a later clause is the cue's; ", and the mediator left" is the writer's unless "that" says otherwise."""
    return clause.dep == "ccomp" or any(m.lower == "that" and m.dep == "mark" for m in clause.children)


def _shared_cues(cue: Word, content: list[Word]) -> set[int]:
    """The words of a second cue that the parser hangs on the content: "said it was late and praised the guests"."""
    out: set[int] = set()
    for verb in content:
        if verb.dep == "conj" and verb.i > cue.i and verb.i not in out and first_cue(verb) is cue:
            first = verb.subtree()[0].i
            before = [c for c in verb.head.children if c.dep in ("cc", "punct") and verb.head.i < c.i < first]
            out.update(w.i for w in (*verb.subtree(), *before[-1:]))
    return out


def _provisos(cue: Word, clause: Word) -> list[Word]:
    """Clauses such as "unless ..." after the content: the parser hangs them on the cue, their sense belongs to the content."""
    late = [c for c in cue.children if c.i > clause.i > cue.i and c.dep in ("advcl", "prep")]
    known = words("cues", "provisos")
    meant = [c for c in late if c.lower in known or (c.tag != "VBG" and any(m.lower in known and m.i < c.i for m in c.children))]
    return [w for c in meant if not _is_place(c) for w in c.subtree()]


def _is_place(phrase: Word) -> bool:
    """Whether the phrase with "in" is no price ("in exchange for", "in return for")."""
    return phrase.lower in ("in", "on") and not any(c.lower in ("exchange", "return", "condition") for c in phrase.children)


def _infinitive(cue: Word) -> list[Word]:
    clause = (
        cue.child("xcomp") or cue.child("ccomp") or next((c for c in cue.children if c.dep == "advcl" and _is_next(cue, c)), None)
    )
    if clause is None or not any(c.lower == "to" and c.dep == "aux" for c in clause.children):
        return []
    person = cue.child("dobj")
    if clause.lemma in _UNSAID or any(w.lemma in ("name", "identity") for w in clause.children):
        return []  # "declined to say", "asked not to be named" are no words of theirs
    return [*(person.subtree() if person is not None else []), *clause.subtree(), *_provisos(cue, clause)]


def _is_next(cue: Word, clause: Word) -> bool:
    """Whether the clause stands right after the cue with "to": "committed to close the mine"."""
    return any(c.lower == "to" and c.i == cue.i + 1 for c in clause.children)


def _object(cue: Word) -> list[Word]:
    thing = next((c for c in cue.children if c.dep == "dobj" and c.i > cue.i), None)
    if thing is None or thing.lower in POINTERS or thing.pos == "NUM":
        return []
    if thing.lower in _PERSONS and not any(c.dep == "prep" and c.lower in ("of", "for") for c in cue.children):
        return []
    days = [c for c in thing.children if c.i > thing.i and _is_occasion(c)]
    dated = {w.i for c in days for w in c.subtree()}
    later = [w for c in cue.children if c.i > thing.i and _tells_more(cue, c) for w in c.subtree()]
    return [w for w in (*thing.subtree(), *later, *_provisos(cue, thing)) if w.i not in dated]


def _tells_more(cue: Word, part: Word) -> bool:
    return _is_of_object(part) or _is_aim(part) or _is_state(cue, part)


def _is_state(cue: Word, clause: Word) -> bool:
    """Whether the clause tells what the object is said to be or to do: "reported the mine to be shut"."""
    return cue.lemma in words("cues", "said_of") and clause.dep == "xcomp" and any(c.lower == "to" for c in clause.children)


def _is_occasion(phrase: Word) -> bool:
    """Whether a phrase that the parser hangs on the object tells when or where it was said: "announced his exit on Monday"."""
    thing = phrase.child("pobj")
    if phrase.dep != "prep" or thing is None or any(w.quote >= 0 for w in phrase.subtree()):
        return False
    dated = phrase.lower == "on" and thing.ent in ("DATE", "TIME")
    return dated or (phrase.lower in _ON_OCCASION and thing.lemma in words("cues", "occasions"))


def _is_aim(clause: Word) -> bool:
    """Whether a clause with "to" follows the object at once: "stressed the need to act"."""
    opens = next((c for c in clause.children if c.lower == "to" and c.dep == "aux"), None)
    if clause.dep != "advcl" or clause.tag != "VB" or opens is None or opens.i != clause.subtree()[0].i:
        return False
    return opens.sentence.words[opens.i - opens.sentence.words[0].i - 1].pos in ("NOUN", "PROPN")


def _is_of_object(phrase: Word) -> bool:
    """Whether a phrase on the cue tells of its object ("voiced doubt about the plan"), not of a time or an occasion."""
    thing = phrase.child("pobj", "pcomp")
    if phrase.dep != "prep":
        return False
    if phrase.lower not in words("cues", "of_object") or thing is None:
        return phrase.lower in ("for", "of", "as")
    if phrase.lower == "in" and thing.dep == "pobj" and thing.ent not in ("GPE", "LOC", "NORP"):
        return False
    return thing.ent not in ("DATE", "TIME") and thing.lemma not in words("cues", "occasions")


def _after_preposition(cue: Word) -> list[Word]:
    """What follows "call for", "insist on": a noun phrase, or a clause that the preposition opens."""
    prepositions: list[str] = load("cues")["prepositional"][cue.lemma]
    for child in sorted(cue.children, key=lambda c: c.i):
        if child.i < cue.i:
            continue
        if child.dep == "prep" and child.lower in prepositions:
            doing = cue.child("xcomp") if child.lower in ("on", "for") else None
            return [w for w in child.subtree() if w is not child] + (doing.subtree() if doing else [])
        opens = next((m for m in child.children if m.dep == "mark" and m.lower in prepositions and m.i > cue.i), None)
        if opens is not None:
            return [w for w in child.subtree() if w is not opens]
    return []


def rest_after(cue: Word, source: Word | None) -> list[Word]:
    """What follows the cue and its adjuncts, where the parser hung no clause on it and a clause follows."""
    tokens = cue.sentence.words
    if source is None or source.i > cue.i or cue.quote >= 0 or any(c.lower == "as" and c.i < cue.i for c in cue.children):
        return []
    whole = tokens[cue.i - tokens[0].i + 1 :]
    thing = cue.child("dobj")
    if thing is not None and thing.i > cue.i and _begins_clause(whole, thing):
        return whole
    if cue.lemma not in _FULL_CUES:
        return _after_that(whole)
    if thing is not None and cue.lemma in ("claim", "insist"):
        return []
    last = cue.i
    for child in sorted(cue.children, key=lambda c: c.i):
        if child.i > cue.i and child.dep in ("dobj", "dative", "npadvmod", "prep", "advmod", "prt"):
            own = child.subtree()
            if own[0].i > last + 2 or any(w.tag in FINITE for w in own):
                break
            last = own[-1].i
    after = tokens[last + 1 - tokens[0].i :]
    if any(w.lower in ("so", "nothing", "no") for w in (*whole[:1], *after[:1])):
        return []
    return _after_that(after) or (after if len(after) > 3 and any(w.tag in FINITE for w in after) else [])


def _after_that(after: list[Word]) -> list[Word]:
    """What follows a "that" close by which opens a clause, unless another verb stands before it."""
    that = next((n for n, w in enumerate(after[:8]) if w.lower == "that" and (w.dep == "mark" or w.tag == "IN")), -1)
    if that < 0 or any(w.tag in FINITE or w.text in (",", ";", ":") or w.pos == "NOUN" for w in after[:that]):
        return []
    rest = after[that + 1 :]
    return rest if len(rest) > 3 and any(w.tag in FINITE for w in rest) else []


def _begins_clause(after: list[Word], thing: Word) -> bool:
    """Whether the "object" is the subject of a clause: a finite verb comes first after it, and no "who" or comma before."""
    for word in after:
        if word.i > thing.i and word.tag in FINITE:
            return True
        if (
            word.text in (",", ";", ":", "(")
            or word.pos == "CCONJ"
            or word.lower in ("who", "which", "that", "when", "where", "after", "before", "as", "if", "while", "because")
        ):
            return False
    return False


def quoted_near(cue: Word, source: Word | None) -> list[Word]:
    """The quotations of the cue's sentence, names and titles in quotation marks left out."""
    quoted = [w for w in cue.sentence.words if w.quote >= 0]
    near = 2 + (len(source.subtree()) if source is not None else 0)
    return quoted if len(quoted) > 7 or any(abs(w.i - cue.i) <= near for w in quoted) else []
