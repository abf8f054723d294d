"""The words that show an attitude, cut to measure: a clause, a noun phrase, a predicate, without what only stands beside."""

from dragoman.coding.parse import Word

_APART = frozenset({"conj", "cc", "punct", "parataxis", "preconj", "appos", "intj", "nsubj", "nsubjpass"})
_RELATIVE = frozenset({"WP", "WDT"})
_DATED = frozenset({"DATE", "TIME"})
_BESIDE = frozenset({"as", "against", "like", "amid", "despite", "according", "because"})
_TYING = frozenset({"if", "until", "unless", "before", "provided", "once", "when", "after", "without", "to", "till", "that"})
_TIMING = frozenset({"after", "following", "when", "as", "since", "during", "while"})
_BREAKS = frozenset({"-", "–", "—", "--", ":", ";"})
_WH = frozenset({"WRB", "WDT", "WP", "WP$"})
_STOPS = frozenset({",", ".", ";", ":", "-", "–", "—", "and", "or", "("})


def clause_words(verb: Word) -> list[Word]:
    """Return the verb with its auxiliaries and all that follows and belongs to it; coordinated and aside clauses left out."""
    chosen = [verb]
    full = False
    for child in verb.children:
        if child.i < verb.i:
            if (child.dep in ("aux", "auxpass", "neg") and child.lower != "to") or child.lower == "longer":
                chosen.append(child)
        elif child.dep not in _APART and not _aside(child) and not _told_when(verb, child) and not (full and _glosses(child)):
            chosen += near(child)
            full = full or child.dep == "dobj"
        elif child.dep == "conj" and _let_do(verb, child):
            chosen += [*_between(verb, child), *near(child)]
    return uninterrupted(verb, chosen)


def _let_do(verb: Word, act: Word) -> bool:
    """Whether a bare verb after a name set off by commas belongs to "let": "refused to let its chief, A, meet B"."""
    let = next((c for c in verb.children if c.dep == "xcomp" and c.lemma in ("let", "help", "have", "make")), None)
    return let is not None and act.tag in ("VB", "VBP") and verb.child("cc") is None and act.child("nsubj", "aux") is None


def _between(verb: Word, act: Word) -> list[Word]:
    """The words between the verb and one that belongs to it."""
    first = verb.sentence.words[0].i
    return verb.sentence.words[verb.i + 1 - first : act.i - first]


def clause_from(subject: Word, verb: Word) -> list[Word]:
    """Return the words from the subject's first to the end of the clause."""
    said = clause_words(verb)
    if subject.i < verb.i:
        said = [*nominal(subject), *(c for c in verb.children if subject.i < c.i < verb.i and c.dep != "punct"), *said]
    return trimmed(said)


def predicate(verb: Word) -> list[Word]:
    """Return what a course is, without its subject, its modal and what it waits for: "return to the table"."""
    out = [verb]
    for child in verb.children:
        if (
            child.i > verb.i
            and child.dep not in _APART
            and child.dep not in ("advcl", "neg")
            and not _aside(child)
            and not when(child)
        ):
            if (
                any(c.dep == "mark" for c in child.children)
                and child.dep == "ccomp"
                and any(c.lower in ("if", "until", "before") for c in child.children)
            ):
                continue
            out += near(child)
    return trimmed(out)


def nominal(noun: Word) -> list[Word]:
    """Return a noun phrase up to its first relative clause or aside."""
    out: list[Word] = [noun]
    for child in noun.children:
        if child.dep not in ("relcl", "conj", "cc", "punct", "appos", "parataxis") and not (
            child.dep == "acl" and child.tag == "VBN"
        ):
            out += child.subtree()
    return trimmed(out)


def near(word: Word) -> list[Word]:
    """Return a complement without the relative clause or gloss that a comma parts from its end."""
    out = word.subtree()
    for k, inner in enumerate(out):
        if k > 1 and out[k - 1].lower == "," and _beside(inner, _participle(out[k : k + 3]), word):
            return out[: k - 1]
        if k and inner.tag in _RELATIVE and out[k - 1].lower == ",":
            return out[: k - 1]
        if k > 2 and inner.tag == "WDT" and out[k - 1].pos == "ADP" and out[k - 2].lower == ",":  # ", on which"
            return out[: k - 2]
        if k > 1 and inner.dep == "mark" and inner.lower in ("as", "while", "because", "although") and inner.head.dep == "advcl":
            return out[: k - 1] if out[k - 1].lower == "," else out[:k]
    return out


