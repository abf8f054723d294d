"""What a process begins with: talks with a summit, bargaining the day two people sit down, negotiations with the two of them."""

from itertools import pairwise

from dragoman.coding.clauses import mood, own_negation, subject, trimmed
from dragoman.coding.fronting import before_cue
from dragoman.coding.parse import Word
from dragoman.coding.purposes import is_step
from dragoman.coding.waits import Wait, wait
from dragoman.coding.wordlists import words

_HEDGES = words("conditions", "mood", "hedges")
_TALKING = words("conditions", "senses", "talking")
_ENCOUNTERS = words("conditions", "openings", "encounters")
_PROCESS = words("conditions", "openings", "process")
_STARTS = words("conditions", "openings", "starts")
_VERBAL = frozenset({"VERB", "AUX"})
_FORWARD = frozenset({"future", "would", "modal", "must"})
_PLAIN = frozenset({"present", "bare", *_FORWARD})
_PERSONS = frozenset({"he", "she", "we", "i", "you", "they", "who"})
_US = frozenset({"me", "myself", "us", "him", "himself", "her", "herself", "them", "themselves", "both", "two"})
_WHEN = frozenset({"when", "once", "until", "till", "after"})
_MOMENTS = frozenset({"day", "moment", "minute", "hour", "instant", "second"})
_STOPS = frozenset({".", ";", ":", "—", "–", "--", "?", "!", '"', "("})
_REASONS = frozenset({"because", "since", "as", "for", "so", "rather", "not", "nowhere", "before", "or", "which", "who", "if"})
_ASIDE = frozenset({"face", "in", "alone", "one", "eye", "across", "at", "just", "with"})
"""What may follow a comma and still tell who meets how: ", face to face", ", in person"."""
_GETTING = frozenset({"get", "start", "begin", "open", "set", "bring"})
_UNDER_WAY = frozenset({"going", "moving", "off", "under", "way", "motion", "in", "started", "to"})
_NEAR = 5
_LEADING = words("conditions", "openings", "leading")
_ROADS = words("conditions", "ties", "ways") | words("conditions", "ties", "stages")
_TOWARDS = frozenset({"for", "of", "in", "to", "toward", "towards"})
_AIMING = words("conditions", "openings", "aiming")
_AIMS = words("conditions", "openings", "aims")


def beginning(verb: Word) -> Wait | None:
    """ "The talks should begin with a summit", "bargaining only starts when the two chiefs are in one room"."""
    if verb.pos != "VERB" or mood(verb) not in _PLAIN:
        return None
    gated = before_cue(verb) or gated_subject(verb) or _hedged_subject(verb)
    if gated is None or all(w.pos in ("PRON", "PART", "PUNCT") for w in gated):
        return None
    if _is_dated(verb):
        return None  # "the talks start on Monday with a session of the experts"
    gated = _without_hedge(gated)
    talks = _is_negotiating(gated)
    required = _with_people(verb) if talks and own_negation(verb) is None else None
    required = required or (_with_step(verb, gated) if own_negation(verb) is None else None)
    required = required or (_at_the_time(verb) if talks else None)
    return wait(gated, required, verb) if required else None


def _is_dated(verb: Word) -> bool:
    """Whether a day is told on which it begins, and nothing says that it ought to or probably will."""
    plain = mood(verb) in ("present", "bare", "future") and not any(c.lower in _HEDGES for c in verb.children)
    days = (g for c in verb.children for g in (c, *c.children) if g.ent in ("DATE", "TIME"))
    return plain and next(days, None) is not None


def _is_negotiating(gated: list[Word]) -> bool:
    """Whether talks are told, or what any talks are for: "reaching a contract", "ending the strike", "a settlement"."""
    if any(w.lemma in _PROCESS or w.lower in _PROCESS for w in gated):
        return True
    return (gated[0].tag == "VBG" and gated[0].lemma in _AIMING) or any(w.lemma in _AIMS and w.dep != "compound" for w in gated)


def opening(verb: Word) -> Wait | None:
    """ "Talks should open with a summit": talks alone, a shop or a play opens with something else."""
    found = beginning(verb)
    return found if found is not None and any(w.lemma in _PROCESS or w.lower in _PROCESS for w in found.gated) else None


