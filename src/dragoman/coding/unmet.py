"""Clauses that say that somebody did not come, see or answer another ("She was not let in", "and dined without her")."""

from collections.abc import Callable
from functools import cache

from dragoman.coding.nouns import CLASS_NOUNS, ROLES
from dragoman.coding.parse import Sentence, Word
from dragoman.coding.standing import tense
from dragoman.coding.wordlists import load, words

_LONG = 28  # words of a sentence after the overture that still tells what became of it
_NOBODY = frozenset(("nobody", "none", "neither", "no-one"))


def unmet_within(verb: Word) -> Word | None:
    """Return the verb after an overture, in its own sentence, that says that the two did not meet; None where none does."""
    after = verb.sentence.words[verb.i + 1 - verb.sentence.words[0].i :]
    return next((w for w in after if says_unmet(w)), None)


def unmet_after(sentence: Sentence) -> Word | None:
    """Return the verb of the sentence after an overture that says so, or None."""
    if len(sentence.words) > _LONG or sentence.words[-1].text == "?":
        return None
    return next((w for w in sentence.words if says_unmet(w)), None)


def says_unmet(verb: Word) -> bool:
    """Return whether a verb, with the words around it, says that somebody did not come, see or answer another."""
    return verb.pos in ("VERB", "AUX") and any(says(verb) for says in _WAYS)


def did_not(verb: Word) -> bool:
    """ "Did not go", "never arrived", "would not see her", "nobody turned up"; no "did not answer questions"."""
    if verb.lemma not in _words("coming") or not _is_told_of_somebody(verb):
        return False
    helpers = {c.lower for c in verb.children if c.dep == "aux"}
    denied = any(c.dep == "neg" for c in verb.children)
    nobody = (subject := verb.child("nsubj")) is not None and (
        subject.lower in _NOBODY or _has_no(subject) or _is_one_only(subject)
    )
    past = verb.tag == "VBD" or bool(helpers & {"did", "would", "could", "had"})
    return past and (denied or nobody) and not _is_otherwise(verb)


def _is_otherwise(verb: Word) -> bool:
    """ "Did not answer questions", "did not go into detail", "did not see a reason"."""
    near = [w for c in verb.children if c.i > verb.i for w in (c, *c.children)]
    if any(w.lemma in _words("elsewhere") for w in near):
        return True
    thing = verb.child("dobj", "ccomp", "xcomp")
    if thing is None:
        return False
    if verb.lemma in ("accept", "answer", "take") and thing.lemma in _words("offered"):
        return False
    return not (thing.pos in ("PRON", "PROPN") or thing.lemma in words("events", "contact", "people") | _words("offered"))


def _failed_to(verb: Word) -> bool:
    """ "Failed to appear", "refused to come", "declined to see her"."""
    to = verb.child("xcomp")
    return (
        verb.lemma in ("fail", "refuse", "decline", "omit")
        and tense(verb) == "held"
        and to is not None
        and to.lemma in _words("coming")
    )


def refused(verb: Word) -> bool:
    """ "Declined", "turned down the invitation", "turned him down", "was rebuffed"."""
    turned = verb.lemma == "turn" and any(c.lower in ("down", "away") for c in verb.children)
    if not (verb.lemma in words("events", "failing", "refusals") or turned) or tense(verb) != "held":
        return False
    if verb.child("auxpass") is not None:
        subject = verb.child("nsubjpass")
        return (
            subject is None or subject.lower in ("he", "she", "they", "it", "which", "who") or subject.lemma in _words("offered")
        )
    thing = verb.child("dobj")
    if any(c.dep in ("xcomp", "ccomp") and c.i > verb.i for c in verb.children):
        return False
    return thing is None or thing.lower in ("him", "her", "them", "it") or thing.lemma in _words("offered")


