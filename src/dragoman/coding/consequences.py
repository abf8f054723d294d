"""What is to happen when a time runs out: "before B imposes new sanctions", "or else", "If they fail, it will"."""

from itertools import pairwise

from dragoman.coding.cases import announced, follows_in
from dragoman.coding.parse import Sentence, Word
from dragoman.coding.sooner import is_over
from dragoman.coding.wordlists import words

_CLAUSES = ("VERB", "AUX")
_NOT = frozenset(("not", "n't", "no", "none", "neither", "nobody", "nothing", "still", "without", "short", "unable"))


def consequence_of(anchor: Word, after: int) -> list[Word]:
    """Return the words that say what follows if the time at `anchor` runs out, or none.

    `after` is the number of the last word of the time: what comes later in the sentence is looked at.
    """
    sentence = anchor.sentence
    found = (
        _before(anchor)
        or _opened(sentence, after)
        or _unless(anchor)
        or _or_else(sentence, after)
        or _after_which(sentence, after)
        or _once_over(sentence, after)
        or _cased(sentence, after)
        or follows_in(sentence, after)
        or _announced(sentence, after)
    )
    return [] if _only_speaks(found) else found


def _announced(sentence: Sentence, after: int) -> list[Word]:
    """ "Three months to open its market, threatening to raise tariffs", "with a ban to follow"."""
    harm = announced(sentence, after)
    return harm[1] if harm is not None else []


def _only_speaks(found: list[Word]) -> bool:
    """Whether the words are who said it and when ("his office said on Friday"): nothing that follows."""
    inside = {w.i for w in found}
    tops = [w for w in found if w.head is w or w.head.i not in inside]
    spoken = [w for w in tops if w.pos in _CLAUSES]
    told = [w for w in spoken if w.tag in ("VBD", "VBZ", "VBP", "VBN") and not any(c.tag == "MD" for c in w.children)]
    return bool(spoken) and told == spoken and all(w.lemma in words("cues", "speech") for w in told)


def _opened(sentence: Sentence, after: int) -> list[Word]:
    """ "If no pact is signed before the 21-day term runs out, the court will rule": the main clause, past the comma."""
    root, first = sentence.root, sentence.words[0]
    if first.lower not in words("deadlines", "casing"):
        return []
    comma = next((w for w in sentence.words if w.text == "," and w.i > after), None)
    if comma is None or comma.i >= sentence.words[-1].i:
        return []
    case = [w for w in sentence.words if w.i < comma.i]
    undone = first.lower == "unless" or any(w.lower in _NOT or w.lemma in words("deadlines", "failing") for w in case)
    if not undone:
        return []
    behind = _up_to_mark(sentence.words[comma.i + 1 - first.i])
    if root.pos in _CLAUSES and comma.i < root.i and (not behind or root.i <= behind[-1].i):
        return _main(root)
    means = any(w.tag in ("VBZ", "VBP", "MD") for w in behind) and any(w.tag == "VB" for w in behind)
    return behind if means else []  # "Should there be no accord, he means to issue an order, and he let it be known that"


def clause_of(verb: Word) -> list[Word]:
    """Return the verb's clause without its joining word, its asides of condition, and its coordinated clauses."""
    out = [verb]
    for child in verb.children:
        conditional = child.dep == "advcl" and any(c.lower in ("if", "unless", "should") for c in child.children)
        apart = child.dep in ("mark", "punct", "cc", "ccomp", "parataxis") or (child.dep == "advmod" and child.i < verb.i)
        spoken = child.dep == "conj" and child.lemma in words("cues", "speech") and child.tag in ("VBD", "VBZ", "VBN")
        if apart or conditional or spoken or (child.dep == "conj" and child.child("nsubj")):
            continue
        if not (child.dep == "prep" and child.lower == "before" and child.i > verb.i):
            out += child.subtree()
    out.sort(key=lambda w: w.i)
    out = _without_aside(out)
    gaps = [k for k in range(1, len(out)) if out[k].i - out[k - 1].i > 3]
    return out[: gaps[0]] if gaps and verb in out[: gaps[0]] else out


