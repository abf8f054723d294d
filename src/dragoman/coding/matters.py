"""What a position is about, in few words of the text."""

import re

from dragoman.coding.parse import Word
from dragoman.coding.scene import Scene
from dragoman.coding.wordings import nominal
from dragoman.coding.wordlists import words

_LEADING = frozenset(
    {
        "that",
        "to",
        "for",
        "on",
        "of",
        "the",
        "a",
        "an",
        "any",
        "no",
        "its",
        "their",
        "his",
        "her",
        "upon",
        "about",
        "at",
        "behind",
        "against",
        "by",
        "with",
        "over",
        ",",
        "too",
        "also",
        "again",
        "further",
        "besides",
        "moreover",
    }
)
_GLOSSES = frozenset(
    {"move", "step", "measure", "demand", "request", "condition", "idea", "course", "figure", "plan", "proposal"}
)
_TIMED = frozenset({"within", "on", "after", "in", "at", "during", "since"})
_TIES = frozenset({"until", "unless", "before", "till", "while", "if"})
_SMALL = frozenset("the and for its his her their our any all new that this with from".split())
_OFTEN = frozenset({"daily", "early", "weekly", "monthly", "yearly", "hourly", "only"})
_LONG = 12


def issue_of(scene: Scene, of: list[Word], asked: bool, addressed: bool) -> str:
    """Return the object as a short phrase: without what leads it in, whom it asks, and what follows its head at length."""
    whole = _filled(of)
    matter = _given(scene, _from_asked(scene, whole, addressed) if asked else whole)
    start = next((k for k, w in enumerate(matter) if w.lower not in _LEADING and w.ent not in ("DATE", "TIME")), 0)
    kept = [matter[start]]
    for word in matter[start + 1 :]:
        if (
            word.i - kept[-1].i > 3
            or (word.tag in ("WDT", "WP") and word.lower != "what")
            or word.text in "—–"
            or len(kept) >= 2 * _LONG
        ):
            break
        if (word.text == "," and _result(word)) or word.lower == "overnight" or _timed(word):
            break
        if len(kept) > 1 and (word.lower in _TIES or (word.tag == "TO" and len(kept) > 4)):
            break
        if len(kept) >= _LONG and word.pos in ("ADP", "SCONJ", "CCONJ", "PUNCT", "PRON", "PART"):
            break
        kept.append(word)
    if len(kept) > 2 and kept[-2].lower == "last" and kept[-1].ent == "DATE":
        kept.pop()
    while len(kept) > 1 and (kept[-1].text == "," or _trails(kept[-1], kept[-2])):
        kept.pop()
    text = " ".join(scene.parse.span(kept).text.split()).strip(" ,;")
    return text.strip('"“”') if text.count('"') + text.count("“") + text.count("”") < 2 else text


def _trails(last: Word, before: Word) -> bool:
    """Whether the last word belongs to what follows or to when and how it was told: "truce unanimously", "freeze, under"."""
    cut_short = last.pos == "ADP" and last.dep == "prep" and last.child("pobj", "pcomp") is not None
    how = last.tag == "RB" and last.lower.endswith("ly") and before.pos in ("NOUN", "PROPN") and last.lower not in _OFTEN
    return cut_short or how or (last.lower == "last" and last.ent == "DATE")


def _filled(of: list[Word]) -> list[Word]:
    """The words with the commas and particles between them."""
    out = of[:1]
    for word in of[1:]:
        if 1 < word.i - out[-1].i <= 3:
            around = word.sentence.words
            out = [*out, *around[out[-1].i + 1 - around[0].i : word.i - around[0].i]]
        out.append(word)
    return out


def _result(comma: Word) -> bool:
    """Whether a comma leads to what comes of it: ", in practice buying time"."""
    around = comma.sentence.words
    place = comma.i + 1 - around[0].i
    after = around[place : place + 3]
    if len(after) == 3 and after[0].lower in ("a", "an") and (after[1].lemma in _GLOSSES or after[2].lemma in _GLOSSES):
        return True
    return bool(after) and (after[0].tag == "VBG" or [w.lower for w in after[:2]] in (["in", "practice"], ["in", "effect"]))


def _timed(preposition: Word) -> bool:
    """Whether it only leads in when it was told: "the demand within the hour"."""
    if preposition.lower not in _TIMED or preposition.pos != "ADP":
        return False
    of = preposition.child("pobj")
    return (
        of is not None
        and of.ent in ("TIME", "DATE")
        and (preposition.lower in ("within", "at") or of.pos == "PROPN")
        and of.tag != "CD"
    )


def essence(issue: str) -> frozenset[str]:
    """Return the telling words of an issue, by which two mentions are known for one."""
    return frozenset(w.rstrip("s") for w in re.findall(r"\w+", issue.lower()) if len(w) > 2 and w not in _SMALL) or frozenset(
        {issue}
    )


def _from_asked(scene: Scene, of: list[Word], addressed: bool) -> list[Word]:
    """The words after whom is asked: "the banks for time", and where it is known who that is, "the banks to wait"."""
    for k, word in enumerate(of[1:16], 1):
        if k > 6 and word.tag != "TO":
            continue
        if word.lower == "for" and k + 1 < len(of) and (of[0].tag == "WP$" or _is_asked(scene, of[:k], word)):
            return of[k + 1 :]
        if (
            word.tag == "TO"
            and addressed
            and k + 1 < len(of)
            and (of[k - 1].pos in ("NOUN", "PROPN", "PRON") or of[k - 1].text == ",")
        ):
            return of[k + 1 :]
    return next((of[k + 1 :] for k, w in enumerate(of[1:-1], 1) if _leads_to_meeting(w)), of)


def _leads_to_meeting(word: Word) -> bool:
    """Whether "to" leads to what somebody is asked to: "invited him to a mediation session"."""
    event = word.child("pobj") if word.lower == "to" and word.head.lemma in ("invite", "ask") else None
    return event is not None and event.lemma in words("conditions", "senses", "talking")


def _is_asked(scene: Scene, whom: list[Word], preposition: Word) -> bool:
    """Whether the words before "for" name who is asked: a party, or what the verb of asking itself takes."""
    return any(scene.cast.who(w) for w in whom) or preposition.head.lemma in words("stances", "urging", "words")


def _given(scene: Scene, of: list[Word]) -> list[Word]:
    """The thing that a light verb gives, holds or signs: "grant access to its books"; the words as they are elsewhere."""
    verb = next((w for w in of[:3] if w.lower not in _LEADING), of[0])
    if verb.lemma in ("let", "allow", "permit", "enable"):  # what is not allowed is what the other would do
        act = next((w for w in of if w.i > verb.i + 1 and w.tag in ("VB", "VBP")), None)
        return _given(scene, [w for w in of if w.i >= act.i]) if act is not None else of
    thing = verb.child("dobj")
    if verb.lemma not in words("stances", "handling", "verbs") or thing is None or thing.pos != "NOUN" or thing not in of:
        return of
    if verb.lemma in ("see", "receive") and (thing.ent == "PERSON" or scene.cast.who(thing)):
        return of  # whom one would see, not what
    inside = {w.i for w in of}
    return [w for w in nominal(thing) if w.i in inside] or of
