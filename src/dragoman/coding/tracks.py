"""Track records of a report."""

from dataclasses import replace
from functools import cache
from typing import get_args

from dragoman.coding.foundings import only_an_idea
from dragoman.coding.parse import Word
from dragoman.coding.remits import remits
from dragoman.coding.scene import Scene
from dragoman.coding.standing import attached, clause, governor, invert, partners, subjects, tense
from dragoman.coding.tables import table_work
from dragoman.coding.topics import how_many, listed_topics
from dragoman.coding.wordlists import load, words
from dragoman.model import Span, Track
from dragoman.model.findings import Level, TrackStatus

_LEVELS: dict[str, Level] = {v: v for v in get_args(Level)}
_STATUSES: dict[str, TrackStatus] = {v: v for v in get_args(TrackStatus)}
_POINTING = frozenset(("the", "this", "that", "these", "those"))


def find_tracks(scene: Scene) -> tuple[Track, ...]:
    """Return the report's tracks, in order; several groups named together are a track each, later mentions join the first."""
    found: list[tuple[Track, str]] = []
    naming = _naming()
    for word in scene.parse.words:
        if word.lemma not in naming or word.pos not in ("NOUN", "PROPN") or word.dep == "compound":
            continue
        if (work := table_work(scene, word)) is not None:
            found.append((work, word.lemma))
            continue
        if _names_track(scene, word):
            for name, spans in _named(scene, word):
                _join(found, _track(scene, word, name, spans), word)
        elif _is_bare(word) and (known := _last(found, word)) is not None:
            _join_at(found, known, _track(scene, word, word.text, scene.parse.spans(clause(word))))
    return tuple(track for track, _ in found)


@cache
def _naming() -> frozenset[str]:
    """The nouns that may name a line of talks or those who sit at one."""
    who = load("tracks")["tables"]["who"].values()
    return words("tracks", "heads").union(words("tracks", "joint"), words("tracks", "units"), *who)


def _names_track(scene: Scene, noun: Word) -> bool:
    if noun.lemma in words("tracks", "heads"):
        return _names_talks(scene, noun)
    if noun.lemma not in words("tracks", "joint") and noun.lemma not in words("tracks", "units"):
        return False
    kinds = words("tracks", "joint_words")
    if any(c.lower in ("no", "any", "such") for c in noun.children) or _is_denied(noun):
        return False
    of_people = _is_of_people(noun) and not (noun.lemma == "group" and scene.cast.who(noun))  # "a group of 28 donors" is a side
    if noun.lemma in words("tracks", "bodies") and (_is_to_oversee(noun) or of_people):
        return True
    if (
        noun.lemma in ("channel", "track")
        and any(c.lower in ("separate", "second") for c in noun.children)
        and _topics(scene, noun)
    ):
        return True
    several = noun.lemma in words("tracks", "bodies") or noun.lemma in words("tracks", "units")
    if _is_counted(noun) and noun.tag == "NNS" and several and _topics(scene, noun):
        return True
    if noun.lemma in words("tracks", "units"):
        return False
    if noun.lemma == "group":
        kinds = words("tracks", "group_words")  # "political groups" are parties, no table
    if noun.lemma == "party":
        return any(c.lower == "working" for c in noun.children)
    if noun.lemma == "effort":
        return _names_efforts(noun)
    if noun.lemma == "panel" and noun.pos == "NOUN" and any(c.dep == "compound" for c in noun.children):
        return True
    if _kind_before(noun) == "working":
        return True
    return any(c.lower in kinds or any(g.lower in kinds for g in c.children) for c in noun.children if c.i < noun.i)


def _kind_before(noun: Word) -> str:
    """The word before a noun, whatever the parse made of it ("working groups" with a working verb)."""
    at = noun.i - noun.sentence.words[0].i
    return noun.sentence.words[at - 1].lower if at else ""


def _is_denied(noun: Word) -> bool:
    """ "There will not be a political process"."""
    return noun.dep in ("attr", "dobj", "nsubj") and any(c.dep == "neg" for c in noun.head.children) and noun.head.lemma == "be"