def taking(verb: Word) -> Wait | None:
    """ "The talks should take a meeting as their starting point"; "it takes the two of us to get the bargaining started"."""
    if verb.pos not in _VERBAL or mood(verb) not in _PLAIN or own_negation(verb) is not None:
        return None
    rest = _rest(verb)
    role = next((k for k, w in enumerate(rest) if w.lower == "as" and _names_start(rest[k + 1 : k + _NEAR])), None)
    if role is not None:
        doer = gated_subject(verb)
        told = doer is not None and any(w.lemma in _PROCESS for w in doer)
        return wait(doer or [], trimmed(rest[:role]), verb) if told else None
    it = verb.child("nsubj", "expl")
    to = next((k for k, (a, b) in enumerate(pairwise(rest)) if a.lower == "to" and b.lower in _GETTING), None)
    if it is None or it.lower != "it" or to is None or not (_meets(rest[:to]) or _are_people(rest[:to])):
        return None
    gated = [w for w in _phrase(rest[to + 2 :]) if w.lemma not in _STARTS and w.lower not in _UNDER_WAY]
    return wait(trimmed(gated), trimmed(rest[:to]), verb) if any(w.lemma in _PROCESS for w in gated) else None


def starting_point(noun: Word) -> Wait | None:
    """ "A summit is the starting point for any talks", "the first step in the negotiations is a meeting of the two"."""
    verb = noun.head
    if verb.lemma != "be" or mood(verb) in ("past", "unreal") or own_negation(verb) is not None or not _is_start(noun):
        return None
    by = next((c for c in noun.children if c.lower in _TOWARDS and c.dep == "prep"), None)
    process = by.child("pobj", "pcomp") if by is not None else None
    if process is None or not _is_negotiating(process.subtree()):
        return None
    if noun.dep == "attr" and noun.i > verb.i:
        doer = verb.child("nsubj")
        first = trimmed(doer.subtree()) if doer is not None and doer.i < verb.i else []
    else:
        first = _after_adverbs(_phrase(_rest(verb)))
    return wait(trimmed(process.subtree()), first, verb) if _meets(first) else None


def through(verb: Word) -> Wait | None:
    """ "The way to a settlement leads through a meeting of the two", "the road to a contract goes by way of the two chiefs"."""
    doer = verb.child("nsubj")
    if doer is None or verb.pos != "VERB" or doer.lemma not in _ROADS or own_negation(verb) is not None:
        return None
    to = next((c for c in doer.children if c.lower in ("to", "toward", "towards", "out") and c.dep == "prep"), None)
    by = next((c for c in verb.children if c.lower in ("through", "via", "by", "with", "past") and c.dep == "prep"), None)
    goal = (to.child("pobj", "pcomp") or next((g.child("pobj") for g in to.children), None)) if to is not None else None
    first = by.child("pobj", "pcomp") if by is not None else None
    if goal is None or first is None or mood(verb) not in _PLAIN | {"past"} or not _meets(trimmed(first.subtree())):
        return None
    return wait(_without_hedge(trimmed(goal.subtree())), trimmed(first.subtree()), verb)


def where_it_starts(verb: Word) -> Wait | None:
    """ "A meeting of the leaders is where the talks have to start"."""
    over = verb if verb.child("advmod") is not None else verb.head if verb.dep == "xcomp" else verb
    where = next((c for w in (verb, over) for c in w.children if c.lower == "where" and c.i < over.i + 1), None)
    be = over.head
    meeting, process = be.child("nsubj") if be.lemma == "be" else None, over.child("nsubj")
    if where is None or meeting is None or process is None or own_negation(be) is not None or mood(be) in ("past", "unreal"):
        return None
    gated, first = trimmed(process.subtree()), trimmed([w for w in meeting.subtree() if w.i < be.i])
    return wait(gated, first, be) if _meets(first) and _is_negotiating(gated) else None


def only_way(noun: Word) -> Wait | None:
    """ "A meeting with him is the only way to get negotiations started", "the best way to move the talks forward"."""
    be = noun.head
    if noun.dep != "attr" or be.lemma != "be" or own_negation(be) is not None or mood(be) in ("unreal",):
        return None
    sole = any(c.lower in ("only", "one", "sole") for c in noun.children)
    act = next((c for c in noun.children if c.dep in ("acl", "relcl") and c.lemma in _GETTING), None)
    meeting = be.child("nsubj")
    if not sole or act is None or meeting is None or meeting.i > be.i:
        return None
    rest = _phrase(_rest(act))
    gated = trimmed([w for w in rest if w.lemma not in _STARTS and w.lower not in _UNDER_WAY])
    first = trimmed([w for w in meeting.subtree() if w.i < be.i])
    return wait(gated, first, be) if gated and _meets(first) and _is_negotiating(gated) else None


