"""The case in which a time has run out with nothing done, and what follows: "after that", "if they fail", "otherwise"."""

from collections.abc import Iterator

from dragoman.coding.parse import Sentence, Word
from dragoman.coding.sooner import find_early, is_over
from dragoman.coding.wordlists import words

_CLAUSES = ("VERB", "AUX")
_SKIPPED = frozenset(('"', "'", "“", "‘", "-", "–", "—", "but", "and", "or"))
_SAID = ("mark", "punct", "ccomp", "parataxis", "advcl")
_NOT = frozenset(("not", "n't", "no", "none", "neither", "nobody", "nothing", "still", "without", "short", "unable"))
_MARKS = frozenset(("if", "should", "unless", "once", "when", "after"))
_MEANING = frozenset({"stand", "risk", "threaten", "plan", "intend", "mean", "prepare", "promise", "vow", "propose"})
_AHEAD = frozenset(("will", "'ll", "would", "'d", "shall", "could", "may", "might"))


def follows_in(sentence: Sentence, after: int = -1) -> list[Word]:
    """Return what a sentence says will follow if a time named before runs out, or none; `after` is the number of a word."""
    for case in _cases(sentence, after):
        found = outcome(sentence, case, after)
        if found:
            return found
    return []


def _cases(sentence: Sentence, after: int) -> Iterator[set[int]]:
    """The numbers of the words that state the case, for each statement of it."""
    tokens = sentence.words
    opening = _opening(tokens) if after < tokens[0].i else 0
    if opening:
        yield {w.i for w in tokens[:opening]}
    for at, word in enumerate(tokens):
        if word.i <= after:
            continue
        opened = _opening(tokens[at:]) if at and _begins(tokens, at) else 0
        if opened:
            yield {w.i for w in tokens[at : at + opened]}
        elif word.lower == "otherwise" and _stands_alone(tokens, at):
            yield {word.i}
        elif word.lower in _MARKS and (case := _clause(tokens, at)) and _has_run_out(word.lower, case):
            yield {w.i for w in case}
        elif word.lower in ("without", "absent", "barring", "failing") and at and tokens[at - 1].text == ",":
            yield {w.i for w in _to_comma(tokens, at)}
        elif word.dep in ("nsubj", "nsubjpass") and (case := _undone_by(word)):
            yield {w.i for w in case}


def _begins(tokens: list[Word], at: int) -> bool:
    """Whether a clause may begin there: behind a mark, or behind a mark and "and"."""
    marks = (",", ";", ":", "—", "–", "--")
    joined = tokens[at - 1].lower in ("and", "or", "but") and at > 1
    return tokens[at - 2 if joined else at - 1].text in marks


def _opening(tokens: list[Word]) -> int:
    """How many words open a sentence as "After that", "Otherwise", "Failing that", "If not", "Without a deal by then"."""
    start = next((k for k, w in enumerate(tokens) if w.lower not in _SKIPPED), 0)
    lowers = [w.lower for w in tokens[start : start + 6]]
    text = " ".join(lowers)
    for phrase in words("deadlines", "openings"):
        if f"{text} ".startswith(f"{phrase} "):
            return start + len(phrase.split())
    if lowers[:1] and lowers[0] in words("deadlines", "lacking") | {"failing"}:
        return start + len(_to_comma(tokens, start))
    if lowers[:2] == ["at", "the"] and _ends(tokens, start):
        return start + len(_to_comma(tokens, start))
    return 0


def _ends(tokens: list[Word], start: int) -> bool:
    """ "At the end of the 60 days", "on its expiry": the time itself is over."""
    near = {w.lemma for w in tokens[start + 2 : start + 9]}
    return tokens[start + 2].lower in ("end", "expiry", "close", "expiration") and bool(near & words("deadlines", "itself"))


def _stands_alone(tokens: list[Word], at: int) -> bool:
    """ "Would otherwise withhold", "a price cap otherwise"; not "unless otherwise", "say otherwise"."""
    before = tokens[at - 1] if at else None
    return before is None or before.lower not in ("unless", "or", "and", "think", "say", "said", "suggest", "believe", "claim")


