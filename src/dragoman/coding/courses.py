"""What somebody says of courses of action: "we will not sign", "they must withdraw first"."""

from collections.abc import Iterator

from dragoman.coding.attitudes import Attitude
from dragoman.coding.holders import subject_of
from dragoman.coding.parse import Word
from dragoman.coding.wordings import clause_from, clause_words, nominal, predicate
from dragoman.coding.wordlists import words
from dragoman.model.findings import Stance

_SUPPOSING = frozenset({"if", "whether", "unless"})
_EVASIVE = words("stances", "courses", "wordy") | words("stances", "courses", "evading")
_PERSONAL = frozenset({"we", "i", "they", "he", "she", "nobody", "who"})


def courses_of(verb: Word) -> Iterator[Attitude]:
    """Yield the course that a verb with a modal tells of: one's own ruled out, tied or offered, or one asked for."""
    subject = subject_of(verb)
    modal = next((c for c in verb.children if c.dep == "aux" and c.tag in ("MD", "TO")), None)
    if subject is not None and modal is None:
        yield from _first(verb, subject)
    if subject is not None and (going := _not_going(verb)) is not None:
        if verb.lemma not in words("stances", "courses", "involuntary") | _EVASIVE:
            yield Attitude("rule_out", going, subject, predicate(verb), clause_from(subject, going))
        return
    if verb.lemma == "expect":
        yield from _expected(verb, subject)
    if modal is None and subject is not None:
        yield from _shared(verb, subject)
    if subject is None or modal is None or _supposed(verb) or (verb.dep == "xcomp" and _supposed(verb.head)):
        return
    if modal.lower in words("stances", "courses", "own"):
        course = _own(verb, modal.lower)
        if course is not None and not _shrugged(verb, subject, course) and not (course == "offer" and _harms(verb)):
            impersonal = course != "noncommittal" and _impersonal(verb, subject)
            about = nominal(subject) if impersonal and subject.lower not in ("nothing", "there", "nobody") else predicate(verb)
            yield Attitude(
                course, modal, None if impersonal else subject, about, _said(subject, modal, verb, impersonal), impersonal
            )
    elif _must_wait(verb, modal):
        yield Attitude("accept_if", modal, None, nominal(subject), clause_from(subject, verb), voiced=True)
    elif _asked(verb, modal):
        said = clause_from(subject, verb.head if verb.dep == "xcomp" and modal.lower == "to" else verb)
        about = (
            nominal(subject)
            if verb.child("nsubjpass", "auxpass") is not None or verb.lemma in ("be", "come", "go", "exist")
            else predicate(verb)
        )
        both = subject.lower == "we" and not _negated(verb)
        yield Attitude("propose" if both else "demand", modal, None, about, said, voiced=True)


def _first(verb: Word, subject: Word) -> Iterator[Attitude]:
    """ "the troops go first": whoever says so asks for it, unless it is his own course."""
    if (
        verb.tag not in ("VBZ", "VBP", "VB")
        or verb.lemma not in words("stances", "courses", "leading")
        or subject.lower in ("i", "we")
    ):
        return
    first = next((c for c in verb.children if c.lower == "first" and c.i > verb.i), None)
    if first is not None and not _supposed(verb) and subject.tag not in ("WP", "WDT", "EX"):
        yield Attitude("demand", verb, None, nominal(subject), clause_from(subject, verb), voiced=True)


def _not_going(verb: Word) -> Word | None:
    """The "going" of "we are not going to sign it", said of one's own course."""
    going, subject = verb.head, subject_of(verb)
    if verb.dep != "xcomp" or going.lower not in ("going", "about") or not any(c.tag == "TO" for c in verb.children):
        return None
    if subject is None or subject.lower in ("it", "that", "this", "there", "you", "nothing") or _supposed(going):
        return None
    return going if any(c.dep == "neg" for c in going.children) and verb.child("auxpass") is None else None


def _expected(verb: Word, subject: Word | None) -> Iterator[Attitude]:
    """ "we expect the bank to publish the draft": whoever says so of another asks for it."""
    clause = verb.child("ccomp")
    whom = clause.child("nsubj", "nsubjpass") if clause is not None else None
    if subject is None or subject.lower != "we" or verb.tag != "VBP" or clause is None or whom is None or _supposed(verb):
        return
    if any(c.tag == "TO" for c in clause.children) and whom.lower not in ("it", "this", "that", "there", "we"):
        yield Attitude("demand", verb, subject, clause.subtree(), clause_from(subject, verb))


