"""Acts of any kind that somebody binds himself to: "agreed to suspend litigation", "under the deal A will keep out of B"."""

from collections.abc import Iterator

from dragoman.coding.givers import named, nearest_passive, receiver_of, subject_of
from dragoman.coding.goods import amount, counted_subject, thing
from dragoman.coding.handovers import (
    agreement_over,
    governed,
    handed,
    is_agreement,
    is_bound,
    mood,
    stands,
    under_terms,
)
from dragoman.coding.parse import Word
from dragoman.coding.promises import Promise, handed_over, run, told_by
from dragoman.coding.quantities import Quantity
from dragoman.coding.scene import Scene
from dragoman.coding.wordlists import load, words
from dragoman.model import Ids
from dragoman.model.findings import Certainty, CommitmentStatus

_LONGEST = 30
_IDLE = frozenset(("be", "do", "say"))
_APART = frozenset(("mark", "advcl", "conj", "cc", "parataxis", "punct", "nsubj", "nsubjpass", "npadvmod", "dep", "csubj", "aux"))
_LAYING = frozenset(("will", "must", "shall", "would", "wo", "'ll"))


def undertakings_of(scene: Scene, verb: Word) -> Iterator[Promise]:
    """Yield what a verb binds its subject to; a handing over is told by its own verb."""
    table = load("commitments")
    if verb.lemma in _IDLE or verb.lemma in table["binding"] or verb.lemma in table["promise"]:
        return
    status, certainty = _binding(scene, verb)
    if status is None or verb.lemma in words("commitments", "acts", "with"):
        return
    deed = _deed(verb)
    item = nearest_passive(deed) or handed_over(deed) or counted_subject(deed) or deed
    denied = next((c for c in verb.children if c.dep == "neg"), None)
    if denied is not None:
        item = deed
    if item is not deed and not _is_settled(deed, item):
        return
    clause = clause_of(verb)
    if len(clause) == 1 and item is not counted_subject(deed):
        return
    giver = _givers(scene, verb) if item is deed or item is not counted_subject(deed) else ()
    quantity = (amount(scene, item) if item is not deed else None) or _measure(scene, clause)
    subject = subject_of(verb) if verb.dep != "relcl" else None
    if status == "announced" and quantity is None and is_bound(verb) and (len(giver) > 1 or _are_several(subject)):
        status = "agreed"  # what several commit themselves to together, they have agreed
    told = run([*told_by(verb, item, subject), *clause])
    if any(w.lower in ("committed", "commitment", "commitments") and w.i < verb.i for w in told):
        certainty = "possible"
    receiver = tuple(r for r in receiver_of(scene, deed, item) if r not in giver)
    if (
        not (giver or quantity)
        and verb.tag == "VB"
        and not _is_passive(verb)
        and verb.head.pos == "NOUN"
        and verb.head.child("poss") is None
        and certainty == "possible"
    ):
        return  # "an agreement to", "a commitment to": of nobody named
    given = item.dep in ("nsubjpass", "nsubj")
    extra = (*([denied] if denied is not None else ()), *clause) if item is deed else () if given else (verb,)
    yield Promise(told, item, status, giver, receiver, quantity, extra, certainty)


def _is_offered(verb: Word) -> bool:
    """ "Has offered to forgo 5 percent", "is ready to halve it", "its offer to take charge of the ship"."""
    over = verb.head
    offers = over.lower if over.pos in ("ADJ", "VERB") and over.lower in ("ready", "prepared", "willing") else over.lemma
    if verb.tag != "VB" or offers not in words("commitments", "offering") or verb.lemma in words("commitments", "acts", "talk"):
        return False
    said = over.head if over.pos == "ADJ" and over.dep == "acomp" else over
    there = stands(over) if over.pos == "NOUN" else mood(said) in ("done", "now")
    return there and verb.dep in ("xcomp", "acl", "advcl") and not any(c.dep == "neg" for c in verb.children)


