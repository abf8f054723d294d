"""Which words of a report tell of an act (a meeting, a strike, a vote), and how they say it stands."""

import functools
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.coding.attempts import failed_attempt
from dragoman.coding.parse import Word
from dragoman.coding.scene import Scene
from dragoman.coding.standing import clause, governor, invert, is_nothing, tense
from dragoman.coding.wordlists import load, words

_OPEN_DEPS = frozenset(("xcomp", "ccomp", "acl"))
_TELLING = frozenset(("the", "this", "that", "these", "those", "with", "between", "last", "against", "by"))
_OBJECTS = frozenset(("dobj", "nsubj", "nsubjpass", "attr"))


@dataclass(frozen=True)
class Act:
    """`head` names the act, `top` is the word whose clause tells it (the same, or the verb over a noun).

    `also` is another word whose phrase tells of it, where the parse hung it elsewhere.
    """

    head: Word
    top: Word
    type: str
    status: str
    also: Word | None = None


@functools.cache
def _inverted(*keys: str) -> dict[str, str]:
    table = load("events")
    for key in keys:
        table = table[key]
    return invert(table)


def find_acts(scene: Scene) -> Iterator[Act]:
    """Yield the acts told in a report, in order, one for each mention."""
    told_to = -1  # the end of a failed attempt, whose own words tell of no other act
    for word in (w for s in scene.parse.sentences if s.words[-1].text != "?" for w in s.words):
        if word.i <= told_to:
            continue
        if word.pos == "VERB" and (top := failed_attempt(word)) is not None:
            told_to = max(w.i for w in clause(word))
            act: Act | None = Act(word, top, "meeting", "failed", word)
        elif word.pos == "VERB":
            act = _of_verb(scene, word)
        elif word.pos in ("NOUN", "PROPN") and word.ent != "DATE" and word.dep != "compound" and _may_tell(word):
            act = _of_noun(scene, word)
        else:
            continue
        if act is not None:
            yield act


def _may_tell(noun: Word) -> bool:
    return noun.lemma in _inverted("nouns") or noun.lemma in words("events", "lasting", "nouns")


def _ran(noun: Word, verb: Word) -> bool:
    """ "The meeting was over after 25 minutes", "their sitting ran for an hour": how long it took says that it took place."""
    lasting = words("events", "lasting", "nouns")
    type_ = _inverted("nouns").get(noun.lemma, "meeting" if noun.lemma in lasting else None)
    if type_ not in ("meeting", "talks_round", "call") or noun.dep not in ("nsubj", "nsubjpass"):
        return False
    if verb.lemma not in words("events", "lasting", "verbs") or tense(verb) != "held":
        return False
    units = words("events", "lasting", "units")
    return any(w.lemma in units for c in verb.children if c.i > verb.i for w in (c, *c.children))


def _type_of_run(noun: Word) -> str:
    type_ = _inverted("nouns").get(noun.lemma, "meeting")
    return "meeting" if type_ == "call" and not _counts(noun) else type_


def verb_type(verb: Word) -> str | None:
    """Return the type of event that a verb names by itself or with the words of its clause, or None."""
    by_subject = verb.lemma in words("events", "by_subject", "verbs")
    near = [w for c in verb.children if by_subject or c.dep != "nsubj" for w in (c, *c.children)]
    other = load("events")["otherwise"].get(verb.lemma, ())
    if other and (any(w.lemma in other for w in near) or any(c.dep in other for c in verb.children)):
        return None
    if by_subject and verb.dep == "xcomp":
        near += [c for c in verb.head.children if c.dep in ("nsubj", "nsubjpass")]
    for type_, *with_ in load("events")["phrases"].get(verb.lemma, ()):
        if type_ == "visit" and not _goes_somewhere(verb, with_):
            continue
        if any(w.lemma in with_ or w.lower in with_ for w in near if w.dep not in ("det", "poss")):
            return str(type_)
    if verb.lemma in words("events", "speaking", "verbs") and _speaks_with(verb):
        return "call"
    if verb.lemma in ("see", "come") and _face_to_face(verb):
        return "meeting"
    return _inverted("verbs").get(verb.lemma)


