"""How a handing over stands, by the tense and mood of its verb and by what governs it."""

from dragoman.coding.goods import counted_subject
from dragoman.coding.parse import Word
from dragoman.coding.wordlists import load, words
from dragoman.model.findings import CommitmentStatus

_WILL = frozenset(("will", "shall", "'ll"))
_COULD = frozenset(("would", "could"))
_OPEN = frozenset(("if", "unless", "whether", "until", "till", "before", "once", "when", "lest", "provided"))
_DENYING = frozenset(("no", "neither", "any"))
_NOT_THERE = frozenset(
    "call demand urge seek want need deny reject refuse hope possible lack fail without".split()
    + "until before press ask request require expect if initiative effort bid push draft idea negotiate negotiation".split()
)
_CONDITIONS = frozenset(("if", "unless", "once", "when", "provided"))
_PROVISOS = frozenset(("provided", "assuming", "suppose", "condition"))
_DENIALS = frozenset(("deny", "doubt", "refute", "dispute"))
_CLAUSES = ("VERB", "AUX")
_BE = frozenset(("is", "are", "was", "were", "been", "'s", "'re", "am", "'m"))


def mood(verb: Word) -> str | None:
    """Return `done`, `now`, `will`, `could`, `to` (infinitive), `ing`, or None where it is denied, asked or left open."""
    helpers = {c.lower for c in _with_shared(verb) if c.dep in ("aux", "auxpass")}
    if any(c.dep == "neg" or (c.dep in ("mark", "advmod") and _leaves_open(c, verb)) for c in verb.children):
        return None
    if any(c.dep in ("nsubj", "nsubjpass", "dobj") and _is_none(c) for c in verb.children) or _is_asked(verb):
        return None
    if _is_in_open(verb) or _is_proviso(verb) or _is_awaited(verb) or (verb.dep == "ccomp" and verb.head.lemma in _DENIALS):
        return None
    if "'d" in helpers and verb.tag in ("VBN", "VBD"):
        return "done"  # "they'd promised"
    if helpers & _WILL:
        return "will"
    if helpers & _COULD:
        remarked = verb.dep == "acl" and verb.head.lemma in words("commitments", "remarks")
        return None if remarked else "could"  # "a remark by its manager that it could pay": nobody's offer
    if any(c.tag == "MD" for c in _with_shared(verb) if c.dep == "aux"):
        return None
    if "to" in helpers:
        return "done" if _is_outcome(verb) else "to"
    return _by_form(verb, helpers)


def _is_outcome(verb: Word) -> bool:
    """ "It froze the grants, only to announce a new plan": the infinitive tells what came next."""
    tokens = verb.sentence.words
    to = next((c for c in verb.children if c.tag == "TO"), None)
    return (
        to is not None
        and to.i > tokens[0].i
        and tokens[to.i - tokens[0].i - 1].lower == "only"
        and verb.dep in ("advcl", "xcomp", "acl", "relcl")
    )


def _is_asked(verb: Word) -> bool:
    """Whether a question asks it; what a relative clause tells ("the overtime that you owe") is taken for granted."""
    return verb.sentence.words[-1].text == "?" and verb.dep != "relcl"


def _is_in_open(verb: Word) -> bool:
    """ "Once the Secretary has certified that both have left": what is certified is not yet done."""
    over = verb.head
    return (
        verb.dep == "ccomp"
        and over is not verb
        and any(c.dep in ("mark", "advmod") and _leaves_open(c, over) for c in over.children)
    )


def _leaves_open(mark: Word, verb: Word) -> bool:
    """Whether a mark leaves open that it happens; "when they wrote it off" tells a fact."""
    told = mark.lower == "when" and verb.tag == "VBD" and not any(c.dep == "aux" for c in verb.children)
    return mark.lower in _OPEN and not told


def _is_awaited(verb: Word) -> bool:
    """ "After A delivers", "after A has delivered": a step that is waited for, unless the whole is past."""
    after = any(c.dep == "mark" and c.lower == "after" for c in verb.children)
    return after and not (verb.tag in ("VBD", "VBN") and not any(c.lower in ("has", "have", "is", "are") for c in verb.children))


