"""Whose words a verb reports: its subject, or one that it shares with the verb it hangs on."""

from dragoman.coding.nouns import CLASS_NOUNS, ISSUED, PERSONAL
from dragoman.coding.parse import Word
from dragoman.coding.wordlists import words

FINITE = ("VBD", "VBZ", "VBP", "MD")
SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_AMBIGUOUS = frozenset({"say", "tell", "ask", "agree", "write", "report", "call", "order"})
_SHARING = ("conj", "xcomp", "advcl", "ccomp", "acomp")


def subject_of(verb: Word) -> Word | None:
    """Return the verb's subject, its own or the one it shares with the verb it hangs on."""
    if verb.dep == "conj" and verb.child(*SUBJECTS) is None and (cue := first_cue(verb)) is not None:
        return _own_subject(cue)
    for step, word in enumerate((verb, *verb.ancestors())):
        found = None if step and _is_told_in(word, verb) else _own_subject(word)
        if found is not None:
            return found
        if word.dep in ("acl", "relcl") and word.head.pos in ("NOUN", "PROPN"):
            return word.head if word.tag == "VBG" or is_headless(word) else None
        if word.dep == "pcomp" and word.tag == "VBG":
            return _of_main_clause(word)
        if step > 5 or word.dep not in _SHARING or (word.dep == "ccomp" and (step == 0 or verb.tag != "VBG")):
            return None
    return None


def first_cue(verb: Word) -> Word | None:
    """Return the cue whose teller also says what the verb reports, where the parser joins the verb to what was said.

    "Olm said it was late and praised the guests", "the envoy said no, and the mayor said nothing": the praise is Olm's.
    """
    first = verb.head
    while first.dep == "conj":
        first = first.head
    cue = next((a for a in first.ancestors() if first.dep in ("ccomp", "xcomp", "acl", "advcl")), None)
    while cue is not None and first.dep in ("acl", "advcl") and cue.pos == "NOUN" and cue.dep in ("dobj", "pobj"):
        cue = cue.head
    if cue is None or verb.quote >= 0 or cue.tag not in FINITE or verb.tag != cue.tag or not _is_cue(cue) or not _is_cue(verb):
        return None
    if verb.child(*SUBJECTS) is not None:
        return cue if verb.lemma in ("say", "tell", "add") and first.lemma not in words("cues", "speech") else None
    finite = next((w.tag for w in (first, *first.children) if w.tag in FINITE and w.dep in (first.dep, "aux", "auxpass")), "")
    quoted = any(w.quote >= 0 for w in verb.sentence.words[cue.i - verb.sentence.words[0].i : verb.i - verb.sentence.words[0].i])
    return cue if finite != verb.tag or (quoted and verb.lemma not in _AMBIGUOUS) or not _can_speak(first) else None


def _can_speak(verb: Word) -> bool:
    """Whether the verb's subject may say something: a road or a price may not."""
    subject = verb.child(*SUBJECTS)
    if subject is None or subject.pos != "NOUN" or subject.ent:
        return True
    return any(subject.lemma in nouns for nouns in (PERSONAL, CLASS_NOUNS, ISSUED, words("cues", "offices")))


def _is_cue(verb: Word) -> bool:
    return any(verb.lemma in words("cues", kind) for kind in ("speech", "urging", "object", "naming"))


def _is_told_in(clause: Word, participle: Word) -> bool:
    """Whether the participle is the teller's: "A said that B would come, adding that", "A waits until B yields, insisting"."""
    if participle.tag != "VBG" or participle.dep != "advcl":
        return False
    return clause.dep == "ccomp" or (clause.dep == "advcl" and clause.child("mark") is not None)


def _parted(a: Word, b: Word) -> bool:
    """Whether a comma stands between two words."""
    run = a.sentence.words
    return any(w.text == "," for w in run[a.i + 1 - run[0].i : b.i - run[0].i])