def _clause(tokens: list[Word], at: int) -> list[Word]:
    """The words of a clause of "if", "should", "unless", "once": by the parse, else up to the next comma."""
    mark = tokens[at]
    if mark.lower == "should" and not _is_inverted(tokens, at):
        return []
    verb = mark.head if mark.dep in ("mark", "advmod", "aux") and mark.head.pos in _CLAUSES else None
    if verb is None or verb.i < mark.i or verb.head is verb:
        return _to_comma(tokens, at)
    inside = {w.i for w in verb.subtree()}
    run = [w for w in tokens[at:] if w.i in inside or w.pos == "PUNCT"]
    stop = next((k for k, w in enumerate(run) if w.text == "," and k + 1 < len(run) and run[k + 1].i - w.i > 1), len(run))
    run = run[:stop]
    while run and run[-1].pos == "PUNCT":
        run.pop()
    ended = next((k for k, w in enumerate(run) if w.text == "," and _modal_behind(run[k + 1 :])), None)
    run = run[:ended] if ended is not None and tokens[0].i + at == run[0].i else run
    fronted = _to_comma(tokens, at) if at < 2 else []  # "if it does not, they will refuse": "not" may be read with "refuse"
    return fronted if len(run) < len(fronted) < len(tokens) - at else run


def _modal_behind(rest: list[Word]) -> bool:
    """Whether a new clause with its modal is told behind the comma, which the parser has taken for part of the case."""
    return any(w.tag == "MD" for w in rest[:8])


def _is_inverted(tokens: list[Word], at: int) -> bool:
    """ "Should they fail": the modal stands before its subject."""
    before = tokens[at - 1] if at else None
    follower = tokens[at + 1] if at + 1 < len(tokens) else None
    opens = before is None or before.pos in ("PUNCT", "CCONJ", "VERB") or before.lower == "that" or before.pos == "NOUN"
    return opens and follower is not None and (follower.pos in ("PRON", "DET", "PROPN", "NOUN", "ADJ") or follower.lower == "no")


def _undone_by(subject: Word) -> list[Word]:
    """ "A failure would cost both their licences", "clubs that have not signed by then will be docked points"."""
    if subject.lemma in words("deadlines", "failures"):
        return [w for w in subject.subtree() if w.i <= subject.i or w.i < subject.head.i]
    told = next((c for c in subject.children if c.dep in ("relcl", "acl", "prep") and c.i > subject.i), None)
    if told is None or subject.head.i < told.i or not _is_ahead(subject.head):
        return []
    undone = any(c.dep == "neg" for c in told.children) or told.lemma in words("deadlines", "failing") or told.lower == "without"
    return told.subtree() if undone else []


def _to_comma(tokens: list[Word], at: int) -> list[Word]:
    stop = next((k for k in range(at + 1, len(tokens)) if tokens[k].text in (",", ";", ".", "—", "–")), len(tokens))
    return tokens[at:stop]


def _has_run_out(mark: str, case: list[Word]) -> bool:
    """Whether the clause says that nothing was done in time, or that the time is over."""
    if mark == "unless":
        return True
    undone = any(w.lower in _NOT or w.lemma in words("deadlines", "failing") for w in case)
    over = any(is_over(w) and any(x.lemma in words("deadlines", "itself") for x in case) for w in case if w.pos in _CLAUSES)
    return over or (undone and mark in ("if", "should"))


def announced(sentence: Sentence, after: int = -1) -> tuple[Word, list[Word]] | None:
    """Return a harm that is announced without its case, with the verb or noun that announces it, or None.

    "Penalties would follow", "has threatened to freeze the accounts", "warned of fines", "on pain of a ban".
    """
    tokens = sentence.words
    for at, word in enumerate(tokens):
        if word.i <= after:
            continue
        over = word.head if word.dep == "xcomp" and word.head.lemma == "be" else word  # "port bans are to follow"
        subject = word.child("nsubj", "nsubjpass") or over.child("nsubj")
        coming = word.lemma in words("threats", "effects") | words("deadlines", "following")
        ahead = _is_ahead(word) or word.lemma == "await" or over is not word
        if subject is not None and subject.lemma in _penalties() and coming and ahead and not _is_denied(word):
            early = find_early(sentence)
            sooner = early is not None and word in early.told
            whole = sooner or over is not word
            return word, subject.subtree() if whole else _to_comma(told_of(word), 0)
        harm = word.child("xcomp") if word.lemma in ("threaten", "vow") and word.pos == "VERB" else None
        if harm is not None and not _is_denied(word):
            cases = {w.i for c in harm.children if c.dep == "advcl" and _is_case(c) for w in c.subtree()}
            return word, [w for w in harm.subtree() if w.i not in cases and (w.tag != "TO" or w.i > harm.i)]
        if word.lemma == "threaten" and word.pos == "VERB" and not _is_denied(word):
            stop = next((k for k in range(at + 1, len(tokens)) if tokens[k].lower in _MARKS or tokens[k].pos == "PUNCT"), at)
            near = tokens[at + 1 : stop] if stop < at + 9 else []
            if near and near[0].lower != "to" and any(w.lemma in _penalties() for w in near):
                named = next((k for k in range(at + 1, stop) if tokens[k].lower == "with"), at)
                return word, tokens[named + 1 : stop]
        of = tokens[at + 1 : at + 2]
        if of and of[0].lower in ("of", "with") and word.lemma in words("deadlines", "announcing") and not _is_denied(word):
            noun = of[0].child("pobj", "pcomp")
            told = noun.subtree() if noun is not None else []
            if noun is not None and any(w.lemma in _penalties() for w in (noun, *noun.children)):
                return word, [w for w in told if w.lower != "otherwise" and w.text not in ('"', "”")]
        if word.lower == "with" and (follow := _to_follow(tokens, at)):
            return word, follow
    return None


