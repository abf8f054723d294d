"""Position records of a report."""

from collections.abc import Iterable, Iterator

from dragoman.coding.attitudes import (
    Attitude,
    attitudes_of_adjective,
    attitudes_of_copula,
    attitudes_of_verb,
    heads,
    table,
    under_way,
)
from dragoman.coding.calls import attitudes_of_noun
from dragoman.coding.courses import courses_of, imperatives_of
from dragoman.coding.holders import holder
from dragoman.coding.parse import Word
from dragoman.coding.scene import Scene
from dragoman.coding.wordlists import words
from dragoman.model import Condition, Ids, Position, Span

_LEADING = frozenset({"that", "to", "for", "on", "of", "the", "a", "an", "any", "its", "their", "his", "her", "upon", "with", "over"})
_SHORT = 12


def find_positions(scene: Scene) -> tuple[Position, ...]:
    """Return the report's positions, in order."""
    record = _Record(scene)
    for sentence in scene.parse.sentences:
        if sentence.words[-1].lower != "?":
            for word in sentence.words:
                for attitude in _attitudes(word):
                    record.add(attitude)
    for condition in scene.conditions:
        record.add_tied(condition)
    return tuple(sorted(record.found, key=lambda p: p.spans[0].start))


def _attitudes(word: Word) -> Iterator[Attitude]:
    if word.pos in ("VERB", "AUX"):
        courses = list(courses_of(word))
        tied = any(c.stance == "accept_if" for c in courses)
        if word.lemma in heads("verbs") and not tied:
            told = list(attitudes_of_verb(word))
            yield from told
            courses = [] if told else courses
        yield from courses
        yield from attitudes_of_copula(word)
        yield from imperatives_of(word)
    elif word.pos == "ADJ" and word.lemma in table("adjectives"):
        yield from attitudes_of_adjective(word)
    elif word.pos == "NOUN" and word.lemma in table("nouns"):
        yield from attitudes_of_noun(word)


class _Record:
    """The positions found so far, and what is needed to judge the next."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.found: list[Position] = []
        self.first: dict[tuple[object, ...], str] = {}
        self.negotiating = _negotiating(scene.parse.words)

    def add(self, attitude: Attitude) -> None:
        """Keep an attitude as a position, if it is one."""
        scene = self.scene
        actor = scene.voice_at(attitude.cue) if attitude.voiced else holder(scene, attitude.said_of)
        matter = _negotiated(attitude.object) or _negotiated(attitude.words)
        statement = scene.statement_at(attitude.cue)
        if attitude.voiced and statement is None:
            return
        if not actor and not (matter or self.negotiating):
            return
        if not matter and not self._worth(attitude):
            return
        issue = _issue(scene, attitude.object)
        key = (actor, attitude.stance, issue.lower())
        likely = actor and (matter or self.negotiating)
        position = Position(
            document=scene.document.id,
            spans=scene.parse.spans(_bridged(_with_holder(attitude))),
            actor=actor,
            issue=issue,
            stance=attitude.stance,
            addressee=tuple(a for a in _addressee(scene, attitude.cue) if a not in actor),
            statement=statement.id if statement else None,
            on=_on(scene, attitude.cue),
            same_as=self.first.get(key) if actor else None,
            certainty="likely" if likely else "possible",
            coder=scene.coder,
        )
        self.first.setdefault(key, position.id)
        self.found.append(position)

    def _worth(self, attitude: Attitude) -> bool:
        """Whether an attitude to something that no word of negotiation names still counts in this report."""
        lemma = attitude.cue.lemma
        if not self.negotiating:
            return not _everyday(attitude)
        if attitude.cue.pos != "VERB" or lemma not in words("stances", "everyday", "vague"):
            return True
        if lemma in words("stances", "everyday", "process"):
            return under_way(attitude.cue)
        return _amount_or_clause(attitude.object)

    def add_tied(self, condition: Condition) -> None:
        """Keep what a condition says of its holder's attitude, where no position has those words yet."""
        if condition.relation not in ("only_after", "until", "if") or not condition.holder:
            return
        covered = [*condition.gated_span, *condition.required_span]
        span = self.scene.document.span(min(s.start for s in covered), max(s.end for s in covered))
        if any(_alike(span, s) for p in self.found for s in p.spans):
            return
        self.found.append(
            Position(
                document=self.scene.document.id,
                spans=(span,),
                actor=condition.holder,
                issue=condition.gated,
                stance="offer" if condition.relation == "if" else "accept_if",
                statement=condition.statement,
                certainty=condition.certainty if condition.relation == "only_after" else "possible",
                coder=self.scene.coder,
            )
        )


