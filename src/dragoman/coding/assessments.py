"""Assessment records of a report."""

import functools
from collections.abc import Iterable

from dragoman.coding.glosses import glosses
from dragoman.coding.leanings import heads, table
from dragoman.coding.opinions import about, on_matter, opinions
from dragoman.coding.parse import Sentence, Word
from dragoman.coding.positions import disputed, negotiating
from dragoman.coding.scene import Scene
from dragoman.coding.wordings import nominal
from dragoman.coding.wordlists import load, words
from dragoman.model import Assessment, Statement
from dragoman.model.findings import Certainty

_CLAUSES = frozenset({"ROOT", "ccomp", "conj", "advcl", "relcl", "parataxis", "pcomp", "dep"})
_OPENERS = frozenset('and but that while although , which " as because though since so yet - – — :'.split())
_CLOSERS = frozenset({".", ",", ";", ":", "and", "but", "-", "–", "—"})
_PREDICATES = frozenset({"acomp", "attr", "oprd", "conj", "ROOT", "ccomp"})
_RESULT = frozenset({"advcl", "acl", "conj"})


def find_assessments(scene: Scene) -> tuple[Assessment, ...]:
    """Return the report's assessments, in order."""
    at_the_table, public = negotiating(scene.parse.words), disputed(scene.parse.words)
    found: dict[tuple[int, int], Assessment] = {}
    for sentence in scene.parse.sentences:
        if sentence.words[-1].lower == "?":
            continue
        for cue in _cues(sentence):
            clause = _clause(cue)
            certainty = _certainty(scene, cue, clause, at_the_table, public)
            if certainty is None or _told_already(clause, found):
                continue
            found[clause[0].i, clause[-1].i] = _assessment(scene, cue, clause, certainty)
    told = list(opinions(scene, public or at_the_table))
    sure = [a for a in told if a.certainty != "possible"]
    kept = [a for a in found.values() if not any(_shares(a, b) for b in sure)]
    kept += [a for a in told if a in sure or not any(_shares(a, b) for b in kept)]
    return tuple(sorted(kept, key=lambda a: a.spans[0].start))


def _shares(a: Assessment, b: Assessment) -> bool:
    return any(x.start < y.end and y.start < x.end for x in a.spans for y in b.spans)


def _certainty(scene: Scene, cue: Word, clause: list[Word], at_the_table: bool, public: bool) -> Certainty | None:
    """How sure a judgement is; None where it is none, or none on a negotiation.

    Gold: .67 of the likely, .4 of the possible ones stand in it.
    """
    if len(clause) < 3 or (clause[0].lower in ("if", "whether", "to") and not (clause[0] is cue and _strong(cue))):
        return None
    if cue.pos == "ADV" and _slanted(cue) and scene.statement_at(cue) is None and cue.quote < 0:
        return "likely"
    matter = on_matter(clause)
    if at_the_table:
        overheard = cue.quote >= 0 and scene.statement_at(cue) is None
        return "likely" if not overheard and (_strong(cue) or (matter and not _weak(cue))) else "possible"
    if _weak(cue) or cue.pos == "ADV":
        return None
    return "possible" if matter or public or _judged_aloud(scene, cue) else None


def _slanted(adverb: Word) -> bool:
    """Whether the writer's adverb puts an effect on the talks in a light: "conveniently delays"."""
    slants = adverb.lower in words("assessments", "weighing", "slanting")
    return slants and adverb.head.lemma in words("assessments", "effects", "verbs")


def _told_already(clause: list[Word], found: Iterable[tuple[int, int]]) -> bool:
    """Whether the clause is a good part of one that is kept."""
    first, last = clause[0].i, clause[-1].i
    return any(a <= first and last <= b and b - a < 6 * (last - first + 1) for a, b in found)


def _judged_aloud(scene: Scene, cue: Word) -> bool:
    """Whether somebody known is cited for a word on how something stands."""
    statement = scene.statement_at(cue)
    return statement is not None and bool(statement.speaker) and cue.pos in ("ADJ", "NOUN") and _stands(cue)


def _strong(cue: Word) -> bool:
    """Whether the word judges the outlook by itself, or opens a set phrase."""
    if cue.lemma in words("assessments", "standing", "telling") or cue.lower in words("assessments", "standing", "telling"):
        return True
    if glosses(cue) or _veiled(cue) is not None:
        return True
    rest = cue.sentence.words[cue.i - cue.sentence.words[0].i :]
    return any(tuple(w.lower for w in rest[: len(parts)]) == parts for parts in _phrases().get(cue.lower, ()))


def _weak(cue: Word) -> bool:
    """Whether the word of judging is often none: a verb of effect that is no plain one."""
    return (
        cue.pos == "VERB"
        and cue.lemma in words("assessments", "effects", "verbs")
        and cue.lemma not in words("assessments", "effects", "plain")
    )