def _is_proviso(verb: Word) -> bool:
    """ "Provided that A paid": read by the parser as a verb with a clause."""
    if verb.head.lower in _PROVISOS and verb.head is not verb:
        return True
    tokens, that = verb.sentence.words, next((c for c in verb.children if c.dep == "mark" and c.lower == "that"), None)
    return that is not None and that.i > tokens[0].i and tokens[that.i - tokens[0].i - 1].lower in _PROVISOS


def _is_none(noun: Word) -> bool:
    denied = any(c.lower in _DENYING and c.dep in ("det", "cc", "preconj") for c in noun.children)
    return denied or noun.lower in ("nothing", "nobody", "none", "neither")


def _with_shared(verb: Word) -> list[Word]:
    """The verb's children, with the helpers of the verb it is coordinated with where it has none ("will pay and send")."""
    bare = verb.dep == "conj" and verb.tag in ("VB", "VBN", "VBG") and verb.tag == verb.head.tag
    if bare and not any(c.dep in ("aux", "auxpass", "nsubj") for c in verb.children):
        return [*verb.children, *(c for c in verb.head.children if c.dep in ("aux", "auxpass"))]
    return verb.children


def _by_form(verb: Word, helpers: set[str]) -> str | None:
    if helpers & {"did", "do", "does"}:
        return "done" if "did" in helpers else "now"
    if "being" in helpers or (verb.tag == "VBG" and helpers & _BE):
        return "now"
    misread = verb.tag == "VBN" and verb.dep == "conj" and verb.head.tag == "VBD" and not helpers  # "agreed and assented"
    if verb.tag == "VBD" or misread or (verb.tag == "VBN" and helpers - {"is", "are", "be"}):
        return "done"
    if verb.tag in ("VBZ", "VBP") or (verb.tag == "VBN" and helpers):
        return "now"
    return "ing" if verb.tag == "VBG" else None


_TENSES: dict[str, CommitmentStatus] = {"done": "delivered", "now": "under_way", "will": "announced", "could": "proposed"}


def handed(verb: Word, title: bool = False) -> CommitmentStatus | None:
    """Return how what a verb hands over stands, or None where nobody says that it was or will be handed over."""
    how = mood(verb)
    if how in ("to", "ing") or (how is None and verb.tag in ("VB", "VBG")):
        return None if how is None and any(c.dep == "neg" for c in verb.children) else governed(verb)
    if how is None:
        return None
    if how in ("will", "could"):
        if _hangs_on_if(verb):
            return "proposed"
        if how == "could" and is_said_of_self(verb):
            return "announced"
        agreed = how == "will" and (under_terms(verb) or is_agreed_around(verb))
        return governed(verb) or ("agreed" if agreed else _TENSES[how])
    if verb.tag in ("VBZ", "VBP") and title:
        return "delivered"
    if verb.tag in ("VBZ", "VBP") and not any(c.dep == "aux" for c in verb.children):
        if _goes_to_somebody(verb):
            return "under_way"
        return "announced" if _has_day(verb) else None  # "pays a third of the bills" is a habit
    return _TENSES[how]


def is_said_of_self(verb: Word) -> bool:
    """Return whether a "would" is the "will" of who spoke: "told the board that it would ship 90 kilograms"."""
    subject = verb.child("nsubj")
    told = verb.dep == "ccomp" and verb.head.lemma in ("say", "tell", "announce", "confirm", "declare", "inform")
    would = any(c.lower == "would" for c in verb.children if c.dep == "aux")
    return told and would and subject is not None and subject.lower in ("it", "he", "she", "they")


def _goes_to_somebody(verb: Word) -> bool:
    """ "Provides political support to Kenya", "allots $70 million a year": a giving that goes on."""
    item = verb.child("dobj")
    to = [c.child("pobj") if c.pos == "ADP" else c for c in verb.children if c.dep == "dative" or c.lower == "to"]
    return (item is not None and item.ent == "MONEY") or any(w is not None and w.pos == "PROPN" for w in to)