def _alike(a: Span, b: Span) -> bool:
    common = min(a.end, b.end) - max(a.start, b.start)
    return common > 0.4 * min(a.end - a.start, b.end - b.start)


def _negotiating(all_words: Iterable[Word]) -> bool:
    """Whether the report is on a negotiation: several words of it, and of more than one kind."""
    told = [w.lemma for w in all_words if w.lemma in words("stances", "table", "lemmas")]
    return len(told) >= 3 and len(set(told)) >= 2


def _everyday(attitude: Attitude) -> bool:
    return attitude.cue.pos == "VERB" and attitude.cue.lemma in words("stances", "everyday", "lemmas")


def _amount_or_clause(of: list[Word]) -> bool:
    return any(w.pos == "NUM" for w in of) or of[0].lower in ("to", "that", "for") or any(w.pos == "VERB" for w in of)


def _negotiated(of: list[Word]) -> bool:
    return any(w.lemma in words("stances", "negotiated", "nouns") for w in of)


def _with_holder(attitude: Attitude) -> list[Word]:
    """The words of the attitude; of a short one with its subject, which shows whose it is."""
    who = attitude.said_of
    first = min(attitude.words, key=lambda w: w.i)
    if who is None or len(attitude.words) > _SHORT // 2 or not 0 < first.i - who.i <= 3:
        return attitude.words
    phrase = [w for w in who.subtree() if w.i <= who.i]
    return attitude.words if len(phrase) > 4 else [*phrase, *attitude.words]


def _bridged(chosen: list[Word]) -> list[Word]:
    """The words with small gaps between them closed, so that one clause makes one span."""
    ordered = sorted(set(chosen), key=lambda w: w.i)
    out: list[Word] = []
    for word in ordered:
        if out and 1 < word.i - out[-1].i <= 3:
            sentence = word.sentence.words
            out += sentence[out[-1].i + 1 - sentence[0].i : word.i - sentence[0].i]
        out.append(word)
    return out


def _on(scene: Scene, cue: Word) -> str | None:
    """The date fixed by the words attached to the word of attitude."""
    near = [w for c in cue.children if c.dep in ("npadvmod", "prep", "advmod") for w in c.subtree()]
    dates = scene.dates_in(near) if any(w.ent in ("DATE", "TIME") for w in near) else ()
    return next((d.value for d in dates if d.sense == "date" and d.value), None)


def _addressee(scene: Scene, cue: Word) -> Ids:
    """Whom an urging is directed to: "urge A to", "call on A", "demand that A"."""
    if cue.lemma not in words("stances", "urging", "words"):
        return ()
    for child in cue.children:
        if child.dep == "prep" and child.lower in ("on", "upon", "to", "from"):
            child = child.child("pobj") or child
        elif child.dep in ("ccomp", "xcomp", "acl"):
            child = child.child("nsubj") or child
        elif child.dep not in ("dobj", "dative"):
            continue
        if who := scene.cast.party(scene.cast.who(child)):
            return who
    return ()


def _issue(scene: Scene, of: list[Word]) -> str:
    """The object as a short noun phrase: without what leads it in, and without what follows its head at length."""
    start = next((k for k, w in enumerate(of) if w.lower not in _LEADING), 0)
    kept = [of[start]]
    for word in of[start + 1 :]:
        if word.i != kept[-1].i + 1 or (len(kept) >= _SHORT and word.pos in ("ADP", "SCONJ", "CCONJ", "PUNCT", "PRON")) or len(kept) >= 2 * _SHORT:
            break
        if word.tag in ("WDT", "WP") or (word.lower == "," and len(kept) > 3):
            break
        kept.append(word)
    return " ".join(scene.parse.span(kept).text.split()).strip(" ,;")