def _face_to_face(verb: Word) -> bool:
    """ "Saw each other", "came face to face"."""
    after = [w.lower for w in verb.sentence.words[verb.i - verb.sentence.words[0].i + 1 :][:3]]
    return after[:2] in (["each", "other"], ["one", "another"]) if verb.lemma == "see" else after == ["face", "to", "face"]


def _goes_somewhere(verb: Word, prepositions: list[str]) -> bool:
    places = (c.child("pobj") for c in verb.children if c.dep == "prep" and c.lower in prepositions)
    nowhere = ("nothing", "end", "halt", "power")
    return any(p is not None and p.ent not in ("DATE", "TIME") and p.lower not in nowhere for p in places)


def _speaks_with(verb: Word) -> bool:
    """Whether the one spoken with is named or a leader, and no audience."""
    for prep in verb.children:
        if prep.dep == "prep" and prep.lower in ("with", "to") and (other := prep.child("pobj")):
            near = (other, *other.children)
            if any(w.lemma in words("events", "speaking", "audiences") for w in near):
                return False
            return other.ent == "PERSON" or any(w.lemma in words("events", "speaking", "leaders") for w in near)
    return False


def _of_verb(scene: Scene, verb: Word) -> Act | None:
    type_ = verb_type(verb)
    if type_ == "agreement":
        return _of_agreeing(scene, verb)
    if type_ is None or _is_bare(verb):
        return None
    if _calls_off(verb) and any(c.dep in _OBJECTS and c.lemma in _inverted("nouns") for c in verb.children):
        return None  # the noun tells the event: "cancelled the meeting" is a meeting that was cancelled
    if type_ in ("signing", "sanction", "suspension") and verb.child("dobj", "nsubjpass") is None and verb.dep != "acl":
        return None
    top = _infinitive_top(verb)
    status = _status_over(verb, top) if top is not verb else _finite(scene, verb)
    if status is None or (status == "planned" and _waits(verb)):
        return None
    if status == "held" and verb.lemma in load("events")["asking"]:
        status = load("events")["asking"][verb.lemma]
    if status in ("requested", "proposed", "failed") and type_ == "visit" and top is not verb:
        type_ = "meeting"  # one party asks the other to come
    vain = words("events", "vain", "words")
    broke = verb.lemma == "break" and any(c.lower == "down" for c in verb.children)
    if broke or any(w.lower in vain for c in top.children for w in (c, *c.children)):
        status = "failed"
    return Act(verb, top, type_, status, verb if verb.dep == "advcl" and top is not verb else None)


def _of_agreeing(scene: Scene, verb: Word) -> Act | None:
    """Several who agree, or one who agrees with another, make an agreement; one who agrees to do something takes a position."""
    if tense(verb, scene.parse.is_title(verb)) != "held" or not verb.child("xcomp", "ccomp", "prep", "dobj"):
        return None
    to_do = verb.child("xcomp")
    made = to_do.child("dobj") if to_do is not None and to_do.lemma in _inverted("status") else None
    if made is not None and made.lemma in _inverted("nouns"):
        return None  # "agreed to hold a meeting": a meeting is planned
    subject = verb.child("nsubj", "nsubjpass")
    several = subject is not None and (
        subject.tag in ("NNS", "NNPS") or subject.lower in ("they", "we", "both", "it") or subject.child("conj") is not None
    )
    return Act(verb, verb, "agreement", "held") if several or _dated(scene, verb) else None


def _is_bare(verb: Word) -> bool:
    """Whether nothing is told but a pronoun and the verb ("it is suspended")."""
    told = [c for c in verb.children if c.dep not in ("aux", "auxpass", "punct", "mark", "cc", "conj", "advmod", "neg")]
    return all(c.pos in ("PRON", "DET") and not c.children for c in told) and verb.lemma != "meet"