def _without_aside(out: list[Word]) -> list[Word]:
    """The clause up to an aside that closes it: "will impose a levy, a step that both fear" (also read as an object)."""
    for aside in out:
        if aside.dep not in ("appos", "dobj", "npadvmod", "oprd") or (aside.child("cc") is not None and aside.dep != "appos"):
            continue
        first = aside.subtree()[0]
        tokens = first.sentence.words
        comma = tokens[first.i - tokens[0].i - 1].text == ","
        if comma and aside.subtree()[-1].i >= out[-1].i and first.lower in ("a", "an", "the") and first.i > out[0].i:
            return [w for w in out if w.i < first.i - 1]
    return out


def _before(anchor: Word) -> list[Word]:
    """ "for a deal to be reached before the league imposes new fines": after a deadline, among what hangs on a verb."""
    for word in anchor.sentence.words if anchor.pos == "NOUN" else anchor.subtree():
        led = word.lower == "before" and word.i > anchor.i and word.dep == "mark" and word.head.pos in _CLAUSES
        if led and not is_over(word.head):
            return clause_of(word.head)
    return []


def _unless(anchor: Word) -> list[Word]:
    """ "it will walk out unless ... by Friday", "if ... not ... by Friday, it will": the main clause."""
    for word in (anchor, *anchor.ancestors()):
        if not is_threat(word):
            continue
        if (threat := threatening(word)) is not None and (harm := announced(word.sentence, threat.i - 1)) is not None:
            return harm[1]
        main = word.head
        while main.pos not in _CLAUSES and main.head is not main:
            main = main.head
        while main.dep == "pcomp" and main.head.head is not main:
            main = main.head.head  # "could be barred from bidding if no offer is made"
        main = _asked(main)
        case = {w.i for w in word.subtree()}
        return [w for w in clause_of(main) if w.i not in case]
    return []


def threatening(case: Word) -> Word | None:
    """Return the verb of threatening or vowing just before a case, whatever the parser hangs the case on, or None."""
    tokens, first = case.sentence.words, case.subtree()[0].i
    for word in reversed([w for w in tokens if first - 12 <= w.i < first]):
        if word.text in (",", ";", ":"):
            return None
        if word.lemma in ("threaten", "vow") and word.pos == "VERB":
            return word
    return None


def _asked(main: Word) -> Word:
    """ "It will ask a court to end the strike unless": the asking is what follows, not the end of the strike."""
    over = main.head
    if main.dep not in ("xcomp", "ccomp") or not any(c.tag == "TO" for c in main.children) or over.pos not in _CLAUSES:
        return main
    will = any(c.tag == "MD" for c in over.children)
    other = over.child("dobj") or main.child("nsubj")
    return over if will and other is not None and over.i < other.i < main.i else main


def is_threat(clause: Word) -> bool:
    """Return whether the clause is one of "unless", or of an "if" under which something is not done."""
    marks = {c.lower for c in clause.children if c.dep in ("mark", "advmod", "aux")}
    subject = clause.child("nsubj", "nsubjpass")
    inverted = any(c.lower == "should" and c.dep == "aux" and subject is not None and c.i < subject.i for c in clause.children)
    hung = clause.dep == "advcl" or (inverted and clause.dep == "ccomp" and clause.i < clause.head.i)
    return hung and ("unless" in marks or (("if" in marks or inverted) and _fails(clause)))


def is_proviso(clause: Word) -> bool:
    """Return whether the clause says on what an offer hangs: "provided that the terminal reopens by Friday"."""
    that = next((c for c in clause.children if c.dep == "mark" and c.lower == "that"), None)
    tokens = clause.sentence.words
    near = tokens[that.i - tokens[0].i - 1].lower if that is not None and that.i > tokens[0].i else clause.head.lower
    return clause.head is not clause and near in ("provided", "providing")


def _fails(verb: Word) -> bool:
    """Whether a clause says that something is not done: "not", "no accord is reached", "fail to"; "still" counts too."""
    if any(c.dep == "neg" or c.lower == "still" for c in verb.children) or verb.lemma in words("deadlines", "failing"):
        return True
    sides = [c for c in verb.children if c.dep in ("nsubj", "nsubjpass", "dobj", "attr")]
    return any(x.lower in ("no", "none", "neither", "nobody", "nothing") for c in sides for x in (c, *c.children))