def when(preposition: Word) -> bool:
    """Return whether a preposition only leads in a time: "on Monday"."""
    return any(c.ent in _DATED and c.dep == "pobj" for c in preposition.children) and preposition.lower in (
        "on",
        "in",
        "at",
        "since",
        "during",
        "over",
    )


def _glosses(child: Word) -> bool:
    """Whether a second object after a comma only glosses the first: "5 percent, a figure they reject"."""
    first = child.subtree()[0]
    before = first.sentence.words[first.i - first.sentence.words[0].i - 1]
    return child.dep in ("dobj", "npadvmod", "attr", "oprd", "dep") and before.lower == ","


def _participle(after: list[Word]) -> Word | None:
    """The participle that a comma leads up to, past an adverb or "in effect"."""
    return next((w for w in after if w.tag == "VBG"), None)


def _beside(inner: Word, participle: Word | None, word: Word) -> bool:
    """Whether the words from there on only gloss: "5 percent, a figure they call", "the tax, in effect ending it"."""
    phrase = participle or (inner.head if inner.tag == "DT" else inner)
    if participle is None and inner.tag not in ("DT", "VBN"):
        return False
    listed = any(w.dep == "cc" or w.dep == "conj" for w in (*phrase.children, *phrase.head.children))
    return not listed and phrase.dep in ("appos", "acl", "dobj", "npadvmod", "advcl", "attr", "oprd") and phrase is not word


def _aside(child: Word) -> bool:
    """Whether a clause or date is no part of the attitude's object."""
    if child.dep == "advcl":
        marks = {c.lower for c in child.children if c.dep in ("mark", "advmod", "aux")}
        return not marks & _TYING
    return child.dep == "prep" and child.lower in _BESIDE


def _told_when(verb: Word, child: Word) -> bool:
    """Whether what follows only tells when a thing past was said or done: "called for talks after the shooting"."""
    if verb.tag not in ("VBD", "VBN", "VBG") or any(c.tag == "MD" for c in verb.children):
        return False
    if child.dep == "prep":
        return child.lower in _TIMING and child.i > verb.i + 1
    return child.dep == "advcl" and any(c.lower in _TIMING and c.i < child.i for c in child.children)


def joined(heads: list[Word]) -> list[Word]:
    return trimmed([w for h in heads for w in h.subtree()])


def uninterrupted(verb: Word, chosen: list[Word]) -> list[Word]:
    """Return the words up to where the writer breaks in after the object: a dash, a colon, a quotation, a "where"."""
    said = trimmed(chosen)
    for k, word in enumerate(said):
        if word.i < verb.i + 3 or k < 3:
            continue
        after = said[k + 1] if k + 1 < len(said) else None
        apart = word.start > said[k - 1].end or word.text in ":;"
        broken = (word.text in _BREAKS and apart) or (word.lower == "but" and word.dep == "cc")
        if broken or (word.text == "," and after is not None and (after.tag in _WH or (after.text == '"' and word.quote < 0))):
            return trimmed(said[:k])
    return said


def trimmed(chosen: list[Word]) -> list[Word]:
    """The words in order, each once, without punctuation and conjunctions at the end."""
    out = sorted(set(chosen), key=lambda w: w.i)
    while len(out) > 1 and out[-1].lower in _STOPS:
        out.pop()
    return out


def through(whole: list[Word], things: list[Word]) -> list[Word]:
    """Return the words up to the end of the last of several things, which the parser hung side by side."""
    end = max(w.i for t in things for w in t.subtree())
    return [w for w in whole[0].sentence.words if whole[0].i <= w.i <= end]


def listed_parts(whole: list[Word]) -> list[list[Word]]:
    """Return the parts of a list, each led in by its article: "a truce, an inquiry and the release"."""
    parts: list[list[Word]] = []
    around = whole[0].sentence.words
    for word in whole:
        before = around[word.i - around[0].i - 1]
        if word.tag in ("DT", "PRP$") and (not parts or before.lower in (",", "and")):
            parts.append([])
        if parts:
            parts[-1].append(word)
    return [trimmed(p) for p in parts]