def _waits(verb: Word) -> bool:
    """Whether the act only follows if or unless something else does."""
    return any(c.dep == "advcl" and any(m.lower in ("if", "unless", "should") for m in c.children) for c in verb.children)


def _finite(scene: Scene, verb: Word) -> str | None:
    if verb.dep == "acl" and verb.tag == "VBN":
        return "held" if verb.child("agent", "npadvmod", "prep", "prt") else None
    if verb.tag == "VBG" and verb.dep == "pcomp" and verb.head.lower in ("after", "since", "following"):
        return "held"
    now = tense(verb, scene.parse.is_title(verb))
    if any(c.lower == "longer" for c in verb.children):
        return "cancelled" if now == "planned" else None  # "will no longer travel"
    return now or _present(verb) or _foretold(verb)


def _foretold(verb: Word) -> str | None:
    """ "He said parliament would meet": the future as told afterwards, where it hangs on no condition."""
    below_speech = verb.dep == "ccomp" and verb.head.tag in ("VBD", "VBN")
    plain = not any(c.dep == "neg" or (c.dep == "mark" and c.lower in ("if", "unless", "whether")) for c in verb.children)
    plain = plain and not any(is_nothing(c) for c in verb.children)
    return "planned" if below_speech and plain and any(c.lower == "would" for c in verb.children) else None


def _present(verb: Word) -> str | None:
    """The plain present of an active clause: what a caption shows, or what goes on."""
    if verb.tag not in ("VBZ", "VBP") or any(c.dep in ("aux", "auxpass", "neg", "mark") for c in verb.children):
        return None
    return "held" if verb.head is verb or verb.dep == "conj" else None


def _infinitive_top(verb: Word) -> Word:
    """The verb over an infinitive that says how it stands ("began hearing", "plans to meet"), else the verb itself."""
    head = verb.head
    known = head.lemma in _inverted("over") or head.lemma in words("events", "vain", "words")
    infinitive = verb.tag in ("VB", "VBG") and verb.dep in _OPEN_DEPS
    if verb.tag == "VBP" and verb.dep == "ccomp" and _inverted("over").get(head.lemma) in ("requested", "proposed"):
        infinitive = True  # "demanded that the board meet"
    if verb.tag == "VB" and verb.dep == "advcl" and _inverted("over").get(head.lemma) == "requested":
        return head  # "pleaded with them to come"
    return head if infinitive and known and head.pos in ("VERB", "ADJ", "AUX") else verb


def _status_over(verb: Word, top: Word) -> str | None:
    said = _inverted("over")[top.lemma]
    now = tense(top)
    if top.lemma in ("try", "attempt") and now != "held":
        return None
    if any(c.dep == "neg" or (c.dep == "mark" and c.lower in ("if", "unless", "whether")) for c in top.children):
        return None
    if now is None and top.tag not in ("VBZ", "VBP", "VBN", "JJ"):
        return None
    return said


def _calls_off(verb: Word) -> bool:
    return _inverted("status").get(verb.lemma) == "cancelled"


def _counts(noun: Word) -> bool:
    if noun.lemma == "talk" and noun.tag != "NNS":
        return False
    needed = load("events")["needs"].get(noun.lemma)
    return needed is None or any(w.lower in needed or w.lemma in needed for c in noun.children for w in (c, *c.children))


def _noun_type(noun: Word) -> str:
    other = load("events")["instead"].get(noun.lemma)
    if other and any(c.lower in other[1:] for c in noun.children):
        return str(other[0])
    return _inverted("nouns")[noun.lemma]