def _to_follow(tokens: list[Word], at: int) -> list[Word]:
    """ "With a ban from the championships to follow"."""
    pairs = range(at + 2, min(at + 12, len(tokens) - 1))
    coming = ("follow", "come", "ensue")
    end = next((k for k in pairs if tokens[k].lower == "to" and tokens[k + 1].lemma in coming), None)
    found = tokens[at + 1 : end + 2] if end is not None else []
    return found if any(w.lemma in _penalties() for w in found) else []


def _penalties() -> frozenset[str]:
    harms = words("threats", "harms") | words("threats", "measures") | words("threats", "there")
    return harms | words("deadlines", "steps") | words("deadlines", "depriving")


def _is_ahead(verb: Word) -> bool:
    return any(c.lower in _AHEAD for c in verb.children)


def _is_denied(verb: Word) -> bool:
    return any(c.dep == "neg" for c in verb.children)


def outcome(sentence: Sentence, case: set[int], after: int = -1) -> list[Word]:
    """Return the clause that a modal makes to come, outside the case; none where nothing is said to follow."""
    near = sorted(case)
    for verb in sentence.words:
        aside = _is_aside(verb) and not case <= {w.i for w in verb.subtree()}
        if verb.i in case or verb.i <= after or not _is_to_come(verb, near) or aside:
            continue
        found = [w for w in told_of(verb) if w.i not in case and w.i > after]
        while found and (found[0].pos in ("PUNCT", "CCONJ") or found[0].lower in ("that", "otherwise")):
            found = found[1:]
        return found
    return []


def _is_to_come(verb: Word, case: list[int]) -> bool:
    """A verb under a modal that is no verb of saying, or one of suffering: "will close", "stands to lose", "both lose"."""
    if verb.pos not in _CLAUSES or any(c.lower == "what" and c.dep.startswith("nsubj") for c in verb.children):
        return False  # "has made clear what will happen"
    subject = verb.child("nsubj", "nsubjpass")
    if subject is not None and (subject.lemma in words("deadlines", "nouns") or subject.lemma in ("limit", "period", "term")):
        return False  # "the deadline could be shortened if"
    helpers = {c.lower for c in verb.children if c.dep in ("aux", "auxpass")}
    if helpers & _AHEAD:
        return verb.child("ccomp") is None or verb.lemma not in words("cues", "speech")
    over = verb.head
    standing = verb.dep == "xcomp" and over.lemma in _MEANING
    suffering = verb.lemma in words("deadlines", "suffering") and verb.tag in ("VBZ", "VBP", "VB")
    return standing or (suffering and "to" not in helpers)


def _is_aside(verb: Word) -> bool:
    """Whether the verb only describes a noun: "the fees that it would collect"."""
    return verb.dep == "relcl" and any(c.tag in ("WDT", "WP") for c in verb.children)


def told_of(verb: Word) -> list[Word]:
    """Return the clause of a verb from its subject on, without the words of who says so."""
    standing = verb.dep == "xcomp" and verb.child("nsubj", "nsubjpass") is None and verb.head.lemma in ("stand", "risk")
    over = verb.head if standing else verb
    apart = [c for c in over.children if c.dep in _SAID and c is not verb and (c.dep != "advcl" or _is_case(c))]
    apart = [c for c in apart if c.dep != "ccomp" or c.i < over.i or c.lemma in words("cues", "speech")]
    left_out = {w.i for c in apart for w in c.subtree()}
    joined = {w.i for c in over.children if c.dep == "conj" and c.child("nsubj", "nsubjpass") for w in c.subtree()}
    tokens = over.sentence.words
    marks = [w.i for w in tokens if w.text in (";", ":") and w.i < over.i]
    found = [w for w in over.subtree() if w.i not in left_out | joined and w.i > max(marks, default=-1)]
    gaps = [k for k in range(1, len(found)) if found[k].i - found[k - 1].i > 3]
    for gap in gaps:
        found = found[:gap] if verb in found[:gap] else found[gap:]
        break
    while found and found[-1].pos in ("PUNCT", "CCONJ"):
        found.pop()
    return found[1:] if found and found[0].tag == "TO" else found


def _is_case(clause: Word) -> bool:
    return any(c.lower in _MARKS for c in clause.children)
