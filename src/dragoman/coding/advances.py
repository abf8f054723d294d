"""A deadline told once more as one that may come sooner: "the fines need not wait that long", "she may act before then"."""

from dataclasses import replace

from dragoman.coding.parse import Sentence, Word
from dragoman.coding.pointers import sentences_since
from dragoman.coding.scene import Scene
from dragoman.coding.sooner import Early, find_early
from dragoman.coding.wordlists import words
from dragoman.model import Deadline

_NEAR = 3  # sentences


def advanced(scene: Scene, sentence: Sentence, found: list[Deadline]) -> Deadline | None:
    """Return the deadline that a sentence says may come sooner, told again, or None."""
    early = find_early(sentence) if found else None
    span = scene.parse.span(early.told) if early is not None else None
    if early is None or span is None or any(s.overlaps(span) and d.bound == "or_sooner" for d in found for s in d.spans):
        return None
    before = _meant(scene, sentence, early, found)
    if before is None:
        return None
    known = next((d.consequence for d in reversed(found) if d.consequence and _one(d, before)), None)
    return replace(
        before, spans=(span,), when_text=scene.parse.span(early.when).text, bound="or_sooner", status="pending", same_as=None,
        consequence=known or _told(scene, early),
    )  # fmt: skip


def _told(scene: Scene, early: Early) -> str | None:
    """What comes, where nothing has been told of it before: the thing, or all of what somebody may do."""
    if not early.subject or (early.subject[0].tag == "PRP" and early.waits):
        return None
    personal = any(scene.cast.who(w) for w in early.subject) or early.subject[0].tag == "PRP"
    return scene.parse.span(early.told if personal else early.subject).text


def _meant(scene: Scene, sentence: Sentence, early: Early, found: list[Deadline]) -> Deadline | None:
    """Which deadline may come sooner: that of the length it names, the one just told, or one whose consequence it names."""
    lengths = [t.duration for t in scene.dates_in(early.when) if t.duration]
    for before in reversed(found):
        if not (before.duration or before.date) or before.bound == "not_before" or before.status in ("met", "lapsed"):
            continue
        if before.spans[0].start > early.when[-1].start:
            continue  # "the deadline could be shortened if there was no progress by the weekend"
        if lengths:
            if before.duration in lengths and not _is_benign(early):
                return before
            continue
        near = sentences_since(scene, sentence, before) <= _NEAR
        consequence = next((d.consequence for d in reversed(found) if d.consequence and _one(d, before)), None)
        if _is_linked(scene, early, before, consequence, near):
            return before
    return None


def _one(a: Deadline, b: Deadline) -> bool:
    """Whether two mentions share their length, or their day."""
    return a is b or (a.duration == b.duration and a.date == b.date)


def _is_linked(scene: Scene, early: Early, before: Deadline, consequence: str | None, near: bool) -> bool:
    """Whether what may come sooner is what follows on the deadline, or the act of who set it."""
    if _is_benign(early) or _of_another(scene, early, before):
        return False
    things = [w for w in (*early.subject, *early.when) if w.pos in ("NOUN", "PROPN")] + _objects(early)
    told = _stems(consequence or "")
    if told and any(_alike(s, t) for w in (*things, early.act) for s in (_stem(w.lower), _stem(w.lemma)) if s for t in told):
        return True
    if not near:
        return False
    generic = words("deadlines", "steps") | words("threats", "harms") | words("threats", "measures") | words("deadlines", "nouns")
    if any(w.lemma in generic for w in things):
        return True
    head = early.subject[-1] if early.subject else early.act
    pronoun = any(w.tag == "PRP" or w.lower in ("this", "that") for w in early.subject) and len(early.subject) == 1
    personal = any(scene.cast.who(w) for w in early.subject)
    if early.waits and (pronoun or personal):
        return True
    own = set(before.setter) | set(scene.cast.party(before.setter))
    if early.points and any(set(scene.cast.party(scene.cast.who(w))) & own for w in early.subject):
        return True  # "they could call in the loans before that"
    acts = early.act.lemma in words("deadlines", "acting") | words("deadlines", "depriving") | words("threats", "harms")
    acts = acts or early.act.lemma in words("deadlines", "dictating")
    if pronoun or personal:
        objects = [w for w in _objects(early) if w.lemma not in ("effect", "force")]
        plain = pronoun and head.lower in ("it", "this", "that", "they") and not objects
        return acts or plain
    if not early.subject or early.act.lemma in words("deadlines", "depriving") | words("threats", "harms"):
        return acts
    return early.points or (not told and early.act.lemma in words("deadlines", "following"))


def _of_another(scene: Scene, early: Early, before: Deadline) -> bool:
    """Whether somebody else may be early: those whom the deadline binds."""
    doers = {i for w in early.subject for i in scene.cast.party(scene.cast.who(w)) if w.dep in ("nsubj", "conj")}
    own = set(scene.cast.party(before.setter)) | set(before.setter)
    bound = (set(scene.cast.party(before.addressee)) | set(before.addressee)) - own
    passive = any(c.dep in ("auxpass", "nsubjpass") for c in early.act.children)
    return bool(doers) and bool(doers & bound) and not doers & own and not passive


def _is_benign(early: Early) -> bool:
    """Whether what may come is something for which nobody sets a deadline as a penalty: "the meeting could be held sooner"."""
    benign = words("deadlines", "benign")
    heads = [w for w in early.subject if w.dep in ("nsubj", "nsubjpass")]
    dictated = early.act.lemma in words("deadlines", "dictating")  # "could impose a settlement even earlier"
    told = any(w.lemma in benign for w in heads) or (not dictated and any(w.lemma in benign for w in _objects(early)))
    return told or early.act.lemma in ("meet", "talk", "sign", "reach", "agree")


def _objects(early: Early) -> list[Word]:
    return [c for c in early.act.children if c.dep in ("dobj", "attr") and c.pos in ("NOUN", "PROPN")]


def _stems(text: str) -> set[str]:
    return {s for w in text.lower().replace("'s", "").split() if (s := _stem(w.strip(",.;:'\"()")))}


def _stem(word: str) -> str:
    return word[:5] if len(word) > 2 and word not in words("deadlines", "stop") else ""


def _alike(a: str, b: str) -> bool:
    """ "Cap" and "capped", "suspend" and "suspension"."""
    return a == b or (min(len(a), len(b)) == 3 and (a.startswith(b) or b.startswith(a)))