def _has_day(verb: Word) -> bool:
    """ "Pays the rest on Friday"."""
    return any(c.ent in ("DATE", "TIME") or _is_timed(c) for c in verb.children)


def _hangs_on_if(verb: Word) -> bool:
    """ "If they return, we will release 12 coaches": an offer, nothing announced."""
    clauses = [c for c in verb.children if c.dep == "advcl"]
    return any(m.lower in _CONDITIONS for c in clauses for m in c.children if m.dep in ("mark", "advmod"))


def under_terms(verb: Word) -> bool:
    """Return whether an agreement says that it will be done: "under the agreement, A will pay"."""
    first = verb
    while first.dep == "conj" and first.head.pos in ("VERB", "AUX"):
        first = first.head
    opening = [w.lower for w in verb.sentence.words[:2]]
    if opening in (["in", "return"], ["in", "exchange"]) and verb.sentence.root in (verb, first):
        return True  # "Under the deal A will go. In return, B will pay"
    for prep in (*verb.children, *first.children):
        noun = prep.child("pobj") if prep.dep == "prep" and prep.lower == "under" else None
        if noun is not None and is_agreement(noun):
            return True
        settled = prep.child("pcomp") if prep.dep == "prep" and prep.lower == "under" else None
        if settled is not None and settled.lemma in load("commitments")["accords"]["passive"]:
            return True  # "under what was agreed on Monday"
    return False


def is_agreed_around(verb: Word) -> bool:
    """Return whether its sentence says that it has been agreed: "on one point they agreed: 40 will be freed", "as agreed"."""
    tokens = verb.sentence.words
    if any(b.tag in ("VBD", "VBN") and b.lemma in load("commitments")["accords"]["verbs"] and _led_by_as(b) for b in tokens):
        return True
    colon = next((k for k, w in enumerate(tokens) if w.text in (":", "—", "–", "--") and w.i < verb.i), None)
    return colon is not None and any(_is_accord(w) for w in tokens[:colon])


def _led_by_as(verb: Word) -> bool:
    """ "As agreed on Monday", "as the sides agreed"."""
    tokens = verb.sentence.words
    at = verb.i - tokens[0].i
    return (at > 0 and tokens[at - 1].lower == "as") or any(c.lower == "as" and c.i < verb.i for c in verb.children)


def _is_accord(word: Word) -> bool:
    """Whether a word tells that sides agree: "did agree", "came to terms"; denied, asked or hoped for it does not."""
    if word.lemma in load("commitments")["accords"]["verbs"] and word.pos == "VERB":
        return mood(word) in ("done", "now") and not _is_none_of_it(word)
    if word.lemma not in load("commitments")["accords"]["nouns"] or word.dep not in ("dobj", "pobj", "nsubjpass", "nsubj"):
        return False
    verb = word.head if word.dep != "pobj" else word.head.head
    return verb.lemma in load("commitments")["accords"]["reaching"] and mood(verb) == "done" and not _is_none(word)


def _is_none_of_it(verb: Word) -> bool:
    return any(
        w.lower in ("nothing", "not", "n't", "never", "little", "hardly", "none", "no") for w in verb.subtree() if w.i < verb.i
    )


def is_agreement(noun: Word) -> bool:
    """Return whether a noun names what sides have agreed: "deal", "truce", "terms"."""
    if noun.lower in words("commitments", "agreements", "words"):
        return True
    return noun.lemma in words("commitments", "agreements", "words") or load("commitments")["nouns"].get(noun.lemma) == "agreed"


