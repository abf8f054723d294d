"""Whether words tell that a step was done, wholly: its verb governs its own thing in one clause, and nothing there narrows it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from dragoman.assembly.kinship import Naming, named_in, naming
from dragoman.assembly.tables import classes

_TOKEN = re.compile(r"\w[\w'’.-]*(?<![.'’])|[,;:—–()]")
_BREAK = frozenset(",;:—–()")
_LEADING = re.compile(r"^(?:after|despite|following|with|without) [^,]*, ", re.I)
_ASIDE = re.compile(r",? (?:with|without|after|before|since|when|while|whereas|although|though|despite)\b.*|[;:—].*", re.S)
"""What an event's words add about something else: "withdrew its suit, with the ledgers still shut"."""
_LIMITED = re.compile(r"\b(?:until|unless|if|provided|(?:as|so) long as)\b|(?<!,) while\b", re.I)
_DENIED = re.compile(
    r"\b(?:not|never|no|nobody|nothing|fail(?:s|ed|ing)?|refus(?:e[sd]?|ing|al)|would|will|could|may|might|should|must|to be|yet|"
    r"ready|plan(?:s|ned)?|demand(?:s|ed)?|ask(?:s|ed)?|propos(?:e[sd]?|al)|promis(?:e[sd]?|ing)|agreed? to|offer(?:s|ed)?|"
    r"vot(?:e[sd]?|ing)|order(?:s|ed|ing)?|rul(?:es|ed|ing)|told to|call(?:s|ed)? (?:for|on)|urg(?:e[sd]?|ing)|rumou?rs?|"
    r"reportedly|(?:was|were|is|been) reported|den(?:y|ies|ied)|alleg\w+|apparent(?:ly)?|claim(?:s|ed|ing)?|said to|according to|"
    r"dismissed|half|part|partly|partial(?:ly)?|some|several|most|almost|nearly|virtually|only|alone|brief(?:ly)?|"
    r"temporar(?:y|ily)|symbolic(?:ally)?)\b|n['’]t\b",
    re.I,
)
"""What tells that a thing is not, or not yet, done, that somebody only says so, or that no more than a part was done."""
_BEHELD = re.compile(r"\b(?:has|have|had|was|were|is|are)(?:n['’]t| not| never| yet| hardly)\b", re.I)
_UNSURE = re.compile(r"\b(?:according to|rumou?rs?|alleg\w+|apparently|reportedly|unconfirmed|claim(?:s|ed)?|reported to have)\b|"
                     r"\b(?:was|were|is) (?:\w+ )?(?:denied|reported|disputed)\b", re.I)  # fmt: skip
_LEFT_OPEN = re.compile(r"\b(?:not|never|nobody|none|has|have|had|been|to|would|will|(?:refus|fail|deni)ed)$", re.I)
_COMPLEMENT = re.compile(rf"(?:{_DENIED.pattern}).*\bthat\b", re.I)
_JOINED = re.compile(r"^.*\b(?:and|but|then)\b", re.I)

_COUNTS = frozenset("two three four five six seven eight nine ten eleven twelve".split())
_DETERMINERS = frozenset("the its their his her this that these those all both our own entire whole complete full such".split())
_PLAIN = frozenset("long longstanding long-running controversial disputed hated unpopular much-criticised".split())
"""What a writer thinks of a thing, or how long it went on, makes it no other thing."""
_LASTING = re.compile(r"(?:\w+-)*(?:hour|day|week|month|year)(?:-(?:long|old))?$|.*(?:week|month|day|year)s?-long$", re.I)
_ADVERBS = frozenset(
    "completely fully entirely wholly altogether finally formally officially permanently unconditionally immediately "
    "voluntarily quietly also later then yesterday today duly eventually".split()
)
_BEING = frozenset("has have had been was were is are being".split())
_IRREGULAR = frozenset("withdrew left gave began held went drew paid withdrawn given begun drawn gone".split())
_PARTICIPLE = frozenset("withdrawn given begun drawn gone".split())
_NOUN = re.compile(r"(?:ing|al|tion|ment|ture|tures|delivery|release|end)$")
_OPENS = frozenset({"and", "but", "that", "then"})

