"""Orders told by the place of words alone: no point in X before Y, first comes X and then Y."""

from dataclasses import replace

from dragoman.coding.clauses import extent, mood, refuses, trimmed
from dragoman.coding.fronting import is_cue
from dragoman.coding.fronting import led as led_verb
from dragoman.coding.needs import is_obliged
from dragoman.coding.parse import Word
from dragoman.coding.waits import Wait, wait
from dragoman.coding.wordlists import words

_TALKING = words("conditions", "senses", "talking")
_MEETING = words("conditions", "openings", "meeting_verbs")

_STOPS = frozenset({".", ";", ":", "—", "–", "--", "?", "!", '"'})
_BARRED = frozenset({"impossible", "unthinkable", "inconceivable", "pointless", "premature", "senseless", "excluded", "futile"})
_LISTS = frozenset({"calendar", "table", "agenda", "card", "menu", "programme", "program", "diary", "horizon"})
_MANNERS = words("conditions", "senses", "manners") | words("conditions", "senses", "company")
_LATER = frozenset({"afterwards", "afterward", "later", "second", "after", "next", "last"})
_FEW = 9
_UNTIL = frozenset({"before", "until", "till", "without", "unless"})
_LACKS = frozenset({"reason", "role", "use", "place", "basis"})
_LASTING = (("for", "as", "long", "as"), ("as", "long", "as"), ("so", "long", "as"), ("while",))
_CAUSES = frozenset({"because", "since", "as", "for", "but", "which", "although", "while"})


def pointless(word: Word) -> Wait | None:
    """ "No point in a visit before the text is agreed", "sees no use in an encounter while they are at odds"."""
    after = _rest(word)
    if word.pos not in ("NOUN", "ADJ") or not after or after[0].lower not in ("in", "to", "for", "of") or not _is_denied(word):
        return None
    found = _parted(after[1:], word)
    if found is None or word.lemma not in _LACKS or any(w.lemma in _MEETING | _TALKING - {"go", "come"} for w in found.gated):
        return found
    return None  # "no reason to doubt the figures until they are checked"


def not_without(word: Word) -> Wait | None:
    """ "A meeting without a draft is out of the question", "a summit without a text would be pointless"."""
    step, verb = word.head, word.head.head
    lacked = word.child("pobj")
    if step.lemma not in _TALKING or step.dep not in ("nsubj", "nsubjpass") or verb.lemma != "be" or lacked is None:
        return None
    said = [w for w in _rest(verb) if w.text not in ('"', "'")]
    denied_off = [w.lower for w in said[:3]] == ["not", "on", "the"] and bool(said[3:]) and said[3].lemma in _LISTS
    while said and said[0].pos == "ADV":
        said = said[1:]
    barred = bool(said) and said[0].lemma in _BARRED and not any(c.dep == "neg" for c in verb.children)
    out = [w.lower for w in said[:4]] == ["out", "of", "the", "question"] and not any(c.dep == "neg" for c in verb.children)
    denied = bool(said) and said[0].lower in ("possible", "conceivable") and any(c.dep == "neg" for c in verb.children)
    if not (barred or out or denied or denied_off) or mood(verb) == "unreal" or lacked.lemma in _MANNERS:
        return None
    gated = [w for w in step.subtree() if w.i < word.i]
    return replace(Wait(trimmed(gated), trimmed(lacked.subtree()), "only_after", verb), certainty="likely") if gated else None


def _nothing_gained(word: Word, after: list[Word]) -> Wait | None:
    """ "There was nothing to be gained from a meeting before the experts had a text"."""
    lower = [w.lower for w in after[:5]]
    at = next((k for k, w in enumerate(lower) if w in ("gained", "won", "achieved", "discussed")), None)
    if lower[:1] != ["to"] or at is None or len(after) < at + 3:
        return None
    if after[at + 1].lower not in ("from", "by", "in", "at", "through"):
        return None
    found = _parted(after[at + 2 :], word)
    return found if found is not None and any(w.lemma in _MEETING | _TALKING for w in found.gated) else None