def _measure(scene: Scene, clause: list[Word]) -> Quantity | None:
    """ "Keeps the lake at 612 metres", "raise the levy to 4 percent": the one measure after the object."""
    found = [q for q in scene.quantities_in(clause) if q.unit is not None]
    led = scene.parse.words[found[0].first - 1] if found else None
    return found[0] if len(found) == 1 and led is not None and led.pos == "ADP" and led.lower != "of" else None


def _binding(scene: Scene, verb: Word) -> tuple[CommitmentStatus | None, Certainty]:
    """How a verb is bound: by a promise or an agreement over it, or by an agreement under which it is done."""
    if is_bound(verb):
        return governed(verb) or _by_agreement(verb), "likely"
    if _is_offered(verb):
        return governed(verb), "possible"
    if (kept := _kept(verb)) is not None:
        return kept, "possible"
    if verb.sentence.words[-1].text == "?" or verb.lemma in words("commitments", "acts", "parley"):
        return None, "possible"
    if verb.lemma in words("commitments", "acts", "joint") and _will(verb) and _are_several(subject_of(verb)):
        return "agreed", "possible"
    if under_terms(verb) and _will(verb):
        return "agreed", "likely"
    if _is_laid_down(verb):
        return "agreed", "likely"
    if verb.tag == "VB" and verb.lemma not in words("commitments", "acts", "talk"):
        return _by_agreement(verb) or ("announced" if _is_announced_plan(scene, verb) else None), "possible"
    return None, "possible"


def _will(verb: Word) -> bool:
    return any(c.lower in _LAYING for c in verb.children if c.dep == "aux")


def _by_agreement(verb: Word) -> CommitmentStatus | None:
    agreement = agreement_over(verb)
    return "agreed" if agreement is not None and stands(agreement) else None


def _is_announced_plan(scene: Scene, verb: Word) -> bool:
    """ "Have announced plans to pull out", "A's decision to leave the fund": a course made known."""
    noun = verb.head
    if verb.dep not in ("acl", "relcl") or noun.lemma not in words("commitments", "plans", "nouns") or amount(scene, noun):
        return False  # a plan of so much money is told by its own amount
    if any(c.dep == "neg" for c in verb.children):
        return False
    made = (
        noun.dep == "dobj"
        and noun.head.lemma in words("commitments", "plans", "announcing")
        and mood(noun.head) in ("done", "now")
    )
    owner = noun.child("poss")
    return made or (noun.lemma == "decision" and owner is not None and owner.tag != "PRP$")


def _is_laid_down(verb: Word) -> bool:
    """ "The deal requires A to leave", "a standstill that keeps the lake at 40 metres", "a deal under which A will leave"."""
    over = verb.head
    if verb.dep == "relcl" and over.ent == "DATE" and over.head.pos == "ADP":  # "signed a truce on May 10 that keeps"
        over = over.head.head.child("dobj") or over.head.head
    if verb.dep == "relcl" and over.pos in ("NOUN", "PROPN") and is_agreement(over) and stands(over):
        under = any(c.lower in ("under", "by", "in") and (n := c.child("pobj")) and n.tag == "WDT" for c in verb.children)
        if under:
            return _will(verb)
        own = verb.child("nsubj")
        lays = verb.lemma in words("commitments", "agreements", "lays") and verb.tag in ("VBZ", "VBP", "VB")
        return own is not None and own.tag == "WDT" and lays
    if over.lemma not in words("commitments", "agreements", "binds") or verb.dep not in ("xcomp", "ccomp", "advcl", "pcomp"):
        return False
    doer = over.child("nsubj") or over.head.child("dobj", "nsubj")
    source = over.head if over.dep in ("acl", "relcl") else doer
    bound = verb.child("nsubj") or over.child("dobj", "npadvmod")
    return source is not None and is_agreement(source) and _tells(over) and bound is not None and verb.tag == "VB"


def _tells(over: Word) -> bool:
    return over.tag == "VBG" or mood(over) in ("done", "now", "will", "could")