def _of_noun(scene: Scene, noun: Word) -> Act | None:
    verb = governor(noun)
    if verb is not None and _ran(noun, verb):
        return Act(noun, verb, _type_of_run(noun), "held")
    if noun.lemma not in _inverted("nouns") or not _counts(noun):
        return None
    if verb and noun.dep in _OBJECTS and verb.pos == "VERB" and verb_type(verb) and not _calls_off(verb):
        return None  # the verb tells the event: "signed the agreement" is one signing
    top = verb
    if verb and verb.lemma == "be" and noun.dep == "nsubj" and (to_be := verb.child("xcomp")) is not None:
        verb = to_be if to_be.lemma in _inverted("status") else verb  # "the talks were to be held"
    modified, hung, type_ = _by_modifier(noun), _by_clause(noun), _noun_type(noun)
    if modified == "unreal":
        return None
    if hung not in (None, "held"):
        return Act(noun, noun, type_, str(hung))
    if (due := _due_after(scene, noun)) is not None:
        return Act(noun, noun, type_, "planned", due)
    if noun.lemma == "strike" and noun.dep == "pobj" and noun.head.lower == "on" and verb and verb.lemma == "be":
        return Act(noun, verb, type_, "under_way")
    announced = _by_noun_over(noun, type_)
    if announced is not None:
        return announced
    over = verb.lemma in _inverted("status") if verb and noun.dep in (*_OBJECTS, "pobj") else False
    if verb and over and (noun.dep != "pobj" or _asked(noun, verb)):
        status = _by_verb(scene, noun, verb)
        if verb.lemma in words("events", "audience", "verbs"):
            top = noun
        status = status and (modified or (hung if status == "held" else None) or status)
        return Act(noun, top or verb, type_, status) if status else None
    status = modified or hung
    alone = _dated(scene, noun) if noun.lemma in words("events", "told", "nouns") else _definite(scene, noun)
    achieved = noun.dep == "attr" and type_ in ("exchange", "agreement", "ceasefire")
    if status is None and (alone or achieved):
        status = _bare(scene, noun, verb)
    return Act(noun, noun, type_, status) if status else None


def _by_noun_over(noun: Word, type_: str) -> Act | None:
    """ "Gave notice of a strike", "a call for talks", "agreement on a swap": the act as the noun over it says that it stands."""
    prep = noun.head
    if noun.dep != "pobj":
        return None
    above, also = prep.head, None
    if above.pos == "VERB" and prep.lower == "for" and (asked := above.child("dobj")) is not None:
        above, also = asked, prep  # the parse hung "for a meeting" on the verb: "rejected a call for a meeting"
    status = _inverted("nouns_over").get(above.lemma, "unreal") if above.pos == "NOUN" else "unreal"
    if status == "unreal":
        return None
    if status == "agreed":
        return Act(noun, noun, type_, "planned") if prep.lower in ("for", "on") and type_ != "agreement" else None
    verb = governor(above)
    if also is None and verb and above.dep == "dobj" and tense(verb) == "held":
        return Act(noun, verb, type_, status)
    return Act(noun, above, type_, status, also)


def _asked(noun: Word, verb: Word) -> bool:
    """ "Called for a meeting", "agreed on a truce": the preposition belongs to the verb."""
    prep = noun.head.lower
    if _inverted("status").get(verb.lemma) == "requested":
        return prep == "for"
    return verb.lemma in ("push", "go", "take") and prep in ("for", "into", "on")


def _definite(scene: Scene, noun: Word) -> bool:
    """Whether a noun on its own points to one act: "the", a possessor, a day, a partner."""
    for child in noun.children:
        if child.dep == "poss" or child.lower in _TELLING:
            return True
        if child.lower in ("on", "of") and _noun_type(noun) in ("attack", "sanction"):
            return True
    return _dated(scene, noun)


def _dated(scene: Scene, noun: Word) -> bool:
    return any(d.sense == "date" for d in scene.dates_in(clause(noun)))