def gated_subject(verb: Word) -> list[Word] | None:
    """Return the noun phrase that the verb is said of, without the relative clause where it stands in one; None for persons."""
    doer = subject(verb)
    if doer is not None and doer.tag == "PRP" and verb.dep == "conj":
        said = next(
            (c for w in (verb.head, *verb.head.children) for c in w.children if c.dep == "ccomp" and c.child("nsubj")), None
        )
        doer = subject(said if said is not None and said.i < verb.i else verb.head) or doer
    if doer is None or doer.lower in _PERSONS or doer.tag in ("WDT", "WP") or doer.ent == "PERSON":
        return None
    if verb.dep in ("relcl", "acl") and doer is verb.head:
        own = {w.i for w in verb.subtree()}
        return trimmed([w for w in doer.subtree() if w.i not in own and w.i < verb.i])
    return trimmed([w for w in doer.subtree() if w.i < verb.i])


def _hedged_subject(verb: Word) -> list[Word] | None:
    """The subject that the parser hangs on the verb's adverb: "negotiating a deal most likely begins with"."""
    hung = (g for c in verb.children if c.dep == "advmod" for g in c.children if g.dep in ("csubj", "nsubj") and g.i < verb.i)
    doer = next(hung, None)
    return trimmed([w for w in doer.subtree() if w.i < verb.i]) if doer is not None and doer.ent != "PERSON" else None


def _without_hedge(gated: list[Word]) -> list[Word]:
    """A step without the adverb of the verb that follows it: "negotiating a contract in all likelihood (starts with)"."""
    kept = gated
    while kept and (kept[-1].lower in _HEDGES or kept[-1].lower in ("most", "all", "in", "only")):
        kept = kept[:-1]
    return kept or gated


def _with_step(verb: Word, gated: list[Word]) -> list[Word] | None:
    """The step or talk after "with": "the thaw must begin with a withdrawal"."""
    opened = verb.lemma == "open" and verb.child("auxpass") is not None
    by = next((c for c in verb.children if c.lower in (("by", "with") if opened else ("with",))), None)
    first = by.child("pobj", "pcomp") if by is not None else None
    if first is None or first.pos == "PRON":
        return None
    step = is_step(first) or first.lemma in _TALKING or trimmed(first.subtree())[-1].lemma in _TALKING
    doing = gated[0].tag == "VBG" and before_cue(verb) is not None
    weighed = mood(verb) in _FORWARD or any(c.lower in _HEDGES for c in verb.children)
    leading = first.tag == "NNS" and first.lemma in _LEADING  # "a programme would have to begin with the two leaders"
    bound = _is_bound(verb) and first.pos == "NOUN" and first.ent not in ("DATE", "TIME") and _is_process(gated)
    return trimmed(first.subtree()) if step or (doing and weighed) or bound or (leading and weighed) else None


def _is_process(gated: list[Word]) -> bool:
    """Whether something that people do together is told: talks, a step, a "sharing", a "reorganisation"."""
    head = next((w for w in gated if w.head not in gated), gated[-1])
    return is_step(head) or head.lemma in _PROCESS or head.lemma.endswith(("tion", "ing", "ment", "sal"))


def _is_bound(verb: Word) -> bool:
    """Whether it must or should begin so, or can only: "the review must start with a survey"."""
    if mood(verb) == "must" or any(c.lower in ("should", "ought") for c in verb.children):
        return True
    only = any(w.lower == "only" for w in verb.sentence.words if abs(w.i - verb.i) < 3)
    return only and mood(verb) == "modal"


