"""Instrument records of a report."""

from dataclasses import replace
from typing import get_args

from dragoman.coding.parse import Word
from dragoman.coding.scene import Scene
from dragoman.coding.standing import attached, clause, governor, invert, partners, tense
from dragoman.coding.wordlists import load, words
from dragoman.model import Instrument
from dragoman.model.findings import InstrumentStatus

_STATUSES: dict[str, InstrumentStatus] = {v: v for v in get_args(InstrumentStatus)}
_POINTING = frozenset(("the", "this", "that", "these", "those"))
_SMALL = frozenset(("the", "a", "an", "of", "on", "with", "between", "and", "for", "to", "in", "by", "that", "this"))


def find_instruments(scene: Scene) -> tuple[Instrument, ...]:
    """Return the report's instruments, in order; a bare "the deal" is a mention of the last text like it."""
    found: list[tuple[Instrument, frozenset[str]]] = []
    heads = words("instruments", "heads")
    for word in scene.parse.words:
        if word.lemma not in heads or word.pos not in ("NOUN", "PROPN") or word.dep == "compound":
            continue
        bare = _is_bare(word) and not _topic_after(scene, word)
        if not bare and not _counts(word):
            continue
        instrument = _instrument(scene, word)
        at = _last_alike(found, word) if bare else _same(found, instrument)
        if at is not None:
            found[at] = (_again(found[at][0], instrument), found[at][1])
        elif _counts(word) and not _is_hypothetical(word, instrument):
            found.append((instrument, _content(instrument.name)))
    return tuple(instrument for instrument, _ in found)


def _is_bare(noun: Word) -> bool:
    """Whether only "the" or "this" stands before the noun, and nothing that tells it from others after it."""
    own = [c for c in noun.children if c.dep not in ("relcl", "case", "punct", "appos", "acl", "cc", "conj")]
    telling = [c for c in own if c.lower not in words("instruments", "general", "words")]
    return any(c.lower in _POINTING for c in own) and all(c.lower in _POINTING for c in telling)


def _counts(noun: Word) -> bool:
    if _is_part_of_text(noun) or _is_idle(noun):
        return False
    if noun.lemma == "protocol" and noun.dep == "pobj" and noun.head.head.lemma in ("chief", "head", "office", "director"):
        return False
    needed = load("instruments")["needs"].get(noun.lemma)
    if noun.lemma == "list":
        verb = governor(noun) if noun.dep in ("dobj", "nsubjpass", "nsubj") else None
        return verb is not None and verb.lemma in words("instruments", "handed", "verbs")
    if any(c.lower == "than" for c in noun.children) or _is_missing(noun):
        return False
    if _is_numbered(noun) or _is_sent(noun):
        return True
    if noun.lemma == "resolution" and noun.dep in ("dobj", "nsubjpass") and _is_dealt_with(noun):
        return True
    if needed is not None and not any(g.lower in needed for c in noun.children for g in (c, *c.children)):
        return False
    things = words("instruments", "settled", "things")
    return not any(c.dep == "prep" and (to := c.child("pobj")) is not None and to.lemma in things for c in noun.children)


def _is_dealt_with(noun: Word) -> bool:
    """ "Adopted a resolution"."""
    return noun.head.lemma in words("instruments", "dealt", "verbs")


def _is_missing(noun: Word) -> bool:
    """ "Ended without agreement on beef"."""
    return noun.dep == "pobj" and noun.head.lower == "without" and noun.child("det") is None


def _is_numbered(noun: Word) -> bool:
    """ "Resolution 441", which no other word need tell from a firm purpose."""
    after = [w for w in noun.sentence.words if noun.i < w.i <= noun.i + 1]
    return noun.lemma == "resolution" and bool(after) and after[0].tag == "CD"


def _is_sent(noun: Word) -> bool:
    """ "A proposal sent to creditors", "under the settlement"."""
    if noun.lemma in ("proposal", "plan", "offer") and any(
        c.lemma in ("send", "table", "circulate", "submit") for c in attached(noun)
    ):
        return True
    return noun.lemma == "settlement" and noun.dep == "pobj" and noun.head.lower == "under"


def _is_part_of_text(noun: Word) -> bool:
    """ "The text of a code": one text, named by both nouns."""
    over = noun.head.head if noun.dep == "pobj" and noun.head.lower == "of" else None
    return over is not None and over.lemma in ("text", "draft", "version") and over.lemma != noun.lemma