def _cues(sentence: Sentence) -> list[Word]:
    """The words that judge: of standing, of effect, of weighing, and the first words of set phrases."""
    cues = [w for w in sentence.words if _judges(w)]
    lower = [w.lower for w in sentence.words]
    for k, word in enumerate(lower):
        for parts in _phrases().get(word, ()):
            if tuple(lower[k : k + len(parts)]) == parts:
                cues.append(sentence.words[k])
        if _veiled(sentence.words[k]) is not None:
            cues.append(sentence.words[k])
    return sorted(set(cues), key=lambda w: w.i)


def _judges(word: Word) -> bool:
    if word.pos not in ("ADJ", "NOUN", "VERB", "ADV"):
        return False
    if word.pos == "ADV" and word.lower in words("assessments", "weighing", "adverbs"):
        return word.head.pos in ("VERB", "AUX")
    if word.pos == "VERB" and _bears_on_talks(word):
        return True
    if glosses(word):
        return True
    return (word.dep in _PREDICATES and _stands(word)) or _brought_there(word) or _affects(word) or _ranks(word)


def _ranks(noun: Word) -> bool:
    """Whether the clause says what counts most: "the main dividing line has been"."""
    if (
        noun.dep != "nsubj"
        or noun.head.lemma not in words("assessments", "standing", "verbs")
        or noun.head.child("attr", "ccomp", "acomp") is None
    ):
        return False
    return any(c.dep == "amod" and c.lower in words("assessments", "standing", "ranking") for c in noun.children)


def _brought_there(word: Word) -> bool:
    """Whether a participle says how something stands: "the talks are deadlocked"."""
    if word.tag != "VBN" or word.lower not in words("assessments", "standing", "adjectives"):
        return False
    return word.child("auxpass") is not None and word.child("agent") is None


def _stands(word: Word) -> bool:
    """Whether the word says how something stands: "remains uncertain", "is a blow to"."""
    listed = words("assessments", "standing", "nouns" if word.pos == "NOUN" else "adjectives")
    head = word.head
    if word.pos == "ADJ" and head.lemma in words("assessments", "standing", "seeming") and head.child("nsubj") is not None:
        return word.lower not in table("adjectives")
    if word.lower not in listed and word.lemma not in listed:
        return False
    if word.dep == "conj" and head.dep in ("acomp", "attr"):
        head = head.head
    return head.lemma in words("assessments", "standing", "verbs") and head.pos in ("VERB", "AUX")


def _affects(verb: Word) -> bool:
    """Whether a verb says what moves or hampers: plainly, with "could", or in a clause of result."""
    if (
        verb.pos != "VERB"
        or verb.lemma not in words("assessments", "effects", "verbs")
        or verb.dep == "amod"
        or any(c.lower == "to" and c.dep == "aux" for c in verb.children)
    ):
        return False
    if verb.lemma in words("assessments", "effects", "plain"):
        return True
    if any(c.dep == "aux" and c.lower in words("assessments", "effects", "modals") for c in verb.children):
        return True
    if verb.tag == "VBG" and verb.dep in _RESULT and _after_comma(verb):
        return True
    doer, thing = verb.child("nsubj"), verb.child("dobj")
    impersonal = doer is not None and doer.pos == "NOUN" and not doer.ent
    return impersonal and thing is not None and thing.lemma in words("assessments", "matter", "affected")


def _bears_on_talks(verb: Word) -> bool:
    """Whether something may befall the talks themselves: "which could drown the talks in detail"."""
    could = any(c.dep == "aux" and c.lower in ("could", "may", "might") for c in verb.children)
    if could and any(c.dep == "advmod" and c.lower in words("assessments", "weighing", "hedging") for c in verb.children):
        return True
    thing = verb.child("dobj", "nsubjpass")
    if thing is None or thing.lemma not in words("assessments", "matter", "course"):
        return False
    subject = verb.child("nsubj")
    person = subject is not None and (subject.pos == "PROPN" or (subject.pos == "PRON" and subject.tag == "PRP"))
    return could and not person


def _after_comma(verb: Word) -> bool:
    first = verb.subtree()[0]
    words_before = first.sentence.words
    place = first.i - words_before[0].i
    return place > 0 and words_before[place - 1].lower == ","


def _clause(cue: Word) -> list[Word]:
    """The clause around the cue, its if-clause included, without what leads it in and the stop."""
    result = _result(cue)
    if result:
        return result
    if (veiled := _veiled(cue)) is not None:
        end = max(veiled.subtree(), key=lambda w: w.i)
        return [w for w in cue.sentence.words if cue.i <= w.i <= end.i and not (w is end and w.lower in _CLOSERS)]
    head = next((w for w in (cue, *cue.ancestors()) if w.dep in _CLAUSES and w.pos in ("VERB", "AUX")), None)
    if head is None and cue.pos == "VERB":
        head = cue
    if head is None:
        return []
    apart = [w for c in head.children if _apart(cue, head, c) for w in c.subtree()]
    clause = [w for w in head.subtree() if w not in apart] if apart else head.subtree()
    while clause and clause[0].lower in _OPENERS:
        clause = clause[1:]
    while clause and clause[-1].lower in _CLOSERS:
        clause = clause[:-1]
    return _unbroken(clause, cue)