def _was_not_let_in(verb: Word) -> bool:
    denied = any(c.dep == "neg" for c in verb.children) and verb.child("auxpass") is not None
    return denied and verb.lemma in ("let", "admit", "receive", "see", "allow") and tense_past(verb)


def _alone(verb: Word) -> bool:
    """ "Dined without her", "left without having spoken to him", "went home empty-handed", "left before it was served"."""
    if verb.lemma not in _words("leaving") or not (tense(verb) == "held" or verb.tag in ("VBD", "VBN")):
        return False
    for child in verb.children:
        if child.lower == "alone" or (child.lower == "empty" and child.i > verb.i):
            return True
        if child.lower == "without":
            missed = child.child("pobj", "pcomp")
            return missed is not None and (missed.pos in ("PRON", "PROPN") or missed.lemma in _words("missed"))
    return verb.lemma == "leave" and any(c.dep == "advcl" and any(m.lower == "before" for m in c.children) for c in verb.children)


def _stayed_away(verb: Word) -> bool:
    """ "He stayed in his capital", "stayed away", "was out", "was ill"."""
    if not _is_told_of_somebody(verb) or tense(verb) != "held":
        return False
    own = {c.lower for c in verb.children if c.i > verb.i}
    if verb.lemma in ("stay", "remain"):
        return bool(own & {"home", "away", "behind", "put"}) or (verb.lemma == "stay" and bool(own & {"in", "at"}))
    return verb.lemma == "be" and bool(own & _words("away"))


def _brushed_off(verb: Word) -> bool:
    """ "Was put off", "was kept waiting", "was shown the door", "walked past him", "pleaded another engagement"."""
    if verb.tag not in ("VBD", "VBN") or not (tense(verb) == "held" or verb.dep == "conj"):
        return False
    near = {w.lower for c in verb.children if c.i > verb.i for w in (c, *c.children)}
    passive = verb.child("auxpass") is not None or (verb.dep == "conj" and verb.head.child("auxpass") is not None)
    if passive and any(verb.lemma == done and near & set(said) for done, *said in load("events")["unmet"]["brushed"]):
        return True
    active = any(verb.lemma == done and near & set(said) for done, *said in load("events")["unmet"]["passed"])
    return active and _is_told_of_somebody(verb)


def _not_willing(verb: Word) -> bool:
    """ "Said it was not interested"."""
    said = verb.child("acomp")
    denied = any(c.dep == "neg" for c in verb.children)
    if verb.lemma != "be" or verb.tag != "VBD" or said is None:
        return False
    return said.lower == "unwilling" or (denied and said.lower in ("interested", "ready", "willing", "prepared", "there"))


def _sent_regrets(verb: Word) -> bool:
    sent = verb.child("dobj")
    return verb.lemma == "send" and tense(verb) == "held" and sent is not None and any(
        w.lemma in _words("regrets") for w in (sent, *(c for c in sent.children if c.dep == "conj"))
    )  # fmt: skip


def _pulled_out(verb: Word) -> bool:
    if tense(verb) != "held":
        return False
    if verb.lemma in ("pull", "back", "cry", "beg") and any(c.lower in ("out", "off") for c in verb.children):
        return True
    thing = verb.child("dobj", "nsubjpass")
    return verb.lemma in ("cancel", "scrap", "abandon", "drop", "shelve", "call") and thing is not None and (
        thing.lemma in _words("plans")
        or (thing.lemma in words("events", "attempts", "tries") | _words("offered") and verb.lemma != "call")
    )  # fmt: skip


def _stayed_empty(verb: Word) -> bool:
    subject = verb.child("nsubj")
    empty = any(c.lower in ("empty", "vacant") for c in verb.children)
    return (
        verb.lemma in ("be", "stay", "remain", "sit", "stand")
        and empty
        and subject is not None
        and subject.lemma in _words("seats")
    )