def _is_idle(noun: Word) -> bool:
    """ "Rumours of a deal", "money towards a settlement", "agreement or no agreement": no text is told of."""
    below = noun.dep == "pobj" and any(c.lower in ("a", "an") for c in noun.children)
    if below and (noun.head.lower in ("towards", "toward") or noun.head.head.lemma in words("instruments", "rumoured", "nouns")):
        return True
    bare = all(c.dep in ("det", "punct", "cc", "conj") for c in noun.children)
    denied = any(c.lower == "no" for c in noun.children) or any(c.dep == "conj" and _denies(c) for c in noun.children)
    return bare and denied


def _denies(noun: Word) -> bool:
    return any(c.lower == "no" for c in noun.children)


def _is_hypothetical(noun: Word, instrument: Instrument) -> bool:
    """Whether nobody has such a text before them: "any deal", "a better deal", a bare "a deal" without a standing."""
    if instrument.status is not None:
        return False
    if any(c.lower in words("instruments", "hypothetical", "words") for c in noun.children):
        return True
    telling = [c for c in noun.children if c.dep in ("prep", "acl", "relcl", "compound", "poss", "amod", "nmod", "nummod")]
    return not telling


def _last_alike(found: list[tuple[Instrument, frozenset[str]]], noun: Word) -> int | None:
    same = next((i for i in range(len(found) - 1, -1, -1) if found[i][0].type == noun.lemma), None)
    if same is not None:
        return same
    for kind in ("alike", "laws"):
        if noun.lemma in words("instruments", kind):
            return next((i for i in range(len(found) - 1, -1, -1) if found[i][0].type in words("instruments", kind)), None)
    return None


def _same(found: list[tuple[Instrument, frozenset[str]]], instrument: Instrument) -> int | None:
    mine = _content(instrument.name)
    for i, (known, theirs) in enumerate(found):
        near = known.type == instrument.type and (mine <= theirs or theirs <= mine)
        if near and (len(mine & theirs) > 1 or mine == theirs or theirs == {known.type}):
            return i
        alike = {known.type, instrument.type} <= words("instruments", "alike")
        if alike and set(known.parties) & set(instrument.parties) and mine - theirs <= _sides(instrument) | {instrument.type}:
            return i
    return None


def _sides(instrument: Instrument) -> frozenset[str]:
    """The words after "between" or "with" in the name, which name the parties."""
    at = max(instrument.name.find(" between "), instrument.name.find(" with "))
    return _content(instrument.name[at:]) if at >= 0 else frozenset()


def _content(name: str) -> frozenset[str]:
    return frozenset(w for w in name.casefold().replace("’s", "").replace("'s", "").split() if w not in _SMALL)


def _again(known: Instrument, mention: Instrument) -> Instrument:
    spans = tuple(sorted({*known.spans, *mention.spans}, key=lambda s: (s.start, s.end)))
    status = known.status or mention.status
    return replace(
        known, spans=spans, status=status, parties=known.parties or mention.parties,
        certainty="likely" if status else known.certainty,
    )  # fmt: skip


def _instrument(scene: Scene, noun: Word) -> Instrument:
    whole = [w for w in clause(noun) if not (w.dep == "case" and w.head is noun)]
    if noun.dep == "pobj" and noun.head.lower == "of" and noun.head.head.lemma in words("instruments", "ending", "nouns"):
        before = [w for w in clause(noun.head.head) if w.i < whole[0].i]
        whole = [*before, *whole]  # "a cessation of hostilities agreement" is an agreement
    while len(whole) > 1 and whole[-1].pos == "PUNCT":
        whole.pop()
    if whole[-1] is noun:
        whole += _topic_after(scene, noun)
    relative = noun.child("relcl") or _lost_relative(noun)
    told = list(whole)
    if relative is not None:
        hung = relative.subtree()
        if scene.parse.words[hung[0].i - 1].pos != "PUNCT":  # no comma before it: the clause tells which one is meant
            told += hung
    while len(told) > 1 and told[-1].pos == "PUNCT":
        told.pop()
    status = _status(scene, noun)
    named = noun.pos == "PROPN" or any(c.pos == "PROPN" for c in noun.children)
    return Instrument(
        document=scene.document.id, spans=(scene.parse.span(told),), coder=scene.coder,
        certainty="likely" if status or named else "possible",
        name=" ".join(s.text for s in scene.parse.spans(w for w in whole if w.dep != "det" or w.i > noun.i)), type=noun.lemma,
        parties=partners(scene, noun), status=_STATUSES[status] if status else None,
    )  # fmt: skip