_DAY = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|"
    r"December|\d{1,4}(?:st|nd|rd|th)?|noon|midnight|dawn|dusk|sunrise|sunset|day|morning|afternoon|evening|week|month|year)"
)
_ADJUNCT = re.compile(
    rf"(?:(?:early |late )?(?:(?:on|at|in|by|from) )?(?:(?:the|this|that|last|same|early|late|first|second|third|next) )*{_DAY}"
    rf"(?: {_DAY})*(?: of [\w' ]+?(?=$| and\b| but\b))?"
    rf"|{'|'.join(sorted(_ADVERBS))}|at last|at once|for good|in full|in the end|too|as well)(?!\w)\s*",
    re.I,
)
_OTHER_CLAUSE = re.compile(
    r"(?:and|but|then|which|who|whose|because|so|amid|following|under|thanks to|due to|in (?:return|exchange|response|line|a)"
    r"|as (?!long|far|soon|if|though)|by (?!half|an? (?:third|quarter|fifth)|\d|one|two|three))\b",
    re.I,
)
"""What stands after a thing and tells why, how or what besides, of the whole of it."""
_OF_ALL = re.compile(
    r"(?:of|on|at|to|in|for) (?:all|every)(?: of)?(?: the| its| their)?(?: [\w-]+){1,2}?"
    r"(?=$|\s*$| and\b| but\b| on\b| at\b)\s*",
    re.I,
)
_OF_MANY = re.compile(r"(?:of|on) the (?:\w+s)\s*(?=$|and\b|but\b)", re.I)
_PHRASE = re.compile(
    r"(?:of|on|at|to|in|for|from|against|with|about) "
    r"(?:(?!(?:and|but|as|which|of|on|at|to|in|for|from)\b)[\w'’-]+\s*)+",
    re.I,
)

_AGAIN = re.compile(
    r"\b(?:re-?(?:new|sum|impos|start|instat|launch|establish|erect|build|built)\w*|exten[ds]\w*|widen\w*|tighten\w*|broaden\w*|"
    r"set(?:s|ting)? up|put(?:s|ting)? up|expand\w*|continu\w*|prolong\w*|maintain\w*|(?:took|take[ns]?) up)\b",
    re.I,
)
_BACK = re.compile(
    r"\b(?:clos(?:e|es|ed|ing)|shut\w*|suspend\w*|halt\w*|block(?:s|ed|ing)?|re-?arrest\w*|seiz\w*|revok\w*|withdr\w+|cancel\w*|"
    r"annul\w*|took back|takes? back|rescind\w*|broke off|stopp?(?:s|ed|ing)?)\b",
    re.I,
)
_ANEW = re.compile(r"\b(?:again|anew|once more)\b", re.I)
_ITSELF = re.compile(
    r"\s+(?:it|them|this|that|these|those|another|an?|the same|(?:a|the) (?:new|second|fresh)|one|two|new|others?|soon|within|"
    r"later|on|at|in|from|next|after|hours|days|\d+)\b|\s*(?:$|[,.;])",
    re.I,
)


def says_done(step: Naming, text: str, known: frozenset[str], kept: bool = False) -> bool:
    """Return whether words tell that a step was done, all of it and for good; `known` are the things its wordings name.

    Of a promise that was `kept` the words tell what was promised ("to withdraw its suit").
    """
    if not step.act or step.fails or not step.head or _LIMITED.search(text):
        return False
    told = _ASIDE.sub("", _LEADING.sub("", text))
    if not named_in(step, naming(told)):
        return False
    tokens = [(m[0], m.start(), m.end()) for m in _TOKEN.finditer(told)]
    words = [t[0].lower() for t in tokens]
    for n, word in enumerate(words):
        if classes("acts").get(word) != step.act:
            continue
        place = _governed(step, words, n, known, kept)
        if place is None:
            continue
        first, last = place
        if _holds(told, tokens[first][1], tokens[last][2], known, words, (n, first), kept):
            return not is_taken_back(step, text, text.find(told) + tokens[last][2])
    return False


def is_taken_back(step: Naming, text: str, start: int = 0) -> bool:
    """Return whether words, from a place on, tell that what a step did was undone: a blockade that ended is renewed.

    From the start of a text they must name the step's thing; after the words of the deed a pronoun will do.
    """
    pattern = _AGAIN if step.act == "undo" else _BACK
    for found in pattern.finditer(text, start):
        stretch = re.split(r"[,;]", text[found.end() :])[0]
        if _DENIED.search(re.split(r"[,;]", text[start : found.start()])[-1]):
            continue
        named = any(_is_head(step, w) for w in re.findall(r"[\w-]+", stretch))
        if named or (start and _ITSELF.match(text, found.end())):
            return True
    return start > 0 and any(not re.search(r"\bso\b", text[start : m.start()]) for m in _ANEW.finditer(text, start))


def _is_head(step: Naming, word: str) -> bool:
    return named_in(replace(step, things=frozenset({step.head}), numbers=frozenset()), naming(word))


def _governed(step: Naming, words: Sequence[str], n: int, known: frozenset[str], kept: bool) -> tuple[int, int] | None:
    """Where the words from the subject or verb to the thing that the verb governs stand, as first and last."""
    after = n + 1
    noun = words[after : after + 1] == ["of"] and _NOUN.search(words[n]) is not None
    if noun and n > 1 and not kept:
        return None
    finite = words[n].endswith(("ed", "s")) or words[n] in _IRREGULAR
    if noun or finite or kept or not _NOUN.search(words[n]) or words[n] == "end":
        last = _object(step, words, after + noun, known)
        if last is not None:
            return n, last
    if finite:
        first = _subject(step, words, n, known)
        return None if first is None else (first, n)
    return None


