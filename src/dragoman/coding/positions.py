"""Position records of a report."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from dragoman.coding.antecedents import with_antecedents
from dragoman.coding.attitudes import Attitude, attitudes_of_adjective, attitudes_of_verb, under_way, wishes_own_act
from dragoman.coding.calls import attitudes_of_noun, attitudes_of_partisan, attitudes_of_proposed
from dragoman.coding.camps import camps_of
from dragoman.coding.courses import courses_of, imperatives_of
from dragoman.coding.flat_answers import flat_answers
from dragoman.coding.holders import holder, issuer
from dragoman.coding.hollows import courtesy
from dragoman.coding.idioms import attitudes_of_copula
from dragoman.coding.leanings import heads, table
from dragoman.coding.matters import essence, issue_of
from dragoman.coding.parse import Sentence, Word
from dragoman.coding.replies import ellipsis_of, replies_of, reply_to
from dragoman.coding.scene import Scene
from dragoman.coding.sidelines import is_hollow, takes_no_side
from dragoman.coding.suppositions import supposed
from dragoman.coding.verdicts import verdicts_of
from dragoman.coding.wordings import nominal
from dragoman.coding.wordlists import words
from dragoman.coding.yielding import figures_moved, yieldings_of
from dragoman.model import Condition, Ids, Position, Span
from dragoman.model.findings import Certainty, Stance

_SHORT = 12
_ELLIPSIS = 9
_BACK = 5
_NEAR = 200
_NAMELESS = frozenset({"one", "other", "order", "condition", "demand", "thing", "point", "matter"})

_STEPS = words("stances", "halting", "nouns")
"""Steps that stop something for a while: what sides at odds are asked for."""


def find_positions(scene: Scene) -> tuple[Position, ...]:
    """Return the report's positions, in order."""
    record = _Record(scene)
    before = None
    for sentence in scene.parse.sentences:
        if before is not None and before.words[-1].text in '?"' and any(w.text == "?" for w in before.words[-2:]):
            for attitude in reply_to(before, sentence):
                record.add(attitude)
        elif before is not None and len(sentence.words) <= _ELLIPSIS and sentence.paragraph == before.paragraph:
            record.add_ellipsis(before, sentence)
        before = sentence
        if sentence.words[-1].lower != "?":
            for attitude in figures_moved(scene.parse.sentences[max(0, sentence.index - _BACK) : sentence.index], sentence):
                record.add(attitude)
            for word in sentence.words:
                for attitude in _attitudes(word):
                    if not supposed(attitude.cue):
                        record.add(attitude)
    for condition in scene.conditions:
        record.add_tied(condition)
    answered = with_antecedents(sorted(record.found, key=lambda p: p.spans[0].start))
    return tuple(answered)


def _attitudes(word: Word) -> Iterator[Attitude]:
    if word.pos in ("VERB", "AUX"):
        courses = list(courses_of(word))
        tied = any(c.stance == "accept_if" for c in courses)
        if word.lemma in heads("verbs") and not tied:
            told = list(attitudes_of_verb(word))
            yield from told
            courses = [] if told else courses
        yielded = list(yieldings_of(word))
        yield from yielded
        courses = [] if yielded else courses
        yield from courses
        yield from attitudes_of_copula(word)
        yield from replies_of(word)
        yield from flat_answers(word)
        yield from verdicts_of(word)
        yield from imperatives_of(word)
    elif word.pos == "ADJ" and word.lemma in table("adjectives"):
        yield from attitudes_of_adjective(word)
    elif word.pos == "NOUN" and word.lemma in table("nouns"):
        yield from attitudes_of_noun(word)
    elif word.pos == "NOUN" and word.lemma in table("partisans"):
        yield from attitudes_of_partisan(word)
    if word.lower in ("favour", "favor", "against"):
        yield from camps_of(word)
    if word.lower == "proposed" and word.dep == "amod":
        yield from attitudes_of_proposed(word)