def _lost_relative(noun: Word) -> Word | None:
    """A relative clause that the parse hung on a day behind the noun ("signed a truce on May 10 that keeps the port open")."""
    if noun.dep not in ("dobj", "nsubjpass"):
        return None
    days = [to for c in noun.head.children if c.dep == "prep" and c.i > noun.i and (to := c.child("pobj")) is not None]
    return next((r for d in days if d.ent == "DATE" and (r := d.child("relcl")) is not None), None)


def _topic_after(scene: Scene, noun: Word) -> list[Word]:
    """The topic that stands right after the noun ("the Accord on Rivers"), where the parse hung it elsewhere."""
    after = scene.parse.words[noun.i + 1 : noun.i + 2]
    if not after or after[0].lower not in ("on", "concerning", "regarding") or after[0].sentence is not noun.sentence:
        return []
    topic = after[0].child("pobj")
    if topic is None or topic.ent in ("DATE", "TIME") or topic.tag == "CD":
        return []
    return [after[0], *clause(topic)]


def _status(scene: Scene, noun: Word) -> str | None:
    table = load("instruments")
    by_modifier = invert(table["modifiers"])
    for child in noun.children:
        if child.lower in by_modifier and child.dep in ("amod", "compound"):
            return by_modifier[child.lower]
    told = invert(table["status"])
    if _is_wanted(noun, told):
        return "called_for"
    for hung in attached(noun):
        whole = hung.dep == "relcl" and hung.child("nsubj", "nsubjpass")
        present = hung.lemma in ("lapse", "expire") and hung.tag in ("VBZ", "VBP")
        done = hung.tag == "VBN" and not any(c.lower in ("to", "not") for c in hung.children)
        if hung.lemma in told and not present and (tense(hung) == "held" if whole else done):
            return told[hung.lemma]
    found = _by_preposition(noun) if noun.dep == "pobj" else _by_verb(scene, noun, told)
    return found or ("called_for" if _is_awaited(scene, noun) else None)


def _is_wanted(noun: Word, told: dict[str, str]) -> bool:
    """ "Wants an accord signed", "would like the law passed": nobody has signed it yet."""
    small = noun.head if noun.dep in ("nsubj", "nsubjpass") else None
    verb = small.head if small is not None and small.tag == "VBN" and small.dep in ("ccomp", "xcomp") else noun.head
    return noun.dep in ("dobj", "nsubj", "nsubjpass") and told.get(verb.lemma) == "called_for"


def _is_awaited(scene: Scene, noun: Word) -> bool:
    """Whether a party makes something wait for such a text, which nobody has yet."""
    if not any(c.lower in ("a", "an", "no") for c in noun.children):
        return False
    return any(s.start <= noun.start and noun.end <= s.end for c in scene.conditions for s in c.required_span)


def _by_preposition(noun: Word) -> str | None:
    """ "Called for a treaty", "in breach of the accord", "under the accord"."""
    prep = noun.head
    table = load("instruments")["prepositions"]
    if prep.head.lemma == "call" and prep.lower == "for":
        return "called_for"
    if prep.head.lemma in table["breached"] and prep.lower == "of":
        return "breached"
    return "in_force" if prep.lower in table["in_force"] and any(c.lower == "the" for c in noun.children) else None


def _by_verb(scene: Scene, noun: Word, told: dict[str, str]) -> str | None:
    verb = governor(noun)
    said = told.get(verb.lemma) if verb else None
    if verb is not None and noun.dep == "nsubj" and verb.lemma in ("be", "remain", "stay") and not verb.child("neg"):
        standing = invert(load("instruments")["standing"])
        near = [w for c in verb.children if c.i > verb.i and c.dep in ("acomp", "attr", "prep") for w in (c, *c.children)]
        return next((standing[w.lower] for w in near if w.lower in standing), None) if tense(verb, title=True) else None
    if verb is not None and verb.dep == "ccomp" and told.get(verb.head.lemma) == "called_for":
        # "demanded that they draft a text"
        return "called_for" if noun.dep in ("dobj", "nsubjpass") and said is not None else None
    if verb is None or said is None or any(c.dep == "neg" for c in verb.children):
        return None
    if any(c.lower == "no" for c in noun.children):
        return None
    if said == "called_for":
        return said if noun.dep in ("dobj", "nsubjpass") else None
    now = tense(verb, scene.parse.is_title(verb))
    if said == "in_force" and noun.dep == "nsubjpass" and verb.lemma == "extend":
        return said if now == "held" else None
    if verb.lemma == "put" and not any(c.lower == "forward" for c in verb.children):
        return None
    return said if now == "held" or (now == "under_way" and said == "draft") else None