def _is_to_oversee(noun: Word) -> bool:
    """ "A commission that will watch over the truce", which somebody sets up."""
    relative = noun.child("relcl")
    return relative is not None and relative.lemma in words("tracks", "overseeing")


def _is_of_people(noun: Word) -> bool:
    """ "A panel of four teachers and four officials"."""
    of = next((c.child("pobj") for c in noun.children if c.dep == "prep" and c.lower == "of"), None)
    return of is not None and of.tag == "NNS" and of.child("nummod") is not None


def _names_efforts(noun: Word) -> bool:
    """ "Peace efforts", "the union's efforts to end the strike": efforts that somebody makes to settle something."""
    if any(c.lower in ("peace", "mediation", "mediating", "negotiation") for c in noun.children):
        return True
    by = any(c.dep == "prep" and c.lower == "by" for c in noun.children) or noun.child("poss") is not None
    aim = noun.child("acl")
    return by and aim is not None and aim.lemma in words("tracks", "mending")


def _names_talks(scene: Scene, noun: Word) -> bool:
    """Whether talks have a topic, partners or a kind, so that they are one line of talks."""
    if noun.lemma in words("tracks", "plural") and noun.tag not in ("NNS", "NNPS"):
        return False
    if any(c.lower in ("no", "any", "such", "based") or _is_year(c) for c in noun.children):
        return False
    if any(c.dep == "prep" and c.lower == "to" for c in noun.children) or _is_chosen(noun):
        return False
    kinds, passing = words("tracks", "talking_words"), words("tracks", "passing")
    if noun.lemma == "engagement" and not any(c.lower == "diplomatic" for c in noun.children):
        return False
    kind = [c for c in noun.children if c.dep in ("amod", "compound", "poss", "nmod") and c.lower not in passing]
    definite = any(c.lower in _POINTING for c in noun.children)
    one = definite or noun.child("prep", "acl") is not None or noun.dep in ("nsubj", "nsubjpass", "ROOT") or _is_round(noun)
    if one and any(c.lower in kinds or scene.cast.who(c) for c in kind):
        return True
    parts = noun.head.children if noun.dep == "nsubj" and noun.head.lemma == "be" else noun.children
    topics = [c for c in parts if c.dep == "prep" and c.lower in words("tracks", "topics")]
    return any((to := c.child("pobj")) is not None and to.pos != "PRON" for c in topics) or noun.child("acl") is not None


def _is_year(word: Word) -> bool:
    """Whether the word is a year, by which talks long over are named."""
    return len(word.text) == 4 and word.text.isdigit()


def _is_chosen(noun: Word) -> bool:
    """ "Chose dialogue over war", "we had good discussions about tin": no dialogue about war, and one talk, no line of talks."""
    return noun.dep == "dobj" and noun.head.lemma in ("choose", "prefer", "favour", "favor", "pick", "have")


def _is_round(noun: Word) -> bool:
    """ "A new round of peace talks"."""
    return noun.dep == "pobj" and noun.head.lower == "of" and noun.head.head.lemma in words("tracks", "rounds")


def _is_bare(noun: Word) -> bool:
    lemmas = words("tracks", "heads") | words("tracks", "joint")
    return (
        noun.lemma in lemmas
        and any(c.lower in _POINTING for c in noun.children)
        and all(c.lower in _POINTING or c.dep in ("punct", "relcl", "case") for c in noun.children)
    )