def nothing_to(word: Word) -> Wait | None:
    """ "Has nothing to discuss with him until there is a draft", "there is nothing for them to meet about as long as"."""
    after = _rest(word)
    if (gained := _nothing_gained(word, after)) is not None:
        return gained
    to = next((k for k, w in enumerate(after[:_FEW]) if w.lower == "to" and w.tag == "TO"), None)
    if to is None or (to and after[0].lower != "for") or to + 1 >= len(after):
        return None
    if after[to + 1].lemma not in _MEETING | _TALKING | {"discuss", "negotiate", "talk", "say", "meet"}:
        return None
    found = _parted(after[to + 1 :] if not to else after[:], word)
    over = word.head if word.head.pos in ("VERB", "AUX") else word
    if found is None:
        return None
    doer = over.child("nsubj") if over.lemma == "have" and not to else None
    many = doer is not None and doer.tag == "NNS" and doer.i < over.i  # "the two presidents had nothing to talk about until"
    gated = [*trimmed(doer.subtree()), *found.gated] if many and doer is not None else found.gated
    return replace(found, gated=gated, frame=over)


def _parted(after: list[Word], word: Word) -> Wait | None:
    """What waits and what it waits for, on the two sides of "before", "until", "while" or "as long as"."""
    mark, length, lasting = _mark(after)
    if mark < 1 or any(w.tag in ("VBZ", "VBP", "VBD", "MD") for w in after[:mark]):
        return None
    gated = [w for w in after[:mark] if w.text != '"']
    required = _clause(after[mark + length :])
    if not required or required[0].ent in ("DATE", "TIME"):
        return None
    if lasting and not any(w.tag in ("VBZ", "VBP", "VBD", "MD") for w in required):
        return None
    gated = gated[1:] if gated and gated[0].lower == "for" else gated
    found = wait(trimmed(gated), trimmed(required), word)
    return replace(found, ended=lasting) if found is not None else None


def _mark(after: list[Word]) -> tuple[int, int, bool]:
    """Where the connective stands, how many words it has, and whether it awaits an end; -1 where there is none."""
    for k, word in enumerate(after):
        if word.text in _STOPS and word.text != '"':
            break
        if word.lower in _UNTIL:
            return k, 1, False
        for lasting in _LASTING:
            if tuple(w.lower for w in after[k : k + len(lasting)]) == lasting:
                return k, len(lasting), True
    return -1, 0, False


def must_first(word: Word) -> Wait | None:
    """ "Rejected a call for a meeting, saying a contract had to be completed first"."""
    verb = word.head
    clause = verb.head if verb.dep == "xcomp" else verb
    saying = clause.head
    refusing = saying.head
    obliged = is_obliged(verb) or mood(clause) in ("must", "would")
    if word.dep != "advmod" or not obliged or clause.dep != "ccomp" or saying.tag != "VBG" or not refuses(refusing):
        return None
    asked = refusing.child("dobj")
    by = next((c for c in asked.children if c.lower in ("for", "to") and c.dep == "prep"), None) if asked is not None else None
    step = by.child("pobj") if by is not None and asked is not None and asked.lemma not in _TALKING else asked
    if step is None or step.lemma not in _TALKING:
        return None
    return wait(trimmed(step.subtree()), [w for w in extent(clause) if w is not word], clause)


def after_that(word: Word) -> Wait | None:
    """ "An accord has to exist, and after that the two can meet"; "had to be approved, and it was only afterwards that"."""
    words_, at = word.sentence.words, word.i - word.sentence.words[0].i
    led = [w.lower for w in words_[max(0, at - 3) : at]]
    start = _led_by(word, led)
    if start is None:
        return None
    head, after = at - start, words_[at + 1 :]
    if head < 4 or words_[head].lower != "and":
        return None
    after = after[1:] if after and after[0].lower == "that" else after
    gated, early = _clause(after), _early(words_[:head])
    late = [w for w in gated if w.tag in ("MD", "VBZ", "VBP", "VBD")]
    obliged = [w for w in early if is_obliged(w) or mood(w) == "must" or (w.lower == "get" and w.tag in ("VB", "VBP"))]
    if not gated or not obliged or not late or not _joins(gated):
        return None
    return wait(trimmed(gated), trimmed(early), led_verb(late[0]))