def governed(verb: Word) -> CommitmentStatus | None:
    """Return the status that the verb, adjective or noun over an infinitive or a clause gives it: "agreed to", "plan to"."""
    first = verb
    while first.dep == "conj" and first.head.pos in ("VERB", "AUX") and not first.child("nsubj"):
        first = first.head
    over, table = first.head, load("commitments")
    if over is first:
        return None
    if (bound := _past_return(first)) is not None:
        return _by_governor(first, bound)
    if _is_agreed_that(first):
        return "agreed"
    if over.pos in ("NOUN", "PROPN"):
        clause = any(c.lower == "that" and c.dep == "mark" for c in first.children) and mood(verb) in ("will", "could")
        told = first.dep in ("acl", "relcl", "ccomp") and (first.tag == "VB" or clause) and _stands(over)
        return ("withdrawn" if is_taken_back(over) else table["nouns"].get(over.lemma)) if told else None
    if over.pos == "ADP" and over.lower in ("to", "on", "after") and first.dep in ("pcomp", "prep"):
        if over.lower == "after":
            return "delivered" if first.tag == "VBG" and mood(over.head) == "done" else None
        over = over.head
    if first.dep not in ("xcomp", "ccomp", "pcomp", "advcl", "prep"):
        return None
    return _by_governor(first, over)


def _past_return(verb: Word) -> Word | None:
    """Of "agreed in return to lift" the verb of agreeing, where the infinitive is read as one on "return"."""
    noun = verb.head
    idle = verb.dep == "acl" and noun.lemma in ("return", "exchange", "principle") and noun.head.lower == "in"
    return noun.head.head if idle and noun.head.head.pos == "VERB" else None


def is_taken_back(promise: Word) -> bool:
    """Return whether a promise is taken back: "backed off his promise to", "broke its pledge to": over the noun of promising."""
    over = promise.head
    while over.pos in ("ADP", "ADV") and over.head is not over:
        over = over.head
    phrase = words("commitments", "kept", "broken_phrases")
    broken = over.lemma in words("commitments", "kept", "broken") or any(
        f"{over.lemma} {c.lower}" in phrase for c in over.children
    )
    return promise.pos == "NOUN" and broken and promise.dep in ("dobj", "pobj", "nsubjpass")


def _by_governor(verb: Word, over: Word) -> CommitmentStatus | None:
    table, how = load("commitments"), mood(over)
    if over.pos == "ADJ" or over.lower == "committed":
        denied = any(c.dep == "neg" for c in (*over.children, *over.head.children)) or over.sentence.words[-1].text == "?"
        how = None if denied else how or "now"
    finite = mood(verb) in ("will", "could")
    if over.lemma in table["binding"]:
        if (verb.dep == "advcl" and not _follows(verb, over)) or (over.lemma == "announce" and not finite):
            return None
        status: CommitmentStatus = table["binding"][over.lemma]
        return status if how in ("done", "now", "ing") else "proposed" if how == "could" else None
    if finite or verb.dep in ("advcl", "ccomp", "acl"):
        return None
    if over.lemma == "be" and verb.dep == "xcomp" and how == "now":
        top = over
        while top.dep == "conj" and top.head.pos in _CLAUSES:
            top = top.head
        if under_terms(over) or under_terms(verb):
            return "agreed"
        agreed = top.dep in ("ccomp", "xcomp") and _by_governor(verb, top.head) == "agreed"
        return "agreed" if agreed or is_agreed_around(verb) else "announced"
    status = table["over"].get(over.lemma) or table["over"].get(over.lower)
    if over.lemma == "go" and over.tag != "VBG":
        return None
    if over.child("dobj") is not None or how in (None, "to", "ing"):
        return None if over.pos != "ADJ" else status
    return "proposed" if how == "could" and status else status


def _follows(verb: Word, over: Word) -> bool:
    """ "Did agree on Monday to release": an infinitive that the parser hangs on as a purpose, with only a time between."""
    to = next((c for c in verb.children if c.tag == "TO"), None)
    if to is None or not over.i < to.i < verb.i or over.child("dobj") is not None:
        return False
    tokens = over.sentence.words
    between = tokens[over.i + 1 - tokens[0].i : to.i - tokens[0].i]
    return all(w.ent in ("DATE", "TIME") or w.pos == "ADV" or (w.dep == "prep" and _is_timed(w)) for w in between)


def _is_timed(prep: Word) -> bool:
    noun = prep.child("pobj")
    return noun is not None and noun.ent in ("DATE", "TIME")