def _own_subject(verb: Word) -> Word | None:
    """The verb's own subject; not a word of the quotation that the parser takes for it ("Full panic," said Mr Holm)."""
    subjects = [c for c in verb.children if c.dep in SUBJECTS]
    plain = [c for c in subjects if c.quote == verb.quote]
    if plain or verb.quote >= 0:
        later = [c for c in plain if c.i > verb.i and not _is_of_clause(c, plain[0])]
        earlier = [c for c in plain if c.i < verb.i and c.pos != "NUM"]
        if len(earlier) > 1 and not later and _parted(earlier[0], earlier[-1]):
            return earlier[-1]  # "Talks over the border, Mrs Stone said, would begin": the parser gave "said" both
        return next(iter(later or earlier or plain or subjects), None)
    if subjects:
        after = [c for c in verb.children if c.i > verb.i and c.quote < 0 and c.pos in ("PROPN", "NOUN", "PRON")]
        return after[0] if after and after[0].dep in ("dobj", "oprd", "attr", "npadvmod", "ccomp") else None
    if (inverted := _inverted_subject(verb)) is not None:
        return inverted
    if (before := _named_before(verb)) is not None:
        return before
    if verb.dep != "ROOT" or (verb.tag not in FINITE and verb.child("aux") is None):
        return None
    mistaken = [
        c for c in verb.children if c.i < verb.i and c.dep in ("intj", "npadvmod", "dep", "nmod", "appos", "attr", "advmod")
    ]
    return next((c for c in mistaken if c.pos in ("PROPN", "NOUN", "PRON") and c.ent not in ("DATE", "TIME")), None)


def _is_of_clause(later: Word, earlier: Word) -> bool:
    """Whether the "subject" after the verb is that of a clause it reports: "The guild said the talks, now late, are over"."""
    verb = later.head
    if later is earlier or earlier.i > verb.i or earlier.pos == "NUM" or verb.dep == "parataxis":
        return False
    tokens = verb.sentence.words
    return any(w.tag in FINITE for w in tokens[later.i - tokens[0].i + 1 :])


def _named_before(verb: Word) -> Word | None:
    """The name right before a cue beside a quotation, where the parser hangs it elsewhere: "Q," the envoy, Olm, said."""
    tokens = verb.sentence.words
    place = verb.i - tokens[0].i
    if verb.tag not in ("VBD", "VBZ") or verb.lemma not in words("cues", "speech") or place < 2:
        return None
    first = next((n + 1 for n in range(place - 1, -1, -1) if tokens[n].quote >= 0 or tokens[n].text in (";", ":")), 0)
    quoted_after = any(w.quote >= 0 for w in tokens[place + 1 : place + 3])
    if (first == 0 and not quoted_after) or any(w.tag in FINITE for w in tokens[first:place]):
        return None
    last = next((w for w in reversed(tokens[first:place]) if w.pos != "PUNCT"), None)
    return last if last is not None and last.pos in ("PROPN", "NOUN") and last.ent not in ("DATE", "TIME") else None


def _inverted_subject(verb: Word) -> Word | None:
    """The noun after a cue that a comma or a mark parts from the words before: ", says the union chief"."""
    tokens = verb.sentence.words
    place = verb.i - tokens[0].i
    if place == 0 or tokens[place - 1].lower not in (",", '"', "''") or verb.lemma not in words("cues", "speech"):
        return None
    if verb.tag not in FINITE or (place + 1 < len(tokens) and tokens[place + 1].pos == "PUNCT"):
        return None
    after = [c for c in verb.children if c.i > verb.i and c.quote < 0 and c.dep in ("dobj", "oprd", "attr", "npadvmod", "ccomp")]
    named = next((c for c in after if c.pos in ("PROPN", "NOUN")), None)
    doing = next((c for c in after if c.dep == "ccomp" and c.tag == "VBG"), None)
    return doing.child("nsubj") if named is None and doing is not None else named


def is_headless(participle: Word) -> bool:
    """Return whether a "participle" is the verb of its clause, which has no other: "Olm, a baker, called it a joke"."""
    noun = participle.head
    if (
        participle.tag != "VBN"
        or participle.dep != "acl"
        or noun.dep not in ("ROOT", "ccomp")
        or noun.pos not in ("NOUN", "PROPN")
    ):
        return False
    if noun.dep == "ccomp" and noun.head.tag not in FINITE:
        return False
    return noun.i < participle.i and not any(w.tag in FINITE and w.head is noun for w in noun.children)


def _of_main_clause(gerund: Word) -> Word | None:
    """The subject of the clause that "by accusing", "besides demanding" belongs to; "blamed for saying" is said by the blamed."""
    verb = gerund.head.head
    if gerund.head.lower not in ("by", "despite", "besides", "after", "before", "while", "in", "without") or verb.pos != "VERB":
        return None
    return None if verb.child("nsubjpass") is not None and gerund.head.lower == "by" else _own_subject(verb)