def _bare(scene: Scene, noun: Word, verb: Word | None) -> str | None:
    """How a noun stands that no verb tells of: by the noun or the preposition before it."""
    table = load("events")["prepositions"]
    if noun.dep == "pobj":
        prep = noun.head
        if prep.head.lemma in _inverted("nouns_over"):
            return None
        if prep.lower in table["planned"]:
            return "planned"
        if prep.lower not in table["held"]:
            return None
        if verb is not None and verb.tag in ("VB", "VBP", "VBZ") and prep.lower == "with":
            return None  # "bargaining starts with a meeting": an order of steps, no meeting yet
    if verb is not None and (_is_unreal(verb) or noun.dep == "attr"):
        return "held" if noun.dep == "attr" and tense(verb) == "held" else None
    return "held"


def _is_unreal(verb: Word) -> bool:
    said = verb.child("acomp") if verb.lemma in ("be", "remain", "seem", "become") else None
    if said is not None and said.lower in words("events", "unreal", "adjectives"):
        return True
    return (
        verb.pos == "VERB"
        and verb.tag != "VBG"
        and any(c.dep == "neg" or c.lower in ("would", "could", "may", "might", "should", "if", "unless") for c in verb.children)
    )


def _by_modifier(noun: Word) -> str | None:
    table = _inverted("modifiers")
    return next((table[c.lower] for c in noun.children if c.lower in table and c.i < noun.i), None)


def _by_clause(noun: Word) -> str | None:
    """ "A walkout due to begin", "talks broken off", "an accord reached in May": what hangs on the noun says how it stands."""
    table = _inverted("status")
    for child in noun.children:
        if child.dep not in ("amod", "acl", "relcl") or child.i < noun.i or child.lemma not in table:
            continue
        if child.dep == "relcl":
            return table[child.lemma] if tense(child) == "held" else None
        if child.tag in ("VBN", "JJ"):
            return table[child.lemma]
    return None


def _cancels(verb: Word) -> bool:
    called_off = verb.lemma == "call" and any(c.lower == "off" for c in verb.children)
    return (called_off or _inverted("status").get(verb.lemma) == "cancelled") and tense(verb) == "held"


def _due_after(scene: Scene, noun: Word) -> Word | None:
    """The "due" right after a noun, whatever the parse hung it on ("a walkout, due to begin on Monday")."""
    for word in scene.parse.words[noun.i + 1 : noun.i + 3]:
        if word.lower == "due" and word.sentence is noun.sentence and word.child("xcomp", "npadvmod", "prep", "advmod"):
            return None if any(c.lower == "to" and c.dep != "aux" for c in word.children) else word
        if word.text != ",":
            break
    return None


def _by_verb(scene: Scene, noun: Word, verb: Word) -> str | None:
    said = _inverted("status")[verb.lemma]
    if any(c.dep == "conj" and _cancels(c) for v in (verb, verb.head) for c in v.children):
        return "cancelled"
    now = tense(verb, scene.parse.is_title(verb)) or _present(verb) or _foretold(verb)
    if verb.dep in _OPEN_DEPS and verb.head.lemma in _inverted("over") and now is None:
        return _status_over(verb, verb.head)
    if now is None:
        return None
    if verb.lemma == "call" and any(c.dep == "prt" and c.lower == "off" for c in verb.children):
        return "cancelled" if now == "held" else None
    if verb.lemma == "call" and verb.child("oprd") is not None:
        return None  # "called the strike a mistake"
    if verb.lemma == "expect" and noun.dep != "nsubjpass":
        return None  # "few expect a deal"
    if noun.dep == "nsubj" and said in ("requested", "proposed", "planned"):
        return None
    if verb.lemma in words("events", "closing", "verbs") and any(c.lower == "without" for c in verb.children):
        return "failed"
    if said == "held":
        return "under_way" if verb.lemma == "continue" and now == "held" else now
    if said in ("requested", "proposed"):
        return said if now != "planned" else None
    return said if now != "planned" else None