def _stands(noun: Word) -> bool:
    """Whether a promise that a noun names is there at all: "no pledge", "a demand for a deal" and "any plan" are none."""
    if _is_none(noun) or noun.sentence.words[-1].text == "?":
        return False
    word: Word = noun
    for above in noun.ancestors():
        if above.lemma in _NOT_THERE:
            return False
        if above.pos in ("VERB", "AUX"):
            told = mood(above) in ("done", "now", "ing") or above.tag == "VBG" or word.dep in ("prep", "advcl")
            return told or noun.child("poss") is not None  # "to protest her pledge": whose it is, is there
        word = above
    return True


def stands(noun: Word) -> bool:
    """Return whether the promise a noun names is told of as being there."""
    return _stands(noun)


def is_bound(verb: Word) -> bool:
    """Return whether somebody binds himself to what the verb says: "agreed to", "has promised that it will", "its pledge to"."""
    first = verb
    while first.dep == "conj" and first.head.pos == "VERB":
        first = first.head
    over = first.head.head if first.head.pos == "ADP" else first.head
    if (bound := _past_return(first)) is not None:
        return bound.lemma in load("commitments")["binding"] and not _merely_talks(verb, bound)
    if _is_agreed_that(first):
        return verb.lemma not in words("commitments", "acts", "talk") or counted_subject(verb) is not None
    if over.pos == "NOUN":
        return first.dep == "acl" and over.lemma in ("pledge", "promise", "commitment", "undertaking")
    if first.dep == "ccomp" and (mood(verb) not in ("will", "could") or (over.lemma == "announce" and not _is_own(first, over))):
        return False
    return (
        over.lemma in load("commitments")["binding"]
        and first.dep in ("xcomp", "pcomp", "ccomp")
        and not _merely_talks(verb, over)
    )


def _is_agreed_that(verb: Word) -> bool:
    """ "It was settled that 60 crews will return", "the agreement was that", "agreement was reached on Monday that"."""
    over, accords = verb.head, load("commitments")["accords"]
    if verb.dep not in ("ccomp", "acl", "relcl", "advcl") or not any(c.tag == "MD" for c in verb.children):
        return False
    if not any(c.lower == "that" and c.dep == "mark" for c in verb.children):
        return False
    verdict = over.head if over.pos == "NOUN" and over.dep in ("nsubjpass", "nsubj") and over.head.i < verb.i else over
    subject = verdict.child("nsubjpass", "nsubj")
    if subject is None or verdict.pos not in _CLAUSES or mood(verdict) not in ("done", "now"):
        return False
    if subject.lemma in accords["nouns"]:
        passive = subject.dep == "nsubjpass" and verdict.lemma in accords["reaching"]
        return passive or (verdict.lemma == "be" and verdict.tag == "VBD")
    return subject.lower == "it" and subject.dep == "nsubjpass" and verdict.lemma in accords["passive"]


def _is_own(clause: Word, over: Word) -> bool:
    """Whether somebody announces what he will do himself: a pronoun, or the passive of what is done."""
    subject = clause.child("nsubj", "nsubjpass")
    return subject is not None and (
        subject.tag == "PRP"
        or any(c.tag == "PRP$" for c in subject.children)
        or subject.dep == "nsubjpass"
        or over.child("nsubj") is None
    )


def _merely_talks(verb: Word, over: Word) -> bool:
    """Agreeing to talk is no commitment; whoever pledges or commits himself to an act of any kind makes one."""
    return (
        over.lemma in ("agree", "announce")
        and verb.lemma in words("commitments", "acts", "talk")
        and counted_subject(verb) is None
    )


def agreement_over(verb: Word) -> Word | None:
    """Return the agreement to an act; of "struck a deal to hire" the parser may hang the act on the first verb."""
    tokens = verb.sentence.words
    to = next((c for c in verb.children if c.tag == "TO"), None)
    near = tokens[to.i - tokens[0].i - 1] if to is not None and to.i > tokens[0].i else verb
    noun = verb.head if verb.dep == "acl" else near if verb.dep in ("advcl", "xcomp") and near.head is verb.head else None
    return noun if noun is not None and load("commitments")["nouns"].get(noun.lemma) == "agreed" else None