class _Record:
    """The positions found so far, and what is needed to judge the next."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.issued_by = scene.cast.issuer or issuer(scene)
        self.found: list[Position] = []
        self.first: dict[tuple[object, ...], str] = {}
        self.negotiating = negotiating(scene.parse.words)
        self.disputed = self.negotiating or disputed(scene.parse.words)

    def add(self, attitude: Attitude) -> None:
        """Keep an attitude as a position, if it is one."""
        polite = attitude.stance in ("support", "offer") and courtesy(attitude.object)
        if not attitude.object or polite or _of_anybody(attitude):
            return
        scene = self.scene
        actor = self._holder(attitude)
        matter = _negotiated([w for w in attitude.words if w is not attitude.cue])
        if takes_no_side(attitude, matter):
            return
        statement = scene.statement_at(attitude.cue)
        if attitude.voiced and statement is None and not (self.issued_by or _binding(attitude, matter)):
            return
        if attitude.cue.pos == "AUX" and not attitude.voiced and not actor and not matter:
            return
        if not actor and not (matter or self.negotiating):
            return
        if not self._worth(attitude, matter):
            return
        addressee = tuple(a for a in _addressee(scene, attitude.cue) if a not in actor)
        issue = self._tied_before(attitude) or issue_of(
            scene, attitude.object, attitude.stance in ("demand", "propose", "reject"), bool(addressee)
        )
        if attitude.stance == "demand" and issue.split(" ")[0].lower() == "it":
            issue = self._topic(attitude.cue) or issue  # "A freeze divides them. The mayor demands that it begin at once"
        key = (actor, attitude.stance, essence(issue))
        position = Position(
            document=scene.document.id,
            spans=scene.parse.spans(_bridged(_quoted_alone(attitude.cue, _with_holder(attitude)))),
            actor=actor,
            issue=issue,
            stance=attitude.stance,
            addressee=addressee,
            statement=statement.id if statement else None,
            on=_on(scene, attitude.cue),
            same_as=self.first.get(key) if actor else None,
            certainty="possible"
            if is_hollow(attitude, matter) or (attitude.cue.pos == "VERB" and wishes_own_act(attitude.cue))
            else self._certainty(attitude, actor, matter),
            coder=scene.coder,
        )
        if any(
            p.actor == actor
            and p.stance == position.stance
            and _same(p.spans[0], position.spans[0])
            and _same(p.spans[-1], position.spans[-1])
            for p in self.found[-3:]
        ):
            return
        self.first.setdefault(key, position.id)
        self.found.append(position)

    def _topic(self, cue: Word) -> str:
        """What the sentence before is about, where it names one step alone: what "it" stands for."""
        at = cue.sentence.index
        before = self.scene.parse.sentences[at - 1] if at else None
        if before is None or before.paragraph != cue.sentence.paragraph:
            return ""
        steps = [w for w in before.words if w.lemma in _STEPS and w.dep in ("nsubj", "nsubjpass", "pobj", "attr", "dobj")]
        return self.scene.parse.span(nominal(steps[0])).text if len({w.lemma for w in steps}) == 1 else ""

    def _tied_before(self, attitude: Attitude) -> str:
        """What waited by the condition told just before, where words give up a tie and name no thing: "the one ... the other"."""
        if attitude.stance != "concede" or any(w.pos in ("NOUN", "PROPN") and w.lemma not in _NAMELESS for w in attitude.object):
            return ""
        cue = attitude.cue
        near = [s for c in self.scene.conditions for s in c.gated_span if 0 < cue.start - s.end < _NEAR]
        if not near:
            return ""
        span = max(near, key=lambda s: s.end)
        things = [w for w in self.scene.parse.between(span.start, span.end) if w.pos in ("NOUN", "PROPN")]
        return " ".join(self.scene.parse.span(nominal(things[0])).text.split()) if things else ""

    def add_ellipsis(self, before: Sentence, sentence: Sentence) -> None:
        """Keep what "B does not." says of the position told in the sentence before, with its issue."""
        told = self.found[-1] if self.found else None
        if told is None or told.spans[0].start < before.start or told.certainty == "possible":
            return
        attitude = ellipsis_of(sentence, told.stance)
        actor = holder(self.scene, attitude.said_of, attitude.cue, self.issued_by) if attitude else ()
        if attitude is None or not actor or set(actor) & set(told.actor):
            return
        statement = self.scene.statement_at(attitude.cue)
        self.found.append(
            Position(
                document=self.scene.document.id,
                spans=self.scene.parse.spans(attitude.words),
                actor=actor,
                issue=told.issue,
                stance=attitude.stance,
                statement=statement.id if statement else None,
                certainty="likely",
                coder=self.scene.coder,
            )
        )

    def _holder(self, attitude: Attitude) -> Ids:
        cue = attitude.cue
        if attitude.voiced:
            return self.scene.voice_at(cue) or (self.issued_by if cue.quote < 0 else ())
        return holder(self.scene, attitude.said_of, cue, self.issued_by)

    def _worth(self, attitude: Attitude, matter: bool) -> bool:
        """Whether an attitude is one to something negotiated, by its own words or by the report's."""
        cue = attitude.cue
        if cue.pos == "VERB" and cue.lemma in words("stances", "everyday", "process") and _told_as_done(cue):
            return cue.lemma in ("consider", "note", "take") and (matter or self.negotiating)
        if not self.disputed:
            return matter or _plain(attitude)
        if cue.lemma in words("stances", "aside", "verbs") and attitude.stance == "noncommittal":
            return True
        if cue.lemma == "prefer" and any(c.lower in ("would", "'d") for c in cue.children):
            return True
        if matter or cue.pos != "VERB" or cue.lemma not in words("stances", "everyday", "vague"):
            return True
        if attitude.stance in ("accept", "reject") and cue.lemma not in table("verbs"):
            return True  # "voted it down" is no bare "voted"
        if cue.lemma in words("stances", "everyday", "process"):
            return under_way(cue)
        return _amount_or_clause(attitude.object)

    def _certainty(self, attitude: Attitude, actor: Ids, matter: bool) -> Certainty:
        """How sure a reading is: not even likely without a holder, in a report on something else, or by a weak word."""
        cue = attitude.cue
        if not actor or not (self.negotiating or (matter and _plain(attitude))):
            return "possible"
        granted = (attitude.stance == "offer" and cue.lower == "will") or _helped(cue)
        if granted or (cue.tag == "TO" and not matter) or cue.lemma in words("stances", "measured", "weak"):
            return "possible"
        sure = self.negotiating and cue.pos == "VERB" and cue.lemma in words("stances", "measured", "sure")
        return "sure" if sure else "likely"

    def add_tied(self, condition: Condition) -> None:
        """Keep what a condition says of its holder's attitude, where no position has those words yet."""
        if condition.relation not in ("only_after", "until") or not condition.holder or not self.negotiating:
            return
        covered = [*condition.gated_span, *condition.required_span]
        span = self.scene.document.span(min(s.start for s in covered), max(s.end for s in covered))
        told = {w.lemma for w in self.scene.parse.between(span.start, span.end)}
        if condition.spans in self.scene.purposes or told & words("stances", "requiring"):
            return
        if any(_alike(span, s) for p in self.found for s in p.spans):
            return
        self.found.append(
            Position(
                document=self.scene.document.id,
                spans=(span,),
                actor=condition.holder,
                issue=condition.required if condition.relation == "until" else condition.gated,
                stance="demand" if condition.relation == "until" else self._tied_stance(span),
                statement=condition.statement,
                certainty=condition.certainty,
                coder=self.scene.coder,
            )
        )

    def _tied_stance(self, span: Span) -> Stance:
        """An offer where a course is granted, consent under a condition where it is held back or put off till then."""
        said = self.scene.parse.between(span.start, span.end)
        told = {w.lower for w in said}
        if "when" in told:
            return "accept_if"
        granted = bool(told & words("stances", "grudging", "granting")) or said[0].tag in ("VB", "VBP")
        return "offer" if granted and not told & words("stances", "grudging", "words") else "accept_if"