def _with_people(verb: Word) -> list[Word] | None:
    """Who meets, or at what meeting, behind "with" or "at", by the order of the words: the parser loses "him and me"."""
    rest = _after_adverbs(_rest(verb))
    if not rest or rest[0].lower not in ("with", "at", "by", "through", "from", "in"):
        return None
    phrase = trimmed(_phrase(rest[1:]))
    if not phrase:
        return None
    if rest[0].lower == "in":
        people = any(w.ent == "PERSON" or w.lower in _US for w in phrase)
        return phrase if people and any(w.lemma in ("room", "table") for w in phrase) else None
    if rest[0].lower == "with":
        return phrase if _meets(phrase) or _are_people(phrase) else None
    return phrase if any(w.lemma in _TALKING for w in phrase[:_NEAR]) else None


def _at_the_time(verb: Word) -> list[Word] | None:
    """The clause that tells when: "only starts when they are in one room", "begins the day she and I meet"."""
    rest = _after_adverbs(_rest(verb))
    if len(rest) < 3:
        return None
    denied = own_negation(verb) is not None
    only = any(w.lower == "only" for w in verb.sentence.words if 0 < verb.i - w.i < _NEAR or 0 < w.i - verb.i < 3)
    if rest[0].lower in _WHEN:
        clause = rest[1:]
        if (rest[0].lower in ("until", "till")) != denied:
            return None
    elif (named := _moment(rest)) is not None and not denied:
        clause = named
    else:
        return None
    phrase = trimmed(_phrase(clause))
    finite = ("VBZ", "VBP", "MD", "VB", *(("VBD",) if mood(verb) == "would" else ()))
    told = any(w.tag in finite for w in phrase) and not any(w.tag == "VBD" and w.tag not in finite for w in phrase)
    return phrase if told and phrase[0].ent not in ("DATE", "TIME") and (only or denied or _meets(phrase)) else None


def _moment(rest: list[Word]) -> list[Word] | None:
    """The clause behind "the day", "the moment that", "on the day"."""
    named = rest[1:] if rest[0].lower in ("on", "from", "at") else rest
    if len(named) < 3 or named[0].lower != "the" or named[1].lower not in _MOMENTS:
        return None
    return named[2:] if named[2].lower not in ("that", "when", "on") else named[3:]


def _after_adverbs(rest: list[Word]) -> list[Word]:
    idle = next((k for k, w in enumerate(rest) if not _is_adverb(w)), len(rest))
    return rest[idle:]


def _is_adverb(word: Word) -> bool:
    if word.tag == "WRB":
        return False
    return word.text == "," or word.pos == "ADV" or word.lower in _HEDGES or word.lower in ("only", "up", "off", "out")


def _rest(word: Word) -> list[Word]:
    words_ = word.sentence.words
    return words_[word.i + 1 - words_[0].i :]


def _phrase(rest: list[Word]) -> list[Word]:
    """The words up to the end of the phrase: a mark, a reason, or ", and not before"."""
    out: list[Word] = []
    for word, after in zip(rest, [*rest[1:], None], strict=False):
        if word.text in _STOPS or word.lower in ("because", "since"):
            break
        if word.text == "," and (after is None or after.lower not in _ASIDE):
            break
        if word.lower == "and" and after is not None and after.lower in _REASONS:
            break
        out.append(word)
    return out


def _meets(phrase: list[Word]) -> bool:
    """Whether the words tell a meeting: a noun or verb of it, or people in one room."""
    told = {w.lemma for w in phrase} | {w.lower for w in phrase}
    return bool(told & _ENCOUNTERS) or bool(told & {"room", "table", "face", "person"} and _are_people(phrase))


def _are_people(phrase: list[Word]) -> bool:
    """Whether somebody who talks of himself is named with another: "General Arden and me", "the two of us"."""
    lower = {w.lower for w in phrase}
    return bool(lower & _US or "i" in lower) and any(w.pos in ("PROPN", "PRON", "NUM") for w in phrase)


def _names_start(after: list[Word]) -> bool:
    return any(_is_start(w) for w in after)


def _is_start(noun: Word) -> bool:
    """ "Starting point", "point of departure", "first step", "beginning"."""
    beside = {c.lower for c in noun.children} | {g.lower for c in noun.children for g in c.children}
    if noun.lemma in ("beginning", "start", "opening"):
        return True
    return noun.lemma in ("point", "step", "stage", "item", "move", "place") and bool(
        beside & {"starting", "departure", "first", "opening", "obvious", "natural"}
    )


__all__ = ["beginning", "gated_subject", "only_way", "opening", "starting_point", "taking", "through", "where_it_starts"]