def never_took_place(verb: Word) -> bool:
    """Return whether a verb denies that its subject came about ("never took place", "did not happen")."""
    if not any(c.dep == "neg" for c in verb.children) or not tense_past(verb):
        return False
    near = {w.lower for c in verb.children for w in (c, *c.children)}
    if verb.lemma in ("happen", "materialise", "materialize", "occur"):
        return True
    ways = (("take", "place"), ("come", "about"), ("come", "off"), ("go", "ahead"))
    return any(verb.lemma == lemma and with_ in near for lemma, with_ in ways)


def _did_not_happen(verb: Word) -> bool:
    subject = verb.child("nsubj")
    return (
        subject is not None
        and subject.lemma in _words("plans") | words("events", "overtures", "meals")
        and never_took_place(verb)
    )


def _lapsed(verb: Word) -> bool:
    """ "Let the offer lapse", "the invitation lapsed"."""
    if verb.lemma == "let" and tense(verb) == "held":
        return any(c.lemma in ("lapse", "slip", "pass", "slide", "drop") for c in verb.children)
    subject = verb.child("nsubj")
    return (
        verb.lemma in ("lapse", "expire") and tense(verb) == "held" and subject is not None and subject.lemma in _words("offered")
    )


def _no_answer(verb: Word) -> bool:
    """ "No reply came", "got no answer", "heard nothing", "said no", "nothing came of it"."""
    if verb.tag not in ("VBD", "VBN"):
        return False
    for child in verb.children:
        if (
            child.dep in ("nsubj", "nsubjpass", "dobj", "attr")
            and child.lemma in ("reply", "answer", "response")
            and _has_no(child)
        ):
            return verb.lemma in ("come", "get", "receive", "be", "hear", "draw", "arrive", "give", "send")
    if verb.lemma == "hear":
        return any(c.lower == "nothing" for c in verb.children)
    if verb.lemma == "say":
        return any(c.lower == "no" and not c.children for c in verb.children)
    return verb.lemma == "come" and any(c.lower == "nothing" and c.dep == "nsubj" for c in verb.children)


def tense_past(verb: Word) -> bool:
    """Return whether a denied verb tells of what is over ("did not", "had not", "was not", "never came")."""
    return verb.tag == "VBD" or any(c.lower in ("did", "had", "was", "were", "could", "would") for c in verb.children)


def _is_told_of_somebody(verb: Word) -> bool:
    subject = verb.child("nsubj", "nsubjpass")
    if subject is None:
        return verb.dep == "conj"
    if subject.pos in ("PRON", "PROPN"):
        return subject.lower not in ("it", "that", "this", "which", "what", "there")
    if subject.tag == "NN" and not subject.children and subject.text[:1].isupper():
        return subject.lemma not in words("stances", "negotiated", "nouns")  # a surname that the tagger takes for a noun
    if subject.lower in _NOBODY or _has_no(subject) or _is_one_only(subject):
        return True
    told = any(c.lower in ("the", "both", "neither") or c.dep in ("poss", "nummod") for c in subject.children)
    return told and (subject.lemma in _people() or subject.ent in ("PERSON", "ORG", "GPE"))


def _is_one_only(word: Word) -> bool:
    """ "Only one of them came"."""
    return word.lower == "one" and any(c.lower == "only" for c in (*word.children, *word.head.children))


@cache
def _people() -> frozenset[str]:
    return (
        CLASS_NOUNS
        | ROLES
        | words("events", "contact", "people")
        | words("events", "attempts", "whom")
        | words("events", "pairs", "people")
    )


def _has_no(noun: Word) -> bool:
    return any(c.lower in ("no", "neither") for c in noun.children)


def _words(kind: str) -> frozenset[str]:
    return words("events", "unmet", kind)


_WAYS: tuple[Callable[[Word], bool], ...] = (
    did_not, _failed_to, refused, _was_not_let_in, _alone, _stayed_away, _sent_regrets, _pulled_out, _stayed_empty,
    _did_not_happen, _lapsed, _no_answer, _brushed_off, _not_willing,
)  # fmt: skip