def _object(step: Naming, words: Sequence[str], n: int, known: frozenset[str]) -> int | None:
    """The last word of a noun phrase that starts at a word, where it is the step's own thing."""
    start = n
    while n < len(words) and (words[n] in _ADVERBS or words[n] in ("off", "down", "up", "back", "out")):
        n += 1
    while n < len(words):
        if _is_head(step, words[n]) and not (n + 1 < len(words) and _is_head(step, words[n + 1])):
            return None if words[start] in ("a", "an") and not any(_LASTING.match(w) for w in words[start:n]) else n
        opens = (words[n] in ("a", "an") and n == start) or (words[n] == "of" and words[n - 1] == "all")
        if not opens and not _adds_nothing(words[n], known):
            return _second(step, words, n, known)
        n += 1
    return None


def _second(step: Naming, words: Sequence[str], n: int, known: frozenset[str]) -> int | None:
    """The step's own thing where it is the second of two that one verb governs: "lifted the boycott and the embargo"."""
    if words[n - 1] in _DETERMINERS and words[n + 1 : n + 2] == ["and"] and words[n + 2 : n + 3] and words[n + 2] in _DETERMINERS:
        return _object(step, words, n + 2, known)
    return None


def _subject(step: Naming, words: Sequence[str], n: int, known: frozenset[str]) -> int | None:
    """The first word of a noun phrase, right before a verb, that is the step's own thing: "the blockade was lifted"."""
    k = n - 1
    while k >= 0 and (words[k] in _BEING or words[k] in _ADVERBS):
        k -= 1
    needs_being = words[n] in _PARTICIPLE
    k = _before_complement(step, words, k, known)
    if k < 0 or not _is_head(step, words[k]) or (needs_being and k == n - 1):
        return None
    while k > 0 and _adds_nothing(words[k - 1], known) and words[k - 1] not in _OPENS - {"that"}:
        k -= 1
    return k if k == 0 or words[k - 1] in _OPENS or words[k - 1] in _BREAK else None


def _before_complement(step: Naming, words: Sequence[str], k: int, known: frozenset[str]) -> int:
    """Where the step's own thing stands, before what its wordings too say of it: "the suspension of the three players was"."""
    at, said = k, {"of", *_COUNTS}
    while at > 0 and not _is_head(step, words[at]) and (words[at] in said or _adds_nothing(words[at], known)):
        at -= 1
    return at if at < k and words[at + 1] == "of" and _is_head(step, words[at]) else k


def _adds_nothing(word: str, known: frozenset[str]) -> bool:
    """Whether a word before a noun leaves it the same thing."""
    own = naming(word).things
    return (
        word in _DETERMINERS
        or word in _PLAIN
        or _LASTING.match(word) is not None
        or word.endswith(("'s", "’s", "s'", "s’"))
        or bool(own and own <= known)
    )


def _holds(
    told: str, first: int, last: int, known: frozenset[str], words: Sequence[str], at: tuple[int, int], kept: bool
) -> bool:
    """Whether nothing in the clause denies or narrows the deed, and nothing said after it makes it doubtful."""
    start = max((told.rfind(b, 0, first) for b in _BREAK), default=-1) + 1
    end = min((p for b in _BREAK if (p := told.find(b, last)) >= 0), default=len(told))
    before, verb = told[start:first], words[at[0]]
    own = _JOINED.sub("", before)
    finite = verb.endswith(("ed", "s")) or verb in _IRREGULAR
    if not kept:
        asked = told[:first] if not finite else f"{own} {told[first:last]}"
        left = [p.strip() for p in re.split("[,;:—–()]", told[:start])] if not own.strip() else []
        if _DENIED.search(asked) or _COMPLEMENT.search(before) or _BEHELD.search(before) or any(map(_leaves_open, left)):
            return False
    return not _UNSURE.search(told[last:]) and _follows(told[last:end].strip(" .!?'”’"), known, told[first:last])


def _leaves_open(clause: str) -> bool:
    """Whether words wait for a verb after the comma: "has not, in the end, withdrawn"."""
    return _LEFT_OPEN.search(clause) is not None and not re.match(r"(?:which|who|as)\b", clause)


def _follows(rest: str, known: frozenset[str], thing: str) -> bool:
    """Whether what follows the thing in its clause leaves it whole: a day, why or how, or another clause; no part or place of it,
    no other noun, no length and no purpose."""
    lasting = any(_LASTING.match(w) for w in thing.split())
    while rest:
        found = _ADJUNCT.match(rest) or _OF_ALL.match(rest) or (_OF_MANY.match(rest) if lasting else None)
        if found is None and (found := _PHRASE.match(rest)) is not None:
            told = naming(found[0])
            found = found if told.things and told.things | told.names <= known else None
        if found is None:
            return _OTHER_CLAUSE.match(rest) is not None
        rest = rest[found.end() :].strip()
    return True


__all__ = ["is_taken_back", "says_done"]