def _named(scene: Scene, noun: Word) -> list[tuple[str, tuple[Span, ...]]]:
    """The tracks a noun phrase names: one, or one for each topic of counted groups ("two groups on A and B")."""
    whole, topics = clause(noun), _topics(scene, noun)
    if noun.tag == "NNS" and len(topics) > 1 and _is_counted(noun):
        kind = [w for w in whole if w.i <= noun.i and w.dep in ("compound", "amod")] + [noun]
        passing = words("tracks", "passing")
        prefix = _prefix(noun)
        base = [w.text for w in kind[:-1] if w.lower not in passing and w.dep != "nummod" and w not in prefix]
        base.append("".join(w.text for w in prefix) + noun.lemma)
        return [(f"{' '.join(base)} on {called}", scene.parse.spans([*prefix, *kind, *t])) for t, called in topics]
    before = [w for w in whole if not (w.dep == "case" and w.head is noun)]
    if _is_round(noun) and (aim := noun.head.head.child("acl")) is not None and aim.i > noun.i:
        before += clause(aim)  # "a new round of talks to end the strike"
    while len(before) > 1 and before[-1].pos == "PUNCT":
        before.pop()
    name = " ".join(s.text for s in scene.parse.spans(w for w in before if w.dep != "det" or w.i > noun.i))
    told = list(before)
    if noun.lemma in words("tracks", "bodies"):
        told += [w for b in before for c in b.children if c.dep == "relcl" for w in c.subtree()]
    told += [w for c in noun.children if c.dep == "relcl" and c.lemma in words("tracks", "dealing") for w in c.subtree()]
    return [(name, (scene.parse.span(told),))]


def _prefix(noun: Word) -> list[Word]:
    """ "sub" and the hyphen before a noun, which the parse takes for words of their own."""
    at = noun.i - noun.sentence.words[0].i
    before = noun.sentence.words[max(0, at - 2) : at]
    return (
        before if len(before) == 2 and before[1].text in ("-", "\u2010", "\u2011") and before[0].lower in ("sub", "sub-") else []
    )


def _is_counted(noun: Word) -> bool:
    if noun.dep == "pobj" and noun.head.lower == "of" and noun.head.head.lemma in words("tracks", "sets"):
        return True  # "a pair of working groups"
    if any(c.dep == "nummod" or c.lower in words("tracks", "counting") for c in noun.children):
        return True
    return how_many(noun) is not None or (noun.lemma in words("tracks", "bodies") and _kind_before(noun) == "working")


def _topics(scene: Scene, noun: Word) -> list[tuple[list[Word], str]]:
    """The matters after "on" or "for" (which the parse may have hung on the verb), each with what to call it."""
    number = how_many(noun)
    if number is not None and number > 1 and noun.tag == "NNS" and (told := remits(scene.parse, noun, number)):
        return [(item, _called(item, told[-1])) for item in told]
    if (listed := listed_topics(noun)) and any(w.pos in ("NOUN", "PROPN") for item in listed for w in item):
        return [(item, _called(item, listed[-1])) for item in listed]
    after = scene.parse.words[noun.i + 1 : noun.i + 2]
    for child in (*noun.children, *after):
        first = None
        if child.dep == "prep" and child.lower in ("on", "for"):
            first = child.child("pobj")
        elif child.dep in ("acl", "relcl") and child.lemma in words("tracks", "dealing"):
            over = (p for c in child.children if c.lower in ("with", "at", "into") and (p := c.child("pobj")))
            first = next((w for w in (child.child("dobj"), next(over, None)) if w is not None and w.pos != "PRON"), None)
        if first is not None and first.ent != "DATE":
            return [([topic], called) for word in _listed(first) for topic, called in _matters(word)]
    return []


def _called(item: list[Word], last: list[Word]) -> str:
    """What to call a matter; "political and military issues" are two, each of issues."""
    name = " ".join(w.text for w in item)
    general = last[-1].lemma in ("issue", "matter", "question", "affair", "topic")
    shares = general and item is not last and len(item) == 1 and len(last) > 1 and item[0].tag != "NNS"
    return f"{name} {last[-1].text}" if shares else name


def _listed(first: Word) -> list[Word]:
    """A word and all that is coordinated with it, in order."""
    out, stack = [], [first]
    while stack:
        word = stack.pop()
        out.append(word)
        stack += [c for c in word.children if c.dep == "conj"]
    return sorted(out, key=lambda w: w.i)


def _matters(word: Word) -> list[tuple[Word, str]]:
    """ "Political and military issues" are two matters; any other noun is one."""
    if word.lemma in ("issue", "matter", "question", "affair", "topic"):
        kinds = [k for c in word.children if c.dep in ("amod", "compound", "nmod") for k in _listed(c)]
        if kinds:
            return [(k, f"{k.text} {word.text}") for k in sorted(kinds, key=lambda w: w.i)]
    return [(word, word.text)]