def _result(cue: Word) -> list[Word]:
    """The participle clause that an adverb or "in effect" opens after a comma: ", in effect freezing the talks"."""
    around = cue.sentence.words
    place = cue.i - around[0].i
    if cue.pos == "VERB" or place == 0 or around[place - 1].lower != ",":
        return []
    reach = 6 if cue.lower in ("for", "to") else 4
    participle = next((w for w in around[place : place + reach] if w.tag == "VBG" and w.head.lower != "of"), None)
    if participle is None:
        return _named(around[place : place + 5]) if cue.pos in ("ADP", "ADV") and _strong(cue) else []
    beside = next((c for c in participle.children if c.dep == "conj"), None)
    end = (beside.subtree()[0].i if beside is not None else participle.subtree()[-1].i + 1) - around[0].i
    clause = around[place:end]
    while clause and clause[-1].lower in _CLOSERS:
        clause = clause[:-1]
    return clause


def _veiled(cue: Word) -> Word | None:
    """The verb that the cue and the words after it call as good as done: "a rule that as good as blocks the talks"."""
    for parts in _phrases("veiling").get(cue.lower, ()):
        at = cue.i - cue.sentence.words[0].i
        after = cue.sentence.words[at : at + len(parts) + 1]
        if tuple(w.lower for w in after[:-1]) == parts and after[-1].tag in ("VBZ", "VBD", "VBP", "VBG"):
            return after[-1] if after[-1].lemma in words("assessments", "effects", "moving") else None
    return None


def _named(opening: list[Word]) -> list[Word]:
    """The phrase that names what a thing is in the writer's eyes: ", in reality a way of gaining time"."""
    lead = next((k for k, w in enumerate(opening) if w.tag == "DT" and k), None)
    if lead is None:
        return []
    noun = next((w for w in opening[lead:] if w.pos == "NOUN"), None)
    if noun is None or noun.dep not in ("appos", "attr", "npadvmod", "dobj", "conj", "dep", "pobj"):
        return []
    return [*opening[:lead], *(w for w in nominal(noun) if w.i >= opening[lead].i)]


def _apart(cue: Word, head: Word, child: Word) -> bool:
    """Whether a coordinated clause with its own subject or after a long one, or one put beside, belongs to itself."""
    if child.dep == "parataxis" or (child.dep == "ccomp" and child.i < head.i):
        return True
    if child.dep != "conj" or child.pos not in ("VERB", "AUX") or child.i < cue.i:
        return False
    return child.i - head.i > 8 or child.tag == "VBG" or child.child("nsubj", "nsubjpass", "expl") is not None


def _unbroken(clause: list[Word], cue: Word) -> list[Word]:
    """The run of words around the cue, gaps of a few words forgiven."""
    out: list[Word] = []
    for word in clause:
        if out and word.i - out[-1].i > 4:
            if out[-1].i >= cue.i:
                break
            out = []
        out.append(word)
    return out


def _assessment(scene: Scene, cue: Word, clause: list[Word], certainty: Certainty) -> Assessment:
    statement = _assertion(scene, cue, clause)
    return Assessment(
        document=scene.document.id,
        spans=(scene.parse.span(clause),),
        author=statement.speaker if statement else scene.cast.issuer_at(cue),
        about=scene.parse.span(about(clause)).text,
        certainty=certainty,
        coder=scene.coder,
    )


def _assertion(scene: Scene, cue: Word, clause: list[Word]) -> Statement | None:
    """The statement that makes the judgement; None where a result or gloss is the writer's own, or the words only demand."""
    statement = scene.statement_at(cue)
    if statement is None or cue.quote >= 0:
        return statement
    head = next((w for w in clause if w.head not in clause and w.pos in ("VERB", "AUX")), cue)
    if head.tag == "VBG" and head.dep in _RESULT:
        return None
    told = {w.lemma for span in statement.cue for w in scene.parse.between(span.start, span.end)}
    if _gloss_on_order(scene, statement, head):
        return None
    if told & heads("verbs") or (head.dep == "relcl" and not told & words("assessments", "asserting", "verbs")):
        return None
    return statement


def _gloss_on_order(scene: Scene, statement: Statement, head: Word) -> bool:
    """Whether a clause after a comma glosses what somebody is told to do: "told them to wait, which in effect ends it"."""
    if head.dep not in ("relcl", "advcl") or not _after_comma(head):
        return False
    opening = scene.parse.between(statement.spans[0].start, statement.spans[0].end)[:7]
    to = next((k for k, w in enumerate(opening) if w.tag == "TO"), None)
    return to is not None and not any(w.pos in ("VERB", "AUX") for w in opening[:to])


@functools.cache
def _phrases(kind: str = "all") -> dict[str, tuple[tuple[str, ...], ...]]:
    """The set phrases of a kind by their first word."""
    out: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in load("assessments")["phrases"][kind]:
        parts = tuple(phrase.split())
        out[parts[0]] = (*out.get(parts[0], ()), parts)
    return out