def _kept(verb: Word) -> CommitmentStatus | None:
    """ "Will honour its commitments", "has met its obligations under the deal": whose own they are."""
    if verb.lemma not in words("commitments", "kept", "verbs"):
        return None
    noun = verb.child("dobj")
    if noun is None:
        nouns = (
            c.child("pobj") for c in verb.children if c.dep == "prep" and c.lower in ("with", "by", "on", "upon", "to", "out")
        )
        noun = next((n for n in nouns if n is not None), None)
    if noun is None or noun.lemma not in words("commitments", "kept", "nouns"):
        return None
    return handed(verb) if any(c.dep == "poss" and c.tag == "PRP$" for c in noun.children) else None


def _deed(verb: Word) -> Word:
    """What is done at last: of "continue to examine" it is "examine"."""
    while (below := verb.child("xcomp")) is not None and verb.child("dobj") is None and below.pos == "VERB":
        verb = below
    return verb


def _is_settled(deed: Word, item: Word) -> bool:
    """Whether an object is something that a bound act can be about: what is talk is none, save burdens that are lifted."""
    noun = thing(item)
    if item.tag in ("PRP", "WP", "DT") or item.pos not in ("NOUN", "PROPN", "NUM", "SYM"):
        return False
    if noun.lemma in words("commitments", "items", "burdens"):
        return deed.lemma in words("commitments", "acts", "ease")
    return noun.lemma not in words("commitments", "items", "talk")


def _is_passive(verb: Word) -> bool:
    return any(c.dep == "auxpass" for c in verb.children)


def _are_several(subject: Word | None) -> bool:
    """ "The ministers committed to", "they pledged to"."""
    if subject is None or subject.lower in ("we", "i"):
        return False
    return subject.lower in ("they", "both") or subject.tag == "NNS" or subject.child("cc") is not None


def _givers(scene: Scene, verb: Word) -> Ids:
    over = verb.head
    if _is_laid_down(verb) and over.lemma in words("commitments", "agreements", "binds"):
        return named(scene, verb.child("nsubj") or over.child("dobj", "npadvmod"))
    if verb.dep == "relcl" and (own := verb.child("nsubj")) is not None and own.tag == "WDT":
        return ()
    subject = named(scene, subject_of(verb))
    agreement = agreement_over(verb)
    if agreement is None or (subject and (len(subject) > 1 or agreement.child("poss") is not None or is_bound(verb))):
        return subject
    between = next((c for c in agreement.children if c.lower in ("between", "among", "by")), None)
    return named(scene, between.child("pobj")) if between is not None else ()


def clause_of(verb: Word) -> list[Word]:
    """Return the verb and what hangs on it as far as it tells the act: no joined clauses, no conditions, no asides."""
    out, stack = [], [verb]
    while stack:
        word = stack.pop()
        out.append(word)
        stack += [c for c in word.children if not _is_apart(c, word, verb)]
    out.sort(key=lambda w: w.i)
    start = next(k for k, w in enumerate(out) if w is verb)
    end = start
    while end + 1 < len(out) and out[end + 1].i - out[end].i <= 2 and end - start < _LONGEST:
        end += 1
    while out[end].pos in ("PUNCT", "CCONJ") and end > start:
        end -= 1
    return out[start : end + 1]


def _is_apart(child: Word, word: Word, verb: Word) -> bool:
    if word is verb:
        return child.dep in _APART or child.ent in ("DATE", "TIME") or _is_timed(child)
    if child.dep in ("relcl", "appos", "acl"):
        tokens = child.sentence.words
        first = child.subtree()[0]
        return first.i > tokens[0].i and tokens[first.i - tokens[0].i - 1].text == ","
    return child.dep in ("parataxis", "advcl") and child.i > word.i and child.tag != "VBG"


def _is_timed(prep: Word) -> bool:
    noun = prep.child("pobj") if prep.dep == "prep" else None
    return noun is not None and noun.ent in ("DATE", "TIME")