def _led_by(word: Word, led: list[str]) -> int | None:
    """How far back "and" stands before "then", "after that", "only afterwards", "it was only afterwards"."""
    for lead in (("and",), ("and", "only"), ("and", "it", "was", "only"), ("and", "it", "is", "only")):
        want = lead if word.lower != "that" else (*lead, "after")
        if tuple(led[-len(want) :]) == want or (len(want) > 3 and tuple(led[-3:]) == want[-3:]):
            return len(want)
    return None


def _early(before: list[Word]) -> list[Word]:
    """The words of the clause before, without a cue between commas (", she said")."""
    kept, segment = list[Word](), list[Word]()
    for word in [*before, None]:
        if word is not None and word.text not in (",", '"', ";", ":"):
            segment.append(word)
            continue
        if segment and not is_cue(segment):
            kept += segment
        segment = []
    return kept


def _joins(gated: list[Word]) -> bool:
    """Whether a step of people meeting is told: what a paper is made for."""
    return any(w.lemma in _MEETING or w.lemma in _TALKING or w.lower in ("role", "together", "room") for w in gated)


def first_comes(word: Word) -> Wait | None:
    """ "First comes a draft, then a summit"."""
    after = _rest(word)
    if len(after) < 5 or (word.pos == "ADJ" and word.dep == "amod") or after[0].lower not in ("comes", "come", "must"):
        return None
    after = after[2:] if after[1].lower == "come" else after[1:]
    then = next((k for k, w in enumerate(after) if w.lower == "then"), None)
    if then is None or then < 2 or then > 12:
        return None
    required = [w for w in after[:then] if w.text != ","]
    gated = _clause(after[then + 1 :])
    gated = gated[: next((k for k, w in enumerate(gated) if w.text == ","), len(gated))]
    if required and required[-1].lower in ("and", "only"):
        required = required[:-1]
    if not required or not gated or any(w.tag in ("VBD", "VBZ", "VBP") for w in required):
        return None
    return wait(trimmed(gated), trimmed(required), word)


def first_and_later(word: Word) -> Wait | None:
    """ "Paperwork first, principals afterwards", "the audit comes first and the talks later"."""
    words, at = word.sentence.words, word.i - word.sentence.words[0].i
    start = max((k + 1 for k, w in enumerate(words[:at]) if w.text in _STOPS or w.text == ","), default=0)
    required = [w for w in words[start:at] if w.lower not in ("comes", "come", "must", "should")]
    if any(w.text in ("(", ")") for w in required):
        return None
    after = words[at + 1 :]
    while after and after[0].lower in (",", "and", "then"):
        after = after[1:]
    later = next((k for k, w in enumerate(after[:_FEW]) if w.lower in _LATER), None)
    if later is None or not required or later < 1 or len(required) > _FEW:
        return None
    gated = after[:later]
    if any(w.pos in ("VERB", "AUX") and w.tag != "VBG" for w in (*required, *gated)) or not _things(required, gated):
        return None
    return wait(trimmed(gated), trimmed(required), word)


def _things(*sides: list[Word]) -> bool:
    return all(any(w.pos in ("NOUN", "PROPN") or (w.tag == "VBG" and w.lemma in _MEETING) for w in side) for side in sides)


def _is_denied(word: Word) -> bool:
    """Whether it is called pointless: "no point", "little sense", or by a word that says so itself."""
    if word.pos == "ADJ":
        return not any(c.dep == "neg" for c in (*word.children, *word.head.children))
    if not any(c.lower in ("no", "little") for c in word.children):
        return False
    verb = word.head
    if word.lemma in _LACKS and verb.lemma not in ("be", "see", "have", "find", "remain"):
        return False
    return verb.pos not in ("VERB", "AUX") or mood(verb) != "unreal"


def _rest(word: Word) -> list[Word]:
    words = word.sentence.words
    return words[word.i + 1 - words[0].i :]


def _clause(after: list[Word]) -> list[Word]:
    """The words up to the end of their clause."""
    out: list[Word] = []
    for k, word in enumerate(after):
        nxt = after[k + 1] if k + 1 < len(after) else None
        breaks = word.text == "," and (nxt is None or nxt.tag in ("PRP", "NNP", "DT") or nxt.lower in _CAUSES or nxt.text == '"')
        if word.text in _STOPS or breaks:
            break
        out.append(word)
    return out