def _or_else(sentence: Sentence, after: int) -> list[Word]:
    """ "must leave by Friday or (else) face arrest"."""
    for word in sentence.words:
        if word.i <= after or word.lower != "or":
            continue
        tokens, at = sentence.words, word.i + 1 - sentence.words[0].i
        if at + 1 < len(tokens) and tokens[at].lower == "else" and tokens[at + 1].pos in ("PRON", "DET", "PROPN", "NOUN"):
            return _up_to_mark(tokens[at + 1])  # "or else I fear that damage will be done"
        verb = next((c for c in word.head.children if c.dep == "conj" and c.i > word.i and c.pos in _CLAUSES), None)
        follower = next((w for w in sentence.words if w.i > word.i and w.pos not in ("ADV", "PUNCT") and w.lower != "else"), None)
        if verb is None and follower is not None and follower.tag in ("VB", "VBP") and follower.head.i < word.i:
            verb = follower
        if verb is None and follower is not None and follower.lower in words("deadlines", "suffering"):
            return _up_to_mark(follower)  # read as a noun: "or face default"
        if verb is not None and verb.lemma not in ("extend", "renew"):
            return [w for w in clause_of(verb) if w.i > word.i]
    return []


def _cased(sentence: Sentence, after: int) -> list[Word]:
    """ "90 days to settle; should it fall short, the bonds will be called in": the case told in the same sentence."""
    tokens = sentence.words
    for mark, opening in pairwise(tokens):
        if mark.i > after and mark.pos == "PUNCT" and opening.lower == "otherwise" and opening.i < tokens[-1].i:
            return _up_to_mark(tokens[opening.i + 1 - tokens[0].i])
        if mark.i <= after or mark.text not in (";", ":", "—", "–", "--") or opening.lower not in words("deadlines", "casing"):
            continue
        comma = next((w for w in tokens if w.text == "," and w.i > opening.i), None)
        case = [w for w in tokens if comma is not None and opening.i <= w.i < comma.i]
        if comma is not None and any(w.lower in _NOT or w.lemma in words("deadlines", "failing") for w in case):
            return _up_to_mark(tokens[comma.i + 1 - tokens[0].i]) if comma.i < tokens[-1].i else []
    return []


def _up_to_mark(first: Word) -> list[Word]:
    tokens = first.sentence.words
    stop = next((w.i for w in tokens if w.i > first.i and w.text in (",", ";", ".", '"', "--", "—")), tokens[-1].i + 1)
    return [w for w in tokens if first.i <= w.i < stop]


def _after_which(sentence: Sentence, after: int) -> list[Word]:
    """ "until Friday, after which he will call a vote"."""
    for word in sentence.words:
        if word.i > after and word.lower == "which" and _leads_on(sentence, word):
            verb = next((a for a in word.ancestors() if a.pos in _CLAUSES), None)
            if verb is not None and verb.lemma in words("cues", "speech"):  # "after which, his office said, he will call a vote"
                verb = next((c for c in verb.children if c.dep == "ccomp" and c.i > word.i), verb)
            if verb is not None and verb.i > word.i:
                return [w for w in clause_of(verb) if w.i > word.i]
            return [w for w in sentence.words if w.i > word.i and w.pos != "PUNCT"]
    return []


def _leads_on(sentence: Sentence, which: Word) -> bool:
    """ "Failing which", "in the absence of which"."""
    before = [w.lower for w in sentence.words[max(0, which.i - sentence.words[0].i - 2) : which.i - sentence.words[0].i]]
    if before[-1:] == ["of"]:
        return before[0] in words("deadlines", "of_which")
    return before[-1:] != [] and before[-1] in words("deadlines", "which")


def _once_over(sentence: Sentence, after: int) -> list[Word]:
    """ "A 30-day deadline, and once it has passed, the league would suspend its rights": the clause on which that case hangs."""
    for clause in sentence.words:
        if clause.i > after and clause.dep == "advcl" and _tells_end(clause):
            case = {w.i for w in clause.subtree()}
            return [w for w in clause_of(clause.head) if w.i not in case and w.i > after]
    return []


def _tells_end(clause: Word) -> bool:
    """Whether a clause says that the time itself is over: "once it has passed", "when those days are up"."""
    subject = clause.child("nsubj")
    marked = any(c.lower in ("once", "when", "after", "if") and c.dep in ("mark", "advmod") for c in clause.children)
    itself = words("deadlines", "itself")
    return marked and subject is not None and (subject.lower in itself or subject.lemma in itself) and is_over(clause)


def _main(root: Word) -> list[Word]:
    """The main clause of a sentence that opens with the case in which the time has run out."""
    opened = next((w for w in root.sentence.words if w.text == "," and w.i < root.i), None)
    return [w for w in clause_of(root) if opened is None or w.i > opened.i]