def _same(a: Span, b: Span) -> bool:
    return min(a.end, b.end) - max(a.start, b.start) > 0.7 * max(a.end - a.start, b.end - b.start)


def _alike(a: Span, b: Span) -> bool:
    common = min(a.end, b.end) - max(a.start, b.start)
    return common > 0.4 * min(a.end - a.start, b.end - b.start)


def negotiating(all_words: Sequence[Word]) -> bool:
    """Return whether the report is on a negotiation: words of it, at least 7 in a thousand of two kinds or 6 of three.

    Gold: 10 to 40 in the invented negotiations, under 6 of three kinds in 99 of 100 reports on other things.
    "According to" is no accord.
    """
    told = [w.lemma for w in all_words if w.lemma in words("stances", "table", "lemmas") and w.lower != "according"]
    kinds = len(set(told))
    return len(told) >= 3 and kinds >= 2 and 1000 * len(told) >= (6 if kinds > 2 else 7) * len(all_words)


def disputed(all_words: Sequence[Word]) -> bool:
    """Return whether the report is on public affairs, where calls and refusals have to do with something disputed.

    Gold: 15 to 116 such words in a thousand in reports with positions, under 16 in 94 of 100 on films, sports and accidents.
    """
    told = sum(w.lemma.lower() in words("stances", "public", "lemmas") for w in all_words)
    return told >= 5 and 1000 * told >= 17 * len(all_words)