def _track(scene: Scene, noun: Word, name: str, spans: tuple[Span, ...]) -> Track:
    levels = invert(load("tracks")["level"])
    level = next((levels[w] for w in name.lower().split() if w in levels), None)
    status = _status(scene, noun)
    if status is None and noun.tag == "NNS" and (how_many(noun) or 0) > 1 and only_an_idea(scene.parse, noun):
        status = "proposed"
    parties = partners(scene, noun)
    if noun.dep == "dobj" and noun.head.lemma in ("hold", "continue", "resume", "begin", "start", "open", "conduct"):
        parties = tuple(dict.fromkeys((*subjects(scene, noun.head), *parties)))
    sure_kind = noun.lemma in words("tracks", "bodies")
    return Track(
        document=scene.document.id, spans=spans, coder=scene.coder, name=name,
        certainty="likely" if status or sure_kind else "possible", parties=parties,
        level=_LEVELS[level] if level else None, status=_STATUSES[status] if status else None,
    )  # fmt: skip


def _join(found: list[tuple[Track, str]], track: Track, noun: Word) -> None:
    """Add a track, or its spans to the one of the same kind whose name it shortens or lengthens."""
    mine = _content(track.name)
    for i, (known, lemma) in enumerate(found):
        theirs = _content(known.name)
        same = lemma == noun.lemma and (mine <= theirs or theirs <= mine) and (len(mine) > 1 or mine == theirs)
        if same or _of_same_sides(track, known, lemma, noun):
            _join_at(found, i, track)
            return
    found.append((track, noun.lemma))


def _of_same_sides(track: Track, known: Track, lemma: str, noun: Word) -> bool:
    """Whether two names of talks name two sides alike, or one side and the same matter ("the Iran talks")."""
    if not {lemma, noun.lemma} <= words("tracks", "heads"):
        return False
    shared = set(track.parties) & set(known.parties)
    kinds = words("tracks", "talking_words") & _content(track.name) & _content(known.name)
    return len(shared) > 1 or bool(shared and kinds)


def _join_at(found: list[tuple[Track, str]], at: int, track: Track) -> None:
    known, lemma = found[at]
    spans = tuple(sorted({*known.spans, *track.spans}, key=lambda s: (s.start, s.end)))
    status = known.status or track.status
    merged = replace(
        known, spans=spans, status=status, parties=known.parties or track.parties, level=known.level or track.level,
        certainty="likely" if status else known.certainty,
    )  # fmt: skip
    found[at] = (merged, lemma)


def _last(found: list[tuple[Track, str]], noun: Word) -> int | None:
    return next((i for i in range(len(found) - 1, -1, -1) if found[i][1] == noun.lemma), None)


def _content(name: str) -> set[str]:
    small = {"the", "a", "an", "of", "on", "with", "between", "over", "and", "for", "'s", "to", "in", "by"}
    return {w for w in name.casefold().replace("'s", " ").split() if w not in small}


def _status(scene: Scene, noun: Word) -> str | None:
    table = load("tracks")
    by_modifier = invert(table["modifiers"])
    for child in noun.children:
        if child.dep == "amod" and child.lower in by_modifier:
            return by_modifier[child.lower]
    adjectives = invert(table["adjectives"])
    for child in noun.children:
        at = child.child("pobj") if child.dep == "prep" and child.lower in ("at", "on", "in") else None
        if at is not None and at.lower in adjectives:
            return adjectives[at.lower]  # "talks at an impasse"
    told = invert(table["status"])
    inner = [to for c in noun.children if c.dep == "prep" and (to := c.child("pobj")) is not None]
    for hung in [h for w in (noun, *inner) for h in attached(w)]:
        if told.get(hung.lemma, "proposed") == "proposed" and hung.tag != "VBN":
            continue
        if hung.lemma in told and (hung.tag == "VBN" or tense(hung) in ("held", "under_way")):
            return told[hung.lemma]
    return _by_verb(scene, noun, told)