def _shrugged(verb: Word, subject: Word, course: Stance) -> bool:
    """Whether "I would not" only says what one thinks: "I would not bet on it"; a course ruled out has its matter."""
    if (
        course != "rule_out"
        or subject.lower not in ("i", "one", "you")
        or not any(c.lower in ("would", "'d") for c in verb.children)
    ):
        return False
    return not any(w.lemma in words("stances", "negotiated", "nouns") for w in verb.subtree())


def _harms(verb: Word) -> bool:
    """Whether the course is a harm, which is threatened and not offered: "would suspend the privileges"."""
    return verb.lemma in words("stances", "courses", "harming")


def _shared(verb: Word, subject: Word) -> Iterator[Attitude]:
    """The second of two courses asked for with one modal: "must end the strike and return to work"."""
    first = verb.head
    if verb.dep != "conj" or verb.tag not in ("VB", "VBP") or any(c.dep in ("aux", "nsubj", "nsubjpass") for c in verb.children):
        return
    modal = next((c for c in first.children if c.dep == "aux" and c.lower in words("stances", "courses", "asked")), None)
    if modal is not None and not _supposed(first) and not _negated(first) and _asked(verb, modal):
        both = subject.lower == "we"
        yield Attitude("propose" if both else "demand", verb, None, predicate(verb), clause_words(verb), voiced=True)


def _must_wait(verb: Word, modal: Word) -> bool:
    """Whether a thing has to wait for something: "any deeper cut would have to wait until"."""
    if verb.lemma not in ("wait", "hold") or modal.lower not in ("must", "to", "should"):
        return False
    return any(w.lower in ("until", "till") for w in clause_words(verb)) and (verb.dep == "xcomp" or modal.lower != "to")


def _supposed(verb: Word) -> bool:
    """Whether the clause only asks or supposes: "if they sign", "why they should sign"."""
    before = [c for c in verb.children if c.i < verb.i]
    if any((c.dep == "mark" and c.lower in _SUPPOSING) or c.tag in ("WRB", "WP") for c in before):
        return True
    return any(g.tag in ("WDT", "WP") for c in before if c.dep == "dobj" for g in c.children)


def _asked(verb: Word, modal: Word) -> bool:
    """Whether the modal asks for the course: "must", "should", "need to", "has to"."""
    subject = subject_of(verb)
    if verb.lemma in words("stances", "courses", "wordy") and subject is not None and subject.lower in ("i", "we", "it", "one"):
        return False
    if any(
        c.lower in words("stances", "courses", "perhaps") or (c.tag == "MD" and c.lower in ("can", "could"))
        for c in verb.children
    ):
        return False
    if modal.lower == "to" and any(c.lower == "have" and c.dep == "aux" for c in verb.children):
        return False
    if modal.lower == "to":
        return verb.dep == "xcomp" and verb.head.lemma in words("stances", "courses", "needing") and not _negated(verb.head)
    if modal.lower in ("should", "must") and subject is not None and subject.lower == "i":
        return False
    return modal.lower in words("stances", "courses", "asked") and not any(
        c.lower == "have" and c.dep == "aux" for c in verb.children
    )


def _own(verb: Word, modal: str) -> Stance | None:
    """What a modal of one's own makes of the course: tied to a condition, ruled out, offered, or None."""
    after = clause_words(verb)
    lower = [w.lower for w in after]
    negated = _negated(verb)
    able = modal in ("can", "ca", "could", "cannot")
    bears = able and verb.lemma in words("stances", "courses", "involuntary") - {"be", "have"}
    if negated and (bears or "necessarily" in {c.lower for c in verb.children}):
        return None
    if negated and any(w in words("stances", "courses", "awaiting") for w in lower):
        return "accept_if"
    if any(
        w in words("stances", "courses", "only") and set(lower[k + 1 : k + 3]) & words("stances", "courses", "giving")
        for k, w in enumerate(lower)
    ):
        return "accept_if"
    if any(c.lower == "only" and c.i < verb.i for c in verb.children) and set(lower) & words("stances", "courses", "giving"):
        return "accept_if"
    if negated and verb.child("expl") is not None and (thing := verb.child("attr")) is not None and modal != "can":
        return "rule_out" if thing.lemma in words("stances", "negotiated", "nouns") else None
    if verb.lemma in words("stances", "courses", "involuntary") and verb.child("nsubjpass", "auxpass") is None:
        return None
    if verb.lemma in words("stances", "courses", "cowing"):
        return None
    if negated and verb.lemma in words("stances", "hanging", "silence"):
        return "noncommittal"
    if negated:
        return None if modal in ("can", "ca", "could", "cannot") else "rule_out"
    opening = any(
        c.dep in ("advcl", "ccomp", "prep") and (c.lower in ("provided", "providing") or _when_if(c)) for c in verb.children
    )
    if not opening and not _priced(lower) and not _so_long(lower):
        return None
    return "accept_if" if verb.lemma in words("stances", "courses", "agreeing") else "offer"