def _helped(cue: Word) -> bool:
    """Whether somebody, not something, is supported, which may be help rather than a view: "support Ukraine"."""
    whom = cue.child("dobj") if cue.lemma in ("support", "back") and cue.pos == "VERB" else None
    return whom is not None and (whom.pos in ("PRON", "PROPN") or whom.ent in ("GPE", "ORG", "NORP", "PERSON"))


def _of_anybody(attitude: Attitude) -> bool:
    """Whether "you" stands for anybody: "if you have a boss, you go and ask the god"."""
    who, words_ = attitude.said_of, attitude.cue.sentence.words
    if who is None or who.lower != "you":
        return False
    return any(a.lower in ("if", "when", "whenever") and b.lower == "you" for a, b in pairwise(words_))


def _told_as_done(cue: Word) -> bool:
    """Whether a verb of study tells of what was done, or is to be done by somebody: "studied", "to examine"."""
    return cue.tag == "VBD" or any(c.tag == "TO" for c in cue.children)


def _binding(attitude: Attitude, matter: bool) -> bool:
    """Whether the writer's own words tell a position of somebody unnamed: a thing negotiated that is tied or ruled out."""
    return matter and attitude.stance in ("accept_if", "rule_out")


def _plain(attitude: Attitude) -> bool:
    """Whether a word of attitude tells it, in any report: no modal, no everyday verb."""
    if attitude.voiced or attitude.cue.pos == "AUX" or attitude.cue.lower in table("feelings"):
        return False
    return attitude.cue.pos != "VERB" or attitude.cue.lemma not in words("stances", "everyday", "lemmas")


def _amount_or_clause(of: list[Word]) -> bool:
    return any(w.pos == "NUM" for w in of) or of[0].lower in ("to", "that", "for") or any(w.pos == "VERB" for w in of)


def _negotiated(of: list[Word]) -> bool:
    return any(w.lemma in words("stances", "negotiated", "nouns") or w.lemma in table("nouns") for w in of)


def _with_holder(attitude: Attitude) -> list[Word]:
    """The words of the attitude, with its subject where that belongs to what is told or where they are few.

    Gold: nineteen in twenty clauses told by somebody have their subject, half the main ones.
    """
    who, told = attitude.said_of, attitude.words
    first = min(told, key=lambda w: w.i)
    if who is None or not 0 < first.i - who.i <= _SHORT or who.tag in ("WDT", "WP"):
        return told
    belonging = _belonging(who, attitude.cue)
    phrase = [w for w in (who.subtree() if belonging and who.child("relcl") is None else nominal(who)) if w.i < first.i]
    if len(phrase) > (2 * _SHORT if belonging else _SHORT // 2) or first.i - phrase[-1].i > 3:
        return told
    few = len(told) <= _SHORT // 2
    return [*phrase, *told] if belonging or few else told


def _quoted_alone(cue: Word, told: list[Word]) -> list[Word]:
    """The words within the cue's quotation marks where the speaker is named between: 'The price, A said, "will not rise"'."""
    if cue.quote < 0 or not any(w.tag == "VBD" and w.quote < 0 for w in told):
        return told
    return [w for w in told if w.quote == cue.quote] or told


def _belonging(who: Word, cue: Word) -> bool:
    """Whether the subject is part of what is told: a pronoun's, a course's, or that of a reported clause."""
    verb = cue.head if cue.tag == "MD" or cue.dep == "acomp" else cue
    if who.pos == "PRON" or cue.tag == "MD":
        return True
    return who.head is verb and (verb.dep == "ccomp" or cue.quote >= 0) and who.quote == cue.quote


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