def _by_itself(noun: Word) -> str | None:
    """Efforts that somebody makes go on; "a peace process" that nobody has yet, "further contacts" are proposed."""
    if noun.lemma == "effort":
        return "active"
    further = words("tracks", "further")
    new = any(c.lower in further or (c.lower == "new" and noun.tag == "NNS") for c in noun.children)
    return "proposed" if new or (noun.lemma == "process" and any(c.lower == "a" for c in noun.children)) else None


def _planned(verb: Word) -> str | None:
    """What will go on is active; what will be held or opened is proposed; when a standing body will meet says nothing."""
    if verb.lemma in ("continue", "go"):
        return "active"
    if verb.lemma == "meet" and any(w.lower == "first" for c in verb.children for g in c.children for w in (g, *g.children)):
        return "proposed"  # "will meet for the first time"
    if verb.lemma == "meet" and verb.tag in ("VBZ", "VBP"):
        return "active"  # "the group meets next week"
    return "proposed" if verb.lemma in ("hold", "begin", "start", "open", "conduct") else None


def _outcome(noun: Word, verb: Word) -> str | None:
    """ "Are making progress", "have ground to a halt", "the panel has finished its chapter"."""
    if noun.dep not in ("nsubj", "nsubjpass"):
        return None
    after = [w for c in verb.children if c.i > verb.i for w in (c, *c.children)]
    outcomes = invert(load("tracks")["outcomes"])
    if verb.lemma in ("make", "grind", "come", "reach", "hit", "bring", "show") and verb.tag != "VB":
        for word in after:
            if word.lemma in outcomes:
                denied = any(c.lower in ("no", "little", "scant") for c in word.children)
                return "stalled" if denied else outcomes[word.lemma]
    done = noun.lemma in words("tracks", "bodies") and verb.lemma in words("tracks", "finishing")
    return "advancing" if done and noun.dep == "nsubj" and verb.child("dobj") and tense(verb) == "held" else None


def _by_verb(scene: Scene, noun: Word, told: dict[str, str]) -> str | None:
    while noun.dep == "pobj" and noun.head.lower in ("of", "for") and noun.head.head.pos == "NOUN":
        over = noun.head.head
        if over.lemma in words("tracks", "ideas"):
            return "proposed"
        if over.lemma not in words("tracks", "sets"):
            break
        noun = over
    verb = governor(noun)
    if verb is None:
        return _by_itself(noun)
    if verb.child("expl") is not None and any(c.lower in ("would", "should", "could") for c in verb.children):
        return "proposed"  # "under her plan there would be two panels"
    if verb.dep in ("xcomp", "ccomp", "pcomp") and told.get(verb.head.lemma) == "proposed" and _is_counted(noun):
        return "proposed"  # "proposed that the talks be divided among three groups"
    if noun.dep == "pobj":
        return "proposed" if verb.lemma in words("tracks", "calling") and noun.head.lower == "for" else _by_itself(noun)
    if verb.lemma in ("be", "remain", "stay", "stand") and noun.dep == "nsubj":
        adjectives = invert(load("tracks")["adjectives"])
        near = [w for c in verb.children if c is not noun for w in (c, *c.children)]
        return next((adjectives[w.lower] for w in near if w.lower in adjectives), None)
    if verb.dep in ("xcomp", "ccomp", "pcomp") and told.get(verb.head.lemma) == "proposed":
        return "proposed"  # "suggested setting up a panel"
    if (outcome := _outcome(noun, verb)) is not None:
        return outcome
    said = told.get(verb.lemma)
    if said is None:
        return _by_itself(noun)
    now = tense(verb, scene.parse.is_title(verb))
    if said == "proposed":
        set_up = noun.dep == "nsubjpass" and verb.lemma in words("tracks", "founding") and now == "held"
        return "active" if set_up else said
    if now is None and verb.tag in ("VBZ", "VBP") and not any(c.dep in ("neg", "aux") for c in verb.children):
        now = "under_way"
    if now == "planned":
        return _planned(verb)
    if said == "ended" and any(d.sense == "date" for d in scene.dates_in(clause(verb))):
        return None  # "the talks on Monday ended after an hour": one round of them
    if now and verb.lemma == "break" and any(c.lower == "down" for c in verb.children):
        return "ended"
    return said if now else None