def _so_long(lower: list[str]) -> bool:
    """Whether it hangs on what must hold meanwhile: "as long as", "on condition that"."""
    text = " ".join(lower)
    return "so long as" in text or "as long as" in text or "on condition" in text


def _when_if(clause: Word) -> bool:
    return any(m.dep == "mark" and m.lower in words("stances", "courses", "opening") for m in clause.children)


def _priced(lower: list[str]) -> bool:
    """Whether a price is named: "in exchange for", "in return for"."""
    return any(
        w in ("exchange", "return") and lower[k - 1] == "in" and "for" in lower[k : k + 2] for k, w in enumerate(lower) if k
    )


def _negated(verb: Word) -> bool:
    if any(c.dep == "neg" for c in verb.children):
        return True
    return any(
        c.dep in ("dobj", "nsubj", "nsubjpass", "attr") and (c.lower in ("nothing", "nobody", "none") or _no(c))
        for c in verb.children
    )


def _no(noun: Word) -> bool:
    return any(c.lower == "no" and c.dep in ("det", "neg") for c in noun.children)


def _impersonal(verb: Word, subject: Word) -> bool:
    """Whether the subject is what the course is about, not who takes it: whoever speaks the words then holds it."""
    return (
        verb.child("nsubjpass", "auxpass", "expl") is not None
        or subject.dep == "nsubjpass"
        or subject.lower in ("nothing", "there", "nobody")
        or (
            verb.lemma in words("stances", "courses", "happening")
            and subject.pos == "NOUN"
            and subject.lemma in words("stances", "negotiated", "nouns")
        )
    )


def _said(subject: Word, modal: Word, verb: Word, impersonal: bool) -> list[Word]:
    """The words that show it: from the modal, or from the subject where that is what it is about or short."""
    said = clause_from(subject, verb)
    if modal.i < subject.i:
        return [w for w in verb.sentence.words if modal.i <= w.i < subject.i] + [*nominal(subject), *clause_words(verb)]
    if impersonal or subject.lower in _PERSONAL:
        return said
    return [w for w in said if w.i >= modal.i] if len(said) > 6 else said


def imperatives_of(verb: Word) -> Iterator[Attitude]:
    """Yield what a command within quotation marks asks for: "Lift the blockade"."""
    if verb.tag not in ("VB", "VBP") or verb.quote < 0 or verb.child("nsubj", "nsubjpass", "expl") is not None:
        return
    if not (_opens(verb) if verb.head is not verb else _leads(verb)):
        return
    if verb.child("dobj", "neg", "ccomp", "xcomp", "prt") is None or any(
        c.dep == "aux" and c.lower not in ("do", "please") for c in verb.children
    ):
        return
    if verb.lemma in words("stances", "courses", "involuntary") or verb.lemma in words("stances", "courses", "spoken"):
        return
    said = clause_words(verb)
    yield Attitude("demand", verb, None, said, said, voiced=True)


def _leads(verb: Word) -> bool:
    """Whether nothing but an adverb or "please" stands before the sentence's verb."""
    return not any(w.i < verb.i and w.pos not in ("PUNCT", "INTJ", "ADV", "AUX", "PART") for w in verb.children)


def _opens(verb: Word) -> bool:
    """Whether the verb is the first word after a quotation mark, past "do not" or "please"."""
    before = verb.sentence.words[: verb.i - verb.sentence.words[0].i]
    while before and before[-1].lower in ("do", "n't", "not", "please", "never"):
        before = before[:-1]
    return bool(before) and before[-1].text in ('"', "'")
