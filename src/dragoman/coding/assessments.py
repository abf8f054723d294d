"""Assessment records of a report."""

from collections.abc import Iterable
from dataclasses import replace

from dragoman.coding.glosses import glosses
from dragoman.coding.judged import RESULT, after_comma, judged_clause, set_phrases, strong, veiled
from dragoman.coding.judges import assertion
from dragoman.coding.leanings import table
from dragoman.coding.opinions import about, on_matter, opinions
from dragoman.coding.outlooks import outlook
from dragoman.coding.parse import Sentence, Word
from dragoman.coding.positions import disputed, negotiating
from dragoman.coding.scene import Scene
from dragoman.coding.transcripts import spoken
from dragoman.coding.wordlists import words
from dragoman.model import Assessment
from dragoman.model.findings import Certainty

_PREDICATES = frozenset({"acomp", "attr", "oprd", "conj", "ROOT", "ccomp"})


def find_assessments(scene: Scene) -> tuple[Assessment, ...]:
    """Return the report's assessments, in order."""
    at_the_table, public = negotiating(scene.parse.words), disputed(scene.parse.words)
    found: dict[tuple[int, int], Assessment] = {}
    aloud = spoken(scene.parse)
    for sentence in scene.parse.sentences:
        if sentence.words[-1].lower == "?":
            continue
        for cue in _cues(sentence):
            clause = judged_clause(cue)
            certainty = _certainty(scene, cue, clause, at_the_table, public)
            if certainty is None or _of_nobody_known(scene, cue, clause) or _told_already(clause, found):
                continue
            read = _assessment(scene, cue, clause, certainty)
            if not read.author and cue.i in aloud:
                continue  # a question's words are not the writer's
            if not read.author and _is_left_open(scene, cue):
                read = replace(read, certainty="possible")
            if not (read.author and outlook(cue)):  # the set ways are the writer's: a party's own words are its position
                found[clause[0].i, clause[-1].i] = read
    told = [a for a in opinions(scene, public or at_the_table) if a.author or not _begins_in(scene, a, aloud)]
    sure = [a for a in told if a.certainty != "possible"]
    kept = [a for a in found.values() if not any(_shares(a, b) for b in sure)]
    kept += [a for a in told if a in sure or not any(_shares(a, b) for b in kept)]
    return tuple(sorted(kept, key=lambda a: a.spans[0].start))


def _of_nobody_known(scene: Scene, cue: Word, clause: list[Word]) -> bool:
    """Whether somebody judges of whom the text leaves open who it is: that is not the writer's judgement."""
    statement = assertion(scene, cue, clause)
    return statement is not None and not statement.speaker


def _is_left_open(scene: Scene, cue: Word) -> bool:
    """Whether a quotation that no mark closes begins before it in its paragraph, so that the words may be somebody's."""
    number = cue.sentence.paragraph
    first = next(s for s in scene.parse.sentences if s.paragraph == number)
    before = scene.document.text[first.start : cue.start]
    return before.count("“") > before.count("”") or (before.count('"') % 2 == 1 and cue.quote < 0)


def _begins_in(scene: Scene, assessment: Assessment, aloud: frozenset[int]) -> bool:
    span = assessment.spans[0]
    return any(w.i in aloud for w in scene.parse.between(span.start, span.end))


def _shares(a: Assessment, b: Assessment) -> bool:
    return any(x.start < y.end and y.start < x.end for x in a.spans for y in b.spans)


def _certainty(scene: Scene, cue: Word, clause: list[Word], at_the_table: bool, public: bool) -> Certainty | None:
    """How sure a judgement is; None where it is none, or none on a negotiation.

    Gold: .67 of the likely, .4 of the possible ones stand in it.
    """
    led = bool(clause) and clause[0].lower in ("if", "whether", "to")
    if len(clause) < 3 or (led and not (strong(cue) and (clause[0] is cue or cue.dep == "ROOT"))):
        return None
    if cue.pos == "ADV" and _slanted(cue) and scene.statement_at(cue) is None and cue.quote < 0:
        return "likely"
    matter = on_matter(clause)
    if at_the_table:
        overheard = cue.quote >= 0 and scene.statement_at(cue) is None
        return "likely" if not overheard and (strong(cue) or (matter and not _weak(cue))) else "possible"
    if outlook(cue) and scene.told_of_the_table:
        return "possible"
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
        for parts in set_phrases().get(word, ()):
            if tuple(lower[k : k + len(parts)]) == parts:
                cues.append(sentence.words[k])
        if veiled(sentence.words[k]) is not None:
            cues.append(sentence.words[k])
    return sorted(set(cues), key=lambda w: w.i)


def _judges(word: Word) -> bool:
    if glosses(word):
        return True
    if word.pos not in ("ADJ", "NOUN", "VERB", "ADV"):
        return False
    if word.pos == "ADV" and word.lower in words("assessments", "weighing", "adverbs"):
        return word.head.pos in ("VERB", "AUX")
    if word.pos == "VERB" and _bears_on_talks(word):
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
    brought = word.child("auxpass")
    wished = brought is not None and brought.lower == "be" and word.child("aux") is None  # "asked that the talks be divided"
    return brought is not None and not wished and word.child("agent") is None


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
    if verb.tag == "VBG" and verb.dep in RESULT and after_comma(verb):
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


def _assessment(scene: Scene, cue: Word, clause: list[Word], certainty: Certainty) -> Assessment:
    statement = assertion(scene, cue, clause)
    return Assessment(
        document=scene.document.id,
        spans=(scene.parse.span(clause),),
        author=statement.speaker if statement else scene.cast.issuer_at(cue),
        about=scene.parse.span(about(clause)).text,
        certainty=certainty,
        coder=scene.coder,
    )